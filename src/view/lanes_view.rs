//! Draws the lanes of the timeline, and hands on what fingers and wheel do there. Nothing of it depends on the step.

use super::lanes::{Bar, CELLS, Lane, Lanes, Sort};
use super::shape::{group, line, shape, text, title};
use super::{class, colour, percent};
use crate::state::{Action, LanesAction};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// In a lane with more bars than this nobody can take the end of one: keys can.
const GRIPS: usize = 60;

/// The height of the axis.
pub const AXIS: u32 = 18;

/// The lanes.
pub fn lanes_view(lanes: &Lanes, dispatch: &Callback<Action>) -> Html {
    let height = height(lanes);
    let mut inside = Vec::new();
    for &(x, at) in &lanes.ticks {
        inside.push(mark("tick", x, height, &format!("{at} ms"), ""));
    }
    let mut top = 0;
    for shown in &lanes.lanes {
        let row = row(lanes, shown.sort);
        inside.push(lane(top, row, shown));
        top += row;
    }
    for &(x, time) in &lanes.folds {
        let said = format!("{time} ms in which no JavaScript runs, folded");
        inside.push(mark("fold", x, height, "//", &said));
    }
    for &x in &lanes.open {
        let said = "Node does not promise the order here";
        inside.push(mark("open-mark", x, AXIS, "?", said));
    }
    html! {
        <svg
            class="lanes"
            height={height.to_string()}
            role="img"
            aria-label="Who is busy with what, in virtual time; the slider below moves in it"
            onpointerdown={pointer(dispatch, 0)}
            onpointermove={pointer(dispatch, 1)}
            onpointerup={pointer(dispatch, 2)}
            onpointercancel={pointer(dispatch, 3)}
            onwheel={wheel(dispatch)}
        >
            { for inside }
        </svg>
    }
}

/// The height of a lane: few lanes have more room. The style sheet knows these heights.
pub fn row(lanes: &Lanes, sort: Sort) -> u32 {
    match (sort, lanes.lanes.len()) {
        (Sort::Phases, _) => 14,
        (Sort::Main, _) => 22,
        (_, ..=4) => 22,
        _ => 15,
    }
}

/// The height of all lanes with the axis.
pub fn height(lanes: &Lanes) -> u32 {
    lanes
        .lanes
        .iter()
        .map(|lane| row(lanes, lane.sort))
        .sum::<u32>()
        + AXIS
}

/// The lanes, and where in their window a pointer is.
fn place(event: &MouseEvent) -> Option<(Element, f64)> {
    // Yew listens at the root of the page: the current target is that.
    let target: Element = event.target()?.dyn_into().ok()?;
    let element = target.closest(".lanes").ok()??;
    let rect = element.get_bounding_client_rect();
    let x = (f64::from(event.client_x()) - rect.left()) / rect.width();
    Some((element, x))
}

/// Hands on what a pointer does: 0 it goes down, 1 it moves, 2 it goes up, 3 it is taken away.
fn pointer(dispatch: &Callback<Action>, what: u8) -> Callback<PointerEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: PointerEvent| {
        let Some((element, x)) = place(&event) else {
            return;
        };
        let id = event.pointer_id();
        let action = match what {
            0 if event.button() == 0 => {
                // What is dragged out of the lanes is still dragged.
                let _ = element.set_pointer_capture(id);
                let target = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok());
                let end = target.and_then(|target| target.get_attribute("data-end"));
                let end = end.and_then(|end| end.parse().ok());
                dispatch.emit(Action::Lanes(LanesAction::Down(id, x, end)));
                if !event.shift_key() {
                    return;
                }
                LanesAction::All
            }
            1 if event.buttons() > 0 => LanesAction::Drag(id, x),
            2 | 3 => LanesAction::Up(id, what == 2),
            _ => return,
        };
        dispatch.emit(Action::Lanes(action));
    })
}

/// The wheel zooms; sideways, or with Shift, it moves.
fn wheel(dispatch: &Callback<Action>) -> Callback<WheelEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: WheelEvent| {
        let Some((_, x)) = place(&event) else {
            return;
        };
        event.prevent_default();
        let (dx, dy) = (event.delta_x(), event.delta_y());
        let action = if dx.abs() > dy.abs() {
            LanesAction::Pan(dx * 0.001)
        } else if event.shift_key() {
            LanesAction::Pan(dy * 0.001)
        } else {
            LanesAction::Zoom {
                at: Some(x),
                by: (1.0 + dy * 0.003).clamp(0.5, 2.0),
            }
        };
        dispatch.emit(Action::Lanes(action));
    })
}

fn lane(top: u32, row: u32, lane: &Lane) -> Html {
    let name = match lane.sort {
        Sort::Main => "lane main",
        Sort::Phases => "lane phase",
        Sort::Work => "lane",
        Sort::Waits => "lane waits",
    };
    let middle = top + row / 2;
    let mut inside = vec![
        line("track", (0.0, middle), (1.0, middle)),
        crowd(top, row, lane),
    ];
    for (index, shown) in lane.bars.iter().enumerate() {
        inside.push(match lane.sort {
            Sort::Waits => wait(top + 3 + index as u32 % 4 * (row - 6) / 3, shown),
            _ => bar(top + 1, row - 3, shown),
        });
    }
    // What can be taken lies above all bars.
    if lane.sort == Sort::Work && lane.bars.len() <= GRIPS {
        let ends = lane.bars.iter().filter(|bar| bar.closed && bar.to <= 1.0);
        inside.extend(ends.map(|bar| end(top + row / 2, row - 3, bar)));
    }
    group(name.to_owned(), inside)
}

/// What cannot be told apart, as columns: one path, whatever their number.
fn crowd(top: u32, row: u32, lane: &Lane) -> Html {
    if lane.crowds.is_empty() {
        return Html::default();
    }
    let mut path = String::new();
    let mut all = 0;
    for &(cell, count) in &lane.crowds {
        all += count;
        // Twice as many are some pixels more.
        let height = (4 + 2 * count.ilog2()).min(row - 3);
        path += &format!("M{cell} {}v-{height}h1v{height}z", row - 2);
    }
    let said = title(&format!(
        "{all} too close to each other to be told apart: zoom in"
    ));
    let path = shape("path", &["d"], vec![path], said);
    let values = vec![
        "crowd".to_owned(),
        top.to_string(),
        row.to_string(),
        format!("0 0 {CELLS} {row}"),
        "none".to_owned(),
    ];
    let keys = &["class", "y", "height", "viewBox", "preserveAspectRatio"];
    shape("svg", keys, values, path)
}

/// The class of a bar, in its task's colour.
fn coloured(name: &str, bar: &Bar) -> String {
    class(&[name, bar.colour.map_or("", colour)])
}

/// A stretch of work. What takes no time is still there.
fn bar(y: u32, height: u32, bar: &Bar) -> Html {
    let (from, to) = (bar.from.max(0.0), bar.to.min(1.0));
    let width = (to - from).max(0.002);
    let letters = bar.text.len() as f64;
    let values = vec![
        coloured("bar", bar),
        percent(from),
        percent(width),
        y.to_string(),
        height.to_string(),
    ];
    let keys = &["class", "x", "width", "y", "height"];
    let rect = shape("rect", keys, values, title(&bar.title));
    if width <= 0.007 * letters {
        return rect;
    }
    // Where the lanes are narrow, such a text is wider than its bar.
    let name = if width < 0.03 * letters { "tiny" } else { "" };
    let text = text(from + width / 2.0, y + height / 2, &bar.text);
    group(name.to_owned(), vec![rect, text])
}

/// A wait: several lie beside each other in the lane.
fn wait(y: u32, bar: &Bar) -> Html {
    let drawn = line("", (bar.from.max(0.0), y), (bar.to.min(1.0), y));
    let mut inside = vec![title(&bar.title), drawn];
    if bar.closed && bar.to <= 1.0 {
        inside.push(end(y, 0, bar));
    }
    group(coloured("wait", bar), inside)
}

/// The end of a stretch of work or of a wait, which can be dragged.
fn end(middle: u32, height: u32, bar: &Bar) -> Html {
    let values = vec![
        coloured("end", bar),
        percent(bar.to),
        (middle - height / 2).to_string(),
        height.to_string(),
        bar.first.to_string(),
    ];
    let (tag, keys): (_, &'static [&'static str]) = match height {
        0 => ("circle", &["class", "cx", "cy", "height", "data-end"]),
        _ => ("rect", &["class", "x", "y", "height", "data-end"]),
    };
    shape(tag, keys, values, title(&bar.title))
}

/// A mark that goes through the lanes, with a text at its foot.
fn mark(name: &str, x: f64, height: u32, word: &str, said: &str) -> Html {
    let first = if x < 0.02 { "first" } else { "" };
    let mut inside = vec![
        line("", (x, 0), (x, height - AXIS)),
        text(x, height - AXIS / 2, word),
    ];
    if !said.is_empty() {
        inside.push(title(said));
    }
    group(class(&[name, first]), inside)
}
