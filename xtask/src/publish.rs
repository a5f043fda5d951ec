//! `cargo xtask dist`: what others build upon, beside the page: types, the element's manifest, the tag to paste, the package
//! for npm.
//!
//! Belongs here: what is published, and where. Does not: the build of the page itself (see `page`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use serde_json::json;
use unstuck_page::files::{
    bytes, copy, integrity, names, pinned_shell, read, remove_dir, sha256, without_hash, write,
};
use unstuck_page::template::fill;

use crate::api::{MANIFEST, TYPES};
use crate::materials::BuiltWith;
use crate::run::{node_script, output, root, run, target_dir};
use crate::{materials, tools, trunk};

const PAGE_MANIFEST: &str = "custom-elements.json";
/// The released copies of the shell, by version: what each is held to, and what it was built with. `dist` prints the entry
/// that is added when a release is made.
const RELEASES: &str = "releases.json";
/// What is printed in the place of an address that only the publisher knows.
pub(crate) const HOST: &str = "https://YOUR-HOST";
/// The bill of materials, under the end of a name that tools look for.
const BILL: &str = "unstuck.cdx.json";
/// Keeps the widget's place while it comes: as high as the switch and the highest first question of our guides on a phone.
const PLACE: &str = "<style>@media (scripting: enabled) { unstuck-guide { display: block; min-height: 700px } }</style>";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is known of a released version.
#[derive(Serialize, Deserialize)]
struct Release {
    integrity: String,
    built_with: BuiltWith,
}

/// Builds all that is published, and says what to do with it.
pub(crate) fn dist(dist: &Path, offline: bool) -> Result<()> {
    let before = hashed(dist)?;
    trunk::build(dist, offline)?;
    // Named after `embed.js`: hosts keep `unstuck-*` for a year.
    copy(&root().join(TYPES), &dist.join("embed.d.ts"))?;
    copy(&root().join(MANIFEST), &dist.join(PAGE_MANIFEST))?;
    let release = Release {
        integrity: integrity(&bytes(&dist.join(pinned_shell()))?),
        built_with: materials::built_with()?,
    };
    unchanged(&before, dist)?;
    as_released(&read(&root().join(RELEASES))?, VERSION, &release)?;
    let bill = materials::bill(&release.built_with)?;
    write(&dist.join(BILL), &serde_json::to_string_pretty(&bill)?)?;
    let package = package(dist)?;
    let worker = if offline {
        "With it sw.js, which keeps the page for readers without a network (docs/offline.md)."
    } else {
        "Its sw.js removes what an earlier one kept in readers' browsers (docs/offline.md)."
    };
    let shell = &release.integrity;
    println!(
        "dist/ holds the page and, in it, embed.js with what it loads: serve it from any host and path. {worker}\n\
         {BILL} lists what is in it, in CycloneDX's form.\n\n\
         The tag that follows each new version:\n  <script src=\"{HOST}/embed.js\" async></script>\n\
         The tag of this version, held to its integrity value:\n  <script src=\"{HOST}/{}\" integrity=\"{shell}\" \
         crossorigin=\"anonymous\" async></script>\n\
         Hints for the head of pages with that tag, by which all that the first question of a marked article needs comes beside it, and nothing moves when the \
         widget comes into a place of its own, <unstuck-guide article=\"#fix-article\"></unstuck-guide>:\n{}\n\
         What a Content-Security-Policy of the page itself allows, for what it holds in its text (docs/authors.md):\n  {}\n\n\
         An import map that holds its scripts to theirs, for pages with an Integrity-Policy (docs/authors.md):\n{}\n\n\
         The entry of {RELEASES} when this is released: \"{VERSION}\": {}\n\n\
         The package for npm, published from CI so that npm can tell where it was built: npm publish --provenance {}",
        pinned_shell(),
        hints(dist)?,
        policy(dist)?,
        import_map(dist)?,
        serde_json::to_string_pretty(&release)?,
        package.display()
    );
    Ok(())
}

/// The one file of a build whose name begins and ends so.
fn named(dist: &Path, start: &str, end: &str) -> Result<String> {
    let is_it = |name: &String| name.starts_with(start) && name.ends_with(end);
    let found = names(dist)?.into_iter().find(is_it);
    found.with_context(|| format!("{} holds no {start}…{end}", dist.display()))
}

/// For a page's head: the widget's place, and links to the pinned shell and what it loads for the first question of a marked article. Their
/// values are those that it holds them to, or the browser would fetch them twice. The widget itself comes after that question.
pub(crate) fn hints(dist: &Path) -> Result<String> {
    let screen = |end| named(dist, "unstuck-first-screen-", end);
    // A tag that has its element put into a page that is painted already moves what is below it.
    let mut out = format!("  {PLACE}\n");
    for (name, how) in [
        (pinned_shell(), "rel=\"preload\" as=\"script\""),
        (screen(".js")?, "rel=\"modulepreload\""),
        (
            screen(".wasm")?,
            "rel=\"preload\" as=\"fetch\" type=\"application/wasm\"",
        ),
        (
            named(dist, "unstuck-widget-", ".css")?,
            "rel=\"preload\" as=\"fetch\" type=\"text/css\"",
        ),
    ] {
        let value = integrity(&bytes(&dist.join(&name))?);
        out += &format!(
            "  <link {how} href=\"{HOST}/{name}\" integrity=\"{value}\" crossorigin=\"anonymous\">\n"
        );
    }
    Ok(out)
}

/// The sources of a policy by which the pages work as they are: their files, and what stands in their text.
fn policy(dist: &Path) -> Result<String> {
    let source = |start, end| -> Result<String> {
        let file = bytes(&dist.join(named(dist, start, end)?))?;
        Ok(format!(" 'sha256-{}'", sha256(&file)))
    };
    let sheets = ["page-", "first-", "report-"].map(|start| source(start, ".css"));
    let sheets = sheets.into_iter().collect::<Result<String>>()?;
    let script = source("first-", ".js")?;
    Ok(format!(
        "style-src 'self'{sheets}; script-src 'self' 'wasm-unsafe-eval'{script}"
    ))
}

/// An import map with the integrity values of the scripts that a page may load as modules: the shells, and what they import.
fn import_map(dist: &Path) -> Result<String> {
    let mut scripts = BTreeMap::new();
    for name in names(dist)? {
        if name.ends_with(".js") && (name.starts_with("embed") || name.starts_with("unstuck-")) {
            scripts.insert(
                format!("{HOST}/{name}"),
                integrity(&bytes(&dist.join(name))?),
            );
        }
    }
    let map = serde_json::to_string_pretty(&json!({ "integrity": scripts }))?;
    Ok(format!("<script type=\"importmap\">\n{map}\n</script>"))
}

/// The files of a build that say by their name that they never change, with their integrity values.
fn hashed(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut hashed = BTreeMap::new();
    if dist.exists() {
        for name in names(dist)?
            .into_iter()
            .filter(|name| without_hash(name) != *name)
        {
            let value = integrity(&bytes(&dist.join(&name))?);
            hashed.insert(name, value);
        }
    }
    Ok(hashed)
}

/// Holds a build against the one before it: nothing that somebody may have kept is another one now.
fn unchanged(before: &BTreeMap<String, String>, dist: &Path) -> Result<()> {
    let now = hashed(dist)?;
    for (name, value) in &now {
        if before.get(name).is_some_and(|old| old != value) {
            bail!("{name} was another file in the build before; its hash leaves something out");
        }
    }
    // What pages load from other hosts stays there for a year.
    let load = |name: &&String| name.starts_with("unstuck-") && !now.contains_key(*name);
    if let Some(name) = names(dist)?.iter().find(load) {
        bail!("{name} has no hash in its name, and hosts keep unstuck-* for a year");
    }
    Ok(())
}

/// Fails where this version is released and its shell was another one.
fn as_released(releases: &str, version: &str, now: &Release) -> Result<()> {
    let releases: BTreeMap<String, Release> = serde_json::from_str(releases)
        .with_context(|| format!("{RELEASES} is no list of versions"))?;
    match releases.get(version) {
        Some(then) if then.integrity != now.integrity => {
            let (old, new) = (&then.built_with, &now.built_with);
            let other = old
                .iter()
                .filter(|(tool, version)| new.get(*tool) != Some(version));
            let other: Vec<_> = other
                .map(|(tool, version)| format!("{tool} {version}"))
                .collect();
            bail!(
                "embed-{version}.js is released as {} and would now be {}: pages that hold it to the first would refuse it. {}",
                then.integrity,
                now.integrity,
                if other.is_empty() {
                    "Raise the version in Cargo.toml".to_owned()
                } else {
                    format!("It was built with {}", other.join(", "))
                }
            )
        }
        _ => Ok(()),
    }
}

/// Assembles the package of a built page and has npm check it. Returns its folder.
pub(crate) fn package(dist: &Path) -> Result<PathBuf> {
    let folder = target_dir().join("npm/unstuck-guide");
    remove_dir(&folder)?;
    let ours = ["embed.js", &pinned_shell(), "first-", "unstuck-", "guides/"];
    for name in names(dist)? {
        if ours.iter().any(|start| name.starts_with(start)) {
            copy(&dist.join(&name), &folder.join("files").join(&name))?;
        }
    }
    for (from, to) in [
        (TYPES, "index.d.ts"),
        ("web/npm/README.md", "README.md"),
        ("web/npm/first.js", "first.js"),
        ("web/npm/rehype.js", "rehype.js"),
        ("web/npm/pages.js", "pages.js"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
        ("LICENSE-MIT", "LICENSE-MIT"),
    ] {
        copy(&root().join(from), &folder.join(to))?;
    }
    // What is for authors, not decisions or pictures.
    let docs = names(&root().join("docs"))?.into_iter();
    for name in docs.filter(|name| name.ends_with(".md") && !name.contains('/')) {
        let name = format!("docs/{name}");
        copy(&root().join(&name), &folder.join(name))?;
    }
    let manifest = read(&root().join(MANIFEST))?.replace("\"embed.js\"", "\"files/embed.js\"");
    write(&folder.join(PAGE_MANIFEST), &manifest)?;
    let package = read(&root().join("web/npm/package.json"))?;
    let package = fill(&package, &[("__UNSTUCK_VERSION__", VERSION)])?;
    write(&folder.join("package.json"), &package)?;
    let module = folder.join("index.js");
    run(node_script("web/build.mjs")?.arg("--package").arg(module))?;
    // It names no files, so npm packs all that lies in the folder. This holds it to what npm asks of a package.
    let mut npm = tools::npm()?;
    npm.args(["pack", "--dry-run", "--ignore-scripts", "--offline"]);
    output(npm.current_dir(&folder))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T: std::fmt::Debug>(result: Result<T>) -> String {
        format!("{result:?}")
    }

    #[test]
    fn a_released_shell_never_changes() {
        let release = |integrity: &str, rustc: &str| Release {
            integrity: integrity.to_owned(),
            built_with: BuiltWith::from([("rustc".to_owned(), rustc.to_owned())]),
        };
        let said = |releases: &[(&str, Release)]| {
            let releases: BTreeMap<_, _> = releases
                .iter()
                .map(|(version, release)| (version, release))
                .collect();
            let text = serde_json::to_string(&releases).unwrap_or_default();
            said(as_released(&text, "1.2.3", &release("sha384-new", "1.95")))
        };
        let old = || ("1.2.2", release("sha384-old", "1.90"));
        assert_eq!(
            said(&[old(), ("1.2.3", release("sha384-new", "1.95"))]),
            "Ok(())"
        );
        assert!(
            said(&[old(), ("1.2.3", release("sha384-old", "1.95"))]).contains("Raise the version")
        );
        assert!(
            said(&[("1.2.3", release("sha384-old", "1.90"))])
                .contains("It was built with rustc 1.90")
        );
    }

    #[test]
    fn the_list_of_releases_is_read() {
        let read = |text: &str| {
            said(as_released(
                text,
                "0",
                &Release {
                    integrity: String::new(),
                    built_with: BuiltWith::new(),
                },
            ))
        };
        assert_eq!(read(include_str!("../../releases.json")), "Ok(())");
        assert!(read("[]").contains("no list of versions"));
        // Without the tools a build cannot be redone.
        assert!(read("{\"0.1.0\": {\"integrity\": \"sha384-x\"}}").contains("built_with"));
    }

    #[test]
    fn the_import_map_has_each_script_with_its_sum() -> Result<()> {
        let folder = target_dir().join(format!("xtask-map-{}", std::process::id()));
        let scripts = [
            "embed-1.2.3.js",
            "embed.js",
            "unstuck-a-0123456789abcdef.js",
        ];
        for name in [
            &scripts[..],
            &["sw.js", "embed.d.ts", "unstuck-a-0123456789abcdef_bg.wasm"],
        ]
        .concat()
        {
            write(&folder.join(name), name)?;
        }
        let map = import_map(&folder)?;
        let map = map
            .lines()
            .filter(|line| !line.contains("script"))
            .collect::<String>();
        let held: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_str(&map)?;
        let expected = scripts.map(|name| (format!("{HOST}/{name}"), integrity(name.as_bytes())));
        assert_eq!(held["integrity"], BTreeMap::from(expected));
        remove_dir(&folder)
    }

    #[test]
    fn the_policy_allows_each_text_of_our_pages_by_its_sum() -> Result<()> {
        let folder = target_dir().join(format!("xtask-policy-{}", std::process::id()));
        for name in ["page-0.css", "first-1.css", "first-1.js"] {
            write(&folder.join(name), "abc")?;
        }
        assert!(said(policy(&folder)).contains("no report-….css"));
        write(&folder.join("report-0.css"), "")?;
        // FIPS 180: the digests of "abc" and of nothing, in base64.
        let [abc, nothing] = [
            "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='",
            "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        ];
        assert_eq!(
            policy(&folder)?,
            format!(
                "style-src 'self' {abc} {abc} {nothing}; script-src 'self' 'wasm-unsafe-eval' {abc}"
            )
        );
        remove_dir(&folder)
    }

    #[test]
    fn hints_name_each_file_of_the_first_question_with_its_sum() -> Result<()> {
        let folder = target_dir().join(format!("xtask-hints-{}", std::process::id()));
        let shell = pinned_shell();
        let files = [
            "unstuck-first-screen-0.js",
            "unstuck-first-screen-0_bg.wasm",
            &shell,
        ];
        for name in files {
            write(&folder.join(name), name)?;
        }
        assert!(said(hints(&folder)).contains("no unstuck-widget-….css"));
        write(&folder.join("unstuck-widget-0.css"), "")?;
        let hints = hints(&folder)?;
        assert_eq!(hints.lines().count(), 5, "{hints}");
        for name in files {
            let value = integrity(name.as_bytes());
            let file = format!("href=\"{HOST}/{name}\" integrity=\"{value}\" crossorigin");
            assert!(hints.contains(&file), "{file} in {hints}");
        }
        assert!(hints.contains(
            "<link rel=\"modulepreload\" href=\"https://YOUR-HOST/unstuck-first-screen-0.js"
        ));
        remove_dir(&folder)
    }

    #[test]
    fn a_build_is_compared_with_the_previous_one() {
        let folder = target_dir().join(format!("xtask-dist-{}", std::process::id()));
        let name = "unstuck-a-0123456789abcdef.js";
        let put = |name: &str, text: &str| write(&folder.join(name), text);
        assert!(put(name, "one").is_ok() && put("embed.js", "shell").is_ok());
        let before = hashed(&folder).unwrap_or_default();
        assert_eq!(before.keys().collect::<Vec<_>>(), [name]);
        assert!(unchanged(&before, &folder).is_ok());
        assert!(put("unstuck-b.js", "").is_ok());
        assert!(said(unchanged(&before, &folder)).contains("unstuck-b.js has no hash"));
        assert!(put(name, "two").is_ok());
        assert!(said(unchanged(&before, &folder)).contains("another file in the build before"));
        assert!(remove_dir(&folder).is_ok());
    }
}
