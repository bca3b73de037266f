//! What fingers, wheel and keys do with the timeline.

use super::Page;
use crate::state::{Action, LanesAction, Movement, Window};

impl Page {
    fn lanes(&mut self, action: LanesAction) {
        self.send(Action::Lanes(action));
    }

    fn zoom(&mut self, at: f64, by: f64) {
        self.lanes(LanesAction::Zoom { at: Some(at), by });
    }

    fn window(&self) -> Window {
        self.state.lanes.window
    }
}

#[track_caller]
fn check(window: Window, from: f64, to: f64) {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    assert!(near(window.from, from) && near(window.to, to), "{window:?}");
}

#[test]
fn zooming_keeps_the_place_under_the_pointer() {
    let mut page = Page::open();
    page.zoom(0.25, 0.5);
    check(page.window(), 0.125, 0.625);
    page.zoom(0.0, 2.0);
    check(page.window(), 0.0, 1.0);
    page.zoom(1.0, 0.5);
    check(page.window(), 0.5, 1.0);
    page.zoom(0.5, 1e9);
    check(page.window(), 0.0, 1.0);
}

#[test]
fn it_cannot_be_zoomed_to_nothing_nor_moved_beyond_its_ends() {
    let mut page = Page::open();
    for _ in 0..100 {
        page.zoom(0.5, 0.5);
    }
    assert!(page.window().width() > 0.01);
    page.lanes(LanesAction::Pan(1e9));
    assert_eq!(page.window().to, 1.0);
    page.lanes(LanesAction::Pan(-1e9));
    assert_eq!(page.window().from, 0.0);
}

#[test]
fn a_finger_seeks_and_goes_on_seeking() {
    let mut page = Page::open();
    page.lanes(LanesAction::Down(1, 0.0, None));
    // The first event is that of the first step.
    assert_eq!(page.state.step, 1);
    page.lanes(LanesAction::Drag(1, 0.5));
    let middle = page.state.step;
    assert!(middle > 1 && middle < page.last());
    page.lanes(LanesAction::Drag(1, 7.0));
    assert_eq!(page.state.step, page.last());
    page.lanes(LanesAction::Up(1, true));
    page.lanes(LanesAction::Drag(1, 0.5));
    assert_eq!(page.state.step, page.last());
}

#[test]
fn two_fingers_hold_the_axis() {
    let mut page = Page::open();
    page.lanes(LanesAction::Down(1, 0.4, None));
    let step = page.state.step;
    page.lanes(LanesAction::Down(2, 0.6, None));
    // Apart: what was between them fills the window.
    page.lanes(LanesAction::Drag(1, 0.3));
    page.lanes(LanesAction::Drag(2, 0.7));
    check(page.window(), 0.25, 0.75);
    // Both to the left: the window goes to the right.
    page.lanes(LanesAction::Drag(1, 0.1));
    page.lanes(LanesAction::Drag(2, 0.5));
    check(page.window(), 0.35, 0.85);
    assert_eq!(page.state.step, step);
}

#[test]
fn the_window_follows_the_step() {
    let mut page = Page::open();
    page.send(Action::Move(Movement::Last));
    page.zoom(0.0, 0.25);
    check(page.window(), 0.0, 0.25);
    page.send(Action::Move(Movement::Back));
    assert!(page.window().to > 0.9, "{:?}", page.window());
    page.send(Action::Move(Movement::First));
    assert_eq!(page.window().from, 0.0);
}

#[test]
fn another_program_is_seen_whole_and_the_same_one_as_before() {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page.zoom(0.0, 0.5);
    page.send(Action::Run(false));
    page.answer();
    assert!(page.window().width() < 0.6);
    page.send(Action::OpenScenario("02-other".to_owned()));
    page.send(super::trace_loaded("02-other"));
    check(page.window(), 0.0, 1.0);
}
