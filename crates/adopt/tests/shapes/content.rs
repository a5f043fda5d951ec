//! What is made of the content of a fix: its reason, its steps and what is told after them.
//!
//! Belongs here: rows for reasons, steps, notes and risks. Does not: which parts are fixes (`finding`).

use crate::{Case, drawn, hold};

pub(crate) const CASES: &[Case] = &[
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
pub(crate) const TOLD: &[Case] = &[
    Case {
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
    },
    Case {
        shape: "lines that lead to lists, each for its own",
        article: "<h1>The player freezes</h1>
            <h2>Restart the player</h2>
            <ol><li>Close the player.</li><li>Open it again.</li></ol>
            <p>If it does not close:</p>
            <ol><li>Open the task manager.</li><li>End the process.</li></ol>
            <h2>Turn off the filter</h2>
            <p>From version 26 on:</p>
            <ol><li>Tap <b>Apps</b>.</li><li>Turn off the filter.</li></ol>
            <p>Before version 26:</p>
            <ol><li>Tap <b>Browser</b>.</li><li>Turn off the filter.</li></ol>",
        guide: "
# Restart the player
1. Close the player.
2. Open it again.
3. If it does not close: / Open the task manager.
4. End the process.
# Turn off the filter
1. From version 26 on: / Tap Apps.
2. Turn off the filter.
3. Before version 26: / Tap Browser.
4. Turn off the filter.",
    },
    Case {
        shape: "a line over one list alone introduces the fix",
        article: "<h1>The lamp does not work</h1>
            <h2>Tighten the bulb</h2><p>Do the following:</p><ol><li>Let it cool.</li><li>Turn it to the right.</li></ol>
            <h2>Use another socket</h2><p>Take one in another room.</p>",
        guide: "
# Tighten the bulb
reason: Do the following:
1. Let it cool.
2. Turn it to the right.
# Use another socket
1. Take one in another room.",
    },
    Case {
        shape: "lines that lead to code after a list, and to a table of remedies",
        article: "<h1>The scanner is not found</h1>
            <h2>Restart its service</h2>
            <ol><li>Open a terminal.</li><li>Type <code>services</code>.</li></ol>
            <p>With the newer system:</p><pre>service scanner restart</pre>
            <h2>Check the light</h2>
            <ol><li>Look at its front.</li></ol>
            <p>What the light tells:</p>
            <table><tr><th>Light</th><th>Do</th></tr><tr><td>Red</td><td>Close the lid.</td></tr><tr><td>Blue</td><td>Press the button for two seconds.</td></tr></table>",
        guide: "
# Restart its service
1. Open a terminal.
2. Type services.
3. With the newer system: / `service scanner restart`
# Check the light
1. Look at its front.
2. What the light tells: / Red / Close the lid.
3. Blue / Press the button for two seconds.",
    },
    Case {
        shape: "sentences over commands",
        article: "<h1>Can't log in after an upgrade</h1>
            <h2>Move old settings</h2>
            <p>To find out whether your settings are the cause, you can add a trial user:</p>
            <pre>sudo useradd trial</pre>
            <p>If the trial user can log in, move your settings out of the way:</p>
            <pre>mv settings settings.bak</pre>
            <h2>Reinstall the login manager</h2>
            <p>You can reinstall the login manager with this command:</p>
            <pre>sudo pkg install --again login</pre>
            <p>Then try logging in again.</p>",
        guide: "
# Move old settings
1. To find out whether your settings are the cause, you can add a trial user: / `sudo useradd trial`
2. If the trial user can log in, move your settings out of the way: / `mv settings settings.bak`
# Reinstall the login manager
1. You can reinstall the login manager with this command: / `sudo pkg install --again login`
2. Then try logging in again.",
    },
    Case {
        shape: "why, then the sentence over a command, without an order in it",
        article: "<h1>The index is broken</h1>
            <h2>Build the index again</h2>
            <p>It can be damaged by a sudden stop.</p>
            <p>This command builds it anew:</p>
            <pre>index --all</pre>
            <h2>Remove the lock</h2>
            <p>A lock can be left over.</p>
            <pre>rm index.lock</pre>
            <h2>Stop the service</h2><ol><li>Open the panel.</li><li>Select Stop.</li></ol>",
        guide: "
# Build the index again
reason: It can be damaged by a sudden stop.
1. This command builds it anew: / `index --all`
# Remove the lock
reason: A lock can be left over.
1. `rm index.lock`
# Stop the service
1. Open the panel.
2. Select Stop.",
    },
    Case {
        shape: "code whose spaces have elements of their own",
        article: "<h1>The disk is not found</h1>
            <h2>Mount it again</h2><p>Enter this command:</p><pre><span>mount</span><span class='w'> </span>-o<span class='w'> </span>rw<span class='w'>
</span>list</pre>
            <h2>Replace the cable</h2><p>Use <b>another</b><span> </span><b>cable</b>.</p>",
        guide: "
# Mount it again
1. Enter this command: / `mount -o rw / list`
# Replace the cable
1. Use another cable.",
    },
    Case {
        shape: "messages and outputs are no steps",
        article: "<h1>Common problems</h1>
            <h2>Port already in use</h2>
            <p>If you get an error message like:</p>
            <pre>ERROR: port 25 is taken</pre>
            <p>make sure that no other mail server is running.</p>
            <h2>Mails cannot be sent</h2>
            <p>You can check the connection with this command:</p>
            <pre>telnet mail.example.com 465</pre>
            <p>You should see this output:</p>
            <pre>Connected.</pre>",
        guide: "
? Port already in use
? Mails cannot be sent
# Port already in use if sees-port-already-use
reason: If you get an error message like: / `ERROR: port 25 is taken`
1. make sure that no other mail server is running.
# Mails cannot be sent if sees-mail-cannot-be-sent
1. You can check the connection with this command: / `telnet mail.example.com 465` / You should see this output: / `Connected.`",
    },
    Case {
        shape: "a message under a sentence without a colon, and a log after the steps",
        article: "<h1>The build fails</h1>
            <h2>Free the memory</h2>
            <p>The machine has too little of it.</p>
            <pre>fatal: out of memory</pre>
            <p>Close other programs.</p>
            <h2>Clean the cache</h2>
            <ol><li>Run <code>clean</code>.</li></ol>
            <p>The log then says:</p>
            <pre>0 files left</pre>",
        guide: "
# Free the memory
reason: The machine has too little of it. / `fatal: out of memory`
1. Close other programs.
# Clean the cache
1. Run clean. / The log then says: / `0 files left`",
    },
    Case {
        shape: "orders and commands before a list",
        article: "<h1>Troubleshooting containers</h1>
            <h2>The tool fails to list images</h2>
            <p>As a workaround, install the version before by running:</p>
            <pre>sudo pkg install tool-1.2</pre>
            <p>Restart the system afterwards.</p>
            <p>You can also do it by hand:</p>
            <ol><li>Download version 1.2.</li><li>Remove version 1.3.</li></ol>
            <h2>The networks are missing after a restart</h2>
            <p>Before you delete the image, note the names of the networks that this prints:</p>
            <pre>netlist --all</pre>
            <p>To restore them:</p>
            <ol><li>Create each network again.</li><li>Restart the containers.</li></ol>",
        guide: "
? The tool fails to list images
? The networks are missing after a restart
# The tool fails to list images if sees-tool-fail-list-image
1. As a workaround, install the version before by running: / `sudo pkg install tool-1.2`
2. Restart the system afterwards.
3. You can also do it by hand: / Download version 1.2.
4. Remove version 1.3.
# The networks are missing after a restart if sees-network-missing-after-restart
1. Before you delete the image, note the names of the networks that this prints: / `netlist --all`
2. To restore them: / Create each network again.
3. Restart the containers.",
    },
    Case {
        shape: "an order of its own before a list, and one that only says what the list does",
        article: "<h1>The printer fails</h1>
            <h2>Clean the rollers</h2>
            <p>Unplug the printer first.</p>
            <ol><li>Open the lid.</li><li>Wipe the rollers.</li></ol>
            <h2>Update the driver</h2>
            <p>Update the driver to its newest version.</p>
            <ol><li>Open the settings.</li><li>Select Update.</li></ol>",
        guide: "
# Clean the rollers
1. Unplug the printer first.
2. Open the lid.
3. Wipe the rollers.
# Update the driver
reason: Update the driver to its newest version.
1. Open the settings.
2. Select Update.",
    },
    Case {
        shape: "what a group warns of",
        article: "<h1>Error when you open the calendar</h1>
            <h2>Resolution</h2>
            <div class='admonition important'><p class='admonition-title'>Important</p><p>A wrong entry can keep the system from starting. Save the registry first.</p></div>
            <p>There are two ways.</p>
            <h3>Method 1</h3>
            <p>Reinstall the application.</p>
            <h3>Method 2</h3>
            <ol><li>Start the Registry Editor.</li><li>Add the entry.</li></ol>",
        guide: "
# Method 1
reason: (warning: A wrong entry can keep the system from starting. Save the registry first.) / There are two ways.
1. Reinstall the application.
# Method 2
reason: (warning: A wrong entry can keep the system from starting. Save the registry first.)
1. Start the Registry Editor.
2. Add the entry.",
    },
    Case {
        shape: "a group that warns of a loss",
        article: "<h1>The tablet does not start</h1>
            <h2>Solutions</h2>
            <p><strong>Warning:</strong> Both ways will erase your notes.</p>
            <h3>Reset it by its keys</h3><ol><li>Hold both keys.</li></ol>
            <h3>Reset it by cable</h3><ol><li>Connect the cable.</li><li>Select Reset.</li></ol>",
        guide: "
# Reset it by its keys
lost: Both ways will erase your notes.
1. Hold both keys.
# Reset it by cable
lost: Both ways will erase your notes.
1. Connect the cable.
2. Select Reset.",
    },
    Case {
        shape: "bold Symptoms in a fix",
        article: "<h1>Desktop troubleshooting</h1>
            <h2>Windows look corrupt</h2>
            <p><strong>Symptoms</strong></p>
            <ul><li>Menus are blank.</li><li>Icons are missing.</li></ul>
            <p>An empty cache may help.</p>
            <ol><li>Log out.</li><li>Delete the folder <code>cache</code>.</li></ol>
            <h2>Desktop no longer responds</h2>
            <p><strong>Symptoms:</strong></p>
            <ul><li>Clicks do nothing.</li></ul>
            <ol><li>Press Ctrl+Alt+F3.</li><li>Run <code>restart panel</code>.</li></ol>",
        guide: "
? Windows look corrupt
? Desktop no longer responds
# Windows look corrupt if sees-window-look-corrupt
reason: Symptoms / [Menus are blank.; Icons are missing.] / An empty cache may help.
1. Log out.
2. Delete the folder cache.
# Desktop no longer responds if sees-desktop-no-longer-respond
reason: Symptoms: / [Clicks do nothing.]
1. Press Ctrl+Alt+F3.
2. Run restart panel.",
    },
    Case {
        shape: "sub-headings Cause, Solution and Verification in a fix",
        article: "<h1>Troubleshooting the pump</h1>
            <h2>The pump does not start</h2><h3>Cause</h3><p>Its fuse is blown.</p><h3>Solution</h3><ol><li>Open the box.</li><li>Replace the fuse.</li></ol><h3>Verification</h3><p>The green lamp is lit.</p>
            <h2>The pump leaks</h2><h3>Cause</h3><p>A seal is worn.</p><h3>Solution</h3><p>Replace the seal.</p>",
        guide: "
? The pump does not start
? The pump leaks
# The pump does not start if sees-pump-doe-not-start
reason: Cause / Its fuse is blown.
1. Open the box.
2. Replace the fuse.
more: Verification / The green lamp is lit.
# The pump leaks if sees-pump-leak
reason: Cause / A seal is worn.
1. Replace the seal.",
    },
    Case {
        shape: "sub-sections of Causes",
        article: "<h1>Recording dropouts and glitches</h1>
            <h2>Causes</h2>
            <p>Either the computer is too busy or a cable is worn.</p>
            <h3>Busy computer</h3>
            <p>The program works on one core. The task manager shows how full it is.</p>
            <h3>Worn cables</h3>
            <p>Plugs wear out sooner than the cable.</p>
            <h2>Fixes</h2>
            <h3>Reduce the load</h3>
            <ul><li>Close all other programs.</li><li>Increase the buffer.</li></ul>
            <h3>Replace worn parts</h3>
            <ul><li>Try a different cable.</li><li>Try a different port.</li></ul>",
        guide: "
intro: Either the computer is too busy or a cable is worn.
intro: Busy computer / The program works on one core. The task manager shows how full it is. / Worn cables / Plugs wear out sooner than the cable.
# Reduce the load
1. Close all other programs.
2. Increase the buffer.
# Replace worn parts
1. Try a different cable.
2. Try a different port.",
    },
    Case {
        shape: "sub-sections of what is to be read before, and of support",
        article: "<h1>The alarm does not stop</h1><p>It is loud.</p>
            <h2>Before you begin</h2><p>Have the code ready.</p><h3>Where the code is</h3><p>It is on the card.</p>
            <h2>Enter the code</h2><ol><li>Press Stop.</li><li>Type the code.</li></ol>
            <h2>Remove the battery</h2><ol><li>Open the lid.</li><li>Take it out.</li></ol>
            <h2>Still need help?</h2><p>We are there for you.</p><h3>By phone</h3><p>From nine to five.</p>",
        guide: "
intro: It is loud.
note: Before you begin / Have the code ready. / Where the code is / It is on the card.
# Enter the code
1. Press Stop.
2. Type the code.
# Remove the battery
1. Open the lid.
2. Take it out.
support: Still need help?
support: We are there for you. / By phone / From nine to five.",
    },
    Case {
        shape: "sentences that point elsewhere or to support",
        article: "<h1>Ads aren't blocked</h1>
            <h2>Restart the extension</h2>
            <ol><li>Open the browser.</li><li>Turn the extension off and on.</li></ol>
            <p>For more information, see <a href='x.html'>Extensions</a>.</p>
            <p>If ads are still there, please contact our support at help@example.com.</p>
            <h2>Update the filters</h2>
            <p>Click <b>Update</b>.</p>
            <p>See <a href='y.html'>issue 12</a> for details.</p>",
        guide: "
# Restart the extension
1. Open the browser.
2. Turn the extension off and on.
more: For more information, see Extensions. / If ads are still there, please contact our support at help@example.com.
# Update the filters
1. Click Update.
more: See issue 12 for details.",
    },
    Case {
        shape: "a closing sentence of the last fix",
        article: "<h1>Ads aren't blocked</h1>
            <h2>Restart the extension</h2><ol><li>Turn the extension off and on.</li></ol>
            <h2>Update the filters</h2><p>Click <b>Update</b>.</p>
            <p>If ads are still there, please contact our support at help@example.com.</p>",
        guide: "
# Restart the extension
1. Turn the extension off and on.
# Update the filters
1. Click Update.
support: If ads are still there
support: If ads are still there, please contact our support at help@example.com.",
    },
    Case {
        shape: "the same closing sentence in every fix",
        article: "<h1>The alarm fails</h1>
            <h2>Replace the battery</h2><ol><li>Open the lid.</li><li>Replace the battery.</li></ol><p>If the problem persists, contact the support team.</p>
            <h2>Clean the sensor</h2><ol><li>Wipe the sensor.</li></ol><p>If the problem persists, contact the support team.</p>",
        guide: "
# Replace the battery
1. Open the lid.
2. Replace the battery.
# Clean the sensor
1. Wipe the sensor.
support: If the problem persists
support: If the problem persists, contact the support team.",
    },
    Case {
        shape: "a warning of a loss after an order",
        article: "<h1>Keyboard halves do not pair</h1>
            <h2>Reset the settings</h2>
            <p>The halves keep old keys. Flash the reset file to both halves.</p>
            <div class='admonition warning'><p class='admonition-title'>Warning</p><p>This will delete all your pairings and colours.</p></div>
            <p>Then flash the usual file.</p>
            <h2>Replace the cable</h2>
            <p>Use another cable.</p>",
        guide: "
# Reset the settings
lost: This will delete all your pairings and colours.
1. The halves keep old keys. Flash the reset file to both halves.
2. Then flash the usual file.
# Replace the cable
1. Use another cable.",
    },
    Case {
        shape: "a warning of a loss in an item, and one after the list",
        article: "<h1>The recorder hangs</h1>
            <h2>Format the card</h2>
            <ol><li>Open the menu.</li><li>Select Format.<div class='alert alert-danger'><p>All recordings will be lost.</p></div></li></ol>
            <h2>Reset the recorder</h2>
            <ol><li>Hold the button.</li></ol><p><strong>Caution:</strong> It will erase the timers.</p>",
        guide: "
# Format the card
lost: All recordings will be lost.
1. Open the menu.
2. Select Format.
# Reset the recorder
lost: It will erase the timers.
1. Hold the button.",
    },
    Case {
        shape: "block titles: Prerequisites, Procedure, Verification",
        article: "<h1>Troubleshoot network problems</h1>
            <div class='paragraph'><p>Troubleshoot a proxy that blocks calls.</p></div>
            <div class='ulist'><div class='title'>Prerequisites</div><ul><li><p>The address of the server.</p></li></ul></div>
            <div class='olist'><div class='title'>Procedure</div><ol><li><p>Verify that port 443 is open.</p></li><li><p>Add the server to the proxy's exceptions.</p></li></ol></div>
            <div class='ulist'><div class='title'>Verification</div><ul><li><p>Start a call and check that it stays up.</p></li></ul></div>
            <div class='ulist'><div class='title'>Additional resources</div><ul><li><p><a href='logs.html'>Logs</a></p></li></ul></div>",
        guide: "
intro: Troubleshoot a proxy that blocks calls.
# Troubleshoot network problems
reason: Prerequisites / [The address of the server.]
1. Verify that port 443 is open.
2. Add the server to the proxy's exceptions.
more: Verification / [Start a call and check that it stays up.]",
    },
    Case {
        shape: "two sections for support",
        article: "<h1>The editor does not start</h1>
            <h2>Windows updates</h2><p>Install everything that Windows Update offers.</p>
            <h2>Antivirus software</h2><p>Try adding the editor to its exceptions.</p>
            <h2>Debugging</h2><p>The console shows more.</p>
            <h2>Contact us</h2><p>Our address is on the back.</p>",
        guide: "
# Windows updates
1. Install everything that Windows Update offers.
# Antivirus software
1. Try adding the editor to its exceptions.
support: Debugging
support: The console shows more. / Contact us / Our address is on the back.",
    },
];

#[test]
fn each_content_is_told_as_a_careful_person_would() {
    hold(TOLD, crate::told);
}
