//! Ways to write an article differently, which nobody sees.

use unstuck_core::guide::{Element, Node};

use super::tree::*;

/// A way to write an article differently.
pub(super) struct Variant {
    pub(super) name: &'static str,
    pub(super) write: fn(Element) -> Element,
}

pub(super) const VARIANTS: &[Variant] = &[
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
