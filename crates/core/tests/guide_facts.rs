//! The first guide holds what its source article says: every fix in order, every step, menu path and figure, and what the
//! field adds. The words are ours; the facts are counted here.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "tests may stop"
)]

#[path = "common/sealed.rs"]
mod sealed;

use unstuck_adopt::html;
use unstuck_core::guide::{Fix, Guide, Inline, PassAs, Passage, check};
use unstuck_core::progress::Record;
use unstuck_core::walk::{Screen, Walk};

use sealed::sealed;

fn guide() -> Guide {
    html::parse(include_str!("../../../guides/iphone-backup.en.html"))
        .expect("the article is a guide")
}

fn said(passages: &[Passage]) -> String {
    passages
        .iter()
        .map(Passage::plain)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The thirty-two steps of the article, each with what it must name: menu items, buttons, figures.
const STEPS: [(&str, [&[&str]; 4]); 8] = [
    (
        "storage",
        [
            &["Settings › [your name] › iCloud › Manage Account Storage"],
            &["free", "Mac", "Finder"],
            &["free space", "larger", "backup"],
            &["delete old backups"],
        ],
    ),
    (
        "power-wifi",
        [
            &["charger"],
            &["5\u{a0}GHz", "2.4\u{a0}GHz", "strong", "reliable"],
            &["Low Power Mode", "during the backup"],
            &["locked", "charging", "complete"],
        ],
    ),
    (
        "restart",
        [
            &["Restart your iPhone"],
            &["Settings › [your name] › iCloud › iCloud Backup"],
            &["Back Up Now"],
            &["until the bar moves"],
        ],
    ),
    (
        "update",
        [
            &["latest iOS update"],
            &["Mac", "update macOS"],
            &["reconnect", "Trust", "computer"],
            &["backup once more"],
        ],
    ),
    (
        "fresh-backup",
        [
            &["Settings › [your name] › iCloud › Manage Account Storage › Backups"],
            &["Select", "this iPhone"],
            &["Delete Backup"],
            &["iCloud Backup", "Back Up Now", "Back Up This iPhone"],
        ],
    ),
    (
        "reset-network",
        [
            &["Settings › General › Transfer or Reset iPhone › Reset"],
            &["Reset Network Settings"],
            &["Wi-Fi again"],
            &["iCloud backup again"],
        ],
    ),
    (
        "finder-backup",
        [
            &["Mac", "cable"],
            &["Finder", "select your iPhone"],
            &["Encrypt local backup", "password"],
            &["Back Up Now"],
        ],
    ),
    (
        "system-status",
        [
            &["System Status page", "browser"],
            &["iCloud Backup"],
            &["outage", "wait", "green"],
            &["run the backup again"],
        ],
    ),
];

/// Steps that the article has not: a retry for those who back up otherwise than it assumes.
const OWN_STEPS: [(&str, &str); 2] = [
    ("storage", "storage-retry"),
    ("restart", "restart-computer"),
];

#[test]
fn the_guide_is_sound() {
    assert_eq!(check(&guide()), []);
}

#[test]
fn the_eight_fixes_are_in_article_order() {
    let guide = guide();
    let ids: Vec<&str> = guide.fixes.iter().map(|fix| fix.id.as_str()).collect();
    assert_eq!(ids, STEPS.map(|(id, _)| id));
    assert_eq!(guide.id, "iphone-backup");
    assert_eq!(guide.lang, "en");
}

#[test]
fn all_thirty_two_steps_are_there_with_their_menus_and_figures() {
    let guide = guide();
    let mut counted = 0;
    for (id, steps) in STEPS {
        let fix = guide.fix(id).unwrap();
        let own = |step: &str| OWN_STEPS.contains(&(id, step));
        let of_article: Vec<_> = fix.steps.iter().filter(|step| !own(&step.id)).collect();
        assert_eq!(of_article.len(), steps.len(), "{id}");
        for (step, facts) in of_article.iter().zip(steps) {
            let words = said(&step.passages);
            for fact in facts {
                assert!(
                    words.contains(fact),
                    "{id}, {}: no {fact:?} in {words:?}",
                    step.id
                );
            }
            counted += 1;
        }
    }
    assert_eq!(counted, 32);
    for (fix, step) in OWN_STEPS {
        let steps = &guide.fix(fix).unwrap().steps;
        assert!(steps.iter().any(|known| known.id == step), "{step}");
    }
}

#[test]
fn menu_paths_are_paths() {
    let guide = guide();
    let of = |fix: &str, step: usize| match &guide.fix(fix).unwrap().steps[step].passages[0] {
        Passage::Words(words) => words.0.iter().find_map(|inline| match inline {
            Inline::Path(items) => Some(items.join("/")),
            _ => None,
        }),
        _ => None,
    };
    for (fix, step, path) in [
        (
            "storage",
            0,
            "Settings/[your name]/iCloud/Manage Account Storage",
        ),
        ("restart", 1, "Settings/[your name]/iCloud/iCloud Backup"),
        (
            "fresh-backup",
            0,
            "Settings/[your name]/iCloud/Manage Account Storage/Backups",
        ),
        (
            "reset-network",
            0,
            "Settings/General/Transfer or Reset iPhone/Reset",
        ),
    ] {
        assert_eq!(of(fix, step).as_deref(), Some(path), "{fix}");
    }
}

#[test]
fn each_reason_says_why() {
    let guide = guide();
    for (id, facts) in [
        ("storage", &["fit"][..]),
        ("power-wifi", &["Wi-Fi", "sleep", "charger"]),
        ("restart", &["background", "restart"]),
        ("update", &["updates", "both"]),
        ("fresh-backup", &["chain", "end"]),
        ("reset-network", &["network settings", "VPN", "Wi-Fi"]),
        (
            "finder-backup",
            &[
                "upload",
                "iCloud",
                "passwords",
                "Wi-Fi settings",
                "Health",
                "call history",
            ],
        ),
        ("system-status", &["iCloud", "no matter what you change"]),
    ] {
        let reason = said(&guide.fix(id).unwrap().reason);
        for fact in facts {
            assert!(reason.contains(fact), "{id}: no {fact:?} in {reason:?}");
        }
    }
}

#[test]
fn the_introduction_names_the_three_causes() {
    let intro = said(&guide().intro);
    for cause in ["Wi-Fi", "free space", "iCloud", "local backup"] {
        assert!(intro.contains(cause), "no {cause:?} in {intro:?}");
    }
    let causes = guide().intro.iter().find_map(|passage| match passage {
        Passage::List { items, .. } => Some(items.len()),
        _ => None,
    });
    assert_eq!(causes, Some(3));
}

/// Fix, whether it has a check, which answer passes it over, as what, its condition, whether its risk can be undone,
/// whether it has a wait of its own, whether the page goes away.
type Row = (
    &'static str,
    Option<(bool, PassAs)>,
    &'static str,
    Option<bool>,
    bool,
    bool,
);

#[test]
fn checks_conditions_risks_and_waits_are_those_of_the_table() {
    const NEEDED: PassAs = PassAs::NotNeeded;
    let table: [Row; 8] = [
        (
            "storage",
            Some((true, NEEDED)),
            "",
            Some(false),
            false,
            false,
        ),
        ("power-wifi", Some((true, NEEDED)), "", None, true, false),
        ("restart", Some((true, NEEDED)), "", None, true, true),
        ("update", Some((true, NEEDED)), "", None, false, true),
        (
            "fresh-backup",
            Some((false, NEEDED)),
            "icloud",
            Some(false),
            true,
            false,
        ),
        ("reset-network", None, "icloud", Some(true), false, true),
        (
            "finder-backup",
            Some((false, PassAs::Cannot)),
            "",
            Some(false),
            false,
            true,
        ),
        (
            "system-status",
            Some((true, NEEDED)),
            "icloud",
            None,
            true,
            false,
        ),
    ];
    let guide = guide();
    for (id, check, only_if, risk, wait, away) in table {
        let fix: &Fix = guide.fix(id).unwrap();
        let found = fix
            .check
            .as_ref()
            .map(|check| (check.pass_on, check.pass_as));
        assert_eq!(found, check, "{id}: check");
        let condition: Vec<&str> = fix
            .only_if
            .0
            .iter()
            .map(|term| term.fact.as_str())
            .collect();
        assert_eq!(condition.join(" "), only_if, "{id}: condition");
        assert_eq!(
            fix.risk.as_ref().map(|risk| risk.reversible),
            risk,
            "{id}: risk"
        );
        assert_eq!(!fix.wait.is_empty(), wait, "{id}: wait");
        assert_eq!(!fix.away.is_empty(), away, "{id}: page goes away");
        // What to look for is said for every fix, by itself or by the guide.
        assert!(said(guide.wait_of(fix)).contains("Back Up Now"), "{id}");
    }
}

#[test]
fn risks_say_what_is_lost_and_what_to_have_first() {
    let guide = guide();
    for (id, facts) in [
        ("storage", &["gone for good"][..]),
        (
            "fresh-backup",
            &[
                "iCloud backup of this iPhone",
                "turned off",
                "backup on a computer",
            ],
        ),
        (
            "reset-network",
            &[
                "Wi-Fi networks and their passwords",
                "VPN",
                "APN",
                "offline",
            ],
        ),
        (
            "finder-backup",
            &["password", "can’t restore", "Nobody can recover"],
        ),
    ] {
        let risk = guide.fix(id).unwrap().risk.as_ref().unwrap();
        assert!(!risk.first.is_empty(), "{id}: what to have first");
        let mut all = said(&risk.passages) + &said(&risk.first);
        for lost in &risk.lost {
            all.push_str(&said(lost));
        }
        for fact in facts {
            assert!(all.contains(fact), "{id}: no {fact:?} in {all:?}");
        }
    }
}

#[test]
fn one_choice_finds_where_the_backup_goes() {
    let guide = guide();
    let choices = guide.choices().map(|options| {
        let ids = options.iter().map(|option| option.id.as_str());
        ids.collect::<Vec<_>>()
    });
    assert_eq!(
        choices.collect::<Vec<_>>(),
        [["icloud", "finder", "windows-pc"]]
    );
    let intro = said(&guide.intro);
    for fact in ["iCloud", "Mac", "Windows", "Apple Devices", "iTunes"] {
        assert!(intro.contains(fact), "no {fact:?} in {intro:?}");
    }
}

/// Before the choice there were two questions, whether to iCloud and, if not, whether to a Mac.
#[test]
fn answers_to_the_earlier_questions_still_count() {
    let guide = guide();
    for (icloud, finder, offered, mac) in [
        ("yes", None, 8, false),
        ("no", Some("yes"), 5, true),
        ("no", Some("no"), 5, false),
        ("unsure", Some("unsure"), 8, true),
    ] {
        let mut answers =
            format!(r#"["question","icloud","{icloud}",1767225600000,1767225600000]"#);
        if let Some(finder) = finder {
            let second =
                format!(r#"["question","finder","{finder}",1767225600000,1767225600000],"#);
            answers = second + &answers;
        }
        let body = format!(
            r#"{{"v":1,"guide":"iphone-backup","rev":7,"seq":3,"progress":{{"answers":[{answers}],"ticks":[],"reopened":null}}"#
        );
        let record = Record::from_text(&sealed(&body), "iphone-backup", u64::MAX).unwrap();
        let walk = Walk::replay(&guide, &record.progress);
        assert!(
            matches!(walk.screen, Screen::Check(fix, _) if fix.id == "storage"),
            "{icloud}, {finder:?}"
        );
        assert_eq!(walk.offered().count(), offered, "{icloud}, {finder:?}");
        let storage = guide.fix("storage").unwrap();
        let steps = walk.steps(storage).any(|step| step.id == "storage-mac");
        assert_eq!(steps, mac, "{icloud}, {finder:?}");
    }
}

#[test]
fn terms_of_the_field_are_recognised() {
    let guide = guide();
    let hint = |id: &str| said(&guide.fix(id).unwrap().check.as_ref().unwrap().hint);
    // The menu is called otherwise on some versions.
    assert!(hint("storage").contains("Manage Storage or Storage"));
    // The link is there where the question is asked.
    let status = guide.fix("system-status").unwrap();
    let links = |passages: &[Passage]| {
        passages.iter().any(|passage| match passage {
            Passage::Words(words) => words.0.iter().any(|inline| {
                matches!(inline, Inline::Link { href, .. } if href == "https://www.apple.com/support/systemstatus/")
            }),
            _ => false,
        })
    };
    assert!(links(&status.check.as_ref().unwrap().hint));
    assert!(links(&status.steps[0].passages));
    // How backups go on by themselves, and what proves that one finished.
    let after = said(&guide.after);
    for fact in [
        "once a day",
        "locked",
        "charging",
        "Wi-Fi",
        "date and time under Back Up Now",
    ] {
        assert!(after.contains(fact), "no {fact:?} in {after:?}");
    }
    let support = said(&guide.support.as_ref().unwrap().passages);
    for fact in [
        "model",
        "iOS version",
        "error message",
        "Back Up Now",
        "fixes you’ve tried",
    ] {
        assert!(support.contains(fact), "no {fact:?} in {support:?}");
    }
}
