//! Places at which an expression may throw, with what V8's messages say about them.
//!
//! V8 names the expression that failed: `obj.f(...).bar is not a function`. Interpreters that only know positions and
//! values get the words from here. Which messages there are, and which part of the expression each shows, was taken
//! from what real Node prints; `tests/conformance/message-*.js` has it.

mod names;
mod render;

use oxc_ast::ast::{BindingPattern, Expression, ObjectPattern, PropertyKey};
use oxc_span::GetSpan;

pub use names::{is_declared_around, uninitialized_name};
pub(crate) use render::render;

/// A place of the author's text at which something is checked before it can fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The place that V8 reports, as an offset in bytes.
    pub at: u32,
    /// What is done there.
    pub kind: SiteKind,
}

/// What is done at a [`Site`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteKind {
    /// A property of the value is read or written.
    Member,
    /// A private member of the value is used, with its name as it is written: `#name`.
    Private(String),
    /// The value is iterated by `for`-`of`, or spread in an array. What V8's message says of it.
    Iterate(String),
    /// The value is iterated by `for await`.
    IterateAsync(String),
    /// The value is spread in the arguments of a call.
    SpreadArgument(String),
    /// The value is taken apart by an array pattern, or given to `yield*`; without a text V8 shows the value itself.
    ArrayPattern(Option<String>),
    /// The value is taken apart by an object pattern.
    ObjectPattern {
        /// The pattern's first property, if its name is written out.
        first: Option<String>,
        /// The value's expression.
        text: String,
    },
    /// The value is the parent of a class.
    Heritage,
    /// The value is the right operand of `in`; the left one comes as an argument behind.
    In,
    /// The value is assigned, in strict mode code, to a property of the object that comes as an argument behind: the one
    /// with this name, or the one whose key comes behind the object.
    Assign(Option<String>),
    /// A property of the value is deleted in strict mode code: the one with this name, or the one whose key comes as an
    /// argument behind.
    Delete(Option<String>),
}

/// A call, `new` or tagged template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSite {
    /// Where interpreters see it: the opening parenthesis of a call, the keyword `new`; an offset in bytes.
    pub key: u32,
    /// Where V8 sees it.
    pub at: u32,
    /// What is called, as V8 writes it.
    pub text: String,
    /// Whether it is a part of an optional chain, or a tagged template: interpreters may give no place for these.
    pub unplaced: bool,
    /// The arguments as V8 shows their values, as far as the text tells them; empty for the others.
    pub arguments: Vec<String>,
}

/// A pattern that is no initialised declaration: in parameters, nested, in the head of a loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternSite {
    /// Where its first property is.
    pub at: u32,
    /// Whether it is an array pattern.
    pub array: bool,
    /// The first property, if its name is written out.
    pub first: Option<String>,
    /// How V8 names the value: `.for`, a default; nothing where it shows the value itself.
    pub text: Option<String>,
    /// Whether it is inside of another pattern.
    pub nested: bool,
    /// Which parameter of a function it is.
    pub parameter: Option<usize>,
}

/// What is known of the expressions of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sites {
    /// Numbered as in the calls of probes.
    pub checked: Vec<Site>,
    /// Sorted by `key`.
    pub calls: Vec<CallSite>,
    /// In the order of the text.
    pub patterns: Vec<PatternSite>,
}

impl Sites {
    /// A call between two places that interpreters may give no place for.
    pub fn unplaced_call(&self, start: u32, end: u32) -> Option<&CallSite> {
        let mut inside = self.calls.iter().filter(|c| start <= c.at && c.at < end);
        inside.find(|call| call.unplaced)
    }

    /// The call that interpreters see at an offset.
    pub fn call_at(&self, key: u32) -> Option<&CallSite> {
        let index = self.calls.binary_search_by_key(&key, |call| call.key);
        index.ok().map(|index| &self.calls[index])
    }
}

/// Whether an expression is never `null` or `undefined`.
pub(crate) fn is_never_nullish(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::ParenthesizedExpression(it) => is_never_nullish(&it.expression),
        Expression::StringLiteral(_)
        | Expression::NumericLiteral(_)
        | Expression::BigIntLiteral(_)
        | Expression::BooleanLiteral(_)
        | Expression::RegExpLiteral(_)
        | Expression::TemplateLiteral(_)
        | Expression::ArrayExpression(_)
        | Expression::ObjectExpression(_)
        | Expression::FunctionExpression(_)
        | Expression::ArrowFunctionExpression(_)
        | Expression::ClassExpression(_)
        | Expression::NewExpression(_)
        | Expression::BinaryExpression(_)
        | Expression::UpdateExpression(_)
        | Expression::ImportExpression(_)
        | Expression::ImportMeta(_)
        | Expression::Super(_) => true,
        _ => false,
    }
}

/// How V8 shows the value of an argument, if the text tells it.
pub(crate) fn shown(expression: &Expression<'_>) -> String {
    match without_parentheses(expression) {
        Expression::StringLiteral(it) => it.value.to_string(),
        it @ (Expression::NumericLiteral(_)
        | Expression::BooleanLiteral(_)
        | Expression::NullLiteral(_)) => render(it),
        Expression::Identifier(id) if id.name == "undefined" => "undefined".to_owned(),
        Expression::ObjectExpression(_) => "#<Object>".to_owned(),
        Expression::ArrayExpression(_) => "[object Array]".to_owned(),
        Expression::RegExpLiteral(_) => "[object RegExp]".to_owned(),
        Expression::NewExpression(it) => format!("#<{}>", render(&it.callee)),
        _ => String::new(),
    }
}

/// Whether a part of an optional chain may be cut short, so that nothing can be written around it.
pub(crate) fn is_in_optional_chain(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::StaticMemberExpression(it) => it.optional || is_in_optional_chain(&it.object),
        Expression::ComputedMemberExpression(it) => it.optional || is_in_optional_chain(&it.object),
        Expression::PrivateFieldExpression(it) => it.optional || is_in_optional_chain(&it.object),
        Expression::CallExpression(it) => it.optional || is_in_optional_chain(&it.callee),
        _ => false,
    }
}

/// How V8 names what `for`-`of` or a spread cannot iterate.
pub(crate) fn iterated(expression: &Expression<'_>) -> String {
    match without_parentheses(expression) {
        Expression::CallExpression(call) => {
            let callee = render(&call.callee);
            format!("{callee} is not a function or its return value")
        }
        other => render(other),
    }
}

/// How V8 names what an array pattern cannot take apart.
pub(crate) fn taken_apart(expression: &Expression<'_>) -> Option<String> {
    match without_parentheses(expression) {
        Expression::CallExpression(call) => match &call.callee {
            Expression::Identifier(_) => Some(iterated(expression)),
            _ => None,
        },
        it @ (Expression::Identifier(_)
        | Expression::NumericLiteral(_)
        | Expression::BooleanLiteral(_)
        | Expression::NullLiteral(_)
        | Expression::ObjectExpression(_)) => Some(render(it)),
        _ => None,
    }
}

/// The name of a pattern's first property, if it is written out, and where it is.
pub(crate) fn first_property(pattern: &ObjectPattern<'_>) -> (Option<String>, u32) {
    let Some(first) = pattern.properties.first() else {
        return (None, pattern.span.start);
    };
    let name = if first.computed {
        None
    } else {
        property_name(&first.key)
    };
    let at = match &first.value {
        BindingPattern::BindingIdentifier(id) => id.span.start,
        BindingPattern::AssignmentPattern(it) => it.left.span().start,
        other => other.span().start,
    };
    (name, at)
}

/// The name of a property, if it is written out.
pub(crate) fn property_name(key: &PropertyKey<'_>) -> Option<String> {
    match key {
        PropertyKey::StaticIdentifier(it) => Some(it.name.to_string()),
        PropertyKey::StringLiteral(it) => Some(it.value.to_string()),
        PropertyKey::NumericLiteral(it) => Some(render::number(it.value)),
        _ => None,
    }
}

pub(crate) fn without_parentheses<'b, 'a>(mut it: &'b Expression<'a>) -> &'b Expression<'a> {
    while let Expression::ParenthesizedExpression(inner) = it {
        it = &inner.expression;
    }
    it
}
