//! The event loop: its six phases with "you are here", and the two queues that are emptied between callbacks.

use super::card::{cards, ghost};
use super::{class, when};
use loopscope_model::picture::{Card, PhaseView, Picture, QueueView};
use loopscope_model::replay::Stage;
use loopscope_model::task::Phase;
use yew::prelude::*;

/// The loop.
pub fn event_loop(picture: &Picture) -> Html {
    let in_loop = picture.stage == Stage::Loop;
    html! {
        <section class={class(&["card", "loop", when(picture.in_a_row >= STARVING, "starving")])} aria-labelledby="loop-title" data-testid="loop">
            <header class="loop-head">
                <h2 id="loop-title">{ "Event loop" }</h2>
                <ol class="journey" aria-label="The life of the process">
                    { stop("main program", matches!(picture.stage, Stage::Main)) }
                    { stop(&iteration(picture), in_loop) }
                    { stop("exit", matches!(picture.stage, Stage::Exit | Stage::Ended)) }
                </ol>
                <p class="clock" data-testid="now" title="Virtual time: straight-line code costs none">
                    <span class="clock-label">{ "now " }</span>{ picture.now.to_string() }{ " ms" }
                </p>
            </header>
            <ol class="phases" aria-label="Phases of an iteration, in order">
                { for picture.phases.iter().map(phase) }
            </ol>
            <div class="between">
                <p class="between-label" title="Callbacks of the two queues in a row: so long the loop stands still" data-testid="in-a-row">{ between(picture.in_a_row) }</p>
                { queue(&picture.ticks, "ticks", "1") }
                { queue(&picture.microtasks, "microtasks", "2") }
            </div>
        </section>
    }
}

/// So many callbacks of the two queues in a row are many: the loop stands still, and who waits for it starves.
const STARVING: u32 = 8;

fn between(in_a_row: u32) -> String {
    match in_a_row {
        0 => "between callbacks".to_owned(),
        more => format!("{more} in a row"),
    }
}

fn iteration(picture: &Picture) -> String {
    match picture.iteration {
        0 => "loop".to_owned(),
        number => format!("loop, iteration {number}"),
    }
}

fn stop(name: &str, here: bool) -> Html {
    html! {
        <li class={class(&["stop", when(here, "here")])} aria-current={here.then_some("step")}>{ name }</li>
    }
}

fn phase(phase: &PhaseView) -> Html {
    let id = phase_id(phase.phase);
    html! {
        <li
            class={class(&["p", when(phase.active, "on")])}
            aria-current={phase.active.then_some("step")}
            data-testid={format!("phase-{id}")}
        >
            <div class="rail" aria-hidden="true"><i class="dot"></i></div>
            <h3 class="p-name">
                <span class="long">{ phase.name }</span>
                <span class="short" aria-hidden="true">{ id }</span>
                if phase.active {
                    <span class="here-label"><span class="long">{ "you are " }</span>{ "here" }</span>
                }
            </h3>
            <p class="p-note">{ &phase.note }</p>
            <ul class="queue scroll" tabindex={stop_at(&phase.cards)} aria-label={format!("Queue of {}", phase.name)}>
                { for phase.ghosts.iter().map(ghost) }
                { cards(&phase.cards, phase.more, id) }
            </ul>
        </li>
    }
}

fn queue(queue: &QueueView, id: &'static str, turn: &'static str) -> Html {
    html! {
        <section
            class={class(&["q", when(queue.active, "on")])}
            aria-label={queue.name}
            data-testid={id}
        >
            <h3 class="q-name"><span class="turn" aria-hidden="true">{ turn }</span>{ queue.name }</h3>
            if queue.cards.is_empty() {
                <p class="empty">{ "empty" }</p>
            }
            <ul
                class="queue row scroll"
                tabindex={stop_at(&queue.cards)}
                aria-label={format!("Waiting in the {}", queue.name)}
            >
                { cards(&queue.cards, queue.more, id) }
            </ul>
        </section>
    }
}

/// A list that may have to be scrolled is reached by keys; one that is empty or short is passed over.
fn stop_at(cards: &[Card]) -> Option<&'static str> {
    (cards.len() > 1).then_some("0")
}

/// What a phase is called on the page, in a word.
pub fn phase_id(phase: Phase) -> &'static str {
    match phase {
        Phase::Timers => "timers",
        Phase::Pending => "pending",
        Phase::IdlePrepare => "idle",
        Phase::Poll => "poll",
        Phase::Check => "check",
        Phase::Close => "close",
    }
}
