//! Things that are pointed at by their look or their place alone: the red button, the icon on the right.

/// How a language points at things.
#[derive(Debug)]
pub(super) enum Look {
    /// In words with spaces between them.
    Spaced(Spaced),
    /// Without spaces, as in Japanese and Chinese.
    Unspaced(Unspaced),
}

/// Where words have spaces between them.
#[derive(Debug)]
pub(super) struct Spaced {
    /// What one presses or looks for.
    pub(super) things: &'static [&'static str],
    /// Colours, shapes and places before its name.
    pub(super) looks: &'static [&'static str],
    /// How those end, by gender and case.
    pub(super) endings: &'static [&'static str],
    /// The same after its name, and where it is.
    pub(super) places: &'static [&'static str],
    /// What the places are on.
    pub(super) surfaces: &'static [&'static str],
    /// Words between those.
    pub(super) links: &'static [&'static str],
    /// What has to stand before it all, for a name may stand there; none where names come after.
    pub(super) determiners: &'static [&'static str],
    /// What leads to a name or a purpose.
    pub(super) names_follow: &'static [&'static str],
}

/// Where they have none: the look stands right before the thing.
#[derive(Debug)]
pub(super) struct Unspaced {
    pub(super) things: &'static [&'static str],
    pub(super) looks: &'static [&'static str],
    /// May stand between the two.
    pub(super) link: &'static str,
}

impl Look {
    /// What a sentence points at in this way, in its own words.
    pub(super) fn pointer(&self, sentence: &str) -> Option<String> {
        match self {
            Self::Spaced(look) => look.pointer(sentence),
            Self::Unspaced(look) => look.pointer(sentence),
        }
    }
}

impl Unspaced {
    fn pointer(&self, sentence: &str) -> Option<String> {
        // A sentence that names anything may name this thing.
        if sentence.contains(super::texts::NAME) || sentence.contains(['「', '『', '“', '"', '《'])
        {
            return None;
        }
        let pairs = self
            .looks
            .iter()
            .flat_map(|look| self.things.iter().map(move |thing| (look, thing)));
        let told = pairs
            .flat_map(|(look, thing)| ["", self.link].map(|link| [look, link, thing].concat()));
        // The upper right holds the right.
        told.filter(|words| sentence.contains(words.as_str()))
            .max_by_key(String::len)
    }
}

impl Spaced {
    fn pointer(&self, sentence: &str) -> Option<String> {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let is =
            |list: &[&str], at: usize| bare.get(at).is_some_and(|word| list.contains(&&**word));
        (0..words.len()).find_map(|noun| {
            if !is(self.things, noun) {
                return None;
            }
            let looks = (0..noun).rev().take_while(|at| self.is_look(&bare[*at]));
            let looks = looks.count();
            let mut first = noun - looks;
            if !self.determiners.is_empty() {
                first = first.checked_sub(1)?;
                if !is(self.determiners, first) {
                    return None;
                }
            }
            let end = noun + 1 + self.placed(&words[noun..], &bare[noun..]);
            let is_named =
                words.get(end).is_some_and(|next| is_name(next)) || is(self.names_follow, end);
            let is_pointed_at = looks > 0 || end > noun + 1;
            // What ends a clause ends what is said of the thing.
            let is_alone = ends_clause(words[end - 1]) || !is_named;
            let found = || {
                words[first..end]
                    .join(" ")
                    .trim_end_matches(CLAUSE_ENDS)
                    .to_owned()
            };
            (is_pointed_at && is_alone).then(found)
        })
    }

    fn is_look(&self, word: &str) -> bool {
        let endings = self.endings.iter();
        let stems = endings.filter_map(|ending| word.strip_suffix(ending));
        stems.into_iter().any(|stem| self.looks.contains(&stem))
    }

    /// How many words after the thing say how it looks or where it is: on the right, in the top corner of the screen.
    fn placed(&self, words: &[&str], bare: &[String]) -> usize {
        let mut placed = 0;
        for (at, word) in bare.iter().enumerate().skip(1) {
            if ends_clause(words[at - 1]) {
                break;
            }
            let word = &&**word;
            if self.places.contains(word) || (placed > 0 && self.surfaces.contains(word)) {
                placed = at;
            } else if !self.links.contains(word) {
                break;
            }
        }
        placed
    }
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

const CLAUSE_ENDS: [char; 9] = ['.', ',', ';', ':', '!', '?', '،', '؛', '؟'];

fn ends_clause(word: &str) -> bool {
    word.ends_with(CLAUSE_ENDS)
}

/// A word that is a name: as menus and buttons have them, or in quotes.
fn is_name(word: &str) -> bool {
    word.starts_with(super::texts::NAME) || word.starts_with(['"', '“', '‘', '„', '«', '('])
}
