//! What is asked before the fixes: which of the symptoms a reader sees.
//!
//! Belongs here: which parts are options, and where nothing is asked. Does not: which parts are fixes (`finding`, `kinds`).

use crate::{Case, drawn, hold};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "symptoms in the form of questions",
        article: "<h1>Troubleshooting the reader</h1>
            <h2>The cable is not found?</h2><p>Plug it in again.</p>
            <h2>Screen freezes or flickers?</h2><p>Press the button for ten seconds.</p>
            <h2>After an update the pages look wrong. Why?</h2><p>Clear the cache.</p>
            <h2>Error when opening a book?</h2><p>Download the book again.</p>
            <h2>I see a message that something failed. How do I find out what?</h2><p>Run the check from the menu.</p>",
        guide: "? The cable is not found?\n? Screen freezes or flickers?\n? After an update the pages look wrong. Why?\n? Error when opening a book?\n? I see a message that something failed. How do I find out what?\nThe cable is not found? (1) if sees-cable-not-found\nScreen freezes or flickers? (1) if sees-screen-freeze-flicker\nAfter an update the pages look wrong. Why? (1) if sees-after-update-page-look-wrong-why\nError when opening a book? (1) if sees-error-when-opening-book\nI see a message that something failed. How do I find out what? (1) if sees-i-see-message-something-failed-how-do-i-find-out\n",
    },
    Case {
        shape: "a symptom that is only explained, beside real fixes, is asked for too",
        article: "<h1>Errors of the reader</h1>
            <h2>Error 12</h2><p>Restart the reader.</p>
            <h2>Error 13</h2><p>Charge the battery.</p>
            <h2>Error 14</h2><p>The publisher blocks your address for a while.</p>
            <h2>Pages are missing</h2><p>Renaming the file helps.</p>",
        guide: "? Error 12\n? Error 13\n? Error 14\n? Pages are missing\nError 12 (1) if sees-error-12\nError 13 (1) if sees-error-13\nError 14 (1) if sees-error-14\nPages are missing (1) if sees-page-missing\n",
    },
    Case {
        shape: "numbered sections that send to others",
        article: "<h1>The editor misbehaves</h1>
            <h2>1. Restart it</h2><p>Close the editor and open it again.</p>
            <h2>2. Clear the cache</h2><p>Choose Clear in the menu.</p>
            <h2>3. Ask the community for help</h2><p>Describe what you see.</p>
            <h2>4. Open a GitHub issue</h2><p>Fill in the form.</p>",
        guide: "1. Restart it (1)\n2. Clear the cache (1)\nsupport: 3. Ask the community for help\n",
    },
    Case {
        shape: "a section on the files of a log between symptoms",
        article: "<h1>Troubleshooting</h1>
            <h2>The page stays white</h2><p>Clear the cache.</p>
            <h2>Logging and log files</h2><p>Open the folder <code>logs</code>.</p>
            <h2>Sign-in fails</h2><p>Reset the password.</p>",
        guide: "? The page stays white\n? Sign-in fails\nThe page stays white (1) if sees-page-stay-white\nSign-in fails (1) if sees-sign-fail\nsupport: Logging and log files\n",
    },
    Case {
        shape: "fixes of one symptom with a symptom of its own between",
        article: "<h1>Connection problems</h1><h2>The client cannot connect</h2><p>Restart the client.</p><h2>Port forwarding issues</h2><p>The port must be open.</p><h3>Use both protocols</h3><p>Open the port for both.</p><h3>Error: the port is taken</h3><p>Choose another port.</p><h3>Change the address</h3><p>Enter the address of the adapter.</p>",
        guide: "? The client cannot connect\n? Port forwarding issues\n? Error: the port is taken\nThe client cannot connect (1) if sees-client-cannot-connect\nUse both protocols (1) if sees-port-forwarding-issue\nError: the port is taken (1) if sees-error-port-taken\nChange the address (1) if sees-port-forwarding-issue\n",
    },
    Case {
        shape: "symptoms that are only answered elsewhere",
        article: "<h1>Troubleshooting</h1>
            <h2>[Error 5] Access is denied</h2><p>Remove the folder <code>packages</code> and install again.</p>
            <h2>UnicodeError: path can not be decoded</h2><p>Move your project to a folder whose path has ASCII letters only.</p>
            <h2>Watching a port breaks the upload</h2><p>Answered in <a href=https://example.com/384>issue #384</a>.</p>
            <h2>Bad performance</h2><p>↪ <a href=speed.html>Performance tips</a></p>",
        guide: "? [Error 5] Access is denied\n? UnicodeError: path can not be decoded\n[Error 5] Access is denied (1) if sees-error-5-access-denied\nUnicodeError: path can not be decoded (1) if sees-unicodeerror-path-can-not-be-decoded\n",
    },
    Case {
        shape: "symptoms with a link in place of an answer",
        article: "<h1>Common problems with the e-reader</h1>
            <h2>Books are missing</h2><p>Sync the reader: tap <b>Sync</b> at the top.</p>
            <h2>The page doesn't turn</h2><p>Clean the screen with a dry cloth.</p>
            <h2>The reader is frozen</h2><p><a href=reset.html>Resetting your reader</a></p>
            <h2>The battery drains fast</h2><p>This is covered in <a href=battery.html>our article on batteries</a>.</p>",
        guide: "? Books are missing\n? The page doesn't turn\nBooks are missing (1) if sees-book-missing\nThe page doesn't turn (1) if sees-page-doesnt-turn\n",
    },
    Case {
        shape: "a section of facts after the symptoms",
        article: "<h1>Common issues</h1>
            <h2>The box will not boot</h2><p>Plug in the power supply that came with it, and hold the button for five seconds.</p>
            <h2>I am unable to reach the box</h2><ol><li>Check that the cable is plugged in.</li><li>Restart your router.</li></ol>
            <h2>Clock sync failure</h2><p>Make sure your firewall lets NTP pass.</p>
            <h2>Models with a speaker</h2><p>They tell their state by sounds:</p>
            <blockquote><ul><li>One beep: it starts</li><li>Two beeps: it is ready</li><li>A tune: an error, please check <a href=#diag>here</a>.</li></ul></blockquote>",
        guide: "? The box will not boot\n? I am unable to reach the box\n? Clock sync failure\nThe box will not boot (1) if sees-box-will-not-boot\nI am unable to reach the box (2) if sees-i-am-unable-reach-box\nClock sync failure (1) if sees-clock-sync-failure\n",
    },
    Case {
        shape: "what the lights mean, after the symptoms",
        article: "<h1>Troubleshooting the modem</h1>
            <h2>No internet</h2><p>Restart the modem.</p><h2>Slow internet</h2><p>Use a cable.</p><h2>The modem doesn't turn on</h2><p>Try another socket.</p>
            <h2>Status lights</h2><p>The lamp at the front shows what the modem does.</p><ul><li>Green: connected</li><li>Orange: starting</li><li>Red: not connected, call your provider</li></ul>",
        guide: "? No internet\n? Slow internet\n? The modem doesn't turn on\nNo internet (1) if sees-no-internet\nSlow internet (1) if sees-slow-internet\nThe modem doesn't turn on (1) if sees-modem-doesnt-turn\n",
    },
    Case {
        shape: "symptoms in words of any kind beside known ones",
        article: "<h1>Troubleshooting streaming</h1><p>Look at the section of your issue.</p>
            <h2>No video (black screen)</h2><ul><li>Check that the monitor is on.</li><li>Try another game.</li></ul>
            <h2>The controller doesn't work</h2><ul><li>Update the client.</li><li>Restart the PC.</li></ul>
            <h2>Games are missing from the list</h2><ul><li>Add the folder of your games in the settings.</li></ul>
            <h2>Video only fills the top left corner</h2><ul><li>Set the resolution in the driver's panel.</li></ul>
            <h2>My picture shows numbers</h2><ul><li>Turn off the statistics.</li></ul>",
        guide: "? No video (black screen)\n? The controller doesn't work\n? Games are missing from the list\n? Video only fills the top left corner\n? My picture shows numbers\nNo video (black screen) (2) if sees-no-video-black-screen\nThe controller doesn't work (2) if sees-controller-doesnt-work\nGames are missing from the list (1) if sees-game-missing-from-list\nVideo only fills the top left corner (1) if sees-video-only-fill-top-left-corner\nMy picture shows numbers (1) if sees-picture-show-number\n",
    },
    Case {
        shape: "what everyone can try, before the symptoms",
        article: "<h1>Headphones: common problems</h1>
            <h2>Update the firmware</h2><p>Open the app and tap Update.</p>
            <h2>One side is quiet</h2><p>Clean the mesh.</p><h2>Crackling during calls</h2><p>Move closer to the phone.</p><h2>They turn off by themselves</h2><p>Charge them fully.</p><h2>No pairing</h2><p>Hold the button for five seconds.</p>",
        guide: "? One side is quiet\n? Crackling during calls\n? They turn off by themselves\n? No pairing\nUpdate the firmware (1)\nOne side is quiet (1) if sees-one-side-quiet\nCrackling during calls (1) if sees-crackling-during-call\nThey turn off by themselves (1) if sees-they-turn-off-by-themselve\nNo pairing (1) if sees-no-pairing\n",
    },
    Case {
        shape: "summaries below headings that group them",
        article: "<h1>Troubleshooting after the installation</h1>
            <h2>Boot issues</h2><h3>Error message on boot</h3>
            <details><summary>\"Patch 1 failed\"</summary><p>The loader is outdated. Copy the latest one to the card.</p></details>
            <details><summary>\"The system can't be mounted\"</summary><p>Follow the guide for <a href=r.html>restoring the system</a>.</p></details>
            <h2>Software issues</h2>
            <details><summary>The camera does not work</summary><ol><li>Turn off the console.</li><li>Insert the card again.</li></ol></details>
            <details><summary>Games crash when started</summary><ol><li>Open the settings.</li><li>Delete the cache.</li></ol></details>",
        guide: "? \"Patch 1 failed\"\n? \"The system can't be mounted\"\n? The camera does not work\n? Games crash when started\n\"Patch 1 failed\" (1) if sees-patch-1-failed\n\"The system can't be mounted\" (1) if sees-system-cant-be-mounted\nThe camera does not work (2) if sees-camera-doe-not-work\nGames crash when started (2) if sees-game-crash-when-started\n",
    },
    Case {
        shape: "summaries of output and of hints in a fix are no parts",
        article: "<h1>The build fails</h1>
            <h2>Clear the cache</h2><ol><li>Run <code>build --clean</code>.</li><li>Build again.</li></ol><details><summary>Example output</summary><pre>cleaned 12 files</pre></details><details><summary>What is in the cache?</summary><p>Files that were built before.</p></details>
            <h2>Update the compiler</h2><ol><li>Run <code>up compiler</code>.</li></ol>",
        guide: "Clear the cache (2)\nUpdate the compiler (1)\n",
    },
    Case {
        shape: "how to uninstall it, among symptoms",
        article: "<h1>Troubleshooting the mower</h1>
            <h2>The mower stops at the edge</h2><p>Move the wire by a hand's width.</p>
            <h2>Uninstalling the mower's app</h2><p>To remove all data of the mower, run these commands:</p><pre>rm -rf ~/.config/mower</pre>
            <h2>The mower does not charge</h2><p>Clean the contacts with a cloth.</p>",
        guide: "? The mower stops at the edge\n? The mower does not charge\nThe mower stops at the edge (1) if sees-mower-stop-at-edge\nThe mower does not charge (1) if sees-mower-doe-not-charge\n",
    },
    Case {
        shape: "symptoms in a group and beside it",
        article: "<h1>Troubleshooting the player</h1>
            <h2>Common video issues</h2><h3>Low frame rate</h3><ul><li>Disable shaders.</li><li>Lower the scale.</li></ul><h3>Tearing</h3><p>Turn on VSync.</p>
            <h2>Input latency</h2><p>Set <code>hard_sync</code> to true.</p>
            <h2>Why isn't my firmware working?</h2><ol><li>Put the file into the right folder.</li><li>Check its name.</li></ol>",
        guide: "? Low frame rate\n? Tearing\n? Input latency\n? Why isn't my firmware working?\nLow frame rate (2) if sees-low-frame-rate\nTearing (1) if sees-tearing\nInput latency (1) if sees-input-latency\nWhy isn't my firmware working? (2) if sees-why-isnt-firmware-working\n",
    },
    Case {
        shape: "summaries below headings and sub-headings, one of which sends to a forum",
        article: "<h1>Troubleshooting the console</h1>
            <h2>Problems with the player</h2>
            <details class=details><summary>Red screen after the start</summary><p>Download the latest version and copy it to the card.</p></details>
            <details class=details><summary>\"Cannot play\"</summary><p>You have the wrong file. Download the one for your region.</p></details>
            <h2>Problems with the installer</h2><h3>Before it starts</h3>
            <details class=details><summary>The file cannot be opened</summary><p>Put the file into the root of the card.</p></details>
            <h3>While it runs</h3>
            <details class=details><summary>Card failed</summary><p>Format the card. If that does not help, use another card.</p></details>
            <details class=details><summary>Something else</summary><p>Ask in the forum.</p></details>",
        guide: "? Red screen after the start\n? \"Cannot play\"\n? The file cannot be opened\n? Card failed\nRed screen after the start (1) if sees-red-screen-after-start\n\"Cannot play\" (1) if sees-cannot-play\nThe file cannot be opened (1) if sees-file-cannot-be-opened\nCard failed (1) if sees-card-failed\nsupport: Something else\n",
    },
    Case {
        shape: "a symptom that is only described, beside others, is asked for too",
        article: "<h1>Troubleshooting the sync</h1>
            <h2>Unknown error</h2><p>Quit the app and start it again.</p><h2>Access denied</h2><p>Open the folder's properties and give yourself full control.</p>
            <h2>Low disk space</h2><ul><li>Downloads that leave less than 250 MB are skipped.</li><li>Below 50 MB the sync stops.</li></ul>",
        guide: "? Unknown error\n? Access denied\n? Low disk space\nUnknown error (1) if sees-unknown-error\nAccess denied (1) if sees-access-denied\nLow disk space (1) if sees-low-disk-space\n",
    },
    Case {
        shape: "a symptom over a list of what has to be so, and one whose answer is elsewhere, among others",
        article: "<h1>Troubleshooting the sync</h1>
            <h2>Unknown error</h2><p>Quit the app and start it again.</p><h2>Access denied</h2><p>Open the folder's properties and give yourself full control.</p>
            <h2>The map is empty</h2><ul><li>Newest version on both sides</li><li>The same key as the sender</li></ul>
            <h2>The sound is missing</h2><p>Read <a href=\"https://example.org/\">the page on sound</a>.</p>",
        guide: "? Unknown error\n? Access denied\n? The map is empty\n? The sound is missing\nUnknown error (1) if sees-unknown-error\nAccess denied (1) if sees-access-denied\nThe map is empty (1) if sees-map-empty\nThe sound is missing (1) if sees-sound-missing\n",
    },
    Case {
        shape: "a list of questions, of which enough say what goes wrong: these are walked",
        article: "<h1>FAQ</h1><h2>Q: Where do I find my map?</h2><p>Open the page of your server.</p>
            <h2>Q: My map isn't updating!</h2><p>Press Update in the menu.</p><h2>Q. The map is black. What do I do?</h2><p>Clear the cache of the browser.</p><h2>Q: I am getting \"Not found\"</h2><p>Check the folder in the settings.</p>
            <h2>Q: I have a second card. Can I use it?</h2><p>Yes. Put it into the other slot.</p>",
        guide: "? Q: My map isn't updating!\n? Q. The map is black. What do I do?\n? Q: I am getting \"Not found\"\nQ: My map isn't updating! (1) if sees-map-isnt-updating\nQ. The map is black. What do I do? (1) if sees-map-black-what-do-i-do\nQ: I am getting \"Not found\" (1) if sees-i-am-getting-not-found\n",
    },
    Case {
        shape: "a message in code over what is behind it, among symptoms",
        article: "<h1>Viewer problems</h1><h2>The page does not open</h2><p>Restart the server.</p><h2>The server does not answer</h2><p>Check the cable.</p><h2><code>at start.js, line 7, column 2</code></h2><p>The name of the folder has an asterisk in it.</p>",
        guide: "? The page does not open\n? The server does not answer\n? at start.js, line 7, column 2\nThe page does not open (1) if sees-page-doe-not-open\nThe server does not answer (1) if sees-server-doe-not-answer\nat start.js, line 7, column 2 (1) if sees-at-start-js-line-7-column-2\n",
    },
];

#[test]
fn each_shape_asks_what_a_careful_person_would_ask() {
    hold(CASES, drawn);
}
