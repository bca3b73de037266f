//! The fuzz targets without a fuzzer: the inputs in `fuzz/corpus`, and so many changes of them, through the functions that
//! `cargo fuzz` calls. Which changes is fixed, so a failure comes again.
//!
//! `LOOPSCOPE_FUZZ_ROUNDS` says how many times as many changes are tried, `LOOPSCOPE_FUZZ_SEED` tries others. An input that
//! fails is written into the folder that the message names: mended, it belongs into the corpus.
//!
//! *Limitations.* Nothing looks at what of the program an input reaches: `cargo fuzz` does, see `fuzz/src/lib.rs`.

mod change;
#[path = "../../fuzz/src/lib.rs"]
mod targets;

use change::Changer;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// The words that changes put in.
const SCRIPT: &[&str] = &[
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "`",
    "${",
    "/",
    "'",
    "\"",
    "\n",
    ";",
    ",",
    ".",
    "?.",
    "??",
    "=>",
    "...",
    "=",
    "**=",
    "#x",
    "\\u{61}",
    "\u{2028}",
    "é",
    "𝒳",
    "0n",
    "1e9",
    "-0",
    "\u{FEFF}",
    "//",
    "/*",
    "*/",
    "<!--",
    "-->",
    "#!",
    "async ",
    "await ",
    "yield ",
    "function f() {}",
    "function* g() {}",
    "class A extends B {",
    "static {",
    "get ",
    "for (;;) ",
    "for (const x of ",
    "for await (",
    "while (1) ",
    "do ",
    "if (a) ",
    "else ",
    "switch (a) {",
    "case 1:",
    "default:",
    "break ",
    "continue ",
    "return ",
    "throw ",
    "try {",
    "catch (e) {",
    "finally {",
    "with (a) ",
    "label: ",
    "new ",
    "delete ",
    "typeof ",
    "void ",
    "in ",
    "instanceof ",
    "let ",
    "const ",
    "var ",
    "using ",
    "import ",
    "export ",
    "from 'fs'",
    "import.meta",
    "new.target",
    "super",
    "this",
    "arguments",
    "eval('1')",
    "new Function('a', 'return a')",
    "'use strict';",
    "__proto__: ",
    "constructor",
    "setTimeout(f, 1)",
    "setImmediate(f)",
    "process.nextTick(f)",
    "Promise.resolve().then(f)",
    "queueMicrotask(f)",
    "require('events')",
    "require('stream')",
    "console.log(a)",
    "Symbol.iterator",
    "new Proxy({}, {})",
    "Object.defineProperty",
    "JSON.stringify(a)",
    "[].concat",
    "/(?<a>.)+/gu",
];

/// The words of links and traces: bytes that say something to what reads them.
const BYTES: &[&str] = &[
    "#v1/",
    "/o3",
    "/l7.2+4",
    "/c4",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{80}\u{80}\u{1}",
    "main.js",
    "main.mjs",
];

/// Reads the corpus of a target, tries each input, then `rounds` changes of them.
#[track_caller]
fn fuzz(name: &str, words: &[&str], rounds: u32, target: fn(&[u8])) {
    let corpus = corpus(name);
    assert!(!corpus.is_empty(), "there are no inputs for {name}");
    for (path, input) in &corpus {
        attempt(name, &path.display().to_string(), input, target);
    }
    let setting = |name: &str, otherwise: u32| {
        let value = std::env::var(name).ok();
        value.map_or(otherwise, |value| value.parse().expect("a number"))
    };
    let inputs: Vec<&[u8]> = corpus.iter().map(|(_, input)| input.as_slice()).collect();
    let mut changer = Changer::new(setting("LOOPSCOPE_FUZZ_SEED", 1), words);
    for round in 0..rounds * setting("LOOPSCOPE_FUZZ_ROUNDS", 1) {
        let input = changer.change(&inputs);
        attempt(name, &format!("change {round}"), &input, target);
    }
}

/// The inputs of a target, in the order of their names.
fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fuzz/corpus")
        .join(name);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the corpus is there")
        .map(|entry| entry.expect("the corpus can be read").path())
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let input = fs::read(&path).expect("an input can be read");
        (path, input)
    };
    paths.into_iter().map(read).collect()
}

#[track_caller]
fn attempt(name: &str, what: &str, input: &[u8], target: fn(&[u8])) {
    if catch_unwind(AssertUnwindSafe(|| target(input))).is_ok() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let file = folder.join(format!("{name}-{}", what.replace(['/', ' '], "-")));
    fs::write(&file, input).expect("the input can be written");
    panic!("{name} fails with {what}, kept in {}", file.display());
}

#[test]
fn links() {
    fuzz("link", BYTES, 200_000, targets::link);
}

#[test]
fn instrumentation() {
    fuzz("instrument", SCRIPT, 100_000, targets::instrument);
}

#[test]
fn engine() {
    fuzz("engine", SCRIPT, 300, targets::engine);
}

#[test]
fn traces() {
    fuzz("trace", BYTES, 100_000, targets::trace);
}
