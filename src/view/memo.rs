//! A part of the page that is drawn anew only when it shows something else.

use std::rc::Rc;
use yew::prelude::*;

/// What the part shows, as numbers: addresses of what is shared, which `draw` must hold, places, counts.
pub type Seen = [usize; 3];

/// What is drawn, and how.
#[derive(Properties)]
pub struct Props {
    /// What the part shows.
    pub seen: Seen,
    /// Draws it.
    pub draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        self.seen == other.seen
    }
}

/// The part.
pub struct Memo;

impl Component for Memo {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Memo>) -> Memo {
        Memo
    }

    fn view(&self, ctx: &Context<Memo>) -> Html {
        (ctx.props().draw)()
    }
}

/// The address of what is shared.
pub fn address<T>(shared: &Rc<T>) -> usize {
    Rc::as_ptr(shared) as usize
}

/// A part that is drawn anew when `seen` is another: `draw` holds what that has addresses of.
pub fn memo(seen: Seen, draw: impl Fn() -> Html + 'static) -> Html {
    let draw: Rc<dyn Fn() -> Html> = Rc::new(draw);
    html! { <Memo seen={seen} draw={draw} /> }
}
