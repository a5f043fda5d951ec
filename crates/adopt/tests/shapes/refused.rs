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
    Case {
        shape: "how to report",
        article: "<h1>Diagnosing and reporting</h1><p>How to find out more about an issue and report it.</p>
            <h2>Collecting the log</h2><p>A report needs the log.</p><ul><li>Select <b>Tools &gt; Log</b>.</li><li>Restart the program.</li><li>Make the error happen again.</li></ul>
            <h2>Bisecting regressions</h2><p>Install a version between the last good and the first bad one, and try it.</p><p>Repeat this until one is left.</p>
            <h2>Reach out for help</h2><p>With all this at hand, consider asking in our forum.</p>",
        guide: "refused: tells how to report",
    },
    Case {
        shape: "a good bug report",
        article: "<h1>How to report a bug</h1>
            <h2>Check that it is not known</h2><ol><li>Search the list of issues.</li><li>Read the newest ones.</li></ol>
            <h2>Try the newest version</h2><ol><li>Download it.</li><li>Try again.</li></ol>
            <h2>Write the report</h2><ol><li>Open a new issue.</li><li>Describe what you did.</li></ol>",
        guide: "refused: tells how to report",
    },
    Case {
        shape: "logs for support",
        article: "<h1>Collect logs for support</h1>
            <h2>Windows</h2><ol><li>Open the Event Viewer.</li><li>Save the log.</li></ol><h2>macOS</h2><ol><li>Open Console.</li><li>Save the log.</li></ol>",
        guide: "refused: tells how to report",
    },
    Case {
        shape: "a reference of error codes",
        article: "<h1>Error codes of the reader</h1><p>The reader can return these codes:</p><dl>
            <dt>1 - OTHER_ERROR</dt><dd><p>Whatever has no code of its own.</p></dd>
            <dt>2 - BAD_CARD</dt><dd><p>It has one of these reasons:</p><ul><li>The card doesn't fit the reader.</li><li>The chip has a wrong date.</li></ul></dd>
            <dt>3 - UNSUPPORTED</dt><dd><p>The kind of card is not supported.</p></dd><dt>4 - REFUSED</dt><dd><p>The card may not be used here.</p></dd><dt>5 - TIMEOUT</dt><dd><p>The card gave no answer in time.</p></dd></dl>",
        guide: "refused: explains",
    },
    Case {
        shape: "a reference of messages as headings, one of which has advice",
        article: "<h1>Compiler errors</h1>
            <h2>Error 101: unknown name</h2><p>A name is used that was not declared.</p><h2>Error 102: wrong type</h2><p>A value has another type than its place.</p>
            <h2>Error 103: missing bracket</h2><p>A bracket is opened and not closed.</p><h2>Error 104: unused value</h2><p>A value is computed and thrown away. Remove it.</p><h2>Error 105: empty block</h2><p>A block has nothing in it.</p>",
        guide: "refused: explains",
    },
    Case {
        shape: "tables of known issues that do not depend on each other",
        article: "<h1>Known issues with the room system</h1>
            <h2>Software issues</h2><table><thead><tr><th>Issue</th><th>Description</th><th>Workaround</th></tr></thead><tbody>
            <tr><td>The remote is not found</td><td>It does not appear in the list.</td><td>Update the app to version 5.</td></tr><tr><td>The clock is wrong</td><td>It is an hour late.</td><td>Restart the panel.</td></tr></tbody></table>
            <h2>Hardware issues</h2><table><thead><tr><th>Issue</th><th>Description</th><th>Workaround</th></tr></thead><tbody>
            <tr><td>No sound</td><td>The speaker stays silent.</td><td>Select the speaker in the settings again.</td></tr><tr><td>The screen flickers</td><td>This happens at 30 Hz.</td><td>Set the screen to 60 Hz.</td></tr></tbody></table>",
        guide: "refused: lists issues",
    },
    Case {
        shape: "one table of known issues",
        article: "<h1>Known issues in version 7</h1><p>We work on these.</p><table><tr><th>ID</th><th>Problem</th><th>Workaround</th><th>Fixed in</th></tr>
            <tr><td>1021</td><td>Export fails for large files</td><td>Split the file.</td><td>7.1</td></tr><tr><td>1044</td><td>Fonts look thin</td><td>Turn off smoothing.</td><td>7.2</td></tr><tr><td>1050</td><td>Search is slow</td><td>Rebuild the index.</td><td></td></tr></table>",
        guide: "refused: lists issues",
    },
    Case {
        shape: "questions, some of which a reader could have as a problem",
        article: "<h1>Help with your account</h1><h2>How do I change my name?</h2><p>Open the settings and type it.</p><h2>Where are my bills?</h2><p>Open <b>Bills</b>.</p><h2>Can I pay by card?</h2><p>Yes. Choose it when you pay.</p><h2>What does it cost?</h2><p>Look at the price list.</p><h2>My card is refused</h2><p>Try another one.</p>",
        guide: "refused: answers questions",
    },
    Case {
        shape: "how things are set up",
        article: "<h1>Two-factor sign-in</h1><h2>Turn on two-factor sign-in</h2><ol><li>Open your account.</li><li>Select <b>Turn on</b>.</li></ol><h2>Add a second phone</h2><ol><li>Open your account.</li><li>Type the number.</li></ol>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "how to debug with a tool",
        article: "<h1>Debugging the daemon with a profiler</h1><h2>Start the profiler</h2><p>Run <code>prof daemon</code>.</p><h2>Read what it prints</h2><p>Look for the longest line.</p>",
        guide: "refused: tells how to report",
    },
];

#[test]
fn each_shape_becomes_the_guide_that_a_careful_person_would_make() {
    hold(CASES, drawn);
}
