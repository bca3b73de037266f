//! Text as `util.inspect` prints it: quotes, escapes, property names, lengths. Pure: code units in, text out.

/// The shortest string that is ever split at its line ends.
const MIN_LINE_LENGTH: usize = 16;

/// A string in quotes, as inside an array or object: `'a'`, `"it's"`, or backquotes when both others occur.
/// Control characters, the backslash and lone surrogates are escaped.
pub fn quote(units: &[u16]) -> String {
    let has = |c: char| units.contains(&(c as u16));
    let interpolates = || units.windows(2).any(|w| w == [b'$' as u16, b'{' as u16]);
    let mark = if !has('\'') {
        '\''
    } else if !has('"') {
        '"'
    } else if !has('`') && !interpolates() {
        '`'
    } else {
        '\''
    };
    let mut text = String::with_capacity(units.len() + 2);
    text.push(mark);
    escape_into(&mut text, units, mark == '\'');
    text.push(mark);
    text
}

/// Text without quotes but with the escapes of [`quote`], single quotes included: symbol keys and hidden keys.
pub fn escape(units: &[u16]) -> String {
    let mut text = String::with_capacity(units.len());
    escape_into(&mut text, units, true);
    text
}

fn escape_into(text: &mut String, units: &[u16], single_quote: bool) {
    for unit in char::decode_utf16(units.iter().copied()) {
        match unit {
            Ok('\'') if single_quote => text.push_str("\\'"),
            Ok('\\') => text.push_str("\\\\"),
            Ok('\u{8}') => text.push_str("\\b"),
            Ok('\t') => text.push_str("\\t"),
            Ok('\n') => text.push_str("\\n"),
            Ok('\u{c}') => text.push_str("\\f"),
            Ok('\r') => text.push_str("\\r"),
            Ok(c @ ('\0'..='\x1f' | '\x7f'..='\u{9f}')) => {
                text.push_str(&format!("\\x{:02X}", c as u32));
            }
            Ok(c) => text.push(c),
            Err(lone) => text.push_str(&format!("\\u{:x}", lone.unpaired_surrogate())),
        }
    }
}

/// The pieces of a string that `util.inspect` prints on lines of their own, each ending with its `\n`.
/// One piece when the string is short for the `width` that is left.
pub fn split_lines(units: &[u16], width: usize) -> Vec<&[u16]> {
    if units.len() <= MIN_LINE_LENGTH || units.len() <= width {
        return vec![units];
    }
    let mut lines: Vec<&[u16]> = units
        .split_inclusive(|&unit| unit == b'\n' as u16)
        .collect();
    if lines.is_empty() {
        lines.push(units);
    }
    lines
}

/// True for names printed without quotes before a colon.
pub fn is_plain_key(units: &[u16]) -> bool {
    let letter =
        |unit: u16| u8::try_from(unit).is_ok_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let digit = |unit: u16| u8::try_from(unit).is_ok_and(|byte| byte.is_ascii_digit());
    units.first().is_some_and(|&first| letter(first))
        && units.iter().all(|&unit| letter(unit) || digit(unit))
}

/// Length in UTF-16 code units: what JavaScript's `length` says.
pub fn utf16_len(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().map(char::len_utf16).sum()
    }
}

/// Indents every line but the first by `columns`.
pub fn indent_lines(text: &str, columns: usize) -> String {
    if columns == 0 || !text.contains('\n') {
        return text.to_owned();
    }
    text.replace('\n', &format!("\n{}", " ".repeat(columns)))
}

/// `1 more item`, `2 more items`: a count with its noun.
pub fn more(count: usize, noun: &str) -> String {
    format!("{count} more {noun}{}", if count > 1 { "s" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(quote(&text.encode_utf16().collect::<Vec<_>>()), expect);
    }

    #[test]
    fn quotes_are_chosen_as_node_does() {
        check("", "''");
        check("abc", "'abc'");
        check("it's", "\"it's\"");
        check("say \"hi\"", "'say \"hi\"'");
        check("it's \"q\"", "`it's \"q\"`");
        check("`a` 'b' \"c\"", "'`a` \\'b\\' \"c\"'");
        check("'\"${", "'\\'\"${'");
    }

    #[test]
    fn control_characters_are_escaped() {
        check("a\nb\t\\", "'a\\nb\\t\\\\'");
        check("\0\u{8}\u{b}\u{c}\r\x1b", "'\\x00\\b\\x0B\\f\\r\\x1B'");
        check("\x7f\u{80}\u{9f}\u{a0}é", "'\\x7F\\x80\\x9F\u{a0}é'");
    }

    #[test]
    fn lone_surrogates_are_escaped_and_pairs_are_not() {
        assert_eq!(quote(&[0xd83d]), "'\\ud83d'");
        assert_eq!(quote(&[0xde00, 0x61]), "'\\ude00a'");
        check("😀", "'😀'");
    }

    #[test]
    fn long_strings_split_after_line_ends() {
        let units: Vec<u16> = "aaaaaaaaaa\nbbbbbbbbbb\n".encode_utf16().collect();
        assert_eq!(split_lines(&units, 80).len(), 1);
        assert_eq!(
            split_lines(&units, 10)
                .iter()
                .map(|line| line.len())
                .collect::<Vec<_>>(),
            [11, 11]
        );
    }

    #[test]
    fn keys_need_quotes_unless_identifiers() {
        let plain = |key: &str| is_plain_key(&key.encode_utf16().collect::<Vec<_>>());
        assert!(plain("a1_") && plain("_x"));
        assert!(!plain("") && !plain("1a") && !plain("a-b") && !plain("$") && !plain("é"));
    }

    #[test]
    fn lengths_are_code_units() {
        assert_eq!(utf16_len("a😀é"), 4);
    }
}
