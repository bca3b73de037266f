//! Why this step happens: one sentence, and the rule behind it.

use super::card::{badge, prose};
use super::{class, when};
use loopscope_model::picture::{Card, Picture};
use yew::prelude::*;

/// The sentence. `speak`: whether the sentence is to be spoken, which it is not while steps follow each other by themselves.
pub fn why(picture: &Picture, speak: bool) -> Html {
    let class = class(&[
        "why",
        when(picture.open_order.is_some(), "open"),
        when(picture.problem.is_some(), "bad"),
    ]);
    html! {
        // A part that scrolls must be reachable by keys.
        <section class={class} aria-label="Why this step" data-testid="why" tabindex="0">
            <p class="why-sentence" aria-live={if speak { "polite" } else { "off" }} data-testid="why-sentence">
                { prose(&picture.why.sentence) }
            </p>
            { second(picture) }
        </section>
    }
}

fn second(picture: &Picture) -> Html {
    if let Some(problem) = picture
        .problem
        .as_ref()
        .filter(|problem| !problem.hint.is_empty())
    {
        return html! { <p class="why-more">{ prose(&problem.hint) }</p> };
    }
    if let Some(open) = &picture.open_order {
        return html! {
            <p class="why-more" data-testid="open-order">
                { prose(&open.sentence) }
                if !open.others.is_empty() {
                    <span class="could">
                        { " Could have gone first: " }
                        { for open.others.iter().map(alternative) }
                    </span>
                }
            </p>
        };
    }
    html! {
        <>
            if let Some(detail) = &picture.why.detail {
                <p class="why-more">{ prose(detail) }</p>
            }
            if let Some(rule) = picture.why.rule {
                <p class="why-rule" data-testid="rule">
                    <span class="rule-number" title="The section of the project's semantics that states this rule">
                        { "Rule " }{ rule.section() }
                    </span>
                    { rule.sentence() }
                </p>
            }
        </>
    }
}

fn alternative(card: &Card) -> Html {
    html! { <span class="alternative">{ badge(card.number, card.colour) }{ &card.label }</span> }
}
