//! Why a text cannot be instrumented.

use std::fmt;

use loopscope_model::Span;

use crate::lines::LineIndex;

/// Why a text cannot be instrumented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InstrumentError {
    /// Node would throw a `SyntaxError`.
    Syntax(SyntaxError),
    /// Node would run it; here it cannot be run faithfully.
    Refused(Refusal),
}

/// An early error, as V8 reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// V8's message, without `SyntaxError: `.
    pub message: String,
    /// What V8 underlines.
    pub span: Span,
    /// Whether the reason is that module syntax stands in a text that is no module: Node 22 and later then compile
    /// it as a module.
    pub module_syntax: bool,
}

/// A program that cannot be run faithfully here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is refused, and what to do about it.
    pub message: String,
    /// Where it stands.
    pub span: Span,
}

impl SyntaxError {
    /// The error with this message at the bytes from `start` to `end` of `source`.
    pub(crate) fn new(source: &str, message: impl Into<String>, start: u32, end: u32) -> Self {
        Self {
            message: message.into(),
            span: LineIndex::new(source).span(start, end),
            module_syntax: false,
        }
    }

    /// The same, for module syntax in a text that is no module.
    pub(crate) fn of_module_syntax(mut self) -> Self {
        self.module_syntax = true;
        self
    }
}

impl From<SyntaxError> for InstrumentError {
    fn from(error: SyntaxError) -> Self {
        Self::Syntax(error)
    }
}

impl From<Refusal> for InstrumentError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl fmt::Display for InstrumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(it) => write!(f, "SyntaxError: {}", it.message),
            Self::Refused(it) => f.write_str(&it.message),
        }
    }
}

impl std::error::Error for InstrumentError {}
