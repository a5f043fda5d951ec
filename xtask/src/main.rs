//! The project's own commands: `cargo xtask serve`, `cargo xtask test` and the few that they are made of.
//!
//! Belongs here: which commands there are and what they take. Does not: how they work (a module for each).

mod browsers;
mod counts;
mod frameworks;
mod howto;
mod kill;
mod offline;
mod page;
mod publish;
mod run;
mod seal;
mod serve;
mod short_names;
mod site;
mod sites;
mod size;
mod small_std;
mod test;
mod tools;
mod trunk;
mod unreached;
mod yew_app;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::run::cargo;

const HELP: &str = "\
The project's own commands. Each installs what it needs and lacks, outside the checkout.

  cargo xtask serve [--port 8080] [--open]
      Builds the release page and serves it; builds again when a file changes.
  cargo xtask test [--only STAGE]... [--engine ENGINE]... [--one-by-one] [--one-try]
                   [-- FILTER]
      Runs everything, or the stages named: format, lint, unit, docs, page, size, browser.
      ENGINE is chromium, firefox or webkit; without it all three, two at a time unless --one-by-one.
      A browser test that fails has a second try in a new browser, and is named at the end, unless --one-try.
      What stands after -- goes to the browser tests: a word that their names hold.
  cargo xtask build [--out DIR]
      Builds the release page into DIR (dist).
  cargo xtask dist [--no-offline]
      Leaves in dist/ the page and the files to embed, and in target/npm the package for npm; prints the tags to paste.
      With --no-offline the page keeps nothing for readers without a network, and removes from their browsers what an
      earlier one kept.
  cargo xtask sites [NAME]...
      Installs the package for npm into real sites (tests/sites: vite, react, vitepress, astro, docusaurus), builds and
      drives them in Chromium. Takes npm's registry.
  cargo xtask size [--markdown] [--dist DIR]
      Shows what the page loads, in bytes, and fails when it is over the budget. Builds the page where DIR is not given.
  cargo xtask articles DIR
      Compares the guides made of the articles in DIR with the fixes that labels.json there names (see CONTRIBUTING.md).
  cargo xtask kill [--engine ENGINE]... [--times 3]
      Kills each browser once the widget says that all is saved, starts it again, and fails when an answer is gone.
  cargo xtask fuzz [--inputs N] [--seed S] [--form FORM]... [--help]
      Feeds hostile inputs to every parser, on all cores; fails when one ends a parser, or takes time that grows faster
      than it does.

For Trunk alone: cargo xtask finish-page
";

fn main() -> ExitCode {
    if let Some(code) = small_std::as_cargo() {
        return code;
    }
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {}", told(&error));
            ExitCode::FAILURE
        }
    }
}

/// The error with its causes, each said once.
fn told(error: &anyhow::Error) -> String {
    error
        .chain()
        .map(ToString::to_string)
        .fold(String::new(), |said, cause| {
            if said.contains(&cause) {
                said
            } else if said.is_empty() {
                cause
            } else {
                format!("{said}: {cause}")
            }
        })
}

fn command() -> Result<()> {
    let mut args = lexopt::Parser::from_env();
    let Some(first) = args.next()? else {
        print!("{HELP}");
        return Ok(());
    };
    let name = match first {
        Value(name) => name.string()?,
        Short('h') | Long("help") => "help".into(),
        other => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "serve" => {
            let (mut port, mut open) = (8080, false);
            while let Some(arg) = args.next()? {
                match arg {
                    Short('p') | Long("port") => port = args.value()?.parse()?,
                    Long("open") => open = true,
                    other => return Err(other.unexpected().into()),
                }
            }
            serve::serve(port, open)
        }
        "test" => test::test(test_options(args)?),
        "build" => {
            let mut out = run::root().join("dist");
            while let Some(arg) = args.next()? {
                match arg {
                    Long("out") => out = std::path::absolute(PathBuf::from(args.value()?))?,
                    other => return Err(other.unexpected().into()),
                }
            }
            trunk::build(&out, true)?;
            println!("The page is in {}", out.display());
            Ok(())
        }
        "dist" => {
            let mut offline = true;
            while let Some(arg) = args.next()? {
                match arg {
                    Long("no-offline") => offline = false,
                    other => return Err(other.unexpected().into()),
                }
            }
            let out = run::root().join("dist");
            let before = publish::hashed(&out)?;
            trunk::build(&out, offline)?;
            publish::describe(&out)?;
            publish::unchanged(&before, &out)?;
            let package = publish::package(&out)?;
            println!(
                "dist/ holds the page and, in it, embed.js with what it loads: serve it from any host and path. {}\n\n\
                 The tag that follows each new version:\n  <script src=\"https://YOUR-HOST/embed.js\" async></script>\n\
                 The tag of this version, held to its integrity value:\n  {}\n\n\
                 The package for npm: npm publish {}",
                if offline {
                    "With it sw.js, which keeps the page for readers without a network (docs/offline.md)."
                } else {
                    "Its sw.js removes what an earlier one kept in readers' browsers (docs/offline.md)."
                },
                publish::tag(&out)?,
                package.display()
            );
            Ok(())
        }
        "sites" => {
            let mut names = Vec::new();
            while let Some(arg) = args.next()? {
                match arg {
                    Value(name) => names.push(name.string()?),
                    other => return Err(other.unexpected().into()),
                }
            }
            sites::sites(&names)
        }
        "size" => {
            let (mut markdown, mut dist) = (false, None);
            while let Some(arg) = args.next()? {
                match arg {
                    Long("markdown") => markdown = true,
                    Long("dist") => dist = Some(PathBuf::from(args.value()?)),
                    other => return Err(other.unexpected().into()),
                }
            }
            let dist = match dist {
                Some(dist) => dist,
                None => trunk::build_for_tests()?,
            };
            size::show(&dist, markdown)
        }
        "articles" => {
            let folder = match args.next()? {
                Some(Value(folder)) => std::path::absolute(folder)?,
                Some(other) => return Err(other.unexpected().into()),
                None => bail!("name the folder that holds labels.json"),
            };
            nothing_more(args)?;
            let mut command = cargo();
            command.args(["run", "-q", "-p", "unstuck-adopt", "--example", "articles"]);
            run::run(command.arg("--").arg(folder))
        }
        "kill" => {
            let (mut engines, mut times) = (Vec::new(), kill::TIMES);
            while let Some(arg) = args.next()? {
                match arg {
                    Long("engine") => engines.push(args.value()?.parse()?),
                    Long("times") => times = args.value()?.parse()?,
                    other => return Err(other.unexpected().into()),
                }
            }
            if engines.is_empty() {
                engines = browsers::Engine::ALL.to_vec();
            }
            kill::kill(&engines, times)
        }
        "fuzz" => {
            let mut command = cargo();
            command.args([
                "run",
                "--quiet",
                "--profile",
                "fuzz",
                "--package",
                "fuzz",
                "--",
            ]);
            while let Some(arg) = args.next()? {
                command.arg(match arg {
                    Long(name) => format!("--{name}"),
                    Short(letter) => format!("-{letter}"),
                    Value(value) => value.string()?,
                });
            }
            println!("Building the parsers with every check on: a few minutes the first time.");
            run::run(&mut command)
        }
        "finish-page" => {
            nothing_more(args)?;
            page::finish()
        }
        "help" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command \"{other}\"\n\n{HELP}"),
    }
}

fn test_options(mut args: lexopt::Parser) -> Result<test::Options> {
    let mut options = test::Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("only") => options.only.push(args.value()?.parse()?),
            Long("engine") => options.engines.push(args.value()?.parse()?),
            Long("one-by-one") => options.one_by_one = true,
            Long("one-try") => options.one_try = true,
            // The first of the words after `--`.
            Value(word) => options.filter.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn nothing_more(mut args: lexopt::Parser) -> Result<()> {
    match args.next()? {
        None => Ok(()),
        Some(other) => Err(other.unexpected().into()),
    }
}
