//! Which way a guide runs.
//!
//! Belongs here: telling it by the letters of its words. Does not: languages, of which there are more than anybody lists.

use super::Guide;

impl Guide {
    /// Which way it runs, as the attribute `dir` says it: as its author says, else as most letters of its titles do.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        match &*self.dir {
            "rtl" => "rtl",
            "ltr" => "ltr",
            _ => {
                let titles = self.fixes.iter().map(|fix| &*fix.title);
                direction_of([&*self.title, &*self.summary].into_iter().chain(titles))
            }
        }
    }
}

/// Which way words run: as most of their letters do.
#[must_use]
pub fn direction_of<'a>(texts: impl Iterator<Item = &'a str>) -> &'static str {
    let mut balance = 0_i64;
    for letter in texts.flat_map(str::chars).filter(|c| c.is_alphabetic()) {
        balance += if is_rtl(letter) { 1 } else { -1 };
    }
    if balance > 0 { "rtl" } else { "ltr" }
}

/// Whether a letter is of a script that runs from right to left: the blocks that Unicode keeps for them.
fn is_rtl(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_letters_decide() {
        for (words, expected) in [
            ("The lamp stays dark", "ltr"),
            ("המנורה לא נדלקת", "rtl"),
            ("الطابعة لا تطبع من iPhone", "rtl"),
            // Kurdish, Dhivehi and N'Ko, of which a list of languages would not think.
            ("پرێنتەرەکە چاپ ناکات", "rtl"),
            ("ޕްރިންޓަރު ޗާޕެއް ނުކުރޭ", "rtl"),
            ("ߒߞߏ", "rtl"),
            ("プリンターで印刷できない", "ltr"),
            ("Error in the file שלום.txt", "ltr"),
            ("42", "ltr"),
        ] {
            assert_eq!(direction_of([words].into_iter()), expected, "{words}");
        }
    }
}
