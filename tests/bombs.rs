//! Bombs end as they should, natively; `same_bytes.rs` compares them with Wasm.

use loopscope_tests::bombs::{self, Bomb};
use loopscope_tests::{record, scenario, tell};

#[track_caller]
fn check(bombs: Vec<Bomb>) {
    let mut wrong = Vec::new();
    for Bomb { what, program, end } in bombs {
        let told = tell(&record(&scenario("main.js", &program)));
        if told.trim_end() != end {
            wrong.push(format!("{what}: {told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn loops_that_never_end() {
    check(bombs::loops());
}

#[test]
fn tasks_that_never_end() {
    check(bombs::tasks());
}

#[test]
fn texts() {
    check(bombs::text());
}

#[test]
fn arrays() {
    check(bombs::arrays());
}

#[test]
fn numbers() {
    check(bombs::numbers());
}

#[test]
fn regular_expressions() {
    check(bombs::regular_expressions());
}

#[test]
fn recursion() {
    check(bombs::recursion());
}

#[test]
fn inheritance() {
    check(bombs::inheritance());
}

#[test]
fn data_that_grows_while_it_is_written() {
    check(bombs::grown_while_written());
}

#[test]
fn buffers() {
    check(bombs::buffers());
}

#[test]
fn nested_and_long_programs() {
    check(bombs::nested_and_long());
}
