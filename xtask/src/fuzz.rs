//! `fuzz-node`: random programs on real Node and on ours.
//!
//! The fuzzer itself is a program of `tests/`, as it needs the engine.

use std::ffi::OsStr;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::paths;

/// For so long `cargo xtask test` runs it.
pub const SECONDS: &str = "60";

/// From this seed on, so that a change is not refused for what another one did. `fuzz-node` alone takes others each time.
pub const SEED: &str = "1";

/// The fuzzer with these arguments.
pub fn command(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new("cargo");
    command
        .args([
            "run",
            "--quiet",
            "--package",
            "loopscope-tests",
            "--bin",
            "fuzz-node",
            "--",
        ])
        .args(arguments)
        .current_dir(paths::root());
    command
}

/// Runs the fuzzer with these arguments.
///
/// # Errors
/// When cargo cannot be started.
pub fn run(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Result<ExitCode> {
    let status = command(arguments).status().context("cannot start cargo")?;
    Ok(ExitCode::from(u8::from(!status.success())))
}
