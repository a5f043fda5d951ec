//! Items of a list that are each a fix, by a title that they begin with.
//!
//! Belongs here: what in an item is its title. Does not: when items may replace headings (see `choice`), or what becomes of
//! them (see `flatten`).

use unstuck_core::guide::{Element, Node, is_inline};

use crate::dom::{find_tags, is_blank, items, new_element, says, strip_words, text};
use crate::lexicon::{Lexicon, Role};
use crate::sentences::sentences;
use crate::title_blocks::names;
use crate::titles::{bare, folded};
use crate::word_lists::{begins_with_phrase, lowered};

/// What parts a title from what follows it.
const MARKS: [char; 8] = [':', '-', '–', '—', '.', '：', '－', '。'];
/// Those that no space follows.
const GLUED: [char; 4] = ['—', '：', '－', '。'];
/// The longest title, in words, and in letters where words are written without spaces.
const WORDS: usize = 16;
/// The shortest title that its sentence goes on behind: one or two bold words are names in it.
const WORDS_WHOLE: usize = 3;
/// The longest question of a reader, in words.
const WORDS_ASKED: usize = 30;
/// The longest message or question in a quotation, in words.
const WORDS_QUOTED: usize = 50;

/// How the items of a list are titled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Titled {
    /// By their bold beginnings.
    Bold,
    /// The same, which can be a paragraph of its own.
    BoldLine,
    /// By a first sentence that says what to do.
    Order,
}

/// Whether paragraphs of an article, two at least, begin with a title each.
pub(crate) fn runs_in(article: &Element, lexicon: &Lexicon) -> bool {
    let titled = paragraphs(article).filter(|words| lexicon.split_paragraph(words).is_some());
    titled.count() > 1
}

/// Whether paragraphs of an article, two at least, or quotations, are what a reader would say, ask or see.
pub(crate) fn asks(article: &Element, lexicon: &Lexicon) -> bool {
    let asked = paragraphs(article).filter(|words| lexicon.is_asked(words));
    let quotes = find_tags(article, &["blockquote"]).into_iter();
    let quoted = quotes.filter(|quote| lexicon.quoted(quote).is_some());
    asked.count() > 1 || quoted.count() > 1
}

/// Whether the items of an article's lists are problems, two at least and half of all that have such lists in them.
pub(crate) fn lists_problems(article: &Element, lexicon: &Lexicon) -> bool {
    let lists = find_tags(article, &["ul", "ol"]);
    let found: Vec<bool> = lists
        .iter()
        .flat_map(|list| items(list))
        .filter_map(|item| holds_problem(item, lexicon))
        .collect();
    let named = found.iter().filter(|named| **named).count();
    named >= 2 && named * 2 >= found.len()
}

/// Whether all items of a list are such.
pub(crate) fn hold_problems(items: &[&Element], lexicon: &Lexicon) -> bool {
    let mut items = items.iter();
    items.all(|item| holds_problem(item, lexicon).is_some())
}

/// Whether an item with a bold title that is no order, and a list of steps below that, names what goes wrong. `None` of all others.
fn holds_problem(item: &Element, lexicon: &Lexicon) -> Option<bool> {
    let (title, rest) = lexicon.split(item, Titled::BoldLine)?;
    let title = text(&title);
    let mut lists = find_tags(&rest, &["ul", "ol"]).into_iter();
    let may = lexicon.role(&title) == Role::Plain && !lexicon.is_instruction(&title);
    (may && lists.any(|list| lexicon.holds_steps(list, ""))).then(|| lexicon.is_symptom(&title))
}

/// The paragraphs of an article. Those in an item, a quotation or a cell are found with what they are in, and are none.
fn paragraphs(article: &Element) -> impl Iterator<Item = &Element> {
    let found = find_tags(article, &["p", "li", "blockquote", "td"]);
    found.into_iter().filter(|element| element.tag == "p")
}

impl Lexicon {
    /// Whether a paragraph is nothing but what a reader would say or ask, in their words: "It lags, what do I do?"
    pub(crate) fn is_asked(&self, paragraph: &Element) -> bool {
        let words = text(paragraph);
        let words = words.trim();
        if words.split_whitespace().count() > WORDS_ASKED || sentences(words).count() > 2 {
            return false;
        }
        let quoted = words.starts_with(['"', '“', '„', '«', '「'])
            && words.ends_with(['"', '”', '“', '»', '」']);
        quoted || words.ends_with(['?', '？']) && self.is_symptom(words)
    }

    /// The one paragraph of a quotation that is a message or a question, as some pages write their titles.
    pub(crate) fn quoted<'q>(&self, quote: &'q Element) -> Option<&'q Element> {
        let mut inside = quote.children.iter().filter(|node| !is_blank(node));
        let (Some(Node::Element(words)), None) = (inside.next(), inside.next()) else {
            return None;
        };
        let said = text(words);
        let short = said.split_whitespace().count() <= WORDS_QUOTED;
        let titles = self.is_question(&said) || self.is_symptom(&said);
        (words.tag == "p" && short && titles && self.note_kind(quote).is_none()).then_some(words)
    }

    /// How the items of a list are titled, if they are fixes; `before` is what stands over the list, and `over` the title above both.
    /// Under a problem that they are to solve a title can be a paragraph of its own, or a plain one; elsewhere such items are the steps
    /// of one fix.
    pub(crate) fn titled(
        &self,
        list: &Element,
        items: &[&Element],
        before: &str,
        over: &str,
    ) -> Option<Titled> {
        let enough = |titled| {
            let split = items
                .iter()
                .filter(|item| self.split(item, titled).is_some())
                .count();
            // One whose sentence goes on behind its title is a fix like its sisters.
            let whole = items.iter().filter(|item| self.split_whole(item).is_some());
            split * 4 >= items.len() * 3
                || titled == Titled::Bold
                    && split * 2 > items.len()
                    && whole.count() + split >= items.len()
        };
        if enough(Titled::Bold) {
            return Some(Titled::Bold);
        }
        let before = lowered(before);
        let under = self.names_trouble(&before);
        if !under && !self.names_one_problem(over) || self.opens_with_purpose(&before) {
            return None;
        }
        if under && enough(Titled::BoldLine) {
            return Some(Titled::BoldLine);
        }
        let told = items.iter().filter(|item| self.tells_more(item));
        // Loose words are the steps of one fix, unless most of them try to mend something.
        let tight = items.iter().any(|item| in_paragraph(item).is_some());
        let mends = || {
            let titles = items.iter().filter_map(|item| self.split_order(item));
            let remedies = titles.filter(|(title, _)| self.is_remedy(&text(title)));
            items.len() > 2 && remedies.count() * 3 >= items.len() * 2
        };
        let orders = list.tag == "ol"
            && told.count() * 2 >= items.len()
            && enough(Titled::Order)
            && (under && !tight || mends());
        orders.then_some(Titled::Order)
    }

    /// Whether half of some items or more begin with what goes wrong, in bold.
    pub(crate) fn name_trouble(&self, items: &[&Element]) -> bool {
        let named = bold_titles(self, items);
        named.filter(|title| self.is_symptom(title)).count() * 2 >= items.len()
    }

    /// Whether items begin with questions in bold, of which half or more ask the reader to look at something.
    pub(crate) fn ask_to_check(&self, items: &[&Element]) -> bool {
        let asking = bold_titles(self, items).filter(|title| self.is_question(title));
        let (checks, others): (Vec<String>, Vec<String>) =
            asking.partition(|title| self.asks_to_check(title));
        checks.len() + others.len() == items.len() && checks.len() >= others.len()
    }

    /// "To repair it, follow these steps" leads to the steps of one fix.
    fn opens_with_purpose(&self, before: &str) -> bool {
        let last = sentences(before).last().unwrap_or_default();
        begins_with_phrase(last, &self.purposes)
    }

    /// An item's title and what follows it.
    pub(crate) fn split(&self, item: &Element, titled: Titled) -> Option<(Element, Element)> {
        match titled {
            Titled::Bold => self.split_bold(item, false),
            Titled::BoldLine => self.split_bold(item, true),
            Titled::Order => self.split_order(item),
        }
    }

    /// The bold words that an item begins with, where what follows goes on with them or is nothing, and the whole item: its step.
    pub(crate) fn split_whole(&self, item: &Element) -> Option<(Element, Element)> {
        let (_, first) = first_of(item)?;
        let holder = if first.tag == "p" { first } else { item };
        let (_, bold) = first_of(holder)?;
        let title = text(bold);
        let count = title.split(' ').count();
        let may = matches!(bold.tag.as_str(), "b" | "strong")
            && count <= WORDS
            && (count >= WORDS_WHOLE || self.is_instruction(&title))
            && self.role(&title) == Role::Plain
            && self.split(item, Titled::Bold).is_none();
        // Where its title is all that it says, that is the step.
        let rest = if text(item).len() > title.len() + 1 {
            item.clone()
        } else {
            with(item, Vec::new())
        };
        may.then_some((bold.clone(), rest))
    }

    /// A bold beginning; `line` if it may be a paragraph of its own.
    fn split_bold(&self, item: &Element, line: bool) -> Option<(Element, Element)> {
        let (at, first) = first_of(item)?;
        let mut rest: Vec<Node> = item.children.iter().skip(at + 1).cloned().collect();
        if first.tag == "p" {
            let more = line && rest.iter().any(is_saying);
            let (bold, inner) = self.split_from(first, more)?;
            let inner = Element {
                tag: "p".into(),
                ..inner
            };
            rest.insert(0, Node::Element(inner));
            return Some((bold, with(item, rest)));
        }
        self.split_from(item, false)
    }

    /// The same, of what holds its words; `more` if more stands behind it.
    fn split_from(&self, holder: &Element, more: bool) -> Option<(Element, Element)> {
        let (at, bold) = first_of(holder)?;
        if !matches!(bold.tag.as_str(), "b" | "strong") {
            return None;
        }
        let mut rest: Vec<Node> = holder.children.iter().skip(at + 1).cloned().collect();
        let title = text(bold);
        let after = rest.first().map_or("", |node| match node {
            Node::Text(text) => text.trim_start(),
            Node::Element(_) => "",
        });
        let opener = lowered(title.split(' ').next().unwrap_or_default());
        let parted = title.ends_with(MARKS)
            || title.ends_with(['?', '!', '？', '！'])
            || after_mark(after).is_some()
            || after.is_empty()
            // "**If it is new**, charge it."
            || after.starts_with([',', '，']) && self.clause_openers.contains(bare(&opener));
        if !parted
            || !names(&title)
            || title.split(' ').count() > WORDS
            || !(more || rest.iter().any(is_saying))
        {
            return None;
        }
        // What follows a title's own mark is told as it is: "**Offset:** -5 dB"
        if let Some(Node::Text(text)) = rest.first_mut()
            && !title.ends_with(MARKS)
        {
            let words = text.trim_start();
            let words = after_mark(words).unwrap_or(words);
            *text = words
                .trim_start_matches([',', '，'])
                .trim_start()
                .to_owned();
        }
        Some((bold.clone(), with(holder, rest)))
    }

    /// A paragraph's bold beginning, where it names what goes wrong or what helps, and what follows it: on the same line behind a mark,
    /// or on the next.
    pub(crate) fn split_paragraph(&self, paragraph: &Element) -> Option<(Element, Element)> {
        let (at, bold) = first_of(paragraph)?;
        let next_line = matches!(paragraph.children.get(at + 1), Some(Node::Text(words)) if words.starts_with('\n'));
        let title = text(bold);
        let plain = folded(&title);
        if self.kind_of_label(&plain).is_some()
            || self.role(&title) != Role::Plain
            || !(self.is_instruction(&title)
                || self.is_symptom(&title)
                || self.counts(&title).is_some())
        {
            return None;
        }
        if next_line && title.contains(' ') && names(&title) && title.split(' ').count() <= WORDS {
            let rest: Vec<Node> = paragraph.children.iter().skip(at + 1).cloned().collect();
            let says = rest.iter().any(is_saying);
            return says.then(|| (bold.clone(), with(paragraph, rest)));
        }
        self.split_from(paragraph, false)
    }

    /// The same of a bold sentence, where what follows says what to do.
    pub(crate) fn split_cause(&self, paragraph: &Element) -> Option<(Element, Element)> {
        let (title, rest) = self.split_from(paragraph, false)?;
        let words = text(&title);
        let label = self.kind_of_label(&words).is_some() || self.role(&words) != Role::Plain;
        let sentence = words.ends_with(['.', '!', '。', '！']);
        (sentence && !label && self.is_instructing(&rest)).then_some((title, rest))
    }

    /// A first sentence that is an order, at the beginning of a paragraph.
    fn split_order(&self, item: &Element) -> Option<(Element, Element)> {
        let loose = in_paragraph(item);
        let item = loose.as_ref().unwrap_or(item);
        let (at, first) = first_of(item)?;
        if first.tag != "p" {
            return None;
        }
        let words = text(first);
        let sentence = sentences(&words).next()?;
        let sentence = sentence.trim_end();
        if sentence.ends_with([':', '：'])
            || sentence.split(' ').count() > WORDS
            || !(self.is_instruction(sentence) || self.is_symptom(sentence))
        {
            return None;
        }
        let mut rest: Vec<Node> = item.children.iter().skip(at + 1).cloned().collect();
        if sentence.len() < words.len() {
            let (at, Node::Text(begin)) = first.children.iter().enumerate().next()? else {
                return None;
            };
            let begin = strip_words(begin, sentence)?;
            let mut inner: Vec<Node> = first.children.iter().skip(at + 1).cloned().collect();
            inner.insert(0, Node::Text(begin.trim_start().to_owned()));
            rest.insert(0, Node::Element(with(first, inner)));
        } else {
            rest.splice(0..0, beyond_words(first, &["a"]).map(Node::Element));
        }
        let title = new_element("p", vec![Node::Text(sentence.to_owned())]);
        Some((
            Element {
                attributes: first.attributes.clone(),
                ..title
            },
            with(item, rest),
        ))
    }

    /// Whether what follows an item's first sentence says what to do, too.
    fn tells_more(&self, item: &Element) -> bool {
        self.split_order(item)
            .is_some_and(|(title, rest)| text(&title) != text(&rest) && self.is_instructing(&rest))
    }
}

/// The bold beginnings of items that are titled by them.
fn bold_titles(lexicon: &Lexicon, items: &[&Element]) -> impl Iterator<Item = String> {
    let split = |item: &&Element| lexicon.split(item, Titled::Bold);
    items
        .iter()
        .filter_map(split)
        .map(|(title, _)| text(&title))
}

/// What a paragraph whose words are a title has beyond them, for below it: a title has words alone. The paragraph itself where it
/// has one of these elements; else its pictures.
pub(crate) fn beyond_words(paragraph: &Element, whole: &[&str]) -> Option<Element> {
    if !find_tags(paragraph, whole).is_empty() {
        return Some(paragraph.clone());
    }
    let pictures = find_tags(paragraph, &["img"]);
    let pictures: Vec<Node> = pictures.into_iter().cloned().map(Node::Element).collect();
    (!pictures.is_empty()).then(|| with(paragraph, pictures))
}

/// What follows a mark, or several: `--`. Where words have spaces one follows, but for a dash: "**Wi**-Fi" parts nothing.
fn after_mark(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix(GLUED) {
        return Some(rest);
    }
    let rest = text.trim_start_matches(MARKS);
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (rest.len() < text.len() && ends).then_some(rest)
}

/// The first element that an element holds, if no words stand before it.
pub(crate) fn first_of(element: &Element) -> Option<(usize, &Element)> {
    let at = element.children.iter().position(|child| !is_blank(child))?;
    match element.children.get(at)? {
        Node::Element(first) => Some((at, first)),
        Node::Text(_) => None,
    }
}

/// An item that begins with loose words, with these in a paragraph.
fn in_paragraph(item: &Element) -> Option<Element> {
    let begins = item.children.iter().find(|node| !is_blank(node));
    matches!(begins, Some(Node::Text(_)))
        .then(|| opened(item))
        .flatten()
}

/// An item that begins with words or inline elements, with these in a paragraph.
pub(crate) fn opened(item: &Element) -> Option<Element> {
    let inline = |node: &Node| match node {
        Node::Text(_) => true,
        Node::Element(inner) => is_inline(&inner.tag),
    };
    if !item
        .children
        .iter()
        .find(|node| !is_blank(node))
        .is_some_and(inline)
    {
        return None;
    }
    let end = item.children.iter().position(|node| !inline(node));
    let (words, rest) = item.children.split_at(end.unwrap_or(item.children.len()));
    let mut children = vec![Node::Element(new_element("p", words.to_vec()))];
    children.extend_from_slice(rest);
    Some(with(item, children))
}

fn is_saying(node: &Node) -> bool {
    match node {
        Node::Text(text) => text.trim().len() > 2,
        Node::Element(inner) => says(inner),
    }
}

pub(crate) fn with(element: &Element, children: Vec<Node>) -> Element {
    Element {
        children,
        ..element.clone()
    }
}
