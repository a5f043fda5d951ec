//! Style sheets of host pages that mean no good, by name.
//!
//! Belongs here: the sheets. Does not: what must hold under them (`styles`).

/// A name, and the page's style sheet.
pub(super) type Sheet = (&'static str, &'static str);

/// In the place of the properties that are registered with the browser: see `styles::registered`.
pub(super) const REGISTERED: &str = "@REGISTERED";

/// Resets, and rules for each kind of element.
pub(super) const ELEMENTS: &[Sheet] = &[
    ("quiet", ""),
    ("unset", "* { all: unset !important }"),
    ("initial", "* { all: initial !important }"),
    ("revert", "* { all: revert !important }"),
    ("inherit", "main, main * { all: inherit !important }"),
    (
        "important_buttons",
        "button { all: unset !important; background: red !important; color: red !important; font-size: 2px !important; width: 3px !important; height: 3px !important; pointer-events: none !important }",
    ),
    (
        "important_texts",
        "p, h1, h2, h3, h4, h5, h6, span, strong, div, label { color: #eee !important; font: italic 4px/0 fantasy !important; text-transform: uppercase !important; margin: 40px !important }",
    ),
    (
        "important_lists",
        "ol, ul, li { list-style: square inside !important; float: right !important; width: 20px !important; margin: 80px !important }",
    ),
    (
        "important_inputs",
        "input, label { display: none !important; opacity: 0 !important; appearance: auto !important }",
    ),
    (
        "important_dialogs",
        "dialog, dialog::backdrop { display: none !important; width: 1px !important; background: red !important }",
    ),
];

/// How text is set: its size, its direction, its lines.
pub(super) const TEXTS: &[Sheet] = &[
    ("root_6px", "html { font-size: 6px !important }"),
    (
        "root_62_5",
        "html { font-size: 62.5% } body { font-size: 1.6rem }",
    ),
    ("root_100px", "html { font-size: 100px !important }"),
    ("font_size_0", "* { font-size: 0 !important }"),
    ("rtl", "html { direction: rtl }"),
    (
        "bidi",
        "* { direction: rtl !important; unicode-bidi: bidi-override !important }",
    ),
    ("vertical_root", "html { writing-mode: vertical-rl }"),
    (
        "vertical",
        "* { writing-mode: vertical-rl !important; text-orientation: upright !important }",
    ),
    (
        "uppercase",
        "* { text-transform: uppercase !important; font-variant: small-caps !important; font-style: italic !important }",
    ),
    (
        "letters",
        "* { letter-spacing: 1em !important; word-spacing: 3em !important }",
    ),
    (
        "lines",
        "* { line-height: 0 !important; vertical-align: super !important }",
    ),
    (
        "indent",
        "* { text-indent: -9999px !important; text-align: right !important; text-align-last: right !important }",
    ),
    (
        "nowrap",
        "* { white-space: nowrap !important; overflow-wrap: normal !important; word-break: keep-all !important; text-wrap: nowrap !important }",
    ),
    (
        "pre",
        "* { white-space: pre !important; word-break: break-all !important; hyphens: auto !important; line-break: anywhere !important }",
    ),
];

/// How it is painted, and whether it can be pointed at.
pub(super) const PAINT: &[Sheet] = &[
    (
        "pointer",
        "* { pointer-events: none !important; cursor: none !important; touch-action: none !important }",
    ),
    (
        "select",
        "* { -webkit-user-select: none !important; user-select: none !important }",
    ),
    ("visibility", "main * { visibility: hidden !important }"),
    (
        "white",
        "* { color: white !important; background: white !important; caret-color: white !important }",
    ),
    (
        "black",
        "* { color: #000 !important; background: #000 !important; fill: #000 !important; stroke: #000 !important }",
    ),
    (
        "fill",
        "* { -webkit-text-fill-color: transparent !important; -webkit-text-stroke: 4px red !important; text-shadow: 0 0 9px red !important; accent-color: red !important }",
    ),
    (
        "security",
        "* { -webkit-text-security: disc !important; quotes: none !important; tab-size: 0 !important }",
    ),
    (
        "opacity",
        "p, h2, button, span { opacity: 0 !important; filter: blur(9px) !important; clip-path: circle(0) !important }",
    ),
    ("zoom", "html { zoom: 1.25 }"),
    (
        "decoration",
        "* { text-decoration: line-through red 9px !important }",
    ),
    ("decorated_page", "body { text-decoration: line-through }"),
];

/// The page around the element: its layout, its colours, frameworks.
pub(super) const PAGES: &[Sheet] = &[
    (
        "scheme",
        ":root { color-scheme: dark; background: #111; color: #eee } * { forced-color-adjust: none !important }",
    ),
    (
        "columns",
        "main { columns: 2; column-gap: 40px } h1 { column-span: all }",
    ),
    (
        "float",
        "unstuck-guide { float: left !important; clear: both !important }",
    ),
    (
        "inline",
        "unstuck-guide { display: inline !important; font-size: 0 !important; color: inherit }",
    ),
    (
        "inline_block",
        "unstuck-guide { display: inline-block !important }",
    ),
    (
        "flex_centre",
        "main { display: flex; flex-direction: column; align-items: center }",
    ),
    (
        "flex_row",
        "main { display: flex } main > * { min-width: 0 }",
    ),
    (
        "grid",
        "main { display: grid; grid-template-columns: 300px 1fr; justify-items: center } unstuck-guide { grid-column: 1 }",
    ),
    (
        "clipped",
        "main > * { overflow: hidden !important; contain: paint }",
    ),
    (
        "trap",
        "main { transform: translateZ(0); contain: layout paint; filter: blur(0); perspective: 1px; position: relative; z-index: 0; isolation: isolate } html { background: #fff } \
              body::before { content: ''; position: fixed; inset: 0 0 auto; height: 60px; background: red; z-index: 2147483647 }",
    ),
    (
        "letters_named",
        "* { --a: red !important; --b: red; --c: red; --d: red; --e: red; --f: red; --g: red; --h: red; --i: red; --j: red; --k: red; --l: red; --m: red; --n: red; --o: red; --p: red; --q: red; --r: red; --s: red; --t: red; --u: red; --v: red; --w: red; --x: red; --y: red; --z: red; --ba: red; --bb: red; --bc: red; --accent: red; --text: red; --surface: red; --u-text: red; --u-surface: red; --u-17: 1px }",
    ),
    ("letters_registered", REGISTERED),
    (
        "counters",
        "* { counter-reset: step 40 fix 40 line 40 !important; counter-increment: step 3 !important; content: 'x' !important } *::before, *::after { content: 'x' !important; position: fixed !important }",
    ),
    (
        "animated",
        "* { animation: z 1s infinite !important; transition: all 9s !important } @keyframes z { to { color: transparent; letter-spacing: 2em } } @keyframes u-forward { to { opacity: 0 } }",
    ),
    (
        "classes",
        ".unstuck, .card, .button, .view, .step, .heading, .icon, .sheet, .layout, [data-action], [part] { display: none !important; color: red !important }",
    ),
    (
        "bootstrap",
        "*, ::before, ::after { box-sizing: border-box } body { margin: 0; font: 400 1rem/1.5 sans-serif; color: #212529; background: #fff } button { text-transform: none; border-radius: 0 } .card { display: flex; border: 1px solid } \
                   [type=button]:not(:disabled) { cursor: pointer } ol, ul { padding-left: 2rem } label { display: inline-block } [hidden] { display: none !important } .btn, .button { padding: 0 }",
    ),
    (
        "preflight",
        "*, ::before, ::after, ::backdrop { box-sizing: border-box; border: 0 solid #e5e7eb; margin: 0; padding: 0 } html { line-height: 1.5; tab-size: 4 } h1, h2, h3 { font-size: inherit; font-weight: inherit } \
                   ol, ul { list-style: none } button, input { font: inherit; color: inherit; background: transparent } img, svg { display: block } dialog { padding: 0 } :where(*) { --tw-ring: 0 0 #0000 }",
    ),
    (
        "reset",
        "html, body, div, span, h1, h2, p, ol, ul, li, label, table, unstuck-guide { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline } ol, ul { list-style: none } * { min-width: 0; max-width: 100% }",
    ),
    (
        "dark_page",
        "html { background: #10131a; color: #cfd3dc } * { border-color: #333 !important } button { background: #000; color: #111 }",
    ),
];
