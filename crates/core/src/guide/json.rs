//! A guide as JSON: how one of our modules passes it to another of the same build. Not a public format: that is
//! `docs/guide.schema.json`.

use thiserror::Error;

use super::model::Guide;
use crate::json;

/// The text is not a guide written by a module of this build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the text is no guide of this build")]
pub struct GuideJsonError;

impl Guide {
    /// The guide as JSON, for [`Guide::from_json`] of the same build.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::to_string(self)
    }

    /// Reads what [`Guide::to_json`] wrote.
    ///
    /// # Errors
    /// [`GuideJsonError`] if the text is anything else.
    pub fn from_json(text: &str) -> Result<Self, GuideJsonError> {
        json::from_str(text).ok_or(GuideJsonError)
    }
}
