//! How old one has to be to read our words with ease: all guides and all words of the widget, by the formula that was published
//! for the language. Menu names, code and keys are left out: they are as their makers wrote them.
//!
//! `cargo test -p unstuck-author --test author reading -- --nocapture` prints the table of docs/accessibility.md.

use std::fs;
use std::path::{Path, PathBuf};

use unstuck_adopt::{html, sentences};
use unstuck_core::guide::{Inline, Passage, Rich};

/// What a formula counts.
#[derive(Default)]
struct Counts {
    sentences: f64,
    words: f64,
    syllables: f64,
    /// Words of one syllable, of three or more, and of more than six letters.
    short: f64,
    many: f64,
    long: f64,
    letters: f64,
}

impl Counts {
    fn add(&mut self, lang: &str, text: &str) {
        for sentence in sentences(text) {
            let words = sentence.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'');
            let words: Vec<&str> = words
                .filter(|word| word.contains(char::is_alphabetic))
                .collect();
            if words.is_empty() {
                continue;
            }
            self.sentences += 1.0;
            for word in words {
                let syllables = syllables(lang, word);
                let letters = word.chars().count();
                self.words += 1.0;
                self.syllables += f64::from(syllables);
                self.letters += letters as f64;
                self.short += f64::from(u8::from(syllables == 1));
                self.many += f64::from(u8::from(syllables >= 3));
                self.long += f64::from(u8::from(letters > 6));
            }
        }
    }

    /// The measure of a language, its value, and whether that is easy enough.
    fn measure(&self, lang: &str) -> (&'static str, f64, bool) {
        let length = self.words / self.sentences;
        let syllables = self.syllables / self.words;
        let percent = |some: f64| 100.0 * some / self.words;
        match lang {
            // School years begin at 5 there, at 6 in German.
            "en" => {
                let age = 0.39 * length + 11.8 * syllables - 15.59 + 5.0;
                ("Flesch–Kincaid, age", age, age <= 12.0)
            }
            "de" => {
                let grade =
                    0.1935 * percent(self.many) + 0.1672 * length + 0.1297 * percent(self.long)
                        - 0.0327 * percent(self.short)
                        - 0.875;
                let age = grade + 6.0;
                ("first Wiener Sachtextformel, age", age, age <= 14.0)
            }
            // Ease from 0 to 100: 60 is where plain prose begins.
            "es" => ease(
                "Fernández Huerta",
                206.84 - 60.0 * syllables - 1.02 * length,
            ),
            "fr" => ease("Kandel–Moles", 207.0 - 73.6 * syllables - 1.015 * length),
            "pt" => ease(
                "Flesch by Martins",
                248.835 - 84.6 * syllables - 1.015 * length,
            ),
            "it" => ease(
                "Gulpease",
                89.0 + (300.0 * self.sentences - 10.0 * self.letters) / self.words,
            ),
            // Without spaces between words, or without a formula of its own.
            "ja" | "zh" | "th" => {
                let length = self.letters / self.sentences;
                ("characters a sentence", length, length <= 40.0)
            }
            _ => ("words a sentence", length, length <= 15.0),
        }
    }
}

fn ease(name: &'static str, value: f64) -> (&'static str, f64, bool) {
    (name, value, value >= 60.0)
}

/// Groups of vowels. English has a silent e at the end, French mute endings, and u after q or g is none in Spanish.
fn syllables(lang: &str, word: &str) -> u32 {
    let word = word.to_lowercase();
    let word = match lang {
        "en" => {
            let cut = word.trim_end_matches("'s").trim_end_matches("’s");
            let silent = cut.ends_with('e') && !cut.ends_with("le")
                || cut.ends_with("ed") && !cut.ends_with("ted") && !cut.ends_with("ded");
            cut[..cut.len() - usize::from(silent)]
                .trim_end_matches("e")
                .to_owned()
        }
        "fr" => word
            .trim_end_matches("es")
            .trim_end_matches("ent")
            .trim_end_matches('e')
            .to_owned(),
        "es" => word
            .replace("qu", "q")
            .replace("gue", "ge")
            .replace("gui", "gi"),
        _ => word,
    };
    let vowel = |c: char| "aeiouyäöüáéíóúàèìòùâêîôûãõåæøœëïÿ".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        let now = vowel(c);
        groups += u32::from(now && !before);
        before = now;
    }
    groups.max(1)
}

/// The words of a passage, without names.
fn prose(passage: &Passage, out: &mut Vec<String>) {
    match passage {
        Passage::Words(Rich(inlines)) => {
            let words = inlines.iter().map(|inline| match inline {
                Inline::Text(text) | Inline::Emphasis(text) => text,
                Inline::Link { text, .. } => text,
                _ => "",
            });
            out.push(words.collect());
        }
        Passage::List { items, .. } => items.iter().flatten().for_each(|one| prose(one, out)),
        Passage::Tip { passages, .. } => passages.iter().for_each(|one| prose(one, out)),
        Passage::Code(_) | Passage::Table { .. } => {}
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(folder);
    let all = fs::read_dir(folder).unwrap();
    let mut all: Vec<PathBuf> = all.map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

fn short(lang: &str) -> &str {
    lang.split('-').next().unwrap_or_default()
}

/// What a guide says: file name, language, counts.
fn guides() -> Vec<(String, String, Counts)> {
    let read = |path: PathBuf| {
        let guide = html::parse(&fs::read_to_string(&path).unwrap()).unwrap();
        let lang = short(&guide.lang).to_owned();
        let mut said = vec![guide.summary.clone()];
        let mut add = |passages: &[Passage]| passages.iter().for_each(|one| prose(one, &mut said));
        add(&guide.intro);
        add(&guide.wait);
        add(&guide.after);
        guide.notes.iter().for_each(|note| add(&note.passages));
        guide
            .support
            .iter()
            .for_each(|support| add(&support.passages));
        for fix in &guide.fixes {
            for passages in [&fix.reason, &fix.more, &fix.wait, &fix.away] {
                add(passages);
            }
            fix.steps.iter().for_each(|step| add(&step.passages));
            fix.check.iter().for_each(|check| add(&check.hint));
            if let Some(risk) = &fix.risk {
                add(&risk.passages);
                add(&risk.first);
                risk.lost.iter().for_each(|lost| add(lost));
            }
        }
        guide
            .questions
            .iter()
            .for_each(|question| add(&question.hint));
        let asked = guide.questions.iter().map(|question| question.ask.clone());
        said.extend(asked);
        let checks = guide.fixes.iter().filter_map(|fix| fix.check.as_ref());
        said.extend(checks.map(|check| check.ask.clone()));
        let mut counts = Counts::default();
        said.iter().for_each(|text| counts.add(&lang, text));
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, lang, counts)
    };
    files("guides").into_iter().map(read).collect()
}

/// The widget's words in each language. What is filled in counts as a word.
fn words() -> Vec<(String, String, Counts)> {
    let json = |path: &PathBuf| path.extension().is_some_and(|end| end == "json");
    let read = |path: PathBuf| {
        let file: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let lang = short(name.trim_end_matches(".json")).to_owned();
        let mut counts = Counts::default();
        for section in file.as_object().unwrap().values() {
            for text in section
                .as_object()
                .into_iter()
                .flatten()
                .map(|(_, text)| text)
            {
                let text = text.as_str().unwrap_or_default();
                counts.add(&lang, &text.replace("{{", " ").replace("}}", " "));
            }
        }
        (name, lang, counts)
    };
    files("locales")
        .into_iter()
        .filter(json)
        .map(read)
        .collect()
}

#[test]
fn guides_and_words_are_easy_to_read() {
    let mut hard = Vec::new();
    println!("| words | measure | value | words a sentence |\n| --- | --- | --- | --- |");
    for (name, lang, counts) in guides().into_iter().chain(words()) {
        let (measure, value, easy) = counts.measure(&lang);
        let length = match measure {
            "characters a sentence" => "–".to_owned(),
            _ => format!("{:.1}", counts.words / counts.sentences),
        };
        println!("| `{name}` | {measure} | {value:.1} | {length} |");
        if !easy {
            hard.push(format!("{name}: {measure} {value:.1}"));
        }
    }
    assert_eq!(hard, [""; 0]);
}

/// The formula against texts whose grade is known: a nursery rhyme, and a law.
#[test]
fn the_formula_tells_texts_apart() {
    let age = |text: &str| {
        let mut counts = Counts::default();
        counts.add("en", text);
        counts.measure("en").1
    };
    let easy = age("The cat sat on the mat. It saw a dog. The dog ran off.");
    let hard = age(
        "Notwithstanding any provision to the contrary, the aforementioned authority may, following appropriate consultation, determine the applicable administrative procedures.",
    );
    assert!(easy < 6.0, "{easy}");
    assert!(hard > 20.0, "{hard}");
}
