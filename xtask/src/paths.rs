//! Where things are: the checkout, what is built, and what is kept for all checkouts.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The checkout's top folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the workspace")
}

/// Cargo's target folder for native code.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// Cargo's target folder for Wasm: one of its own, so that neither build waits for the other's lock.
pub fn wasm_target() -> PathBuf {
    target().join("wasm")
}

/// What `cargo xtask build` writes and `cargo xtask serve` serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder of the style sheet, the boot script and the editor's source.
pub fn www() -> PathBuf {
    root().join("www")
}

/// The folder of the browser tests.
pub fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// The folder of what measures the page with Lighthouse.
pub fn lighthouse() -> PathBuf {
    root().join("tests").join("lighthouse")
}

/// The folder, one per user, of what all checkouts share.
///
/// # Errors
/// When the environment names neither `XDG_CACHE_HOME` nor a home folder.
pub fn cache() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|dir| !dir.is_empty()) {
        Some(dir) => PathBuf::from(dir),
        None => env::home_dir()
            .context("set HOME or XDG_CACHE_HOME: the build tools are kept there")?
            .join(".cache"),
    };
    Ok(base.join("loopscope"))
}
