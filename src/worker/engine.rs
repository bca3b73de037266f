//! Fetching and compiling the engine, once for all instances.

use super::instance::describe;
use crate::effects::{fetch, host};
use js_sys::{Promise, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ReadableStreamDefaultReader, Response};

/// Fetches the Wasm at `path` and compiles it while it arrives. `progress` is told how many bytes there are, and of how
/// many where the server says so.
///
/// # Errors
/// When it cannot be fetched or compiled; why, for people.
pub async fn compile(
    path: &str,
    progress: &(impl Fn(u64, Option<u64>) + Clone + 'static),
) -> Result<WebAssembly::Module, String> {
    if let Some(bytes) = host::engine(&fetch::absolute(path)).await {
        let compiled = JsFuture::from(WebAssembly::compile(&bytes)).await;
        if let Ok(module) = compiled {
            return Ok(module.unchecked_into());
        }
    }
    let response = fetch::response(path).await?;
    if let Ok(copy) = response.clone() {
        let progress = progress.clone();
        spawn_local(async move {
            // Progress is a nicety: the compiler has a stream of its own.
            let _ = count(&copy, &progress).await;
        });
    }
    let streamed = WebAssembly::compile_streaming(&Promise::resolve(&JsValue::from(&response)));
    let compiled = match JsFuture::from(streamed).await {
        Ok(module) => Ok(module),
        // A server that does not know the type of Wasm.
        Err(_) => {
            let bytes = fetch::bytes(path, false).await?;
            JsFuture::from(WebAssembly::compile(&Uint8Array::from(&bytes[..]))).await
        }
    };
    compiled
        .map(JsCast::unchecked_into)
        .map_err(|error| describe(&error))
}

async fn count(response: &Response, progress: &impl Fn(u64, Option<u64>)) -> Result<(), JsValue> {
    let headers = response.headers();
    // The length is that of the compressed body, which says nothing about what is read here.
    let plain = headers.get("content-encoding")?.is_none();
    let total = headers
        .get("content-length")?
        .filter(|_| plain)
        .and_then(|length| length.parse().ok());
    let Some(body) = response.body() else {
        return Ok(());
    };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = 0;
    loop {
        let part = JsFuture::from(reader.read()).await?;
        if Reflect::get(&part, &"done".into())?.is_truthy() {
            return Ok(());
        }
        let value: Uint8Array = Reflect::get(&part, &"value".into())?.unchecked_into();
        bytes += u64::from(value.length());
        progress(bytes, total);
    }
}
