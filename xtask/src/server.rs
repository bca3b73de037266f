//! A static file server for this machine alone, with the headers that a host of Loopscope should send.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::dev::Reloader;

/// So many answers at a time: a page that was left while it loads keeps one busy until its connection closes.
const WORKERS: usize = 16;

/// Takes a port of 127.0.0.1 (0: any free one), so that it is known to be free before anything is built.
///
/// # Errors
/// When something listens there already.
pub fn claim(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("port {port} of 127.0.0.1 cannot be used; choose another with --port N")
    })
}

/// What is served, and how.
pub struct Site {
    /// The folder.
    pub dir: PathBuf,
    /// The path before every file's, `/` or for instance `/sub/path/`.
    pub base: String,
    /// Adds the reloading of `--dev`.
    pub reloader: Option<Arc<Reloader>>,
}

/// Serves until the program ends, from threads of its own; gives the address.
///
/// # Errors
/// When the listener cannot be used.
pub fn start(listener: TcpListener, site: Site) -> Result<String> {
    let address = format!("http://{}{}", listener.local_addr()?, site.base);
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!(error))?;
    let server = Arc::new(server);
    let site = Arc::new(site);
    for _ in 0..WORKERS {
        let (server, site) = (Arc::clone(&server), Arc::clone(&site));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                // A client that has gone is no error of ours.
                let _ = site.answer(request);
            }
        });
    }
    Ok(address)
}

impl Site {
    fn answer(&self, request: Request) -> std::io::Result<()> {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return request.respond(text(405, "only GET and HEAD"));
        }
        let url = request.url().to_owned();
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let Some(name) = path.strip_prefix(self.base.as_str()) else {
            return request.respond(text(404, "nothing here"));
        };
        if let Some(reloader) = &self.reloader
            && let Some(answer) = reloader.answer(name)
        {
            return request.respond(file(answer.content_type, answer.body));
        }
        let Some((content_type, mut body)) = self.read(name) else {
            return request.respond(text(404, "nothing here"));
        };
        if self.reloader.is_some() && content_type.starts_with("text/html") {
            body = Reloader::inject(body);
        }
        request.respond(file(content_type, body))
    }

    /// A file and its type; a folder stands for its `index.html`.
    fn read(&self, name: &str) -> Option<(&'static str, Vec<u8>)> {
        let relative = PathBuf::from(percent_decode(name)?);
        let inside = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let mut path = self.dir.join(&relative);
        if path.is_dir() {
            path.push("index.html");
        }
        let body = inside.then(|| fs::read(&path).ok())??;
        Some((content_type(&path), body))
    }
}

fn file(content_type: &str, body: Vec<u8>) -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_data(body)
        // Readers show how much has arrived: the length is said first.
        .with_chunked_threshold(usize::MAX)
        .with_header(header("Content-Type", content_type))
        .with_header(header("Cache-Control", "no-cache"))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        // A frame with an opaque origin loads the worker's files from "elsewhere".
        .with_header(header("Access-Control-Allow-Origin", "*"))
}

fn text(status: u16, message: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string(message).with_status_code(status)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("constants without control characters")
}

fn content_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Undoes `%XX`; nothing where that is broken or gives no UTF-8.
fn percent_decode(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{Site, percent_decode};

    #[test]
    fn names_are_decoded_or_refused() {
        assert_eq!(percent_decode("a%20b%C3%A9").as_deref(), Some("a b\u{e9}"));
        assert_eq!(percent_decode("a%2"), None);
        assert_eq!(percent_decode("%zz"), None);
        assert_eq!(percent_decode("%ff"), None);
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = Site {
            dir: crate::paths::root().join("xtask").join("src"),
            base: "/".to_owned(),
            reloader: None,
        };
        assert!(site.read("main.rs").is_some());
        assert!(site.read("../Cargo.toml").is_none());
        assert!(site.read("%2e%2e/Cargo.toml").is_none());
        assert!(site.read("/etc/hostname").is_none());
    }
}
