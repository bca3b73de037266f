//! What the program has printed up to this step. Each line leads to the step that printed it.

use super::card::badge;
use super::click;
use super::memo::{Memo, address, memo};
use super::shown::{Shown, is_error};
use super::{class, when};
use crate::state::{Action, Change, Comparison, State};
use loopscope_model::picture::{ConsoleLine, EndingTone, EndingView};
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// So many lines are drawn anew together, when one of them changes.
const CHUNK: usize = 20;
/// More chunks than this are not put on screen: the last ones are.
const MOST: usize = 15;

/// The console.
pub fn console(state: &State, shown: &Shown, dispatch: &Callback<Action>) -> Html {
    let (lines, picture) = (&shown.console, &shown.picture);
    let printed = picture.console_len.min(lines.len());
    let chunks = printed.div_ceil(CHUNK);
    let first = chunks.saturating_sub(MOST);
    let hidden = first * CHUNK;
    // Most steps print nothing, and neither do they come to a line or leave one.
    let now = state.step;
    let at = lines.binary_search_by_key(&now, |line| line.step);
    let here = if at.is_ok() { now } else { 0 };
    let printed_lines = {
        let (lines, compared) = (lines.clone(), shown.compared.clone());
        let dispatch = dispatch.clone();
        memo([address(&lines), printed, here as usize], move || {
            let chunk = |nth: usize| {
                let range = nth * CHUNK..((nth + 1) * CHUNK).min(printed);
                chunk(range, here, &lines, &compared, &dispatch)
            };
            html! { <>{ for (first..chunks).map(chunk) }</> }
        })
    };
    html! {
        <section class="console" aria-labelledby="console-title" data-testid="console">
            <h2 id="console-title">
                { "Console" }
                <small>{ format!(" {printed} of {}{}", lines.len(), if state.run.busy() { "…" } else { "" }) }</small>
                { changed(shown) }
            </h2>
            <div class="console-body scroll" tabindex="0" role="group" aria-label="What has been printed">
                if hidden > 0 {
                    <p class="empty">{ format!("… {hidden} lines before") }</p>
                }
                { printed_lines }
                if printed == 0 && picture.ending.is_none() {
                    <p class="empty">{ "nothing printed yet" }</p>
                }
                if let Some(ending) = &picture.ending {
                    { banner(ending, dispatch) }
                }
            </div>
        </section>
    }
}

/// Some lines; `here` is the step that is shown if it prints, and 0 if not.
fn chunk(
    range: Range<usize>,
    here: u32,
    lines: &Rc<Vec<ConsoleLine>>,
    compared: &Rc<Comparison>,
    dispatch: &Callback<Action>,
) -> Html {
    let prints = lines[range.clone()].iter().any(|line| line.step == here);
    let here = if prints { here } else { 0 };
    // What was not so before is found out with the lines.
    let seen = [address(lines), range.end, here as usize];
    let key = range.start;
    let (lines, compared, dispatch) = (lines.clone(), compared.clone(), dispatch.clone());
    let draw: Rc<dyn Fn() -> Html> = Rc::new(move || {
        let lines = lines[range.clone()].iter().map(|text| {
            let change = compared.lines.get(text.number as usize - 1);
            let change = change.copied().unwrap_or(Change::Same);
            line(text, change, text.step == here, &dispatch)
        });
        html! { <ol class="lines">{ for lines }</ol> }
    });
    html! { <Memo key={key} seen={seen} draw={draw} /> }
}

/// How many lines the run before had otherwise, where there is something to compare.
fn changed(shown: &Shown) -> Html {
    let compared = &shown.compared;
    if compared.lines.is_empty() && compared.gone == 0 {
        return Html::default();
    }
    let gone = match compared.gone {
        0 => String::new(),
        gone => format!(", {gone} gone"),
    };
    let text = match compared.changed() {
        0 => "same output as before".to_owned(),
        1 => format!("1 line is not as before{gone}"),
        more => format!("{more} lines are not as before{gone}"),
    };
    html! { <small class="changed" role="status" data-testid="changed">{ text }</small> }
}

fn line(line: &ConsoleLine, change: Change, here: bool, dispatch: &Callback<Action>) -> Html {
    let step = line.step;
    let onclick = click(dispatch, Action::Seek(step));
    let class = class(&[
        "line",
        when(is_error(line), "stderr"),
        when(here, "here"),
        when(change != Change::Same, "other"),
    ]);
    let was = match change {
        Change::Same => String::new(),
        Change::Moved(was) => format!("was line {was}"),
        Change::New => "new".to_owned(),
    };
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
                <span class="line-was">{ was }</span>
            </button>
        </li>
    }
}

/// How the run ended.
fn banner(ending: &EndingView, dispatch: &Callback<Action>) -> Html {
    let further = click(dispatch, Action::RecordFurther);
    html! {
        <p class={class(&["ending", tone_class(ending.tone)])} data-testid="ending">
            <b>{ &ending.headline }</b>
            if !ending.detail.is_empty() {
                <span>{ " " }{ &ending.detail }</span>
            }
            if ending.tone == EndingTone::Paused {
                <button type="button" class="quiet" onclick={further} data-testid="further">{ "Record further" }</button>
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
