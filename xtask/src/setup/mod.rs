//! Installing what is missing, at the pinned versions; what is there already is left alone.

mod apt;
mod browser;
mod npm;
mod tools;
mod wasm_std;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

pub use wasm_std::WasmToolchain;

use crate::{command, paths};

/// The oldest Node that the editor's bundler and the browser tests run in.
const OLDEST_NODE: u32 = 20;

/// What the build needs to be told about what was installed.
pub struct Setup {
    /// The compiler for the page and the worker.
    pub wasm: WasmToolchain,
    /// The `wasm-bindgen` of the version that `Cargo.toml` pins.
    pub wasm_bindgen: PathBuf,
    /// The pinned Trunk.
    pub trunk: PathBuf,
}

/// Installs what `build` and `serve` need.
///
/// # Errors
/// When something is missing and cannot be installed; says what to do.
pub fn for_build() -> Result<Setup> {
    check_node()?;
    let setup = Setup {
        wasm: wasm_std::ensure()?,
        wasm_bindgen: tools::wasm_bindgen()?,
        trunk: tools::trunk()?,
    };
    npm::ensure(&paths::www())?;
    Ok(setup)
}

/// Installs what the browser tests need; gives the browser's path.
///
/// # Errors
/// When something is missing and cannot be installed; says what to do.
pub fn for_browser_tests() -> Result<PathBuf> {
    check_node()?;
    npm::ensure(&paths::browser_tests())?;
    browser::ensure()
}

/// Installs mdBook; gives its path.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn mdbook() -> Result<PathBuf> {
    tools::mdbook()
}

/// Installs what `lighthouse` needs beside a build; gives the browser's path.
///
/// # Errors
/// When something is missing and cannot be installed; says what to do.
pub fn for_lighthouse() -> Result<PathBuf> {
    npm::ensure(&paths::lighthouse())?;
    browser::ensure()
}

/// Installs a component of the native toolchain (`rustfmt`, `clippy`).
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn rustup_component(component: &str) -> Result<()> {
    let subcommand = component.trim_start_matches("rust");
    if command::succeeds(Command::new("cargo").args([subcommand, "--version"])) {
        return Ok(());
    }
    command::step(&format!("install {component} by rustup"), || {
        command::run(Command::new("rustup").args(["component", "add", component]))
    })
}

/// Installs clippy for the Wasm toolchain.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn wasm_clippy(wasm: &WasmToolchain) -> Result<()> {
    wasm_std::ensure_clippy(wasm)
}

fn check_node() -> Result<()> {
    let version = command::output(Command::new("node").arg("--version"))
        .with_context(|| format!("install Node {OLDEST_NODE} or newer, with npm"))?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        bail!(
            "install Node {OLDEST_NODE} or newer: this one is {}",
            version.trim()
        );
    }
    Ok(())
}
