//! `loopscope`: runs Node programs on virtual time, for authors and tests.
//!
//! `run` prints what Node prints, to the same streams and with the same exit code. A run that does not end as a process
//! of Node would, ends with a note on standard error: 0 where it waits for the outside, 3 where something is refused,
//! 124 at a limit. Wrong use of the command: 2.
//!
//! *Limitations.* The disk is only read.

mod disk;
mod last_resort;
mod limits;
mod links;
mod mdbook;
mod picture;
mod run;
mod schedule;
mod trace;

use clap::{Args, Parser, Subcommand, ValueEnum};
use loopscope_model::draw;
use loopscope_model::scenario::front_matter;
use loopscope_model::scenario::outside::{Stimulus, StimulusKind};
use loopscope_model::{NodeVersion, Scenario, Schedule};
use std::path::PathBuf;
use std::process::ExitCode;

/// Wrong use of the command, or a file that cannot be read.
const MISUSE: u8 = 2;

/// The interpreter calls itself for nested calls: it gets a stack of its own.
const STACK: usize = 512 * 1024 * 1024;

#[derive(Parser)]
#[command(
    name = "loopscope",
    version,
    about = "Runs Node.js programs on virtual time, step by step"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs a program and prints what Node prints
    Run(Program),
    /// Runs a program and prints what happened, event by event
    Trace {
        #[command(flatten)]
        program: Program,
        /// The form of the trace
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Runs a program and prints the picture at one place of the run
    Picture {
        #[command(flatten)]
        program: Program,
        /// The place: o3 the third output line, l7.2 the second visit of line 7, c4 the fourth callback, 12 the step
        /// (default: the end)
        #[arg(long)]
        at: Option<String>,
        /// The form of the picture
        #[arg(long, value_enum, default_value_t = Drawing::Text)]
        format: Drawing,
    },
    /// Makes live programs of a book's fences: a preprocessor of mdBook
    Mdbook {
        /// Where Loopscope is served
        #[arg(long, default_value = mdbook::BASE)]
        base: String,
        #[command(subcommand)]
        question: Option<mdbook::Question>,
    },
    /// Runs a program and prints its schedule: what was drawn where Node leaves something open, for --schedule
    Schedule(Program),
    /// Prints a link's fragment that opens a program
    Link(Program),
    /// Prints the program of a link
    Open {
        /// The link, or its fragment
        link: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A line an event
    Text,
    /// One JSON document
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum Drawing {
    /// Lines of text
    Text,
    /// A drawing
    Svg,
}

/// A program and the world it runs in.
#[derive(Args)]
pub struct Program {
    /// The program: a .js, .cjs or .mjs file
    file: PathBuf,
    /// The major version of Node (default: what the program's head says, or 20)
    #[arg(long)]
    node: Option<u32>,
    /// Resolve what Node leaves open by chance, from this seed
    #[arg(long)]
    seed: Option<u64>,
    /// Let something reach the program: 20ms:request:GET:/users, 5ms:stdin:text, 9ms:stdin-end, 50ms:signal:SIGINT,
    /// 10ms:event:button:click; may be given several times
    #[arg(long = "at", value_name = "TIME:WHAT", value_parser = Stimulus::parse)]
    at: Vec<Stimulus>,
    /// Resolve what Node leaves open as this list says, which the command schedule prints
    #[arg(
        long,
        value_name = "LIST",
        conflicts_with = "seed",
        allow_hyphen_values = true
    )]
    schedule: Option<String>,
    /// The folder whose files the program may read (default: the program's folder); the disk is never written
    #[arg(long)]
    root: Option<PathBuf>,
    #[command(flatten)]
    limits: limits::Flags,
}

impl Program {
    /// The scenario, and the folder that it may read.
    fn scenario(&self) -> Result<(Scenario, PathBuf), String> {
        let file = self
            .file
            .canonicalize()
            .map_err(|error| format!("cannot read {}: {error}", self.file.display()))?;
        let bytes = std::fs::read(&file)
            .map_err(|error| format!("cannot read {}: {error}", self.file.display()))?;
        let folder = file.parent().map(PathBuf::from).unwrap_or_default();
        let root = match &self.root {
            None => folder.clone(),
            Some(root) => root
                .canonicalize()
                .map_err(|error| format!("cannot read {}: {error}", root.display()))?,
        };
        let node = match self.node {
            None => None,
            Some(major) => Some(NodeVersion::from_major(major).ok_or_else(|| {
                format!("Node {major} is not known: use 10, 18, 20, 22, 24 or 26")
            })?),
        };
        let main = file.to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        // A built-in scenario says in its head what it needs. The head stays: it is a comment, and places count from
        // the file's first line.
        let mut scenario = front_matter::parse(&main, &text)
            .map_err(|error| format!("{}: {error}", self.file.display()))?;
        scenario.files.insert(main, text);
        if let Some(node) = node {
            scenario.node = node;
        }
        scenario.world.cwd = folder.to_string_lossy().into_owned();
        if let Some(seed) = self.seed {
            scenario.schedule = Schedule::Seeded(seed);
        }
        if let Some(list) = &self.schedule {
            let draws = draw::parse_list(list).map_err(|error| format!("--schedule: {error}"))?;
            scenario.schedule = Schedule::List(draws);
        }
        for stimulus in &self.at {
            if let StimulusKind::Event { target, .. } = &stimulus.what
                && !scenario.outside.targets.contains(target)
            {
                scenario.outside.targets.push(target.clone());
            }
            scenario.outside.stimuli.push(stimulus.clone());
        }
        self.limits.apply(&mut scenario.limits);
        Ok((scenario, root))
    }
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    last_resort::install();
    // Only for its stack: the program's own run has one thread.
    let worker = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || execute(&cli.command));
    let outcome = match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => {
            Err("the run failed: this is an error of Loopscope, please report it".to_owned())
        }
        Err(error) => Err(format!("cannot start: {error}")),
    };
    outcome.map_or_else(
        |message| {
            eprintln!("loopscope: {message}");
            ExitCode::from(MISUSE)
        },
        ExitCode::from,
    )
}

fn execute(command: &Command) -> Result<u8, String> {
    match command {
        Command::Run(program) => {
            let (scenario, root) = program.scenario()?;
            schedule::report_missing(&scenario, &root);
            Ok(run::run(&scenario, &root))
        }
        Command::Trace { program, format } => {
            let (scenario, root) = program.scenario()?;
            trace::print(&scenario, &root, matches!(format, Format::Json))
        }
        Command::Picture {
            program,
            at,
            format,
        } => {
            let (scenario, root) = program.scenario()?;
            picture::print(
                &scenario,
                &root,
                at.as_deref(),
                matches!(format, Drawing::Svg),
            )
        }
        Command::Mdbook { base, question } => mdbook::run(base, question.as_ref()),
        Command::Schedule(program) => {
            let (scenario, root) = program.scenario()?;
            schedule::print(&scenario, &root)
        }
        Command::Link(program) => links::print_link(program),
        Command::Open { link } => links::print_program(link),
    }
}
