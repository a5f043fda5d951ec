//! What a page sets apart, as each generator writes it: the same note every time, and the same tip.
//!
//! Belongs here: rows for notes and warnings, with and without a title. Does not: which of them is a risk (`content`).

use unstuck_adopt::html;
use unstuck_core::guide::Passage;

use crate::told;

/// Who makes it, and the note. In it `Kind` and `kind` are the kind.
const NOTES: &[(&str, &str)] = &[
    (
        "Sphinx and MyST",
        "<div class='admonition kind'><p class=admonition-title>Kind</p><p>TEXT</p></div>",
    ),
    (
        "Sphinx, with another title",
        "<div class='admonition kind'><p class=admonition-title>TITLE</p><p>TEXT</p></div>",
    ),
    (
        "MyST, by its own site",
        "<aside class='my-5 shadow-md admonition myst-admonition myst-admonition-kind'><div class='admonition-header myst-admonition-header'><div class=myst-admonition-icon><svg></svg></div><div class='myst-admonition-header-text'>Kind</div></div><div class='myst-admonition-body px-4'><p>TEXT</p></div></aside>",
    ),
    (
        "MkDocs",
        "<div class='admonition kind'><p class=admonition-title>Kind</p><p>TEXT</p></div>",
    ),
    (
        "MkDocs, one that unfolds",
        "<details class=kind><summary>Kind</summary><p>TEXT</p></details>",
    ),
    (
        "Asciidoctor, with a font's icon",
        "<div class='admonitionblock kind'><table><tbody><tr><td class=icon><i class='fa icon-kind' title=Kind></i></td><td class=content>TEXT</td></tr></tbody></table></div>",
    ),
    (
        "Asciidoctor, in words",
        "<div class='admonitionblock kind'><table><tr><td class=icon><div class=title>Kind</div></td><td class=content><div class=paragraph><p>TEXT</p></div></td></tr></table></div>",
    ),
    (
        "Asciidoctor, with a picture",
        "<div class='admonitionblock kind'><table><tr><td class=icon><img src=./images/icons/kind.png alt=Kind></td><td class=content>TEXT</td></tr></table></div>",
    ),
    (
        "Asciidoctor, with a title",
        "<div class='admonitionblock kind'><table><tr><td class=icon><i class='fa icon-kind' title=Kind></i></td><td class=content><div class=title>TITLE</div><div class=paragraph><p>TEXT</p></div></td></tr></table></div>",
    ),
    (
        "DocBook, with a picture",
        "<div class=kind style='margin-left: 0.5in'><table border=0 summary=Kind><tr><td rowspan=2 align=center valign=top width=25><img alt='[Kind]' src=images/kind.png></td><th align=left>Kind</th></tr><tr><td align=left valign=top><p>TEXT</p></td></tr></table></div>",
    ),
    (
        "DocBook",
        "<div class=kind><h3 class=title>Kind</h3><p>TEXT</p></div>",
    ),
    (
        "DITA",
        "<div class='note kind note_kind'><span class=note__title>Kind:</span> TEXT</div>",
    ),
    (
        "Docusaurus",
        "<div class='theme-admonition theme-admonition-kind admonition_xJq3 alert alert--secondary'><div class=admonitionHeading_Gvgb><span class=admonitionIcon_Rf37><svg></svg></span>kind</div><div class=admonitionContent_BuS1><p>TEXT</p></div></div>",
    ),
    (
        "Docusaurus, with a title",
        "<div class='theme-admonition theme-admonition-kind admonition_xJq3 alert alert--info'><div class=admonitionHeading_Gvgb><span class=admonitionIcon_Rf37><svg></svg></span>TITLE</div><div class=admonitionContent_BuS1><p>TEXT</p></div></div>",
    ),
    (
        "Docusaurus, the first",
        "<div class='admonition admonition-kind alert alert--secondary'><div class=admonition-heading><h5><span class=admonition-icon><svg></svg></span>kind</h5></div><div class=admonition-content><p>TEXT</p></div></div>",
    ),
    (
        "GitHub",
        "<div class='markdown-alert markdown-alert-kind'><p class=markdown-alert-title><svg class=octicon></svg>Kind</p><p>TEXT</p></div>",
    ),
    (
        "GitHub, where nothing knows its notes",
        "<blockquote>\n<p>[!KIND]\nTEXT</p>\n</blockquote>",
    ),
    (
        "GitHub, with a line break",
        "<blockquote><p>[!KIND]<br>\nTEXT</p></blockquote>",
    ),
    (
        "GitHub, in two paragraphs",
        "<blockquote><p>[!KIND]</p><p>TEXT</p></blockquote>",
    ),
    (
        "Obsidian, where nothing knows its notes",
        "<blockquote><p>[!kind]- TITLE\nTEXT</p></blockquote>",
    ),
    (
        "Obsidian",
        "<div data-callout=kind class='callout'><div class=callout-title><div class=callout-icon><svg></svg></div><div class=callout-title-inner>Kind</div></div><div class=callout-content><p>TEXT</p></div></div>",
    ),
    (
        "GitBook",
        "<div data-gb-custom-block data-tag=hint data-style=kind class='hint hint-kind'><p>TEXT</p></div>",
    ),
    (
        "GitBook, with a heading",
        "<div class='hint hint-kind'><h3>Kind</h3><p>TEXT</p></div>",
    ),
    (
        "GitBook, as it was",
        "<div class='alert alert-kind hints-alert'><div class=hints-icon><i class='fa fa-kind'></i></div><div class=hints-container><p>TEXT</p></div></div>",
    ),
    (
        "Starlight",
        "<aside aria-label=Kind class='starlight-aside starlight-aside--kind'><p class=starlight-aside__title aria-hidden=true><svg class=starlight-aside__icon></svg>Kind</p><div class=starlight-aside__content><p>TEXT</p></div></aside>",
    ),
    (
        "Starlight, with a title",
        "<aside aria-label=TITLE class='starlight-aside starlight-aside--kind'><p class=starlight-aside__title aria-hidden=true><svg></svg>TITLE</p><section class=starlight-aside__content><p>TEXT</p></section></aside>",
    ),
    (
        "VitePress",
        "<div class='kind custom-block'><p class=custom-block-title>KIND</p><p>TEXT</p></div>",
    ),
    (
        "VitePress, as GitHub",
        "<div class='kind custom-block github-alert'><p class=custom-block-title>KIND</p>\n<p>TEXT</p></div>",
    ),
    (
        "VuePress",
        "<div class='hint-container kind'><p class=hint-container-title>Kind</p><p>TEXT</p></div>",
    ),
    (
        "Docsy",
        "<div class='alert alert-kind' role=alert><h4 class=alert-heading>Kind</h4>\nTEXT\n</div>",
    ),
    ("Just the Docs", "<p class=kind>TEXT</p>"),
    (
        "Just the Docs, a quotation",
        "<blockquote class=kind><p>TEXT</p></blockquote>",
    ),
    (
        "Confluence",
        "<div class='confluence-information-macro confluence-information-macro-kind conf-macro'><span class='aui-icon aui-icon-small aui-iconfont-kind confluence-information-macro-icon'></span><div class=confluence-information-macro-body><p>TEXT</p></div></div>",
    ),
    (
        "Microsoft Learn",
        "<div class=KIND><p>Kind</p><p>TEXT</p></div>",
    ),
    (
        "Red Hat",
        "<rh-alert class='admonition kind' state=info><div class=admonition_header slot=header><p>Kind</p></div><p>TEXT</p></rh-alert>",
    ),
    (
        "Google",
        "<aside class=kind><strong>Kind:</strong><span> TEXT</span></aside>",
    ),
    (
        "Mintlify",
        "<div class='callout my-4 px-5' data-callout-type=kind data-callout=kind><div class='mt-0.5 w-4' data-component-part=callout-icon><svg></svg></div><div class='text-sm' data-component-part=callout-content><p>TEXT</p></div></div>",
    ),
    (
        "Bootstrap 3",
        "<div class='panel panel-kind'><div class=panel-heading><h3 class=panel-title>Kind</h3></div><div class=panel-body>TEXT</div></div>",
    ),
    ("bold first words", "<p><strong>Kind:</strong> TEXT</p>"),
    (
        "a paragraph of its own for the first word",
        "<div class='kind-box kind'><p><b>Kind</b></p><p>TEXT</p></div>",
    ),
];

#[test]
fn each_note_is_the_same_tip() {
    let mut wrong = String::new();
    for (maker, note) in NOTES {
        for (kind, warns) in [("note", false), ("warning", true)] {
            let capital = if warns { "Warning" } else { "Note" };
            let note = note
                .replace("KIND", &kind.to_uppercase())
                .replace("Kind", capital)
                .replace("kind", kind);
            let note = note
                .replace("TEXT", "Keep your hands <b>dry</b>.")
                .replace("TITLE", "Before you touch it");
            let text = format!(
                "<article><h1>The lamp does not work</h1><h2>Change the bulb</h2><ol><li>Let it cool.</li></ol>{note}
                 <h2>Tighten the screws</h2><p>Turn the power off.</p></article>"
            );
            let guide =
                html::parse(&text).unwrap_or_else(|problems| panic!("{maker}: {problems:?}"));
            let step = &guide.fixes[0].steps[0].passages;
            let tip = match step.as_slice() {
                [Passage::Words(_), Passage::Tip { warning, passages }] => {
                    let words: Vec<String> = passages.iter().map(Passage::plain).collect();
                    (*warning, words.join(" / "))
                }
                _ => (false, format!("no tip: {}", told(&guide))),
            };
            let titled = text.contains("Before you touch it");
            let words = if titled {
                "Before you touch it / Keep your hands dry."
            } else {
                "Keep your hands dry."
            };
            if tip != (warns, words.to_owned()) {
                wrong.push_str(&format!("{maker}, {kind}: {tip:?}\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_no_note_is_none() {
    for block in [
        "<div class=note-title>A</div><p>Keep it dry.</p>",
        "<p class=release-note>Keep it dry.</p>",
        "<ul class=notes><li>Keep it dry.</li></ul>",
        "<blockquote><p>Keep it dry.</p></blockquote>",
        "<p class=post-info>Keep it dry.</p>",
        "<figure class=info><img src=a.png alt='Keep it dry'></figure>",
    ] {
        let text = format!(
            "<article><h1>The lamp does not work</h1><h2>Change the bulb</h2><ol><li>Let it cool.</li></ol>{block}
             <h2>Tighten the screws</h2><p>Turn the power off.</p></article>"
        );
        let guide = html::parse(&text).unwrap();
        assert!(
            !told(&guide).contains("(tip:") && !told(&guide).contains("(warning:"),
            "{block}: {}",
            told(&guide)
        );
        assert!(
            told(&guide).contains("Keep it dry"),
            "{block}: {}",
            told(&guide)
        );
    }
}
