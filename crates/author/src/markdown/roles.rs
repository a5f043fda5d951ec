//! Roles of MyST and reStructuredText: names that say what the code after them is.
//!
//! Belongs here: what each becomes. Does not: where they stand (`inline`).

/// Whether these are the words of a role's name.
pub(super) fn is_role(name: &str) -> bool {
    !name.is_empty()
        && name.len() < 40
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, ':' | '-' | '_' | '.')
        })
}

/// What the code of a role says, in which element, and whether its words are a name that only its tool can look up.
pub(super) fn role(name: &str, code: &str) -> (&'static str, String, bool) {
    let short = name.rsplit(':').next().unwrap_or(name);
    let words = match code.rsplit_once('<') {
        Some((words, target)) if target.ends_with('>') && !words.trim().is_empty() => {
            Some(words.trim())
        }
        _ => None,
    };
    match short {
        "kbd" => ("kbd", code.to_owned(), false),
        "guilabel" | "strong" | "button" => {
            ("strong", code.trim_start_matches('&').to_owned(), false)
        }
        "menuselection" => ("strong", code.replace("-->", "›"), false),
        "emphasis" | "dfn" | "title" | "term" | "abbr" | "sub" | "sup" | "subscript"
        | "superscript" => ("span", words.unwrap_or(code).to_owned(), false),
        "ref" | "doc" | "numref" | "any" | "eq" | "download" | "external" | "xref" => (
            "span",
            words.unwrap_or(code.trim_start_matches('/')).to_owned(),
            words.is_none(),
        ),
        _ => (
            "code",
            words.unwrap_or(code.trim_start_matches('~')).to_owned(),
            false,
        ),
    }
}
