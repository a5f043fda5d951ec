//! What `build` tells as left out is what its output lacks, from each format to each: nothing more, and nothing less.
//!
//! Belongs here: that alone. Each thing that a file says has a token of its own (`@`), and a line. Does not: why it is left out.

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

const FILES: &[(&str, &str)] = &[
    ("marked.html", MARKED),
    ("adopted.html", ADOPTED),
    ("marked.md", MARKED_MARKDOWN),
    ("adopted.md", ADOPTED_MARKDOWN),
];

const MARKED: &str = r#"<!DOCTYPE html><html lang="en"><body>
<article data-unstuck-guide="g">
<h1>The lamp @ stays dark</h1>
<p>First @.</p>
<nav>Menu @</nav>
<p>Then <a href="https://@.example/">a link @</a>.</p>
<p><img src="@.png" alt="A picture"></p>
<p hidden>Hidden @</p>
Loose words @
<ul><li>An item @</li>
<li>Another @</li></ul>
<table><tr><th>Head @</th>
<th>And @</th></tr>
<tr><td>Cell @</td>
<td><p>Cell @</p></td></tr></table>
<details><summary>More @</summary>
<p>Folded @</p></details>
<p data-unstuck-id="q" data-unstuck-ask="Question?">Hint @</p>
<p data-unstuck-note>Note @</p>
<section data-unstuck-id="a" data-unstuck-ask="So?">
<h2>Change @ it</h2>
<p>Reason @</p>
<p data-unstuck-hint>Look @</p>
<div data-unstuck-risk="permanent"><p>Careful @</p>
<ul data-unstuck-lost><li>Lost @</li></ul></div>
<pre>code @</pre>
<ol><li data-unstuck-id="s">Do @</li>
<li data-unstuck-id="t">Be <video src="x"></video> @</li>
<li data-unstuck-id="u">Go<ul><li>So @</li></ul></li></ol>
<p>After @</p>
<p data-unstuck-wait>Wait @</p>
<form><label>Form @</label></form>
<figure><img src="@.png" alt="A figure"><figcaption>Caption @</figcaption></figure>
</section>
<p data-unstuck-after>Solved @</p>
<section data-unstuck-support><h2>Ask @</h2>
<p>Us @</p></section>
</article></body></html>
"#;

const ADOPTED: &str = r#"<html lang="en"><body><article>
<h1>The lamp @ stays dark</h1>
<p>First @.</p>
<nav>Menu @</nav>
<p>Then <a href="https://@.example/">a link @</a>.</p>
<h2>Symptoms</h2>
<p>It is dark @.</p>
<h2>Restart the lamp @</h2>
<p>It may be stuck @.</p>
<ol><li>Press the button @.</li>
<li>Open <a href="ms-settings:x">the settings
@</a>.</li></ol>
<h2>Replace the bulb @</h2>
<div class="note"><p>Save it @.</p></div>
<ol><li>Unscrew it @. <img src="@.png" alt="A bulb"></li>
<li>Screw in a new one @.</li></ol>
<p>It shines again @.</p>
<h2>Related articles</h2>
<ul><li><a href="a.html">The plug @</a></li>
<li><a href="b.html">The switch @</a></li></ul>
<h2>Contact us</h2>
<p>Write to us @.</p>
<form><label>Did this help @?</label></form>
</article></body></html>
"#;

const MARKED_MARKDOWN: &str = r#"---
title: T
---

# The lamp @ stays dark {#g}

First @.

> [!WARNING]
> Hot @.

- one @
- two @

## Change it {#a}

Why @.[^1]

1. Do @. {#s}
   :::note
   Save @.
   :::
2. Be @. {#t}

   ![The bulb](@.png)

{% include x.html name="@" %}

<iframe src="x">Frame @</iframe>

[^1]: Twice @.

[^2]: Never @.

## Ask {support}

Us @.
"#;

const ADOPTED_MARKDOWN: &str = r#"# The lamp @ stays dark

First @.

## Restart the lamp

1. Press the button @.
2. Wait a minute @.

!!! tip
    Count to ten @.

## Replace the bulb

1. Unscrew it @.
2. Screw in a new one @.

## Related articles

- [The plug @](a.md)
- [The switch @](b.md)

## Contact us

Write to us @.
"#;

/// The text with a token of its own in each place, and the tokens of each line.
fn with_tokens(text: &str) -> (String, Vec<Vec<String>>) {
    let (mut out, mut lines, mut number) = (String::new(), Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let mut tokens = Vec::new();
        for (place, part) in line.split('@').enumerate() {
            if place > 0 {
                number += 1;
                let token = format!("zq{number:03}x");
                out.push_str(&token);
                tokens.push(token);
            }
            out.push_str(part);
        }
        lines.push(tokens);
    }
    (out, lines)
}

/// What is told of a file: the words of what is left out, or its line where it has none.
struct Told {
    words: String,
    lines: BTreeSet<usize>,
}

fn run(folder: &Path, args: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unstuck"));
    let output = command.args(args).current_dir(folder).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let told = text(&output.stderr);
    assert!(output.status.success(), "{args:?}: {told}");
    (text(&output.stdout), told)
}

/// What is told of a file; `build` has to tell each of it in its own words.
fn told(folder: &Path, file: &str, by_build: &str) -> Told {
    let (report, _) = run(folder, &["check", file, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let mut told = Told {
        words: String::new(),
        lines: BTreeSet::new(),
    };
    let number =
        |entry: &serde_json::Value| usize::try_from(entry["line"].as_u64().unwrap()).unwrap();
    let mut places = Vec::new();
    for row in report[0]["leftOut"].as_array().unwrap() {
        let words = row["words"].as_str().unwrap();
        told.words.push_str(words);
        if words.is_empty() {
            told.lines.insert(number(row));
        }
        places.push(number(row));
    }
    for problem in report[0]["problems"].as_array().unwrap() {
        let rule = problem["rule"].as_str().unwrap();
        if matches!(rule, "foreign-syntax" | "html-in-markdown") {
            told.lines.insert(number(problem));
            places.push(number(problem));
        }
    }
    for place in places {
        let place = format!("--> {file}:{place}:");
        assert!(by_build.contains(&place), "{place} in {by_build}");
    }
    told
}

#[test]
fn what_is_told_as_left_out_is_what_the_output_lacks() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tokens");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let mut wrong = Vec::new();
    for (file, text) in FILES {
        let (text, lines) = with_tokens(text);
        std::fs::write(folder.join(file), &text).unwrap();
        for to in ["html", "md", "json", "page"] {
            let (output, by_build) = run(&folder, &["build", file, "--to", to]);
            let out = told(&folder, file, &by_build);
            for (number, tokens) in (1..).zip(&lines) {
                let line = text.lines().nth(number - 1).unwrap_or_default();
                for token in tokens {
                    let is_told = out.words.contains(token) || out.lines.contains(&number);
                    if output.contains(token) == is_told {
                        let what = if is_told {
                            "is told, but is there"
                        } else {
                            "is missing in silence"
                        };
                        wrong.push(format!("{file} to {to}: {token} {what}: {line}"));
                    }
                }
            }
            // What was built lacks nothing any more.
            let built = format!(
                "built-{to}-{file}.{}",
                if to == "page" { "html" } else { to }
            );
            std::fs::write(folder.join(&built), &output).unwrap();
            for again in ["html", "md", "json"] {
                let (second, by_build) = run(&folder, &["build", &built, "--to", again]);
                let out = told(&folder, &built, &by_build);
                let mut tokens = lines.iter().flatten();
                if let Some(token) =
                    tokens.find(|token| output.contains(*token) && !second.contains(*token))
                {
                    wrong.push(format!("{built} to {again} lacks {token}"));
                }
                if !(out.words.is_empty() && out.lines.is_empty()) {
                    wrong.push(format!(
                        "{built} to {again} tells {} {:?}",
                        out.words, out.lines
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
