//! The browser tests, on `dist/` served from a folder below a host's root.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::Tally;
use crate::server::{self, Site};
use crate::{command, paths, setup};

/// Any host may serve the page from anywhere: the tests do not use the root.
const BASE: &str = "/courses/node/loopscope/";

/// Runs the tests of `tests/browser`.
pub fn check() -> Result<Tally> {
    let chromium = setup::for_browser_tests()?;
    let mdbook = setup::mdbook()?;
    // Before a test waits for it.
    command::run(
        Command::new("cargo")
            .args(["build", "--package", "loopscope"])
            .current_dir(paths::root()),
    )?;
    let site = Site {
        dir: paths::dist(),
        base: BASE.to_owned(),
        reloader: None,
    };
    let address = server::start(server::claim(0)?, site)?;
    let report = paths::target().join("browser-tests.tap");
    let mut tests: Vec<_> = fs::read_dir(paths::browser_tests())?
        .flatten()
        .map(|entry| entry.file_name())
        .filter(|name| name.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    let succeeded = command::exits_well(
        Command::new("node")
            .args(["--test", "--test-concurrency=2"])
            .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
            .arg("--test-reporter=tap")
            .arg(format!("--test-reporter-destination={}", report.display()))
            .args(&tests)
            .current_dir(paths::browser_tests())
            .env("LOOPSCOPE_URL", &address)
            .env("LOOPSCOPE_CHROMIUM", &chromium)
            .env("LOOPSCOPE_COMMAND", loopscope_command())
            .env("LOOPSCOPE_MDBOOK", mdbook)
            .env("LOOPSCOPE_SCREENSHOTS", paths::target().join("screenshots")),
    )?;
    let mut tally = counts(&fs::read_to_string(&report)?);
    if !succeeded && tally.failed == 0 || tally == Tally::default() {
        tally.failed = 1;
    }
    Ok(tally)
}

/// The command line that cargo has built.
fn loopscope_command() -> PathBuf {
    let name = format!("loopscope{}", std::env::consts::EXE_SUFFIX);
    paths::target().join("debug").join(name)
}

/// The counts at the end of a TAP report of Node's.
fn counts(report: &str) -> Tally {
    let count = |name: &str| {
        let number = |line: &str| line.strip_prefix(name)?.trim().parse::<u32>().ok();
        report.lines().find_map(number).unwrap_or(0)
    };
    Tally {
        passed: count("# pass "),
        failed: count("# fail ") + count("# cancelled "),
    }
}

#[cfg(test)]
mod tests {
    use super::{Tally, counts};

    #[test]
    fn a_cancelled_test_is_a_failed_one() {
        let report = "ok 1 - opens\n1..1\n# tests 7\n# suites 1\n# pass 4\n# fail 2\n# cancelled 1\n# skipped 0\n";
        assert_eq!(
            counts(report),
            Tally {
                passed: 4,
                failed: 3
            }
        );
        assert_eq!(counts(""), Tally::default());
    }
}
