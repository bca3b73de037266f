//! The call stack: one thing at a time.

use super::card::badge;
use loopscope_model::picture::FrameView;
use yew::prelude::*;

/// What the stack needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The frames, outermost first.
    pub frames: Vec<FrameView>,
    /// How far the process has come.
    pub stage: String,
    /// Whether the loop may call something.
    pub in_loop: bool,
}

/// The call stack, the running function on top.
#[component]
pub fn Stack(props: &Props) -> Html {
    let frames = props.frames.iter().enumerate().rev();
    html! {
        <section class="card stack" aria-labelledby="stack-title" data-testid="stack">
            <h2 id="stack-title">{ "Call stack" }</h2>
            <div class="stack-body scroll" tabindex="0" role="group" aria-label="Frames">
                if props.frames.is_empty() {
                    <p class="empty">{ if props.in_loop { "empty: the loop may call the next one" } else { "empty" } }</p>
                } else {
                    <ol class="frames">
                        { for frames.map(|(depth, frame)| view(&props.frames, depth, frame)) }
                    </ol>
                }
            </div>
            <p class="stack-base" data-testid="stage-text">{ &props.stage }</p>
        </section>
    }
}

fn view(frames: &[FrameView], depth: usize, frame: &FrameView) -> Html {
    // The outermost frame of a task is where its card has moved to.
    let first = depth == 0 || frames[depth - 1].task != frame.task;
    let class = classes!(
        "frame",
        format!("c{}", frame.colour),
        frame.top.then_some("top"),
    );
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
