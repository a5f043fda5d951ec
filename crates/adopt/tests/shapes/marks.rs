//! Where the author decides against the rules, block by block.
//!
//! Belongs here: rows for each attribute that says what becomes of a block. Does not: what the attributes mean in a wholly
//! marked article (core's `read`).

use crate::{Case, hold, told};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "skip on a paragraph, an item, a list, a box and a heading, and below symptoms",
        article: "<h1>The gate stays open</h1><p>It helps most people.</p><p data-unstuck-skip>Buy a new gate.</p>
            <h2>Symptoms</h2><p>A light blinks.</p><p data-unstuck-skip>The lamp is for sale.</p>
            <h2>Close it by hand</h2><p data-unstuck-skip>Ask the seller first.</p>
            <ol><li>Pull the lever.</li><li data-unstuck-skip>Order a lever.</li><li>Push the gate.<p data-unstuck-skip>Send a photo.</p></li></ol>
            <ul data-unstuck-skip><li>Open the shop.</li></ul><div data-unstuck-skip><p>Call the shop.</p></div>
            <h2>Clean the sensors</h2><p>Wipe them.</p>
            <h2 data-unstuck-skip>Order spare parts</h2><ol><li>Open the shop.</li></ol>",
        guide: "
intro: It helps most people.
intro: Symptoms / A light blinks.
# Close it by hand
1. Pull the lever.
2. Push the gate.
# Clean the sensors
1. Wipe them.",
    },
    Case {
        shape: "support on a paragraph of a fix, and on a box before the fixes",
        article: "<h1>The gate stays open</h1><div data-unstuck-support><p>Our number: 12345.</p></div>
            <h2>Close it by hand</h2><p>Push the gate.</p><p data-unstuck-support>Have the bill ready.</p>
            <h2>Clean the sensors</h2><p>Wipe them.</p>",
        guide: "
# Close it by hand
1. Push the gate.
# Clean the sensors
1. Wipe them.
support: Our number
support: Our number: 12345. / Have the bill ready.",
    },
    Case {
        shape: "a note with a heading, before the fixes",
        article: "<h1>The gate stays open</h1><div data-unstuck-tip><h3>Mind the wind</h3><p>It can move the gate.</p></div>
            <h2>Close it by hand</h2><p>Push the gate.</p><h2>Clean the sensors</h2><p>Wipe them.</p>",
        guide: "
intro: (tip: Mind the wind / It can move the gate.)
# Close it by hand
1. Push the gate.
# Clean the sensors
1. Wipe them.",
    },
    Case {
        shape: "steps on a list of things, a paragraph and a box",
        article: "<h1>The gate stays open</h1>
            <h2>Clean the sensors</h2><p>These parts matter:</p><ul data-unstuck-steps><li>the left eye</li><li>the right eye</li></ul>
            <h2>Close it by hand</h2><p>It is heavy.</p><p data-unstuck-steps>A second person is needed.</p><div data-unstuck-steps><p>The lever goes down.</p></div>",
        guide: "
# Clean the sensors
reason: These parts matter:
1. the left eye
2. the right eye
# Close it by hand
reason: It is heavy.
1. A second person is needed.
2. The lever goes down.",
    },
    Case {
        shape: "words on a list that tells what to do, and tip on a paragraph",
        article: "<h1>The gate stays open</h1>
            <h2>Clean the sensors</h2><ul data-unstuck-words><li>Press to test them.</li><li>Turn to set them.</li></ul><ol><li>Wipe them.</li></ol>
            <h2>Close it by hand</h2><p>Push the gate.</p><p data-unstuck-tip>Push it gently.</p>",
        guide: "
# Clean the sensors
reason: [Press to test them.; Turn to set them.]
1. Wipe them.
# Close it by hand
1. Push the gate. / (tip: Push it gently.)",
    },
    Case {
        shape: "note on a paragraph of a fix, and in a group",
        article: "<h1>The gate does not close</h1><h2>Solutions</h2><p data-unstuck-note>Keep children away.</p>
            <h3>Close it by hand</h3><p data-unstuck-note>Wear gloves.</p><p>Push the gate.</p>
            <h3>Clean the sensors</h3><p>Wipe them.</p>",
        guide: "
note: Keep children away.
note: Wear gloves.
# Close it by hand
1. Push the gate.
# Clean the sensors
1. Wipe them.",
    },
    Case {
        shape: "risk and wait on paragraphs: the rules then find none",
        article: "<h1>The gate stays open</h1>
            <h2>Reset it</h2><div data-unstuck-risk=reversible><p>Its times are gone.</p><ul data-unstuck-lost><li>All times</li></ul></div>
            <div class='warning'>This will delete all users.</div><ol><li>Hold the key. It can take up to two hours.</li></ol><p data-unstuck-wait>The lamp blinks for an hour.</p>
            <h2>Clean the sensors</h2><p>Wipe them.</p>",
        guide: "
# Reset it
reason: (warning: This will delete all users.)
risk: Its times are gone.
lost: All times
1. Hold the key. It can take up to two hours.
wait: The lamp blinks for an hour.
# Clean the sensors
1. Wipe them.",
    },
    Case {
        shape: "a condition and an id on a paragraph that is a step",
        article: "<h1>The gate stays open</h1><p data-unstuck-id=old data-unstuck-ask='Is it old?'>Look at the plate.</p>
            <h2>Close it by hand</h2><p data-unstuck-only-if=old>Pull the lever.</p><p>Push the gate.</p>
            <h2>Clean the sensors</h2><p>Wipe them.</p>",
        guide: "
? Is it old?
# Close it by hand
1. if old Pull the lever.
2. Push the gate.
# Clean the sensors
1. Wipe them.",
    },
    Case {
        shape: "hint, away and after on paragraphs of a fix",
        article: "<h1>The gate stays open</h1>
            <h2 data-unstuck-ask='Is it warm?'>Let it cool</h2><p data-unstuck-hint>Touch the motor.</p><p>Turn it off.</p><p data-unstuck-away>The panel goes dark; come back here.</p><p data-unstuck-after>Oil it once a year.</p>
            <h2>Clean the sensors</h2><p>Wipe them.</p>",
        guide: "
# Let it cool
check: Is it warm? / Touch the motor.
1. Turn it off.
away: The panel goes dark; come back here.
# Clean the sensors
1. Wipe them.
after: Oil it once a year.",
    },
];

#[test]
fn the_author_decides_block_by_block() {
    hold(CASES, told);
}
