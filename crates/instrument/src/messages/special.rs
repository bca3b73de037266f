//! Complaints whose answer depends on what stands around.

use super::Complaint;
use crate::Kind;
use crate::error::SyntaxError;
use crate::tokens::{BracketKind, Token, TokenKind, token_at, tokens_before};

type Answer = Option<SyntaxError>;

pub(super) fn missing_semicolon(it: &Complaint<'_>) -> Answer {
    let next = token_at(it.source, it.start);
    let before = &it.source[..it.start as usize];
    if before.ends_with("let") && next.kind == TokenKind::Identifier {
        let message = "Lexical declaration cannot appear in a single-statement context";
        return Some(it.error(message, it.start - 3, it.start));
    }
    if it.word(next) == "=>" && before.ends_with(')') {
        // Parentheses that hold something else than parameters.
        let (tokens, brackets) = tokens_before(it.source, it.start - 1);
        let open = brackets.last()?.open;
        let inside = tokens.iter().filter(|token| token.start > open.start);
        let element: Vec<&Token> = inside.take_while(|token| it.word(**token) != ",").collect();
        let (first, last) = (element.first()?, element.last()?);
        let message = "Invalid destructuring assignment target";
        return Some(it.error(message, first.start, last.end));
    }
    None
}

pub(super) fn missing_parenthesis(it: &Complaint<'_>) -> Answer {
    let (tokens, brackets) = tokens_before(it.source, it.start);
    let last = tokens.last()?;
    let in_call = brackets.last()?.kind == BracketKind::Arguments;
    let operand = last.kind != TokenKind::Punctuator || matches!(it.word(*last), ")" | "]" | "}");
    // V8 underlines the last token that it could use.
    (in_call && operand).then(|| it.at_token("missing ) after argument list", *last))
}

pub(super) fn unclosed_substitution(it: &Complaint<'_>) -> Answer {
    let (tokens, brackets) = tokens_before(it.source, it.start);
    let last = tokens.last()?;
    let substitution = brackets.last()?.kind == BracketKind::Substitution;
    substitution.then(|| it.at_token("Missing } in template expression", *last))
}

/// `{ 'a' }`: a key that is no name wants a value.
pub(super) fn bare_key(it: &Complaint<'_>) -> Answer {
    let key = it.previous(it.start)?;
    let literal = matches!(
        key.kind,
        TokenKind::String | TokenKind::Number | TokenKind::Keyword
    );
    let closed = matches!(it.word(token_at(it.source, it.start)), "}" | ",");
    (literal && closed).then(|| it.unexpected(key.start))
}

/// `class A { constructor = 1 }`
pub(super) fn constructor_field(it: &Complaint<'_>) -> Answer {
    let key = it.previous(it.start)?;
    let field = matches!(it.word(token_at(it.source, it.start)), "=" | ";" | "}");
    let message = "Classes may not have a field named 'constructor'";
    (field && it.word(key) == "constructor").then(|| it.at_token(message, key))
}

/// `class A { x: number }`
pub(super) fn typed_field(it: &Complaint<'_>) -> Answer {
    Some(it.unexpected(it.previous(it.start)?.start))
}

pub(super) fn private_name(it: &Complaint<'_>) -> Answer {
    let (tokens, _) = tokens_before(it.source, it.start);
    let name = tokens.last()?;
    let message = format!(
        "Private field '{}' must be declared in an enclosing class",
        it.word(*name)
    );
    let before = tokens.iter().rev().nth(1).unwrap_or(name);
    Some(it.at_token(message, *before))
}

pub(super) fn unterminated(it: &Complaint<'_>) -> Answer {
    let template = it.source[it.start as usize..].starts_with(['`', '}']);
    if template {
        let end = it.source.len() as u32;
        return Some(it.error("Unexpected end of input", end, end));
    }
    let literal = it.source[it.start as usize..it.end as usize].trim_end_matches(['\n', '\r']);
    let end = it.start + literal.len() as u32;
    Some(it.error("Invalid or unexpected token", it.start, end))
}

/// A number that is not over where it should be: V8 underlines the part that is one. Or a stray `#`.
pub(super) fn bad_number(it: &Complaint<'_>) -> Answer {
    let before = &it.source[..it.start as usize];
    if before.ends_with('#') {
        return Some(it.error("Invalid or unexpected token", it.start - 1, it.start));
    }
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let number = before.trim_end_matches(part).len() as u32;
    let message = if before.ends_with('_') {
        "Numeric separators are not allowed at the end of numeric literals"
    } else {
        "Invalid or unexpected token"
    };
    (number < it.start).then(|| it.error(message, number, it.start))
}

pub(super) fn bad_escape(it: &Complaint<'_>) -> Answer {
    let escape = it.source[it.start as usize..].trim_start_matches(['\\', '`', '}']);
    let message = match escape.chars().next() {
        Some('x') => "Invalid hexadecimal escape sequence",
        Some('0'..='9') => "Octal escape sequences are not allowed in template strings",
        _ => "Invalid Unicode escape sequence",
    };
    let end = (it.end as usize + 1).min(it.source.len());
    let end = if it.source.is_char_boundary(end) {
        end as u32
    } else {
        it.end
    };
    Some(it.error(message, it.start, end))
}

pub(super) fn bad_flags(it: &Complaint<'_>) -> Answer {
    let literal = it.previous(it.start + 1)?;
    Some(it.error(
        "Invalid regular expression flags",
        literal.start,
        literal.start + 1,
    ))
}

pub(super) fn misplaced_await(it: &Complaint<'_>) -> Answer {
    let (start, end) = (it.start, it.end);
    if it.kind == Kind::Module {
        return Some(it.error("Unexpected reserved word", start, end));
    }
    // V8 reads a name; what it then misses depends on where it is.
    Some(match it.innermost() {
        Some(BracketKind::Arguments) => it.error("missing ) after argument list", start, end),
        Some(BracketKind::Substitution) => it.error("Missing } in template expression", start, end),
        None | Some(BracketKind::Block) => {
            let message =
                "await is only valid in async functions and the top level bodies of modules";
            it.error(message, start, end).of_module_syntax()
        }
        Some(_) => it.unexpected(end),
    })
}

pub(super) fn yield_as_name(it: &Complaint<'_>) -> Answer {
    let message = match it.kind {
        Kind::Module => "Unexpected strict mode reserved word",
        _ => "Unexpected identifier 'yield'",
    };
    Some(it.error(message, it.start, it.end))
}

pub(super) fn misplaced_yield(it: &Complaint<'_>) -> Answer {
    Some(match it.kind {
        Kind::Module => it.error("Unexpected strict mode reserved word", it.start, it.end),
        _ => it.unexpected(it.start + "yield".len() as u32),
    })
}

pub(super) fn import_meta(it: &Complaint<'_>) -> Answer {
    let start = it.end - "meta".len() as u32;
    let error = it.error("Cannot use 'import.meta' outside a module", start, it.end);
    Some(error.of_module_syntax())
}

pub(super) fn last_token(it: &Complaint<'_>) -> Answer {
    Some(it.unexpected(it.previous(it.end)?.start))
}

/// `x as T`
pub(super) fn type_operator(it: &Complaint<'_>) -> Answer {
    let (tokens, _) = tokens_before(it.source, it.end);
    let mut operators = tokens
        .iter()
        .rev()
        .filter(|token| matches!(it.word(**token), "as" | "satisfies"));
    Some(it.unexpected(operators.next()?.start))
}

pub(super) fn bad_target(it: &Complaint<'_>) -> Answer {
    let (start, end) = (it.start, it.end);
    let next = token_at(it.source, end);
    let next_word = it.word(next);
    let previous = it.previous(start);
    let previous_word = previous.map_or("", |token| it.word(token));
    let behind = token_at(it.source, next.end);
    let message = "Invalid left-hand side in assignment";
    Some(match (previous_word, next_word) {
        ("++" | "--", _) => it.error(
            "Invalid left-hand side expression in prefix operation",
            start,
            end,
        ),
        (_, "++" | "--") => it.error(
            "Invalid left-hand side expression in postfix operation",
            start,
            end,
        ),
        (_, "of" | "in") => it.error("Invalid left-hand side in for-loop", start, end),
        (_, word) if word.ends_with('=') => it.error(message, start, end),
        ("(", ")") if it.word(behind).ends_with('=') => it.error(message, start - 1, next.end),
        _ => it.error("Invalid destructuring assignment target", start, end),
    })
}

pub(super) fn rest_not_last(it: &Complaint<'_>) -> Answer {
    let message = "Rest parameter must be last formal parameter";
    let (tokens, brackets) = tokens_before(it.source, it.end);
    let open = brackets.last()?.open;
    let before = tokens.iter().rev().find(|token| token.start < open.start);
    // Of a function V8 has read the comma when it finds out, of an arrow function it has not.
    let named = before
        .is_some_and(|token| matches!(token.kind, TokenKind::Identifier | TokenKind::Keyword));
    Some(if named {
        it.error(message, it.end, it.end + 1)
    } else {
        it.at_token(message, *tokens.last()?)
    })
}

pub(super) fn rest_with_default(it: &Complaint<'_>) -> Answer {
    let (tokens, _) = tokens_before(it.source, it.end);
    let mut signs = tokens
        .iter()
        .filter(|token| token.start > it.start && it.word(**token) == "=");
    let message = "Rest parameter may not have a default initializer";
    Some(it.at_token(message, *signs.next()?))
}

/// `a ?? b || c`: the operator that may not stand beside the one before it.
pub(super) fn mixed_operators(it: &Complaint<'_>) -> Answer {
    let (tokens, _) = tokens_before(it.source, it.end);
    let mut operators = tokens
        .iter()
        .filter(|token| token.start >= it.start)
        .filter(|token| matches!(it.word(**token), "??" | "||" | "&&"));
    let first = it.word(*operators.next()?);
    let other = operators.find(|token| (it.word(**token) == "??") != (first == "??"))?;
    Some(it.unexpected(other.start))
}

pub(super) fn unary_before_power(it: &Complaint<'_>) -> Answer {
    let message = "Unary operator used immediately before exponentiation expression. \
                   Parenthesis must be used to disambiguate operator precedence";
    let operator = token_at(it.source, it.end);
    Some(it.error(message, it.start, operator.end))
}

pub(super) fn single_declaration(it: &Complaint<'_>) -> Answer {
    let keyword = token_at(it.source, it.start);
    let message = match it.word(keyword) {
        "const" => "Unexpected token 'const'",
        _ => "Lexical declaration cannot appear in a single-statement context",
    };
    Some(it.at_token(message, keyword))
}

pub(super) fn second_default(it: &Complaint<'_>) -> Answer {
    let keyword = token_at(it.source, it.second.0);
    Some(it.at_token("More than one default clause in switch statement", keyword))
}

pub(super) fn several_bindings(it: &Complaint<'_>) -> Answer {
    let keyword = token_at(it.source, it.start);
    let first = token_at(it.source, keyword.end);
    let form = if it.text.contains("for...of") {
        "for-of"
    } else {
        "for-in"
    };
    let message = format!("Invalid left-hand side in {form} loop: Must have a single binding.");
    Some(it.error(message, first.start, it.end))
}

pub(super) fn duplicate_export(it: &Complaint<'_>) -> Answer {
    let name = it.text.strip_prefix("Duplicated export ")?;
    let (start, end) = it.second;
    Some(it.error(format!("Duplicate export of {name}"), start, end))
}
