//! Properties looked up without running any code of the program.

use crate::inspect::is_proxy;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{JsObject, JsValue};

/// What a look-up finds.
pub(super) enum Found {
    /// A property, on the object itself or on one of its prototypes.
    Property {
        property: PropertyDescriptor,
        own: bool,
    },
    /// None.
    Nothing,
    /// A proxy answers, or an object whose properties are not in a table.
    Unknown,
}

/// Looks a property up along the prototypes.
pub(super) fn find(object: &JsObject, key: &PropertyKey) -> Found {
    let mut next = Some(object.clone());
    let mut own = true;
    while let Some(object) = next {
        if is_proxy(&object) {
            return Found::Unknown;
        }
        let property = object.borrow().properties().get(key);
        if let Some(property) = property {
            return Found::Property { property, own };
        }
        own = false;
        next = object.prototype();
    }
    Found::Nothing
}

/// The value of a property that is no accessor.
pub(super) fn data(object: &JsObject, key: &PropertyKey) -> Option<JsValue> {
    match find(object, key) {
        Found::Property { property, .. } => property.value().cloned(),
        _ => None,
    }
}
