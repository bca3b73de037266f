//! Lists that hold little more memory than they need: a Wasm memory never shrinks, and a recording only grows.

/// Appends, growing by an eighth instead of by the double.
pub(super) fn push<T>(list: &mut Vec<T>, item: T) {
    make_room(list, 1);
    list.push(item);
}

/// Makes room for so many more, and for an eighth more than there are.
pub(super) fn make_room<T>(list: &mut Vec<T>, more: usize) {
    if list.capacity() - list.len() < more {
        list.reserve_exact(more + list.len() / 8);
    }
}
