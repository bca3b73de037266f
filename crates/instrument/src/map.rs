//! Where a place of the instrumented text is in the author's text, and back.

use std::collections::BTreeMap;

use crate::edits::Edit;
use crate::lines::line_starts;

/// Maps lines and columns of the instrumented text to the author's text and back.
///
/// Lines are the same in both; columns differ by what was inserted before them. Lines and columns count from 1,
/// columns in UTF-16 code units as V8 counts (see [`PositionMap::utf16_column`] for hosts that count code points).
/// A place inside an insertion belongs to the place where it was inserted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PositionMap {
    /// The lines in which something was inserted, by number from 1.
    lines: BTreeMap<u32, Vec<Insertion>>,
    /// The columns, from 0, of the characters that take two code units in the instrumented text, by line from 1.
    pairs: BTreeMap<u32, Vec<u32>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Insertion {
    /// Column in the author's text, from 0.
    column: u32,
    /// Length in UTF-16 code units.
    units: u32,
}

impl PositionMap {
    /// The map of `edits`, sorted by offset, which made `text` of `source`.
    pub(crate) fn new(source: &str, edits: &[Edit], text: &str) -> Self {
        let starts = line_starts(source);
        let mut lines = BTreeMap::<u32, Vec<Insertion>>::new();
        // Column of the last insertion, so that a long line is walked once.
        let mut known = (0, 0, 0);
        for edit in edits {
            let line = starts.partition_point(|start| *start <= edit.at) as u32;
            let (known_line, known_at, known_column) = known;
            let (from, base) = if known_line == line {
                (known_at, known_column)
            } else {
                (starts[line as usize - 1], 0)
            };
            let piece = &source[from as usize..edit.at as usize];
            let column = base + piece.encode_utf16().count() as u32;
            known = (line, edit.at, column);
            lines.entry(line).or_default().push(Insertion {
                column,
                units: edit.units,
            });
        }
        Self {
            lines,
            pairs: surrogate_pairs(text),
        }
    }

    /// The same map for a text that has `units` UTF-16 code units more at the beginning of its first line, such as
    /// the head of the function that a CommonJS module is wrapped in.
    #[must_use]
    pub fn with_head(mut self, units: u32) -> Self {
        let head = Insertion { column: 0, units };
        self.lines.entry(1).or_default().insert(0, head);
        for column in self.pairs.get_mut(&1).into_iter().flatten() {
            *column += units;
        }
        self
    }

    /// Line and column in the author's text of a line and column in the instrumented text.
    pub fn original(&self, line: u32, column: u32) -> (u32, u32) {
        let at = column.saturating_sub(1);
        let mut inserted = 0;
        for insertion in self.lines.get(&line).into_iter().flatten() {
            let start = insertion.column + inserted;
            if at < start {
                break;
            }
            if at < start + insertion.units {
                return (line, insertion.column + 1);
            }
            inserted += insertion.units;
        }
        (line, at - inserted + 1)
    }

    /// Line and column in the instrumented text of the character at a line and column of the author's text.
    pub fn instrumented(&self, line: u32, column: u32) -> (u32, u32) {
        let at = column.saturating_sub(1);
        let inserted: u32 = self
            .lines
            .get(&line)
            .into_iter()
            .flatten()
            .take_while(|insertion| insertion.column <= at)
            .map(|insertion| insertion.units)
            .sum();
        (line, at + inserted + 1)
    }

    /// The column in UTF-16 code units of a column of the instrumented text that was counted in code points, as
    /// Boa counts. Both from 1.
    pub fn utf16_column(&self, line: u32, code_point_column: u32) -> u32 {
        let mut column = code_point_column;
        for pair in self.pairs.get(&line).into_iter().flatten() {
            if pair + 1 >= column {
                break;
            }
            column += 1;
        }
        column
    }
}

/// The columns, from 0, of the characters outside the basic plane, by line from 1.
fn surrogate_pairs(text: &str) -> BTreeMap<u32, Vec<u32>> {
    let mut pairs = BTreeMap::<u32, Vec<u32>>::new();
    if text.is_ascii() {
        return pairs;
    }
    let starts = line_starts(text);
    for (line, start) in (1..).zip(&starts) {
        let end = starts
            .get(line as usize)
            .map_or(text.len(), |end| *end as usize);
        let mut column = 0;
        for character in text[*start as usize..end].chars() {
            if character.len_utf16() == 2 {
                pairs.entry(line).or_default().push(column);
            }
            column += character.len_utf16() as u32;
        }
    }
    pairs
}
