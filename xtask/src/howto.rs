//! The guide as structured data for search engines: schema.org's HowTo in JSON-LD.
//!
//! Belongs here: how a guide maps to HowTo. Does not: where in the page it goes (see `page`).

use serde_json::{Value, json};
use unstuck_core::guide::{Fix, Guide, Passage};

/// The text of a `script type="application/ld+json"`.
pub(crate) fn json_ld(guide: &Guide) -> String {
    let fixes = guide
        .fixes
        .iter()
        .zip(1..)
        .map(|(fix, position)| section(fix, position));
    let how_to = json!({
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": guide.title,
        "description": guide.summary,
        "inLanguage": guide.lang,
        "step": fixes.collect::<Vec<_>>(),
    });
    for_script(&how_to)
}

fn section(fix: &Fix, position: usize) -> Value {
    let steps = fix.steps.iter().zip(1..).map(|(step, position)| {
        json!({ "@type": "HowToStep", "position": position, "text": words(&step.passages) })
    });
    json!({
        "@type": "HowToSection",
        "position": position,
        "name": fix.title,
        "description": words(&fix.reason),
        "itemListElement": steps.collect::<Vec<_>>(),
    })
}

fn words(passages: &[Passage]) -> String {
    let said: Vec<String> = passages.iter().map(Passage::plain).collect();
    said.join(" ").replace('\n', " ")
}

/// JSON that may stand in a script element: no `<` is left to end it or to open a comment.
fn for_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_can_end_the_script() {
        let text = for_script(&json!({ "name": "</script><!-- \"x\" -->" }));
        assert!(!text.contains('<'), "{text}");
        let back: Option<Value> = serde_json::from_str(&text).ok();
        assert_eq!(back, Some(json!({ "name": "</script><!-- \"x\" -->" })));
    }

    #[test]
    fn a_guide_becomes_sections_of_steps() {
        let article = "<article data-unstuck-guide=g lang=en><header><h1>Stuck</h1><p>Get it going.</p></header>\
            <section data-unstuck-id=r><h2>Restart</h2><p>It helps.</p><ol><li>Open <b>Settings › General</b>.</li>\
            <li>Wait.</li></ol></section></article>";
        let text = unstuck_adopt::html::parse(article).map(|guide| json_ld(&guide));
        let value: Value = text
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        assert_eq!(value["name"], "Stuck");
        assert_eq!(value["description"], "Get it going.");
        assert_eq!(value["step"][0]["name"], "Restart");
        assert_eq!(value["step"][0]["description"], "It helps.");
        assert_eq!(
            value["step"][0]["itemListElement"][0]["text"],
            "Open Settings › General."
        );
        assert_eq!(value["step"][0]["itemListElement"][1]["position"], 2);
    }
}
