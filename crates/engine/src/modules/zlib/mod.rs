//! The Rust half of `zlib`: what is compressed has the very bytes that Node's zlib gives. `deflate.rs`, `trees.rs` and
//! `huffman.rs` follow zlib's own choices (`zlib.LICENSE`): nothing else gives these bytes.

mod bits;
mod deflate;
mod formats;
mod huffman;
mod inflate;
#[cfg(test)]
mod tests;
mod trees;

use crate::globals::text::{bytes_of, to_array};
use crate::globals::{Native, callable, text_of};
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs, JsData, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};
use deflate::Flush;
use formats::{Format, Packer, Unpacker};
use inflate::Failure;

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("zlibPacker", packer),
    ("zlibUnpacker", unpacker),
    ("zlibWrite", write),
    ("crc32", checksum),
];

/// What a stream of `zlib` holds.
#[derive(Trace, Finalize, JsData)]
#[boa_gc(unsafe_no_drop)]
struct Codec(#[unsafe_ignore_trace] Direction);

enum Direction {
    Pack(Box<Packer>),
    Unpack(Box<Unpacker>),
}

fn codec(direction: Direction) -> JsValue {
    JsObject::from_proto_and_data(None, Codec(direction)).into()
}

fn number(arguments: &[JsValue], at: usize) -> f64 {
    arguments.get_or_undefined(at).as_number().unwrap_or(0.0)
}

/// `(format, level)`.
fn packer(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let format = Format::of(&text_of(arguments.get_or_undefined(0)));
    let level = number(arguments, 1) as usize;
    let packer = Packer::new(format, level.clamp(1, 9));
    Ok(codec(Direction::Pack(Box::new(packer))))
}

/// `(format, limit)`: gives at most so many bytes in all.
fn unpacker(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let format = Format::of(&text_of(arguments.get_or_undefined(0)));
    let unpacker = Unpacker::new(format, number(arguments, 1) as usize);
    Ok(codec(Direction::Unpack(Box::new(unpacker))))
}

/// `(codec, bytes, flush, done)`: calls `done` with the bytes that come out, how many bytes there are behind the end, and what is
/// wrong: zlib's code, its number and words; all undefined if nothing is, the words alone if there would be too many bytes.
fn write(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = bytes_of(arguments.get_or_undefined(1), context)?;
    let flush = match number(arguments, 2) {
        4.0 => Flush::Finish,
        3.0 => Flush::Full,
        _ => Flush::No,
    };
    let done = callable(arguments.get_or_undefined(3))?;
    let codec = arguments.get_or_undefined(0).as_object();
    let (out, rest, result) = match codec
        .as_ref()
        .and_then(|codec| codec.downcast_mut::<Codec>())
    {
        Some(mut codec) => match &mut codec.0 {
            Direction::Pack(packer) => (packer.write(&bytes, flush), 0, Ok(())),
            Direction::Unpack(unpacker) => {
                let (out, result) = unpacker.write(&bytes);
                (out, unpacker.rest(), result)
            }
        },
        None => (Vec::new(), 0, Ok(())),
    };
    let (code, number, words) = match result {
        Err(Failure::Short) if flush == Flush::Finish => {
            ("Z_BUF_ERROR", -5, "unexpected end of file")
        }
        Err(Failure::Data(words)) => ("Z_DATA_ERROR", -3, words),
        Err(Failure::TooLarge) => ("", 0, "too large"),
        Ok(()) | Err(Failure::Short) => ("", 0, ""),
    };
    let text = |text: &str| match text {
        "" => JsValue::undefined(),
        text => JsString::from(text).into(),
    };
    let out = to_array(&out, context)?;
    let wrong = JsArray::from_iter([text(words), number.into(), text(code)], context);
    let arguments = [out, (rest as f64).into(), wrong.into()];
    done.call(&JsValue::undefined(), &arguments, context)
}

/// `(bytes, start)`.
fn checksum(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = bytes_of(arguments.get_or_undefined(0), context)?;
    Ok(formats::crc32(number(arguments, 1) as u32, &bytes).into())
}
