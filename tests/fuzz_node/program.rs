//! A generated program: a tree that can be written down, and made smaller.

use std::fmt::Write;

/// A statement or an expression: fixed text around what may be exchanged.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// One more than there are children.
    pub text: Vec<String>,
    /// What stands between the texts.
    pub children: Vec<Child>,
}

/// What may be exchanged.
#[derive(Debug, Clone, PartialEq)]
pub enum Child {
    /// Statements, of which each may be left out.
    Block(Vec<Node>),
    /// An expression, for which a plain value may stand.
    Expression(Box<Node>),
}

/// How the main program is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `main.js`
    CommonJs,
    /// `main.mjs`
    EsModule,
}

/// A whole program.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// How it is loaded.
    pub kind: Kind,
    /// Its statements, behind the fixed head.
    pub body: Vec<Node>,
}

impl Node {
    /// Text without children.
    pub fn plain(text: impl Into<String>) -> Node {
        Node {
            text: vec![text.into()],
            children: Vec::new(),
        }
    }

    /// `template` with a child at each `@`.
    pub fn new(template: impl AsRef<str>, children: Vec<Child>) -> Node {
        let text: Vec<String> = template.as_ref().split('@').map(str::to_owned).collect();
        assert_eq!(text.len(), children.len() + 1, "{}", template.as_ref());
        Node { text, children }
    }

    fn write(&self, indent: usize, out: &mut String) {
        for (at, text) in self.text.iter().enumerate() {
            out.push_str(text);
            match self.children.get(at) {
                None => {}
                Some(Child::Expression(node)) => node.write(indent, out),
                Some(Child::Block(block)) => write_block(block, indent, out),
            }
        }
    }

    fn size(&self) -> usize {
        let inner = |child: &Child| match child {
            Child::Block(block) => block.iter().map(Node::size).sum(),
            Child::Expression(node) => node.size(),
        };
        1 + self.children.iter().map(inner).sum::<usize>()
    }
}

fn write_block(block: &[Node], indent: usize, out: &mut String) {
    if block.is_empty() {
        out.push_str("{}");
        return;
    }
    out.push_str("{\n");
    for node in block {
        let _ = write!(out, "{:width$}", "", width = (indent + 1) * 2);
        node.write(indent + 1, out);
        out.push('\n');
    }
    let _ = write!(out, "{:width$}}}", "", width = indent * 2);
}

impl Program {
    /// The name of its file.
    pub fn file(&self) -> &'static str {
        match self.kind {
            Kind::CommonJs => "main.js",
            Kind::EsModule => "main.mjs",
        }
    }

    /// Nodes of the tree.
    pub fn size(&self) -> usize {
        self.body.iter().map(Node::size).sum()
    }

    /// The program's text: what the statements use is declared first.
    pub fn text(&self) -> String {
        let mut body = String::new();
        for node in &self.body {
            node.write(0, &mut body);
            body.push('\n');
        }
        // From the last to the first: a line of the head may use what is declared above it.
        let mut head = String::new();
        for (word, commonjs, module) in HEAD.iter().rev() {
            if uses(&body, word) || uses(&head, word) {
                let line = match self.kind {
                    Kind::CommonJs => commonjs,
                    Kind::EsModule => module,
                };
                head = format!("{line}\n{head}");
            }
        }
        let variables = variables(&body);
        if !variables.is_empty() {
            let _ = writeln!(head, "let {};", variables.join(", "));
        }
        head + &body
    }
}

/// What a program may use, and how it gets it in a CommonJS and in an ES module.
const HEAD: [(&str, &str, &str); 9] = [
    ("fs", "const fs = require('fs');", "import fs from 'fs';"),
    (
        "EventEmitter",
        "const { EventEmitter } = require('events');",
        "import { EventEmitter } from 'events';",
    ),
    (
        "once",
        "const { once } = require('events');",
        "import { once } from 'events';",
    ),
    (
        "timers",
        "const timers = require('timers/promises');",
        "import timers from 'timers/promises';",
    ),
    (
        "AsyncLocalStorage",
        "const { AsyncLocalStorage } = require('async_hooks');",
        "import { AsyncLocalStorage } from 'async_hooks';",
    ),
    ("show", SHOW, SHOW),
    ("busy", BUSY, BUSY),
    ("em", EMITTER, EMITTER),
    ("target", TARGET, TARGET),
];

const SHOW: &str = "const show = (v) => v instanceof Error ? v.message : v && typeof v === 'object' ? JSON.stringify(v) : String(v);";
const BUSY: &str = "const busy = (ms) => { const t = Date.now(); while (Date.now() - t < ms); };";
const EMITTER: &str = "const em = new EventEmitter();";
const TARGET: &str = "const target = new EventTarget();";

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$')
}

fn uses(text: &str, word: &str) -> bool {
    words(text).any(|w| w == word)
}

/// Generated variables are a letter, an underscore and a number.
fn variables(body: &str) -> Vec<&str> {
    let mut found: Vec<&str> = words(body)
        .filter(|word| {
            word.split_once('_').is_some_and(|(letter, number)| {
                letter.len() == 1
                    && !number.is_empty()
                    && number.bytes().all(|b| b.is_ascii_digit())
            })
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
