//! The reader of a trace that grows.

use super::index::{Index, OutputRef, Problem, TaskInfo, Visit};
use super::keyframes::Keyframes;
use super::state::LoopState;
use super::steps::{StepRule, rank};
use super::store::{EventStore, Events};
use super::tight;
use super::timeline::Timeline;
use crate::event::{Ending, Event, EventIndex, EventKind};
use crate::scenario::Scenario;
use crate::source::{FunctionId, FunctionInfo, Probe, ProbeId, ProbeKind, SourceId, SourceUnit};
use crate::task::TaskId;
use crate::trace::{Chunk, FORMAT, Trace};
use std::ops::Range;

/// A trace with what makes it quick to look into: it is appended to while it is recorded, and never changed otherwise.
///
/// Step 0 is the time before the program starts; the other steps are numbered from 1, and the state at a step is the
/// one behind its last event.
#[derive(Debug, Clone)]
pub struct Recording {
    scenario: Scenario,
    sources: Vec<SourceUnit>,
    events: EventStore,
    /// The first event of each step, from step 1 on.
    steps: Vec<EventIndex>,
    rule: StepRule,
    /// The state behind the last event.
    end: LoopState,
    keyframes: Keyframes,
    index: Index,
    timeline: Timeline,
}

impl Recording {
    /// A recording of this scenario in which nothing has happened yet.
    pub fn new(scenario: Scenario) -> Recording {
        Recording {
            scenario,
            sources: Vec::new(),
            events: EventStore::default(),
            steps: Vec::new(),
            rule: StepRule::default(),
            end: LoopState::default(),
            keyframes: Keyframes::default(),
            index: Index::default(),
            timeline: Timeline::default(),
        }
    }

    /// Reads a whole trace.
    pub fn from_trace(trace: Trace) -> Recording {
        let mut recording = Recording::new(trace.scenario);
        recording.append(Chunk {
            sources: trace.sources,
            events: trace.events,
        });
        recording
    }

    /// Appends the next piece of the trace.
    pub fn append(&mut self, chunk: Chunk) {
        self.sources.extend(chunk.sources);
        for event in &chunk.events {
            self.push(event);
        }
    }

    fn push(&mut self, event: &Event) {
        let index = self.events.len();
        if self.rule.begins_step(event, &self.end) {
            tight::push(&mut self.steps, index);
        }
        let line = match event.kind {
            EventKind::Statement(probe) | EventKind::Repeated(probe, _) => self.main_line(probe),
            _ => None,
        };
        self.index.add(index, event, &self.end, line);
        self.timeline.add(index, event);
        self.events.push(event);
        self.end.apply(event);
        self.keyframes.offer(&self.end, self.events.byte_len());
    }

    /// What was run.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The texts that were compiled so far.
    pub fn sources(&self) -> &[SourceUnit] {
        &self.sources
    }

    /// The trace as it travels.
    pub fn to_trace(&self) -> Trace {
        Trace {
            format: FORMAT,
            scenario: self.scenario.clone(),
            sources: self.sources.clone(),
            events: self.events(0).map(|(_, event)| event).collect(),
        }
    }

    /// How many events there are so far.
    pub fn event_count(&self) -> EventIndex {
        self.events.len()
    }

    /// An event, read anew at each call.
    pub fn event(&self, index: EventIndex) -> Option<Event> {
        self.events.get(index)
    }

    /// The events from this one on, with their numbers.
    pub fn events(&self, from: EventIndex) -> Events<'_> {
        self.events.from(from)
    }

    /// How many steps there are so far, step 0 among them.
    pub fn step_count(&self) -> u32 {
        self.steps.len() as u32 + 1
    }

    /// The last step so far. Its state changes while events that belong to it arrive.
    pub fn last_step(&self) -> u32 {
        self.steps.len() as u32
    }

    /// The events of a step; of step 0 none, of a step behind the last those of the last.
    pub fn events_of_step(&self, step: u32) -> Range<EventIndex> {
        match (step.min(self.last_step()) as usize).checked_sub(1) {
            None => 0..0,
            Some(at) => {
                let end = self.steps.get(at + 1).copied();
                self.steps[at]..end.unwrap_or(self.events.len())
            }
        }
    }

    /// The event that gives the step its name; none for step 0.
    pub fn event_of_step(&self, step: u32) -> Option<EventIndex> {
        let range = self.events_of_step(step);
        let mut best = None;
        for (index, event) in self.events(range.start).take(range.len()) {
            let rank = rank(&event.kind);
            let phase = matches!(event.kind, EventKind::PhaseEntered { .. });
            if best.is_none_or(|(_, known)| rank > known || rank == known && phase) {
                best = Some((index, rank));
            }
        }
        best.map(|(index, _)| index)
    }

    /// The step that an event belongs to; of an event that is not there yet, the last step.
    pub fn step_of_event(&self, event: EventIndex) -> u32 {
        self.steps.partition_point(|&first| first <= event) as u32
    }

    /// The state at a step; at a step behind the last, that of the last.
    pub fn state_at(&self, step: u32) -> LoopState {
        self.state_after(self.events_of_step(step).end)
    }

    /// The state behind so many events; behind more than there are, that of the last.
    pub fn state_after(&self, events: EventIndex) -> LoopState {
        if events >= self.events.len() {
            return self.end.clone();
        }
        let mut state = self.keyframes.before(events);
        let missing = events - state.events;
        for (_, event) in self.events(state.events).take(missing as usize) {
            state.apply(&event);
        }
        state
    }

    /// What is known of a task, from the whole recording: a label that became known late is there from the beginning.
    pub fn task(&self, task: TaskId) -> Option<&TaskInfo> {
        self.index.tasks.get(&task)
    }

    /// All tasks, by number.
    pub fn tasks(&self) -> impl Iterator<Item = &TaskInfo> {
        self.index.tasks.values()
    }

    /// What was printed, in order.
    pub fn outputs(&self) -> &[OutputRef] {
        &self.index.outputs
    }

    /// The calls of all tasks but the main program: events of kind `TaskStarted`.
    pub fn callbacks(&self) -> &[EventIndex] {
        &self.index.callbacks
    }

    /// The statements that were reached.
    pub fn statements(&self) -> &[EventIndex] {
        &self.index.statements
    }

    /// The phases that were entered.
    pub fn phases(&self) -> &[EventIndex] {
        &self.index.phases
    }

    /// The iterations of the loop: events of kind `IterationStarted`.
    pub fn iterations(&self) -> &[EventIndex] {
        &self.index.iterations
    }

    /// Exceptions that nothing caught, and the refusal that stopped the run.
    pub fn problems(&self) -> &[Problem] {
        &self.index.problems
    }

    /// The visits of a line of the main program, in order.
    pub(crate) fn visits(&self, line: u32) -> &[Visit] {
        self.index.visits.get(&line).map_or(&[], Vec::as_slice)
    }

    /// The lines of the main program that were visited.
    pub fn visited_lines(&self) -> impl Iterator<Item = u32> {
        self.index.visits.keys().copied()
    }

    /// Who was busy with what, and when.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// How the run ended, once it has.
    pub fn ending(&self) -> Option<&Ending> {
        self.end.ended.as_ref()
    }

    /// A place at which the recorder was told that something happens.
    pub fn probe(&self, probe: ProbeId) -> Option<(&SourceUnit, &Probe)> {
        let last = self.sources.partition_point(|s| s.first_probe <= probe.0);
        let mut texts = self.sources[..last].iter().rev();
        texts.find_map(|source| Some((source, source.probe(probe)?)))
    }

    /// A function of the program.
    pub fn function(&self, function: FunctionId) -> Option<(&SourceUnit, &FunctionInfo)> {
        let known = |s: &SourceUnit| s.first_function <= function.0;
        let last = self.sources.partition_point(known);
        let mut texts = self.sources[..last].iter().rev();
        texts.find_map(|source| Some((source, source.function(function)?)))
    }

    /// The path of a compiled text as the scenario and people have it: without the current directory.
    pub fn shown_path<'a>(&self, path: &'a str) -> &'a str {
        let cwd = self.scenario.world.cwd.trim_end_matches('/');
        let rest = path.strip_prefix(cwd).and_then(|p| p.strip_prefix('/'));
        match rest {
            Some(rest) if !self.scenario.files.contains_key(path) => rest,
            _ => path,
        }
    }

    /// The line that an event visits, if that is in the main program.
    pub(crate) fn main_line_of(&self, event: EventIndex) -> Option<u32> {
        match self.event(event)?.kind {
            EventKind::Statement(probe) | EventKind::Repeated(probe, _) => self.main_line(probe),
            _ => None,
        }
    }

    /// The line of a probe, if that is a statement of the main program.
    fn main_line(&self, probe: ProbeId) -> Option<u32> {
        let (source, probe) = self.probe(probe)?;
        let visits = source.id == SourceId(0) && probe.kind == ProbeKind::Statement;
        visits.then_some(probe.span.line)
    }

    /// Bytes that the events take, and those that the keyframes take.
    pub fn byte_len(&self) -> (usize, usize) {
        (self.events.byte_len(), self.keyframes.byte_len())
    }

    /// The largest number of events that [`Recording::state_after`] has to read.
    pub fn longest_replay(&self) -> EventIndex {
        self.keyframes.longest_gap(self.events.len())
    }

    /// Bytes of memory that events, keyframes and indexes hold, about.
    pub fn memory(&self) -> usize {
        self.events.memory()
            + self.keyframes.memory()
            + self.index.memory()
            + self.timeline.memory()
            + self.steps.capacity() * size_of::<EventIndex>()
            + self.index.tasks.len() * size_of::<TaskInfo>()
    }
}
