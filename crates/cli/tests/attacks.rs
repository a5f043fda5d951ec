//! What a stranger's pull request may try on the command: its files, their names, their words.

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(unix)]

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use unstuck_core::characters::is_unseen;

const GUIDE: &str =
    "# T {#g lang=en}\n\nS.\n\n## A {#a}\n\n1. Do. {#s}\n\n## Ask {support}\n\nUs.\n";

const SECRET: &str = "TOKEN-of-the-runner";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("repository/guides")).unwrap();
    folder.join("repository")
}

fn run(folder: &Path, args: &[&OsStr]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unstuck"));
    let command = command.args(args).current_dir(folder).env("TOKEN", SECRET);
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    let all = [output.stdout.as_slice(), &output.stderr].concat();
    String::from_utf8(all).unwrap()
}

/// A file that is not one, or not one of the folder, is refused at once by every command that reads one.
#[test]
fn only_files_of_their_folder_are_read() {
    let here = folder("attack-files");
    let guides = here.join("guides");
    std::fs::write(guides.join("sound.md"), GUIDE).unwrap();
    std::fs::create_dir_all(guides.join("more")).unwrap();
    std::fs::write(guides.join("more/deep.md"), GUIDE).unwrap();
    let out = here.parent().unwrap().join("out");
    std::fs::create_dir_all(&out).unwrap();
    std::fs::write(out.join("config.json"), SECRET).unwrap();
    std::fs::write(out.join("sound.md"), GUIDE).unwrap();
    std::fs::write(here.join("token"), SECRET).unwrap();
    std::fs::write(guides.join("token"), SECRET).unwrap();
    std::fs::write(guides.join("secret.json"), SECRET).unwrap();
    std::fs::write(guides.join("zero.md"), [b'A', 0, b'B']).unwrap();
    std::fs::write(
        guides.join("latin.md"),
        [SECRET.as_bytes(), &[0xE9]].concat(),
    )
    .unwrap();
    let sparse = std::fs::File::create(guides.join("sparse.md")).unwrap();
    sparse.set_len(5 << 30).unwrap();
    std::fs::create_dir(guides.join("folder.md")).unwrap();
    let _socket = UnixListener::bind(guides.join("s.md")).unwrap();
    let made = Command::new("mkfifo").arg(guides.join("pipe.md")).status();
    assert!(made.unwrap().success());
    for (name, to) in [
        ("zero-device.md", "/dev/zero"),
        ("environ.md", "/proc/self/environ"),
        ("null.md", "/dev/null"),
        ("out.json", "../../out/config.json"),
        ("out.md", "../../out/sound.md"),
        ("up.md", "../README.md"),
        ("token.md", "token"),
        ("ring.md", "ring.md"),
        ("one.md", "two.md"),
        ("two.md", "one.md"),
        ("other-format.md", "secret.json"),
        ("twice.md", "environ.md"),
        ("piped.md", "pipe.md"),
        ("away", "../../out"),
        ("process", "/proc/self"),
        ("beside.md", "sound.md"),
        ("below.md", "more/deep.md"),
        ("near", "more"),
    ] {
        symlink(to, guides.join(name)).unwrap();
    }
    std::fs::write(here.join("README.md"), GUIDE).unwrap();
    let outside = "link that leads out of";
    for (name, words) in [
        ("zero-device.md", outside),
        ("environ.md", outside),
        ("null.md", outside),
        ("out.json", outside),
        ("out.md", outside),
        ("up.md", outside),
        ("twice.md", outside),
        ("away/config.json", outside),
        ("away/sound.md", outside),
        ("token.md", "does not tell the same format"),
        ("other-format.md", "does not tell the same format"),
        ("process/environ", "the name must end in"),
        ("ring.md", "could not read"),
        ("one.md", "could not read"),
        ("folder.md", "is a folder"),
        ("s.md", "is a pipe, a socket or a device"),
        ("pipe.md", "is a pipe, a socket or a device"),
        ("piped.md", "is a pipe, a socket or a device"),
        ("latin.md", "is not UTF-8 text from byte"),
        ("sparse.md", "bytes; a guide may have"),
        ("none.md", "could not read"),
    ] {
        let path = format!("guides/{name}");
        for args in [
            &["check", &path][..],
            &["check", &path, "--format", "json"],
            &["check", &path, "--format", "sarif"],
            &["build", &path, "--to", "html"],
            &["map", &path, "--to", "svg"],
        ] {
            let args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
            let output = run(&here, &args);
            let told = said(&output);
            assert_eq!(output.status.code(), Some(2), "{args:?} {told}");
            assert!(
                told.starts_with("error: ") && told.contains(words),
                "{args:?} {told}"
            );
            assert!(!told.contains(SECRET), "{args:?} {told}");
        }
        // From the file's own folder, and by its whole path.
        let whole = guides.join(name);
        for (from, path) in [(&guides, Path::new(name)), (&here, &whole)] {
            let output = run(from, &[OsStr::new("check"), path.as_os_str()]);
            assert_eq!(output.status.code(), Some(2), "{path:?} {}", said(&output));
        }
    }
    // What stays in the folder is read, and so is what its user names outside of it.
    for path in [
        "guides/beside.md",
        "guides/below.md",
        "guides/near/deep.md",
        "../out/sound.md",
        "guides/../README.md",
    ] {
        let output = run(&here, &["check", path].map(OsStr::new));
        assert_eq!(output.status.code(), Some(0), "{path} {}", said(&output));
    }
    // Of what is no text, nothing is shown.
    for format in ["text", "json", "sarif"] {
        let output = run(
            &here,
            &["check", "guides/zero.md", "--format", format].map(OsStr::new),
        );
        let told = said(&output);
        assert!(told.contains("not-text") && !told.contains('A'), "{told}");
    }
}

#[test]
fn excerpts_are_short_in_every_format() {
    let here = folder("attack-excerpts");
    let long = "x".repeat(5_000);
    std::fs::write(here.join("a.md"), format!("{long}{SECRET}{long}")).unwrap();
    std::fs::write(here.join("b.json"), format!("[\"{long}\", {long}")).unwrap();
    std::fs::write(
        here.join("c.md"),
        format!("{GUIDE}\n1. {long} <video>{long}\n"),
    )
    .unwrap();
    for file in ["a.md", "b.json", "c.md"] {
        for format in ["text", "json", "sarif"] {
            let told = said(&run(
                &here,
                &["check", file, "--format", format].map(OsStr::new),
            ));
            let longest = told.split(|c| c != 'x').map(str::len).max();
            assert!(longest <= Some(100), "{file} {format} {longest:?}");
            assert!(told.contains("xxx"), "{file} {format} {told}");
        }
    }
}

fn hidden() -> Vec<OsString> {
    let words = [
        "\u{1B}[31m",
        "\u{1B}]0;x\u{7}",
        "\u{9B}31m",
        "\u{202E}",
        "\u{2066}",
        "\u{200F}",
        "\u{2028}",
        "\n::error::x",
        "\r",
        "\t",
        "\u{7F}",
        "\u{E0041}",
    ];
    let mut all: Vec<OsString> = words.map(OsString::from).to_vec();
    all.push(OsStr::from_bytes(b"\xFF\x1B[31m").to_owned());
    all.push(OsStr::from_bytes(b"\x9B31m").to_owned());
    all
}

/// Nothing unseen, and lines only where we end them.
fn is_seen(told: &str, args: &[&OsStr]) {
    assert!(
        !told.contains(|c| is_unseen(c) && c != '\n'),
        "{args:?} {told:?}"
    );
    assert!(
        !told.lines().any(|line| line.starts_with("::")),
        "{args:?} {told:?}"
    );
}

#[test]
fn names_and_arguments_are_shown_with_all_that_is_in_them() {
    let here = folder("attack-names");
    let joined = |parts: &[&OsStr]| parts.iter().copied().collect::<OsString>();
    std::fs::write(here.join("sound.md"), GUIDE).unwrap();
    std::fs::write(here.join("::error::x.md"), GUIDE).unwrap();
    let args = ["check", "::error::x.md"].map(OsStr::new);
    is_seen(&said(&run(&here, &args)), &args);
    for part in hidden() {
        let named = |end: &str| joined(&[OsStr::new("a"), &part, OsStr::new(end)]);
        let (md, txt, none) = (named(".md"), named(".txt"), named("none.md"));
        std::fs::write(here.join(&md), GUIDE.replace("# T", "# T <video>")).unwrap();
        std::fs::create_dir_all(here.join(named("d.md"))).unwrap();
        let folder = named("d.md");
        let (option, value) = (
            joined(&[OsStr::new("--x"), &part]),
            joined(&[OsStr::new("--format=x"), &part]),
        );
        let (to, script) = (
            joined(&[OsStr::new("--to="), &part]),
            joined(&[OsStr::new("--script="), &part]),
        );
        let [check, build, map, new] = ["check", "build", "map", "new"].map(OsStr::new);
        let html = OsStr::new("--to=html");
        let out = joined(&[OsStr::new("-ono/"), &part]);
        let sound = OsStr::new("sound.md");
        for args in [
            &[check, &md][..],
            &[check, &md, OsStr::new("--format=json")],
            &[check, &md, OsStr::new("--format=sarif")],
            &[check, &txt],
            &[check, &none],
            &[check, &folder],
            &[check, &part],
            &[check, &option],
            &[check, sound, &value],
            &[part.as_os_str()],
            &[build, &md, html],
            &[build, sound, html, &out],
            &[build, sound, &to],
            &[build, sound, OsStr::new("--to=page"), &script],
            &[map, sound, &part],
            &[map, sound, &to],
            &[new, OsStr::new("-o"), &md],
            &[new, &out],
        ] {
            let output = run(&here, args);
            is_seen(&said(&output), args);
        }
        // A file that can be created is named as well.
        let fresh = named("fresh.md");
        let output = run(&here, &[new, OsStr::new("-o"), &fresh]);
        assert_eq!(output.status.code(), Some(0));
        is_seen(&said(&output), &[]);
        // And SARIF leads to the very file, by its bytes.
        let output = run(&here, &[check, &md, OsStr::new("--format=sarif")]);
        let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        let mut bytes = Vec::new();
        let mut rest = uri.bytes();
        while let Some(byte) = rest.next() {
            let coded = (byte == b'%')
                .then(|| [rest.next(), rest.next()].map(|digit| char::from(digit.unwrap())));
            bytes.push(coded.map_or(byte, |digits| {
                u8::from_str_radix(&String::from_iter(digits), 16).unwrap()
            }));
        }
        assert_eq!(bytes, md.as_bytes(), "{uri}");
    }
}

/// No brackets of a link, no place for an argument: SARIF 2.1.0, 3.11.5 and 3.11.6.
#[test]
fn sarif_messages_hold_no_links() {
    let here = folder("attack-sarif");
    let link = "[Fix this here](https://evil.example)";
    let json = |id: &str| {
        format!(
            "{{\"id\":\"g\",\"title\":\"T\",\"summary\":\"S.\",\"lang\":\"{link}\",\"fixes\":[{{\"id\":\"{id}\",\"title\":\"{link}\",\"only-if\":\"{link}\",\"steps\":[{{\"id\":\"{id}\",\"text\":[[{{\"link\":{{\"href\":\"x:{link}\",\"text\":\"w\"}}}}]]}}]}},{{\"id\":\"{id}\",\"title\":\"{link}\",\"steps\":[]}}]}}"
        )
    };
    let name = "[a](1) {0}.json";
    std::fs::write(here.join(name), json(link)).unwrap();
    std::fs::write(
        here.join("other.json"),
        json("x\\\\[b](https://evil.example)").replace("S.", "{0} {1}"),
    )
    .unwrap();
    std::fs::write(here.join("field.json"), format!("{{\"{link}\":1}}")).unwrap();
    let braces = GUIDE
        .replace("{#s}", &format!("{{#s x=\"{link}\" {{0}}}}"))
        .replace("# A", &format!("# {link}"));
    std::fs::write(here.join("braces.md"), braces).unwrap();
    let output = run(
        &here,
        &[
            "check",
            name,
            "other.json",
            "field.json",
            "braces.md",
            "--format",
            "sarif",
        ]
        .map(OsStr::new),
    );
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert!(results.len() > 8, "{results:?}");
    let mut told = 0;
    for result in results {
        let text = result["message"]["text"].as_str().unwrap();
        told += text.matches("evil.example").count();
        // What is left without the escapes has none of their marks.
        let mut bare = text.replace("\\\\", "");
        for escape in ["\\[", "\\]", "{{", "}}"] {
            bare = bare.replace(escape, "");
        }
        assert!(!bare.contains(['[', ']', '{', '}', '\\']), "{text}");
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            .as_str()
            .unwrap();
        assert!(!uri.contains(['[', ']', '(', '{', ' ']), "{uri}");
    }
    assert!(told > 3, "{results:?}");
}
