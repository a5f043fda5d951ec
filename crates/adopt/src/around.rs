//! The title that a page gives to an article, natively.
//!
//! Belongs here: which heading around an article is the page's, and not the site's. The same rules are in `web/src/title.ts`,
//! where a browser has parsed the page; `tests/titles.json` holds both to one table. Does not: whether the article has a
//! title of its own (see `outline`).

use scraper::{ElementRef, Html};

/// What is the site's, or another article's.
const OTHERS: [&str; 5] = ["nav", "aside", "footer", "article", "unstuck-guide"];
const ROLES: [&str; 5] = [
    "banner",
    "navigation",
    "contentinfo",
    "complementary",
    "search",
];
const LOGO: [&str; 7] = [
    "logo",
    "brand",
    "sitetitle",
    "site-title",
    "sitename",
    "site-name",
    "wordmark",
];
/// Between a page's title and its site's name, with a space on each side.
const BETWEEN: [char; 7] = ['|', '–', '—', '·', '•', '»', '-'];

/// The nearest heading before an article that is the page's and above the article's own; else the page's title.
pub(crate) fn title_around(document: &Html, article: ElementRef<'_>) -> String {
    let headings = |within: ElementRef<'_>| -> Vec<u8> {
        let inner = within.descendants().filter_map(ElementRef::wrap);
        inner.filter_map(level).collect()
    };
    let top = headings(article).into_iter().min().unwrap_or(7);
    let before = document
        .root_element()
        .descendants()
        .take_while(|node| node.id() != article.id())
        .filter_map(ElementRef::wrap);
    let ours: Vec<(u8, String)> = before
        .filter_map(|heading| Some((level(heading)?, heading)))
        .filter(|(_, heading)| is_of_page(*heading, article))
        .map(|(level, heading)| (level, title_in(heading)))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    let above = ours.iter().rfind(|(level, _)| *level < top);
    above
        .or(ours.last())
        .map_or_else(|| title_of(document), |(_, words)| words.clone())
}

pub(crate) fn level(element: ElementRef<'_>) -> Option<u8> {
    match element.value().name().as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A heading's words: what runs something behind them is none.
fn title_in(heading: ElementRef<'_>) -> String {
    let runs = |each: &ElementRef<'_>| {
        let href = each.attr("href").unwrap_or_default().trim_start();
        each.value().name() == "a" && href.to_ascii_lowercase().starts_with("javascript:")
    };
    let inner = heading.descendants().filter_map(ElementRef::wrap);
    let controls: Vec<String> = inner.filter(runs).map(words).collect();
    let title = words(heading);
    let title = controls.iter().rev().fold(title.as_str(), |title, end| {
        let rest = title.strip_suffix(end.as_str()).map(str::trim_end);
        rest.filter(|rest| !rest.is_empty()).unwrap_or(title)
    });
    title.to_owned()
}

/// The elements around one.
fn around<'a>(element: ElementRef<'a>) -> impl Iterator<Item = ElementRef<'a>> {
    element.ancestors().filter_map(ElementRef::wrap)
}

fn is_of_page(heading: ElementRef<'_>, article: ElementRef<'_>) -> bool {
    let others = |element: &ElementRef<'_>| {
        let value = element.value();
        OTHERS.contains(&value.name())
            || value.attr("hidden").is_some()
            || value.attr("role").is_some_and(|role| ROLES.contains(&role))
    };
    let own = |element: &ElementRef<'_>| around(article).any(|each| each.id() == element.id());
    if others(&heading) || around(heading).any(|each| others(&each) && !own(&each)) {
        return false;
    }
    let of_page = |header: ElementRef<'_>| {
        around(header).any(|each| {
            matches!(each.value().name(), "main" | "article" | "section")
                || each.attr("role") == Some("main")
        })
    };
    let header = around(heading).find(|each| each.value().name() == "header");
    header.is_none_or(of_page) && !is_logo(heading)
}

fn is_logo(heading: ElementRef<'_>) -> bool {
    let says = |element: ElementRef<'_>| {
        let names = [element.attr("class"), element.attr("id")];
        names.into_iter().flatten().any(|names| {
            let names = names.to_ascii_lowercase();
            LOGO.iter().any(|logo| {
                names.match_indices(logo).any(|(at, _)| {
                    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
                    !letter(names[..at].chars().next_back())
                        && !letter(names[at + logo.len()..].chars().next())
                })
            })
        })
    };
    let inner = |name: Option<&str>| {
        heading
            .descendants()
            .skip(1)
            .filter_map(ElementRef::wrap)
            .find(|each| name.is_none_or(|name| each.value().name() == name))
    };
    let near = [Some(heading), around(heading).next(), inner(None)];
    let link = around(heading).find(|each| each.value().name() == "a");
    let link = link.or_else(|| inner(Some("a")));
    near.into_iter().flatten().any(says)
        || link.is_some_and(|link| {
            let home = link.attr("href").is_some_and(is_home) || link.attr("rel") == Some("home");
            home && words(link) == words(heading)
        })
}

/// Whether an address is that of a site's first page.
fn is_home(href: &str) -> bool {
    let href = href.to_ascii_lowercase();
    let path = match href.split_once("://") {
        Some(("http" | "https", rest)) => match rest.split_once('/') {
            Some((host, path)) if !host.is_empty() => path,
            None => "",
            _ => return false,
        },
        _ => match href.strip_prefix("./").or(href.strip_prefix('/')) {
            Some(path) => path,
            None => return false,
        },
    };
    matches!(path, "" | "index.html")
}

/// The page's title without its site's name.
fn title_of(document: &Html) -> String {
    let all = || {
        document
            .root_element()
            .descendants()
            .filter_map(ElementRef::wrap)
    };
    let title = all().find(|each| each.value().name() == "title").map(words);
    let site = all().find(|each| {
        each.value().name() == "meta"
            && (each.attr("property") == Some("og:site_name")
                || each.attr("name") == Some("application-name"))
    });
    let name = site
        .and_then(|site| site.attr("content"))
        .unwrap_or_default()
        .trim();
    let title = title.unwrap_or_default().replace('|', " | ");
    let mut parts = vec![String::new()];
    for word in title.split_whitespace() {
        let mut chars = word.chars();
        let between = chars.next().is_some_and(|c| BETWEEN.contains(&c)) && chars.next().is_none();
        match parts.last_mut() {
            Some(last) if !between => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(word);
            }
            _ => parts.push(String::new()),
        }
    }
    let count = parts.len();
    parts.retain(|part| !part.is_empty() && part != name);
    if parts.len() > 1 && parts.len() == count {
        parts.pop();
    }
    parts.join(" – ")
}
