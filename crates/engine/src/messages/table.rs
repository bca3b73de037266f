//! The interpreter's messages that become others whatever the value was.

/// Messages that say all, whatever the value was.
pub(super) const FIXED: &[(&str, &str)] = &[
    (
        "can't convert symbol to string",
        "Cannot convert a Symbol value to a string",
    ),
    (
        "argument must not be a symbol",
        "Cannot convert a Symbol value to a number",
    ),
    (
        "argument must not be a bigint",
        "Cannot convert a BigInt value to a number",
    ),
    (
        "'this' is not a string",
        "String.prototype.toString requires that 'this' be a String",
    ),
    (
        "cannot convert 'null' or 'undefined' to object",
        "Cannot convert undefined or null to object",
    ),
    (
        "cannot convert null or undefined to Object",
        "Cannot convert undefined or null to object",
    ),
    (
        "cannot reinitialize `this` binding",
        "Super constructor may only be called once",
    ),
    (
        "derived constructor can only return an Object or undefined",
        "Derived constructors may only return object or undefined",
    ),
    (
        "cannot call `Map` constructor without new",
        "Constructor Map requires 'new'",
    ),
    (
        "calling a builtin Set constructor without new is forbidden",
        "Constructor Set requires 'new'",
    ),
    (
        "Promise NewTarget cannot be undefined",
        "Promise constructor cannot be invoked without 'new'",
    ),
    (
        "Promise.resolve() called on a non-object",
        "PromiseResolve called on non-object",
    ),
    (
        "WeakMap: cannot call constructor without `new`",
        "Constructor WeakMap requires 'new'",
    ),
    (
        "WeakSet: cannot call constructor without `new`",
        "Constructor WeakSet requires 'new'",
    ),
    (
        "Proxy constructor called on undefined new target",
        "Constructor Proxy requires 'new'",
    ),
    (
        "ArrayBuffer.constructor called with undefined new target",
        "Constructor ArrayBuffer requires 'new'",
    ),
    (
        "cannot call `DataView` constructor without `new`",
        "Constructor DataView requires 'new'",
    ),
    (
        "Proxy constructor called with non-object target",
        "Cannot create proxy with a non-object as target or handler",
    ),
    (
        "Proxy constructor called with non-object handler",
        "Cannot create proxy with a non-object as target or handler",
    ),
    (
        "right-hand side of 'instanceof' is not callable",
        "Right-hand side of 'instanceof' is not callable",
    ),
    (
        "Array.prototype.reduce: called on an empty array and with no initial value",
        "Reduce of empty array with no initial value",
    ),
    (
        "Array.prototype.reduceRight: called on an empty array and with no initial value",
        "Reduce of empty array with no initial value",
    ),
    (
        "Typed array length is 0 and initial value is not present",
        "Reduce of empty array with no initial value",
    ),
    ("invalid array length", "Invalid array length"),
    ("array exceeded max size", "Invalid array length"),
    ("bad length for array", "Invalid array length"),
    (
        "cannot convert Symbol to a string",
        "Cannot convert a Symbol value to a string",
    ),
    (
        "cannot convert object to primitive value",
        "Cannot convert object to primitive value",
    ),
    (
        "cannot mix BigInt and other types, use explicit conversions",
        "Cannot mix BigInt and other types, use explicit conversions",
    ),
    ("BigInt division by zero", "Division by zero"),
    ("BigInt negative exponent", "Exponent must be non-negative"),
    (
        "cannot serialize bigint to JSON",
        "Do not know how to serialize a BigInt",
    ),
    (
        "precision must be an integer at least 1 and no greater than 100",
        "toPrecision() argument must be between 1 and 100",
    ),
    (
        "radix must be an integer at least 2 and no greater than 36",
        "toString() radix argument must be between 2 and 36",
    ),
    (
        "SameValue(resolution, promise) is true",
        "Chaining cycle detected for promise #<Promise>",
    ),
    (
        "no promise in Promise.any was fulfilled.",
        "All promises were rejected",
    ),
    (
        "generator is already running",
        "Generator is already running",
    ),
    (
        "Generator should not be running",
        "Generator is already running",
    ),
    ("'this' is not a Date", "this is not a Date object."),
    (
        "The comparison function must be either a function or undefined",
        "The comparison function must be either a function or undefined",
    ),
    (
        "reached the maximum number of symbols that can be created",
        "Invalid string length",
    ),
    (
        "cannot create a string longer than the maximum allowed length (2^30 - 25)",
        "Invalid string length",
    ),
    (
        "iterator does not have a throw method",
        "The iterator does not provide a 'throw' method.",
    ),
    (
        "can't set prototype of this object",
        "#<Object> is not extensible",
    ),
    (
        "private field already exists on prototype",
        "Cannot initialize private methods of class twice on the same object",
    ),
    ("invalid escape character found", "URI malformed"),
    ("invalid hexadecimal digit found", "URI malformed"),
    ("invalid escaped character found", "URI malformed"),
    ("non-terminated escape character found", "URI malformed"),
    (
        "escape characters must be preceded with a % sign",
        "URI malformed",
    ),
    ("invalid UTF-8 encoding found", "URI malformed"),
    ("trying to encode an invalid string", "URI malformed"),
    (
        "method `[Symbol.toPrimitive]` cannot return an object",
        "Cannot convert object to primitive value",
    ),
    (
        "function has non-object prototype in instanceof check",
        "Function has non-object prototype 'undefined' in instanceof check",
    ),
    (
        "Generator should not be executing",
        "Generator is already running",
    ),
    (
        "returned iterator is not an object",
        "Result of the Symbol.iterator method is not an object",
    ),
    (
        "next value should be an object",
        "Iterator result undefined is not an object",
    ),
    (
        "cannot bind `this` without a `[[Call]]` internal method",
        "Bind must be called on a function",
    ),
    (
        "Invalid property descriptor.Cannot both specify accessors and a value or writable attribute",
        "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>",
    ),
    (
        "Source object and target offset longer than target typed array",
        "offset is out of bounds",
    ),
    (
        "Source typed array and target offset longer than target typed array",
        "offset is out of bounds",
    ),
    (
        "buffer must be an ArrayBuffer",
        "First argument to DataView constructor must be an ArrayBuffer",
    ),
    (
        "invalid `super` call inside eval",
        "'super' keyword unexpected here",
    ),
    (
        "invalid `super` reference inside eval",
        "'super' keyword unexpected here",
    ),
    (
        "value with type `undefined` is not callable",
        "undefined is not a function",
    ),
    (
        "value with type `null` is not callable",
        "object null is not a function",
    ),
];
