//! Runs the parser.

use oxc_allocator::Allocator;
use oxc_ast::ast::Program;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;

use crate::error::InstrumentError;
use crate::messages::syntax_error;
use crate::{Kind, Options, depth};

/// Parses `source` and gives the syntax tree to `use_program`.
pub(crate) fn with_program<T>(
    source: &str,
    options: &Options,
    use_program: impl FnOnce(&Program<'_>) -> Result<T, InstrumentError>,
) -> Result<T, InstrumentError> {
    depth::check(source, options.max_depth)?;
    let source_type = match options.kind {
        Kind::CommonJs => SourceType::cjs(),
        Kind::Module => SourceType::mjs(),
        Kind::Script | Kind::DirectEval { .. } => SourceType::script(),
    };
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, source_type)
        .with_options(ParseOptions::default())
        .parse();
    if parsed
        .diagnostics
        .iter()
        .any(|it| it.message.starts_with("Flow is"))
    {
        // The parser takes the comment `@flow` for the reason of any error, and keeps the error to itself.
        let unmarked = source.replace("@flow", " flow");
        return with_program(&unmarked, options, use_program);
    }
    if let Some(error) = syntax_error(source, &parsed.diagnostics, options.kind) {
        return Err(error.into());
    }
    use_program(&parsed.program)
}
