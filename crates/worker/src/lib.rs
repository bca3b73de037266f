//! The worker's Wasm: requests in, pieces of traces out. It holds no logic; the engine is `loopscope-engine`, the
//! messages are [`loopscope_model::protocol`].
//!
//! *Limitations.* A run cannot be cancelled from inside: it ends by ending the worker.

use js_sys::{Function, Uint8Array};
use loopscope_engine::NoDisk;
use loopscope_engine::globals::library;
#[cfg(target_arch = "wasm32")]
use loopscope_engine::globals::texts;
use loopscope_model::protocol::{FromWorker, PROTOCOL, Reply, Request, ToWorker};
use loopscope_model::scenario::front_matter;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The text of a file of the library. What it throws ends the instance: nothing catches it.
    #[wasm_bindgen(js_name = libraryText)]
    fn library_text(file: &str) -> String;
}

/// Comes first in each instance.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen(start)]
pub fn begin() {
    texts::come_from(library_text);
}

/// The files that `libraryText` is asked for, a line each.
#[wasm_bindgen]
pub fn library_files() -> String {
    Vec::from_iter(library::files()).join("\n")
}

/// Answers a request: the [`postcard`] form of a [`ToWorker`]. Each answer, a [`FromWorker`], is given to `post` as a
/// `Uint8Array` while the run goes on.
///
/// # Errors
/// What `post` throws.
#[wasm_bindgen]
pub fn handle(bytes: &[u8], post: &Function) -> Result<(), JsValue> {
    match postcard::from_bytes::<ToWorker>(bytes) {
        Ok(message) if message.protocol == PROTOCOL => answer(message, post),
        Ok(message) => fail(
            &message.build,
            message.run,
            post,
            "the page speaks another version: reload it",
        ),
        Err(error) => fail(
            "",
            0,
            post,
            &format!("the request could not be read: {error}"),
        ),
    }
}

/// Records a scenario file, the main program of which is to be called `main.js`: gives the [`postcard`] form of its
/// trace. `name` is what messages call the file.
///
/// # Errors
/// When the file's head is not understood.
#[wasm_bindgen]
pub fn record_scenario(name: &str, source: &str) -> Result<Vec<u8>, JsError> {
    let scenario = front_matter::parse(loopscope_model::Scenario::MAIN, source)
        .map_err(|error| JsError::new(&format!("{name}: {error}")))?;
    let trace = loopscope_engine::record_trace(&scenario);
    postcard::to_allocvec(&trace).map_err(|error| JsError::new(&format!("{name}: {error}")))
}

fn answer(message: ToWorker, post: &Function) -> Result<(), JsValue> {
    let ToWorker {
        build,
        run,
        request: Request::Run(scenario),
        ..
    } = message;
    let (kind, reason) = loopscope_engine::kind_of_main(&scenario, Box::new(NoDisk));
    let mut posted = send(&build, run, Reply::Main(kind, reason), post);
    loopscope_engine::record(&scenario, &mut |chunk| {
        if posted.is_ok() {
            posted = send(&build, run, Reply::Chunk(chunk), post);
        }
    });
    posted?;
    send(&build, run, Reply::Finished, post)
}

fn fail(build: &str, run: u32, post: &Function, why: &str) -> Result<(), JsValue> {
    send(build, run, Reply::Failed(why.to_owned()), post)
}

fn send(build: &str, run: u32, reply: Reply, post: &Function) -> Result<(), JsValue> {
    let message = FromWorker {
        protocol: PROTOCOL,
        build: build.to_owned(),
        run,
        reply,
    };
    let bytes =
        postcard::to_allocvec(&message).map_err(|error| JsValue::from(error.to_string()))?;
    post.call1(&JsValue::NULL, &Uint8Array::from(&bytes[..]))?;
    Ok(())
}
