//! Signs that an article is not meant to be walked, each too weak to decide alone.
//!
//! Belongs here: what the signs are, and how many are enough. Does not: what one sign is enough for (see `about`), or what
//! follows (see `refuse`).
//!
//! Fitted on two collections of articles and tried on the third, in turn, they found about every second article that is no
//! guide, and one of a hundred that are.

use crate::about::Article;
use crate::dom::text;
use crate::lexicon::{Lexicon, Role};
use crate::part::Part;
use crate::sentences::sentences;
use crate::titles::folded;
use crate::word_lists::{contains_phrase, lowered};

/// So many signs are a doubt.
const ENOUGH: usize = 3;
/// Of fewer sentences no share says anything.
const LEAST_SENTENCES: usize = 10;
/// Who writes of trouble says so in one sentence of this many, by words that mean nothing else.
const SENTENCES_PER_TROUBLE: usize = 20;
/// Who sends to somebody else does in one sentence of this many.
const SENTENCES_PER_SUPPORT: usize = 10;

impl Article<'_> {
    /// The signs that it is not meant to be walked, where they are enough. None are looked for where the title or most fixes say
    /// what goes wrong, where hardly anything is said, or where the fixes are the items of a list: those were found by how they begin.
    pub(crate) fn signs(&self) -> Option<Vec<&'static str>> {
        let named = self.lexicon().names_one_problem(self.title());
        let (_, sentences) = self.sentences_that(|_, _| false);
        let symptoms = self.titles_of_picks();
        let symptoms = symptoms.filter(|title| self.lexicon().is_symptom(title));
        let named = named || symptoms.count() * 3 >= self.picks.len() * 2;
        if named || self.tries_items() || sentences < LEAST_SENTENCES {
            return None;
        }
        let signs = [
            (self.title_is_of_another_kind(), "its title"),
            (
                self.hardly_names_remedies(),
                "few fixes named by a symptom or a remedy",
            ),
            (self.asks_much(), "headings that ask"),
            (
                self.speaks_little_of_trouble(),
                "hardly a word of what goes wrong",
            ),
            (self.sends_away_often(), "many words of whom to ask"),
            (!self.goes_on(), "no word of what to do if it does not help"),
        ];
        let found: Vec<&str> = signs
            .into_iter()
            .filter_map(|(is, sign)| is.then_some(sign))
            .collect();
        (found.len() >= ENOUGH).then_some(found)
    }

    /// Whether the title is one of a manual, of set-up, of questions, of reports.
    fn title_is_of_another_kind(&self) -> bool {
        let (lexicon, title) = (self.lexicon(), self.title());
        contains_phrase(&folded(title), &lexicon.how_to_titles)
            || self.begins_with_setup(title)
            || lexicon.reports(title)
            || lexicon.is_of_another_kind(title)
            || lexicon.role(title) == Role::Related
    }

    fn hardly_names_remedies(&self) -> bool {
        let lexicon = self.lexicon();
        let names = |title: &&str| lexicon.is_symptom(title) || lexicon.is_remedy(title);
        self.titles_of_picks().filter(names).count() * 3 < self.picks.len()
    }

    fn asks_much(&self) -> bool {
        let lexicon = self.lexicon();
        let headings = self.parts.iter().skip(1).filter(|part| part.has_heading());
        let (mut asking, mut all) = (0, 0);
        for part in headings {
            // "Still need help?" is a good sign.
            let asks = lexicon.is_question(&part.title)
                && !lexicon.asks_for_remedy(&part.title)
                && !matches!(lexicon.role(&part.title), Role::Support | Role::LastResort);
            asking += usize::from(asks);
            all += 1;
        }
        asking > 0 && asking * 3 >= all
    }

    fn speaks_little_of_trouble(&self) -> bool {
        let (troubled, all) = self.sentences_that(Lexicon::clearly_names_trouble);
        troubled * SENTENCES_PER_TROUBLE < all
    }

    /// Whether several sections say whom to ask, or many sentences elsewhere.
    fn sends_away_often(&self) -> bool {
        let lexicon = self.lexicon();
        let (mut sections, mut sending, mut all) = (0, 0, 0);
        for part in self.parts {
            match lexicon.role(&part.title) {
                Role::Support => sections += usize::from(part.has_heading()),
                Role::LastResort => {}
                _ => {
                    for block in &part.blocks {
                        let lower = lowered(&text(block));
                        for sentence in sentences(&lower) {
                            sending +=
                                usize::from(contains_phrase(sentence, &lexicon.support_words));
                            all += 1;
                        }
                    }
                }
            }
        }
        sections >= 2 || sending * SENTENCES_PER_SUPPORT > all
    }

    /// Whether it says that trouble may go on, or has a section for that.
    pub(crate) fn goes_on(&self) -> bool {
        let (said, _) = self.sentences_that(|lexicon, sentence| {
            let lower = lowered(sentence);
            contains_phrase(&lower, &lexicon.persisting)
        });
        let last = |part: &Part| self.lexicon().role(&part.title) == Role::LastResort;
        said > 0 || self.parts.iter().skip(1).any(last)
    }
}
