//! Build tools written in Rust, compiled once per user and version.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, paths};

/// Newer ones want a newer rustc than the native one.
const TRUNK: &str = "0.21.14";
const MDBOOK: &str = "0.5.4";

/// Which versions of a tool's own dependencies are known to work; where they do not, the others are tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dependencies {
    /// Those in the lock file that it was published with.
    Locked,
    /// The newest that fit: one of those locked has been withdrawn.
    Newest,
}

/// The pinned Trunk.
///
/// # Errors
/// When it cannot be installed.
pub fn trunk() -> Result<PathBuf> {
    ensure("trunk", "trunk", TRUNK, Dependencies::Locked)
}

/// The pinned mdBook, which the worked example of a book is built with.
///
/// # Errors
/// When it cannot be installed.
pub fn mdbook() -> Result<PathBuf> {
    ensure("mdbook", "mdbook", MDBOOK, Dependencies::Locked)
}

/// The command line tool of the very version of wasm-bindgen that the workspace pins.
///
/// # Errors
/// When `Cargo.toml` pins none, or it cannot be installed.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let manifest = fs::read_to_string(paths::root().join("Cargo.toml"))?;
    let version = pinned(&manifest, "wasm-bindgen")
        .context("Cargo.toml must pin `wasm-bindgen = \"=VERSION\"`")?;
    ensure(
        "wasm-bindgen-cli",
        "wasm-bindgen",
        version,
        Dependencies::Newest,
    )
}

/// The version of a dependency written `name = "=version"`.
fn pinned<'a>(manifest: &'a str, name: &str) -> Option<&'a str> {
    manifest.lines().find_map(|line| {
        let (key, value) = line.split_once('=')?;
        let version = value.trim().strip_prefix("\"=")?.strip_suffix('"')?;
        (key.trim() == name).then_some(version)
    })
}

/// Gives the path of a tool: the one on `PATH` if its version fits, else ours, installed if need be.
fn ensure(
    package: &str,
    binary: &str,
    version: &str,
    dependencies: Dependencies,
) -> Result<PathBuf> {
    if let Some(path) = command::which(binary)
        && is_version(&path, version)
    {
        return Ok(path);
    }
    let tools = paths::cache()?.join("tools");
    let root = tools.join(format!("{package}-{version}"));
    let path = root
        .join("bin")
        .join(format!("{binary}{}", std::env::consts::EXE_SUFFIX));
    if is_version(&path, version) {
        return Ok(path);
    }
    let build = tools.join(format!("{package}-{version}.build"));
    let title = format!("install {package} {version} (a few minutes, once)");
    command::step(&title, || {
        let first = dependencies == Dependencies::Locked;
        let install = |locked| {
            let mut command = install(package, binary, version, &root, &build);
            if locked {
                command.arg("--locked");
            }
            command::run(&mut command)
        };
        install(first).or_else(|_| install(!first))
    })?;
    if !is_version(&path, version) {
        bail!("{} is not {binary} {version}", path.display());
    }
    fs::remove_dir_all(&build)?;
    Ok(path)
}

fn install(package: &str, binary: &str, version: &str, root: &Path, build: &Path) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(["install", package, "--version", version, "--bin", binary])
        // None is to reach a network or to serve: no TLS.
        .args(["--no-default-features", "--force"])
        .arg("--root")
        .arg(root)
        .arg("--target-dir")
        .arg(build)
        // They run for seconds: compile them fast rather than well.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    command
}

fn is_version(path: &Path, version: &str) -> bool {
    path.is_file()
        && Command::new(path)
            .arg("--version")
            .output()
            .is_ok_and(|output| {
                String::from_utf8_lossy(&output.stdout)
                    .split_whitespace()
                    .any(|word| word.trim_start_matches('v') == version)
            })
}

#[cfg(test)]
mod tests {
    use super::pinned;

    #[track_caller]
    fn check(manifest: &str, expect: Option<&str>) {
        assert_eq!(pinned(manifest, "wasm-bindgen"), expect);
    }

    #[test]
    fn the_version_is_read_only_where_it_is_pinned() {
        check("yew = \"1\"\nwasm-bindgen = \"=0.2.1\"\n", Some("0.2.1"));
        check("wasm-bindgen=\"=3.0.0\"", Some("3.0.0"));
        check("wasm-bindgen = \"0.2\"", None);
        check("wasm-bindgen-test = \"=0.3.1\"", None);
        check("", None);
    }
}
