//! Shapes that were met, or thought of, after the rules had been tuned on real articles.
//!
//! Belongs here: rows in which structure decides where no word does. Does not: rows for a single language (see `languages`).

use crate::{Case, drawn, hold};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "paragraphs that begin with what goes wrong",
        article: "<h1>If something goes wrong</h1>
            <p><b>Nothing happens when I press Start.</b> Wait for a minute: the first start takes long.</p><p><b>It says that the key is invalid.</b> Copy the key again.</p>
            <p><b>Note:</b> Keys are sent by mail.</p>",
        guide: "? Nothing happens when I press Start.\n? It says that the key is invalid.\nNothing happens when I press Start. (1) if sees-nothing-happen-when-i-press-start\nIt says that the key is invalid. (1) if sees-say-key-invalid\n",
    },
    Case {
        shape: "paragraphs whose bold first line is an order",
        article: "<h1>Cannot join a game</h1><p><b>Check the firewall</b>\nAllow the game in it.</p><p><b>Use another port</b>\nOpen the file and change the port.</p>",
        guide: "Check the firewall (1)\nUse another port (1)\n",
    },
    Case {
        shape: "items without paragraphs that try to mend something, in a numbered list",
        article: "<h1>The dashboard stays empty</h1><p>Sometimes nothing loads. Try this:</p>
            <ol><li>Check your connection. Open another page to see whether it loads.</li><li>Sign out and in again. Click your picture, then <b>Sign out</b>.</li><li>Restart the browser. Close all of its windows first, and open it again.</li></ol>",
        guide: "Check your connection. (1)\nSign out and in again. (1)\nRestart the browser. (1)\n",
    },
    Case {
        shape: "the same, where they are the steps of one way",
        article: "<h1>The dashboard stays empty</h1><p>Sometimes nothing loads. Then do this:</p>
            <ol><li>Open the menu. Click the wheel.</li><li>Select Data. Scroll to the end.</li><li>Press Load. Close the menu.</li></ol>",
        guide: "The dashboard stays empty (3)\n",
    },
    Case {
        shape: "orders with nothing but code below them, which the words around only explain",
        article: "<h1>Repairing a broken store</h1><p>One of these often helps.</p>
            <h2>Remove the lock</h2><p>After a crash a lock may be left:</p><pre>rm lock</pre><h2>Rebuild the index</h2><pre>store index</pre><p>This takes a few minutes. It is quick on a new disk.</p>",
        guide: "Remove the lock (1)\nRebuild the index (1)\n",
    },
    Case {
        shape: "what is only named, beside a section that says that it holds the fixes",
        article: "<h1>Playback</h1><h2>Overview</h2><p>The player uses the graphics card.</p>
            <h2>Troubleshooting</h2><h3>Frames are missing</h3><p>Lower the resolution.</p><h3>The sound is late</h3><p>Press J until it fits.</p>
            <h2>Shortcuts</h2><ul><li>Press J to shift the sound.</li><li>Press F to fill the screen.</li></ul>",
        guide: "? Frames are missing\n? The sound is late\nFrames are missing (1) if sees-frame-missing\nThe sound is late (1) if sees-sound-late\n",
    },
    Case {
        shape: "a symptom over one section that does not say which, and a question",
        article: "<h1>Crashes</h1><h2>Crash when a file is opened</h2><p>Update the driver.</p>
            <h2>Crash with the old pack</h2><h3>What is this?</h3><p>A pack of files.</p><h3>For owners of a handheld</h3><p>It is there from the start. Uninstall it.</p><h3>How do I uninstall it?</h3><p>Open the list, select the pack and press Remove.</p>",
        guide: "? Crash when a file is opened\n? Crash with the old pack\nCrash when a file is opened (1) if sees-crash-when-file-opened\nCrash with the old pack (2) if sees-crash-old-pack\n",
    },
    Case {
        shape: "lists that explain figures, under what looks like symptoms",
        article: "<h1>Codes on the display</h1>
            <h2>System errors</h2><p>For what they mean, visit the guide.</p><ul><li><b>10</b> (<code>LOCKED</code>): the bus does not work</li><li><b>20</b> (<code>FULL</code>): no memory is free</li><li><b>30</b>: the heap is broken</li></ul>
            <h2>Memory errors</h2><p>Report errors of this kind.</p><ul><li><b>840</b>: a pointer is wrong</li><li><b>841</b>: the queue failed</li><li><b>842</b>: an entry is missing</li></ul>",
        guide: "refused: lists codes",
    },
    Case {
        shape: "headings that recur under each problem, of which one says with a word among others that it is the remedy",
        article: "<h1>Trouble with the kiln</h1>
            <h2>Problem 1: The kiln stays cold</h2><h3>Symptoms</h3><ul><li>The display is dark</li></ul><h3>Typical Causes</h3><ul><li>A blown fuse</li></ul>
            <h3>Step-by-Step Solution</h3><ol><li>Switch it off.</li><li>Replace the fuse.</li></ol><h3>Settings</h3><pre>heat = on</pre><h3>💡 Pro Tip</h3><p>Keep a fuse at hand.</p><h3>⚠️ Warning</h3><p>Unplug it first.</p>
            <h2>Problem 2: The door is stuck</h2><h3>Symptoms</h3><ul><li>The handle turns</li></ul><h3>Typical Causes</h3><ul><li>Clay in the hinge</li></ul>
            <h3>Step-by-Step Solution</h3><ol><li>Clean the hinge.</li><li>Grease it.</li></ol><h3>Settings</h3><pre>lock = off</pre><h3>💡 Pro Tip</h3><p>Close it gently.</p><h3>⚠️ Warning</h3><p>Do not pull.</p>",
        guide: "? Problem 1: The kiln stays cold\n? Problem 2: The door is stuck\nProblem 1: The kiln stays cold (2) if sees-kiln-stay-cold\nProblem 2: The door is stuck (2) if sees-door-stuck\n",
    },
    Case {
        shape: "orders that recur under several problems, which are fixes",
        article: "<h1>Trouble with the kiln</h1>
            <h2>The kiln stays cold</h2><h3>Check the plug</h3><p>Push it in.</p><h3>Check the fuse</h3><p>Replace it.</p>
            <h2>The kiln stays hot</h2><h3>Check the plug</h3><p>Pull it out.</p><h3>Check the relay</h3><p>Replace it.</p>",
        guide: "? The kiln stays cold\n? The kiln stays hot\nThe kiln stays cold: Check the plug (1) if sees-kiln-stay-cold\nCheck the fuse (1) if sees-kiln-stay-cold\nThe kiln stays hot: Check the plug (1) if sees-kiln-stay-hot\nCheck the relay (1) if sees-kiln-stay-hot\n",
    },
    Case {
        shape: "causes with what helps against each, under a heading for who was not helped",
        article: "<h1>The map is frozen</h1><h2>Quick fix</h2><ol><li>Close the map.</li><li>Open it again.</li></ol>
            <h2>If that did not help</h2><h3>Cause: The area was never loaded</h3><p>Select the area. Then press Load.</p><h3>Cause: The cache is broken</h3><p>Open the settings. Clear the cache.</p>
            <h2>Still stuck</h2><p>Write to us.</p>",
        guide: "Quick fix (2)\nCause: The area was never loaded (1)\nCause: The cache is broken (1)\nsupport: Still stuck\n",
    },
    Case {
        shape: "problems of which half only send to support, and others hint at what helps first",
        article: "<h1>Messages of the account</h1>
            <h2>The link has expired</h2><p>You can change your number in the settings.</p><p>Contact us if you have no access.</p>
            <h2>The link does not work</h2><p>You can make another link in the settings.</p><p>Contact us if you get none.</p>
            <h2>The password is wrong</h2><p>Choose another one.</p>
            <h2>The account is locked</h2><p>Contact us so that we can unlock it.</p><h2>The account is missing</h2><p>Contact us so that we can look for it.</p>",
        guide: "? The link has expired\n? The link does not work\n? The password is wrong\n? The account is locked\n? The account is missing\nThe link has expired (1) if sees-link-has-expired\nThe link does not work (1) if sees-link-doe-not-work\nThe password is wrong (1) if sees-password-wrong\nThe account is locked (1) if sees-account-locked\nThe account is missing (1) if sees-account-missing\n",
    },
    Case {
        shape: "having a look as an order, among sections that explain",
        article: "<h1>How to troubleshoot the scale</h1><h2>Check the table</h2><p>Make sure that it is level. It must not shake.</p>
            <h2>The display is dark</h2><p>The battery lasts a year. It is under the lid.</p><h2>Have a look at the log</h2><p>The scale keeps what it weighed for ten days, one line for each.</p>",
        guide: "Check the table (1)\nThe display is dark (1)\nHave a look at the log (1)\n",
    },
    Case {
        shape: "steps to try that have nothing below their titles, among others",
        article: "<h1>Printer troubleshooting steps</h1><h2>Step 1 - Empty the queue</h2><ol><li>Open the settings.</li><li>Press Empty.</li></ol><h2>Step 2 - Remove/clear stuck paper</h2><h2>Step 3 Restart the printer</h2><h2>Step 4 Delete the printer</h2><ol><li>Open the settings.</li><li>Press Delete.</li></ol>",
        guide: "Step 1 - Empty the queue (2)\nStep 2 - Remove/clear stuck paper (1)\nStep 3 Restart the printer (1)\nStep 4 Delete the printer (2)\n",
    },
    Case {
        shape: "paragraphs that begin with what goes wrong, under kinds of trouble",
        article: "<h1>Troubleshooting the car</h1><h2>Charging problems</h2><p><b>It does not charge at night:</b> Plug it in later.</p><p><b>The range is wrong:</b> Reset the trip computer.</p><h2>App problems</h2><p><b>The app crashes:</b> Update it.</p><p><b>The radio has no sound:</b> Press the button of the microphone.</p>",
        guide: "? It does not charge at night:\n? The range is wrong:\n? The app crashes:\n? The radio has no sound:\nIt does not charge at night: (1) if sees-doe-not-charge-at-night\nThe range is wrong: (1) if sees-range-wrong\nThe app crashes: (1) if sees-app-crash\nThe radio has no sound: (1) if sees-radio-has-no-sound\n",
    },
    Case {
        shape: "a list of facts under a symptom among others, with one order in it",
        article: "<h1>Crashes</h1><h2>The game does not start.</h2><ul><li>You may have forgotten the mode for more memory.</li><li>Update the firmware.</li><li>If not, your copy is damaged.</li></ul><h2>The game crashes.</h2><ul><li>Download it again.</li></ul><h2>The video fails.</h2><ul><li>Install it again.</li></ul>",
        guide: "? The game does not start.\n? The game crashes.\n? The video fails.\nThe game does not start. (1) if sees-game-doe-not-start\nThe game crashes. (1) if sees-game-crash\nThe video fails. (1) if sees-video-fail\n",
    },
    Case {
        shape: "numbered remedies under one kind of trouble, beside other trouble that is not numbered",
        article: "<h1>Video calls</h1><h2>Audio problems</h2><h3>1. Check the cable</h3><p>Plug it in again.</p><h3>2. Choose the device</h3><p>Open the settings.</p><h3>3. Restart the app</h3><p>Close it.</p><h2>The camera fails</h2><p>Open its cover.</p><h2>Sharing the screen fails</h2><ol><li>Open the settings.</li><li>Allow it.</li></ol>",
        guide: "? Audio problems\n? The camera fails\n? Sharing the screen fails\n1. Check the cable (1) if sees-audio-problem\n2. Choose the device (1) if sees-audio-problem\n3. Restart the app (1) if sees-audio-problem\nThe camera fails (1) if sees-camera-fail\nSharing the screen fails (2) if sees-sharing-screen-fail\n",
    },
    Case {
        shape: "what goes wrong with steps of its own, over the sections that should stand beside it",
        article: "<h1>Common issues</h1><h2>The add-on can't connect</h2><p>A blocker may be on:</p><ul><li>Check that it lets the request pass.</li><li>Restart the browser.</li></ul><h3>The card does not change</h3><p>Close the window.</p><h3>Shortcuts aren't working</h3><p>Set them anew.</p>",
        guide: "The add-on can't connect (2)\nThe card does not change (1)\nShortcuts aren't working (1)\n",
    },
    Case {
        shape: "an order behind a dash, a remedy by its label, and a title for who was not helped",
        article: "<h1>The app fails</h1><h2>It cannot scan</h2><p>It may not be allowed to use the camera \u{2013} check the settings.</p><h2>It crashes</h2><p>Update it.</p><h2>Slow after many requests</h2><ul><li>Cause: the cache is not emptied</li><li>Solution: <code>--empty</code></li></ul><h2>Nothing helps?</h2><p>Please share what you find.</p>",
        guide: "? It cannot scan\n? It crashes\n? Slow after many requests\nIt cannot scan (1) if sees-cannot-scan\nIt crashes (1) if sees-crash\nSlow after many requests (2) if sees-slow-after-many-request\nsupport: Nothing helps?\n",
    },
    Case {
        shape: "bold questions among bold symptoms, which want to know something",
        article: "<h1>The radio fails</h1><p><b>I don't remember the password!</b></p><p>Press the button for eight seconds.</p><p><b>What antenna should I use?</b></p><p>Use a long one.</p><p><b>The connection failed</b></p><p>Enter the address again.</p><p><b>The screen is inverted</b></p><p>Choose the right model.</p>",
        guide: "? I don't remember the password!\n? The connection failed\n? The screen is inverted\nI don't remember the password! (1) if sees-i-dont-remember-password\nThe connection failed (1) if sees-connection-failed\nThe screen is inverted (1) if sees-screen-inverted\n",
    },
    Case {
        shape: "symptoms of one title under two kinds of trouble: asked for apart",
        article: "<h1>Troubleshooting</h1><h2>During installation</h2><h3>No sound</h3><p>Plug in the speaker.</p><h3>No picture</h3><p>Plug in the screen.</p><h2>After installation</h2><h3>No sound</h3><p>Turn it up.</p><h3>The mouse fails</h3><p>Plug it in.</p>",
        guide: "? During installation: No sound\n? No picture\n? After installation: No sound\n? The mouse fails\nDuring installation: No sound (1) if sees-no-sound.during-installation\nNo picture (1) if sees-no-picture\nAfter installation: No sound (1) if sees-no-sound.after-installation\nThe mouse fails (1) if sees-mouse-fail\n",
    },
    Case {
        shape: "items and bold paragraphs that name what goes wrong under kinds of trouble",
        article: "<h1>Tips</h1><h2>Issues/Fixes</h2><ul><li><b>The app hangs:</b> Close it.</li><li><b>Outside the zone:</b> Deliver it to the door.</li><li><b>The map does not load:</b> Restart the phone.</li></ul><h2>Hardware problems</h2><p><b>The lamp is not lit</b></p><p>Check the cable.</p><p><b>The case is hot</b></p><p>Clean its ribs.</p>",
        guide: "? The app hangs:\n? The map does not load:\n? The lamp is not lit\n? The case is hot\nThe app hangs: (1) if sees-app-hang\nThe map does not load: (1) if sees-map-doe-not-load\nThe lamp is not lit (1) if sees-lamp-not-lit\nThe case is hot (1) if sees-case-hot\n",
    },
    Case {
        shape: "problems that only a label tells from their remedies: alone, before a colon, in one paragraph",
        article: "<h1>Common issues</h1><h2>Sound</h2><p>These are known.</p><p><b>Problem</b></p><p>The app hangs.</p><p>Solution</p><p>Restart the phone.</p><p><b>Problem</b></p><p>There is no sound.</p><p>Solution</p><p>Turn it up.</p>
            <h2>Picture</h2><p><b>Issue 1:</b> The picture is dark.<br><b>Fix:</b> Open the cover.</p><p><b>Issue 2:</b> The picture flickers.<br><b>Fix:</b> Change the cable.</p>",
        guide: "? The app hangs.\n? There is no sound.\n? The picture is dark.\n? The picture flickers.\nThe app hangs. (1) if sees-app-hang\nThere is no sound. (1) if sees-there-no-sound\nThe picture is dark. (1) if sees-picture-dark\nThe picture flickers. (1) if sees-picture-flicker\n",
    },
    Case {
        shape: "such labels in the items of a list: both in one, the remedy in a list of its own, or one after the other",
        article: "<h1>Common issues</h1><h2>Sound</h2><ul><li><b>Problem:</b> The app hangs.<br><b>Solution:</b> Restart the phone.</li><li><b>Problem:</b> There is no sound.<br><b>Solution:</b> Turn it up.</li></ul>
            <h2>Picture</h2><ol><li>Issue: The picture is dark<ul><li>Fix: Open the cover.</li></ul></li><li>Issue: The picture flickers<ul><li>Fix: Change the cable.</li><li>Cause: it is worn.</li></ul></li></ol>
            <h2>Keys</h2><ul><li>Problem: A key sticks</li><li>Solution: Clean it.</li><li>Problem: A key is lost</li><li>Solution: Order another one.</li></ul>",
        guide: "? The app hangs.\n? There is no sound.\n? The picture is dark\n? The picture flickers\n? A key sticks\n? A key is lost\nThe app hangs. (1) if sees-app-hang\nThere is no sound. (1) if sees-there-no-sound\nThe picture is dark (1) if sees-picture-dark\nThe picture flickers (1) if sees-picture-flicker\nA key sticks (1) if sees-key-stick\nA key is lost (1) if sees-key-lost\n",
    },
    Case {
        shape: "headings that are only such labels",
        article: "<h1>Common issues</h1><h3>Problem</h3><p>The app hangs.</p><h3>Solution</h3><p>Restart the phone.</p><h3>Problem</h3><p>There is no sound.</p><h3>Solution</h3><p>Turn it up.</p>",
        guide: "? The app hangs.\n? There is no sound.\nThe app hangs. (1) if sees-app-hang\nThere is no sound. (1) if sees-there-no-sound\n",
    },
    Case {
        shape: "such labels once below each title: the title names the problem",
        article: "<h1>Common issues</h1><h2>The app hangs</h2><p><b>Problem:</b> It has too little memory.</p><p><b>Solution:</b> Restart the phone.</p><h2>There is no sound</h2><p><b>Problem:</b> It is muted.</p><p><b>Solution:</b> Turn it up.</p>",
        guide: "? The app hangs\n? There is no sound\nThe app hangs (1) if sees-app-hang\nThere is no sound (1) if sees-there-no-sound\n",
    },
    Case {
        shape: "what readers ask in their own words, in paragraphs below one heading",
        article: "<h1>The game</h1><h2>Troubleshooting</h2><p>\"It lags all the time, what do I do?\"</p><p>Close other apps.</p><p>\"My file is gone, how do I get it back?\"</p><p>Restore the copy.</p>",
        guide: "? \"It lags all the time, what do I do?\"\n? \"My file is gone, how do I get it back?\"\n\"It lags all the time, what do I do?\" (1) if sees-lag-all-time-what-do-i-do\n\"My file is gone, how do I get it back?\" (1) if sees-file-gone-how-do-i-get-back\n",
    },
    Case {
        shape: "bold questions below headings that only gather them",
        article: "<h1>The server</h1><h2>Client</h2><p><b>How do I install it?</b></p><p>Open the guide and follow it.</p><p><b>The picture is slow, what should I do?</b></p><p>Lower the settings.</p><h2>Server</h2><p><b>Does it work on Linux?</b></p><p>Download the file for Linux.</p><p><b>Where is the code?</b></p><p>Read it on the web.</p><p><b>What are the ports?</b></p><p>Open two of them.</p><p><b>Players cannot join</b></p><p>Open the port.</p>",
        guide: "? The picture is slow, what should I do?\n? Players cannot join\nThe picture is slow, what should I do? (1) if sees-picture-slow-what-should-i-do\nPlayers cannot join (1) if sees-player-cannot-join\n",
    },
    Case {
        shape: "a table of problems under a kind of trouble, beside other sections",
        article: "<h1>Troubleshooting</h1><h2>Common issues</h2><table><tr><th>Problem</th><th>Cause</th><th>Solution</th></tr><tr><td>No picture appears</td><td>The drive is not mounted</td><td>Mount it</td></tr><tr><td>The servo does not move</td><td>It has no power</td><td>Check the supply</td></tr></table><h2>The serial port</h2><p>Choose the right device.</p><h2>Contrast</h2><p>Update the library.</p>",
        guide: "No picture appears (1)\nThe servo does not move (1)\nThe serial port (1)\nContrast (1)\n",
    },
    Case {
        shape: "bold lines over lists of steps, in a list that solves the problem of the title",
        article: "<h1>Problem: the scanner does not feed</h1><h2>Steps to fix it</h2><ol><li><p><b>Align the paper</b></p><ul><li>Check that it is straight.</li><li>Take out clips.</li></ul></li><li><p><b>Adjust the guides</b></p><ul><li>Move them to the paper.</li></ul></li><li><p><b>Restart the scanner</b></p><ul><li>Switch it off.</li><li>Try again.</li></ul></li></ol>",
        guide: "Align the paper (2)\nAdjust the guides (1)\nRestart the scanner (2)\n",
    },
    Case {
        shape: "headings of a side bar before the one h1",
        article: "<h5>Releases</h5><p>v2</p><h5>Branches</h5><p>develop</p><h1>Troubleshooting the printer</h1><h2>It does not print</h2><p>Check the cable.</p><h2>It is slow</h2><p>Restart it.</p>",
        guide: "? It does not print\n? It is slow\nIt does not print (1) if sees-doe-not-print\nIt is slow (1) if sees-slow\n",
    },
    Case {
        shape: "a note on how to use the page, and a remedy that is told and not ordered",
        article: "<h1>Troubleshooting the car</h1><h2>How to use this guide</h2><p>Look for your symptom.</p><h2>The lamp does not light</h2><p>Check the cable.</p><h2>The brake squeals</h2><p>It is dry. The quick fix is some oil.</p><h2>The car does not start</h2><p>Charge the battery.</p>",
        guide: "? The lamp does not light\n? The brake squeals\n? The car does not start\nThe lamp does not light (1) if sees-lamp-doe-not-light\nThe brake squeals (1) if sees-brake-squeal\nThe car does not start (1) if sees-car-doe-not-start\n",
    },
    Case {
        shape: "a list of tries, one of which has its name in bold before a colon",
        article: "<h1>The lamp does not work</h1><ol><li>Make sure that it is on.</li><li><strong>Restart the lamp</strong>: Press the button.</li></ol>",
        guide: "Make sure that it is on. (1)\nRestart the lamp (1)\n",
    },
    Case {
        shape: "a list of tries, one of which has code in it: its title has the words, and its step the code",
        article: "<h1>The lamp does not work</h1><p>Try the following:</p><ol><li>Run <code>lamp on</code>.</li><li>Make sure that it is on.</li></ol>",
        guide: "Run lamp on. (1)\nMake sure that it is on. (1)\n",
    },
    Case {
        shape: "tables of symptoms in several sections, whose remedies are not all told as orders",
        article: "<h1>Troubleshooting</h1><h2>Boot</h2><table><tr><th>Symptom</th><th>Cause</th><th>Fix</th></tr><tr><td>Black screen</td><td>Wrong adapter</td><td>A passive adapter</td></tr><tr><td>No sound at boot</td><td>Old BIOS</td><td>BIOS 3.2 or newer</td></tr></table><h2>Network</h2><table><tr><th>Symptom</th><th>Cause</th><th>Fix</th></tr><tr><td>WiFi is slow</td><td>Weak antenna</td><td>Replace the antenna</td></tr><tr><td>WiFi fails at night</td><td>The router restarts</td><td>Set another hour</td></tr></table>",
        guide: "? Black screen\n? No sound at boot\n? WiFi is slow\n? WiFi fails at night\nBlack screen (1) if sees-black-screen\nNo sound at boot (1) if sees-no-sound-at-boot\nWiFi is slow (1) if sees-wifi-slow\nWiFi fails at night (1) if sees-wifi-fail-at-night\n",
    },
    Case {
        shape: "what logs in is no log, error messages with steps of their own are a problem, and a kind of trouble over advice alone is none",
        article: "<h1>Troubleshooting</h1><h2>Login issues</h2><h3>Cannot log in</h3><ol><li>Check the number.</li><li>Clear the cache.</li></ol><h3>The code is lost</h3><ol><li>Look at the card.</li><li>Ask at the desk.</li></ol><h3>Error messages</h3><ol><li>Refresh the page.</li><li>Clear the cache.</li></ol><h2>Browser-specific issues</h2><h3>Best practices</h3><ul><li>Use a new browser.</li></ul>",
        guide: "? Cannot log in\n? The code is lost\n? Error messages\nCannot log in (2) if sees-cannot-log\nThe code is lost (2) if sees-code-lost\nError messages (2) if sees-error-message\n",
    },
    Case {
        shape: "problems in the items of lists, each over a list of what helps, under names of parts",
        article: "<h1>Troubleshooting guide</h1><h2>Hardware</h2><h3>Motors</h3><ol><li><p><b>The motor does not respond</b></p><ul><li>Check the cable.</li><li>Test the supply.</li></ul></li><li><p><b>Erratic movement</b></p><ul><li>Check for dust.</li></ul></li></ol><h3>Display</h3><ol><li><p><b>Screen flickers</b></p><ul><li>Check the plug.</li></ul></li><li><p><b>Wrong colours</b></p><ul><li>Reset the palette.</li></ul></li></ol>",
        guide: "? The motor does not respond\n? Erratic movement\n? Screen flickers\n? Wrong colours\nThe motor does not respond (2) if sees-motor-doe-not-respond\nErratic movement (1) if sees-erratic-movement\nScreen flickers (1) if sees-screen-flicker\nWrong colours (1) if sees-wrong-colour\n",
    },
    Case {
        shape: "bold questions below a problem, to be looked at one after the other",
        article: "<h1>Troubleshooting</h1><h2>The app does not find the relay</h2><ol><li><b>Is it running?</b> Look at the lamp. If not, restart it.</li><li><b>Same network?</b> Connect the phone to the same network.</li></ol><h2>The update failed</h2><p>Run the installer again.</p>",
        guide: "? The app does not find the relay\n? The update failed\nIs it running? (1) if sees-app-doe-not-find-relay\nSame network? (1) if sees-app-doe-not-find-relay\nThe update failed (1) if sees-update-failed\n",
    },
    Case {
        shape: "a box with the heading of what follows it, whatever its looks",
        article: "<h1>Troubleshooting</h1><h2>Runtime issues</h2><div><div class=\"warning-highlight\"><h3>Login issues</h3><p>The password is refused.</p></div><div><h4>Solutions:</h4><p>Reset the password.</p></div></div><div><div class=\"warning-highlight\"><h3>Slow pages</h3><p>Pages take long.</p></div><div><h4>Solutions:</h4><p>Clear the cache.</p></div></div>",
        guide: "? Login issues\n? Slow pages\nLogin issues (1) if sees-login-issue\nSlow pages (1) if sees-slow-page\n",
    },
    Case {
        shape: "a label alone is no title: the part above it is, in whatever words",
        article: "<h1>Troubleshooting</h1><h2>Sound</h2><h3>Loudspeaker</h3><h4>Solutions:</h4><p>Plug it in.</p><h3>Microphone</h3><h4>Solutions:</h4><p>Turn it on.</p>",
        guide: "? Loudspeaker\n? Microphone\nLoudspeaker (1) if sees-loudspeaker\nMicrophone (1) if sees-microphone\n",
    },
    Case {
        shape: "tables of messages below a heading for all of them: what is seen is the title, and not its cause",
        article: "<h1>Troubleshooting</h1><h2>The lamp is dark</h2><p>Change the bulb.</p><h2>Common error messages</h2><table><tr><th>Possible cause</th><th>Error message</th><th>Solution</th></tr><tr><td>A loose cable</td><td>Connection failed</td><td>Check the cable</td></tr><tr><td>A wrong number</td><td>Channel failed</td><td>Check the settings</td></tr></table>",
        guide: "? The lamp is dark\n? Connection failed\n? Channel failed\nThe lamp is dark (1) if sees-lamp-dark\nConnection failed (1) if sees-connection-failed\nChannel failed (1) if sees-channel-failed\n",
    },
    Case {
        shape: "below a title that recurs over fixes all are some, told apart by the problem and not by that title",
        article: "<h1>Troubleshooting</h1><h2>The search fails</h2><h3>Solutions</h3><ol><li><b>Check the status</b><ul><li>Open the list.</li></ul></li><li><b>Permissions</b><ul><li>Ask for access.</li></ul></li></ol><h2>The upload fails</h2><h3>Solutions</h3><ol><li><b>Check the format</b><ul><li>Open the file.</li></ul></li><li><b>Permissions</b><ul><li>Ask for access.</li></ul></li></ol><h2>The task hangs</h2><h3>Solutions</h3><ol><li><b>Another owner</b><ul><li>It is given to somebody else.</li></ul></li><li><b>Check the date</b><ul><li>Open the calendar.</li></ul></li></ol>",
        guide: "? The search fails\n? The upload fails\n? The task hangs\nCheck the status (1) if sees-search-fail\nThe search fails: Permissions (1) if sees-search-fail\nCheck the format (1) if sees-upload-fail\nThe upload fails: Permissions (1) if sees-upload-fail\nAnother owner (1) if sees-task-hang\nCheck the date (1) if sees-task-hang\n",
    },
    Case {
        shape: "numbered kinds of trouble, some of which have one problem below them",
        article: "<h1>Troubleshooting</h1><h2>1. Message problems</h2><h3>1.1 The message fails</h3><ul><li>Check the signal.</li><li>Check the number.</li></ul><h3>1.2 No receipt arrives</h3><ul><li>Check the settings.</li></ul><h2>2. Mail problems</h2><h3>2.1 The test fails</h3><ul><li>Settings: host and port.</li></ul><h2>3. Timer problems</h2><h3>3.1 The timer does not start</h3><ul><li>Open the app.</li></ul>",
        guide: "1.1 The message fails (2)\n1.2 No receipt arrives (1)\n2.1 The test fails (1)\n3.1 The timer does not start (1)\n",
    },
    Case {
        shape: "what one asks in an FAQ, if most of it goes wrong",
        article: "<h1>FAQ</h1><h2>The app keeps losing the sensor</h2><p>Turn the other app off.</p><h2>No more notifications each minute</h2><p>Open the settings and disable the badge.</p><h2>Show values on the watch</h2><p>Create a calendar.</p><h2>The phone has connection problems</h2><p>Restart it.</p>",
        guide: "? The app keeps losing the sensor\n? No more notifications each minute\n? Show values on the watch\n? The phone has connection problems\nThe app keeps losing the sensor (1) if sees-app-keep-losing-sensor\nNo more notifications each minute (1) if sees-no-more-notification-each-minute\nShow values on the watch (1) if sees-show-value-watch\nThe phone has connection problems (1) if sees-phone-has-connection-problem\n",
    },
    Case {
        shape: "beside problems a checklist, how the product looks after itself and a summary are for none of them",
        article: "<h1>Troubleshooting</h1><h2>Quick diagnostic checklist</h2><ol><li>Check the lamp.</li><li>Check the cable.</li></ol><h2>Power issues</h2><h3>The lamp does not start</h3><p>Change the fuse.</p><h3>The lamp flickers</h3><p>Tighten the bulb.</p><h2>Network issues</h2><h3>The lamp is offline</h3><p>Restart the hub.</p><h2>Built-in diagnostics</h2><p>Open the menu and select Health.</p><h2>Summary</h2><ul><li>Restart the hub.</li></ul>",
        guide: "? The lamp does not start\n? The lamp flickers\n? The lamp is offline\nThe lamp does not start (1) if sees-lamp-doe-not-start\nThe lamp flickers (1) if sees-lamp-flicker\nThe lamp is offline (1) if sees-lamp-offline\n",
    },
    Case {
        shape: "tips beside a solution are no second one",
        article: "<h1>The app does not update</h1><h2>Problem</h2><p>The version is too old.</p><h2>Solution</h2><ol><li>Open the settings.</li><li>Choose Update.</li></ol><h2>Additional tips</h2><ul><li><b>Network:</b> Stay connected to the router.</li><li><b>Battery:</b> Keep it plugged in.</li></ul>",
        guide: "Solution (2)\n",
    },
    Case {
        shape: "a solution that only leads to the procedures below the next heading",
        article: "<h1>No route to the server</h1><h2>Problem</h2><p>The program shows an error.</p><h2>Solution</h2><p>First find out which of the two computers is concerned.</p><h2>Procedure</h2><h3>On the server</h3><ol><li>Open the file.</li><li>Change the name.</li></ol><h3>On the desk</h3><ol><li>Open the settings.</li><li>Change the number.</li></ol>",
        guide: "On the server (2)\nOn the desk (2)\n",
    },
    Case {
        shape: "of a manual, the section on what goes wrong, whatever it is called",
        article: "<h1>The printer in the hall</h1><h2>Daily use</h2><ul><li>Close the lid.</li><li>Keep the rolls dry.</li></ul><h2>Changing the roll</h2><ol><li>Open the lid.</li><li>Take the roll out.</li></ol><h2>Something wrong?</h2><h3>The print comes off</h3><p>Wash the plate.</p><h3>The nozzle is clogged</h3><p>Heat the nozzle.</p>",
        guide: "The print comes off (1)\nThe nozzle is clogged (1)\n",
    },
    Case {
        shape: "error messages that are solved by code alone, below a heading for all of them",
        article: "<h1>Troubleshooting</h1><h2>The lamp is dark</h2><p>Change the bulb.</p><h2>Error messages</h2><h3>\"Channel not found\"</h3><p><b>Cause:</b> A wrong number</p><p><b>Solution:</b></p><pre><code>lamp channel 4</code></pre><h3>\"Port in use\"</h3><p><b>Cause:</b> Another program</p><p><b>Solution:</b></p><pre><code>lamp stop</code></pre>",
        guide: "? The lamp is dark\n? \"Channel not found\"\n? \"Port in use\"\nThe lamp is dark (1) if sees-lamp-dark\n\"Channel not found\" (1) if sees-channel-not-found\n\"Port in use\" (1) if sees-port-use\n",
    },
    Case {
        shape: "an order over code alone, and one whose how-to is elsewhere",
        article: "<h1>The page stays empty</h1><h2>Clear the cache</h2><p>How it is done in:</p><ul><li><a href=a>Chrome</a></li><li><a href=b>Firefox</a></li></ul><h2>Check the console</h2><pre>1. Press F12\n2. Look for errors</pre><h2>Use a private window</h2><p>Open a private window.</p><h2>Update the browser</h2><p>Open Help and choose Update.</p>",
        guide: "Clear the cache (1)\nCheck the console (1)\nUse a private window (1)\nUpdate the browser (1)\n",
    },
    Case {
        shape: "checks in the form of questions below a problem, on a page whose title names none",
        article: "<h1>Troubleshooting: sound</h1><h2>No sound at all</h2><ol><li><b>Speakers on?</b> Turn them on.</li><li><b>Mixer on?</b> Turn it on.</li><li><b>Is the main fader up?</b> Raise it.</li><li><b>Is the light on?</b> Press the button.</li></ol><h2>A microphone is not heard</h2><p>Change the battery.</p>",
        guide: "? No sound at all\n? A microphone is not heard\nSpeakers on? (1) if sees-no-sound-at-all\nMixer on? (1) if sees-no-sound-at-all\nIs the main fader up? (1) if sees-no-sound-at-all\nIs the light on? (1) if sees-no-sound-at-all\nA microphone is not heard (1) if sees-microphone-not-heard\n",
    },
    Case {
        shape: "a problem that names its system is asked for by itself",
        article: "<h1>Troubleshooting</h1><h2>The window stays blank (Windows)</h2><p>Install the runtime.</p><h2>The paste does not work</h2><p>Change the setting.</p><h2>The overlay is missing (Linux)</h2><p>Turn it off.</p>",
        guide: "? The window stays blank (Windows)\n? The paste does not work\n? The overlay is missing (Linux)\nThe window stays blank (Windows) (1) if sees-window-stay-blank-window\nThe paste does not work (1) if sees-paste-doe-not-work\nThe overlay is missing (Linux) (1) if sees-overlay-missing-linux\n",
    },
    Case {
        shape: "what the page is about is no problem",
        article: "<h1>Troubleshooting Bluetooth</h1><h2>About</h2><p>Connections can be hard. Read this page and follow the tips below.</p><h2>Cannot connect to a device</h2><ul><li>Turn Bluetooth on.</li><li>Charge the device.</li></ul><h2>The device disconnects</h2><ul><li>Move closer.</li></ul>",
        guide: "? Cannot connect to a device\n? The device disconnects\nCannot connect to a device (2) if sees-cannot-connect-device\nThe device disconnects (1) if sees-device-disconnect\n",
    },
    Case {
        shape: "codes with cures, between problems: the code is what is seen",
        article: "<h1>Troubleshooting</h1><h2>The lamp is dark</h2><p>Change the bulb.</p><h2>The hub is lost</h2><p>Restart it.</p><h2>The lamp flickers</h2><p>Tighten it.</p><h2>Common errors</h2><table><tr><th>Code</th><th>Likely cause</th><th>What to do</th></tr><tr><td>no_channel</td><td>A wrong number</td><td>Check the number</td></tr><tr><td>no_power</td><td>A loose cable</td><td>Plug the cable in</td></tr></table>",
        guide: "? The lamp is dark\n? The hub is lost\n? The lamp flickers\n? no_channel\n? no_power\nThe lamp is dark (1) if sees-lamp-dark\nThe hub is lost (1) if sees-hub-lost\nThe lamp flickers (1) if sees-lamp-flicker\nno_channel (1) if sees-no-channel\nno_power (1) if sees-no-power\n",
    },
    Case {
        shape: "pictures that say something in a title are told below it",
        article: "<h1>Troubleshooting</h1><h2><img alt=\"A red lamp\" src=a.png> The lamp blinks</h2><p>Change the bulb.</p><h2>Other signs</h2><table><tr><th>Symptom</th><th>What to do</th></tr><tr><td>The hub shows the icon: <div><img alt=\"battery_empty\" src=a.png></div></td><td>Charge the battery.</td></tr><tr><td>The hub does not start</td><td>Press the button.</td></tr></table>",
        guide: "The lamp blinks (1)\nOther signs (2)\n",
    },
    Case {
        shape: "of a manual, the section whose parts are what goes wrong",
        article: "<h1>How can we help?</h1><h2>First steps</h2><h3>1. Add a photo</h3><p>Press the button.</p><h3>2. Sort the photos</h3><p>Drag them.</p><h2>Problems with photos</h2><h3>The photos do not load</h3><p>Restart the app.</p><h3>The search finds nothing</h3><p>Empty the cache.</p><h3>The sharing fails</h3><p>Sign in again.</p>",
        guide: "? The photos do not load\n? The search finds nothing\n? The sharing fails\nThe photos do not load (1) if sees-photos-do-not-load\nThe search finds nothing (1) if sees-search-find-nothing\nThe sharing fails (1) if sees-sharing-fail\n",
    },
    Case {
        shape: "beside a section of problems, what is done when, though the article is about trouble",
        article: "<h1>Troubleshooting in the classroom</h1><h2>The most frequent problems</h2><h3>The beamer stays dark</h3><p>Press the button.</p><h3>No sound comes out</h3><p>Turn the volume up.</p><h3>The page does not load</h3><p>Restart the browser.</p><h2>Your plan</h2><h3>This week</h3><p>Print the page.</p><h3>This month</h3><p>Save the numbers.</p>",
        guide: "? The beamer stays dark\n? No sound comes out\n? The page does not load\nThe beamer stays dark (1) if sees-beamer-stay-dark\nNo sound comes out (1) if sees-no-sound-come-out\nThe page does not load (1) if sees-page-doe-not-load\n",
    },
    Case {
        shape: "orders below a section beside numbered ones",
        article: "<h1>The network is slow</h1><h2>Step 1. Check the menu</h2><p>Open the menu.</p><h2>Step 2. Restart the network</h2><p>Turn it off.</p><h2>Backup &amp; warning</h2><h3>Saving the settings</h3><p>Copy the file.</p><h3>Restoring the settings</h3><p>Copy it back.</p>",
        guide: "Step 1. Check the menu (1)\nStep 2. Restart the network (1)\n",
    },
    Case {
        shape: "code alone below problems, and below what is only named between them",
        article: "<h1>Troubleshooting</h1><h2>The screen stays dark</h2><pre>lamp on</pre><h2>No sound</h2><pre>sound on</pre><h2>Headphones</h2><pre>sound to head</pre><h2>The page does not load</h2><pre>net up</pre>",
        guide: "? The screen stays dark\n? No sound\n? Headphones\n? The page does not load\nThe screen stays dark (1) if sees-screen-stay-dark\nNo sound (1) if sees-no-sound\nHeadphones (1) if sees-headphone\nThe page does not load (1) if sees-page-doe-not-load\n",
    },
    Case {
        shape: "all fixes are problems, on a page that only names its subject",
        article: "<h1>Location</h1><h2>I am not located correctly, what can I do?</h2><p>Turn the location on.</p><h2>I am no longer located, what can I do?</h2><p>Restart the app.</p>",
        guide: "? I am not located correctly, what can I do?\n? I am no longer located, what can I do?\nI am not located correctly, what can I do? (1) if sees-i-am-not-located-correctly-what-can-i-do\nI am no longer located, what can I do? (1) if sees-i-am-no-longer-located-what-can-i-do\n",
    },
    Case {
        shape: "problems among the questions of a list that is parted by subjects",
        article: "<h1>Frequently asked questions</h1><h2>Set-up</h2><h3>Where do I get a key?</h3><p>In the portal.</p><h3>The app does not start</h3><p>Check the key.</p><h2>Use</h2><h3>No answer comes</h3><p>Restart the app.</p><h3>What is a task?</h3><p>A piece of work.</p><h2>Money</h2><h3>Is it free?</h3><p>Yes.</p><h2>Else</h2><h3>The time runs out</h3><p>Raise the limit.</p><h3>What is a plan?</h3><p>A list.</p>",
        guide: "? The app does not start\n? No answer comes\n? The time runs out\nThe app does not start (1) if sees-app-doe-not-start\nNo answer comes (1) if sees-no-answer-come\nThe time runs out (1) if sees-time-run-out\n",
    },
    Case {
        shape: "problems below one chapter of several that are numbered",
        article: "<h1>Troubleshooting</h1><h2>1. Turn the report on</h2><p>Open the settings.</p><h2>2. The report's parts</h2><p>Read the first line.</p><h2>3. Classic faults</h2><h3>The scan runs in circles</h3><p>Restart the app.</p><h3>The chip freezes</h3><p>Hold it still.</p><h3>The card is not read</h3><p>Clean the card.</p>",
        guide: "? The scan runs in circles\n? The chip freezes\n? The card is not read\n1. Turn the report on (1)\nThe scan runs in circles (1) if sees-scan-run-circle\nThe chip freezes (1) if sees-chip-freeze\nThe card is not read (1) if sees-card-not-read\n",
    },
    Case {
        shape: "items of a list that are problems, under a title that says so anywhere in it, beside a list of what there is",
        article: "<h1>Printer shop</h1><h2>Our printer services</h2><h3>Common printer issues we resolve</h3><p>We cover:</p><ul><li>Printer not printing.</li><li>Paper jams.</li><li>Driver errors.</li></ul><h3>The lid stays open</h3><p>Push it down.</p><h3>Printer error codes and their fixes</h3><ul><li><b>Error code 79:</b> A fault of the program. Update the program.</li><li><b>Paper jam error:</b> Open the printer and remove the paper.</li><li><b>Offline error:</b> Check the cable.</li></ul>",
        guide: "? The lid stays open\n? Error code 79:\n? Paper jam error:\n? Offline error:\nThe lid stays open (1) if sees-lid-stay-open\nError code 79: (1) if sees-error-code-79\nPaper jam error: (1) if sees-paper-jam-error\nOffline error: (1) if sees-offline-error\n",
    },
    Case {
        shape: "a solution's name over nothing, beside its two ways, of which one is told elsewhere",
        article: "<h1>The app does not sign in</h1><h2>Problem</h2><p>A message is shown.</p><h2>Solution</h2><h2>Clear the cache</h2><p>The way to it in your browser:</p><ul><li><a href=a>Chrome</a></li><li><a href=b>Firefox</a></li></ul><h2>Use a private window</h2><p>Open a private window and sign in.</p>",
        guide: "Clear the cache (1)\nUse a private window (1)\n",
    },
    Case {
        shape: "a picture in the title of a block is parted from its words",
        article: "<h1>The lamp does not work</h1><div class=olist><div class=title>The <img src=a.png alt=battery> lamp does not work</div><ol><li>Press the button.</li></ol></div><h2>Change the bulb</h2><p>Unscrew it.</p><h2>Check the cable</h2><p>Plug it in.</p>",
        guide: "Change the bulb (1)\nCheck the cable (1)\n",
    },
    Case {
        shape: "messages in quotations, as titles under a kind of trouble",
        article: "<h1>Signing</h1><h2>Build errors</h2><blockquote><p>No matching profile was found for the app</p></blockquote><p>Download the profile and open it.</p><blockquote><p>The identity is missing from the key chain</p></blockquote><p>Move the key from the other computer.</p>",
        guide: "? No matching profile was found for the app\n? The identity is missing from the key chain\nNo matching profile was found for the app (1) if sees-no-matching-profile-was-found-app\nThe identity is missing from the key chain (1) if sees-identity-missing-from-key-chain\n",
    },
    Case {
        shape: "steps that unfold within a fix",
        article: "<h1>The map is wrong</h1><h2>I am in the wrong place, what can I do?</h2><p>Perhaps it is off.</p><details><summary>How to turn it on</summary><p>On a phone:</p><ol><li>Open the settings.</li><li>Turn it on.</li></ol></details><h2>I am no longer found, what can I do?</h2><p>Restart the app.</p>",
        guide: "? I am in the wrong place, what can I do?\n? I am no longer found, what can I do?\nI am in the wrong place, what can I do? (2) if sees-i-am-wrong-place-what-can-i-do\nI am no longer found, what can I do? (1) if sees-i-am-no-longer-found-what-can-i-do\n",
    },
    Case {
        shape: "set-up and general tips beside kinds of trouble, and an ending that only sends to others",
        article: "<h1>Sound troubleshooting</h1><h2>Quick set-up guide</h2><h3>With a key (paid)</h3><ol><li>Open the settings.</li><li>Choose a voice.</li></ol><h3>In the browser (no server needed)</h3><ol><li>Open the settings.</li><li>Choose Browser.</li></ol><h2>Microphone issues</h2><h3>The microphone does not work</h3><p>Allow it in the browser.</p><h3>The voice is not heard</h3><p>Turn it up.</p><h3>The voice is lost</h3><p>Move closer.</p><h2>Playback issues</h2><h3>The playback hangs</h3><p>Restart the app.</p><h2>General debugging tips</h2><h3>Check the console</h3><p>Press the key and look for errors.</p><h2>Still having issues?</h2><ol><li>Search existing issues for the same.</li><li>Check the discussions.</li><li>Create a new issue with the log.</li></ol>",
        guide: "? The microphone does not work\n? The voice is not heard\n? The voice is lost\n? The playback hangs\nThe microphone does not work (1) if sees-microphone-doe-not-work\nThe voice is not heard (1) if sees-voice-not-heard\nThe voice is lost (1) if sees-voice-lost\nThe playback hangs (1) if sees-playback-hang\nsupport: Still having issues?\n",
    },
];

#[test]
fn structure_decides_where_no_word_does() {
    hold(CASES, drawn);
}
