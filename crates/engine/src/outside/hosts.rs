//! Other hosts, as the scenario defines them: they speak HTTP.

use super::Peer;
use crate::http1::{Head, Kind, Parser, Piece};
use crate::latency;
use crate::shared::Shared;
use loopscope_event_loop::kernel::Outgoing;
use loopscope_event_loop::kernel::agenda::Act;
use loopscope_event_loop::kernel::stream::errno;
use loopscope_model::scenario::outside::{Answer, HostState};
use loopscope_model::{HandleId, VirtualTime};

/// There and back again.
const ROUND_TRIP: VirtualTime = VirtualTime::from_millis(10);
/// How long a host thinks about an answer.
const ANSWER: VirtualTime = VirtualTime::from_millis(20);
/// The port of HTTP.
const PORT: u16 = 80;

/// A connection to a host.
#[derive(Debug)]
pub struct Conversation {
    host: String,
    parser: Parser,
    request: Option<Head>,
    /// When what was said last arrives: nothing overtakes it.
    last: VirtualTime,
}

/// The address of a host: nothing if the scenario does not define it, an empty text if it has none.
pub fn address(shared: &Shared, name: &str) -> Option<String> {
    let hosts = &shared.scenario.outside.hosts;
    let mut numbered = hosts.iter().enumerate();
    let (at, (_, host)) = numbered.find(|(_, (known, _))| *known == name)?;
    // RFC 5737: addresses for documentation.
    Some(match host.state {
        HostState::Unknown => String::new(),
        _ => format!("203.0.113.{}", at % 254 + 1),
    })
}

/// The host with this address.
pub fn name_of(shared: &Shared, address: &str) -> Option<String> {
    let last: usize = address.strip_prefix("203.0.113.")?.parse().ok()?;
    let hosts = shared.scenario.outside.hosts.keys();
    hosts.into_iter().nth(last.checked_sub(1)?).cloned()
}

fn delay(shared: &Shared, names: &[String], typical: VirtualTime) -> VirtualTime {
    latency::of_call(shared, names).unwrap_or(typical)
}

/// The process asks for a connection.
pub(super) fn connect(
    shared: &Shared,
    at: VirtualTime,
    handle: HandleId,
    address: &str,
    port: u16,
) {
    let host = name_of(shared, address).unwrap_or_default();
    let open = shared
        .scenario
        .outside
        .hosts
        .get(&host)
        .is_some_and(|host| host.state == HostState::Up && port == PORT);
    let delay = delay(
        shared,
        &[format!("connect {host}"), "connect".to_owned()],
        ROUND_TRIP,
    );
    let outcome = if open { 0 } else { errno::ECONNREFUSED };
    let arrives = at + delay;
    shared
        .event_loop
        .borrow_mut()
        .plan(arrives, Act::Connected(handle, outcome));
    if open {
        let conversation = Conversation {
            host,
            parser: Parser::new(Kind::Request),
            request: None,
            last: arrives,
        };
        let mut outside = shared.outside.borrow_mut();
        outside.peers.insert(handle, Peer::Host(conversation));
    }
}

/// The process says something to a host.
pub(super) fn hear(
    shared: &Shared,
    at: VirtualTime,
    handle: HandleId,
    mut conversation: Conversation,
    said: &Outgoing,
) -> Option<Conversation> {
    match said {
        Outgoing::Bytes(bytes) => {
            let mut bytes = bytes.as_slice();
            while let Some(piece) = conversation.parser.next(bytes) {
                bytes = &[];
                match piece {
                    Piece::Head(head) => conversation.request = Some(head),
                    Piece::Body(_) => {}
                    Piece::Complete(_) => {
                        if let Some(request) = conversation.request.take() {
                            answer(shared, at, handle, &mut conversation, &request);
                        }
                    }
                    Piece::Error(..) => {
                        shared
                            .event_loop
                            .borrow_mut()
                            .plan(at + ROUND_TRIP, Act::End(handle));
                    }
                }
            }
        }
        Outgoing::End => {
            let at = conversation.last.max(at + ROUND_TRIP);
            shared.event_loop.borrow_mut().plan(at, Act::End(handle));
        }
        Outgoing::Close | Outgoing::Connect(..) => {}
    }
    Some(conversation)
}

fn answer(
    shared: &Shared,
    at: VirtualTime,
    handle: HandleId,
    conversation: &mut Conversation,
    request: &Head,
) {
    let host = &conversation.host;
    let path = request.url.split('?').next().unwrap_or_default();
    let keys = [
        format!("http {host}{}", request.url),
        format!("http {host}{path}"),
        format!("http {host}"),
        "http".to_owned(),
    ];
    let arrives = conversation.last.max(at + delay(shared, &keys, ANSWER));
    conversation.last = arrives;
    let answers = shared
        .scenario
        .outside
        .hosts
        .get(host)
        .map(|host| &host.answers);
    let find = |path: &str| {
        let answers = answers?;
        answers.get(&format!("{} {path}", request.method))
    };
    let missing = Answer {
        status: 404,
        body: "Not Found".to_owned(),
    };
    let answer = find(&request.url)
        .or_else(|| find(path))
        .or_else(|| find("*"));
    let answer = answer.unwrap_or(&missing);
    let bytes = response(answer, request);
    let mut event_loop = shared.event_loop.borrow_mut();
    event_loop.plan(arrives, Act::Bytes(handle, bytes));
    if !request.keep_alive {
        event_loop.plan(arrives, Act::End(handle));
    }
}

fn response(answer: &Answer, request: &Head) -> Vec<u8> {
    let kind = match answer.body.trim_start().chars().next() {
        Some('{' | '[') => "application/json",
        _ => "text/plain; charset=utf-8",
    };
    let connection = if request.keep_alive {
        "keep-alive"
    } else {
        "close"
    };
    let head = format!(
        "HTTP/1.1 {} {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: {connection}\r\n\r\n",
        answer.status,
        reason(answer.status),
        answer.body.len()
    );
    let body = if request.method == "HEAD" {
        ""
    } else {
        &answer.body
    };
    [head.as_bytes(), body.as_bytes()].concat()
}

/// The words of the more usual status codes.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        204 => "No Content",
        301 => "Moved Permanently",
        302 => "Found",
        304 => "Not Modified",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        _ => "Answer",
    }
}
