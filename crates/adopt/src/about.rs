//! What an article is about, as far as it decides whether it can be walked: trouble, reports, lists of issues, questions.
//!
//! Belongs here: tests on a whole article. Does not: what is refused for them, with its reason (see `refuse`).
//!
//! A title's words alone never decide. What stands in the article counts as much: headings that say symptom or fix, a
//! section for when nothing helped, remedies in place of set-up.

use crate::classify::{Classified, Pick};
use crate::codes::{begin_with_codes, defines_codes, explains_codes, names_code};
use crate::dom::{is_list, items, text};
use crate::evidence::Evidence;
use crate::lexicon::{Lexicon, Role};
use crate::part::Part;
use crate::remedy_table::RemedyTable;
use crate::rules::By;
use crate::sentences::{Tally, sentences};
use crate::table::Block;
use crate::titles::folded;
use crate::word_lists::{contains_phrase, lowered};

/// An article whose headings name no problem is still about one from this share of sentences that do, in percent, together
/// with [`MUCH_INSTRUCTING`].
const LEAST_TROUBLED: usize = 28;
/// The share of instructing sentences, in percent, that goes with [`LEAST_TROUBLED`].
const MUCH_INSTRUCTING: usize = 45;
/// An article about trouble speaks of it: one sentence in this many, unless a title says what goes wrong.
const SENTENCES_PER_TROUBLE: usize = 40;
/// Where neither title nor headings say what goes wrong, more of them have to.
const SENTENCES_PER_TROUBLE_UNNAMED: usize = 16;
/// Columns of a table that keeps account of issues: more than what goes wrong and what helps.
const COLUMNS_OF_TRACKER: usize = 3;
/// Fewer headings that are codes say nothing of the article.
const LEAST_CODES: usize = 3;
/// Fewer orders that may mend something may also set something up.
const LEAST_REMEDIES: usize = 3;

/// With so many rows a table of what goes wrong is to be looked things up in.
const MOST_SYMPTOMS: usize = 20;

/// An article with what was found in it.
#[derive(Clone, Copy)]
pub(crate) struct Article<'a> {
    pub(crate) parts: &'a [Part],
    pub(crate) classified: &'a Classified<'a>,
    pub(crate) picks: &'a [Pick],
    /// What a reader is asked to choose from.
    pub(crate) symptoms: &'a [usize],
}

impl Article<'_> {
    pub(crate) fn lexicon(&self) -> &'static Lexicon {
        self.classified.lexicon()
    }

    pub(crate) fn title(&self) -> &str {
        self.parts.first().map_or("", |part| &part.title)
    }

    pub(crate) fn titles_of_picks(&self) -> impl Iterator<Item = &str> {
        let titles = self.picks.iter();
        titles.map(|pick| self.parts[pick.part].title.as_str())
    }

    /// Whether it tells how to report a problem: by its title, because most of its sections do, or because all that it says is
    /// whom to ask.
    pub(crate) fn is_about_reporting(&self) -> bool {
        let lexicon = self.lexicon();
        if self.sent_away() == self.picks.len()
            && !self.picks.is_empty()
            && self.classified.tally(self.picks).hinting == 0
        {
            return true;
        }
        if lexicon.reports(self.title()) {
            // What stands right under such a title in a list is how it is done.
            if self.classified.own.first().is_some_and(|own| own.steps > 0) {
                return true;
            }
            let symptoms = self
                .titles_of_picks()
                .filter(|title| lexicon.is_symptom(&lexicon.without_report(title)));
            return symptoms.count() * 2 <= self.picks.len();
        }
        let sections = || (1..self.parts.len()).map(|part| self.classified.role(part));
        let support = |part: &&usize| self.classified.role(**part) == Role::Support;
        let asking = self.parts.first().map(|first| first.children.iter());
        let asking = asking.map_or(0, |sections| sections.filter(support).count());
        if asking >= 2 && asking > self.picks.len() && !self.title_or_fix_names_trouble() {
            return true;
        }
        self.picks.is_empty()
            && sections().filter(|role| *role == Role::Support).count() >= 2
            && sections().all(|role| matches!(role, Role::Support | Role::Related | Role::Reason))
    }

    /// Whether most of its fixes only send to somebody else.
    pub(crate) fn mostly_sends_away(&self) -> bool {
        self.sent_away() * 2 > self.picks.len()
    }

    fn sent_away(&self) -> usize {
        let sum = |pick: &Pick, count: fn(&Evidence) -> usize| -> usize {
            self.classified.within(pick).map(count).sum()
        };
        let only_sends = |pick: &&Pick| {
            let title = &self.parts[pick.part].title;
            let says = self.lexicon().is_instruction(title)
                && !contains_phrase(&lowered(title), &self.lexicon().support_words);
            let sent = sum(pick, |own| own.support_orders - own.closing_orders);
            let helps = sum(pick, |own| own.own_orders + own.own_hints);
            !says && sent > helps && sum(pick, |own| own.steps) == 0
        };
        self.picks.iter().filter(only_sends).count()
    }

    fn title_or_fix_names_trouble(&self) -> bool {
        let lexicon = self.lexicon();
        lexicon.names_problem(self.title())
            || self
                .titles_of_picks()
                .any(|title| lexicon.is_symptom(title))
    }

    /// Whether its fixes are the items of a list: that they are tried was decided by how they begin.
    pub(crate) fn tries_items(&self) -> bool {
        !self.picks.is_empty() && self.picks.iter().all(|pick| pick.by == By::ListItem)
    }

    /// Whether most of its headings ask for an explanation.
    pub(crate) fn asks(&self, least: usize) -> bool {
        let lexicon = self.lexicon();
        let names_trouble = lexicon.names_one_problem(self.title()) || self.tries_items();
        let headings = self.parts.iter().skip(1).filter(|part| part.has_heading());
        let headings: Vec<&Part> = headings.collect();
        // Among questions of any kind there may be enough that say what goes wrong: they are what is walked.
        let troubled = self
            .titles_of_picks()
            .filter(|title| lexicon.asks_for_remedy(title));
        let troubled = troubled.count();
        let questions = headings.iter().filter(|part| part.children.is_empty());
        if troubled >= LEAST_REMEDIES && troubled * 5 >= questions.count() * 2 {
            return false;
        }
        // An article that calls itself a list of questions need not have many to be one.
        let (least, most) = match contains_phrase(&folded(self.title()), &lexicon.question_titles) {
            true if !lexicon.names_trouble(self.title()) => (least / 2, 1),
            _ => (least, 3),
        };
        let mostly = |asked: &[&Part]| {
            // Under a problem, "Is it plugged in?" is something to try.
            let asks = |part: &&&Part| {
                let title = part.title.as_str();
                let above = &self.parts[part.parent].title;
                lexicon.is_question(title)
                    && (most == 1 || !lexicon.asks_for_remedy(title))
                    && !((names_trouble || lexicon.is_symptom(above))
                        && lexicon.asks_to_check(title))
            };
            let asking = asked.iter().filter(asks);
            asked.len() >= least && asking.count() * 5 >= asked.len() * most
        };
        let picks = self.picks.iter().map(|pick| &self.parts[pick.part]);
        mostly(&headings) || mostly(&picks.collect::<Vec<_>>())
    }

    /// Whether it lists issues that have nothing to do with each other, in tables.
    pub(crate) fn lists_issues(&self) -> bool {
        let lexicon = self.lexicon();
        let remedies = |block: &&Block| block.tag == "table" && lexicon.holds_steps(block, "");
        let from_table = |pick: &&Pick| {
            let part = &self.parts[pick.part];
            !part.over.is_empty() || part.blocks.iter().any(|block| remedies(&block))
        };
        if self.picks.iter().filter(from_table).count() * 3 < self.picks.len() * 2 {
            return false;
        }
        let folded = folded(self.title());
        let tracker = |block: &&Block| {
            let table = RemedyTable::of(block, lexicon);
            table.head.len() >= COLUMNS_OF_TRACKER && table.has_column(&lexicon.issue_columns)
        };
        let blocks = self.parts.iter().flat_map(|part| &part.blocks);
        let trackers = blocks.filter(remedies).filter(tracker);
        contains_phrase(&folded, &lexicon.known_issues) || trackers.count() >= 2
    }

    /// Whether it explains what there is, and hardly any of its parts tells what to do.
    pub(crate) fn is_reference(&self) -> bool {
        let telling = self.picks.iter().filter(|pick| self.classified.tells(pick));
        let telling = telling.count();
        telling == 0
            || self.picks.len() >= 3 && telling * 3 < self.picks.len() && !self.lists_symptoms()
            || self.picks.len() >= 2 && self.picks.iter().all(|pick| self.lists_codes(pick))
    }

    /// Whether it says that it is about trouble, and each fix is named by what goes wrong: that is walked, however briefly it is
    /// answered.
    fn lists_symptoms(&self) -> bool {
        let lexicon = self.lexicon();
        let mut titles = self.titles_of_picks();
        lexicon.names_problem(self.title()) && titles.all(|title| lexicon.is_symptom(title))
    }

    /// Whether a fix is lists of what there is, such as codes of errors, around which nothing is to be done.
    fn lists_codes(&self, pick: &Pick) -> bool {
        let sum = |count: fn(&Evidence) -> usize| -> usize {
            self.classified.within(pick).map(count).sum()
        };
        sum(|own| own.facts) > 0 && sum(|own| own.steps + own.own_orders) == 0
    }

    /// Whether most of its fixes are about codes of a program, of which a reader has one.
    pub(crate) fn names_codes(&self) -> bool {
        let is_code = |pick: &&Pick| names_code(&self.parts[pick.part].heading);
        let codes = self.picks.iter().filter(is_code).count();
        let blocks = || self.parts.iter().flat_map(|part| &part.blocks);
        let lists = blocks()
            .filter(|block| is_list(block))
            .map(|list| items(list));
        let lists = lists
            .filter(|items| explains_codes(items) || defines_codes(items))
            .count();
        let tables = blocks().filter(|block| block.tag == "table");
        let tables = tables.map(|table| RemedyTable::of(table, self.lexicon()));
        let tables = tables.filter(|table| begin_with_codes(&table.rows)).count();
        self.picks.len() >= LEAST_CODES && codes * 4 >= self.picks.len() * 3
            || lists > 1 && lists >= self.picks.len()
            || tables > 1 && tables * 4 >= self.picks.len() * 3
    }

    /// Whether each fix is an order with its code or its list: what is said around them may explain.
    pub(crate) fn only_acts(&self) -> bool {
        self.picks.iter().all(|pick| {
            self.lexicon().is_instruction(&self.parts[pick.part].title)
                && self.classified.within(pick).any(|own| own.steps > 0)
        })
    }

    /// Whether it is tables of many things that go wrong, which are looked up and not read, and its title says of none what they
    /// are.
    pub(crate) fn collects_problems(&self) -> bool {
        let lexicon = self.lexicon();
        let kind = |symptom: &&usize| lexicon.is_category(&self.parts[**symptom].title);
        let kinds = self.symptoms.iter().filter(kind).count();
        let named = lexicon.names_one_problem(self.title()) && !lexicon.names_nothing(self.title());
        let tabled = self.picks.iter().all(|pick| pick.by == By::TableRow);
        tabled && self.symptoms.len() - kinds >= MOST_SYMPTOMS && !named
    }

    /// Whether most of its fixes give no order; hints are none, but for what goes wrong.
    pub(crate) fn mostly_explains(&self) -> bool {
        let hinted = self.lists_symptoms();
        let orders = |pick: &&Pick| {
            let tally = self.classified.tally(std::slice::from_ref(pick));
            let within = || self.classified.within(pick);
            tally.instructing > 0
                || hinted && (tally.hinting > 0 || within().any(|own| own.asides > 0))
                || self.lexicon().is_instruction(&self.parts[pick.part].title)
                || within().any(|own| own.steps > 0)
                || self.lexicon().is_symptom(&self.parts[pick.part].title)
                    && within().any(|own| own.code > 0)
        };
        let ordering = self.picks.iter().filter(orders);
        self.picks.len() >= 3 && ordering.count() * 2 < self.picks.len()
    }

    /// Whether it is about something that goes wrong.
    pub(crate) fn is_about_trouble(&self, tally: Tally) -> bool {
        let lexicon = self.lexicon();
        let title = self.title();
        let folded = folded(title);
        // "Common questions" may be problems, where its sections name them.
        let symptoms = || {
            let symptoms = self.titles_of_picks();
            let symptoms = symptoms.filter(|title| lexicon.is_symptom(title));
            self.picks.len() >= 2 && symptoms.count() * 3 >= self.picks.len() * 2
        };
        // "FAQ: The lid does not close" is about that one question.
        let labelled = || {
            title
                .split_once([':', '：'])
                .is_some_and(|(_, named)| lexicon.names_one_problem(named))
        };
        let listed = lexicon.role(title) == Role::Related;
        if listed && !symptoms() && !labelled() || lexicon.is_of_another_kind(title) {
            return false;
        }
        // "Use the map offline" is an order that sets something up.
        let whole = self.picks.iter().all(|pick| pick.by == By::ArticleIsFix);
        if whole && lexicon.is_instruction(title) && self.begins_with_setup(title) {
            return false;
        }
        // Under "Editor issues" there may be no more than how to set the editor up.
        listed
            || symptoms()
            || lexicon.names_one_problem(title)
            || contains_phrase(&folded, &lexicon.repair_titles)
            || lexicon.names_problem(title) && (self.speaks_of_trouble() || !self.sets_up())
            || self.headings_name_trouble()
            || self.remedies_follow(&folded)
                && self.speaks_of_trouble_in(SENTENCES_PER_TROUBLE_UNNAMED)
            || self.sentences_name_trouble(tally)
            || self.mends()
    }

    /// Whether most of its fixes are orders that try to mend something: whatever the article is called, it is about trouble.
    fn mends(&self) -> bool {
        let lexicon = self.lexicon();
        let remedies = self.titles_of_picks();
        let remedies = remedies.filter(|title| lexicon.is_remedy(title)).count();
        let manual = contains_phrase(&folded(self.title()), &lexicon.how_to_titles)
            || self.begins_with_setup(self.title());
        self.picks.len() >= LEAST_REMEDIES && remedies * 3 >= self.picks.len() * 2 && !manual
    }

    /// Whether half of its fixes or more begin with a verb of set-up.
    fn sets_up(&self) -> bool {
        let setup = self.titles_of_picks();
        let setup = setup.filter(|title| self.begins_with_setup(title));
        setup.count() * 2 >= self.picks.len()
    }

    pub(crate) fn begins_with_setup(&self, title: &str) -> bool {
        let folded = folded(title);
        let title = self.lexicon().after_how_to(&folded);
        let first = title.split(' ').next().unwrap_or_default();
        self.lexicon().setup_verbs.contains(first)
    }

    /// Whether its sentences, or the titles of its fixes, say now and then that something goes wrong.
    fn speaks_of_trouble(&self) -> bool {
        let lexicon = self.lexicon();
        let mut titles = self.titles_of_picks();
        titles.any(|title| lexicon.is_symptom(title))
            || self.speaks_of_trouble_in(SENTENCES_PER_TROUBLE)
    }

    /// Whether one sentence in so many says that something goes wrong.
    fn speaks_of_trouble_in(&self, sentences: usize) -> bool {
        let (troubled, all) = self.sentences_that(Lexicon::clearly_names_trouble);
        troubled * sentences >= all
    }

    /// How many of its sentences are such, and how many there are.
    pub(crate) fn sentences_that(&self, are: fn(&Lexicon, &str) -> bool) -> (usize, usize) {
        let mut count = (0, 0);
        for block in self.parts.iter().flat_map(|part| &part.blocks) {
            let text = text(block);
            for sentence in sentences(&text) {
                count.0 += usize::from(are(self.lexicon(), sentence));
                count.1 += 1;
            }
        }
        count
    }

    /// Whether headings name what goes wrong, or say that remedies follow.
    fn headings_name_trouble(&self) -> bool {
        let lexicon = self.lexicon();
        let title = |part: usize| self.parts[part].title.as_str();
        let named = |part: &usize| {
            lexicon.clearly_names_trouble(title(*part)) || lexicon.role(title(*part)) == Role::Group
        };
        let said = self.picks.iter();
        let said = said.filter(|pick| named(&pick.part) || pick.under.iter().any(&named));
        let headings = || self.parts.iter().skip(1).map(|part| part.title.as_str());
        let troubled = headings().filter(|title| lexicon.clearly_names_trouble(title));
        let troubled = troubled.count();
        // How something is set up may end with a word on troubleshooting.
        let aside = self.begins_with_setup(self.title());
        let manual = contains_phrase(&folded(self.title()), &lexicon.how_to_titles);
        said.count() * 2 >= self.picks.len()
            || troubled >= 2 && troubled * 4 >= self.parts.len() - 1
            || !aside
                && (!manual && headings().any(|title| lexicon.role(title) == Role::LastResort)
                    || self.fixes_are_said(if manual { self.picks.len() / 2 } else { 1 }))
    }

    /// Whether so many headings that say fix or symptom have to do with its fixes: "Bug fixes" in a list of changes has not.
    fn fixes_are_said(&self, least: usize) -> bool {
        let said = |part: &usize| {
            self.lexicon().says_fix(&self.parts[*part].title)
                && (self.classified.role(*part) == Role::Reason
                    || self.classified.is_below(*part, self.picks)
                    || self
                        .picks
                        .iter()
                        .any(|pick| pick.part == *part || pick.under.contains(part)))
        };
        (1..self.parts.len()).filter(said).count() >= least.max(1)
    }

    /// Whether its fixes are remedies, and not how something is set up or used: of a title that names a thing, most fixes begin
    /// with no verb of set-up, or the text says that trouble may go on.
    fn remedies_follow(&self, title: &str) -> bool {
        let lexicon = self.lexicon();
        if lexicon.is_instruction(title)
            || lexicon.is_question(title)
            || contains_phrase(title, &lexicon.how_to_titles)
        {
            return false;
        }
        let orders = self
            .titles_of_picks()
            .filter(|title| lexicon.is_instruction(title))
            .count();
        !self.sets_up() && (orders * 2 >= self.picks.len() || self.goes_on())
    }

    /// Whether many of its sentences name trouble, and many tell what to do.
    fn sentences_name_trouble(&self, tally: Tally) -> bool {
        let (troubled, all) = self.sentences_that(Lexicon::names_trouble);
        troubled * 100 >= all * LEAST_TROUBLED
            && (tally.instructing + tally.hinting) * 100 >= tally.sentences * MUCH_INSTRUCTING
    }
}
