//! A guide walked to its end by a reader whom nothing helps, without the walk: giving the answers one by one would replay a
//! long guide at each of them.

use unstuck_core::guide::Guide;
use unstuck_core::progress::{Progress, Record};

#[path = "../../../core/tests/common/sealed.rs"]
mod sealed;

/// All that a reader can say who is unsure of everything, but for the last so many fixes; by way of a record of the first
/// version.
pub(crate) fn in_vain(guide: &Guide, but: usize) -> Progress {
    let mut answers = Vec::new();
    let mut say = |kind, id: &str, answer| {
        answers.push(format!(
            "[\"{kind}\",\"{id}\",\"{answer}\",1767225600000,1767225600000]"
        ));
    };
    for question in &guide.questions {
        say("question", &question.id, "unsure");
    }
    for fix in &guide.fixes[..guide.fixes.len() - but] {
        say("check", &fix.id, "unsure");
        say("confirm", &fix.id, "confirm");
        say("verdict", &fix.id, "not-solved");
    }
    let text = sealed::sealed(&format!(
        "{{\"v\":1,\"guide\":\"{}\",\"rev\":1,\"seq\":1,\"progress\":{{\"answers\":[{}],\"ticks\":[],\"reopened\":null}}",
        guide.id,
        answers.join(",")
    ));
    Record::from_text(&text, &guide.id, u64::MAX)
        .unwrap()
        .progress
}
