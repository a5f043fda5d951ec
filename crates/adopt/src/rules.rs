//! The rules that decide what becomes of a block: one list, each with a name that never changes and a sentence.
//!
//! Belongs here: names and sentences. Does not: how a rule decides, which is where it decides.
//!
//! A decision is given as a [`By`]: [`Pick`](crate::classify::Pick) holds the one by which a part is a fix,
//! [`Classified::left_out_by`](crate::classify::Classified::left_out_by) says why a part is none, and
//! [`Table::leave_out`](crate::table::Table::leave_out) records what is met and not told. A new rule is one more line here.

macro_rules! rules {
    ($($name:ident = $id:literal: $sentence:literal;)*) => {
        /// The rule that decided what becomes of a block.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum By {
            $(#[doc = $sentence] $name,)*
        }

        impl By {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name, for good: tools filter by it.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }

            /// What it says, in a sentence.
            #[must_use]
            pub fn sentence(self) -> &'static str {
                match self {
                    $(Self::$name => $sentence,)*
                }
            }
        }
    };
}

rules! {
    // What the author says.
    AuthorMark = "author-mark": "An attribute of the author decides.";
    NotMarked = "not-marked": "Of an article that its author has marked wholly, what has no attribute and is in no fix or support stays in the article.";
    AuthorSkip = "author-skip": "The author has marked it with data-unstuck-skip.";

    // Titles.
    TitleHeading = "title-heading": "The article's highest heading is its title.";
    PageTitle = "page-title": "The page around the article gives its title.";

    // What is no part of the text.
    Machinery = "machinery": "Menus, forms, buttons and other parts of the page are not the article's words.";
    UnsafePicture = "unsafe-picture": "A picture without a safe address, or of a single dot, is left out.";
    Permalink = "permalink": "A link from a heading to itself says nothing.";
    Contents = "contents": "A list of the article's own headings is its contents.";
    BackToTop = "back-to-top": "A link to the top of the page says nothing.";
    Metadata = "metadata": "Dates, categories, names, the way to the page and the like are about the page, not about the problem.";
    NoteLabel = "note-label": "A box shows that it is a note or a warning; the word for it would say so twice.";

    // Which sections are fixes.
    Instructs = "instructs": "A section that says what to do is a fix.";
    Beside = "beside": "Most sections beside it are fixes, so it is one too.";
    Numbered = "numbered": "Numbered sections are a set of fixes.";
    Symptom = "symptom": "A section about something that goes wrong, with a remedy, is a fix.";
    TableRow = "table-row": "The rows of a table of symptoms and remedies are fixes.";
    ListItem = "list-item": "The items of an article's one list are fixes where each is tried by itself, and not a step of the one before.";
    ArticleIsFix = "article-is-fix": "An article without sections that are fixes is one fix itself.";
    SymptomOption = "symptom-option": "Symptoms that do not depend on each other are the options of a question.";
    TitlePrefix = "title-prefix": "Fixes and options of the same title are told apart by the title of their group.";

    // Which sections are none.
    Group = "group": "A heading over fixes, or over steps, is none itself.";
    NoFix = "no-fix": "A section that does not say what to do is no fix, and stays in the article.";
    RelatedSection = "related-section": "Sections of references, related articles, questions and comments stay in the article.";

    // What stands around the fixes.
    Opening = "opening": "What stands before the first section introduces the article.";
    OpeningHeading = "opening-heading": "An introduction opens with a sentence, so the heading over it is left out.";
    Explains = "explains": "Sections on symptoms, causes and background introduce the article, or the fix that they belong to.";
    Preparation = "preparation": "What is to be read before the fixes is shown with the first of them.";
    SupportSection = "support-section": "Sections on what to do when nothing has helped are told at the end.";
    SupportSentence = "support-sentence": "A closing sentence that sends the reader to support is told at the end.";
    SupportHeading = "support-heading": "The beginning of the sentence that sends to support is also the heading over it.";
    SaidAlready = "said-already": "The guide says the same words already.";

    // What becomes of the blocks of a fix.
    GroupOpening = "group-opening": "What stands under the heading of a group introduces its first fix.";
    GroupWarning = "group-warning": "What a group warns of is told with each of its fixes.";
    BeforeSteps = "before-steps": "What stands before the first step is the reason for the fix.";
    StepList = "step-list": "The items of a list that says what to do are steps.";
    AnyList = "any-list": "In a language whose words are not known, every list but those of links holds steps.";
    Alternatives = "alternatives": "A list whose items are for one case each is one step, and so is each of several tabs: the reader takes what fits.";
    StepRow = "step-row": "The rows of a table of symptoms and remedies in a fix are steps.";
    TableHead = "table-head": "The head of such a table names its columns, which steps do not have.";
    StepParagraph = "step-paragraph": "A paragraph that says what to do is a step.";
    StepCode = "step-code": "Code, with the sentence that leads to it, is a step.";
    StepBlock = "step-block": "A block that holds a list of steps is a step where no other list does.";
    Lead = "lead": "A line that leads to what follows begins the next step.";
    LeadHeading = "lead-heading": "A heading within a fix begins the first step under it.";
    JoinsStep = "joins-step": "What stands after a step, and is none, belongs to it.";
    AfterSteps = "after-steps": "What stands under a title of its own after the steps, and gives none, is told after them.";
    OnlyStep = "only-step": "A fix without steps is one step, from the first sentence on that says what to do.";
    TitleIsStep = "title-is-step": "A fix whose title alone says what to do has the title as its step.";
    SystemLabel = "system-label": "A label that names a system is the condition of the steps under it; the reader is asked for the system.";
    WarnsOfLoss = "warns-of-loss": "A warning that something will be lost is a risk, which the reader confirms before the steps.";
    TakesLong = "takes-long": "A sentence by which the result takes hours is also told while the reader waits.";
    SeeElsewhere = "see-elsewhere": "A sentence that only points to another page is told after the steps.";
    LeadsOn = "leads-on": "A sentence that only leads to the next fix is left out: the guide does that.";
    Result = "result": "How to see that a fix has worked is told after its steps.";
    ResultOfAll = "result-of-all": "How to see that one of several fixes has worked stays in the article: the reader is asked after each.";

    Undecided = "undecided": "No rule has decided; please report it.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_rule_has_a_name_and_a_sentence_of_its_own() {
        let ids: HashSet<&str> = By::ALL.iter().map(|by| by.id()).collect();
        let sentences: HashSet<&str> = By::ALL.iter().map(|by| by.sentence()).collect();
        assert_eq!((ids.len(), sentences.len()), (By::ALL.len(), By::ALL.len()));
        for by in By::ALL {
            let id = by.id();
            assert!(
                id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{id}"
            );
            assert!(by.sentence().ends_with('.'), "{id}");
        }
    }
}
