//! How many real articles become the guides that a careful person made of them.
//!
//! Belongs here: the comparison with labelled articles in a folder outside the checkout (their words belong to others), and the
//! score. Does not: the rules (`unstuck_adopt`), or the shapes of our own words (tests/shapes.rs).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use unstuck_adopt::html;

/// The titles of an article's fixes, or why it has none.
type Found = Result<Vec<String>, String>;

/// Compares the guides of the articles that `labels.json` in a folder names, and prints what is not as labelled.
pub(crate) fn score(folder: &Path) -> Result<()> {
    let path = folder.join("labels.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let labels: Vec<Value> = serde_json::from_str(&text)
        .with_context(|| format!("{} is no list in JSON", path.display()))?;
    let (mut fit, mut exact, mut usable) = (0, 0, 0);
    let (mut unfit, mut refused) = (0, 0);
    for label in &labels {
        let file = label["file"].as_str().unwrap_or_default();
        let text = fs::read_to_string(folder.join(file))
            .with_context(|| format!("could not read {file}"))?;
        let found: Found = html::parse(&text)
            .map(|guide| guide.fixes.into_iter().map(|fix| fix.title).collect())
            .map_err(|problems| problems.iter().map(ToString::to_string).collect::<String>());
        if label["suits"] == "no" {
            unfit += 1;
            match found {
                Err(_) => refused += 1,
                Ok(titles) => println!("not refused: {file}: {titles:?}"),
            }
            continue;
        }
        fit += 1;
        let best = wanted(label)
            .iter()
            .map(|wanted| Match::of(wanted, &found, label["no_titles"] == true))
            .max_by_key(|found| (found.exact(), found.usable(), found.hits));
        let Some(best) = best else { continue };
        exact += usize::from(best.exact());
        usable += usize::from(best.usable());
        if !best.exact() {
            let kind = if best.usable() { "nearly" } else { "WRONG" };
            println!(
                "{kind}: {file}: missing {:?}, too many {:?} {}",
                best.missing,
                best.extra,
                found.err().unwrap_or_default()
            );
        }
    }
    println!(
        "of {fit} that suit: {exact} exact, {usable} usable; of {unfit} that do not: {refused} refused"
    );
    Ok(())
}

/// The titles that a careful person picked, and other choices as good.
fn wanted(label: &Value) -> Vec<Vec<String>> {
    let titles = |value: &Value| -> Vec<String> {
        let all = value.as_array().into_iter().flatten();
        all.filter_map(|title| title.as_str().map(str::to_owned))
            .collect()
    };
    let mut out = vec![titles(&label["titles"])];
    match label["alt_titles"].as_array() {
        Some(all) if all.iter().any(Value::is_string) => out.push(titles(&label["alt_titles"])),
        Some(all) => out.extend(all.iter().map(titles)),
        None => {}
    }
    out
}

/// What was found beside what was wanted.
struct Match {
    hits: usize,
    missing: Vec<String>,
    extra: Vec<String>,
}

impl Match {
    fn of(wanted: &[String], found: &Found, untitled: bool) -> Self {
        let mut extra: Vec<String> = found.as_ref().map_or_else(|_| Vec::new(), Clone::clone);
        let mut missing = Vec::new();
        // Where nothing in the text names the fix, any name will do.
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

    fn exact(&self) -> bool {
        self.missing.is_empty() && self.extra.is_empty()
    }

    /// Precision and recall of four fifths at least.
    fn usable(&self) -> bool {
        let (hits, missed, extra) = (self.hits, self.missing.len(), self.extra.len());
        hits > 0 && hits * 5 >= (hits + missed) * 4 && hits * 5 >= (hits + extra) * 4
    }
}

/// Whether two titles are the same but for marks, case, and what tells equal ones apart.
fn same(one: &str, other: &str) -> bool {
    let plain = |title: &str| {
        let title = title.to_lowercase().replace(['’', '\''], "");
        let words = title
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>().join(" ")
    };
    let (one, other) = (plain(one), plain(other));
    one == other || one.ends_with(&format!(" {other}")) || other.ends_with(&format!(" {one}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(titles: &[&str]) -> Found {
        Ok(titles.iter().map(|title| (*title).to_owned()).collect())
    }

    #[test]
    fn a_match_is_exact_usable_or_neither() {
        let wanted: Vec<String> = ["A", "B", "C", "D", "E"].map(str::to_owned).into();
        for (titles, exact, usable) in [
            (&["a", "Group: B", "C", "D", "E"][..], true, true),
            (&["A", "B", "C", "D"], false, true),
            (&["A", "B", "C", "D", "E", "F"], false, true),
            (&["A", "B", "C"], false, false),
            (&[], false, false),
        ] {
            let found = Match::of(&wanted, &found(titles), false);
            assert_eq!(
                (found.exact(), found.usable()),
                (exact, usable),
                "{titles:?}"
            );
        }
        let refused = Match::of(&wanted, &Err("no".into()), false);
        assert!(!refused.usable());
    }
}
