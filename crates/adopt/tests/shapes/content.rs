//! What is made of the content of a fix: its reason, its steps and what is told after them.
//!
//! Belongs here: rows for reasons, steps, notes and risks. Does not: which parts are fixes (`finding`).

use crate::{Case, drawn, hold};

const CASES: &[Case] = &[
    Case {
        shape: "an ordered list that code blocks part",
        article: "<h1>The server does not start</h1>
            <h2>Renew the certificate</h2><ol><li>Open a terminal.</li></ol><pre><code>cert renew</code></pre><ol start=2><li>Restart the server.</li></ol><pre><code>server restart</code></pre>
            <h2>Read what it says</h2><p>Run it in the foreground:</p><pre><code>server --show</code></pre>",
        guide: "Renew the certificate (2)\nRead what it says (1)\n",
    },
    Case {
        shape: "paragraphs, notes and pictures between the lists of one fix",
        article: "<h1>The drone won't lift off</h1>
            <h2>Calibrate the compass</h2><p>Do this outside.</p><ol><li>Open the app.</li><li>Tap Calibrate.<figure><img src=a.png alt='The button'></figure></li></ol>
            <div class='admonition warning'><p>Keep away from cars.</p></div><p>Then turn the drone:</p><ol><li>Turn it flat.</li><li>Turn it upright.</li></ol>
            <h2>Fold the arms out</h2><ol><li>Pull each arm until it clicks.</li></ol>",
        guide: "Calibrate the compass (4)\nFold the arms out (1)\n",
    },
    Case {
        shape: "lists of messages and causes are no steps",
        article: "<h1>Sign-in fails</h1>
            <h2>Reset the password</h2><p>You may see one of the following error messages:</p><ul><li>Wrong password</li><li>Too many tries</li></ul><ol><li>Choose Forgot password.</li><li>Follow the link in the mail.</li></ol>
            <h2>Check the date</h2><p>Set date and time of the computer.</p>",
        guide: "Reset the password (2)\nCheck the date (1)\n",
    },
    Case {
        shape: "where the author decides against the rules",
        article: "<h1>The gate stays open</h1>
            <h2>Close it by hand</h2><ol><li>Pull the lever.</li><li>Push the gate.</li></ol>
            <h2>Clean the sensors</h2><p>These parts matter:</p><ul data-unstuck-steps><li>the left eye</li><li>the right eye</li></ul>
            <h2 data-unstuck-skip>Order spare parts</h2><ol><li>Open the shop.</li></ol>",
        guide: "Close it by hand (2)\nClean the sensors (2)\n",
    },
];

#[test]
fn each_shape_becomes_the_guide_that_a_careful_person_would_make() {
    hold(CASES, drawn);
}

/// Compared with all that the guide says.
const TOLD: &[Case] = &[Case {
    shape: "a reason and steps in paragraphs",
    article: "<h1>Pages print blank</h1><p>Try these.</p>
            <h2>Clean the print head</h2><p>Dried ink blocks it.</p><p>Open the app and choose <b>Clean</b>.</p>
            <h2>Replace the cartridge</h2><p>Take the old cartridge out.</p><p>Insert the new one until it clicks.</p>",
    guide: "
intro: Try these.
# Clean the print head
reason: Dried ink blocks it.
1. Open the app and choose Clean.
# Replace the cartridge
1. Take the old cartridge out.
2. Insert the new one until it clicks.",
}];

#[test]
fn each_content_is_told_as_a_careful_person_would() {
    hold(TOLD, crate::told);
}
