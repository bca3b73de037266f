//! What of the timeline is seen: the bars of each lane that lie in the window, and nothing else.
//!
//! The window has a fixed number of cells. What is narrower than a cell and shares it with others is not drawn by itself:
//! the cell then has a column that grows with their number. So a hundred thousand calls take as much to draw as some
//! hundreds, and where many of them happened is still seen.

use crate::state::{Axis, Window};
use loopscope_model::picture::card;
use loopscope_model::replay::{Recording, TimelineSpan};
use loopscope_model::{EventIndex, EventKind, VirtualTime};

/// How many cells the window has.
pub const CELLS: usize = 256;

/// Of waits, which lie over each other, more than this are a tangle: then all of them are counted by cells.
const MOST: usize = 60;

/// Marks closer than this are left out.
const TICK_DISTANCE: f64 = 0.06;

/// A bar: where it begins and ends in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Where it begins; below 0 if that is not seen.
    pub from: f64,
    /// Where it ends; above 1 if that is not seen.
    pub to: f64,
    /// What stands on it: a task's number, a phase's name.
    pub text: String,
    /// The task's colour; nothing for what is no task.
    pub colour: Option<u32>,
    /// What to call it.
    pub title: String,
    /// The event at which it begins.
    pub first: EventIndex,
    /// Whether the end has been recorded.
    pub closed: bool,
}

/// What the bars of a lane are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// JavaScript on the main thread.
    Main,
    /// The phases of the loop.
    Phases,
    /// Work of a thread or of the kernel.
    Work,
    /// Waits, drawn as lines.
    Waits,
}

/// A lane: its name and its bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// What the lane is called.
    pub name: String,
    /// What its bars are.
    pub sort: Sort,
    /// Its bars; later ones lie on top.
    pub bars: Vec<Bar>,
    /// Cells in which there are more than can be told apart: which, and how many there are.
    pub crowds: Vec<(usize, u32)>,
}

/// The timeline, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lanes {
    /// The lanes, the main thread first.
    pub lanes: Vec<Lane>,
    /// Where Node promises no order.
    pub open: Vec<f64>,
    /// Marks on the axis: where, and the time.
    pub ticks: Vec<(f64, VirtualTime)>,
    /// Where idle time is folded: where, and how much of it.
    pub folds: Vec<(f64, VirtualTime)>,
}

/// A stretch of events, with its place among those of its lane.
type Stretch = (usize, EventIndex, Option<EventIndex>);

/// The same with its beginning and its end in the window.
type Placed = (Stretch, f64, f64);

struct Seen<'a> {
    recording: &'a Recording,
    axis: &'a Axis,
    window: Window,
    /// The first and the last event that are seen.
    events: (EventIndex, EventIndex),
}

impl Lanes {
    /// What is seen of a recording; `choices` are the events at which Node promises no order.
    pub fn of(recording: &Recording, axis: &Axis, window: Window, choices: &[EventIndex]) -> Lanes {
        let seen = Seen {
            recording,
            axis,
            window,
            events: (axis.event_at(window.from), axis.event_at(window.to)),
        };
        let timeline = recording.timeline();
        let mut lanes = vec![seen.lane("main thread".to_owned(), Sort::Main, &timeline.main)];
        if !recording.phases().is_empty() {
            lanes.push(seen.phases());
        }
        for (thread, spans) in &timeline.pool {
            lanes.push(seen.lane(format!("pool {}", thread + 1), Sort::Work, spans));
        }
        for (name, sort, spans) in [
            ("timers", Sort::Waits, &timeline.timers),
            ("kernel", Sort::Work, &timeline.kernel),
        ] {
            if !spans.is_empty() {
                lanes.push(seen.lane(name.to_owned(), sort, spans));
            }
        }
        let (ticks, folds) = seen.marks();
        Lanes {
            lanes,
            open: seen.open(choices),
            ticks,
            folds,
        }
    }
}

impl Seen<'_> {
    fn place(&self, event: EventIndex) -> f64 {
        self.window.place(self.axis.at_event(event))
    }

    fn lane(&self, name: String, sort: Sort, spans: &[TimelineSpan]) -> Lane {
        let stretches = spans.iter().enumerate();
        let stretches = stretches
            .map(|(at, span)| (at, span.first, span.to.map(|_| span.last)))
            .collect();
        self.fill(name, sort, stretches, &|at| {
            let span = &spans[at];
            let card = card(self.recording, span.task);
            let (number, label) = (card.number, card.label);
            let until = span.to.map_or("…".to_owned(), |to| to.to_string());
            let title = format!("{number} {label}: {} to {until} ms", span.from);
            (number.to_string(), Some(card.colour), title)
        })
    }

    fn phases(&self) -> Lane {
        let phases = self.recording.phases();
        // The first one that is seen may have begun before the window.
        let from = phases.partition_point(|&event| event <= self.events.0);
        let from = from.saturating_sub(1);
        let behind = phases.partition_point(|&event| event <= self.events.1);
        let stretches = (from..behind)
            .map(|at| (at, phases[at], phases.get(at + 1).copied()))
            .collect();
        self.fill("phases".to_owned(), Sort::Phases, stretches, &|at| {
            let event = self.recording.event(phases[at]);
            let name = event.map_or("", |event| match event.kind {
                EventKind::PhaseEntered { phase, .. } => phase.name(),
                _ => "",
            });
            (name.to_owned(), None, name.to_owned())
        })
    }

    /// Sorts stretches into bars and crowds. `about` gives text, colour and title of a stretch by its place.
    fn fill(
        &self,
        name: String,
        sort: Sort,
        stretches: Vec<Stretch>,
        about: &dyn Fn(usize) -> (String, Option<u32>, String),
    ) -> Lane {
        // What a cell holds: how many, and the last one.
        let mut cells: Vec<(u32, Option<Placed>)> = vec![(0, None); CELLS];
        let (mut wide, mut tangle) = (Vec::new(), false);
        for stretch in stretches {
            let (_, first, last) = stretch;
            if first > self.events.1 || last.is_some_and(|last| last < self.events.0) {
                continue;
            }
            let from = self.place(first);
            let to = last.map_or(1.1, |last| self.place(last));
            let mut count = |(stretch, from, to): Placed| {
                let cell = (from.clamp(0.0, 1.0) * CELLS as f64) as usize;
                let cell = &mut cells[cell.min(CELLS - 1)];
                *cell = (cell.0 + 1, Some((stretch, from, to)));
            };
            let narrow = (to - from) * (CELLS as f64) < 1.0;
            if narrow || tangle {
                count((stretch, from, to));
            } else {
                wide.push((stretch, from, to));
                tangle = sort == Sort::Waits && wide.len() > MOST;
                if tangle {
                    wide.drain(..).for_each(count);
                }
            }
        }
        let mut crowds = Vec::new();
        for (cell, (count, one)) in cells.into_iter().enumerate() {
            match one {
                Some(one) if count == 1 && !tangle => wide.push(one),
                Some(_) => crowds.push((cell, count)),
                None => {}
            }
        }
        let bars = wide.into_iter().map(|((at, first, last), from, to)| {
            let (text, colour, title) = about(at);
            Bar {
                from,
                to,
                text,
                colour,
                title,
                first,
                closed: last.is_some(),
            }
        });
        Lane {
            name,
            sort,
            bars: bars.collect(),
            crowds,
        }
    }

    fn open(&self, choices: &[EventIndex]) -> Vec<f64> {
        let mut open: Vec<f64> = Vec::new();
        for &event in choices {
            let x = self.place(event);
            let far = open.last().is_none_or(|before| x - before > 0.01);
            if (0.0..=1.0).contains(&x) && far {
                open.push(x);
            }
        }
        open
    }

    /// Marks on the axis, and folds.
    #[allow(clippy::type_complexity)]
    fn marks(&self) -> (Vec<(f64, VirtualTime)>, Vec<(f64, VirtualTime)>) {
        let (mut ticks, mut folds) = (Vec::new(), Vec::new());
        let mut before: Option<(f64, VirtualTime)> = None;
        for knot in self.axis.knots_from(self.window.from) {
            let x = self.window.place(knot.x);
            if let Some((from, at)) = before.filter(|(from, _)| knot.folded && *from < 1.0) {
                folds.push(((from + x) / 2.0, knot.at.since(at)));
            }
            before = Some((x, knot.at));
            if x > 1.0 {
                break;
            }
            // Times that are written alike would be the same mark twice.
            let far = ticks
                .last()
                .is_none_or(|&(before, at): &(f64, VirtualTime)| {
                    x - before >= TICK_DISTANCE
                        && knot.at > at
                        && knot.at.to_string() != at.to_string()
                });
            if far && (0.0..=1.0 - TICK_DISTANCE / 2.0).contains(&x) {
                ticks.push((x, knot.at));
            }
        }
        (ticks, folds)
    }
}

#[cfg(test)]
mod tests {
    use super::{CELLS, Lanes, Sort};
    use crate::state::{Axis, Window};
    use loopscope_model::replay::Recording;
    use loopscope_model::{Event, EventKind, Phase, RuleId, Scenario, TaskId, Trace, VirtualTime};

    /// A run of so many callbacks, a millisecond from each to the next.
    fn calls(count: u32) -> Recording {
        let mut trace = Trace::new(Scenario::of_program(""));
        let mut then = |at: u32, kind| {
            let at = VirtualTime::from_millis(at.into());
            trace.events.push(Event {
                at,
                cause: None,
                kind,
            });
        };
        for n in 0..count {
            let (task, rule) = (TaskId(n + 1), RuleId::PhaseOrder);
            let phase = Phase::Timers;
            then(n, EventKind::PhaseEntered { phase, rule });
            then(n, EventKind::TaskStarted { task, rule });
            then(n, EventKind::TaskEnded { task, threw: false });
        }
        Recording::from_trace(trace)
    }

    fn seen(recording: &Recording, from: f64, to: f64) -> Lanes {
        Lanes::of(recording, &Axis::of(recording), Window { from, to }, &[])
    }

    #[test]
    fn each_call_is_counted_once_and_little_is_drawn() {
        let recording = calls(100_000);
        let lanes = seen(&recording, 0.0, 1.0);
        for lane in &lanes.lanes {
            // A cell each, and what has not ended.
            assert!(
                lane.bars.len() + lane.crowds.len() <= CELLS + 1,
                "{}",
                lane.name
            );
            let all: u32 = lane.crowds.iter().map(|(_, count)| count).sum();
            assert_eq!(all as usize + lane.bars.len(), 100_000, "{}", lane.name);
        }
        assert!(lanes.ticks.len() <= 17, "{:?}", lanes.ticks);
    }

    #[test]
    fn zoomed_in_each_has_its_own_bar_with_its_number() {
        let recording = calls(100_000);
        let lanes = seen(&recording, 0.5, 0.5002);
        let main = &lanes.lanes[0];
        assert_eq!((main.sort, main.crowds.len()), (Sort::Main, 0));
        assert!((15..30).contains(&main.bars.len()), "{}", main.bars.len());
        assert!(main.bars.iter().all(|bar| bar.to >= 0.0 && bar.from <= 1.0));
        let numbers: Vec<u32> = main
            .bars
            .iter()
            .filter_map(|bar| bar.text.parse().ok())
            .collect();
        assert!(numbers.contains(&50_010), "{numbers:?}");
        assert_eq!(lanes.lanes[1].bars[1].text, "timers");
    }

    #[test]
    fn what_spans_the_window_is_seen_in_it() {
        let mut trace = calls(100).to_trace();
        let at = VirtualTime::ZERO;
        let (task, due) = (TaskId(500), VirtualTime::from_millis(99));
        let arm = EventKind::TimerArmed {
            task,
            delay: 99,
            due,
            refed: true,
        };
        trace.events.insert(
            0,
            Event {
                at,
                cause: None,
                kind: arm,
            },
        );
        let recording = Recording::from_trace(trace);
        let lanes = seen(&recording, 0.4, 0.5);
        let timers = lanes.lanes.last().unwrap();
        assert_eq!((timers.name.as_str(), timers.bars.len()), ("timers", 1));
        assert!(timers.bars[0].from < 0.0 && timers.bars[0].to > 1.0);
    }
}
