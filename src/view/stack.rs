//! The call stack: one thing at a time.

use super::card::badge;
use super::{class, colour, when};
use loopscope_model::picture::{FrameView, Picture};
use loopscope_model::replay::Stage;
use yew::prelude::*;

/// The call stack, the running function on top.
pub fn stack(picture: &Picture) -> Html {
    let frames = picture.stack.iter().enumerate().rev();
    html! {
        <section class="card stack" aria-labelledby="stack-title" data-testid="stack">
            <h2 id="stack-title">{ "Call stack" }</h2>
            <div class="stack-body scroll" tabindex="0" role="group" aria-label="Frames">
                if picture.stack.is_empty() {
                    <p class="empty">{ if picture.stage == Stage::Loop { "empty: the loop may call the next one" } else { "empty" } }</p>
                } else {
                    <ol class="frames">
                        { for frames.map(|(depth, frame)| view(&picture.stack, depth, frame)) }
                    </ol>
                }
            </div>
            <p class="stack-base" data-testid="stage-text">{ &picture.stage_text }</p>
        </section>
    }
}

fn view(frames: &[FrameView], depth: usize, frame: &FrameView) -> Html {
    // The outermost frame of a task is where its card has moved to.
    let first = depth == 0 || frames[depth - 1].task != frame.task;
    let class = class(&["frame", colour(frame.colour), when(frame.top, "top")]);
    html! {
        <li
            key={depth}
            class={class}
            data-card={first.then(|| frame.number.to_string())}
            data-place={first.then_some("stack")}
        >
            { badge(frame.number, frame.colour) }
            <span class="frame-name">{ &frame.label }</span>
            if let Some(line) = frame.line {
                <span class="frame-line"><span class="sr">{ "line " }</span><span aria-hidden="true">{ ":" }</span>{ line }</span>
            }
        </li>
    }
}
