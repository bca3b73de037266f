//! Program texts and the places in them that a recording refers to.

use serde::{Deserialize, Serialize};

/// A text that the engine compiled, in the order of compilation; 0 is the main program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceId(pub u32);

/// A probe, numbered through all texts of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProbeId(pub u32);

/// A function of the program, numbered through all texts of a run. A text's body counts as a function: its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FunctionId(pub u32);

/// One text that the engine compiled: a file of the scenario, or code made by `eval` or `new Function`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceUnit {
    /// Its number.
    pub id: SourceId,
    /// The path of the file in the scenario, or a name such as `evalmachine.<anonymous>`.
    pub path: String,
    /// The text as its author wrote it, without probes.
    pub text: String,
    /// The number of the first entry of `probes`.
    pub first_probe: u32,
    /// The places at which the recorder is told that something happens, in order of insertion.
    pub probes: Vec<Probe>,
    /// The number of the first entry of `functions`.
    pub first_function: u32,
    /// The functions in the text; the first is the text's own body.
    pub functions: Vec<FunctionInfo>,
}

/// A place in a text at which the recorder is told that something happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// What happens there.
    pub kind: ProbeKind,
    /// The statement or expression that it stands for, in the author's text.
    pub span: Span,
    /// The function whose body it belongs to.
    pub function: FunctionId,
}

/// What a probe reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProbeKind {
    /// A statement is about to run.
    Statement,
    /// An iteration of a loop begins.
    Loop,
    /// A function's body begins.
    Enter,
    /// An `await`: its operand is known, the function is about to be suspended; and again when it is resumed.
    Await,
    /// A `yield`, likewise.
    Yield,
}

/// A function of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FunctionInfo {
    /// Its name as its place in the text gives it; empty where there is none.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// What sort of function it is.
    pub kind: FunctionKind,
}

/// What sort of function it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FunctionKind {
    /// The body of a text: a CommonJS module, an ES module, a script.
    Program,
    /// An ordinary function, method, arrow function or accessor.
    Ordinary,
    /// A function that may be suspended at `await`.
    Async,
    /// A function that may be suspended at `yield`.
    Generator,
    /// A function that may be suspended at both.
    AsyncGenerator,
    /// A static block or the initialiser of a class field.
    ClassInitializer,
}

/// A stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Offset of its first byte (UTF-8).
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
    /// Line of its beginning, from 1.
    pub line: u32,
    /// Column of its beginning, from 1, in UTF-16 code units as V8 counts.
    pub column: u32,
    /// Line of its end.
    pub end_line: u32,
    /// Column behind its end.
    pub end_column: u32,
}

impl SourceUnit {
    /// The probe with this number, if it is in this text.
    pub fn probe(&self, id: ProbeId) -> Option<&Probe> {
        self.probes
            .get(id.0.checked_sub(self.first_probe)? as usize)
    }

    /// The function with this number, if it is in this text.
    pub fn function(&self, id: FunctionId) -> Option<&FunctionInfo> {
        self.functions
            .get(id.0.checked_sub(self.first_function)? as usize)
    }
}
