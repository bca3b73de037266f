//! What each action does.

use super::Loading;
use super::notice::{Remedy, Tone};
use super::open::Way;
use super::run::Landing;
use super::{
    Action, Effect, Engine, Startup, State, address, breakpoints, files, lanes, open, run,
    transport,
};

/// Stands behind the title of a program that has been edited.
const EDITED: &str = " (edited)";

/// Takes an action in: the state after it, and what is to be done outside.
pub fn reduce(mut state: State, action: Action) -> (State, Vec<Effect>) {
    let before = (state.generation, state.step);
    let effects = apply(&mut state, action);
    if before != (state.generation, state.step) {
        lanes::follow(&mut state);
    }
    (state, effects)
}

fn apply(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Started(startup) => start(state, startup),
        Action::ManifestLoaded(Ok(manifest)) => open::manifest(state, manifest),
        Action::ManifestLoaded(Err(why)) => {
            state.tell(
                Tone::Bad,
                format!("Parts of this page could not be loaded ({why}). Reload it."),
                None,
            );
            let mut effects = open::without_library(state);
            effects.extend(run::engine_failed(state, why));
            effects
        }
        Action::TraceLoaded { name, result } => open::trace(state, &name, result),
        Action::EngineProgress(bytes, of) => {
            if state.engine != Engine::Ready {
                state.engine = Engine::Loading(bytes, of);
            }
            Vec::new()
        }
        Action::EngineReady => run::engine_ready(state),
        Action::EngineFailed(why) => run::engine_failed(state, why),
        Action::Main(id, kind, reason) => run::main(state, id, kind, reason),
        Action::Chunk(id, chunk) => run::chunk(state, id, chunk),
        Action::RunFinished(id) => run::finished(state, id),
        Action::RunBroke(id, why) => run::broke(state, id, &why),
        Action::Edited(path, text) => edited(state, path, text),
        Action::ShowFile(path) => {
            if let Some(draft) = &mut state.draft {
                draft.show(&path);
            }
            Vec::new()
        }
        Action::Revert => revert(state),
        Action::Run(to_end) => run::draft(state, to_end),
        Action::Cancel => {
            let effects = run::cancel(state);
            state.tell_about_run(
                Tone::Plain,
                "The run was stopped. What was recorded until then is shown.",
            );
            effects
        }
        Action::Move(movement) => transport::go(state, movement),
        Action::Seek(step) => {
            let mut effects = transport::pause(state);
            effects.extend(transport::seek(state, step));
            effects
        }
        Action::Lanes(action) => lanes::act(state, action),
        Action::ToggleBreakpoint(line) => {
            if let Some(draft) = &state.draft {
                state.breakpoints.toggle(&draft.shown, line);
            }
            Vec::new()
        }
        Action::RunToLine(line) => breakpoints::run_to(state, line),
        Action::RecordFurther => run::further(state),
        Action::ToggleLive => {
            state.live = !state.live;
            let value = if state.live { "on" } else { "off" };
            let mut effects = vec![Effect::SaveSetting("live", value)];
            if state.live && state.edited() {
                effects.push(Effect::AwaitPause);
            }
            effects
        }
        Action::TypingPaused => run::live(state),
        Action::ToggleProjector => {
            state.projector = !state.projector;
            vec![Effect::ApplyProjector(state.projector)]
        }
        Action::NameFile(name) => {
            state.naming = name;
            Vec::new()
        }
        Action::AddFile(name) => files::add(state, &name),
        Action::RemoveFile(path) => files::remove(state, &path),
        Action::TogglePlay => transport::toggle(state),
        Action::PlayTick => transport::tick(state),
        Action::SetStride(stride) => {
            state.playback.stride = stride;
            Vec::new()
        }
        Action::SetSpeed(speed) => {
            state.playback.speed = speed.min(transport::SPEEDS.len() - 1);
            Vec::new()
        }
        Action::OpenScenario(name) => open::built_in(state, &name, Landing::Begin, Way::Library),
        Action::OpenDraft(id) => open::draft(state, id),
        Action::AddressChanged(fragment) => open::fragment(state, &fragment),
        Action::CopyLink => give(state, Effect::CopyLink),
        Action::Share => give(state, Effect::Share),
        Action::Copied(result) => copied(state, result),
        Action::ShowPlace(path, line) => {
            if let Some(draft) = &mut state.draft {
                draft.show(&path);
            }
            vec![Effect::GoToLine(line)]
        }
        Action::Dismiss(id) => {
            state.notices.retain(|notice| notice.id != id);
            Vec::new()
        }
        Action::ToggleHelp => {
            state.help = !state.help;
            Vec::new()
        }
        Action::ToggleLetterKeys => {
            state.letter_keys = !state.letter_keys;
            let value = if state.letter_keys { "on" } else { "off" };
            vec![Effect::SaveSetting("keys", value)]
        }
        Action::SetTheme(theme) => {
            state.theme = theme;
            vec![
                Effect::ApplyTheme(theme),
                Effect::SaveSetting("theme", theme.name()),
            ]
        }
        Action::EnterEditor => vec![Effect::FocusEditor],
        Action::LeaveEditor => vec![Effect::FocusTransport],
        Action::EditorUsed => match state.editor_later.take() {
            Some(bundle) => vec![Effect::FetchEditor(bundle)],
            None => Vec::new(),
        },
        Action::Seen(seen) => sight(state, seen),
        Action::OpenOutside => give(state, Effect::OpenOutside),
        Action::Load(scenario, run, at) => open::given(state, *scenario, run, at),
        Action::GoTo(anchor) => {
            run::land(state, &Landing::At(anchor));
            Vec::new()
        }
        Action::Tell(text) => {
            state.tell(Tone::Bad, text, None);
            Vec::new()
        }
    }
}

fn start(state: &mut State, startup: Startup) -> Vec<Effect> {
    state.drafts = startup.drafts;
    state.theme = startup.theme;
    state.letter_keys = startup.letter_keys;
    state.live = startup.live;
    let mut effects = vec![Effect::FetchManifest];
    if let Some((frame, faults)) = startup.frame {
        state.theme = frame.theme;
        state.playback.speed = frame.speed.unwrap_or(state.playback.speed);
        for fault in faults {
            state.tell(Tone::Bad, fault, None);
        }
        state.frame = Some(frame);
        effects.push(Effect::ApplyTheme(state.theme));
    }
    effects.extend(open::fragment(state, &startup.fragment));
    effects
}

/// A frame that is not seen neither plays nor holds an engine; one that comes into sight may run by itself.
fn sight(state: &mut State, seen: bool) -> Vec<Effect> {
    let Some(frame) = &mut state.frame else {
        return Vec::new();
    };
    if seen {
        let may = state.draft.is_some() && frame.loading != Loading::Click;
        let run = may && std::mem::take(&mut frame.autorun);
        return if run {
            run::draft(state, false)
        } else {
            Vec::new()
        };
    }
    let mut effects = transport::pause(state);
    if !state.run.busy() {
        effects.push(Effect::Sleep);
    }
    effects
}

/// Does something with a link to what is seen, or says why there is none.
fn give(state: &mut State, effect: fn(String) -> Effect) -> Vec<Effect> {
    match address::share(state) {
        Ok(link) => vec![effect(link)],
        Err(why) => {
            state.tell(Tone::Bad, why, None);
            Vec::new()
        }
    }
}

pub(super) fn edited(state: &mut State, path: String, text: String) -> Vec<Effect> {
    let Some(draft) = &mut state.draft else {
        return Vec::new();
    };
    let before = draft.scenario.files.get(&path).map_or("", String::as_str);
    if before == text {
        return Vec::new();
    }
    state.breakpoints.follow(&path, before, &text);
    draft.scenario.files.insert(path, text);
    mark_edited(&mut draft.scenario.title);
    files::keep(state);
    let mut effects = vec![Effect::SaveDrafts];
    if state.live {
        effects.push(Effect::AwaitPause);
    }
    effects
}

/// What a scenario's title promises is its author's, not that of what has become of it.
pub(super) fn mark_edited(title: &mut String) {
    if !title.is_empty() && !title.ends_with(EDITED) {
        title.push_str(EDITED);
    }
}

fn revert(state: &mut State) -> Vec<Effect> {
    let (Some(draft), Some(recording)) = (&mut state.draft, &state.recording) else {
        return Vec::new();
    };
    draft.scenario.clone_from(recording.scenario());
    draft.text += 1;
    if !draft.scenario.files.contains_key(&draft.shown) {
        draft.shown.clone_from(&draft.scenario.main);
    }
    if let Some(id) = draft.record.take() {
        state.drafts.forget(id);
    }
    vec![Effect::SaveDrafts]
}

fn copied(state: &mut State, result: Result<(), String>) -> Vec<Effect> {
    match result {
        Ok(()) => {
            let what = if state.edited() {
                "your program as it is now"
            } else {
                "this very step"
            };
            let id = state.tell(Tone::Plain, format!("Copied: a link to {what}."), None);
            vec![Effect::DismissLater(id)]
        }
        Err(link) => {
            state.tell(
                Tone::Plain,
                "This browser does not let the page copy. Here is the link:",
                Some(Remedy::Text(link)),
            );
            Vec::new()
        }
    }
}
