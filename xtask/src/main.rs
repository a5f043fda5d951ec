//! The project's own commands: `cargo xtask serve`, `cargo xtask test` and the few that they are made of.
//!
//! Belongs here: which commands there are and what they take. Does not: how they work (a module for each).

mod accessibility;
mod api;
mod bench;
mod browser_tests;
mod browsers;
mod functions;
mod kill;
mod materials;
mod page;
mod publish;
mod run;
mod samples;
mod serve;
mod sites;
mod size;
mod tally;
mod test;
mod tools;
mod trunk;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};

use crate::browsers::Engine;
use crate::run::{cargo, root, run};

/// The project's own commands. Each installs missing tools into a cache outside the checkout.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the release page and serves it; builds again when a file changes
    Serve {
        #[arg(short, long, default_value_t = 8080)]
        port: u16,
        /// Opens the page in a browser
        #[arg(long)]
        open: bool,
    },
    /// Runs everything, or the stages named
    Test(test::Options),
    /// Builds the release page
    Build {
        /// The folder that it goes into
        #[arg(long, value_name = "DIR", default_value_os_t = root().join("dist"), hide_default_value = true)]
        out: PathBuf,
    },
    /// Leaves in dist/ the page and the files to embed, and in target/npm the package for npm; prints the tags to paste
    Dist {
        /// The page keeps nothing for readers without a network, and removes from their browsers what an earlier one kept
        #[arg(long)]
        no_offline: bool,
    },
    /// Installs the package for npm into real sites (tests/sites), builds and drives them in Chromium; takes npm's registry
    Sites {
        /// Which; all where none is named
        names: Vec<String>,
    },
    /// Shows what the page loads in bytes, with what changed since README.md was written; fails when it is over the budget
    Size(size::Options),
    /// Measures the engine, and Unstuck in Chromium beside the same guide made by hand and with four libraries (docs/performance.md)
    Bench(bench::Options),
    /// Writes what is made from api.toml: types, the elements' manifest, and the lists in the documentation
    Api {
        /// Only fails where something is out of date
        #[arg(long)]
        check: bool,
    },
    /// Compares the guides made of the articles in a folder with the fixes that its labels.json names (see CONTRIBUTING.md)
    Articles {
        /// The folder
        dir: PathBuf,
        /// Only these of its articles
        files: Vec<String>,
        /// Prints addresses and figures alone, as a table for docs/articles.tsv
        #[arg(long)]
        tsv: bool,
    },
    /// Kills each browser once the widget says that all is saved, starts it again, and fails when an answer is gone
    Kill {
        /// Only in these
        #[arg(long = "engine", value_name = "ENGINE", default_values_t = Engine::value_variants().to_vec(), hide_default_value = true)]
        engines: Vec<Engine>,
        /// How often
        #[arg(long, default_value_t = 3)]
        times: u32,
    },
    /// Feeds hostile inputs to every parser, on all cores; fails when one ends a parser, or takes time that grows faster
    #[command(disable_help_flag = true)]
    Fuzz {
        /// What `cargo xtask fuzz --help` lists
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Trunk's hook: finishes the page that it built
    FinishPage,
}

fn main() -> ExitCode {
    match command(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(command: Command) -> Result<()> {
    match command {
        Command::Serve { port, open } => serve::serve(port, open),
        Command::Test(options) => test::test(&options),
        Command::Build { out } => {
            let out = std::path::absolute(out)?;
            trunk::build(&out, true)?;
            println!("The page is in {}", out.display());
            Ok(())
        }
        Command::Dist { no_offline } => publish::dist(&root().join("dist"), !no_offline),
        Command::Sites { names } => sites::sites(&names),
        Command::Size(options) => size::size(&options),
        Command::Bench(options) => bench::bench(&options),
        Command::Api { check } => api::generate(check),
        Command::Articles { dir, files, tsv } => run(cargo()
            .args(["run", "-q", "-p", "unstuck-author"])
            .args(["--example", "articles", "--"])
            .args(tsv.then_some("--tsv"))
            .arg(std::path::absolute(dir)?)
            .args(files)),
        Command::Kill { engines, times } => kill::kill(&engines, times),
        Command::Fuzz { arguments } => {
            println!("Building the parsers with every check on: a few minutes the first time.");
            run(cargo()
                .args(["run", "--profile", "fuzz", "--package", "fuzz", "--"])
                .args(arguments))
        }
        Command::FinishPage => page::finish(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn commands_take_their_own_options_and_no_others() {
        Arguments::command().debug_assert();
        let takes = |words: &str| Arguments::try_parse_from(words.split(' ')).is_ok();
        for words in [
            "x serve -p 80 --open",
            "x test --full --only unit --only browser --engine firefox -- back:: choice::",
            "x build --out x",
            "x dist --no-offline",
            "x sites react",
            "x articles x 01.md 02.html --tsv",
            "x bench --quick --only tag --compare before=old",
            "x kill --engine webkit --times 50",
            "x fuzz --inputs 10 --form html",
        ] {
            assert!(takes(words), "{words}");
        }
        for words in [
            "x serve --out x",
            "x build --port 1",
            "x test --engine opera",
            "x nothing",
        ] {
            assert!(!takes(words), "{words}");
        }
    }
}
