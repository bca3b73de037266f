//! When lines of the program are reached: breakpoints, and going on to the cursor.

use super::recording::Recording;
use crate::event::EventKind;
use crate::source::{ProbeId, ProbeKind};

impl Recording {
    /// The statements that begin on this line of a file; a path that is not absolute is one in the current directory,
    /// lines count from 1. None for a line without
    /// statements, or a file that was not compiled.
    pub fn statements_on(&self, path: &str, line: u32) -> Vec<ProbeId> {
        let mut found = Vec::new();
        let wanted = self.scenario().absolute(path);
        let of_file = |path: &str| self.scenario().absolute(path) == wanted;
        for source in self.sources().iter().filter(|source| of_file(&source.path)) {
            for (nth, probe) in source.probes.iter().enumerate() {
                if probe.kind == ProbeKind::Statement && probe.span.line == line {
                    found.push(ProbeId(source.first_probe + nth as u32));
                }
            }
        }
        found
    }

    /// The first step behind `step`, and not behind `until`, that reaches one of these statements.
    pub fn next_visit(&self, step: u32, until: u32, statements: &[ProbeId]) -> Option<u32> {
        let (from, to) = (
            self.events_of_step(step).end,
            self.events_of_step(until).end,
        );
        let event = self.visits_within(from, to, statements).next()?;
        Some(self.step_of_event(event))
    }

    /// The last step before `step` that reaches one of these statements.
    pub fn previous_visit(&self, step: u32, statements: &[ProbeId]) -> Option<u32> {
        let end = self.events_of_step(step).start;
        let event = self.visits_within(0, end, statements).last()?;
        Some(self.step_of_event(event))
    }

    fn visits_within<'a>(
        &'a self,
        from: u32,
        to: u32,
        statements: &'a [ProbeId],
    ) -> impl Iterator<Item = u32> + 'a {
        // Where there is nothing to look for, a long recording need not be read.
        let to = if statements.is_empty() { from } else { to };
        self.events(from)
            .take(to.saturating_sub(from) as usize)
            .filter(|(_, event)| match &event.kind {
                EventKind::Statement(probe) => statements.contains(probe),
                _ => false,
            })
            .map(|(index, _)| index)
    }
}
