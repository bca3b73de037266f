//! The timeline: who was busy with what, from when until when. A click goes to the step.

use super::shown::Shown;
use super::timeline_axis::{Bar, Lane};
use super::{class, colour};
use super::{maybe, percent};
use crate::state::Action;
use loopscope_model::VirtualTime;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The height of a bar.
const BAR: u32 = 16;
/// The height of the axis.
const AXIS: u32 = 20;

/// The timeline.
pub fn timeline(shown: &Shown, dispatch: &Callback<Action>) -> Html {
    let drawn = shown.timeline.clone();
    let onclick = maybe(dispatch, move |event: MouseEvent| {
        let rect = event
            .current_target()?
            .dyn_into::<Element>()
            .ok()?
            .get_bounding_client_rect();
        let x = (f64::from(event.client_x()) - rect.left()) / rect.width();
        Some(Action::SeekEvent(drawn.event_at(x.clamp(0.0, 1.0))))
    });
    let lanes = &shown.timeline.lanes;
    // The style sheet knows these three heights: few lanes have more room.
    let row = match lanes.len() {
        0..=2 => 34,
        3 => 28,
        _ => 24,
    };
    let height = lanes.len() as u32 * row + AXIS;
    let label = format!(
        "Timeline in virtual time; now {} ms. The slider below moves in it.",
        shown.picture.now
    );
    html! {
        <section class="time" aria-labelledby="time-title" data-testid="timeline">
            <h2 id="time-title">{ "Timeline" }<small>{ " virtual time; where nothing happens it is compressed" }</small></h2>
            <div class={class(&["time-body", "scroll", &format!("lanes-{row}")])} tabindex="0" role="group" aria-label="Lanes">
                <ul class="lane-names" aria-hidden="true">
                    { for lanes.iter().map(|lane| html! { <li>{ &lane.name }</li> }) }
                </ul>
                <svg
                    class="lanes"
                    height={height.to_string()}
                    role="img"
                    aria-label={label}
                    onclick={onclick}
                >
                    { for lanes.iter().enumerate().map(|(index, view)| lane(index as u32 * row, row, view)) }
                    { for shown.timeline.ticks.iter().map(|&(x, at)| tick(x, at, height)) }
                    { for shown.timeline.open.iter().map(|&x| open_mark(x)) }
                    <line class="cursor" x1={percent(shown.timeline_at)} x2={percent(shown.timeline_at)} y1="0" y2={(height - AXIS + 4).to_string()} />
                </svg>
            </div>
        </section>
    }
}

fn lane(top: u32, height: u32, lane: &Lane) -> Html {
    let middle = (top + height / 2).to_string();
    html! {
        <g class={if lane.waits { "lane waits" } else { "lane" }}>
            <line class="track" x1="0" x2="100%" y1={middle.clone()} y2={middle} />
            { for lane.bars.iter().enumerate().map(|(index, bar)| {
                if lane.waits { wait(top + height / 2, index as u32, bar) } else { work(top + (height - BAR) / 2, bar) }
            }) }
        </g>
    }
}

/// A stretch of work. What takes no time is still there.
fn work(y: u32, bar: &Bar) -> Html {
    let width = (bar.to - bar.from).max(0.002);
    html! {
        <g class={class(&["bar", bar_colour(bar)])}>
            <title>{ &bar.title }</title>
            <rect x={percent(bar.from)} width={percent(width)} y={y.to_string()} height={BAR.to_string()} rx="3" />
            if width > 0.015 && bar.crowd <= 1 {
                <text x={percent(bar.from + width / 2.0)} y={(y + 12).to_string()} text-anchor="middle">{ bar.number }</text>
            }
        </g>
    }
}

/// A crowd has no colour of its own.
fn bar_colour(bar: &Bar) -> &'static str {
    if bar.crowd > 1 {
        "crowd"
    } else {
        colour(bar.colour)
    }
}

/// A wait: several lie beside each other in the lane.
fn wait(middle: u32, index: u32, bar: &Bar) -> Html {
    let y = (middle - 7 + index % 4 * 5).to_string();
    html! {
        <g class={class(&["wait", bar_colour(bar)])}>
            <title>{ &bar.title }</title>
            <line x1={percent(bar.from)} x2={percent(bar.to)} y1={y.clone()} y2={y.clone()} />
            if bar.closed {
                <circle cx={percent(bar.to)} cy={y} r="3.5" />
            }
        </g>
    }
}

fn tick(x: f64, at: VirtualTime, height: u32) -> Html {
    let anchor = if x < 0.01 { "start" } else { "middle" };
    html! {
        <g class="tick">
            <line x1={percent(x)} x2={percent(x)} y1="0" y2={(height - AXIS).to_string()} />
            <text x={percent(x)} y={(height - 5).to_string()} text-anchor={anchor}>{ format!("{at} ms") }</text>
        </g>
    }
}

/// A place where Node could have gone another way.
fn open_mark(x: f64) -> Html {
    html! {
        <g class="open-mark">
            <title>{ "Node does not promise the order here" }</title>
            <circle cx={percent(x)} cy="7" r="7" />
            <text x={percent(x)} y="11" text-anchor="middle">{ "?" }</text>
        </g>
    }
}
