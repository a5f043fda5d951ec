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
        shape: "names of errors that a program gets, each with what helps",
        article: "<h1>Errors of the interface</h1>
            <h2>access_denied</h2><p>The user said no. Ask again.</p><h2>invalid_request</h2><p>A field is missing. Add the field.</p><h2><code>timeout</code></h2><p>It took too long. Try again.</p><h2>429 Too Many Requests</h2><p>Wait for a minute.</p>",
        guide: "refused: lists codes",
    },
    Case {
        shape: "the same in a list",
        article: "<h1>What errors mean</h1><p>Errors of the interface, for those who program it:</p>
            <ul><li><code>denied</code>: the user said no. Ask again.</li><li><code>bad_field</code>: a field is missing. Add it.</li><li><code>late</code> – it took too long. Try again.</li></ul>",
        guide: "refused: ",
    },
    Case {
        shape: "two lists of values in code, with code between them",
        article: "<h1>Possible errors</h1><p>The page sends back one of these errors:</p>
            <ul><li><code>deny</code>: the user said no. Ask again.</li><li><code>unknown</code>: the client is not known. Check its name:</li></ul><pre>client=NAME</pre>
            <ul><li><code>plain</code>: the address is not safe. Use another.</li><li><code>gone</code>: the page is gone. Remove it.</li></ul>",
        guide: "refused: lists codes",
    },
    Case {
        shape: "a Japanese list of questions, which a letter in a square begins",
        article: "<h1>FAQ: ファイルの転送</h1><h2>🆀 転送する方法がわかりません。</h2><ol><li>ターミナルを開きます。</li><li>コマンドを実行します。</li></ol><h2>🆀 転送する方法を教えてください。</h2><p>マニュアルを確認してください。</p>",
        guide: "refused: answers questions",
    },
    Case {
        shape: "what is new in a version",
        article: "<h1>Editor 4.2.0</h1><h2>New</h2><ul><li>Add a dark theme.</li><li>Show previews.</li></ul>
            <h2>Fixed</h2><ul><li>Fix a crash at the start.</li><li>Fix wrong totals.</li></ul><h2>Known issues</h2><ul><li>Printing fails. Use version 4.1.</li><li>The search is slow.</li></ul>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "a page that sends on to others",
        article: "<h1>Troubleshooting the composer</h1><p>Some problems occur in one of its views. If the page does not open there, try the other view.</p>
            <ul><li><a href='a.html'>Problems in both views</a></li><li><a href='b.html'>Problems in the large view</a></li></ul>",
        guide: "refused: has no fix",
    },
    Case {
        shape: "a short list of questions by its title",
        article: "<h1>FAQ: copying files</h1><h2>How do I copy a file to the server?</h2><ol><li>Open a terminal.</li><li>Run the command.</li></ol><h2>Is there a program with windows?</h2><p>Install one of these.</p>",
        guide: "refused: answers questions",
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
        shape: "how to contribute, with a word on what goes wrong",
        article: "<h1>Contributing to the reader</h1><p>Everyone may.</p><h2>Propose a feature</h2><p>Describe it in a new discussion, and wait for an answer.</p>
            <h2>Tests fail on my machine</h2><p>Update the tools and run them again.</p><h2>Send your change</h2><ol><li>Create a branch.</li><li>Open a request.</li></ol>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "rules",
        article: "<h1>Logo guidelines</h1><h2>Placement</h2><p>Leave a margin, or the logo fails to stand out. Do not put it on a busy picture, as it would be broken up.</p><h2>Colours</h2><p>Use white on black. Never use a wrong colour.</p><h2>Files</h2><ul><li>Download the files.</li><li>Keep their proportions.</li></ul>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "moving to something else",
        article: "<h1>Migrating to the new reader</h1><h2>Save your data</h2><p>Make a copy, so that a failure loses nothing.</p><h2>Install the new reader</h2><ol><li>Remove the old one.</li><li>Install the new one.</li></ol><h2>Old plugins are missing</h2><p>Install them again.</p>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "a request for support, in German",
        article: "<h1>Supportanfrage</h1><p>Falls du Hilfe brauchst oder einen Fehler gefunden hast, brauchen wir diese Angaben von dir.</p><h2>Gewöhnliche Anfrage</h2><p>Öffne die Einstellungen, kopiere das Protokoll und füge es in ein neues Ticket ein.</p><h2>Abstürze</h2><ul><li>Installiere die Version mit Meldungen.</li><li>Starte sie im Terminal.</li><li>Schicke uns, was dort steht.</li></ul>",
        guide: "refused: tells how to report",
    },
    Case {
        shape: "how to take logs, in Portuguese",
        article: "<h1>Como coletar logs de depuração</h1><p>Se algo não funciona, um log ajuda a encontrar o erro no aplicativo. Siga estes passos:</p><h2>Gravando um log de depuração</h2><ol><li>Abra o aplicativo e toque em <b>Configurações</b>.</li><li>Ative o registro detalhado.</li><li>Repita o que causou o erro e envie o arquivo.</li></ol>",
        guide: "refused: ",
    },
    Case {
        shape: "what maintainers do with a hole",
        article: "<h1>Security vulnerabilities</h1><p>The best way to report one is a confidential issue.</p><h2>How to handle a security fix</h2><ol><li>Create a private copy of the repository.</li><li>Push the fix to it.</li><li>Merge it on the day of the release.</li></ol>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "a list of questions by its title, most of which are none",
        article: "<h1>Scanner FAQ</h1><h2>What is a profile?</h2><p>All settings under one name.</p><h2>The scanner starts late</h2><p>Turn off its sleep.</p><h2>Searching by date</h2><p>Type the date with dashes.</p><h2>Where are my scans?</h2><p>Open the folder Scans.</p><h2>Cannot find a page</h2><p>Scan it again.</p>",
        guide: "refused: answers questions",
    },
    Case {
        shape: "a long manual with one line on trouble",
        article: "<h1>Number plates (LPR)</h1><p>The camera reads number plates. It knows those of most countries. It works by day and by night.</p>
            <h2>Model</h2><p>There are two models. Use the small one on a small board. The large one reads more. Both come with the program. They differ in size.</p>
            <h2>Detection</h2><p>Set the size of a plate. Smaller plates are left out. The default is a hundred. Larger values read less. Each camera has its own.</p>
            <h2>Matching</h2><p>Enter the plates that you know. A plate with one other letter still matches. Names are shown in place of them. The list is kept.</p>
            <h2>Tuning</h2><p>Turn on the debug view. It shows each plate. If the issue persists, read the notes. Restart the camera afterwards. It takes a minute.</p>",
        guide: "refused: ",
    },
    Case {
        shape: "an installation manual whose last part is on trouble",
        article: "<h1>Guide to the log server</h1><p>It draws graphs of all rooms.</p><h2>Set it up</h2><ol><li>Install the server.</li><li>Open its page.</li></ol><h2>Change the graphs</h2><ol><li>Select a graph.</li><li>Choose its colours.</li></ol><h2>Add rooms</h2><ol><li>Open the list.</li><li>Enter a name.</li></ol><h2>Troubleshooting</h2><ul><li>Check that the server runs.</li></ul>",
        guide: "refused: ",
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
    Case {
        shape: "where the logs are, called troubleshooting",
        article: "<h1>Troubleshooting: log files</h1><p>Each of the services writes a log.</p><p>See all services with:</p><pre>servicectl status</pre><p>Restart one with:</p><pre>servicectl restart NAME</pre><p>Read its log with:</p><pre>tail /var/log/NAME</pre>",
        guide: "refused: tells how to report",
    },
    Case {
        shape: "a problem that only support can solve",
        article: "<h1>I've lost my recovery phone</h1><p>Contact support@example.com, and answer the reply with your old number and your new one.</p>",
        guide: "refused: tells how to report",
    },
    Case {
        shape: "problems that are all to be reported",
        article: "<h1>Runner troubleshooting</h1>
            <h2>The runner crashes</h2><p>Please open an issue with the crash report.</p><h2>The runner hangs</h2><p>In this case, report it to the owner of the job.</p>
            <h2>Other errors</h2><p>Post the whole message in the forum.</p>",
        guide: "refused: tells how to report",
    },
    Case {
        shape: "problems of which most are to be reported",
        article: "<h1>Runner troubleshooting</h1>
            <h2>The runner crashes</h2><p>Please open an issue with the crash report.</p><h2>The runner hangs</h2><p>Report it to the owner of the job.</p>
            <h2>The runner is slow</h2><p>Give it more memory. Restart it.</p>",
        guide: "refused: sends to somebody else",
    },
    Case {
        shape: "a contact page",
        article: "<h1>Contact</h1><h2>Community</h2><p>Join our chat rooms.</p><h2>Contacting the team</h2><p>Please do not write twice. Send an email to team@example.com.</p>
            <h2>Careers</h2><p>Do you want to work with us? Check out our open positions.</p><h2>Reporting issues</h2><p>Use the tracker of the part that has the issue.</p>",
        guide: "refused: tells how to report",
    },
    Case {
        shape: "how an editor is installed and set up, called issues",
        article: "<h1>Editor issues on the cluster</h1>
            <h2>Installing the editor</h2><p>The editor comes without compilers. Those of the system are used. They are older than those of the cluster. After the first login, install the newer ones:</p><pre>pkg install compilers</pre><p>They take the place of the old ones. The editor finds them at its next start.</p>
            <h2>Configuring other compilers</h2><p>The editor looks for compilers in the path. The path is set by the shell. A start from the dock knows nothing of it. Start the editor from a terminal. Add its folder to the path. The terminal hands its path on. Windows and tabs share it.</p>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "a tour of tools, called troubleshooting",
        article: "<h1>Basic name server troubleshooting</h1><p>Some tools are shown here.</p>
            <h2>Names to test with</h2><p>It is good to have a few names at hand. The first is signed well. The second has an old signature. Neither will be there for ever.</p>
            <h2>The query tool: ask</h2><p>The tool shows the answer and how it came about. For example, with a signed name:</p><pre>ask signed.example</pre><p>The answer has the flag. It means that the signature was read. The status says that all went well. The last line tells how long it took. The server stands below it.</p>
            <h2>A deeper look: follow</h2><p>This tool is like the first. It reads the signatures itself. It needs no server for that. For a signed name, run it so:</p><pre>follow signed.example</pre><p>Each line is one of the servers on the way. The last one has the answer. You can see which of them signed it.</p>
            <h2>A picture of the chain</h2><p>There is a page that draws the chain. Each box is a key. Arrows lead from one to the next. Red ones are broken. You can save the picture.</p>",
        guide: "refused: explains more",
    },
    Case {
        shape: "why a project exists",
        article: "<h1>Why a new reader?</h1><p>It makes sense only to those who share its aims.</p>
            <h2>No cloud needed</h2><p>What you read stays at home. It can be read without a network.</p><h2>No adverts</h2><p>Yes, other readers have them.</p><h2>No account required</h2><p>Nobody needs to have your address. Nothing can leak.</p>
            <h2>No forced updates</h2><p>A version that works may stay. Keep it for years.</p><h2>Open source</h2><p>The code is there for everyone. It is documented.</p>",
        guide: "refused: explains more",
    },
    Case {
        shape: "a page of preferences",
        article: "<h1>Colours</h1><h2>Selecting a palette</h2><p>Choose one of the palettes. You can also make your own.</p>
            <h2>Editing palettes</h2><p>To change a colour, double-click it. The editor can still hold more colours than the palette. Several tracks can have the same one.</p><h2>Replacing colours</h2><p>Open the dialog to replace many at once. Tick both boxes to combine them.</p>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "how a device is set up, with a word on troubleshooting at its end",
        article: "<h1>Setting up the printer</h1><h2>Unpack it</h2><p>Remove all tape. Lift it out of the box.</p><h2>Connect it</h2><ol><li>Plug it in.</li><li>Press the button.</li></ol><h2>Install the driver</h2><ol><li>Download it.</li><li>Run it.</li></ol>
            <h2>Troubleshooting</h2><p>If it does not print, turn it off and on.</p>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "a contact page with sections of any title",
        article: "<h1>Getting in touch</h1><h2>By phone</h2><p>Call us on work days.</p><h2>By mail</h2><p>Send us an email. Please write to us in English.</p><h2>In person</h2><p>Ask at the desk.</p>",
        guide: "refused: tells how to report",
    },
    Case {
        shape: "a tutorial with a word on what can go wrong",
        article: "<h1>Your first site</h1><p>We build a small site.</p><h2>Create a folder</h2><p>Run <code>site new</code>.</p><h2>Write a page</h2><p>Open the file. Type some words. If it is empty, the page is still shown.</p><h2>Publish it</h2><p>Run <code>site publish</code>.</p>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "a list of changes, some of which are fixes",
        article: "<h1>Reader 3.7</h1><p>It brings a new library.</p><h2>Update</h2><p>Choose <b>Help &gt; Update</b>. Restart the reader.</p><h2>Import old libraries</h2><p>Open the menu. Choose <b>Import</b>.</p><h2>Changes</h2><ul><li>The library is larger.</li></ul><h2>Bug fixes</h2><ul><li>Long names are shown.</li><li>The export is quicker.</li></ul>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "how an app is installed, without a word of trouble",
        article: "<h1>The mobile app</h1><p>Read your mail on the way.</p><h2>Open the store</h2><p>Search for our name. Tap <b>Get</b>.</p><h2>Sign in</h2><p>Type your address. Type the code that we send.</p><h2>Allow notices</h2><p>Tap <b>Allow</b> when you are asked.</p>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "where crash reports are, and how they are read",
        article: "<h1>Crash reports</h1><p>They help to find out why the game ended.</p>
            <h2>Finding crash reports</h2><p>Open the folder <code>reports</code> of the game.</p>
            <h2>Reading crash reports</h2><p>The first section is the one to look at.</p><h3>Sections of a crash report</h3><ul><li>The trace: read it from the bottom.</li><li>The system: check the version.</li></ul>
            <h2>What to do with crash reports</h2><p>Upload it to a site, and share it with the author.</p>",
        guide: "refused: report",
    },
    Case {
        shape: "lists of codes, of which one is explained elsewhere and one asks for a report",
        article: "<h1>Error codes</h1><p>The board shows a face when it cannot go on.</p>
            <h2>System errors</h2><p>For a full list of these codes, visit the <a href='c.html'>guide to codes</a>.</p><ul><li><b>10</b>: the bus does not work</li><li><b>20</b>: no memory is left</li></ul>
            <h2>Memory errors</h2><p>If you see one of these, please report an issue to our support.</p><ul><li><b>800</b>: a pointer is invalid</li><li><b>801</b>: the heap is full</li></ul>
            <h2>Cast errors</h2><p>When you try to call a value, one of these comes up.</p><ul><li><b>980</b>: it is undefined</li><li><b>981</b>: it is a number</li></ul>",
        guide: "refused: does not say what to do",
    },
    Case {
        shape: "a page that only leads to where its content is now",
        article: "<h1>Installation troubleshooting</h1><p>The content of this page is elsewhere now.</p>
            <h2>Installation</h2><ul><li><a href='a.html'>Install the app</a> - Download and installation</li><li><a href='b.html'>Set it up</a> - All the settings</li></ul>
            <h2>Troubleshooting</h2><ul><li><a href='c.html'>Fix the start</a> - Icons and files</li></ul>
            <p><b>Nothing found?</b></p><ul><li>Browse <a href='d.html'>Troubleshooting</a></li><li>Visit the <a href='e.html'>main page</a></li></ul>",
        guide: "refused: explains more",
    },
    Case {
        shape: "a table of more problems than are read, under a title that says no more than that something is wrong",
        article: "<h1>Something is not working?</h1><table><tr><th>Problem</th><th>Solution</th></tr>
            <tr><td>The belt is loose</td><td>Replace the belt.</td></tr><tr><td>The lid is loose</td><td>Replace the lid.</td></tr><tr><td>The tray is loose</td><td>Replace the tray.</td></tr><tr><td>The fan is loose</td><td>Replace the fan.</td></tr><tr><td>The lamp is loose</td><td>Replace the lamp.</td></tr><tr><td>The screen is loose</td><td>Replace the screen.</td></tr><tr><td>The wheel is loose</td><td>Replace the wheel.</td></tr><tr><td>The cable is loose</td><td>Replace the cable.</td></tr><tr><td>The lens is loose</td><td>Replace the lens.</td></tr><tr><td>The frame is loose</td><td>Replace the frame.</td></tr>
            <tr><td>The belt is broken</td><td>Replace the belt.</td></tr><tr><td>The lid is broken</td><td>Replace the lid.</td></tr><tr><td>The tray is broken</td><td>Replace the tray.</td></tr><tr><td>The fan is broken</td><td>Replace the fan.</td></tr><tr><td>The lamp is broken</td><td>Replace the lamp.</td></tr><tr><td>The screen is broken</td><td>Replace the screen.</td></tr><tr><td>The wheel is broken</td><td>Replace the wheel.</td></tr><tr><td>The cable is broken</td><td>Replace the cable.</td></tr><tr><td>The lens is broken</td><td>Replace the lens.</td></tr><tr><td>The frame is broken</td><td>Replace the frame.</td></tr></table>",
        guide: "refused: collects problems",
    },
    Case {
        shape: "how to report, in a list right under a title that says so, before one problem",
        article: "<h1>Report problems</h1><ol><li>Make sure that you have the newest version.</li><li>Describe the problem.</li><li>Attach the log.</li></ol><h2>The log cannot be opened</h2><p>Connect the phone. Copy the log to the computer.</p>",
        guide: "refused: how to report",
    },
    Case {
        shape: "how an assistant is set up, called troubleshooting: three signs, each of them weak",
        article: "<h1>Troubleshooting</h1><p>The helper knows the system, and answers questions about it.</p>
            <h2>The helper</h2><ol><li>Open the store.</li><li>Search for the helper.</li><li>Select <b>Add</b>.</li></ol>
            <h2>Its model</h2><ol><li>Open the settings of the helper.</li><li>Select a model.</li></ol><p>Large models take more memory. Small ones are quicker.</p>
            <h2>Its key</h2><p>Press the button that stands beside the name. Copy the key. Paste it into the field.</p>",
        guide: "refused: meant to be walked: few fixes named by a symptom or a remedy, hardly a word of what goes wrong, no word of what to do if it does not help",
    },
    Case {
        shape: "what a feature for finding faults is, and where it is",
        article: "<h1>Fault finder</h1><h2>What is the fault finder?</h2><p>It asks simple questions until the fault is found. In the end it tells what the fault is.</p>
            <h2>Where is it?</h2><p>Select your machine. Tap the symbol on the first page. Where it is empty, ask your support for its content.</p>
            <h2>Going through the questions</h2><p>Answer each question. To go back, tap the list. In the end you see an article, or the address of the support.</p>",
        guide: "refused: ",
    },
    Case {
        shape: "tables of codes, with what to do for each",
        article: "<h1>Messages of the command line</h1><p>Programs should look at the code.</p>
            <h2>Session</h2><table><tr><th>Code</th><th>Meaning</th><th>Remedy</th></tr><tr><td><code>NO_SESSION</code></td><td>Nobody is signed in.</td><td>Run <code>tool login</code>.</td></tr><tr><td><code>SESSION_OVER</code></td><td>The session is over.</td><td>Run <code>tool login</code> again.</td></tr></table>
            <h2>Project</h2><table><tr><th>Code</th><th>Meaning</th><th>Remedy</th></tr><tr><td><code>NO_PROJECT</code></td><td>No project was found.</td><td>Select a project.</td></tr><tr><td><code>TWO_PROJECTS</code></td><td>The name is wrong: two have it.</td><td>Give the number instead.</td></tr></table>
            <h2>Network</h2><table><tr><th>Code</th><th>Meaning</th><th>Remedy</th></tr><tr><td><code>TIMED_OUT</code></td><td>The server does not answer.</td><td>Try again later.</td></tr><tr><td><code>NOT_TRUSTED</code></td><td>The certificate is invalid.</td><td>Update the certificates.</td></tr></table>",
        guide: "refused: lists codes",
    },
    Case {
        shape: "an order that sets something up, with a word that may be trouble",
        article: "<h1>Use the map offline</h1><p>A map is large. Most phones have room for two of them.</p><ol><li>Open the menu.</li><li>Select a country.</li></ol>",
        guide: "refused: names no problem",
    },
    Case {
        shape: "how something is saved and restored",
        article: "<h1>Backing up and restoring</h1><p>The console saves all that a site has.</p><h2>Back up</h2><ol><li>Open the console.</li><li>Select <b>Back up</b>.</li></ol><h2>Restore</h2><ol><li>Open the console.</li><li>Select a file.</li></ol>",
        guide: "refused: names no problem",
    },
];

/// Calm, short or near to what is refused: still to be walked.
pub(crate) const TAKEN: &[Case] = &[
    Case {
        shape: "the name of what follows, with nothing under it, among fixes",
        article: "<h1>The lamp does not work</h1><h2>Troubleshooting</h2><h2>Replace the bulb</h2><p>Unscrew it.</p><h2>Push the plug in</h2><p>Push until it clicks.</p>",
        guide: "Replace the bulb (1)\nPush the plug in (1)\n",
    },
    Case {
        shape: "seven problems, from which a reader can choose",
        article: "<h1>Printer troubleshooting</h1>
            <h2>The belt is torn</h2><p>Replace the belt.</p><h2>The lamp does not light up</h2><p>Replace the bulb.</p><h2>The lid is stuck</h2><p>Pull the lever.</p><h2>The tray cannot be opened</h2><p>Push it in first.</p>
            <h2>The paper is crumpled</h2><p>Turn the pile over.</p><h2>The ink is smeared</h2><p>Clean the head.</p><h2>The screen stays black</h2><p>Press the button.</p>",
        guide: "? The belt is torn\n? The lamp does not light up\n? The lid is stuck\n? The tray cannot be opened\n? The paper is crumpled\n? The ink is smeared\n? The screen stays black\nThe belt is torn (1) if sees-belt-torn\nThe lamp does not light up (1) if sees-lamp-doe-not-light-up\nThe lid is stuck (1) if sees-lid-stuck\nThe tray cannot be opened (1) if sees-tray-cannot-be-opened\nThe paper is crumpled (1) if sees-paper-crumpled\nThe ink is smeared (1) if sees-ink-smeared\nThe screen stays black (1) if sees-screen-stay-black\n",
    },
    Case {
        shape: "a calm title, and remedies in plain words",
        article: "<h1>Package manager maintenance</h1><p>Packages can end up broken.</p><h2>Clear the cache</h2><p>Run <code>pkg clean</code>.</p><h2>Rebuild the index</h2><p>Run <code>pkg index</code>. If it still fails, delete the index first.</p>",
        guide: "Clear the cache (1)\nRebuild the index (1)\n",
    },
    Case {
        shape: "a kind of trouble in the title, and calm remedies",
        article: "<h1>Sound problems</h1><h2>Choose the right output</h2><p>Open the settings. Pick your speakers.</p><h2>Update the driver</h2><p>Download the newest one.</p><h2>Restart the sound service</h2><p>Run <code>soundctl restart</code>.</p>",
        guide: "Choose the right output (1)\nUpdate the driver (1)\nRestart the sound service (1)\n",
    },
    Case {
        shape: "each fix ends with whom to ask",
        article: "<h1>Parcel troubleshooting</h1><h2>The parcel is late</h2><p>Look at the tracking page. Ask your neighbours. If it is not there, contact support.</p><h2>The parcel is damaged</h2><p>Take a picture of it. Keep the box. If something is broken, contact support.</p>",
        guide: "? The parcel is late\n? The parcel is damaged\nThe parcel is late (1) if sees-parcel-late\nThe parcel is damaged (1) if sees-parcel-damaged\n",
    },
    Case {
        shape: "one remedy that is only hinted at, and whom to ask if it does not help",
        article: "<h1>The headset records silence</h1><h2>Causes</h2><p>Most headsets have another rate.</p><h2>Fixes</h2><p>The rate must be one that the headset has.</p><p>If these steps aren't working for you, feel free to ask in our forum.</p>",
        guide: "Fixes (1)\n",
    },
    Case {
        shape: "commands, and what each of them does",
        article: "<h1>Fix the warning of the package manager</h1><p>The old script left a key behind, and each update warns of it.</p><p>You can fix this with these commands:</p><pre>pkg key --remove OLD\npkg update</pre><h2>The commands explained</h2><p>The first one removes the old key. Others may still have it.</p><pre>pkg key --remove OLD</pre><p>The second one reads the lists again.</p><pre>pkg update</pre>",
        guide: "Fix the warning of the package manager (1)\n",
    },
    Case {
        shape: "a remedy with something that is supported",
        article: "<h1>The headset crackles</h1><h2>Fixes</h2><p>Open the settings, and set a rate that is supported by the headset.</p>",
        guide: "Fixes (1)\n",
    },
    Case {
        shape: "remedies for each system, as hints",
        article: "<h1>The code is no longer taken</h1><p>It is a matter of time.</p><h2>Diagnosis</h2><ul><li>Check the time of the server.</li></ul><h2>Solution</h2><ul><li>If it has a time service, you can set it with <code>timectl</code>.</li><li>If it has none, you can set it with <code>date</code>.</li></ul>",
        guide: "Solution (2)\n",
    },
    Case {
        shape: "one fix among places to ask",
        article: "<h1>The map does not load</h1><h2>Clear the cache</h2><ol><li>Open the settings.</li><li>Select <b>Clear</b>.</li></ol><h2>Community</h2><p>Ask in our forum.</p><h2>Contact us</h2><p>Write to us.</p>",
        guide: "Clear the cache (2)\nsupport: Community\n",
    },
    Case {
        shape: "why something that the reader sees happens",
        article: "<h1>Why is the picture so dark?</h1><h2>Raise the brightness</h2><p>Press the upper button.</p><h2>Turn off saving</h2><p>Open the menu. Choose <b>Full</b>.</p>",
        guide: "Raise the brightness (1)\nTurn off saving (1)\n",
    },
    Case {
        shape: "a file of logs that is itself the trouble",
        article: "<h1>Troubleshooting: the log file grows too large</h1><h2>Delete old logs</h2><p>Run <code>logs clean</code>.</p><h2>Log less</h2><p>Set the level to <b>Warning</b>.</p>",
        guide: "Delete old logs (1)\nLog less (1)\n",
    },
    Case {
        shape: "set-up that mends what is named",
        article: "<h1>The editor does not find the compiler</h1><h2>Install the compiler</h2><p>Run <code>pkg install compiler</code>.</p><h2>Set the path</h2><p>Add its folder to the path.</p>",
        guide: "Install the compiler (1)\nSet the path (1)\n",
    },
    Case {
        shape: "questions as headings and nothing for who is not helped, but each names what goes wrong: two signs",
        article: "<h1>Why is the picture so dark?</h1><h2>Is the cover on?</h2><p>Take the cover off.</p><h2>Is the lamp broken?</h2><p>Replace the lamp.</p><h2>The lens is dirty?</h2><p>Clean the lens.</p>",
        guide: "Is the cover on? (1)\nIs the lamp broken? (1)\nThe lens is dirty? (1)\n",
    },
    Case {
        shape: "a table of what a device shows, with what to do for each",
        article: "<h1>The dishwasher shows an error</h1><h2>Water</h2><table><tr><th>Error</th><th>Remedy</th></tr><tr><td>E18</td><td>Open the tap.</td></tr><tr><td>E24</td><td>Clean the filter.</td></tr></table>",
        guide: "E18 (1)\nE24 (1)\n",
    },
    Case {
        shape: "what to do before a question is posted",
        article: "<h1>Before you post about a problem</h1><h2>First, search the forum</h2><p>Look for the words of the message.</p>
            <h2>Posting to the forum</h2><p>Choose a title. Describe what goes wrong.</p><h2>Posting an issue</h2><p>Fill in the form.</p>",
        guide: "refused: tells how to report",
    },
];

#[test]
fn what_is_only_near_to_these_is_still_taken() {
    hold(TAKEN, drawn);
}

#[test]
fn each_shape_becomes_the_guide_that_a_careful_person_would_make() {
    hold(CASES, drawn);
}
