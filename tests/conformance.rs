//! Each program in `conformance/` has been run by real versions of Node and is run by us: same output, same exit code.
//!
//! `NAME.out` and `NAME.code` are Node 20's; `NAME.<major>.out` and `NAME.<major>.code` those of a version that differs.
//! With Node 10 the order of lines counts: the programs of `text-of-10.txt` show values, which it prints otherwise.
//! `not-yet.txt` lists what does not pass yet, in any version, and `not-yet.<major>.txt` what does not pass in that one, with
//! the reason; they may only shrink: a listed program that passes fails the test.

use libtest_mimic::{Arguments, Failed, Trial};
use loopscope_model::NodeVersion;
use loopscope_tests::{Outcome, list, outcome, programs, record_quickly, scenario};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance");
    let programs = programs(&folder);
    let everywhere = list(&folder.join("not-yet.txt"));
    let other_text = list(&folder.join("text-of-10.txt"));
    let mut trials = Vec::new();
    for node in NodeVersion::ALL {
        let major = node.major();
        let mut not_yet = list(&folder.join(format!("not-yet.{major}.txt")));
        let listed = not_yet.clone();
        trials.push(Trial::test(
            format!("node {major}: the list of what does not pass"),
            {
                let programs = programs.clone();
                move || stale_entries(&listed, &programs)
            },
        ));
        not_yet.extend(everywhere.clone());
        for path in &programs {
            let name = file_name(path);
            if node == NodeVersion::V10 && other_text.contains_key(&name) {
                continue;
            }
            let reason = not_yet.get(&name).cloned();
            let path = path.clone();
            let check = move || check(&path, node, reason);
            trials.push(Trial::test(format!("node {major}: {name}"), check));
        }
    }
    for names in [everywhere, other_text] {
        let programs = programs.clone();
        let check = move || stale_entries(&names, &programs);
        trials.push(Trial::test("a list names programs that there are", check));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn check(path: &Path, node: NodeVersion, reason: Option<String>) -> Result<(), Failed> {
    let ours = run(path, node)?;
    let recorded = Outcome {
        stdout: fs::read_to_string(recording(path, node, "out"))?,
        end: Ok(fs::read_to_string(recording(path, node, "code"))?
            .trim()
            .parse()?),
    };
    match (ours == recorded, reason) {
        (true, None) => Ok(()),
        (true, Some(_)) => Err(format!(
            "{} passes now: take it off the list of what does not pass",
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

/// The recording of this version if it differs, otherwise Node 20's.
fn recording(path: &Path, node: NodeVersion, extension: &str) -> PathBuf {
    let own = path.with_extension(format!("{}.{extension}", node.major()));
    if own.exists() {
        own
    } else {
        path.with_extension(extension)
    }
}

fn run(path: &Path, node: NodeVersion) -> Result<Outcome, Failed> {
    let text = fs::read_to_string(path)?;
    let mut scenario = scenario(&file_name(path), &text);
    scenario.node = node;
    Ok(outcome(&record_quickly(&scenario)))
}

fn difference(recorded: &Outcome, ours: &Outcome) -> String {
    format!(
        "Node printed:\n{}\nwe printed:\n{}\nexit code: {:?}, ours: {:?}",
        recorded.stdout, ours.stdout, recorded.end, ours.end
    )
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
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
