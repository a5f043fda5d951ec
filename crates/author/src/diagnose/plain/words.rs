//! The words that the rules look for, a table for each language. Where a language has none, the rule is silent in it.

use super::look::Look;
use super::looks;

/// What one language has.
#[derive(Debug)]
pub(super) struct Words {
    lang: &'static str,
    pub(super) longest: Longest,
    /// Links that say nothing of where they lead.
    links: &'static [&'static str],
    /// What joins two things that are done one after the other.
    then: &'static [&'static str],
    /// What begins a case, or says only how or how long.
    asides: &'static [&'static str],
    /// Words that say no.
    no: &'static [&'static str],
    pub(super) look: Option<&'static Look>,
}

/// How long a sentence may be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Longest {
    Words(usize),
    /// For writing without spaces.
    Characters(usize),
}

const NONE: Words = Words {
    lang: "",
    longest: Longest::Words(25),
    links: &[],
    then: &[],
    asides: &[],
    no: &[],
    look: None,
};

static ALL: &[Words] = &[
    Words {
        lang: "en",
        links: &[
            "click here",
            "here",
            "this",
            "link",
            "this link",
            "this page",
            "this article",
            "more",
            "read more",
            "learn more",
            "more info",
            "more information",
            "details",
            "go",
            "tap here",
            "see here",
        ],
        then: &[
            ", then ",
            " and then ",
            "; then ",
            ", and then ",
            ", after that ",
            " before you ",
        ],
        asides: &[
            "if ",
            "when ",
            "once ",
            "unless ",
            "until ",
            "while ",
            "don't ",
            "don’t ",
            "do not ",
            "never ",
            "make sure ",
            "keep ",
            "leave ",
            "wait ",
            "avoid ",
            "or ",
            "otherwise",
        ],
        no: &[
            "not", "no", "never", "none", "nothing", "nobody", "nowhere", "neither", "without",
            "unable", "cannot", "unless", "fail", "fails", "failed",
        ],
        look: Some(&looks::ENGLISH),
        ..NONE
    },
    Words {
        lang: "de",
        links: &[
            "hier",
            "hier klicken",
            "klicken sie hier",
            "klick hier",
            "klicke hier",
            "link",
            "dieser link",
            "mehr",
            "weiterlesen",
            "mehr erfahren",
        ],
        then: &[
            ", dann ",
            " und dann ",
            "; dann ",
            " und danach ",
            ", danach ",
        ],
        asides: &[
            "wenn ",
            "falls ",
            "sobald ",
            "solange ",
            "bis ",
            "oder ",
            "sonst ",
            "ist ",
            "sind ",
            "warte ",
            "warte, ",
            "warten sie ",
            "lass ",
            "lassen sie ",
            "achte ",
            "achten sie ",
        ],
        no: &[
            "nicht", "kein", "keine", "keinen", "keiner", "keinem", "nie", "niemals", "nichts",
            "niemand", "ohne",
        ],
        look: Some(&looks::GERMAN),
        ..NONE
    },
    Words {
        lang: "es",
        links: &[
            "aquí",
            "haz clic aquí",
            "haga clic aquí",
            "enlace",
            "este enlace",
            "más",
            "leer más",
            "más información",
        ],
        then: &[
            " y luego ",
            ", luego ",
            " y después ",
            ", después ",
            " y a continuación ",
        ],
        asides: &["si ", "cuando ", "mientras ", "hasta ", "o "],
        look: Some(&looks::SPANISH),
        ..NONE
    },
    Words {
        lang: "fr",
        links: &[
            "ici",
            "cliquez ici",
            "clique ici",
            "lien",
            "ce lien",
            "plus",
            "en savoir plus",
            "lire la suite",
        ],
        then: &[
            ", puis ",
            " et puis ",
            " puis ",
            ", ensuite ",
            " et ensuite ",
        ],
        asides: &["si ", "quand ", "lorsque ", "tant que ", "jusqu", "ou "],
        look: Some(&looks::FRENCH),
        ..NONE
    },
    Words {
        lang: "pt",
        links: &[
            "aqui",
            "clique aqui",
            "toque aqui",
            "link",
            "este link",
            "mais",
            "saiba mais",
            "leia mais",
        ],
        then: &[" e depois ", ", depois ", " e em seguida ", ", em seguida "],
        asides: &["se ", "quando ", "enquanto ", "até ", "ou "],
        look: Some(&looks::PORTUGUESE),
        ..NONE
    },
    Words {
        lang: "it",
        links: &[
            "qui",
            "clicca qui",
            "fai clic qui",
            "link",
            "questo link",
            "altro",
            "scopri di più",
            "leggi di più",
        ],
        then: &[" e poi ", ", poi ", ", quindi ", " e quindi "],
        asides: &["se ", "quando ", "finché ", "mentre ", "o "],
        ..NONE
    },
    Words {
        lang: "nl",
        links: &[
            "hier",
            "klik hier",
            "link",
            "deze link",
            "meer",
            "lees meer",
            "meer informatie",
        ],
        then: &[", dan ", " en dan ", " en daarna ", ", daarna "],
        asides: &["als ", "wanneer ", "zodra ", "zolang ", "tot ", "of "],
        no: &["niet", "geen", "nooit", "niets", "niemand", "zonder"],
        ..NONE
    },
    Words {
        lang: "ja",
        longest: Longest::Characters(70),
        links: &[
            "こちら",
            "ここ",
            "ここをクリック",
            "こちらをクリック",
            "リンク",
            "詳細",
            "詳しくはこちら",
        ],
        look: Some(&looks::JAPANESE),
        ..NONE
    },
    Words {
        lang: "zh",
        longest: Longest::Characters(60),
        links: &[
            "这里",
            "此处",
            "点击这里",
            "点击此处",
            "链接",
            "更多",
            "了解更多",
            "這裡",
            "此處",
            "按這裡",
        ],
        look: Some(&looks::CHINESE),
        ..NONE
    },
    Words {
        lang: "ar",
        links: &[
            "هنا",
            "انقر هنا",
            "اضغط هنا",
            "الرابط",
            "المزيد",
            "اقرأ المزيد",
        ],
        look: Some(&looks::ARABIC),
        ..NONE
    },
    // Nothing parts its words.
    Words {
        lang: "th",
        longest: Longest::Characters(120),
        ..NONE
    },
];

impl Words {
    /// Those of a language, by its name in an attribute `lang`.
    pub(super) fn of(lang: &str) -> &'static Self {
        static UNKNOWN: Words = NONE;
        let name = lang.split(['-', '_']).next().unwrap_or_default();
        let own = ALL
            .iter()
            .find(|words| words.lang.eq_ignore_ascii_case(name));
        own.unwrap_or(&UNKNOWN)
    }

    pub(super) fn says_nothing(&self, link: &str) -> bool {
        let link = link.to_lowercase();
        let link = link.trim_matches(|c: char| !c.is_alphanumeric());
        self.links.contains(&link)
    }

    /// How often it says no.
    pub(super) fn negations(&self, words: &str) -> usize {
        let words = words.to_lowercase().replace('’', "'");
        let says_no = |word: &&str| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            self.no.contains(&word) || (self.lang == "en" && word.ends_with("n't"))
        };
        words.split_whitespace().filter(says_no).count()
    }

    /// A sentence in the pieces that are done one after the other.
    pub(super) fn one_after_the_other<'t>(&self, sentence: &'t str) -> Vec<&'t str> {
        let mut pieces = vec![sentence];
        for joint in self.then {
            pieces = pieces
                .into_iter()
                .flat_map(|piece| piece.split(joint))
                .collect();
        }
        pieces
    }

    /// Whether a piece is for one case alone, or says how: "If it is on, …", "Don't …".
    pub(super) fn is_aside(&self, piece: &str) -> bool {
        let piece = piece.trim_start().to_lowercase();
        self.asides.iter().any(|aside| piece.starts_with(aside))
    }
}
