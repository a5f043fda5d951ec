//! `cargo xtask fuzz`: hostile inputs for every parser, on all cores.
//!
//! Belongs here: arguments, the order of things, the report. Does not: inputs (`generate`), what must hold (`target`), the
//! run (`run`), growth (`grow`).

mod generate;
mod grow;
mod largest;
mod link;
mod material;
mod mutate;
mod patterns;
mod record;
mod run;
mod target;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use generate::Generator;
use target::Target;

/// Feeds hostile inputs to the parsers, and reports the slowest and those that make one panic; then grows patterns to see
/// that no time grows faster than its input.
#[derive(Parser)]
#[command(name = "cargo xtask fuzz")]
struct Args {
    /// How many inputs, shared by the parsers
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    inputs: u64,
    /// The seed of the inputs
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The parser to feed; may be given several times [default: all]
    #[arg(long = "form", value_name = "FORM", value_enum)]
    targets: Vec<Target>,
    /// How many patterns per parser are grown
    #[arg(long, value_name = "N", default_value_t = 60)]
    patterns: u64,
    /// How many threads [default: all cores]
    #[arg(long, value_name = "N", default_value_t = std::thread::available_parallelism().map_or(1, usize::from), hide_default_value = true)]
    cores: usize,
    /// Prints the input of this number and ends
    #[arg(long, value_name = "NUMBER")]
    show: Option<u64>,
    /// Only measures each known pattern at the largest size that is let in, and ends
    #[arg(long)]
    largest: bool,
    /// Where failing inputs are saved
    #[arg(long, value_name = "DIR", default_value = "target/fuzz-failed")]
    out: PathBuf,
}

fn main() -> ExitCode {
    let mut args = Args::parse();
    if args.targets.is_empty() {
        args.targets = Target::ALL.to_vec();
    }
    args.cores = args.cores.max(1);
    let generator = Generator::new(args.seed);
    if let Some(number) = args.show {
        for target in &args.targets {
            println!("{}", generator.input(*target, number));
        }
        return ExitCode::SUCCESS;
    }
    if args.largest {
        measure_largest(&args.targets);
        return ExitCode::SUCCESS;
    }
    // What is caught is reported at the end; the usual words of each panic would hide it.
    std::panic::set_hook(Box::new(|_| {}));
    let mut passed = feed_inputs(&args, &generator);
    passed &= grow_patterns(&args, &generator);
    if passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Feeds the inputs; whether all went well.
fn feed_inputs(args: &Args, generator: &Generator) -> bool {
    let mut failed = 0;
    let (mut all, start) = (0, Instant::now());
    let share = args.inputs.div_ceil(args.targets.len() as u64);
    println!("form          inputs        bytes   inputs/s   slowest ns/byte (input)  failed");
    for target in &args.targets {
        let start = Instant::now();
        let found = run::run(generator, *target, share, args.cores);
        let a_second = share as f64 / start.elapsed().as_secs_f64();
        all += share;
        failed += found.failed.len();
        let (ns, number) = found.slowest;
        println!(
            "{:10} {share:9} {:12} {a_second:10.0} {ns:12} ({number}) {:>12}",
            target.name(),
            found.bytes,
            found.failed.len()
        );
        // Those that say the same are one mistake.
        let mut seen: Vec<&str> = Vec::new();
        for (number, words) in &found.failed {
            let words = words.split(':').next().unwrap_or_default();
            if seen.len() >= 20 || seen.contains(&words) {
                continue;
            }
            seen.push(words);
            match run::save(
                &args.out,
                *target,
                *number,
                &generator.input(*target, *number),
            ) {
                Ok(path) => println!("  {words}: {path}"),
                Err(error) => println!("  {words}: could not be saved: {error}"),
            }
        }
    }
    let took = start.elapsed().as_secs_f64();
    println!(
        "{all} inputs in {took:.0} s, {:.0} a second on {} cores; {failed} failed",
        all as f64 / took,
        args.cores
    );
    failed == 0
}

/// Grows the patterns; whether none grew too fast.
fn grow_patterns(args: &Args, generator: &Generator) -> bool {
    let (mut count, mut bad, mut worst) = (0, 0, 0.0_f64);
    for target in &args.targets {
        for pattern in grow::patterns(generator, *target, args.patterns) {
            let caught = std::panic::catch_unwind(|| grow::grow(*target, &pattern));
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
                        target.name(),
                        grown.pattern,
                        grown.times
                    );
                }
                Err(_) => {
                    bad += 1;
                    println!("{}: {pattern:?} makes the parser panic", target.name());
                }
            }
        }
    }
    println!(
        "{count} patterns grown fourfold: {bad} too fast; the others at most {worst:.1} times the time (linear is 4)"
    );
    bad == 0
}

/// Prints what the known patterns take at their largest, in milliseconds.
fn measure_largest(targets: &[Target]) {
    println!("form           bytes   check    read  answer  refused (bytes, ms)       pattern");
    for target in targets {
        for pattern in grow::known(*target) {
            let Some(found) = largest::largest(*target, &pattern) else {
                continue;
            };
            let [check, read, answer] = found.took.map(|took| took.as_millis());
            let refused = found
                .refused
                .map_or("no".to_owned(), |(bytes, rule, took)| {
                    format!("{rule} ({bytes}, {})", took.as_millis())
                });
            let repeated: String = pattern.repeated.chars().take(60).collect();
            println!(
                "{:10} {:9} {check:7} {read:7} {answer:7}  {refused:25} {}{repeated:?}",
                target.name(),
                found.bytes,
                if pattern.numbered { "n " } else { "" },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Small and deterministic; time is not measured.
    #[test]
    fn no_input_makes_a_parser_panic() {
        let generator = Generator::new(7);
        for target in Target::ALL {
            for number in 0..500 {
                let text = generator.input(target, number);
                let panic = run::panics(target, &text, run::is_thorough(number));
                assert_eq!(panic, None, "{} {number}: {text:?}", target.name());
            }
        }
    }

    #[test]
    fn an_input_depends_only_on_its_number() {
        let (one, two) = (Generator::new(3), Generator::new(3));
        for target in Target::ALL {
            assert_eq!(one.input(target, 41), two.input(target, 41));
        }
        assert_ne!(
            one.input(Target::Html, 41),
            Generator::new(4).input(Target::Html, 41)
        );
    }

    /// Enough of the inputs are guides and records, or only the refusing would be tried.
    #[test]
    fn many_inputs_are_valid() {
        use unstuck_author::diagnose;
        let generator = Generator::new(5);
        for (target, file) in [
            (Target::Html, unstuck_author::Format::Html),
            (Target::Markdown, unstuck_author::Format::Markdown),
            (Target::Json, unstuck_author::Format::Json),
        ] {
            let guides = (0..200).filter(|number| {
                diagnose(file, &generator.input(target, *number))
                    .guide
                    .is_some()
            });
            assert!(guides.count() >= 40, "{}", target.name());
        }
        let records = (0..200).filter(|number| {
            unstuck_core::progress::Record::from_text(
                &generator.input(Target::Record, *number),
                target::GUIDE,
                u64::MAX,
            )
            .is_ok()
        });
        assert!(records.count() >= 10);
        let links = (0..200).filter(|number| {
            unstuck_core::transfer::decode(
                &generator.input(Target::Link, *number),
                target::guide(),
                u64::MAX,
            )
            .is_ok()
        });
        assert!(links.count() >= 10);
    }

    #[test]
    fn a_failing_input_is_minimized() {
        let small = run::minimize("some words and an x and é more words", |text| {
            text.contains('x')
        });
        assert_eq!(small, "x");
    }

    #[test]
    fn superlinear_growth_is_detected() {
        let of = |ms: [u64; 3]| grow::Grown {
            pattern: grow::Pattern::default(),
            times: ms.map(std::time::Duration::from_millis),
        };
        assert!(!of([20, 40, 80]).too_fast());
        assert!(of([20, 80, 320]).too_fast());
        assert!(!of([1, 4, 16]).too_fast(), "too short to tell");
    }
}
