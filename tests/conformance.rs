//! Each program in `conformance/` has been run by real Node 20 and is run by us: same output, same exit code.
//!
//! A new case is a new file with its recording beside it. `not-yet.txt` lists what does not pass yet, with the reason;
//! it may only shrink: a listed program that passes fails the test.

use libtest_mimic::{Arguments, Failed, Trial};
use loopscope_tests::{Outcome, outcome, record, scenario};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let not_yet = read_list(&folder.join("conformance/not-yet.txt"));
    let programs = programs(&folder.join("conformance"));
    let mut trials: Vec<Trial> = programs
        .iter()
        .map(|path| {
            let name = file_name(path);
            let reason = not_yet.get(&name).cloned();
            let path = path.clone();
            Trial::test(format!("node 20: {name}"), move || check(&path, reason))
        })
        .collect();
    trials.push(Trial::test("the list of what does not pass", move || {
        stale_entries(&not_yet, &programs)
    }));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn check(path: &Path, reason: Option<String>) -> Result<(), Failed> {
    let ours = run(path)?;
    let recorded = Outcome {
        stdout: fs::read_to_string(path.with_extension("out"))?,
        end: Ok(fs::read_to_string(path.with_extension("code"))?
            .trim()
            .parse()?),
    };
    match (ours == recorded, reason) {
        (true, None) => Ok(()),
        (true, Some(_)) => Err(format!(
            "{} passes now: take it off conformance/not-yet.txt",
            file_name(path)
        )
        .into()),
        // What is not modelled must be refused: other output than Node's is allowed for no reason.
        (false, Some(reason)) if reason == "refused" && ours.end.is_ok() => Err(format!(
            "should be refused, but ran:\n{}",
            difference(&recorded, &ours)
        )
        .into()),
        (false, Some(_)) => Ok(()),
        (false, None) => Err(difference(&recorded, &ours).into()),
    }
}

fn run(path: &Path) -> Result<Outcome, Failed> {
    let text = fs::read_to_string(path)?;
    Ok(outcome(&record(&scenario(&file_name(path), &text))))
}

fn difference(recorded: &Outcome, ours: &Outcome) -> String {
    format!(
        "Node printed:\n{}\nwe printed:\n{}\nexit code: {:?}, ours: {:?}",
        recorded.stdout, ours.stdout, recorded.end, ours.end
    )
}

fn programs(folder: &Path) -> Vec<PathBuf> {
    let mut programs: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the recordings are in the repository")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "js" || extension == "mjs")
        })
        .collect();
    programs.sort();
    programs
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// `NAME: REASON` a line.
fn read_list(path: &Path) -> BTreeMap<String, String> {
    fs::read_to_string(path)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, reason)| (name.to_owned(), reason.to_owned()))
        .collect()
}

fn stale_entries(not_yet: &BTreeMap<String, String>, programs: &[PathBuf]) -> Result<(), Failed> {
    let stale: Vec<&String> = not_yet
        .keys()
        .filter(|name| !programs.iter().any(|path| file_name(path) == **name))
        .collect();
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!("no such programs: {stale:?}").into())
    }
}
