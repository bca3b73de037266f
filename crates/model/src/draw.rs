//! What resolves the choices that Node leaves open (semantics 13), piece by piece: a draw has a key and a value.
//!
//! In writing a draw is `KIND@SITE#N=VALUE`: `clock@1f03ab2c#1=1`, a list of draws has commas between. `SITE` stands for
//! the text of the statement that made the task, so that an edit elsewhere leaves the key as it is; `-` is for tasks that
//! no statement made. `N` counts the draws of that kind at that place, from 1.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a draw is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DrawKind {
    /// N1: how many milliseconds the clock goes on while a callback sets a timer.
    Armed,
    /// N1, N2: how many milliseconds late a timers pass is.
    Clock,
    /// N4: whether the first poll waits for an operation that is almost done (1) or is too early for it (0).
    Poll,
    /// N3, N4: how long an operation takes, in percent of its typical time.
    Latency,
}

impl DrawKind {
    /// All kinds.
    pub const ALL: [DrawKind; 4] = [
        DrawKind::Armed,
        DrawKind::Clock,
        DrawKind::Poll,
        DrawKind::Latency,
    ];

    /// The word for it in writing.
    pub const fn name(self) -> &'static str {
        match self {
            DrawKind::Armed => "armed",
            DrawKind::Clock => "clock",
            DrawKind::Poll => "poll",
            DrawKind::Latency => "latency",
        }
    }
}

/// Names one draw of a run, and of every run of the same program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DrawKey {
    /// What it is about.
    pub kind: DrawKind,
    /// Stands for the statement that made the task.
    pub site: Option<u32>,
    /// The n-th draw of this kind there, from 1.
    pub nth: u32,
}

/// A draw with what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Drawn {
    /// Which.
    pub key: DrawKey,
    /// Its value; what it means depends on the kind.
    pub value: u32,
}

impl fmt::Display for DrawKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.site {
            Some(site) => write!(f, "{}@{site:08x}#{}", self.kind.name(), self.nth),
            None => write!(f, "{}@-#{}", self.kind.name(), self.nth),
        }
    }
}

impl fmt::Display for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.key, self.value)
    }
}

/// A text that is no draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawError(String);

impl fmt::Display for DrawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is no draw: write it as loopscope schedule prints it, for example clock@1f03ab2c#1=1",
            self.0
        )
    }
}

impl std::error::Error for DrawError {}

impl FromStr for Drawn {
    type Err = DrawError;

    fn from_str(text: &str) -> Result<Drawn, DrawError> {
        parse(text).ok_or_else(|| DrawError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Drawn> {
    let (key, value) = text.split_once('=')?;
    let (kind, place) = key.split_once('@')?;
    let (site, nth) = place.split_once('#')?;
    let kind = DrawKind::ALL.into_iter().find(|k| k.name() == kind)?;
    let site = match site {
        "-" => None,
        site => Some(u32::from_str_radix(site, 16).ok()?),
    };
    Some(Drawn {
        key: DrawKey {
            kind,
            site,
            nth: nth.parse().ok().filter(|n| *n > 0)?,
        },
        value: value.parse().ok()?,
    })
}

/// Reads a list of draws, with commas or spaces between them; an empty text is an empty list.
///
/// # Errors
/// The first text in it that is no draw.
pub fn parse_list(text: &str) -> Result<Vec<Drawn>, DrawError> {
    text.split([',', ' ', '\n'])
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect()
}

/// The list in writing.
pub fn write_list(draws: &[Drawn]) -> String {
    let written: Vec<String> = draws.iter().map(Drawn::to_string).collect();
    written.join(",")
}

#[cfg(test)]
mod tests {
    use super::{parse_list, write_list};

    #[test]
    fn a_list_is_read_as_it_is_written() {
        let text = "armed@00000001#1=1,clock@1f03ab2c#12=5,poll@-#1=1,latency@ffffffff#2=40";
        assert_eq!(write_list(&parse_list(text).unwrap()), text);
        assert_eq!(parse_list("").unwrap(), []);
    }

    #[track_caller]
    fn refuses(text: &str) {
        let error = parse_list(text).unwrap_err().to_string();
        assert!(
            error.starts_with(&format!("\"{text}\" is no draw")),
            "{error}"
        );
    }

    #[test]
    fn what_is_no_draw_is_refused() {
        refuses("clock");
        refuses("clock@1#1");
        refuses("clock@1#0=1");
        refuses("time@1#1=1");
        refuses("clock@g#1=1");
        refuses("clock@1#1=-1");
    }
}
