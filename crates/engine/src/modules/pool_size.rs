//! `UV_THREADPOOL_SIZE`: read when the thread pool is first used, also as the program has set it by then (6.1).

use crate::shared::shared;
use boa_engine::{Context, JsResult, js_string};

/// The most threads that libuv makes.
const MOST: u32 = 1024;

/// Gives the pool its size if it was never used. Whoever submits the first operation calls this before.
///
/// # Errors
/// What an accessor of the program's `process` throws.
pub fn settle(context: &mut Context) -> JsResult<()> {
    let shared = shared(context);
    if shared.event_loop.borrow().pool_is_used() {
        return Ok(());
    }
    let process = context
        .global_object()
        .get(js_string!("process"), context)?;
    let Some(process) = process.as_object() else {
        return Ok(());
    };
    let env = process.get(js_string!("env"), context)?;
    let Some(env) = env.as_object() else {
        return Ok(());
    };
    let size = env.get(js_string!("UV_THREADPOOL_SIZE"), context)?;
    let Some(text) = size.as_string() else {
        return Ok(());
    };
    // As `atoi`: the digits at the beginning, and a pool of one thread for what is none.
    let text = text.to_std_string_lossy();
    let text = text.trim_start();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let size = match text[..digits].parse::<u32>() {
        Ok(size) => size.clamp(1, MOST),
        Err(_) if digits > 0 || text.starts_with('-') => MOST,
        Err(_) => 1,
    };
    shared.event_loop.borrow_mut().set_pool_size(size);
    Ok(())
}
