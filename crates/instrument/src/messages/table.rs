//! The complaints that V8 words in its own way.

use super::{Complaint, special};
use crate::error::SyntaxError;

/// What V8 says instead of a complaint, and where.
pub(super) enum Answer {
    /// This message, at the complaint's first label.
    Label(&'static str),
    /// This message, at the complaint's second label.
    SecondLabel(&'static str),
    /// This message, at the first token of the complaint's label.
    FirstToken(&'static str),
    /// This message, at the token before the complaint's label.
    TokenBefore(&'static str),
    /// This message, so far behind the beginning of the complaint's label and so long.
    Part(&'static str, u32, u32),
    /// The token behind the complaint's label is unexpected.
    UnexpectedBehind,
    /// It depends; `None` if another row, or the offending token itself, tells.
    Special(fn(&Complaint<'_>) -> Option<SyntaxError>),
}

use Answer::{FirstToken, Label, Part, SecondLabel, Special, TokenBefore, UnexpectedBehind};

/// What a complaint begins with, and what V8 says. The first row that answers counts.
#[rustfmt::skip]
pub(super) const TABLE: &[(&str, Answer)] = &[
    // Tokens that are missing.
    ("Expected a semicolon", Special(special::missing_semicolon)),
    ("Expected `,` or `)`", Special(special::missing_parenthesis)),
    ("Expected `)`", Special(special::missing_parenthesis)),
    ("Expected `}`", Special(special::unclosed_substitution)),
    ("Expected `(`", Special(special::constructor_field)),
    ("Expected `:`", Special(special::bare_key)),
    ("Expected `;` but found `:`", Special(special::typed_field)),
    ("Expected `in`", Special(special::private_name)),
    ("Expected function name", TokenBefore("Function statements require a function name")),
    ("Expected function body", UnexpectedBehind),
    ("Identifier expected after", UnexpectedBehind),
    ("Dynamic imports can only", UnexpectedBehind),
    ("Missing catch", TokenBefore("Missing catch or finally after try")),
    ("Missing initializer in const", Label("Missing initializer in const declaration")),
    ("Missing initializer in destructuring", Label("Missing initializer in destructuring declaration")),
    ("Empty parenthesized", Special(|it| Some(it.unexpected(it.end - 1)))),
    ("Parenthesized expressions may not have a trailing", Special(|it| Some(it.unexpected(it.start + 1)))),
    // Tokens that cannot be read.
    ("Unterminated string", Special(special::unterminated)),
    ("Unterminated regular", Part("Invalid regular expression: missing /", 0, 1)),
    ("Unterminated multiline comment", Label("Invalid or unexpected token")),
    ("Invalid characters after number", Special(special::bad_number)),
    ("Invalid Character", Special(special::bad_number)),
    ("Invalid Character", Label("Invalid or unexpected token")),
    ("Unexpected end of file", Special(special::bad_number)),
    ("Invalid Unicode escape", Label("Invalid Unicode escape sequence")),
    ("Invalid escape sequence", Special(special::bad_escape)),
    ("Bad escape sequence", Special(special::bad_escape)),
    ("Flag ", Special(special::bad_flags)),
    ("Unexpected flag", Special(special::bad_flags)),
    ("HTML comments", Part("HTML comments are not allowed in modules", 3, 1)),
    // Names and words in places of their own.
    ("`await` is only", Special(special::misplaced_await)),
    ("`for await` loops", Label("Unexpected reserved word")),
    ("Cannot use `await`", Label("Unexpected reserved word")),
    ("Cannot use `yield`", Special(special::yield_as_name)),
    ("A 'yield' expression", Special(special::misplaced_yield)),
    ("A 'return' statement", Label("Illegal return statement")),
    ("Unexpected new.target", Part("new.target expression is not allowed here", 4, 6)),
    ("Unexpected import.meta", Special(special::import_meta)),
    ("The only valid property accesses on import", Special(special::last_token)),
    ("'super' can only", Label("'super' keyword unexpected here")),
    ("'new super()'", Label("'super' keyword unexpected here")),
    ("Private fields cannot", Label("Unexpected private field")),
    ("Cannot use new with", Label("Cannot use new with import")),
    ("Type assertion expressions", Special(special::type_operator)),
    ("Type satisfaction", Special(special::type_operator)),
    // Assignments, patterns and parameters.
    ("Cannot assign to this", Special(special::bad_target)),
    ("Invalid left-hand side", Special(special::bad_target)),
    ("Invalid assignment in object literal", Label("Invalid shorthand property initializer")),
    ("A rest element must be last", Label("Rest element must be last element")),
    ("A rest parameter must be last", Special(special::rest_not_last)),
    ("A rest parameter cannot have an initializer", Special(special::rest_with_default)),
    ("A 'get' accessor", Label("Getter must not have any formal parameters.")),
    ("A 'set' accessor", Label("Setter must have exactly one formal parameter.")),
    // Operators.
    ("Logical expressions and coalesce", Special(special::mixed_operators)),
    ("A unary expression", Special(special::unary_before_power)),
    ("Tagged template expressions", Label("Invalid tagged template on optional chain")),
    ("Optional chaining cannot", Label("Invalid optional chain from new expression")),
    ("Invalid optional chain", Label("Invalid optional chain from new expression")),
    // Statements.
    ("Illegal newline after throw", Label("Illegal newline after throw")),
    ("Lexical declaration cannot", Special(special::single_declaration)),
    ("Invalid class declaration", FirstToken("Unexpected token 'class'")),
    ("Async functions can only", FirstToken("Async functions can only be declared at the top level or inside a block.")),
    ("Generators can only", FirstToken("Generators can only be declared at the top level or inside a block.")),
    ("A 'default' clause", Special(special::second_default)),
    ("Only a single declaration", Special(special::several_bindings)),
    ("for-in loop variable", Label("for-in loop variable declaration may not have an initializer.")),
    ("The left-hand side of a `for...of`", Label("The left-hand side of a for-of loop may not be 'async'.")),
    // Classes.
    ("Constructor can't have get/set", Label("Class constructor may not be an accessor")),
    ("Constructor can't be an async", Label("Class constructor may not be an async method")),
    ("Constructor can't be a generator", Label("Class constructor may not be a generator")),
    ("Classes can't have a field named", Label("Classes may not have a field named 'constructor'")),
    ("Classes may not have a field", Label("Classes may not have a field named 'constructor'")),
    ("Classes may not have a static", Label("Classes may not have a static property named 'prototype'")),
    ("Classes can't have an element", Label("Classes may not have a field named 'constructor'")),
    // Modules.
    ("Duplicated export ", Special(special::duplicate_export)),
    ("A module cannot have multiple default", SecondLabel("Identifier '.default' has already been declared")),
];
