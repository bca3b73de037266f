//! What lessons use: `embed/`, the page for frames, and `embed.js`, the element.

use std::fs;

use anyhow::{Context, Result};

use super::manifest::VERSION;
use super::{Profile, Stage, minify};
use crate::{command, paths};

/// Writes the page for frames, made of the page itself, and the element's files.
///
/// # Errors
/// When the page is not built yet, or is not as expected.
pub fn build(profile: Profile, stage: &Stage) -> Result<()> {
    command::step("write what lessons use", || {
        let page = fs::read_to_string(stage.dir().join("index.html"))?;
        let sheet = style_sheet(profile, stage)?;
        stage.write("embed/index.html", frame_page(&page, &sheet)?.as_bytes())?;
        for name in ["embed.js", "embed.d.ts"] {
            stage.write(name, &fs::read(paths::www().join("embed").join(name))?)?;
        }
        if profile == Profile::Ship {
            minify(&stage.dir().join("embed.js"))?;
        }
        Ok(())
    })
}

/// The style sheet that frames have and the page has not; gives its name in `dist/`.
fn style_sheet(profile: Profile, stage: &Stage) -> Result<String> {
    let copy = paths::target().join("frame.css");
    fs::copy(paths::www().join("frame.css"), &copy)?;
    if profile == Profile::Ship {
        minify(&copy)?;
    }
    stage.write_hashed("frame", "css", &fs::read(&copy)?)
}

/// The page for frames: the same page, a folder further down, which reads its settings from the address and keeps
/// nothing.
fn frame_page(page: &str, sheet: &str) -> Result<String> {
    let mut page = page.to_owned();
    let root =
        format!("<html lang=\"en\" data-frame data-root=\"../\" data-version=\"{VERSION}\">");
    let last = format!("<link rel=\"stylesheet\" href=\"../{sheet}\"></head>");
    for (from, to) in [
        ("</head>", &*last),
        ("<html lang=\"en\">", &*root),
        ("src=\"theme.js\"", "src=\"../frame.js\""),
        ("href=\"icon.svg\"", "href=\"../icon.svg\""),
        // A lesson's search results are its own.
        (
            "<meta name=\"description\"",
            "<meta name=\"robots\" content=\"noindex\"><meta name=\"description\"",
        ),
    ] {
        page = replaced(&page, from, to)?;
    }
    Ok(page.replace("\"./", "\"../"))
}

fn replaced(page: &str, from: &str, to: &str) -> Result<String> {
    page.contains(from)
        .then(|| page.replacen(from, to, 1))
        .with_context(|| format!("index.html has no {from}"))
}

#[cfg(test)]
mod tests {
    use super::{VERSION, frame_page};

    #[test]
    fn the_files_of_a_frame_are_a_folder_further_up() {
        let page = "<html lang=\"en\"><meta name=\"description\"><link href=\"icon.svg\"><script src=\"theme.js\"></script>\
                    <script src=\"./boot.js\" data-wasm=\"./a.wasm\"></script></head>";
        let frame = frame_page(page, "frame.css").unwrap();
        assert_eq!(
            frame.replace(VERSION, "1.2.3"),
            "<html lang=\"en\" data-frame data-root=\"../\" data-version=\"1.2.3\"><meta name=\"robots\" content=\"noindex\">\
             <meta name=\"description\"><link href=\"../icon.svg\"><script src=\"../frame.js\"></script>\
             <script src=\"../boot.js\" data-wasm=\"../a.wasm\"></script>\
             <link rel=\"stylesheet\" href=\"../frame.css\"></head>"
        );
        assert!(frame_page("<html>", "").is_err());
    }
}
