//! Node's own JavaScript that is evaluated only when a program asks for it: a file of the folder `node/` that defines
//! one or more modules.

use super::{Native, text_of};
use boa_engine::{Context, JsArgs, JsResult, JsValue, Source};
use std::path::Path;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("library", library)];

/// A file of the library: the modules it defines, separated by blanks, the name it has in stacks, and its text, a
/// function of the natives and of the object that Node's files share.
type File = (&'static str, &'static str, &'static str);

const FILES: &[File] = &[
    (
        "stream stream/promises",
        "node:stream",
        include_str!("../node/stream.js"),
    ),
    (
        "internal/vendor/readable-stream",
        "node:internal/streams",
        include_str!("../node/vendor/readable-stream.js"),
    ),
    (
        "string_decoder",
        "node:string_decoder",
        include_str!("../node/string_decoder.js"),
    ),
    (
        "internal/event_target",
        "node:internal/event_target",
        include_str!("../node/event_target.js"),
    ),
    (
        "internal/abort",
        "node:internal/abort",
        include_str!("../node/abort.js"),
    ),
    (
        "async_hooks",
        "node:async_hooks",
        include_str!("../node/async_hooks.js"),
    ),
    (
        "internal/clone",
        "node:internal/clone",
        include_str!("../node/clone.js"),
    ),
    (
        "internal/dom_exception",
        "node:internal/dom_exception",
        include_str!("../node/dom_exception.js"),
    ),
    (
        "internal/messaging",
        "node:internal/messaging",
        include_str!("../node/messaging.js"),
    ),
    (
        "timers/promises",
        "node:timers/promises",
        include_str!("../node/timers_promises.js"),
    ),
    (
        "worker_threads",
        "node:worker_threads",
        include_str!("../node/worker_threads.js"),
    ),
    ("fs", "node:fs", include_str!("../node/fs.js")),
    (
        "fs/promises",
        "node:fs/promises",
        include_str!("../node/fs_promises.js"),
    ),
    (
        "internal/fs/shared",
        "node:internal/fs/shared",
        include_str!("../node/fs_shared.js"),
    ),
    (
        "internal/fs/operations",
        "node:internal/fs/operations",
        include_str!("../node/fs_operations.js"),
    ),
    (
        "internal/fs/descriptors",
        "node:internal/fs/descriptors",
        include_str!("../node/fs_descriptors.js"),
    ),
    (
        "internal/fs/tree",
        "node:internal/fs/tree",
        include_str!("../node/fs_tree.js"),
    ),
    (
        "internal/fs/streams",
        "node:internal/fs/streams",
        include_str!("../node/fs_streams.js"),
    ),
    ("crypto", "node:crypto", include_str!("../node/crypto.js")),
];

/// `(id)`: the file that defines a module, as a function; undefined if none does. A text is parsed once in a process:
/// what the interpreter compiles belongs to the process's own realm and cannot be kept for the next.
fn library(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let id = text_of(arguments.get_or_undefined(0));
    let file = FILES
        .iter()
        .find(|(modules, ..)| modules.split(' ').any(|module| module == id));
    match file {
        Some((_, name, text)) => context.eval(Source::from_bytes(text).with_path(Path::new(name))),
        None => Ok(JsValue::undefined()),
    }
}
