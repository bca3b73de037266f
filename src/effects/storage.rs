//! What is kept in the browser: edited programs and a few choices.
//!
//! Storage may be absent, forbidden or full; nothing depends on it.

use super::browser;
use crate::state::{Drafts, Frame, Startup, Theme};
use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn read(name: &str) -> Option<String> {
    storage()?.get_item(&format!("loopscope.{name}")).ok()?
}

/// Keeps a value under a name; gives whether it is kept.
pub fn write(name: &str, value: &str) -> bool {
    storage().is_some_and(|storage| {
        storage
            .set_item(&format!("loopscope.{name}"), value)
            .is_ok()
    })
}

/// Keeps the edited programs.
pub fn write_drafts(drafts: &Drafts) -> bool {
    write("drafts", &drafts.to_text())
}

/// What was kept, and what the address says. In a frame nothing is kept.
pub fn startup(fragment: String) -> Startup {
    if let Some(query) = browser::frame_query() {
        return Startup {
            fragment,
            letter_keys: true,
            frame: Some(Frame::parse(&query)),
            ..Startup::default()
        };
    }
    Startup {
        fragment,
        drafts: Drafts::parse(&read("drafts").unwrap_or_default()),
        theme: Theme::of_name(&read("theme").unwrap_or_default()),
        letter_keys: read("keys").as_deref() != Some("off"),
        live: read("live").as_deref() == Some("on"),
        frame: None,
    }
}
