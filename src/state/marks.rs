//! What the editor shows in the text. Where a file has been edited since the run nothing is shown in it: no mark may
//! stand beside a line that it is not about.

use super::{Draft, State};
use loopscope_model::Span;
use loopscope_model::picture::Picture;

/// What is marked in the file that the editor shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    /// The statement that is running or about to run.
    pub running: Option<RunningMark>,
    /// Tasks that are on their way, by line and number.
    pub tasks: Vec<TaskMark>,
    /// Exceptions and refusals.
    pub problems: Vec<ProblemMark>,
    /// Lines at which playing stops: these stay while the text is edited.
    pub breakpoints: Vec<u32>,
    /// Lines that the author of a lesson points at: first and last.
    pub pointed: Vec<(u32, u32)>,
}

/// The running statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunningMark {
    /// Where.
    pub span: Span,
    /// The colour of the task that runs it.
    pub colour: u32,
}

/// A task that was made in a line and has not come to an end.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskMark {
    /// The line, from 1.
    pub line: u32,
    /// The task's number.
    pub number: u32,
    /// Its colour.
    pub colour: u32,
    /// What to call it.
    pub title: String,
}

/// An exception or a refusal at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct ProblemMark {
    /// Where.
    pub span: Span,
    /// What happened, and what to do.
    pub message: String,
}

/// The marks for what is seen.
pub fn marks(state: &State, picture: &Picture) -> Marks {
    let (Some(draft), Some(recording)) = (&state.draft, &state.recording) else {
        return Marks::default();
    };
    let breakpoints = state.breakpoints.lines(&draft.shown).collect();
    let pointed = match &state.frame {
        Some(frame) if draft.shown == draft.scenario.main => frame.lines.clone(),
        _ => Vec::new(),
    };
    if state.file_edited(&draft.shown) {
        return Marks {
            breakpoints,
            pointed,
            ..Marks::default()
        };
    }
    let here = |path: &str| shown(draft, path);
    Marks {
        running: picture
            .running
            .as_ref()
            .filter(|running| here(&running.path))
            .map(|running| RunningMark {
                span: running.span,
                colour: running.colour,
            }),
        tasks: picture
            .gutter
            .iter()
            .filter(|mark| here(&mark.path))
            .flat_map(|mark| {
                mark.cards.iter().map(|card| TaskMark {
                    line: mark.line,
                    number: card.number,
                    colour: card.colour,
                    title: format!("{} {}: {}", card.number, card.kind.name(), card.label),
                })
            })
            .collect(),
        problems: recording
            .problems()
            .iter()
            .filter_map(|problem| {
                let place = problem.place.as_ref().filter(|place| here(&place.path))?;
                let message = match problem.hint.as_str() {
                    "" => problem.message.clone(),
                    hint => format!("{}. {hint}", problem.message.trim_end_matches('.')),
                };
                Some(ProblemMark {
                    span: place.span,
                    message,
                })
            })
            .collect(),
        breakpoints,
        pointed,
    }
}

fn shown(draft: &Draft, path: &str) -> bool {
    draft.scenario.absolute(path) == draft.scenario.absolute(&draft.shown)
}
