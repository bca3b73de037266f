//! The timeline: who was busy with what, from when until when. A click goes to the step.

use super::lanes::Sort;
use super::lanes_view::{AXIS, height, lanes_view, row};
use super::memo::{address, memo};
use super::shape::line;
use super::shown::Shown;
use super::{class, click};
use crate::state::{Action, LanesAction, State};
use yew::prelude::*;

/// The timeline.
pub fn timeline(state: &State, shown: &Shown, dispatch: &Callback<Action>) -> Html {
    let lanes = &shown.timeline;
    let zoom = |name: &'static str, sign: &'static str, by: f64| {
        let onclick = click(dispatch, Action::Lanes(LanesAction::Zoom { at: None, by }));
        html! { <button type="button" class="quiet" aria-label={name} title={name} onclick={onclick}>{ sign }</button> }
    };
    let tight = row(lanes, Sort::Work) == 15;
    let now = shown.timeline_at;
    let foot = height(lanes) - AXIS + 4;
    let through = |name: &str, x: f64| match (0.0..=1.0).contains(&x) {
        true => line(name, (x, 0), (x, foot)),
        false => Html::default(),
    };
    let grip = state.lanes.grip.as_ref();
    let says = match grip {
        Some(grip) => grip.says(),
        None => "virtual time; idle stretches are folded".to_owned(),
    };
    let held = grip.map(|grip| {
        state
            .lanes
            .window
            .place(state.axis.at_event(grip.span.last))
    });
    let drawn = {
        let (lanes, dispatch) = (lanes.clone(), dispatch.clone());
        memo([address(&lanes), 0, 0], move || {
            lanes_view(&lanes, &dispatch)
        })
    };
    html! {
        <section class="time" aria-labelledby="time-title" data-testid="timeline">
            <header class="time-head">
                <h2 id="time-title">{ "Timeline" }</h2>
                <p class="time-says" role="status" data-testid="grip">{ says }</p>
                { zoom("Zoom out", "−", 2.0) }
                { zoom("Zoom in", "+", 0.5) }
                { zoom("All of it", "↔", 1e9) }
            </header>
            <div class={class(&["time-body", "scroll", if tight { "tight" } else { "" }])} tabindex="0" role="group" aria-label="Lanes: down and up choose an end, right and left move it">
                <ul class="lane-names" aria-hidden="true">
                    { for lanes.lanes.iter().map(|lane| html! { <li class={match lane.sort {
                        Sort::Main => "main",
                        Sort::Phases => "phase",
                        _ => "",
                    }}>{ &lane.name }</li> }) }
                </ul>
                <div class="lanes-box">
                    { drawn }
                    <svg class="over" height={height(lanes).to_string()} aria-hidden="true">
                        { for held.map(|x| through("held", x)) }
                        { for state.lanes.dragged.map(|x| through("held to", x)) }
                        { through("cursor", now) }
                    </svg>
                </div>
            </div>
        </section>
    }
}
