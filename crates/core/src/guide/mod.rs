//! The guide: what a help article says, as types, and the way from the article to them.
//!
//! Belongs here: the model, the reading of an article's tree into it, and the check that a guide is sound.
//! Does not: anything a reader did (that is [`crate::progress`]) or sees (that is [`crate::walk`] and the widget).

mod attributes;
mod block;
mod check;
mod condition;
mod direction;
mod edition;
mod elements;
mod ids;
mod json;
pub mod limits;
mod model;
mod needs;
mod passages;
mod place;
mod problem;
mod read;
mod revision;
mod rich;
mod urls;

pub use attributes::{ATTRIBUTES, CHOICES};
pub use block::{Block, Item, blocks};
pub use check::{check, is_sound};
pub use condition::{Condition, Fact, Term};
pub use direction::direction_of;
pub use json::GuideJsonError;
pub use model::{
    Check, Fix, Guide, Note, PassAs, Passage, Question, Risk, Section, Step, StepRisk, VerdictWords,
};

pub use elements::{AT, Element, Node, PREFIX, has_words, holds_words, is_inline, is_skipped};
pub use ids::{is_id, slug};
pub use limits::Size;
pub(crate) use passages::lines;
pub use problem::{Part, Problem, Rule, is_bound};
pub use read::{Reading, drawing, read, reading, ready};
pub use rich::{Image, Inline, Rich, menu_path};
pub use rich::{is_form_address, is_safe_href, is_safe_image_src};
