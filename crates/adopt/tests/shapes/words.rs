//! What words decide, in any language: who is told to do something, where support begins, what is lost and how long it takes.
//!
//! Belongs here: rows that hang on words. Does not: shapes of pages (see `pages` and `markup`), or a language's own ways of building
//! titles (see `languages`).

use crate::{Case, drawn, hold, told};

const DRAWN: &[Case] = &[
    Case {
        shape: "German orders as they are spoken, and nouns that look like them",
        article: "<h1>Die Kaffeemaschine läuft nicht</h1><p>Geh die Punkte der Reihe nach durch.</p>
            <h2>Brühgruppe</h2><p>Prüf die Brühgruppe.</p><p>Zieh sie heraus und spül sie ab.</p><p>Druck fehlt oft nur am Anfang.</p>
            <h2>Wasser</h2><p>Füll Wasser nach, dann drück die Taste.</p><p>Filter und Schieber gibt es im Handel.</p>",
        guide: "Brühgruppe (2)\nWasser (1)\n",
    },
    Case {
        shape: "French orders to a friend",
        article: "<h1>La cafetière ne marche pas</h1><p>Voici ce qui aide.</p>
            <h2>Le réservoir</h2><p>Enlève le réservoir.</p><p>Essuie le joint.</p><h2>La prise</h2><p>Va dans la cuisine.</p><p>Sors la prise du mur.</p>",
        guide: "Le réservoir (2)\nLa prise (2)\n",
    },
    Case {
        shape: "an order that begins with See, and a title that points elsewhere",
        article: "<h1>The heating stays cold</h1><h2>See if the boiler is lit</h2><p>Look through the window and press Reset.</p>
            <h2>See what the thermostat says</h2><p>Turn it up.</p><h2>See also</h2><p>Read the manual.</p><h2>See the other pages</h2><ul><li><a href=a>Radiators</a></li></ul>",
        guide: "See if the boiler is lit (1)\nSee what the thermostat says (1)\n",
    },
    Case {
        shape: "a sign that is part of a name is no address to write to",
        article: "<h1>I cannot open my locker</h1><h2>Switch the account</h2><ol><li>Open the menu.</li><li>If your name does not end in \"@east\", press Leave.</li></ol>
            <h2>Press the bell</h2><p>Hold it for a while.</p>",
        guide: "Switch the account (2)\nPress the bell (1)\n",
    },
];

#[test]
fn fixes_hang_on_words() {
    hold(DRAWN, drawn);
}

const TOLD: &[Case] = &[];

#[test]
fn what_is_told_hangs_on_words() {
    hold(TOLD, told);
}
