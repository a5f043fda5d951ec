//! `cargo xtask fuzz`: hostile inputs for every parser, on all cores.
//!
//! Belongs here: arguments, the order of things, the report. Does not: inputs (`make`), what must hold (`form`), the run
//! (`run`), growth (`grow`).

mod form;
mod grow;
mod make;
mod run;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use form::Form;
use lexopt::prelude::*;
use make::Maker;

const HELP: &str = "\
cargo xtask fuzz [--inputs N] [--seed S] [--form FORM]... [--patterns N] [--cores N] [--show NUMBER] [--out DIR]
  Feeds N inputs (100000) to the parsers, and tells the slowest and those that end one. FORM is html, markdown, json,
  adopt, condition, record or link; without it all of them share the inputs. Then N patterns (60) a form are grown to see that
  no time grows faster than its input. --show prints an input. Failing inputs are saved in DIR (target/fuzz-failed).
";

struct Given {
    inputs: u64,
    seed: u64,
    forms: Vec<Form>,
    patterns: u64,
    cores: usize,
    show: Option<u64>,
    out: PathBuf,
}

fn given() -> Result<Option<Given>, lexopt::Error> {
    let mut given = Given {
        inputs: 100_000,
        seed: 1,
        forms: Vec::new(),
        patterns: 60,
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        show: None,
        out: PathBuf::from("target/fuzz-failed"),
    };
    let mut args = lexopt::Parser::from_env();
    while let Some(arg) = args.next()? {
        match arg {
            Long("inputs") => given.inputs = args.value()?.parse()?,
            Long("seed") => given.seed = args.value()?.parse()?,
            Long("form") => {
                let name = args.value()?.string()?;
                given
                    .forms
                    .push(Form::named(&name).ok_or("there is no such form; see --help")?);
            }
            Long("patterns") => given.patterns = args.value()?.parse()?,
            Long("cores") => given.cores = args.value()?.parse::<usize>()?.max(1),
            Long("show") => given.show = Some(args.value()?.parse()?),
            Long("out") => given.out = PathBuf::from(args.value()?),
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    if given.forms.is_empty() {
        given.forms = Form::ALL.to_vec();
    }
    Ok(Some(given))
}

fn main() -> ExitCode {
    let given = match given() {
        Ok(Some(given)) => given,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("error: {error}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let maker = Maker::new(given.seed);
    if let Some(number) = given.show {
        for form in &given.forms {
            println!("{}", maker.input(*form, number));
        }
        return ExitCode::SUCCESS;
    }
    // What is caught is told at the end; the usual words of each panic would hide it.
    std::panic::set_hook(Box::new(|_| {}));
    let mut well = fed(&given, &maker);
    well &= grown(&given, &maker);
    if well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Feeds the inputs; whether all went well.
fn fed(given: &Given, maker: &Maker) -> bool {
    let mut failed = 0;
    let (mut all, begun) = (0, Instant::now());
    let share = given.inputs.div_ceil(given.forms.len() as u64);
    println!("form          inputs        bytes   inputs/s   slowest ns/byte (input)  failed");
    for form in &given.forms {
        let begun = Instant::now();
        let found = run::run(maker, *form, share, given.cores);
        let a_second = share as f64 / begun.elapsed().as_secs_f64();
        all += share;
        failed += found.failed.len();
        let (ns, number) = found.slowest;
        println!(
            "{:10} {share:9} {:12} {a_second:10.0} {ns:12} ({number}) {:>12}",
            form.name(),
            found.bytes,
            found.failed.len()
        );
        // Those that say the same are one mistake.
        let mut said: Vec<&str> = Vec::new();
        for (number, words) in &found.failed {
            let words = words.split(':').next().unwrap_or_default();
            if said.len() >= 20 || said.contains(&words) {
                continue;
            }
            said.push(words);
            match run::save(&given.out, *form, *number, &maker.input(*form, *number)) {
                Ok(path) => println!("  {words}: {path}"),
                Err(error) => println!("  {words}: could not be saved: {error}"),
            }
        }
    }
    let took = begun.elapsed().as_secs_f64();
    println!(
        "{all} inputs in {took:.0} s, {:.0} a second on {} cores; {failed} failed",
        all as f64 / took,
        given.cores
    );
    failed == 0
}

/// Grows the patterns; whether none grew too fast.
fn grown(given: &Given, maker: &Maker) -> bool {
    let (mut count, mut bad, mut worst) = (0, 0, 0.0_f64);
    for form in &given.forms {
        for pattern in grow::patterns(maker, *form, given.patterns) {
            let caught = std::panic::catch_unwind(|| grow::grow(*form, &pattern));
            count += 1;
            match caught {
                Ok(grown) if !grown.too_fast() => {
                    if grown.times[2].as_millis() > 40 {
                        worst = worst.max(grown.ratio());
                    }
                }
                Ok(grown) => {
                    bad += 1;
                    println!(
                        "{}: {:?} takes {:?} for 1, 2 and 4 times the input",
                        form.name(),
                        grown.pattern,
                        grown.times
                    );
                }
                Err(_) => {
                    bad += 1;
                    println!("{}: {pattern:?} ends the parser", form.name());
                }
            }
        }
    }
    println!(
        "{count} patterns grown fourfold: {bad} too fast; the others at most {worst:.1} times the time (linear is 4)"
    );
    bad == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Small and always the same; no time is looked at.
    #[test]
    fn no_input_ends_a_parser() {
        let maker = Maker::new(7);
        for form in Form::ALL {
            for number in 0..500 {
                let text = maker.input(form, number);
                let said = run::panics(form, &text, run::followed(number));
                assert_eq!(said, None, "{} {number}: {text:?}", form.name());
            }
        }
    }

    #[test]
    fn an_input_comes_from_its_number_alone() {
        let (one, two) = (Maker::new(3), Maker::new(3));
        for form in Form::ALL {
            assert_eq!(one.input(form, 41), two.input(form, 41));
        }
        assert_ne!(
            one.input(Form::Html, 41),
            Maker::new(4).input(Form::Html, 41)
        );
    }

    /// Enough of the inputs are guides and records, or only the refusing would be tried.
    #[test]
    fn many_inputs_are_what_they_should_be() {
        use unstuck_author::diagnose;
        let maker = Maker::new(5);
        for (form, file) in [
            (Form::Html, unstuck_author::Format::Html),
            (Form::Markdown, unstuck_author::Format::Markdown),
            (Form::Json, unstuck_author::Format::Json),
        ] {
            let guides = (0..200)
                .filter(|number| diagnose(file, &maker.input(form, *number)).guide.is_some());
            assert!(guides.count() >= 40, "{}", form.name());
        }
        let records = (0..200).filter(|number| {
            unstuck_core::progress::Record::from_text(
                &maker.input(Form::Record, *number),
                form::GUIDE,
            )
            .is_ok()
        });
        assert!(records.count() >= 10);
        let links = (0..200).filter(|number| {
            unstuck_core::transfer::decode(&maker.input(Form::Link, *number), form::guide()).is_ok()
        });
        assert!(links.count() >= 10);
    }

    #[test]
    fn a_failing_input_is_made_small() {
        let small = run::smaller("some words and an x and é more words", |text| {
            text.contains('x')
        });
        assert_eq!(small, "x");
    }

    #[test]
    fn growth_is_told_from_growth() {
        let of = |ms: [u64; 3]| grow::Grown {
            pattern: Maker::new(1).pattern(Form::Html, 0),
            times: ms.map(std::time::Duration::from_millis),
        };
        assert!(!of([20, 40, 80]).too_fast());
        assert!(of([20, 80, 320]).too_fast());
        assert!(!of([1, 4, 16]).too_fast(), "too short to tell");
    }
}
