//! What a careful person says of an article.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// What a careful person says of an article.
#[derive(Deserialize)]
pub(crate) struct Label {
    pub(crate) file: String,
    pub(crate) suits: Suits,
    /// The titles of its fixes.
    #[serde(default)]
    pub(crate) titles: Vec<String>,
    /// Other choices as good.
    #[serde(default)]
    pub(crate) alt_titles: Others,
    /// Nothing in the text names the one fix: any name will do.
    #[serde(default)]
    pub(crate) no_titles: bool,
    /// What made the page.
    #[serde(default)]
    pub(crate) format: String,
    /// The language that most of it is in.
    #[serde(default)]
    pub(crate) language: String,
    /// Where it is from.
    #[serde(default)]
    pub(crate) repository: String,
    #[serde(default)]
    pub(crate) commit: String,
    #[serde(default)]
    pub(crate) path: String,
}

impl Label {
    /// The labels of a folder.
    pub(crate) fn all(folder: &Path) -> Result<Vec<Self>, Box<dyn Error>> {
        let file = folder.join("labels.json");
        let text =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(serde_json::from_str(&text)?)
    }

    pub(crate) fn suits(&self) -> bool {
        self.suits != Suits::No
    }
}

/// Other choices of titles: several, or one as it is.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Others {
    Several(Vec<Vec<String>>),
    One(Vec<String>),
}

impl Default for Others {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Others {
    pub(crate) fn all(&self) -> &[Vec<String>] {
        match self {
            Self::Several(all) => all,
            Self::One(titles) => std::slice::from_ref(titles),
        }
    }
}

/// Whether an article makes a guide.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Suits {
    Yes,
    Partly,
    No,
}

impl Suits {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }
}
