//! Texts that are no JSON, and what V8 says of them.

/// How versions of V8 say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// Before Node 20: the token alone.
    Old,
    /// Node 20: what was expected, and the text.
    Plain,
    /// Since Node 22: with line and column.
    Placed,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// Where, in code units.
    at: usize,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    /// The text ends too early.
    End,
    /// A character that nothing begins with.
    Token,
    /// A message with the position behind it.
    At(&'static str),
}

impl Failure {
    pub(super) fn message(&self, text: &[u16], is_object: bool, words: Words) -> String {
        let show = |range: &[u16]| String::from_utf16_lossy(range);
        if words == Words::Old {
            let at = self.at;
            let Some(unit) = text.get(at) else {
                return "Unexpected end of JSON input".to_owned();
            };
            return match show(&[*unit]).as_str() {
                "\"" => format!("Unexpected string in JSON at position {at}"),
                token if token.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
                    format!("Unexpected number in JSON at position {at}")
                }
                token => format!("Unexpected token {token} in JSON at position {at}"),
            };
        }
        match &self.what {
            What::End => "Unexpected end of JSON input".to_owned(),
            What::At(expected) => {
                let at = self.at;
                let place = if words == Words::Placed {
                    let before = show(&text[..at.min(text.len())]);
                    let line = before.matches('\n').count() + 1;
                    let start = before.rfind('\n').map_or(0, |at| at + 1);
                    let column = before[start..].encode_utf16().count() + 1;
                    format!(" (line {line} column {column})")
                } else {
                    String::new()
                };
                let of = if expected.ends_with("JSON") {
                    ""
                } else {
                    " in JSON"
                };
                format!("{expected}{of} at position {at}{place}")
            }
            What::Token => {
                let whole = show(text);
                if is_object
                    || matches!(
                        whole.as_str(),
                        "undefined" | "NaN" | "Infinity" | "[object Object]"
                    )
                {
                    return format!("\"{whole}\" is not valid JSON");
                }
                let token = show(&text[self.at..=self.at]);
                // Of a long text V8 shows ten characters before and behind.
                const AROUND: usize = 10;
                let (start, end) = (self.at.saturating_sub(AROUND), self.at + AROUND);
                let shown = if text.len() <= 40 {
                    format!("\"{whole}\"")
                } else if self.at < AROUND {
                    format!("\"{}\"...", show(&text[..end]))
                } else if self.at >= text.len() - AROUND {
                    format!("...\"{}\"", show(&text[start..]))
                } else {
                    format!("...\"{}\"...", show(&text[start..end]))
                };
                format!("Unexpected token '{token}', {shown} is not valid JSON")
            }
        }
    }
}

/// Reads a text as V8's parser does, to where it fails.
pub(super) struct Scanner<'a> {
    text: &'a [u16],
    at: usize,
}

impl Scanner<'_> {
    pub(super) fn failure(text: &[u16]) -> Option<Failure> {
        let mut scanner = Scanner { text, at: 0 };
        let result = scanner.value().and_then(|()| {
            scanner.blank();
            match scanner.peek() {
                None => Ok(()),
                Some(_) => Err(scanner.fail("Unexpected non-whitespace character after JSON")),
            }
        });
        result.err()
    }

    fn peek(&self) -> Option<char> {
        let unit = *self.text.get(self.at)?;
        Some(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(' ' | '\t' | '\n' | '\r')) {
            self.at += 1;
        }
    }

    fn fail(&self, words: &'static str) -> Failure {
        Failure {
            at: self.at,
            what: What::At(words),
        }
    }

    /// At the text's end another message than at a character.
    fn unexpected(&self) -> Failure {
        let what = match self.peek() {
            None => What::End,
            Some('0'..='9' | '-') => What::At("Unexpected number"),
            Some('"') => What::At("Unexpected string"),
            Some(_) => What::Token,
        };
        Failure { at: self.at, what }
    }

    fn token(&self) -> Failure {
        let what = if self.peek().is_none() {
            What::End
        } else {
            What::Token
        };
        Failure { at: self.at, what }
    }

    fn value(&mut self) -> Result<(), Failure> {
        self.blank();
        match self.peek() {
            Some('{') => self.object(),
            Some('[') => self.array(),
            Some('"') => self.string(),
            Some('-' | '0'..='9') => self.number(),
            Some('t') => self.word("true"),
            Some('f') => self.word("false"),
            Some('n') => self.word("null"),
            _ => Err(self.token()),
        }
    }

    fn word(&mut self, word: &str) -> Result<(), Failure> {
        for letter in word.chars() {
            if self.peek() != Some(letter) {
                return Err(self.token());
            }
            self.at += 1;
        }
        Ok(())
    }

    fn object(&mut self) -> Result<(), Failure> {
        self.at += 1;
        self.blank();
        if self.peek() == Some('}') {
            self.at += 1;
            return Ok(());
        }
        let mut expected = "Expected property name or '}'";
        loop {
            self.blank();
            if self.peek() != Some('"') {
                return Err(self.fail(expected));
            }
            self.string()?;
            self.blank();
            if self.peek() != Some(':') {
                return Err(self.fail("Expected ':' after property name"));
            }
            self.at += 1;
            self.value()?;
            self.blank();
            match self.peek() {
                Some('}') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(',') => self.at += 1,
                _ => return Err(self.fail("Expected ',' or '}' after property value")),
            }
            expected = "Expected double-quoted property name";
        }
    }

    fn array(&mut self) -> Result<(), Failure> {
        self.at += 1;
        self.blank();
        if self.peek() == Some(']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.value()?;
            self.blank();
            match self.peek() {
                Some(']') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(',') => self.at += 1,
                _ => return Err(self.fail("Expected ',' or ']' after array element")),
            }
        }
    }

    fn string(&mut self) -> Result<(), Failure> {
        self.at += 1;
        loop {
            match self.peek() {
                None => return Err(self.fail("Unterminated string")),
                Some('"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some('\\') => {
                    self.at += 1;
                    match self.peek() {
                        None => return Err(self.fail("Unterminated string")),
                        Some('u') => {
                            for _ in 0..4 {
                                self.at += 1;
                                if !self.peek().is_some_and(|c| c.is_ascii_hexdigit()) {
                                    return Err(self.fail("Bad Unicode escape"));
                                }
                            }
                        }
                        Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => {}
                        Some(_) => return Err(self.fail("Bad escaped character")),
                    }
                    self.at += 1;
                }
                Some('\0'..='\u{1f}') => {
                    return Err(self.fail("Bad control character in string literal"));
                }
                Some(_) => self.at += 1,
            }
        }
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<(), Failure> {
        if self.peek() == Some('-') {
            self.at += 1;
            if !self.peek().is_some_and(|c| c.is_ascii_digit()) {
                return Err(self.fail("No number after minus sign"));
            }
        }
        if self.peek() == Some('0') {
            self.at += 1;
            if self.peek().is_some_and(|c| c.is_ascii_digit()) {
                return Err(self.unexpected());
            }
        } else {
            self.digits();
        }
        if self.peek() == Some('.') {
            self.at += 1;
            if self.digits() == 0 {
                return Err(self.fail("Unterminated fractional number"));
            }
        }
        if matches!(self.peek(), Some('e' | 'E')) {
            self.at += 1;
            if matches!(self.peek(), Some('+' | '-')) {
                self.at += 1;
            }
            if self.digits() == 0 {
                return Err(self.fail("Exponent part is missing a number"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let failure = Scanner::failure(&units).expect("it is no JSON");
        assert_eq!(failure.message(&units, false, Words::Plain), expect);
    }

    #[test]
    fn texts_that_are_no_json() {
        check("", "Unexpected end of JSON input");
        check(
            "1 2",
            "Unexpected non-whitespace character after JSON at position 2",
        );
        check("{", "Expected property name or '}' in JSON at position 1");
        check(
            "{\"a\":1,}",
            "Expected double-quoted property name in JSON at position 7",
        );
        check("[1,]", "Unexpected token ']', \"[1,]\" is not valid JSON");
        check(
            "[1 2]",
            "Expected ',' or ']' after array element in JSON at position 3",
        );
        check("undefined", "\"undefined\" is not valid JSON");
        check("01", "Unexpected number in JSON at position 1");
        check(
            "{\"name\":\"Alice\",\"age\":30,\"city\":\"Paris\",\"x\":oops,\"and\":\"more text after it\"}",
            "Unexpected token 'o', ...\"aris\",\"x\":oops,\"and\"\"... is not valid JSON",
        );
    }

    #[test]
    fn later_versions_say_line_and_column() {
        let units: Vec<u16> = "{\n a".encode_utf16().collect();
        let failure = Scanner::failure(&units).expect("it is no JSON");
        assert_eq!(
            failure.message(&units, false, Words::Placed),
            "Expected property name or '}' in JSON at position 3 (line 2 column 2)"
        );
    }
}
