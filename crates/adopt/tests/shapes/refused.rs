//! What makes no guide, with the reason.
//!
//! Belongs here: rows that are refused. Does not: rows that are taken, however narrowly.

use crate::{Case, drawn, hold};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "a page of questions",
        article: "<h1>Questions about billing problems</h1><h2>How do I pay?</h2><p>Click Pay.</p><h2>Can I pay by card?</h2><p>Yes.</p><h2>When is it due?</h2><p>On the first.</p><h2>Where is my bill?</h2><p>Open Bills.</p>",
        guide: "refused: ",
    },
    Case {
        shape: "an explanation",
        article: "<h1>How backups work</h1><h2>Full backups</h2><p>A full backup holds all files. It takes long. It is large.</p><h2>Later backups</h2><p>A later backup holds what has changed. It is quick. It is small.</p>",
        guide: "refused: ",
    },
    Case {
        shape: "a tutorial",
        article: "<h1>Build your first page</h1><h2>Install the tool</h2><ol><li>Download it.</li><li>Run it.</li></ol><h2>Write the page</h2><ol><li>Create a file.</li><li>Type some words.</li></ol>",
        guide: "refused: names no problem",
    },
];

#[test]
fn each_shape_becomes_the_guide_that_a_careful_person_would_make() {
    hold(CASES, drawn);
}
