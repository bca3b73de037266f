//! V8's message and place for what the parser complains about.
//!
//! Both parsers stop at the first token that cannot go on, so the token tells most messages ([`unexpected_token`]).
//! The rest is in [`table`]: the complaints that V8 words in its own way. What V8 underlines was read off Node 20;
//! `tests/syntax-errors` holds the recordings.

mod special;
mod table;

use oxc_diagnostics::OxcDiagnostic;

use crate::Kind;
use crate::error::SyntaxError;
use crate::tokens::{BracketKind, Token, TokenKind, token_at, tokens_before};
use table::{Answer, TABLE};

/// The error that V8 would report for the first of the parser's complaints.
pub(crate) fn syntax_error(
    source: &str,
    diagnostics: &[OxcDiagnostic],
    kind: Kind,
) -> Option<SyntaxError> {
    let first = first_of(diagnostics)?;
    let (start, end) = label(first, 0);
    let complaint = Complaint {
        source,
        kind,
        text: &first.message,
        start,
        end,
        second: label(first, 1),
    };
    if kind != Kind::Module
        && let Some(error) = complaint.module_declaration()
    {
        return Some(error);
    }
    Some(complaint.answer())
}

/// V8's error for a token at or behind `at` that cannot stand there.
pub(crate) fn unexpected_token(source: &str, at: u32) -> SyntaxError {
    let token = token_at(source, at);
    let word = &source[token.start as usize..token.end as usize];
    let message = match token.kind {
        TokenKind::End => "Unexpected end of input".to_owned(),
        TokenKind::Identifier | TokenKind::PrivateName => format!("Unexpected identifier '{word}'"),
        TokenKind::Keyword if word == "enum" => "Unexpected reserved word".to_owned(),
        TokenKind::Keyword | TokenKind::Punctuator => format!("Unexpected token '{word}'"),
        TokenKind::Number => "Unexpected number".to_owned(),
        TokenKind::String => "Unexpected string".to_owned(),
        TokenKind::Template => "Unexpected template string".to_owned(),
        TokenKind::RegularExpression => "Unexpected regular expression".to_owned(),
        TokenKind::Invalid => "Invalid or unexpected token".to_owned(),
    };
    SyntaxError::new(source, message, token.start, token.end)
}

/// The complaint about the earliest place.
fn first_of(diagnostics: &[OxcDiagnostic]) -> Option<&OxcDiagnostic> {
    let vague = |it: &OxcDiagnostic| it.message.starts_with("Unexpected token");
    let first = diagnostics.iter().min_by_key(|it| label(it, 0).0)?;
    // What the tokenizer complains about is more to the point than the parser's word for the same token.
    let exact = diagnostics.iter().find(|it| !vague(it));
    match exact {
        Some(exact) if vague(first) && label(exact, 0).0 < label(first, 0).1 => Some(exact),
        _ => Some(first),
    }
}

/// The bytes that a label covers.
fn label(diagnostic: &OxcDiagnostic, index: usize) -> (u32, u32) {
    match diagnostic.labels.get(index) {
        Some(label) => {
            let start = label.offset();
            (start, start + label.len())
        }
        None => (0, 0),
    }
}

/// What the parser complains about.
struct Complaint<'s> {
    source: &'s str,
    kind: Kind,
    text: &'s str,
    /// The bytes of its first label.
    start: u32,
    end: u32,
    /// The bytes of its second label.
    second: (u32, u32),
}

impl Complaint<'_> {
    fn answer(&self) -> SyntaxError {
        let rows = TABLE
            .iter()
            .filter(|(prefix, _)| self.text.starts_with(prefix));
        rows.map(|(_, answer)| answer)
            .find_map(|answer| self.follow(answer))
            .unwrap_or_else(|| self.offending_token())
    }

    fn follow(&self, answer: &Answer) -> Option<SyntaxError> {
        Some(match answer {
            Answer::Label(message) => self.error(*message, self.start, self.end),
            Answer::SecondLabel(message) => self.error(*message, self.second.0, self.second.1),
            Answer::FirstToken(message) => {
                self.at_token(*message, token_at(self.source, self.start))
            }
            Answer::TokenBefore(message) => self.at_token(*message, self.previous(self.start)?),
            Answer::Part(message, from, length) => {
                self.error(*message, self.start + from, self.start + from + length)
            }
            Answer::UnexpectedBehind => self.unexpected(self.end),
            Answer::Special(special) => return special(self),
        })
    }

    fn error(&self, message: impl Into<String>, start: u32, end: u32) -> SyntaxError {
        SyntaxError::new(self.source, message, start, end)
    }

    fn at_token(&self, message: impl Into<String>, token: Token) -> SyntaxError {
        self.error(message, token.start, token.end)
    }

    /// The token at or behind `at` cannot stand there.
    fn unexpected(&self, at: u32) -> SyntaxError {
        let token = token_at(self.source, at);
        if self.kind == Kind::Module && self.word(token) == "await" {
            return self.at_token("Unexpected reserved word", token);
        }
        unexpected_token(self.source, at)
    }

    /// The parser's complaint says nothing that the token does not.
    fn offending_token(&self) -> SyntaxError {
        let (tokens, _) = tokens_before(self.source, self.start);
        if let Some(at) = tokens.iter().find(|it| self.word(**it) == "@") {
            return self.at_token("Invalid or unexpected token", *at);
        }
        match tokens.last() {
            Some(last) if self.word(*last) == "export" => self.unexpected(last.start),
            _ => self.unexpected(self.start),
        }
    }

    fn previous(&self, at: u32) -> Option<Token> {
        tokens_before(self.source, at).0.last().copied()
    }

    fn word(&self, token: Token) -> &str {
        &self.source[token.start as usize..token.end as usize]
    }

    /// The innermost bracket that is open at the first label.
    fn innermost(&self) -> Option<BracketKind> {
        let (_, brackets) = tokens_before(self.source, self.start);
        brackets.last().map(|it| it.kind)
    }

    /// An `import` or `export` declaration before the complaint: where no module is expected V8 stops there.
    fn module_declaration(&self) -> Option<SyntaxError> {
        let (tokens, _) = tokens_before(self.source, self.start.max(1));
        let mut depth = 0_i32;
        let mut statement = true;
        for (index, token) in tokens.iter().enumerate() {
            let word = self.word(*token);
            let next = tokens.get(index + 1).copied();
            let next = next.unwrap_or_else(|| token_at(self.source, token.end));
            if depth == 0 && statement && token.kind == TokenKind::Keyword {
                let expression = matches!(self.word(next), "(" | ".");
                let message = match word {
                    "import" if !expression => "Cannot use import statement outside a module",
                    "export" => "Unexpected token 'export'",
                    _ => "",
                };
                if !message.is_empty() {
                    return Some(self.at_token(message, *token).of_module_syntax());
                }
            }
            match word {
                "{" | "(" | "[" => depth += 1,
                "}" | ")" | "]" => depth -= 1,
                _ => {}
            }
            let between = &self.source[token.end as usize..next.start.max(token.end) as usize];
            statement = matches!(word, ";" | "}") || between.contains(['\n', '\r']);
        }
        None
    }
}
