//! Where things stand on the timeline.
//!
//! Virtual time alone is no axis to read: all that a callback does costs none of it, and then nothing happens for a
//! second. So the axis runs along the events. Each stretch between two events of interest has room for what happens in it
//! and, growing with the logarithm, for the time that passes; the marks on the axis name the time.

use loopscope_model::picture::COLOURS;
use loopscope_model::replay::{Recording, TimelineSpan};
use loopscope_model::{EventIndex, VirtualTime};

/// A bar: where it begins and ends, 0 to 1, and whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The task's number.
    pub number: u32,
    /// Its colour.
    pub colour: u32,
    /// What to call it.
    pub title: String,
    /// Whether the end has been recorded.
    pub closed: bool,
    /// For how many tasks it stands if they are too narrow to be told apart; 0 for a bar that is not.
    pub crowd: u32,
}

/// A lane: its name and its bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// What the lane is called.
    pub name: String,
    /// Its bars; later ones lie on top.
    pub bars: Vec<Bar>,
    /// Whether the bars are waits, drawn as lines.
    pub waits: bool,
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
    knots: Vec<Knot>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Knot {
    event: EventIndex,
    at: VirtualTime,
    x: f64,
}

/// Bars that are narrower than this, and closer to each other, cannot be told apart: they are drawn as one.
const NARROW: f64 = 0.0015;

/// Marks closer than this are left out.
const TICK_DISTANCE: f64 = 0.06;

impl Lanes {
    /// The timeline of a recording; `choices` are the events at which Node promises no order.
    pub fn of(recording: &Recording, choices: &[EventIndex]) -> Lanes {
        let timeline = recording.timeline();
        let mut named: Vec<(String, &[TimelineSpan], bool)> =
            vec![("main thread".to_owned(), &timeline.main, false)];
        for (thread, spans) in &timeline.pool {
            named.push((format!("pool thread {thread}"), spans, false));
        }
        if !timeline.kernel.is_empty() {
            named.push(("kernel".to_owned(), &timeline.kernel, false));
        }
        if !timeline.timers.is_empty() {
            named.push(("timers".to_owned(), &timeline.timers, true));
        }
        let end = (recording.event_count().saturating_sub(1), timeline.end);
        let knots = knots(named.iter().flat_map(|(_, spans, _)| spans.iter()), end);
        let mut lanes = Lanes {
            lanes: Vec::new(),
            open: Vec::new(),
            ticks: ticks(&knots),
            knots,
        };
        lanes.open = choices.iter().map(|&event| lanes.at_event(event)).collect();
        lanes.lanes = named
            .into_iter()
            .map(|(name, spans, waits)| Lane {
                name,
                waits,
                bars: lanes.bars(recording, spans),
            })
            .collect();
        lanes
    }

    fn bars(&self, recording: &Recording, spans: &[TimelineSpan]) -> Vec<Bar> {
        let mut bars: Vec<Bar> = Vec::new();
        for span in spans {
            let (from, to) = self.extent(span);
            match bars.last_mut() {
                Some(last) if last.crowd > 0 && to - from < NARROW && from - last.to < NARROW => {
                    last.to = last.to.max(to);
                    last.crowd += 1;
                    last.title = format!(
                        "{} tasks, too close to each other to be told apart",
                        last.crowd
                    );
                }
                _ => bars.push(self.bar(recording, span)),
            }
        }
        bars
    }

    fn extent(&self, span: &TimelineSpan) -> (f64, f64) {
        let to = if span.to.is_some() {
            self.at_event(span.last)
        } else {
            1.0
        };
        (self.at_event(span.first), to)
    }

    fn bar(&self, recording: &Recording, span: &TimelineSpan) -> Bar {
        let number = span.task.0;
        let label = recording
            .task(span.task)
            .map_or("", |task| task.label.as_str());
        let until = span.to.map_or("…".to_owned(), |to| format!("{to} ms"));
        let (from, to) = self.extent(span);
        Bar {
            from,
            to,
            number,
            colour: number % COLOURS,
            title: format!("{number} {label}: {} ms to {until}", span.from),
            closed: span.to.is_some(),
            crowd: u32::from(to - from < NARROW),
        }
    }

    /// Where an event is, 0 to 1.
    pub fn at_event(&self, event: EventIndex) -> f64 {
        let behind = self.knots.partition_point(|knot| knot.event <= event);
        let (Some(before), after) = (self.knots[..behind].last(), self.knots.get(behind)) else {
            return 0.0;
        };
        let Some(after) = after else {
            return before.x;
        };
        let part = f64::from(event - before.event) / f64::from(after.event - before.event);
        before.x + part * (after.x - before.x)
    }

    /// The event at a place, 0 to 1.
    pub fn event_at(&self, x: f64) -> EventIndex {
        let behind = self.knots.partition_point(|knot| knot.x <= x);
        let (Some(before), after) = (self.knots[..behind].last(), self.knots.get(behind)) else {
            return 0;
        };
        let Some(after) = after else {
            return before.event;
        };
        let part = (x - before.x) / (after.x - before.x);
        before.event + (part * f64::from(after.event - before.event)).round() as EventIndex
    }
}

/// The events at which a bar begins or ends, with their places.
fn knots<'a>(
    spans: impl Iterator<Item = &'a TimelineSpan>,
    end: (EventIndex, VirtualTime),
) -> Vec<Knot> {
    let mut points = vec![(0, VirtualTime::ZERO)];
    insert(&mut points, end);
    for span in spans {
        insert(&mut points, (span.first, span.from));
        if let Some(to) = span.to {
            insert(&mut points, (span.last, to));
        }
    }
    let mut x = 0.0;
    let mut before = (0, VirtualTime::ZERO);
    let mut knots: Vec<Knot> = Vec::with_capacity(points.len());
    for (event, at) in points {
        x += room(event - before.0, at.since(before.1));
        before = (event, at);
        knots.push(Knot { event, at, x });
    }
    let whole = if x > 0.0 { x } else { 1.0 };
    for knot in &mut knots {
        knot.x /= whole;
    }
    knots
}

/// Puts a point where it belongs; there is one for each event. Bars come nearly in order, so little has to be moved.
fn insert(points: &mut Vec<(EventIndex, VirtualTime)>, point: (EventIndex, VirtualTime)) {
    let place = points.partition_point(|known| known.0 < point.0);
    if points.get(place).is_none_or(|known| known.0 != point.0) {
        points.insert(place, point);
    }
}

/// The room for a stretch with so many events in so much time.
fn room(events: u32, time: VirtualTime) -> f64 {
    f64::from(events).ln_1p() + 6.0 * time.as_millis_f64().ln_1p()
}

fn ticks(knots: &[Knot]) -> Vec<(f64, VirtualTime)> {
    let mut ticks: Vec<(f64, VirtualTime)> = Vec::new();
    for knot in knots {
        // Times that are written alike would be the same mark twice.
        let far = ticks.last().is_none_or(|&(x, at)| {
            knot.x - x >= TICK_DISTANCE && knot.at > at && knot.at.to_string() != at.to_string()
        });
        if far && knot.x <= 1.0 - TICK_DISTANCE / 2.0 {
            ticks.push((knot.x, knot.at));
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::{Lanes, knots, ticks};
    use loopscope_model::replay::{Recording, TimelineSpan};
    use loopscope_model::{Scenario, TaskId, VirtualTime};

    fn span(task: u32, first: u32, last: u32, from: u64, to: u64) -> TimelineSpan {
        TimelineSpan {
            task: TaskId(task),
            from: VirtualTime::from_millis(from),
            to: Some(VirtualTime::from_millis(to)),
            first,
            last,
        }
    }

    fn lanes() -> Lanes {
        let spans = [
            span(0, 1, 9, 0, 0),
            span(1, 12, 20, 5, 5),
            span(2, 22, 30, 1000, 1000),
        ];
        let knots = knots(spans.iter(), (35, VirtualTime::from_millis(1000)));
        Lanes {
            ticks: ticks(&knots),
            knots,
            ..Lanes::default()
        }
    }

    #[test]
    fn the_axis_runs_from_nothing_to_one_and_never_back() {
        let lanes = lanes();
        let places: Vec<f64> = (0..=35).map(|event| lanes.at_event(event)).collect();
        assert_eq!(places[0], 0.0);
        assert_eq!(places[35], 1.0);
        assert!(
            places.windows(2).all(|pair| pair[0] < pair[1]),
            "{places:?}"
        );
    }

    #[test]
    fn a_place_leads_back_to_its_event() {
        let lanes = lanes();
        for event in 0..=35 {
            assert_eq!(lanes.event_at(lanes.at_event(event)), event);
        }
        assert_eq!(lanes.event_at(2.0), 35);
    }

    #[test]
    fn the_axis_names_the_times() {
        let named: Vec<String> = lanes().ticks.iter().map(|(_, at)| at.to_string()).collect();
        assert_eq!(named, ["0", "5", "1000"]);
    }

    #[test]
    fn bars_that_cannot_be_told_apart_are_drawn_as_one() {
        let spans: Vec<_> = (0..5000)
            .map(|n| span(n, 10 * n, 10 * n + 1, u64::from(n), u64::from(n)))
            .collect();
        let end = (50_000, VirtualTime::from_millis(5000));
        let lanes = Lanes {
            knots: knots(spans.iter(), end),
            ..Lanes::default()
        };
        let recording = Recording::new(Scenario::of_program(""));
        let bars = lanes.bars(&recording, &spans);
        assert!(bars.len() < 1000, "{} bars", bars.len());
        let tasks: u32 = bars.iter().map(|bar| bar.crowd.max(1)).sum();
        assert_eq!(tasks, 5000);
        assert_eq!(lanes.bars(&recording, &spans[..1]).len(), 1);
    }

    #[test]
    fn an_empty_recording_has_a_place_too() {
        let knots = knots(std::iter::empty(), (0, VirtualTime::ZERO));
        let lanes = Lanes {
            knots,
            ..Lanes::default()
        };
        assert_eq!(lanes.at_event(0), 0.0);
        assert_eq!(lanes.event_at(0.5), 0);
    }
}
