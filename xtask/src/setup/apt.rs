//! Debian's packages.

use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

use crate::command;

/// Installs packages that are missing.
///
/// # Errors
/// When a package is missing and this is no Debian, or we are not root: says what to install for what.
pub fn ensure(packages: &[&str], purpose: &str) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if command::which("apt-get").is_none() {
        bail!("{purpose}: this machine has no apt-get; install by hand what Debian calls {list}");
    }
    if !is_root() {
        bail!("{purpose}: run `apt-get install --no-install-recommends {list}` as root");
    }
    update()?;
    command::step(&format!("install {list} by apt-get"), || {
        command::run(
            apt_get()
                .args(["install", "--yes", "--no-install-recommends"])
                .args(&missing),
        )
    })
}

/// The newest of Debian's packages whose name is `prefix` and a number.
///
/// # Errors
/// When there is none.
pub fn newest_numbered(prefix: &str) -> Result<String> {
    if let Some(package) = search_numbered(prefix)? {
        return Ok(package);
    }
    if is_root() {
        update()?;
    }
    search_numbered(prefix)?.with_context(|| format!("apt-cache knows no package {prefix}NN"))
}

fn search_numbered(prefix: &str) -> Result<Option<String>> {
    let pattern = format!("^{prefix}[0-9]+$");
    let found =
        command::output(Command::new("apt-cache").args(["search", "--names-only", &pattern]))?;
    let newest = found
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter_map(|name| name.strip_prefix(prefix)?.parse::<u32>().ok())
        .max();
    Ok(newest.map(|number| format!("{prefix}{number}")))
}

/// Reads the package lists anew, once per run.
fn update() -> Result<()> {
    static UPDATED: OnceLock<()> = OnceLock::new();
    if UPDATED.get().is_none() {
        command::step("read Debian's package lists", || {
            command::run(apt_get().args(["update", "--quiet"]))
        })?;
        let _ = UPDATED.set(());
    }
    Ok(())
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn installed(package: &str) -> bool {
    Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .output()
        .is_ok_and(|output| output.status.success() && output.stdout == b"installed")
}

fn is_root() -> bool {
    command::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
