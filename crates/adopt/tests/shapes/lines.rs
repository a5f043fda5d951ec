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
# Repair the index
1. See how an index is repaired.
# Ask for more space
1. Contact your provider and ask for more space.",
    },
    Case {
        shape: "labels in italics over lists, and a remark in italics",
        article: "<h1>The game crashes</h1><h2>Repair the files</h2><p><i>Disc</i></p><ol><li>Insert it.</li><li>Press Repair.</li></ol><p><em>Download</em></p><ol><li>Open the shop.</li></ol><p><i>It takes a while.</i></p>",
        guide: "
# Repair the files
1. Disc / Insert it.
2. Press Repair.
3. Download / Open the shop. / It takes a while.",
    },
    Case {
        shape: "what stands behind a list whose items are fixes",
        article: "<h1>My ticket is missing</h1><p>If your ticket is missing, try these.</p><ul><li><b>Reload the list.</b> Pull it down.</li><li><b>Ask who bought it.</b> They can send it again.</li></ul><p>Please don't buy it again.</p>",
        guide: "
intro: If your ticket is missing, try these.
# Reload the list.
1. Pull it down.
# Ask who bought it.
1. They can send it again.
more: Please don't buy it again.",
    },
    Case {
        shape: "a loss in a quotation that is one paragraph",
        article: "<h1>The phone is stuck</h1><h2>Reset it</h2><blockquote><p><strong>Caution:</strong> All contacts will be erased.</p></blockquote><ol><li>Hold both keys.</li></ol>",
        guide: "
# Reset it
lost: All contacts will be erased.
1. Hold both keys.",
    },
    Case {
        shape: "a loss in a box whose sign alone says that it warns",
        article: "<h1>The phone is stuck</h1><h2>Reset it</h2><aside>⚠️ All contacts will be erased.</aside><ol><li>Hold both keys.</li></ol><h2>Charge it</h2><aside>💡 This takes an hour.</aside><p>Plug it in.</p>",
        guide: "
# Reset it
lost: ⚠️ All contacts will be erased.
1. Hold both keys.
# Charge it
reason: (tip: 💡 This takes an hour.)
1. Plug it in.",
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
    Case {
        shape: "losses outside of boxes: a note, a paragraph, brackets, a purpose; and aims that are none",
        article: "<h1>The watch does not sync</h1>
            <h2>Delete the index</h2><ol><li>Quit the app.</li><li>Delete the file <code>sync.db</code>.</li></ol><div class='admonition note'><p class=admonition-title>Note</p><p>This will also erase your choice of folders.</p></div>
            <h2>Reset the watch</h2><p>This deletes everything on the watch, and it cannot be undone. Make a backup first.</p><ol><li>Hold both buttons.</li><li>Choose <b>Reset</b>.</li></ol>
            <h2>Format the card</h2><ol><li>Put the card into a computer.</li><li>Format it <em>(this will erase all data on the card)</em>.</li></ol>
            <h2>Reinstall the app</h2><p>To remove all data of the app, run this command:</p><pre>rm -rf app</pre><p>Install it again.</p>
            <h2>Clear the cache</h2><ol><li>Delete all files in the folder.</li><li>Restart the app. This deletes all of the cache.</li></ol>",
        guide: "
# Delete the index
lost: This will also erase your choice of folders.
1. Quit the app.
2. Delete the file sync.db.
# Reset the watch
lost: This deletes everything on the watch, and it cannot be undone.
first: Make a backup first.
1. Hold both buttons.
2. Choose Reset.
# Format the card
lost: this will erase all data on the card
1. Put the card into a computer.
2. Format it (this will erase all data on the card).
# Reinstall the app
lost: To remove all data of the app
1. To remove all data of the app, run this command: / `rm -rf app`
2. Install it again.
# Clear the cache
1. Delete all files in the folder.
2. Restart the app. This deletes all of the cache.",
    },
    Case {
        shape: "what can be destroyed, and what to do before, with its command",
        article: "<h1>Troubleshooting the server</h1>
            <h2>Repair the rights</h2><div class='admonition warning'><p class=admonition-title>Caution</p><p>Changes by hand can destroy your database beyond repair. Make a copy before: <code>cp db.sqlite db.bak</code></p></div>
            <p>Run this query:</p><pre>UPDATE users SET admin = 1;</pre>
            <h2>Restart the server</h2><ol><li>Press Stop.</li><li>Press Start.</li></ol>",
        guide: "
# Repair the rights
lost: Changes by hand can destroy your database beyond repair.
first: Make a copy before: cp db.sqlite db.bak
1. Run this query: / `UPDATE users SET admin = 1;`
# Restart the server
1. Press Stop.
2. Press Start.",
    },
    Case {
        shape: "a line that leads to words, with bold in it",
        article: "<h1>View errors</h1><h2>Grant the rights</h2><p>Grant the rights on the table.</p>
            <p>In case of the third error, <strong>must be grantable</strong>:</p><p>The owner of the view must own the table, too. Change the owner:</p><pre>ALTER TABLE x OWNER y;</pre>
            <h2>Restart it</h2><ol><li>Press Stop.</li></ol>",
        guide: "
# Grant the rights
1. Grant the rights on the table.
2. In case of the third error, must be grantable: / The owner of the view must own the table, too. Change the owner: / `ALTER TABLE x OWNER y;`
# Restart it
1. Press Stop.",
    },
    Case {
        shape: "support by mail, and an invitation to edit, in an article that is one fix",
        article: "<h1>I do not get any mail</h1><p>First, check your junk folder. Otherwise, make sure that no filter catches them.</p>
            <p>If you are still having trouble, please mail help@example.com, and reply with details.</p><p><em>We appreciate your input! Improve this page on <a href=x>our site</a>.</em></p>",
        guide: "
# I do not get any mail
1. First, check your junk folder. Otherwise, make sure that no filter catches them.
support: If you are still having trouble
support: If you are still having trouble, please mail help@example.com, and reply with details.",
    },
    Case {
        shape: "ways for one case each are one step",
        article: "<h1>The launcher does not start</h1><h2>Install the runtime</h2><p>You need one of these:</p>
            <ul><li>Install <a href=a>Runtime x64</a> if your computer has an Intel processor.</li><li>Install <a href=b>Runtime arm64</a> if it has an ARM processor.</li></ul>
            <h2>Restart it</h2><ol><li>Quit it.</li><li>Open it.</li></ol>",
        guide: "
# Install the runtime
reason: You need one of these:
1. [Install Runtime x64 if your computer has an Intel processor.; Install Runtime arm64 if it has an ARM processor.]
# Restart it
1. Quit it.
2. Open it.",
    },
    Case {
        shape: "what looks like a pointer or like support, and is none",
        article: "<h1>The key is lost</h1>
            <h2>Check the lamp</h2><ul><li>Turn it on.</li><li>See if it is lit.</li></ul>
            <h2>Ask for a new key</h2><p>If you have lost both keys, you can contact our support for a new one.</p><ol><li>Open the form.</li><li>Enter your number.</li></ol>",
        guide: "
# Check the lamp
1. Turn it on.
2. See if it is lit.
# Ask for a new key
reason: If you have lost both keys, you can contact our support for a new one.
1. Open the form.
2. Enter your number.",
    },
];

#[test]
fn each_line_does_what_a_careful_person_would_read() {
    hold(CASES, told);
}
