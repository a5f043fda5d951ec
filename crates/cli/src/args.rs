//! The command line: every subcommand with its options, as `--help` shows them.
//!
//! Belongs here: names, values and help texts. Does not: what a command does (`main`).

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Checks, converts and draws troubleshooting guides.
#[derive(Debug, Parser)]
#[command(
    name = "unstuck",
    version,
    after_help = "A FILE is an article in HTML (.html), Markdown (.md) or JSON (.json).\n\
                  Exit codes: 0 no errors, 1 a guide has errors, 2 the command failed."
)]
pub(crate) struct Cli {
    /// Without one, the help is printed.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Reports every problem in guides, and what differs between the languages of one
    Check(Check),
    /// Shows what becomes of each block of an article, and the rule that decided
    Explain(Explain),
    /// Turns a guide into another format
    Build(Build),
    /// Draws the flow of a guide
    Map(Map),
    /// Writes a commented article to start from; never overwrites a file
    New(New),
    /// Prints the JSON Schema of a guide's JSON file
    Schema(Output),
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The guides to check
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// How the problems are printed
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The article
    pub(crate) file: PathBuf,
    /// How the table is printed
    #[arg(long, value_enum, default_value_t = TableFormat::Text)]
    pub(crate) format: TableFormat,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Build {
    /// The guide
    pub(crate) file: PathBuf,
    /// The format to write
    #[arg(long, value_enum)]
    pub(crate) to: Target,
    /// The address of embed.js, for `--to page` and `--to html`; what comes with it lies beside it
    #[arg(long, value_name = "URL", default_value = "embed.js")]
    pub(crate) script: String,
    /// The article alone, without the widget's element and its first screen; for `--to html`
    #[arg(long)]
    pub(crate) plain: bool,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Map {
    /// The guide
    pub(crate) file: PathBuf,
    /// The kind of drawing
    #[arg(long, value_enum)]
    pub(crate) to: Drawing,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// The file to create; without it the article is printed
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Output {
    /// Writes to this file instead of printing
    #[arg(short, long, value_name = "OUT")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// Like a compiler's messages
    Text,
    /// An array of files with their problems
    Json,
    /// SARIF 2.1.0, which code hosts show next to the lines
    Sarif,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// A line for each block, then the rules
    Text,
    /// An object with the rows of the table
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// An article in HTML to paste, with the widget's first screen in it
    Html,
    /// An article in Markdown
    #[value(alias = "markdown")]
    Md,
    /// JSON by the published schema
    Json,
    /// A page ready to publish, which loads embed.js
    Page,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Drawing {
    /// Text for Mermaid
    Mermaid,
    /// An image
    Svg,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        super::Cli::command().debug_assert();
    }
}
