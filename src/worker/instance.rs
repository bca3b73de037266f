//! One worker with the engine in it.
//!
//! In a frame of opaque origin only a classic worker made of a blob starts, which fetches the glue by `importScripts`; so
//! that is how every worker starts, everywhere. The blob holds no logic: it takes the compiled module first, and then
//! hands messages over.

use crate::effects::fetch::absolute;
use js_sys::WebAssembly::Module;
use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, Event, MessageEvent, Url, Worker};

/// The worker's text. `true`: ready. Bytes: a message. A text: the engine is gone, and why.
const SCRIPT: &str = "'use strict';
const post = (bytes) => self.postMessage(bytes, [bytes.buffer]);
self.onmessage = ({ data }) => {
  try {
    if (data instanceof WebAssembly.Module) {
      importScripts((self.glue = GLUE));
      wasm_bindgen.initSync({ module: data });
      self.postMessage(true);
    } else {
      wasm_bindgen.handle(data, post);
    }
  } catch (error) {
    self.postMessage(String(error?.message ?? error));
  }
};
";

/// What comes from a worker.
pub enum Said {
    /// It can take requests.
    Ready,
    /// A message.
    Bytes(Vec<u8>),
    /// It cannot be used any more, and why.
    Died(String),
}

/// A worker; ended when dropped.
pub struct Instance {
    /// Its number.
    pub id: u32,
    worker: Worker,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl Instance {
    /// Starts a worker with the glue at `glue` and the compiled `module`; `hear` is told what it says.
    ///
    /// # Errors
    /// When the browser makes no worker.
    pub fn start(
        id: u32,
        glue: &str,
        module: &Module,
        hear: impl Fn(Said) + Clone + 'static,
    ) -> Result<Instance, String> {
        let worker = spawn(&absolute(glue)).map_err(|error| describe(&error))?;
        let on_message = {
            let hear = hear.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let data = event.data();
                hear(match data.dyn_ref::<Uint8Array>() {
                    Some(bytes) => Said::Bytes(bytes.to_vec()),
                    None if data == JsValue::TRUE => Said::Ready,
                    None => Said::Died(data.as_string().unwrap_or_default()),
                });
            })
        };
        let on_error = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            let message = event
                .dyn_ref::<ErrorEvent>()
                .map(ErrorEvent::message)
                .filter(|message| !message.is_empty());
            hear(Said::Died(
                message.unwrap_or_else(|| "the worker failed".to_owned()),
            ));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        worker
            .post_message(module)
            .map_err(|error| describe(&error))?;
        Ok(Instance {
            id,
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Sends a message. It waits for the instance to be ready.
    pub fn post(&self, bytes: &[u8]) {
        let bytes = Uint8Array::from(bytes);
        // An array of bytes can always be cloned.
        let _ = self.worker.post_message(&bytes);
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

fn spawn(glue: &str) -> Result<Worker, JsValue> {
    let quoted = js_sys::JSON::stringify(&JsString::from(glue))?;
    let script = SCRIPT.replace("GLUE", &String::from(quoted));
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&script.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let worker = Worker::new(&url);
    Url::revoke_object_url(&url)?;
    worker
}

/// The text of a JavaScript error.
pub fn describe(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.as_string())
        .unwrap_or_else(|| "unknown error".to_owned())
}
