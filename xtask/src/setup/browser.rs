//! The browser that the tests drive.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::command;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Finds Chromium, or installs Debian's, and gives its path.
///
/// playwright-core speaks to it directly: there is no separate driver to keep at the same version.
///
/// # Errors
/// When there is none and it cannot be installed.
pub fn ensure() -> Result<PathBuf> {
    if let Some(path) = env::var_os("LOOPSCOPE_CHROMIUM").map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!(
            "LOOPSCOPE_CHROMIUM names {}, which is no file",
            path.display()
        );
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    apt::ensure(
        &["chromium", "fonts-dejavu-core"],
        "the browser tests need Chromium (or its path in LOOPSCOPE_CHROMIUM)",
    )?;
    find().context("Debian's chromium is installed and not on PATH")
}

fn find() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| command::which(name))
}
