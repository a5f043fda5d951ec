//! The files of one guide in several languages are compared.

use unstuck_author::{Format, compare_languages, diagnose, markdown};

use crate::{REAL, real};

#[test]
fn the_languages_of_a_guide_must_have_the_same_ids() {
    let other = markdown::write(&real()).replace("lang=en", "lang=de");
    let checked = |other: &str| {
        let (first, second) = (
            diagnose(Format::Html, REAL),
            diagnose(Format::Markdown, other),
        );
        let all = [
            (first.guide.as_ref().unwrap(), &first.locations, REAL),
            (second.guide.as_ref().unwrap(), &second.locations, other),
        ];
        compare_languages(&all)
            .into_iter()
            .map(|(file, problem)| (file, problem.message))
            .collect::<Vec<_>>()
    };
    assert_eq!(checked(&other), []);
    let renamed = checked(&other.replace("{#restart ", "{#reboot "));
    assert_eq!(renamed.len(), 2, "{renamed:?}");
    assert!(renamed.iter().all(|(file, _)| *file == 1));
    assert!(
        checked(&other.replace("#restart-iphone", "#off-and-on"))[0]
            .1
            .contains("steps of fix \"restart\"")
    );
    assert!(
        checked(&other.replace("lang=de", "lang=en"))[0]
            .1
            .contains("another file")
    );
}
