//! Articles in other languages than English.
//!
//! Belongs here: rows for words of other languages. Does not: shapes that any language has.

use crate::{Case, drawn, hold};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "a German article that a word list reads",
        article: "<h1>Der Drucker druckt nicht</h1><p>Das hilft meist, und zwar in dieser Reihenfolge.</p>
            <h2>Neu starten</h2><ol><li>Drucker ausschalten.</li><li>Eine Minute warten.</li></ol>
            <h2>Warteschlange leeren</h2><ul><li>Einstellungen aufrufen.</li><li>Alle Dokumente entfernen.</li></ul>
            <h2>Verwandte Artikel</h2><ul><li><a href=x>Papierstau</a></li><li><a href=y>Farben</a></li></ul>",
        guide: "Neu starten (2)\nWarteschlange leeren (2)\n",
    },
];

#[test]
fn each_shape_becomes_the_guide_that_a_careful_person_would_make() {
    hold(CASES, drawn);
}
