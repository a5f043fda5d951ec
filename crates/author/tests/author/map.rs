//! The drawings of the flow.

use unstuck_author::{Format, map};

use crate::{STARTER, guide_of, real};

#[test]
fn the_map_shows_everything_and_stays_narrow() {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    for guide in [real(), guide_of(Format::Markdown, STARTER)] {
        let (svg, mermaid) = (map::svg(&guide), map::mermaid(&guide));
        let document = scraper::Html::parse_document(&svg);
        let texts = scraper::Selector::parse("text").unwrap();
        let shown: String = document
            .select(&texts)
            .map(|text| plain(&text.text().collect::<String>()))
            .collect();
        let asked = guide.questions.iter().map(|question| &question.ask);
        let checks = guide
            .fixes
            .iter()
            .filter_map(|fix| fix.check.as_ref())
            .map(|check| &check.ask);
        for words in asked
            .chain(checks)
            .chain(guide.fixes.iter().map(|fix| &fix.title))
        {
            assert!(shown.contains(&plain(words)), "{words} in the picture");
            assert!(
                mermaid.contains(&words.replace('#', "#35;")),
                "{words} in Mermaid"
            );
        }
        // Each box is within the picture, and the boxes of a column do not overlap.
        let rects = scraper::Selector::parse("rect.box").unwrap();
        let width: usize = document
            .select(&scraper::Selector::parse("svg").unwrap())
            .next()
            .unwrap()
            .attr("width")
            .unwrap()
            .parse()
            .unwrap();
        assert!(width <= 800, "{width}");
        let mut ends = std::collections::HashMap::new();
        for rect in document.select(&rects) {
            let number = |name: &str| rect.attr(name).unwrap().parse::<usize>().unwrap();
            assert!(number("x") + number("width") <= width);
            let end = ends
                .insert(number("x"), number("y") + number("height"))
                .unwrap_or(0);
            assert!(number("y") >= end, "boxes meet at {}", number("y"));
        }
        // Every arrow of Mermaid leads somewhere that is drawn.
        for line in mermaid.lines().filter(|line| line.contains("->")) {
            let to = line.rsplit(' ').next().unwrap();
            assert!(
                mermaid
                    .lines()
                    .any(|line| line.trim_start().starts_with(&format!("{to}["))
                        || line.trim_start().starts_with(&format!("{to}("))
                        || line.trim_start().starts_with(&format!("{to}{{"))),
                "{line}"
            );
        }
    }
}
