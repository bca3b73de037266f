//! Offsets to lines and columns, as V8 counts them.

use loopscope_model::Span;

/// Where the lines of a text begin, and what is needed to count columns in UTF-16 code units.
#[derive(Debug)]
pub(crate) struct LineIndex<'s> {
    text: &'s str,
    /// Offset of each line's first byte.
    starts: Vec<u32>,
    /// Code units before each block of [`BLOCK`] bytes; empty if each byte is one.
    units: Vec<u32>,
}

/// Lines can be as long as the text: counting goes on from the block before.
const BLOCK: usize = 256;

impl<'s> LineIndex<'s> {
    pub fn new(text: &'s str) -> Self {
        let mut units = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for block in text.as_bytes().chunks(BLOCK) {
                units.push(count);
                count += code_units(block);
            }
        }
        Self {
            text,
            starts: line_starts(text),
            units,
        }
    }

    /// Line and column, both from 1.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let column = self.units_before(offset) - self.units_before(self.starts[line - 1]);
        (line as u32, column + 1)
    }

    /// How many code units stand before an offset.
    fn units_before(&self, offset: u32) -> u32 {
        match self.units.get(offset as usize / BLOCK) {
            Some(units) => {
                let block = offset as usize / BLOCK * BLOCK;
                units + code_units(&self.text.as_bytes()[block..offset as usize])
            }
            // All bytes are one code unit, or the text ends at the end of a block.
            None if self.units.is_empty() => offset,
            None => code_units(self.text.as_bytes()),
        }
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

/// How many UTF-16 code units a piece of UTF-8 text has, counted at the bytes that characters begin with.
fn code_units(bytes: &[u8]) -> u32 {
    let units = |byte: &u8| match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    };
    bytes.iter().map(units).sum()
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
