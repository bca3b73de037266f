//! Offsets to lines and columns, as V8 counts them.

use loopscope_model::Span;

/// Where the lines of a text begin, and what is needed to count columns in UTF-16 code units.
#[derive(Debug)]
pub(crate) struct LineIndex<'s> {
    text: &'s str,
    /// Offset of each line's first byte.
    starts: Vec<u32>,
    ascii: bool,
}

impl<'s> LineIndex<'s> {
    pub fn new(text: &'s str) -> Self {
        Self {
            text,
            starts: line_starts(text),
            ascii: text.is_ascii(),
        }
    }

    /// Line and column, both from 1.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let before = &self.text[start as usize..offset as usize];
        let column = if self.ascii {
            before.len()
        } else {
            before.encode_utf16().count()
        };
        (line as u32, column as u32 + 1)
    }

    /// The stretch from `start` to `end`, widened to whole characters and cut to the text.
    pub fn span(&self, start: u32, end: u32) -> Span {
        let start = self.text.floor_char_boundary(start as usize) as u32;
        let end = self.text.ceil_char_boundary(end as usize) as u32;
        let (line, column) = self.position(start);
        let (end_line, end_column) = self.position(end);
        Span {
            start,
            end,
            line,
            column,
            end_line,
            end_column,
        }
    }
}

/// Offsets at which lines begin: 0, and behind each line terminator of ECMAScript, CRLF counting as one.
pub(crate) fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    let mut at = 0;
    while at < bytes.len() {
        let terminator = match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
            b'\n' | b'\r' => 1,
            // U+2028 LINE SEPARATOR and U+2029 PARAGRAPH SEPARATOR.
            0xE2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])) => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        at += terminator;
        starts.push(at as u32);
    }
    starts
}
