//! Cards that change places move there, so that the eye follows a task from queue to stack. Nothing else moves, and for
//! readers who want no motion nothing does.
//!
//! Which cards do is told by the two pictures, and only their places are measured: where they were while the picture before
//! is still laid out, where they are once the new one is there. A copy flies, above all panels: the card itself would be cut
//! off by the list that it comes into. The animation is no inline style: the page's policy allows it.

use crate::effects::browser::{document, reduced_motion};
use crate::view::phase_id;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Object, Reflect};
use loopscope_model::picture::Picture;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element};

#[wasm_bindgen]
extern "C" {
    /// An element that can be animated: `web-sys` has this behind an unstable flag.
    #[wasm_bindgen(extends = Element)]
    type Animated;

    #[wasm_bindgen(method, catch)]
    fn animate(this: &Animated, frames: &JsValue, milliseconds: f64) -> Result<JsValue, JsValue>;
}

const DURATION: u32 = 260;

/// More cards than this are not followed by anybody.
const MOST: usize = 60;

/// A task's number and where its card is.
type Spot = (u32, &'static str);

/// What is on screen, and what is about to move.
#[derive(Default)]
pub struct Motion {
    generation: u32,
    drawn: Option<Rc<Picture>>,
    /// Cards that change places, and where they were.
    leaving: Vec<(Spot, DomRect)>,
}

impl Motion {
    /// This picture will be drawn. `generation`: of which recording it is.
    pub fn before(&mut self, generation: u32, picture: &Rc<Picture>) {
        self.leaving.clear();
        let Some(drawn) = self.drawn.as_ref().filter(|it| !Rc::ptr_eq(it, picture)) else {
            return;
        };
        if generation != self.generation {
            return;
        }
        let moves = moves(&spots(drawn), &spots(picture));
        if moves.is_empty() || reduced_motion() {
            return;
        }
        for (from, to) in moves {
            if let Some(card) = card(from) {
                self.leaving.push((to, card.get_bounding_client_rect()));
            }
        }
    }

    /// This picture has been drawn.
    pub fn after(&mut self, generation: u32, picture: &Rc<Picture>) {
        self.generation = generation;
        self.drawn = Some(picture.clone());
        let measured = |(to, from): (Spot, DomRect)| {
            let card = card(to)?;
            let to = card.get_bounding_client_rect();
            Some((card, from, to))
        };
        // Not before everything is measured: the copies would have all of it laid out again.
        let flights: Vec<_> = self.leaving.drain(..).filter_map(measured).collect();
        for (card, from, to) in flights {
            // Without the interface the card is simply there.
            let _ = fly(&card, &from, &to);
        }
    }
}

/// The places of all cards of a picture; the call stack has one for each of its tasks.
fn spots(picture: &Picture) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut before = None;
    for frame in &picture.stack {
        if before.replace(frame.task) != Some(frame.task) {
            spots.push((frame.number, "stack"));
        }
    }
    for phase in &picture.phases {
        let id = phase_id(phase.phase);
        spots.extend(phase.cards.iter().map(|card| (card.number, id)));
    }
    for (queue, id) in [
        (&picture.ticks, "ticks"),
        (&picture.microtasks, "microtasks"),
    ] {
        spots.extend(queue.cards.iter().map(|card| (card.number, id)));
    }
    let timers = picture.timers.iter();
    spots.extend(timers.map(|timer| (timer.card.number, "timers-waiting")));
    let busy = picture.pool.iter().filter_map(|slot| slot.busy.as_ref());
    for (operation, id) in busy
        .map(|operation| (operation, "pool"))
        .chain(
            picture
                .pool_line
                .iter()
                .map(|operation| (operation, "pool-line")),
        )
        .chain(picture.kernel.iter().map(|operation| (operation, "kernel")))
    {
        spots.push((operation.card.number, id));
    }
    spots
}

/// The cards that are elsewhere, and where they were.
fn moves(old: &[Spot], new: &[Spot]) -> Vec<(Spot, Spot)> {
    if new.len() > MOST {
        return Vec::new();
    }
    let moved = new.iter().filter(|spot| !old.contains(spot));
    moved
        .filter_map(|&to| Some((*old.iter().find(|from| from.0 == to.0)?, to)))
        .collect()
}

/// The card of a task at a place.
fn card((number, place): Spot) -> Option<Element> {
    let selector = format!("[data-card=\"{number}\"][data-place={place}]:not(.flying)");
    document().query_selector(&selector).ok().flatten()
}

/// Flies a copy of the card from one place to another; the card is seen once it is there.
fn fly(card: &Element, from: &DomRect, to: &DomRect) -> Result<(), JsValue> {
    let copy: Animated = card.clone_node_with_deep(true)?.unchecked_into();
    copy.class_list().add_1("flying")?;
    copy.set_attribute("aria-hidden", "true")?;
    copy.remove_attribute("data-testid")?;
    document()
        .body()
        .ok_or(JsValue::NULL)?
        .append_child(&copy)?;
    let width = format!("{}px", to.width() as i32);
    let frame = |at: &DomRect| {
        let transform = format!("translate({}px,{}px)", at.x() as i32, at.y() as i32);
        let easing = "cubic-bezier(.2,.8,.2,1)";
        keyframe(&[
            ("transform", &transform),
            ("easing", easing),
            ("width", &width),
        ])
    };
    let duration = f64::from(DURATION);
    copy.animate(&Array::of2(&frame(from), &frame(to)), duration)?;
    let hidden = keyframe(&[("opacity", "0")]);
    let card: &Animated = card.unchecked_ref();
    card.animate(&Array::of2(&hidden, &hidden), duration)?;
    Timeout::new(DURATION, move || copy.remove()).forget();
    Ok(())
}

fn keyframe(values: &[(&str, &str)]) -> JsValue {
    let frame = Object::new();
    for (name, value) in values {
        // Setting a property of a plain object does not fail.
        let _ = Reflect::set(&frame, &(*name).into(), &(*value).into());
    }
    frame.into()
}

#[cfg(test)]
mod tests {
    use super::{MOST, Spot, moves};

    #[track_caller]
    fn check(old: &[Spot], new: &[Spot], expect: &[(Spot, Spot)]) {
        assert_eq!(moves(old, new), expect);
    }

    #[test]
    fn what_is_elsewhere_moves() {
        let old = [(1, "timers-waiting"), (2, "ticks"), (3, "check")];
        let new = [(1, "timers"), (2, "ticks"), (4, "check")];
        check(&old, &new, &[((1, "timers-waiting"), (1, "timers"))]);
        check(&old, &old, &[]);
    }

    #[test]
    fn an_interval_that_runs_and_waits_again_stays() {
        let both = [(1, "stack"), (1, "timers-waiting")];
        check(&both, &both[1..], &[]);
        check(&both[1..], &both, &[((1, "timers-waiting"), (1, "stack"))]);
    }

    #[test]
    fn too_many_to_be_followed_do_not_move() {
        let place = |place: &'static str| move |number| (number, place);
        let old: Vec<Spot> = (0..=MOST as u32).map(place("timers-waiting")).collect();
        let new: Vec<Spot> = (0..=MOST as u32).map(place("timers")).collect();
        check(&old, &new, &[]);
        assert_eq!(moves(&old[1..], &new[1..]).len(), MOST);
    }
}
