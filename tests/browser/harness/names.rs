//! What the cases know of the product beside its public hooks: names of its files and of what it stores.

/// Where the choice between the steps and the text is stored.
pub const VIEW_KEY: &str = "unstuck:view";

/// Begins the names of the widget's files.
pub const WIDGET: &str = "unstuck-widget";
/// Begins the names of what reads an article without marks.
pub const READER: &str = "unstuck-reader";
/// Begins the names of what reads Markdown and JSON.
pub const FILE_READER: &str = "unstuck-file-reader";
/// Begins the names of what takes progress along, loaded only when asked for.
pub const TRANSFER: &str = "unstuck-carry";
/// Begins the name of what stands in for a widget that failed.
pub const FALLBACK: &str = "unstuck-rescue";

/// The element, described for tools.
pub const MANIFEST: &str = include_str!("../../../src/embed/custom-elements.json");
/// What `cargo xtask dist --no-offline` leaves in the place of sw.js.
pub const REMOVING_WORKER: &str = include_str!("../../../src/offline/remove.js");
