//! The last step of each build of the page, as Trunk's hook: what Trunk cannot do itself.
//!
//! Belongs here: the changes to the files in Trunk's staging folder. Does not: the build before it (see `trunk`).
//! The page holds text tokens where something is filled in: comments are gone by now, and a token that is left over or
//! missing is seen.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use unstuck_core::guide::Guide;

use crate::howto;
use crate::run::{program, root, run};
use crate::{offline, seal, short_names, site, tools};

const TOKEN: &str = "__UNSTUCK_";
/// In what is put at the end of a glue: the WebAssembly of that glue.
const OWN_WASM: &str = "__UNSTUCK_OWN_WASM__";
/// How the private properties of the widget's style sheet begin.
const PRIVATE: &str = "--u-";

/// Finishes the page in the folder that Trunk names.
pub(crate) fn finish() -> Result<()> {
    let Some(folder) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        bail!(
            "TRUNK_STAGING_DIR is not set: this is Trunk's hook; `cargo xtask build` builds the page"
        );
    };
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let guides = site::publish(&root().join("guides"), &folder)?;
    site::gallery(root(), &folder)?;
    finish_readers(&folder, &guides)?;
    add_rescue(&folder, &guides)?;
    finish_carry(&folder)?;
    fill_embed(&folder)?;
    add_to_glue(&folder)?;
    fill_pages(&folder)?;
    offline::put_script(&folder)?;
    if release {
        shorten_names(&folder, WIDGET)?;
        shorten_names(&folder, READER)?;
        shorten_names(&folder, FILE_READER)?;
        shorten_names(&folder, CARRY)?;
        minify_scripts(&folder)?;
    } else {
        println!("The scripts stay as they are: this is no release build.");
    }
    seal::seal(&folder, &[FILE_READER, READER, CARRY, WIDGET, RESCUE])?;
    offline::finish(&folder, env::var_os(offline::NONE).is_some())
}

/// What the files of the four modules are called, before the hash.
const WIDGET: &str = "unstuck-widget";
pub(crate) const READER: &str = "unstuck-reader";
pub(crate) const FILE_READER: &str = "unstuck-file-reader";
pub(crate) const CARRY: &str = "unstuck-carry";
/// What the file is called that is loaded after a failure, before the hash.
pub(crate) const RESCUE: &str = "unstuck-rescue";

/// Puts the road from an address to an article into the reader's glue, and gives the files of both readers a hash:
/// Trunk gives none to what it takes for a worker.
fn finish_readers(folder: &Path, guides: &[String]) -> Result<()> {
    let (js, wasm) = hashed(folder, FILE_READER, None)?;
    let road = read(&root().join("crates/reader/src/road.js"))?;
    let look = read(&root().join("styles").join("reading.css"))?;
    let road = fill(
        &road,
        &[
            ("__UNSTUCK_GUIDES__", &serde_json::to_string(guides)?),
            (
                "__UNSTUCK_READING__",
                &serde_json::to_string(&slim(&look, &private_names()?))?,
            ),
            ("__UNSTUCK_FILE_READER__", &js),
            ("__UNSTUCK_FILE_READER_WASM__", &wasm),
            // Known once the road itself is.
            (OWN_WASM, OWN_WASM),
        ],
    )
    .context("road.js could not be filled in")?;
    hashed(folder, READER, Some(&road))?;
    Ok(())
}

/// Puts the dialogs into the glue of what is taken along.
fn finish_carry(folder: &Path) -> Result<()> {
    let script = read(&root().join("src").join("carry").join("carry.js"))?;
    let look = read(&root().join("styles").join("carry.css"))?;
    let look = serde_json::to_string(&slim(&look, &private_names()?))?;
    let values = [
        ("__UNSTUCK_CARRY_LOOK__", look.as_str()),
        (OWN_WASM, OWN_WASM),
    ];
    let script = fill(&script, &values).context("carry.js could not be filled in")?;
    hashed(folder, CARRY, Some(&script))?;
    Ok(())
}

/// Gives both files of a module a hash of what they hold, with more at the end of the glue. Gives their names.
fn hashed(folder: &Path, which: &str, more: Option<&str>) -> Result<(String, String)> {
    let (js, wasm) = module(&names(folder)?, which)?;
    let code = fs::read(folder.join(&wasm)).with_context(|| format!("could not read {wasm}"))?;
    let mut glue = read(&folder.join(&js))?;
    let mut hasher = DefaultHasher::new();
    (&glue, &code, more).hash(&mut hasher);
    let stem = format!("{which}-{:016x}", hasher.finish());
    let new = (format!("{stem}.js"), format!("{stem}_bg.wasm"));
    if let Some(more) = more {
        glue.push('\n');
        glue.push_str(&fill(more, &[(OWN_WASM, &new.1)])?);
    }
    write(&folder.join(&new.0), &glue)?;
    let rename = || {
        fs::remove_file(folder.join(js))?;
        fs::rename(folder.join(&wasm), folder.join(&new.1))
    };
    rename().with_context(|| format!("could not rename {wasm}"))?;
    Ok(new)
}

/// Writes what is loaded after a failure, with no hash of its own yet: the sealing gives it one.
fn add_rescue(folder: &Path, guides: &[String]) -> Result<()> {
    let (js, wasm) = module(&names(folder)?, WIDGET)?;
    let rescue = fill(
        &read(&root().join("src").join("embed").join("rescue.js"))?,
        &[
            ("__UNSTUCK_JS__", &js),
            ("__UNSTUCK_WASM__", &wasm),
            ("__UNSTUCK_GUIDES__", &serde_json::to_string(guides)?),
        ],
    )
    .context("rescue.js could not be filled in")?;
    write(&folder.join(rescue_name()), &rescue)
}

fn rescue_name() -> String {
    format!("{RESCUE}-{:016x}.js", 0)
}

fn fill_embed(folder: &Path) -> Result<()> {
    let names = names(folder)?;
    let (js, wasm) = module(&names, WIDGET)?;
    let (reader, _) = module(&names, READER)?;
    let path = folder.join("embed.js");
    let text = read(&path).context("index.html must copy src/embed/embed.js")?;
    let pinned = pinned();
    for (name, sealed) in [("embed.js", "false"), (pinned.as_str(), "true")] {
        let text = fill(
            &text,
            &[
                ("__UNSTUCK_EMBED__", name),
                ("__UNSTUCK_SEALED__", sealed),
                ("__UNSTUCK_JS__", &js),
                ("__UNSTUCK_WASM__", &wasm),
                ("__UNSTUCK_READER__", &reader),
                ("__UNSTUCK_RESCUE__", &rescue_name()),
            ],
        )
        .context("embed.js could not be filled in")?;
        write(&folder.join(name), &text)?;
    }
    Ok(())
}

/// The name of the shell's copy that stays as it is: a page can hold it to its integrity value.
pub(crate) fn pinned() -> String {
    format!("embed-{}.js", env!("CARGO_PKG_VERSION"))
}

/// Puts into the widget's glue what the shell needs with it: its style sheet and live.js. No request of its own,
/// and text packs better beside text than inside WebAssembly.
fn add_to_glue(folder: &Path) -> Result<()> {
    let names = names(folder)?;
    let (js, _) = module(&names, WIDGET)?;
    let (carry, _) = module(&names, CARRY)?;
    let css = slim(
        &read(&root().join("styles").join("widget.css"))?,
        &private_names()?,
    );
    let path = folder.join(js);
    let glue = apart(&read(&path)?)?;
    let source = |name: &str| read(&root().join("src").join("embed").join(name));
    let style = with_style(&source("style.js")?, &css)?;
    let live = fill(&source("live.js")?, &[("__UNSTUCK_CARRY__", &carry)])
        .context("live.js could not be filled in")?;
    write(&path, &format!("{glue}\n{style}\n{live}"))
}

/// The script that gives the style sheet, with the sheet in it.
fn with_style(script: &str, css: &str) -> Result<String> {
    // What it reads where light-dark() is not known: the first rule holds all the colours that differ, as figures without
    // brackets.
    let (table, rest) = css.split_once('}').unwrap_or_default();
    if !table.contains("light-dark(") || rest.contains("light-dark(") {
        bail!("widget.css: light-dark() stands in the first rule, and only there");
    }
    fill(
        script,
        &[("__UNSTUCK_STYLE__", &serde_json::to_string(css)?)],
    )
}

/// The glue with names of our own for what Yew writes on elements. Two Yew modules number their trees and listeners from
/// the same start, so that within an app written with Yew a press in the widget would call the app's handlers, and the
/// other way round.
fn apart(glue: &str) -> Result<String> {
    for name in ["subtree_id", "subtree_cache_key", "listener_id"] {
        if !glue.contains(&format!(".__yew_{name}")) {
            bail!("the glue does not name __yew_{name}: how does Yew mark its elements now?");
        }
    }
    Ok(glue.replace("__yew_", "__unstuck_"))
}

/// Loads the WebAssembly as `embed.js` asks for it (`integrity` beside its address counts), in the place of the glue's own loader, which knows many more ways. A host
/// that gives the file another type cannot be streamed from.
const LOADER: &str = "\
let made;
const __wbg_init = (of) => made ??= (async () => {
  const answer = await fetch(of.module_or_path, of);
  if (!answer.ok) throw new Error(`WebAssembly: ${answer.status}`);
  const imports = __wbg_get_imports();
  const { instance, module } = answer.headers.get('Content-Type') === 'application/wasm'
    ? await WebAssembly.instantiateStreaming(answer, imports)
    : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  return __wbg_finalize_init(instance, module);
})().catch((error) => { made = undefined; throw error; });
export { __wbg_init as default };
";

/// Parts of the glue that no promised browser needs, and what stands in their place: ways around what is missing in
/// browsers older than any that can run the module, and around two gigabytes of text.
const DEAD: [(&str, &str); 13] = [
    // The other way to hand over text is faster where it is long; ours is short.
    (
        "    if (realloc === undefined) {\n        const buf",
        "    {\n        const buf",
    ),
    (
        "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new",
        "new",
    ),
    (
        "if (!('encodeInto' in cachedTextEncoder)) {\n    cachedTextEncoder.encodeInto = function (arg, view) {\n        const buf = cachedTextEncoder.encode(arg);\n        view.set(buf);\n        return {\n            read: arg.length,\n            written: buf.length\n        };\n    };\n}\n",
        "",
    ),
    (
        "    numBytesDecoded += bytes.length;\n    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {\n        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });\n        cachedTextDecoder.decode();\n        numBytesDecoded = bytes.length;\n    }\n",
        "",
    ),
    (
        "if (Symbol.dispose) Mounted.prototype[Symbol.dispose] = Mounted.prototype.free;\n",
        "",
    ),
    // What the module asks for is all there.
    ("        __proto__: null,\n", ""),
    // Memory that has grown is another buffer.
    (
        "cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0?.buffer !== wasm.memory.buffer",
    ),
    // Every promised browser knows `globalThis`; the others are asked for where it is missing.
    (
        "typeof globalThis === 'undefined' ? undefined : globalThis",
        "globalThis",
    ),
    (
        "typeof global === 'undefined' ? undefined : global;",
        "undefined;",
    ),
    (
        "typeof self === 'undefined' ? undefined : self;",
        "undefined;",
    ),
    (
        "typeof window === 'undefined' ? undefined : window;",
        "undefined;",
    ),
    (
        "            let result;\n            try {\n                result = arg0 instanceof ",
        "            const result = arg0 instanceof ",
    ),
    (
        ";\n            } catch (_) {\n                result = false;\n            }\n",
        ";\n",
    ),
];

/// How the glue catches what an import throws, and how in fewer words: one function around it. All or none of these.
const CATCHING: [(&str, &str); 3] = [
    (
        "function handleError(f, args) {\n    try {\n        return f.apply(this, args);\n    } catch (e) {\n        const idx = addToExternrefTable0(e);\n        wasm.__wbindgen_exn_store(idx);\n    }\n}\n",
        "const handleError = (f) => (...args) => {\n    try {\n        return f(...args);\n    } catch (e) {\n        wasm.__wbindgen_exn_store(addToExternrefTable0(e));\n    }\n};\n",
    ),
    (
        "function() { return handleError(function ",
        "handleError(function ",
    ),
    ("}, arguments); }", "})"),
];

/// The glue with our loader.
fn with_loader(glue: &str) -> Result<String> {
    let (before, own) = glue
        .split_once("async function __wbg_load(")
        .context("the glue has no loader where one is looked for")?;
    if !own
        .trim_end()
        .contains("export { initSync, __wbg_init as default };")
    {
        bail!("the glue does not end with its exports");
    }
    let after = own
        .split_once("__wbg_init as default };")
        .map_or("", |(_, after)| after);
    Ok(format!("{before}{LOADER}{after}"))
}

/// Gives short names to what WebAssembly and its glue call each other.
fn shorten_names(folder: &Path, which: &str) -> Result<()> {
    let (js, wasm) = module(&names(folder)?, which)?;
    let (js, wasm) = (folder.join(js), folder.join(wasm));
    let glue = with_loader(&read(&js)?)?;
    let known = CATCHING.iter().all(|(long, _)| glue.contains(long));
    let catching = CATCHING.iter().filter(|_| known);
    let glue = DEAD
        .iter()
        .chain(catching)
        .fold(glue, |glue, (dead, instead)| glue.replace(dead, instead));
    let code = fs::read(&wasm).with_context(|| format!("could not read {}", wasm.display()))?;
    let (code, glue) = short_names::shorten(&code, &glue)?;
    write(&js, &glue)?;
    fs::write(&wasm, code).with_context(|| format!("could not write {}", wasm.display()))
}

/// The private properties of all sheets in the widget with their short names, longer ones first: a name may be the
/// beginning of another. One list for all, for a sheet may use what another sets.
fn private_names() -> Result<Vec<(String, String)>> {
    let sheet = |name: &str| read(&root().join("styles").join(name));
    Ok(named(&format!(
        "{}{}{}",
        sheet("widget.css")?,
        sheet("reading.css")?,
        sheet("carry.css")?
    )))
}

fn named(css: &str) -> Vec<(String, String)> {
    let mut names: Vec<String> = Vec::new();
    for (at, _) in css.match_indices(PRIVATE) {
        let name = css[at..].chars();
        let name: String = name
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    // Numbers, since nobody calls a property so: one that the page registers (@property) holds for the whole document, and
    // letters are registered for charts and the like.
    let short = (0..names.len()).map(|place| format!("--{place}"));
    let mut pairs: Vec<(String, String)> = names.iter().cloned().zip(short).collect();
    pairs.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    pairs
}

/// A style sheet without its comments and indents, and with these short names for its private properties.
fn slim(css: &str, private: &[(String, String)]) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    let out = lines.collect::<Vec<_>>().join(" ");
    let out = joined(&out);
    // Our own sheet: none of these stands within a string of it.
    let mut out = [
        (": ", ":"),
        ("; ", ";"),
        (", ", ","),
        (" {", "{"),
        ("{ ", "{"),
        (" }", "}"),
        (";}", "}"),
        ("} ", "}"),
        (" / ", "/"),
        (" !important", "!important"),
        (":0.", ":."),
        (",0.", ",."),
        ("(0.", "(."),
        (" 0.", " ."),
        (":-0.", ":-."),
    ]
    .iter()
    .fold(out, |css, (from, to)| css.replace(from, to));
    for (name, short) in private {
        out = out.replace(name, short);
    }
    out
}

/// A style sheet with no spaces around what combines selectors. Within brackets they stay: a sum needs them.
fn joined(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let (mut rest, mut depth) = (css, 0_usize);
    while let Some(c) = rest.chars().next() {
        let combines = [" + ", " > "]
            .iter()
            .find(|marks| depth == 0 && rest.starts_with(**marks));
        let taken = if let Some(marks) = combines {
            out.push_str(marks.trim());
            marks.len()
        } else {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            out.push(c);
            c.len_utf8()
        };
        rest = &rest[taken..];
    }
    out
}

/// The file names of a module's glue and its WebAssembly: the two that wasm-bindgen made.
pub(crate) fn module(names: &[String], which: &str) -> Result<(String, String)> {
    let stems: Vec<&str> = names
        .iter()
        .filter(|name| name.starts_with(which))
        .filter_map(|name| name.strip_suffix("_bg.wasm"))
        .collect();
    let [stem] = stems.as_slice() else {
        bail!(
            "the build made {} files {which}…_bg.wasm; there should be one",
            stems.len()
        );
    };
    let js = format!("{stem}.js");
    if !names.contains(&js) {
        bail!("the build made {stem}_bg.wasm, but no {js} beside it");
    }
    Ok((js, format!("{stem}_bg.wasm")))
}

/// Fills in index.html and writes a page like it for each of the other guides, with the same loader beside it.
fn fill_pages(folder: &Path) -> Result<()> {
    let path = folder.join("index.html");
    let page = read(&path)?;
    let place = article(&page)?;
    let own = &page[place.clone()];
    let first = parse(own).context("index.html")?;
    let others = site::others(&root().join("guides"), &first)?;
    let all: Vec<(String, &Guide)> = std::iter::once(("index.html".to_owned(), &first))
        .chain(others.iter().map(|other| (other.page(), &other.guide)))
        .collect();
    offline::finish_manifest(folder, &all)?;
    let (before, after) = (&page[..place.start], &page[place.end..]);
    for other in &others {
        let page = format!("{before}{}{after}", other.article);
        let name = other.page();
        let page = fill_page(&page, &other.guide, &all).context(name.clone())?;
        write(&folder.join(name), &page)?;
    }
    let page = fill_page(&page, &first, &all).context("index.html could not be filled in")?;
    write(&path, &page)
}

/// A page with its guide's words and the way to all the other pages.
fn fill_page(page: &str, guide: &Guide, all: &[(String, &Guide)]) -> Result<String> {
    let page = place_element(page, article(page)?, guide)?;
    let title = escaped(&guide.title);
    let description = escaped(&guide.summary);
    let json_ld = howto::json_ld(guide);
    let links = site::links(all, guide);
    fill(
        &page,
        &[
            ("__UNSTUCK_TITLE__", &title),
            ("__UNSTUCK_DESCRIPTION__", &description),
            ("__UNSTUCK_JSON_LD__", &json_ld),
            ("__UNSTUCK_OTHER_GUIDES__", &links),
            // Known once all files are.
            (offline::SCRIPT_TOKEN, offline::SCRIPT_TOKEN),
            (offline::VERSION_TOKEN, offline::VERSION_TOKEN),
        ],
    )
}

/// The guide of an article.
pub(crate) fn parse(article: &str) -> Result<Guide> {
    unstuck_adopt::html::parse(article).map_err(|problems| {
        let list: Vec<String> = problems
            .iter()
            .map(|problem| format!("\n  {problem}"))
            .collect();
        anyhow!("the article is not a sound guide:{}", list.concat())
    })
}

/// Where in the page the guide's article stands, tags included.
pub(crate) fn article(page: &str) -> Result<std::ops::Range<usize>> {
    let marked = page.find("data-unstuck-guide=").ok_or_else(|| {
        anyhow!(
            "index.html holds no article with data-unstuck-guide; does it inline one of guides/?"
        )
    })?;
    let start = page[..marked]
        .rfind("<article")
        .ok_or_else(|| anyhow!("data-unstuck-guide must stand on an article element"))?;
    let length = page[start..]
        .find("</article>")
        .ok_or_else(|| anyhow!("the article in index.html has no end tag"))?;
    Ok(start..start + length + "</article>".len())
}

/// Puts the widget's element after the article's header: from there on the article is what the widget walks through.
fn place_element(page: &str, article: std::ops::Range<usize>, guide: &Guide) -> Result<String> {
    const END: &str = "</header>";
    let text = &page[article.clone()];
    if text.contains("<unstuck-guide") {
        bail!("the article holds an unstuck-guide element already; the build puts it there");
    }
    let at = text.find(END).ok_or_else(|| {
        anyhow!("the article has no header; put its h1 and its summary into one, since the widget comes after it")
    })?;
    let opening = &text[..at];
    let id = &guide.id;
    let named = [format!(" id=\"{id}\""), format!(" id={id}")];
    if !named
        .iter()
        .any(|attribute| opening.contains(attribute.as_str()))
    {
        bail!("the article needs id=\"{id}\", by which the widget finds it");
    }
    let element = fill(
        include_str!("element.html").trim_end(),
        &[("__UNSTUCK_ARTICLE__", &escaped(id))],
    )?;
    let at = article.start + at + END.len();
    Ok(format!("{}{element}{}", &page[..at], &page[at..]))
}

/// Puts values in the place of their tokens. Each token must be there, and none may be left.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut seen = vec![false; values.len()];
    let mut rest = text;
    // One pass: what is filled in is never looked at again.
    while let Some(at) = rest.find(TOKEN) {
        let (before, after) = rest.split_at(at);
        let found = values
            .iter()
            .position(|(token, _)| after.starts_with(token));
        let Some(found) = found else {
            let end = after
                .find(|c: char| c != '_' && !c.is_ascii_alphanumeric())
                .unwrap_or(after.len());
            bail!("the build does not know the token {}", &after[..end]);
        };
        let (token, value) = values[found];
        seen[found] = true;
        out.push_str(before);
        // The minifier takes the quotes off an attribute that is a token alone.
        let bare = before.ends_with('=');
        if bare {
            out.push('"');
        }
        out.push_str(value);
        if bare {
            out.push('"');
        }
        rest = &after[token.len()..];
    }
    out.push_str(rest);
    if let Some(missing) = seen.iter().position(|seen| !seen) {
        bail!("the token {} is missing", values[missing].0);
    }
    Ok(out)
}

/// Text that may stand in HTML, also in a quoted attribute.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

fn minify_scripts(folder: &Path) -> Result<()> {
    let minifier = tools::minifier()?;
    for name in names(folder)? {
        if Path::new(&name).extension() != Some(OsStr::new("js")) {
            continue;
        }
        let path = folder.join(&name);
        let mut command = program(&minifier);
        command.arg(&path).arg("--output").arg(&path);
        command.args([
            "--ecma",
            "2020",
            "--compress",
            // Warnings for who builds a page by hand: ours is built.
            "passes=3,pure_funcs=console.warn,unsafe_arrows=true",
            "--mangle",
            "--comments",
            "false",
        ]);
        if imports_or_exports(&read(&path)?) {
            command.arg("--module");
        }
        run(&mut command).with_context(|| format!("{name} could not be minified"))?;
    }
    Ok(())
}

/// Whether a script is a module: a classic one's top-level names belong to the page and must stay.
fn imports_or_exports(script: &str) -> bool {
    script
        .lines()
        .any(|line| line.starts_with("import ") || line.starts_with("export "))
}

/// The names of the files in a folder and the folders in it, as the page would name them; sorted.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut gather = || -> std::io::Result<()> {
        let mut folders = vec![(folder.to_owned(), String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.file_type()?.is_dir() {
                    folders.push((entry.path(), format!("{name}/")));
                } else {
                    names.push(name);
                }
            }
        }
        Ok(())
    };
    gather().with_context(|| format!("could not read {}", folder.display()))?;
    names.sort();
    Ok(names)
}

pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("could not write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T: std::fmt::Debug>(result: Result<T>) -> String {
        format!("{result:?}")
    }

    #[test]
    fn every_token_is_filled_in_wherever_it_stands() {
        let text = "<title>__UNSTUCK_TITLE__</title><meta content=__UNSTUCK_TITLE__><meta content=\"__UNSTUCK_TITLE__\">";
        let filled = fill(text, &[("__UNSTUCK_TITLE__", "A __UNSTUCK_X b")]).unwrap_or_default();
        let title = "A __UNSTUCK_X b";
        assert_eq!(
            filled,
            format!("<title>{title}</title><meta content=\"{title}\"><meta content=\"{title}\">")
        );
    }

    #[test]
    fn private_properties_have_short_names_and_public_ones_stay() {
        let css = "a { --u-x: var(--unstuck-x, 1px); /* b */\n  --u-x-y: 2px; }\nb { width: var(--u-x-y) }";
        assert_eq!(
            slim(css, &named(css)),
            "a{--0:var(--unstuck-x,1px);--1:2px}b{width:var(--1)}"
        );
    }

    #[test]
    fn the_marks_of_yew_are_our_own() {
        let glue = "a.__yew_subtree_id; b.__yew_subtree_cache_key = 1; c.__yew_listener_id";
        let own =
            "a.__unstuck_subtree_id; b.__unstuck_subtree_cache_key = 1; c.__unstuck_listener_id";
        assert_eq!(apart(glue).unwrap_or_default(), own);
        assert!(said(apart("a.__yew_subtree_id")).contains("__yew_subtree_cache_key"));
    }

    #[test]
    fn spaces_go_where_they_mean_nothing() {
        for (css, slim_css) in [
            ("a > b + c { top: 0.5px; }", "a>b+c{top:.5px}"),
            (
                ":is(a > b) { width: calc(1px + 0.5em) !important; }",
                ":is(a > b){width:calc(1px + .5em)!important}",
            ),
            (
                "a { inset: 10.5px -0.1em; container: a / b }",
                "a{inset:10.5px -0.1em;container:a/b}",
            ),
        ] {
            assert_eq!(slim(css, &[]), slim_css);
        }
    }

    #[test]
    fn the_loader_takes_the_place_of_the_glues_own() {
        let own = "a;\nasync function __wbg_load(b) { c }\nexport { initSync, __wbg_init as default };\nstyle";
        let glue = with_loader(own).unwrap_or_default();
        assert!(
            glue.starts_with("a;\n") && glue.ends_with("\nstyle") && !glue.contains("initSync")
        );
        assert!(said(with_loader("a")).contains("no loader"));
        assert!(said(with_loader("async function __wbg_load(")).contains("exports"));
    }

    #[test]
    fn a_missing_or_unknown_token_is_named() {
        assert!(
            said(fill("x", &[("__UNSTUCK_JS__", "a.js")])).contains("__UNSTUCK_JS__ is missing")
        );
        assert!(said(fill("x __UNSTUCK_WHAT__;", &[])).contains("token __UNSTUCK_WHAT__"));
    }

    #[test]
    fn text_cannot_leave_its_place() {
        assert_eq!(escaped("a \"b\" <c> & d"), "a &quot;b&quot; &lt;c> &amp; d");
    }

    #[test]
    fn a_module_is_two_files_of_one_name() {
        let names = |list: &[&str]| {
            list.iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        let all = ["embed.js", "r_bg.wasm", "w-1_bg.wasm", "w-1.js"];
        let found = module(&names(&all), "w").ok();
        assert_eq!(found, Some(("w-1.js".into(), "w-1_bg.wasm".into())));
        assert!(said(module(&names(&["embed.js"]), "w")).contains("made 0 files"));
        assert!(said(module(&names(&all), "r")).contains("no r.js"));
    }

    #[test]
    fn readers_get_a_hash_and_the_road_its_names() {
        let folder = crate::run::target_dir().join(format!("xtask-readers-{}", std::process::id()));
        let put = |name: &str, text: &str| write(&folder.join(name), text);
        let made = fs::create_dir_all(&folder).is_ok()
            && put("unstuck-reader.js", "glue").is_ok()
            && put("unstuck-reader_bg.wasm", "code").is_ok();
        assert!(made);
        let first = hashed(&folder, READER, Some("own = __UNSTUCK_OWN_WASM__"));
        let (js, wasm) = first.unwrap_or_default();
        let stem = js.trim_end_matches(".js");
        assert_eq!(wasm, format!("{stem}_bg.wasm"));
        assert_eq!(stem.len(), READER.len() + 17);
        let glue = read(&folder.join(&js)).unwrap_or_default();
        assert_eq!(glue, format!("glue\nown = {wasm}"));
        assert_eq!(names(&folder).unwrap_or_default(), [js.clone(), wasm]);
        let _ = fs::remove_dir_all(folder);
    }

    #[test]
    fn the_element_comes_after_the_articles_own_header() {
        for quote in ["\"", ""] {
            let page = format!(
                "<body><header>site</header><article lang=en id={quote}g{quote} data-unstuck-guide={quote}g{quote}>\
                 <header><h1>T</h1><p>S.</p></header><section data-unstuck-id=f><h2>F</h2><p>R.</p><ol><li>Do.</li></ol>\
                 </section></article></body>"
            );
            let range = article(&page).unwrap_or_default();
            assert!(
                page[range.clone()].starts_with("<article")
                    && page[range.clone()].ends_with("</article>")
            );
            let guide = unstuck_adopt::html::parse(&page[range.clone()]).ok();
            let placed = guide
                .map(|guide| place_element(&page, range, &guide).unwrap_or_else(|e| e.to_string()));
            let placed = placed.unwrap_or_default();
            assert!(
                placed
                    .contains("<p>S.</p></header><unstuck-guide article=\"#g\" loading=\"eager\">"),
                "{placed}"
            );
            let again = article(&placed).unwrap_or_default();
            let guide = unstuck_adopt::html::parse(&placed[again.clone()]).ok();
            let twice = guide
                .map(|guide| said(place_element(&placed, again, &guide)))
                .unwrap_or_default();
            assert!(twice.contains("already"), "{twice}");
        }
    }

    #[test]
    fn what_is_missing_in_the_page_is_named() {
        assert!(said(article("<article></article>")).contains("data-unstuck-guide"));
        assert!(said(article("<article data-unstuck-guide=x>")).contains("no end tag"));
    }

    #[test]
    fn modules_are_told_from_classic_scripts() {
        assert!(imports_or_exports("let a;\nexport { a };\n"));
        assert!(!imports_or_exports(
            "(() => {\n  import('./x.js');\n})();\n"
        ));
    }
}
