//! Articles that may not be meant to be walked: of a file that is named they are guides, with a warning.

use unstuck_author::{Format, diagnose};

/// A file that is named is meant to be walked, whatever speaks against it.
#[test]
fn a_doubtful_article_is_a_guide_with_a_warning() {
    for text in [
        "# Build a shelf {#shelf}\n\n## Install the rail\n\n1. Drill a hole.\n\n## Add boards\n\n1. Cut them.\n\n## Contact us\n\nBy phone.\n",
        "# Slow boats {#boats}\n\n## Hulls\n\nWood.\n\n## Sails\n\nCloth.\n\n## Masts\n\nSpruce.\n\n## Clean the hull\n\n1. Scrub it.\n\n## Contact us\n\nBy phone.\n",
    ] {
        let loaded = diagnose(Format::Markdown, text);
        let found = loaded.diagnostics.iter();
        let found: Vec<_> = found
            .map(|found| (found.severity.name(), found.rule))
            .collect();
        let rule = if text.contains("shelf") {
            "no-problem"
        } else {
            "lone-fix"
        };
        assert_eq!(found, [("warning", rule)], "{text}");
        assert!(loaded.guide.is_some(), "{text}");
    }
}
