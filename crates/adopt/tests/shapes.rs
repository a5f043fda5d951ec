//! Thirty shapes of articles as support sites and documentation have them, each with the guide that a careful person would
//! make of it.
//!
//! Belongs here: one case a shape, in a table: one more costs a few lines. The shapes are those of real articles, the words
//! are ours. Does not: marked articles (`read.rs`), or what single rules say about a word (next to the rules).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;

use unstuck_adopt::html;
use unstuck_core::guide::{Condition, Guide, check};

/// A guide as the table writes it: a line for each question and fix, the fix with its condition and its number of steps.
fn drawn(guide: &Guide) -> String {
    let mut out = String::new();
    let terms = |condition: &Condition| {
        let terms = condition.0.iter();
        let terms = terms.map(|term| format!("{}{}", if term.holds { "" } else { "!" }, term.fact));
        terms.collect::<Vec<_>>().join(" ")
    };
    for question in &guide.questions {
        writeln!(out, "? {}", question.ask).unwrap();
    }
    for fix in &guide.fixes {
        let only_if = terms(&fix.only_if);
        let only_if = if only_if.is_empty() {
            String::new()
        } else {
            format!(" if {only_if}")
        };
        let steps = fix
            .steps
            .iter()
            .map(|step| terms(&step.only_if))
            .collect::<Vec<_>>();
        let own: Vec<&String> = steps.iter().filter(|step| !step.is_empty()).collect();
        let own = if own.is_empty() {
            String::new()
        } else {
            format!(
                " [{}]",
                own.iter()
                    .map(|step| step.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            )
        };
        writeln!(out, "{} ({}{own}){only_if}", fix.title, steps.len()).unwrap();
    }
    if let Some(support) = &guide.support {
        writeln!(out, "support: {}", support.title).unwrap();
    }
    out
}

struct Case {
    shape: &'static str,
    article: &'static str,
    /// What [`drawn`] makes of the guide, or `refused:` and words of the reason.
    guide: &'static str,
}

const CASES: &[Case] = &[
    Case {
        shape: "second-level headings, each with an ordered list",
        article: "<h1>The scanner does not start</h1><p>Try these in turn.</p>
            <h2>Check the power</h2><ol><li>Press the button.</li><li>Look at the light.</li></ol>
            <h2>Restart the computer</h2><ol><li>Save your work.</li><li>Restart it.</li></ol>",
        guide: "Check the power (2)\nRestart the computer (2)\n",
    },
    Case {
        shape: "third-level headings straight under the title, unordered lists",
        article: "<h1>Sound is missing</h1>
            <h3>Turn up the volume</h3><ul><li>Press the louder key.</li><li>Unmute the player.</li></ul>
            <h3>Plug the speakers in again</h3><ul><li>Pull the plug.</li><li>Push it back in.</li></ul>",
        guide: "Turn up the volume (2)\nPlug the speakers in again (2)\n",
    },
    Case {
        shape: "fixes in paragraphs, without any list",
        article: "<h1>Pages print blank</h1>
            <h2>Clean the print head</h2><p>Dried ink blocks it. Open the printer's app and choose Clean. Wait until it is done.</p>
            <h2>Replace the cartridge</h2><p>Take the old cartridge out.</p><p>Insert the new one until it clicks.</p>",
        guide: "Clean the print head (1)\nReplace the cartridge (2)\n",
    },
    Case {
        shape: "sections and cards wrap headings and lists",
        article: "<div class=page><header><h1>The app crashes</h1></header><main>
            <section><div class=card><div class=head><h2>Update the app</h2></div><div class=body><ul><li>Open the store.</li><li>Tap Update.</li></ul></div></div></section>
            <section><div class=card><div class=head><h2>Clear its cache</h2></div><div class=body><ul><li>Open Settings.</li><li>Tap Clear.</li></ul></div></div></section></main></div>",
        guide: "Update the app (2)\nClear its cache (2)\n",
    },
    Case {
        shape: "numbered headings, the last of them no fix",
        article: "<h1>Sync is stuck</h1>
            <h2>1. Restart the client</h2><p>Quit it and open it again.</p>
            <h2>2. Check the disk</h2><p>Make sure that there is free space.</p>
            <h2>3. Sign in again</h2><p>Sign out, then sign in.</p>
            <h2>4. If the problem remains</h2><p>Send us the log.</p>",
        guide: "1. Restart the client (1)\n2. Check the disk (1)\n3. Sign in again (1)\nsupport: If the problem remains\n",
    },
    Case {
        shape: "steps as headings: Step 1, Step 2",
        article: "<h1>Video calls freeze</h1>
            <h2>Step 1: Close other programs</h2><p>Quit what you do not need.</p>
            <h2>Step 2: Move closer to the router</h2><p>Take the laptop into the same room.</p>",
        guide: "Step 1: Close other programs (1)\nStep 2: Move closer to the router (1)\n",
    },
    Case {
        shape: "Method N below Resolution, with symptoms and cause above",
        article: "<h1>Error 42 when you save</h1>
            <h2>Symptoms</h2><ul><li>The message Error 42 appears.</li><li>The file stays empty.</li></ul>
            <h2>Cause</h2><p>Another program holds the file.</p>
            <h2>Resolution</h2><p>Use one of these methods.</p>
            <h3>Method 1: Close the other program</h3><ol><li>Open the task list.</li><li>Select End.</li></ol>
            <h3>Method 2 — Save under another name</h3><ol><li>Choose Save as.</li><li>Type a new name.</li></ol>
            <h2>More information</h2><p>See the list of errors.</p>",
        guide: "Method 1: Close the other program (2)\nMethod 2 — Save under another name (2)\n",
    },
    Case {
        shape: "one problem, one resolution",
        article: "<h1>The tablet does not charge after an update</h1>
            <h2>Symptom</h2><p>The battery sign stays grey.</p><h2>Cause</h2><p>The update changed a setting.</p>
            <h2>Resolution</h2><ol><li>Open Settings.</li><li>Turn on Fast charging.</li></ol>",
        guide: "Resolution (2)\n",
    },
    Case {
        shape: "several problems, each with symptom, cause and solution",
        article: "<h1>Troubleshooting the heater</h1>
            <h2>The heater stays cold</h2><h3>Cause</h3><p>The valve is shut.</p><h3>Solution</h3><ol><li>Turn the valve to the left.</li><li>Wait ten minutes.</li></ol>
            <h2>The heater makes noise</h2><h3>Cause</h3><p>There is air in it.</p><h3>Solution</h3><ol><li>Open the bleed screw.</li><li>Close it when water comes.</li></ol>",
        guide: "? The heater stays cold\n? The heater makes noise\nThe heater stays cold (2) if sees-heater-stay-cold\nThe heater makes noise (2) if sees-heater-make-noise\n",
    },
    Case {
        shape: "symptoms that do not depend on each other",
        article: "<h1>Common camera problems</h1>
            <h2>Pictures are not saved</h2><ul><li>Check that the card is not full.</li><li>Format the card.</li></ul>
            <h2>The flash doesn't fire</h2><p>Charge the battery first. Then turn the flash on in the menu.</p>
            <h2>Error \"E18\"</h2><p>Turn the camera off and clean the lens.</p>",
        guide: "? Pictures are not saved\n? The flash doesn't fire\n? Error \"E18\"\nPictures are not saved (2) if sees-picture-not-saved\nThe flash doesn't fire (1) if sees-flash-doesnt-fire\nError \"E18\" (1) if sees-error-e18\n",
    },
    Case {
        shape: "an error code over each fix",
        article: "<h1>Installer errors</h1>
            <h3>Error 5: Access denied</h3><ul><li>Restart the computer.</li><li>Choose another folder.</li></ul>
            <h3>Error 112: Disk is full</h3><ul><li>Free some space.</li></ul>",
        guide: "? Error 5: Access denied\n? Error 112: Disk is full\nError 5: Access denied (2) if sees-access-denied\nError 112: Disk is full (1) if sees-disk-full\n",
    },
    Case {
        shape: "symptom groups, each with several fixes",
        article: "<h1>Washing machine help</h1>
            <h2>Water does not drain</h2><h3>Empty the filter</h3><ol><li>Open the flap.</li><li>Turn the filter out.</li></ol><h3>Straighten the hose</h3><p>Pull the machine forward. Remove the kink.</p>
            <h2>The drum won't spin</h2><h3>Balance the load</h3><p>Take some pieces out.</p><h3>Close the lid firmly</h3><p>Push until it clicks.</p>",
        guide: "? Water does not drain\n? The drum won't spin\nEmpty the filter (2) if sees-water-doe-not-drain\nStraighten the hose (1) if sees-water-doe-not-drain\nBalance the load (1) if sees-drum-wont-spin\nClose the lid firmly (1) if sees-drum-wont-spin\n",
    },
    Case {
        shape: "before you begin, questions, related articles and comments around the fixes",
        article: "<h1>Mail is not sent</h1><nav class=toc><ul><li><a href=#a>Check the address</a></li></ul></nav>
            <h2>Before you begin</h2><ul><li>Write down your password.</li></ul>
            <h2 id=a>Check the address</h2><ol><li>Look for typing errors.</li><li>Correct them.</li></ol>
            <h2>Reset the outbox</h2><ol><li>Open the outbox.</li><li>Delete what is stuck.</li></ol>
            <h2>Frequently asked questions</h2><h3>Is my mail lost?</h3><p>No.</p><h3>How long does it take?</h3><p>Click here to see.</p>
            <h2>Related articles</h2><ul><li><a href=x>Set up mail</a></li></ul>
            <section class=comments><h2>Comments</h2><ul><li>Try this other thing.</li></ul></section>",
        guide: "Check the address (2)\nReset the outbox (2)\n",
    },
    Case {
        shape: "bold paragraphs in place of headings",
        article: "<h1>The clock is wrong</h1><p>There are two ways.</p>
            <p><strong>Set it by hand</strong></p><p>Open the settings. Type the time.</p>
            <p><b>Let the network set it</b></p><p>Turn on Automatic time.</p>",
        guide: "Set it by hand (1)\nLet the network set it (1)\n",
    },
    Case {
        shape: "numbered bold paragraphs below one heading that says that fixes follow",
        article: "<h1>Why friends can't join</h1><h2>Possible causes and how to fix them</h2>
            <p><strong>1. The port is closed</strong></p><p>Open the port in your router.</p>
            <p><strong>2. The firewall blocks it</strong></p><p>Allow the game in the firewall.</p>
            <p><strong>3. The address is old</strong></p><p>Send the new address.</p>
            <h2>Still stuck?</h2><p>Write to us.</p>",
        guide: "1. The port is closed (1)\n2. The firewall blocks it (1)\n3. The address is old (1)\nsupport: Still stuck?\n",
    },
    Case {
        shape: "bold beginnings of list items",
        article: "<h1>Slow Internet</h1><p>Each of these helps some people.</p>
            <ul><li><strong>Restart the router.</strong> Unplug it for a minute.</li><li><strong>Use a cable</strong>: plug the computer in directly.</li><li><strong>Try another time.</strong> Test it in the morning.</li></ul>",
        guide: "Restart the router. (1)\nUse a cable (1)\nTry another time. (1)\n",
    },
    Case {
        shape: "a definition list",
        article: "<h1>Problems with the door lock</h1><dl>
            <dt>The lock beeps twice</dt><dd>Replace the batteries.</dd><dt>The app finds no lock</dt><dd>Turn Bluetooth on and stand close to the door.</dd></dl>",
        guide: "? The lock beeps twice\n? The app finds no lock\nThe lock beeps twice (1) if sees-lock-beep-twice\nThe app finds no lock (1) if sees-app-find-no-lock\n",
    },
    Case {
        shape: "a table of symptom and remedy",
        article: "<h1>Fridge troubleshooting</h1><table><tr><th>Problem</th><th>What to do</th></tr>
            <tr><td>It does not cool</td><td>Close the door and wait an hour.</td></tr><tr><td>It is loud and not level</td><td>Turn its feet until it stands level.</td></tr></table>",
        guide: "? It does not cool\n? It is loud and not level\nIt does not cool (1) if sees-doe-not-cool\nIt is loud and not level (1) if sees-loud-not-level\n",
    },
    Case {
        shape: "a table of remedies below each heading",
        article: "<h1>Start-up errors</h1>
            <h2>Disk errors</h2><table><tr><th>Message</th><th>Remedy</th></tr><tr><td>Disk full</td><td>Delete old files.</td></tr><tr><td>Disk missing</td><td>Check the cable.</td></tr></table>
            <h2>Network errors</h2><table><tr><th>Message</th><th>Remedy</th></tr><tr><td>No route</td><td>Restart the router.</td></tr></table>",
        guide: "? Disk errors\n? Network errors\nDisk errors (2) if sees-disk-error\nNetwork errors (1) if sees-network-error\n",
    },
    Case {
        shape: "summaries that unfold",
        article: "<h1>The screen stays black</h1>
            <details><summary>Check the cable</summary><p>Push it in firmly.</p></details><details><summary>Choose the right input</summary><p>Press Source until the picture appears.</p></details>",
        guide: "Check the cable (1)\nChoose the right input (1)\n",
    },
    Case {
        shape: "one fix by system, as sub-headings",
        article: "<h1>Downloads fail</h1>
            <h2>Clear the cache</h2><h3>On Windows</h3><ol><li>Press Ctrl, Shift and Delete.</li><li>Select Clear.</li></ol><h3>On a Mac</h3><ol><li>Open the menu.</li><li>Choose Clear history.</li></ol>
            <h2>Try again later</h2><p>Wait an hour, then try again.</p>",
        guide: "? Windows\n? Mac\nClear the cache (4 [windows, windows, macos, macos])\nTry again later (1)\n",
    },
    Case {
        shape: "one fix by system, as tabs",
        article: "<h1>Notifications are missing</h1>
            <h2>Allow notifications</h2><div class=tabs><ul role=tablist><li role=tab>Android</li><li role=tab>iPhone</li></ul><div role=tabpanel><ol><li>Open Settings.</li><li>Tap Apps.</li></ol></div><div role=tabpanel><ol><li>Open Settings.</li></ol></div></div>
            <h2>Update the app</h2><p>Open the store and tap Update.</p>",
        guide: "? Android\n? iPhone or iPad\nAllow notifications (3 [android, android, iphone])\nUpdate the app (1)\n",
    },
    Case {
        shape: "fixes below a heading for each system, with the same title twice",
        article: "<h1>Installation problems</h1>
            <h2>Windows</h2><h3>Run it as administrator</h3><p>Right-click the file. Choose Run as administrator.</p><h3>Free some space</h3><p>Delete old files.</p>
            <h2>Linux</h2><h3>Make it executable</h3><p>Run chmod on the file.</p><h3>Free some space</h3><p>Remove old packages.</p>",
        guide: "? Windows\n? Linux\nRun it as administrator (1) if windows\nWindows: Free some space (1) if windows\nMake it executable (1) if linux\nLinux: Free some space (1) if linux\n",
    },
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
        shape: "contents as a list of anchors, and a way back to the top after each fix",
        article: "<h1>If the robot does not return</h1><h2>Try these in order</h2><ol><li><a href=#1>Clean the contacts</a></li><li><a href=#2>Move the base</a></li></ol>
            <h3 id=1>Clean the contacts</h3><p>Wipe them with a dry cloth.</p><p><a href=#top>Back to top</a></p>
            <h3 id=2>Move the base</h3><p>Put it against a wall.</p><p><a href=#top>Back to top</a></p>",
        guide: "Clean the contacts (1)\nMove the base (1)\n",
    },
    Case {
        shape: "levels mixed, an empty heading, marks on one fix alone",
        article: "<h1>The lamp flickers</h1><h2></h2>
            <h3 data-unstuck-id=bulb data-unstuck-ask='Is the bulb new?'>Change the bulb</h3><ol><li>Let it cool.</li><li>Screw the new one in.</li></ol>
            <h2>Change the dimmer</h2><ol><li>Turn the power off.</li><li>Ask an electrician.</li></ol>",
        guide: "Change the bulb (2)\nChange the dimmer (2)\n",
    },
    Case {
        shape: "no heading but the title, one list",
        article: "<h1>The door bell does not ring</h1><p>Do this:</p><ol><li>Press the button for ten seconds.</li><li>Replace the battery.</li><li>Pair it again.</li></ol>",
        guide: "The door bell does not ring (3)\n",
    },
    Case {
        shape: "another language, of which no word is known",
        article: "<h1>Der Drucker druckt nicht</h1><p>Das hilft meist, und zwar in dieser Reihenfolge.</p>
            <h2>Neu starten</h2><ol><li>Drucker ausschalten.</li><li>Eine Minute warten.</li></ol>
            <h2>Warteschlange leeren</h2><ul><li>Einstellungen aufrufen.</li><li>Alle Dokumente entfernen.</li></ul>
            <h2>Verwandte Artikel</h2><ul><li><a href=x>Papierstau</a></li><li><a href=y>Farben</a></li></ul>",
        guide: "Neu starten (2)\nWarteschlange leeren (2)\n",
    },
    Case {
        shape: "where the author decides against the rules",
        article: "<h1>The gate stays open</h1>
            <h2>Close it by hand</h2><ol><li>Pull the lever.</li><li>Push the gate.</li></ol>
            <h2>Clean the sensors</h2><p>These parts matter:</p><ul data-unstuck-steps><li>the left eye</li><li>the right eye</li></ul>
            <h2 data-unstuck-skip>Order spare parts</h2><ol><li>Open the shop.</li></ol>",
        guide: "Close it by hand (2)\nClean the sensors (2)\n",
    },
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
    let mut wrong = String::new();
    for case in CASES {
        let got = match html::parse(&format!("<article>{}</article>", case.article)) {
            Ok(guide) => {
                assert_eq!(check(&guide), [], "{}", case.shape);
                drawn(&guide)
            }
            Err(problems) => format!("refused: {}", problems[0].message),
        };
        let fits = match case.guide.strip_prefix("refused: ") {
            Some(reason) => got.starts_with("refused: ") && got.contains(reason),
            None => got == case.guide,
        };
        if !fits {
            writeln!(wrong, "{}:\n{got}instead of:\n{}", case.shape, case.guide).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(CASES.len() >= 30);
}
