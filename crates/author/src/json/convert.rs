//! Between the JSON file and the guide.
//!
//! Belongs here: the conversions, both ways; [`Condition`]s go as their text. Does not: what makes a guide sound.

use unstuck_core::guide::{self, Condition, Guide, Image, Inline, PassAs, Rich};

use super::file::{
    Check, File, Fix, Note, PassOn, PassedAs, Question, Risk, Step, StepRisk, Support, Verdict,
};
use super::text::{Block, Item, ItemText, Marked, Passage, Picture, Run, Words};
use crate::diagnose::proposed_id;
use crate::html::condition_text;

impl From<&Rich> for Words {
    fn from(rich: &Rich) -> Self {
        match rich.0.as_slice() {
            [Inline::Text(words)] => Self::Plain(words.clone()),
            runs => Self::Runs(runs.iter().map(Run::from).collect()),
        }
    }
}

impl From<Words> for Rich {
    fn from(words: Words) -> Self {
        Self(match words {
            Words::Plain(words) if words.is_empty() => Vec::new(),
            Words::Plain(words) => vec![Inline::Text(words)],
            Words::Runs(runs) => runs.into_iter().map(Inline::from).collect(),
        })
    }
}

impl From<&Inline> for Run {
    fn from(inline: &Inline) -> Self {
        Self::Marked(match inline {
            Inline::Text(words) => return Self::Plain(words.clone()),
            Inline::Strong(words) => Marked::Strong(words.clone()),
            Inline::Path(items) => Marked::Path(items.clone()),
            Inline::Code(words) => Marked::Code(words.clone()),
            Inline::Emphasis(words) => Marked::Emphasis(words.clone()),
            Inline::Key(words) => Marked::Key(words.clone()),
            Inline::Image(image) => Marked::Image(Picture {
                src: image.src.clone(),
                alt: image.alt.clone(),
                width: image.width.parse().ok(),
                height: image.height.parse().ok(),
                href: image.href.clone(),
            }),
            Inline::Link { href, text } => Marked::Link {
                href: href.clone(),
                text: text.clone(),
            },
            Inline::Break => Marked::Break(true),
        })
    }
}

impl From<Run> for Inline {
    fn from(run: Run) -> Self {
        let marked = match run {
            Run::Plain(words) => return Self::Text(words),
            Run::Marked(marked) => marked,
        };
        match marked {
            Marked::Strong(words) => Self::Strong(words),
            Marked::Path(items) => Self::Path(items),
            Marked::Code(words) => Self::Code(words),
            Marked::Emphasis(words) => Self::Emphasis(words),
            Marked::Key(words) => Self::Key(words),
            Marked::Image(image) => {
                let digits =
                    |size: Option<u16>| size.map(|size| size.to_string()).unwrap_or_default();
                Self::Image(Image {
                    width: digits(image.width),
                    height: digits(image.height),
                    src: image.src,
                    alt: image.alt,
                    href: image.href,
                })
            }
            Marked::Link { href, text } => Self::Link { href, text },
            Marked::Break(_) => Self::Break,
        }
    }
}

impl From<&guide::Passage> for Passage {
    fn from(passage: &guide::Passage) -> Self {
        Self::Block(match passage {
            guide::Passage::Words(words) => return Self::Paragraph(words.into()),
            guide::Passage::Code(lines) => Block {
                pre: Some(lines.clone()),
                ..Block::default()
            },
            guide::Passage::List { ordered, items } => Block {
                ordered: *ordered,
                list: Some(
                    items
                        .iter()
                        .map(|item| Item::from(item.as_slice()))
                        .collect(),
                ),
                ..Block::default()
            },
            guide::Passage::Table { head, rows } => Block {
                head: *head,
                table: Some(
                    rows.iter()
                        .map(|row| row.iter().map(Words::from).collect())
                        .collect(),
                ),
                ..Block::default()
            },
            guide::Passage::Tip { warning, passages } => Block {
                warning: *warning,
                tip: Some(to_file(passages)),
                ..Block::default()
            },
        })
    }
}

impl From<&[guide::Passage]> for Item {
    fn from(passages: &[guide::Passage]) -> Self {
        match passages {
            [guide::Passage::Words(words)] => Self::Words(words.into()),
            more => Self::More(ItemText {
                text: to_file(more),
            }),
        }
    }
}

impl From<Item> for Vec<guide::Passage> {
    fn from(item: Item) -> Self {
        match item {
            Item::Words(words) => vec![guide::Passage::Words(words.into())],
            Item::More(more) => to_guide(more.text),
        }
    }
}

fn to_file(passages: &[guide::Passage]) -> Vec<Passage> {
    passages.iter().map(Passage::from).collect()
}

/// A block that has several of `list`, `pre`, `table` and `tip` becomes as many passages, in this order.
fn to_guide(passages: Vec<Passage>) -> Vec<guide::Passage> {
    let mut out = Vec::new();
    for passage in passages {
        let block = match passage {
            Passage::Paragraph(words) => {
                out.push(guide::Passage::Words(words.into()));
                continue;
            }
            Passage::Block(block) => block,
        };
        out.extend(block.list.map(|items| guide::Passage::List {
            ordered: block.ordered,
            items: items.into_iter().map(Item::into).collect(),
        }));
        out.extend(block.pre.map(guide::Passage::Code));
        out.extend(block.table.map(|rows| {
            let cells = |row: Vec<Words>| row.into_iter().map(Rich::from).collect();
            guide::Passage::Table {
                head: block.head,
                rows: rows.into_iter().map(cells).collect(),
            }
        }));
        out.extend(block.tip.map(|passages| guide::Passage::Tip {
            warning: block.warning,
            passages: to_guide(passages),
        }));
    }
    out
}

impl From<&Guide> for File {
    fn from(guide: &Guide) -> Self {
        let own = guide.verdict.clone();
        let has_own = own != guide::VerdictWords::default();
        let verdict = Verdict {
            ask: own.ask,
            solved: own.solved,
            not_solved: own.not_solved,
            started: own.started,
            still_running: own.still_running,
            cannot: own.cannot,
        };
        Self {
            schema: None,
            // A file needs an id, and its title may give it: from then on it stands there.
            id: match &*guide.id {
                "" => proposed_id(guide),
                id => id.to_owned(),
            },
            lang: guide.lang.clone(),
            dir: guide.dir.clone(),
            edition: guide.edition.clone(),
            title: guide.title.clone(),
            summary: guide.summary.clone(),
            intro: to_file(&guide.intro),
            verdict: has_own.then_some(verdict),
            wait: to_file(&guide.wait),
            no_wait: guide.no_wait,
            questions: guide
                .questions
                .iter()
                .map(|question| Question {
                    edition: own_edition(&question.edition, &guide.edition),
                    ..Question::from(question)
                })
                .collect(),
            notes: guide
                .notes
                .iter()
                .map(|note| Note {
                    only_if: condition_text(&note.only_if),
                    text: to_file(&note.passages),
                })
                .collect(),
            fixes: guide
                .fixes
                .iter()
                .map(|fix| Fix {
                    edition: own_edition(&fix.edition, &guide.edition),
                    ..Fix::from(fix)
                })
                .collect(),
            after: to_file(&guide.after),
            support: guide.support.as_ref().map(|support| Support {
                title: support.title.clone(),
                text: to_file(&support.passages),
                needs: support.needs.clone(),
                issue: support.issue.clone(),
            }),
        }
    }
}

impl From<File> for Guide {
    fn from(file: File) -> Self {
        let verdict = file
            .verdict
            .map_or_else(Default::default, |own| guide::VerdictWords {
                ask: own.ask,
                solved: own.solved,
                not_solved: own.not_solved,
                started: own.started,
                still_running: own.still_running,
                cannot: own.cannot,
            });
        let mut guide = Self {
            id: file.id,
            lang: file.lang,
            dir: file.dir,
            title: file.title,
            summary: file.summary,
            intro: to_guide(file.intro),
            questions: file
                .questions
                .into_iter()
                .map(|question| guide::Question {
                    id: question.id,
                    ask: question.ask,
                    hint: to_guide(question.hint),
                    only_if: Condition::parse(&question.only_if),
                    one_of: question.one_of,
                    unsure: question.unsure,
                    edition: question.edition,
                })
                .collect(),
            notes: file
                .notes
                .into_iter()
                .map(|note| guide::Note {
                    only_if: Condition::parse(&note.only_if),
                    passages: to_guide(note.text),
                })
                .collect(),
            fixes: file.fixes.into_iter().map(guide::Fix::from).collect(),
            support: file.support.map(|support| guide::Section {
                title: support.title,
                passages: to_guide(support.text),
                needs: support.needs,
                issue: support.issue,
            }),
            wait: to_guide(file.wait),
            no_wait: file.no_wait,
            after: to_guide(file.after),
            verdict,
            // The reading gives it.
            rev: 0,
            edition: file.edition,
        };
        guide.hand_down_editions();
        guide
    }
}

/// The edition that is written for something: none where it has it from what it is in.
fn own_edition(edition: &str, around: &str) -> String {
    if edition == around {
        String::new()
    } else {
        edition.to_owned()
    }
}

impl From<&guide::Question> for Question {
    fn from(question: &guide::Question) -> Self {
        Self {
            id: question.id.clone(),
            ask: question.ask.clone(),
            hint: to_file(&question.hint),
            one_of: question.one_of.clone(),
            unsure: question.unsure.clone(),
            edition: question.edition.clone(),
            only_if: condition_text(&question.only_if),
        }
    }
}

impl From<&guide::Fix> for Fix {
    fn from(fix: &guide::Fix) -> Self {
        Self {
            id: fix.id.clone(),
            title: fix.title.clone(),
            only_if: condition_text(&fix.only_if),
            check: fix.check.as_ref().map(|check| Check {
                ask: check.ask.clone(),
                hint: to_file(&check.hint),
                pass_on: if check.pass_on {
                    PassOn::Yes
                } else {
                    PassOn::No
                },
                pass_as: match check.pass_as {
                    PassAs::NotNeeded => PassedAs::NotNeeded,
                    PassAs::Cannot => PassedAs::Cannot,
                },
                unsure: check.unsure.clone(),
            }),
            reason: to_file(&fix.reason),
            risk: fix.risk.as_ref().map(|risk| Risk {
                reversible: risk.reversible,
                title: risk.title.clone(),
                text: to_file(&risk.passages),
                lost: risk
                    .lost
                    .iter()
                    .map(|item| Item::from(item.as_slice()))
                    .collect(),
                first: to_file(&risk.first),
                first_fix: risk.first_fix.clone(),
            }),
            away: to_file(&fix.away),
            steps: fix
                .steps
                .iter()
                .map(|step| Step {
                    id: step.id.clone(),
                    only_if: condition_text(&step.only_if),
                    risk: step.risk.as_ref().map(|risk| StepRisk {
                        reversible: risk.reversible,
                        title: risk.title.clone(),
                    }),
                    edition: own_edition(&step.edition, &fix.edition),
                    text: to_file(&step.passages),
                })
                .collect(),
            more: to_file(&fix.more),
            wait: to_file(&fix.wait),
            no_wait: fix.no_wait,
            verdict: fix.verdict.clone(),
            drawing: fix.drawing.clone(),
            time: fix.time.clone(),
            edition: fix.edition.clone(),
        }
    }
}

impl From<Fix> for guide::Fix {
    fn from(fix: Fix) -> Self {
        Self {
            id: fix.id,
            title: fix.title,
            reason: to_guide(fix.reason),
            steps: fix
                .steps
                .into_iter()
                .map(|step| guide::Step {
                    id: step.id,
                    passages: to_guide(step.text),
                    only_if: Condition::parse(&step.only_if),
                    risk: step.risk.map(|risk| guide::StepRisk {
                        reversible: risk.reversible,
                        title: risk.title,
                    }),
                    edition: step.edition,
                })
                .collect(),
            more: to_guide(fix.more),
            check: fix.check.map(|check| guide::Check {
                ask: check.ask,
                hint: to_guide(check.hint),
                pass_on: check.pass_on == PassOn::Yes,
                pass_as: match check.pass_as {
                    PassedAs::NotNeeded => PassAs::NotNeeded,
                    PassedAs::Cannot => PassAs::Cannot,
                },
                unsure: check.unsure,
            }),
            only_if: Condition::parse(&fix.only_if),
            risk: fix.risk.map(|risk| guide::Risk {
                reversible: risk.reversible,
                title: risk.title,
                passages: to_guide(risk.text),
                lost: risk.lost.into_iter().map(Item::into).collect(),
                first: to_guide(risk.first),
                first_fix: risk.first_fix,
            }),
            wait: to_guide(fix.wait),
            no_wait: fix.no_wait,
            away: to_guide(fix.away),
            verdict: fix.verdict,
            drawing: guide::drawing(&fix.drawing),
            time: fix.time,
            edition: fix.edition,
        }
    }
}
