//! The Rust half of `http`: parsers, which JavaScript holds by their numbers.

use crate::globals::text::{bytes_of, to_array};
use crate::globals::{Native, text_of};
use crate::http1::{Head, Kind, METHODS, Parser, Piece};
use crate::shared::shared;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[
    ("httpOpen", open),
    ("httpNext", next),
    ("httpSkip", skip),
    ("httpRest", rest),
    ("httpFinish", finish),
    ("httpFree", free),
    ("httpMethods", methods),
];

fn id(arguments: &[JsValue]) -> u32 {
    arguments.get_or_undefined(0).as_number().unwrap_or(0.0) as u32
}

fn text(text: &str) -> JsValue {
    JsString::from(text).into()
}

/// `(kind)`: gives the number of a parser of `request`s or `response`s.
fn open(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let kind = match text_of(arguments.get_or_undefined(0)).as_str() {
        "request" => Kind::Request,
        _ => Kind::Response,
    };
    let shared = shared(context);
    let mut parsers = shared.parsers.borrow_mut();
    let id = parsers.keys().next_back().map_or(1, |last| last + 1);
    parsers.insert(id, Parser::new(kind));
    Ok(id.into())
}

/// `(parser, bytes)`: gives the next piece as a list that begins with its kind, or undefined.
fn next(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = bytes_of(arguments.get_or_undefined(1), context)?;
    let piece = match shared(context).parsers.borrow_mut().get_mut(&id(arguments)) {
        Some(parser) => parser.next(&bytes),
        None => None,
    };
    piece.map_or(Ok(JsValue::undefined()), |piece| to_list(piece, context))
}

/// `(parser)`: the connection is over.
fn finish(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let piece = match shared(context).parsers.borrow_mut().get_mut(&id(arguments)) {
        Some(parser) => parser.finish(),
        None => None,
    };
    piece.map_or(Ok(JsValue::undefined()), |piece| to_list(piece, context))
}

/// `(parser)`: the message has no body.
fn skip(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(parser) = shared(context).parsers.borrow_mut().get_mut(&id(arguments)) {
        parser.without_body();
    }
    Ok(JsValue::undefined())
}

/// `(parser)`: gives the bytes that were not looked at.
fn rest(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let rest = match shared(context).parsers.borrow_mut().get_mut(&id(arguments)) {
        Some(parser) => parser.rest(),
        None => Vec::new(),
    };
    to_array(&rest, context)
}

/// `(parser)`.
fn free(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    shared(context).parsers.borrow_mut().remove(&id(arguments));
    Ok(JsValue::undefined())
}

/// Gives the methods of requests.
fn methods(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsArray::from_iter(METHODS.map(text), context).into())
}

fn to_list(piece: Piece, context: &mut Context) -> JsResult<JsValue> {
    let values = match piece {
        Piece::Head(head) => head_values(head, context),
        Piece::Body(bytes) => vec![text("body"), to_array(&bytes, context)?],
        Piece::Complete(trailers) => vec![text("complete"), flat(trailers, context)],
        Piece::Error(code, reason) => vec![text("error"), text(code), text(reason)],
    };
    Ok(JsArray::from_iter(values, context).into())
}

fn head_values(head: Head, context: &mut Context) -> Vec<JsValue> {
    vec![
        text("head"),
        text(&head.method),
        text(&head.url),
        head.status.into(),
        text(&head.reason),
        u32::from(head.minor).into(),
        flat(head.headers, context),
        head.keep_alive.into(),
        head.upgrade.into(),
    ]
}

/// Names and values, one after the other.
fn flat(headers: Vec<(String, String)>, context: &mut Context) -> JsValue {
    let texts: Vec<JsValue> = headers
        .iter()
        .flat_map(|(name, value)| [text(name), text(value)])
        .collect();
    JsArray::from_iter(texts, context).into()
}
