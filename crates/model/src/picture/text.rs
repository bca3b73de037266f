//! A picture in lines of text: for terminals, and for those who do not see the page.

use super::{Card, OperationView, Picture, QueueView};
use std::fmt::{self, Write};

/// The picture in lines of text, each with its end. Parts that are empty are left out.
pub fn text(picture: &Picture) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    write(&mut out, picture).expect("a picture can be written");
    out
}

fn write(out: &mut String, p: &Picture) -> fmt::Result {
    let last = p.step_count.saturating_sub(1);
    let (step, now, stage) = (p.step, p.now, &p.stage_text);
    writeln!(out, "step {step} of {last} | {now} ms | {stage}")?;
    row(out, "why", &p.why.sentence)?;
    if let Some(open) = &p.open_order {
        row(out, "open", &open.sentence)?;
    }
    stack(out, p)?;
    for QueueView {
        name, cards, more, ..
    } in [&p.ticks, &p.microtasks]
    {
        row(out, name, &list(cards, *more))?;
    }
    phases(out, p)?;
    background(out, p)?;
    if let Some(ending) = &p.ending {
        row(out, "end", &ending.headline)?;
        row(out, "", &ending.detail)?;
    }
    Ok(())
}

fn stack(out: &mut String, p: &Picture) -> fmt::Result {
    for frame in p.stack.iter().rev() {
        let head = if frame.top { "stack" } else { "" };
        let line = frame.line.map_or(String::new(), |l| format!(", line {l}"));
        let what = format!("{}{line} (#{})", frame.label, frame.number);
        row(out, head, &what)?;
    }
    Ok(())
}

fn phases(out: &mut String, p: &Picture) -> fmt::Result {
    for phase in &p.phases {
        let cards = list(&phase.cards, phase.more);
        match (phase.active, cards.as_str()) {
            (true, "") => row(out, phase.name, &format!("{} <- here", phase.note))?,
            (true, cards) => row(out, phase.name, &format!("{cards} <- here"))?,
            (false, cards) => row(out, phase.name, cards)?,
        }
    }
    Ok(())
}

fn background(out: &mut String, p: &Picture) -> fmt::Result {
    for timer in &p.timers {
        let unref = if timer.refed { "" } else { ", unref'd" };
        let (card, due, left) = (card(&timer.card), timer.due, timer.left);
        let what = format!("{card} due at {due} ms, {left} ms left{unref}");
        row(out, "timer", &what)?;
    }
    for slot in &p.pool {
        if let Some(busy) = &slot.busy {
            row(
                out,
                &format!("thread {}", slot.thread + 1),
                &operation(busy),
            )?;
        }
    }
    for waiting in &p.pool_line {
        let head = format!("place {} in line", waiting.place);
        row(out, &head, &operation(waiting))?;
    }
    for handle in &p.handles {
        let peer = handle.peer.as_ref();
        let peer = peer.map_or(String::new(), |peer| format!(" to {peer}"));
        row(out, handle.kind, &format!("{}{peer}", handle.label))?;
    }
    for busy in &p.kernel {
        row(out, "kernel", &operation(busy))?;
    }
    Ok(())
}

fn row(out: &mut String, head: &str, what: &str) -> fmt::Result {
    match what {
        "" => Ok(()),
        what => writeln!(out, "  {head:<18} {what}"),
    }
}

fn list(cards: &[Card], more: usize) -> String {
    let mut names: Vec<String> = cards.iter().map(card).collect();
    if more > 0 {
        names.push(format!("{more} more"));
    }
    names.join(", ")
}

fn card(card: &Card) -> String {
    format!("{} #{}", card.label, card.number)
}

fn operation(view: &OperationView) -> String {
    let until = match view.until {
        Some(until) => format!(" until {until} ms"),
        None => String::new(),
    };
    format!("{} for {}{until}", view.operation, card(&view.card))
}
