//! The article's tree of a guide.
//!
//! Belongs here: which markup says what. Does not: HTML text, or how the tree is read back (that is `guide::read`).

use unstuck_core::guide::{
    Condition, Element, Fix, Guide, Image, Inline, Node, PREFIX, PassAs, Passage, Rich,
};

/// The article's tree of a guide: what [`unstuck_core::guide::read`] makes the same guide of.
#[must_use]
pub fn element(guide: &Guide) -> Element {
    let mut article = new("article");
    article.attributes.push(("lang".into(), guide.lang.clone()));
    let dir = guide.direction();
    if dir == "rtl" || !guide.dir.is_empty() {
        article.attributes.push(("dir".into(), dir.into()));
    }
    if !guide.id.is_empty() {
        mark(&mut article, "guide", &guide.id);
    }
    for (name, words) in own_verdict(guide) {
        mark(&mut article, name, words);
    }
    if guide.no_wait {
        mark(&mut article, "wait", "none");
    }
    mark_edition(&mut article, &guide.edition, "");
    let mut header = new("header");
    header
        .children
        .push(Node::Element(text("h1", &guide.title)));
    if !guide.summary.is_empty() {
        header
            .children
            .push(Node::Element(text("p", &guide.summary)));
    }
    append(&mut article, header);
    append_passages(&mut article, &guide.intro);
    if !guide.wait.is_empty() {
        append(&mut article, role_element(&guide.wait, &[("wait", "")]));
    }
    for question in &guide.questions {
        let mut element = role_element(&question.hint, &[("id", &question.id)]);
        only_if(&mut element, &question.only_if);
        mark(&mut element, "ask", &question.ask);
        if !question.one_of.is_empty() {
            mark(&mut element, "one-of", &question.one_of);
        }
        if !question.unsure.is_empty() {
            mark(&mut element, "unsure", &question.unsure);
        }
        mark_edition(&mut element, &question.edition, &guide.edition);
        append(&mut article, element);
    }
    for note in &guide.notes {
        let mut element = role_element(&note.passages, &[("note", "")]);
        only_if(&mut element, &note.only_if);
        append(&mut article, element);
    }
    for fix in &guide.fixes {
        append(&mut article, fix_section(fix, &guide.edition));
    }
    if !guide.after.is_empty() {
        append(&mut article, role_element(&guide.after, &[("after", "")]));
    }
    if let Some(support) = &guide.support {
        let mut element = new("section");
        mark(&mut element, "support", "");
        if !support.needs.is_empty() {
            mark(&mut element, "need", &support.needs.join(", "));
        }
        if !support.issue.is_empty() {
            mark(&mut element, "issue", &support.issue);
        }
        append(&mut element, text("h2", &support.title));
        append_passages(&mut element, &support.passages);
        append(&mut article, element);
    }
    sort_attributes(&mut article);
    article
}

/// The revision depends on the order of attributes, and a parser hands them over by name.
fn sort_attributes(element: &mut Element) {
    element.attributes.sort();
    for child in &mut element.children {
        if let Node::Element(inner) = child {
            sort_attributes(inner);
        }
    }
}

/// The edition, where it is not that of what this is in.
fn mark_edition(element: &mut Element, edition: &str, around: &str) {
    if edition != around {
        mark(element, "edition", edition);
    }
}

fn fix_section(fix: &Fix, edition: &str) -> Element {
    let mut section = new("section");
    mark(&mut section, "id", &fix.id);
    only_if(&mut section, &fix.only_if);
    if let Some(check) = &fix.check {
        if !check.pass_on {
            mark(&mut section, "pass-on", "no");
        }
        if check.pass_as == PassAs::Cannot {
            mark(&mut section, "pass-as", "cannot");
        }
        mark(&mut section, "ask", &check.ask);
        if !check.unsure.is_empty() {
            mark(&mut section, "unsure", &check.unsure);
        }
    }
    if fix.no_wait {
        mark(&mut section, "wait", "none");
    }
    if let Some(verdict) = &fix.verdict {
        mark(&mut section, "verdict", verdict);
    }
    if !fix.drawing.is_empty() {
        mark(&mut section, "drawing", &fix.drawing);
    }
    if !fix.time.is_empty() {
        mark(&mut section, "time", &fix.time);
    }
    mark_edition(&mut section, &fix.edition, edition);
    append(&mut section, text("h2", &fix.title));
    append_fix_passages(&mut section, &fix.reason);
    if let Some(check) = fix.check.as_ref().filter(|check| !check.hint.is_empty()) {
        append(&mut section, role_element(&check.hint, &[("hint", "")]));
    }
    if let Some(risk) = &fix.risk {
        let mut element = new("div");
        mark_risk(&mut element, risk.reversible, &risk.title);
        append_passages(&mut element, &risk.passages);
        if !risk.lost.is_empty() {
            let mut lost = list("ul", &risk.lost);
            mark(&mut lost, "lost", "");
            append(&mut element, lost);
        }
        if !risk.first_fix.is_empty() {
            mark(&mut element, "first", &risk.first_fix);
        }
        if !risk.first.is_empty() {
            append(&mut element, role_element(&risk.first, &[("first", "")]));
        }
        append(&mut section, element);
    }
    if !fix.away.is_empty() {
        append(&mut section, role_element(&fix.away, &[("away", "")]));
    }
    let mut steps = new("ol");
    for step in &fix.steps {
        let mut item = new("li");
        mark(&mut item, "id", &step.id);
        only_if(&mut item, &step.only_if);
        if let Some(risk) = &step.risk {
            mark_risk(&mut item, risk.reversible, &risk.title);
        }
        mark_edition(&mut item, &step.edition, &fix.edition);
        match step.passages.as_slice() {
            [Passage::Words(only)] => item.children = inline_nodes(only),
            passages => append_passages(&mut item, passages),
        }
        append(&mut steps, item);
    }
    if !fix.steps.is_empty() {
        append(&mut section, steps);
    }
    append_fix_passages(&mut section, &fix.more);
    if !fix.wait.is_empty() {
        append(&mut section, role_element(&fix.wait, &[("wait", "")]));
    }
    section
}

fn new(tag: &str) -> Element {
    Element {
        tag: tag.into(),
        ..Element::default()
    }
}

fn text(tag: &str, words: &str) -> Element {
    let mut element = new(tag);
    element.children.push(Node::Text(words.into()));
    element
}

fn mark(element: &mut Element, name: &str, value: &str) {
    element
        .attributes
        .push((format!("{PREFIX}{name}"), value.to_owned()));
}

fn mark_risk(element: &mut Element, reversible: bool, title: &str) {
    mark(element, "risk", risk_kind(reversible));
    if !title.is_empty() {
        mark(element, "risk-title", title);
    }
}

/// The value of `risk`.
pub(crate) fn risk_kind(reversible: bool) -> &'static str {
    if reversible {
        "reversible"
    } else {
        "permanent"
    }
}

fn append(parent: &mut Element, child: Element) {
    parent.children.push(Node::Element(child));
}

/// A condition as its attribute has it.
pub(crate) fn condition_text(condition: &Condition) -> String {
    let terms = condition
        .0
        .iter()
        .map(|term| match (term.certain, term.holds) {
            (true, true) => format!("{}=yes", term.fact),
            (true, false) => format!("{}=no", term.fact),
            (false, true) => term.fact.clone(),
            (false, false) => format!("!{}", term.fact),
        });
    terms.collect::<Vec<_>>().join(" ")
}

fn only_if(element: &mut Element, only_if: &Condition) {
    if !only_if.0.is_empty() {
        mark(element, "only-if", &condition_text(only_if));
    }
}

/// A part with a role: a paragraph if it is a single one, else a wrapper.
fn role_element(passages: &[Passage], marks: &[(&str, &str)]) -> Element {
    let mut element = match passages {
        [Passage::Words(only)] => Element {
            children: inline_nodes(only),
            ..new("p")
        },
        _ => {
            let mut wrapper = new("div");
            append_passages(&mut wrapper, passages);
            wrapper
        }
    };
    for (name, value) in marks {
        mark(&mut element, name, value);
    }
    element
}

fn append_passages(parent: &mut Element, passages: &[Passage]) {
    for passage in passages {
        append(parent, passage_element(passage));
    }
}

fn passage_element(passage: &Passage) -> Element {
    match passage {
        Passage::Words(words) => element_of("p", words),
        Passage::Code(lines) => {
            let mut pre = new("pre");
            append(&mut pre, text("code", lines));
            pre
        }
        Passage::List { ordered, items } => list(if *ordered { "ol" } else { "ul" }, items),
        Passage::Table { head, rows } => {
            let mut table = new("table");
            let mut body = new("tbody");
            for (place, row) in rows.iter().enumerate() {
                let titles = *head && place == 0;
                let mut element = new("tr");
                for cell in row {
                    append(
                        &mut element,
                        element_of(if titles { "th" } else { "td" }, cell),
                    );
                }
                if titles {
                    let mut head = new("thead");
                    append(&mut head, element);
                    append(&mut table, head);
                } else {
                    append(&mut body, element);
                }
            }
            if !body.children.is_empty() {
                append(&mut table, body);
            }
            table
        }
        Passage::Tip { warning, passages } => {
            role_element(passages, &[("tip", if *warning { "warning" } else { "" })])
        }
    }
}

/// Passages of a fix: a list among them must not be taken for its steps.
fn append_fix_passages(parent: &mut Element, passages: &[Passage]) {
    for passage in passages {
        let mut element = passage_element(passage);
        if matches!(passage, Passage::List { .. }) {
            let mut wrapper = new("div");
            mark(&mut wrapper, "words", "");
            append(&mut wrapper, element);
            element = wrapper;
        }
        append(parent, element);
    }
}

fn list(tag: &str, items: &[Vec<Passage>]) -> Element {
    let mut list = new(tag);
    for item in items {
        let mut element = new("li");
        match item.as_slice() {
            [Passage::Words(only)] => element.children = inline_nodes(only),
            passages => append_passages(&mut element, passages),
        }
        append(&mut list, element);
    }
    list
}

fn element_of(tag: &str, words: &Rich) -> Element {
    Element {
        children: inline_nodes(words),
        ..new(tag)
    }
}

fn inline_nodes(rich: &Rich) -> Vec<Node> {
    let nodes = rich.0.iter().map(|inline| match inline {
        Inline::Text(words) => Node::Text(words.clone()),
        Inline::Strong(words) => Node::Element(text("b", words)),
        Inline::Emphasis(words) => Node::Element(text("em", words)),
        Inline::Key(words) => Node::Element(text("kbd", words)),
        Inline::Code(words) => Node::Element(text("code", words)),
        Inline::Path(items) => Node::Element(text("b", &items.join(" › "))),
        Inline::Link { href, text: words } => Node::Element(link(href, Node::Text(words.clone()))),
        Inline::Image(image) => {
            let picture = Node::Element(img(image));
            if image.href.is_empty() {
                picture
            } else {
                Node::Element(link(&image.href, picture))
            }
        }
        Inline::Break => Node::Element(new("br")),
    });
    nodes.collect()
}

fn link(href: &str, inside: Node) -> Element {
    Element {
        attributes: vec![("href".into(), href.into())],
        children: vec![inside],
        ..new("a")
    }
}

fn img(image: &Image) -> Element {
    let attributes = [
        ("src", &image.src),
        ("alt", &image.alt),
        ("width", &image.width),
        ("height", &image.height),
    ];
    let written = attributes
        .into_iter()
        .filter(|(name, value)| *name == "alt" || !value.is_empty());
    Element {
        attributes: written
            .map(|(name, value)| (name.into(), value.clone()))
            .collect(),
        ..new("img")
    }
}

/// The guide's wording of the verdict, by attribute name.
pub(crate) fn own_verdict(guide: &Guide) -> impl Iterator<Item = (&'static str, &str)> {
    let own = &guide.verdict;
    [
        ("verdict", &own.ask),
        ("solved", &own.solved),
        ("not-solved", &own.not_solved),
        ("started", &own.started),
        ("still-running", &own.still_running),
        ("cannot", &own.cannot),
    ]
    .into_iter()
    .filter_map(|(name, own)| Some((name, own.as_deref()?)))
}
