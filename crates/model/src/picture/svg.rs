//! A picture as a drawing of its own: for lessons on paper, and where no script runs. The same parts in the same places as
//! on the page; light or dark as the reader's system says.

use super::{COLOURS, Card, OperationView, PhaseView, Picture, QueueView};
use std::fmt::{self, Write};

const WIDTH: u32 = 860;
const STACK: u32 = 180;
const GAP: u32 = 10;
/// The height of a card, and from one card to the next.
const CARD: u32 = 22;
const STEP: u32 = 27;
/// Cards that have room in a phase, frames in the stack, rows below.
const ROWS: usize = 4;
/// Characters of the sentence that have room in a line.
const LINE: usize = 104;

/// The colours of tasks: of dark ink on light paper, and the other way round. The same as the page's.
const TASKS: [(&str, &str); COLOURS as usize] = [
    ("#4c5865", "#a9b6c2"),
    ("#0b67ad", "#5cb3f2"),
    ("#b0430d", "#f08f55"),
    ("#07735a", "#3fc79c"),
    ("#9a2f7a", "#e57fc6"),
    ("#735d00", "#dcc24a"),
    ("#5a45b5", "#a796f5"),
];

/// The picture as an SVG document.
pub fn svg(picture: &Picture) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    draw(&mut out, picture).expect("a picture can be drawn");
    out
}

fn draw(out: &mut String, p: &Picture) -> fmt::Result {
    let sentence = lines(&p.why.sentence);
    let top = 24 + 18 * sentence.len() as u32 + GAP;
    let phases = 34 + STEP * ROWS as u32;
    let queues = top + phases + GAP;
    let back = queues + 58 + GAP;
    let height = back + 26 + STEP * ROWS as u32 + 28;
    let title = if p.title.is_empty() {
        "A Node.js program"
    } else {
        &p.title
    };
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" aria-label="{}, step {}: {}">"#,
        escaped(title),
        p.step,
        escaped(&p.why.sentence),
    )?;
    style(out)?;
    writeln!(
        out,
        r#"<rect class="paper" width="{WIDTH}" height="{height}" rx="8"/>"#
    )?;
    rect(out, "why", 0, 0, WIDTH, top - GAP)?;
    for (nth, line) in sentence.iter().enumerate() {
        text(out, "say", 14, 24 + 18 * nth as u32, line)?;
    }
    stack(out, p, top, phases + GAP + 58)?;
    let width = (WIDTH - STACK - GAP * 6) / 6;
    for (nth, phase) in p.phases.iter().enumerate() {
        let x = STACK + GAP + nth as u32 * (width + GAP);
        draw_phase(out, phase, x, top, width, phases)?;
    }
    let half = (WIDTH - STACK - GAP * 2) / 2;
    for (nth, queue) in [&p.ticks, &p.microtasks].into_iter().enumerate() {
        draw_queue(
            out,
            queue,
            STACK + GAP + nth as u32 * (half + GAP),
            queues,
            half,
        )?;
    }
    background(out, p, back)?;
    let foot = format!(
        "{} ms | {} | step {} of {}",
        p.now,
        p.stage_text,
        p.step,
        p.step_count.saturating_sub(1)
    );
    text(out, "soft", 4, height - 8, &foot)?;
    writeln!(out, "</svg>")
}

fn style(out: &mut String) -> fmt::Result {
    write!(
        out,
        "<style>text{{font:13px system-ui,sans-serif;fill:#1b1c1f}}.say{{font-size:15px}}.name{{font-weight:600;font-size:12px}}\
         .soft{{fill:#5b5d64;font-size:12px}}.label{{font:12px ui-monospace,monospace}}.on{{font-weight:700;font-size:11px;fill:#fff;text-anchor:middle}}\
         .paper{{fill:#f4f4f0}}.box{{fill:#fff;stroke:#dcdad2}}.here{{fill:#fff;stroke:#1d4fd8;stroke-width:2}}.why{{fill:#e9effd}}"
    )?;
    for (nth, (light, _)) in TASKS.iter().enumerate() {
        write!(out, ".c{nth}{{fill:{light}}}")?;
    }
    write!(
        out,
        "@media(prefers-color-scheme:dark){{text{{fill:#ebeae6}}.soft{{fill:#a4a7af}}.on{{fill:#131417}}.paper{{fill:#121316}}\
         .box{{fill:#1a1c20;stroke:#2e3138}}.here{{fill:#1a1c20;stroke:#8fb0ff}}.why{{fill:#1b2438}}"
    )?;
    for (nth, (_, dark)) in TASKS.iter().enumerate() {
        write!(out, ".c{nth}{{fill:{dark}}}")?;
    }
    writeln!(out, "}}</style>")
}

fn stack(out: &mut String, p: &Picture, y: u32, height: u32) -> fmt::Result {
    rect(out, "box", 0, y, STACK, height)?;
    text(out, "name", 10, y + 18, "Call stack")?;
    if p.stack.is_empty() {
        text(out, "soft", 10, y + height - 12, "empty")?;
    }
    for (nth, frame) in p.stack.iter().rev().take(ROWS + 1).enumerate() {
        let place = frame.line.map_or(String::new(), |line| format!(" :{line}"));
        let label = format!("{}{place}", frame.label);
        card(
            out,
            frame.number,
            frame.colour,
            &label,
            8,
            y + 28 + STEP * nth as u32,
            STACK - 16,
        )?;
    }
    Ok(())
}

fn draw_phase(
    out: &mut String,
    phase: &PhaseView,
    x: u32,
    y: u32,
    width: u32,
    height: u32,
) -> fmt::Result {
    rect(
        out,
        if phase.active { "here" } else { "box" },
        x,
        y,
        width,
        height,
    )?;
    // The first word tells them apart: “idle, prepare”, “pending callbacks”.
    let name = phase.name.split([',', ' ']).next().unwrap_or(phase.name);
    text(out, "name", x + 8, y + 18, name)?;
    cards(out, &phase.cards, phase.more, x + 6, y + 28, width - 12)
}

fn draw_queue(out: &mut String, queue: &QueueView, x: u32, y: u32, width: u32) -> fmt::Result {
    rect(
        out,
        if queue.active { "here" } else { "box" },
        x,
        y,
        width,
        58,
    )?;
    text(out, "name", x + 8, y + 18, queue.name)?;
    let room = 3;
    let each = (width - 16) / room;
    for (nth, c) in queue.cards.iter().take(room as usize).enumerate() {
        card(
            out,
            c.number,
            c.colour,
            &label(c),
            x + 8 + nth as u32 * each,
            y + 28,
            each - 6,
        )?;
    }
    let more = queue.cards.len().saturating_sub(room as usize) + queue.more;
    if more > 0 {
        text(out, "soft", x + width - 60, y + 18, &format!("{more} more"))?;
    }
    Ok(())
}

fn background(out: &mut String, p: &Picture, y: u32) -> fmt::Result {
    let third = (WIDTH - GAP * 2) / 3;
    let height = 26 + STEP * ROWS as u32;
    for (nth, name) in ["Timers waiting", "Thread pool", "Kernel"]
        .into_iter()
        .enumerate()
    {
        let x = nth as u32 * (third + GAP);
        rect(out, "box", x, y, third, height)?;
        text(out, "name", x + 10, y + 18, name)?;
    }
    for (nth, timer) in p.timers.iter().take(ROWS).enumerate() {
        let label = format!("{} due {} ms", label(&timer.card), timer.due);
        card(
            out,
            timer.card.number,
            timer.card.colour,
            &label,
            8,
            y + 26 + STEP * nth as u32,
            third - 16,
        )?;
    }
    let busy = p.pool.iter().filter_map(|slot| slot.busy.as_ref());
    operations(
        out,
        busy.chain(&p.pool_line),
        third + GAP + 8,
        y + 26,
        third - 16,
    )?;
    operations(
        out,
        p.kernel.iter(),
        2 * (third + GAP) + 8,
        y + 26,
        third - 16,
    )
}

fn operations<'a>(
    out: &mut String,
    all: impl Iterator<Item = &'a OperationView>,
    x: u32,
    y: u32,
    width: u32,
) -> fmt::Result {
    for (nth, one) in all.take(ROWS).enumerate() {
        card(
            out,
            one.card.number,
            one.card.colour,
            &one.operation,
            x,
            y + STEP * nth as u32,
            width,
        )?;
    }
    Ok(())
}

fn cards(out: &mut String, all: &[Card], more: usize, x: u32, y: u32, width: u32) -> fmt::Result {
    for (nth, one) in all.iter().take(ROWS).enumerate() {
        card(
            out,
            one.number,
            one.colour,
            &label(one),
            x,
            y + STEP * nth as u32,
            width,
        )?;
    }
    let more = all.len().saturating_sub(ROWS) + more;
    if more > 0 {
        text(
            out,
            "soft",
            x,
            y + STEP * ROWS as u32 + 2,
            &format!("{more} more"),
        )?;
    }
    Ok(())
}

fn card(
    out: &mut String,
    number: u32,
    colour: u32,
    label: &str,
    x: u32,
    y: u32,
    width: u32,
) -> fmt::Result {
    let badge = 10 + 7 * number.to_string().len() as u32;
    writeln!(
        out,
        r#"<rect class="c{}" x="{x}" y="{y}" width="{badge}" height="{CARD}" rx="5"/>"#,
        colour % COLOURS
    )?;
    text(out, "on", x + badge / 2, y + 15, &number.to_string())?;
    let room = (width.saturating_sub(badge + 6) / 8) as usize;
    text(out, "label", x + badge + 6, y + 15, &cut(label, room))
}

fn label(card: &Card) -> String {
    match card.line {
        Some(line) => format!("{} :{line}", card.label),
        None => card.label.clone(),
    }
}

/// The first characters, with a sign where that is not all.
fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(room.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// The sentence in lines, broken at spaces.
fn lines(sentence: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for word in sentence.replace('`', "").split(' ') {
        let last = all.last_mut().expect("there is a line");
        if !last.is_empty() && last.chars().count() + word.chars().count() >= LINE {
            all.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    all
}

fn rect(out: &mut String, class: &str, x: u32, y: u32, width: u32, height: u32) -> fmt::Result {
    writeln!(
        out,
        r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="{height}" rx="7"/>"#
    )
}

fn text(out: &mut String, class: &str, x: u32, y: u32, text: &str) -> fmt::Result {
    writeln!(
        out,
        r#"<text class="{class}" x="{x}" y="{y}">{}</text>"#,
        escaped(text)
    )
}

/// A text for an attribute or a line of the drawing.
fn escaped(text: &str) -> String {
    // XML has no way to write control characters.
    markup(&text.replace(char::is_control, " "))
}

/// A text as it is written in XML and HTML, within an element or a quoted attribute.
pub fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
