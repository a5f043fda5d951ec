//! Words, headings, pictures and lists as editors and generators write them.
//!
//! Belongs here: rows in which the same thing is said by other markup. Does not: what unfolds (`accordions`) or is set apart
//! (`notes`), systems (`systems`).

use unstuck_adopt::html;

use crate::told;

/// What is said, and the markups that say it as the first step of a fix.
const STEPS: &[(&str, &[&str])] = &[
    (
        "Press Save and wait.",
        &[
            "Press <x-key>Save</x-key> and wait.",
            "Press <ui-control><b>Save</b></ui-control> and wait.",
            "Press <font color=red><font>Save</font></font> and wait.",
            "Press <menuitem-ref>Save</menuitem-ref> and <rh-tooltip>wait</rh-tooltip>.",
            "Press <ruby>Save</ruby> and <data value=1>wait</data>.",
            "<p>Press <uicontrol>Save</uicontrol> and wait.</p>",
            "<div>Press <x-key>Save</x-key> and wait.</div>",
            "Press <button type=button class=btn>Save</button> and wait.",
            "<p>Press <button>Save</button> and wait.</p>",
            "Press <acronym>Save</acronym> and <nobr>wait</nobr>.",
            "Press <x-a><x-b>Save</x-b></x-a> and wait.",
            "Press <span class=ph><span class='ph uicontrol'>Save</span></span> and wait.",
            "Press <i class=material-icons>save</i> <b>Save</b> and wait.",
            "Press <span class='material-symbols-outlined'>save_as</span><b>Save</b> and wait.",
            "Press <mat-icon class='mat-icon notranslate'>save</mat-icon> <b>Save</b> and wait.",
            "Press <i class='fa fa-save' aria-hidden=true></i><b>Save</b> and wait.",
            "Press <i class='icon-save'>\u{e900}</i> <b>Save</b> and wait.",
            "Press <i class=icon aria-hidden=true>save</i> <b>Save</b> and wait.",
            "Press <b>Save</b><span aria-hidden=true>\u{25b6}</span> and wait.",
            "Press <span class=sr-only>Save</span><span aria-hidden=true>\u{2318}</span> and wait.",
            "Press <a href=save.html>Save<span class=visually-hidden> (opens in a new tab)</span></a> and wait.",
            "Press <a href=save.html>Save <svg class=external><title>x</title></svg><span class=screen-reader-text>(opens in a new window)</span></a> and wait.",
            "Press <span style='font-weight: 700'>Save</span> and wait.",
        ],
    ),
    (
        "Open Settings › General and wait.",
        &[
            "Open <b>Settings › General</b> and wait.",
            "Open <b>Settings &gt; General</b> and wait.",
            "Open <strong>Settings -&gt; General</strong> and wait.",
            "Open <strong>Settings =&gt; General</strong> and wait.",
            "Open <strong>Settings --&gt; General</strong> and wait.",
            "Open <strong>Settings → General</strong> and wait.",
            "Open <em>Settings ➔ General</em> and wait.",
            "Open <strong>Settings &gt;&gt; General</strong> and wait.",
            "Open <b>Settings <span aria-hidden=true>›</span> General</b> and wait.",
            "Open <span style='font-weight:bold'>Settings &gt; General</span> and wait.",
        ],
    ),
    (
        "Type <your-name>.home and wait.",
        &[
            "Type <em>&lt;your-name&gt;.home</em> and wait.",
            "Type <b>&lt;your-name&gt;.home</b> and wait.",
        ],
    ),
    (
        "Choose a->b and c>d.",
        &["Choose <b>a-&gt;b</b> and <em>c&gt;d</em>."],
    ),
];

#[test]
fn a_sentence_is_the_same_in_any_markup() {
    let mut wrong = String::new();
    for (said, markups) in STEPS {
        for markup in *markups {
            let text = format!(
                "<article><h1>The program crashes</h1><h2>Save your work</h2><ol><li>{markup}</li><li>Close it.</li></ol>
                 <h2>Update the program</h2><p>Open the store.</p></article>"
            );
            let got = html::parse(&text)
                .map_or_else(|problems| format!("{problems:?}"), |guide| told(&guide));
            let expected = format!(
                "# Save your work\n1. {said}\n2. Close it.\n# Update the program\n1. Open the store.\n"
            );
            if got != expected {
                wrong.push_str(&format!("{markup}:\n{got}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Markups of the heading "Restart the router".
const HEADINGS: &[(&str, &str)] = &[
    (
        "MediaWiki",
        "<h2><span class=mw-headline id=R>Restart the router</span><span class=mw-editsection><span class=mw-editsection-bracket>[</span><a href='?edit'>edit</a><span class=mw-editsection-bracket>]</span></span></h2>",
    ),
    (
        "MediaWiki, now",
        "<div class='mw-heading mw-heading2'><h2 id=R>Restart the router</h2><span class=mw-editsection><span class=mw-editsection-bracket>[</span><a href='?edit'><span>edit source</span></a><span class=mw-editsection-bracket>]</span></span></div>",
    ),
    (
        "MediaWiki, in German",
        "<div class='mw-heading mw-heading2'><h2 id=R>Restart the router</h2><span class=mw-editsection>[<a href='?edit'>Bearbeiten</a> | <a href='?edit2'>Quelltext bearbeiten</a>]</span></div>",
    ),
    (
        "Sphinx",
        "<h2>Restart the router<a class=headerlink href=#restart title='Permalink to this heading'>¶</a></h2>",
    ),
    (
        "MkDocs",
        "<h2 id=restart>Restart the router<a class=headerlink href=#restart title='Permanent link'>&para;</a></h2>",
    ),
    (
        "Docusaurus",
        "<h2 class='anchor anchorWithStickyNavbar_x' id=restart>Restart the router<a href=#restart class=hash-link aria-label='Direct link to Restart the router' title='Direct link'>\u{200b}</a></h2>",
    ),
    (
        "VitePress",
        "<h2 id=restart tabindex=-1>Restart the router <a class=header-anchor href=#restart aria-label='Permalink'>\u{200b}</a></h2>",
    ),
    (
        "mdBook",
        "<h2 id=restart><a class=header href=#restart>Restart the router</a></h2>",
    ),
    (
        "GitHub",
        "<div class=markdown-heading><h2 class=heading-element>Restart the router</h2><a id=u class=anchor aria-label='Permalink: Restart' href=#restart><svg class=octicon></svg></a></div>",
    ),
    (
        "Starlight",
        "<div class='sl-heading-wrapper level-h2'><h2 id=restart>Restart the router</h2><a class=sl-anchor-link href=#restart><span aria-hidden=true class=sl-anchor-icon><svg></svg></span><span class=sr-only>Section titled “Restart the router”</span></a></div>",
    ),
    (
        "Antora",
        "<h2 id=_restart><a class=anchor href=#_restart></a>Restart the router</h2>",
    ),
    (
        "Hugo",
        "<h2 id=restart>Restart the router<a class=td-heading-self-link href=#restart aria-label='Heading self-link'></a></h2>",
    ),
    (
        "rustdoc",
        "<h2 id=restart><a class=doc-anchor href=#restart>§</a>Restart the router</h2>",
    ),
    (
        "a link of its own kind",
        "<h2 id=restart>Restart the router <a href=#restart class=copy>Copy link</a></h2>",
    ),
    (
        "a button that copies",
        "<h2>Restart the router <button aria-label=Copy>Copy link</button></h2>",
    ),
    (
        "for a screen reader",
        "<h2>Restart the router<a href=#restart class=anchor><span class=visually-hidden>Link to this section</span></a></h2>",
    ),
    (
        "a number in an element",
        "<h2><span aria-hidden=true>#</span>Restart the router</h2>",
    ),
    (
        "an icon",
        "<h2><i class=material-icons>router</i> Restart the router</h2>",
    ),
    (
        "by its role",
        "<div role=heading aria-level=2>Restart the router</div>",
    ),
    (
        "by its role, in a paragraph's place",
        "<p role=heading aria-level=2>Restart the router</p>",
    ),
    (
        "marked in bold",
        "<h2><strong>Restart the router</strong></h2>",
    ),
    (
        "a custom element",
        "<h2><x-text>Restart the router</x-text></h2>",
    ),
];

#[test]
fn a_heading_is_its_words() {
    let mut wrong = String::new();
    for (maker, heading) in HEADINGS {
        let text = format!(
            "<article><h1>The network does not work</h1>{heading}<ol><li>Pull the plug.</li><li>Wait.</li></ol>
             <h2>Update the router</h2><p>Open its page and select <b>Update</b>.</p></article>"
        );
        let got = html::parse(&text)
            .map_or_else(|problems| format!("{problems:?}"), |guide| told(&guide));
        let expected = "# Restart the router\n1. Pull the plug.\n2. Wait.\n# Update the router\n1. Open its page and select Update.\n";
        if got != expected {
            wrong.push_str(&format!("{maker}:\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Markups of two steps, with all that is said around them.
const LISTS: &[(&str, &str)] = &[
    (
        "numbered lines",
        "<p>1. Pull the plug.<br>2. Wait a minute.</p>",
    ),
    (
        "numbered lines with brackets",
        "<p>1) Pull the plug.<br />2) Wait a minute.<br></p>",
    ),
    (
        "numbered paragraphs",
        "<p>1. Pull the plug.</p><p>2. Wait a minute.</p>",
    ),
    (
        "numbered paragraphs in spans",
        "<p><span>1. </span><span>Pull the plug.</span></p><p><span>2. </span><span>Wait a minute.</span></p>",
    ),
    (
        "numbered divisions",
        "<div>1. Pull the plug.</div><div>2. Wait a minute.</div>",
    ),
    (
        "bullets in lines",
        "<p>• Pull the plug.<br>• Wait a minute.</p>",
    ),
    (
        "bullets in paragraphs",
        "<p>•\u{a0}\u{a0}Pull the plug.</p><p>•\u{a0}\u{a0}Wait a minute.</p>",
    ),
    (
        "hyphens in lines",
        "<p>- Pull the plug.<br>- Wait a minute.</p>",
    ),
    (
        "Word's bullets",
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>\u{f0b7}<span>&nbsp;&nbsp; </span></span>Pull the plug.</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>\u{f0b7}<span>&nbsp;&nbsp; </span></span>Wait a minute.</p>",
    ),
    ("lines of orders", "<p>Pull the plug.<br>Wait a minute.</p>"),
    (
        "lines of orders in a span",
        "<p><span style='font-size:11pt'>Pull the plug.<br>Wait a minute.</span></p>",
    ),
    (
        "loose lines of orders",
        "<div>Pull the plug.<br>Wait a minute.<br></div>",
    ),
    (
        "empty lines between orders",
        "<p>Pull the plug.<br><br>Wait a minute.</p>",
    ),
    (
        "loose lines, with empty ones",
        "Pull the plug.<br><br>Wait a minute.",
    ),
    (
        "a list by its roles",
        "<div role=list><div role=listitem>Pull the plug.</div><div role=listitem>Wait a minute.</div></div>",
    ),
];

#[test]
fn steps_are_steps_in_any_markup() {
    let mut wrong = String::new();
    for (maker, list) in LISTS {
        let text = format!(
            "<article><h1>The network does not work</h1><h2>Restart the router</h2>{list}
             <h2>Update the router</h2><p>Open its page and select <b>Update</b>.</p></article>"
        );
        let got = html::parse(&text)
            .map_or_else(|problems| format!("{problems:?}"), |guide| told(&guide));
        let expected = "# Restart the router\n1. Pull the plug.\n2. Wait a minute.\n# Update the router\n1. Open its page and select Update.\n";
        if got != expected {
            wrong.push_str(&format!("{maker}:\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Markups of a picture and of what is watched, and what is kept of them: its address.
const MEDIA: &[(&str, &str, &str)] = &[
    ("plain", "<img src=a.png alt=A>", "a.png"),
    ("later", "<img data-src=a.png alt=A>", "a.png"),
    (
        "later, with a place",
        "<img class=lazyload src='data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' data-src=a.png alt=A>",
        "a.png",
    ),
    (
        "later, with a drawn place",
        "<img src=\"data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%3E%3C/svg%3E\" data-lazy-src=a.png alt=A>",
        "a.png",
    ),
    (
        "later, with a file as place",
        "<img src=/img/blank.gif data-original=a.png alt=A>",
        "a.png",
    ),
    (
        "several sizes, later",
        "<img src='data:image/gif;base64,R0lGODlhAQ' data-srcset='s.png 320w, a.png 800w, l.png 3200w' alt=A>",
        "a.png",
    ),
    (
        "several sizes",
        "<img srcset='s.png 1x, a.png 2x' alt=A>",
        "a.png",
    ),
    (
        "sources",
        "<picture><source srcset=a.png><img src='data:image/gif;base64,R0lGODlhAQ' alt=A></picture>",
        "a.png",
    ),
    (
        "sources with a picture",
        "<picture><source srcset='a.avif 800w' type=image/avif><img src=a.png alt=A></picture>",
        "a.png",
    ),
    (
        "without scripts",
        "<noscript><img src=a.png alt=A></noscript>",
        "a.png",
    ),
    (
        "with and without scripts",
        "<img class=lazy src=data: data-src=a.png alt=A><noscript><img src=a.png alt=A></noscript>",
        "a.png",
    ),
    (
        "a place, and without scripts",
        "<span class=lazy></span><noscript><img src='a.png' alt='A' /></noscript>",
        "a.png",
    ),
    (
        "in a figure",
        "<figure><img data-src=a.png alt=A><noscript><img src=a.png alt=A></noscript></figure>",
        "a.png",
    ),
    (
        "a video of YouTube",
        "<iframe src='https://www.youtube.com/embed/abc-1?rel=0' title='YouTube video player' allowfullscreen></iframe>",
        "https://www.youtube.com/watch?v=abc-1",
    ),
    (
        "without cookies",
        "<div class=video-wrapper><iframe data-src='//www.youtube-nocookie.com/embed/abc-1' title='How to do it'></iframe></div>",
        "https://www.youtube.com/watch?v=abc-1",
    ),
    (
        "in WordPress",
        "<figure class='wp-block-embed is-type-video'><div class=wp-block-embed__wrapper><iframe loading=lazy title='How to do it' width=500 height=281 src='https://www.youtube.com/embed/abc-1?feature=oembed'></iframe></div></figure>",
        "https://www.youtube.com/watch?v=abc-1",
    ),
    (
        "by its id",
        "<lite-youtube videoid=abc-1 playlabel='How to do it'></lite-youtube>",
        "https://www.youtube.com/watch?v=abc-1",
    ),
    (
        "of Vimeo",
        "<iframe src='https://player.vimeo.com/video/123?h=x'></iframe>",
        "https://vimeo.com/123",
    ),
    (
        "a film",
        "<video controls poster=p.png><source src=a.mp4 type=video/mp4>Your browser plays no films.</video>",
        "a.mp4",
    ),
    (
        "another page",
        "<iframe src='https://example.com/tool' title='The tool'></iframe>",
        "https://example.com/tool",
    ),
];

#[test]
fn pictures_and_films_are_kept_wherever_their_address_is() {
    let mut wrong = String::new();
    for (maker, media, address) in MEDIA {
        let text = format!(
            "<article><h1>The network does not work</h1><h2>Restart the router</h2><ol><li>Pull the plug.</li><li>Wait.</li></ol>{media}
             <h2>Update the router</h2><p>Open its page and select <b>Update</b>.</p></article>"
        );
        let got = html::parse(&text).map_or_else(
            |problems| format!("{problems:?}"),
            |guide| format!("{:?}", guide.fixes[0].steps),
        );
        let found = ["src", "href"]
            .map(|name| got.matches(&format!("{name}: \"{address}\"")).count())
            .iter()
            .sum::<usize>();
        if found != 1 || got.contains("plays no films") {
            wrong.push_str(&format!("{maker}: {found} in {got}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    for nothing in [
        "<iframe src=https://www.googletagmanager.com/ns.html height=0 width=0></iframe>",
        "<noscript><img height=1 width=1 src=https://count.example/p></noscript>",
        "<noscript>Turn on scripts to see this.</noscript>",
        "<iframe src=https://ads.example/x></iframe>",
        "<iframe src='javascript:alert(1)' title=Video></iframe>",
    ] {
        let text = format!(
            "<article><h1>The network does not work</h1><h2>Restart the router</h2><ol><li>Pull the plug.</li></ol>{nothing}
             <h2>Update the router</h2><p>Open its page and select <b>Update</b>.</p></article>"
        );
        let guide = html::parse(&text).unwrap();
        assert_eq!(
            told(&guide),
            "# Restart the router\n1. Pull the plug.\n# Update the router\n1. Open its page and select Update.\n",
            "{nothing}"
        );
    }
}
