//! Running a program on real Node and on ours.

use crate::program::Program;
use loopscope_model::{EventKind, Schedule};
use loopscope_tests::{Outcome, outcome, record, record_quickly, scenario};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A program that runs longer is left alone.
const PATIENCE: Duration = Duration::from_secs(5);
/// Events of our runs: generated programs end well before.
const EVENTS: u64 = 40_000;
/// The file that programs read.
const DATA: (&str, &str) = ("data.txt", "some data");

/// What a program did here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ours {
    /// It ran to its end; `flagged` if the run says that Node leaves something open.
    Ran {
        /// What it left behind.
        outcome: Outcome,
        /// Whether a choice was recorded; never for a seed.
        flagged: bool,
    },
    /// It uses what is not modelled, or goes on and on.
    Skipped(String),
    /// The engine panicked.
    Panicked,
}

/// Runs the program on our engine. What Node leaves open is looked for with the typical schedule alone: that takes many
/// runs.
pub fn ours(program: &Program, schedule: Schedule) -> Ours {
    let mut scenario = scenario(program.file(), &program.text());
    scenario.files.insert(DATA.0.to_owned(), DATA.1.to_owned());
    scenario.world.pool_size = 1;
    scenario.limits.events = EVENTS;
    let record = match schedule {
        Schedule::Typical => record,
        _ => record_quickly,
    };
    scenario.schedule = schedule;
    let Ok(trace) = std::panic::catch_unwind(|| record(&scenario)) else {
        return Ours::Panicked;
    };
    let outcome = outcome(&trace);
    match &outcome.end {
        Err(reason) => Ours::Skipped(reason.clone()),
        Ok(_) => Ours::Ran {
            flagged: trace
                .events
                .iter()
                .any(|event| matches!(event.kind, EventKind::Choice { .. })),
            outcome,
        },
    }
}

/// Real Node, and a folder in which programs run.
pub struct RealNode {
    /// The program to start.
    pub path: PathBuf,
    folder: PathBuf,
}

impl RealNode {
    /// Real Node at `path`, with a folder of its own for each `worker`.
    pub fn new(path: &Path, worker: usize) -> std::io::Result<RealNode> {
        let folder =
            std::env::temp_dir().join(format!("fuzz-node-{}-{worker}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(RealNode {
            path: path.to_owned(),
            folder,
        })
    }

    /// Runs the program. None if it takes too long.
    ///
    /// # Errors
    /// If Node cannot be started.
    pub fn run(&self, program: &Program) -> std::io::Result<Option<Outcome>> {
        let _ = std::fs::remove_file(self.folder.join("out.txt"));
        std::fs::write(self.folder.join(DATA.0), DATA.1)?;
        std::fs::write(self.folder.join(program.file()), program.text())?;
        let output = std::fs::File::create(self.folder.join("stdout"))?;
        let mut child = Command::new(&self.path)
            .arg(program.file())
            .current_dir(&self.folder)
            .env("UV_THREADPOOL_SIZE", "1")
            .env_remove("NODE_OPTIONS")
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(Stdio::null())
            .spawn()?;
        let deadline = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if Instant::now() > deadline {
                child.kill()?;
                child.wait()?;
                return Ok(None);
            }
            std::thread::sleep(Duration::from_millis(4));
        };
        let end = status.code().ok_or_else(|| status.to_string());
        let stdout = std::fs::read(self.folder.join("stdout"))?;
        Ok(Some(Outcome {
            stdout: String::from_utf8_lossy(&stdout).into_owned(),
            end,
        }))
    }
}

impl Drop for RealNode {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
