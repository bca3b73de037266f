//! HTTP/1.x: messages out of bytes, as they come (RFC 9112), for the program's own connections and for other hosts.

/// What a parser expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Requests.
    Request,
    /// Responses.
    Response,
}

/// The head of a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Of a request; empty otherwise.
    pub method: String,
    /// Of a request.
    pub url: String,
    /// Of a response; 0 otherwise.
    pub status: u16,
    /// Of a response.
    pub reason: String,
    /// The minor number of HTTP/1.
    pub minor: u8,
    /// Names and values as they came.
    pub headers: Vec<(String, String)>,
    /// Whether the connection may be used again.
    pub keep_alive: bool,
    /// Whether another protocol is asked for.
    pub upgrade: bool,
}

impl Head {
    /// The value of a header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(n, _)| n.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// A piece of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// It begins.
    Head(Head),
    /// Some of its body.
    Body(Vec<u8>),
    /// It is over; these are its trailers.
    Complete(Vec<(String, String)>),
    /// It makes no sense: llhttp's code and reason.
    Error(&'static str, &'static str),
}

/// Node's bound of a head.
const MAX_HEAD: usize = 16 * 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Head,
    /// So many bytes of the body are missing.
    Length(u64),
    ChunkSize,
    Chunk(u64),
    ChunkEnd,
    Trailers,
    /// The body ends with the connection.
    UntilEnd,
    Broken,
}

/// Finds messages in a stream of bytes.
#[derive(Debug, Clone)]
pub struct Parser {
    kind: Kind,
    state: State,
    buffer: Vec<u8>,
    /// The body of the message that begins is left out: a response to HEAD.
    pub skip_body: bool,
}

impl Parser {
    /// A parser at the beginning of a message.
    pub fn new(kind: Kind) -> Parser {
        Parser {
            kind,
            state: State::Head,
            buffer: Vec::new(),
            skip_body: false,
        }
    }

    /// Takes bytes and gives the next piece, if there is a whole one. Call it again without bytes for further pieces.
    pub fn next(&mut self, bytes: &[u8]) -> Option<Piece> {
        self.buffer.extend_from_slice(bytes);
        match self.state {
            State::Broken => None,
            State::Head => self.head(),
            State::Length(0) => Some(self.complete(Vec::new())),
            State::Length(left) => self.body(left).map(|(piece, left)| {
                self.state = State::Length(left);
                piece
            }),
            State::UntilEnd => self.body(u64::MAX).map(|(piece, _)| piece),
            State::ChunkSize => self.chunk_size(),
            State::Chunk(left) => self.body(left).map(|(piece, left)| {
                self.state = match left {
                    0 => State::ChunkEnd,
                    left => State::Chunk(left),
                };
                piece
            }),
            State::ChunkEnd => {
                let line = self.line()?;
                if !line.is_empty() {
                    return Some(self.broken("HPE_STRICT", "Expected LF after chunk data"));
                }
                self.state = State::ChunkSize;
                self.next(&[])
            }
            State::Trailers => self.trailers(),
        }
    }

    /// The connection is over: the last piece of a body that ends with it, or an error within a message.
    pub fn finish(&mut self) -> Option<Piece> {
        match self.state {
            State::UntilEnd => Some(self.complete(Vec::new())),
            State::Head if self.buffer.iter().all(|b| b"\r\n".contains(b)) => None,
            State::Broken => None,
            _ => Some(self.broken("HPE_INVALID_EOF_STATE", "Invalid EOF state")),
        }
    }

    fn broken(&mut self, code: &'static str, reason: &'static str) -> Piece {
        self.state = State::Broken;
        Piece::Error(code, reason)
    }

    fn complete(&mut self, trailers: Vec<(String, String)>) -> Piece {
        self.state = State::Head;
        Piece::Complete(trailers)
    }

    fn body(&mut self, left: u64) -> Option<(Piece, u64)> {
        if self.buffer.is_empty() {
            return None;
        }
        let size = (self.buffer.len() as u64).min(left);
        let bytes: Vec<u8> = self.buffer.drain(..size as usize).collect();
        Some((Piece::Body(bytes), left - size))
    }

    /// Takes a line, without its end.
    fn line(&mut self) -> Option<String> {
        let end = self.buffer.iter().position(|b| *b == b'\n')?;
        let mut line: Vec<u8> = self.buffer.drain(..=end).collect();
        line.pop();
        line.pop_if(|b| *b == b'\r');
        Some(latin1(&line))
    }

    fn chunk_size(&mut self) -> Option<Piece> {
        let line = self.line()?;
        let digits = line.split(';').next().unwrap_or_default().trim();
        let Ok(size) = u64::from_str_radix(digits, 16) else {
            return Some(self.broken("HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size"));
        };
        self.state = match size {
            0 => State::Trailers,
            size => State::Chunk(size),
        };
        self.next(&[])
    }

    fn trailers(&mut self) -> Option<Piece> {
        let end = if self.buffer.starts_with(b"\r\n") {
            2
        } else {
            find(&self.buffer, b"\r\n\r\n")? + 4
        };
        let block: Vec<u8> = self.buffer.drain(..end).collect();
        let trailers = latin1(&block);
        let trailers = trailers.split("\r\n").filter_map(header).collect();
        Some(self.complete(trailers))
    }

    fn head(&mut self) -> Option<Piece> {
        // Empty lines before a message are skipped.
        let empty = self
            .buffer
            .iter()
            .take_while(|b| b"\r\n".contains(b))
            .count();
        self.buffer.drain(..empty);
        let Some(end) = find(&self.buffer, b"\r\n\r\n") else {
            if self.buffer.len() > MAX_HEAD {
                return Some(self.broken("HPE_HEADER_OVERFLOW", "Header overflow"));
            }
            return self.early_error();
        };
        if end > MAX_HEAD {
            return Some(self.broken("HPE_HEADER_OVERFLOW", "Header overflow"));
        }
        let text: Vec<u8> = self.buffer.drain(..end + 4).collect();
        let text = latin1(&text[..end]);
        let mut lines = text.split("\r\n");
        let first = lines.next().unwrap_or_default();
        let mut head = match self.first_line(first) {
            Ok(head) => head,
            Err((code, reason)) => return Some(self.broken(code, reason)),
        };
        for line in lines {
            match header(line) {
                Some(header) => head.headers.push(header),
                None => {
                    return Some(self.broken("HPE_INVALID_HEADER_TOKEN", "Invalid header token"));
                }
            }
        }
        Some(self.begin(head))
    }

    /// Bytes that cannot become a head are an error before they are all there.
    fn early_error(&mut self) -> Option<Piece> {
        let end = self.buffer.iter().position(|b| *b == b'\n')?;
        let first = latin1(&self.buffer[..end]);
        let wrong = self.first_line(first.trim_end_matches('\r')).err()?;
        Some(self.broken(wrong.0, wrong.1))
    }

    fn first_line(&self, line: &str) -> Result<Head, (&'static str, &'static str)> {
        match self.kind {
            Kind::Request => {
                let mut words = line.split(' ');
                let method = words.next().unwrap_or_default();
                if !METHODS.contains(&method) {
                    return Err(("HPE_INVALID_METHOD", "Invalid method encountered"));
                }
                let url = words.next().unwrap_or_default();
                if url.is_empty() {
                    return Err(("HPE_INVALID_URL", "Unexpected space after start"));
                }
                let version = words.next().unwrap_or("HTTP/0.9");
                let minor = minor(version).ok_or(("HPE_INVALID_CONSTANT", "Expected HTTP/"))?;
                Ok(Head {
                    method: method.to_owned(),
                    url: url.to_owned(),
                    minor,
                    ..Head::default()
                })
            }
            Kind::Response => {
                let (version, rest) = line.split_once(' ').unwrap_or((line, ""));
                let minor = minor(version).ok_or(("HPE_INVALID_CONSTANT", "Expected HTTP/"))?;
                let (status, reason) = rest.split_once(' ').unwrap_or((rest, ""));
                let status = status
                    .parse()
                    .map_err(|_| ("HPE_INVALID_STATUS", "Invalid status code"))?;
                Ok(Head {
                    status,
                    reason: reason.to_owned(),
                    minor,
                    ..Head::default()
                })
            }
        }
    }

    fn begin(&mut self, mut head: Head) -> Piece {
        let says = |name: &str, word: &str| {
            head.header(name).is_some_and(|value| {
                value
                    .split(',')
                    .any(|w| w.trim().eq_ignore_ascii_case(word))
            })
        };
        let chunked = says("transfer-encoding", "chunked");
        let asks_upgrade = says("connection", "upgrade") && head.header("upgrade").is_some();
        let length: Option<Result<u64, _>> = head
            .header("content-length")
            .map(|value| value.trim().parse());
        let keep_alive = match head.minor {
            0 => says("connection", "keep-alive"),
            _ => !says("connection", "close"),
        };
        let length = match length {
            Some(Err(_)) => {
                return self.broken(
                    "HPE_INVALID_CONTENT_LENGTH",
                    "Invalid character in Content-Length",
                );
            }
            Some(Ok(_)) if chunked => {
                return self.broken(
                    "HPE_INVALID_CONTENT_LENGTH",
                    "Content-Length can't be present with Transfer-Encoding",
                );
            }
            Some(Ok(length)) => Some(length),
            None => None,
        };
        let bare = matches!(head.status, 100..=199 | 204 | 304);
        head.upgrade = asks_upgrade && (self.kind == Kind::Request || head.status == 101)
            || head.method == "CONNECT";
        self.state = if chunked && !bare {
            State::ChunkSize
        } else {
            match (length, self.kind) {
                _ if bare => State::Length(0),
                (Some(length), _) => State::Length(length),
                (None, Kind::Request) => State::Length(0),
                (None, Kind::Response) => State::UntilEnd,
            }
        };
        head.keep_alive = keep_alive && self.state != State::UntilEnd;
        Piece::Head(head)
    }

    /// The message whose head was just given has no body, whatever its head says.
    pub fn without_body(&mut self) {
        self.state = State::Length(0);
    }

    /// Takes what was not looked at: behind the head of a message that changes the protocol.
    pub fn rest(&mut self) -> Vec<u8> {
        self.state = State::Head;
        std::mem::take(&mut self.buffer)
    }
}

fn minor(version: &str) -> Option<u8> {
    match version {
        "HTTP/1.1" => Some(1),
        "HTTP/1.0" => Some(0),
        _ => None,
    }
}

fn header(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    let good = !name.is_empty() && name.bytes().all(token);
    good.then(|| (name.to_owned(), value.trim_matches([' ', '\t']).to_owned()))
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|w| w == needle)
}

/// Bytes as Latin-1, as Node reads heads.
fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|b| char::from(*b)).collect()
}

/// The methods that llhttp knows and Node lists, in `http.METHODS`' order.
pub const METHODS: [&str; 35] = [
    "ACL",
    "BIND",
    "CHECKOUT",
    "CONNECT",
    "COPY",
    "DELETE",
    "GET",
    "HEAD",
    "LINK",
    "LOCK",
    "M-SEARCH",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MOVE",
    "NOTIFY",
    "OPTIONS",
    "PATCH",
    "POST",
    "PROPFIND",
    "PROPPATCH",
    "PURGE",
    "PUT",
    "QUERY",
    "REBIND",
    "REPORT",
    "SEARCH",
    "SOURCE",
    "SUBSCRIBE",
    "TRACE",
    "UNBIND",
    "UNLINK",
    "UNLOCK",
    "UNSUBSCRIBE",
];

#[cfg(test)]
mod tests;
