//! The rules in the docs are those that decide.

#![allow(clippy::unwrap_used, reason = "tests may stop")]

use unstuck_adopt::By;

#[test]
fn the_docs_list_each_rule() {
    let rows = By::ALL
        .iter()
        .map(|by| format!("| `{}` | {} |\n", by.id(), by.sentence()));
    let wanted: String = rows.collect();
    let docs = std::fs::read_to_string("../../docs/rules.md").unwrap();
    let listed: String = docs
        .split_inclusive('\n')
        .filter(|line| line.starts_with("| `"))
        .collect();
    assert!(
        listed == wanted,
        "docs/rules.md should hold this table:\n{wanted}"
    );
}
