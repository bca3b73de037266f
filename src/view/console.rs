//! What the program has printed up to this step. Each line leads to the step that printed it.

use super::card::badge;
use super::shown::is_error;
use crate::state::Action;
use loopscope_model::picture::{ConsoleLine, EndingTone, EndingView};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// More lines than this are not put on screen: the last ones are.
const MOST: usize = 300;

/// What the console needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// All lines of the recording.
    pub lines: Rc<Vec<ConsoleLine>>,
    /// How many of them are printed at this step.
    pub printed: usize,
    /// The step.
    pub step: u32,
    /// How the run ended, once it has.
    pub ending: Option<EndingView>,
    /// Whether a run is under way.
    pub recording: bool,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// The console.
#[component]
pub fn Console(props: &Props) -> Html {
    let list = use_node_ref();
    use_effect_with((props.printed, props.ending.is_some()), {
        let list = list.clone();
        move |_| {
            // The console alone scrolls, and nothing around it.
            if let Some(list) = list.cast::<HtmlElement>() {
                list.set_scroll_top(list.scroll_height());
            }
        }
    });
    let printed = props.printed.min(props.lines.len());
    let hidden = printed.saturating_sub(MOST);
    html! {
        <section class="console" aria-labelledby="console-title" data-testid="console">
            <h2 id="console-title">
                { "Console" }
                <small>{ format!(" {printed} of {}{}", props.lines.len(), if props.recording { "…" } else { "" }) }</small>
            </h2>
            <div class="console-body scroll" ref={list} tabindex="0" role="group" aria-label="What has been printed">
                if hidden > 0 {
                    <p class="empty">{ format!("… {hidden} lines before") }</p>
                }
                <ol class="lines">
                    { for props.lines[hidden..printed].iter().map(|text| line(text, props)) }
                </ol>
                if printed == 0 && props.ending.is_none() {
                    <p class="empty">{ "nothing printed yet" }</p>
                }
                if let Some(ending) = &props.ending {
                    { banner(ending) }
                }
            </div>
        </section>
    }
}

fn line(line: &ConsoleLine, props: &Props) -> Html {
    let step = line.step;
    let onclick = props
        .dispatch
        .reform(move |_: MouseEvent| Action::Seek(step));
    let class = classes!(
        "line",
        is_error(line).then_some("stderr"),
        (step == props.step).then_some("here"),
    );
    let place = line.line.map_or(String::new(), |line| {
        format!(", line {line} of the program")
    });
    html! {
        <li key={line.number}>
            <button
                type="button"
                class={class}
                onclick={onclick}
                title={format!("Go to the step that printed this{place}")}
                data-testid="console-line"
                data-step={step.to_string()}
            >
                <span class="line-time">{ format!("{} ms", line.at) }</span>
                <span class="line-task">
                    if let Some(card) = &line.card {
                        { badge(card.number, card.colour) }
                    }
                </span>
                <span class="line-text">
                    if is_error(line) {
                        <span class="sr">{ "standard error: " }</span>
                    }
                    { &line.text }
                </span>
            </button>
        </li>
    }
}

/// How the run ended.
fn banner(ending: &EndingView) -> Html {
    html! {
        <p class={classes!("ending", tone_class(ending.tone))} data-testid="ending">
            <b>{ &ending.headline }</b>
            if !ending.detail.is_empty() {
                <span>{ " " }{ &ending.detail }</span>
            }
        </p>
    }
}

/// The class for the colour of an ending.
pub fn tone_class(tone: EndingTone) -> &'static str {
    match tone {
        EndingTone::Success => "good",
        EndingTone::Failure | EndingTone::Stopped => "bad",
        EndingTone::Waiting | EndingTone::Paused => "open",
    }
}
