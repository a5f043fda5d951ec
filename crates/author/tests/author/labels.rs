//! The labels of answers, compared with each other and with the widget's own.

use unstuck_author::{Format, diagnose};

use crate::reported;

/// The labels that an answer has without one of its own are those of the widget.
#[test]
fn labels_are_compared_with_the_widgets_own() {
    let words: serde_json::Value =
        serde_json::from_str(include_str!("../../../../locales/en.json")).unwrap();
    let keys = [
        ("started", "verdictStarted"),
        ("solved", "verdictSolved"),
        ("not-solved", "verdictNotSolved"),
        ("still-running", "verdictStillRunning"),
        ("cannot", "verdictCannot"),
    ];
    for (own, _) in keys {
        for (other, key) in keys.into_iter().filter(|(other, _)| *other != own) {
            let label = words["widget"][key].as_str().unwrap();
            let text = format!(
                "# S {{#g {own}=\"{label}\"}}\n\nGo.\n\n## A {{#a}}\n\n1. Do.\n\n## Ask {{support}}\n\nUs.\n"
            );
            let told = reported(&diagnose(Format::Markdown, &text));
            assert!(
                told.iter().any(|(_, rule, _)| *rule == "same-label"),
                "{own} {other} {told:?}"
            );
        }
    }
}
