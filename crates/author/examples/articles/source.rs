//! The words of a file as another reader sees them: CommonMark without our rules for other tools, or the text of HTML.
//!
//! Belongs here: what shows whether our own readers lose anything. It takes more for words than a reader of the guide would: what
//! is syntax of other tools is left out line by line, roughly, and what that misses is reported, not lost. Does not: comparing (see
//! `content`).

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html, Selector};
use unstuck_author::Format;

/// What holds no words.
const SILENT: [&str; 11] = [
    "script", "style", "template", "noscript", "nav", "form", "button", "svg", "iframe", "head",
    "footer",
];

/// The words of a file, in order.
pub(crate) fn words(format: Format, text: &str) -> String {
    match format {
        Format::Markdown => markdown(text),
        _ => html(text),
    }
}

fn html(text: &str) -> String {
    let document = Html::parse_document(text);
    let mut out = String::new();
    // Around what the page says is its content are menus.
    let main = Selector::parse("main, [role=main]").ok();
    let main = main.and_then(|main| document.select(&main).next());
    walk(main.unwrap_or_else(|| document.root_element()), &mut out);
    out
}

fn walk(element: ElementRef<'_>, out: &mut String) {
    let value = element.value();
    if SILENT.contains(&value.name()) || value.attr("hidden").is_some() {
        return;
    }
    let apart = !matches!(
        value.name(),
        "a" | "b" | "code" | "em" | "i" | "kbd" | "span" | "strong" | "sub" | "sup"
    );
    out.push_str(if apart { " " } else { "" });
    out.push_str(value.attr("alt").unwrap_or_default());
    for child in element.children() {
        match ElementRef::wrap(child) {
            Some(inner) => walk(inner, out),
            None => {
                if let Some(text) = child.value().as_text() {
                    out.push_str(text);
                }
            }
        }
    }
    out.push_str(if apart { " " } else { "" });
}

fn markdown(text: &str) -> String {
    let mut all = String::new();
    read(without_front_matter(text), 0, &mut all);
    let lines: Vec<String> = all.lines().map(without_syntax).collect();
    html(&lines.join("\n"))
}

/// Boxes and tabs of MkDocs indent what they hold, which is code elsewhere: it is read again, up to this depth.
const DEEPEST: usize = 6;

fn read(text: &str, depth: usize, all: &mut String) {
    let options =
        Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut indented = None;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) if depth < DEEPEST => {
                indented = Some(String::new());
            }
            Event::End(TagEnd::CodeBlock) if indented.is_some() => {
                all.push('\n');
                read(&indented.take().unwrap_or_default(), depth + 1, all);
            }
            // No tag begins in words.
            Event::Text(words) => match &mut indented {
                Some(block) => block.push_str(&words),
                None => all.push_str(&words.replace('<', "‹")),
            },
            Event::Code(words) => all.push_str(&words.replace('<', "‹")),
            Event::Html(part) | Event::InlineHtml(part) => all.push_str(&part),
            Event::Start(Tag::Link { .. } | Tag::Strong | Tag::Emphasis | Tag::Strikethrough)
            | Event::End(
                TagEnd::Link | TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough,
            ) => {}
            _ => all.push('\n'),
        }
    }
}

/// A text without what it says of itself between two lines of a kind.
fn without_front_matter(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    for mark in ["---", "+++"] {
        let rest = text
            .strip_prefix(mark)
            .filter(|rest| rest.starts_with(['\n', '\r']));
        let end = rest.and_then(|rest| rest.split_once(&format!("\n{mark}")));
        if let Some((_, after)) = end {
            return after;
        }
    }
    text
}

/// A line without what other tools write around words.
fn without_syntax(line: &str) -> String {
    let trimmed = line.trim();
    let of_module = ["import ", "export "]
        .iter()
        .any(|word| trimmed.starts_with(word))
        && (trimmed.contains(" from ") || trimmed.ends_with(';'));
    let empty = ["[toc]", "[[toc]]"].contains(&trimmed.to_lowercase().as_str());
    if of_module || empty || trimmed.starts_with("--8‹--") {
        return String::new();
    }
    // The name of a box or a tab, and nothing of its title.
    let mut rest = trimmed;
    for mark in [":::", "!!!", "???", "===", "+++"] {
        if let Some(after) = rest.strip_prefix(mark) {
            let after = after.trim_start_matches([':', '+', '!', '?']).trim_start();
            let name = after.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-');
            rest = match mark {
                "===" | "+++" => after,
                ":::" if name.contains("=\"") => "",
                _ => name,
            };
            break;
        }
    }
    let rest = between(rest, '‹', "/>", is_component);
    let rest = between(&rest, '{', "}", is_attributes);
    // The name of a callout or a macro.
    let mut pieces = rest.split("[!");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push('[');
        out.push_str(piece.trim_start_matches(|c: char| c.is_ascii_alphabetic()));
    }
    out
}

/// Whether `‹` begins a component of MDX that holds nothing.
fn is_component(inside: &str) -> bool {
    inside.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether braces hold attributes or a template, and no words.
fn is_attributes(inside: &str) -> bool {
    let inside = inside.trim_start();
    inside.starts_with([':', '#', '.', '%', '{', '/']) || inside.contains('=')
}

/// A line without what stands from an opening to a closing, where it is syntax.
fn between(line: &str, open: char, close: &str, is_syntax: fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        match after.split_once(close) {
            Some((inside, behind)) if is_syntax(inside) => rest = behind,
            _ => {
                out.push(open);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_reader_sees_the_words_and_no_syntax() {
        let text = "---\ntitle: T\n---\nimport X from 'x';\n\n# A {#a}\n\n::: warning Take care\nB <b>c</b>\n:::\n\n{: .note}\n\n!!! note \"D\"\n    E\n\n> [!TIP]\n> F\n\n```\ng<h>\n```\n";
        let words = words(Format::Markdown, text);
        let words: Vec<&str> = words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        assert_eq!(
            words,
            ["A", "Take", "care", "B", "c", "D", "E", "F", "g", "h"]
        );
    }
}
