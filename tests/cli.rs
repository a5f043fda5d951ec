//! The command `unstuck` as its user runs it: what it prints, what it writes, its exit codes.

#![cfg(feature = "cli")]
// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::Command;

fn unstuck(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unstuck"));
    let output = command.args(args).current_dir(folder).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn a_guide_is_begun_checked_built_and_drawn() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let run = |args: &[&str]| unstuck(&folder, args);
    assert_eq!(run(&["new", "-o", "a.md"]).0, Some(0));
    assert_eq!(
        run(&["new", "-o", "a.md"]).0,
        Some(2),
        "nothing is written over"
    );
    for (to, file) in [
        ("html", "b.html"),
        ("json", "b.json"),
        ("md", "b.md"),
        ("page", "c.html"),
    ] {
        assert_eq!(
            run(&["build", "a.md", "--to", to, "-o", file]).0,
            Some(0),
            "{to}"
        );
        let (code, out, _) = run(&["check", file]);
        assert_eq!(
            (code, out.contains("3 fixes")),
            (Some(0), true),
            "{to}: {out}"
        );
    }
    assert!(run(&["map", "b.json", "--to", "svg"]).1.starts_with("<svg"));
    assert!(
        run(&["map", "b.json", "--to", "mermaid"])
            .1
            .starts_with("flowchart TD")
    );

    std::fs::write(
        folder.join("bad.md"),
        "# T {#g}\n\nS.\n\n## A {#a aks=\"x\"}\n\n1. Do.\n",
    )
    .unwrap();
    let (code, out, _) = run(&["check", "bad.md"]);
    assert_eq!(code, Some(1));
    for words in [
        "error[unknown-attribute]",
        "--> bad.md:5:1",
        "5 | ## A {#a",
        "did you mean `ask`?",
    ] {
        assert!(out.contains(words), "{words} in {out}");
    }
    let read = |format| {
        serde_json::from_str::<serde_json::Value>(&run(&["check", "bad.md", "--format", format]).1)
            .unwrap()
    };
    assert!(
        read("json")[0]["problems"]
            .as_array()
            .unwrap()
            .iter()
            .any(|problem| problem["line"] == 5)
    );
    let sarif = read("sarif");
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(
        results
            .iter()
            .any(|result| result["locations"][0]["physicalLocation"]["region"]["startLine"] == 5)
    );
    for args in [
        &["check"][..],
        &["check", "none.md"],
        &["check", "a.txt"],
        &["build", "a.md"],
        &["frob"],
        &["check", "a.md", "--format", "x"],
    ] {
        let (code, _, told) = run(args);
        assert_eq!(
            (code, told.starts_with("error: ")),
            (Some(2), true),
            "{args:?} {told}"
        );
    }
    assert_eq!(run(&["build", "bad.md", "--to", "json"]).0, Some(1));
}
