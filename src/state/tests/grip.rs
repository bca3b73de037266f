//! Dragging what ends on the timeline.

use super::Page;
use crate::state::{Action, Frame, Key, LanesAction, Place, action_of};
use loopscope_model::replay::{Recording, TimelineSpan};
use loopscope_model::{Event, EventIndex, EventKind, TaskId, TaskKind};

impl Page {
    fn timer(&self) -> TimelineSpan {
        self.state.recording.as_ref().unwrap().timeline().timers[0]
    }

    fn work(&self) -> TimelineSpan {
        self.state.recording.as_ref().unwrap().timeline().pool[&0][0]
    }

    fn take(&mut self, first: EventIndex) {
        self.send(Action::Lanes(LanesAction::Down(1, 0.5, Some(first))));
    }

    /// Drags what is in the hand to this event's place and lets it go.
    fn drag_to(&mut self, event: EventIndex) {
        let x = self.state.axis.at_event(event);
        self.send(Action::Lanes(LanesAction::Drag(1, x)));
        self.send(Action::Lanes(LanesAction::Up(1, true)));
    }

    fn press(&mut self, name: &str) {
        let key = Key {
            name: name.to_owned(),
            ..Key::default()
        };
        if let Some(action) = action_of(&self.state, &key, Place::Lanes) {
            self.send(action);
        }
    }

    fn says(&self) -> String {
        let grip = self.state.lanes.grip.as_ref();
        grip.map(|grip| grip.says()).unwrap_or_default()
    }

    fn latency(&self) -> u64 {
        let draft = self.state.draft.as_ref().unwrap();
        draft.scenario.world.latencies[&"fs.readFile users.json".to_owned()]
    }
}

fn ready() -> Page {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page
}

#[test]
fn dragging_a_timer_changes_its_number_in_the_program_and_runs_it() {
    let mut page = ready();
    let (timer, text) = (page.timer(), page.text().to_owned());
    page.take(timer.first);
    assert!(
        page.says().ends_with("10 ms; drag its end, or ← →"),
        "{}",
        page.says()
    );
    page.drag_to(page.work().last);
    let version = page.state.draft.as_ref().unwrap().text;
    assert_eq!(page.text(), text.replace("10'), 10)", "10'), 3)"));
    // The editor is given the text: it can be undone there.
    assert_eq!((page.runs(), version), (1, 1));
}

#[test]
fn dragging_an_operation_changes_how_long_it_takes() {
    let mut page = ready();
    let (work, text) = (page.work(), page.text().to_owned());
    page.take(work.first);
    page.drag_to(page.timer().last);
    assert!(page.latency() > 3000, "{}", page.latency());
    assert_eq!((page.text(), page.runs()), (text.as_str(), 1));
}

#[test]
fn while_it_is_dragged_the_program_runs_with_the_latest_and_the_draft_stays() {
    let mut page = ready();
    let (text, axis) = (page.text().to_owned(), page.state.axis.clone());
    let to = |page: &Page, event| LanesAction::Drag(1, page.state.axis.at_event(event));
    page.take(page.timer().first);
    page.send(Action::Lanes(to(&page, page.work().last)));
    assert_eq!((page.text(), page.runs()), (text.as_str(), 1));
    // One run at a time: what is wanted in between is not run.
    for event in [3, 4, page.work().first] {
        page.send(Action::Lanes(to(&page, event)));
    }
    let wanted = page.state.lanes.grip.as_ref().unwrap().wanted.unwrap();
    assert_eq!(page.runs(), 1);
    page.answer();
    assert_eq!((page.text(), page.runs()), (text.as_str(), 2));
    let run = page.state.run.scenario.as_ref().unwrap().program();
    assert!(
        run.contains(&format!("10'), {})", wanted.millis())),
        "{run}"
    );
    page.record();
    let revision = page.state.revision;
    page.send(Action::RunFinished(page.state.run.id));
    // What is drawn is made anew, so that what has changed is marked.
    assert_ne!(page.state.revision, revision);
    assert!(page.state.axis == axis, "the axis stays under the hand");
    assert!(!page.state.edited());
    // Compared is with what was there before it was dragged.
    assert_eq!(page.state.before.as_ref().map(Vec::len), Some(7));
    page.send(Action::Lanes(LanesAction::Up(1, true)));
    let version = page.state.draft.as_ref().unwrap().text;
    assert!(page.text().contains(&format!("10'), {})", wanted.millis())));
    assert_eq!((page.runs(), version), (2, 1));
    assert!(!page.state.edited());
}

#[test]
fn a_drag_that_is_taken_away_leaves_everything_as_it_was() {
    let mut page = ready();
    let scenario = page.state.draft.as_ref().unwrap().scenario.clone();
    page.take(page.work().first);
    page.send(Action::Lanes(LanesAction::Drag(1, 0.9)));
    page.answer();
    page.send(Action::Lanes(LanesAction::Up(1, false)));
    assert_eq!(page.runs(), 2);
    page.answer();
    assert_eq!(page.state.draft.as_ref().unwrap().scenario, scenario);
    assert_eq!(*page.state.recording.as_ref().unwrap().scenario(), scenario);
}

#[test]
fn what_is_dragged_back_changes_nothing() {
    let mut page = ready();
    page.take(page.work().first);
    page.drag_to(page.work().last);
    assert_eq!((page.latency(), page.runs()), (3000, 0));
    // Taken away by the browser, a drag is none.
    page.take(page.work().first);
    page.send(Action::Lanes(LanesAction::Drag(1, 0.9)));
    page.send(Action::Lanes(LanesAction::Up(1, false)));
    // It was tried, and that is undone.
    assert_eq!((page.latency(), page.runs()), (3000, 2));
}

#[test]
fn keys_choose_an_end_and_move_it() {
    let mut page = ready();
    let step = page.state.step;
    page.press("ArrowDown");
    page.press("ArrowRight");
    // The timer is set first.
    assert!(page.text().contains("10'), 15)"), "{}", page.text());
    page.send(Action::Cancel);
    page.send(Action::Revert);
    page.press("ArrowDown");
    page.press("ArrowRight");
    // While that is run, another press is kept.
    page.press("ArrowRight");
    assert_eq!((page.latency(), page.runs()), (3100, 2));
    page.answer();
    assert_eq!((page.latency(), page.runs()), (3200, 3));
    page.answer();
    page.press("Escape");
    assert_eq!(page.says(), "");
    page.press("ArrowLeft");
    assert_ne!(page.state.step, step);
}

#[test]
fn the_output_is_compared_with_that_of_the_run_before() {
    let mut page = ready();
    page.take(page.work().first);
    page.press("ArrowLeft");
    assert_eq!(page.latency(), 2900);
    assert_eq!(page.state.before.as_ref().map(Vec::len), Some(7));
    page.answer();
    assert_eq!(page.state.before.as_ref().map(Vec::len), Some(7));
    page.send(Action::Run(false));
    assert_eq!(page.state.before, None);
}

#[test]
fn what_cannot_be_dragged_says_why() {
    let mut page = ready();
    page.edit("setTimeout(later);");
    page.take(page.timer().first);
    assert!(
        page.says().contains("edited since this run"),
        "{}",
        page.says()
    );
    page.drag_to(page.work().last);
    assert_eq!((page.text(), page.runs()), ("setTimeout(later);", 0));
    let mut page = ready();
    page.state.frame = Some(Frame {
        readonly: true,
        ..Frame::default()
    });
    page.take(page.timer().first);
    assert!(
        page.says().contains("cannot be changed here"),
        "{}",
        page.says()
    );
}

#[test]
fn an_edited_program_keeps_its_edits_while_the_one_that_is_shown_runs_again() {
    let mut page = ready();
    page.edit("// mine");
    page.take(page.work().first);
    page.press("ArrowRight");
    assert_eq!(
        (page.text(), page.latency(), page.runs()),
        ("// mine", 3100, 1)
    );
    let run = page.state.run.scenario.as_ref();
    assert!(run.is_none_or(|run| run.program() != "// mine"));
}

#[test]
fn one_call_of_several_is_dragged_and_with_shift_all_of_them() {
    let again = || {
        let mut page = ready();
        let mut trace = page.state.recording.as_ref().unwrap().to_trace();
        let last = trace.events.last().unwrap().clone();
        let task = TaskId(99);
        trace.events.push(Event {
            kind: EventKind::TaskCreated {
                task,
                kind: TaskKind::Io,
                label: "fs.readFile users.json".to_owned(),
                site: None,
            },
            ..last
        });
        page.state.recording = Some(Recording::from_trace(trace));
        page.take(page.work().first);
        page
    };
    let latencies = |page: &Page| -> Vec<(String, u64)> {
        let draft = page.state.draft.as_ref().unwrap();
        draft.scenario.world.latencies.clone().into_iter().collect()
    };
    let all = ("fs.readFile users.json".to_owned(), 3000);
    let mut page = again();
    assert!(page.says().contains("call 1 of 2: 3 ms"), "{}", page.says());
    page.drag_to(page.timer().last);
    let one = latencies(&page);
    assert_eq!((&one[0], one.len()), (&all, 2));
    assert_eq!(one[1].0, "fs.readFile users.json #1");
    assert!(one[1].1 > 3000, "{}", one[1].1);

    page = again();
    page.state.draft = {
        let mut draft = page.state.draft.clone().unwrap();
        draft.scenario.world.latencies.extend(one);
        Some(draft)
    };
    page.send(Action::Lanes(LanesAction::All));
    assert!(page.says().contains("all 2 calls"), "{}", page.says());
    page.drag_to(page.timer().last);
    let [(name, micros)] = &latencies(&page)[..] else {
        panic!("{:?}", latencies(&page));
    };
    assert_eq!(*name, all.0);
    assert!(*micros > 3000, "{micros}");
}
