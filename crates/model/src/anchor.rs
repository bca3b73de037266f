//! Addresses of steps that survive a new build: `o3` the third output, `l7.2` the second visit of line 7 of the main
//! program, `c4` the fourth call of a callback, each with `+k` for so many steps behind it.
//!
//! Numbers count from 1; `c0` is the time before the program starts. An anchor that a recording does not have leads to
//! the nearest step, and says so.

mod resolve;

pub use resolve::{Resolved, anchor_of};

use std::fmt;
use std::str::FromStr;

/// An address of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// What it holds on to.
    pub mark: Mark,
    /// How many steps behind that.
    pub plus: u32,
}

/// What an anchor holds on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// The n-th output, from 1; one call that prints is one output, however many lines its text has.
    Output(u32),
    /// A visit of a line of the main program, both from 1: a statement there is about to run.
    Line {
        /// The line.
        line: u32,
        /// Which of its visits.
        visit: u32,
    },
    /// The n-th call of a task other than the main program, from 1; 0 is the time before the program starts.
    Callback(u32),
}

impl Anchor {
    /// The time before the program starts.
    pub const START: Anchor = Anchor {
        mark: Mark::Callback(0),
        plus: 0,
    };
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mark::Output(number) => write!(f, "o{number}"),
            Mark::Line { line, visit } => write!(f, "l{line}.{visit}"),
            Mark::Callback(number) => write!(f, "c{number}"),
        }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.plus {
            0 => write!(f, "{}", self.mark),
            plus => write!(f, "{}+{plus}", self.mark),
        }
    }
}

/// A text that is no anchor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorError(String);

impl fmt::Display for AnchorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is no place in a run: write o3 (third output), l7.2 (second visit of line 7) or c4 (fourth callback), with +1 for one step behind it",
            self.0
        )
    }
}

impl std::error::Error for AnchorError {}

impl FromStr for Anchor {
    type Err = AnchorError;

    /// Reads `o3`, `l7.2`, `l7` (its first visit), `c4`, each with `+k` or without.
    fn from_str(text: &str) -> Result<Anchor, AnchorError> {
        parse(text).ok_or_else(|| {
            // Of a text of any length as much is repeated as fits in a message.
            AnchorError(text.chars().take(24).collect())
        })
    }
}

fn parse(text: &str) -> Option<Anchor> {
    let (mark, plus) = match text.split_once('+') {
        Some((mark, plus)) => (mark, number(plus)?),
        None => (text, 0),
    };
    let mark = match mark.split_at_checked(1)? {
        ("o", n) => Mark::Output(number(n).filter(|&n| n > 0)?),
        ("c", n) => Mark::Callback(number(n)?),
        ("l", place) => {
            let (line, visit) = place.split_once('.').unwrap_or((place, "1"));
            Mark::Line {
                line: number(line).filter(|&n| n > 0)?,
                visit: number(visit).filter(|&n| n > 0)?,
            }
        }
        _ => return None,
    };
    Some(Anchor { mark, plus })
}

/// A number of decimal digits, without a sign.
fn number(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Mark};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, mark: Mark, plus: u32) {
        let anchor = Anchor { mark, plus };
        assert_eq!(text.parse(), Ok(anchor));
        assert_eq!(anchor.to_string(), text);
    }

    #[test]
    fn reads_what_it_writes() {
        check("o3", Mark::Output(3), 0);
        check("c4+2", Mark::Callback(4), 2);
        check("l7.2+10", Mark::Line { line: 7, visit: 2 }, 10);
        check("c0", Mark::Callback(0), 0);
        let short = "l7".parse::<Anchor>().map(|a| a.to_string());
        assert_eq!(short, Ok("l7.1".to_owned()));
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "",
            "o",
            "o0",
            "o-1",
            "o+3",
            "x3",
            "o3+",
            "o3+x",
            "l7.",
            "l.2",
            "l0.1",
            "l7.0",
            "ö3",
            "o99999999999",
            "o3 ",
        ] {
            assert!(text.parse::<Anchor>().is_err(), "{text}");
        }
        let message = "o0".parse::<Anchor>().unwrap_err().to_string();
        assert!(message.starts_with("\"o0\" is no place in a run: write o3"));
    }

    proptest! {
        #[test]
        fn every_anchor_comes_back(which in 0..3, a in 1..u32::MAX, b in 1..u32::MAX, plus: u32) {
            let mark = match which {
                0 => Mark::Output(a),
                1 => Mark::Line { line: a, visit: b },
                _ => Mark::Callback(a),
            };
            let anchor = Anchor { mark, plus };
            prop_assert_eq!(anchor.to_string().parse(), Ok(anchor));
        }

        #[test]
        fn no_text_makes_it_panic(text: String) {
            let _ = text.parse::<Anchor>();
        }
    }
}
