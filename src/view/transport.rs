//! Moving through the run.

use super::class;
use super::click;
use super::console::tone_class;
use super::maybe;
use super::memo::memo;
use super::shown::Shown;
use crate::state::{Action, Movement, SPEEDS, STRIDES, State, stride_name};
use loopscope_model::replay::Stride;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The transport.
pub fn transport(state: &State, shown: &Shown, dispatch: &Callback<Action>) -> Html {
    let (step, last) = (state.step, shown.picture.step_count.saturating_sub(1));
    let playing = state.playback.playing;
    let (at_start, at_end) = (step == 0, step >= last);
    let toggle = click(dispatch, Action::TogglePlay);
    let seek = maybe(dispatch, |event: InputEvent| {
        let step = event.target_unchecked_into::<HtmlInputElement>().value();
        step.parse().ok().map(Action::Seek)
    });
    let (stride, to) = (state.playback.stride, dispatch.clone());
    let strides = memo([stride as usize, 0, 0], move || strides(stride, &to));
    let (speed, to) = (state.playback.speed, dispatch.clone());
    let speeds = memo([speed, 0, 0], move || speeds(speed, &to));
    html! {
        <section class="ctl" aria-label="Transport">
            <div class="buttons">
                { button(dispatch, Movement::First, "First step", "Home", "first", at_start, FIRST) }
                { button(dispatch, Movement::Back, "Back", "Left arrow", "back", at_start, BACK) }
                <button
                    type="button"
                    class="play"
                    onclick={toggle}
                    aria-label={if playing { "Pause" } else { "Play" }}
                    title={if playing { "Pause (Space)" } else { "Play (Space)" }}
                    data-testid="play"
                >
                    { icon(if playing { PAUSE } else { PLAY }) }
                </button>
                { button(dispatch, Movement::Forward, "Forward", "Right arrow", "forward", at_end, FORWARD) }
                { button(dispatch, Movement::Last, "Last step", "End", "last", at_end, LAST) }
            </div>
            { strides }
            <input
                class="scrub"
                type="range"
                min="0"
                max={last.to_string()}
                value={step.to_string()}
                aria-label="Step"
                aria-valuetext={format!("step {} of {}", step, last)}
                oninput={seek}
                data-testid="scrubber"
            />
            <p class="step" data-testid="step">
                <span class="step-word">{ "step " }</span>{ step }<span class="step-of">{ " / " }{ last }</span>
            </p>
            { speeds }
            { order(shown) }
        </section>
    }
}

fn button(
    dispatch: &Callback<Action>,
    movement: Movement,
    name: &'static str,
    key: &'static str,
    id: &'static str,
    off: bool,
    path: &'static str,
) -> Html {
    // A button that is disabled would lose the focus under the reader's hand: it only says so.
    let onclick = click(dispatch, Action::Move(movement));
    html! {
        <button
            type="button"
            onclick={onclick}
            aria-label={name}
            aria-disabled={off.then_some("true")}
            title={format!("{name} ({key})")}
            data-testid={id}
            data-focus={(id == "forward").then_some("transport")}
        >
            { icon(path) }
        </button>
    }
}

fn strides(chosen: Stride, dispatch: &Callback<Action>) -> Html {
    let onchange = maybe(dispatch, |event: Event| {
        let index = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        STRIDES
            .get(usize::try_from(index).ok()?)
            .copied()
            .map(Action::SetStride)
    });
    html! {
        <label class="pick pick-stride">
            <span>{ "by" }</span>
            <select onchange={onchange} aria-label="Move by" data-testid="stride">
                { for STRIDES.iter().map(|&stride| html! {
                    <option value={stride_name(stride)} selected={stride == chosen}>{ stride_name(stride) }</option>
                }) }
            </select>
        </label>
    }
}

fn speeds(chosen: usize, dispatch: &Callback<Action>) -> Html {
    let onchange = maybe(dispatch, |event: Event| {
        let index = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        usize::try_from(index).ok().map(Action::SetSpeed)
    });
    html! {
        <label class="pick pick-speed">
            <span class="sr">{ "Speed" }</span>
            <select onchange={onchange} aria-label="Speed" data-testid="speed">
                { for SPEEDS.iter().enumerate().map(|(index, (name, _))| html! {
                    <option value={*name} selected={index == chosen}>{ *name }</option>
                }) }
            </select>
        </label>
    }
}

/// Whether Node promises what happens at this step; at the end, how the run ended.
fn order(shown: &Shown) -> Html {
    let elsewhere = match shown.choices.len() {
        0 => "Nowhere in this run does the order depend on chance".to_owned(),
        1 => "In one other place of this run it is not: see the mark on the timeline".to_owned(),
        more => {
            format!("In {more} other places of this run it is not: see the marks on the timeline")
        }
    };
    let (tone, text, title) = match (&shown.picture.ending, shown.picture.open_order.is_some()) {
        (_, true) => (
            "open",
            "order not promised",
            "Node could go either way here: the sentence above names the alternatives".to_owned(),
        ),
        (Some(ending), false) => (
            tone_class(ending.tone),
            ending.headline.as_str(),
            ending.detail.clone(),
        ),
        (None, false) => ("plain", "order promised here", elsewhere),
    };
    html! { <p class={class(&["badge", tone])} title={title} data-testid="order">{ text }</p> }
}

const FIRST: &str = "M4 3v10M13 3L6.5 8l6.5 5z";
const BACK: &str = "M11.5 3L5 8l6.5 5z";
const PLAY: &str = "M4.5 2.5L13 8l-8.5 5.5z";
const PAUSE: &str = "M4 3h2.6v10H4zM9.4 3H12v10H9.4z";
const FORWARD: &str = "M4.5 3L11 8l-6.5 5z";
const LAST: &str = "M12 3v10M3 3l6.5 5L3 13z";

fn icon(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}
