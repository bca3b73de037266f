//! From a recording and a step to its picture.

use super::describe::{ending, phase_note, stage_text};
use super::waits;
use super::{
    COLOURS, Card, ConsoleLine, FrameView, GutterMark, OpenOrder, OperationView, PhaseView,
    Picture, PoolSlot, ProblemView, QueueView, RunningSpan, TimerView,
};
use crate::event::EventKind;
use crate::explain::{explain_in, open_order};
use crate::replay::{Frame, LoopState, Operation, Recording, Timer};
use crate::source::{FunctionKind, ProbeId, SourceId};
use crate::task::{Phase, Queue, TaskId, TaskKind};
use crate::time::VirtualTime;
use litemap::LiteMap;

/// More cards than anybody can see at once are not made: a queue can be a hundred thousand long.
pub const MAX_CARDS: usize = 200;

/// The label of a callback without a name.
const ANONYMOUS: &str = "(anonymous)";

/// What is drawn at this step; at a step behind the last, what is drawn at the last.
pub fn picture(recording: &Recording, step: u32) -> Picture {
    let step = step.min(recording.last_step());
    let state = recording.state_at(step);
    let draw = Draw {
        recording,
        state: &state,
    };
    Picture {
        step,
        step_count: recording.step_count(),
        title: recording.scenario().title.clone(),
        now: state.now,
        stage: state.stage,
        stage_text: stage_text(&state),
        iteration: state.iteration,
        current: state.current().map(|task| card(recording, task)),
        stack: draw.stack(),
        phases: draw.phases(step),
        ticks: draw.queue("nextTick queue", Queue::Ticks),
        microtasks: draw.queue("microtask queue", Queue::Microtasks),
        timers: draw.timers(),
        pool: draw.pool(),
        pool_line: draw.line(),
        kernel: draw.operations(state.kernel.iter()),
        handles: waits::handles(&state),
        in_a_row: state.in_a_row,
        running: draw.running(),
        gutter: draw.gutter(),
        console_len: state.outputs as usize,
        why: explain_in(recording, step, &state),
        open_order: draw.open_order(step),
        problem: problem(recording, step),
        ending: state.ended.as_ref().map(ending),
    }
}

/// A task as it is drawn.
pub fn card(recording: &Recording, task: TaskId) -> Card {
    let info = recording.task(task);
    let kind = match info {
        Some(info) => info.kind,
        None if task == TaskId::MAIN => TaskKind::Main,
        None => TaskKind::PromiseJob,
    };
    let label = match info.map_or("", |i| i.label.as_str()) {
        "" | ANONYMOUS => kind.name(),
        label => label,
    };
    Card {
        task,
        number: task.0,
        colour: task.0 % COLOURS,
        kind,
        label: label.to_owned(),
        line: info.and_then(|i| i.site).and_then(|p| line(recording, p)),
        age: 0,
    }
}

/// A line of the console; `number` counts from 0.
pub fn console_line(recording: &Recording, number: usize) -> Option<ConsoleLine> {
    let output = recording.outputs().get(number)?;
    let EventKind::Output { text, .. } = recording.event(output.event)?.kind else {
        return None;
    };
    Some(ConsoleLine {
        number: number as u32 + 1,
        at: output.at,
        stream: output.stream,
        text: text.strip_suffix('\n').unwrap_or(&text).to_owned(),
        card: output.task.map(|task| card(recording, task)),
        line: output.site.and_then(|probe| line(recording, probe)),
        step: recording.step_of_event(output.event),
    })
}

fn line(recording: &Recording, probe: ProbeId) -> Option<u32> {
    Some(recording.probe(probe)?.1.span.line)
}

fn problem(recording: &Recording, step: u32) -> Option<ProblemView> {
    let events = recording.events_of_step(step);
    let problem = recording
        .problems()
        .iter()
        .find(|p| events.contains(&p.event))?;
    Some(ProblemView {
        message: problem.message.clone(),
        hint: problem.hint.clone(),
        path: (problem.place.as_ref()).map(|p| recording.shown_path(&p.path).to_owned()),
        span: problem.place.as_ref().map(|p| p.span),
        refused: problem.refused,
    })
}

struct Draw<'a> {
    recording: &'a Recording,
    state: &'a LoopState,
}

impl Draw<'_> {
    fn cards<'t>(&self, tasks: impl IntoIterator<Item = &'t TaskId>) -> Vec<Card> {
        let tasks = tasks.into_iter().take(MAX_CARDS);
        tasks.map(|&task| card(self.recording, task)).collect()
    }

    fn more(&self, queue: Queue) -> usize {
        self.state.queue(queue).len().saturating_sub(MAX_CARDS)
    }

    fn stack(&self) -> Vec<FrameView> {
        let top = self.state.stack.len().saturating_sub(1);
        let frames = self.state.stack.iter().enumerate();
        frames.map(|(i, f)| self.frame(f, i == top)).collect()
    }

    fn frame(&self, frame: &Frame, top: bool) -> FrameView {
        let task = frame.task.unwrap_or(TaskId::MAIN);
        let function = self.recording.function(frame.function);
        let (path, label) = match function {
            Some((source, f)) => {
                let path = self.recording.shown_path(&source.path);
                let label = match f.kind {
                    FunctionKind::Program => path,
                    _ if f.name.is_empty() => ANONYMOUS,
                    _ => &*f.name,
                };
                (path, label)
            }
            None => ("", "(unknown)"),
        };
        let at = frame.at.and_then(|probe| line(self.recording, probe));
        let body = |(_, f): (_, &crate::source::FunctionInfo)| {
            (f.kind != FunctionKind::Program).then_some(f.span.line)
        };
        FrameView {
            label: label.to_owned(),
            path: path.to_owned(),
            line: at.or_else(|| function.and_then(body)),
            task,
            number: task.0,
            colour: task.0 % COLOURS,
            top,
        }
    }

    fn phases(&self, step: u32) -> Vec<PhaseView> {
        let others = open_order(self.recording, step).map_or(Vec::new(), |open| open.2);
        let view = |phase: Phase| PhaseView {
            phase,
            name: phase.name(),
            active: self.state.phase == Some(phase),
            cards: self.waiting(phase),
            ghosts: waits::ghosts(self.recording, &others, phase),
            more: self.more(Queue::Phase(phase)),
            note: phase_note(self.state, phase),
        };
        Phase::ALL.into_iter().map(view).collect()
    }

    fn waiting(&self, phase: Phase) -> Vec<Card> {
        let mut cards = self.cards(self.state.queue(Queue::Phase(phase)));
        for card in &mut cards {
            card.age = waits::age(self.recording, self.state, card.task);
        }
        cards
    }

    fn queue(&self, name: &'static str, queue: Queue) -> QueueView {
        QueueView {
            name,
            active: self.state.draining == Some(queue),
            cards: self.cards(self.state.queue(queue)),
            more: self.more(queue),
        }
    }

    fn timers(&self) -> Vec<TimerView> {
        let timers = self.state.timers_by_due().into_iter().take(MAX_CARDS);
        timers
            .map(|(task, timer)| self.timer(task, timer))
            .collect()
    }

    fn timer(&self, task: TaskId, timer: Timer) -> TimerView {
        TimerView {
            card: card(self.recording, task),
            delay_ms: timer.delay,
            due: timer.due,
            left: timer.due.since(self.state.now),
            late: self.state.now.since(timer.due),
            elapsed: fraction(timer.armed, timer.due, self.state.now),
            refed: timer.refed,
        }
    }

    fn pool(&self) -> Vec<PoolSlot> {
        let size = self.recording.scenario().world.pool_size.min(1024);
        let busy = self.state.pool.keys().copied().filter(|&t| t >= size);
        let slot = |thread| PoolSlot {
            thread,
            busy: self.state.pool.get(&thread).map(|o| self.operation(o)),
        };
        (0..size).chain(busy).map(slot).collect()
    }

    fn operations<'o>(&self, list: impl Iterator<Item = &'o Operation>) -> Vec<OperationView> {
        list.take(MAX_CARDS).map(|o| self.operation(o)).collect()
    }

    fn line(&self) -> Vec<OperationView> {
        let mut line = self.operations(self.state.pool_line.iter());
        for (place, operation) in line.iter_mut().enumerate() {
            operation.place = place + 1;
        }
        line
    }

    fn operation(&self, operation: &Operation) -> OperationView {
        let until = operation.until;
        OperationView {
            card: card(self.recording, operation.task),
            operation: operation_name(self.recording, operation),
            until,
            place: 0,
            elapsed: until.map_or(0.0, |u| fraction(operation.since, u, self.state.now)),
        }
    }

    fn running(&self) -> Option<RunningSpan> {
        let frame = self.state.stack.last()?;
        let (source, probe) = self.recording.probe(frame.at?)?;
        let task = frame.task.unwrap_or(TaskId::MAIN);
        Some(RunningSpan {
            source: source.id,
            path: self.recording.shown_path(&source.path).to_owned(),
            span: probe.span,
            number: task.0,
            colour: task.0 % COLOURS,
        })
    }

    fn gutter(&self) -> Vec<GutterMark> {
        let mut marks: LiteMap<(SourceId, u32), GutterMark> = LiteMap::new();
        for task in self.state.tasks() {
            let site = self.recording.task(task).and_then(|info| info.site);
            let Some((source, probe)) = site.and_then(|site| self.recording.probe(site)) else {
                continue;
            };
            let line = probe.span.line;
            let mark = marks
                .entry((source.id, line))
                .or_insert_with(|| GutterMark {
                    source: source.id,
                    path: self.recording.shown_path(&source.path).to_owned(),
                    line,
                    cards: Vec::new(),
                });
            if mark.cards.len() < MAX_CARDS {
                mark.cards.push(card(self.recording, task));
            }
        }
        marks.into_iter().map(|(_, mark)| mark).collect()
    }

    fn open_order(&self, step: u32) -> Option<OpenOrder> {
        let (sentence, picked, others) = open_order(self.recording, step)?;
        Some(OpenOrder {
            sentence,
            picked: picked.map(|task| card(self.recording, task)),
            others: self.cards(&others),
        })
    }
}

/// What an operation does, in a few words.
pub(crate) fn operation_name(recording: &Recording, operation: &Operation) -> String {
    let submitted = operation.submitted.and_then(|index| recording.event(index));
    match submitted.map(|event| event.kind) {
        Some(EventKind::IoSubmitted { operation, .. }) => operation,
        _ => card(recording, operation.task).label,
    }
}

/// How much of the time from `from` to `to` has passed at `now`.
fn fraction(from: VirtualTime, to: VirtualTime, now: VirtualTime) -> f64 {
    match to.since(from).0 {
        0 => 1.0,
        whole => (now.since(from).0 as f64 / whole as f64).min(1.0),
    }
}
