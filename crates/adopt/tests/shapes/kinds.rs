//! Which parts of an article are fixes, where a plain rule would take too many or too few.
//!
//! Belongs here: titles of any words, numbered sets, tables, definition lists, links, logs, endings. Does not: the plain
//! shapes (`finding`), or what is asked first (`symptoms`).

use crate::{Case, drawn, hold};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "steps to reproduce are no fix",
        article: "<h1>The cart stays empty</h1><h2>Steps to reproduce</h2><ol><li>Open the shop.</li><li>Select a book.</li></ol><h2>Resolution</h2><ol><li>Clear the cookies.</li><li>Sign in again.</li></ol>",
        guide: "Resolution (2)\n",
    },
    Case {
        shape: "causes and resolutions on the level of their problems",
        article: "<h1>The list cannot be uploaded</h1><p>An error appears.</p>
            <h2>Error: Text too long</h2><p>The upload stops with this.</p><h2>Cause</h2><p>A column holds too much.</p><h2>Resolution</h2><p>Open the list.</p><p>Shorten the text.</p>
            <h2>Error: Wrong first column</h2><p>The upload stops with this.</p><h2>Cause</h2><p>The list has the wrong form.</p><h2>Resolution</h2><p><strong>A:</strong></p><ol><li>Open the list.</li><li>Save it as plain text.</li></ol>
            <h2>Error: Address in use</h2><p>The upload stops with this.</p><h2>Cause</h2><p>Somebody has it.</p><h2>Resolution</h2><p>Remove the other one.</p>",
        guide: "? Error: Text too long\n? Error: Wrong first column\n? Error: Address in use\nError: Text too long (2) if sees-error-text-too-long\nError: Wrong first column (2) if sees-error-wrong-first-column\nError: Address in use (1) if sees-error-address-use\n",
    },
    Case {
        shape: "messages in bold, each with a solution in bold",
        article: "<h1>Problems of the collector</h1><p><b>-- Please tell us of others --</b></p>
            <p><b>Error: The list of forms cannot be read</b></p><p><b>Solution:</b></p><ol><li>Check the address.</li><li>Connect to the network.</li></ol>
            <p><b>Error: This form can neither be opened nor changed nor sent, as the empty form that it was made from is not there any more</b></p><p>It comes up in the editor.</p><p><b>Solution:</b></p><p>Download the form again.</p>
            <p><b>Error: The collector has crashed</b></p><p><b>Solution:</b></p><p>Restart the phone.</p>",
        guide: "? Error: The list of forms cannot be read\n? Error: This form can neither be opened nor changed nor sent, as the empty form that it was made from is not there any more\n? Error: The collector has crashed\nError: The list of forms cannot be read (2) if sees-error-list-form-cannot-be-read\nError: This form can neither be opened nor changed nor sent, as the empty form that it was made from is not there any more (1) if sees-error-form-can-neither-be-opened-nor-changed-nor\nError: The collector has crashed (1) if sees-error-collector-has-crashed\n",
    },
    Case {
        shape: "an error message between a problem and its one resolution",
        article: "<h1>Courses cannot be published</h1><h2>Problem</h2><p>Publishing fails.</p><h2>Error</h2><p>No account found.</p><h2>Cause</h2><p>The region is another.</p><h2>Resolution</h2><ol><li>Close the program.</li><li>Set the region.</li></ol>",
        guide: "Resolution (2)\n",
    },
    Case {
        shape: "what unfolds in a group, with a list of bold beginnings",
        article: "<h1>Resetting your password</h1><h2>Reset it</h2><ol><li>Open the page.</li><li>Select Forgot.</li></ol><h2>Troubleshooting</h2>
            <details><summary>No mail came</summary><p>Try this:</p><ul><li><b>Check the spam folder:</b> It may be there.</li><li><b>Try another address:</b> Use each that you have.</li></ul></details>
            <details><summary>The link is broken</summary><p>Copy it to the address bar.</p></details>",
        guide: "? No mail came\n? The link is broken\nReset it (2)\nNo mail came (2) if sees-no-mail-came\nThe link is broken (1) if sees-link-broken\n",
    },
    Case {
        shape: "bullets as titles",
        article: "<h1>Trouble with the uploader</h1><p>It needs a network.</p>
            <ul><li>Restart</li></ul><p>Restart the server, then the phone.</p>
            <ul><li>Problems of the phone</li></ul><p>Make an exception for the app.</p>
            <ul><li>Settings of the server</li></ul><p>Turn on web sockets.</p>
            <ul><li>No values on the server</li></ul><p>Open the tab and select Send.</p>",
        guide: "? Problems of the phone\n? Settings of the server\n? No values on the server\nRestart (1)\nProblems of the phone (1) if sees-problem-phone\nSettings of the server (1) if sees-setting-server\nNo values on the server (1) if sees-no-value-server\n",
    },
    Case {
        shape: "every section an h1, the first of them a fix",
        article: "<h1>Two networks error</h1><p>Unplug one of the cables.</p><h1>Router error</h1><p>Restart the router.</p><h1>Display locked error</h1><p>Unlock the display.</p>",
        guide: "? Two networks error\n? Router error\n? Display locked error\nTwo networks error (1) if sees-two-network-error\nRouter error (1) if sees-router-error\nDisplay locked error (1) if sees-display-locked-error\n",
    },
    Case {
        shape: "numbers behind small pictures, and in the frame of a key",
        article: "<h1>The lamp does not light</h1><h2>🔌 1. Check the plug</h2><p>Put it in again.</p><h2>💡 2. Replace the bulb</h2><p>Use a new one.</p><h2>3️⃣ Reset the lamp</h2><p>Press the button.</p><h2>Colours</h2><p>Choose a colour in the app.</p>",
        guide: "🔌 1. Check the plug (1)\n💡 2. Replace the bulb (1)\n3️⃣ Reset the lamp (1)\n",
    },
    Case {
        shape: "a title of any words, headings that say symptom and fix",
        article: "<h1>Blurry preview in the editor</h1><p>Letters in the preview have soft edges.</p>
            <h2>Symptom</h2><p>The preview is blurry, the editor beside it is sharp.</p>
            <h2>Environment</h2><p>Screens with a scaling of 125 % or 175 %.</p>
            <h2>How do I fix this?</h2><p>Upgrade to version 2020.3, which has a new preview.</p>
            <h3>Change to the new preview</h3><p>Open <b>Settings &gt; Preview</b> and select <b>Embedded browser</b>.</p>
            <h2>It is still blurry!</h2><p>Open an issue, so that somebody can look into it.</p>",
        guide: "How do I fix this? (2)\nsupport: It is still blurry!\n",
    },
    Case {
        shape: "a title of any words, headings that are remedies",
        article: "<h1>Grainy video in the doorbell app</h1>
            <h2>Clean the lens</h2><ol><li>Take a dry cloth.</li><li>Wipe the lens.</li></ol>
            <h2>Raise the quality</h2><ol><li>Open the app.</li><li>Tap <b>High</b>.</li></ol>",
        guide: "Clean the lens (2)\nRaise the quality (2)\n",
    },
    Case {
        shape: "a title of any words, ways that follow each other",
        article: "<h1>Echo in calls</h1><p>Two things cause it most often.</p>
            <h2>Wear headphones</h2><p>Plug in any pair, then call again.</p>
            <h2>Lower the volume of the speaker</h2><p>Press the lower key twice. If you still hear yourself, turn the speaker off.</p>",
        guide: "Wear headphones (1)\nLower the volume of the speaker (1)\n",
    },
    Case {
        shape: "a title of any words over one solution",
        article: "<h1>Toner smears on thick paper</h1>
            <h2>Possible solutions</h2><ol><li>Open the printer's menu.</li><li>Choose the paper type <b>Thick</b>.</li></ol>",
        guide: "Possible solutions (2)\n",
    },
    Case {
        shape: "headings that say fixes, under a title that does not",
        article: "<h1>Package manager maintenance</h1><p>Packages can end up half installed.</p>
            <h2>General fixes for system packages</h2><p>Run these commands one after the other:</p><pre>pkg clean
pkg configure --all</pre>
            <h2>Fixing a single package</h2><p>This command installs a package again:</p><pre>pkg install --again NAME</pre>
            <h2>General fixes for Flatpak packages</h2><p>Run this command to repair all of them:</p><pre>flatpak repair --user</pre>",
        guide: "General fixes for system packages (1)\nFixing a single package (1)\nGeneral fixes for Flatpak packages (1)\n",
    },
    Case {
        shape: "a table of causes whose head is a row like the others",
        article: "<h1>Troubleshoot the message Unable to join</h1><p>Different things can keep you from joining a class.</p>
            <p><strong>Example message</strong></p><p><img src=message.png alt='The message'></p><p>What it may be, and what helps:</p>
            <table><tbody><tr><td><p><strong>Cause</strong></p></td><td><p><strong>Solution</strong></p></td></tr>
            <tr><td><p>The players are in different schools.</p></td><td><p>None. It is meant to be so.</p></td></tr>
            <tr><td><p>Nobody hosts the class.</p></td><td><ol><li>Select <b>Class</b> in the menu.</li><li>Select <b>Host</b>.</li></ol></td></tr>
            <tr><td><p>The players have different versions.</p></td><td><p>Everyone needs the same version.</p></td></tr>
            <tr><td><p>Your network blocks the class.</p></td><td><p>Add its addresses to the allow list.</p></td></tr></tbody></table>
            <p>If it still fails, contact our support team with a screenshot.</p>",
        guide: "The players are in different schools. (1)\nNobody hosts the class. (2)\nThe players have different versions. (1)\nYour network blocks the class. (1)\n",
    },
    Case {
        shape: "a table of fixes below its own heading, with a support section",
        article: "<h1>The scooter does not switch on</h1><p>Look for what fits.</p>
            <h2>Causes and solutions</h2>
            <table><tr><td>Possible cause</td><td>What to do</td></tr>
            <tr><td>Empty battery</td><td>Charge it for an hour.</td></tr><tr><td>Loose plug</td><td>Push the plug in until it clicks.</td></tr><tr><td>Lock is on</td><td>Unlock it in the app.</td></tr></table>
            <h2>Contact us</h2><p>Write to our workshop.</p>",
        guide: "Empty battery (1)\nLoose plug (1)\nLock is on (1)\nsupport: Contact us\n",
    },
    Case {
        shape: "a numbered heading with parts below it, the others without",
        article: "<h1>If the camera can't join your Wi-Fi</h1>
            <h2>1. Move closer to the router</h2><p>Put the camera within two metres of the router.</p>
            <h2>2. Choose a plain network name</h2><p>Make sure the name has no emoji in it.</p>
            <h2>3. Enter the password again</h2><p>The camera may hold an old one.</p>
            <h3>Password set in the app</h3><ol><li>Open the app.</li><li>Tap <b>Change network</b>.</li><li>Type the password.</li></ol>
            <h3>Password set in the file</h3><ol><li>Open <code>wifi.txt</code> on the card.</li><li>Replace the password and save the file.</li></ol>
            <h2>4. Check the power supply</h2><p>Use the adapter that came with the camera.</p>",
        guide: "1. Move closer to the router (1)\n2. Choose a plain network name (1)\n3. Enter the password again (5)\n4. Check the power supply (1)\n",
    },
    Case {
        shape: "a solution with ways below it, the others without",
        article: "<h1>The laptop gets hot</h1>
            <h2>Solution 1: Clear the vents</h2><p>Blow the dust out.</p>
            <h2>Solution 2: Slow the processor down</h2><h3>In the settings</h3><ol><li>Open <b>Power</b>.</li><li>Choose <b>Quiet</b>.</li></ol><h3>In the firmware</h3><ol><li>Restart and press F2.</li><li>Turn off <b>Boost</b>.</li></ol>
            <h2>Solution 3: Change the paste</h2><p>Ask a workshop to change it.</p>",
        guide: "Solution 1: Clear the vents (1)\nSolution 2: Slow the processor down (4)\nSolution 3: Change the paste (1)\n",
    },
    Case {
        shape: "numbers within numbers, and one that only explains",
        article: "<h1>Upload troubleshooting</h1>
            <h2>1. Upload failed</h2><h3>1.1 Unable to process file</h3><p>Use a cable in place of Wi-Fi and upload the file again.</p>
            <h3>1.2 Network error</h3><p>Shorten the names of the folders.</p>
            <h2>2. Done but nothing happened</h2><h3>2.1 Skipped folders</h3><p>A folder of that name existed already.</p>
            <h3>2.2 Missing documents</h3><p>They exist but you may not see them. Ask the administrator for access.</p>
            <h2>3. Too little access</h2><p>Who unpacks a zip needs the right to write.</p>",
        guide: "1.1 Unable to process file (1)\n1.2 Network error (1)\n2.1 Skipped folders (1)\n2.2 Missing documents (1)\n3. Too little access (1)\n",
    },
    Case {
        shape: "a numbered run, of which one only explains",
        article: "<h1>Bread does not rise</h1>
            <h2>1) Old yeast</h2><p>Buy fresh yeast.</p><h2>2) Cold kitchen</h2><p>Yeast works slowly below 20 degrees.</p>
            <h2>3) Too much salt</h2><p>Weigh the salt.</p><h2>4) Short rest</h2><p>Leave the dough for another hour.</p>",
        guide: "1) Old yeast (1)\n2) Cold kitchen (1)\n3) Too much salt (1)\n4) Short rest (1)\n",
    },
    Case {
        shape: "a section of links whose words begin with a verb",
        article: "<h1>Fix crashes of the editor</h1>
            <h2>Restart the computer</h2><ol><li>Save your work.</li><li>Restart the computer.</li></ol>
            <h2>Reinstall the editor</h2><ol><li>Uninstall the editor.</li><li>Download it again and install it.</li></ol>
            <h2>More troubleshooting resources</h2><ul><li><a href=a.html>Fix sound problems in the editor</a></li><li><a href=b.html>Create a new profile</a></li><li><a href=c.html>Fix freezes of large files</a></li></ul>",
        guide: "Restart the computer (2)\nReinstall the editor (2)\n",
    },
    Case {
        shape: "links to other pages under any title",
        article: "<h1>The thermostat shows no time</h1>
            <h2>Set the clock</h2><p>Hold <b>Clock</b> and turn the wheel.</p>
            <h2>Replace the batteries</h2><p>Slide the lid off. Insert two new batteries.</p>
            <h2>Dig deeper</h2><p>These pages go on from here:</p><ol><li><a href=a>Reset the thermostat</a></li><li><a href=b>Connect the thermostat to Wi-Fi</a></li></ol>",
        guide: "Set the clock (1)\nReplace the batteries (1)\n",
    },
    Case {
        shape: "a remedy told by a link",
        article: "<h1>Fix crashes of the editor</h1>
            <h2>Restart the computer</h2><ol><li>Save your work.</li><li>Restart the computer.</li></ol>
            <h2>Repair the editor in Windows</h2><p>See <a href=https://example.com/repair>how a program is repaired</a>, and follow what it says for your version.</p>
            <h2>Reinstall the editor</h2><ol><li>Uninstall the editor.</li><li>Download it again and install it.</li></ol>",
        guide: "Restart the computer (2)\nRepair the editor in Windows (1)\nReinstall the editor (2)\n",
    },
    Case {
        shape: "a remedy that is one link",
        article: "<h1>The watch does not sync</h1>
            <h2>Turn Bluetooth off and on</h2><p>Swipe down. Tap Bluetooth twice.</p>
            <h2>Update the watch</h2><p>Refer to <a href=u.html>Updating your watch</a>.</p>
            <h2>Pair the watch again</h2><p>Remove the watch in the app, then add it.</p>",
        guide: "Turn Bluetooth off and on (1)\nUpdate the watch (1)\nPair the watch again (1)\n",
    },
    Case {
        shape: "two endings, of which one holds remedies",
        article: "<h1>The editor does not start</h1>
            <h2>Windows updates</h2><p>Install everything that Windows Update offers.</p>
            <h2>Antivirus software</h2><p>Try adding the editor to its exceptions.</p>
            <h2>Debugging</h2><p>Start the editor in a terminal and read what it prints.</p><pre>editor --console</pre>
            <h2>If all else fails</h2><p>Two things are left to do:</p><ul><li>Try the editor in a browser.</li><li>Try the <a href=old.html>version before</a>.</li></ul>",
        guide: "Windows updates (1)\nAntivirus software (1)\nTry the editor in a browser. (1)\nTry the version before. (1)\nsupport: Debugging\n",
    },
    Case {
        shape: "nothing helped: steps, and then support",
        article: "<h1>The mower stops in the middle of the lawn</h1>
            <h2>Charge the battery</h2><p>Leave it on the base over night.</p>
            <h2>Clean the wheels</h2><p>Brush the grass off.</p>
            <h2>Still stopping?</h2><ol><li>Turn the mower off.</li><li>Hold <b>Home</b> and turn it on.</li><li>Map the lawn again.</li></ol>
            <h2>Contact us</h2><p>Send us the serial number.</p>",
        guide: "Charge the battery (1)\nClean the wheels (1)\nStill stopping? (3)\nsupport: Contact us\n",
    },
    Case {
        shape: "nothing helped: what support wants",
        article: "<h1>The drill does not turn</h1>
            <h2>Change the direction</h2><p>Push the switch to the left.</p><h2>Charge the battery</h2><p>Put it on the charger.</p>
            <h2>If nothing helped</h2><ul><li>Write down the serial number.</li><li>Contact our workshop.</li></ul>",
        guide: "Change the direction (1)\nCharge the battery (1)\nsupport: If nothing helped\n",
    },
    Case {
        shape: "what a numbered set below a group is followed by",
        article: "<h1>Why your friend can't join your server</h1>
            <h2>Possible issues and how to fix them</h2>
            <p><strong>1. Your provider blocks incoming calls</strong></p><p>Contact your provider and ask for a public address.</p>
            <p><strong>2. The port is not forwarded</strong></p><p>Add a rule for port 25565 to your router.</p>
            <p><strong>3. A firewall is in the way</strong></p><p>Allow the server program in your firewall.</p>
            <h2>Consider using our tunnel</h2><p>Our app does all this by itself, and the small plan costs nothing.</p>",
        guide: "1. Your provider blocks incoming calls (1)\n2. The port is not forwarded (1)\n3. A firewall is in the way (1)\n",
    },
    Case {
        shape: "an offer after numbered headings below a group",
        article: "<h1>Slow downloads</h1><h2>How to fix slow downloads</h2>
            <h3>Method 1: Pause other downloads</h3><p>Open the list and pause them.</p><h3>Method 2: Change the server</h3><p>Choose one that is near you.</p>
            <h2>Get more speed with Booster</h2><p>Download Booster and enjoy. Click here to buy it.</p>",
        guide: "Method 1: Pause other downloads (1)\nMethod 2: Change the server (1)\n",
    },
    Case {
        shape: "a definition list of remedies with their parameters",
        article: "<h1>Diagnose slow workspaces</h1>
            <h2>Reduce the start time</h2><dl><dt>Caching images</dt><dd><p>Set up a cache on each machine.</p></dd><dt>Installing offline</dt><dd><p>Set up the offline mode.</p></dd></dl>
            <h2>Improve the runtime</h2><dl><dt>Providing enough CPU</dt><dd><p>Make sure that the file has enough:</p><pre>cpuLimit: 4</pre></dd>
            <dt>cpuLimit</dt><dd><p>The most it may use.</p></dd><dt>cpuRequest</dt><dd><p>What it asks for.</p></dd>
            <dt>Providing enough memory</dt><dd><p>Make sure that the file has enough:</p><pre>memoryLimit: 6G</pre></dd><dt>memoryLimit</dt><dd><p>The most it may use.</p></dd><dt>memoryRequest</dt><dd><p>What it asks for.</p></dd></dl>",
        guide: "Caching images (1)\nInstalling offline (1)\nProviding enough CPU (1)\nProviding enough memory (1)\n",
    },
    Case {
        shape: "sections about logs among the symptoms",
        article: "<h1>Troubleshooting</h1>
            <h2>Reading the error log</h2><p>Support will want the log. This prints its end:</p><pre>show-log --last 100</pre>
            <h3>Parsing the error</h3><p>Read it from the bottom up to the first line with a date.</p>
            <h3>Using a filter</h3><p>To see the lines with errors alone, use this command:</p><pre>show-log | grep ERROR</pre>
            <h2>Cannot connect to the server</h2><ul><li>Check that the daemon is running.</li><li>Check that its ports are open.</li></ul>
            <h2>Containers have no internet</h2><p>Edit <code>config.yml</code> and enter the name servers of your host.</p>",
        guide: "? Cannot connect to the server\n? Containers have no internet\nCannot connect to the server (2) if sees-cannot-connect-server\nContainers have no internet (1) if sees-container-have-no-internet\nsupport: Reading the error log\n",
    },
    Case {
        shape: "logs by other words",
        article: "<h1>The agent does not start</h1>
            <h2>Restart the service</h2><pre>service agent restart</pre><p>Wait a minute.</p>
            <h2>Check the configuration file</h2><p>Run <code>agent --check</code> and correct what it names.</p>
            <h2>Enable verbose logging</h2><ol><li>Open <code>agent.yml</code>.</li><li>Set <code>level: debug</code>.</li></ol>
            <h2>Take a heap dump</h2><p>Run <code>agent dump</code>.</p>",
        guide: "Restart the service (2)\nCheck the configuration file (1)\nsupport: Enable verbose logging\n",
    },
    Case {
        shape: "logs that are the trouble, or a place to look",
        article: "<h1>The disk is full</h1>
            <h2>Delete old logs</h2><p>Run <code>logs --prune</code>.</p>
            <h2>Check the log for what is written most</h2><p>Open it and look for a line that repeats.</p>",
        guide: "Delete old logs (1)\nCheck the log for what is written most (1)\n",
    },
    Case {
        shape: "causes of the one problem that the title names",
        article: "<h1>I cannot print on my printer</h1><p>It can have several causes.</p><dl>
            <dt>Queue blocked or paused</dt><dd><p>Make sure that the queue is not paused.</p></dd>
            <dt>Printer not recognized</dt><dd><p>Install the driver from the maker's site.</p></dd>
            <dt>Printer is not switched on</dt><dd><p>Press the button and check that the lamp is lit.</p></dd>
            <dt>Another printer is chosen</dt><dd><p>Choose the printer in the dialog.</p></dd></dl>",
        guide: "Queue blocked or paused (1)\nPrinter not recognized (1)\nPrinter is not switched on (1)\nAnother printer is chosen (1)\n",
    },
    Case {
        shape: "reasons of one problem, as headings",
        article: "<h1>The app doesn't send notifications</h1><p>There are three common reasons for this.</p>
            <h2>Notifications are disabled</h2><ol><li>Open Settings.</li><li>Turn on notifications.</li></ol>
            <h2>Battery saver is blocking the app</h2><p>Turn the battery saver off.</p>
            <h2>The app is not up to date</h2><p>Update the app.</p>",
        guide: "Notifications are disabled (2)\nBattery saver is blocking the app (1)\nThe app is not up to date (1)\n",
    },
    Case {
        shape: "causes under a heading that says so",
        article: "<h1>Why won't my kettle switch on?</h1>
            <h2>Possible causes and solutions</h2>
            <h3>No power at the socket</h3><p>Try another socket.</p><h3>Kettle is not seated</h3><p>Lift it and put it down again.</p><h3>Overheating protection tripped</h3><p>Let it cool for ten minutes.</p>",
        guide: "No power at the socket (1)\nKettle is not seated (1)\nOverheating protection tripped (1)\n",
    },
    Case {
        shape: "the last section sends to support, whatever its title",
        article: "<h1>Troubleshooting the slide scanner</h1>
            <h2>Is the scanner found?</h2><p>This command prints its name:</p><pre>scan --list</pre>
            <h2>Check the lamp</h2><p>Run this and look at the lamp:</p><pre>scan --lamp</pre>
            <h2>Now what?</h2><p>If any of this failed, please open an issue with our team. Report what the commands have printed.</p>",
        guide: "Is the scanner found? (1)\nCheck the lamp (1)\nsupport: Now what?\n",
    },
    Case {
        shape: "steps as headings of what the title says, and not of what is wrong",
        article: "<h1>Password reset</h1><p>This is how an administrator gets in again.</p>
            <h2>Step 1: power</h2><p>Turn the box off.</p><h2>Step 2: console</h2><p>Connect a screen and a keyboard.</p><h2>Step 3: reset</h2><p>Run <code>reset</code> and choose a new password.</p>",
        guide: "Password reset (3)\n",
    },
    Case {
        shape: "steps as headings of one of the fixes",
        article: "<h1>The tracker shows a wrong place</h1>
            <h2>Restart the tracker</h2><p>Hold its button for ten seconds.</p>
            <h2>Calibrate the compass</h2><h3>Step 1: Go outside</h3><p>Take it away from cars.</p><h3>Step 2: Turn around</h3><p>Turn twice on the spot.</p>",
        guide: "Restart the tracker (1)\nCalibrate the compass (2)\n",
    },
    Case {
        shape: "remedies below a heading that explains",
        article: "<h1>Mails arrive late</h1>
            <h2>Identifying the cause</h2><dl><dt>Perform a speed test</dt><dd>Open the test page and note the number.</dd><dt>Check the mailbox rules</dt><dd>Open the rules and turn off those that delay.</dd></dl>
            <h2>Message \"Queue full\"</h2><p>Delete old messages.</p>",
        guide: "Perform a speed test (1)\nCheck the mailbox rules (1)\nMessage \"Queue full\" (1)\n",
    },
    Case {
        shape: "facts beside fixes",
        article: "<h1>The kettle does not heat</h1>
            <h2>Check the base</h2><p>Lift the kettle and put it down again.</p><h2>Remove the lime</h2><p>Boil vinegar in it.</p>
            <h2>Elements of steel</h2><p>The element is below the floor. It is made of steel.</p>",
        guide: "Check the base (1)\nRemove the lime (1)\n",
    },
    Case {
        shape: "a paragraph of links to other pages",
        article: "<h1>Slow Wi-Fi</h1>
            <h2>Restart the router</h2><ol><li>Unplug it.</li><li>Plug it in.</li></ol><h2>Move the router</h2><p>Carry it upstairs.</p>
            <h2>Fix other problems</h2><p><a href=a>Fix dropped calls</a><br><a href=b>Fix slow downloads</a></p>",
        guide: "Restart the router (2)\nMove the router (1)\n",
    },
    Case {
        shape: "a numbered set in bold below a group, and an offer with a heading",
        article: "<h1>Slow PC</h1><h2>Solutions</h2>
            <p><b>Method 1: Close programs</b></p><p>End them.</p><p><b>Method 2: Restart</b></p><p>Restart the PC.</p>
            <h2>A better way</h2><p>Use our cloud PC and never wait again.</p>",
        guide: "Method 1: Close programs (1)\nMethod 2: Restart (1)\n",
    },
    Case {
        shape: "a table of reasons under a title that states the problem",
        article: "<h1>The vacuum loses suction</h1><table><tr><td>Possible reason</td><td>Remedy</td></tr>
            <tr><td>Full dust bin</td><td>Empty it.</td></tr><tr><td>Blocked hose</td><td>Remove what blocks it.</td></tr></table>",
        guide: "Full dust bin (1)\nBlocked hose (1)\n",
    },
    Case {
        shape: "a title of any words, an introduction that names the problem, and ways",
        article: "<h1>I've run out of space</h1><p>Writing over the quota causes an error.</p><p>There are a few ways to deal with it:</p>
            <h3>Use the other file system</h3><p>It has a larger quota.</p>
            <h3>Delete files</h3><p>List the largest folders with <code>du -h | sort</code> and delete what you do not need.</p>
            <h3>Tarball</h3><p>Compress many files into one:</p><pre>tar -czf name.tar folder</pre>
            <h3>Contact support</h3><p>Write to us, and we can raise the limit.</p>",
        guide: "Use the other file system (1)\nDelete files (1)\nTarball (1)\nsupport: Contact support\n",
    },
    Case {
        shape: "devices of any kind, each with its fix",
        article: "<h1>Fixing decoding problems</h1>
            <h2>Windows</h2><ul><li>Update the driver.</li><li>Quit Remote Desktop.</li></ul><h2>Linux</h2><p>Install the package <code>va-driver-all</code>.</p>
            <h2>Steam Deck</h2><p>Update the system to the latest preview.</p>",
        guide: "? Windows\n? Linux\n? Steam Deck\nWindows (2) if windows\nLinux (1) if linux\nSteam Deck (1) if steamdeck\n",
    },
    Case {
        shape: "how the error is found is no remedy, and neither is what access it takes",
        article: "<h1>Unable to load the index</h1><p>Several errors end in this message.</p>
            <h2>Finding the underlying error</h2><p>Run the command again with <code>--debug</code>, and read what it prints.</p>
            <h2>Access requirements</h2><p>To use it, you need to be an administrator.</p>
            <h2>Known issues</h2><h3>Certificate errors</h3><p>Renew the certificate.</p><h3>Proxy errors</h3><p>Turn off the proxy.</p>",
        guide: "? Certificate errors\n? Proxy errors\nCertificate errors (1) if sees-certificate-error\nProxy errors (1) if sees-proxy-error\n",
    },
    Case {
        shape: "a solution that only hints",
        article: "<h1>Words are cut off</h1><h2>Problem</h2><ul><li>Words are cut off.</li></ul><h2>Diagnosis</h2><p>The driver counts letters wrongly.</p><h2>Solution</h2><p>You can use the attribute SIZE=4, so that each letter has room.</p>",
        guide: "Solution (1)\n",
    },
];

#[test]
fn each_shape_becomes_the_guide_that_a_careful_person_would_make() {
    hold(CASES, drawn);
}
