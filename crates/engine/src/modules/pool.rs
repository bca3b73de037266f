//! The size of the thread pool (6.1).

use crate::shared::Shared;
use boa_engine::{Context, JsResult, js_string};

/// libuv's bound.
const MOST_THREADS: u32 = 1024;

/// libuv reads `UV_THREADPOOL_SIZE` when the pool is first used: until then a program can set it. Call this before an
/// operation is handed over.
///
/// # Errors
/// What a getter of the program throws.
pub fn size_at_first_use(shared: &Shared, context: &mut Context) -> JsResult<()> {
    if shared.event_loop.borrow().pool_is_used() {
        return Ok(());
    }
    let Some(env) = shared.env.borrow().clone() else {
        return Ok(());
    };
    let value = env.get(js_string!("UV_THREADPOOL_SIZE"), context)?;
    if let Some(text) = value.as_string() {
        let text = text.to_std_string_lossy();
        let digits: String = (text.trim_start().chars())
            .take_while(char::is_ascii_digit)
            .collect();
        // As C's `atoi`: what is no number is 0, and libuv takes at least one thread.
        let size = digits.parse().unwrap_or(0_u32).clamp(1, MOST_THREADS);
        shared.event_loop.borrow_mut().set_pool_size(size);
    }
    Ok(())
}
