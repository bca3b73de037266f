//! Functions that are made of strings: `new Function("a", "return a")`.

use oxc_allocator::Allocator;
use oxc_ast::ast::{Expression, Function, Program, Statement};
use oxc_ast_visit::VisitJs;
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType};
use oxc_syntax::scope::ScopeFlags;

use crate::error::{InstrumentError, SyntaxError};
use crate::messages::syntax_error;
use crate::probes::Probes;
use crate::{Instrumented, Kind, Options, depth, early, finish, levels};

/// Which constructor makes the function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionForm {
    /// `Function`
    Ordinary,
    /// The constructor of `async function` objects.
    Async,
    /// The constructor of `function*` objects.
    Generator,
    /// The constructor of `async function*` objects.
    AsyncGenerator,
}

impl FunctionForm {
    fn prefix(self) -> &'static str {
        match self {
            Self::Ordinary => "function",
            Self::Async => "async function",
            Self::Generator => "function*",
            Self::AsyncGenerator => "async function*",
        }
    }
}

/// Inserts probes into the function that a constructor such as `Function` makes of `parameters`, which the caller has
/// joined by commas, and `body`.
///
/// The instrumented text is an expression in parentheses, `(function anonymous(a,b⏎) {⏎…⏎})`: evaluated as a script
/// in the global scope it gives the function. V8 shows the same text, without probes, as its `toString`.
///
/// # Errors
/// As [`crate::instrument`]; `options.kind` is not looked at.
pub fn instrument_function(
    parameters: &str,
    body: &str,
    form: FunctionForm,
    options: &Options,
) -> Result<Instrumented, InstrumentError> {
    let prefix = form.prefix();
    let head = format!("({prefix} anonymous({parameters}\n)");
    let source = format!("{head} {{\n{body}\n}})");
    depth::check(&source, options.max_depth)?;
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, &source, SourceType::script()).parse();
    if let Some(error) = syntax_error(&source, &parsed.diagnostics, Kind::Script) {
        return Err(error.into());
    }
    // A bracket in either part may end it and begin something else: the whole is a function, the parts are none.
    let Some(function) = sole_function(&parsed.program) else {
        return Err(SyntaxError::new(&source, "Unexpected token ')'", 0, 1).into());
    };
    let parameters_end = function.params.span.end as usize;
    if parameters_end != head.len() {
        let message = "Arg string terminates parameters early";
        return Err(SyntaxError::new(&source, message, 0, 1).into());
    }
    levels::check(&source, &parsed.program, options.major)?;
    early::check(&source, &parsed.program, Kind::Script)?;
    let mut probes = Probes::new(&source, options);
    probes.enter_program();
    probes.visit_function(function, ScopeFlags::Function);
    Ok(finish(&source, probes, options))
}

/// The function, if that in its parentheses is all the text holds.
fn sole_function<'b, 'a>(program: &'b Program<'a>) -> Option<&'b Function<'a>> {
    let [Statement::ExpressionStatement(statement)] = program.body.as_slice() else {
        return None;
    };
    let Expression::ParenthesizedExpression(parentheses) = &statement.expression else {
        return None;
    };
    let whole = parentheses.span.end as usize == program.source_text.len();
    match &parentheses.expression {
        Expression::FunctionExpression(function) if whole => {
            let body_end = function.span().end + 1;
            (body_end == parentheses.span.end).then_some(function)
        }
        _ => None,
    }
}
