//! `loopscope`: runs Node programs on virtual time, for authors and tests.
//!
//! `run` prints what Node prints, to the same streams and with the same exit code. A run that does not end as a process
//! of Node would, ends with a note on standard error: 0 where it waits for the outside, 3 where something is refused,
//! 124 at a limit. Wrong use of the command: 2.
//!
//! *Limitations.* The disk is only read.

mod disk;
mod last_resort;
mod links;
mod run;
mod trace;

use clap::{Args, Parser, Subcommand, ValueEnum};
use loopscope_model::scenario::front_matter;
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
    /// The folder whose files the program may read (default: the program's folder); the disk is never written
    #[arg(long)]
    root: Option<PathBuf>,
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
        scenario.schedule = match self.seed {
            None => Schedule::Typical,
            Some(seed) => Schedule::Seeded(seed),
        };
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
            Ok(run::run(&scenario, &root))
        }
        Command::Trace { program, format } => {
            let (scenario, root) = program.scenario()?;
            trace::print(&scenario, &root, matches!(format, Format::Json))
        }
        Command::Link(program) => links::print_link(program),
        Command::Open { link } => links::print_program(link),
    }
}
