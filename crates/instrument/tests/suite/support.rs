//! The snippets: small programs that each show one piece of syntax at work.
//!
//! The files in `tests/snippets` hold them one after the other, each below a line `//# title`, with `[module]` or
//! `[script]` behind the title where it is no CommonJS module. `tests/syntax-errors` holds texts that are no programs in
//! the same form; the title is what Node 20 says: the message, line, column and length of what it underlines.

use std::path::{Path, PathBuf};

use loopscope_instrument::{InstrumentError, Instrumented, Kind, Options, instrument};

/// Snippets and recordings that print an expression as V8's messages or Node's lexers show it: real Node shows the
/// checks, the host of a checked text does not.
const WORDED_BY_V8: [&str; 17] = [
    "a call of what is no function",
    "line separators count as line ends",
    "errors have their place in generators and classes",
    "exceptions out of conditions",
    "import-04.js",
    "inspect-04.js",
    "inspect-21.js",
    "lib-as-01.js",
    "message-01.js",
    "message-02.js",
    "message-03.js",
    "message-04.js",
    "message-06.js",
    "message-07.js",
    "message-08.js",
    "message-10.js",
    "message-15.js",
];

/// A snippet.
pub struct Snippet {
    pub file: String,
    pub title: String,
    pub kind: Kind,
    pub text: String,
}

impl Snippet {
    /// Whether it may have the checks.
    pub fn explains(&self) -> bool {
        !WORDED_BY_V8.contains(&self.title.as_str()) && !WORDED_BY_V8.contains(&self.file.as_str())
    }

    /// The snippet with probes.
    #[track_caller]
    pub fn instrument(&self) -> Instrumented {
        let options = Options {
            mark_classes: self.explains(),
            mark_divisors: self.explains(),
            count_work: self.explains(),
            explain_errors: self.explains(),
            ..Options::new(self.kind, "program.js")
        };
        instrument(&self.text, &options)
            .unwrap_or_else(|error| panic!("{}: {}: {error}", self.file, self.title))
    }
}

/// All snippets of a folder in `tests`, in the order of files and lines.
pub fn snippets(folder: &str) -> Vec<Snippet> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folder = tests.join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the snippets are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    files.sort();
    files.iter().flat_map(|file| read(file)).collect()
}

fn read(path: &Path) -> Vec<Snippet> {
    let file = path.file_name().expect("a file").to_string_lossy();
    let text = std::fs::read_to_string(path).expect("snippets are UTF-8");
    let parts = text.strip_prefix("//# ").expect("a title first");
    parts
        .split("\n//# ")
        .map(|part| {
            let (title, text) = part.split_once('\n').unwrap_or((part, ""));
            let (title, kind) = match title.rsplit_once(" [") {
                Some((title, "module]")) => (title, Kind::Module),
                Some((title, "script]")) => (title, Kind::Script),
                _ => (title, Kind::CommonJs),
            };
            Snippet {
                file: file.to_string(),
                title: title.to_owned(),
                kind,
                text: text.to_owned(),
            }
        })
        .collect()
}

/// The programs of `tests/conformance`, in the order of their names.
pub fn recordings() -> Vec<Snippet> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the recordings are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let kind = match path.extension().and_then(|it| it.to_str()) {
            Some("js") => Kind::CommonJs,
            Some("mjs") => Kind::Module,
            _ => continue,
        };
        let text = std::fs::read_to_string(&path).expect("programs are UTF-8");
        let file = path.file_name().expect("a file").to_string_lossy();
        all.push(Snippet {
            file: file.into_owned(),
            title: String::new(),
            kind: kind_of(&text, kind),
            text,
        });
    }
    all
}

/// A program whose syntax is that of an ES module is one, whatever its name says: newer Nodes find that out.
fn kind_of(text: &str, named: Kind) -> Kind {
    match instrument(text, &Options::new(named, "program.js")) {
        Err(InstrumentError::Syntax(error)) if error.module_syntax => Kind::Module,
        _ => named,
    }
}
