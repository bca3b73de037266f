//! What a worker prints and the error that ends it: both go to the thread that made it.

use super::threads::to_parent;
use crate::globals::{Native, text_of};
use crate::shared::{Shared, shared};
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};
use loopscope_model::event::Stream;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("printMore", print_more)];

/// A stream of a worker's: the parent asks for more when it has printed what came.
#[derive(Default)]
pub struct Printing {
    under_way: bool,
    waiting: String,
}

/// An error that nothing caught ends a worker: its parent is told. Says whether this is a worker.
pub fn report(own: &Shared, error: &JsValue, context: &mut Context) -> bool {
    let Some(parent) = own.parent.get() else {
        return false;
    };
    flush(own);
    if let Some(report) = parent.report.borrow_mut().take() {
        let _ = report.call(&JsValue::undefined(), std::slice::from_ref(error), context);
    }
    true
}

/// A worker prints: its parent does so for it, one piece after the other.
pub fn print(own: &Shared, stream: Stream, text: String) {
    let at = usize::from(stream == Stream::Stderr);
    let printing = &mut own.threads.borrow_mut().printing[at];
    if printing.under_way {
        printing.waiting.push_str(&text);
        return;
    }
    printing.under_way = true;
    send_text(own, at, text);
}

/// The worker ends: what waits until the parent has printed what came goes at once.
pub fn flush(own: &Shared) {
    if !own.features.flushes_worker_output {
        return;
    }
    for at in 0..2 {
        let text = std::mem::take(&mut own.threads.borrow_mut().printing[at].waiting);
        if !text.is_empty() {
            send_text(own, at, text);
        }
    }
}

fn send_text(own: &Shared, at: usize, text: String) {
    let kind = ["stdout", "stderr"][at];
    to_parent(own, 0, kind, JsString::from(text.as_str()).into());
    if let Some(parent) = own.parent.get() {
        let mut event_loop = own.event_loop.borrow_mut();
        event_loop.set_handle_ref(parent.own[0], true);
    }
}

/// `(stream)`: the parent has printed what came.
fn print_more(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let own = shared(context);
    let at = usize::from(text_of(arguments.get_or_undefined(0)) == "stderr");
    let (text, others) = {
        let printing = &mut own.threads.borrow_mut().printing;
        let text = std::mem::take(&mut printing[at].waiting);
        printing[at].under_way = !text.is_empty();
        (text, printing[1 - at].under_way)
    };
    if !text.is_empty() {
        send_text(&own, at, text);
    } else if !others && let Some(parent) = own.parent.get() {
        let mut event_loop = own.event_loop.borrow_mut();
        event_loop.set_handle_ref(parent.own[0], false);
    }
    Ok(JsValue::undefined())
}
