//! `cargo xtask build`: the page, the worker, the editor, the recorded scenarios and the notices, together in `dist/`.
//!
//! Everything is put together in a folder beside it first, so that `dist/` is always a whole one.

mod editor;
mod embed;
pub mod manifest;
mod notices;
mod page;
mod scenarios;
mod share;
mod worker;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::setup::{self, Setup};
use crate::{command, paths};

/// How well cargo optimises.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// For `serve --dev`: fast to compile.
    Dev,
    /// What is shipped: small.
    Ship,
}

impl Profile {
    /// The profile that `--dev`, or its absence, asks for.
    pub fn from_dev_flag(dev: bool) -> Self {
        if dev { Self::Dev } else { Self::Ship }
    }

    /// Cargo's name for it.
    fn name(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Ship => "ship",
        }
    }

    /// The folder that cargo puts its results into.
    fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Ship => "ship",
        }
    }
}

/// Sets up what is missing and writes `dist/`.
///
/// # Errors
/// When a part cannot be set up or built; `dist/` is then what it was.
pub fn run(profile: Profile) -> Result<()> {
    let setup = setup::for_build()?;
    with(&setup, profile)
}

/// Writes `dist/` with what is set up already.
///
/// # Errors
/// When a part cannot be built; `dist/` is then what it was.
pub fn with(setup: &Setup, profile: Profile) -> Result<()> {
    let stage = Stage::empty(paths::target().join("dist"))?;
    fetch(setup)?;
    let worker = worker::build(setup, profile, &stage)?;
    let editor = editor::build(&stage)?;
    let share = share::build(&stage)?;
    page::build(setup, profile, &stage)?;
    embed::build(profile, &stage)?;
    let scenarios = scenarios::record(&worker, &stage)?;
    notices::write(setup, &editor, &stage)?;
    manifest::write(&worker, &editor, &share, &scenarios, &stage)?;
    stage.publish(&paths::dist())?;
    println!("    wrote {}", paths::dist().display());
    Ok(())
}

/// Downloads the crates, since Trunk is told to stay offline.
fn fetch(setup: &Setup) -> Result<()> {
    command::run(setup.wasm.cargo().args(["fetch", "--quiet"]))
}

/// The folder in which a new `dist/` is put together.
pub struct Stage {
    dir: PathBuf,
}

impl Stage {
    fn empty(dir: PathBuf) -> Result<Self> {
        if dir.exists() {
            fs::remove_dir_all(&dir)?;
        }
        fs::create_dir_all(&dir)?;
        Ok(Self { dir })
    }

    /// The folder itself.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Writes a file; `name` is relative.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.dir.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    }

    /// Writes a file under a name that holds its content's hash, and gives that name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_hashed(&self, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let name = format!("{stem}-{}.{extension}", crate::hash::short(bytes));
        self.write(&name, bytes)?;
        Ok(name)
    }

    fn publish(self, dist: &Path) -> Result<()> {
        if dist.exists() {
            fs::remove_dir_all(dist)?;
        }
        fs::rename(&self.dir, dist).with_context(|| format!("cannot write {}", dist.display()))
    }
}

/// Makes a script that wasm-bindgen wrote small, with the bundler of the editor.
fn minify(script: &Path) -> Result<()> {
    let esbuild = paths::www()
        .join("node_modules")
        .join(".bin")
        .join("esbuild");
    command::run(
        Command::new(esbuild)
            .arg(script)
            .args(["--minify", "--allow-overwrite", "--log-level=warning"])
            .arg(format!("--outfile={}", script.display())),
    )
}
