//! `dist/build.json`: which hashed file is what. The page reads it first; it is the only name that stays.

use std::fs;

use anyhow::Result;
use serde_json::{Value, json};

use super::{Stage, editor::Editor, scenarios::Scenario, worker::Worker};
use crate::{hash, paths};

/// The version of Loopscope that is built.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The file's name.
pub const NAME: &str = "build.json";

/// Writes the manifest. The build's id is a hash of everything else in the stage.
///
/// # Errors
/// When the stage cannot be read or written.
pub fn write(
    worker: &Worker,
    editor: &Editor,
    share: &str,
    scenarios: &[Scenario],
    stage: &Stage,
) -> Result<()> {
    let scenarios: Vec<Value> = scenarios
        .iter()
        .map(|scenario| {
            json!({ "name": scenario.name, "title": scenario.title, "trace": scenario.trace })
        })
        .collect();
    let manifest = json!({
        "build": build_id(stage)?,
        "worker_js": worker.js,
        "worker_wasm": worker.wasm,
        "worker_library": worker.library,
        "editor_js": editor.js,
        "share_js": share,
        "version": VERSION,
        "scenarios": scenarios,
    });
    stage.write(NAME, serde_json::to_string_pretty(&manifest)?.as_bytes())
}

/// Reads the manifest of `dist/`.
///
/// # Errors
/// When there is none.
pub fn read() -> Result<Value> {
    Ok(serde_json::from_slice(&fs::read(
        paths::dist().join(NAME),
    )?)?)
}

fn build_id(stage: &Stage) -> Result<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(stage.dir())? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.push(entry.path());
        }
    }
    names.sort();
    let mut hashes = String::new();
    for name in names {
        hashes.push_str(&hash::short(&fs::read(name)?));
    }
    Ok(hash::short(hashes.as_bytes()))
}
