//! What the structure of a page says, whatever its words: tabs, tables that arrange, lines of a list, headings.
//!
//! Belongs here: rows in which only the structure tells what belongs together. Does not: what unfolds (`accordions`), systems
//! by their names (`systems`).

use crate::{Case, hold, told};

pub(crate) const TOLD: &[Case] = &[
    Case {
        shape: "the labels of tabs in a list before their panels",
        article: "<h1>The lock does not open</h1><h2>Pair it again</h2><p>Do so on your phone.</p>
            <ul class='nav nav-tabs'><li><a data-bs-toggle=tab href=#a>iPhone</a></li><li><a data-bs-toggle=tab href=#b>Android</a></li></ul>
            <div class=tab-content><div class=tab-pane id=a><ol><li>Open Settings.</li></ol></div><div class=tab-pane id=b><ol><li>Open the drawer.</li></ol></div></div>
            <h2>Change the battery</h2><p>Open the lid.</p>",
        guide: "
? iPhone or iPad
? Android
# Pair it again
reason: Do so on your phone.
1. if !android Open Settings.
2. if !iphone Open the drawer.
# Change the battery
1. Open the lid.",
    },
    Case {
        shape: "tabs by their roles, with labels that are no systems: a step for each",
        article: "<h1>The lock does not open</h1><h2>Pair it again</h2>
            <div role=tablist><button role=tab id=one>Round lock</button><button role=tab id=two>Flat lock</button></div>
            <div><div role=tabpanel aria-labelledby=one><ol><li>Turn it.</li><li>Press the key.</li></ol></div><div role=tabpanel aria-labelledby=two hidden><p>Press it.</p><p>Open the app.</p></div></div>
            <h2>Change the battery</h2><p>Open the lid.</p>",
        guide: "
# Pair it again
1. Round lock / [Turn it.; Press the key.]
2. Flat lock / Press it. / Open the app.
# Change the battery
1. Open the lid.",
    },
    Case {
        shape: "a paragraph for another system behind the list for one",
        article: "<h1>The lamp stays dark</h1><h2>Allow the app</h2><p>On a Mac:</p><ol><li>Open Settings.</li><li>Switch it on.</li></ol><p>On Windows, it asks by itself.</p>
            <h2>Change the bulb</h2><p>Unscrew it.</p>",
        guide: "
? Mac
? Windows
# Allow the app
1. if !windows Open Settings.
2. if !windows Switch it on.
3. if !macos On Windows, it asks by itself.
# Change the bulb
1. Unscrew it.",
    },
    Case {
        shape: "rows of remedies before the one section of the article",
        article: "<h1>The kettle does not boil</h1><p>Go through the table.</p>
            <table><tr><th>What to check</th><th>Possible cause</th><th>Remedy</th></tr><tr><td>The lid</td><td>It is open.</td><td>Close the lid.</td></tr><tr><td>The base</td><td>Water is on it.</td><td>Dry the base.</td></tr></table>
            <h3>Clear the display</h3><p>Press Start.</p>",
        guide: "
intro: Go through the table.
# The lid
reason: It is open.
1. Close the lid.
# The base
reason: Water is on it.
1. Dry the base.
# Clear the display
1. Press Start.",
    },
    Case {
        shape: "a row under what is seen is seen, though its words look like an order",
        article: "<h1>Trouble with tickets</h1>
            <table><tr><th>What you see</th><th>What to do</th></tr><tr><td>Limit reached</td><td>Buy one less.</td></tr><tr><td>Ticket not found</td><td>Type the number again.</td></tr><tr><td>Payment refused</td><td>Use another card.</td></tr></table>",
        guide: "
? Limit reached
? Ticket not found
? Payment refused
# Limit reached if sees-limit-reached
1. Buy one less.
# Ticket not found if sees-ticket-not-found
1. Type the number again.
# Payment refused if sees-payment-refused
1. Use another card.",
    },
    Case {
        shape: "paragraphs with numbers in brackets",
        article: "<h1>The kettle does not boil</h1><h2>Clear the memory</h2><p>(1) Unplug the kettle;</p><p>(2) the key at the back: hold it;</p><p>(3) Plug it in.</p>
            <h2>Change the plug</h2><p>Use the old one.</p>",
        guide: "
# Clear the memory
1. Unplug the kettle;
2. the key at the back: hold it;
3. Plug it in.
# Change the plug
1. Use the old one.",
    },
    Case {
        shape: "sections that are all h1, the first of them a problem",
        article: "<h1>The kettle is loud</h1><p>Remove the scale.</p><h1>The lid is stuck</h1><p>Press the knob.</p>",
        guide: "
? The kettle is loud
? The lid is stuck
# The kettle is loud if sees-kettle-loud
1. Remove the scale.
# The lid is stuck if sees-lid-stuck
1. Press the knob.",
    },
    Case {
        shape: "a link in a heading that runs something",
        article: "<h1>The kettle does not boil</h1><h2>Close the lid <a href='javascript:print();'><span>Print</span></a></h2><p>Press it.</p><h2>Dry the base</h2><p>Wipe it.</p>",
        guide: "
# Close the lid
1. Press it.
# Dry the base
1. Wipe it.",
    },
    Case {
        shape: "a page in a cell of a table, with a menu beside it, in an element for words",
        article: "<h1>The kettle does not boil</h1><table><tr><td colspan=2><font size=5>Kettles</font></td></tr><tr><td><a href=a>Home</a><br><a href=b>Lids</a></td>
            <td><font face=x><p>Try these:</p><p><b>1) Close the lid</b><br>Press it.</p><p><b>2) Dry the base</b><br>Wipe it.</p><p><b>3) Remove the scale</b><br>Use vinegar.</p></font></td></tr>
            <tr><td colspan=2><font size=1>Open it in a large window.</font></td></tr></table>",
        guide: "
intro: Try these:
# 1) Close the lid
1. Press it.
# 2) Dry the base
1. Wipe it.
# 3) Remove the scale
1. Use vinegar.",
    },
    Case {
        shape: "an item whose sentence goes on behind its title, among others that have a body",
        article: "<h1>The print does not stick</h1><p>Go through the list.</p>
            <ol><li><b>Wash the plate.</b> Use hot water.</li><li><b>Slow the layer down</b> to half its speed.</li><li><b>Turn the fan off.</b> Open its settings.</li></ol>",
        guide: "
intro: Go through the list.
# Wash the plate.
1. Use hot water.
# Slow the layer down
1. Slow the layer down to half its speed.
# Turn the fan off.
1. Open its settings.",
    },
];

#[test]
fn the_structure_tells_what_belongs_together() {
    hold(TOLD, told);
}
