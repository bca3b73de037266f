//! The list of insertions, and the text that they make.

use std::ops::Range;

/// An insertion into the author's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edit {
    /// Offset in the author's text, in bytes.
    pub at: u32,
    /// Length of the inserted text, in bytes.
    pub bytes: u32,
    /// Length of the inserted text, in UTF-16 code units.
    pub units: u32,
}

/// Insertions in the order in which they were asked for; those at the same offset keep that order.
#[derive(Debug, Default)]
pub(crate) struct Edits {
    list: Vec<(u32, Range<usize>)>,
    buffer: String,
}

impl Edits {
    /// Inserts `text` before the byte at `at`.
    pub fn insert(&mut self, at: u32, text: &str) {
        let start = self.buffer.len();
        self.buffer.push_str(text);
        self.list.push((at, start..self.buffer.len()));
    }

    /// Whether something asked for lately is inserted exactly at `at`.
    ///
    /// Only meaningful while nothing behind `at` was visited yet.
    pub fn any_at(&self, at: u32) -> bool {
        // Insertions at a later offset cannot have been asked for, those at an earlier one end the search.
        self.list.last().is_some_and(|(offset, _)| *offset == at)
    }

    /// The text with all insertions, and where they are, sorted.
    ///
    /// A space comes before an insertion that would make one word with what stands before it: `return!a`.
    pub fn apply(mut self, source: &str) -> (String, Vec<Edit>) {
        self.list.sort_by_key(|(at, _)| *at);
        let mut text = String::with_capacity(source.len() + self.buffer.len());
        let mut edits = Vec::with_capacity(self.list.len());
        let mut done = 0;
        for (at, range) in self.list {
            let piece = &self.buffer[range];
            text.push_str(&source[done..at as usize]);
            done = at as usize;
            let start = text.len();
            if piece.starts_with(is_word_part) && text.ends_with(is_word_part) {
                text.push(' ');
            }
            text.push_str(piece);
            edits.push(Edit {
                at,
                bytes: (text.len() - start) as u32,
                units: text[start..].encode_utf16().count() as u32,
            });
        }
        text.push_str(&source[done..]);
        (text, edits)
    }
}

/// Whether a character may be in a name, a keyword or a number.
fn is_word_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '\u{200C}' | '\u{200D}')
}
