//! What goes on while JavaScript runs, or does not: timers that wait, the thread pool, the kernel.

use super::card::{MOST, badge, line_of, rest};
use super::percent;
use super::{class, colour, when};
use loopscope_model::picture::{HandleView, OperationView, Picture, PoolSlot, TimerView};
use yew::prelude::*;

/// The background.
pub fn background(picture: &Picture) -> Html {
    html! {
        <div class="back">
            <section class="card" aria-labelledby="timers-title" data-testid="timers">
                <h2 id="timers-title">{ "Timers waiting" }</h2>
                <ul class="rows scroll" tabindex="0" aria-label="Timers, the next one first">
                    { for picture.timers.iter().take(MOST).map(timer) }
                    { rest(picture.timers.len().saturating_sub(MOST)) }
                </ul>
                if picture.timers.is_empty() {
                    <p class="empty">{ "none is set" }</p>
                }
            </section>
            <section class="card" aria-labelledby="pool-title" data-testid="pool">
                <h2 id="pool-title">{ "Thread pool" }<small>{ " no JavaScript runs here" }</small></h2>
                <ul class="rows scroll" tabindex="0" aria-label="Threads">
                    { for picture.pool.iter().map(slot) }
                    { for picture.pool_line.iter().take(MOST).map(|operation| view(operation, "…", "pool-line")) }
                    { rest(picture.pool_line.len().saturating_sub(MOST)) }
                </ul>
            </section>
            <section class="card kernel" aria-labelledby="kernel-title" data-testid="kernel">
                <h2 id="kernel-title">{ "Kernel" }<small>{ " sockets and pipes" }</small></h2>
                <ul class="rows scroll" tabindex="0" aria-label="Operations of the kernel">
                    { for picture.kernel.iter().take(MOST).map(|operation| view(operation, "", "kernel")) }
                    { rest(picture.kernel.len().saturating_sub(MOST)) }
                    { for picture.handles.iter().map(handle) }
                </ul>
                if picture.kernel.is_empty() && picture.handles.is_empty() {
                    <p class="empty">{ "nothing is open" }</p>
                }
            </section>
        </div>
    }
}

fn timer(timer: &TimerView) -> Html {
    let card = &timer.card;
    let due = match (timer.left.0, timer.late.0) {
        (0, 0) => "due now".to_owned(),
        (0, _) => format!("due for {} ms", timer.late),
        _ => format!("{} ms", timer.due),
    };
    let late = when(timer.late.0 > 0, "late");
    html! {
        <li
            key={card.number}
            class={class(&["row", colour(card.colour), late])}
            data-card={card.number.to_string()}
            data-place="timers-waiting"
            data-testid={format!("timer-{}", card.number)}
            title={format!("{} {}: set for {} ms, {} ms left", card.number, card.label, timer.delay_ms, timer.left)}
        >
            { badge(card.number, card.colour) }
            <span class="row-name">{ &card.label }{ line_of(card) }</span>
            { meter(timer.elapsed) }
            <span class="row-time">{ due }if timer.left.0 > 0 { <span class="left">{ format!(", {} left", timer.left) }</span> }if !timer.refed { <small>{ " unref" }</small> }</span>
        </li>
    }
}

fn slot(slot: &PoolSlot) -> Html {
    let number = (slot.thread + 1).to_string();
    match &slot.busy {
        Some(operation) => view(operation, &number, "pool"),
        None => html! {
            <li class="row idle"><span class="slot">{ number }</span><span class="row-name">{ "idle" }</span></li>
        },
    }
}

fn view(operation: &OperationView, slot: &str, place: &'static str) -> Html {
    let card = &operation.card;
    html! {
        <li
            class={class(&["row", colour(card.colour)])}
            data-card={card.number.to_string()}
            data-place={place}
            title={format!("{} {}: {}", card.number, card.label, operation.operation)}
        >
            <span class="slot">{ slot }</span>
            { badge(card.number, card.colour) }
            <span class="row-name">{ &operation.operation }</span>
            if let Some(until) = operation.until {
                { meter(operation.elapsed) }
                <span class="row-time">{ format!("{until} ms") }</span>
            } else {
                <span class="row-time">{ format!("place {} in line", operation.place) }</span>
            }
        </li>
    }
}

/// A socket with its other end, a server, a child process.
fn handle(handle: &HandleView) -> Html {
    let peer = match &handle.peer {
        Some(peer) => format!("↔ {peer}"),
        None => String::new(),
    };
    let (sort, keeps) = match handle.active {
        true => ("row", "keeps the process alive"),
        false => ("row idle", "does not keep the process alive"),
    };
    html! {
        <li class={sort} title={format!("{} {}", handle.kind, keeps)}>
            <span class="row-name">{ &handle.label }</span>
            <span class="row-time">{ peer }</span>
        </li>
    }
}

/// How much of something is over, 0 to 1.
fn meter(elapsed: f64) -> Html {
    let width = percent(elapsed);
    html! {
        <svg class="meter" aria-hidden="true">
            <rect class="meter-all" width="100%" height="6" rx="3" />
            <rect class="meter-done" width={width} height="6" rx="3" />
        </svg>
    }
}
