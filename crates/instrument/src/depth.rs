//! Guards parsers, which recurse, against texts that are nested too deep.

use crate::error::Refusal;
use crate::lines::LineIndex;
use crate::tokens::{BracketKind, Token, TokenKind, Tokens};
use crate::trivia::is_line_terminator;

/// How many operators and keywords in a row count as one level of brackets.
///
/// `!!!!x`, `a => b => c`, `a ? b : c ? d : e` and `else if` recurse too, with less stack for each.
const CHAIN_PER_LEVEL: u32 = 10;

/// Refuses a text whose brackets are nested deeper than `max_depth`.
pub(crate) fn check(source: &str, max_depth: u32) -> Result<(), Refusal> {
    // Each level needs a character at least.
    if source.len() <= max_depth as usize {
        return Ok(());
    }
    let mut tokens = Tokens::new(source);
    // Operators and keywords since the last separator, outside of brackets and in all open ones.
    let mut outermost = 0;
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
            total = outermost + tokens.brackets.iter().map(|it| it.chain).sum::<u32>();
        }
        // A bracket counts at the level that it stands in.
        let index = (tokens.brackets.len() - usize::from(opened)).checked_sub(1);
        let kind = index.map(|index| tokens.brackets[index].kind);
        let level = match index {
            Some(index) => &mut tokens.brackets[index].chain,
            None => &mut outermost,
        };
        let separated = text == "," && !matches!(kind, None | Some(BracketKind::Block));
        let continued = matches!(text, "else" | "catch" | "finally" | "while");
        let between = &source[previous_end as usize..token.start as usize];
        previous_end = token.end;
        // Semicolons may be left out at the ends of lines.
        ended |= !operand_next && begins(&token, text) && between.contains(is_line_terminator);
        if separated || (ended && !continued) {
            total -= *level;
            *level = 0;
        }
        if counts(&token, text) {
            *level += 1;
            total += 1;
        }
        if tokens.brackets.len() as u32 > max_depth || total > max_depth * CHAIN_PER_LEVEL {
            return Err(refusal(source, token, max_depth));
        }
        let statements = !matches!(kind, Some(BracketKind::Head));
        ended = statements && ends(&token, text, tokens.operand_next);
    }
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

/// Whether a parser may go one level down at this token.
fn counts(token: &Token, text: &str) -> bool {
    match token.kind {
        TokenKind::Keyword => true,
        TokenKind::Identifier => matches!(text, "await" | "yield" | "async"),
        TokenKind::Punctuator => !matches!(text, ";" | "," | ")" | "]" | "}"),
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
