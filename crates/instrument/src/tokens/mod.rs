//! A tokenizer that needs no parser: for the nesting guard, which must not recurse, and for the messages of errors.
//!
//! Whether a slash begins a regular expression is told by what stands before it. Where that needs a parser (behind a
//! closing brace), the likelier reading is taken.

mod scan;

use crate::depth::Chain;
use crate::trivia::{is_line_terminator, skip_trivia};
use scan::{punctuator, regular_expression, scan, template};

/// A token of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: TokenKind,
    pub start: u32,
    pub end: u32,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A name, words that are only reserved in some places included.
    Identifier,
    /// A word that is reserved everywhere.
    Keyword,
    PrivateName,
    Number,
    String,
    /// A template, or its part up to, between or behind substitutions.
    Template,
    RegularExpression,
    Punctuator,
    /// What cannot be in a program, such as a string without its end.
    Invalid,
    End,
}

/// An open bracket.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bracket {
    pub kind: BracketKind,
    /// The token that opens it.
    pub open: Token,
    /// What the nesting guard counts at this level.
    pub chain: Chain,
}

/// What an open bracket holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BracketKind {
    /// The arguments of a call.
    Arguments,
    /// The head of `if`, `for`, `while` or `with`.
    Head,
    /// An expression or parameters.
    Parentheses,
    Square,
    /// Statements or the elements of a class.
    Block,
    /// An object.
    Object,
    /// `${`
    Substitution,
}

/// Goes through the tokens of a text.
pub(crate) struct Tokens<'s> {
    source: &'s str,
    at: u32,
    previous: Option<Token>,
    before_previous: Option<Token>,
    /// The brackets that are open behind the last token.
    pub brackets: Vec<Bracket>,
    /// Whether a slash would begin a regular expression.
    pub operand_next: bool,
}

impl<'s> Tokens<'s> {
    pub fn new(source: &'s str) -> Self {
        let hashbang = source.starts_with("#!");
        let at = if hashbang {
            source.find(is_line_terminator).unwrap_or(source.len())
        } else {
            0
        };
        Self {
            source,
            at: at as u32,
            previous: None,
            before_previous: None,
            brackets: Vec::new(),
            operand_next: true,
        }
    }

    pub fn text(&self, token: Token) -> &'s str {
        &self.source[token.start as usize..token.end as usize]
    }

    /// The next token; at the end of the text one of kind `End`, again and again.
    pub fn advance(&mut self) -> Token {
        let start = skip_trivia(self.source, self.at);
        let rest = &self.source[start as usize..];
        let in_template = self
            .brackets
            .last()
            .is_some_and(|bracket| bracket.kind == BracketKind::Substitution);
        let (kind, length) = match rest.chars().next() {
            None => (TokenKind::End, 0),
            Some('}') if in_template => {
                self.brackets.pop();
                template(rest)
            }
            Some('/') if self.operand_next => match regular_expression(rest) {
                Some(length) => (TokenKind::RegularExpression, length),
                None => punctuator(rest),
            },
            Some(first) => scan(rest, first),
        };
        let end = start + length as u32;
        let token = Token { kind, start, end };
        self.at = end;
        self.update(token);
        token
    }

    /// Keeps track of brackets and of what a slash would mean.
    fn update(&mut self, token: Token) {
        let text = self.text(token);
        self.operand_next = match token.kind {
            TokenKind::Keyword => !matches!(text, "this" | "super" | "null" | "true" | "false"),
            TokenKind::Punctuator => !matches!(text, ")" | "]" | "}" | "++" | "--"),
            TokenKind::Template => text.ends_with("${"),
            _ => false,
        };
        match (token.kind, text) {
            (TokenKind::Template, _) if text.ends_with("${") => {
                self.open(BracketKind::Substitution, token)
            }
            (TokenKind::Punctuator, "(") => self.open(self.parenthesis(), token),
            (TokenKind::Punctuator, "[") => self.open(BracketKind::Square, token),
            (TokenKind::Punctuator, "{") => self.open(self.brace(), token),
            (TokenKind::Punctuator, ")" | "]" | "}") => {
                let closed = self.brackets.pop().map(|bracket| bracket.kind);
                self.operand_next =
                    matches!(closed, Some(BracketKind::Head | BracketKind::Block) | None);
            }
            _ => {}
        }
        self.before_previous = self.previous;
        self.previous = Some(token);
    }

    fn open(&mut self, kind: BracketKind, open: Token) {
        self.brackets.push(Bracket {
            kind,
            open,
            chain: Chain::default(),
        });
    }

    fn parenthesis(&self) -> BracketKind {
        let Some(previous) = self.previous else {
            return BracketKind::Parentheses;
        };
        let named_function = self
            .before_previous
            .is_some_and(|token| matches!(self.text(token), "function" | "*" | "get" | "set"));
        match (previous.kind, self.text(previous)) {
            (TokenKind::Keyword, "if" | "for" | "while" | "with") => BracketKind::Head,
            (TokenKind::Keyword, "super" | "import") => BracketKind::Arguments,
            (TokenKind::Identifier, "async") => BracketKind::Parentheses,
            (TokenKind::Identifier, _) if !named_function => BracketKind::Arguments,
            (TokenKind::PrivateName | TokenKind::Template, _) => BracketKind::Arguments,
            (TokenKind::Punctuator, ")" | "]") => BracketKind::Arguments,
            _ => BracketKind::Parentheses,
        }
    }

    fn brace(&self) -> BracketKind {
        let Some(previous) = self.previous else {
            return BracketKind::Block;
        };
        match (previous.kind, self.text(previous)) {
            (TokenKind::Keyword, "else" | "do" | "try" | "finally" | "catch") => BracketKind::Block,
            (TokenKind::Keyword, _) => BracketKind::Object,
            (TokenKind::Punctuator, ")" | "=>" | ";" | "{" | "}" | "]") => BracketKind::Block,
            (TokenKind::Punctuator, _) => BracketKind::Object,
            (TokenKind::Template, _) if self.text(previous).ends_with("${") => BracketKind::Object,
            _ => BracketKind::Block,
        }
    }
}

/// The tokens up to `end`, and the brackets that are open there.
pub(crate) fn tokens_before(source: &str, end: u32) -> (Vec<Token>, Vec<Bracket>) {
    let mut tokens = Tokens::new(source);
    let mut before = Vec::new();
    let mut brackets = Vec::new();
    loop {
        let token = tokens.advance();
        if token.start >= end || token.kind == TokenKind::End {
            return (before, brackets);
        }
        before.push(token);
        brackets.clone_from(&tokens.brackets);
    }
}

/// The token at or behind `at`, read without what stands before it.
pub(crate) fn token_at(source: &str, at: u32) -> Token {
    let start = skip_trivia(source, at);
    let rest = &source[start as usize..];
    let (kind, length) = match rest.chars().next() {
        None => (TokenKind::End, 0),
        Some(first) => scan(rest, first),
    };
    Token {
        kind,
        start,
        end: start + length as u32,
    }
}
