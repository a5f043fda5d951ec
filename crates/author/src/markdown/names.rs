//! What the tools that make pages of Markdown call their boxes, tabs and pictures.
//!
//! Belongs here: the one table of names, whatever syntax they stand in. Does not: the syntaxes (`blocks`, `inline`).

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A box with a note, or with a warning.
    Tip { warning: bool },
    /// Something around the text that is read as if it were not there: tabs, cards, steps. Its title is kept.
    Around,
    /// The kind of box is said by an argument.
    ByArgument,
    /// Code, as in a fence.
    Code,
    /// A picture, told by its arguments.
    Picture,
    /// What the reader never sees.
    Hidden,
}

/// Words that mean nothing of their own around the name of a kind.
const AROUND_KINDS: [&str; 5] = ["callout-", "admonition-", "alert-", "ad-", "hint-"];

/// What a name means; nothing where it is not known.
pub(super) fn meaning(name: &str) -> Option<Meaning> {
    let name = name.trim_start_matches('.').to_ascii_lowercase();
    // Before the kinds: some are both.
    if matches!(
        name.as_str(),
        "callout"
            | "admonition"
            | "alert"
            | "hint"
            | "aside"
            | "notice"
            | "box"
            | "banner"
            | "message"
    ) {
        return Some(Meaning::ByArgument);
    }
    let kind = AROUND_KINDS
        .iter()
        .find_map(|around| name.strip_prefix(around))
        .unwrap_or(&name);
    if let Some(warning) = kind_of(kind) {
        return Some(Meaning::Tip { warning });
    }
    Some(match name.as_str() {
        "details" | "expand" | "expandable" | "accordion" | "accordiongroup" | "accordion-item"
        | "collapse" | "collapsible" | "dropdown" | "spoiler" | "toggle" | "tabs" | "tab"
        | "tabitem" | "tab-item" | "tab-set" | "tabset" | "tabpane" | "tabpanel" | "code-group"
        | "codegroup" | "steps" | "step" | "stepper" | "card" | "cards" | "cardgroup"
        | "card-group" | "cardgrid" | "grid" | "grid-item-card" | "columns" | "column" | "row"
        | "col" | "frame" | "raw" | "v-pre" | "div" | "span" | "p" | "center" | "section"
        | "block" | "panel" | "fragment" | "prose" | "wrap" | "layout" => Meaning::Around,
        "code-block" | "code" | "code-cell" | "sourcecode" | "parsed-literal" | "highlight"
        | "prompt" | "console" => Meaning::Code,
        "image" | "figure" | "img" | "picture" | "screenshot" => Meaning::Picture,
        "comment" | "toc" | "contents" | "toctree" | "index" | "highlightlang"
        | "currentmodule" => Meaning::Hidden,
        _ => return None,
    })
}

/// Whether a kind of box warns; nothing for what is no kind.
pub(super) fn kind_of(kind: &str) -> Option<bool> {
    Some(match kind.to_ascii_lowercase().as_str() {
        "warning" | "warn" | "caution" | "attention" | "danger" | "error" | "critical"
        | "failure" | "fail" | "bug" | "negative" => true,
        "note" | "notes" | "info" | "information" | "tip" | "tips" | "hint" | "important"
        | "success" | "check" | "done" | "question" | "help" | "faq" | "example" | "quote"
        | "cite" | "abstract" | "summary" | "tldr" | "todo" | "seealso" | "see-also"
        | "secondary" | "primary" | "notice" | "remark" | "default" | "neutral" | "positive"
        | "missing" | "versionadded" | "versionchanged" | "deprecated" | "prerequisites"
        | "topic" | "sidebar" => false,
        _ => return None,
    })
}

/// Whether a box of this kind is there to be heeded. One that tells what goes wrong, such as a bug, is not.
pub(super) fn is_heeded(kind: &str) -> bool {
    matches!(
        kind.to_ascii_lowercase().as_str(),
        "warning" | "caution" | "attention" | "danger" | "important"
    )
}

/// Whether what has this name unfolds under its title: a kind of box does where MkDocs writes `???`.
pub(super) fn folds(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    kind_of(&name).is_some()
        || matches!(
            name.as_str(),
            "details"
                | "expand"
                | "expandable"
                | "accordion"
                | "accordion-item"
                | "collapse"
                | "collapsible"
                | "dropdown"
                | "spoiler"
                | "toggle"
        )
}

/// Whether what has this name is one of several tabs.
pub(super) fn is_tab(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "tab" | "tabitem" | "tab-item" | "tabpanel"
    )
}

/// Whether what has this name holds several of a kind, and no words of its own.
pub(super) fn is_group(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    matches!(
        name.as_str(),
        "tabs"
            | "tab-set"
            | "tabset"
            | "tabpane"
            | "steps"
            | "stepper"
            | "cards"
            | "cardgroup"
            | "card-group"
            | "cardgrid"
            | "grid"
            | "columns"
            | "column"
            | "row"
            | "col"
            | "code-group"
            | "codegroup"
            | "accordiongroup"
            | "div"
            | "raw"
            | "v-pre"
            | "layout"
    )
}
