//! The guide as structured data for search engines: schema.org's HowTo in JSON-LD.
//!
//! Belongs here: how a guide maps to HowTo. Does not: where in the page it goes.

use serde_json::{Value, json};
use unstuck_core::guide::{Fix, Guide, Passage, Step};

/// The text of a `script type="application/ld+json"`.
pub(crate) fn json_ld(guide: &Guide) -> String {
    // Their order says which comes first.
    let sections: Vec<Value> = guide.fixes.iter().map(section).collect();
    let how_to = json!({
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": guide.title,
        "description": guide.summary,
        "inLanguage": guide.lang,
        "step": sections,
    });
    // No `<` is left to end the script or to open a comment.
    how_to.to_string().replace('<', "\\u003c")
}

fn section(fix: &Fix) -> Value {
    let step = |step: &Step| json!({ "@type": "HowToStep", "text": words(&step.passages) });
    let steps = fix.steps.iter().map(step);
    json!({
        "@type": "HowToSection",
        "name": fix.title,
        "itemListElement": steps.collect::<Vec<_>>(),
    })
}

fn words(passages: &[Passage]) -> String {
    let said: Vec<String> = passages.iter().map(Passage::plain).collect();
    said.join(" ").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guide_becomes_sections_of_steps_that_cannot_end_the_script() {
        let article = "<article data-unstuck-guide=g lang=en><header><h1>Stuck</h1><p>Get it going.</p></header>\
            <section data-unstuck-id=r><h2>&lt;/script></h2><p>It helps.</p><ol><li>Open <b>Settings › General</b>.</li>\
            <li>Wait.</li></ol></section></article>";
        let text = unstuck_adopt::html::parse(article).map(|guide| json_ld(&guide));
        let text = text.unwrap_or_default();
        assert!(!text.contains('<'), "{text}");
        let value: Value = serde_json::from_str(&text).unwrap_or_default();
        assert_eq!(value["name"], "Stuck");
        assert_eq!(value["description"], "Get it going.");
        let fix = &value["step"][0];
        assert_eq!(fix["name"], "</script>");
        assert_eq!(
            fix["itemListElement"][0]["text"],
            "Open Settings › General."
        );
        assert_eq!(fix["itemListElement"][1]["text"], "Wait.");
    }
}
