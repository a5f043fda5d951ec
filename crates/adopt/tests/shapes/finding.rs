//! Which parts of an article are fixes, and what is asked before them.
//!
//! Belongs here: one row a shape of headings and what replaces them. Does not: what a fix holds (`content`), or how pages are built (`pages`).

use crate::{Case, drawn, hold, told};

pub(crate) const CASES: &[Case] = &[
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
        shape: "numbered headings, the last of them no fix",
        article: "<h1>Sync is stuck</h1>
            <h2>1. Restart the client</h2><p>Quit it and open it again.</p>
            <h2>2. Check the disk</h2><p>Make sure that there is free space.</p>
            <h2>3. Sign in again</h2><p>Sign out, then sign in.</p>
            <h2>4. If the problem remains</h2><p>Send us the log.</p>",
        guide: "1. Restart the client (1)\n2. Check the disk (1)\n3. Sign in again (1)\nsupport: 4. If the problem remains\n",
    },
    Case {
        shape: "bullets that are titles in paragraphs of their own, each over how it is done",
        article: "<h1>The picture does not come</h1><h2>Fixes</h2><ul><li><p>Switch the lamp on</p><p>Press the key at its back.</p></li><li><p>Let it see the wall</p><p>Move it closer. Leave a metre.</p></li>
            <li><p>Full reset of the lamp</p><p>Hold the key down.</p></li></ul>",
        guide: "Switch the lamp on (1)\nLet it see the wall (1)\nFull reset of the lamp (1)\n",
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
        shape: "no heading but the title, one list",
        article: "<h1>The door bell does not ring</h1><p>Do this:</p><ol><li>Press the button for ten seconds.</li><li>Replace the battery.</li><li>Pair it again.</li></ol>",
        guide: "The door bell does not ring (3)\n",
    },
    Case {
        shape: "items under a problem, titled by a bold line of their own or by a bold condition",
        article: "<h1>What to do if the pen does not write</h1><p>If the pen leaves gaps on the page, work through these steps.</p><p><img src='gaps.png' alt='gaps'></p>
            <ol><li><p><b>Check the cap.</b></p><p>Take the cap off.</p><p>Push the tip in.</p></li>
            <li><p><b>Warm the ink.</b></p><p>Hold the pen for a minute.</p><ul><li><b>In winter:</b> Hold it longer.</li><li><b>In summer:</b> Do not leave it in the sun.</li></ul></li>
            <li><p><b>If the pen is older than a year</b>, replace the tip.</p></li></ol>",
        guide: "Check the cap. (2)\nWarm the ink. (3)\nIf the pen is older than a year (1)\n",
    },
    Case {
        shape: "items under a problem that begin with a plain order, some of one sentence alone",
        article: "<h1>The mouse does not move</h1><p>If the pointer fails to follow the mouse, these steps may help.</p>
            <ol><li><p>Check the cable.</p><p>Pull the plug and push it in again.</p><p><img src='plug.png' alt='plug'></p></li>
            <li><p>Clean the sensor.</p><p>Turn the mouse over. Wipe the glass with a dry cloth.</p></li>
            <li><p>Update the driver. <a href='d.html'>Drivers</a></p></li>
            <li><p>Check that no other mouse is connected.</p></li></ol>",
        guide: "Check the cable. (1)\nClean the sensor. (1)\nUpdate the driver. (1)\nCheck that no other mouse is connected. (1)\n",
    },
    Case {
        shape: "the same lines are the steps of one fix where they follow its purpose",
        article: "<h1>Login error</h1><h3>The handshake failed</h3><p>The certificates are too old, which is a problem of old systems. To renew them, take these steps:</p>
            <ol><li><p><b>Open a terminal</b>:</p><p>Press the key and type its name.</p></li>
            <li><p><b>Run this command</b>:</p><pre>certs --renew</pre></li>
            <li><p><b>Clean up</b>:</p><p>Delete the old file.</p></li></ol>",
        guide: "The handshake failed (3)\n",
    },
    Case {
        shape: "boxes that hold nothing but a title, over what helps",
        article: "<h1>Troubleshooting</h1>
            <blockquote data-unstuck-tip='warning'><p><strong>The app does not react any more.</strong></p></blockquote><p>Restart the app.</p>
            <blockquote data-unstuck-tip='warning'><p><strong>The app finds no sensor.</strong></p></blockquote><p>Check the network, then restart the sensor.</p>",
        guide: "? The app does not react any more.\n? The app finds no sensor.\nThe app does not react any more. (1) if sees-app-doe-not-react-more\nThe app finds no sensor. (1) if sees-app-find-no-sensor\n",
    },
    Case {
        shape: "common issues with their remedies in a list of their own, beside alternatives",
        article: "<h1>The lamp does not work</h1>
            <h2>Common issues</h2><ul><li>Push the plug in.</li><li>Replace the bulb.</li></ul>
            <h2>Alternatives</h2><ol><li>Open the cover.</li><li>Press the button.</li></ol>",
        guide: "Push the plug in. (1)\nReplace the bulb. (1)\nAlternatives (2)\n",
    },
    Case {
        shape: "questions under a problem, each of which asks whether something has been done",
        article: "<h1>The kettle does not heat</h1><p>Go through these questions.</p>
            <h2>Is it plugged in?</h2><p>Push the plug in until it clicks.</p><h2>Have you filled it?</h2><p>Pour in water up to the mark.</p>
            <h2>Did you close the lid?</h2><p>Press the lid down.</p><h2>Which lamp is lit?</h2><p>Look at the front. Press the green button, then push the lever.</p><h2>Can you see the lamp?</h2><p>Open a door to see whether another lamp is on. Replace the fuse.</p>",
        guide: "Is it plugged in? (1)\nHave you filled it? (1)\nDid you close the lid? (1)\nWhich lamp is lit? (1)\nCan you see the lamp? (1)\n",
    },
    Case {
        shape: "a part that only shows the message, beside cause and solution",
        article: "<h1>Problems on the press</h1>
            <h2>The press does not start</h2><h3>Cause:</h3><p>The guard is open.</p><h3>Solution:</h3><p>Close the guard.</p>
            <h2>Pages fail to print</h2><h3>What the screen says</h3><pre>tray 2</pre><h3>Cause:</h3><p>The tray is empty.</p><h3>Solution:</h3><p>Fill the tray.</p>
            <h2>Can't find your issue?</h2><p>Visit our help page.</p>",
        guide: "? The press does not start\n? Pages fail to print\nThe press does not start (1) if sees-press-doe-not-start\nPages fail to print (1) if sees-page-fail-print\nsupport: Can't find your issue?\n",
    },
    Case {
        shape: "a title that names a thing, over orders that mend it",
        article: "<h1>Speakers</h1>
            <h2>Turn up the volume</h2><p>Press the louder key.</p><h2>Check the cable</h2><p>Push the plug in.</p><h2>Restart the computer</h2><ol><li>Save your work.</li><li>Restart it.</li></ol>",
        guide: "Turn up the volume (1)\nCheck the cable (1)\nRestart the computer (2)\n",
    },
];

/// What is told below titles that items begin with.
pub(crate) const TOLD: &[Case] = &[
    Case {
        shape: "what follows the mark of a bold title stays as it is",
        article: "<h1>The speaker hums</h1><p>Try these.</p>
            <ul><li><b>Lower the offset:</b> -5 dB is enough. Press Save.</li><li><b>Install the runtime:</b> .NET 8 is needed. Restart the app.</li>
            <li><b>Clear the cache</b> - press the button.</li><li><b>Reset it</b>—hold the button.</li><li><b>Lower the gain</b>: -3 dB is enough. Press Save.</li></ul>",
        guide: "
intro: Try these.
# Lower the offset:
1. -5 dB is enough. Press Save.
# Install the runtime:
1. .NET 8 is needed. Restart the app.
# Clear the cache
1. press the button.
# Reset it
1. hold the button.
# Lower the gain
1. -3 dB is enough. Press Save.",
    },
    Case {
        shape: "a bold part of a word is no title",
        article: "<h1>The speaker does not connect</h1><p>Try these.</p>
            <ul><li><b>Wi</b>-Fi is off: switch it on.</li><li><b>Blue</b>-tooth is off: switch it on.</li></ul>",
        guide: "
# The speaker does not connect
reason: Try these.
1. Wi-Fi is off: switch it on.
2. Blue-tooth is off: switch it on.",
    },
    Case {
        shape: "an order that is all of its paragraph, with a link",
        article: "<h1>The mouse does not move</h1><p>If the pointer fails to follow the mouse, these steps may help.</p>
            <ol><li><p>Check the cable.</p><p>Pull the plug and push it in again.</p></li>
            <li><p>Clean the sensor.</p><p>Turn the mouse over. Wipe the glass.</p></li>
            <li><p>Replace the battery.</p><p>Open the lid.</p></li>
            <li><p>Update the <a href='https://example.com/d'>driver</a>.</p><p>Restart the computer.</p></li></ol>",
        guide: "
intro: If the pointer fails to follow the mouse, these steps may help.
# Check the cable.
1. Pull the plug and push it in again.
# Clean the sensor.
1. Turn the mouse over. Wipe the glass.
# Replace the battery.
1. Open the lid.
# Update the driver.
1. Update the driver.
2. Restart the computer.",
    },
];

#[test]
fn each_title_leaves_what_follows_it_whole() {
    hold(TOLD, told);
}

#[test]
fn each_shape_becomes_the_guide_that_a_careful_person_would_make() {
    hold(CASES, drawn);
}
