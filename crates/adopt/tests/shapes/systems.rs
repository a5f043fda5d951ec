//! The same fix for several systems, however a page tells them apart.
//!
//! Belongs here: rows for headings, tabs, labels, classes and tables by system. Does not: which systems there are (next to
//! the rules).

use unstuck_adopt::html;

use crate::{Case, drawn, hold, told};

/// Markups of "open a terminal, run it" for a Mac, and "open a console, run it" for Linux.
const BY_SYSTEM: &[(&str, &str)] = &[
    (
        "headings",
        "<h3>Mac</h3><ol><li>Open Terminal.</li><li>Run it.</li></ol><h3>On Linux</h3><ol><li>Open a console.</li><li>Run it.</li></ol>",
    ),
    (
        "bold labels",
        "<p><b>Mac</b></p><ol><li>Open Terminal.</li><li>Run it.</li></ol><p><b>Linux:</b></p><ol><li>Open a console.</li><li>Run it.</li></ol>",
    ),
    (
        "labels",
        "<p>On a Mac:</p><ol><li>Open Terminal.</li><li>Run it.</li></ol><p>On Linux:</p><ol><li>Open a console.</li><li>Run it.</li></ol>",
    ),
    (
        "tabs by their roles",
        "<div class=tabs><div role=tablist><button role=tab aria-controls=p1 id=t1>Mac</button><button role=tab aria-controls=p2 id=t2>Linux</button></div><div role=tabpanel id=p1 aria-labelledby=t1><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><div role=tabpanel id=p2 aria-labelledby=t2 hidden><ol><li>Open a console.</li><li>Run it.</li></ol></div></div>",
    ),
    (
        "tabs of Docusaurus",
        "<div class='theme-tabs-container tabs-container tabList__CuJ'><ul role=tablist aria-orientation=horizontal class=tabs><li role=tab tabindex=0 aria-selected=true class='tabs__item tabItem_LNqP tabs__item--active'>macOS</li><li role=tab tabindex=-1 aria-selected=false class='tabs__item tabItem_LNqP'>Linux</li></ul><div class=margin-top--md><div role=tabpanel class=tabItem_Ymn6><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><div role=tabpanel class=tabItem_Ymn6 hidden><ol><li>Open a console.</li><li>Run it.</li></ol></div></div></div>",
    ),
    (
        "tabs of MkDocs",
        "<div class='tabbed-set tabbed-alternate' data-tabs='1:2'><input checked=checked id=__tabbed_1_1 name=__tabbed_1 type=radio><input id=__tabbed_1_2 name=__tabbed_1 type=radio><div class=tabbed-labels><label for=__tabbed_1_1>macOS</label><label for=__tabbed_1_2>Linux</label></div><div class=tabbed-content><div class=tabbed-block><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><div class=tabbed-block><ol><li>Open a console.</li><li>Run it.</li></ol></div></div></div>",
    ),
    (
        "tabs of MkDocs, as they were",
        "<div class=tabbed-set><input id=a1 name=a type=radio><label for=a1>macOS</label><div class=tabbed-content><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><input id=a2 name=a type=radio><label for=a2>Linux</label><div class=tabbed-content><ol><li>Open a console.</li><li>Run it.</li></ol></div></div>",
    ),
    (
        "tabs of Sphinx",
        "<div class='sd-tab-set docutils'><input checked id=sd-1 name=sd-set type=radio><label class=sd-tab-label for=sd-1>macOS</label><div class='sd-tab-content docutils'><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><input id=sd-2 name=sd-set type=radio><label class=sd-tab-label for=sd-2>Linux</label><div class='sd-tab-content docutils'><ol><li>Open a console.</li><li>Run it.</li></ol></div></div>",
    ),
    (
        "tabs of Starlight",
        "<starlight-tabs><div class=tablist-wrapper><ul role=tablist><li role=presentation class=tab><a role=tab href=#tab-panel-1 id=tab-1>macOS</a></li><li role=presentation class=tab><a role=tab href=#tab-panel-2 id=tab-2>Linux</a></li></ul></div><div id=tab-panel-1 aria-labelledby=tab-1 role=tabpanel><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><div id=tab-panel-2 aria-labelledby=tab-2 role=tabpanel hidden><ol><li>Open a console.</li><li>Run it.</li></ol></div></starlight-tabs>",
    ),
    (
        "tabs of Elementor, with labels for phones again",
        "<div class=elementor-tabs><div class=elementor-tabs-wrapper role=tablist><div id=e1 class='elementor-tab-title elementor-tab-desktop-title' role=tab aria-controls=c1>Mac</div><div id=e2 class='elementor-tab-title elementor-tab-desktop-title' role=tab aria-controls=c2>Linux</div></div><div class=elementor-tabs-content-wrapper><div class='elementor-tab-title elementor-tab-mobile-title' role=tab aria-controls=c1>Mac</div><div id=c1 class='elementor-tab-content elementor-clearfix' role=tabpanel aria-labelledby=e1><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><div class='elementor-tab-title elementor-tab-mobile-title' role=tab aria-controls=c2>Linux</div><div id=c2 class='elementor-tab-content elementor-clearfix' role=tabpanel aria-labelledby=e2 hidden><ol><li>Open a console.</li><li>Run it.</li></ol></div></div></div>",
    ),
    (
        "tabs with their label inside",
        "<div class=tab data-label=macOS><p class=tab-label>macOS</p><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><div class=tab data-label=Linux><p class=tab-label>Linux</p><ol><li>Open a console.</li><li>Run it.</li></ol></div>",
    ),
    (
        "classes",
        "<div class='tool mac'><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><div class='tool linux'><ol><li>Open a console.</li><li>Run it.</li></ol></div>",
    ),
    (
        "classes of two words",
        "<div class='ghd-tool platform-mac'><ol><li>Open Terminal.</li><li>Run it.</li></ol></div>\n<div class='ghd-tool platform-linux'><ol><li>Open a console.</li><li>Run it.</li></ol></div>",
    ),
    (
        "attributes",
        "<section data-platform=mac><ol><li>Open Terminal.</li><li>Run it.</li></ol></section><section data-platform=linux><ol><li>Open a console.</li><li>Run it.</li></ol></section>",
    ),
    (
        "an attribute of Mozilla's",
        "<div class=for data-for=mac><ol><li>Open Terminal.</li><li>Run it.</li></ol></div><div class=for data-for=linux><ol><li>Open a console.</li><li>Run it.</li></ol></div>",
    ),
    (
        "lists with an attribute",
        "<ol data-os=macos><li>Open Terminal.</li><li>Run it.</li></ol><ol data-os=linux><li>Open a console.</li><li>Run it.</li></ol>",
    ),
    (
        "rows of a table",
        "<table><tr><td>macOS</td><td><ol><li>Open Terminal.</li><li>Run it.</li></ol></td></tr><tr><td>Linux</td><td><ol><li>Open a console.</li><li>Run it.</li></ol></td></tr></table>",
    ),
    (
        "rows of a table under a head",
        "<table><thead><tr><th>System</th><th>How to</th></tr></thead><tbody><tr><th>macOS</th><td><ol><li>Open Terminal.</li><li>Run it.</li></ol></td></tr><tr><th>Linux</th><td><ol><li>Open a console.</li><li>Run it.</li></ol></td></tr></tbody></table>",
    ),
    (
        "long labels",
        "<p>Here is how you do it on your Mac:</p><ol><li>Open Terminal.</li><li>Run it.</li></ol><p>To do the same on Linux:</p><ol><li>Open a console.</li><li>Run it.</li></ol>",
    ),
    (
        "an accordion",
        "<details><summary>Mac</summary><ol><li>Open Terminal.</li><li>Run it.</li></ol></details><details><summary>Linux</summary><ol><li>Open a console.</li><li>Run it.</li></ol></details>",
    ),
];

#[test]
fn a_fix_by_system_is_the_same_in_any_markup() {
    let mut wrong = String::new();
    for (maker, steps) in BY_SYSTEM {
        let text = format!(
            "<article><h1>The key does not work</h1><h2>Make a new key</h2>{steps}
             <h2>Check the name</h2><p>Compare the name with the server's.</p></article>"
        );
        let got = html::parse(&text)
            .map_or_else(|problems| format!("{problems:?}\n"), |guide| drawn(&guide));
        let expected = "? Mac\n? Linux\nMake a new key (4 [!linux, !linux, !macos, !macos])\nCheck the name (1)\n";
        if got != expected {
            wrong.push_str(&format!("{maker}:\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

pub(crate) const TOLD: &[Case] = &[
    Case {
        shape: "a lead that ends in a system, however long, labels its list",
        article: "<h1>Known issues with our DNS</h1>
            <h2>A relay is on</h2><p>Here is how you turn off the relay on your iPhone:</p><ol><li>Open <b>Settings</b> and tap your name.</li><li>Turn off the relay.</li></ol>
            <p>On your Mac:</p><ol><li>Open <b>System settings</b> and click your name.</li><li>Turn off the relay.</li></ol>
            <h2>Tracking is limited on iPhone</h2><ol><li>Tap <b>Wi-Fi</b>.</li><li>Turn off the limit.</li></ol>",
        guide: "
? iPhone or iPad
? Mac
? A relay is on
? Tracking is limited on iPhone
# A relay is on if sees-relay
1. if !macos Here is how you turn off the relay on your iPhone: / Open Settings and tap your name.
2. if !macos Turn off the relay.
3. if !iphone Open System settings and click your name.
4. if !iphone Turn off the relay.
# Tracking is limited on iPhone if sees-tracking-limited-iphone
1. Tap Wi-Fi.
2. Turn off the limit.",
    },
    Case {
        shape: "steps by system, and then for all",
        article: "<h1>If your board is not found</h1>
            <h2>Reconnect your board</h2><ol><li>Unplug the board.</li><li>Plug it in again.</li></ol>
            <h2>Check the system information</h2><p>Every system has a tool for it:</p>
            <table><tr><td>Windows</td><td><ol><li>Open the Device Manager.</li><li>Read the list.</li></ol></td></tr>
            <tr><td>macOS</td><td><ol><li>Open System Information.</li><li>Read the list.</li></ol></td></tr></table>
            <p>What the list may tell:</p><ul><li>If it says Unknown, install the driver.</li><li>If it is empty, try another cable.</li></ul>",
        guide: "
? Windows
? Mac
# Reconnect your board
1. Unplug the board.
2. Plug it in again.
# Check the system information
reason: Every system has a tool for it:
1. if windows Open the Device Manager.
2. if windows Read the list.
3. if macos Open System Information.
4. if macos Read the list.
5. What the list may tell: / If it says Unknown, install the driver.
6. If it is empty, try another cable.",
    },
    Case {
        shape: "a fix for two of three systems",
        article: "<h1>The key does not work</h1>
            <h2>Make a new key</h2><div class=mac><p>Open Terminal.</p></div><div class=linux><p>Open a console.</p></div><div class=windows><p>Open PowerShell.</p></div>
            <h2>Turn on the agent</h2><div class=mac><p>Open the settings.</p></div><div class='linux windows'><p>Run <code>agent on</code>.</p></div>
            <h2>Unlock the ring</h2><div class=mac><p>Open Keychain Access.</p></div><div class=linux><p>Open Seahorse.</p></div>",
        guide: "
? Mac
? Linux
? Windows
# Make a new key
1. if !linux !windows Open Terminal.
2. if !macos !windows Open a console.
3. if !macos !linux Open PowerShell.
# Turn on the agent
1. if !linux !windows Open the settings.
2. if !macos Run agent on.
# Unlock the ring if !windows
1. if !linux Open Keychain Access.
2. if !macos Open Seahorse.",
    },
    Case {
        shape: "the same for narrow and wide windows is no question",
        article: "<h1>The key does not work</h1>
            <h2>Make a new key</h2><div class=desktop-only><p>Open the settings.</p></div><div class=mobile-only><p>Open the menu.</p></div>
            <h2>Check the name</h2><p>Compare the name with the server's.</p>",
        guide: "
# Make a new key
1. Open the settings.
2. Open the menu.
# Check the name
1. Compare the name with the server's.",
    },
    Case {
        shape: "steps for two systems under a symptom, and a third system that another fix is for",
        article: "<h1>Troubleshooting the loader</h1>
            <h2>The loader cannot be installed</h2><h3>On a Mac</h3><ol><li>Trust the device.</li><li>Restart the Mac.</li></ol><h3>On Windows</h3><ol><li>Install the driver.</li><li>Restart the computer.</li></ol>
            <h2>The code does not arrive</h2><h3>On iPhone</h3><ol><li>Open the settings.</li><li>Tap Codes.</li></ol><h3>On a Mac</h3><ol><li>Open the menu.</li><li>Select Codes.</li></ol>
            <h2>The loader freezes</h2><p>Restart it.</p>",
        guide: "
? Mac
? Windows
? iPhone or iPad
? The loader cannot be installed
? The code does not arrive
? The loader freezes
# The loader cannot be installed if sees-loader-cannot-be-installed
1. if !windows Trust the device.
2. if !windows Restart the Mac.
3. if !macos Install the driver.
4. if !macos Restart the computer.
# The code does not arrive if sees-code-doe-not-arrive
1. if !macos Open the settings.
2. if !macos Tap Codes.
3. if !iphone Open the menu.
4. if !iphone Select Codes.
# The loader freezes if sees-loader-freeze
1. Restart it.",
    },
];

#[test]
fn steps_by_system_are_told_to_those_who_use_it() {
    hold(TOLD, told);
}
