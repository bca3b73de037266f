//! A differential fuzzer: random programs run on real Node and on ours must print the same and end with the same code.
//!
//! A program in whose run no choice is recorded must agree with Node, and with itself for every seed. One in which Node
//! leaves something open must reach Node's order with some seed. What differs is made smaller and printed.
//!
//! *Limitations.* Real Node's clock is real: a difference counts only if Node prints the same [`CONFIRMATIONS`] times.

// This program runs real Node in real time.
#![allow(clippy::disallowed_methods)]

mod grammar;
mod program;
mod rng;
mod run;
mod shrink;

use loopscope_model::Schedule;
use loopscope_tests::Outcome;
use program::Program;
use run::{Ours, RealNode, ours};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Real Node must print the same so many times.
const CONFIRMATIONS: usize = 8;
/// Node is started by so many at a time.
const WORKERS: usize = 2;
/// A flagged program must reach Node's order with one of so many seeds.
const SEEDS: u64 = 300;
/// An unflagged program is run with so many seeds.
const CHECKED_SEEDS: u64 = 3;
/// So many findings of a kind are made smaller and printed; of further ones the seed alone.
const SHOWN: u64 = 8;
/// Making a finding smaller takes no longer.
const SHRINKING: Duration = Duration::from_secs(90);

/// Why a program is a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Finding {
    /// Node promises an order, and ours is another.
    Differs,
    /// The run says that Node leaves something open, and no seed gives what Node prints.
    Unreached,
    /// No choice is recorded, and yet seeds differ.
    SeedsDiffer,
    /// The engine panicked.
    Panic,
}

impl Finding {
    fn sentence(self) -> &'static str {
        match self {
            Finding::Differs => "ours is not Node's order",
            Finding::Unreached => "no seed reaches Node's order",
            Finding::SeedsDiffer => "seeds differ, and no choice is recorded",
            Finding::Panic => "the engine panicked",
        }
    }
}

struct Options {
    seconds: u64,
    node: PathBuf,
    seed: u64,
    print: bool,
}

/// What became of a program that is no finding.
#[derive(Debug, Clone, Copy)]
enum Seen {
    /// Node printed what the typical schedule gives.
    Agreed,
    /// Node printed what another seed gives, where the run says that the order is open.
    Reached,
    /// Node did not print the same each time.
    Unstable,
}

#[derive(Default)]
struct Tally {
    seen: [AtomicU64; 3],
    skipped: Mutex<BTreeMap<String, u64>>,
    found: AtomicU64,
    of_kind: [AtomicU64; 4],
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("fuzz-node: {message}");
            return ExitCode::from(2);
        }
    };
    if options.print {
        print!("{}", grammar::program(options.seed).text());
        return ExitCode::SUCCESS;
    }
    let tally = Tally::default();
    let next = AtomicU64::new(options.seed);
    let until = Instant::now() + Duration::from_secs(options.seconds);
    let failed = Mutex::new(None);
    std::thread::scope(|scope| {
        for worker in 0..WORKERS {
            let (tally, next, failed, options) = (&tally, &next, &failed, &options);
            scope.spawn(move || {
                let outcome = RealNode::new(&options.node, worker)
                    .and_then(|node| fuzz(&node, next, until, tally));
                if let Err(error) = outcome {
                    *failed.lock().expect("no worker panics") = Some(error);
                }
            });
        }
    });
    if let Some(error) = failed.into_inner().expect("no worker panics") {
        eprintln!("fuzz-node: cannot run {}: {error}", options.node.display());
        return ExitCode::from(2);
    }
    report(&tally, options.seed, next.into_inner());
    if tally.found.into_inner() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |passed| passed.as_secs());
    let mut options = Options {
        seconds: 60,
        node: PathBuf::from("node"),
        seed: now * 1_000_000,
        print: false,
    };
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{name} needs a value"));
        let number = |text: String| {
            text.parse()
                .map_err(|_| format!("\"{text}\" is no whole number"))
        };
        match name.as_str() {
            "--seconds" => options.seconds = number(value()?)?,
            "--node" => options.node = PathBuf::from(value()?),
            "--seed" => options.seed = number(value()?)?,
            "--print" => options.print = true,
            other => {
                return Err(format!(
                    "there is no option {other}: use --seconds N, --node PATH, --seed S or --print"
                ));
            }
        }
    }
    Ok(options)
}

fn fuzz(node: &RealNode, next: &AtomicU64, until: Instant, tally: &Tally) -> std::io::Result<()> {
    while Instant::now() < until {
        let seed = next.fetch_add(1, Ordering::Relaxed);
        let program = grammar::program(seed);
        let Some(finding) = examine(node, &program, CONFIRMATIONS, Some(tally))? else {
            continue;
        };
        tally.found.fetch_add(1, Ordering::Relaxed);
        if tally.of_kind[finding as usize].fetch_add(1, Ordering::Relaxed) >= SHOWN {
            println!("======== seed {seed}: {}", finding.sentence());
            continue;
        }
        let started = Instant::now();
        let small = shrink::shrink(
            program,
            &mut |candidate| {
                examine(node, candidate, 3, None).is_ok_and(|found| found == Some(finding))
            },
            &|| started.elapsed() < SHRINKING,
        );
        let theirs = node.run(&small)?;
        println!("{}", describe(seed, finding, &small, theirs.as_ref()));
    }
    Ok(())
}

/// What is wrong with a program, if something is. A difference is confirmed by running Node so many times.
fn examine(
    node: &RealNode,
    program: &Program,
    confirmations: usize,
    tally: Option<&Tally>,
) -> std::io::Result<Option<Finding>> {
    let count = |what: Seen| {
        if let Some(tally) = tally {
            tally.seen[what as usize].fetch_add(1, Ordering::Relaxed);
        }
    };
    let (typical, flagged) = match ours(program, Schedule::Typical) {
        Ours::Panicked => return Ok(Some(Finding::Panic)),
        Ours::Skipped(reason) => {
            if let Some(tally) = tally {
                let mut skipped = tally.skipped.lock().expect("no worker panics");
                *skipped.entry(reason).or_default() += 1;
            }
            return Ok(None);
        }
        Ours::Ran { outcome, flagged } => (outcome, flagged),
    };
    let seeded = |seed: u64| match ours(program, Schedule::Seeded(seed)) {
        Ours::Ran { outcome, .. } => Some(outcome),
        _ => None,
    };
    if !flagged && (1..=CHECKED_SEEDS).any(|seed| seeded(seed).as_ref() != Some(&typical)) {
        return Ok(Some(Finding::SeedsDiffer));
    }
    let mut first: Option<Outcome> = None;
    for _ in 0..confirmations {
        let Some(theirs) = node.run(program)? else {
            count(Seen::Unstable);
            return Ok(None);
        };
        if theirs == typical {
            count(if first.is_some() {
                Seen::Unstable
            } else {
                Seen::Agreed
            });
            return Ok(None);
        }
        if first.as_ref().is_some_and(|first| *first != theirs) {
            count(Seen::Unstable);
            return Ok(None);
        }
        if flagged
            && first.is_none()
            && (1..=SEEDS).any(|seed| seeded(seed).as_ref() == Some(&theirs))
        {
            count(Seen::Reached);
            return Ok(None);
        }
        first = Some(theirs);
    }
    Ok(Some(if flagged {
        Finding::Unreached
    } else {
        Finding::Differs
    }))
}

fn describe(seed: u64, finding: Finding, program: &Program, theirs: Option<&Outcome>) -> String {
    let ours = match ours(program, Schedule::Typical) {
        Ours::Ran { outcome, .. } => format!("{:?}\n{}", outcome.end, outcome.stdout),
        Ours::Skipped(reason) => reason,
        Ours::Panicked => "a panic".to_owned(),
    };
    let theirs = theirs.map_or("nothing in time".to_owned(), |outcome| {
        format!("{:?}\n{}", outcome.end, outcome.stdout)
    });
    let what = finding.sentence();
    format!(
        "======== seed {seed}: {what}\n-------- {}\n{}-------- Node: {theirs}-------- ours: {ours}",
        program.file(),
        program.text()
    )
}

fn report(tally: &Tally, first: u64, next: u64) {
    let load = |what: Seen| tally.seen[what as usize].load(Ordering::Relaxed);
    println!(
        "fuzz-node: seeds {first} to {next}: {} agreed, {} reached by a seed, {} not stable in Node, {} findings",
        load(Seen::Agreed),
        load(Seen::Reached),
        load(Seen::Unstable),
        tally.found.load(Ordering::Relaxed),
    );
    for (reason, count) in tally.skipped.lock().expect("no worker panics").iter() {
        println!("  skipped {count}: {reason}");
    }
}
