//! `record`: what real Node prints for programs of `tests/conformance/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::{command, paths};

/// The version whose recordings have no number in their name.
const REFERENCE: u32 = 20;

/// What to record and how.
pub struct Options {
    /// The programs, with or without their extension.
    pub names: Vec<String>,
    /// The real Node.
    pub node: PathBuf,
    /// How often each program runs: the runs must agree.
    pub runs: usize,
    /// So many of them at a time.
    pub jobs: usize,
    /// What programs find is recorded, and no program.
    pub surface: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            names: Vec::new(),
            node: "node".into(),
            runs: 12,
            jobs: 4,
            surface: false,
        }
    }
}

/// Standard output and exit code.
type Outcome = (String, i32);

/// Runs each program several times on real Node and writes what it printed: `NAME.out` and `NAME.code` for Node 20; for
/// another version `NAME.<major>.out` and `NAME.<major>.code` where they differ from these.
///
/// # Errors
/// When a program is not there, or its runs do not agree.
pub fn run(options: &Options) -> Result<()> {
    if options.names.is_empty() {
        bail!(
            "name the programs to record: cargo xtask record NAME… [--node PATH] [--runs N] [--jobs N]"
        );
    }
    let version = command::output(Command::new(&options.node).arg("--version"))?;
    let major = major(&version)?;
    let mut unstable = Vec::new();
    for name in &options.names {
        let program = program(name)?;
        let outcomes = outcomes(&program, options)?;
        match outcomes.into_keys().collect::<Vec<_>>().as_slice() {
            [only] => write(&program, major, only)?,
            several => {
                println!("{name}: {} different outcomes, not recorded", several.len());
                unstable.push(name.as_str());
            }
        }
    }
    if !unstable.is_empty() {
        bail!("Node {major} promises no order in: {}", unstable.join(", "));
    }
    Ok(())
}

/// Writes what programs find in this Node, every own property that they can reach, to `tests/surface/<major>.txt`; the test
/// `surface` compares.
///
/// # Errors
/// When Node cannot be run.
pub fn surface(node: &Path) -> Result<()> {
    let root = paths::root();
    let version = command::output(Command::new(node).arg("--version"))?;
    let major = major(&version)?;
    let walker = root.join("crates/engine/surface/record.js");
    let found = command::output(Command::new(node).arg(walker))?;
    let path = root.join(format!("tests/surface/{major}.txt"));
    fs::write(&path, found).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}", path.display());
    Ok(())
}

fn major(version: &str) -> Result<u32> {
    version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse().ok())
        .with_context(|| format!("`{}` is no version of Node", version.trim()))
}

/// The file of a program.
fn program(name: &str) -> Result<PathBuf> {
    let folder = paths::root().join("tests/conformance");
    let candidates = ["", ".js", ".mjs"].map(|extension| folder.join(format!("{name}{extension}")));
    candidates
        .into_iter()
        .find(|path| path.is_file())
        .with_context(|| format!("there is no program {name} in tests/conformance"))
}

/// The outcomes of all runs, with how often each came.
fn outcomes(program: &Path, options: &Options) -> Result<BTreeMap<Outcome, usize>> {
    let left = AtomicUsize::new(options.runs);
    let outcomes = Mutex::new(BTreeMap::new());
    let failure = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..options.jobs.max(1) {
            scope.spawn(|| {
                while take(&left) {
                    match once(program, &options.node) {
                        Ok(outcome) => {
                            let mut all = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
                            *all.entry(outcome).or_insert(0) += 1;
                        }
                        Err(error) => {
                            *failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                        }
                    }
                }
            });
        }
    });
    match failure.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(error) => Err(error),
        None => Ok(outcomes
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)),
    }
}

fn take(left: &AtomicUsize) -> bool {
    left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1))
        .is_ok()
}

fn once(program: &Path, node: &Path) -> Result<Outcome> {
    let output = Command::new(node)
        .arg(program.file_name().unwrap_or_default())
        .current_dir(program.parent().unwrap_or(Path::new(".")))
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start {}", node.display()))?;
    let code = output
        .status
        .code()
        .with_context(|| format!("{} was ended by a signal", program.display()))?;
    let text = String::from_utf8(output.stdout).context("the output is not UTF-8")?;
    Ok((text, code))
}

fn write(program: &Path, major: u32, (text, code): &Outcome) -> Result<()> {
    let code = format!("{code}\n");
    for (extension, content) in [("out", text), ("code", &code)] {
        let reference = program.with_extension(extension);
        let path = if major == REFERENCE {
            reference
        } else {
            let own = program.with_extension(format!("{major}.{extension}"));
            if fs::read_to_string(&reference).is_ok_and(|known| known.trim() == content.trim()) {
                // As Node 20: a recording of its own would only be in the way.
                if own.exists() {
                    fs::remove_file(&own)?;
                }
                continue;
            }
            own
        };
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}", path.file_name().unwrap_or_default().to_string_lossy());
    }
    Ok(())
}
