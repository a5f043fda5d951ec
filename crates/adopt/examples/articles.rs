//! How many real articles become the guide that a careful person made of them.
//!
//! ```sh
//! cargo run -p unstuck-adopt --example articles -- DIR
//! ```
//!
//! compares the articles of a folder with its `labels.json` (see CONTRIBUTING.md). The articles are not in this repository:
//! their words belong to others. The rules themselves are held by `tests/shapes/`.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use unstuck_adopt::html;

/// What a careful person says of an article.
#[derive(Deserialize)]
struct Label {
    file: String,
    suits: Suits,
    /// The titles of its fixes.
    #[serde(default)]
    titles: Vec<String>,
    /// Other choices as good.
    #[serde(default)]
    alt_titles: Others,
    /// Nothing in the text names the one fix: any name will do.
    #[serde(default)]
    no_titles: bool,
}

/// Other choices of titles: several, or one as it is.
#[derive(Deserialize)]
#[serde(untagged)]
enum Others {
    Several(Vec<Vec<String>>),
    One(Vec<String>),
}

impl Default for Others {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

/// Whether an article makes a guide.
#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Suits {
    Yes,
    Partly,
    No,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1);
    let folder = folder.ok_or("name the folder that holds labels.json")?;
    let folder = Path::new(&folder);
    let labels: Vec<Label> =
        serde_json::from_str(&fs::read_to_string(folder.join("labels.json"))?)?;
    let (mut suit, mut exact, mut usable) = (0, 0, 0);
    let (mut unfit, mut refused) = (0, 0);
    for label in &labels {
        let text = fs::read_to_string(folder.join(&label.file))
            .map_err(|error| format!("{}: {error}", label.file))?;
        let (found, why_none) = match html::parse(&text) {
            Ok(guide) => {
                let titles = guide.fixes.into_iter().map(|fix| fix.title);
                (titles.collect(), String::new())
            }
            Err(problems) => (
                Vec::new(),
                problems.iter().map(ToString::to_string).collect(),
            ),
        };
        if label.suits == Suits::No {
            unfit += 1;
            if found.is_empty() {
                refused += 1;
            } else {
                println!("not refused: {}: {found:?}", label.file);
            }
            continue;
        }
        suit += 1;
        let comparison = label.compare(&found);
        exact += usize::from(comparison.is_exact());
        usable += usize::from(comparison.is_usable());
        if !comparison.is_exact() {
            let kind = if comparison.is_usable() {
                "nearly"
            } else {
                "WRONG"
            };
            println!(
                "{kind}: {}: missing {:?}, too many {:?} {why_none}",
                label.file, comparison.missing, comparison.extra
            );
        }
    }
    println!(
        "of {suit} that suit: {exact} exact, {usable} usable; of {unfit} that do not: {refused} refused"
    );
    Ok(())
}

impl Label {
    /// The best comparison with any of the choices.
    fn compare(&self, found: &[String]) -> Comparison {
        let compare = |wanted: &[String]| Comparison::of(wanted, found, self.no_titles);
        let others = match &self.alt_titles {
            Others::Several(all) => all.as_slice(),
            Others::One(titles) => std::slice::from_ref(titles),
        };
        let others = others.iter().map(|titles| compare(titles));
        others.fold(compare(&self.titles), |best, other| {
            if other.rank() > best.rank() {
                other
            } else {
                best
            }
        })
    }
}

/// The titles found, next to those expected.
struct Comparison {
    hits: usize,
    missing: Vec<String>,
    extra: Vec<String>,
}

impl Comparison {
    fn of(wanted: &[String], found: &[String], untitled: bool) -> Self {
        let mut extra = found.to_vec();
        let mut missing = Vec::new();
        if untitled && extra.len() == 1 && wanted.len() == 1 {
            extra.clear();
        } else {
            for title in wanted {
                match extra.iter().position(|other| same(title, other)) {
                    Some(at) => drop(extra.remove(at)),
                    None => missing.push(title.clone()),
                }
            }
        }
        Self {
            hits: wanted.len() - missing.len(),
            missing,
            extra,
        }
    }

    fn is_exact(&self) -> bool {
        self.missing.is_empty() && self.extra.is_empty()
    }

    /// Precision and recall of four fifths at least.
    fn is_usable(&self) -> bool {
        let (hits, missed, extra) = (self.hits, self.missing.len(), self.extra.len());
        hits > 0 && hits * 5 >= (hits + missed) * 4 && hits * 5 >= (hits + extra) * 4
    }

    fn rank(&self) -> (bool, bool, usize) {
        (self.is_exact(), self.is_usable(), self.hits)
    }
}

/// Whether two titles are equal, ignoring punctuation, case and numbering of duplicates.
fn same(one: &str, other: &str) -> bool {
    let plain = |title: &str| {
        let title = title.to_lowercase().replace(['’', '\''], "");
        let words = title
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    let (one, other) = (plain(one), plain(other));
    one == other || one.ends_with(&format!(" {other}")) || other.ends_with(&format!(" {one}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(titles: &[&str]) -> Vec<String> {
        titles.iter().map(|title| (*title).to_owned()).collect()
    }

    #[test]
    fn a_match_is_exact_usable_or_neither() {
        let wanted = titles(&["A", "B", "C", "D", "E"]);
        for (found, exact, usable) in [
            (&["a", "Group: B", "C", "D", "E"][..], true, true),
            (&["A", "B", "C", "D"], false, true),
            (&["A", "B", "C", "D", "E", "F"], false, true),
            (&["A", "B", "C"], false, false),
            (&[], false, false),
        ] {
            let comparison = Comparison::of(&wanted, &titles(found), false);
            assert_eq!(
                (comparison.is_exact(), comparison.is_usable()),
                (exact, usable),
                "{found:?}"
            );
        }
    }
}
