//! The texts of a JSON file: words in runs, passages, items.
//!
//! Belongs here: their types, which the published schema is made from, and reading them with messages that say what is
//! expected. Does not: the guide's types (`convert`).

use std::fmt;
use std::marker::PhantomData;

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A paragraph, or what else a text is made of.
#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "passage"))]
pub(super) enum Passage {
    /// A paragraph.
    Paragraph(Words),
    /// Anything else.
    Block(Block),
}

/// What is no paragraph: one of `list`, `pre`, `table` and `tip`.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "block", extend("minProperties" = 1)))]
pub(super) struct Block {
    /// A list: its items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) list: Option<Vec<Item>>,
    /// Of a list: whether its items have an order.
    #[serde(skip_serializing_if = "is_not")]
    pub(super) ordered: bool,
    /// Code, line for line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pre: Option<String>,
    /// A table: its rows of cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) table: Option<Vec<Vec<Words>>>,
    /// Of a table: whether its first row names the columns.
    #[serde(skip_serializing_if = "is_not")]
    pub(super) head: bool,
    /// A tip, shown in a box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tip: Option<Vec<Passage>>,
    /// Of a tip: whether it warns.
    #[serde(skip_serializing_if = "is_not")]
    pub(super) warning: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_not(flag: &bool) -> bool {
    !flag
}

/// An item of a list: words, or an object with all that it says.
#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "item"))]
pub(super) enum Item {
    /// Words.
    Words(Words),
    /// More than words.
    More(ItemText),
}

/// All that an item says.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "item-text"))]
pub(super) struct ItemText {
    /// What it says.
    pub(super) text: Vec<Passage>,
}

/// Words: plain, or in runs where some are marked.
#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "words"))]
pub(super) enum Words {
    /// Plain words.
    Plain(String),
    /// Runs of words.
    Runs(Vec<Run>),
}

/// A run of words.
#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "run"))]
pub(super) enum Run {
    /// Plain words.
    Plain(String),
    /// Marked words.
    Marked(Marked),
}

/// Marked words.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "marked"))]
pub(super) enum Marked {
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
    /// A link: its address (http, https, mailto, tel or relative) and its text.
    Link {
        /// Where it leads.
        href: String,
        /// Its words.
        text: String,
    },
    /// A new line, always `true`.
    Break(
        #[serde(deserialize_with = "only_true")]
        #[cfg_attr(feature = "schema", schemars(schema_with = "true_schema"))]
        bool,
    ),
}

/// A picture.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "image"))]
pub(super) struct Picture {
    /// Where it is: http, https or relative, or itself as `data:image/` of png, jpeg, gif or webp.
    pub(super) src: String,
    /// What it shows, for readers who cannot see it.
    #[serde(default)]
    pub(super) alt: String,
    /// Width in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) width: Option<u16>,
    /// Height in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) height: Option<u16>,
    /// Where a press on it leads.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) href: String,
}

// Serde's untagged enums report neither what is wrong nor where; a visitor that dispatches on the kind of value reports both.

/// Words, or an object of a kind.
enum WordsOr<T> {
    Words(Words),
    Object(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for WordsOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordsOrVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for WordsOrVisitor<T> {
            type Value = WordsOr<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words, an array of runs of words, or an object with more than words")
            }

            fn visit_str<E: Error>(self, words: &str) -> Result<Self::Value, E> {
                Ok(WordsOr::Words(Words::Plain(words.to_owned())))
            }

            fn visit_seq<S: SeqAccess<'de>>(self, seq: S) -> Result<Self::Value, S::Error> {
                let runs = Vec::deserialize(SeqAccessDeserializer::new(seq))?;
                Ok(WordsOr::Words(Words::Runs(runs)))
            }

            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Self::Value, M::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(WordsOr::Object)
            }
        }
        deserializer.deserialize_any(WordsOrVisitor(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Passage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match WordsOr::deserialize(deserializer)? {
            WordsOr::Words(words) => Ok(Self::Paragraph(words)),
            WordsOr::Object(Block {
                list: None,
                pre: None,
                table: None,
                tip: None,
                ..
            }) => Err(Error::custom(
                "an object has one of list, pre, table, tip; this one has none",
            )),
            WordsOr::Object(block) => Ok(Self::Block(block)),
        }
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match WordsOr::deserialize(deserializer)? {
            WordsOr::Words(words) => Self::Words(words),
            WordsOr::Object(more) => Self::More(more),
        })
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match WordsOr::<IgnoredAny>::deserialize(deserializer)? {
            WordsOr::Words(words) => Ok(words),
            WordsOr::Object(_) => Err(Error::custom("only words can be here; write words")),
        }
    }
}

#[cfg(feature = "schema")]
fn true_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": "boolean", "const": true })
}

fn only_true<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    match bool::deserialize(deserializer)? {
        true => Ok(true),
        false => Err(Error::custom("`break` is true, or is left out")),
    }
}

impl<'de> Deserialize<'de> for Run {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RunVisitor;

        impl<'de> Visitor<'de> for RunVisitor {
            type Value = Run;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words, or an object with one of strong, path, code, emphasis, key, image, link, break")
            }

            fn visit_str<E: Error>(self, words: &str) -> Result<Run, E> {
                Ok(Run::Plain(words.to_owned()))
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Run, M::Error> {
                let marked = Marked::deserialize(MapAccessDeserializer::new(&mut map))?;
                if let Some(second) = map.next_key::<String>()? {
                    return Err(Error::custom(format!(
                        "a run is one thing: `{second}` needs a run of its own"
                    )));
                }
                Ok(Run::Marked(marked))
            }
        }
        deserializer.deserialize_any(RunVisitor)
    }
}
