//! What words say about the part they stand over: is it a fix, does it only explain, which system is it for?
//!
//! Belongs here: the word lists and the tests on single titles and sentences; all English, for the rules are drawn from
//! sixty English articles. Does not: how parts stand to each other (see `choose`).

use unstuck_core::guide::Element;

/// What a heading alone says of its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing; the content decides.
    Plain,
    /// Holds fixes, and is none: Resolution, Troubleshooting steps.
    Group,
    /// Says why: symptoms, causes, background.
    Reason,
    /// To be read before the fixes.
    Before,
    /// What to do when nothing helps.
    Support,
    /// For another reader, or another day: references, related articles.
    Beside,
}

/// Titles by what they hold, parted by `|`: as they stand, or as they begin where they end in `*`; in lower case, without figures.
const ROLES: &[(Role, &str)] = &[
    (
        Role::Group,
        "resolution*|solution|solutions|possible solution*|workaround|workarounds|fix|fixes|the fix|remedy|\
    remedies|resolve the *|how to fix|how to fix it|how to resolve|how to solve|how do i fix it|what to do|\
    what you can do|what can i do|what can you do|what can you do?|what can i do?|try these *|\
    troubleshooting|troubleshooting steps|troubleshooting tips|general troubleshooting steps|steps|\
    steps to resolve*|steps to fix*|steps to try|common issues*|common problems*|common errors*|\
    common error messages|known issues*|known problems*|issues|problems|errors|possible fixes|quick fixes|\
    how to troubleshoot*|things to try*|recommended solution*|recommended action*|procedure|instructions|\
    suggested *|alternative *|alternatives|possible causes and *|possible issues and *|\
    possible problems and *|issues and *|problems and *|causes and solutions|common causes and *|\
    troubleshooting checklist|checklist",
    ),
    (
        Role::Reason,
        "symptom*|cause|causes|root cause*|possible cause|possible causes|common causes|reason|reasons|why *|\
    what causes*|what happened*|environment|environments|applies to*|affected *|problem|problem description*|\
    in detail|in depth|in short|in a nutshell|diagnose your *|diagnosing *|technical details|\
    how this happens|the problem|issue|issue description|the issue|description|details|background|overview|\
    introduction|intro|summary|explanation|diagnosis|diagnostics|diagnose|error message|error messages|\
    what is *|what are *|what does *|what this *|what's happening|how it works|how does *|about *|\
    understanding *|understand *|context|example|examples|the * explained|terminology|key concepts|concepts|\
    how to tell*|identify the *|identifying the *|identifying *|scope|impact|question|product|products|\
    versions*",
    ),
    (
        Role::Before,
        "before you begin*|before you start*|before starting*|before we *|before contacting*|prerequisite*|\
    pre-requisite*|requirements|system requirements|preparation|first things first|what you need*|\
    what you'll need*|you will need|getting started|initial checks",
    ),
    (
        Role::Support,
        "support|still *|contact *|contacting *|get help*|getting help*|get support*|get more help*|\
    getting more help|need help*|need more help*|need further *|need additional *|more help|further help*|\
    further assistance*|additional help|additional support|ask for help|asking for help|help|\
    if the problem persist*|if the problem remain*|if the problem continue*|if the problem still*|\
    if the problem is not*|if the problem isn't*|if the issue persist*|if the issue remain*|\
    if the issue continue*|if the issue still*|if the issue is not*|if the issue isn't*|if problem*persist*|\
    if the error *persist*|if that *|if you still*|if none of*|if nothing *|if all else *|if this does*|\
    if these *|if it still*|if you're still*|if you are still*|report a*|report the *|report bugs*|\
    report this*|report issues*|report problems*|reporting *|submit *|file a *|filing a *|open a ticket*|\
    open a support*|open a case*|open an issue*|open a bug*|opening a *|create a support*|none of *|\
    nothing here*|nothing helped*|nothing worked*|no luck*|when all else*|when to contact*|community|\
    community support|collect logs*|collecting *|collect information*|gather *|gathering *|provide feedback*|\
    provide logs*|provide information*|provide the *|logs|log files|viewing logs|debug*|crash reports|\
    crash dumps|core dumps|send *logs*|other errors|didn't find *|can't find *answer*|not solved*|\
    problem not *|issue not *|issue still *|problem still *|issue persists*|escalat*|what to include*|\
    getting ready to ask*|how to report*|how to get help*|how to contact*|obtaining * log*|obtaining log*|\
    getting log*|getting the log*|seek technical*|seek help*|asking *|request *help*|information to *",
    ),
    (
        Role::Beside,
        "reference|references|related*|see also*|resources|additional resources|other resources|useful resources|\
    helpful resources|more resources|more information*|additional information*|further information*|\
    additional reading|further reading|learn more*|read more|more about*|next step*|next|what's next*|\
    what to do next|what next|see above|see below|see *|faq*|faqs|frequently asked*|common questions|\
    questions|q&a|questions and answers|note|notes|note on*|notes on*|a note *|additional notes|\
    additional details|third-party disclaimer*|third-party information*|third-party contact*|disclaimer*|\
    legal*|glossary|links|useful links|external links|on this page|in this article|in this topic|\
    in this section|contents|table of contents|topics|comments|comments*|feedback|was this *|did this *|\
    share this*|share your *|tags|keywords|change log|changelog|release notes|history|revision history|\
    version history|status|conclusion|wrap up|wrapping up|credits|acknowledg*|license|authors|contributors|\
    footnotes|appendix*|article information|article details|properties|metadata|attachments|best practices|\
    prevention|prevent this*|prevent future*|preventing *|avoiding *|how to prevent*|how to avoid*|\
    tips to prevent*|known limitations|limitations|to do|todo|popular *|recommended articles|\
    recommended reading|you may also*|other languages|translations|recap|review|verify|verify the fix|\
    verify it works|verify the result*|verification|validation|result|results|expected result*",
    ),
];

/// A title in lower case, its white space folded, without figure and marks at its ends.
pub(super) fn folded(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    let folded = words.join(" ").replace('’', "'");
    let text = without_number(&folded);
    text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '\'' | ')' | '('))
        .to_owned()
}

/// The title without a leading `3.`, `3)`, `3 -`, `Q:`.
pub(super) fn without_number(title: &str) -> &str {
    let title = title.trim_start();
    number(title).map_or(title, |(_, rest)| rest)
}

/// A leading number and what follows it: `3. Restart`, `3) Restart`, `3 - Restart`, `2.1 Restart`.
pub(super) fn number(title: &str) -> Option<(u32, &str)> {
    let title = title.trim_start().trim_start_matches('#');
    let end = title.find(|c: char| !c.is_ascii_digit())?;
    let number: u32 = title.get(..end)?.parse().ok()?;
    let mut rest = title.get(end..)?;
    // The parts of 2.1.3 are one number, and its last part the place.
    let mut last = number;
    while let Some(further) = rest.strip_prefix('.') {
        let end = further
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(further.len());
        let Some(part) = further.get(..end).and_then(|part| part.parse().ok()) else {
            break;
        };
        last = part;
        rest = further.get(end..)?;
    }
    let marked = rest.trim_start();
    let after = marked.trim_start_matches(['.', ')', ':', '-', '–', '—', '/']);
    let words = after.trim_start();
    let unit = words
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    // "2.4 GHz" measures something; "2 factor codes" has no mark after it.
    let nested = last != number || title.get(end..)?.starts_with('.');
    let counts = after.len() < marked.len()
        || nested
            && rest.starts_with(' ')
            && !matches!(
                unit.as_str(),
                "ghz" | "mhz" | "gb" | "mb" | "kb" | "tb" | "v" | "a" | "w" | "inch"
            );
    (counts && !words.is_empty()).then_some((last, words))
}

/// The word and the number of a title like `Method 2: Restart` or `Step 3 — Restart`.
pub(super) fn ordinal(title: &str) -> Option<(&'static str, u32)> {
    const KINDS: [&str; 18] = [
        "symptom",
        "method",
        "option",
        "solution",
        "step",
        "fix",
        "workaround",
        "approach",
        "resolution",
        "tip",
        "way",
        "cause",
        "scenario",
        "case",
        "error",
        "issue",
        "problem",
        "check",
    ];
    let title = title.trim_start().to_lowercase();
    let kind = KINDS.iter().find(|kind| title.starts_with(**kind))?;
    let rest = title.get(kind.len()..)?.trim_start();
    let rest = rest.trim_start_matches(['#', '(']).trim_start();
    let end = rest
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let figure = rest.get(..end)?;
    let number = figure.parse().ok().or(match figure {
        "a" | "one" | "i" => Some(1),
        "b" | "two" | "ii" => Some(2),
        "c" | "three" | "iii" => Some(3),
        "d" | "four" | "iv" => Some(4),
        "e" | "five" | "v" => Some(5),
        _ => None,
    })?;
    Some((kind, number))
}

/// What a title says of its part.
pub(super) fn role(title: &str) -> Role {
    let folded = folded(title);
    if folded.is_empty() {
        return Role::Plain;
    }
    // "Why is my picture black?" is what its reader sees.
    if folded.starts_with("why ")
        && (folded.contains(" my ") || folded.contains(" i ") || folded.contains("n't "))
    {
        return Role::Plain;
    }
    for (role, titles) in ROLES {
        for known in titles.split('|') {
            let fits = match known.strip_suffix('*') {
                None => folded == known,
                Some(start) => match start.split_once('*') {
                    Some((start, inner)) => folded.starts_with(start) && folded.contains(inner),
                    None => folded.starts_with(start),
                },
            };
            if fits {
                return *role;
            }
        }
    }
    Role::Plain
}

/// Whether a title stands over a list of the article's parts.
pub(super) fn contents(title: &str) -> bool {
    matches!(
        folded(title).as_str(),
        "contents"
            | "table of contents"
            | "on this page"
            | "in this article"
            | "in this topic"
            | "topics"
    )
}

/// Whether a word, in lower case, is what warnings are called.
pub(super) fn warns(word: &str) -> bool {
    matches!(
        word,
        "warning" | "caution" | "danger" | "important" | "attention" | "critical"
    )
}

/// What a note is called: a warning or any other, where the words are nothing else.
pub(super) fn note(label: &str) -> Option<&'static str> {
    let label = label
        .trim()
        .trim_end_matches([':', '!', '.'])
        .to_lowercase();
    match label.as_str() {
        label if warns(label) => Some("warning"),
        "note" | "notes" | "tip" | "tips" | "hint" | "info" | "information" | "remark"
        | "good to know" => Some("note"),
        _ => None,
    }
}

/// Whether a sentence says that something will be lost.
pub(super) fn loses(sentence: &str) -> bool {
    let lower = sentence.to_lowercase().replace('’', "'");
    [
        "will lose",
        "lose all",
        "lose your",
        "lose any",
        "loses ",
        "will erase",
        "erases",
        "will be erased",
        "will delete",
        "deletes all",
        "deletes your",
        "delete all",
        "will be deleted",
        "will be lost",
        "data loss",
        "permanently",
        "cannot be undone",
        "can't be undone",
        "not be able to recover",
        "can't be recovered",
        "cannot be recovered",
        "will remove all",
        "removes all",
        "will be removed",
        "will be wiped",
        "wipes ",
        "factory reset will",
        "overwritten",
        "irreversible",
    ]
    .iter()
    .any(|said| lower.contains(said))
}

/// Whether a sentence says that its result takes hours.
pub(super) fn takes_long(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let long = lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "hour" | "hours" | "overnight" | "day" | "days"));
    long && [
        "wait", "take", "leave it", "let it", "allow ", "within ", "keep it",
    ]
    .iter()
    .any(|said| lower.contains(said))
}

/// Whether a paragraph is none of the article's own words: when it was changed, what it is filed under.
pub(super) fn label(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.split(' ').count() < 16
        && [
            "original kb",
            "original product",
            "last updated",
            "last modified",
            "last reviewed",
            "updated on",
            "updated:",
            "published",
            "applies to",
            "article id",
            "author:",
            "reading time",
            "tags:",
            "categories:",
        ]
        .iter()
        .any(|begin| lower.starts_with(begin))
}

/// Whether a title asks something.
pub(super) fn asks(title: &str) -> bool {
    let title = title.trim().trim_matches(['"', '“', '”']);
    let folded = folded(title);
    let first = folded.split(' ').next().unwrap_or_default();
    title.trim_end().ends_with('?')
        || folded.starts_with("q:")
        || folded.starts_with("q.")
        || matches!(first, "what" | "why" | "how" | "where" | "who")
            && !folded.starts_with("how to")
}

/// Whether an article is in English: it says so, or says nothing and uses the commonest words of English.
pub(super) fn english(article: &Element) -> bool {
    if let Some(lang) = article.attribute("lang").filter(|lang| !lang.is_empty()) {
        return lang.to_lowercase().starts_with("en");
    }
    let text = super::outline::text(article).to_lowercase();
    let words = || {
        text.split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
    };
    let common = words()
        .filter(|word| {
            matches!(
                *word,
                "the"
                    | "to"
                    | "and"
                    | "is"
                    | "of"
                    | "your"
                    | "you"
                    | "it"
                    | "if"
                    | "this"
                    | "a"
                    | "in"
            )
        })
        .count();
    // English has one in four; "a" and "in" alone stand in many languages.
    let all = words().take(5_000).count();
    all < 12 || common * 12 >= words().count()
}

/// Verbs that tell someone to do something.
const VERBS: &str = "access activate add adjust allow allowlist answer append apply approve ask assign attach attempt \
    authorize avoid back balance begin bend bind bleed blow boot borrow break bring browse build buy bypass \
    calibrate call cancel change charge check choose clamp clean cleanup clear click close collapse compare \
    complete configure confirm connect consider consult contact continue convert cool copy correct cover \
    create customize cut deactivate decrease define defrost delete deploy descale deselect detach determine \
    diagnose disable discard disconnect dismiss dispose do don't double-check double-click downgrade \
    download drag drain drop dry dust edit eject empty enable end enlarge ensure enter erase examine execute \
    exit expand export extend extract feel fill find finish fix flash flush fold follow force force-quit \
    format free generate get give go grant hang hard-refresh heat hit hold identify ignore import improve \
    include increase insert inspect install invoke isolate join keep kill launch leave let level lift limit \
    listen load locate lock log login look loosen lower lubricate maintain make manage map measure modify \
    monitor mount move mute navigate observe obtain open optimize order override pair pass paste patch pause \
    perform pick pin ping place play plug point populate power power-cycle prepare press prevent print \
    proceed provide publish pull purge push put query quit raise re-add re-authenticate re-create re-enable \
    re-enter re-install re-open re-run re-seat re-upload reach read reassign reauthenticate reauthorize \
    rebase rebind reboot rebuild recalibrate recharge recheck recompile reconfigure reconnect record recover \
    recreate redeploy reduce reenable refer reflash reformat refresh regenerate register reimport reinsert \
    reinstall reinstate relaunch release reload relocate remap remount remove rename renew reopen repair \
    repeat replace replug repoint reposition request rerun reseat reset resize resolve restart restore \
    resubmit resume retighten retry return retype reupload reverse revert review revoke rewrite right-click \
    rinse roll rotate run save scan screw scroll seal search secure see select send separate set setup shake \
    shift shorten shut sign simplify skip slide soak specify spin split ssh start stay stop store straighten \
    strip submit subscribe substitute supply swap swipe switch sync synchronize take tap terminate test \
    tighten toggle trace track transfer trigger trim troubleshoot trust try tune turn type unblock uncheck \
    unclick uncover undo uninstall unlink unload unlock unmount unmute unpair unplug unscrew unselect unset \
    unsubscribe untick unzip update upgrade upload use vacuum validate verify view visit wait warm wash \
    watch whitelist wipe wrap write zoom";

/// Whether a word is in a list of words parted by spaces. The lists are text, for a list of slices weighs twice as much.
fn among(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|known| known == word)
}

/// Whether a word tells someone to do something.
pub(super) fn verb(word: &str) -> bool {
    among(VERBS, word)
}

/// Whether a word is a verb of ours with -ing: restarting, updating, plugging.
fn gerund(word: &str) -> bool {
    let Some(stem) = word.strip_suffix("ing") else {
        return false;
    };
    let mut doubled = stem.chars();
    let last = doubled.next_back();
    verb(stem)
        || verb(&format!("{stem}e"))
        || last.is_some() && doubled.clone().next_back() == last && verb(doubled.as_str())
}

/// Words that may stand before the verb.
const LEADS: &str = "then next now first second third firstly secondly finally lastly also please simply just again or and \
    otherwise alternatively instead optional optionally carefully manually temporarily additionally \
    afterwards afterward completely always either never recommended quickly to so but you still fully briefly";

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a title tells to do something: Restart the phone, Restarting the phone.
pub(super) fn instructing_title(title: &str) -> bool {
    let folded = folded(title);
    let folded = match ordinal(&folded) {
        Some(_) => folded
            .split_once([':', '-', '–', '—', '.'])
            .map_or("", |(_, rest)| rest)
            .trim()
            .to_owned(),
        None => folded,
    };
    let mut words = folded
        .split(' ')
        .map(bare)
        .skip_while(|word| among(LEADS, word));
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    // "Boot fails" and "Split parts unable to pair" name what is seen.
    if among(NOUNS, first)
        && !matches!(
            second,
            "the" | "your" | "all" | "a" | "an" | "any" | "this" | "to" | "for" | "in" | "it"
        )
        && trouble(&folded)
    {
        return false;
    }
    // "Go / net/http" names a language.
    if first == "go" && second != "to" {
        return false;
    }
    verb(first) || gerund(first) || first == "how" && second == "to"
}

/// Whether a title asks for knowledge, and not whether something is so: "Have you cleared the cache?" is a fix in other
/// words.
pub(super) fn asks_to_know(title: &str) -> bool {
    let folded = folded(title);
    let folded = folded.trim_matches(['"', '“', '”']);
    let first = folded.split(' ').next().unwrap_or_default();
    asks(title)
        && !(first == "why" && role(title) == Role::Plain)
        && (matches!(
            first,
            "what" | "why" | "how" | "can" | "where" | "when" | "which" | "who" | "should" | "will"
        ) || folded.starts_with("q:")
            || folded.starts_with("q.")
            || folded.contains("where can i")
            || folded.contains("how do i")
            || folded.contains("what is"))
}

/// Verbs that are as often the name of a thing.
const NOUNS: &str = "access balance boot build call charge cover display download export force format heat import install \
    level load lock log login map mount order pin play point power print record release request restore scan \
    search set setup sign split start store switch sync test touch trigger update upgrade upload use view";

/// Whether a sentence at least points at something to do: You can skip them. The port should be 587.
pub(super) fn hints(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    [
        "should ",
        "must ",
        "need to",
        "needs to",
        "have to ",
        "you can ",
        "can also ",
        "try ",
        "trying ",
        "recommend",
        "worth ",
        "sufficient to",
        "option is to",
        "the solution",
        "may help",
        "will help",
        "can help",
        "might help",
        "helps ",
        "can be fixed",
        "can be resolved",
        "can be solved",
        "can be avoided",
        "can be skipped",
        "can be updated",
        "can be changed",
        "can be done",
        "to prevent this",
        "to avoid this",
        "workaround",
        "allows you",
        "is required",
        "are required",
        "one of these methods",
    ]
    .iter()
    .any(|said| lower.contains(said))
}

/// How much of a sentence is looked at, in characters: what takes longer to come to its verb is no instruction.
const SENTENCE: usize = 240;

/// Whether a sentence tells to do something.
pub(super) fn instructs(sentence: &str) -> bool {
    let end = sentence
        .char_indices()
        .nth(SENTENCE)
        .map_or(sentence.len(), |(at, _)| at);
    let sentence = &sentence[..end];
    let lower = sentence.trim().to_lowercase().replace('’', "'");
    let lower = without_number(&lower);
    if lower.is_empty() || lower.starts_with("note that") || lower.starts_with("see also") {
        return false;
    }
    for said in [
        "you should",
        "you must",
        "you need to",
        "you may need to",
        "you'll need to",
        "you will need to",
        "you have to",
        "you can try",
        "you could try",
        "you can fix",
        "you can solve",
        "you can resolve",
        "you might need to",
        "you might have to",
        "you may have to",
        "you will have to",
        "you'll have to",
        "we recommend",
        "it is recommended",
        "it's recommended",
        "we suggest",
        "we advise",
        "it is advised",
        "make sure",
        "makes sure",
        "be sure",
        "ensure that",
        "please ",
        "try to ",
        "needs to be",
        "need to be",
        "should be set",
        "must be set",
        "has to be",
        "have to be",
        "the solution is",
        "the fix is",
        "can be fixed by",
        "can be resolved by",
        "can be solved by",
        "can be done by",
        "to fix this",
        "to solve this",
        "to resolve this",
        "the workaround is",
        "a workaround is",
        "it helps to",
        "it may help to",
        "it might help to",
        "should help",
        "solves ",
        "fixes ",
        "resolves ",
        "consider ",
        "solution:",
        "workaround:",
        "fix:",
        "resolution:",
    ] {
        if lower.contains(said) {
            return true;
        }
    }
    // Clauses: "If it is on, turn it off." begins with none of the verbs.
    let conditional = matches!(
        lower.split(' ').next().map(bare).unwrap_or_default(),
        "if" | "when"
            | "once"
            | "to"
            | "on"
            | "in"
            | "from"
            | "for"
            | "under"
            | "after"
            | "before"
            | "using"
            | "with"
            | "as"
            | "while"
            | "at"
            | "unless"
            | "until"
            | "by"
            | "where"
            | "depending"
            | "since"
            | "should"
            | "because"
            | "via"
            | "within"
            | "inside"
            | "without"
    );
    let mut clauses = lower.split([',', ':', ';', '–', '—', '(', ')']);
    let first = clauses.next().unwrap_or_default();
    if begins_with_verb(first) && !lower.starts_with("to ") {
        return true;
    }
    // "Under Options select Reset" has no comma.
    if matches!(
        first.split(' ').next(),
        Some("under" | "in" | "on" | "from" | "at")
    ) && first.split(' ').skip(2).take(8).any(|word| {
        matches!(
            word,
            "select"
                | "click"
                | "tap"
                | "choose"
                | "press"
                | "enable"
                | "disable"
                | "enter"
                | "uncheck"
                | "untick"
        )
    }) {
        return true;
    }
    (conditional || first.split(' ').count() < 4) && clauses.any(begins_with_verb)
}

fn begins_with_verb(clause: &str) -> bool {
    let mut words = clause
        .split_whitespace()
        .map(bare)
        .filter(|word| !word.is_empty())
        .skip_while(|word| among(LEADS, word) && *word != "to");
    let Some(first) = words.next() else {
        return false;
    };
    // "Update is slow" and "check marks are" name things.
    let second = words.next().unwrap_or_default();
    verb(first)
        && !matches!(
            second,
            "is" | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "had"
                | "does"
                | "can"
                | "will"
                | "may"
                | "failed"
                | "fails"
                | "issues"
                | "problems"
                | "errors"
                | "of"
                | "means"
                | "cannot"
                | "would"
                | "could"
                | "might"
        )
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', '\n']).flat_map({
        // A full stop within 2.4 or a file name ends nothing.
        let mut start = 0;
        let mut end = 0;
        move |piece| {
            end += piece.len();
            let last = piece.ends_with(['!', '?', '\n'])
                || text[end..].starts_with(char::is_whitespace)
                || end == text.len();
            if !last {
                return None;
            }
            let sentence = text[start..end].trim();
            start = end;
            (!sentence.is_empty()).then_some(sentence)
        }
    })
}

/// Words by which a title names something that goes wrong.
const TROUBLE: &str = "error errors fail fails failed failing failure failures cannot can't cant won't wont doesn't doesnt \
    don't isn't aren't not unable missing lost slow slowly stuck hangs hanging freezes frozen crash crashes \
    crashing crashed blank black broken corrupt corrupted unavailable unexpected unknown invalid denied \
    refused rejected blocked timeout timed problem problems issue issues trouble disappears disappeared \
    disconnects disconnected unresponsive wrong incorrect warning warnings flickering flicker noise noisy \
    exceeded expired full stopped stops keeps never no without offline incompatible conflict conflicts \
    mismatch delay delayed delays empty disabled high low insufficient unauthorized forbidden unreachable \
    garbled distorted duplicate duplicated loop bootloop leak troubleshoot troubleshooting overheating \
    overheats unrecognized unsupported untrusted inaccessible weird strange bad poor intermittent random \
    randomly aborted cancelled canceled exception panic zombie lag laggy lagging jammed drains draining hung \
    couldn't wasn't stale stays noise noises leaks leaking smells beeps blinks blinking buzzing too keep \
    misconfigured disappearing twice dropouts glitches gaps skips dead noisy trouble outdated dropped drops \
    interrupted already";

/// Words that name trouble beside others, and nothing alone.
const FAINT: &str = "full no already high low too keep keeps empty without bad dead not never don't loop random gaps skips \
    noise warning warnings low lost disabled unknown duplicate";

/// Whether a text names trouble beyond doubt.
pub(super) fn clear_trouble(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(|word| among(TROUBLE, word) && !among(FAINT, word))
}

/// Whether a title or a text names something that goes wrong.
pub(super) fn trouble(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(|word| among(TROUBLE, word))
}

/// Whether a title counts cases, of which a reader has one, and not remedies that are tried in turn: Error 5, Symptom 2.
pub(super) fn case(title: &str) -> bool {
    ordinal(title).is_some_and(|(kind, _)| {
        matches!(
            kind,
            "scenario" | "case" | "error" | "issue" | "problem" | "symptom"
        )
    })
}

/// Whether a title is what a reader sees, and not what to do.
pub(super) fn symptom(title: &str) -> bool {
    if case(title) {
        return true;
    }
    !instructing_title(title)
        && !title.to_lowercase().contains("troubleshoot")
        && (trouble(title)
            || title.contains(['"', '“', '”', '`'])
            || title.trim_start().starts_with("When "))
}

/// Names of systems, each with what a title may call it.
const SYSTEMS: &[(&str, &[&str])] = &[
    (
        "windows",
        &["windows", "microsoft windows", "pc", "windows pc"],
    ),
    (
        "macos",
        &[
            "mac",
            "macos",
            "os x",
            "mac os",
            "mac os x",
            "osx",
            "macintosh",
            "apple mac",
            "macbook",
            "apple macos",
        ],
    ),
    (
        "linux",
        &[
            "linux",
            "gnu/linux",
            "ubuntu",
            "debian",
            "fedora",
            "arch linux",
            "linux/unix",
            "unix",
        ],
    ),
    (
        "iphone",
        &[
            "ios",
            "iphone",
            "ipad",
            "iphone or ipad",
            "iphone and ipad",
            "ios/ipados",
            "ipados",
            "ipod touch",
        ],
    ),
    ("android", &["android", "android phone", "android tablet"]),
    ("chromeos", &["chromeos", "chrome os", "chromebook"]),
    ("chrome", &["chrome", "google chrome", "chromium"]),
    ("firefox", &["firefox", "mozilla firefox"]),
    ("safari", &["safari"]),
    ("edge", &["edge", "microsoft edge"]),
    ("opera", &["opera"]),
    ("brave", &["brave"]),
    ("desktop", &["desktop", "desktop app", "computer", "laptop"]),
    (
        "mobile",
        &[
            "mobile",
            "mobile app",
            "phone",
            "smartphone",
            "mobile device",
            "mobile devices",
        ],
    ),
    (
        "web",
        &["web", "browser", "web browser", "web app", "website"],
    ),
];

/// The systems that a title ends with: Clear the cache on Windows, Reset it (macOS).
pub(super) fn systems_at_end(title: &str) -> Vec<&'static str> {
    let whole = systems(title);
    if !whole.is_empty() {
        return whole;
    }
    let folded = folded(title);
    let inner = folded
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .map(|(_, inner)| inner);
    inner
        .into_iter()
        .chain(
            [" on ", " for ", " in "]
                .iter()
                .filter_map(|word| folded.rsplit_once(word).map(|(_, end)| end)),
        )
        .map(systems)
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// What a system is one of: a reader has one of each kind.
pub(super) fn kind_of(system: &str) -> &'static str {
    match system {
        "windows" | "macos" | "linux" | "iphone" | "android" | "chromeos" => {
            "Which device do you use?"
        }
        "chrome" | "firefox" | "safari" | "edge" | "opera" | "brave" => "Which browser do you use?",
        _ => "Where do you use it?",
    }
}

/// The systems that a title is for, where it names nothing else: On Windows 10, macOS and Linux, For iPhone users.
pub(super) fn systems(title: &str) -> Vec<&'static str> {
    let folded = folded(title);
    let mut text = folded.as_str();
    for lead in [
        "instructions for ",
        "steps for ",
        "solution for ",
        "fix for ",
        "on ",
        "for ",
        "using ",
        "in ",
        "if you use ",
        "if you're using ",
        "if you are using ",
        "if you're on ",
        "if you are on ",
        "a ",
        "an ",
        "the ",
        "your ",
    ] {
        text = text.strip_prefix(lead).unwrap_or(text);
    }
    for end in [
        " users",
        " user",
        " instructions",
        " only",
        " devices",
        " device",
        " computers",
        " computer",
        " application",
        " app",
        " client",
        " version",
        " steps",
        " settings",
        " os",
        " operating system",
        " systems",
    ] {
        let known = SYSTEMS.iter().any(|(_, names)| names.contains(&text));
        if !known {
            text = text.strip_suffix(end).unwrap_or(text);
        }
    }
    let mut found = Vec::new();
    let whole = SYSTEMS.iter().find(|(_, names)| names.contains(&text));
    if let Some((id, _)) = whole {
        return vec![id];
    }
    for part in text
        .replace(" and ", ",")
        .replace(" or ", ",")
        .replace(['/', '&', '+'], ",")
        .split(',')
    {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        // A version is no other system: windows 10, ios 16.4 and later.
        let name = part
            .trim_end_matches(" and later")
            .trim_end_matches(" or later")
            .trim_end_matches(" later")
            .trim_end_matches(|c: char| {
                c.is_ascii_digit() || matches!(c, '.' | ' ' | '+' | ',' | 'x')
            })
            .trim_end_matches(" xp")
            .trim_end_matches(" vista");
        match SYSTEMS
            .iter()
            .find(|(_, names)| names.contains(&name) || names.contains(&part))
        {
            Some((id, _)) => found.push(*id),
            None if part == "later"
                || part.chars().all(|c| c.is_ascii_digit() || c == '.') && !found.is_empty() => {}
            None => return Vec::new(),
        }
    }
    found.dedup();
    found
}

/// What people call a system.
pub(super) fn system_name(id: &str) -> &'static str {
    match id {
        "windows" => "Windows",
        "macos" => "Mac",
        "linux" => "Linux",
        "iphone" => "iPhone or iPad",
        "android" => "Android",
        "chromeos" => "Chromebook",
        "chrome" => "Chrome",
        "firefox" => "Firefox",
        "safari" => "Safari",
        "edge" => "Edge",
        "opera" => "Opera",
        "brave" => "Brave",
        "desktop" => "A computer",
        "mobile" => "A phone or tablet",
        _ => "A browser",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_end() {
        let of = |text| sentences(text).collect::<Vec<_>>();
        assert_eq!(
            of("Set 2.4 GHz. Wait! Is it on? Yes"),
            ["Set 2.4 GHz.", "Wait!", "Is it on?", "Yes"]
        );
        assert_eq!(of(""), Vec::<&str>::new());
    }

    #[test]
    fn numbers_and_ordinals() {
        for (title, number_of) in [
            ("3. Restart", Some(3)),
            ("3) Restart", Some(3)),
            ("2.4 GHz", None),
            ("2 factor codes", None),
            ("10 - Reset", Some(10)),
            ("2.1. Go", Some(1)),
        ] {
            assert_eq!(number(title).map(|(n, _)| n), number_of, "{title}");
        }
        assert_eq!(ordinal("Method 2: Restart"), Some(("method", 2)));
        assert_eq!(ordinal("Step 3 — Restart"), Some(("step", 3)));
        assert_eq!(ordinal("Fix the cable"), None);
    }

    #[test]
    fn roles_of_titles() {
        for (title, expected) in [
            ("Symptoms", Role::Reason),
            ("Resolution", Role::Group),
            ("Still need help?", Role::Support),
            ("Before you begin", Role::Before),
            ("Related articles", Role::Beside),
            ("8. If the problem remains", Role::Support),
            ("Restart the phone", Role::Plain),
        ] {
            assert_eq!(role(title), expected, "{title}");
        }
    }

    #[test]
    fn sentences_that_tell_to_do_something() {
        for (sentence, tells) in [
            ("Restart the phone.", true),
            ("If it is on, turn it off.", true),
            ("To start over, press Reset.", true),
            ("Please wait.", true),
            ("You should update it.", true),
            ("The phone is slow.", false),
            ("This happens when the disk is full.", false),
            ("Update is slow.", false),
        ] {
            assert_eq!(instructs(sentence), tells, "{sentence}");
        }
    }

    #[test]
    fn systems_of_titles() {
        for (title, expected) in [
            ("On Windows", vec!["windows"]),
            ("Windows 10", vec!["windows"]),
            ("macOS and Linux", vec!["macos", "linux"]),
            ("For iPhone users", vec!["iphone"]),
            ("Windows update fails", vec![]),
            ("Restart", vec![]),
        ] {
            assert_eq!(systems(title), expected, "{title}");
        }
    }
}
