//! What is rendered, as a snapshot holds it: the accessible tree, and the HTML with an element a line.

use scraper::{ElementRef, Html, Node, Selector};

/// Roles and names within the elements that a selector names, then their HTML.
pub(crate) fn shot(html: &str, selector: &str) -> String {
    let document = Html::parse_fragment(html);
    let selector = Selector::parse(selector).unwrap();
    let mut heard = String::new();
    let mut seen = String::new();
    for element in document.select(&selector) {
        hear(&document, element, 0, &mut heard);
        write(element, 0, &mut seen);
    }
    assert!(!seen.is_empty(), "nothing is rendered there");
    format!("{heard}\n{seen}")
}

/// Every element with a role, and its name.
pub(crate) fn roles(html: &str) -> Vec<(String, String)> {
    let document = Html::parse_fragment(html);
    let all = Selector::parse("*").unwrap();
    let found = document.select(&all);
    found
        .filter(|element| !hidden(*element))
        .filter_map(|element| Some((role(element)?, name(&document, element))))
        .collect()
}

fn hear(document: &Html, element: ElementRef<'_>, depth: usize, out: &mut String) {
    if hidden(element) {
        return;
    }
    let mut inside = depth;
    if let Some(role) = role(element) {
        let name = name(document, element);
        let indent = "  ".repeat(depth);
        out.push_str(format!("{indent}{role} \"{name}\"").trim_end_matches(" \"\""));
        out.push('\n');
        inside += 1;
    }
    for child in element.child_elements() {
        hear(document, child, inside, out);
    }
}

pub(crate) fn hidden(element: ElementRef<'_>) -> bool {
    element.attr("aria-hidden") == Some("true")
        || (element.value().name() == "dialog" && !element.has_children())
}

/// The role of an element, if it has one for assistive technology.
pub(crate) fn role(element: ElementRef<'_>) -> Option<String> {
    if let Some(role) = element.attr("role") {
        return Some(role.to_owned());
    }
    let role = match element.value().name() {
        "a" => "link",
        "button" => "button",
        "dialog" => "dialog",
        "details" => "group",
        "summary" => "summary",
        "img" => "img",
        "table" => "table",
        "ol" | "ul" => "list",
        "li" => "listitem",
        "input" if element.attr("type") == Some("checkbox") => {
            let checked = element.attr("checked").is_some();
            return Some(
                if checked {
                    "checkbox, checked"
                } else {
                    "checkbox"
                }
                .to_owned(),
            );
        }
        "input" => "textbox",
        name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
            return Some(format!("heading {}", &name[1..]));
        }
        _ => return None,
    };
    Some(role.to_owned())
}

/// The accessible name: what labels the element, or, where its role takes its name from there, what is in it.
pub(crate) fn name(document: &Html, element: ElementRef<'_>) -> String {
    if let Some(label) = element.attr("aria-label").or(element.attr("alt")) {
        return label.to_owned();
    }
    if let Some(id) = element.attr("aria-labelledby") {
        let labels = Selector::parse(&format!("[id='{id}']")).unwrap();
        return document.select(&labels).map(text).collect();
    }
    match element.value().name() {
        "a" | "button" | "summary" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => text(element),
        "input" => element
            .ancestors()
            .filter_map(ElementRef::wrap)
            .find(|around| around.value().name() == "label")
            .map_or_else(String::new, text),
        _ if element.attr("role") == Some("status") => text(element),
        _ => String::new(),
    }
}

/// The words of an element, as they are read out.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let words = words(element);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(element: ElementRef<'_>) -> String {
    let heard = element.children().map(|child| match child.value() {
        Node::Text(text) => text.to_string(),
        _ => ElementRef::wrap(child)
            .filter(|child| !hidden(*child))
            .map_or_else(String::new, |child| match is_inline(child) {
                true => words(child),
                false => format!(" {} ", words(child)),
            }),
    });
    heard.collect()
}

/// Whether an element stands in a line with the words around it: all others are boxes of their own, which the style sheet makes
/// of spans by their class, and browsers put a space between.
fn is_inline(element: ElementRef<'_>) -> bool {
    let inline = matches!(
        element.value().name(),
        "span" | "strong" | "em" | "kbd" | "code" | "a" | "b" | "u"
    );
    let in_line = ["whole", "path", "crumb", "mark", "unseen", "entry-title"];
    inline
        && element
            .attr("class")
            .is_none_or(|class| in_line.contains(&class))
}

fn write(element: ElementRef<'_>, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let mut attributes: Vec<_> = element.value().attrs().collect();
    attributes.sort_unstable();
    let name = element.value().name();
    out.push_str(&format!("{indent}<{name}"));
    for (name, value) in attributes {
        out.push_str(&format!(" {name}={value:?}"));
    }
    out.push_str(">\n");
    for child in element.children() {
        match child.value() {
            Node::Text(text) => out.push_str(&format!("{indent}  {:?}\n", &**text)),
            Node::Element(_) => {
                if let Some(child) = ElementRef::wrap(child) {
                    write(child, depth + 1, out);
                }
            }
            _ => {}
        }
    }
}
