//! `loopscope mdbook`: a preprocessor of mdBook that makes live programs of the fences of a book.
//!
//! A fence that says ```` ```js,loopscope ```` becomes a `<loop-scope>` element which holds the program, what Node prints
//! and a picture of the run, so that the book says the same on paper and without scripts. What follows behind `loopscope`
//! are settings of the frame: ```` ```js,loopscope,at=o3,readonly,title="First, ticks" ````.

use crate::picture::{record, step_of};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use clap::Subcommand;
use loopscope_model::picture::markup;
use loopscope_model::replay::Recording;
use loopscope_model::{Scenario, link, picture};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use serde_json::Value;
use std::fmt::Write;
use std::io::Read;
use std::ops::Range;

/// Where Loopscope is, unless the book says so: beside the book.
pub const BASE: &str = "/loopscope/";

/// What mdBook asks first.
#[derive(Subcommand)]
pub enum Question {
    /// Whether books of this form can be made
    Supports {
        /// The form: html, epub, …
        renderer: String,
    },
}

/// Answers mdBook: whether a form is supported (exit code 1: it is not), or the book on standard input with its fences
/// replaced.
///
/// # Errors
/// If the book cannot be read.
pub fn run(base: &str, question: Option<&Question>) -> Result<u8, String> {
    if let Some(Question::Supports { renderer }) = question {
        return Ok(u8::from(renderer != "html"));
    }
    let mut input = String::new();
    std::io::stdin()
        .read_to_string(&mut input)
        .map_err(|error| format!("cannot read the book: {error}"))?;
    let (_, mut book): (Value, Value) = serde_json::from_str(&input).map_err(|error| {
        format!("this is no book of mdBook's ({error}): let mdBook call this command")
    })?;
    let base = format!("{}/", base.trim_end_matches('/'));
    chapters(&mut book, &base);
    println!("{book}");
    Ok(0)
}

/// Rewrites every chapter, however deep.
fn chapters(value: &mut Value, base: &str) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(|one| chapters(one, base)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(content) if name == "content" => {
                        *content = rewritten(content, base)
                    }
                    other => chapters(other, base),
                }
            }
        }
        _ => {}
    }
}

/// A chapter's text with its live fences replaced; any other is what it was.
fn rewritten(content: &str, base: &str) -> String {
    let fences = fences(content);
    if fences.is_empty() {
        return content.to_owned();
    }
    let mut out = String::new();
    let mut from = 0;
    for fence in fences {
        out.push_str(&content[from..fence.place.start]);
        out.push_str(&element(&fence, base));
        from = fence.place.end;
    }
    out.push_str(&content[from..]);
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "\n\n<script type=\"module\" src=\"{}embed.js\"></script>\n",
        markup(base)
    );
    out
}

/// A live fence.
struct Fence {
    place: Range<usize>,
    /// Settings of the frame: names and values.
    settings: Vec<(String, String)>,
    program: String,
}

fn fences(content: &str) -> Vec<Fence> {
    let mut found: Vec<Fence> = Vec::new();
    let mut inside = false;
    for (event, place) in Parser::new(content).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let mut words = words(&info).into_iter().map(str::trim);
                inside = words.by_ref().any(|word| word == "loopscope");
                if inside {
                    let settings = words.map(|word| {
                        let (name, value) = word.split_once('=').unwrap_or((word, ""));
                        (name.to_owned(), value.trim_matches('"').to_owned())
                    });
                    found.push(Fence {
                        place,
                        settings: settings.collect(),
                        program: String::new(),
                    });
                }
            }
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => inside = false,
            Event::Text(text) if inside => {
                if let Some(fence) = found.last_mut() {
                    fence.program.push_str(&text);
                }
            }
            _ => {}
        }
    }
    found
}

/// The parts of a fence's info string between its commas; those between quotation marks divide nothing.
fn words(info: &str) -> Vec<&str> {
    let mut quoted = false;
    let divides = |c| {
        quoted ^= c == '"';
        c == ',' && !quoted
    };
    info.split(divides).collect()
}

/// The element in the place of a fence. It has no empty line: that would end the HTML in Markdown.
fn element(fence: &Fence, base: &str) -> String {
    let mut scenario = Scenario::of_program(fence.program.as_str());
    let setting = |name: &str| fence.settings.iter().find(|(known, _)| known == name);
    if let Some((_, title)) = setting("title") {
        scenario.title.clone_from(title);
    }
    let recording = record(&scenario, None);
    let step = setting("at")
        .and_then(|(_, place)| step_of(&recording, place).ok())
        .unwrap_or_else(|| before_the_loop(&recording));
    let picture = picture::picture(&recording, step);
    let drawn = BASE64_STANDARD.encode(picture::svg(&picture));
    let mut attributes = String::new();
    for (name, value) in &fence.settings {
        let _ = write!(attributes, " {}=\"{}\"", markup(name), markup(value));
    }
    let link = link::encode(&scenario, None)
        .map(|fragment| {
            format!(
                "\n<p><a href=\"{}#{fragment}\">Open in Loopscope</a></p>",
                markup(base)
            )
        })
        .unwrap_or_default();
    format!(
        "<loop-scope{attributes}>\n<pre><code class=\"language-js\">{}</code></pre>\n<figure>\n<figcaption>What Node prints:</figcaption>\n\
         <pre>{}</pre>\n<img alt=\"{}\" src=\"data:image/svg+xml;base64,{drawn}\">\n</figure>{link}\n</loop-scope>\n",
        block(&fence.program),
        block(&printed(&recording)),
        markup(&picture.why.sentence),
    )
}

/// The moment at which everything has been scheduled and nothing has been called.
fn before_the_loop(recording: &Recording) -> u32 {
    let first = recording.callbacks().first();
    first.map_or(recording.last_step(), |event| {
        recording.step_of_event(*event).saturating_sub(1)
    })
}

fn printed(recording: &Recording) -> String {
    let lines = (0..recording.outputs().len()).filter_map(|n| picture::console_line(recording, n));
    lines.map(|line| line.text + "\n").collect()
}

/// A text within `<pre>`: its empty lines are written so that Markdown does not see them.
fn block(text: &str) -> String {
    let text = markup(text.trim_end());
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        // An entity ends a line for the reader, and not for Markdown.
        let empty = line.trim().is_empty();
        out.push_str(if empty { "&#10;" } else { "\n" });
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{block, chapters, fences, rewritten};
    use serde_json::json;

    const LIVE: &str = "# Ticks\n\n```js,loopscope,at=o1,readonly\nprocess.nextTick(() => console.log('tick'));\n\nconsole.log('a < b');\n```\n\nText.\n";

    #[test]
    fn a_live_fence_becomes_an_element_with_what_node_prints() {
        let page = rewritten(LIVE, "/scope/");
        assert!(
            page.starts_with("# Ticks\n\n<loop-scope at=\"o1\" readonly=\"\">\n"),
            "{page}"
        );
        assert!(
            page.contains("console.log('a &lt; b');</code></pre>"),
            "{page}"
        );
        assert!(page.contains("<pre>a &lt; b\ntick</pre>"), "{page}");
        assert!(page.contains("src=\"data:image/svg+xml;base64,"), "{page}");
        assert!(page.contains("<a href=\"/scope/#v1/"), "{page}");
        assert!(page.contains("</loop-scope>\n"), "{page}");
        assert!(
            page.ends_with(
                "Text.\n\n\n<script type=\"module\" src=\"/scope/embed.js\"></script>\n"
            ),
            "{page}"
        );
        let element = &page[page.find("<loop-scope").unwrap()..page.find("</loop-scope>").unwrap()];
        assert!(
            !element.contains("\n\n"),
            "an empty line would end the HTML: {element}"
        );
    }

    #[test]
    fn a_title_may_have_commas() {
        let page = rewritten(
            "```js,loopscope,title=\"Ticks, <b> &amp; more\",readonly\n1;\n```\n",
            "/",
        );
        assert!(
            page.starts_with("<loop-scope title=\"Ticks, &lt;b&gt; &amp; more\" readonly=\"\">"),
            "{page}"
        );
    }

    #[test]
    fn other_fences_stay() {
        for text in [
            "```js\nloopscope\n```\n",
            "    ```js,loopscope\n",
            "`js,loopscope`\n",
            "",
        ] {
            assert!(fences(text).is_empty(), "{text}");
            assert_eq!(rewritten(text, "/"), text);
        }
    }

    #[test]
    fn a_program_that_fails_is_shown_with_what_it_says() {
        let page = rewritten("```js,loopscope\nnull.x;\n```\n", "/");
        assert!(page.contains("TypeError"), "{page}");
        let page = rewritten("```js,loopscope\nlet = =;\n```\n", "/");
        assert!(page.contains("SyntaxError"), "{page}");
    }

    #[test]
    fn chapters_are_found_however_deep() {
        let mut book = json!({ "sections": [{ "Chapter": { "content": "a", "sub_items": [{ "Chapter": { "content": LIVE } }] } }, "Separator"] });
        chapters(&mut book, "/");
        assert_eq!(book["sections"][0]["Chapter"]["content"], "a");
        let inner = &book["sections"][0]["Chapter"]["sub_items"][0]["Chapter"]["content"];
        assert!(inner.as_str().unwrap().contains("<loop-scope"));
    }

    #[test]
    fn empty_lines_are_hidden_from_markdown() {
        assert_eq!(block("a\n\n\nb\n"), "a&#10;&#10;\nb");
        assert_eq!(block("a\n \t\nb\n"), "a&#10; \t\nb");
    }
}
