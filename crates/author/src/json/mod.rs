//! A guide as JSON: the types that its published schema is made from, and where the parts of a file stand.
//!
//! Belongs here: the names and shapes that authors write, which mirror the guide's own. Does not: what makes a guide
//! sound. The guide that [`parse`] returns is as written; `forms::load` takes it through the one road.

use std::fmt;

#[cfg(feature = "forms")]
use schemars::JsonSchema;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::diagnostic::Diagnostic;
use crate::html::condition_text;
use crate::location::Locations;
use unstuck_core::guide::{self, Condition, Guide, Image, Inline, PassAs, Rich};

/// Where the schema is published, relative to the guide's file: editors check a guide that names it as they write.
pub const SCHEMA: &str = "guide.schema.json";

/// A troubleshooting guide.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(title = "Unstuck guide", rename = "guide"))]
struct File {
    /// Where the schema is; for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    schema: Option<String>,
    /// Names the guide for good: readers' progress is stored under it.
    id: String,
    /// The language of its words, such as `en` or `pt-BR`.
    #[serde(default = "english")]
    lang: String,
    /// The guide's title.
    title: String,
    /// One sentence: what it is for.
    summary: String,
    /// The rest of the introduction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    intro: Vec<Passage>,
    /// How the question after each fix and its four answers are worded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verdict: Option<Verdict>,
    /// What to look for while a fix runs that says nothing of it itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wait: Vec<Passage>,
    /// The opening questions, in the order they are asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<Question>,
    /// Words that show with the first fix where their condition holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Note>,
    /// The fixes, in sequence.
    #[cfg_attr(feature = "forms", schemars(length(min = 1)))]
    fixes: Vec<Fix>,
    /// What to know once it is solved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    after: Vec<Passage>,
    /// What to tell support when the fixes run out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    support: Option<Support>,
}

fn english() -> String {
    "en".into()
}

/// How the verdict is asked for; what is left out has its usual words.
#[derive(Default, Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[cfg_attr(feature = "forms", schemars(rename = "verdict"))]
struct Verdict {
    /// The question.
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<String>,
    /// It helped.
    #[serde(skip_serializing_if = "Option::is_none")]
    solved: Option<String>,
    /// It did not help.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_solved: Option<String>,
    /// Too early to tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    still_running: Option<String>,
    /// It could not be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    cannot: Option<String>,
}

/// An opening question, answered yes, no or not sure.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(rename = "question"))]
struct Question {
    /// Names the fact that the answer is.
    #[cfg_attr(feature = "forms", schemars(regex(pattern = "^[A-Za-z0-9._-]+$")))]
    id: String,
    /// The question.
    ask: String,
    /// How to find the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hint: Vec<Passage>,
    /// The question over it, where it is an option: questions in a row of the same `one-of` are one choice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    one_of: String,
    /// When it is asked: `icloud`, `!icloud`, or several parted by spaces, which must all hold.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    only_if: String,
}

/// Words that show under a condition.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(rename = "note"))]
struct Note {
    /// When it shows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    only_if: String,
    /// What it says.
    text: Vec<Passage>,
}

/// What to tell support.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(rename = "support"))]
struct Support {
    /// Its heading.
    title: String,
    /// What it says.
    text: Vec<Passage>,
}

/// One remedy.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(rename = "fix"))]
struct Fix {
    /// Names the fix for good.
    #[cfg_attr(feature = "forms", schemars(regex(pattern = "^[A-Za-z0-9._-]+$")))]
    id: String,
    /// Its title.
    title: String,
    /// When it is offered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    only_if: String,
    /// Asked first: is it needed at all?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    check: Option<Check>,
    /// Why it helps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reason: Vec<Passage>,
    /// What it destroys; confirmed before the steps show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    risk: Option<Risk>,
    /// How to come back, where a step takes the page away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    away: Vec<Passage>,
    /// What to do, in order.
    #[cfg_attr(feature = "forms", schemars(length(min = 1)))]
    steps: Vec<Step>,
    /// What is said after the steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    more: Vec<Passage>,
    /// What to look for while its result takes time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wait: Vec<Passage>,
    /// The question after this fix, in place of the guide's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verdict: Option<String>,
}

/// Asked before a fix.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(rename = "check"))]
struct Check {
    /// The question.
    ask: String,
    /// How to find the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hint: Vec<Passage>,
    /// The answer that passes the fix over.
    #[serde(default)]
    pass_on: PassOn,
    /// As what it is passed over.
    #[serde(default)]
    pass_as: PassedAs,
}

/// The answer that passes a fix over.
#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "forms", schemars(rename = "pass-on"))]
enum PassOn {
    /// It is so already.
    #[default]
    Yes,
    /// What it takes is not there.
    No,
}

/// As what a fix is passed over.
#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "forms", schemars(rename = "pass-as"))]
enum PassedAs {
    /// It is so already.
    #[default]
    NotNeeded,
    /// The reader has not got what it takes.
    Cannot,
}

/// What a fix destroys.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(rename = "risk"))]
struct Risk {
    /// Whether what is lost can be had back.
    #[serde(default)]
    reversible: bool,
    /// What happens, in a sentence or two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    text: Vec<Passage>,
    /// What is lost.
    #[cfg_attr(feature = "forms", schemars(length(min = 1)))]
    lost: Vec<Item>,
    /// What to have safe first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    first: Vec<Passage>,
}

/// One instruction.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(rename = "step"))]
struct Step {
    /// Names the step for good, within its fix.
    #[cfg_attr(feature = "forms", schemars(regex(pattern = "^[A-Za-z0-9._-]+$")))]
    id: String,
    /// When it is offered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    only_if: String,
    /// What to do.
    text: Vec<Passage>,
}

/// A paragraph, or what else a text is made of.
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[cfg_attr(feature = "forms", serde(untagged))]
#[cfg_attr(feature = "forms", schemars(rename = "passage"))]
// The variants are what the schema is made from; reading and writing are by hand, for messages that say what is meant.
enum Passage {
    /// A paragraph.
    Paragraph(Words),
    /// Anything else.
    Block(Block),
}

/// What is no paragraph: one of `list`, `pre`, `table` and `tip`.
#[derive(Default, Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "forms", schemars(rename = "block", extend("minProperties" = 1)))]
struct Block {
    /// A list: its items.
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<Vec<Item>>,
    /// Of a list: whether its items have an order.
    #[serde(skip_serializing_if = "is_not")]
    ordered: bool,
    /// Code, line for line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pre: Option<String>,
    /// A table: its rows of cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<Vec<Vec<Words>>>,
    /// Of a table: whether its first row names the columns.
    #[serde(skip_serializing_if = "is_not")]
    head: bool,
    /// What is said beside the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    tip: Option<Vec<Passage>>,
    /// Of a tip: whether it warns.
    #[serde(skip_serializing_if = "is_not")]
    warning: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_not(flag: &bool) -> bool {
    !flag
}

/// An item of a list: words, or an object with all that it says.
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[cfg_attr(feature = "forms", serde(untagged))]
#[cfg_attr(feature = "forms", schemars(rename = "item"))]
enum Item {
    /// Words.
    Words(Words),
    /// More than words.
    More(ItemText),
}

/// All that an item says.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(rename = "item-text"))]
struct ItemText {
    /// What it says.
    text: Vec<Passage>,
}

/// Words: plain, or in runs where some are marked.
#[cfg(feature = "forms")]
#[derive(JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "words")]
#[expect(
    dead_code,
    reason = "the variants are for the schema: both read into runs"
)]
enum WordsShape {
    /// Plain words.
    Plain(String),
    /// Runs of words.
    Runs(Vec<RunShape>),
}

/// A run of words.
#[cfg(feature = "forms")]
#[derive(JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "run")]
#[expect(
    dead_code,
    reason = "the variants are for the schema: runs are read by hand"
)]
enum RunShape {
    /// Plain words.
    Plain(String),
    /// Marked words.
    Marked(MarkedShape),
}

/// Marked words.
#[cfg(feature = "forms")]
#[derive(JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "marked")]
#[expect(
    dead_code,
    reason = "the variants are for the schema: runs are read by hand"
)]
enum MarkedShape {
    /// The name of a button or a switch.
    Strong(String),
    /// A menu path, its items from the outermost in.
    Path(Vec<String>),
    /// Something to type, or that the machine prints.
    Code(String),
    /// Emphasis.
    Emphasis(String),
    /// A key to press.
    Key(String),
    /// A picture.
    Image(Picture),
    /// A link: where it leads (http, https, mailto, tel or relative) and its words.
    Link {
        /// Where it leads.
        href: String,
        /// Its words.
        text: String,
    },
    /// A new line, always `true`.
    Break(bool),
}

#[derive(Clone)]
struct Words(Rich);

#[cfg(feature = "forms")]
impl JsonSchema for Words {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        WordsShape::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        WordsShape::json_schema(generator)
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [Inline::Text(words)] = self.0.0.as_slice() {
            return serializer.serialize_str(words);
        }
        let mut runs = serializer.serialize_seq(Some(self.0.0.len()))?;
        for inline in &self.0.0 {
            runs.serialize_element(&Run(inline.clone()))?;
        }
        runs.end()
    }
}

struct Run(Inline);

/// A picture.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "forms", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "forms", schemars(rename = "image"))]
struct Picture {
    /// Where it is: http, https or relative, or itself as `data:image/` of png, jpeg, gif or webp.
    src: String,
    /// What it shows, for who does not see it.
    #[serde(default)]
    alt: String,
    /// Width in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    width: Option<u16>,
    /// Height in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    height: Option<u16>,
    /// Where a press on it leads.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    href: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    href: String,
    text: String,
}

impl Serialize for Run {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Inline::Text(words) = &self.0 {
            return serializer.serialize_str(words);
        }
        let mut run = serializer.serialize_map(Some(1))?;
        match &self.0 {
            Inline::Text(_) => {}
            Inline::Strong(words) => run.serialize_entry("strong", words)?,
            Inline::Path(items) => run.serialize_entry("path", items)?,
            Inline::Code(words) => run.serialize_entry("code", words)?,
            Inline::Emphasis(words) => run.serialize_entry("emphasis", words)?,
            Inline::Key(words) => run.serialize_entry("key", words)?,
            Inline::Image(image) => run.serialize_entry(
                "image",
                &Picture {
                    src: image.src.clone(),
                    alt: image.alt.clone(),
                    width: image.width.parse().ok(),
                    height: image.height.parse().ok(),
                    href: image.href.clone(),
                },
            )?,
            Inline::Link { href, text } => run.serialize_entry(
                "link",
                &Link {
                    href: href.clone(),
                    text: text.clone(),
                },
            )?,
            Inline::Break => run.serialize_entry("break", &true)?,
        }
        run.end()
    }
}

impl<'de> Deserialize<'de> for Run {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Run;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words, or an object with one of strong, emphasis, key, path, code, link, image, break")
            }

            fn visit_str<E: serde::de::Error>(self, words: &str) -> Result<Run, E> {
                Ok(Run(Inline::Text(words.to_owned())))
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Run, M::Error> {
                const NAMES: [&str; 8] = [
                    "strong", "emphasis", "key", "path", "code", "link", "image", "break",
                ];
                let Some(name) = map.next_key::<String>()? else {
                    return Err(serde::de::Error::custom(
                        "an empty object says nothing; name one of strong, emphasis, key, path, code, link, image, break",
                    ));
                };
                let inline = match name.as_str() {
                    "strong" => Inline::Strong(map.next_value()?),
                    "path" => Inline::Path(map.next_value()?),
                    "code" => Inline::Code(map.next_value()?),
                    "emphasis" => Inline::Emphasis(map.next_value()?),
                    "key" => Inline::Key(map.next_value()?),
                    "image" => {
                        let image: Picture = map.next_value()?;
                        let figures = |size: Option<u16>| {
                            size.map_or_else(String::new, |size| size.to_string())
                        };
                        Inline::Image(Image {
                            width: figures(image.width),
                            height: figures(image.height),
                            src: image.src,
                            alt: image.alt,
                            href: image.href,
                        })
                    }
                    "link" => {
                        let link: Link = map.next_value()?;
                        Inline::Link {
                            href: link.href,
                            text: link.text,
                        }
                    }
                    "break" => {
                        map.next_value::<bool>()?;
                        Inline::Break
                    }
                    other => return Err(serde::de::Error::unknown_field(other, &NAMES)),
                };
                if let Some(second) = map.next_key::<String>()? {
                    return Err(serde::de::Error::custom(format!(
                        "a run is one thing: `{second}` needs a run of its own"
                    )));
                }
                Ok(Run(inline))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Passage::deserialize(deserializer)? {
            Passage::Paragraph(words) => Ok(words),
            Passage::Block(_) => Err(serde::de::Error::custom(
                "only words can stand here; write words",
            )),
        }
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Words(words) => words.serialize(serializer),
            Self::More(more) => more.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PassageReader(ItemText::item))
    }
}

impl ItemText {
    fn item(read: Read<Self>) -> Item {
        match read {
            Read::Runs(words) => Item::Words(words),
            Read::Object(more) => Item::More(more),
        }
    }
}

impl Serialize for Passage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Paragraph(words) => words.serialize(serializer),
            Self::Block(block) => block.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Passage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = deserializer.deserialize_any(PassageReader(|read| read))?;
        match read {
            Read::Runs(words) => Ok(Self::Paragraph(words)),
            Read::Object(Block {
                list: None,
                pre: None,
                table: None,
                tip: None,
                ..
            }) => Err(serde::de::Error::custom(
                "an object says one of list, pre, table, tip; this one says none",
            )),
            Read::Object(block) => Ok(Self::Block(block)),
        }
    }
}

/// Words, or an object of a kind.
enum Read<T> {
    Runs(Words),
    Object(T),
}

struct PassageReader<T, O>(fn(Read<T>) -> O);

impl<'de, T: Deserialize<'de>, O> Visitor<'de> for PassageReader<T, O> {
    type Value = O;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("words, an array of runs of words, or an object with more than words")
    }

    fn visit_str<E: serde::de::Error>(self, words: &str) -> Result<O, E> {
        let runs = if words.is_empty() {
            Vec::new()
        } else {
            vec![Inline::Text(words.to_owned())]
        };
        Ok((self.0)(Read::Runs(Words(Rich(runs)))))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<O, S::Error> {
        let mut runs = Vec::new();
        while let Some(Run(inline)) = seq.next_element()? {
            runs.push(inline);
        }
        Ok((self.0)(Read::Runs(Words(Rich(runs)))))
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<O, M::Error> {
        T::deserialize(serde::de::value::MapAccessDeserializer::new(map))
            .map(|object| (self.0)(Read::Object(object)))
    }
}

/// A guide as JSON.
#[must_use]
pub fn write(guide: &Guide) -> String {
    // Strings and arrays alone cannot fail to be written.
    let mut text = serde_json::to_string_pretty(&File::of(guide)).unwrap_or_default();
    text.push('\n');
    text
}

/// The guide that a file of JSON describes, as written.
///
/// # Errors
/// The first mistake in its shape, with its place.
pub fn parse(text: &str) -> Result<Guide, Diagnostic> {
    let file: File = serde_json::from_str(text).map_err(|error| {
        let told = error.to_string();
        // The place is told apart from the message.
        let told = told
            .rsplit_once(" at line ")
            .map_or(told.as_str(), |(told, _)| told);
        let offset = offset(text, error.line(), error.column());
        let mend = match error.classify() {
            serde_json::error::Category::Data => {
                "docs/guide.schema.json lists the names and what they take"
            }
            _ => "mend the JSON here, or just before",
        };
        Diagnostic::error("json", offset, told, mend).located_in(text)
    })?;
    Ok(file.into_guide())
}

fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    (start + column.saturating_sub(1)).min(text.len())
}

/// The published schema, as it stands in `docs/guide.schema.json`.
#[cfg(feature = "forms")]
#[must_use]
pub fn schema() -> String {
    let schema = schemars::schema_for!(File);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// Where the parts of a file stand that [`parse`] could read. One pass; strings are passed over as wholes.
pub(crate) fn locations(text: &str) -> Locations {
    let mut places = Locations::default();
    // For each open array or object: the key that it stands under.
    let mut open: Vec<(u8, String)> = Vec::new();
    let mut key = String::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                let start = at + 1;
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += 1 + usize::from(bytes[at] == b'\\');
                }
                let after = bytes.get(at + 1..).unwrap_or_default();
                if after.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b':') {
                    key = text.get(start..at).unwrap_or_default().to_owned();
                }
            }
            mark @ (b'[' | b'{') => {
                if mark == b'{' {
                    let path: Vec<&str> = open.iter().map(|(_, key)| key.as_str()).collect();
                    match path.as_slice() {
                        [] => places.guide = at,
                        ["", "questions"] => places.questions.push(at),
                        ["", "notes"] => places.notes.push(at),
                        ["", "fixes"] => {
                            places.fixes.push(at);
                            places.steps.push(Vec::new());
                        }
                        ["", "fixes", "", "steps"] => {
                            if let Some(steps) = places.steps.last_mut() {
                                steps.push(at);
                            }
                        }
                        _ => {}
                    }
                }
                open.push((mark, std::mem::take(&mut key)));
            }
            b']' | b'}' => {
                open.pop();
                key.clear();
            }
            b',' => key.clear(),
            _ => {}
        }
        at += 1;
    }
    places
}

fn written(passages: &[guide::Passage]) -> Vec<Passage> {
    let passages = passages.iter().map(|passage| {
        let mut block = Block::default();
        match passage {
            guide::Passage::Words(words) => return Passage::Paragraph(Words(words.clone())),
            guide::Passage::Code(lines) => block.pre = Some(lines.clone()),
            guide::Passage::List { ordered, items } => {
                block.ordered = *ordered;
                block.list = Some(self::items(items));
            }
            guide::Passage::Table { head, rows } => {
                block.head = *head;
                let rows = rows
                    .iter()
                    .map(|row| row.iter().cloned().map(Words).collect());
                block.table = Some(rows.collect());
            }
            guide::Passage::Tip { warning, passages } => {
                block.warning = *warning;
                block.tip = Some(written(passages));
            }
        }
        Passage::Block(block)
    });
    passages.collect()
}

fn items(items: &[Vec<guide::Passage>]) -> Vec<Item> {
    let items = items.iter().map(|item| match item.as_slice() {
        [guide::Passage::Words(words)] => Item::Words(Words(words.clone())),
        more => Item::More(ItemText {
            text: written(more),
        }),
    });
    items.collect()
}

impl Item {
    fn meant(self) -> Vec<guide::Passage> {
        match self {
            Self::Words(Words(words)) => vec![guide::Passage::Words(words)],
            Self::More(more) => meant(more.text),
        }
    }
}

fn meant(passages: Vec<Passage>) -> Vec<guide::Passage> {
    let mut out = Vec::new();
    for passage in passages {
        let block = match passage {
            Passage::Paragraph(Words(words)) => {
                out.push(guide::Passage::Words(words));
                continue;
            }
            Passage::Block(block) => block,
        };
        if let Some(items) = block.list {
            out.push(guide::Passage::List {
                ordered: block.ordered,
                items: items.into_iter().map(Item::meant).collect(),
            });
        }
        if let Some(lines) = block.pre {
            out.push(guide::Passage::Code(lines));
        }
        if let Some(rows) = block.table {
            let cells = |row: Vec<Words>| row.into_iter().map(|Words(words)| words).collect();
            out.push(guide::Passage::Table {
                head: block.head,
                rows: rows.into_iter().map(cells).collect(),
            });
        }
        if let Some(passages) = block.tip {
            out.push(guide::Passage::Tip {
                warning: block.warning,
                passages: meant(passages),
            });
        }
    }
    out
}

impl File {
    fn of(guide: &Guide) -> Self {
        let usual = guide::VerdictWords::default();
        let other = |words: &String, usual: &String| (words != usual).then(|| words.clone());
        let own = &guide.verdict;
        let verdict = Verdict {
            ask: other(&own.ask, &usual.ask),
            solved: other(&own.solved, &usual.solved),
            not_solved: other(&own.not_solved, &usual.not_solved),
            still_running: other(&own.still_running, &usual.still_running),
            cannot: other(&own.cannot, &usual.cannot),
        };
        Self {
            schema: None,
            id: guide.id.clone(),
            lang: guide.lang.clone(),
            title: guide.title.clone(),
            summary: guide.summary.clone(),
            intro: written(&guide.intro),
            verdict: (guide.verdict != usual).then_some(verdict),
            wait: written(&guide.wait),
            questions: guide.questions.iter().map(Question::of).collect(),
            notes: guide
                .notes
                .iter()
                .map(|note| Note {
                    only_if: condition_text(&note.only_if),
                    text: written(&note.passages),
                })
                .collect(),
            fixes: guide.fixes.iter().map(Fix::of).collect(),
            after: written(&guide.after),
            support: guide.support.as_ref().map(|support| Support {
                title: support.title.clone(),
                text: written(&support.passages),
            }),
        }
    }

    fn into_guide(self) -> Guide {
        let mut verdict = guide::VerdictWords::default();
        if let Some(own) = self.verdict {
            for (words, slot) in [
                (own.ask, &mut verdict.ask),
                (own.solved, &mut verdict.solved),
                (own.not_solved, &mut verdict.not_solved),
                (own.still_running, &mut verdict.still_running),
                (own.cannot, &mut verdict.cannot),
            ] {
                if let Some(words) = words {
                    *slot = words;
                }
            }
        }
        Guide {
            id: self.id,
            lang: self.lang,
            title: self.title,
            summary: self.summary,
            intro: meant(self.intro),
            questions: self
                .questions
                .into_iter()
                .map(|question| guide::Question {
                    id: question.id,
                    ask: question.ask,
                    hint: meant(question.hint),
                    only_if: Condition::parse(&question.only_if),
                    one_of: question.one_of,
                })
                .collect(),
            notes: self
                .notes
                .into_iter()
                .map(|note| guide::Note {
                    only_if: Condition::parse(&note.only_if),
                    passages: meant(note.text),
                })
                .collect(),
            fixes: self.fixes.into_iter().map(Fix::into_fix).collect(),
            support: self.support.map(|support| guide::Section {
                title: support.title,
                passages: meant(support.text),
            }),
            wait: meant(self.wait),
            after: meant(self.after),
            verdict,
            // The one road gives it.
            rev: 0,
        }
    }
}

impl Question {
    fn of(question: &guide::Question) -> Self {
        Self {
            id: question.id.clone(),
            ask: question.ask.clone(),
            hint: written(&question.hint),
            one_of: question.one_of.clone(),
            only_if: condition_text(&question.only_if),
        }
    }
}

impl Fix {
    fn of(fix: &guide::Fix) -> Self {
        Self {
            id: fix.id.clone(),
            title: fix.title.clone(),
            only_if: condition_text(&fix.only_if),
            check: fix.check.as_ref().map(|check| Check {
                ask: check.ask.clone(),
                hint: written(&check.hint),
                pass_on: if check.pass_on {
                    PassOn::Yes
                } else {
                    PassOn::No
                },
                pass_as: match check.pass_as {
                    PassAs::NotNeeded => PassedAs::NotNeeded,
                    PassAs::Cannot => PassedAs::Cannot,
                },
            }),
            reason: written(&fix.reason),
            risk: fix.risk.as_ref().map(|risk| Risk {
                reversible: risk.reversible,
                text: written(&risk.passages),
                lost: items(&risk.lost),
                first: written(&risk.first),
            }),
            away: written(&fix.away),
            steps: fix
                .steps
                .iter()
                .map(|step| Step {
                    id: step.id.clone(),
                    only_if: condition_text(&step.only_if),
                    text: written(&step.passages),
                })
                .collect(),
            more: written(&fix.more),
            wait: written(&fix.wait),
            verdict: fix.verdict.clone(),
        }
    }

    fn into_fix(self) -> guide::Fix {
        guide::Fix {
            id: self.id,
            title: self.title,
            reason: meant(self.reason),
            steps: self
                .steps
                .into_iter()
                .map(|step| guide::Step {
                    id: step.id,
                    passages: meant(step.text),
                    only_if: Condition::parse(&step.only_if),
                })
                .collect(),
            more: meant(self.more),
            check: self.check.map(|check| guide::Check {
                ask: check.ask,
                hint: meant(check.hint),
                pass_on: check.pass_on == PassOn::Yes,
                pass_as: match check.pass_as {
                    PassedAs::NotNeeded => PassAs::NotNeeded,
                    PassedAs::Cannot => PassAs::Cannot,
                },
            }),
            only_if: Condition::parse(&self.only_if),
            risk: self.risk.map(|risk| guide::Risk {
                reversible: risk.reversible,
                passages: meant(risk.text),
                lost: risk.lost.into_iter().map(Item::meant).collect(),
                first: meant(risk.first),
            }),
            wait: meant(self.wait),
            away: meant(self.away),
            verdict: self.verdict,
        }
    }
}
