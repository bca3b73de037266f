//! How entries become lines: grouping the elements of an array in columns, and joining entries on one line or on many.
//! Pure: texts in, text out. The rules are those of Node 20's `util.inspect` (section 12 of the semantics).

use super::options::Compact;
use super::strings::utf16_len;
use super::style;
use super::width::display_width;

/// Columns between two grouped entries: the comma and a space.
const SEPARATOR: usize = 2;
/// A character is about this many times as high as wide; groups aim at a square on the screen.
const CHARACTER_HEIGHT: f64 = 2.5;
/// Arrays with more entries than this are grouped.
const UNGROUPED: usize = 6;
const MAX_COLUMNS: usize = 15;

/// What of the options and of the place in the output bears on the layout.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Columns by which the current object is indented.
    pub indentation: usize,
    /// The option `breakLength`.
    pub break_length: usize,
    /// The option `compact`.
    pub compact: Compact,
    /// The option `colors`: colour codes take no room.
    pub colors: bool,
    /// The option `maxArrayLength`.
    pub max_array_length: usize,
    /// Levels of objects nested inside the last entry that was formatted.
    pub levels_below: i64,
}

/// How [`Layout::group`] fills up columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Numbers: padded on the left.
    Right,
    /// All else: padded on the right.
    Left,
}

impl Layout {
    /// Joins `entries` between `braces`, after `base` (the text of a function, date or error that has properties).
    /// `columns` says that these are elements of an array, which may be grouped, and how.
    pub fn join(
        &self,
        mut entries: Vec<String>,
        base: &str,
        braces: (&str, &str),
        columns: Option<Align>,
    ) -> String {
        let (open, close) = braces;
        let Compact::Levels(levels) = self.compact else {
            return self.join_old_style(&entries, base, braces);
        };
        let head = if base.is_empty() {
            open.to_owned()
        } else {
            format!("{base} {open}")
        };
        if levels >= 1 {
            let ungrouped = entries.len();
            if let Some(align) = columns
                && ungrouped > UNGROUPED
            {
                entries = self.group(entries, align);
            }
            if self.levels_below < i64::from(levels) && ungrouped == entries.len() {
                // Ten columns of slack stand for what else may be on the line.
                let start =
                    entries.len() + self.indentation + utf16_len(open) + utf16_len(base) + 10;
                if self.fits(&entries, start, base) && !entries.iter().any(|e| e.contains('\n')) {
                    return format!("{head} {} {close}", entries.join(", "));
                }
            }
        }
        let margin = format!("\n{}", " ".repeat(self.indentation));
        let separator = format!(",{margin}  ");
        format!(
            "{head}{margin}  {}{margin}{close}",
            entries.join(&separator)
        )
    }

    /// `compact: true`: as few lines as possible, the first entry beside the brace.
    fn join_old_style(
        &self,
        entries: &[String],
        base: &str,
        (open, close): (&str, &str),
    ) -> String {
        let base_after = if base.is_empty() {
            String::new()
        } else {
            format!(" {base}")
        };
        if self.fits(entries, 0, base) {
            return format!("{open}{base_after} {} {close}", entries.join(", "));
        }
        let margin = " ".repeat(self.indentation);
        // A long opening brace would push the first entry out of line with the others.
        let first = if base.is_empty() && utf16_len(open) == 1 {
            " ".to_owned()
        } else {
            format!("{base_after}\n{margin}  ")
        };
        let separator = format!(",\n{margin}  ");
        format!("{open}{first}{} {close}", entries.join(&separator))
    }

    /// True when the entries, a separator for each and `start` more columns fit in `breakLength`.
    fn fits(&self, entries: &[String], start: usize, base: &str) -> bool {
        let mut total = entries.len() + start;
        if total + entries.len() > self.break_length {
            return false;
        }
        for entry in entries {
            total += if self.colors {
                utf16_len(&style::strip(entry))
            } else {
                utf16_len(entry)
            };
            if total > self.break_length {
                return false;
            }
        }
        !base.contains('\n')
    }

    /// Puts the elements of an array in columns, one string a row; gives them back as they are when they are too long
    /// or too different in length. An entry past `maxArrayLength` is the "more items" line and stays alone.
    pub fn group(&self, entries: Vec<String>, align: Align) -> Vec<String> {
        let has_more = self.max_array_length < entries.len();
        let count = entries.len() - usize::from(has_more);
        let widths: Vec<usize> = entries[..count]
            .iter()
            .map(|entry| {
                if self.colors {
                    display_width(&style::strip(entry))
                } else {
                    display_width(entry)
                }
            })
            .collect();
        let total: usize = widths.iter().map(|width| width + SEPARATOR).sum();
        let longest = widths.iter().copied().max().unwrap_or(0);
        let cell = longest + SEPARATOR;
        let three_fit = cell * 3 + self.indentation < self.break_length;
        let alike = total as f64 / cell as f64 > 5.0 || longest <= 6;
        if !three_fit || !alike {
            return entries;
        }
        let columns = self.columns(count, entries.len(), total, cell);
        if columns <= 1 {
            return entries;
        }
        let column_widths: Vec<usize> = (0..columns)
            .map(|column| {
                let in_column = widths.iter().skip(column).step_by(columns);
                in_column.copied().max().unwrap_or(0) + SEPARATOR
            })
            .collect();
        let mut rows = Vec::new();
        for start in (0..count).step_by(columns) {
            let end = (start + columns).min(count);
            let mut row = String::new();
            for i in start..end {
                let is_last = i + 1 == end;
                let separator = if is_last { "" } else { ", " };
                let cell = format!("{}{separator}", entries[i]);
                let room = column_widths[i - start] - if is_last { SEPARATOR } else { 0 };
                let padding = " ".repeat(room.saturating_sub(widths[i] + separator.len()));
                match align {
                    Align::Right => row.extend([padding, cell]),
                    Align::Left if is_last => row.push_str(&cell),
                    Align::Left => row.extend([cell, padding]),
                }
            }
            rows.push(row);
        }
        if has_more {
            rows.push(entries[count].clone());
        }
        rows
    }

    fn columns(&self, count: usize, entries: usize, total: usize, cell: usize) -> usize {
        let Compact::Levels(levels) = self.compact else {
            return 0;
        };
        let bias = (cell as f64 - total as f64 / entries as f64).sqrt();
        let biased = (cell as f64 - 3.0 - bias).max(1.0);
        let square = (CHARACTER_HEIGHT * biased * count as f64).sqrt() / biased;
        // JavaScript rounds halves up; all values are positive.
        let square = (square + 0.5).floor() as usize;
        square
            .min(self.break_length.saturating_sub(self.indentation) / cell)
            .min(levels as usize * 4)
            .min(MAX_COLUMNS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    const LAYOUT: Layout = Layout {
        indentation: 0,
        break_length: 80,
        compact: Compact::Levels(3),
        colors: false,
        max_array_length: 100,
        levels_below: 0,
    };

    fn entries(range: std::ops::Range<u32>) -> Vec<String> {
        range.map(|n| n.to_string()).collect()
    }

    #[track_caller]
    fn check_group(entries: Vec<String>, align: Align, expect: Expect) {
        expect.assert_eq(&LAYOUT.group(entries, align).join("\n"));
    }

    #[test]
    fn numbers_are_grouped_to_the_right() {
        check_group(
            entries(0..7),
            Align::Right,
            expect![[r#"
                0, 1, 2, 3
                4, 5, 6"#]],
        );
        check_group(
            (0..30).map(|n| (n * 10).to_string()).collect(),
            Align::Right,
            expect![[r#"
                  0,  10,  20,  30,  40,  50,  60
                 70,  80,  90, 100, 110, 120, 130
                140, 150, 160, 170, 180, 190, 200
                210, 220, 230, 240, 250, 260, 270
                280, 290"#]],
        );
    }

    #[test]
    fn texts_are_grouped_to_the_left() {
        check_group(
            (0..12).map(|n| format!("'item {n}'")).collect(),
            Align::Left,
            expect![[r#"
                'item 0',  'item 1'
                'item 2',  'item 3'
                'item 4',  'item 5'
                'item 6',  'item 7'
                'item 8',  'item 9'
                'item 10', 'item 11'"#]],
        );
    }

    #[test]
    fn wide_characters_take_two_columns() {
        check_group(
            ["'日'", "'a'", "'b'", "'c'", "'d'", "'e'", "'f'"]
                .map(String::from)
                .to_vec(),
            Align::Left,
            expect![[r#"
                '日', 'a', 'b'
                'c',  'd', 'e'
                'f'"#]],
        );
    }

    #[test]
    fn the_more_items_line_stays_alone() {
        let layout = Layout {
            max_array_length: 8,
            ..LAYOUT
        };
        let mut with_more = entries(0..8);
        with_more.push("... 2 more items".to_owned());
        expect![[r#"
            0, 1, 2, 3
            4, 5, 6, 7
            ... 2 more items"#]]
        .assert_eq(&layout.group(with_more, Align::Right).join("\n"));
    }

    #[test]
    fn long_or_unequal_entries_are_not_grouped() {
        let long: Vec<String> = (0..7).map(|n| format!("{n:>30}")).collect();
        assert_eq!(LAYOUT.group(long.clone(), Align::Left), long);
        let mut unequal = entries(0..6);
        unequal.push("x".repeat(20));
        assert_eq!(LAYOUT.group(unequal.clone(), Align::Left), unequal);
    }

    #[test]
    fn one_line_as_long_as_it_fits() {
        let join = |length: usize| {
            LAYOUT.join(
                vec![format!("k: '{}'", "x".repeat(length))],
                "",
                ("{", "}"),
                None,
            )
        };
        assert!(!join(62).contains('\n'));
        assert!(join(63).contains('\n'));
    }

    #[test]
    fn deep_objects_and_long_bases_break() {
        let deep = Layout {
            levels_below: 3,
            indentation: 2,
            ..LAYOUT
        };
        assert_eq!(
            deep.join(vec!["a: 1".into()], "", ("{", "}"), None),
            "{\n    a: 1\n  }"
        );
        let text = LAYOUT.join(vec!["a: 1".into()], "[Function: f]", ("{", "}"), None);
        assert_eq!(text, "[Function: f] { a: 1 }");
        let text = LAYOUT.join(vec!["a: 1".into()], "Error\n    at f", ("{", "}"), None);
        assert_eq!(text, "Error\n    at f {\n  a: 1\n}");
    }

    #[test]
    fn compact_true_and_false() {
        let two = || vec!["a: 1".to_owned(), "b: 2".to_owned()];
        let never = Layout {
            compact: Compact::Levels(0),
            ..LAYOUT
        };
        assert_eq!(
            never.join(two(), "", ("{", "}"), None),
            "{\n  a: 1,\n  b: 2\n}"
        );
        let always = Layout {
            compact: Compact::Always,
            break_length: 8,
            ..LAYOUT
        };
        assert_eq!(
            always.join(two(), "", ("{", "}"), None),
            "{ a: 1,\n  b: 2 }"
        );
        assert_eq!(
            always.join(two(), "", ("Map {", "}"), None),
            "Map {\n  a: 1,\n  b: 2 }"
        );
    }
}
