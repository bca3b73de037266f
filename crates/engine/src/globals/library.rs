//! Node's own JavaScript that is evaluated only when a program asks for it: a file of the folder `node/` that defines
//! one or more modules.

use super::texts::{Text, text};
use super::{Native, text_of};
use crate::shared::shared;
use boa_engine::{Context, JsArgs, JsResult, JsValue};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("library", library)];

/// A file of the library: the modules it defines, separated by blanks, the name it has in stacks, and its text, a
/// function of the natives and of the object that Node's files share.
type File = (&'static str, &'static str, Text);

const FILES: &[File] = &[
    ("module", "node:module", text!("module.js")),
    ("os", "node:os", text!("os.js")),
    (
        "internal/path_win32",
        "node:path/win32",
        text!("path_win32.js"),
    ),
    (
        "internal/cli_table",
        "node:internal/cli_table",
        text!("table.js"),
    ),
    (
        "readline readline/promises",
        "node:readline",
        text!("readline.js"),
    ),
    (
        "internal/encoding",
        "node:internal/encoding",
        text!("encoding.js"),
    ),
    ("url internal/url", "node:url", text!("url.js")),
    ("querystring", "node:querystring", text!("querystring.js")),
    ("assert assert/strict", "node:assert", text!("assert.js")),
    (
        "buffer internal/buffer_numbers",
        "node:buffer",
        text!("buffer_rest.js"),
    ),
    ("util util/types sys", "node:util", text!("util.js")),
    (
        "internal/util_rest",
        "node:internal/util_rest",
        text!("util_rest.js"),
    ),
    (
        "internal/deep_equal",
        "node:internal/util/comparisons",
        text!("deep_equal.js"),
    ),
    (
        "internal/events",
        "node:internal/events",
        text!("events_rest.js"),
    ),
    ("stream stream/promises", "node:stream", text!("stream.js")),
    (
        "internal/vendor/readable-stream",
        "node:internal/streams",
        text!("vendor/readable-stream.js"),
    ),
    (
        "internal/stream_handle",
        "node:internal/stream_handle",
        text!("stream_handle.js"),
    ),
    (
        "internal/net_socket",
        "node:internal/net_socket",
        text!("net_socket.js"),
    ),
    ("net internal/net_addresses", "node:net", text!("net.js")),
    ("dns dns/promises", "node:dns", text!("dns.js")),
    (
        "internal/http_common",
        "node:_http_common",
        text!("http_common.js"),
    ),
    (
        "internal/http_outgoing",
        "node:_http_outgoing",
        text!("http_outgoing.js"),
    ),
    (
        "internal/http_server",
        "node:_http_server",
        text!("http_server.js"),
    ),
    (
        "internal/http_timeouts",
        "node:internal/http_timeouts",
        text!("http_timeouts.js"),
    ),
    (
        "internal/http_client",
        "node:_http_client",
        text!("http_client.js"),
    ),
    (
        "internal/http_agent",
        "node:_http_agent",
        text!("http_agent.js"),
    ),
    ("http internal/http_words", "node:http", text!("http.js")),
    (
        "child_process",
        "node:child_process",
        text!("child_process.js"),
    ),
    ("internal/stdin", "node:internal/stdin", text!("stdin.js")),
    (
        "readline readline/promises internal/readline",
        "node:readline",
        text!("readline.js"),
    ),
    (
        "string_decoder",
        "node:string_decoder",
        text!("string_decoder.js"),
    ),
    (
        "internal/event_target",
        "node:internal/event_target",
        text!("event_target.js"),
    ),
    ("internal/abort", "node:internal/abort", text!("abort.js")),
    ("async_hooks", "node:async_hooks", text!("async_hooks.js")),
    ("internal/clone", "node:internal/clone", text!("clone.js")),
    (
        "internal/dom_exception",
        "node:internal/dom_exception",
        text!("dom_exception.js"),
    ),
    (
        "internal/messaging",
        "node:internal/messaging",
        text!("messaging.js"),
    ),
    (
        "timers/promises",
        "node:timers/promises",
        text!("timers_promises.js"),
    ),
    (
        "worker_threads",
        "node:worker_threads",
        text!("worker_threads.js"),
    ),
    (
        "internal/worker internal/worker_setup",
        "node:internal/worker",
        text!("worker.js"),
    ),
    (
        "internal/fetch_headers",
        "node:internal/fetch_headers",
        text!("fetch_headers.js"),
    ),
    (
        "internal/fetch_body",
        "node:internal/fetch_body",
        text!("fetch_body.js"),
    ),
    ("internal/fetch", "node:internal/fetch", text!("fetch.js")),
    (
        "internal/collation",
        "node:internal/collation",
        text!("collation.js"),
    ),
    (
        "internal/performance_entries",
        "node:internal/perf/entries",
        text!("performance_entries.js"),
    ),
    (
        "perf_hooks internal/performance",
        "node:perf_hooks",
        text!("performance.js"),
    ),
    ("zlib", "node:zlib", text!("zlib.js")),
    ("fs", "node:fs", text!("fs.js")),
    ("fs/promises", "node:fs/promises", text!("fs_promises.js")),
    (
        "internal/fs/shared",
        "node:internal/fs/shared",
        text!("fs_shared.js"),
    ),
    (
        "internal/fs/operations",
        "node:internal/fs/operations",
        text!("fs_operations.js"),
    ),
    (
        "internal/fs/descriptors",
        "node:internal/fs/descriptors",
        text!("fs_descriptors.js"),
    ),
    (
        "internal/fs/tree",
        "node:internal/fs/tree",
        text!("fs_tree.js"),
    ),
    (
        "internal/fs/streams",
        "node:internal/fs/streams",
        text!("fs_streams.js"),
    ),
    ("crypto", "node:crypto", text!("crypto.js")),
    (
        "internal/crypto_names",
        "node:internal/crypto_names",
        text!("crypto_names.js"),
    ),
];

/// The files of the library, by their names in the folder `node/`.
pub fn files() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(.., text)| text.file())
}

/// `(id)`: the file that defines a module, as a function; undefined if none does. A text is parsed once in a process:
/// what the interpreter compiles belongs to the process's own realm and cannot be kept for the next.
fn library(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let id = text_of(arguments.get_or_undefined(0));
    let file = FILES
        .iter()
        .find(|(modules, ..)| modules.split(' ').any(|module| module == id));
    match file {
        Some((_, name, text)) => {
            let text = text.get();
            if ["async*", "async *", "async function*"]
                .iter()
                .any(|generator| text.contains(generator))
            {
                shared(context).catches_all.set(true);
            }
            super::node_file(name, &text, context)
        }
        None => Ok(JsValue::undefined()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    /// FNV-1a, as `library/build.mjs` has it.
    fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        })
    }

    /// The names that a version lacks are taken away before a module is loaded.
    #[test]
    fn node_s_own_files_use_no_name_that_node_10_lacks() {
        const LATER: [&str; 9] = [
            ".at(-",
            ".flat(",
            ".flatMap(",
            ".matchAll(",
            ".replaceAll(",
            ".findLast(",
            "Object.fromEntries(",
            "Object.hasOwn(",
            "Promise.allSettled(",
        ];
        let since_18 = |name: &str| name.starts_with("fetch") || name == "util_rest.js";
        for (.., text) in super::FILES {
            let own = !text.file().starts_with("vendor/") && !since_18(text.file());
            for name in LATER.iter().filter(|_| own) {
                assert!(!text.get().contains(name), "{name} in {}", text.file());
            }
        }
    }

    #[test]
    fn what_is_bundled_was_made_from_these_inputs() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("library");
        let mut bytes = Vec::new();
        for name in [
            "build.mjs",
            "package-lock.json",
            "patches.mjs",
            "shims/errors.js",
            "shims/modules.js",
            "shims/process.js",
            "shims/util.js",
            "shims/validators.js",
        ] {
            bytes.extend(fs::read(folder.join(name)).expect("the inputs are there"));
        }
        let expect = format!("from {:016x}", hash(bytes.into_iter()));
        let made = include_str!("../node/vendor/readable-stream.js");
        let first = made.lines().next().unwrap_or_default();
        assert!(
            first.ends_with(&expect),
            "run `npm ci && npm run build` in {}: {first}, expected {expect}",
            folder.display()
        );
    }
}
