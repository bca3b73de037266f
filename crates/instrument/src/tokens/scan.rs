//! Where a single token ends.

use super::TokenKind;
use crate::trivia::is_line_terminator;

/// Kind and length of the token that `rest` begins with.
pub(super) fn scan(rest: &str, first: char) -> (TokenKind, usize) {
    match first {
        '"' | '\'' => string(rest, first),
        '`' => template(rest),
        '0'..='9' => number(rest),
        '.' if rest[1..].starts_with(|c: char| c.is_ascii_digit()) => number(rest),
        '#' if rest[1..].starts_with(is_identifier_part) => {
            (TokenKind::PrivateName, 1 + word(&rest[1..]))
        }
        _ if is_identifier_part(first) => {
            let length = word(rest);
            let kind = if is_keyword(&rest[..length]) {
                TokenKind::Keyword
            } else {
                TokenKind::Identifier
            };
            (kind, length)
        }
        _ => punctuator(rest),
    }
}

fn word(rest: &str) -> usize {
    let mut end = 0;
    loop {
        let tail = &rest[end..];
        end += if tail.starts_with("\\u{") {
            tail.find('}').map_or(tail.len(), |close| close + 1)
        } else if tail.starts_with('\\') {
            tail.len().min(2)
        } else {
            match tail.chars().next() {
                Some(c) if is_identifier_part(c) => c.len_utf8(),
                _ => return end,
            }
        };
        // A backslash before a character of several bytes is no escape, but must not be cut.
        while !rest.is_char_boundary(end) {
            end += 1;
        }
    }
}

fn is_identifier_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '\\' | '\u{200C}' | '\u{200D}')
}

fn number(rest: &str) -> (TokenKind, usize) {
    let mut end = 0;
    let mut previous = ' ';
    for c in rest.chars() {
        let exponent = matches!(previous, 'e' | 'E') && !rest.starts_with("0x");
        let part = c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
        let sign = exponent && matches!(c, '+' | '-');
        if !(part || sign) {
            break;
        }
        end += 1;
        previous = c;
    }
    (TokenKind::Number, end)
}

fn string(rest: &str, quote: char) -> (TokenKind, usize) {
    let mut characters = rest.char_indices().skip(1);
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => {
                if let Some((_, '\r')) = characters.next()
                    && rest[at + 2..].starts_with('\n')
                {
                    characters.next();
                }
            }
            '\n' | '\r' => return (TokenKind::Invalid, at),
            _ if c == quote => return (TokenKind::String, at + 1),
            _ => {}
        }
    }
    (TokenKind::Invalid, rest.len())
}

/// A template from a backtick or from the brace that ends a substitution.
pub(super) fn template(rest: &str) -> (TokenKind, usize) {
    let mut characters = rest.char_indices().skip(1);
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => {
                characters.next();
            }
            '`' => return (TokenKind::Template, at + 1),
            '$' if rest[at + 1..].starts_with('{') => return (TokenKind::Template, at + 2),
            _ => {}
        }
    }
    (TokenKind::Invalid, rest.len())
}

/// The length of a regular expression; `None` if it does not end on its line.
pub(super) fn regular_expression(rest: &str) -> Option<usize> {
    let mut in_class = false;
    let mut characters = rest.char_indices().skip(1);
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => {
                characters.next().filter(|(_, c)| !is_line_terminator(*c))?;
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => return Some(at + 1 + word(&rest[at + 1..])),
            _ if is_line_terminator(c) => return None,
            _ => {}
        }
    }
    None
}

pub(super) fn punctuator(rest: &str) -> (TokenKind, usize) {
    const LONG: [&str; 31] = [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==",
        "!=", "<=", ">=", "&&", "||", "??", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=",
        "^=", "<<", "**",
    ];
    if let Some(long) = LONG.iter().find(|long| rest.starts_with(**long)) {
        return (TokenKind::Punctuator, long.len());
    }
    if rest.starts_with(">>") {
        return (TokenKind::Punctuator, 2);
    }
    if rest.starts_with("?.") && !rest[2..].starts_with(|c: char| c.is_ascii_digit()) {
        return (TokenKind::Punctuator, 2);
    }
    let first = rest.chars().next().unwrap_or(' ');
    let kind = if "{}()[].;,<>+-*/%&|^!~?:=".contains(first) {
        TokenKind::Punctuator
    } else {
        TokenKind::Invalid
    };
    (kind, first.len_utf8().min(rest.len()))
}

/// Words that are reserved everywhere.
fn is_keyword(word: &str) -> bool {
    const KEYWORDS: [&str; 36] = [
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "import",
        "in",
        "instanceof",
        "new",
        "null",
        "return",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "var",
        "void",
        "while",
        "with",
    ];
    KEYWORDS.contains(&word)
}
