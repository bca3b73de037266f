//! Names that Node 20 has and this model lacks: they exist, so that a program can ask for them, and a call is refused.

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

const GLOBALS: &str = "URL URLSearchParams DOMException AbortController AbortSignal Event EventTarget TextEncoder \
    TextDecoder TransformStream TransformStreamDefaultController WritableStream WritableStreamDefaultController \
    WritableStreamDefaultWriter ReadableStream ReadableStreamDefaultReader ReadableStreamBYOBReader \
    ReadableStreamBYOBRequest ReadableByteStreamController ReadableStreamDefaultController ByteLengthQueuingStrategy \
    CountQueuingStrategy TextEncoderStream TextDecoderStream CompressionStream DecompressionStream structuredClone atob \
    btoa BroadcastChannel MessageChannel MessagePort MessageEvent Blob File Performance PerformanceEntry \
    PerformanceMark PerformanceMeasure PerformanceObserver PerformanceObserverEntryList PerformanceResourceTiming \
    fetch FormData Headers Request Response WebAssembly crypto Crypto CryptoKey SubtleCrypto CustomEvent Intl";

const FS: &str = "chown chownSync chmod chmodSync close closeSync copyFile copyFileSync cp cpSync createReadStream \
    createWriteStream fchown fchownSync fchmod fchmodSync fdatasync fdatasyncSync fstat fstatSync fsync fsyncSync \
    ftruncate ftruncateSync futimes futimesSync lchown lchownSync link linkSync lutimes lutimesSync mkdir mkdirSync \
    mkdtemp mkdtempSync open openSync openAsBlob read readSync readv readvSync readlink readlinkSync realpath \
    realpathSync rename renameSync rm rmSync rmdir rmdirSync statfs statfsSync symlink symlinkSync truncate \
    truncateSync unwatchFile utimes utimesSync watch watchFile write writeSync writev writevSync Dirent ReadStream \
    WriteStream FileReadStream FileWriteStream _toUnixTimestamp Dir opendir opendirSync";

const FS_PROMISES: &str = "copyFile cp open opendir rename truncate rm rmdir mkdir readlink symlink statfs link chmod \
    lchmod lchown chown utimes lutimes realpath mkdtemp watch";

/// Node's own modules. Those that the folder `node/` does not make are refused.
pub const MODULES: &str = "assert assert/strict async_hooks buffer child_process cluster console constants crypto \
    dgram diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector \
    inspector/promises module net os path path/posix path/win32 perf_hooks process punycode querystring readline \
    readline/promises repl stream stream/consumers stream/promises stream/web string_decoder sys timers \
    timers/promises tls trace_events tty url util util/types v8 vm wasi worker_threads zlib";

/// The lists, for the JavaScript half of the Node layer.
///
/// # Errors
/// If the interpreter fails.
pub fn lists(context: &mut Context) -> JsResult<JsObject> {
    let lists = JsObject::with_null_proto();
    for (name, list) in [
        ("globals", GLOBALS),
        ("modules", MODULES),
        ("fs", FS),
        ("fsPromises", FS_PROMISES),
    ] {
        let names = list
            .split_whitespace()
            .map(|name| JsValue::from(JsString::from(name)));
        let array = JsArray::from_iter(names, context);
        lists.set(JsString::from(name), array, true, context)?;
    }
    Ok(lists)
}
