//! What holds for every text: without its probes the instrumented text is the author's program, every probe of the
//! table is in the text, places and texts of functions are found again.

use crate::support::{Snippet, recordings, snippets};
use crate::tree::tree;
use loopscope_instrument::{Instrumented, Kind, Options, instrument, names};
use loopscope_model::source::ProbeKind;
use oxc_allocator::Allocator;
use oxc_ast::ast::{ArrowFunctionExpression, Function, MethodDefinition, MethodDefinitionKind};
use oxc_ast_visit::{VisitJs, walk_js};
use oxc_parser::Parser;
use oxc_span::SourceType;
use oxc_syntax::scope::ScopeFlags;
use proptest::prelude::*;

/// The snippets, and the programs whose recordings are this project's reference.
fn programs() -> Vec<Snippet> {
    let mut all = snippets("snippets");
    all.extend(recordings());
    assert!(all.len() > 350, "{} programs", all.len());
    all
}

#[test]
fn without_its_probes_the_text_is_the_program() {
    for program in programs() {
        check_tree(&program.text, program.kind);
    }
}

/// Also in ways to compile it that it was not written for, if it is a program there.
#[test]
fn without_its_probes_the_text_is_the_program_however_compiled() {
    for program in programs() {
        for kind in [
            Kind::CommonJs,
            Kind::Module,
            Kind::Script,
            Kind::DirectEval { strict: false },
            Kind::DirectEval { strict: true },
        ] {
            if instrument(&program.text, &Options::new(kind, "program.js")).is_ok() {
                check_tree(&program.text, kind);
            }
        }
    }
}

#[track_caller]
fn check_tree(text: &str, kind: Kind) {
    let options = Options {
        mark_classes: true,
        ..Options::new(kind, "program.js")
    };
    let instrumented = instrument(text, &options).expect("a program");
    let before = tree(&instrumented.unit.text, kind).expect("the author's text is a program");
    let after = tree(&instrumented.text, kind)
        .unwrap_or_else(|error| panic!("{error}\n{}", instrumented.text));
    assert!(
        before == after,
        "{text}\n---\n{}\n{before:#}\n{after:#}",
        instrumented.text
    );
}

#[test]
fn every_probe_of_the_table_is_in_the_text() {
    for program in programs() {
        let options = Options {
            first_probe: 100,
            first_function: 50,
            ..Options::new(program.kind, "program.js")
        };
        let instrumented = instrument(&program.text, &options).expect("a program");
        let mut seen: Vec<u32> = Vec::new();
        for (at, _) in instrumented.text.match_indices('ǃ') {
            let Some((name, arguments)) = instrumented.text[at..].split_once('(') else {
                continue;
            };
            let number = |text: &str| text.parse::<u32>().ok();
            let end = arguments.find([',', ')']).expect("arguments end");
            let Some(first) = number(&arguments[..end]) else {
                continue;
            };
            let mut last = first;
            if [names::PROBE, names::SKIP].contains(&name)
                && let Some(rest) = arguments[end..].strip_prefix(',')
            {
                let end = rest.find([',', ')']).expect("arguments end");
                last = number(&rest[..end]).expect("a number");
            }
            if [names::PROBE, names::SKIP, names::RESUME].contains(&name) {
                seen.extend(first..=last);
            }
        }
        seen.sort_unstable();
        let count = instrumented.unit.probes.len() as u32;
        assert_eq!(
            seen,
            (100..100 + count).collect::<Vec<_>>(),
            "{}",
            instrumented.text
        );
        for probe in &instrumented.unit.probes {
            assert!(instrumented.unit.function(probe.function).is_some());
            let span = probe.span;
            let text = &instrumented.unit.text[span.start as usize..span.end as usize];
            assert!(!text.trim().is_empty(), "{probe:?} of {}", program.text);
            match probe.kind {
                ProbeKind::Await => assert!(text.starts_with("await")),
                ProbeKind::Yield => assert!(text.starts_with("yield")),
                ProbeKind::Loop => {
                    let keywords = ["for", "while", "do"];
                    assert!(keywords.iter().any(|it| text.starts_with(it)), "{text}");
                }
                ProbeKind::Statement | ProbeKind::Enter => {}
            }
        }
    }
}

#[test]
fn every_place_is_found_again() {
    for program in programs() {
        check_places(&program.instrument());
        let windows = program.text.replace('\n', "\r\n");
        if let Ok(it) = instrument(&windows, &Options::new(program.kind, "program.js")) {
            check_places(&it);
        }
    }
}

/// Line, column and character of each character of a text, with its column in code points; lines as V8 ends them.
fn places(text: &str) -> Vec<(u32, u32, u32, char)> {
    let (mut line, mut column, mut code_points) = (1, 1, 1);
    let mut places = Vec::new();
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        places.push((line, column, code_points, c));
        column += c.len_utf16() as u32;
        code_points += 1;
        let ends = match c {
            '\r' => characters.peek() != Some(&'\n'),
            _ => matches!(c, '\n' | '\u{2028}' | '\u{2029}'),
        };
        if ends {
            (line, column, code_points) = (line + 1, 1, 1);
        }
    }
    places
}

#[track_caller]
fn check_places(instrumented: &Instrumented) {
    let map = &instrumented.map;
    let head = map.clone().with_head(63);
    let inside = places(&instrumented.text);
    for (line, column, _, c) in places(&instrumented.unit.text) {
        let there = map.instrumented(line, column);
        assert_eq!(map.original(there.0, there.1), (line, column));
        let found = inside
            .iter()
            .find(|it| (it.0, it.1) == there)
            .expect("it is a character");
        // `#!` is written `//`.
        assert!(
            found.3 == c || (line == 1 && column <= 2),
            "{c:?} became {:?}",
            found.3
        );
        assert_eq!(map.utf16_column(found.0, found.2), found.1);
        let shift = if line == 1 { 63 } else { 0 };
        assert_eq!(head.original(there.0, there.1 + shift), (line, column));
        assert_eq!(head.utf16_column(found.0, found.2 + shift), found.1 + shift);
    }
}

/// The functions of a text, with whether they are constructors or other methods, in source order.
#[derive(Default)]
struct Functions {
    spans: Vec<(usize, usize, Option<MethodDefinitionKind>)>,
    method: Option<MethodDefinitionKind>,
}

impl<'a> VisitJs<'a> for Functions {
    fn visit_function(&mut self, it: &Function<'a>, flags: ScopeFlags) {
        let method = self.method.take();
        self.spans
            .push((it.span.start as usize, it.span.end as usize, method));
        walk_js::walk_function(self, it, flags);
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.spans
            .push((it.span.start as usize, it.span.end as usize, None));
        walk_js::walk_arrow_function_expression(self, it);
    }

    fn visit_method_definition(&mut self, it: &MethodDefinition<'a>) {
        self.visit_property_key(&it.key);
        self.method = Some(it.kind);
        self.visit_function(&it.value, ScopeFlags::Function);
    }
}

fn functions(text: &str, kind: Kind) -> Functions {
    let allocator = Allocator::default();
    let source_type = match kind {
        Kind::Module => SourceType::mjs(),
        _ => SourceType::cjs(),
    };
    let parsed = Parser::new(&allocator, text, source_type).parse();
    let mut functions = Functions::default();
    functions.visit_program(&parsed.program);
    functions
}

#[test]
fn texts_of_functions_are_found_again() {
    let mut count = 0;
    for program in programs() {
        let instrumented = program.instrument();
        let before = functions(&instrumented.unit.text, program.kind).spans;
        let after = functions(&instrumented.text, program.kind).spans;
        assert_eq!(before.len(), after.len());
        for (own, probed) in before.into_iter().zip(after) {
            let own_text = &instrumented.unit.text[own.0..own.1];
            let probed_text = &instrumented.text[probed.0..probed.1];
            let found = instrumented
                .original_text(probed_text)
                .expect("it is of this text");
            match own.2 {
                Some(MethodDefinitionKind::Constructor) => {
                    assert!(
                        found.starts_with("class") && found.contains(own_text),
                        "{found}"
                    );
                }
                // What stands before the parentheses belongs to it too.
                Some(_) => assert!(found.ends_with(own_text), "{found} for {own_text}"),
                None if own_text.starts_with('(') && found.ends_with(own_text) => {}
                None => assert_eq!(found, own_text),
            }
            assert!(names::first_probe_in(probed_text).is_some());
            count += 1;
        }
    }
    assert!(count > 1000, "{count} functions");
}

#[test]
fn the_same_text_gives_the_same_answer() {
    for program in programs() {
        let (one, two) = (program.instrument(), program.instrument());
        assert_eq!((one.text, one.unit, one.map), (two.text, two.unit, two.map));
    }
}

/// Pieces that texts are put together of: statements of all forms, with and without semicolons.
const PIECES: [&str; 54] = [
    "f()",
    "(f)()",
    "[a].b",
    "`t`",
    "/r/.x",
    "+a",
    "++a",
    "a++",
    "let a = 1",
    "var a",
    "const b = x => x",
    "if (a) b",
    "if (a) b; else c",
    "if (a) { b }",
    "while (a) b",
    "while (a);",
    "for (;;) break",
    "for (const a of b) c",
    "for (var a in b) { c }",
    "do a\nwhile (b)",
    "do ; while (a)",
    "x: a",
    "x: for (;;) { continue x }",
    "switch (a) { case b: c }",
    "try { a } catch { b } finally { c }",
    "function g() { return }",
    "function* g() { yield\n(a) }",
    "async function g() { await a\n++b }",
    "a = x => y => {}",
    "a = async () => await b",
    "class A { x = y => z; [b]() {} static { c } }",
    "throw a",
    "'use strict'",
    "'s' + 1",
    "({ a, b() {}, get c() { return 1 } })",
    "{ a }",
    ";",
    "// c",
    "/* c */",
    "é = '😀'",
    "a\n",
    "debugger",
    "(class { constructor() { a } })",
    "async\n",
    "if(a)b;else[c]",
    "if(a)!b;else!c",
    "do[a]\nwhile(b)",
    "do-a;while(b)",
    "for(a in!b)c",
    "for(a of[b])[c]",
    "function h(){return!a}",
    "function*i(){yield[a],yield}",
    "async()=>{await[a],await-b;throw!c}",
    "switch(a){case!b:[c];default:!d}",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_put_together_of_pieces_keep_the_laws(
        pieces in prop::collection::vec((0..PIECES.len(), 0..5_usize), 0..12),
        kind in prop::sample::select(vec![Kind::CommonJs, Kind::Module, Kind::Script]),
        wrapped in any::<bool>(),
    ) {
        let separators = [";", "\n", " ", "\r\n", "\u{2028}"];
        let mut text = String::new();
        for (piece, separator) in pieces {
            text.push_str(PIECES[piece]);
            text.push_str(separators[separator]);
        }
        if wrapped {
            text = format!("async function* w() {{{text}\n}}");
        }
        if let Ok(instrumented) = instrument(&text, &Options::new(kind, "program.js")) {
            check_tree(&text, kind);
            check_places(&instrumented);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "[a-z(){}\\[\\];,.=>`'\"/\\\\*+$#@!?:é😀\n\r ]{0,60}") {
        for kind in [Kind::CommonJs, Kind::Module, Kind::DirectEval { strict: true }] {
            let _ = instrument(&text, &Options::new(kind, "program.js"));
        }
    }
}
