//! Sorting with a function of the program, which sees what is compared and in which order: as V8 does it, and not as the
//! host's sort does it, which is another one in Wasm.
//!
//! *Limitations.* Up to 63 elements the calls are V8's. Of longer arrays V8 skips comparisons when it merges (galloping);
//! here each pair is compared.

use super::intrinsics::hidden;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::{JsArray, JsFunction, JsTypedArray};
use boa_engine::{
    Context, JsArgs, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string,
};

/// Arrays that are shorter are one run.
const ONE_RUN: usize = 64;

/// Replaces `sort` and `toSorted` of arrays and typed arrays, where they are given a function.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<()> {
    let constructors = context.intrinsics().constructors();
    let array = constructors.array().prototype();
    let typed = constructors.typed_array().prototype();
    replace(&array, "sort", 1, sort_array, context)?;
    replace(&array, "toSorted", 1, array_to_sorted, context)?;
    replace(&typed, "sort", 1, sort_typed_array, context)?;
    replace(&typed, "toSorted", 1, typed_array_to_sorted, context)
}

/// A sort: of an object, with the program's function and the interpreter's own method.
type Sort = fn(&JsObject, &JsFunction, &JsFunction, &mut Context) -> JsResult<JsValue>;

fn replace(
    prototype: &JsObject,
    name: &str,
    length: usize,
    sort: Sort,
    context: &mut Context,
) -> JsResult<()> {
    let original = super::callable(&prototype.get(JsString::from(name), context)?)?;
    let function = NativeFunction::from_copy_closure_with_captures(
        move |this, arguments, original: &JsFunction, context| {
            let compare = arguments.get_or_undefined(0).as_object();
            match (this.as_object(), compare.and_then(JsFunction::from_object)) {
                (Some(object), Some(compare)) => sort(&object, &compare, original, context),
                _ => original.call(this, arguments, context),
            }
        },
        original,
    );
    let function = FunctionObjectBuilder::new(context.realm(), function)
        .name(JsString::from(name))
        .length(length)
        .build();
    hidden(prototype, name, function, context)
}

fn length_of(object: &JsObject, context: &mut Context) -> JsResult<u64> {
    let length = object.get(js_string!("length"), context)?;
    length.to_length(context)
}

/// `Array.prototype.sort ( comparator )`, clause 23.1.3.30: holes are left out, and undefined is not compared.
fn sort_array(
    object: &JsObject,
    compare: &JsFunction,
    _: &JsFunction,
    context: &mut Context,
) -> JsResult<JsValue> {
    let length = length_of(object, context)?;
    let mut items = Vec::new();
    for index in 0..length {
        if object.has_property(index, context)? {
            items.push(object.get(index, context)?);
        }
    }
    let items = sorted(items, compare, context)?;
    let count = items.len() as u64;
    for (index, item) in (0..).zip(items) {
        object.set::<u64, _>(index, item, true, context)?;
    }
    for index in count..length {
        object.delete_property_or_throw(index, context)?;
    }
    Ok(object.clone().into())
}

/// `Array.prototype.toSorted ( comparator )`, clause 23.1.3.34: a hole is undefined.
fn array_to_sorted(
    object: &JsObject,
    compare: &JsFunction,
    original: &JsFunction,
    context: &mut Context,
) -> JsResult<JsValue> {
    let length = length_of(object, context)?;
    if length > u64::from(u32::MAX) {
        return original.call(&object.clone().into(), &[], context);
    }
    let mut items = Vec::new();
    for index in 0..length {
        items.push(object.get(index, context)?);
    }
    let items = sorted(items, compare, context)?;
    Ok(JsArray::from_iter(items, context).into())
}

/// `%TypedArray%.prototype.sort ( comparator )`, clause 23.2.3.29.
fn sort_typed_array(
    object: &JsObject,
    compare: &JsFunction,
    original: &JsFunction,
    context: &mut Context,
) -> JsResult<JsValue> {
    if JsTypedArray::from_object(object.clone()).is_err() {
        return original.call(&object.clone().into(), &[], context);
    }
    fill_sorted(object, object, compare, context)?;
    Ok(object.clone().into())
}

/// `%TypedArray%.prototype.toSorted ( comparator )`, clause 23.2.3.33.
fn typed_array_to_sorted(
    object: &JsObject,
    compare: &JsFunction,
    original: &JsFunction,
    context: &mut Context,
) -> JsResult<JsValue> {
    // One of the same type and length.
    let copy = original.call(&object.clone().into(), &[], context)?;
    if let Some(copy) = copy.as_object() {
        fill_sorted(object, &copy, compare, context)?;
    }
    Ok(copy)
}

fn fill_sorted(
    from: &JsObject,
    to: &JsObject,
    compare: &JsFunction,
    context: &mut Context,
) -> JsResult<()> {
    let length = length_of(from, context)?;
    let mut items = Vec::new();
    for index in 0..length {
        items.push(from.get(index, context)?);
    }
    for (index, item) in (0..).zip(sorted(items, compare, context)?) {
        to.set::<u64, _>(index, item, true, context)?;
    }
    Ok(())
}

/// The items in order, undefined last.
fn sorted(
    items: Vec<JsValue>,
    compare: &JsFunction,
    context: &mut Context,
) -> JsResult<Vec<JsValue>> {
    let (undefined, mut items): (Vec<_>, Vec<_>) =
        items.into_iter().partition(JsValue::is_undefined);
    let mut before = |a: &JsValue, b: &JsValue| -> JsResult<bool> {
        let order = compare.call(&JsValue::undefined(), &[a.clone(), b.clone()], context)?;
        Ok(order.to_number(context)? < 0.0)
    };
    tim_sort(&mut items, &mut before)?;
    items.extend(undefined);
    Ok(items)
}

/// Sorts by runs that are there already, short ones made longer by binary insertion. `before(a, b)` says whether `a` has to
/// come before `b`.
fn tim_sort<T: Clone, E>(
    items: &mut [T],
    before: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    let least = least_run(items.len());
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut low = 0;
    while low < items.len() {
        let mut high = low + make_run(&mut items[low..], before)?;
        if high - low < least {
            let wanted = (low + least).min(items.len());
            insert(&mut items[low..wanted], high - low, before)?;
            high = wanted;
        }
        runs.push((low, high));
        low = high;
        collapse(items, &mut runs, before)?;
    }
    while runs.len() > 1 {
        let last = runs.len() - 2;
        let at = if last > 0 && length(&runs, last - 1) < length(&runs, last + 1) {
            last - 1
        } else {
            last
        };
        merge(items, &mut runs, at, before)?;
    }
    Ok(())
}

fn least_run(mut length: usize) -> usize {
    let mut odd = 0;
    while length >= ONE_RUN {
        odd |= length & 1;
        length >>= 1;
    }
    length + odd
}

/// How many items at the beginning are in order; of those that go down strictly the order is turned round.
fn make_run<T, E>(
    items: &mut [T],
    before: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<usize, E> {
    if items.len() < 2 {
        return Ok(items.len());
    }
    let descends = before(&items[1], &items[0])?;
    let mut length = 2;
    while length < items.len() && before(&items[length], &items[length - 1])? == descends {
        length += 1;
    }
    if descends {
        items[..length].reverse();
    }
    Ok(length)
}

/// Inserts the items from `start` on among those before, which are sorted.
fn insert<T, E>(
    items: &mut [T],
    start: usize,
    before: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    for at in start..items.len() {
        let (mut left, mut right) = (0, at);
        while left < right {
            let middle = left + (right - left) / 2;
            if before(&items[at], &items[middle])? {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        items[left..=at].rotate_right(1);
    }
    Ok(())
}

fn length(runs: &[(usize, usize)], at: usize) -> usize {
    runs[at].1 - runs[at].0
}

/// Merges runs until each is longer than the two behind it together.
fn collapse<T: Clone, E>(
    items: &mut [T],
    runs: &mut Vec<(usize, usize)>,
    before: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    let established = |runs: &[(usize, usize)], at: usize| {
        at < 2 || length(runs, at - 2) > length(runs, at - 1) + length(runs, at)
    };
    while runs.len() > 1 {
        let mut at = runs.len() - 2;
        if !established(runs, at + 1) || !established(runs, at) {
            if length(runs, at - 1) < length(runs, at + 1) {
                at -= 1;
            }
        } else if length(runs, at) > length(runs, at + 1) {
            break;
        }
        merge(items, runs, at, before)?;
    }
    Ok(())
}

/// Makes one of two runs that are side by side.
fn merge<T: Clone, E>(
    items: &mut [T],
    runs: &mut Vec<(usize, usize)>,
    at: usize,
    before: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    let ((low, middle), (_, high)) = (runs[at], runs.remove(at + 1));
    runs[at] = (low, high);
    let left = items[low..middle].to_vec();
    let right = items[middle..high].to_vec();
    let (mut from_left, mut from_right) = (0, 0);
    for item in &mut items[low..high] {
        let takes_right = match (left.get(from_left), right.get(from_right)) {
            (Some(left), Some(right)) => before(right, left)?,
            (left, _) => left.is_none(),
        };
        *item = if takes_right {
            from_right += 1;
            right[from_right - 1].clone()
        } else {
            from_left += 1;
            left[from_left - 1].clone()
        };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::tim_sort;
    use loopscope_event_loop::schedule::mix;
    use std::convert::Infallible;

    #[test]
    fn it_sorts_and_keeps_the_order_of_what_is_equal() {
        for length in 0..400 {
            let key = |at: usize| mix((length * 1000 + at) as u64) % 40;
            let mut items: Vec<(u64, usize)> = (0..length).map(|at| (key(at), at)).collect();
            let mut expected = items.clone();
            expected.sort();
            let Ok(()) = tim_sort(&mut items, &mut |a, b| Ok::<_, Infallible>(a.0 < b.0));
            assert_eq!(items, expected);
        }
    }
}
