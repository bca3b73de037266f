//! Bombs made of objects: what stands behind them, what they hold, what they keep.

use super::{Bomb, bomb};

/// Objects that stand behind themselves, or behind too many others.
pub fn inheritance() -> Vec<Bomb> {
    let round = "stopped: an object stands behind itself through a proxy: looking for a property in it would never end at ";
    let long =
        "stopped: more than 1500 objects stand behind each other as prototypes and in proxies at ";
    let native = "Stdout: RangeError Maximum call stack size exceeded\nexited 0";
    let caught =
        |call: &str| format!("try {{ {call} }} catch (e) {{ console.log(e.name, e.message); }}");
    let many = |make: &str| format!("let o = {{}};\nfor (let i = 0; i < 1e5; i++)\n  {make};");
    let mut all = Vec::new();
    for program in [
        "const p = new Proxy({}, {});\nObject.setPrototypeOf(p, p);",
        "const p = new Proxy({}, {});\np.__proto__ = p;",
        "const t = {}, p = new Proxy(t, {});\nReflect.setPrototypeOf(t, p);",
        "const t = {}, p = new Proxy(t, {});\nt.__proto__ = Object.create(p);",
    ] {
        all.push(bomb(program, program, &format!("{round}2:1")));
    }
    for make in [
        "o = Object.create(o)",
        "o = { __proto__: o }",
        "o = new Proxy(o, {})",
        "o = new Proxy({}, o)",
    ] {
        all.push(bomb(make, &many(make), &format!("{long}3:3")));
    }
    all.push(bomb(
        "classes",
        "let C = Object;\nfor (;;)\n  C = class extends C {};",
        &format!("{long}3:3"),
    ));
    all.push(bomb(
        "a proxy as its own handler",
        "let p = {};\nfor (let i = 0; i < 60; i++)\n  p = new Proxy(p, p);",
        "stopped: built-in functions did more than 20000000 steps in one callback, a look-up the last of them at 3:3",
    ));
    for (made, call) in [
        ("h.get = Reflect.get.bind(null, p);", "p.x;"),
        ("h.has = Reflect.has.bind(null, p);", "'x' in p;"),
        (
            "h.ownKeys = Reflect.ownKeys.bind(null, p);",
            "Object.keys(p);",
        ),
        (
            "o[Symbol.iterator] = Object.fromEntries.bind(null, o);",
            "Object.fromEntries(o);",
        ),
        ("o.toString = o.toLocaleString;", "`${o}`;"),
        (
            "Object.defineProperty(o, 'x', { get: Reflect.get.bind(null, o, 'x') });",
            "o.x;",
        ),
        (
            "Object.defineProperty(o, 'x', { get: Object.entries.bind(null, o), enumerable: true });",
            "o.x;",
        ),
        (
            "Object.defineProperty(o, 'x', { set: Reflect.set.bind(null, o, 'x') });",
            "o.x = 1;",
        ),
        (
            "o.toISOString = Date.prototype.toJSON; o.toJSON = o.toISOString;",
            "o.toJSON();",
        ),
        ("const a = []; a[0] = a;", "a.flat(Infinity);"),
    ] {
        let program = format!(
            "const h = {{}}, p = new Proxy({{}}, h), o = {{}};\n{made}\n{}",
            caught(call)
        );
        all.push(bomb(made, &program, native));
    }
    all
}

/// Data that `JSON.stringify` would never be through with, as the program makes more meanwhile.
pub fn grown_while_written() -> Vec<Bomb> {
    [
        (
            "a replacer",
            "JSON.stringify({}, () => ({ a: 1 }));",
            "1:26",
        ),
        (
            "toJSON",
            "const make = () => ({ a: { toJSON: make } });\nJSON.stringify(make());",
            "1:20",
        ),
        (
            "a getter",
            "const make = () => ({ get a() { return make(); } });\nJSON.stringify(make());",
            "1:20",
        ),
    ]
    .into_iter()
    .map(|(what, program, place)| {
        let end = format!(
            "stopped: stringify meets data that is nested more than 800 levels deep at {place}"
        );
        bomb(what, program, &end)
    })
    .collect()
}

/// Buffers that are too large.
pub fn buffers() -> Vec<Bomb> {
    let mut all = Vec::new();
    for make in [
        "new Uint8Array(1e9)",
        "new Float64Array(4e7)",
        "new Uint8Array({ length: 3e8 })",
        "new ArrayBuffer(1e10)",
        "new ArrayBuffer(1, { maxByteLength: 1e9 })",
        "new SharedArrayBuffer(3e8)",
        "Buffer.alloc(3e8)",
    ] {
        let program = format!("try {{\n  {make};\n}} catch {{}}");
        let end = "stopped: the program holds more than 256 MiB of memory at 2:3";
        all.push(bomb(make, &program, end));
    }
    for (make, message) in [
        (
            "new Uint8Array(1e10)",
            "Invalid typed array length: 10000000000",
        ),
        (
            "new Float64Array(5e9)",
            "Invalid typed array length: 5000000000",
        ),
        ("new Uint8Array(-1)", "Invalid typed array length: -1"),
        ("new ArrayBuffer(2 ** 53)", "Invalid array buffer length"),
    ] {
        let program = format!("try {{ {make}; }} catch (e) {{ console.log(e.name, e.message); }}");
        let end = format!("Stdout: RangeError {message}\nexited 0");
        all.push(bomb(make, &program, &end));
    }
    all
}
