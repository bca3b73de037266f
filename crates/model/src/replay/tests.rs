use super::{LoopState, Recording, Stage, Stride};
use crate::anchor::anchor_of;
use crate::event::{Ending, EventKind};
use crate::fixture::{Story, in_chunks, nonsense};
use crate::picture;
use crate::rule::RuleId;
use crate::source::{FunctionId, ProbeId};
use crate::task::{Phase, Queue, TaskId, TaskKind};
use crate::time::VirtualTime;
use crate::trace::Trace;
use proptest::prelude::*;

/// Each state is the fold of the events before it, however the recording got there.
fn replays(trace: &Trace, recording: &Recording) -> Result<(), TestCaseError> {
    let mut state = LoopState::default();
    prop_assert_eq!(&recording.state_after(0), &state);
    for (done, event) in trace.events.iter().enumerate() {
        state.apply(event);
        prop_assert_eq!(&recording.state_after(done as u32 + 1), &state);
    }
    for step in 0..recording.step_count() {
        let end = recording.events_of_step(step).end as usize;
        let folded = LoopState::fold(&trace.events[..end]);
        prop_assert_eq!(recording.state_at(step), folded);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn replay_is_a_fold(trace in nonsense(), size in 1..100_usize) {
        replays(&trace, &in_chunks(&trace, size))?;
    }

    #[test]
    fn events_come_back(trace in nonsense()) {
        let recording = Recording::from_trace(trace.clone());
        for (index, event) in trace.events.iter().enumerate() {
            prop_assert_eq!(recording.event(index as u32), Some(event.clone()));
        }
        prop_assert_eq!(recording.event(trace.events.len() as u32), None);
        prop_assert_eq!(recording.to_trace(), trace);
    }

    #[test]
    fn pieces_make_no_difference(trace in nonsense(), size in 1..100_usize) {
        let (whole, pieces) = (Recording::from_trace(trace.clone()), in_chunks(&trace, size));
        prop_assert_eq!(whole.step_count(), pieces.step_count());
        prop_assert_eq!(whole.outputs(), pieces.outputs());
        prop_assert_eq!(whole.timeline(), pieces.timeline());
        let last = whole.last_step();
        prop_assert_eq!(picture::picture(&whole, last), picture::picture(&pieces, last));
    }

    #[test]
    fn steps_cover_all_events(trace in nonsense()) {
        let recording = Recording::from_trace(trace);
        let mut next = 0;
        for step in 0..recording.step_count() {
            let events = recording.events_of_step(step);
            prop_assert_eq!(events.start, next);
            prop_assert_eq!(step == 0, events.is_empty());
            for event in events.clone() {
                prop_assert_eq!(recording.step_of_event(event), step);
            }
            let name = recording.event_of_step(step);
            prop_assert!(name.is_none_or(|event| events.contains(&event)));
            next = events.end;
        }
        prop_assert_eq!(next, recording.event_count());
    }

    #[test]
    fn time_never_goes_back(trace in nonsense()) {
        let recording = Recording::from_trace(trace);
        let times = (0..recording.step_count()).map(|step| recording.state_at(step).now);
        prop_assert!(times.is_sorted());
    }

    /// Whatever a trace says, there is a picture of each step, words for it, and an anchor that leads back.
    #[test]
    fn nothing_panics(trace in nonsense()) {
        let recording = Recording::from_trace(trace);
        for step in 0..recording.step_count() + 2 {
            let shown = picture::picture(&recording, step);
            prop_assert!(shown.why.sentence.ends_with(['.', '`']), "{}", shown.why.sentence);
            prop_assert!(picture::text(&shown).ends_with('\n'));
            let back = anchor_of(&recording, step).resolve(&recording);
            prop_assert_eq!((back.step, back.note), (step.min(recording.last_step()), None));
        }
        for number in 0..recording.outputs().len() {
            prop_assert!(picture::console_line(&recording, number).is_some());
        }
    }

    #[test]
    fn travel_agrees_with_the_steps(trace in nonsense()) {
        let recording = Recording::from_trace(trace);
        for stride in [Stride::Step, Stride::Statement, Stride::Callback, Stride::Phase, Stride::Output] {
            let mut visited = Vec::new();
            let mut step = 0;
            while let Some(next) = recording.next(step, stride) {
                prop_assert!(next > step);
                visited.push(next);
                step = next;
            }
            for (at, &step) in visited.iter().enumerate().rev() {
                let before = if at == 0 { 0 } else { visited[at - 1] };
                prop_assert_eq!(recording.previous(step, stride), Some(before));
            }
            prop_assert_eq!(recording.previous(0, stride), None);
        }
    }

    #[test]
    fn keyframes_take_half_at_most(trace in nonsense()) {
        let recording = Recording::from_trace(trace);
        let (events, keyframes) = recording.byte_len();
        prop_assert!(keyframes * 2 <= events);
    }
}

/// A program that sets timers and prints, long enough for many keyframes.
fn long(rounds: u32) -> Story {
    let mut story = Story::new("const a = 1;\nsetTimeout(f, 5);\nconsole.log(a);", &["f"]);
    story.main();
    for round in 1..=rounds {
        let ms = u64::from(round / 8);
        story.at(ms).line(2);
        story
            .create(round, TaskKind::Timeout, "f", Some(2))
            .arm(round, 5);
        if round > 20 {
            let due = round - 20;
            story.queue(due, Queue::Phase(Phase::Timers));
            story.start(due, RuleId::TimerOrder);
            story
                .then(EventKind::Enter(FunctionId(1)))
                .line(3)
                .print("1")
                .end(due);
        }
    }
    story.end(0).then(EventKind::Ended(Ending::Exited(0)));
    story
}

#[test]
fn a_long_recording_has_keyframes_and_replays() {
    let story = long(600);
    let recording = in_chunks(story.trace(), 64);
    replays(story.trace(), &recording).unwrap();
    let (events, keyframes) = recording.byte_len();
    assert!(
        keyframes > 1000 && keyframes * 2 <= events,
        "{events} {keyframes}"
    );
}

#[test]
fn a_step_takes_few_bytes_and_a_seek_reads_few_events() {
    let recording = long(50_000).recording();
    let steps = recording.step_count() as usize;
    let bytes = recording.memory() / steps;
    assert!(bytes < 60, "{bytes} bytes a step");
    assert!(recording.longest_replay() < 2_000);
}

#[test]
fn labels_are_there_from_the_beginning() {
    let mut story = Story::new("p.then(show);", &["show"]);
    story
        .main()
        .line(1)
        .create(1, TaskKind::PromiseJob, "", None);
    story.queue(1, Queue::Microtasks).end(0);
    let (task, label) = (TaskId(1), "show".to_owned());
    let before = story.recording();
    assert_eq!(picture::card(&before, task).label, "promise job");
    let site = Some(ProbeId(0));
    story.then(EventKind::TaskIdentified { task, label, site });
    let recording = story.recording();
    assert_eq!(before.step_count(), recording.step_count());
    let queued = picture::picture(&recording, recording.last_step() - 1);
    assert_eq!(queued.microtasks.cards[0].label, "show");
    assert_eq!(queued.microtasks.cards[0].line, Some(1));
}

#[test]
fn the_timeline_has_a_lane_for_each() {
    let mut story = Story::new("a();\nb();", &[]);
    story
        .main()
        .line(1)
        .create(1, TaskKind::Timeout, "t", Some(1))
        .arm(1, 5);
    story.line(2).create(2, TaskKind::Io, "r", Some(2));
    story.submit(2, "read a").work(2, 3, 9).at(4).end(0);
    story.at(9).complete(2, 3);
    let recording = story.recording();
    let timeline = recording.timeline();
    let ms = VirtualTime::from_millis;
    assert_eq!(timeline.main[0].to, Some(ms(4)));
    assert_eq!(
        (timeline.timers[0].from, timeline.timers[0].to),
        (ms(0), None)
    );
    assert_eq!(
        (timeline.pool[&3][0].from, timeline.pool[&3][0].to),
        (ms(0), Some(ms(9)))
    );
    assert!(timeline.kernel.is_empty());
}

#[test]
fn stages() {
    let mut story = Story::new("a();", &[]);
    story.main().line(1).end(0);
    story
        .then(EventKind::IterationStarted(1))
        .phase(Phase::Timers);
    story.then(EventKind::ProcessEvent("exit".to_owned()));
    story.then(EventKind::Ended(Ending::Exited(0)));
    let recording = story.recording();
    let stages: Vec<Stage> = (0..recording.step_count())
        .map(|step| recording.state_at(step).stage)
        .collect();
    let (main, before) = (Stage::Main, Stage::BeforeStart);
    assert_eq!(
        stages,
        [
            before,
            before,
            main,
            main,
            main,
            Stage::Loop,
            Stage::Exit,
            Stage::Ended
        ]
    );
}
