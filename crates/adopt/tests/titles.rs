//! The title of a guide: its article's own heading, else the nearest of its page.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop")]

use unstuck_adopt::html;

/// What a page says of an article. A browser's page is held to the same table by `web/test/loader.test.ts`.
#[test]
fn the_page_gives_a_title() {
    let table: Vec<(String, String, String)> =
        serde_json::from_str(include_str!("titles.json")).unwrap();
    assert!(table.len() > 30);
    for (what, page, title) in table {
        // Natively the longest article is read, which is never one in another.
        if what == "in an article around" {
            continue;
        }
        let article = html::article(&page);
        assert_eq!(
            article.attribute("data-unstuck-title"),
            Some(&*title),
            "{what}"
        );
    }
}

#[test]
fn an_article_has_its_own_title_or_the_pages() {
    const OWN: &str = "The camera does not record";
    const PAGE: &str = "The lock does not open";
    const STEPS: &str = "<ol><li>Turn it off.</li><li>Turn it on.</li></ol>";
    for (what, inside, title) in [
        (
            "h2 over h3",
            format!("<h2>{OWN}</h2><h3>Restart it</h3>{STEPS}<h3>Update it</h3>{STEPS}"),
            OWN,
        ),
        (
            "fixes alone",
            format!("<h2>Restart it</h2>{STEPS}<h2>Update it</h2>{STEPS}"),
            PAGE,
        ),
        ("one fix", format!("<h2>Restart it</h2>{STEPS}"), PAGE),
        (
            "bold fixes",
            format!("<h2>{OWN}</h2><p><b>Restart it</b></p>{STEPS}<p><b>Update it</b></p>{STEPS}"),
            OWN,
        ),
        (
            "deeper, then higher",
            format!("<h3>Note</h3><p>x</p><h2>Restart it</h2>{STEPS}<h2>Update it</h2>{STEPS}"),
            PAGE,
        ),
        (
            "a marked fix first",
            format!(
                "<h2 data-unstuck-id=r>Restart it</h2>{STEPS}<h3 data-unstuck-id=u>Update it</h3>{STEPS}"
            ),
            PAGE,
        ),
    ] {
        let page = format!("<h1>{PAGE}</h1><article><p>It does not work.</p>{inside}</article>");
        let guide = html::parse(&page).unwrap_or_else(|found| panic!("{what}: {found:?}"));
        assert_eq!(guide.title, title, "{what}");
    }
}
