//! Habits as checks: module docs, file lengths, no test that is switched off.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::Tally;
use crate::{command, paths};

const LONGEST: usize = 400;

/// Checks all Rust files that git knows or would know.
pub fn check() -> Result<Tally> {
    let listed = command::output(
        Command::new("git")
            .args([
                "ls-files",
                "--cached",
                "--others",
                "--exclude-standard",
                "--",
                "*.rs",
                // Others' code.
                ":!vendor",
            ])
            .current_dir(paths::root()),
    )?;
    let mut sources = Vec::new();
    for name in listed.lines() {
        let path = paths::root().join(name);
        // A file may be listed and deleted.
        if path.is_file() {
            sources.push((name, fs::read_to_string(path)?));
        }
    }
    let mut tally = Tally::default();
    for complaint in [undocumented, too_long, ignored] {
        let complaints: Vec<String> = sources
            .iter()
            .filter_map(|(name, text)| complaint(name, text))
            .collect();
        for line in &complaints {
            println!("{line}");
        }
        tally.count(complaints.is_empty());
    }
    Ok(tally)
}

fn undocumented(name: &str, text: &str) -> Option<String> {
    let root = matches!(Path::new(name).file_name()?.to_str()?, "lib.rs" | "main.rs");
    (root && !text.starts_with("//! ")).then(|| format!("{name}: begin with `//!` docs"))
}

/// Tables of cases may be long: tests do not count.
fn too_long(name: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    let is_test = name.split('/').any(|part| part == "tests");
    (lines > LONGEST && !is_test)
        .then(|| format!("{name}: {lines} lines; is it one subject? {LONGEST} is the most"))
}

fn ignored(name: &str, text: &str) -> Option<String> {
    let line = text
        .lines()
        .position(|line| line.trim_start().starts_with("#[ignore"))?;
    Some(format!("{name}:{}: run the test or delete it", line + 1))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, ignored, too_long, undocumented};

    #[test]
    fn crates_begin_with_docs() {
        assert!(undocumented("crates/a/src/lib.rs", "use std::fs;\n").is_some());
        assert!(undocumented("crates/a/src/lib.rs", "//! Does a.\n").is_none());
        assert!(undocumented("crates/a/src/b.rs", "use std::fs;\n").is_none());
    }

    #[test]
    fn long_files_and_ignored_tests_are_found() {
        assert!(too_long("a.rs", &"\n".repeat(LONGEST)).is_none());
        assert!(too_long("a.rs", &"\n".repeat(LONGEST + 1)).is_some());
        let test = "crates/a/tests/b.rs";
        assert!(too_long(test, &"\n".repeat(LONGEST + 1)).is_none());
        assert!(ignored("a.rs", "    #[ignore = \"slow\"]\n").is_some());
        assert!(ignored("a.rs", "// #[ignore]\n").is_none());
    }
}
