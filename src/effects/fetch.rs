//! Fetching the parts of the build. All names are relative to the page; the page for frames is in a folder below it and
//! says so.

use crate::state::{Manifest, ScenarioEntry};
use crate::worker::describe;
use js_sys::{Array, JSON, Reflect, Uint8Array};
use loopscope_model::{Trace, trace};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response, Url};

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

/// Fetches a file; `fresh` asks the server whether it has changed.
///
/// # Errors
/// Why it cannot be had, for people.
pub async fn response(name: &str, fresh: bool) -> Result<Response, String> {
    let options = RequestInit::new();
    if fresh {
        options.set_cache(RequestCache::NoCache);
    }
    let window = web_sys::window().ok_or("there is no window")?;
    let promise = window.fetch_with_str_and_init(&absolute(name), &options);
    let response: Response = JsFuture::from(promise)
        .await
        .map_err(|error| describe(&error))?
        .unchecked_into();
    if response.ok() {
        Ok(response)
    } else {
        Err(format!("{name}: the server says {}", response.status()))
    }
}

/// Fetches a file's bytes.
///
/// # Errors
/// Why they cannot be had, for people.
pub async fn bytes(name: &str) -> Result<Vec<u8>, String> {
    let response = response(name, false).await?;
    let buffer = response.array_buffer().map_err(|error| describe(&error))?;
    let buffer = JsFuture::from(buffer)
        .await
        .map_err(|error| describe(&error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Fetches the trace of a built-in scenario.
///
/// # Errors
/// Why it cannot be had, for people.
pub async fn trace(name: &str) -> Result<Box<Trace>, String> {
    let bytes = bytes(name).await?;
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
    let response = response("build.json", true).await?;
    let text = response.text().map_err(|error| describe(&error))?;
    let text = JsFuture::from(text)
        .await
        .map_err(|error| describe(&error))?;
    let json = JSON::parse(&text.as_string().unwrap_or_default())
        .map_err(|error| format!("build.json: {}", describe(&error)))?;
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
