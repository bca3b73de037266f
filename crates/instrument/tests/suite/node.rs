//! Runs programs on real Node, with and without probes, and compares what they show.
//!
//! Needs `node` (version 20) on the PATH, as the project's set-up has it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::support::Snippet;
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
const ǃc = (strict, callee, code) => code, ǃk = () => {}, ǃn = ǃw, ǃv = ǃw, ǃx = ǃw, ǃd = ǃw, ǃl = ǃw, ǃb = ǃw, ǃh = ǃw, ǃm = ǃa`)";

/// A program without and with probes.
pub struct Pair {
    /// What a failure calls it.
    pub name: String,
    pub kind: Kind,
    pub plain: String,
    pub probed: String,
    /// From places in `probed` to those in `plain`; nothing where places are not compared.
    pub map: Option<PositionMap>,
}

impl Pair {
    #[track_caller]
    pub fn new(snippet: &Snippet) -> Self {
        let instrumented = snippet.instrument();
        Self {
            name: format!("{}: {}", snippet.file, snippet.title),
            kind: snippet.kind,
            plain: snippet.text.clone(),
            probed: instrumented.text,
            map: Some(instrumented.map),
        }
    }
}

/// How often a pair is tried: what a probe changes it changes each time, a busy machine does not.
const TRIES: usize = 3;

/// Fails if a program shows something else with probes than without; `name` is that of a folder for this test alone.
#[track_caller]
pub fn check(pairs: &[Pair], name: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("differential")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    fs::write(folder.join("prelude.js"), PRELUDE).expect("the prelude is written");
    let mut left: Vec<(usize, &Pair)> = pairs.iter().enumerate().collect();
    let mut failures = Vec::new();
    for _ in 0..TRIES {
        failures.clear();
        let mut again = Vec::new();
        // Node takes longer to start than to run: some at once.
        for group in left.chunks(4) {
            let runs: Vec<_> = group.iter().map(|it| start(&folder, it.0, it.1)).collect();
            for (&(number, pair), (plain, probed)) in group.iter().zip(runs) {
                let itself = pair.map.as_ref().map(|_| PositionMap::default());
                let plain = observe(plain, itself.as_ref());
                let probed = observe(probed, pair.map.as_ref());
                if plain != probed {
                    again.push((number, pair));
                    failures.push(format!(
                        "{}\n--- without probes\n{plain}\n--- with probes\n{probed}\n--- text\n{}",
                        pair.name, pair.probed
                    ));
                }
            }
        }
        left = again;
    }
    assert!(
        failures.is_empty(),
        "{} differ\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

/// Starts Node on a program without and with probes.
fn start(folder: &Path, number: usize, pair: &Pair) -> (Child, Child) {
    let plain = folder.join(format!("{number}-plain"));
    let probed = folder.join(format!("{number}-probed"));
    (
        run(&plain, pair.kind, &pair.plain),
        run(&probed, pair.kind, &pair.probed),
    )
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

/// All that a run shows: output, exit code, messages of errors and, with a map, their places in the author's text.
fn observe(child: Child, map: Option<&PositionMap>) -> String {
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
                map.map(|map| original(place, map)).unwrap_or_default()
            ));
            if !line.starts_with("    at ") {
                // The line of the text, with the probes.
                lines.next();
            }
        } else if is_message(line) {
            seen.push_str(line);
            seen.push('\n');
        }
    }
    seen
}

/// Whether a line is that of an error: `TypeError: x is not a function`.
fn is_message(line: &str) -> bool {
    let name = line.split(':').next().unwrap_or(line);
    name.ends_with("Error") && name.chars().all(char::is_alphanumeric)
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
