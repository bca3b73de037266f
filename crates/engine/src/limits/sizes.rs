//! How much a built-in function would have to do, read without running anything of the program's: own data properties
//! alone are looked at, no accessor and no trap. What these hide costs nothing here; where it calls the program, probes
//! count, and where it does not, the host's last resort is left.

use boa_engine::object::builtins::{JsProxy, JsTypedArray};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsString, JsValue, js_string};
use std::collections::BTreeMap;

/// An own data property.
pub fn own(object: &JsObject, key: impl Into<PropertyKey>) -> Option<JsValue> {
    object
        .borrow()
        .properties()
        .get(&key.into())
        .and_then(|descriptor| descriptor.value().cloned())
}

/// How many elements a generic function of `Array.prototype` would visit.
pub fn elements(value: &JsValue, context: &mut Context) -> u64 {
    if let Some(text) = value.as_string() {
        return text.len() as u64;
    }
    let Some(object) = value.as_object() else {
        return 0;
    };
    if let Ok(array) = JsTypedArray::from_object(object.clone()) {
        return array.length(context).unwrap_or(0) as u64;
    }
    match own(&object, js_string!("length")).and_then(|length| length.as_number()) {
        Some(length) if length > 0.0 => length as u64,
        _ => 0,
    }
}

/// The length of a text, 0 for what is none.
pub fn code_units(value: Option<&JsValue>) -> u64 {
    value
        .and_then(JsValue::as_string)
        .map_or(0, |text| text.len() as u64)
}

/// The length of the text that `join` makes, as far as the elements are texts.
pub fn joined(array: &JsValue, length: u64, separator: Option<&JsValue>) -> u64 {
    let separator = match separator {
        None => 1,
        Some(value) if value.is_undefined() => 1,
        value => code_units(value),
    };
    let own_text = array.as_object().map_or(0, |object| {
        let object = object.borrow();
        let elements = object.properties().index_property_values();
        elements
            .map(|property| code_units(property.value()))
            .fold(0, u64::saturating_add)
    });
    separator
        .saturating_mul(length.saturating_sub(1))
        .saturating_add(own_text)
}

/// How often `pattern` occurs in `text`, not overlapping.
pub fn occurrences(text: &JsString, pattern: &JsString) -> u64 {
    if pattern.is_empty() {
        return text.len() as u64 + 1;
    }
    let (mut count, mut from) = (0, 0);
    while let Some(at) = text.index_of(pattern.as_str(), from) {
        count += 1;
        from = at + pattern.len();
    }
    count
}

/// The tree that a value is when everything that it holds twice is written twice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tree {
    /// Nodes; more than there are bytes in the world, if need be.
    pub nodes: u64,
    /// Levels.
    pub depth: u64,
    /// Whether an accessor, a proxy or a prototype of the program's may make more of it.
    pub grows: bool,
    /// Whether it holds itself.
    pub is_circular: bool,
}

/// A value without anything in it.
const LEAF: Tree = Tree {
    nodes: 1,
    depth: 0,
    grows: false,
    is_circular: false,
};

/// What `JSON.stringify` and `flat` would visit. A value that holds itself counts once.
pub fn tree(value: &JsValue, context: &mut Context) -> Tree {
    let Some(root) = value.as_object() else {
        return LEAF;
    };
    // `None` while the object's children are being looked at.
    let mut known: BTreeMap<usize, Option<Tree>> = BTreeMap::new();
    let (below, first) = children(&root, context);
    let mut open = vec![(root.clone(), below, first)];
    known.insert(address(&root), None);
    loop {
        let Some((object, rest, sum)) = open.last_mut() else {
            return known[&address(&root)].unwrap_or_default();
        };
        if let Some(child) = rest.pop() {
            match known.get(&address(&child)) {
                Some(Some(seen)) => add(sum, *seen),
                Some(None) => {
                    add(sum, LEAF);
                    sum.is_circular = true;
                }
                None => {
                    known.insert(address(&child), None);
                    let (below, alone) = children(&child, context);
                    open.push((child, below, alone));
                }
            }
            continue;
        }
        let (address, sum) = (address(object), *sum);
        known.insert(address, Some(sum));
        open.pop();
        if let Some((_, _, parent)) = open.last_mut() {
            add(parent, sum);
        }
    }
}

fn add(parent: &mut Tree, child: Tree) {
    parent.nodes = parent.nodes.saturating_add(child.nodes);
    parent.depth = parent.depth.max(child.depth + 1);
    parent.grows |= child.grows;
    parent.is_circular |= child.is_circular;
}

fn address(object: &JsObject) -> usize {
    std::ptr::from_ref(object.as_ref()).cast::<()>() as usize
}

/// The objects in an object's own data properties, and the object without them.
fn children(object: &JsObject, context: &mut Context) -> (Vec<JsObject>, Tree) {
    let mut alone = LEAF;
    if JsProxy::from_object(object.clone()).is_ok() {
        alone.grows = true;
        return (Vec::new(), alone);
    }
    let constructors = context.intrinsics().constructors();
    let (of_objects, of_arrays) = (
        constructors.object().prototype(),
        constructors.array().prototype(),
    );
    let known =
        |it: &JsObject| JsObject::equals(it, &of_objects) || JsObject::equals(it, &of_arrays);
    alone.grows = object.prototype().is_some_and(|it| !known(&it));
    let mut found: Vec<JsObject> = object
        .borrow()
        .properties()
        .index_property_values()
        .filter_map(|property| property.value().and_then(JsValue::as_object))
        .collect();
    let keys = object.own_property_keys(context).unwrap_or_default();
    for key in keys
        .iter()
        .filter(|key| !matches!(key, PropertyKey::Index(_)))
    {
        let property = object.borrow().properties().get(key);
        match property.as_ref().map(|property| property.value()) {
            Some(Some(value)) => {
                alone.grows |= value.is_callable();
                found.extend(value.as_object());
            }
            Some(None) => alone.grows = true,
            None => {}
        }
    }
    (found, alone)
}
