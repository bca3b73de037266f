//! `cargo xtask lighthouse`: how fast the built page is on a phone, and what is wrong with it, by Lighthouse. No part of the
//! tests: it depends on how busy the machine is.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::build::{self, Profile};
use crate::{paths, setup};

/// Builds what is shipped and measures it. Fails when an aim is missed.
///
/// # Errors
/// When something cannot be set up or built.
pub fn run() -> Result<ExitCode> {
    build::run(Profile::Ship)?;
    let chromium = setup::for_lighthouse()?;
    let status = Command::new("node")
        .arg("measure.mjs")
        .current_dir(paths::lighthouse())
        .env("LOOPSCOPE_CHROMIUM", chromium)
        .status()
        .context("cannot start Node")?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
