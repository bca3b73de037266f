//! White space and comments.

/// Offset of the first byte at or behind `at` that is neither white space nor in a comment.
pub(crate) fn skip_trivia(source: &str, at: u32) -> u32 {
    let mut rest = &source[source.ceil_char_boundary(at as usize)..];
    loop {
        rest = rest.trim_start_matches(is_white_space);
        let comment_end = if rest.starts_with("//") {
            rest.find(is_line_terminator).unwrap_or(rest.len())
        } else if let Some(comment) = rest.strip_prefix("/*") {
            comment.find("*/").map_or(rest.len(), |end| end + 4)
        } else {
            return (source.len() - rest.len()) as u32;
        };
        rest = &rest[comment_end..];
    }
}

/// Whether `c` ends a line.
pub(crate) fn is_line_terminator(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn is_white_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}
