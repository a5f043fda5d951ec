//! What becomes of each block of an article: `unstuck explain`, and what `check` and `build` tell of it.

use super::{folder_with, unstuck};

const ARTICLE: &str = "<article>\n<h1>Ads aren't blocked</h1>\n<p>Some get through.</p>\n<nav>Menu</nav>\n\
    <h2>Update the filters</h2>\n<ol><li>Click Update.</li></ol>\n\
    <h2>Restart the extension</h2>\n<p>Turn it off and on. It can take an hour until it works.</p>\n\
    <h2>Related articles</h2>\n<ul><li><a href=a.html>Pop-ups</a></li></ul>\n</article>\n";

#[test]
fn explain_shows_what_becomes_of_each_block() {
    let folder = folder_with("explain", ARTICLE);
    let (code, out, _) = unstuck(&folder, &["explain", "ads.html"]);
    assert_eq!(code, Some(0));
    let squeezed: Vec<String> = out
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for line in [
        "ads.html: a guide by the rules",
        "2:1 h1 title title-heading Ads aren't blocked",
        "3:1 p introduction opening Some get through.",
        "4:1 nav left-out machinery Menu",
        "6:5 li fix 1 step 1 step-list Click Update.",
        "8:1 p fix 2 step 1 step-paragraph Turn it off and on. It can take an hour until it works.",
        "+ fix 2 wait takes-long It can take an hour until it works.",
        "9:1 h2 left-out related-section Related articles",
        "step-list The items of a list that says what to do are steps.",
    ] {
        assert!(squeezed.contains(&line.to_owned()), "{line} in\n{out}");
    }

    let (code, out, _) = unstuck(&folder, &["explain", "ads.html", "--format", "json"]);
    assert_eq!(code, Some(0));
    let table: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(table["guide"], true);
    assert_eq!(table["byMarks"], false);
    let step = &table["rows"][4];
    assert_eq!(
        (
            &step["line"],
            &step["column"],
            &step["element"],
            &step["words"]
        ),
        (&6.into(), &5.into(), &"li".into(), &"Click Update.".into())
    );
    assert_eq!(
        (&step["role"], &step["fix"], &step["step"], &step["rule"]),
        (&"step".into(), &1.into(), &1.into(), &"step-list".into())
    );
    assert!(step["why"].is_string());
    assert_eq!(table["rows"][6]["also"][0]["role"], "wait");
}

#[test]
fn explain_shows_the_table_of_a_refused_article_with_the_reason() {
    let folder = folder_with(
        "explain-refused",
        "<article><h1>How backups work</h1><h2>Full ones</h2><p>They hold all files.</p></article>",
    );
    let (code, out, _) = unstuck(&folder, &["explain", "ads.html"]);
    assert_eq!(code, Some(1));
    assert!(out.starts_with("error[no-fix]"), "{out}");
    assert!(out.contains("ads.html: no guide"), "{out}");
    assert!(out.contains("They hold all files."), "{out}");
    let (_, out, _) = unstuck(&folder, &["explain", "ads.html", "--format", "json"]);
    let table: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(table["guide"], false);
    assert_eq!(table["problems"][0]["rule"], "no-fix");
    assert_eq!(table["rows"].as_array().unwrap().len(), 3);
}

#[test]
fn check_and_build_tell_what_is_left_out() {
    let folder = folder_with("left-out", ARTICLE);
    let said = "left out[related-section]: Sections of references, related articles, questions and comments stay in the \
                article.\n  --> ads.html:9:1 h2 Related articles\n  --> ads.html:10:1 ul Pop-ups\n";
    let (code, out, _) = unstuck(&folder, &["check", "ads.html"]);
    assert_eq!(code, Some(0));
    assert!(out.contains(said), "{out}");
    assert!(!out.contains("Click Update"), "{out}");
    let (_, _, errors) = unstuck(&folder, &["build", "ads.html", "--to", "md"]);
    assert!(errors.contains(said), "{errors}");
    let (_, out, _) = unstuck(&folder, &["check", "ads.html", "--format", "json"]);
    let files: serde_json::Value = serde_json::from_str(&out).unwrap();
    let rules: Vec<_> = files[0]["leftOut"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["rule"].as_str().unwrap())
        .collect();
    assert_eq!(rules, ["machinery", "related-section", "related-section"]);
    let (_, out, _) = unstuck(&folder, &["check", "ads.html", "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    let notes = log["runs"][0]["results"].as_array().unwrap().iter();
    assert_eq!(notes.filter(|result| result["level"] == "note").count(), 3);
}

#[test]
fn explain_says_that_json_has_no_blocks() {
    let folder = folder_with("explain-json", ARTICLE);
    let run = |args: &[&str]| unstuck(&folder, args);
    assert_eq!(
        run(&["build", "ads.html", "--to", "json", "-o", "ads.json"]).0,
        Some(0)
    );
    let (code, out, _) = run(&["explain", "ads.json"]);
    assert_eq!(
        (code, out.as_str()),
        (
            Some(0),
            "ads.json: a guide without blocks: each field says what it is\n"
        )
    );
}
