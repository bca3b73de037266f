//! Which of the things that Node leaves open matter: those that change what the program shows.
//!
//! A run is told once as it is and once for each value that a draw could have had instead, with everything else as it
//! was. Where another task is called and the program then shows something else, the order is open, and the choice stands
//! before the first call that differs. An alternative that only exchanges callbacks of which nothing is seen is none.
//!
//! So that draws which matter only together are found as well, it is told with some seeds, too.
//!
//! *Limitations.* What needs several draws that none of these seeds gives is not found. Of long runs the beginning is looked at: so many draws and so many
//! events as the constants here say.

use crate::schedule::Open;
use loopscope_model::event::{ChoiceKind, Ending, Stream};
use loopscope_model::numbered::Numbered;
use loopscope_model::task::Worker;
use loopscope_model::{
    DrawKey, DrawKind, Drawn, Event, EventKind, ProbeId, TaskId, TaskKind, VirtualTime,
};
use std::collections::BTreeMap;

/// So many alternatives are tried.
const MOST_RUNS: u64 = 160;

/// The seeds that are tried.
const TRIED_SEEDS: std::ops::RangeInclusive<u64> = 1..=10;

/// So many events are looked at in all of them together.
const MOST_EVENTS: u64 = 400_000;

/// A choice of a run that Node leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenChoice {
    /// What is open.
    pub kind: ChoiceKind,
    /// The tasks that could have been called instead.
    pub others: Vec<TaskId>,
}

/// What of a run says whether it differs from another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    calls: Vec<(TaskId, VirtualTime)>,
    shown: Vec<(Stream, String)>,
    ending: Option<Ending>,
    kinds: Numbered<TaskId, (TaskKind, usize)>,
    names: Numbered<TaskId, TaskName>,
    tasks: BTreeMap<TaskName, TaskId>,
    named: BTreeMap<(String, Option<ProbeId>), u32>,
    /// Whether more than one thread of the pool worked.
    side_by_side: bool,
    events: u64,
}

/// What a task is called in every run, whatever its number is there: tasks that the outside brings about are numbered as
/// they come.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
struct TaskName {
    label: String,
    site: Option<ProbeId>,
    /// Of those with this label and site.
    nth: u32,
}

impl Telling {
    /// Takes further events of the run.
    pub fn take(&mut self, events: Vec<Event>) {
        self.events += events.len() as u64;
        for event in events {
            match event.kind {
                EventKind::TaskCreated {
                    task,
                    kind,
                    label,
                    site,
                } => {
                    self.kinds.insert(task, (kind, self.calls.len()));
                    self.name(task, label, site);
                }
                EventKind::TaskStarted { task, .. } => self.calls.push((task, event.at)),
                EventKind::IoStarted { worker, .. } => {
                    self.side_by_side |= worker != Worker::PoolThread(0);
                }
                EventKind::Output { stream, text } => self.shown.push((stream, text)),
                EventKind::Ended(ending) => self.ending = Some(ending),
                _ => {}
            }
        }
    }

    fn name(&mut self, task: TaskId, label: String, site: Option<ProbeId>) {
        let nth = self.named.entry((label.clone(), site)).or_default();
        *nth += 1;
        let name = TaskName {
            label,
            site,
            nth: *nth,
        };
        self.tasks.insert(name.clone(), task);
        self.names.insert(task, name);
    }

    /// The task of this run that is the task `other` of another one.
    fn counterpart(&self, telling: &Telling, other: TaskId) -> Option<TaskId> {
        let name = telling.names.get(&other)?;
        self.tasks.get(name).copied()
    }

    /// Whether both show the same; of runs that were cut off, as far as both go.
    fn shows_the_same(&self, other: &Telling) -> bool {
        let cut = |telling: &Telling| matches!(telling.ending, Some(Ending::Paused(_)) | None);
        if cut(self) || cut(other) {
            return self.shown.iter().zip(&other.shown).all(|(a, b)| a == b);
        }
        self.shown == other.shown && self.ending == other.ending
    }

    /// The number of the first call that differs, with the task that the other run calls there, if it is one of this run.
    fn parts_from(&self, other: &Telling) -> Option<(usize, Option<TaskId>)> {
        let called = |telling: &Telling, at: usize| telling.calls.get(at).map(|(task, _)| *task);
        (0..self.calls.len().max(other.calls.len()))
            .map(|at| (at, called(other, at)))
            .map(|(at, task)| (at, task.and_then(|task| self.counterpart(other, task))))
            .find(|(at, task)| task.is_none() || called(self, *at) != *task)
    }

    /// What is open between two tasks, if a draw of this kind exchanges them.
    fn kind_of(&self, kind: Option<DrawKind>, tasks: &[Option<TaskId>]) -> ChoiceKind {
        let all = |sought: &[TaskKind]| {
            tasks.iter().all(|task| {
                task.and_then(|task| self.kinds.get(&task))
                    .is_some_and(|(kind, _)| sought.contains(kind))
            })
        };
        match kind {
            Some(DrawKind::Armed | DrawKind::Clock) => ChoiceKind::Clock,
            Some(DrawKind::Poll) => ChoiceKind::PollBatch,
            Some(DrawKind::Latency) | None if self.side_by_side && all(&[TaskKind::Io]) => {
                ChoiceKind::PoolOrder
            }
            Some(DrawKind::Latency) => ChoiceKind::PollBatch,
            None if all(&[TaskKind::Io, TaskKind::Immediate]) => ChoiceKind::PollBatch,
            None => ChoiceKind::Clock,
        }
    }

    fn is_callback(&self, task: TaskId) -> bool {
        self.kinds.get(&task).is_some_and(|(kind, _)| {
            !matches!(
                kind,
                TaskKind::Main | TaskKind::Tick | TaskKind::PromiseJob | TaskKind::Microtask
            )
        })
    }

    /// Whether another callback comes so close to the draw's task that one could overtake the other.
    fn has_rival(&self, open: &Open) -> bool {
        let calls = |task: &TaskId| Some(*task) == open.task;
        let Some(called) = self.calls.iter().position(|(task, _)| calls(task)) else {
            return true;
        };
        let (from, to) = open.window;
        // What is done long before the loop looks is called late.
        let to = to.max(self.calls[called].1);
        self.calls.iter().any(|(task, at)| {
            !calls(task)
                && (from..=to).contains(at)
                && self.is_callback(*task)
                && self
                    .kinds
                    .get(task)
                    .is_some_and(|(_, made)| *made <= called)
        })
    }
}

/// How a run is told again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// With these draws, and everything else as it was.
    Changed(Vec<Drawn>),
    /// With all draws from this seed.
    Seeded(u64),
}

/// What is open in a run: `told` is the run, `open` what else its draws could have given, `again` tells it again. Gives
/// the choices by the number of the call, from 0, before which they stand.
pub fn open_choices(
    told: &Telling,
    open: &[Open],
    again: &mut dyn FnMut(Again) -> Telling,
) -> BTreeMap<u32, OpenChoice> {
    let mut choices = BTreeMap::new();
    let mut left = Left {
        runs: MOST_RUNS,
        events: MOST_EVENTS,
    };
    // What several draws do together the seeds tell; with one there is nothing of that sort.
    let several = open.len() > 1;
    let open: Vec<&Open> = open.iter().filter(|draw| told.has_rival(draw)).collect();
    for draw in &open {
        for value in &draw.alternatives {
            if !left.any() {
                return choices;
            }
            let other = again(Again::Changed(changed(draw.drawn, *value)));
            left.take(&other);
            compare(told, &other, Some(draw.drawn.key.kind), &mut choices);
        }
    }
    if several && !open.is_empty() {
        for seed in TRIED_SEEDS {
            if left.any() {
                let other = again(Again::Seeded(seed));
                left.take(&other);
                compare(told, &other, None, &mut choices);
            }
        }
    }
    choices
}

/// How much may still be tried.
struct Left {
    runs: u64,
    events: u64,
}

impl Left {
    fn any(&self) -> bool {
        self.runs > 0 && self.events > 0
    }

    fn take(&mut self, told: &Telling) {
        self.runs = self.runs.saturating_sub(1);
        self.events = self.events.saturating_sub(told.events);
    }
}

/// If the other run shows something else because of another order, that is a choice.
fn compare(
    told: &Telling,
    other: &Telling,
    kind: Option<DrawKind>,
    choices: &mut BTreeMap<u32, OpenChoice>,
) {
    if told.shows_the_same(other) {
        return;
    }
    let Some((at, instead)) = told.parts_from(other) else {
        return;
    };
    let picked = told.calls.get(at).map(|(task, _)| *task);
    let choice = choices.entry(at as u32).or_insert_with(|| OpenChoice {
        kind: told.kind_of(kind, &[picked, instead]),
        others: Vec::new(),
    });
    if let Some(task) = instead
        && !choice.others.contains(&task)
    {
        choice.others.push(task);
    }
}

/// The draw with another value. An operation that takes long is not almost done at the first poll either.
fn changed(drawn: Drawn, value: u32) -> Vec<Drawn> {
    let mut changed = vec![Drawn {
        key: drawn.key,
        value,
    }];
    if drawn.key.kind == DrawKind::Latency && value > drawn.value {
        let key = DrawKey {
            kind: DrawKind::Poll,
            nth: 1,
            ..drawn.key
        };
        changed.push(Drawn { key, value: 0 });
    }
    changed
}
