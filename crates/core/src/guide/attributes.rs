//! The attributes by which an article marks its guide: the one table of their names. `docs/article.md` explains them.

/// The attributes that take one of a few values, the default first, and what helps where the value is none of them.
pub const CHOICES: [(&str, &[&str], &str); 3] = [
    ("pass-on", &["yes", "no"], "write yes or no"),
    (
        "pass-as",
        &["not-needed", "cannot"],
        "write not-needed or cannot",
    ),
    (
        "risk",
        &["permanent", "reversible"],
        "write permanent or reversible",
    ),
];

/// The known names, without [`PREFIX`](super::PREFIX), which all but `lang` and `dir` have.
pub const ATTRIBUTES: [&str; 37] = [
    "id",
    "title",
    "skip",
    "steps",
    "name",
    "lang",
    "dir",
    "guide",
    "verdict",
    "solved",
    "not-solved",
    "started",
    "still-running",
    "cannot",
    "ask",
    "unsure",
    "pass-on",
    "pass-as",
    "only-if",
    "hint",
    "risk",
    "risk-title",
    "lost",
    "first",
    "away",
    "wait",
    "note",
    "after",
    "support",
    "words",
    "tip",
    "one-of",
    "drawing",
    "time",
    "need",
    "issue",
    "edition",
];
