//! What the engine does natively, by the clock.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::measures::Measure;
use crate::{command, paths};

/// Builds `tests/bench` and gives the program.
///
/// # Errors
/// When it cannot be built.
pub fn program() -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(paths::root()).args([
        "bench",
        "--package=loopscope-tests",
        "--bench=speed",
        "--no-run",
        "--message-format=json",
    ]);
    let messages = command::step("build the measuring program", || {
        command::output(&mut cargo)
    })?;
    let mut executables = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message["executable"].as_str()?))
    });
    executables.next_back().context("cargo names no program")
}

/// Runs it.
///
/// # Errors
/// When it cannot be built or fails.
pub fn measure() -> Result<Vec<Measure>> {
    let program = program()?;
    lines(&mut Command::new(program))
}

/// The measurements that it prints.
///
/// # Errors
/// When it fails.
pub fn lines(program: &mut Command) -> Result<Vec<Measure>> {
    let lines = command::step("measure natively", || command::output(program))?;
    Ok(lines.lines().filter_map(Measure::parse).collect())
}
