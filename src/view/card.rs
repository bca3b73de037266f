//! A task wherever it is drawn: its number in its colour, and what it is called.

use super::{class, colour, when};
use loopscope_model::picture::{COLOURS, Card};
use loopscope_model::{TaskId, TaskKind};
use yew::prelude::*;

/// A task's number in its colour.
pub fn badge(number: u32, task_colour: u32) -> Html {
    html! { <span class={class(&["n", colour(task_colour)])}>{ number }</span> }
}

/// A task that waits at `place`: the card moves when that changes.
fn view(card: &Card, place: &'static str, next: bool) -> Html {
    let waited = match card.age {
        0 => String::new(),
        age => format!(", {age} callbacks ran while it waited"),
    };
    let settled = match card.kind {
        TaskKind::PromiseJob => ": its promise is settled",
        _ => "",
    };
    let line = card
        .line
        .map_or(String::new(), |line| format!(", made in line {line}"));
    let (number, kind, label) = (card.number, card.kind.name(), &card.label);
    let title = format!("{number} {kind}{settled}: {label}{line}{waited}");
    html! {
        <li
            key={card.number}
            class={class(&["k", colour(card.colour), when(next, "next"), aged(card.age)])}
            data-card={card.number.to_string()}
            data-place={place}
            data-testid={format!("card-{}", card.number)}
            title={title}
        >
            { badge(card.number, card.colour) }
            <span class="k-label">{ &card.label }</span>
            { line_of(card) }
            if card.age > 0 {
                <span class="k-age">{ card.age }</span>
            }
        </li>
    }
}

/// One that waits long looks it.
fn aged(age: u32) -> &'static str {
    match age {
        0..5 => "",
        5..50 => "aged",
        _ => "aged old",
    }
}

/// A task that could as well be next: Node promises no order.
pub fn ghost(card: &Card) -> Html {
    html! {
        <li class={class(&["k", "ghost", colour(card.colour)])} title="Could as well be next: Node does not promise the order" data-testid="ghost">
            <span class="sr">{ "or " }</span>
            { badge(card.number, card.colour) }
            <span class="k-label">{ &card.label }</span>
        </li>
    }
}

/// The line of a task that has no name of its own: there may be several of its kind.
pub fn line_of(card: &Card) -> Html {
    match card.line {
        // Of a promise job the line says which reaction it is.
        Some(line) if card.label == card.kind.name() || card.kind == TaskKind::PromiseJob => {
            html! {
                <span class="k-line"><span class="sr">{ "of line " }</span><span aria-hidden="true">{ ":" }</span>{ line }</span>
            }
        }
        _ => Html::default(),
    }
}

/// A list of tasks that wait, the next one first, and how many more there are.
pub fn cards(cards: &[Card], more: usize, place: &'static str) -> Html {
    html! {
        <>
            { for cards.iter().take(MOST).enumerate().map(|(index, card)| view(card, place, index == 0)) }
            { rest(cards.len().saturating_sub(MOST) + more) }
        </>
    }
}

/// Of a list no more than this are drawn: so many are not read, and each step would lay them out.
pub const MOST: usize = 30;

/// How many more there are in a list than are drawn.
pub fn rest(more: usize) -> Html {
    match more {
        0 => Html::default(),
        more => html! { <li class="k more">{ format!("… {more} more") }</li> },
    }
}

/// A sentence of the explanations: `` `code` `` and `(#3)` are drawn as what they mean.
pub fn prose(text: &str) -> Html {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => html! { { text } },
            Piece::Code(code) => html! { <code>{ code }</code> },
            Piece::Task(TaskId(number)) => badge(number, number % COLOURS),
        })
        .collect()
}

/// A piece of a sentence.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Code(&'a str),
    Task(TaskId),
}

fn pieces(mut text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut plain = text;
    let mut plain_len = 0;
    while let Some(first) = text.chars().next() {
        let found = match first {
            '`' => code(text),
            '(' => task(text),
            _ => None,
        };
        let Some((piece, len)) = found else {
            plain_len += first.len_utf8();
            text = &text[first.len_utf8()..];
            continue;
        };
        if plain_len > 0 {
            pieces.push(Piece::Text(&plain[..plain_len]));
        }
        pieces.push(piece);
        text = &text[len..];
        plain = text;
        plain_len = 0;
    }
    if plain_len > 0 {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

fn code(text: &str) -> Option<(Piece<'_>, usize)> {
    let inner = &text[1..];
    let end = inner.find('`').filter(|&end| end > 0)?;
    Some((Piece::Code(&inner[..end]), end + 2))
}

fn task(text: &str) -> Option<(Piece<'_>, usize)> {
    let inner = text.strip_prefix("(#")?;
    let end = inner.find(')')?;
    let number = inner[..end].parse().ok()?;
    Some((Piece::Task(TaskId(number)), end + 3))
}

#[cfg(test)]
mod tests {
    use super::Piece::{Code, Task, Text};
    use super::{Piece, pieces};
    use loopscope_model::TaskId;

    #[track_caller]
    fn check(text: &str, expect: &[Piece<'_>]) {
        assert_eq!(pieces(text), expect);
    }

    #[test]
    fn finds_code_and_tasks() {
        check("", &[]);
        check("plain", &[Text("plain")]);
        check(
            "`tick` (#3) runs.",
            &[Code("tick"), Text(" "), Task(TaskId(3)), Text(" runs.")],
        );
    }

    #[test]
    fn leaves_the_rest_alone() {
        check("(see 4) `", &[Text("(see 4) `")]);
        check("``", &[Text("``")]);
        check("(#x) é", &[Text("(#x) é")]);
    }
}
