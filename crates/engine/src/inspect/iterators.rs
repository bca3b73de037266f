//! Iterators of Maps and Sets, such that `inspect` can show what they have left without moving them.
//!
//! Boa's own iterators keep their position to themselves. [`install`] wraps the methods that make them: the object a program
//! gets holds Boa's iterator, which does the work, and counts its steps.

use boa_engine::builtins::map::ordered_map::OrderedMap;
use boa_engine::builtins::set::ordered_set::OrderedSet;
use boa_engine::gc::{Finalize, Trace, custom_trace};
use boa_engine::object::JsData;
use boa_engine::object::builtins::{JsFunction, JsMapIterator, JsSetIterator};
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{
    Context, JsNativeError, JsObject, JsResult, JsString, JsSymbol, JsValue, NativeFunction,
    js_string,
};

use super::custom::{Captured, METHOD, native};

/// What an iterator yields of each entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Keys,
    Values,
    Entries,
}

/// An iterator as the program has it.
#[derive(Debug)]
struct TrackedIterator {
    /// Boa's iterator, which is at the same position.
    inner: JsObject,
    /// The Map or Set.
    source: JsObject,
    kind: Kind,
    /// Index of the next slot of the source; slots of deleted entries count.
    position: usize,
    is_done: bool,
}

impl Finalize for TrackedIterator {}

// SAFETY: the two objects are all that the iterator holds of the garbage-collected heap, and both are marked.
unsafe impl Trace for TrackedIterator {
    custom_trace!(this, mark, {
        mark(&this.inner);
        mark(&this.source);
    });
}

impl JsData for TrackedIterator {}

/// The entry in a slot of a Map (key, value) or Set (member twice); `None` for a deleted one.
fn slot(source: &JsObject, index: usize) -> Option<(JsValue, JsValue)> {
    if let Some(map) = source.downcast_ref::<OrderedMap<JsValue>>() {
        return map
            .get_index(index)
            .map(|(key, value)| (key.clone(), value.clone()));
    }
    let set = source.downcast_ref::<OrderedSet>()?;
    set.get_index(index)
        .map(|member| (member.clone(), member.clone()))
}

fn slots(source: &JsObject) -> usize {
    if let Some(map) = source.downcast_ref::<OrderedMap<JsValue>>() {
        return map.full_len();
    }
    source
        .downcast_ref::<OrderedSet>()
        .map_or(0, |set| set.full_len())
}

impl TrackedIterator {
    /// Follows one step of the inner iterator.
    fn step(&mut self) {
        if self.is_done {
            return;
        }
        let end = slots(&self.source);
        loop {
            let found = slot(&self.source, self.position).is_some();
            self.position += 1;
            if found {
                return;
            }
            if self.position >= end {
                self.is_done = true;
                return;
            }
        }
    }
}

/// What an iterator has left.
pub(super) struct Preview {
    is_map: bool,
    kind: Kind,
    rest: Vec<(JsValue, JsValue)>,
    /// True when it yields pairs.
    pub is_entries: bool,
}

impl Preview {
    /// `Map` or `Set`.
    pub(super) fn class_name(&self) -> &'static str {
        if self.is_map { "Map" } else { "Set" }
    }

    /// The keys or values to come.
    pub(super) fn members(&self) -> Vec<JsValue> {
        let member = |(key, value): &(JsValue, JsValue)| match self.kind {
            Kind::Keys => key.clone(),
            Kind::Values | Kind::Entries => value.clone(),
        };
        self.rest.iter().map(member).collect()
    }

    /// The pairs to come.
    pub(super) fn entries(&self) -> Vec<(JsValue, JsValue)> {
        self.rest.clone()
    }
}

/// What `object` has left, if it is an iterator of a Map or Set that was made after [`install`].
pub(super) fn preview(object: &JsObject) -> Option<Preview> {
    let iterator = object.downcast_ref::<TrackedIterator>()?;
    let range = if iterator.is_done {
        0..0
    } else {
        iterator.position..slots(&iterator.source)
    };
    Some(Preview {
        is_map: iterator.source.is::<OrderedMap<JsValue>>(),
        kind: iterator.kind,
        rest: range
            .filter_map(|index| slot(&iterator.source, index))
            .collect(),
        is_entries: iterator.kind == Kind::Entries,
    })
}

/// Prepares a context for [`inspect`](super::inspect): to be called before the program's first line. Keeps the functions of
/// the language that inspecting calls, and makes the iterators of Maps and Sets inspectable.
///
/// # Errors
/// Never in a fresh context.
pub fn install(context: &mut Context) -> JsResult<()> {
    Captured::of(context)?;
    let intrinsics = context.intrinsics();
    let iterators = intrinsics.objects().iterator_prototypes();
    let (of_maps, of_sets) = (iterators.map(), iterators.set());
    let map = intrinsics.constructors().map().prototype();
    let set = intrinsics.constructors().set().prototype();
    for prototype in [&of_maps, &of_sets] {
        let next = native(context, "next", 0, NativeFunction::from_fn_ptr(next));
        define(prototype, js_string!("next").into(), &next);
    }
    let entries = wrap(&map, "entries", Kind::Entries, &of_maps, context)?;
    define(&map, JsSymbol::iterator().into(), &entries);
    wrap(&map, "keys", Kind::Keys, &of_maps, context)?;
    wrap(&map, "values", Kind::Values, &of_maps, context)?;
    let values = wrap(&set, "values", Kind::Values, &of_sets, context)?;
    define(&set, js_string!("keys").into(), &values);
    define(&set, JsSymbol::iterator().into(), &values);
    wrap(&set, "entries", Kind::Entries, &of_sets, context)?;
    Ok(())
}

fn define(object: &JsObject, key: PropertyKey, function: &JsFunction) {
    let method = PropertyDescriptor::builder()
        .value(function.clone())
        .writable(METHOD.writable())
        .enumerable(METHOD.enumerable())
        .configurable(METHOD.configurable());
    object.insert_property(key, method);
}

/// Replaces a method that makes iterators.
fn wrap(
    object: &JsObject,
    name: &'static str,
    kind: Kind,
    prototype: &JsObject,
    context: &mut Context,
) -> JsResult<JsFunction> {
    let key = PropertyKey::from(JsString::from(name));
    let original = object.get(key.clone(), context)?;
    let make = move |this: &JsValue,
                     _: &[JsValue],
                     (original, prototype): &(JsValue, JsObject),
                     context: &mut Context| {
        let (Some(original), Some(source)) = (original.as_callable(), this.as_object()) else {
            return Err(incompatible(name));
        };
        let inner = original.call(this, &[], context)?;
        let Some(inner) = inner.as_object() else {
            return Err(incompatible(name));
        };
        let iterator = TrackedIterator {
            inner,
            source,
            kind,
            position: 0,
            is_done: false,
        };
        Ok(JsObject::from_proto_and_data(prototype.clone(), iterator).into())
    };
    let captures = (original, prototype.clone());
    let make = NativeFunction::from_copy_closure_with_captures(make, captures);
    let function = native(context, name, 0, make);
    define(object, key, &function);
    Ok(function)
}

/// `%MapIteratorPrototype%.next` and `%SetIteratorPrototype%.next`.
fn next(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(object) = this.as_object() else {
        return Err(incompatible("next"));
    };
    let tracked = object
        .downcast_mut::<TrackedIterator>()
        .map(|mut iterator| {
            iterator.step();
            iterator.inner.clone()
        });
    let inner = tracked.unwrap_or(object);
    if let Ok(iterator) = JsMapIterator::from_object(inner.clone()) {
        return iterator.next(context);
    }
    match JsSetIterator::from_object(inner) {
        Ok(iterator) => iterator.next(context),
        Err(_) => Err(incompatible("next")),
    }
}

fn incompatible(name: &str) -> boa_engine::JsError {
    let message = format!("{name} method called on incompatible receiver");
    JsNativeError::typ().with_message(message).into()
}
