//! Hints: what could be said more plainly, and what is plain enough.

use std::fs;
use std::path::Path;

use unstuck_author::{Format, Severity, diagnose};

const HEAD: &str = "# Stuck {#g}\n\nGet it going.\n";
const TAIL: &str = "\n## Ask {support}\n\nUs.\n";

/// The hints on a guide of this, which begins on line 5: line, rule, message.
fn hints(lang: &str, inside: &str) -> Vec<(usize, &'static str, String)> {
    let head = HEAD.replace("#g", &format!("#g lang={lang}"));
    let loaded = diagnose(Format::Markdown, &format!("{head}\n{inside}\n{TAIL}"));
    assert!(loaded.guide.is_some(), "{:?}", loaded.diagnostics);
    let found = loaded.diagnostics.into_iter();
    let found = found.filter(|found| found.rule.starts_with("plain-"));
    found
        .map(|found| {
            assert_eq!(found.severity, Severity::Hint);
            assert!(!found.help.is_empty(), "{found}");
            (found.location.line, found.rule, found.message)
        })
        .collect()
}

fn step(words: &str) -> String {
    format!("## A {{#a}}\n\n1. {words}")
}

fn question(ask: &str) -> String {
    format!("{{#q ask=\"{ask}\"}}\nLook.\n\n{}", step("Do."))
}

#[test]
fn each_hint_is_given_at_its_line() {
    let long = "One ".repeat(26);
    for (lang, inside, line, rule, words) in [
        (
            "en",
            step(&format!("{long}.")),
            7,
            "plain-long-sentence",
            "26 words",
        ),
        (
            "en",
            format!("## A {{#a}}\n\n{long}.\n\n1. Do."),
            5,
            "plain-long-sentence",
            "26 words",
        ),
        (
            "ja",
            step(&"あ".repeat(71)),
            7,
            "plain-long-sentence",
            "71 characters",
        ),
        (
            "en",
            step("Press the lid, then turn the key."),
            7,
            "plain-two-actions",
            "asks for 2 actions",
        ),
        (
            "en",
            step("Restart the lamp. Open the lid."),
            7,
            "plain-two-actions",
            "2 actions",
        ),
        (
            "de",
            step("Öffnen Sie den Deckel. Drücken Sie die Taste."),
            7,
            "plain-two-actions",
            "2 actions",
        ),
        (
            "en",
            question("Isn’t it unplugged without a reason?"),
            5,
            "plain-double-negation",
            "has a double negative",
        ),
        (
            "en",
            question("Is nothing not plugged in?"),
            5,
            "plain-double-negation",
            "has a double negative",
        ),
        (
            "de",
            question("Ist kein Kabel nicht eingesteckt?"),
            5,
            "plain-double-negation",
            "has a double negative",
        ),
        (
            "en",
            step("See [here](https://a.example)."),
            7,
            "plain-click-here",
            "\"here\"",
        ),
        (
            "en",
            step("[Click here!](https://a.example)"),
            7,
            "plain-click-here",
            "\"Click here!\"",
        ),
        (
            "fr",
            step("Voir [ici](https://a.example)."),
            7,
            "plain-click-here",
            "\"ici\"",
        ),
        (
            "ja",
            step("[こちら](https://a.example)を見る。"),
            7,
            "plain-click-here",
            "こちら",
        ),
        (
            "en",
            step("Press the red button."),
            7,
            "plain-only-by-look",
            "\"the red button\"",
        ),
        (
            "en",
            step("Press the button on the right."),
            7,
            "plain-only-by-look",
            "\"the button on the right\"",
        ),
        (
            "en",
            step("Tap the round icon in the top corner, please."),
            7,
            "plain-only-by-look",
            "\"the round icon in the top corner\"",
        ),
        (
            "en",
            step("Press the button on the right side of the screen."),
            7,
            "plain-only-by-look",
            "\"the button on the right side of the screen\"",
        ),
        (
            "de",
            step("Drücken Sie die rote Taste."),
            7,
            "plain-only-by-look",
            "\"die rote Taste\"",
        ),
        (
            "de",
            step("Tippe auf das runde Symbol rechts oben."),
            7,
            "plain-only-by-look",
            "\"das runde Symbol rechts oben\"",
        ),
        (
            "es",
            step("Toca el botón rojo."),
            7,
            "plain-only-by-look",
            "\"botón rojo\"",
        ),
        (
            "es",
            step("Toca el icono de la esquina superior."),
            7,
            "plain-only-by-look",
            "\"icono de la esquina superior\"",
        ),
        (
            "fr",
            step("Touchez l’icône en haut à droite de l’écran."),
            7,
            "plain-only-by-look",
            "\"l’icône en haut à droite de l’écran\"",
        ),
        (
            "fr",
            step("Appuyez sur le bouton vert."),
            7,
            "plain-only-by-look",
            "\"bouton vert\"",
        ),
        (
            "pt",
            step("Toque no botão à direita."),
            7,
            "plain-only-by-look",
            "\"botão à direita\"",
        ),
        (
            "ja",
            step("右上のアイコンをタップします。"),
            7,
            "plain-only-by-look",
            "\"右上のアイコン\"",
        ),
        (
            "zh",
            step("请点按红色按钮。"),
            7,
            "plain-only-by-look",
            "\"红色按钮\"",
        ),
        (
            "zh",
            step("点按右上角的图标。"),
            7,
            "plain-only-by-look",
            "\"右上角的图标\"",
        ),
        (
            "ar",
            step("اضغط على الزر الأحمر."),
            7,
            "plain-only-by-look",
            "\"الزر الأحمر\"",
        ),
        (
            "ar",
            step("اضغط على الأيقونة في أعلى الشاشة."),
            7,
            "plain-only-by-look",
            "\"الأيقونة في أعلى الشاشة\"",
        ),
    ] {
        let found = hints(lang, &inside);
        assert_eq!(found.len(), 1, "{inside}: {found:?}");
        assert_eq!((found[0].0, found[0].1), (line, rule), "{inside}");
        assert!(found[0].2.contains(words), "{}", found[0].2);
    }
}

#[test]
fn what_is_plain_gets_none() {
    let names = "**Settings > General > Reset > More** ".repeat(8);
    for (lang, inside) in [
        ("en", step(&format!("{}.", "One ".repeat(25)))),
        // How long a menu's names are, is not the author's doing.
        ("en", step(&format!("Open {names}."))),
        // Two short things at one place.
        ("en", step("Open the lid and press the key.")),
        // For one case, or how it is done.
        (
            "en",
            step("Restart the lamp. If it stays dark, open the lid."),
        ),
        ("en", step("Restart the lamp. Don’t open the lid.")),
        ("en", step("Restart the lamp. The light goes on, then off.")),
        ("en", question("Isn’t it plugged in?")),
        // No language that says no twice where it means no once.
        ("es", question("¿No hay nada?")),
        ("en", step("See [the lamp’s page](https://a.example/here).")),
        ("en", step("Press the red button labelled Reset.")),
        ("en", step("Press the red **Reset** button.")),
        ("en", step("Press the Reset button on the right.")),
        ("en", step("Press the button **Reset** on the right.")),
        ("en", step("Its small reset button is on the left.")),
        ("en", step("Wait until the light is red.")),
        ("de", step("Drücken Sie die rote Taste **Reset**.")),
        ("de", step("Drücken Sie die Reset-Taste rechts.")),
        ("es", step("Toca el botón rojo de reinicio.")),
        ("fr", step("Touchez le bouton **Effacer** à droite.")),
        ("pt", step("Toque no botão de voltar.")),
        ("ja", step("右上の「リセット」ボタンをタップします。")),
        ("zh", step("点按红色的“还原”按钮。")),
        ("ar", step("اضغط على الزر **إيقاف** في الأسفل.")),
        // Nothing is known of this language.
        ("xx", step("Click [here](https://a.example).")),
    ] {
        assert_eq!(hints(lang, &inside), [], "{inside}");
    }
}

#[test]
fn a_picture_without_words_is_told() {
    let article = |picture: &str| {
        format!(
            "<article data-unstuck-guide=g><h1>Stuck</h1><p>Go.</p>\n<h2 data-unstuck-id=a>A</h2><ol><li>Do.\n{picture}</ol>\n<section data-unstuck-support><h2>Ask</h2><p>Us.</p></section></article>"
        )
    };
    for (picture, told) in [
        ("<img src=lamp.png>", true),
        ("<img src=lamp.png alt>", false),
        ("<img src=lamp.png alt='The lid'>", false),
    ] {
        let found = diagnose(Format::Html, &article(picture)).diagnostics;
        let found: Vec<_> = found
            .iter()
            .map(|found| (found.rule, found.location.line, found.severity))
            .collect();
        let wanted: &[_] = if told {
            &[("no-alt", 3, Severity::Hint)]
        } else {
            &[]
        };
        assert_eq!(found, wanted, "{picture}");
    }
}

/// A file full of hints reports its errors all the same.
#[test]
fn hints_take_no_room_from_errors() {
    let steps: String = (0..300)
        .map(|n| format!("1. Look {n} times [here](https://a.example/{n}).\n"))
        .collect();
    let text = format!("{HEAD}\n## A {{#a}}\n\n{steps}\n## A {{#b}}\n\n1. Do.\n{TAIL}");
    let loaded = diagnose(Format::Markdown, &text);
    let rules: Vec<_> = loaded.diagnostics.iter().map(|found| found.rule).collect();
    assert!(rules.contains(&"same-title"), "{rules:?}");
    let hints = rules.iter().filter(|rule| **rule == "plain-click-here");
    assert_eq!(hints.count(), 50);
}

/// Our own guides are written as we ask of others, and so is the one to start from.
#[test]
fn our_own_guides_get_no_hint() {
    let guides = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../guides");
    let mut all: Vec<(Format, String)> = fs::read_dir(guides)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(".html"))
        .map(|path| (Format::Html, fs::read_to_string(path).unwrap()))
        .collect();
    assert!(all.len() >= 4);
    all.push((Format::Markdown, crate::STARTER.to_owned()));
    for (format, text) in all {
        let found = diagnose(format, &text).diagnostics;
        let found: Vec<_> = found
            .iter()
            .filter(|found| found.severity == Severity::Hint)
            .map(ToString::to_string)
            .collect();
        assert_eq!(found, [""; 0]);
    }
}
