//! Breakpoints, files, live runs, recording further.

use super::sample;
use super::{Page, trace_loaded};
use crate::state::{Action, Effect, Landing, Movement};
use loopscope_model::event::{Ending, Limit};
use loopscope_model::{Chunk, EventKind, Scenario};

/// The line of the program that the shown step stands at.
fn line(page: &Page) -> Option<u32> {
    let recording = page.state.recording.as_ref()?;
    let probe = recording.state_at(page.state.step).probe()?;
    Some(recording.probe(probe)?.1.span.line)
}

fn asked(page: &Page) -> Option<&Scenario> {
    page.effects.iter().rev().find_map(|effect| match effect {
        Effect::StartRun(_, scenario) => Some(&**scenario),
        _ => None,
    })
}

#[test]
fn going_to_the_next_breakpoint_and_back() {
    let mut page = Page::open();
    page.send(Action::ToggleBreakpoint(5));
    page.send(Action::ToggleBreakpoint(11));
    page.send(Action::Move(Movement::First));
    page.send(Action::Move(Movement::NextBreakpoint));
    assert_eq!(line(&page), Some(11));
    let first = page.state.step;
    page.send(Action::Move(Movement::NextBreakpoint));
    assert_eq!(line(&page), Some(5));
    page.send(Action::Move(Movement::PreviousBreakpoint));
    assert_eq!(page.state.step, first);
    page.send(Action::Move(Movement::PreviousBreakpoint));
    assert_eq!(page.state.step, 0);
    page.send(Action::ToggleBreakpoint(5));
    page.send(Action::ToggleBreakpoint(11));
    page.send(Action::Move(Movement::NextBreakpoint));
    assert_eq!(page.state.step, page.last());
}

#[test]
fn playing_stops_at_a_breakpoint() {
    let mut page = Page::open();
    page.send(Action::ToggleBreakpoint(5));
    page.send(Action::TogglePlay);
    for _ in 0..page.last() {
        page.send(Action::PlayTick);
    }
    assert!(!page.state.playback.playing);
    assert_eq!(line(&page), Some(5));
    // It goes on from there.
    page.send(Action::TogglePlay);
    page.send(Action::PlayTick);
    assert!(page.state.playback.playing);
}

#[test]
fn a_long_stride_does_not_play_over_a_breakpoint() {
    let mut page = Page::open();
    page.send(Action::ToggleBreakpoint(11));
    page.send(Action::Move(Movement::First));
    page.send(Action::SetStride(loopscope_model::replay::Stride::Output));
    page.send(Action::TogglePlay);
    page.send(Action::PlayTick);
    assert_eq!(line(&page), Some(11));
    assert!(!page.state.playback.playing);
}

#[test]
fn breakpoints_stay_with_their_lines_and_rest_while_the_file_is_edited() {
    let mut page = Page::open();
    page.send(Action::ToggleBreakpoint(5));
    page.edit(&format!("// first\n{}", sample::PROGRAM));
    let lines: Vec<u32> = page.state.breakpoints.lines("main.js").collect();
    assert_eq!(lines, [6]);
    page.send(Action::Move(Movement::First));
    page.send(Action::Move(Movement::NextBreakpoint));
    assert_eq!(
        page.state.step,
        page.last(),
        "these are not the lines that ran"
    );
}

#[test]
fn running_to_a_line() {
    let mut page = Page::open();
    page.send(Action::Move(Movement::First));
    page.send(Action::RunToLine(8));
    assert_eq!(line(&page), Some(8));
    // The only visit is behind: it is found all the same.
    page.send(Action::Move(Movement::Last));
    page.send(Action::RunToLine(11));
    assert_eq!(line(&page), Some(11));
    let step = page.state.step;
    page.send(Action::RunToLine(2));
    assert_eq!(page.state.step, step);
    assert_eq!(page.told(), ["No statement begins in line 2."]);
}

#[test]
fn a_run_paused_at_a_limit_is_recorded_further_and_the_step_stays() {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    let paused = |limit| {
        let mut trace = sample::trace();
        let end = trace.events.last_mut().unwrap();
        end.kind = EventKind::Ended(Ending::Paused(limit));
        trace
    };
    page.send(Action::Run(false));
    let run = page.state.run.id;
    let trace = paused(Limit::Events(200_000));
    let chunk = || Chunk {
        sources: trace.sources.clone(),
        events: trace.events.clone(),
    };
    page.send(Action::Chunk(run, chunk()));
    page.send(Action::RunFinished(run));
    page.send(Action::Seek(7));
    let before = page.state.recording.as_ref().unwrap().scenario().clone();
    page.send(Action::RecordFurther);
    let scenario = asked(&page).unwrap();
    assert!(scenario.limits.events > before.limits.events);
    assert_eq!(scenario.files, before.files);
    assert_eq!(page.state.run.landing, Landing::Step(7));
    page.answer();
    assert_eq!(page.state.step, 7);
    assert!(!page.state.edited());
}

#[test]
fn a_run_that_ended_by_itself_is_not_recorded_further() {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page.send(Action::RecordFurther);
    assert_eq!(page.runs(), 0);
}

#[test]
fn a_live_page_runs_after_a_pause_in_typing() {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page.edit("a();");
    assert!(!page.effects.contains(&Effect::AwaitPause));
    page.send(Action::TypingPaused);
    assert_eq!(page.runs(), 0);
    page.send(Action::ToggleLive);
    assert!(page.effects.contains(&Effect::AwaitPause));
    page.send(Action::TypingPaused);
    assert_eq!(page.runs(), 1);
    page.answer();
    page.send(Action::TypingPaused);
    assert_eq!(page.runs(), 1, "there is nothing new to run");
}

#[test]
fn a_live_run_at_the_end_stays_at_the_end() {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page.send(Action::ToggleLive);
    page.send(Action::Move(Movement::Last));
    page.edit("a();");
    page.send(Action::TypingPaused);
    assert_eq!(page.state.run.landing, Landing::End);
    page.answer();
    assert_eq!(page.state.step, page.last());
}

#[test]
fn files_are_added_and_removed() {
    let mut page = Page::open();
    page.send(Action::NameFile(Some("lib/a.js".to_owned())));
    page.send(Action::AddFile("lib/a.js".to_owned()));
    assert_eq!(page.state.draft.as_ref().unwrap().shown, "lib/a.js");
    assert_eq!(page.state.naming, None);
    assert!(page.state.edited());
    page.send(Action::Edited("lib/a.js".to_owned(), "x".to_owned()));
    page.send(Action::ToggleBreakpoint(1));
    page.send(Action::RemoveFile("lib/a.js".to_owned()));
    assert_eq!(page.state.draft.as_ref().unwrap().shown, "main.js");
    assert!(!page.state.edited());
    assert_eq!(page.state.breakpoints.lines("lib/a.js").count(), 0);
    page.send(Action::RemoveFile("main.js".to_owned()));
    assert_eq!(page.text(), sample::PROGRAM);
}

#[test]
fn a_name_that_is_none_is_told_of_and_can_be_mended() {
    let mut page = Page::open();
    for name in ["", "  ", "../a.js", "lib/", "a\nb"] {
        page.send(Action::NameFile(Some(name.to_owned())));
        page.send(Action::AddFile(name.to_owned()));
        assert_eq!(page.state.naming.as_deref(), Some(name));
    }
    assert!(page.told()[0].starts_with("This is no name for a file: "));
    assert_eq!(page.state.draft.as_ref().unwrap().scenario.files.len(), 2);
}

#[test]
fn a_file_of_that_name_is_shown_and_kept() {
    let mut page = Page::open();
    page.send(Action::AddFile("users.json".to_owned()));
    assert_eq!(page.state.draft.as_ref().unwrap().shown, "users.json");
    assert!(!page.text().is_empty());
    assert!(!page.state.edited());
}

#[test]
fn reverting_leaves_a_file_that_was_added() {
    let mut page = Page::open();
    page.send(trace_loaded("01-sample"));
    page.send(Action::AddFile("b.js".to_owned()));
    page.send(Action::Revert);
    assert_eq!(page.state.draft.as_ref().unwrap().shown, "main.js");
    assert!(!page.state.edited());
}
