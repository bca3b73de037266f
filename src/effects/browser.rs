//! Small things that only the browser can do.

use crate::state::{Action, Key, Place, Theme};
use crate::worker::describe;
use loopscope_model::Scenario;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, HtmlDialogElement, HtmlElement, KeyboardEvent, Window};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// `import()`, by the boot script.
    #[wasm_bindgen(catch, js_name = loopscopeImport)]
    fn import_module(url: &str) -> Result<js_sys::Promise, JsValue>;
    /// The Share sheet, by the boot script, which loads it.
    #[wasm_bindgen(js_name = loopscopeShare)]
    fn open_share(link: &str, program: &str, title: &str, node: u32, alone: bool);
}

/// The document.
pub fn document() -> Document {
    window().document().expect_throw("a page has a document")
}

/// The window.
pub fn window() -> Window {
    web_sys::window().expect_throw("a page has a window")
}

/// Loads an ES module.
///
/// # Errors
/// Why it cannot be loaded, for people.
pub async fn import(url: &str) -> Result<JsValue, String> {
    let promise = import_module(url).map_err(|error| describe(&error))?;
    JsFuture::from(promise)
        .await
        .map_err(|error| describe(&error))
}

/// The fragment of the address, without `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The query of the address, without `?`, if this is the page for frames.
pub fn frame_query() -> Option<String> {
    let root = document().document_element()?;
    root.get_attribute("data-frame")?;
    let query = window().location().search().unwrap_or_default();
    Some(query.trim_start_matches('?').to_owned())
}

/// Whether the frame is in sight, as far as `www/frame.js` knows.
pub fn is_seen() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-seen"))
        .as_deref()
        == Some("true")
}

/// The address of the page itself with this fragment, seen from the page or from one of its frames.
pub fn page_address(fragment: &str) -> String {
    format!("{}#{fragment}", super::fetch::absolute("./"))
}

/// Opens the page itself beside this one; gives whether the browser allowed it.
pub fn open_outside(fragment: &str) -> bool {
    let opened = window().open_with_url_and_target(&page_address(fragment), "_blank");
    matches!(opened, Ok(Some(_)))
}

/// Makes the address end in this fragment: in the entry of the history that is shown, or in a new one. A frame may not
/// be allowed to: then the address stays.
pub fn set_fragment(fragment: &str, push: bool) {
    let Ok(history) = window().history() else {
        return;
    };
    let url = format!("#{fragment}");
    let done = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    // Browsers limit how often this may be done; the next step tries again.
    let _ = done;
}

/// Puts a link with this fragment on the clipboard and tells how that went.
pub fn copy_link(fragment: &str, tell: Callback<Action>) {
    let link = page_address(fragment);
    // Absent where the page is not served securely.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into())
        .ok()
        .filter(|clipboard| !clipboard.is_undefined());
    let Some(clipboard) = clipboard else {
        tell.emit(Action::Copied(Err(link)));
        return;
    };
    let promise = clipboard
        .unchecked_into::<web_sys::Clipboard>()
        .write_text(&link);
    spawn_local(async move {
        let result = JsFuture::from(promise).await;
        tell.emit(Action::Copied(result.map(|_| ()).map_err(|_| link)));
    });
}

/// Opens the sheet with links and snippets of this program; `alone`: whether its text says all of it.
pub fn share(fragment: &str, scenario: &Scenario, alone: bool) {
    open_share(
        &page_address(fragment),
        scenario.program(),
        &scenario.title,
        scenario.node.major(),
        alone,
    );
}

/// Draws everything large, for a room, or not.
pub fn apply_projector(large: bool) {
    if let Some(root) = document().document_element() {
        // The name of an attribute is valid.
        let _ = root.toggle_attribute_with_force("data-projector", large);
    }
}

/// Draws in these colours.
pub fn apply_theme(theme: Theme) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Setting an attribute of an element that is there does not fail.
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        _ => root.set_attribute("data-theme", theme.name()),
    };
}

/// Moves the focus to the first element that the selector names.
pub fn focus(selector: &str) {
    let element = document().query_selector(selector).ok().flatten();
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Opens or closes the first dialog.
pub fn show_dialog(open: bool) {
    let dialog = document().query_selector("dialog").ok().flatten();
    let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    if open && !dialog.open() {
        // A dialog that is in the document can be shown.
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Scrolls what the selector names to its end, and nothing around it.
pub fn scroll_to_end(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.set_scroll_top(element.scroll_height());
    }
}

/// Whether the reader wants no motion.
pub fn reduced_motion() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// The key of an event.
pub fn key_of(event: &KeyboardEvent) -> Key {
    Key {
        name: event.key(),
        command: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
    }
}

/// Where the focus is, as far as keys are concerned.
pub fn place_of(event: &KeyboardEvent) -> Place {
    // Behind a shadow root the target is the host; the path begins with the element itself.
    let element = event.composed_path().get(0).dyn_into::<Element>().ok();
    let Some(element) = element else {
        return Place::Elsewhere;
    };
    match element.tag_name().to_ascii_lowercase().as_str() {
        "textarea" => Place::Text,
        "input" => match element.get_attribute("type").as_deref() {
            Some("range") => Place::Slider,
            Some("checkbox" | "button") => Place::Button,
            _ => Place::Text,
        },
        "select" => Place::List,
        "button" | "a" | "summary" => Place::Button,
        _ if element.class_name().starts_with("time-body") => Place::Lanes,
        _ if element
            .closest("[contenteditable]")
            .ok()
            .flatten()
            .is_some() =>
        {
            Place::Text
        }
        _ => Place::Elsewhere,
    }
}
