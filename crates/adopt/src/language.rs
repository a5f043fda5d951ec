//! Which language an article is in: what it says counts more than what its `lang` says.
//!
//! Belongs here: finding it out, and the rule that remains where no word of it is known. Does not: the words (see
//! `lexicon`).

use unstuck_core::guide::{Element, Node};
use whatlang::Lang;

use crate::dom::{find, is_boilerplate, is_heading, is_list, mostly_links};
use crate::lexicon::{Lexicon, Role, primary};
use crate::marks::set_mark;
use crate::sentences::sentences;

/// How much of an article is looked at, in bytes.
const ENOUGH_BYTES: usize = 4_000;
/// What is shorter, in bytes, can be in any language.
const LEAST_BYTES: usize = 80;
/// Fewer headings than these do not show another language.
const LEAST_TITLES: usize = 3;
/// From here on a guess is better than English, where nothing is declared.
const GUESS_BYTES: usize = 300;

/// The language of an article, as an attribute `lang` names it: that of its text, if that is certain; else the one that it
/// declares.
pub(crate) fn language_of(article: &Element) -> String {
    let declared = article.attribute("lang").unwrap_or_default().trim();
    let primary = primary(declared);
    let mut text = String::new();
    gather(article, &mut text);
    let found = whatlang::detect(&text).filter(|_| text.len() >= LEAST_BYTES);
    let written = by_script(&text);
    // What is not certain may be close to a language whose words tell: Afrikaans to Dutch.
    if declared.is_empty()
        && found.as_ref().is_some_and(|found| !found.is_reliable())
        && written.is_none()
        && let Some(name) = told_by_words(&text)
    {
        return name.to_owned();
    }
    let Some(found) = found else {
        return if declared.is_empty() { "en" } else { declared }.to_owned();
    };
    let name = written.unwrap_or_else(|| name_of(found.lang()));
    let reliable = written.is_some() || found.is_reliable();
    let knows = || Lang::all().iter().any(|lang| name_of(*lang) == primary);
    match declared {
        // Norwegian has several names.
        _ if primary == name || name == "nb" && matches!(&*primary, "no" | "nn") => declared,
        "" if reliable || text.len() >= GUESS_BYTES => name,
        "" => "en",
        // A language that cannot be found out cannot be ruled out either.
        _ if reliable && (knows() || primary == "x") => name,
        _ => declared,
    }
    .to_owned()
}

/// The language whose script one letter in five is of: names and links around it may be in Latin letters.
fn by_script(text: &str) -> Option<&'static str> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let of = |script: fn(char) -> bool| {
        let count = text.chars().filter(|c| script(*c)).count();
        letters > 0 && count * 5 >= letters
    };
    let kana = |c| matches!(c, '\u{3041}'..='\u{30ff}');
    // Han letters are Japanese as well, among kana.
    let japanese = of(kana);
    if japanese {
        return Some("ja");
    }
    (of(|c| matches!(c, '\u{4e00}'..='\u{9fff}')) && !text.chars().any(kana)).then_some("zh")
}

/// Of the languages whose words are known, the one that a text looks like, if it gives more orders in that one than in English.
fn told_by_words(text: &str) -> Option<&'static str> {
    let known = Lang::all().iter().copied();
    let known = known.filter(|lang| Lexicon::known(name_of(*lang)).is_some());
    let detector = whatlang::Detector::with_allowlist(known.collect());
    let name = name_of(detector.detect(text)?.lang());
    let orders = |lexicon: &Lexicon| sentences(text).filter(|one| lexicon.instructs(one)).count();
    (orders(Lexicon::of(name)) > orders(Lexicon::of("en"))).then_some(name)
}

/// The words for an article in a language. Where its headings say little in that language and much in another, it is translated in
/// part, and has the words of both.
pub(crate) fn lexicon_of(article: &Element, language: &str) -> &'static Lexicon {
    let lexicon = Lexicon::of(language);
    let headings = find(article, &is_heading);
    let titles: Vec<String> = headings.iter().map(|heading| said(heading)).collect();
    let says = |lexicon: &Lexicon| {
        let said = titles.iter().filter(|title| {
            lexicon.is_instruction(title)
                || lexicon.names_trouble(title)
                || lexicon.role(title) != Role::Plain
        });
        said.count()
    };
    let own = says(lexicon);
    if titles.len() < LEAST_TITLES || own * 2 >= titles.len() {
        return lexicon;
    }
    let all = titles.join(". ");
    let guess = whatlang::detect_lang(all.get(..ENOUGH_BYTES).unwrap_or(&all));
    let mut others = guess.map(name_of).into_iter().chain(["en"]);
    let better = others.find_map(|name| {
        let other = says(Lexicon::known(name)?);
        (other > own * 2 && other * 2 >= titles.len()).then(|| Lexicon::of_both(language, name))?
    });
    better.unwrap_or(lexicon)
}

fn said(heading: &Element) -> String {
    let mut words = String::new();
    gather(heading, &mut words);
    words.trim_end().to_owned()
}

/// The prose of an element; code is in no language.
fn gather(element: &Element, out: &mut String) {
    for child in &element.children {
        if out.len() >= ENOUGH_BYTES {
            return;
        }
        match child {
            Node::Text(words) => {
                out.push_str(words.trim());
                out.push(' ');
            }
            Node::Element(inner) => {
                let code = matches!(inner.tag.as_str(), "pre" | "code" | "kbd" | "samp" | "var");
                // What unfolds is hidden, and read all the same; so is the button in a heading that opens it.
                let unfolds = inner.attribute("hidden").is_some()
                    || inner.tag == "button" && is_heading(element);
                if !code && (unfolds || !is_boilerplate(inner)) {
                    gather(inner, out);
                }
            }
        }
    }
}

/// The name of a language in an attribute `lang`: in two letters, where it has such a name.
fn name_of(lang: Lang) -> &'static str {
    match lang {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}

/// The value of the mark `steps` that no author has set.
pub(crate) const LISTED: &str = "listed";

/// The article with its lists marked as steps, but for those of links: what is left to go by where the words are not known.
pub(crate) fn with_lists_as_steps(element: &Element) -> Element {
    let mut out = element.clone();
    if is_list(&out) {
        if !mostly_links(&out) {
            set_mark(&mut out, "steps", LISTED);
        }
        return out;
    }
    for child in &mut out.children {
        if let Node::Element(inner) = child {
            *inner = with_lists_as_steps(inner);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::new_element;

    #[test]
    fn what_is_said_counts_more_than_what_is_declared() {
        const GERMAN: &str = "Starten Sie das Gerät neu. Öffnen Sie danach die Einstellungen und \
             wählen Sie Ihr Netz aus. Wenn das nicht hilft, setzen Sie es zurück.";
        const ENGLISH: &str = "Restart the device and wait for a minute. Then open the settings and \
             select your network. If that does not help, reset the device to its factory state.";
        for (declared, text, expected) in [
            ("de", GERMAN, "de"),
            ("de-AT", GERMAN, "de-AT"),
            ("en", GERMAN, "de"),
            ("", GERMAN, "de"),
            ("en-US", ENGLISH, "en-US"),
            ("ja", ENGLISH, "en"),
            ("", ENGLISH, "en"),
            // Too short to say.
            ("en", "Gerät neu starten", "en"),
            ("fr", "OK", "fr"),
            (
                "",
                "WinSCP と FileZilla の使い方: WinSCP Official Site, Free SFTP and FTP client for Windows. FileZilla を開いて、ファイルを選び、サーバーに転送してください。",
                "ja",
            ),
            ("", "Router", "en"),
            // Galician is none of those that can be found out.
            (
                "gl",
                "Reinicie o dispositivo. Despois abra os axustes e escolla a súa rede. Se iso non \
                  axuda, restableza a configuración.",
                "gl",
            ),
        ] {
            let mut article = new_element("article", vec![Node::Text(text.into())]);
            article.attributes.push(("lang".into(), declared.into()));
            assert_eq!(language_of(&article), expected, "{declared}: {text}");
        }
    }

    #[test]
    fn code_is_in_no_language() {
        let code = new_element("pre", vec![Node::Text("der die das und ".repeat(40))]);
        let article = new_element("article", vec![Node::Element(code)]);
        assert_eq!(language_of(&article), "en");
    }
}
