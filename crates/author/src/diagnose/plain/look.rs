//! Things that are pointed at by their look or their place alone: the red button, the icon on the right.

use super::words::Look;

/// What a sentence points at in this way, in its own words.
pub(super) fn pointer(sentence: &str, look: Option<&Look>) -> Option<String> {
    let look = look?;
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let is = |list: &[&str], at: usize| bare.get(at).is_some_and(|word| list.contains(&&**word));
    (0..words.len()).find_map(|noun| {
        if !is(look.things, noun) {
            return None;
        }
        let looks = (0..noun).rev().take_while(|at| is(look.looks, *at)).count();
        let first = noun - looks;
        if first == 0 || !is(look.determiners, first - 1) {
            return None;
        }
        let mut end = noun + 1;
        // What ends a clause ends what is said of the thing.
        if !ends_clause(words[noun]) {
            if is(look.names_follow, end) || words.get(end).is_some_and(|next| is_name(next)) {
                return None;
            }
            end += placed(&bare[end..], look);
        }
        let named_after =
            words.get(end).is_some_and(|next| is_name(next)) || is(look.names_follow, end);
        let clause_ended = ends_clause(words[end - 1]);
        (looks > 0 || end > noun + 1)
            .then(|| {
                words[first - 1..end]
                    .join(" ")
                    .trim_end_matches(CLAUSE_ENDS)
                    .to_owned()
            })
            .filter(|_| clause_ended || !named_after)
    })
}

/// How many words say where a thing is: on the right, in the top corner.
fn placed(after: &[String], look: &Look) -> usize {
    let run = after
        .iter()
        .take_while(|word| look.places.contains(&&***word) || look.links.contains(&&***word));
    let run = run.count();
    let last = after[..run]
        .iter()
        .rposition(|word| look.places.contains(&&**word));
    last.map_or(0, |last| last + 1)
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

const CLAUSE_ENDS: [char; 6] = ['.', ',', ';', ':', '!', '?'];

fn ends_clause(word: &str) -> bool {
    word.ends_with(CLAUSE_ENDS)
}

/// A word that is a name: as menus and buttons have them, or in quotes.
fn is_name(word: &str) -> bool {
    word.starts_with(super::texts::NAME) || word.starts_with(['"', '“', '‘', '„', '«', '('])
}
