//! The snippets: small programs that each show one piece of syntax at work.
//!
//! The files in `tests/snippets` hold them one after the other, each below a line `//# title`, with `[module]` or
//! `[script]` behind the title where it is no CommonJS module. `tests/syntax-errors` holds texts that are no programs in
//! the same form; the title is what Node 20 says: the message, line, column and length of what it underlines.

use std::path::{Path, PathBuf};

use loopscope_instrument::{Instrumented, Kind, Options, instrument};

/// Snippets that print an expression as V8's messages show it: V8 shows the checks, the host of a checked text does not.
const WORDED_BY_V8: [&str; 4] = [
    "a call of what is no function",
    "line separators count as line ends",
    "errors have their place in generators and classes",
    "exceptions out of conditions",
];

/// A snippet.
pub struct Snippet {
    pub file: String,
    pub title: String,
    pub kind: Kind,
    pub text: String,
}

impl Snippet {
    /// The snippet with probes.
    #[track_caller]
    pub fn instrument(&self) -> Instrumented {
        let options = Options {
            mark_classes: true,
            explain_errors: !WORDED_BY_V8.contains(&self.title.as_str()),
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
