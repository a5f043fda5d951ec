//! The formats that a guide's file can have.

/// A format that a guide's file can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// An article in HTML.
    Html,
    /// An article in Markdown with attributes in braces.
    Markdown,
    /// JSON by `docs/guide.schema.json`.
    Json,
}

impl Format {
    /// The format of a file by the extension of its name.
    ///
    /// ```
    /// use unstuck_author::Format;
    ///
    /// assert_eq!(Format::from_file_name("printer.en.md"), Some(Format::Markdown));
    /// assert_eq!(Format::from_file_name("printer.txt"), None);
    /// ```
    #[must_use]
    pub fn from_file_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "md" | "markdown" | "mdx" => Some(Self::Markdown),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}
