//! The worker: the engine as Wasm, wasm-bindgen's glue as a classic script, and the library of Node's modules, which the glue
//! fetches when a program needs one.
//!
//! Trunk would build it too, but neither hash its files nor leave their loading to the page.

use std::fs;
use std::path::{Path, PathBuf};
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
    /// The texts of Node's modules: a classic script that defines `libraryTexts`.
    pub library: String,
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
        let bound = dir.join("worker_bg.wasm");
        let library = library(&glue, &bound, &dir.join("library.js"), stage)?;
        let mut module = fs::read(bound)?;
        if profile == Profile::Ship {
            minify(&glue)?;
            module = wasm::without_names(&module)?;
        }
        Ok(Worker {
            js: stage.write_hashed("worker", "js", &fs::read(&glue)?)?,
            wasm: stage.write_hashed("worker", "wasm", &module)?,
            library,
        })
    })
}

/// Writes the library, and adds to the glue what fetches it.
fn library(glue: &Path, module: &Path, out: &Path, stage: &Stage) -> Result<String> {
    let js = paths::root().join("xtask").join("js");
    let texts = paths::root().join("crates/engine/src/node");
    command::run(
        Command::new("node")
            .arg(js.join("library.mjs"))
            .args([glue, module, &texts, out]),
    )?;
    let library = stage.write_hashed("library", "js", &fs::read(out)?)?;
    let loader = fs::read_to_string(js.join("library_text.js"))?.replace("LIBRARY", &library);
    let bound = fs::read_to_string(glue)?;
    fs::write(glue, format!("{bound}\n{loader}"))?;
    Ok(library)
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
