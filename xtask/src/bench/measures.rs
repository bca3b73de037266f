//! Measurements, and those of earlier commits.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{command, paths};

/// A measurement.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What was measured.
    pub name: String,
    /// How much it came to.
    pub value: f64,
    /// Of what.
    pub unit: String,
}

impl Measure {
    /// Reads a line `name value unit`, with tabs between.
    pub fn parse(line: &str) -> Option<Self> {
        let mut fields = line.split('\t');
        Some(Self {
            name: fields.next()?.to_owned(),
            value: fields.next()?.parse().ok()?,
            unit: fields.next()?.to_owned(),
        })
    }
}

/// What was measured at a commit, by name.
pub struct Before {
    /// The commit.
    pub commit: String,
    /// The values.
    pub values: BTreeMap<String, f64>,
}

/// How far back an earlier measurement is looked for.
const FAR: &str = "200";

/// The measurements of the nearest commit before this one, or of this one if the checkout differs from it.
///
/// # Errors
/// When git fails, or a file cannot be read.
pub fn nearest_before() -> Result<Option<Before>> {
    let first = if is_changed()? { "HEAD" } else { "HEAD^" };
    let mut git = git(&["rev-list", "--first-parent", "--max-count", FAR, first]);
    // The first commit has none before it.
    let commits = command::output(&mut git).unwrap_or_default();
    for commit in commits.lines() {
        let file = file(commit);
        if file.exists() {
            return Ok(Some(Before {
                commit: commit[..commit.len().min(10)].to_owned(),
                values: read(&file)?,
            }));
        }
    }
    Ok(None)
}

/// Keeps the measurements for later ones; those that were not taken again stay.
///
/// # Errors
/// When git fails, or the file cannot be written.
pub fn keep(measures: Vec<Measure>) -> Result<()> {
    let commit = command::output(&mut git(&["rev-parse", "HEAD"]))?;
    let changed = if is_changed()? { "-changed" } else { "" };
    let file = file(&format!("{}{changed}", commit.trim()));
    let mut values = match file.exists() {
        true => read(&file)?,
        false => BTreeMap::new(),
    };
    values.extend(measures.into_iter().map(|it| (it.name, it.value)));
    fs::create_dir_all(folder())?;
    fs::write(&file, serde_json::to_string_pretty(&values)?)?;
    println!("kept in {}", file.display());
    Ok(())
}

fn is_changed() -> Result<bool> {
    let status = command::output(&mut git(&["status", "--porcelain"]))?;
    Ok(!status.trim().is_empty())
}

fn git(arguments: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.args(arguments).current_dir(paths::root());
    git
}

fn folder() -> PathBuf {
    paths::target().join("bench")
}

fn file(commit: &str) -> PathBuf {
    folder().join(format!("{commit}.json"))
}

fn read(file: &PathBuf) -> Result<BTreeMap<String, f64>> {
    let text = fs::read_to_string(file)?;
    let value: Value = serde_json::from_str(&text)?;
    let fields = value
        .as_object()
        .with_context(|| format!("{}: not an object", file.display()))?;
    let numbers = fields
        .iter()
        .filter_map(|(name, value)| Some((name.clone(), value.as_f64()?)));
    Ok(numbers.collect())
}

#[cfg(test)]
mod tests {
    use super::Measure;

    #[test]
    fn a_line_is_a_measurement() {
        let measure = Measure::parse("seek, p99\t12.5\tµs").expect("three fields");
        assert_eq!(
            (measure.name.as_str(), measure.value, measure.unit.as_str()),
            ("seek, p99", 12.5, "µs")
        );
        assert_eq!(Measure::parse("Compiling"), None);
    }
}
