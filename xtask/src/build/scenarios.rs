//! The built-in scenarios, recorded at build time by the worker's Wasm itself, in Node: the very engine that is shipped,
//! and no second, native compilation of it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{Stage, worker::Worker};
use crate::{command, paths};

/// A recorded scenario.
pub struct Scenario {
    /// The program's file name without `.js`.
    pub name: String,
    /// The title in its front matter.
    pub title: String,
    /// The trace's name in `dist/`.
    pub trace: String,
}

/// Records every program of `scenarios/` into the stage, in the order of their names.
///
/// # Errors
/// When a program cannot be read or recorded.
pub fn record(worker: &Worker, stage: &Stage) -> Result<Vec<Scenario>> {
    command::step("record the built-in scenarios", || {
        let programs = programs()?;
        let out = paths::target().join("scenarios");
        if out.exists() {
            fs::remove_dir_all(&out)?;
        }
        fs::create_dir_all(&out)?;
        command::run(
            Command::new("node")
                .arg(paths::root().join("xtask").join("js").join("record.mjs"))
                .arg(stage.dir().join(&worker.js))
                .arg(stage.dir().join(&worker.wasm))
                .arg(stage.dir().join(&worker.library))
                .arg(&out)
                .args(&programs),
        )?;
        programs
            .iter()
            .map(|program| {
                let name = program
                    .file_stem()
                    .and_then(|stem| stem.to_str())
                    .context("a scenario's name is not UTF-8")?
                    .to_owned();
                let source = fs::read_to_string(program)?;
                let title = title(&source)
                    .with_context(|| format!("{name}.js: its front matter has no title"))?
                    .to_owned();
                let recorded = fs::read(out.join(format!("{name}.trace")))?;
                ensure!(!recorded.is_empty(), "{name}.js: its recording is empty");
                let trace = stage.write_hashed(&format!("scenarios/{name}"), "trace", &recorded)?;
                Ok(Scenario { name, title, trace })
            })
            .collect()
    })
}

fn programs() -> Result<Vec<PathBuf>> {
    let dir = paths::root().join("scenarios");
    let mut programs = Vec::new();
    for entry in fs::read_dir(&dir).with_context(|| format!("cannot read {}", dir.display()))? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "js" || extension == "mjs")
        {
            programs.push(path);
        }
    }
    programs.sort();
    Ok(programs)
}

/// The `title:` of the comment that a program begins with.
fn title(source: &str) -> Option<&str> {
    source
        .lines()
        .map(|line| line.trim_start_matches(|c: char| "/* #!-".contains(c)))
        .find_map(|line| line.strip_prefix("title:"))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::title;

    #[track_caller]
    fn check(source: &str, expect: Option<&str>) {
        assert_eq!(title(source), expect);
    }

    #[test]
    fn the_title_stands_in_a_comment_of_either_kind() {
        check("// title: Ticks first\nrun();", Some("Ticks first"));
        check("/*\n * title: A: b\n */", Some("A: b"));
        check("// ---\n// node: 20\n// title: Late\n// ---", Some("Late"));
        check("run();", None);
    }
}
