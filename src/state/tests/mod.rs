//! What the reducer does, told as short stories.

mod author;
mod grip;
mod keys;
mod sample;
mod timeline;

use super::{
    Action, Effect, Engine, Manifest, Movement, RunStatus, ScenarioEntry, Startup, State, Theme,
};
use super::{fragment, marks, reduce};
use loopscope_model::picture::picture;
use loopscope_model::replay::Stride;
use loopscope_model::{Chunk, Scenario, link};

/// A page and what it has asked for.
struct Page {
    state: State,
    effects: Vec<Effect>,
}

impl Page {
    /// A page that has started with this fragment and knows the library.
    fn at(fragment: &str) -> Page {
        let mut page = Page {
            state: State::default(),
            effects: Vec::new(),
        };
        page.send(Action::Started(Startup {
            fragment: fragment.to_owned(),
            letter_keys: true,
            ..Startup::default()
        }));
        page.send(Action::ManifestLoaded(Ok(manifest())));
        page
    }

    /// A page that shows the first built-in scenario.
    fn open() -> Page {
        let mut page = Page::at("");
        page.send(trace_loaded("01-sample"));
        page
    }

    fn send(&mut self, action: Action) {
        let (state, effects) = reduce(std::mem::take(&mut self.state), action);
        self.state = state;
        self.effects.extend(effects);
    }

    /// Types this text into the program.
    fn edit(&mut self, text: &str) {
        self.send(Action::Edited("main.js".to_owned(), text.to_owned()));
    }

    /// The engine answers the run that was asked for, with the sample's trace.
    fn answer(&mut self) {
        self.record();
        self.send(Action::RunFinished(self.state.run.id));
    }

    /// The worker sends what it has recorded, and may go on.
    fn record(&mut self) {
        let run = self.state.run.id;
        let trace = sample::trace();
        let chunk = Chunk {
            sources: trace.sources,
            events: trace.events,
        };
        self.send(Action::Chunk(run, chunk));
    }

    fn told(&self) -> Vec<&str> {
        self.state
            .notices
            .iter()
            .map(|notice| notice.text.as_str())
            .collect()
    }

    fn text(&self) -> &str {
        self.state.draft.as_ref().map_or("", |draft| draft.text())
    }

    fn last(&self) -> u32 {
        self.state
            .recording
            .as_ref()
            .map_or(0, |recording| recording.last_step())
    }

    fn runs(&self) -> usize {
        self.effects
            .iter()
            .filter(|effect| matches!(effect, Effect::StartRun(..)))
            .count()
    }
}

fn manifest() -> Manifest {
    let entry = |name: &str| ScenarioEntry {
        name: name.to_owned(),
        title: name.to_owned(),
        trace: format!("{name}.trace"),
    };
    Manifest {
        build: "b1".to_owned(),
        scenarios: vec![entry("01-sample"), entry("02-other")],
        ..Manifest::default()
    }
}

fn trace_loaded(name: &str) -> Action {
    Action::TraceLoaded {
        name: name.to_owned(),
        result: Ok(Box::new(sample::trace())),
    }
}

fn linked(program: &str, anchor: &str) -> String {
    let scenario = Scenario::of_program(program);
    link::encode(&scenario, anchor.parse().ok().as_ref()).unwrap()
}

#[test]
fn opens_on_the_first_scenario_before_the_engine_is_there() {
    let page = Page::open();
    assert_eq!(page.text(), sample::PROGRAM);
    assert_eq!(page.state.engine, Engine::Absent);
    assert!(page.last() > 20);
    assert!(page.state.step > 0, "shows the first statement");
    assert_eq!(page.runs(), 0);
    assert!(page.effects.contains(&Effect::FetchTrace(
        "01-sample".into(),
        "01-sample.trace".into()
    )));
}

#[test]
fn opens_on_the_scenario_and_step_that_the_address_names() {
    for name in ["other", "02-other"] {
        let mut page = Page::at(&format!("scenario={name}&at=o3"));
        page.send(trace_loaded("02-other"));
        assert_eq!(
            fragment(&page.state).as_deref(),
            Some("scenario=other&at=o3")
        );
    }
}

#[test]
fn an_unknown_scenario_is_told_of_and_the_first_is_shown() {
    let mut page = Page::at("scenario=nothing");
    page.send(trace_loaded("01-sample"));
    assert_eq!(page.text(), sample::PROGRAM);
    assert!(page.told()[0].contains("“nothing”"), "{:?}", page.told());
}

#[test]
fn a_run_waits_for_the_engine() {
    let mut page = Page::open();
    page.send(Action::Run(false));
    assert_eq!(page.state.run.status, RunStatus::WaitingForEngine);
    assert_eq!(page.runs(), 0);
    page.send(Action::EngineProgress(10, Some(20)));
    page.send(Action::EngineReady);
    assert_eq!(page.runs(), 1);
    page.answer();
    assert_eq!(page.state.run.status, RunStatus::Idle);
}

#[test]
fn a_run_whose_engine_never_comes_is_given_up_with_a_message() {
    let mut page = Page::open();
    page.send(Action::Run(false));
    page.send(Action::EngineFailed("offline".to_owned()));
    assert!(!page.state.run.busy());
    assert!(page.told()[0].contains("offline"), "{:?}", page.told());
    page.send(Action::Run(false));
    assert!(page.effects.contains(&Effect::RetryEngine));
}

#[test]
fn what_was_shown_stays_until_the_first_of_a_new_run_is_recorded() {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page.edit("other();");
    page.send(Action::Run(false));
    let before = page.state.generation;
    assert!(page.state.edited());
    page.answer();
    assert_eq!(page.state.generation, before + 1);
    assert!(!page.state.edited());
}

#[test]
fn chunks_of_an_older_run_are_dropped() {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page.edit("a();");
    page.send(Action::Run(false));
    let old = page.state.run.id;
    page.send(Action::Cancel);
    assert!(page.effects.contains(&Effect::CancelRun));
    let generation = page.state.generation;
    page.send(Action::Chunk(old, Chunk::default()));
    page.send(Action::RunFinished(old));
    assert_eq!(page.state.generation, generation);
    assert_eq!(page.state.run.status, RunStatus::Idle);
}

#[test]
fn what_the_engine_says_of_the_main_module_holds_for_its_run_alone() {
    use loopscope_model::{ModuleKind, ModuleReason};
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page.edit("import 'node:fs';");
    page.send(Action::Run(false));
    let said = |id| Action::Main(id, ModuleKind::EsModule, ModuleReason::Syntax);
    page.send(said(page.state.run.id + 1));
    assert_eq!(page.state.run.module, None);
    page.send(said(page.state.run.id));
    let known = Some((ModuleKind::EsModule, ModuleReason::Syntax));
    assert_eq!(page.state.run.module, known);
    page.answer();
    assert_eq!(page.state.run.module, known);
}

#[test]
fn when_the_worker_dies_what_was_recorded_stays() {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page.edit("a();");
    page.send(Action::Run(false));
    let run = page.state.run.id;
    let trace = sample::trace();
    let events = trace.events[..20].to_vec();
    page.send(Action::Chunk(
        run,
        Chunk {
            sources: trace.sources,
            events,
        },
    ));
    page.send(Action::RunBroke(run, "unreachable".to_owned()));
    assert!(page.last() > 5);
    assert!(!page.state.run.busy());
    assert!(page.told()[0].contains("unreachable"), "{:?}", page.told());
    page.send(Action::Run(false));
    assert_eq!(page.runs(), 2);
}

#[test]
fn a_run_to_the_end_lands_there() {
    let mut page = Page::open();
    page.send(Action::EngineReady);
    page.send(Action::Run(true));
    page.answer();
    assert_eq!(page.state.step, page.last());
}

#[track_caller]
fn check_moves(movements: &[Movement], expect: impl Fn(&Page) -> u32) {
    let mut page = Page::open();
    for &movement in movements {
        page.send(Action::Move(movement));
    }
    assert_eq!(page.state.step, expect(&page));
}

#[test]
fn moves_in_both_directions() {
    use Movement::{Back, First, Forward, Last, Next, Previous};
    check_moves(&[First], |_| 0);
    check_moves(&[First, Back], |_| 0);
    check_moves(&[Last], Page::last);
    check_moves(&[Last, Forward], Page::last);
    check_moves(&[First, Forward, Forward, Back], |_| 1);
    check_moves(
        &[
            First,
            Next(Stride::Output),
            Next(Stride::Output),
            Previous(Stride::Output),
        ],
        |page| {
            let recording = page.state.recording.as_ref().unwrap();
            recording.step_of_event(recording.outputs()[0].event)
        },
    );
    check_moves(
        &[Last, Previous(Stride::Output), Next(Stride::Output)],
        Page::last,
    );
}

#[test]
fn plays_to_the_end_and_stops() {
    let mut page = Page::open();
    page.send(Action::TogglePlay);
    assert!(matches!(page.effects.last(), Some(Effect::ScheduleTick(_))));
    for _ in 0..500 {
        page.send(Action::PlayTick);
    }
    assert_eq!(page.state.step, page.last());
    assert!(!page.state.playback.playing);
    page.send(Action::TogglePlay);
    assert_eq!(page.state.step, 0, "plays again from the beginning");
    page.send(Action::Move(Movement::Forward));
    assert!(!page.state.playback.playing, "a move by hand ends playing");
    let step = page.state.step;
    page.send(Action::PlayTick);
    assert_eq!(page.state.step, step, "a late tick does nothing");
}

#[test]
fn an_edited_file_has_no_marks() {
    let mut page = Page::open();
    let shown = |page: &Page| {
        marks(
            &page.state,
            &picture(page.state.recording.as_ref().unwrap(), page.state.step),
        )
    };
    page.send(Action::Move(Movement::Next(Stride::Callback)));
    page.send(Action::Move(Movement::Forward));
    page.send(Action::Move(Movement::Next(Stride::Statement)));
    assert!(shown(&page).running.is_some());
    assert!(!shown(&page).tasks.is_empty());
    page.edit("x");
    assert_eq!(shown(&page), super::Marks::default());
    page.send(Action::Revert);
    assert!(shown(&page).running.is_some());
    assert_eq!(page.text(), sample::PROGRAM);
}

#[test]
fn a_draft_is_kept_and_comes_back_with_its_address() {
    let mut page = Page::open();
    page.edit("mine();");
    assert!(page.effects.contains(&Effect::SaveDrafts));
    let stored = page.state.drafts.to_text();

    let mut again = Page {
        state: State::default(),
        effects: Vec::new(),
    };
    again.send(Action::Started(Startup {
        fragment: "scenario=sample&at=o2".to_owned(),
        drafts: super::Drafts::parse(&stored),
        ..Startup::default()
    }));
    again.send(Action::ManifestLoaded(Ok(manifest())));
    again.send(trace_loaded("01-sample"));
    assert_eq!(again.text(), "mine();");
    assert!(again.state.edited());
    assert_eq!(
        fragment(&again.state).as_deref(),
        Some("scenario=sample&at=o2")
    );
}

#[test]
fn opening_from_the_library_shows_the_scenario_and_keeps_the_draft() {
    let mut page = Page::open();
    page.edit("mine();");
    page.send(Action::OpenScenario("01-sample".to_owned()));
    page.send(trace_loaded("01-sample"));
    assert_eq!(page.text(), sample::PROGRAM);
    assert!(page.effects.contains(&Effect::PushAddress));
    let record = page.state.drafts.newest_first().next().unwrap().id;
    page.send(Action::EngineReady);
    page.send(Action::OpenDraft(record));
    assert_eq!(page.text(), "mine();");
    assert_eq!(page.runs(), 1);
}

#[test]
fn a_link_is_run_and_lands_at_its_anchor() {
    let mut page = Page::at(&linked(sample::PROGRAM, "o3"));
    assert_eq!(page.text(), sample::PROGRAM);
    page.send(Action::EngineReady);
    assert_eq!(page.runs(), 1);
    page.answer();
    assert_eq!(fragment(&page.state), Some(linked(sample::PROGRAM, "o3")));
}

#[test]
fn a_broken_link_leaves_the_draft_alone() {
    let mut page = Page::open();
    page.edit("mine();");
    for broken in [
        "v1/%%%",
        "v9/abc",
        "scenario=gone",
        "v1/",
        "scenario=sample&at=zzz",
    ] {
        let told = page.state.notice_count;
        page.send(Action::AddressChanged(broken.to_owned()));
        assert_eq!(page.text(), "mine();", "{broken}");
        assert!(page.state.notice_count > told, "{broken}");
    }
}

#[test]
fn a_link_that_is_broken_from_the_start_shows_the_first_scenario() {
    let mut page = Page::at("v1/broken");
    page.send(trace_loaded("01-sample"));
    assert_eq!(page.text(), sample::PROGRAM);
    assert_eq!(page.told().len(), 1);
}

#[test]
fn going_back_to_another_step_of_the_same_program_runs_nothing() {
    let mut page = Page::open();
    page.send(Action::AddressChanged("scenario=sample&at=o1".to_owned()));
    let one = page.state.step;
    page.send(Action::AddressChanged("scenario=sample&at=o2".to_owned()));
    assert!(page.state.step > one);
    let fetched = page
        .effects
        .iter()
        .filter(|e| matches!(e, Effect::FetchTrace(..)))
        .count();
    assert_eq!((page.runs(), fetched), (0, 1));
}

#[test]
fn going_back_to_an_address_without_fragment_opens_the_first_scenario() {
    let mut page = Page::open();
    page.send(Action::OpenScenario("02-other".to_owned()));
    page.send(trace_loaded("02-other"));
    page.send(Action::AddressChanged(String::new()));
    page.send(trace_loaded("01-sample"));
    assert_eq!(page.state.origin, "scenario=sample");
    page.send(Action::AddressChanged(String::new()));
    assert!(page.state.fetching.is_none(), "it is shown already");
}

#[test]
fn a_copied_link_holds_the_program_itself() {
    let mut page = Page::open();
    page.send(Action::CopyLink);
    let Some(Effect::CopyLink(copied)) = page.effects.last() else {
        panic!("nothing was copied");
    };
    let linked = link::decode(copied).unwrap();
    assert_eq!(linked.scenario.program(), sample::PROGRAM);
    assert!(linked.anchor.is_some());
    page.send(Action::Copied(Err("https://example.org/#v1/x".to_owned())));
    assert!(page.told().last().unwrap().contains("Here is the link"));
}

#[test]
fn what_is_shared_says_whether_its_text_is_all_of_it() {
    let mut page = Page::open();
    page.send(Action::Share);
    let Some(Effect::Share(shared)) = page.effects.last() else {
        panic!("nothing was shared");
    };
    assert!(link::decode(shared).unwrap().anchor.is_some());
    let mut scenario = Scenario::of_program("1;\n");
    scenario.title = "One".to_owned();
    let link = link::encode(&scenario, None).unwrap();
    assert!(super::is_alone(&scenario, &link));
    assert!(super::is_alone(&scenario, &format!("{link}/o1")));
    scenario.files.insert("b.js".to_owned(), String::new());
    let link = link::encode(&scenario, None).unwrap();
    assert!(!super::is_alone(&scenario, &link));
}

#[test]
fn without_any_part_of_the_build_there_is_still_an_editor() {
    let mut page = Page {
        state: State::default(),
        effects: Vec::new(),
    };
    page.send(Action::Started(Startup::default()));
    page.send(Action::ManifestLoaded(Err("404".to_owned())));
    assert!(page.state.draft.is_some());
    assert!(!page.told().is_empty());
}

#[test]
fn the_theme_goes_round() {
    let round: Vec<_> = [Theme::System, Theme::Light, Theme::Dark]
        .map(Theme::next)
        .to_vec();
    assert_eq!(round, [Theme::Light, Theme::Dark, Theme::System]);
    for theme in round {
        assert_eq!(Theme::of_name(theme.name()), theme);
    }
}
