//! Fetching the parts of the build. All names are relative to the page; the page for frames is in a folder below it and
//! says so.

use crate::state::{Manifest, ScenarioEntry};
use crate::worker::describe;
use js_sys::{Array, JSON, Reflect, Uint8Array};
use loopscope_model::{Trace, trace};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Url};

/// The address of a file of the build.
pub fn absolute(name: &str) -> String {
    let document = crate::effects::browser::document();
    let root = document
        .document_element()
        .and_then(|element| element.get_attribute("data-root"))
        .unwrap_or_default();
    let base = document.base_uri().ok().flatten();
    base.and_then(|base| Url::new_with_base(&format!("{root}{name}"), base.as_str()).ok())
        .map_or_else(|| name.to_owned(), |url| url.href())
}

#[wasm_bindgen]
extern "C" {
    /// In `www/boot.js`, which asks for the first files before this Wasm is there.
    #[wasm_bindgen(js_name = loopscopeBytes, catch)]
    async fn load(url: &str, fresh: bool) -> Result<JsValue, JsValue>;
}

/// Fetches a file.
///
/// # Errors
/// Why it cannot be had, for people.
pub async fn response(name: &str) -> Result<Response, String> {
    let window = web_sys::window().ok_or("there is no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(&absolute(name)))
        .await
        .map_err(|error| describe(&error))?
        .unchecked_into();
    if response.ok() {
        Ok(response)
    } else {
        Err(format!("{name}: the server says {}", response.status()))
    }
}

/// Fetches a file's bytes; `fresh` asks the server whether it has changed.
///
/// # Errors
/// Why they cannot be had, for people.
pub async fn bytes(name: &str, fresh: bool) -> Result<Vec<u8>, String> {
    let buffer = load(&absolute(name), fresh).await;
    let buffer = buffer.map_err(|error| describe(&error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Fetches the trace of a built-in scenario.
///
/// # Errors
/// Why it cannot be had, for people.
pub async fn trace(name: &str) -> Result<Box<Trace>, String> {
    let bytes = bytes(name, false).await?;
    let trace: Trace = postcard::from_bytes(&bytes)
        .map_err(|_| "it is of another version: reload the page".to_owned())?;
    if trace.format != trace::FORMAT {
        return Err("it is of another version: reload the page".to_owned());
    }
    Ok(Box::new(trace))
}

/// Fetches the manifest of the build.
///
/// # Errors
/// Why it cannot be had, for people.
pub async fn manifest() -> Result<Manifest, String> {
    let text = String::from_utf8(bytes("build.json", true).await?).unwrap_or_default();
    let json = JSON::parse(&text).map_err(|error| format!("build.json: {}", describe(&error)))?;
    let text = |of: &JsValue, key: &str| {
        let value = Reflect::get(of, &key.into()).ok();
        value
            .and_then(|value| value.as_string())
            .ok_or_else(|| format!("build.json: “{key}” is missing"))
    };
    let scenarios = Reflect::get(&json, &"scenarios".into()).unwrap_or_default();
    let scenarios = Array::from(&scenarios)
        .iter()
        .map(|entry| {
            Ok(ScenarioEntry {
                name: text(&entry, "name")?,
                title: text(&entry, "title")?,
                trace: text(&entry, "trace")?,
            })
        })
        .collect::<Result<_, String>>()?;
    Ok(Manifest {
        build: text(&json, "build")?,
        worker_js: text(&json, "worker_js")?,
        worker_wasm: text(&json, "worker_wasm")?,
        editor_js: text(&json, "editor_js")?,
        scenarios,
    })
}
