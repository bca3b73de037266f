//! Why this step happens: one sentence, and the rule behind it.

use super::card::{badge, prose};
use loopscope_model::explain::Explanation;
use loopscope_model::picture::{Card, OpenOrder, ProblemView};
use yew::prelude::*;

/// What the sentence needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The explanation.
    pub why: Explanation,
    /// Present where Node promises no order.
    pub open: Option<OpenOrder>,
    /// An exception or refusal at this step.
    pub problem: Option<ProblemView>,
    /// Whether the sentence is to be spoken: not while steps follow each other by themselves.
    pub speak: bool,
}

/// The sentence.
#[component]
pub fn Why(props: &Props) -> Html {
    let class = classes!(
        "why",
        props.open.is_some().then_some("open"),
        props.problem.is_some().then_some("bad"),
    );
    html! {
        // A part that scrolls must be reachable by keys.
        <section class={class} aria-label="Why this step" data-testid="why" tabindex="0">
            <p class="why-sentence" aria-live={if props.speak { "polite" } else { "off" }} data-testid="why-sentence">
                { prose(&props.why.sentence) }
            </p>
            { second(props) }
        </section>
    }
}

fn second(props: &Props) -> Html {
    if let Some(problem) = props
        .problem
        .as_ref()
        .filter(|problem| !problem.hint.is_empty())
    {
        return html! { <p class="why-more">{ prose(&problem.hint) }</p> };
    }
    if let Some(open) = &props.open {
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
            if let Some(detail) = &props.why.detail {
                <p class="why-more">{ prose(detail) }</p>
            }
            if let Some(rule) = props.why.rule {
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
