//! What inputs are made from: the tokens of each target, and real guides as files of its format.
//!
//! Belongs here: reading both, once a run. The tokens are in `dictionaries/`, one file a target. Does not: what is made of
//! them (`generate`, `mutate`).

use unstuck_author::{html, json, markdown};

use crate::target::Target;

const ARTICLES: [&str; 4] = [
    include_str!("../../guides/iphone-backup.en.html"),
    include_str!("../../guides/router.en.html"),
    include_str!("../../guides/printer.en.html"),
    include_str!("../../guides/laptop.en.html"),
];

/// What the inputs of one target are made from.
pub(crate) struct Material {
    target: Target,
    pub(crate) tokens: Vec<String>,
    /// Real files.
    pub(crate) files: Vec<String>,
}

/// The material of every target.
pub(crate) struct Materials(Vec<Material>);

impl Materials {
    pub(crate) fn read() -> Self {
        let guides: Vec<_> = ARTICLES
            .iter()
            .filter_map(|text| unstuck_adopt::html::parse(text).ok())
            .collect();
        let files = |target| match target {
            Target::Html | Target::Adopt => {
                let articles = ARTICLES.iter().map(|text| (*text).to_owned());
                articles.chain(guides.iter().map(html::write)).collect()
            }
            Target::Markdown => guides.iter().map(markdown::write).collect(),
            Target::Json => guides.iter().map(json::write).collect(),
            Target::Condition | Target::Record | Target::Link => Vec::new(),
        };
        let all = Target::ALL.map(|target| Material {
            target,
            tokens: serde_json::from_str(target.dictionary())
                .unwrap_or_else(|error| unreachable!("a dictionary is an array of texts: {error}")),
            files: files(target),
        });
        Self(all.into())
    }

    pub(crate) fn of(&self, target: Target) -> &Material {
        let of_target = |material: &&Material| material.target == target;
        self.0
            .iter()
            .find(of_target)
            .unwrap_or_else(|| unreachable!("each target has its material"))
    }
}
