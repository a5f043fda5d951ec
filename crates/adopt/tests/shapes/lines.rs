//! What lines of a fix do: lead to a list or to code, point elsewhere, send to support, explain.
//!
//! Belongs here: more instances of the kinds in `content`. Does not: which parts are fixes (`finding`).

use crate::{Case, hold, told};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "a picture and a note between a line and its list",
        article: "<h1>The oven does not start</h1>
            <h2>Reset the clock</h2><ol><li>Press Clock.</li></ol>
            <p>On older ovens:</p><figure><img src='a.png' alt='The panel'></figure><div class='note'><p>The panel is dark.</p></div><ol><li>Press Plus and Minus.</li></ol>
            <h2>Check the fuse</h2><p>Look at the lamp.</p>",
        guide: "
# Reset the clock
1. Press Clock.
2. On older ovens: / The panel / (tip: The panel is dark.) / Press Plus and Minus.
# Check the fuse
1. Look at the lamp.",
    },
    Case {
        shape: "a line without a colon that leads to a list",
        article: "<h1>The oven does not start</h1>
            <h2>Reset the clock</h2><ol><li>Press Clock.</li></ol><p>If the clock still blinks, follow these steps.</p><ol><li>Press Plus.</li><li>Press Minus.</li></ol>
            <h2>Check the fuse</h2><p>Look at the lamp.</p>",
        guide: "
# Reset the clock
1. Press Clock.
2. If the clock still blinks, follow these steps. / Press Plus.
3. Press Minus.
# Check the fuse
1. Look at the lamp.",
    },
    Case {
        shape: "commands in paragraphs and in figures, and a sentence over one without a colon",
        article: "<h1>The sync fails</h1>
            <h2>Clear the queue</h2><p>It can be stuck.</p><p>The command below clears it.</p><p><code>queue clear --all</code></p>
            <h2>Start the service</h2><p>Run this in a terminal:</p><figure class=highlight><pre>service sync start</pre></figure><p>It answers:</p><pre>sync is up</pre>
            <h2>Update the client</h2><p>Select Update.</p>",
        guide: "
# Clear the queue
reason: It can be stuck.
1. The command below clears it. / queue clear --all
# Start the service
1. Run this in a terminal: / `service sync start` / It answers: / `sync is up`
# Update the client
1. Select Update.",
    },
    Case {
        shape: "an output in a command's purpose, a message over which nothing says so",
        article: "<h1>The backup fails</h1>
            <h2>Look for the fault</h2><p>Run this to see the error message:</p><pre>backup log</pre><p>Repeat it until you see a line like:</p><pre>disk is full</pre>
            <h2>Free some space</h2><p>The disk can be full:</p><pre>ERROR: no space left</pre><p>Delete old files.</p>",
        guide: "
# Look for the fault
1. Run this to see the error message: / `backup log`
2. Repeat it until you see a line like: / `disk is full`
# Free some space
reason: The disk can be full: / `ERROR: no space left`
1. Delete old files.",
    },
    Case {
        shape: "bold beginnings of paragraphs: Symptoms, Cause, Solution",
        article: "<h1>Troubleshooting the fan</h1>
            <h2>The fan does not turn</h2><p><strong>Symptoms:</strong> Press the button, and nothing happens.</p><p><b>Cause.</b> Dust.</p><p><b>Solution:</b> Clean the blades.</p>
            <h2>The fan is noisy</h2><p><b>Cause:</b> It stands on an edge.</p><p><b>Solution:</b> Move it.</p>",
        guide: "
? The fan does not turn
? The fan is noisy
# The fan does not turn if sees-fan-doe-not-turn
reason: Symptoms: Press the button, and nothing happens. / Cause. Dust.
1. Solution: Clean the blades.
# The fan is noisy if sees-fan-noisy
reason: Cause: It stands on an edge.
1. Solution: Move it.",
    },
    Case {
        shape: "a list of links under a line that points, and pointers and support as the last items",
        article: "<h1>The scanner does not start</h1>
            <h2>Update the driver</h2><ol><li>Open the settings.</li><li>Select Update.</li><li>See <a href='a.html'>drivers</a> for details.</li></ol><p>See also:</p><ul><li><a href='b.html'>Install the driver</a></li><li><a href='c.html'>Remove the driver</a></li></ul>
            <h2>Replace the cable</h2><ul><li>Unplug the cable.</li><li>Plug in another one.</li><li>If the problem persists, contact our support.</li></ul>",
        guide: "
# Update the driver
1. Open the settings.
2. Select Update.
more: See drivers for details. / See also: / [Install the driver; Remove the driver]
# Replace the cable
1. Unplug the cable.
2. Plug in another one.
support: If the problem persists
support: If the problem persists, contact our support.",
    },
    Case {
        shape: "a fix that is only told elsewhere, and one that asks to contact somebody",
        article: "<h1>The mail does not arrive</h1>
            <h2>Check the filter</h2><ol><li>Open the filters.</li><li>Remove the wrong one.</li></ol>
            <h2>Repair the index</h2><p>See <a href='a.html'>how an index is repaired</a>.</p>
            <h2>Ask for more space</h2><p>Contact your provider and ask for more space.</p>",
        guide: "
# Check the filter
1. Open the filters.
2. Remove the wrong one.
# Ask for more space
1. Contact your provider and ask for more space.",
    },
    Case {
        shape: "losses told in other words, and what is not lost",
        article: "<h1>The phone is stuck</h1>
            <h2>Reset it</h2><ol><li>Hold both keys.</li></ol><blockquote><p><strong>Caution</strong></p><p>All contacts are erased. Charge it first.</p></blockquote>
            <h2>Restart it</h2><div class='warning'><p>Your photos will not be lost.</p></div><p>Hold the key.</p>",
        guide: "
# Reset it
risk: Charge it first.
lost: All contacts are erased.
1. Hold both keys.
# Restart it
reason: (warning: Your photos will not be lost.)
1. Hold the key.",
    },
    Case {
        shape: "Prerequisites, Procedure and Verification as sections of one fix",
        article: "<h1>The agent does not connect</h1><p>It needs the port.</p>
            <h2>Prerequisites</h2><ul><li>The address of the server.</li></ul>
            <h2>Procedure</h2><ol><li>Open the port.</li><li>Restart the agent.</li></ol>
            <h2>Verification</h2><p>The agent is green in the list.</p>",
        guide: "
intro: It needs the port.
note: Prerequisites / [The address of the server.]
# Procedure
1. Open the port.
2. Restart the agent.
more: Verification / The agent is green in the list.",
    },
];

#[test]
fn each_line_does_what_a_careful_person_would_read() {
    hold(CASES, told);
}
