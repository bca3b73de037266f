//! Lines at which playing stops.

use super::{Effect, Movement, State, transport};
use loopscope_model::ProbeId;

/// Lines of the draft's files: a file's key in the scenario, and a line from 1. They stay with their text while it is
/// edited.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Breakpoints(Vec<(String, u32)>);

impl Breakpoints {
    /// Sets one, or takes it away.
    pub fn toggle(&mut self, path: &str, line: u32) {
        let before = self.0.len();
        self.0.retain(|(file, at)| file != path || *at != line);
        if self.0.len() == before {
            self.0.push((path.to_owned(), line));
        }
    }

    /// The lines of a file, in the order in which they were set.
    pub fn lines(&self, path: &str) -> impl Iterator<Item = u32> {
        let of_file = self.0.iter().filter(move |(file, _)| file == path);
        of_file.map(|(_, line)| *line)
    }

    /// Takes all of a file away.
    pub fn forget(&mut self, path: &str) {
        self.0.retain(|(file, _)| file != path);
    }

    /// Goes along with an edit: those behind what was changed move with their lines, those inside go where lines go.
    pub fn follow(&mut self, path: &str, before: &str, after: &str) {
        if !self.0.iter().any(|(file, _)| file == path) {
            return;
        }
        let (old, new): (Vec<&str>, Vec<&str>) =
            (before.split('\n').collect(), after.split('\n').collect());
        let shorter = old.len().min(new.len());
        let head = (0..shorter).take_while(|&n| old[n] == new[n]).count();
        let tail = (0..shorter - head)
            .take_while(|&n| old[old.len() - 1 - n] == new[new.len() - 1 - n])
            .count();
        let (first_behind, kept) = (old.len() - tail, new.len() - tail);
        let moved = |line: u32| {
            let at = line as usize - 1;
            if at < head {
                Some(at)
            } else if at >= first_behind {
                Some(at - first_behind + kept)
            } else {
                // Inside: the same line if the edit left one there.
                (at < kept).then_some(at)
            }
        };
        self.0.retain_mut(|(file, line)| {
            if file != path {
                return true;
            }
            let moved = moved(*line);
            *line = moved.map_or(0, |at| at as u32 + 1);
            moved.is_some()
        });
    }
}

/// The statements at which playing stops, in the run that is shown.
pub(super) fn statements(state: &State) -> Vec<ProbeId> {
    let Some(recording) = &state.recording else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for (file, line) in &state.breakpoints.0 {
        // Where the file has been edited its lines are not those that ran.
        if !state.file_edited(file) {
            all.extend(recording.statements_on(file, *line));
        }
    }
    all
}

/// Goes on to the next visit of this line of the shown file, or to its first one where there is no further one.
pub(super) fn run_to(state: &mut State, line: u32) -> Vec<Effect> {
    let (Some(draft), Some(recording)) = (&state.draft, &state.recording) else {
        return Vec::new();
    };
    let there = recording.statements_on(&draft.shown, line);
    let last = recording.last_step();
    let found = recording
        .next_visit(state.step, last, &there)
        .or_else(|| recording.next_visit(0, state.step, &there));
    match found {
        Some(step) => {
            let mut effects = transport::pause(state);
            effects.extend(transport::seek(state, step));
            effects
        }
        None => {
            let text = if there.is_empty() {
                format!("No statement begins in line {line}.")
            } else {
                format!("Line {line} was not reached in this run.")
            };
            let id = state.tell(super::Tone::Plain, text, None);
            vec![Effect::DismissLater(id)]
        }
    }
}

/// Where going on to the next breakpoint, or back to the one before, leads.
pub(super) fn target(state: &State, movement: Movement) -> Option<u32> {
    let recording = state.recording.as_ref()?;
    let there = statements(state);
    let last = recording.last_step();
    Some(match movement {
        Movement::PreviousBreakpoint => recording.previous_visit(state.step, &there).unwrap_or(0),
        _ => recording
            .next_visit(state.step, last, &there)
            .unwrap_or(last),
    })
}

#[cfg(test)]
mod tests {
    use super::Breakpoints;

    #[track_caller]
    fn check(before: &str, after: &str, lines: &[u32], expect: &[u32]) {
        let mut points = Breakpoints::default();
        for line in lines {
            points.toggle("main.js", *line);
        }
        points.toggle("other.js", 1);
        points.follow("main.js", before, after);
        assert_eq!(points.lines("main.js").collect::<Vec<_>>(), expect);
        assert_eq!(points.lines("other.js").collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn they_stay_with_their_text() {
        check("a\nb\nc", "a\nnew\nb\nc", &[1, 2, 3], &[1, 3, 4]);
        check("a\nb\nc", "a\nc", &[1, 2, 3], &[1, 2]);
        check("a\nb\nc", "a\nB\nc", &[2], &[2]);
        check("a\nb\nc", "", &[1, 2, 3], &[1]);
        check("a\na\na", "a\na", &[3], &[]);
        check("a", "a\na\na", &[1], &[1]);
    }

    #[test]
    fn setting_twice_takes_away() {
        let mut points = Breakpoints::default();
        points.toggle("main.js", 3);
        points.toggle("main.js", 3);
        assert_eq!(points.lines("main.js").count(), 0);
    }
}
