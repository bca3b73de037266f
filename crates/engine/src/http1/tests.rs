//! What the parser makes of bytes.

use super::*;
use expect_test::{Expect, expect};

#[track_caller]
fn check(kind: Kind, text: &str, expect: Expect) {
    let whole = pieces(kind, [text.as_bytes()]);
    expect.assert_eq(&whole);
    // Byte by byte it is the same message.
    let bytes: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
    assert_eq!(
        pieces(kind, bytes).replace("\" \"", ""),
        whole.replace("\" \"", "")
    );
}

fn pieces<'a>(kind: Kind, chunks: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut parser = Parser::new(kind);
    let mut out = Vec::new();
    for chunk in chunks {
        let mut bytes = chunk;
        while let Some(piece) = parser.next(bytes) {
            bytes = &[];
            out.push(piece);
        }
    }
    out.extend(parser.finish());
    let mut line = String::new();
    for piece in out {
        line += &match piece {
            Piece::Head(h) if h.status == 0 => {
                format!("{} {} {:?} {}|", h.method, h.url, h.headers, h.keep_alive)
            }
            Piece::Head(h) => format!(
                "{} {} {:?} {}|",
                h.status, h.reason, h.headers, h.keep_alive
            ),
            Piece::Body(bytes) => format!("\"{}\" ", String::from_utf8_lossy(&bytes)),
            Piece::Complete(trailers) => format!("over {trailers:?}|"),
            Piece::Error(code, reason) => format!("{code}: {reason}|"),
        };
    }
    line
}

#[test]
fn requests() {
    check(
        Kind::Request,
        "GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST / HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc",
        expect![[
            r#"GET /a [("Host", "x")] true|over []|POST / [("Content-Length", "3")] false|"abc" over []|"#
        ]],
    );
    check(
        Kind::Request,
        "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x\r\nc\r\n0\r\nA: b\r\n\r\n",
        expect![[r#"PUT / [("Transfer-Encoding", "chunked")] true|"ab" "c" over [("A", "b")]|"#]],
    );
}

#[test]
fn responses() {
    check(
        Kind::Response,
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
        expect![[r#"200 OK [("Content-Length", "2")] true|"hi" over []|"#]],
    );
    check(
        Kind::Response,
        "HTTP/1.1 200 OK\r\n\r\nuntil the end",
        expect![[r#"200 OK [] false|"until the end" over []|"#]],
    );
    check(
        Kind::Response,
        "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n",
        expect![[r#"204 No Content [("Connection", "close")] false|over []|"#]],
    );
}

#[test]
fn errors() {
    check(
        Kind::Request,
        "HELLO\r\n\r\n",
        expect!["HPE_INVALID_METHOD: Invalid method encountered|"],
    );
    check(
        Kind::Request,
        "GET / HTTP/1.1\r\nbad header\r\n\r\n",
        expect!["HPE_INVALID_HEADER_TOKEN: Invalid header token|"],
    );
    check(
        Kind::Request,
        "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc",
        expect![[
            r#"POST / [("Content-Length", "9")] true|"abc" HPE_INVALID_EOF_STATE: Invalid EOF state|"#
        ]],
    );
}
