//! The same article in other markup makes the same guide: what a site's templates and editors do to markup, and readers do not see.
//!
//! Belongs here: ways to write an article differently, tried on the rows of all tables. Does not: what a guide should be (the rows say).

use unstuck_adopt::{guide, html};
use unstuck_core::guide::{Element, Node, is_inline};

/// A way to write an article differently.
struct Variant {
    name: &'static str,
    write: fn(Element) -> Element,
}

const VARIANTS: &[Variant] = &[
    Variant {
        name: "each block in a frame",
        write: |article| blocks(article, &|block| vec![within("div", block)]),
    },
    Variant {
        name: "each heading in a frame",
        write: |article| {
            blocks(article, &|block| {
                vec![if is_heading(&block) {
                    within("div", block)
                } else {
                    block
                }]
            })
        },
    },
    Variant {
        name: "headings in bold",
        write: |article| headings(article, &|heading| filled(heading, "strong")),
    },
    Variant {
        name: "headings in an element for their style",
        write: |article| headings(article, &|heading| filled(heading, "span")),
    },
    Variant {
        name: "anchors in headings",
        write: |article| {
            headings(article, &|mut heading| {
                let mut anchor = new("a", vec![Node::Text("#".into())]);
                anchor.attributes = vec![
                    ("class".into(), "anchor".into()),
                    ("href".into(), "#x".into()),
                ];
                heading.children.push(Node::Element(anchor));
                heading
            })
        },
    },
    Variant {
        name: "headings one level down",
        write: |article| {
            if contains(&article, &|element| element.tag == "h6") {
                return article;
            }
            each(article, &|mut element| {
                if is_heading(&element) && element.tag != "h1" {
                    let level = element.tag[1..].parse::<u8>().unwrap();
                    element.tag = format!("h{}", level + 1);
                }
                element
            })
        },
    },
    Variant {
        name: "sections",
        write: |mut article| {
            article.children = sections(article.children);
            article
        },
    },
    Variant {
        name: "paragraphs in items",
        write: |article| {
            each(article, &|element| {
                let loose = element.tag == "li" && !contains(&element, &|inner| !is_phrase(inner));
                if loose { filled(element, "p") } else { element }
            })
        },
    },
    Variant {
        name: "paragraphs that are none by name",
        write: |article| {
            each(article, &|mut element| {
                if element.tag == "p" {
                    element.tag = "div".into();
                }
                element
            })
        },
    },
    Variant {
        name: "empty paragraphs",
        write: |article| {
            blocks(article, &|block| {
                let empty = new("p", vec![Node::Text("\u{a0}".into())]);
                vec![block, empty]
            })
        },
    },
    Variant {
        name: "other elements for bold and italics",
        write: |article| {
            each(article, &|mut element| {
                let other = match &*element.tag {
                    "b" => "strong",
                    "strong" => "b",
                    "i" => "em",
                    "em" => "i",
                    same => same,
                };
                element.tag = other.to_owned();
                element
            })
        },
    },
    Variant {
        name: "lines that the source wraps",
        write: |article| texts(article, &wrapped),
    },
    Variant {
        name: "spaces that do not break",
        write: |article| texts(article, &|text| text.replace(' ', "\u{a0}")),
    },
    Variant {
        name: "curly apostrophes",
        write: |article| texts(article, &|text| text.replace('\'', "’")),
    },
    Variant {
        name: "a style for each text",
        write: |article| {
            each(article, &|element| {
                if matches!(&*element.tag, "p" | "li" | "td" | "th") {
                    let children = element.children.into_iter().map(|child| match child {
                        Node::Text(text) if !text.trim().is_empty() => {
                            Node::Element(new("span", vec![Node::Text(text)]))
                        }
                        other => other,
                    });
                    return Element {
                        children: children.collect(),
                        ..element
                    };
                }
                element
            })
        },
    },
    Variant {
        name: "line breaks at the end of paragraphs",
        write: |article| {
            each(article, &|mut element| {
                if element.tag == "p" {
                    element.children.push(Node::Element(new("br", Vec::new())));
                }
                element
            })
        },
    },
    Variant {
        name: "a table around the page",
        write: |article| {
            let cell = new("td", article.children);
            let row = within("tr", cell);
            Element {
                children: vec![Node::Element(within("table", within("tbody", row)))],
                ..article
            }
        },
    },
    Variant {
        name: "frames around the page",
        write: |article| {
            let inner = new("div", article.children);
            Element {
                children: vec![Node::Element(within("main", within("div", inner)))],
                ..article
            }
        },
    },
    Variant {
        name: "headings in capitals",
        write: |article| {
            headings(article, &|heading| {
                texts(heading, &|text| text.to_uppercase())
            })
        },
    },
    Variant {
        name: "headings in title case",
        write: |article| headings(article, &|heading| texts(heading, &title_case)),
    },
    Variant {
        name: "headings by role",
        write: |article| {
            headings(article, &|mut heading| {
                let level = heading.tag[1..].to_owned();
                heading.tag = "div".into();
                heading.attributes.push(("role".into(), "heading".into()));
                heading.attributes.push(("aria-level".into(), level));
                heading
            })
        },
    },
    Variant {
        name: "classes that give looks",
        write: |article| {
            each(article, &|mut element| {
                if element.attribute("class").is_none() {
                    let class = format!("wp-block-{} css-1x9z text-base", element.tag);
                    element.attributes.push(("class".into(), class));
                }
                element
            })
        },
    },
    Variant {
        name: "rules between blocks",
        write: |article| {
            blocks(article, &|block| {
                if is_heading(&block) {
                    vec![new("hr", Vec::new()), block]
                } else {
                    vec![block]
                }
            })
        },
    },
    Variant {
        name: "panels below headings",
        write: |mut article| {
            article.children = panels(article.children, &|heading, panel| {
                vec![heading, Node::Element(new("div", panel))]
            });
            article
        },
    },
    Variant {
        name: "sections that unfold",
        write: |mut article| {
            article.children = panels(article.children, &|heading, panel| {
                let mut children = vec![Node::Element(within("summary", element_of(heading)))];
                children.extend(panel);
                vec![Node::Element(new("details", children))]
            });
            article
        },
    },
    Variant {
        name: "buttons that open panels",
        write: |mut article| {
            article.children = panels(article.children, &|heading, panel| {
                let mut heading = element_of(heading);
                let mut button = new("button", std::mem::take(&mut heading.children));
                button
                    .attributes
                    .push(("aria-expanded".into(), "false".into()));
                heading.children.push(Node::Element(button));
                let mut panel = new("div", panel);
                panel.attributes.push(("hidden".into(), String::new()));
                let item = vec![Node::Element(heading), Node::Element(panel)];
                vec![Node::Element(new("div", item))]
            });
            article
        },
    },
    Variant {
        name: "what a page has around its article",
        write: |mut article| {
            let link = |words: &str| {
                let mut link = new("a", vec![Node::Text(words.into())]);
                link.attributes.push(("href".into(), "/help".into()));
                Node::Element(link)
            };
            let trail = new(
                "nav",
                vec![
                    link("Help centre"),
                    Node::Text(" › ".into()),
                    link("Devices"),
                ],
            );
            article.children.insert(0, Node::Element(trail));
            let helpful = new("p", vec![Node::Text("Was this article helpful?".into())]);
            let yes = new("button", vec![Node::Text("Yes".into())]);
            let no = new("button", vec![Node::Text("No".into())]);
            let votes = vec![
                Node::Element(helpful),
                Node::Element(yes),
                Node::Element(no),
            ];
            article.children.push(Node::Element(new("div", votes)));
            let head = new("h2", vec![Node::Text("Related articles".into())]);
            let item = |words| Node::Element(new("li", vec![link(words)]));
            let list = new(
                "ul",
                vec![item("Set up your device"), item("Change your plan")],
            );
            article.children.push(Node::Element(head));
            article.children.push(Node::Element(list));
            article
        },
    },
    Variant {
        name: "lists by hand",
        write: |article| {
            blocks(article, &|block| {
                let simple = matches!(&*block.tag, "ul" | "ol")
                    && !contains(&block, &|inner| inner.tag != "li" && !is_phrase(inner))
                    && block.attributes.is_empty();
                let items = block
                    .children
                    .iter()
                    .filter(|child| matches!(child, Node::Element(_)));
                // One line is no list.
                if !simple || items.count() < 2 {
                    return vec![block];
                }
                let items = block.children.into_iter().filter_map(|child| match child {
                    Node::Element(item) if item.tag == "li" && item.attributes.is_empty() => {
                        Some(item)
                    }
                    _ => None,
                });
                let numbered = block.tag == "ol";
                let line = |(at, item): (usize, Element)| {
                    let mark = if numbered {
                        format!("{}. ", at + 1)
                    } else {
                        "•\u{a0}".into()
                    };
                    let mut children = vec![Node::Text(mark)];
                    children.extend(item.children);
                    new("p", children)
                };
                items.enumerate().map(line).collect()
            })
        },
    },
];

fn new(tag: &str, children: Vec<Node>) -> Element {
    Element {
        tag: tag.to_owned(),
        attributes: Vec::new(),
        children,
    }
}

fn within(tag: &str, inner: Element) -> Element {
    new(tag, vec![Node::Element(inner)])
}

/// An element whose content is in one element more.
fn filled(mut element: Element, tag: &str) -> Element {
    let children = std::mem::take(&mut element.children);
    element.children = vec![Node::Element(new(tag, children))];
    element
}

fn is_heading(element: &Element) -> bool {
    matches!(&*element.tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_phrase(element: &Element) -> bool {
    is_inline(&element.tag) || element.tag == "img"
}

fn contains(element: &Element, test: &dyn Fn(&Element) -> bool) -> bool {
    element.children.iter().any(|child| match child {
        Node::Element(inner) => test(inner) || contains(inner, test),
        Node::Text(_) => false,
    })
}

/// The article with each of its elements written by `write`.
fn each(mut article: Element, write: &dyn Fn(Element) -> Element) -> Element {
    let children = article.children.into_iter().map(|child| match child {
        Node::Element(inner) => Node::Element(write(each(inner, write))),
        text @ Node::Text(_) => text,
    });
    article.children = children.collect();
    article
}

fn headings(article: Element, write: &dyn Fn(Element) -> Element) -> Element {
    each(article, &|element| {
        if is_heading(&element) {
            write(element)
        } else {
            element
        }
    })
}

/// The article with its words written by `write`; code is left as it is.
fn texts(mut article: Element, write: &dyn Fn(&str) -> String) -> Element {
    let children = article.children.into_iter().map(|child| match child {
        Node::Text(text) => Node::Text(write(&text)),
        Node::Element(inner) if matches!(&*inner.tag, "pre" | "code" | "script" | "style") => {
            Node::Element(inner)
        }
        Node::Element(inner) => Node::Element(texts(inner, write)),
    });
    article.children = children.collect();
    article
}

/// Words on lines of four each.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for (at, piece) in text.split(' ').enumerate() {
        let part = if at % 4 == 3 { "\n      " } else { " " };
        out.push_str(if at == 0 { "" } else { part });
        out.push_str(piece);
    }
    out
}

/// The article with each block of it, and of its sections and frames, written by `write`.
fn blocks(mut article: Element, write: &dyn Fn(Element) -> Vec<Element>) -> Element {
    let mut out = Vec::new();
    for child in article.children {
        match child {
            Node::Element(inner) if !is_phrase(&inner) => {
                let holds = matches!(&*inner.tag, "div" | "section" | "main");
                let holds = holds && contains(&inner, &|element| !is_phrase(element));
                let written = if holds {
                    vec![blocks(inner, write)]
                } else {
                    write(inner)
                };
                out.extend(written.into_iter().map(Node::Element));
            }
            other => out.push(other),
        }
    }
    article.children = out;
    article
}

/// A section for each heading, those of lower headings within.
fn sections(nodes: Vec<Node>) -> Vec<Node> {
    let level = |node: &Node| match node {
        Node::Element(element) if is_heading(element) => Some(element.tag.clone()),
        _ => None,
    };
    let mut out = Vec::new();
    let mut rest = nodes.into_iter().peekable();
    while let Some(node) = rest.next() {
        let Some(own) = level(&node) else {
            out.push(node);
            continue;
        };
        let mut inner = Vec::new();
        while let Some(next) = rest.next_if(|next| level(next).is_none_or(|level| level > own)) {
            inner.push(next);
        }
        let mut children = vec![node];
        children.extend(sections(inner));
        out.push(Node::Element(new("section", children)));
    }
    out
}

/// Each heading that no heading follows on a lower level, with what stands below it, as `write` has it.
fn panels(nodes: Vec<Node>, write: &dyn Fn(Node, Vec<Node>) -> Vec<Node>) -> Vec<Node> {
    let level = |node: &Node| match node {
        Node::Element(element) if is_heading(element) => Some(element.tag.clone()),
        _ => None,
    };
    let mut out = Vec::new();
    let mut rest = nodes.into_iter().peekable();
    while let Some(node) = rest.next() {
        let Some(own) = level(&node).filter(|own| own != "h1") else {
            out.push(node);
            continue;
        };
        let mut panel = Vec::new();
        while let Some(next) = rest.next_if(|next| level(next).is_none()) {
            panel.push(next);
        }
        let last = rest.peek().and_then(level).is_none_or(|next| next <= own);
        if last && panel.iter().any(|node| matches!(node, Node::Element(_))) {
            out.extend(write(node, panel));
        } else {
            out.push(node);
            out.extend(panel);
        }
    }
    out
}

fn element_of(node: Node) -> Element {
    match node {
        Node::Element(element) => element,
        Node::Text(_) => panic!("a text in place of an element"),
    }
}

fn title_case(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let mut letters = word.chars();
        let first: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        first + letters.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What is made of an article, written down.
fn made(article: &Element) -> String {
    match guide(article) {
        Ok(guide) => format!(
            "{}\n{}{}",
            guide.title,
            crate::drawn(&guide),
            crate::told(&guide)
        ),
        Err(problems) => format!("refused: {}", problems[0].rule.name()),
    }
}

/// What still makes another guide.
const LEFT: &[(&str, &str)] = &[
    // A rule in the box parts its heading from what follows.
    (
        "rules between blocks",
        "a box with the heading of what follows it, whatever its looks",
    ),
    (
        "buttons that open panels",
        "a box with the heading of what follows it, whatever its looks",
    ),
    // A message in code is no title of what unfolds.
    (
        "buttons that open panels",
        "a message in code over what is behind it, among symptoms",
    ),
    // What unfolds within what unfolds is a part of it.
    (
        "sections that unfold",
        "all that a heading has stands in one note that unfolds",
    ),
    (
        "sections that unfold",
        "summaries under headings that group them",
    ),
    (
        "sections that unfold",
        "summaries below headings that group them",
    ),
    (
        "sections that unfold",
        "summaries below headings and sub-headings, one of which sends to a forum",
    ),
    // The last note is not all that its heading has.
    (
        "what a page has around its article",
        "all that a heading has stands in one note that unfolds",
    ),
];

/// Rows that make another guide in other markup, but for those that are known to.
fn wrong(variants: impl Fn(usize) -> Vec<&'static Variant>) -> Vec<String> {
    // Signs that look the same are the same here, and so are capitals.
    let folded = |text: &str| text.replace('\u{a0}', " ").replace('’', "'").to_lowercase();
    let mut out = Vec::new();
    for (at, case) in crate::all().enumerate() {
        let article = html::article(&format!("<article>{}</article>", case.article));
        let before = made(&article);
        for variant in variants(at) {
            let after = made(&(variant.write)(article.clone()));
            if folded(&before) != folded(&after) && !LEFT.contains(&(variant.name, case.shape)) {
                out.push(format!(
                    "{}, with {}:\n{after}instead of:\n{before}",
                    case.shape, variant.name
                ));
            }
        }
    }
    out
}

#[test]
fn other_markup_makes_the_same_guide() {
    // Each row in one of them; the test below has all.
    let wrong = wrong(|at| vec![&VARIANTS[at % VARIANTS.len()]]);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "the same for all of them takes minutes"]
fn any_other_markup_makes_the_same_guide() {
    let wrong = wrong(|_| VARIANTS.iter().collect());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
