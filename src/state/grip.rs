//! Dragging what ends on the timeline: how long an operation takes is set in the scenario's world, the delay of a timer in
//! the program's text. What that makes of the run is tried at once (`trial.rs`).

use super::trial::{self, Origin};
use super::{Effect, State, lanes, literal};
use loopscope_model::picture;
use loopscope_model::replay::{Recording, TimelineSpan};
use loopscope_model::{EventIndex, EventKind, TaskId, TaskKind, VirtualTime};
use std::ops::Range;

/// The end of an operation or of a timer's wait, in the hand.
#[derive(Debug, Clone, PartialEq)]
pub struct Grip {
    /// The stretch that it ends.
    pub span: TimelineSpan,
    /// When the first stretch of its task begins: an operation may take several trips.
    begin: VirtualTime,
    /// What there is to be changed, or why nothing is.
    pub what: Result<What, String>,
    /// What people call it.
    pub name: String,
    /// How long it takes.
    pub length: VirtualTime,
    /// How long it is to take, while it is dragged and until it does.
    pub wanted: Option<VirtualTime>,
    /// What the last run was asked for.
    pub(super) asked: Option<VirtualTime>,
    /// What there was before it was dragged.
    pub(super) origin: Option<Box<Origin>>,
    /// Which of its task's it is.
    pub(super) nth: usize,
}

/// What is changed.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The time that operations of this name take.
    Latency(Calls),
    /// The number in this file.
    Delay(String, Range<usize>),
}

/// Calls of an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct Calls {
    /// What the operation is called.
    pub name: String,
    /// Which call of that name is held, from 1.
    nth: u32,
    /// How many there are.
    count: u32,
    /// Whether all of them are meant.
    all: bool,
}

impl Calls {
    /// Which one is meant, from 1; 0 for all of them.
    pub(super) fn meant(&self) -> u32 {
        if self.all || self.count == 1 {
            0
        } else {
            self.nth
        }
    }
}

impl Grip {
    /// Whether the program has been run with something that is wanted.
    pub(super) fn has_tried(&self) -> bool {
        self.origin.is_some()
    }

    /// What the reader is told of it.
    pub fn says(&self) -> String {
        let (mut name, length) = (self.name.clone(), self.length);
        let mut more = "";
        if let Ok(What::Latency(calls)) = &self.what
            && calls.count > 1
        {
            let (nth, count) = (calls.nth, calls.count);
            if calls.all {
                name = format!("{name}, all {count} calls");
            } else {
                name = format!("{name}, call {nth} of {count}");
                more = "; all calls with Shift";
            }
        }
        match (&self.what, self.wanted) {
            (Err(why), _) => format!("{name}: {why}"),
            (Ok(_), Some(wanted)) => format!("{name}: {length} → {wanted} ms"),
            (Ok(_), None) => format!("{name}: {length} ms; drag its end, or ← →{more}"),
        }
    }
}

/// The stretches that have an end to be dragged, in the order of their beginnings.
pub(super) fn all(recording: &Recording) -> Vec<TimelineSpan> {
    let timeline = recording.timeline();
    let lanes = [&timeline.kernel, &timeline.timers].into_iter();
    let all = lanes.chain(timeline.pool.values()).flatten();
    let mut all: Vec<TimelineSpan> = all.filter(|span| span.to.is_some()).copied().collect();
    all.sort_by_key(|span| span.first);
    all
}

/// Takes the end of the stretch that begins with this event.
pub(super) fn take(state: &mut State, first: EventIndex) {
    let Some(recording) = &state.recording else {
        return;
    };
    let all = all(recording);
    let Some(span) = all.iter().find(|span| span.first == first) else {
        return;
    };
    let earlier = |other: &&TimelineSpan| other.task == span.task && other.first < first;
    let nth = all.iter().filter(earlier).count();
    let first_trip = all.iter().find(|other| other.task == span.task);
    let begin = first_trip.unwrap_or(span).from;
    let (name, length, what) = about(state, recording, *span, &all);
    state.lanes.grip = Some(Grip {
        span: *span,
        begin,
        what,
        name,
        length,
        wanted: None,
        asked: None,
        origin: None,
        nth,
    });
}

/// Its name, its length, and what there is to be changed.
fn about(
    state: &State,
    recording: &Recording,
    span: TimelineSpan,
    all: &[TimelineSpan],
) -> (String, VirtualTime, Result<What, String>) {
    let label = picture::card(recording, span.task).label;
    if let Some(EventKind::TimerArmed { delay, .. }) = recording.event(span.first).map(|e| e.kind) {
        let delay_of = VirtualTime::from_millis(delay);
        return (
            label,
            delay_of,
            literal_of(state, recording, span.task, delay),
        );
    }
    let trips = all.iter().filter(|other| other.task == span.task);
    let whole = trips
        .map(|trip| trip.to.unwrap_or(trip.from).since(trip.from).0)
        .sum();
    let pooled = recording
        .timeline()
        .pool
        .values()
        .flatten()
        .any(|other| *other == span);
    let what = if pooled {
        Ok(What::Latency(calls_of(recording, span.task, &label)))
    } else {
        Err("what comes from outside has its own time".to_owned())
    };
    (label, VirtualTime(whole), what)
}

/// Which call of its name a task is: tasks have their numbers in the order of the calls.
fn calls_of(recording: &Recording, task: TaskId, name: &str) -> Calls {
    let (mut nth, mut count) = (0, 0);
    for other in recording.tasks() {
        if other.kind == TaskKind::Io && other.label == name {
            count += 1;
            nth += u32::from(other.id <= task);
        }
    }
    Calls {
        name: name.to_owned(),
        nth,
        count,
        all: false,
    }
}

/// Where the delay of a timer stands.
fn literal_of(
    state: &State,
    recording: &Recording,
    task: TaskId,
    delay: u64,
) -> Result<What, String> {
    if state.frame.as_ref().is_some_and(|frame| frame.readonly) {
        return Err("the program cannot be changed here".to_owned());
    }
    let task = recording
        .task(task)
        .filter(|task| matches!(task.kind, TaskKind::Timeout | TaskKind::Interval));
    let site = task.and_then(|task| recording.probe(task.site?));
    let (Some((source, probe)), Some(draft)) = (site, &state.draft) else {
        return Err("no line of the program sets it".to_owned());
    };
    let path = draft.path_of(&source.path).unwrap_or_default();
    if draft.scenario.files.get(&path) != Some(&source.text) {
        return Err("the program has been edited since this run: run it first".to_owned());
    }
    let statement = probe.span.start as usize..probe.span.end as usize;
    match literal::delay(&source.text, statement, delay) {
        Some(place) => Ok(What::Delay(path, place)),
        None => Err(format!(
            "no number in line {} is its delay",
            probe.span.line
        )),
    }
}

/// It is dragged to a place on the axis.
pub(super) fn drag(state: &mut State, x: f64) {
    let to = state.axis.time_at(x).0 as f64;
    let Some(grip) = &mut state.lanes.grip else {
        return;
    };
    let (from, until) = (
        grip.begin.0 as f64,
        grip.span.to.unwrap_or(grip.span.from).0 as f64,
    );
    let length = grip.length.0 as f64;
    let wanted = match grip.what {
        // All trips of an operation become longer by the same part.
        Ok(What::Latency(_)) if until > from => length * (to - from) / (until - from),
        Ok(_) => length + to - until,
        Err(_) => return,
    };
    let unit = grip.unit(wanted);
    grip.want(wanted, unit);
}

impl Grip {
    /// It is to take so many nanoseconds, in round numbers: rounder ones for keys.
    fn want(&mut self, wanted: f64, unit: f64) {
        let least = self.least();
        let ms = (wanted / 1e6 / unit).round() * unit;
        // A day is more than any run takes.
        let ms = ms.max(least).min(8.64e7);
        self.wanted = Some(VirtualTime((ms * 1e6).round() as u64));
    }

    /// The shortest, in milliseconds: a timer's delay is a whole number of them.
    fn least(&self) -> f64 {
        match self.what {
            Ok(What::Delay(..)) => 1.0,
            _ => 0.05,
        }
    }

    /// What so many nanoseconds are rounded to, in milliseconds.
    fn unit(&self, length: f64) -> f64 {
        let ms = length / 1e6;
        let (mut unit, mut bound) = (0.1, 10.0);
        while ms >= bound && unit < 100.0 {
            (unit, bound) = (unit * 10.0, bound * 10.0);
        }
        let unit: f64 = if ms < 1.0 { 0.05 } else { unit };
        unit.max(self.least())
    }
}

/// All calls of its name are meant, or it alone. What has been tried stays what it was.
pub(super) fn mean(state: &mut State, all_calls: bool) {
    if let Some(grip) = &mut state.lanes.grip
        && !grip.has_tried()
        && let Ok(What::Latency(calls)) = &mut grip.what
    {
        calls.all = all_calls;
    }
}

/// It is made longer or shorter by keys.
pub(super) fn nudge(state: &mut State, by: i32) -> Vec<Effect> {
    if let Some(grip) = state.lanes.grip.as_mut().filter(|grip| grip.what.is_ok()) {
        let now = grip.wanted.unwrap_or(grip.length).0 as f64;
        let unit = grip.unit(now);
        // Five fine steps are one that is worth a run.
        let step = if unit > 0.05 && now >= 1e7 {
            unit * 5.0
        } else {
            unit
        };
        grip.want(now + f64::from(by) * step * 1e6, step);
    }
    trial::settle(state)
}

/// The next end, or the one before, is taken, and comes into sight.
pub(super) fn select(state: &mut State, by: i32) {
    let Some(recording) = &state.recording else {
        return;
    };
    let all = all(recording);
    let held = state.lanes.grip.as_ref().map(|grip| grip.span.first);
    let now = held.map(|first| all.partition_point(|span| span.first < first) as i32);
    let next = match now {
        Some(now) => now + by,
        None if by > 0 => 0,
        None => all.len() as i32 - 1,
    };
    let next = usize::try_from(next).ok().and_then(|next| all.get(next));
    if let Some(span) = next.copied() {
        take(state, span.first);
        lanes::reveal(state, span.last);
    }
}
