//! A guide as JSON: how one of our modules hands it to another of the same build. No public format: that is
//! `docs/guide.schema.json`.

use thiserror::Error;

use super::model::Guide;
use crate::json;

/// The text is no guide that a module of this build has written.
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
    /// [`GuideJsonError`] where the text is anything else.
    pub fn from_json(text: &str) -> Result<Self, GuideJsonError> {
        json::from_str(text).ok_or(GuideJsonError)
    }
}
