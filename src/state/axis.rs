//! The axis of the timeline: which place stands for which event and which time.
//!
//! Virtual time alone is no axis to read: all that a callback does costs none of it, and then nothing happens for a
//! second. So the axis runs along the events. Each stretch between two events of interest has room for what happens in
//! it and, growing with the logarithm, for the time that passes. A long stretch in which the main thread is idle is
//! folded: it has little more room than a short one, and is marked.

use loopscope_model::replay::{Recording, Timeline, TimelineSpan};
use loopscope_model::{EventIndex, VirtualTime};

/// The axis. Places are from 0 to 1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    knots: Vec<Knot>,
    /// How many events it was made of.
    pub events: EventIndex,
}

/// The beginning or the end of a stretch of work or waiting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Knot {
    /// The event.
    pub event: EventIndex,
    /// When.
    pub at: VirtualTime,
    /// Where on the axis.
    pub x: f64,
    /// Whether the stretch before it is folded.
    pub folded: bool,
}

/// A stretch without JavaScript is folded if it is longer than this.
const FOLDED: f64 = 30.0;

impl Axis {
    /// The axis of a recording.
    pub fn of(recording: &Recording) -> Axis {
        let end = recording.event_count().saturating_sub(1);
        Axis {
            events: recording.event_count(),
            ..Axis::of_spans(recording.timeline(), end)
        }
    }

    fn of_spans(timeline: &Timeline, end: EventIndex) -> Axis {
        let mut points = vec![(0, VirtualTime::ZERO)];
        insert(&mut points, (end, timeline.end));
        for span in spans(timeline) {
            insert(&mut points, (span.first, span.from));
            if let Some(to) = span.to {
                insert(&mut points, (span.last, to));
            }
        }
        let mut knots: Vec<Knot> = Vec::with_capacity(points.len());
        let (mut x, mut event, mut at) = (0.0, 0, VirtualTime::ZERO);
        let mut main = timeline.main.iter().peekable();
        let mut busy_until = 0;
        for point in points {
            while let Some(span) = main.next_if(|span| span.first <= event) {
                let last = if span.to.is_some() { span.last } else { end };
                busy_until = busy_until.max(last);
            }
            let time = point.1.since(at).as_millis_f64();
            let folded = time > FOLDED && point.0 > busy_until;
            x += room(point.0 - event, time, folded);
            (event, at) = point;
            knots.push(Knot {
                event,
                at,
                x,
                folded,
            });
        }
        let whole = if x > 0.0 { x } else { 1.0 };
        for knot in &mut knots {
            knot.x /= whole;
        }
        Axis { knots, events: 0 }
    }

    /// How many knots there are.
    pub fn len(&self) -> usize {
        self.knots.len()
    }

    /// The knots from the last one before this place on.
    pub fn knots_from(&self, x: f64) -> &[Knot] {
        let behind = self.knots.partition_point(|knot| knot.x <= x);
        &self.knots[behind.saturating_sub(1)..]
    }

    /// Where an event is.
    pub fn at_event(&self, event: EventIndex) -> f64 {
        let behind = self.knots.partition_point(|knot| knot.event <= event);
        self.between(behind).map_or(0.0, |(before, after)| {
            let events = (after.event - before.event).max(1);
            let part = f64::from(event.min(after.event) - before.event) / f64::from(events);
            before.x + part * (after.x - before.x)
        })
    }

    /// The event at a place.
    pub fn event_at(&self, x: f64) -> EventIndex {
        let behind = self.knots.partition_point(|knot| knot.x <= x);
        self.between(behind).map_or(0, |(before, after)| {
            before.event
                + (part(before, after, x) * f64::from(after.event - before.event)).round()
                    as EventIndex
        })
    }

    /// The time at a place. Where the clock has come to its end it goes on: what is dragged there may take twice as long, or
    /// longer.
    pub fn time_at(&self, x: f64) -> VirtualTime {
        let behind = self.knots.partition_point(|knot| knot.x <= x);
        let (Some((before, after)), Some(end)) = (self.between(behind), self.knots.last()) else {
            return VirtualTime::ZERO;
        };
        let last = self.knots.partition_point(|knot| knot.at < end.at);
        let stands = self.knots.get(last).map_or(1.0, |knot| knot.x);
        let time = if x > stands {
            let whole = (end.at.0 as f64).max(1e6);
            end.at.0 as f64 + (x - stands) * whole * 4.0
        } else {
            before.at.0 as f64 + part(before, after, x) * after.at.since(before.at).0 as f64
        };
        VirtualTime(time as u64)
    }

    /// The knots around the place in front of which there are so many of them.
    fn between(&self, behind: usize) -> Option<(Knot, Knot)> {
        let before = *self.knots.get(behind.saturating_sub(1))?;
        Some((before, self.knots.get(behind).copied().unwrap_or(before)))
    }
}

fn part(before: Knot, after: Knot, x: f64) -> f64 {
    let whole = after.x - before.x;
    if whole > 0.0 {
        ((x - before.x) / whole).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// All spans, lane by lane.
pub fn spans(timeline: &Timeline) -> impl Iterator<Item = &TimelineSpan> {
    let lanes = [&timeline.main, &timeline.kernel, &timeline.timers];
    lanes.into_iter().chain(timeline.pool.values()).flatten()
}

/// Puts a point where it belongs; there is one for each event. Bars come nearly in order, so little has to be moved.
fn insert(points: &mut Vec<(EventIndex, VirtualTime)>, point: (EventIndex, VirtualTime)) {
    let place = points.partition_point(|known| known.0 < point.0);
    if points.get(place).is_none_or(|known| known.0 != point.0) {
        points.insert(place, point);
    }
}

/// The room for a stretch with so many events in so many milliseconds.
fn room(events: u32, time: f64, folded: bool) -> f64 {
    let (shown, rest) = if folded {
        (FOLDED, time / FOLDED)
    } else {
        (time, 1.0)
    };
    f64::from(events).ln_1p() + 3.0 * shown.ln_1p() + 0.5 * (rest - 1.0).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::Axis;
    use loopscope_model::replay::{Timeline, TimelineSpan};
    use loopscope_model::{TaskId, VirtualTime};

    /// Calls that take no time, at these events and times.
    fn axis(calls: &[(u32, u32, u64)]) -> Axis {
        let mut timeline = Timeline::default();
        for (task, &(first, last, at)) in calls.iter().enumerate() {
            timeline.end = VirtualTime::from_millis(at);
            timeline.main.push(TimelineSpan {
                task: TaskId(task as u32),
                from: timeline.end,
                to: Some(timeline.end),
                first,
                last,
            });
        }
        Axis::of_spans(&timeline, calls.last().map_or(0, |call| call.1 + 5))
    }

    fn three() -> Axis {
        axis(&[(1, 9, 0), (12, 20, 5), (22, 30, 1000)])
    }

    #[test]
    fn it_runs_from_nothing_to_one_and_never_back() {
        let axis = three();
        let places: Vec<f64> = (0..=35).map(|event| axis.at_event(event)).collect();
        assert_eq!((places[0], places[35]), (0.0, 1.0));
        assert!(
            places.windows(2).all(|pair| pair[0] < pair[1]),
            "{places:?}"
        );
    }

    #[test]
    fn a_place_leads_back_to_its_event() {
        let axis = three();
        for event in 0..=35 {
            assert_eq!(axis.event_at(axis.at_event(event)), event);
        }
        assert_eq!(axis.event_at(2.0), 35);
    }

    #[test]
    fn a_place_has_a_time_and_so_has_what_lies_behind_the_end() {
        let axis = three();
        let time = |x| axis.time_at(x).millis();
        assert_eq!(time(axis.at_event(12)), 5);
        assert_eq!(time(axis.at_event(22)), 1000);
        let between = (axis.at_event(20) + axis.at_event(22)) / 2.0;
        assert!((400..600).contains(&time(between)), "{}", time(between));
        assert!(time(1.25) >= 2000);
        let stands = (axis.at_event(22) + 1.0) / 2.0;
        assert!(
            (1001..time(1.0)).contains(&time(stands)),
            "{}",
            time(stands)
        );
    }

    #[test]
    fn a_long_idle_stretch_is_folded_and_a_busy_one_is_not() {
        let folds = |axis: &Axis| axis.knots_from(0.0).iter().filter(|k| k.folded).count();
        assert_eq!(folds(&three()), 1);
        let mut busy = Timeline::default();
        busy.end = VirtualTime::from_millis(1000);
        busy.main.push(TimelineSpan {
            task: TaskId(0),
            from: VirtualTime::ZERO,
            to: Some(busy.end),
            first: 1,
            last: 9,
        });
        assert_eq!(folds(&Axis::of_spans(&busy, 9)), 0);
        // A second and an hour differ by little where nothing happens.
        let gap = |ms| {
            let axis = axis(&[(1, 9, 0), (12, 20, ms)]);
            axis.at_event(12) - axis.at_event(9)
        };
        assert!(gap(3_600_000) < 1.4 * gap(1000));
    }

    #[test]
    fn an_empty_recording_has_a_place_too() {
        let axis = axis(&[]);
        assert_eq!((axis.at_event(0), axis.event_at(0.5)), (0.0, 0));
        assert_eq!(Axis::default().at_event(3), 0.0);
    }
}
