//! The worker: the engine as Wasm, and wasm-bindgen's glue as a classic script.
//!
//! Trunk would build it too, but neither hash its files nor leave their loading to the page.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{Profile, Stage, minify};
use crate::setup::Setup;
use crate::{command, paths, wasm};

const TARGET: &str = "wasm32-unknown-unknown";

/// The names of the worker's files in `dist/`.
pub struct Worker {
    /// The glue: a classic script that defines `wasm_bindgen`.
    pub js: String,
    /// The module for it.
    pub wasm: String,
}

/// Builds the worker into the stage.
///
/// # Errors
/// When it does not compile.
pub fn build(setup: &Setup, profile: Profile, stage: &Stage) -> Result<Worker> {
    command::step("build the worker", || {
        command::run(setup.wasm.cargo().args([
            "build",
            "--package",
            "loopscope-worker",
            "--target",
            TARGET,
            "--profile",
            profile.name(),
        ]))?;
        let dir = bindgen(setup, profile)?;
        let glue = dir.join("worker.js");
        let mut module = fs::read(dir.join("worker_bg.wasm"))?;
        if profile == Profile::Ship {
            minify(&glue)?;
            module = wasm::without_names(&module)?;
        }
        Ok(Worker {
            js: stage.write_hashed("worker", "js", &fs::read(&glue)?)?,
            wasm: stage.write_hashed("worker", "wasm", &module)?,
        })
    })
}

fn bindgen(setup: &Setup, profile: Profile) -> Result<PathBuf> {
    let built = paths::wasm_target()
        .join(TARGET)
        .join(profile.folder())
        .join("loopscope_worker.wasm");
    let dir = paths::wasm_target().join("worker");
    command::run(
        Command::new(&setup.wasm_bindgen)
            .args(["--target", "no-modules", "--no-typescript"])
            .args(["--out-name", "worker", "--out-dir"])
            .arg(&dir)
            .arg(&built),
    )?;
    Ok(dir)
}
