//! Which files the command reads: in CI their names, links and content may all come from a stranger's pull request.
//!
//! Belongs here: what is refused, and why. Does not: what a file means.
//!
//! A file named by a link must lie in the folder of that name and be named like a guide itself, and no folder on the way
//! from the current one may be a link that leads out of it. So a link that a shell's `guides/*.md` takes in cannot show
//! what else the machine holds.

use std::fs::{File, Metadata, OpenOptions};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, bail, ensure};
use unstuck_author::{Format, limits};
use unstuck_core::characters::shown;

/// A file's name as it may be shown.
pub(crate) fn name(path: &Path) -> String {
    let name = shown(&path.to_string_lossy());
    // A line that begins like this is a command to some CI systems.
    if name.starts_with("::") {
        format!("./{name}")
    } else {
        name
    }
}

/// The format and the text of a guide's file.
pub(crate) fn read(path: &Path) -> anyhow::Result<(Format, String)> {
    let name = name(path);
    let format = format_of(path).with_context(|| {
        format!("{name}: the name must end in .html, .md or .json, which tells its format")
    })?;
    let could_not_read = || format!("could not read {name}");
    let target = target(path, format)?;
    // Opening a device may already do something.
    ensure_is_file(&target.metadata().with_context(could_not_read)?, &name)?;
    let file = open(&target).with_context(could_not_read)?;
    // And what was opened may no longer be what was looked at.
    let metadata = file.metadata().with_context(could_not_read)?;
    ensure_is_file(&metadata, &name)?;
    let size = metadata.len();
    let most = limits::MAX_BYTES as u64;
    ensure!(
        size <= most,
        "{name} has {size} bytes; a guide may have {most}"
    );
    let mut bytes = Vec::new();
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .with_context(could_not_read)?;
    // Files that the system makes up as they are read say that they are empty.
    ensure!(
        bytes.len() as u64 == size,
        "{name} should have {size} bytes, but reading it gave {}; save it as an ordinary file, and do not write to it while it is read",
        bytes.len()
    );
    let text = decoded(format, bytes).map_err(|at| {
        anyhow::anyhow!("{name} is not UTF-8 text from byte {at} on; save it as UTF-8")
    })?;
    Ok((format, text))
}

/// The text of a file, or where it is none. HTML may begin with the mark of UTF-16, as browsers read it.
fn decoded(format: Format, bytes: Vec<u8>) -> Result<String, usize> {
    let order: Option<fn([u8; 2]) -> u16> = match bytes.as_slice() {
        [0xff, 0xfe, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] => Some(u16::from_be_bytes),
        _ => None,
    };
    let Some(order) = order.filter(|_| format == Format::Html) else {
        return String::from_utf8(bytes).map_err(|error| error.utf8_error().valid_up_to());
    };
    let (pairs, rest) = bytes.as_chunks();
    let units: Vec<u16> = pairs.iter().map(|pair| order(*pair)).collect();
    let text = String::from_utf16(&units).ok().filter(|_| rest.is_empty());
    text.ok_or(bytes.len())
}

fn format_of(path: &Path) -> Option<Format> {
    Format::from_file_name(&path.file_name()?.to_string_lossy())
}

/// The file that a path leads to, without links in its path.
fn target(path: &Path, format: Format) -> anyhow::Result<PathBuf> {
    let name = name(path);
    let could_not_read = || format!("could not read {name}");
    let real = |path: &Path| {
        let here = path.as_os_str().is_empty();
        let path = if here { Path::new(".") } else { path };
        path.canonicalize().with_context(could_not_read)
    };
    let folder = path.parent().unwrap_or(path);
    let real_folder = real(folder)?;
    if let Some(base) = base(folder) {
        ensure!(
            real_folder.starts_with(real(&base)?),
            "{name} is behind a link that leads out of the folder; name the file where it is"
        );
    }
    let target = real(path)?;
    ensure!(
        target.starts_with(&real_folder),
        "{name} is a link that leads out of its folder; name the file that it leads to, or put a copy here"
    );
    ensure!(
        format_of(&target) == Some(format),
        "{name} is a link to a file whose name does not tell the same format; name that file, or put a copy here"
    );
    Ok(target)
}

/// The folder that no link may lead out of: the current one, or the last `..` of a path. None for a path from the root that
/// does not come by here: its folders are its user's.
fn base(folder: &Path) -> Option<PathBuf> {
    let parts: Vec<Component<'_>> = folder.components().collect();
    let up = parts.iter().rposition(|part| *part == Component::ParentDir);
    if let Some(up) = up {
        return Some(parts.iter().take(up + 1).collect());
    }
    let here = std::env::current_dir().ok()?;
    (folder.is_relative() || folder.starts_with(&here)).then_some(here)
}

fn ensure_is_file(metadata: &Metadata, name: &str) -> anyhow::Result<()> {
    if metadata.is_dir() {
        bail!("{name} is a folder; name the guides in it");
    }
    ensure!(
        metadata.is_file(),
        "{name} is a pipe, a socket or a device; only ordinary files are read"
    );
    Ok(())
}

/// Opens a file that is no link, and waits for nobody at a pipe.
fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        libc::O_NONBLOCK | libc::O_NOFOLLOW,
    );
    options.open(path)
}
