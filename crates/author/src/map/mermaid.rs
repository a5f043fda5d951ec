//! The flow as text for Mermaid.

use unstuck_core::characters::{is_banned, is_unseen};
use unstuck_core::guide::{Condition, Fix, Guide, Question};

use super::flow::{check_outcome, condition_of, condition_words, exhausted_title, label, prompt};

/// The flow as a Mermaid flowchart.
#[must_use]
pub fn mermaid(guide: &Guide) -> String {
    let mut out = format!("flowchart TD\n  start([\"{}\"])\n", escaped(&guide.title));
    // The entry of each part, in order; what leads past a part leads to the entry of the next.
    let choices: Vec<&[Question]> = guide.choices().collect();
    let questions = choices
        .iter()
        .enumerate()
        .map(|(i, choice)| entry(condition_of(choice), "q", i, "q"));
    let fixes = guide
        .fixes
        .iter()
        .enumerate()
        .map(|(i, fix)| entry(&fix.only_if, "f", i, first_node(fix)));
    let entries: Vec<String> = questions
        .chain(fixes)
        .chain(["exhausted".to_owned()])
        .collect();
    out.push_str(&format!("  start --> {}\n", entries[0]));
    for (i, choice) in choices.iter().enumerate() {
        let next = &entries[i + 1];
        gate(
            condition_of(choice),
            "q",
            i,
            &format!("q{i}"),
            next,
            &mut out,
        );
        out.push_str(&format!("  q{i}{{\"{}\"}}\n", escaped(prompt(choice))));
        for question in *choice {
            let (id, label) = (escaped(&question.id), escaped(&label(question)));
            let edge = if question.one_of.is_empty() {
                format!("{id}: yes, no or not sure")
            } else {
                format!("{id}: {label}")
            };
            out.push_str(&format!("  q{i} -->|\"{edge}\"| {next}\n"));
        }
        if !choice.iter().all(|question| question.one_of.is_empty()) {
            out.push_str(&format!("  q{i} -->|none or not sure| {next}\n"));
        }
    }
    for (i, fix) in guide.fixes.iter().enumerate() {
        let next = &entries[choices.len() + i + 1];
        gate(
            &fix.only_if,
            "f",
            i,
            &format!("{}{i}", first_node(fix)),
            next,
            &mut out,
        );
        if let Some(check) = &fix.check {
            let (pass, go, outcome) = check_outcome(check);
            let to = if fix.risk.is_some() { "r" } else { "f" };
            out.push_str(&format!("  c{i}{{\"{}\"}}\n", escaped(&check.ask)));
            out.push_str(&format!("  c{i} -->|\"{go} or not sure\"| {to}{i}\n  c{i} -->|\"{pass}: {outcome}\"| {next}\n"));
        }
        if let Some(risk) = &fix.risk {
            let kind = if risk.reversible {
                "can be undone"
            } else {
                "cannot be undone"
            };
            out.push_str(&format!("  r{i}[/\"Risk, {kind}: go on?\"/]\n  r{i} -->|go on| f{i}\n  r{i} -->|leave it out| {next}\n"));
        }
        out.push_str(&format!("  f{i}[\"{}. {}\"]\n", i + 1, escaped(&fix.title)));
        out.push_str(&format!(
            "  f{i} -->|solved| solved\n  f{i} -->|not solved| {next}\n"
        ));
    }
    out.push_str("  solved([\"Solved\"])\n");
    out.push_str(&format!(
        "  exhausted([\"{}\"])\n",
        escaped(exhausted_title(guide))
    ));
    out
}

fn first_node(fix: &Fix) -> &'static str {
    match (&fix.check, &fix.risk) {
        (Some(_), _) => "c",
        (None, Some(_)) => "r",
        (None, None) => "f",
    }
}

fn entry(only_if: &Condition, kind: &str, index: usize, first: &str) -> String {
    if only_if.0.is_empty() {
        format!("{first}{index}")
    } else {
        format!("{kind}w{index}")
    }
}

fn gate(only_if: &Condition, kind: &str, index: usize, to: &str, next: &str, out: &mut String) {
    if !only_if.0.is_empty() {
        out.push_str(&format!(
            "  {kind}w{index}{{{{\"only if {}\"}}}}\n",
            escaped(&condition_words(only_if))
        ));
        out.push_str(&format!(
            "  {kind}w{index} -->|so| {to}\n  {kind}w{index} -.->|not so| {next}\n"
        ));
    }
}

/// Words within Mermaid's quotes: what could end them or has a meaning becomes an entity.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            c if c.is_whitespace() => out.push(' '),
            c if is_banned(c) => {}
            c if is_unseen(c) => out.push_str(&format!("#{};", u32::from(c))),
            '"' | '#' | '<' | '>' | '&' | '`' | ';' | '\\' => {
                out.push_str(&format!("#{};", c as u32))
            }
            c => out.push(c),
        }
    }
    out
}
