//! Memory in use, counted by the allocator.
//!
//! The bytes are those of the thread: a run has one. They are almost the same natively and in Wasm: texts and elements
//! of arrays take the same, objects less where addresses are shorter. A program that fills memory with small objects
//! may thus run a little longer in Wasm before it is stopped.

use super::stop;
use crate::probes;
use crate::shared::Shared;
use boa_engine::{JsError, JsResult};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::OnceLock;

/// So many bytes may be in use at a probe.
pub const LIMIT: usize = 256 << 20;

/// So many bytes a thread is given at all: what asks for more gets nothing, and the host's [`on_exhausted`] is told.
pub const CEILING: usize = 1536 << 20;

/// Garbage is collected again once there are so many bytes more than after the last time.
const STEP: usize = 32 << 20;

thread_local! {
    // Memory that another thread gave may be freed here: the number may be less than nothing.
    static IN_USE: Cell<isize> = const { Cell::new(0) };
}

static EXHAUSTED: OnceLock<fn()> = OnceLock::new();

/// What the host does when memory is not given; otherwise the process aborts, in Wasm by a trap. `act` must not ask for
/// memory. The first one stays.
pub fn on_exhausted(act: fn()) {
    let _ = EXHAUSTED.set(act);
}

/// Bytes in use by this thread.
pub fn in_use() -> usize {
    IN_USE.with(Cell::get).max(0) as usize
}

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Counts `size` more bytes, unless they are too many.
fn take(size: usize) -> bool {
    IN_USE
        .try_with(|used| {
            let now = used.get().wrapping_add(size as isize);
            if now > CEILING as isize {
                return false;
            }
            used.set(now);
            true
        })
        .unwrap_or(true)
}

fn give_back(size: usize) {
    let _ = IN_USE.try_with(|used| used.set(used.get().wrapping_sub(size as isize)));
}

fn refused() -> *mut u8 {
    if let Some(act) = EXHAUSTED.get() {
        act();
    }
    std::ptr::null_mut()
}

// SAFETY: all is passed on to the system's allocator; counting does not allocate (the thread local is const and has no
// destructor).
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !take(layout.size()) {
            return refused();
        }
        // SAFETY: the caller's promise.
        let given = unsafe { System.alloc(layout) };
        if given.is_null() { refused() } else { given }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !take(layout.size()) {
            return refused();
        }
        // SAFETY: the caller's promise.
        let given = unsafe { System.alloc_zeroed(layout) };
        if given.is_null() { refused() } else { given }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        give_back(layout.size());
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if size > layout.size() && !take(size - layout.size()) {
            return refused();
        }
        // SAFETY: the caller's promise.
        let given = unsafe { System.realloc(pointer, layout, size) };
        if given.is_null() {
            return refused();
        }
        if size < layout.size() {
            give_back(layout.size() - size);
        }
        given
    }
}

/// A run begins on this thread.
pub fn begin(shared: &Shared) {
    shared.used.memory_before.set(in_use());
}

fn of_run(shared: &Shared) -> usize {
    in_use().saturating_sub(shared.used.memory_before.get())
}

/// Looks whether the run uses more than it may: garbage is collected before that is said.
///
/// # Errors
/// The end of the run.
pub fn check(shared: &Shared) -> JsResult<()> {
    let used = of_run(shared);
    if used <= LIMIT {
        return Ok(());
    }
    collect(shared, used)
}

#[cold]
fn collect(shared: &Shared, used: usize) -> JsResult<()> {
    let before = shared.used.after_collection.get();
    if used > LIMIT + STEP || used > before + STEP {
        boa_gc::force_collect();
        shared.used.after_collection.set(of_run(shared));
    }
    if of_run(shared) <= LIMIT {
        return Ok(());
    }
    if shared.is_over() {
        return Err(probes::halt(shared));
    }
    Err(too_much(shared))
}

/// Ends the run because the program holds more than it may.
pub fn too_much(shared: &Shared) -> JsError {
    stop(
        shared,
        format!("the program holds more than {} MiB of memory", LIMIT >> 20),
        "let go of data that is no longer needed, or work on less",
    )
}
