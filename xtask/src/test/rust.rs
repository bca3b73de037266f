//! What cargo checks: formatting, lints, tests.

use std::process::Command;

use anyhow::Result;

use super::Tally;
use crate::setup::{self, Setup};
use crate::{command, fuzz, paths};

/// `cargo fmt --check` of every crate.
pub fn fmt() -> Result<Tally> {
    setup::rustup_component("rustfmt")?;
    let mut tally = Tally::default();
    tally.count(passes(cargo().args(["fmt", "--all", "--check"])));
    Ok(tally)
}

/// clippy, natively, of every crate and every test.
pub fn clippy() -> Result<Tally> {
    setup::rustup_component("clippy")?;
    let mut tally = Tally::default();
    tally.count(passes(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-Dwarnings",
    ])));
    Ok(tally)
}

/// clippy for wasm32 of what runs there.
pub fn clippy_wasm(setup: &Setup) -> Result<Tally> {
    setup::wasm_clippy(&setup.wasm)?;
    let mut tally = Tally::default();
    for package in ["loopscope-web", "loopscope-worker"] {
        tally.count(passes(setup.wasm.clippy().args([
            "--target",
            "wasm32-unknown-unknown",
            // The build's own profile: its macros and build scripts are compiled already, or will be for it.
            "--profile",
            "ship",
            "--package",
            package,
            "--",
            "-Dwarnings",
        ])));
    }
    Ok(tally)
}

/// `cargo test` of every crate, each test counted.
pub fn unit() -> Result<Tally> {
    counted(&["test", "--workspace", "--no-fail-fast"])
}

/// The orders that hundreds of seeds give, against those of real Node; the table of them is printed.
pub fn choices() -> Result<Tally> {
    counted(&[
        "test",
        "--package",
        "loopscope-tests",
        "--test",
        "seeds",
        "--",
        "--nocapture",
    ])
}

/// A minute of random programs on real Node and on ours.
pub fn fuzz() -> Result<Tally> {
    let mut tally = Tally::default();
    tally.count(passes(&mut fuzz::command([
        "--seconds",
        fuzz::SECONDS,
        "--seed",
        fuzz::SEED,
    ])));
    Ok(tally)
}

/// The traces in `dist/`, recorded in Wasm, against native ones.
pub fn same_bytes() -> Result<Tally> {
    counted(&[
        "test",
        "--package",
        "loopscope-tests",
        "--features",
        "dist",
        "--test",
        "same_bytes",
    ])
}

fn counted(arguments: &[&str]) -> Result<Tally> {
    let mut tally = Tally::default();
    let succeeded = command::watch(cargo().args(arguments), |line| {
        if let Some((passed, failed)) = test_result(line) {
            tally.passed += passed;
            tally.failed += failed;
        }
    })?;
    // What does not compile, or aborts, leaves no count.
    if !succeeded && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(paths::root());
    command
}

fn passes(command: &mut Command) -> bool {
    match command::run(command) {
        Ok(()) => true,
        Err(error) => {
            println!("error: {error:#}");
            false
        }
    }
}

/// The counts of a line like `test result: ok. 3 passed; 0 failed; ...`.
fn test_result(line: &str) -> Option<(u32, u32)> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut counts = counts.split("; ");
    let passed = counts.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = counts.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some((passed, failed))
}

#[cfg(test)]
mod tests {
    use super::test_result;

    #[track_caller]
    fn check(line: &str, expect: Option<(u32, u32)>) {
        assert_eq!(test_result(line), expect);
    }

    #[test]
    fn the_counts_are_read() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured",
            Some((12, 0)),
        );
        check(
            "test result: FAILED. 3 passed; 2 failed; 0 ignored",
            Some((3, 2)),
        );
        check("test a::b ... ok", None);
        check("", None);
    }
}
