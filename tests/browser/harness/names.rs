//! What the cases know of the product beside its public hooks: names of its files and of what it stores.

/// Where the choice between the steps and the text is stored.
pub const VIEW_KEY: &str = "unstuck::view";

/// Begins the names of the widget's files.
pub const WIDGET: &str = "unstuck-widget";
/// Begins the names of what shows a first screen before the widget.
pub const FIRST_SCREEN: &str = "unstuck-first-screen";
/// Begins the names of what reads an article without marks.
pub const READER: &str = "unstuck-reader";
/// Begins the names of what reads Markdown and JSON.
pub const FILE_READER: &str = "unstuck-file-reader";
/// Begins the name of what stands in for a widget that failed.
pub const FALLBACK: &str = "unstuck-fallback";

/// The element, described for tools.
pub const MANIFEST: &str = include_str!("../../../web/custom-elements.json");
/// What `cargo xtask dist --no-offline` puts in the place of sw.js. For the cases it lies beside the built page's folder.
pub const REMOVING_WORKER: &str = "sw-remove.js";
