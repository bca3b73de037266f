//! Guards parsers, which recurse, against texts that are nested too deep.

use crate::error::Refusal;
use crate::lines::LineIndex;
use crate::tokens::{BracketKind, Token, TokenKind, Tokens};
use crate::trivia::is_line_terminator;

/// How much a level of brackets, or an arrow function, costs.
///
/// Operators in a row and statements in statements (`!!!!x`, `a ? b : c ? d : e`, `else if`) recurse too, with much
/// less stack for each: they cost 1.
const LEVEL: u32 = 10;

/// Refuses a text that is nested deeper than `max_depth` brackets, or what costs as much.
pub(crate) fn check(source: &str, max_depth: u32) -> Result<(), Refusal> {
    // Each level needs a character at least.
    if source.len() <= max_depth as usize {
        return Ok(());
    }
    let mut tokens = Tokens::new(source);
    let mut outermost = Chain::default();
    let mut total = 0;
    let mut ended = false;
    let mut previous_end = 0;
    loop {
        let depth = tokens.brackets.len();
        let operand_next = tokens.operand_next;
        let token = tokens.advance();
        if token.kind == TokenKind::End {
            return Ok(());
        }
        let text = tokens.text(token);
        let opened = tokens.brackets.len() > depth;
        if tokens.brackets.len() < depth {
            // What was counted inside the bracket is over.
            total = outermost.cost()
                + tokens
                    .brackets
                    .iter()
                    .map(|it| it.chain.cost())
                    .sum::<u32>();
        }
        let between = &source[previous_end as usize..token.start as usize];
        previous_end = token.end;
        // Semicolons may be left out at the ends of lines.
        ended |= !operand_next && begins(&token, text) && between.contains(is_line_terminator);
        // A bracket counts at the level that it stands in.
        let index = (tokens.brackets.len() - usize::from(opened)).checked_sub(1);
        let kind = index.map_or(BracketKind::Block, |it| tokens.brackets[it].kind);
        let chain = match index {
            Some(index) => &mut tokens.brackets[index].chain,
            None => &mut outermost,
        };
        total -= chain.cost();
        if text == "," || ended {
            chain.operators = 0;
            chain.conditions = 0;
        }
        if ended && !matches!(text, "else" | "catch" | "finally" | "while") {
            chain.statements = 0;
        }
        chain.count(&token, text, kind);
        total += chain.cost();
        let depth = match token.kind {
            TokenKind::RegularExpression => groups(text),
            _ => tokens.brackets.len() as u32,
        };
        if depth * LEVEL + total > max_depth * LEVEL {
            return Err(refusal(source, token, max_depth));
        }
        ended = kind != BracketKind::Head && ends(&token, text, tokens.operand_next);
    }
}

/// What was opened at one level of brackets, and is not over.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Chain {
    operators: u32,
    statements: u32,
    /// Question marks that wait for their colons.
    conditions: u32,
}

impl Chain {
    fn cost(self) -> u32 {
        self.operators + self.statements
    }

    /// Counts a token at which a parser may go one level down.
    fn count(&mut self, token: &Token, text: &str, inside: BracketKind) {
        let label = inside == BracketKind::Block && self.conditions == 0;
        match (token.kind, text) {
            (TokenKind::Keyword, "if" | "else" | "for" | "while" | "do" | "with" | "try") => {
                self.statements += 1;
            }
            (TokenKind::Punctuator, ":") if label => self.statements += 1,
            (TokenKind::Punctuator, ":") => {
                self.conditions = self.conditions.saturating_sub(1);
                self.operators += 1;
            }
            (TokenKind::Punctuator, "?") => {
                self.conditions += 1;
                self.operators += 1;
            }
            (TokenKind::Punctuator, "=>") => self.operators += LEVEL,
            (TokenKind::Punctuator, ";" | "," | ")" | "]" | "}") => {}
            (TokenKind::Keyword | TokenKind::Punctuator, _)
            | (TokenKind::Identifier, "await" | "yield" | "async") => self.operators += 1,
            _ => {}
        }
    }
}

/// How deep the groups of a regular expression are nested.
fn groups(text: &str) -> u32 {
    let (mut depth, mut deepest) = (0_u32, 0);
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => drop(characters.next()),
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Whether a statement may end with this token.
fn ends(token: &Token, text: &str, operand_next: bool) -> bool {
    token.kind == TokenKind::Punctuator && (text == ";" || (text == "}" && operand_next))
}

/// Whether a statement begins with this token when an operand stands before it.
fn begins(token: &Token, text: &str) -> bool {
    match token.kind {
        TokenKind::Keyword => !matches!(text, "in" | "instanceof" | "extends"),
        TokenKind::Identifier | TokenKind::Number | TokenKind::String => true,
        _ => false,
    }
}

fn refusal(source: &str, token: Token, max_depth: u32) -> Refusal {
    Refusal {
        message: format!(
            "The program is nested more than {max_depth} levels deep here: move a part into a function or variable of its own"
        ),
        span: LineIndex::new(source).span(token.start, token.end),
    }
}
