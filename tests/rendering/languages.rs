//! Every screen in languages that nobody speaks: no word of ours is anywhere but in `locales/`, and each has its translation.

use std::collections::BTreeSet;

use scraper::{Html, Node};
use unstuck::words::{self, Words};
use unstuck_locales::{LONG, RIGHT_TO_LEFT, pseudo};

use crate::fixture::{GUIDE, Widget};
use crate::heard::screens;

/// The attributes that people hear or see.
const SAID: [&str; 4] = ["aria-label", "title", "placeholder", "alt"];

/// Has the widget speak one of these languages.
fn speak(lang: &str) {
    let english = &unstuck_locales::all()[0];
    let texts = english.texts("widget");
    let texts = texts.map(|(key, text)| (key, pseudo(lang, &text)));
    words::learn(lang, lang, texts);
}

/// All that is shown or heard of a screen, text by text.
fn said(html: &str) -> Vec<String> {
    let document = Html::parse_fragment(html);
    let mut all = Vec::new();
    for node in document.tree.nodes() {
        match node.value() {
            Node::Text(text) => all.push(text.to_string()),
            Node::Element(element) => {
                all.extend(
                    SAID.iter()
                        .filter_map(|name| element.attr(name))
                        .map(str::to_owned),
                );
            }
            _ => {}
        }
    }
    all
}

fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.filter(|word| word.len() > 1)
}

/// What lies outside of the brackets that a text of the long language stands in.
fn outside(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '⟦' => depth += 1,
            '⟧' => {
                depth = depth.saturating_sub(1);
                out.push(' ');
            }
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn no_word_is_written_into_the_code() {
    speak(LONG);
    // What is not ours: the guide's words, what its support asks for, the hosts and addresses of these screens, and how ICU writes a date.
    let mut known: BTreeSet<&str> = plain_words(GUIDE).collect();
    known.extend([
        "Model", "Made", "in", "Jan", "AM", "PM", "UTC", "https", "example", "com", "www", "help",
        "unstuck",
    ]);
    for (screen, widget) in screens() {
        let html = widget.html_in(LONG);
        for text in said(&html)
            .iter()
            .filter(|text| !text.starts_with("https://"))
        {
            let rest = outside(text);
            let ours: Vec<&str> = plain_words(&rest)
                .filter(|word| !known.contains(word))
                .collect();
            assert!(ours.is_empty(), "{screen}: {ours:?} in {text:?}");
        }
    }
}

#[test]
fn words_from_right_to_left_run_that_way() {
    speak(RIGHT_TO_LEFT);
    let guide = GUIDE.replace(
        "lang=\"en\"",
        &format!("lang=\"{RIGHT_TO_LEFT}\" dir=\"rtl\""),
    );
    assert_ne!(guide, GUIDE);
    assert!(Words::of(RIGHT_TO_LEFT).lang == RIGHT_TO_LEFT);
    let html = Widget::of(crate::fixture::parsed(&guide), &[]).html_in(RIGHT_TO_LEFT);
    assert!(html.contains("dir=\"rtl\""), "{html}");
}
