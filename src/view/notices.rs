//! Messages to the reader.

use crate::state::{Action, Notice, Remedy, Tone};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the messages need.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The messages, the newest last.
    pub notices: Vec<Notice>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// The messages, over the stage: nothing moves when one comes.
#[component]
pub fn Notices(props: &Props) -> Html {
    html! {
        <div class="notices" role="status" aria-label="Messages of the page" data-testid="notices">
            { for props.notices.iter().map(|notice| view(notice, props)) }
        </div>
    }
}

fn view(notice: &Notice, props: &Props) -> Html {
    let id = notice.id;
    let dismiss = props
        .dispatch
        .reform(move |_: MouseEvent| Action::Dismiss(id));
    let class = classes!("notice", (notice.tone == Tone::Bad).then_some("bad"));
    html! {
        <div class={class} key={id} data-testid="notice">
            <p>{ &notice.text }</p>
            { remedy(notice) }
            <button type="button" class="quiet" onclick={dismiss} aria-label="Put this message away">{ "✕" }</button>
        </div>
    }
}

fn remedy(notice: &Notice) -> Html {
    match &notice.remedy {
        Some(Remedy::Text(text)) => {
            let onfocus =
                |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
            html! {
                <input
                    class="link-text"
                    readonly=true
                    value={text.clone()}
                    aria-label="Link"
                    onfocus={onfocus}
                    data-testid="link-text"
                />
            }
        }
        None => Html::default(),
    }
}
