//! Articles as pages are built: wrappers, tabs, summaries, contents, and what stands around the article.
//!
//! Belongs here: rows for constructions of markup. Does not: what the words say.

use crate::{Case, drawn, hold};

pub(crate) const CASES: &[Case] = &[
    Case {
        shape: "sections and cards wrap headings and lists",
        article: "<div class=page><header><h1>The app crashes</h1></header><main>
            <section><div class=card><div class=head><h2>Update the app</h2></div><div class=body><ul><li>Open the store.</li><li>Tap Update.</li></ul></div></div></section>
            <section><div class=card><div class=head><h2>Clear its cache</h2></div><div class=body><ul><li>Open Settings.</li><li>Tap Clear.</li></ul></div></div></section></main></div>",
        guide: "Update the app (2)\nClear its cache (2)\n",
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
        shape: "a table of symptoms in a figure",
        article: "<h1>The kettle stays cold</h1><p>Look at its lamps.</p><figure class=wp-block-table><table><thead><tr><th>Symptom</th><th>What to do</th></tr></thead>
            <tbody><tr><td>No lamp is on</td><td>Push the plug in.</td></tr><tr><td>The red lamp is on</td><td>Fill in water.</td></tr></tbody></table><figcaption>Lamps of the kettle</figcaption></figure>",
        guide: "? No lamp is on\n? The red lamp is on\nNo lamp is on (1) if sees-no-lamp\nThe red lamp is on (1) if sees-red-lamp\n",
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
        guide: "? Windows\n? Mac\nClear the cache (4 [!macos, !macos, !windows, !windows])\nTry again later (1)\n",
    },
    Case {
        shape: "one fix by system, as tabs",
        article: "<h1>Notifications are missing</h1>
            <h2>Allow notifications</h2><div class=tabs><ul role=tablist><li role=tab>Android</li><li role=tab>iPhone</li></ul><div role=tabpanel><ol><li>Open Settings.</li><li>Tap Apps.</li></ol></div><div role=tabpanel><ol><li>Open Settings.</li></ol></div></div>
            <h2>Update the app</h2><p>Open the store and tap Update.</p>",
        guide: "? Android\n? iPhone or iPad\nAllow notifications (3 [!iphone, !iphone, !android])\nUpdate the app (1)\n",
    },
    Case {
        shape: "fixes below a heading for each system, with the same title twice",
        article: "<h1>Installation problems</h1>
            <h2>Windows</h2><h3>Run it as administrator</h3><p>Right-click the file. Choose Run as administrator.</p><h3>Free some space</h3><p>Delete old files.</p>
            <h2>Linux</h2><h3>Make it executable</h3><p>Run chmod on the file.</p><h3>Free some space</h3><p>Remove old packages.</p>",
        guide: "? Windows\n? Linux\nRun it as administrator (1) if windows\nWindows: Free some space (1) if windows\nMake it executable (1) if linux\nLinux: Free some space (1) if linux\n",
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
        shape: "headings in the cells of a table",
        article: "<h1>Upload troubleshooting</h1>
            <h2>1. Unable to process the file</h2><p>Use a cable in place of Wi-Fi and upload the file again.</p>
            <h2>2. Forbidden file types</h2><p>Remove the files of these types from the zip:</p>
            <div class=table-container><table role=presentation><tbody><tr><td><h1><b>Kind</b></h1></td><td><h1>Ending</h1></td></tr><tr><td><p>Scripts</p></td><td><p>php</p></td></tr></tbody></table></div>
            <h2>3. Too little access</h2><p>Ask your administrator for the right to write.</p>",
        guide: "1. Unable to process the file (1)\n2. Forbidden file types (1)\n3. Too little access (1)\n",
    },
    Case {
        shape: "every section an h1, one in the other",
        article: "<h1>The oven does not heat</h1><p>Try these.</p>
            <section><h1>Check the plug</h1><ol><li>Push it in.</li><li>Try another socket.</li></ol></section>
            <section><div class=inner><h1>Check the switch</h1></div><p>Turn it to the right.</p><section><h1>On a gas oven</h1><p>Open the valve.</p></section></section>",
        guide: "Check the plug (2)\nCheck the switch (2)\n",
    },
    Case {
        shape: "every section an h1, one after the other",
        article: "<section><h1>The oven does not heat</h1><p>Try these.</p></section>
            <section><h1>Check the plug</h1><ol><li>Push it in.</li><li>Try another socket.</li></ol></section>
            <section><h1>Check the switch</h1><p>Turn it to the right.</p></section>",
        guide: "Check the plug (2)\nCheck the switch (1)\n",
    },
    Case {
        shape: "bold spans of an editor as titles, in a wrapper that is not bold",
        article: "<h1>The oven does not heat</h1><b style='font-weight:normal' id=docs-internal-guid-1><p dir=ltr><span style='font-size:11pt;font-weight:400'>Try these.</span></p>
            <p dir=ltr style='line-height:1.38'><span style='font-size:14pt;font-weight:700;font-style:normal'>Check the plug</span></p><p dir=ltr><span style='font-weight:400'>Push it in. Try another socket.</span></p>
            <p dir=ltr><span style='font-size:14pt;font-weight:700'>Check the switch</span></p><p dir=ltr><span style='font-weight:400'>Turn it to the right.</span></p></b>",
        guide: "Check the plug (1)\nCheck the switch (1)\n",
    },
    Case {
        shape: "a bold line over each paragraph, parted by line breaks",
        article: "<h1>The oven does not heat</h1><div>Try these.<br><br><b>Check the plug</b><br>Push it in.<br><br><b>Check the switch</b><br>Turn it to the right.</div>",
        guide: "Check the plug (1)\nCheck the switch (1)\n",
    },
    Case {
        shape: "what stands beside the side bar, though its class says side bar",
        article: "<div class=\"sidebar\"><p>Basics</p><a href=a>Install</a></div><div class=\"sidebar-content\"><h1>Troubleshooting</h1><h2>The lamp is dark</h2><p>Change the bulb.</p><h2>The lamp flickers</h2><p>Tighten it.</p></div>",
        guide: "? The lamp is dark\n? The lamp flickers\nThe lamp is dark (1) if sees-lamp-dark\nThe lamp flickers (1) if sees-lamp-flicker\n",
    },
];

#[test]
fn each_shape_becomes_the_guide_that_a_careful_person_would_make() {
    hold(CASES, drawn);
}
