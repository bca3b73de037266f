//! How many columns a text takes in a terminal.

use unicode_width::UnicodeWidthChar;

/// Columns that `text` takes in a terminal, as Node counts them: wide characters and emoji take two, combining marks none.
pub fn display_width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| (32..127).contains(byte)).count();
    }
    let width = |c: char| match c {
        // Regional indicators: Node counts each half of a flag as an emoji.
        '\u{1f1e6}'..='\u{1f1ff}' => 2,
        _ => c.width().unwrap_or(0),
    };
    text.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::display_width;

    #[test]
    fn widths_are_those_of_node() {
        for (text, width) in [
            ("abc", 3),
            ("a\tb\u{7f}", 2),
            ("日本語", 6),
            ("e\u{301}", 1),
            ("❤️", 1),
            ("👍🏽", 4),
            ("👨‍👩‍👧", 6),
            ("🇩🇪", 4),
            ("", 0),
        ] {
            assert_eq!(display_width(text), width, "{text}");
        }
    }
}
