//! Messages to the reader.

use super::State;

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its number.
    pub id: u32,
    /// How it is drawn.
    pub tone: Tone,
    /// The text.
    pub text: String,
    /// What a button on it does.
    pub remedy: Option<Remedy>,
    /// Whether it is about the recording that is shown, and goes with it.
    pub about_run: bool,
}

/// How a message is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    Plain,
    /// Something is not as it should be.
    Bad,
}

/// What a button on a message does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// Shows a text that could not be copied, to be copied by hand.
    Text(String),
}

/// More are not read anyway.
const MOST: usize = 3;

impl State {
    /// Tells the reader something; gives the message's number. The same text is told once.
    pub(super) fn tell(
        &mut self,
        tone: Tone,
        text: impl Into<String>,
        remedy: Option<Remedy>,
    ) -> u32 {
        self.push_notice(tone, text.into(), remedy, false)
    }

    /// Tells the reader something about the recording that is shown.
    pub(super) fn tell_about_run(&mut self, tone: Tone, text: impl Into<String>) {
        self.push_notice(tone, text.into(), None, true);
    }

    fn push_notice(
        &mut self,
        tone: Tone,
        text: String,
        remedy: Option<Remedy>,
        about_run: bool,
    ) -> u32 {
        self.notices.retain(|notice| notice.text != text);
        self.notice_count += 1;
        self.notices.push(Notice {
            id: self.notice_count,
            tone,
            text,
            remedy,
            about_run,
        });
        let excess = self.notices.len().saturating_sub(MOST);
        self.notices.drain(..excess);
        self.notice_count
    }
}
