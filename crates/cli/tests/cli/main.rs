//! The command `unstuck` as its user runs it: what it prints, what it writes, its exit codes.

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod explain;

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
fn new_check_build_and_map_work_together() {
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
    // What is pasted has the first screen in it, unless it is to be plain; both are the same guide.
    for (more, screens) in [(&[][..], 1), (&["--plain"], 0)] {
        let args = [
            &["build", "a.md", "--to", "html", "--script", "/u/embed.js"][..],
            more,
        ]
        .concat();
        let (code, article, said) = run(&args);
        assert_eq!(code, Some(0), "{said}");
        for part in [
            "<template shadowrootmode=\"open\">",
            "href=\"/u/first-",
            "src=\"/u/first-",
            "data-screen=",
        ] {
            assert_eq!(
                article.matches(part).count(),
                screens,
                "{part} in {article}"
            );
        }
        assert!(article.starts_with("<article "), "{article}");
        std::fs::write(folder.join("d.html"), article).unwrap();
        assert_eq!(
            run(&["build", "d.html", "--to", "json"]).1,
            run(&["build", "b.html", "--to", "json"]).1
        );
        assert_eq!(run(&["build", "d.html", "--to", "json"]).2, "");
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

#[test]
fn every_subcommand_explains_itself() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (code, bare, _) = unstuck(folder, &[]);
    assert_eq!(
        (code, bare.contains("Exit codes:")),
        (Some(0), true),
        "{bare}"
    );
    for (command, words) in [
        ("check", "--format"),
        ("build", "--script"),
        ("map", "mermaid"),
        ("new", "--out"),
        ("schema", "--out"),
    ] {
        assert!(bare.contains(command), "{command} in {bare}");
        for args in [&[command, "--help"], &[command, "-h"], &["help", command]] {
            let (code, out, told) = unstuck(folder, args);
            assert_eq!(
                (code, out.contains(words), told.as_str()),
                (Some(0), true, ""),
                "{args:?} {out}"
            );
        }
    }
    let (code, out, _) = unstuck(folder, &["--version"]);
    assert_eq!(
        (code, out),
        (
            Some(0),
            concat!("unstuck ", env!("CARGO_PKG_VERSION"), "\n").into()
        )
    );
}

#[test]
fn options_of_other_commands_are_refused() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("options");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    assert_eq!(unstuck(&folder, &["new", "-o", "a.md"]).0, Some(0));
    for args in [
        &["check", "a.md", "--to", "html"][..],
        &["check", "a.md", "--script", "x"],
        &["build", "a.md", "--to", "html", "--format", "json"],
        &["map", "a.md", "--to", "svg", "--script", "x"],
        &["map", "a.md", "b.md", "--to", "svg"],
        &["new", "a.md"],
        &["new", "--to", "html"],
        &["schema", "a.md"],
        &["schema", "--format", "json"],
    ] {
        let (code, out, told) = unstuck(&folder, args);
        assert_eq!(
            (code, out.as_str(), told.starts_with("error: ")),
            (Some(2), "", true),
            "{args:?} {told}"
        );
    }
}

/// A condition that might be taken for its opposite is an error in every output.
#[test]
fn a_bad_condition_is_reported_with_its_line_and_help() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad-condition");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let html = "<article lang=en data-unstuck-guide=g><h1>T</h1><p>S.</p>\n\
        <p data-unstuck-id=danger data-unstuck-ask='Is it wet?'>Look.</p>\n\
        <section data-unstuck-id=a data-unstuck-only-if='!danger=yes'><h2>A</h2><ol><li>Do</ol></section>\n\
        <section data-unstuck-id=b><h2>B</h2><ol><li>Do</ol></section>\n\
        <section data-unstuck-support><h2>Ask</h2><p>Us.</p></section></article>";
    std::fs::write(folder.join("a.html"), html).unwrap();
    let help = "write id, !id, id=yes or id=no, with spaces between several";
    let (code, out, _) = unstuck(&folder, &["check", "a.html"]);
    assert_eq!(code, Some(1), "{out}");
    for words in [
        "error[bad-condition]: fix \"a\" has a condition that cannot be understood: \"!danger=yes\"",
        "--> a.html:3:",
        &format!("= help: {help}"),
    ] {
        assert!(out.contains(words), "{words} in {out}");
    }
    let read = |format| {
        let (_, out, _) = unstuck(&folder, &["check", "a.html", "--format", format]);
        serde_json::from_str::<serde_json::Value>(&out).unwrap()
    };
    let problem = &read("json")[0]["problems"][0];
    assert_eq!(
        (&problem["rule"], &problem["line"], &problem["help"]),
        (&"bad-condition".into(), &3.into(), &help.into())
    );
    let result = &read("sarif")["runs"][0]["results"][0];
    assert_eq!(
        (&result["ruleId"], &result["level"]),
        (&"bad-condition".into(), &"error".into())
    );
    assert!(result["message"]["text"].as_str().unwrap().contains(help));
    assert_eq!(
        unstuck(&folder, &["build", "a.html", "--to", "json"]).0,
        Some(1)
    );
}

/// A hint fails nothing, and is a note to tools that know no hints.
#[test]
fn a_hint_is_told_and_fails_nothing() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hint");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let text =
        "# Stuck {#g}\n\nS.\n\n## A {#a}\n\n1. Press the red button.\n\n## Ask {support}\n\nUs.\n";
    std::fs::write(folder.join("a.md"), text).unwrap();
    let (code, out, _) = unstuck(&folder, &["check", "a.md"]);
    assert_eq!(code, Some(0), "{out}");
    for words in [
        "hint[plain-only-by-look]: \"the red button\"",
        "--> a.md:7:1",
        "0 errors, 0 warnings, 1 hints\n",
    ] {
        assert!(out.contains(words), "{words} in {out}");
    }
    let (_, out, _) = unstuck(&folder, &["check", "a.md", "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(is_sarif(&log), Ok(()), "{out}");
    assert_eq!(log["runs"][0]["results"][0]["level"], "note");
}

/// The members that SARIF 2.1.0 requires, with their types and the values that it allows (its chapter 3: sarifLog, run,
/// tool, toolComponent, reportingDescriptor, result, message, location, region). The published schema is not copied here.
fn is_sarif(log: &serde_json::Value) -> Result<(), String> {
    let text = |value: &serde_json::Value, what: &str| {
        let text = value.as_str().filter(|text| !text.is_empty());
        text.map(str::to_owned).ok_or(format!("{what} is no text"))
    };
    let list = |value: &serde_json::Value, what: &str| {
        let list = value.as_array().cloned();
        list.ok_or(format!("{what} is no list"))
    };
    if log["version"] != "2.1.0" {
        return Err("version".into());
    }
    text(&log["$schema"], "$schema")?;
    let runs = list(&log["runs"], "runs")?;
    if runs.is_empty() {
        return Err("no run".into());
    }
    for run in runs {
        let driver = &run["tool"]["driver"];
        text(&driver["name"], "tool.driver.name")?;
        if !["utf16CodeUnits", "unicodeCodePoints"]
            .contains(&text(&run["columnKind"], "columnKind")?.as_str())
        {
            return Err("columnKind".into());
        }
        let rules = list(&driver["rules"], "rules")?;
        let mut ids = Vec::new();
        for rule in &rules {
            ids.push(text(&rule["id"], "rule.id")?);
        }
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        if once.len() != ids.len() {
            return Err("a rule stands twice".into());
        }
        for result in list(&run["results"], "results")? {
            text(&result["message"]["text"], "message.text")?;
            if !["none", "note", "warning", "error"]
                .contains(&text(&result["level"], "level")?.as_str())
            {
                return Err("level".into());
            }
            let index = result["ruleIndex"]
                .as_u64()
                .and_then(|index| usize::try_from(index).ok());
            let named = index
                .and_then(|index| ids.get(index))
                .ok_or("ruleIndex leads nowhere")?;
            if *named != text(&result["ruleId"], "ruleId")? {
                return Err("ruleIndex and ruleId differ".into());
            }
            for location in list(&result["locations"], "locations")? {
                let place = &location["physicalLocation"];
                let uri = text(&place["artifactLocation"]["uri"], "uri")?;
                let plain = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
                if !uri.chars().all(plain) {
                    return Err(format!("{uri} is no URI reference"));
                }
                for name in ["startLine", "startColumn"] {
                    if place["region"][name]
                        .as_u64()
                        .is_none_or(|number| number < 1)
                    {
                        return Err(format!("{name} does not count from 1"));
                    }
                }
                if !place["region"]["snippet"]["text"].is_string() {
                    return Err("snippet".into());
                }
            }
        }
    }
    Ok(())
}

#[test]
fn sarif_has_the_required_properties() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sarif");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let bad = "# Tü {#g}\n\nS.\n\n## A {#a aks=\"x\"}\n\nWhy [this](javascript:x).\n\n## A {#a}\n\n1. Do. {#s only-if=q}\n";
    let sound = include_str!("../../src/starter.md");
    for (name, text) in [("a b ü%.md", bad), ("none.json", "{"), ("sound.md", sound)] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    for files in [
        &["a b ü%.md"][..],
        &["none.json"],
        &["sound.md"],
        &["a b ü%.md", "none.json", "sound.md"],
    ] {
        let args = [&["check"], files, &["--format", "sarif"]].concat();
        let (_, out, told) = unstuck(&folder, &args);
        let log: serde_json::Value =
            serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out} {told}"));
        assert_eq!(is_sarif(&log), Ok(()), "{out}");
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.is_empty(), files == ["sound.md"], "{out}");
    }
    // And what lacks a required member is not taken for it.
    let (_, out, _) = unstuck(&folder, &["check", "a b ü%.md", "--format", "sarif"]);
    for member in [
        "/version",
        "/runs/0/tool/driver/name",
        "/runs/0/results/0/message/text",
        "/runs/0/results/0/ruleIndex",
        "/runs/0/results/0/locations/0/physicalLocation/region/startLine",
    ] {
        let mut log: serde_json::Value = serde_json::from_str(&out).unwrap();
        *log.pointer_mut(member).unwrap() = serde_json::Value::Null;
        assert!(is_sarif(&log).is_err(), "{member}");
    }
}

fn folder_with(name: &str, article: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("ads.html"), article).unwrap();
    folder
}

/// What the widget would refuse is not written, and what a browser reads is read.
#[test]
fn the_command_takes_what_the_widget_takes() {
    let folder = folder_with("takes", "x");
    let guide = |words: &str| {
        format!(
            "{{\"id\":\"g\",\"title\":\"T\",\"summary\":\"S.\",\"fixes\":[{{\"id\":\"a\",\"title\":\"A\",\"steps\":[{{\"id\":\"s\",\"text\":[\"{words}\"]}}]}}]}}"
        )
    };
    std::fs::write(folder.join("large.json"), guide(&"&".repeat(600_000))).unwrap();
    let (code, out, told) = unstuck(&folder, &["build", "large.json", "--to", "html"]);
    assert_eq!((code, &*out), (Some(2), ""), "{told}");
    assert!(told.contains("a guide may have 2097152"), "{told}");
    assert_eq!(
        unstuck(&folder, &["build", "large.json", "--to", "json"]).0,
        Some(0)
    );
    let text = "<article><h1>T\u{e9}</h1><h2 data-unstuck-id=a>A</h2><ol><li>Do.</ol></article>";
    for (file, mark, order) in [
        (
            "little.html",
            [0xff, 0xfe],
            u16::to_le_bytes as fn(u16) -> [u8; 2],
        ),
        ("big.html", [0xfe, 0xff], u16::to_be_bytes),
    ] {
        let units = text.encode_utf16().flat_map(order);
        let bytes: Vec<u8> = mark.into_iter().chain(units).collect();
        std::fs::write(folder.join(file), &bytes).unwrap();
        let (code, out, _) = unstuck(&folder, &["build", file, "--to", "md"]);
        assert_eq!(code, Some(0));
        assert!(out.starts_with("# T\u{e9} "), "{out}");
        std::fs::write(folder.join(file), &bytes[..bytes.len() - 1]).unwrap();
        assert_eq!(unstuck(&folder, &["check", file]).0, Some(2));
    }
}
