//! npm packages, exactly as a folder's lock file names them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, hash};

/// Installs a folder's packages unless those of this very lock file are there.
///
/// # Errors
/// When the lock file is missing or npm fails.
pub fn ensure(dir: &Path) -> Result<()> {
    let lock = dir.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let wanted = hash::short(&lock);
    // npm ci empties the folder first, so the mark is there only after it has succeeded.
    let mark = dir.join("node_modules").join(".loopscope-lock");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let title = format!("install the npm packages of {}", dir.display());
    command::step(&title, || {
        command::run(
            Command::new("npm")
                .args(["ci", "--no-audit", "--no-fund"])
                .current_dir(dir),
        )?;
        fs::create_dir_all(dir.join("node_modules"))?;
        Ok(fs::write(&mark, &wanted)?)
    })
}
