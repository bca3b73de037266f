//! What keys ask for, and where they are left alone.

use super::super::{Action, Key, Place, action_of};
use super::Page;

#[track_caller]
fn check_key(name: &str, place: Place, expect: Option<&str>) {
    let page = Page::open();
    let (command, name) = match name.strip_prefix("Ctrl+") {
        Some(name) => (true, name),
        None => (false, name),
    };
    let key = Key {
        name: name.to_owned(),
        command,
        ..Key::default()
    };
    let action = action_of(&page.state, &key, place).map(|action| format!("{action:?}"));
    assert_eq!(action.as_deref(), expect);
}

#[test]
fn keys_move_outside_of_the_editor() {
    check_key("ArrowRight", Place::Elsewhere, Some("Move(Forward)"));
    check_key("ArrowLeft", Place::Button, Some("Move(Back)"));
    check_key(" ", Place::Elsewhere, Some("TogglePlay"));
    check_key("O", Place::Button, Some("Move(Previous(Output))"));
    check_key("?", Place::Elsewhere, Some("ToggleHelp"));
    check_key("x", Place::Elsewhere, None);
}

#[test]
fn keys_are_left_to_what_has_the_focus() {
    check_key("ArrowRight", Place::Text, None);
    check_key("s", Place::Text, None);
    check_key("?", Place::Text, None);
    check_key(" ", Place::Button, None);
    check_key("Home", Place::Slider, None);
    check_key("ArrowRight", Place::Slider, None);
    check_key("c", Place::List, None);
    check_key("Ctrl+s", Place::Elsewhere, None);
    check_key("Ctrl+Enter", Place::Text, Some("Run(false)"));
}

#[test]
fn letters_can_be_turned_off() {
    let mut page = Page::open();
    page.send(Action::ToggleLetterKeys);
    let key = |name: &str| Key {
        name: name.to_owned(),
        ..Key::default()
    };
    assert!(action_of(&page.state, &key("s"), Place::Elsewhere).is_none());
    assert!(action_of(&page.state, &key("ArrowRight"), Place::Elsewhere).is_some());
}

#[test]
fn the_sheet_of_keys_takes_the_keys() {
    let mut page = Page::open();
    page.send(Action::ToggleHelp);
    let key = |name: &str| Key {
        name: name.to_owned(),
        ..Key::default()
    };
    assert!(action_of(&page.state, &key("ArrowRight"), Place::Elsewhere).is_none());
    assert!(matches!(
        action_of(&page.state, &key("Escape"), Place::Button),
        Some(Action::ToggleHelp)
    ));
}
