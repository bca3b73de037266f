//! The page in a frame of a lesson: what its author has set, by the query of the frame's address.
//!
//! A frame keeps nothing and never writes an address: host pages have their own.

use super::Theme;
use loopscope_model::NodeVersion;
use loopscope_model::anchor::Anchor;

/// What a frame shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// What fits: the small arrangement in a small frame, everything in a large one.
    #[default]
    Compact,
    /// Everything, whatever the size.
    Full,
    /// The process, without the program.
    Stage,
    /// The program and what it prints.
    Code,
    /// What the program prints.
    Console,
}

/// When the parts that are large are fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Loading {
    /// At once.
    Eager,
    /// When they are needed: the engine at the first run, the editor when the program is first clicked.
    #[default]
    Lazy,
    /// As lazily, and `autorun` waits for a click too.
    Click,
}

/// The settings of a frame.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Frame {
    /// The colours.
    pub theme: Theme,
    /// What is shown.
    pub layout: Layout,
    /// Whether the program cannot be edited.
    pub readonly: bool,
    /// Whether the program runs by itself once it is seen.
    pub autorun: bool,
    /// When large parts are fetched.
    pub loading: Loading,
    /// Where to land in the first run.
    pub at: Option<Anchor>,
    /// How fast it plays: an index of [`super::SPEEDS`].
    pub speed: Option<usize>,
    /// Which Node is modelled.
    pub node: Option<NodeVersion>,
    /// Lines of the program that the author points at: first and last.
    pub lines: Vec<(u32, u32)>,
    /// Parts that are left out, by their names in [`PARTS`].
    pub hide: Vec<&'static str>,
}

/// Parts that a frame can leave out.
pub const PARTS: [&str; 8] = [
    "bar",
    "console",
    "timeline",
    "transport",
    "why",
    "stack",
    "loop",
    "background",
];

/// The style sheet knows them by these names: `www/frame.js` writes the setting to the document.
const LAYOUTS: [(&str, Layout); 5] = [
    ("compact", Layout::Compact),
    ("full", Layout::Full),
    ("stage", Layout::Stage),
    ("code", Layout::Code),
    ("console", Layout::Console),
];

const LOADINGS: [(&str, Loading); 3] = [
    ("eager", Loading::Eager),
    ("lazy", Loading::Lazy),
    ("click", Loading::Click),
];

impl Frame {
    /// Reads the query of an address, without `?`. A setting that is not understood is left at its default; the second
    /// part says so, for people.
    pub fn parse(query: &str) -> (Frame, Vec<String>) {
        let mut frame = Frame::default();
        let mut faults = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, "true"));
            if let Err(expected) = frame.set(name, &decoded(value)) {
                faults.push(format!(
                    "The setting {name}={} is not understood: {expected}.",
                    decoded(value)
                ));
            }
        }
        (frame, faults)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "theme" => {
                self.theme = match value {
                    "auto" => Theme::System,
                    "light" => Theme::Light,
                    "dark" => Theme::Dark,
                    _ => return Err("use auto, light or dark".to_owned()),
                }
            }
            "layout" => self.layout = one_of(&LAYOUTS, value)?,
            "loading" => self.loading = one_of(&LOADINGS, value)?,
            "readonly" => self.readonly = flag(value)?,
            "autorun" => self.autorun = flag(value)?,
            "at" => {
                let place = value.parse::<Anchor>();
                self.at = Some(place.map_err(|error| error.to_string())?);
            }
            "speed" => {
                // Reading numbers with fractions is a large piece of code.
                let known = ["0.25", "0.5", "1", "2", "5"]
                    .iter()
                    .position(|name| *name == value);
                self.speed = Some(known.ok_or("use 0.25, 0.5, 1, 2 or 5")?);
            }
            "node" => {
                let known = value.parse().ok().and_then(NodeVersion::from_major);
                self.node = Some(known.ok_or("use 10, 18, 20, 22, 24 or 26")?);
            }
            "lines" => self.lines = lines(value).ok_or("use lines such as 3-7,9")?,
            "hide" => {
                self.hide = value
                    .split(',')
                    .map(|part| {
                        let known = PARTS.iter().find(|known| **known == part);
                        known
                            .copied()
                            .ok_or_else(|| format!("use {}", PARTS.join(", ")))
                    })
                    .collect::<Result<_, _>>()?;
            }
            // There is one language so far: a frame that asks for another is shown in it.
            // Which version of Loopscope it is made for is for `www/frame.js`.
            "lang" | "version" => {}
            _ => return Err("there is no such setting".to_owned()),
        }
        Ok(())
    }
}

fn one_of<T: Copy>(known: &[(&'static str, T)], value: &str) -> Result<T, String> {
    let found = known.iter().find(|(name, _)| *name == value);
    found.map(|(_, meaning)| *meaning).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        format!("use {}", names.join(", "))
    })
}

fn flag(value: &str) -> Result<bool, String> {
    match value {
        "" | "1" | "true" => Ok(true),
        "0" | "false" => Ok(false),
        _ => Err("use true or false".to_owned()),
    }
}

fn lines(value: &str) -> Option<Vec<(u32, u32)>> {
    let range = |part: &str| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (first.parse().ok()?, last.parse().ok()?);
        (1 <= first && first <= last).then_some((first, last))
    };
    value.split(',').map(range).collect()
}

/// A value without its percent signs; what is no UTF-8 is replaced.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, behind @ ..] = rest {
        let hex = |byte: &u8| char::from(*byte).to_digit(16);
        match (first, behind) {
            (b'%', [high, low, further @ ..]) if hex(high).is_some() && hex(low).is_some() => {
                bytes.push((hex(high).unwrap_or(0) * 16 + hex(low).unwrap_or(0)) as u8);
                rest = further;
            }
            _ => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Frame, Layout, Loading};
    use crate::state::Theme;
    use loopscope_model::NodeVersion;

    #[track_caller]
    fn check(query: &str, change: impl FnOnce(&mut Frame)) {
        let (frame, faults) = Frame::parse(query);
        let mut expect = Frame::default();
        change(&mut expect);
        assert_eq!(frame, expect);
        assert!(faults.is_empty(), "{faults:?}");
    }

    #[track_caller]
    fn fault(query: &str, expect: &str) {
        let (frame, faults) = Frame::parse(query);
        assert_eq!(frame, Frame::default());
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains(expect), "{faults:?}");
    }

    #[test]
    fn settings() {
        check("", |_| {});
        check("theme=dark", |f| f.theme = Theme::Dark);
        check("theme=auto&lang=de", |_| {});
        check("version=0.1.0", |_| {});
        check("layout=stage", |f| f.layout = Layout::Stage);
        check("readonly", |f| f.readonly = true);
        check("readonly=1&autorun=false", |f| f.readonly = true);
        check("loading=click", |f| f.loading = Loading::Click);
        check("at=l7.2%2B3", |f| f.at = "l7.2+3".parse().ok());
        check("speed=0.5", |f| f.speed = Some(1));
        check("speed=5", |f| f.speed = Some(4));
        check("node=18", |f| f.node = NodeVersion::from_major(18));
        check("lines=3-7,9", |f| f.lines = vec![(3, 7), (9, 9)]);
        check("hide=timeline%2Cstack", |f| {
            f.hide = vec!["timeline", "stack"]
        });
    }

    #[test]
    fn what_is_not_understood_is_said() {
        fault("layout=huge", "use compact, full, stage, code, console");
        fault("colour=red", "there is no such setting");
        fault("lines=7-3", "3-7,9");
        fault("lines=0", "3-7,9");
        fault("speed=3", "0.25");
        fault("node=12", "use 10, 18");
        fault("readonly=maybe", "true or false");
        fault("hide=everything", "use bar, console");
        fault("at=%ff", "setting at=");
    }
}
