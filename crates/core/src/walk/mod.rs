//! The walk: from the answers to the screen, and from what the reader does to the next answers.
//!
//! Belongs here: the order in which things are asked, what passes a fix over, Back, changing an answer, the outcomes and
//! the report. Does not: how any of it is displayed or stored, or what time it is.
//!
//! Everything is a replay: [`Walk::replay`] goes through the guide with the answers in hand and stops at the first thing that
//! is not answered. Nothing else is stored, so that an edited guide, a changed answer or another device cannot leave a
//! reader on a screen that the answers do not lead to.

mod apply;
mod certain;
mod changed;
mod outcome;
mod replay;
mod report;
mod revision;
mod screen;
mod unsure;

pub use apply::{Action, MOST, apply};
pub(crate) use certain::certain_questions;
pub use changed::{answer_changed, step_changed, with_current_revisions};
pub use outcome::Outcome;
pub use replay::{FixState, Walk};
pub use report::{
    Ending, Report, ReportCheck, ReportFix, ReportGuide, ReportNeed, ReportQuestion, ReportRisk,
    ReportSteps, Said, report, said,
};
pub use revision::step_revision;
pub use screen::Screen;
