//! The law, tried on real Node: every program prints and throws the same with and without probes, at the same places.

use crate::generated;
use crate::node::{Pair, check};
use crate::support::{Snippet, recordings, snippets};
use loopscope_instrument::{
    FunctionForm, Instrumented, Kind, Options, instrument, instrument_function,
};

fn pairs(snippets: &[Snippet]) -> Vec<Pair> {
    snippets.iter().map(Pair::new).collect()
}

#[test]
fn snippets_behave_the_same() {
    let all = snippets("snippets");
    assert!(all.len() >= 200, "{} snippets", all.len());
    check(&pairs(&all), "plain");
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
    check(&pairs(&some), "windows");
}

/// Recordings that show the text of a function, what is awaited, or a place that V8 takes from the statement around: real Node shows
/// those of the text with probes, and the engine the author's.
const SHOW_TEXTS: [&str; 9] = [
    "api-clone-01.js",
    "api-port-01.js",
    "api-worker-01.js",
    "api-worker-04.js",
    "errobj-04.js",
    "errors-15.js",
    "message-05.js",
    "message-16.js",
    "misc-03.js",
];

#[test]
fn recordings_behave_the_same() {
    let mut all = recordings();
    // Node 20 finds no module syntax in a file that is called `.js`.
    all.retain(|program| !SHOW_TEXTS.contains(&program.file.as_str()));
    all.retain(|program| program.kind != Kind::Module || program.file.ends_with(".mjs"));
    assert!(all.len() >= 300, "{} programs", all.len());
    check(&pairs(&all), "recordings");
}

/// A program that runs code which it has as a string, with and without probes in that string.
fn made(snippet: &Snippet, call: &str, instrumented: &Instrumented, plain: &str) -> Pair {
    let program = |code: &str| {
        let code = serde_json::to_string(code).expect("a string is JSON");
        format!("const code = {code};\nconsole.log('value', {call});")
    };
    Pair {
        name: format!("{}: {} by {call}", snippet.file, snippet.title),
        kind: Kind::CommonJs,
        plain: program(plain),
        probed: program(&instrumented.text),
        // The places in code without a file are not told apart from those in the program.
        map: None,
    }
}

fn options(snippet: &Snippet, kind: Kind) -> Options {
    Options {
        explain_errors: snippet.explains(),
        mark_divisors: true,
        count_work: true,
        ..Options::new(kind, "program.js")
    }
}

#[test]
fn code_that_eval_runs_behaves_the_same() {
    let mut all = Vec::new();
    for snippet in snippets("snippets") {
        let text = &snippet.text;
        for (kind, call) in [
            (Kind::DirectEval { strict: false }, "eval(code)"),
            (Kind::Script, "(0, eval)(code)"),
        ] {
            if kind == Kind::Script && snippet.file != "eval.js" {
                continue;
            }
            if let Ok(probed) = instrument(text, &options(&snippet, kind)) {
                all.push(made(&snippet, call, &probed, text));
            }
        }
    }
    assert!(all.len() >= 250, "{} pieces", all.len());
    check(&all, "eval");
}

#[test]
fn code_that_function_runs_behaves_the_same() {
    let mut all = Vec::new();
    for snippet in snippets("snippets") {
        let form = FunctionForm::Ordinary;
        let probed = instrument_function("", &snippet.text, form, &options(&snippet, Kind::Script));
        if let Ok(probed) = probed {
            // Evaluated, the instrumented text is the function; so is this, which the constructor makes of the author's.
            let plain = format!("(function anonymous(\n) {{\n{}\n}})", snippet.text);
            all.push(made(&snippet, "(0, eval)(code)()", &probed, &plain));
        }
    }
    assert!(all.len() >= 150, "{} pieces", all.len());
    check(&all, "function");
}

#[test]
fn generated_programs_behave_the_same() {
    let programs = generated::programs(200).into_iter().enumerate();
    let all: Vec<_> = programs
        .map(|(number, text)| Snippet {
            file: "generated".to_owned(),
            title: number.to_string(),
            kind: Kind::CommonJs,
            text,
        })
        .collect();
    check(&pairs(&all), "generated");
}
