//! The law, tried on real Node: every snippet prints and throws the same with and without probes, at the same places.
//!
//! Needs `node` (version 20) on the PATH, as the project's set-up has it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::support::{Snippet, snippets};
use loopscope_instrument::{Kind, PositionMap};

/// Defines the probes as functions that do nothing, where the engine defines those that record. A loop over numbers goes
/// on to where it is, so that its names are set.
const PRELUDE: &str = "require('vm').runInThisContext(`'use strict';
const ǃp = (first, last = first) => { if (!(first <= last)) throw new Error('probes out of order') }
const ǃrounds = {}
const ǃs = (first, last) => { ǃp(first, last); ǃrounds[first] = 1 + (ǃrounds[first] ?? 0); return ǃrounds[first] > 1 || undefined }
let ǃvalues, ǃt
const ǃj = (n, ...values) => { ǃvalues = values; return values.every(value => typeof value === 'number') }
const ǃq = slot => ǃvalues[slot]
const ǃa = (n, value) => value, ǃy = ǃa, ǃr = ǃa, ǃw = value => value, ǃe = ǃw, ǃi = ǃw
const ǃc = (strict, callee, code) => code, ǃk = () => {}, ǃn = ǃw, ǃv = ǃw, ǃx = ǃw`)";

#[test]
fn snippets_behave_the_same() {
    let all = snippets("snippets");
    assert!(all.len() >= 200, "{} snippets", all.len());
    check(all, "plain");
}

#[test]
fn snippets_with_windows_line_ends_mark_and_hashbang_behave_the_same() {
    let mut some = snippets("snippets");
    some.retain(|snippet| ["asi.js", "encoding.js", "modules.js"].contains(&&*snippet.file));
    for (number, snippet) in some.iter_mut().enumerate() {
        let head = match (snippet.kind, number % 3) {
            (_, 0) => "#!/usr/bin/env node\n",
            (Kind::Module, 1) => "\u{FEFF}#!/usr/bin/env node\n",
            (_, 1) => "\u{FEFF}",
            _ => "",
        };
        snippet.text = format!("{head}{}", snippet.text).replace('\n', "\r\n");
    }
    check(some, "windows");
}

#[track_caller]
fn check(snippets: Vec<Snippet>, name: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("differential")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    fs::write(folder.join("prelude.js"), PRELUDE).expect("the prelude is written");
    let mut failures = Vec::new();
    // Node takes longer to start than to run: some at once.
    for (number, group) in snippets.chunks(4).enumerate() {
        let runs: Vec<_> = group
            .iter()
            .enumerate()
            .map(|(index, snippet)| start(&folder, number * 4 + index, snippet))
            .collect();
        for (snippet, (map, plain, probed)) in group.iter().zip(runs) {
            let plain = observe(plain, &PositionMap::default());
            let probed = observe(probed, &map);
            if plain != probed {
                failures.push(format!(
                    "{}: {}\n--- without probes\n{plain}\n--- with probes\n{probed}\n--- text\n{}",
                    snippet.file,
                    snippet.title,
                    snippet.instrument().text
                ));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} differ\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

/// Starts Node on a snippet without and with probes.
fn start(folder: &Path, number: usize, snippet: &Snippet) -> (PositionMap, Child, Child) {
    let instrumented = snippet.instrument();
    let plain = run(
        &folder.join(format!("{number}-plain")),
        snippet.kind,
        &snippet.text,
    );
    let probed = run(
        &folder.join(format!("{number}-probed")),
        snippet.kind,
        &instrumented.text,
    );
    (instrumented.map, plain, probed)
}

fn run(folder: &PathBuf, kind: Kind, text: &str) -> Child {
    fs::create_dir_all(folder).expect("the target folder can be written");
    let name = if kind == Kind::Module {
        "self.mjs"
    } else {
        "program.js"
    };
    fs::write(folder.join(name), text).expect("the program is written");
    let mut command = Command::new("node");
    command
        .current_dir(folder)
        .args(["--no-warnings", "-r", "../prelude.js"]);
    if kind == Kind::Script {
        let show = "console.log('completion', require('vm').runInThisContext(require('fs').readFileSync('program.js', 'utf8'), 'program.js'))";
        command.args(["-e", show]);
    } else {
        command.arg(name);
    }
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node is on the PATH: install Node 20")
}

/// All that a run shows: output, exit code, messages of errors and their places in the author's text.
fn observe(child: Child, map: &PositionMap) -> String {
    let output = child.wait_with_output().expect("node ends");
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr);
    let mut seen = format!("{stdout}exit code {:?}\n", output.status.code());
    let mut lines = stderr.lines();
    while let Some(line) = lines.next() {
        if let Some((head, place)) = ["program.js:", "self.mjs:"]
            .into_iter()
            .find_map(|name| line.split_once(name))
        {
            // The folder's name differs, the function's does not.
            let function = head.split(" (").next().filter(|_| head.contains(" ("));
            seen.push_str(&format!(
                "{} {}\n",
                function.unwrap_or(""),
                original(place, map)
            ));
            if !line.starts_with("    at ") {
                // The line of the text, with the probes.
                lines.next();
            }
        } else if line.contains("Error") && !line.starts_with("    at ") && !line.contains('ǃ') {
            seen.push_str(line);
            seen.push('\n');
        }
    }
    seen
}

/// `line:column` of a frame in the author's text.
fn original(place: &str, map: &PositionMap) -> String {
    let numbers: Vec<u32> = place
        .trim_end_matches(')')
        .split(':')
        .filter_map(|number| number.parse().ok())
        .collect();
    match numbers[..] {
        [line, column] => format!("{:?}", map.original(line, column)),
        _ => format!("{numbers:?}"),
    }
}
