//! What a run prints, compared with the run before: which lines are new and which have changed places.

use loopscope_model::EventKind;
use loopscope_model::replay::Recording;

/// More lines than this are not compared one by one.
const MOST: usize = 400;

/// What has become of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It stands where it stood.
    Same,
    /// It was printed as well, elsewhere: its number then, from 1.
    Moved(usize),
    /// It was not printed.
    New,
}

/// What has changed in the output.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// For each line, what has become of it.
    pub lines: Vec<Change>,
    /// How many lines are not printed any more.
    pub gone: usize,
}

impl Comparison {
    /// How many lines are not as they were.
    pub fn changed(&self) -> usize {
        let same = self.lines.iter().filter(|change| **change == Change::Same);
        self.lines.len() - same.count() + self.gone
    }
}

/// The outputs of a recording.
pub fn outputs(recording: &Recording) -> Vec<String> {
    let outputs = recording.outputs().iter();
    let texts = outputs.map(|output| match recording.event(output.event)?.kind {
        EventKind::Output { text, .. } => Some(text),
        _ => None,
    });
    texts.map(Option::unwrap_or_default).collect()
}

/// Compares two outputs: as many lines as can be stay where they are.
pub fn compare(before: &[String], after: &[String]) -> Comparison {
    let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let tails = before[start..]
        .iter()
        .rev()
        .zip(after[start..].iter().rev());
    let end = tails.take_while(|(a, b)| a == b).count();
    let (old, new) = (
        &before[start..before.len() - end],
        &after[start..after.len() - end],
    );
    let mut lines = vec![Change::Same; after.len()];
    let mut left: Vec<bool> = vec![true; old.len()];
    let mut moved: Vec<usize> = (0..new.len()).collect();
    for (a, b) in common(old, new) {
        left[a] = false;
        moved.retain(|at| *at != b);
    }
    for at in moved {
        let was = (0..old.len()).find(|&was| left[was] && old[was] == new[at]);
        lines[start + at] = match was {
            Some(was) => {
                left[was] = false;
                Change::Moved(start + was + 1)
            }
            None => Change::New,
        };
    }
    let gone = left.iter().filter(|left| **left).count();
    Comparison { lines, gone }
}

/// The longest common subsequence of two outputs: places in both.
fn common(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    if old.len().max(new.len()) > MOST {
        return Vec::new();
    }
    let width = new.len() + 1;
    let mut longest = vec![0u32; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            longest[a * width + b] = if old[a] == new[b] {
                longest[(a + 1) * width + b + 1] + 1
            } else {
                longest[(a + 1) * width + b].max(longest[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < old.len() && b < new.len() {
        if old[a] == new[b] {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{Change, compare};

    /// `=` stays, a number is the line that it was, `+` is new.
    #[track_caller]
    fn check(before: &str, after: &str, expect: &str, gone: usize) {
        let lines = |text: &str| -> Vec<String> { text.chars().map(String::from).collect() };
        let found = compare(&lines(before), &lines(after));
        let told: String = found
            .lines
            .iter()
            .map(|change| match change {
                Change::Same => "=".to_owned(),
                Change::Moved(was) => was.to_string(),
                Change::New => "+".to_owned(),
            })
            .collect();
        assert_eq!((told.as_str(), found.gone), (expect, gone));
    }

    #[test]
    fn says_what_has_become_of_each_line() {
        check("abc", "abc", "===", 0);
        check("", "", "", 0);
        check("ab", "", "", 2);
        check("abcde", "bcdea", "====1", 0);
        check("abcde", "abdce", "===3=", 0);
        check("abc", "abxc", "==+=", 0);
        check("abc", "ac", "==", 1);
        check("aab", "aba", "==2", 0);
        check("abc", "xyz", "+++", 3);
    }

    #[test]
    fn long_outputs_are_compared_by_their_ends() {
        let long = "ab".repeat(1000);
        check(
            &long,
            &format!("{long}c"),
            &format!("{}+", "=".repeat(2000)),
            0,
        );
    }
}
