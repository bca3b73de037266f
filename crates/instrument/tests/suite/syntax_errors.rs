//! Texts that are no programs: the message and the place that Node 20 gives.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Snippet, snippets};
use loopscope_instrument::{InstrumentError, Kind, Options, Refusal, SyntaxError, instrument};

/// Message, line, column and length, as the titles have them. At the end of a text Node underlines nothing.
fn shown(error: &SyntaxError) -> String {
    let SyntaxError { message, span, .. } = error;
    let line = span.line;
    if span.start == span.end || span.end_line > line {
        return format!("{message} @{line}");
    }
    let length = span.end_column - span.column;
    format!("{message} @{line}:{}+{length}", span.column)
}

/// Node shows no column where the line it shows has none, or where it holds two-byte characters.
fn recorded(snippet: &Snippet, error: &SyntaxError) -> String {
    let title = snippet.title.trim_end_matches(":0+0");
    let shown = shown(error);
    if title.contains('@')
        && title
            .rsplit_once('@')
            .is_some_and(|(_, place)| !place.contains(':'))
    {
        return shown
            .rsplit_once(':')
            .filter(|(_, place)| place.contains('+'))
            .map_or(shown.clone(), |(head, _)| head.to_owned());
    }
    shown
}

#[test]
fn messages_and_places_are_those_of_node() {
    let mut wrong = Vec::new();
    for snippet in snippets("syntax-errors") {
        let title = snippet.title.trim_end_matches(":0+0");
        let got = match instrument(&snippet.text, &Options::new(snippet.kind, "program.js")) {
            Err(InstrumentError::Syntax(error)) => recorded(&snippet, &error),
            other => format!("{:?}", other.map(|it| it.text)),
        };
        if got != title {
            wrong.push(format!(
                "{:?}\n  node: {title}\n  here: {got}",
                snippet.text
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Says what each file of a folder is wrong with, one a line.
const ASK: &str = r"
const fs = require('fs'), vm = require('vm')
const names = ['exports', 'require', 'module', '__filename', '__dirname']
for (const file of fs.readdirSync('.').filter(f => f.endsWith('.txt')).sort()) {
  try {
    vm.compileFunction(fs.readFileSync(file, 'utf8'), names, { filename: 'F' })
    console.log('a program')
  } catch (e) {
    const [, line, , marks] = /^.*?F:(\d+)\n([^\n]*)\n([^\n]*)\n/.exec(e.stack)
    console.log(`${e.message} @${line}:${marks.indexOf('^') + 1}+${marks.split('^').length - 1}`)
  }
}";

/// The recordings of CommonJS texts are what the Node on the PATH says (version 20).
#[test]
fn recordings_are_right() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("syntax-errors");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    let mut texts = snippets("syntax-errors");
    texts.retain(|snippet| snippet.kind == Kind::CommonJs);
    for (number, snippet) in texts.iter().enumerate() {
        fs::write(folder.join(format!("{number:05}.txt")), &snippet.text).expect("it is written");
    }
    let output = Command::new("node")
        .current_dir(&folder)
        .args(["-e", ASK])
        .output()
        .expect("node is on the PATH: install Node 20");
    let said = String::from_utf8_lossy(&output.stdout);
    let recorded: Vec<_> = texts.iter().map(|snippet| snippet.title.as_str()).collect();
    assert!(texts.len() > 300);
    assert_eq!(said.lines().collect::<Vec<_>>(), recorded);
}

#[track_caller]
fn module_syntax(source: &str, expect: bool) {
    match instrument(source, &Options::new(Kind::CommonJs, "program.js")) {
        Err(InstrumentError::Syntax(error)) => assert_eq!(error.module_syntax, expect, "{error:?}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn module_syntax_is_told_from_other_errors() {
    module_syntax("import 'x'", true);
    module_syntax("f()\nimport { a } from 'x'\nlet let = 1", true);
    module_syntax("import { a from 'x'", true);
    module_syntax("export const x = 1", true);
    module_syntax("console.log(import.meta.url)", true);
    module_syntax("await f()", true);
    module_syntax("let x = ;", false);
    module_syntax("import('x'", false);
    module_syntax("let x; let x", false);
}

#[track_caller]
fn refusal(source: &str) -> Refusal {
    match instrument(source, &Options::new(Kind::CommonJs, "program.js")) {
        Err(InstrumentError::Refused(refusal)) => refusal,
        other => panic!("{:?}", other.map(|it| it.text.len())),
    }
}

#[test]
fn names_of_probes_are_refused() {
    assert_eq!(
        refusal("f()\nlet ǃp = 1").message,
        "Names that begin with 'ǃ' are the recorder's: choose another for 'ǃp'"
    );
    assert_eq!(refusal("f()\n  ǃa").span.column, 3);
    refusal("\\u01c3p(1)");
    refusal("function f(ǃ) {}");
    refusal("({ ǃr } = x)");
}

#[test]
fn deep_nesting_is_refused() {
    let forms: [(&str, &str, &str); 23] = [
        ("(", "1", ")"),
        ("[", "", "]"),
        ("{", "", "}"),
        ("x={a:", "1", "}"),
        ("`${", "1", "}`"),
        ("x=>", "1", ""),
        ("function f(){", "", "}"),
        ("x(()=>{", "", "})"),
        ("x=class{a=", "1", "}"),
        ("!", "1", ""),
        ("- ", "1", ""),
        ("1+", "1", ""),
        ("a.", "b", ""),
        ("", "a", "()"),
        ("a=", "1", ""),
        ("a?b:", "1", ""),
        ("1**", "1", ""),
        ("if(a)", ";", ""),
        ("if(a);else ", ";", ""),
        ("for(;;)", ";", ""),
        ("new ", "a", ""),
        ("try{", "", "}finally{}"),
        ("/", "(?:a)", "/"),
    ];
    for (open, inside, close) in forms {
        let source = match open {
            "/" => format!("/{}{}/", "(".repeat(20_000), ")".repeat(20_000)),
            _ => format!("{}{inside}{}", open.repeat(20_000), close.repeat(20_000)),
        };
        assert!(refusal(&source).message.contains("nested"), "{open}");
    }
}

#[test]
fn ordinary_nesting_and_long_texts_are_not_refused() {
    let flat = [
        "f();".repeat(20_000),
        "if (a) { b } else c\n".repeat(20_000),
        format!("x = [{}]", "{ a: [1 + 2], b: !c ? d : e },".repeat(20_000)),
        format!("x = {{{}}}", "a: y => y + 1, ".repeat(20_000)),
        "x = /[(]{/.test(a) ? 'b' : `c`\n".repeat(20_000),
        "class A { f() { return 1 } }\n{}\n"
            .replace("class A", "(class")
            .replace("}\n{}", "});")
            .repeat(2_000),
        "a.b(c => d(() => { e({ f: [g(h)] }) }))\n".repeat(2_000),
        "switch (a) { case 1: case 2: b; break; default: c }\n".repeat(2_000),
        "x".repeat(100_000),
    ];
    for source in flat {
        let options = Options::new(Kind::CommonJs, "program.js");
        let result = instrument(&source, &options);
        assert!(result.is_ok(), "{:?} {}", result.err(), &source[..40]);
    }
}
