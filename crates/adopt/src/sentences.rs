//! What a sentence does: instructs, refers to something, warns of a loss, mentions waiting.
//!
//! Belongs here: single sentences and the sentences of an element. Does not: the words that they look for (see `lexicon`), titles (see `titles`),
//! or what makes a list one of steps (see `lists`).

use unstuck_core::guide::{Element, menu_path};

use crate::dom::{find_tags, text};
use crate::lexicon::Lexicon;
use crate::numbers::without_number;
use crate::titles::bare;
use crate::word_lists::{begins_with_phrase, contains_phrase, lowered};

/// How much of a sentence is read, in characters: what takes longer to come to its verb is no instruction.
const SENTENCE_CHARS: usize = 240;

/// Where a clause ends within its sentence.
pub(crate) const CLAUSE_ENDS: [char; 13] = [
    ',', ':', ';', '–', '—', '(', ')', '，', '：', '；', '、', '（', '）',
];

/// Sentences by what they do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// All of them.
    pub(crate) sentences: usize,
    /// The instructions among them.
    pub(crate) instructing: usize,
    /// Those that only point at something to do.
    pub(crate) hinting: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.instructing += other.instructing;
        self.hinting += other.hinting;
    }
}

impl Lexicon {
    /// Whether a sentence is an instruction.
    pub(crate) fn instructs(&self, sentence: &str) -> bool {
        let end = sentence
            .char_indices()
            .nth(SENTENCE_CHARS)
            .map_or(sentence.len(), |(at, _)| at);
        let sentence = &sentence[..end];
        let lower = lowered(sentence.trim());
        let lower = without_number(&lower);
        if lower.is_empty() || begins_with_phrase(lower, &self.no_orders) {
            return false;
        }
        if contains_phrase(lower, &self.instructions) {
            return true;
        }
        // Clauses: "If it is on, turn it off." begins with none of the verbs.
        let opener = lower.split(' ').next().map(bare).unwrap_or_default();
        let conditional = self.clause_openers.contains(opener);
        let mut clauses = lower.split(CLAUSE_ENDS);
        let first = clauses.next().unwrap_or_default();
        if self.begins_with_verb(first) && !lower.starts_with("to ") {
            return true;
        }
        // "Under Options select Reset" has no comma.
        if self
            .places
            .contains(first.split(' ').next().unwrap_or_default())
            && first
                .split(' ')
                .skip(2)
                .take(8)
                .any(|word| self.place_orders.contains(word))
        {
            return true;
        }
        (conditional || first.split(' ').count() < 4)
            && clauses.any(|clause| self.begins_with_verb(clause))
            || self.ends_with_verb(sentence)
            // "Its permission may be off – check the settings."
            || lower
                .split(DASHES)
                .skip(1)
                .any(|clause| self.begins_with_verb(clause))
    }

    fn begins_with_verb(&self, clause: &str) -> bool {
        let mut words = clause
            .split_whitespace()
            .map(|word| self.lead_words.cut(bare(word)))
            .filter(|word| !word.is_empty())
            .skip_while(|word| self.lead_words.contains(word));
        let Some(first) = words.next() else {
            return false;
        };
        // "Update is slow" and "check marks are" name things.
        let second = words.next().unwrap_or_default();
        self.orders.begin_with(first, second) && !self.after_nouns.contains(second)
    }

    /// Whether the last clause of a sentence ends with an order: Die Kappe abnehmen.
    fn ends_with_verb(&self, sentence: &str) -> bool {
        let mut clauses = sentence.rsplit([',', ':', ';', '–', '—', '，', '：', '；']);
        clauses
            .find(|clause| clause.contains(char::is_alphanumeric))
            .is_some_and(|clause| self.orders.end(clause))
    }

    /// Whether a sentence at least points at something to do: You can skip them. The port should be 587.
    pub(crate) fn hints(&self, sentence: &str) -> bool {
        let lower = lowered(sentence);
        let first = lower.split(' ').next().unwrap_or_default();
        // "Renaming it may work."
        contains_phrase(&lower, &self.hints) || self.is_gerund(first)
    }

    /// Whether a sentence says that something will be lost.
    pub(crate) fn loses(&self, sentence: &str) -> bool {
        let lower = lowered(sentence);
        contains_phrase(&lower, &self.losses) && !contains_phrase(&lower, &self.keeps)
    }

    /// The clause of a sentence that says, wherever it stands, that what is done destroys something. Not where that is its aim:
    /// "Delete all files."
    pub(crate) fn consequence<'t>(&self, sentence: &'t str) -> Option<&'t str> {
        let lower = lowered(sentence);
        if contains_phrase(&lower, &self.keeps) {
            return None;
        }
        let clauses = sentence.split([
            ',', ';', ':', '(', ')', '–', '—', '，', '；', '：', '、', '（', '）',
        ]);
        clauses.map(str::trim).find(|clause| {
            let lower = lowered(clause);
            contains_phrase(&lower, &self.consequences) && !self.begins_with_verb(&lower)
        })
    }

    /// Whether a sentence says what to do before something is lost.
    pub(crate) fn takes_care(&self, sentence: &str) -> bool {
        self.cautions(sentence) && !self.loses(sentence)
    }

    /// The same, where it may also say what is lost: "Do this only with a copy, or you may lose your pictures."
    pub(crate) fn cautions(&self, sentence: &str) -> bool {
        contains_phrase(&lowered(sentence), &self.precautions)
    }

    /// Whether a sentence says that its result takes hours.
    pub(crate) fn takes_long(&self, sentence: &str) -> bool {
        let lower = lowered(sentence);
        // "All night" takes long, "at night" says when.
        let long = contains_phrase(&lower, &self.long_phrases)
            || lower
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| self.durations.contains(word));
        // "If you can't wait for a day, do this" is for those who do not.
        long && contains_phrase(&lower, &self.waiting)
            && !contains_phrase(&lower.replace('’', "'"), &self.no_waits)
    }

    /// Whether a paragraph invites to rate or to edit the article, or ends the page: copyright, tags, the next article.
    pub(crate) fn invites(&self, text: &str) -> bool {
        let lower = lowered(text);
        text.split(' ').count() < 24
            && (contains_phrase(&lower, &self.invitations)
                || begins_with_phrase(&lower, &self.page_ends))
    }

    /// Whether a paragraph is metadata: date of change, category.
    pub(crate) fn is_metadata(&self, text: &str) -> bool {
        if self.invites(text) {
            return true;
        }
        text.split(' ').count() < 16 && begins_with_phrase(&lowered(text), &self.labels)
    }

    /// Sentences of a block, and the instructions among them.
    pub(crate) fn tally(&self, block: &Element) -> Tally {
        let mut tally = Tally::default();
        if matches!(block.tag.as_str(), "pre" | "figure") {
            return tally;
        }
        let text = text(block);
        for sentence in sentences(&text) {
            tally.sentences += 1;
            if self.instructs(sentence) {
                tally.instructing += 1;
            } else if self.hints(sentence) {
                tally.hinting += 1;
            }
        }
        tally
    }

    /// Whether any sentence of an element is an instruction.
    pub(crate) fn is_instructing(&self, element: &Element) -> bool {
        let text = text(element);
        sentences(&text).any(|sentence| self.instructs(sentence)) || has_menu_path(element)
    }
}

/// Whether a sentence tells somebody to do something, by the words of a language; `None` where there are no lists of it.
#[must_use]
pub fn instructs(language: &str, sentence: &str) -> Option<bool> {
    Lexicon::known(language).map(|words| words.instructs(sentence))
}

/// What another sentence follows within one.
const DASHES: [char; 3] = ['–', '—', ';'];

/// What ends a sentence wherever it stands.
const ENDS: [char; 8] = ['!', '?', '\n', '。', '！', '？', '؟', '۔'];

/// The sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|c| c == '.' || ENDS.contains(&c))
        .flat_map({
            // A full stop within 2.4 or a file name ends nothing.
            let mut start = 0;
            let mut end = 0;
            move |piece| {
                end += piece.len();
                let last = piece.ends_with(ENDS)
                    || text[end..].starts_with(char::is_whitespace)
                    || end == text.len();
                if !last {
                    return None;
                }
                let sentence = text[start..end].trim();
                start = end;
                (!sentence.is_empty()).then_some(sentence)
            }
        })
}

/// Bold items of a menu: where to go.
fn has_menu_path(element: &Element) -> bool {
    let bold = find_tags(element, &["b", "strong"]);
    bold.iter().any(|inner| menu_path(&text(inner)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_end() {
        let of = |text| sentences(text).collect::<Vec<_>>();
        assert_eq!(
            of("Set 2.4 GHz. Wait! Is it on? Yes"),
            ["Set 2.4 GHz.", "Wait!", "Is it on?", "Yes"]
        );
        assert_eq!(
            of("電源を切ります。待ちます。"),
            ["電源を切ります。", "待ちます。"]
        );
        assert_eq!(of(""), Vec::<&str>::new());
    }

    #[test]
    fn instructions_are_recognised() {
        for (sentence, tells) in [
            ("Restart the phone.", true),
            ("If it is on, turn it off.", true),
            ("To start over, press Reset.", true),
            ("Please wait.", true),
            ("You should update it.", true),
            ("The phone is slow.", false),
            ("This happens when the disk is full.", false),
            ("Update is slow.", false),
        ] {
            assert_eq!(Lexicon::of("en").instructs(sentence), tells, "{sentence}");
        }
    }

    #[test]
    fn orders_have_the_forms_of_their_language() {
        for (language, orders, others) in [
            (
                "de",
                &[
                    "Starten Sie das Gerät neu.",
                    "Starte den Rechner neu.",
                    "Den Akku neu einsetzen.",
                    "Wenn die Lampe blinkt, schalten Sie das Gerät aus.",
                    "Danach ziehst du – vorsichtig – am Griff: Kabel abziehen.",
                    "Im Menü auf „Weiter“ tippen.",
                    "Bitte warten Sie.",
                    "Vergewissern Sie sich, dass der Deckel zu ist.",
                    "Wisch den Filter sauber und schieb ihn zurück.",
                    "Druck die Seite noch einmal.",
                ][..],
                &[
                    "Das Gerät startet nicht.",
                    "Die Seiten lassen sich nicht öffnen.",
                    "Haben Sie das Gerät schon lange?",
                    "Die Fehler treten beim Drucken auf.",
                    "Es kann einige Minuten dauern, bis die Geräte starten.",
                    "Probleme beim Starten",
                    "Druck fehlt in der Leitung.",
                    "Schalter und Stecker sind locker.",
                ][..],
            ),
            (
                "es",
                &[
                    "Reinicie el equipo.",
                    "Apágalo y espera un minuto.",
                    "Comprobar la conexión.",
                    "Si la luz parpadea, desconecte el cable.",
                    "En Ajustes toque Red.",
                    "A continuación, haga clic en Aceptar.",
                ],
                &[
                    "El equipo se reinicia solo.",
                    "La red es lenta.",
                    "Esto ocurre cuando el disco está lleno.",
                ],
            ),
            (
                "fr",
                &[
                    "Redémarrez l’ordinateur.",
                    "Éteignez-le, puis rallumez-le.",
                    "Vérifier le câble.",
                    "Si le voyant clignote, débranchez la prise.",
                    "Veuillez patienter.",
                    "Enlève le couvercle.",
                    "Essuie le capteur.",
                    "Va dans les réglages.",
                ],
                &[
                    "L’ordinateur redémarre tout seul.",
                    "Chez certains utilisateurs, le son manque.",
                    "Avez-vous déjà essayé ?",
                    "Le fichier est vide.",
                ],
            ),
            (
                "pt",
                &[
                    "Reinicie o computador.",
                    "Desligue-o e aguarde.",
                    "Verificar o cabo.",
                    "Se a luz piscar, retire a bateria.",
                    "Nas configurações toque em Rede.",
                ],
                &["O computador reinicia sozinho.", "A rede está lenta."],
            ),
            (
                "it",
                &[
                    "Riavvia il computer.",
                    "Spegnilo e attendi.",
                    "Riavviare il dispositivo.",
                    "Se la spia lampeggia, scollega il cavo.",
                    "Fai clic su OK.",
                ],
                &["Il computer si riavvia da solo.", "La rete è lenta."],
            ),
            (
                "nl",
                &[
                    "Start de computer opnieuw op.",
                    "Controleer de kabel.",
                    "Het apparaat uitschakelen.",
                    "Als het lampje knippert, trek dan de stekker eruit.",
                    "Zet daarna het toestel aan.",
                ],
                &[
                    "De computer start niet.",
                    "De pagina’s kunnen niet worden geopend.",
                    "Meer gebruikers hebben dit probleem.",
                ],
            ),
            (
                "ja",
                &[
                    "電源を切ってください。",
                    "「設定」を開き、「ネットワーク」をタップします。",
                    "もう一度お試しください。",
                    "ケーブルを差し込みます。",
                    "ルーターを再起動する",
                    "設定を確認しましょう。",
                ],
                &[
                    "画面が点滅します。",
                    "電源が入りません。",
                    "この問題は古いアプリで発生します。",
                    "データが失われることがあります。",
                ],
            ),
            (
                "zh",
                &[
                    "重启路由器。",
                    "请检查电源线。",
                    "然后点击“确定”。",
                    "如果指示灯闪烁,请拔下电源。",
                    "在设置中选择“网络”。",
                    "将开关拨到右侧。",
                ],
                &[
                    "屏幕一直闪烁。",
                    "更新失败。",
                    "系统无法启动。",
                    "充电已完成，电量达到上限。",
                    "检测到漏电。",
                    "稍后会自动恢复，无需操作。",
                ],
            ),
        ] {
            let lexicon = Lexicon::of(language);
            let wrong = |expected| move |sentence: &&&str| lexicon.instructs(sentence) != expected;
            let missed: Vec<_> = orders.iter().filter(wrong(true)).collect();
            let made_up: Vec<_> = others.iter().filter(wrong(false)).collect();
            assert!(
                missed.is_empty() && made_up.is_empty(),
                "{language}: {missed:?} {made_up:?}"
            );
        }
    }

    #[test]
    fn losses_and_waits_are_known_in_each_language() {
        for (language, loss, wait) in [
            (
                "de",
                "Dabei gehen alle Fotos verloren.",
                "Das kann mehrere Stunden dauern.",
            ),
            (
                "es",
                "Se perderán todas las fotos.",
                "Puede tardar varias horas.",
            ),
            (
                "fr",
                "Toutes les photos seront supprimées.",
                "Cela peut prendre plusieurs heures.",
            ),
            (
                "pt",
                "Todas as fotos serão apagadas.",
                "Isso pode levar várias horas.",
            ),
            (
                "it",
                "Tutte le foto verranno eliminate.",
                "Può richiedere diverse ore.",
            ),
            (
                "nl",
                "Alle foto’s gaan verloren.",
                "Dit kan enkele uren duren.",
            ),
            (
                "ja",
                "すべての写真が失われます。",
                "数時間かかることがあります。",
            ),
            ("zh", "所有照片都会丢失。", "可能需要几个小时。"),
        ] {
            let lexicon = Lexicon::of(language);
            assert!(lexicon.loses(loss) && !lexicon.loses(wait), "{language}");
            assert!(
                lexicon.takes_long(wait) && !lexicon.takes_long(loss),
                "{language}"
            );
        }
    }
}
