//! Every numbered rule of the semantics has a test that is named after it: `s4_4_…` for section 4.4. What is a matter of
//! JavaScript alone has recordings of real Node instead.

use std::collections::BTreeSet;
use std::path::Path;

const SOURCES: [&str; 8] = [
    include_str!("choices.rs"),
    include_str!("errors.rs"),
    include_str!("immediates.rs"),
    include_str!("phases.rs"),
    include_str!("pool.rs"),
    include_str!("queues.rs"),
    include_str!("sockets.rs"),
    include_str!("timers.rs"),
];

/// The numbered rules of sections 1 to 13 that the loop alone decides.
const HERE: [&str; 54] = [
    "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", //
    "2.1", "2.2", "2.4", "2.5", "2.6", //
    "3.1", "3.2", "3.3a", "3.3b", "3.4", "3.5", "3.6", //
    "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.10", //
    "5.1", "5.2", "5.3", "5.4", //
    "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", //
    "7.1", "7.2", "7.3", "7.4", "7.7", //
    "8.1", "8.2", "8.3", "8.4", //
    "9.1", "9.2", "9.3", "9.4", //
    "13.N1", "13.N3", "13.N4",
];

/// Of section 13: other sources of chance.
const SOURCES_OF_CHANCE: [&str; 2] = ["13.N2", "13.N5"];

/// The other rules, with a program of `tests/conformance/` that shows them. 13 N6, what V8 does by itself, is not
/// modelled.
const RECORDED: [(&str, &str, &str); 7] = [
    ("2.3", "what nextTick hands on", "tick-02.js"),
    ("4.1", "delays that are no delays", "timers-02.js"),
    ("4.9", "`this` in a callback", "timers-22.js"),
    ("5.5", "what clearImmediate takes", "immediate-23.js"),
    ("7.5", "emitters", "emitter-02.js"),
    ("7.6", "streams", "stream-01.js"),
    ("12", "texts", "inspect-01.js"),
];

/// `4.4` and `13.N1` as they begin the name of a test.
fn prefix(section: &str) -> String {
    format!("s{}_", section.to_lowercase().replace('.', "_"))
}

fn tests() -> BTreeSet<&'static str> {
    let lines = SOURCES.iter().flat_map(|source| source.lines());
    lines
        .filter_map(|line| line.strip_prefix("fn s")?.split_once('(').map(|_| line))
        .filter_map(|line| line.strip_prefix("fn "))
        .filter(|name| name[1..].starts_with(|c: char| c.is_ascii_digit()))
        .collect()
}

#[test]
fn every_rule_of_the_loop_has_a_test_named_after_it() {
    let tests = tests();
    let missing: Vec<&str> = HERE
        .into_iter()
        .chain(SOURCES_OF_CHANCE)
        .filter(|section| !tests.iter().any(|test| test.starts_with(&prefix(section))))
        .collect();
    assert!(missing.is_empty(), "no test is named after {missing:?}");
}

#[test]
fn every_test_is_named_after_a_rule() {
    let prefixes: Vec<String> = HERE
        .into_iter()
        .chain(SOURCES_OF_CHANCE)
        .map(prefix)
        .chain(["s13_fixed_".to_owned()])
        .collect();
    let others: Vec<&str> = tests()
        .into_iter()
        .filter(|test| !prefixes.iter().any(|prefix| test.starts_with(prefix)))
        .collect();
    assert!(others.is_empty(), "there is no such rule: {others:?}");
}

#[test]
fn every_other_rule_has_a_recording() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance");
    for (section, what, program) in RECORDED {
        assert!(
            folder.join(program).is_file(),
            "{section}, {what}: there is no {program}"
        );
    }
}
