//! Loopscope's page: draws recorded runs of Node's event loop, and edits the programs that are run.
//!
//! The state is plain data with a pure reducer ([`state`]); [`effects`] does what it asks for; [`view`] draws it; the
//! engine runs in a [`worker`]. The page's Wasm holds no engine.
//!
//! *Limitations.* What a step means, and why it happens, is decided by `loopscope-model`; nothing here judges it.

mod app;
mod editor;
mod effects;
mod motion;
mod state;
mod view;
mod worker;

fn main() {
    let root = crate::effects::browser::document().get_element_by_id("app");
    let root = root.unwrap_or_else(|| {
        crate::effects::browser::document()
            .body()
            .expect("a page has a body")
            .into()
    });
    yew::Renderer::<app::App>::with_root(root).render();
}
