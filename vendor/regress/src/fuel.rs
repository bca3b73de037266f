//! How many steps matching may take on this thread. Not part of upstream: see `vendor/README.md`.
//!
//! When there are none left, matching gives up and reports no match; [`left`] then gives 0.

use core::cell::Cell;

std::thread_local! {
    static FUEL: Cell<u64> = const { Cell::new(u64::MAX) };
}

/// Allows so many steps; `u64::MAX` is more than can ever be taken.
pub fn allow(steps: u64) {
    FUEL.with(|fuel| fuel.set(steps));
}

/// How many steps are left.
pub fn left() -> u64 {
    FUEL.with(Cell::get)
}

/// Takes steps; says whether any are left.
#[inline]
pub(crate) fn burn(steps: u64) -> bool {
    FUEL.with(|fuel| {
        let left = fuel.get().saturating_sub(steps);
        fuel.set(left);
        left > 0
    })
}
