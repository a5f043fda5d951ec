//! The marked article: what was chosen, written as its author could have marked it.
//!
//! Belongs here: the parts of the marked article, its questions and conditions, ids from words. Does not: what is chosen
//! (see `choose`), or what the marks mean (see [`unstuck_core::guide::read`]).

use std::collections::{BTreeMap, BTreeSet};

use unstuck_core::guide::{Element, Node, PREFIX};

use super::choose::{Judged, Pick, is_marked_fix};
use super::outline::{Part, TAB, TABS, admonition, bold, find, machinery, mark, marks, says, text};
use super::steps::{Content, Lists};
use super::words::{self, Role};

/// Longest id made from a title, in bytes.
const ID_BYTES: usize = 48;

/// A fix with its content and what it depends on.
struct Fix<'a> {
    part: &'a Part,
    title: String,
    content: Content,
    /// The symptom that leads to it, as an index into the symptoms.
    symptom: Option<usize>,
    systems: Vec<&'static str>,
}

/// The marked article of these fixes.
pub(super) fn build(
    article: &Element,
    parts: &[Part],
    judged: &Judged<'_>,
    picks: &[Pick],
) -> Element {
    let symptoms = symptoms(parts, judged, picks);
    let mut fixes: Vec<Fix<'_>> = picks
        .iter()
        .map(|pick| fix(parts, judged, pick, &symptoms))
        .collect();
    lead_ins(parts, picks, &mut fixes);
    name_apart(parts, picks, &mut fixes);
    let mut out = copy(article, "article");
    if mark(&out.attributes, "guide").is_none_or(str::is_empty) {
        set(&mut out, "guide", &id_of(&parts[0].title));
    }
    head(parts, judged, picks, &mut out);
    let systems = used_systems(&fixes);
    ask_systems(&systems, &mut out);
    let ids = ask_symptoms(parts, &symptoms, &mut out);
    let mut taken: BTreeSet<String> = ids.iter().cloned().collect();
    taken.extend(systems.iter().map(|system| (*system).to_owned()));
    for fix in fixes {
        let mut section = section(fix, &systems, &ids, &mut taken);
        if let Some(place) = place_of(&section) {
            section.attributes.push(place);
        }
        put(&mut out, section);
    }
    support(parts, judged, &mut out);
    out
}

fn new(tag: &str) -> Element {
    Element {
        tag: tag.into(),
        ..Element::default()
    }
}

fn put(parent: &mut Element, child: Element) {
    parent.children.push(Node::Element(child));
}

fn set(element: &mut Element, name: &str, value: &str) {
    let full = format!("{PREFIX}{name}");
    element.attributes.retain(|(known, _)| *known != full);
    element.attributes.push((full, value.to_owned()));
}

/// An element of this name with the marks, the language and the place of another.
fn copy(element: &Element, tag: &str) -> Element {
    let kept =
        |name: &str| name == "lang" || name.starts_with(PREFIX) && name != "data-unstuck-title";
    Element {
        tag: tag.into(),
        attributes: element
            .attributes
            .iter()
            .filter(|(name, _)| kept(name))
            .cloned()
            .collect(),
        children: Vec::new(),
    }
}

/// Where the first thing in an element stands in its file.
fn place_of(element: &Element) -> Option<(String, String)> {
    element
        .attributes
        .iter()
        .find(|(name, _)| name == super::AT)
        .cloned()
        .or_else(|| {
            element.children.iter().find_map(|child| match child {
                Node::Element(inner) => place_of(inner),
                Node::Text(_) => None,
            })
        })
        .filter(|_| element.attribute(super::AT).is_none())
}

/// The parts that name what the reader sees, where the article goes by symptoms.
fn symptoms(parts: &[Part], judged: &Judged<'_>, picks: &[Pick]) -> Vec<usize> {
    let mut units: Vec<usize> = Vec::new();
    for pick in picks {
        // A group that names a system or nothing of its own does not stand for its fixes.
        let named = |part: &&usize| {
            judged.problem(**part) && words::role(&parts[**part].title) == Role::Plain
        };
        let unit = pick.under.iter().find(named).copied().unwrap_or(pick.part);
        if units.last() != Some(&unit) {
            units.push(unit);
        }
    }
    let numbered = |unit: &usize| {
        let title = &parts[*unit].title;
        !words::case(title) && (words::ordinal(title).is_some() || words::number(title).is_some())
    };
    let seen: Vec<usize> = units
        .iter()
        .filter(|unit| judged.problem(**unit) && !numbered(unit) && !is_marked_fix(&parts[**unit]))
        .copied()
        .collect();
    if seen.len() >= 2 && seen.len() * 5 >= units.len() * 3 {
        seen
    } else {
        Vec::new()
    }
}

fn fix<'a>(parts: &'a [Part], judged: &Judged<'_>, pick: &Pick, symptoms: &[usize]) -> Fix<'a> {
    let part = &parts[pick.part];
    let symptom = pick
        .under
        .iter()
        .chain([&pick.part])
        .find_map(|at| symptoms.iter().position(|seen| seen == at));
    let systems = pick
        .under
        .iter()
        .chain([&pick.part])
        .map(|at| words::systems_at_end(&parts[*at].title))
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    let mut content = Content::default();
    gather(parts, judged, pick.part, true, &[], &mut content);
    content.settle();
    Fix {
        part,
        title: part.title.clone(),
        content,
        symptom,
        systems,
    }
}

/// A part's blocks and those of the parts below it.
fn gather(
    parts: &[Part],
    judged: &Judged<'_>,
    at: usize,
    top: bool,
    systems: &[&'static str],
    content: &mut Content,
) {
    let part = &parts[at];
    let own = if top {
        Vec::new()
    } else {
        words::systems(&part.title)
    };
    let systems = if own.is_empty() { systems } else { &own };
    match judged.role(at) {
        _ if top => content.add(&part.blocks, None, systems),
        Role::Group => content.add(&part.blocks, None, systems),
        Role::Plain if !own.is_empty() => content.add(&part.blocks, None, systems),
        Role::Plain => content.add(&part.blocks, Some(&part.heading), systems),
        Role::Reason | Role::Before => content.reason.extend(part.blocks.iter().cloned()),
        Role::Support | Role::Beside => return,
    }
    for child in &part.children {
        gather(parts, judged, *child, false, systems, content);
    }
}

/// What stands under a group's heading leads to its first fix.
fn lead_ins(parts: &[Part], picks: &[Pick], fixes: &mut [Fix<'_>]) {
    let mut told: Vec<usize> = Vec::new();
    for (pick, fix) in picks.iter().zip(fixes) {
        let mut before = Vec::new();
        for group in pick.under.iter().filter(|group| !told.contains(group)) {
            before.extend(
                parts[*group]
                    .blocks
                    .iter()
                    .filter(|block| marks(block).is_empty())
                    .cloned(),
            );
        }
        told.extend(&pick.under);
        before.append(&mut fix.content.reason);
        fix.content.reason = before;
    }
}

/// The same title can stand several times: what stands over it tells them apart, or else a number.
fn name_apart(parts: &[Part], picks: &[Pick], fixes: &mut [Fix<'_>]) {
    let mut titles: Vec<String> = fixes.iter().map(|fix| words::folded(&fix.title)).collect();
    titles.sort();
    let twice = |title: &str| {
        let folded = words::folded(title);
        let from = titles.partition_point(|known| *known < folded);
        titles.get(from + 1).is_some_and(|next| *next == folded)
    };
    for (pick, fix) in picks.iter().zip(fixes.iter_mut()) {
        if twice(&fix.title)
            && let Some(group) = pick.under.last().filter(|group| **group > 0)
        {
            fix.title = format!(
                "{}: {}",
                parts[*group].title.trim_end_matches(':'),
                fix.title
            );
        }
    }
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for fix in fixes {
        let times = told.entry(words::folded(&fix.title)).or_default();
        *times += 1;
        if *times > 1 {
            fix.title = format!("{} ({times})", fix.title);
        }
    }
}

/// Title, introduction, what to know first, and the author's own opening questions.
fn head(parts: &[Part], judged: &Judged<'_>, picks: &[Pick], out: &mut Element) {
    let mut header = new("header");
    let mut title = copy(&parts[0].heading, "h1");
    title.attributes.retain(|(name, _)| name == super::AT);
    title.children.push(Node::Text(parts[0].title.clone()));
    put(&mut header, title);
    put(out, header);
    let mut chosen = vec![false; parts.len()];
    for at in picks
        .iter()
        .flat_map(|pick| pick.under.iter().chain([&pick.part]))
    {
        chosen[*at] = true;
    }
    let told = parts[0]
        .blocks
        .iter()
        .filter(|block| !words::label(&text(block)));
    let mut intro: Vec<Element> = told.filter_map(clean).collect();
    // A guide opens with a sentence, where there is one.
    if let Some(first) = intro
        .iter()
        .position(|block| block.tag == "p" && marks(block).is_empty())
    {
        let first = intro.remove(first);
        intro.insert(0, first);
    }
    let mut notes = Vec::new();
    for (at, part) in parts.iter().enumerate().skip(1) {
        if part.parent != 0 || chosen[at] || part.blocks.is_empty() {
            continue;
        }
        // What its author marked stands where it stood: questions, notes.
        if part.blocks.iter().any(|block| !marks(block).is_empty()) {
            notes.extend(
                part.blocks
                    .iter()
                    .filter(|block| !marks(block).is_empty())
                    .filter_map(clean),
            );
            continue;
        }
        match judged.role(at) {
            Role::Reason => intro.extend(part.blocks.iter().filter_map(clean)),
            Role::Before => {
                let mut note = new("div");
                set(&mut note, "note", "");
                put(&mut note, bold(&part.title));
                part.blocks
                    .iter()
                    .filter_map(clean)
                    .for_each(|block| put(&mut note, block));
                notes.push(note);
            }
            _ => {}
        }
    }
    for block in intro.into_iter().chain(notes) {
        put(out, block);
    }
}

/// The systems that anything depends on, in the order they come, kind by kind. A kind of which the article names one
/// alone makes no difference worth a question.
fn used_systems(fixes: &[Fix<'_>]) -> Vec<&'static str> {
    let mut used: Vec<&'static str> = Vec::new();
    for fix in fixes {
        let steps = fix.content.steps.iter().flat_map(|step| &step.systems);
        for system in fix.systems.iter().chain(steps) {
            if !used.contains(system) {
                used.push(system);
            }
        }
    }
    let alone = |system: &&'static str| {
        used.iter()
            .filter(|other| words::kind_of(other) == words::kind_of(system))
            .count()
            > 1
    };
    let mut kept: Vec<&'static str> = used
        .iter()
        .filter(|system| alone(system))
        .copied()
        .collect();
    kept.sort_by_key(|system| kept_order(&used, system));
    kept
}

/// Where the kind of a system comes first.
fn kept_order(used: &[&'static str], system: &str) -> usize {
    used.iter()
        .position(|other| words::kind_of(other) == words::kind_of(system))
        .unwrap_or(0)
}

fn ask_systems(systems: &[&'static str], out: &mut Element) {
    for system in systems {
        let mut question = new("div");
        set(&mut question, "id", system);
        set(&mut question, "ask", words::system_name(system));
        set(&mut question, "one-of", words::kind_of(system));
        put(out, question);
    }
}

fn ask_symptoms(parts: &[Part], symptoms: &[usize], out: &mut Element) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for (at, symptom) in symptoms.iter().enumerate() {
        let title = &parts[*symptom].title;
        let mut id = format!("sees-{}", id_of(title));
        if ids.contains(&id) || id == "sees-" {
            id = format!("sees-{}", at + 1);
        }
        let mut question = new("div");
        set(&mut question, "id", &id);
        set(&mut question, "ask", title);
        set(&mut question, "one-of", "Which of these do you see?");
        put(out, question);
        ids.push(id);
    }
    ids
}

/// The condition that any of these systems is used: one alone is named; of several the others of their kind must not be,
/// for a reader uses one of a kind.
fn for_systems(wanted: &[&'static str], all: &[&'static str]) -> String {
    let wanted: Vec<&str> = wanted
        .iter()
        .filter(|system| all.contains(system))
        .copied()
        .collect();
    match wanted.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        several => {
            let kinds: Vec<&str> = several
                .iter()
                .map(|system| words::kind_of(system))
                .collect();
            let others = all.iter().filter(|system| {
                !several.contains(system) && kinds.contains(&words::kind_of(system))
            });
            others
                .map(|system| format!("!{system}"))
                .collect::<Vec<_>>()
                .join(" ")
        }
    }
}

fn section(
    fix: Fix<'_>,
    systems: &[&'static str],
    symptoms: &[String],
    taken: &mut BTreeSet<String>,
) -> Element {
    let mut section = new("section");
    section.attributes.clone_from(&fix.part.marks);
    if mark(&section.attributes, "id").is_none_or(str::is_empty) {
        // An anchor that its author gave outlives an edited title.
        let anchor = mark(&section.attributes, "name").map(str::to_owned);
        let id = anchor.unwrap_or_else(|| id_of(&fix.title));
        // What is empty or taken twice gets its id by the reading, which numbers.
        let id = if taken.contains(&id) {
            format!("{id}-fix")
        } else {
            id
        };
        let id = if taken.contains(&id) {
            String::new()
        } else {
            id
        };
        set(&mut section, "id", &id);
        taken.insert(id);
    }
    section
        .attributes
        .retain(|(name, _)| name.strip_prefix(PREFIX) != Some("name"));
    let mut terms: Vec<String> = mark(&section.attributes, "only-if")
        .map(str::to_owned)
        .into_iter()
        .collect();
    terms.extend(fix.symptom.and_then(|at| symptoms.get(at).cloned()));
    terms.push(for_systems(&fix.systems, systems));
    let terms = terms.join(" ");
    if !terms.trim().is_empty() {
        set(&mut section, "only-if", terms.trim());
    }
    let mut heading = new("h2");
    heading.attributes.extend(
        fix.part
            .heading
            .attributes
            .iter()
            .filter(|(name, _)| name == super::AT)
            .cloned(),
    );
    heading.children.push(Node::Text(fix.title));
    put(&mut section, heading);
    let wait = waits(&fix.content, &section);
    let mut reason = fix.content.reason;
    let given = mark(&section.attributes, "risk").is_some()
        || fix
            .content
            .marked
            .iter()
            .any(|part| mark(&marks(part), "risk").is_some());
    let risk = (!given).then(|| take_risk(&mut reason)).flatten();
    said(&mut section, &reason);
    if let Some(risk) = risk {
        put(&mut section, risk);
    }
    for part in &fix.content.marked {
        if let Some(part) = clean(part) {
            put(&mut section, part);
        }
    }
    let mut list = new("ol");
    for step in fix.content.steps {
        let mut item = new("li");
        item.attributes = step.marks;
        let own = for_systems(&step.systems, systems);
        if !own.is_empty() && step.systems != fix.systems {
            let before = mark(&item.attributes, "only-if")
                .unwrap_or_default()
                .to_owned();
            set(&mut item, "only-if", format!("{before} {own}").trim());
        }
        item.children = step.nodes.iter().filter_map(clean_node).collect();
        if says(&item) {
            put(&mut list, item);
        }
    }
    if list.children.is_empty() {
        // Nothing but its title tells what to do.
        let mut item = new("li");
        item.children.push(Node::Text(
            words::without_number(&fix.part.title).to_owned(),
        ));
        put(&mut list, item);
    }
    put(&mut section, list);
    said(&mut section, &fix.content.more);
    if let Some(wait) = wait {
        let mut part = new("p");
        set(&mut part, "wait", "");
        part.children.push(Node::Text(wait));
        put(&mut section, part);
    }
    section
}

/// A warning that something will be lost is more than words beside the reason: the reader confirms it.
fn take_risk(reason: &mut Vec<Element>) -> Option<Element> {
    let at = reason.iter().position(|block| {
        admonition(block) == Some("warning") && words::sentences(&text(block)).any(words::loses)
    })?;
    let warning = text(&reason.remove(at));
    let mut risk = new("div");
    set(&mut risk, "risk", "permanent");
    let mut lost = new("ul");
    set(&mut lost, "lost", "");
    for sentence in words::sentences(&warning).filter(|sentence| words::note(sentence).is_none()) {
        let loses = words::loses(sentence);
        let mut line = new(if loses { "li" } else { "p" });
        line.children.push(Node::Text(sentence.to_owned()));
        put(if loses { &mut lost } else { &mut risk }, line);
    }
    put(&mut risk, lost);
    Some(risk)
}

/// The sentence by which a fix's result takes hours, where its author has not marked one.
fn waits(content: &Content, section: &Element) -> Option<String> {
    let marked = content
        .marked
        .iter()
        .any(|part| mark(&marks(part), "wait").is_some());
    if marked || mark(&section.attributes, "wait").is_some() {
        return None;
    }
    let steps = content
        .steps
        .iter()
        .flat_map(|step| &step.nodes)
        .map(|node| match node {
            Node::Text(words) => words.split_whitespace().collect::<Vec<_>>().join(" "),
            Node::Element(inner) => text(inner),
        });
    let more = content.more.iter().map(text);
    steps.chain(more).find_map(|words_of| {
        words::sentences(&words_of)
            .find(|sentence| words::takes_long(sentence))
            .map(str::to_owned)
    })
}

/// Words of a fix: a list among them must not be taken for its steps.
fn said(section: &mut Element, blocks: &[Element]) {
    for block in blocks.iter().filter_map(clean) {
        if block.tag == "p" || mark(&block.attributes, "tip").is_some() {
            put(section, block);
        } else {
            let mut wrapper = new("div");
            set(&mut wrapper, "words", "");
            put(&mut wrapper, block);
            put(section, wrapper);
        }
    }
}

fn support(parts: &[Part], judged: &Judged<'_>, out: &mut Element) {
    let found = parts.iter().enumerate().skip(1).find(|(at, part)| {
        judged.role(*at) == Role::Support
            && !part.blocks.is_empty()
            && judged.role(part.parent) != Role::Support
    });
    let Some((_, part)) = found else {
        return;
    };
    let mut section = new("section");
    section.attributes.clone_from(&part.marks);
    set(&mut section, "support", "");
    let mut heading = new("h2");
    heading
        .children
        .push(Node::Text(words::without_number(&part.title).to_owned()));
    put(&mut section, heading);
    part.blocks
        .iter()
        .filter_map(clean)
        .for_each(|block| put(&mut section, block));
    put(out, section);
}

/// An id that small edits of the title do not change: its words of weight, without number and marks.
fn id_of(title: &str) -> String {
    const LIGHT: &[&str] = &[
        "a", "an", "the", "your", "you", "and", "or", "of", "to", "in", "on", "for", "is", "are",
        "that", "this", "it", "its", "with", "my", "please", "if", "any",
    ];
    let folded = words::folded(title);
    let folded = match words::ordinal(&folded) {
        Some(_) => folded
            .split_once([':', '-', '–', '—', '.'])
            .map_or(folded.as_str(), |(_, rest)| rest)
            .to_owned(),
        None => folded,
    };
    if !folded.is_ascii() {
        // The reading knows how to name words of other scripts.
        return String::new();
    }
    let parts = folded
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '\'')
        .map(|word| word.replace('\'', ""));
    let mut id = String::new();
    for word in parts.filter(|word| !word.is_empty() && !LIGHT.contains(&word.as_str())) {
        if id.len() + word.len() + 1 > ID_BYTES {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word);
    }
    id
}

/// What may stand in a guide: no machinery, no headings that would begin a part of their own, generators' constructions as
/// plain blocks.
fn clean(element: &Element) -> Option<Element> {
    match clean_node(&Node::Element(element.clone())) {
        Some(Node::Element(element)) => Some(element),
        _ => None,
    }
}

fn clean_node(node: &Node) -> Option<Node> {
    let Node::Element(element) = node else {
        return Some(node.clone());
    };
    if machinery(element) {
        return None;
    }
    let inner = || {
        element
            .children
            .iter()
            .filter_map(clean_node)
            .collect::<Vec<_>>()
    };
    let mut out = Element {
        tag: element.tag.clone(),
        attributes: element
            .attributes
            .iter()
            .filter(|(name, _)| Element::wants(name))
            .cloned()
            .collect(),
        children: Vec::new(),
    };
    if let Some(kind) = admonition(element).filter(|_| marks(element).is_empty()) {
        let mut children = inner();
        // Its box says that it is a note; the word need not.
        let word = children
            .iter()
            .position(|child| !matches!(child, Node::Text(text) if text.trim().is_empty()));
        if let Some(word) = word
            && children.len() > word + 1
            && matches!(&children[word], Node::Element(first) if words::note(&text(first)).is_some())
        {
            children.remove(word);
        }
        if !matches!(out.tag.as_str(), "p") {
            out.tag = "div".into();
        }
        out.children = children;
        set(&mut out, "tip", if kind == "warning" { kind } else { "" });
        return says(&out).then_some(Node::Element(out));
    }
    match element.tag.as_str() {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "summary" | "legend" | "caption" => {
            let words = text(element);
            if words.is_empty() {
                return None;
            }
            return Some(Node::Element(bold(&words.replace('\n', " "))));
        }
        TABS | "details" | "dl" | "dd" => {
            out.tag = "div".into();
            out.children = inner();
        }
        TAB => {
            out.tag = "div".into();
            put(
                &mut out,
                bold(element.attribute("title").unwrap_or_default()),
            );
            out.children.extend(inner());
        }
        _ => out.children = inner(),
    }
    let kept = says(&out) || matches!(out.tag.as_str(), "br" | "td" | "th" | "img");
    kept.then_some(Node::Element(out))
}

/// The remedies of an article that titles none: the rows of its table of what is seen and what helps.
pub(super) fn untitled(parts: &[Part]) -> Option<Vec<Part>> {
    let all: Vec<&Element> = parts
        .iter()
        .filter(|part| {
            matches!(words::role(&part.title), Role::Plain | Role::Group) || part.level == 0
        })
        .flat_map(|part| &part.blocks)
        .collect();
    let mut made = Vec::new();
    let mut rest = Vec::new();
    for block in all {
        if block.tag == "table" && Lists::of(block, "").steps {
            let mut rows = Vec::new();
            find(block, &|inner| inner.tag == "tr", &mut rows);
            for row in rows {
                let mut cells = Vec::new();
                find(row, &|inner| inner.tag == "td", &mut cells);
                if let [first, remedy @ ..] = cells.as_slice() {
                    let title = text(first).replace('\n', " ");
                    if !title.is_empty() && !remedy.is_empty() {
                        let blocks = remedy.iter().map(|cell| Element {
                            tag: "div".into(),
                            attributes: Vec::new(),
                            children: cell.children.clone(),
                        });
                        made.push(part(title, first, blocks.collect()));
                    }
                }
            }
        } else {
            rest.push(block.clone());
        }
    }
    if made.len() < 2 {
        return None;
    }
    let mut first = parts.first()?.clone();
    first.children = (1..=made.len()).collect();
    first.blocks = rest
        .into_iter()
        .filter(|block| matches!(block.tag.as_str(), "p"))
        .take(3)
        .collect();
    let mut out = vec![first];
    out.append(&mut made);
    Some(out)
}

fn part(title: String, heading: &Element, blocks: Vec<Element>) -> Part {
    Part {
        level: 7,
        title,
        heading: Element {
            tag: "h2".into(),
            attributes: heading.attributes.clone(),
            children: Vec::new(),
        },
        blocks,
        ..Part::default()
    }
}
