use super::text::lines;
use crate::event::{ChoiceKind, Ending, EventKind, Limit, Stop, StopKind, Stream};
use crate::fixture::{Story, nonsense, place};
use crate::replay::Recording;
use crate::rule::RuleId;
use crate::source::{FunctionId, ProbeId};
use crate::task::{Phase, Queue, TaskId, TaskKind, Worker};
use crate::time::VirtualTime;
use expect_test::expect;
use proptest::prelude::*;

/// Each sort of event once at least.
fn story() -> Story {
    let mut s = Story::new("load()\n  await x", &["load"]);
    s.main()
        .line(1)
        .then(EventKind::Enter(FunctionId(1)))
        .line(2);
    s.caused_by(3)
        .create(1, TaskKind::Timeout, "later", Some(2))
        .arm(1, 5);
    s.create(2, TaskKind::Io, "done", None)
        .submit(2, "open a")
        .work(2, 1, 3);
    s.then(EventKind::IoStarted {
        task: TaskId(2),
        worker: Worker::Kernel,
        until: VirtualTime::from_micros(2500),
    });
    s.then(EventKind::Suspend(Some(ProbeId(1)))).print("a\"b");
    s.then(EventKind::Repeated(ProbeId(0), 99));
    s.then(EventKind::Leave).then(EventKind::TaskEnded {
        task: TaskId(0),
        threw: true,
    });
    s.then(EventKind::Checkpoint(Queue::Microtasks));
    s.create(3, TaskKind::PromiseJob, "", None)
        .queue(3, Queue::Microtasks);
    s.start(3, RuleId::MicrotasksInOrder)
        .then(EventKind::Resume(FunctionId(1)));
    s.then(EventKind::TaskIdentified {
        task: TaskId(3),
        label: "load".to_owned(),
        site: Some(ProbeId(1)),
    });
    s.then(EventKind::Unwind).end(3);
    s.then(EventKind::IterationStarted(1))
        .phase(Phase::IdlePrepare);
    s.then(EventKind::PollWait(Some(VirtualTime::from_millis(3))))
        .at(3)
        .complete(2, 1);
    s.then(EventKind::PollWait(None));
    s.then(EventKind::Choice {
        kind: ChoiceKind::Clock,
        picked: Some(TaskId(1)),
        others: vec![TaskId(2)],
    });
    s.then(EventKind::TaskDropped { task: TaskId(1) });
    s.then(EventKind::ProcessEvent("exit".to_owned()));
    s.then(EventKind::Uncaught {
        message: "Error: no".to_owned(),
        place: Some(place(1, "load()")),
    });
    s.then(EventKind::Ended(Ending::Exited(1)));
    s
}

fn endings() -> Recording {
    let mut s = Story::new("a()", &[]);
    s.then(EventKind::Ended(Ending::Waiting(vec!["server".to_owned()])));
    s.then(EventKind::Ended(Ending::Paused(Limit::Events(9))));
    s.then(EventKind::Ended(Ending::Paused(Limit::VirtualMillis(9))));
    s.then(EventKind::Ended(Ending::Stopped(Stop {
        kind: StopKind::Bomb,
        message: "too deep".to_owned(),
        hint: "nest less".to_owned(),
        place: None,
    })));
    s.then(EventKind::Output {
        stream: Stream::Stderr,
        text: "no line end".to_owned(),
    });
    s.recording()
}

fn text(recording: &Recording) -> String {
    // The bar keeps the spaces at the beginnings of lines.
    lines(recording).map(|line| format!("|{line}\n")).collect()
}

#[test]
fn as_text() {
    expect![[r#"
        |     0         0 ms  taskCreated #0 main program main
        |     1         0 ms  taskStarted #0 main program [1.1]
        |     2         0 ms    enter main.js
        |     3         0 ms      statement main.js:1:1
        |     4         0 ms      enter load
        |     5         0 ms        statement main.js:2:1
        |     6         0 ms        taskCreated #1 later timeout main.js:2:1
        |     7         0 ms        timerArmed #1 later delay=5 due=5
        |     8         0 ms        taskCreated #2 done io
        |     9         0 ms        ioSubmitted #2 done "open a"
        |    10         0 ms        ioStarted #2 done thread=1 until=3
        |    11         0 ms        ioStarted #2 done kernel until=2.5
        |    12         0 ms      suspend main.js:2:1
        |    13         0 ms      output stdout "a\"b\n"
        |    14         0 ms      repeated main.js:1:1 times=99
        |    15         0 ms    leave
        |    16         0 ms  taskEnded #0 main program threw
        |    17         0 ms  checkpoint microtask
        |    18         0 ms  taskCreated #3 load promiseJob
        |    19         0 ms  taskQueued #3 load microtask
        |    20         0 ms  taskStarted #3 load [2.2]
        |    21         0 ms    resume load
        |    22         0 ms      taskIdentified #3 load main.js:2:1
        |    23         0 ms    unwind
        |    24         0 ms  leave
        |    25         0 ms  taskEnded #3 load
        |    26         0 ms  iterationStarted iteration=1
        |    27         0 ms  phaseEntered idlePrepare [3.1]
        |    28         0 ms  pollWait until=3
        |    29         3 ms  ioCompleted #2 done thread=1
        |    30         3 ms  pollWait
        |    31         3 ms  choice clock picked=#1 later others=[#2 done]
        |    32         3 ms  taskDropped #1 later
        |    33         3 ms  processEvent "exit"
        |    34         3 ms  uncaught "Error: no" main.js:1:1
        |    35         3 ms  ended exited code=1
    "#]]
    .assert_eq(&text(&story().recording()));
    expect![[r#"
        |     0         0 ms  ended waiting for=[server]
        |     1         0 ms  ended paused eventLimit=9
        |     2         0 ms  ended paused timeLimit=9
        |     3         0 ms  ended stopped bomb "too deep" "nest less"
        |     4         0 ms  output stderr "no line end"
    "#]]
    .assert_eq(&text(&endings()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn one_line_an_event(trace in nonsense()) {
        let recording = Recording::from_trace(trace);
        let all: Vec<String> = lines(&recording).collect();
        prop_assert_eq!(all.len(), recording.event_count() as usize);
        prop_assert!(all.iter().all(|line| !line.contains('\n')));
    }
}

#[cfg(feature = "json")]
mod json {
    use super::{endings, story};
    use crate::fixture::nonsense;
    use crate::replay::Recording;
    use crate::written::json::{to_string, write};
    use expect_test::expect;
    use proptest::prelude::*;
    use serde_json::Value;

    /// The events, one a line.
    fn events(recording: &Recording) -> String {
        let trace: Value = serde_json::from_str(&to_string(recording)).expect("JSON");
        let events = trace["events"].as_array().expect("a list");
        events.iter().map(|event| format!("{event}\n")).collect()
    }

    #[test]
    fn as_json() {
        expect![[r#"
            {"at":null,"atMs":0.0,"cause":null,"kind":"main","label":"main program","step":1,"task":0,"type":"taskCreated"}
            {"atMs":0.0,"cause":null,"rule":"1.1","step":2,"task":0,"type":"taskStarted"}
            {"atMs":0.0,"cause":null,"function":"main.js","step":2,"type":"enter"}
            {"at":"main.js:1:1","atMs":0.0,"cause":null,"step":3,"type":"statement"}
            {"atMs":0.0,"cause":null,"function":"load","step":4,"type":"enter"}
            {"at":"main.js:2:1","atMs":0.0,"cause":null,"step":5,"type":"statement"}
            {"at":"main.js:2:1","atMs":0.0,"cause":3,"kind":"timeout","label":"later","step":6,"task":1,"type":"taskCreated"}
            {"atMs":0.0,"cause":null,"delayMs":5,"dueMs":5.0,"ref":true,"step":6,"task":1,"type":"timerArmed"}
            {"at":null,"atMs":0.0,"cause":null,"kind":"io","label":"done","step":7,"task":2,"type":"taskCreated"}
            {"atMs":0.0,"cause":null,"operation":"open a","step":7,"task":2,"type":"ioSubmitted"}
            {"atMs":0.0,"cause":null,"step":7,"task":2,"thread":1,"type":"ioStarted","untilMs":3.0}
            {"atMs":0.0,"cause":null,"step":7,"task":2,"type":"ioStarted","untilMs":2.5,"worker":"kernel"}
            {"at":"main.js:2:1","atMs":0.0,"cause":null,"step":8,"type":"suspend"}
            {"atMs":0.0,"cause":null,"step":9,"stream":"stdout","text":"a\"b\n","type":"output"}
            {"at":"main.js:1:1","atMs":0.0,"cause":null,"step":10,"times":99,"type":"repeated"}
            {"atMs":0.0,"cause":null,"step":11,"type":"leave"}
            {"atMs":0.0,"cause":null,"step":11,"task":0,"threw":true,"type":"taskEnded"}
            {"atMs":0.0,"cause":null,"queue":"microtask","step":12,"type":"checkpoint"}
            {"at":null,"atMs":0.0,"cause":null,"kind":"promiseJob","label":"","step":13,"task":3,"type":"taskCreated"}
            {"atMs":0.0,"cause":null,"queue":"microtask","step":13,"task":3,"type":"taskQueued"}
            {"atMs":0.0,"cause":null,"rule":"2.2","step":14,"task":3,"type":"taskStarted"}
            {"atMs":0.0,"cause":null,"function":"load","step":14,"type":"resume"}
            {"at":"main.js:2:1","atMs":0.0,"cause":null,"label":"load","step":14,"task":3,"type":"taskIdentified"}
            {"atMs":0.0,"cause":null,"step":15,"type":"unwind"}
            {"atMs":0.0,"cause":null,"step":16,"type":"leave"}
            {"atMs":0.0,"cause":null,"step":16,"task":3,"threw":false,"type":"taskEnded"}
            {"atMs":0.0,"cause":null,"iteration":1,"step":17,"type":"iterationStarted"}
            {"atMs":0.0,"cause":null,"phase":"idlePrepare","rule":"3.1","step":17,"type":"phaseEntered"}
            {"atMs":0.0,"cause":null,"step":18,"type":"pollWait","untilMs":3.0}
            {"atMs":3.0,"cause":null,"step":19,"task":2,"thread":1,"type":"ioCompleted"}
            {"atMs":3.0,"cause":null,"step":20,"type":"pollWait","untilMs":null}
            {"atMs":3.0,"cause":null,"kind":"clock","others":[2],"picked":1,"step":21,"type":"choice"}
            {"atMs":3.0,"cause":null,"step":21,"task":1,"type":"taskDropped"}
            {"atMs":3.0,"cause":null,"name":"exit","step":22,"type":"processEvent"}
            {"at":"main.js:1:1","atMs":3.0,"cause":null,"message":"Error: no","step":23,"type":"uncaught"}
            {"atMs":3.0,"cause":null,"code":1,"step":24,"type":"ended","way":"exited"}
        "#]].assert_eq(&events(&story().recording()));
        expect![[r#"
            {"atMs":0.0,"cause":null,"for":["server"],"step":1,"type":"ended","way":"waiting"}
            {"atMs":0.0,"cause":null,"eventLimit":9,"step":2,"type":"ended","way":"paused"}
            {"atMs":0.0,"cause":null,"step":3,"timeLimitMs":9,"type":"ended","way":"paused"}
            {"at":null,"atMs":0.0,"cause":null,"hint":"nest less","kind":"bomb","message":"too deep","step":4,"type":"ended","way":"stopped"}
            {"atMs":0.0,"cause":null,"step":5,"stream":"stderr","text":"no line end","type":"output"}
        "#]].assert_eq(&events(&endings()));
    }

    #[test]
    fn the_whole() {
        let mut story = crate::fixture::Story::new("a()", &[]);
        expect![[r#"{"format":1,"scenario":{"title":"","about":"","main":"main.js","files":{"main.js":"a()"},"node":20,"seed":null,"cwd":"/app","epochMs":1704067200000,"poolSize":4,"latenciesMs":{},"randomSeed":"1","outside":{"hosts":{},"commands":{},"targets":[],"stimuli":[]},"maxEvents":200000,"maxStatementsPerTask":2000000,"maxMs":86400000,"maxDepth":9000},"sources":[{"path":"main.js","text":"a()"}],"events":[{"step":1,"atMs":0.0,"cause":null,"type":"statement","at":"main.js:1:1"}]}"#]].assert_eq(&to_string(&story.line(1).recording()));
    }

    /// Nothing that is written is missing in the document.
    #[test]
    fn everything_is_documented() {
        let document = include_str!("../../TRACE.md");
        let documented = |name: &str| document.contains(&format!("`{name}`"));
        for recording in [story().recording(), endings()] {
            let trace: Value = serde_json::from_str(&to_string(&recording)).expect("JSON");
            let events = trace["events"].as_array().expect("a list");
            let scenario = trace["scenario"].as_object().expect("an object");
            for name in events
                .iter()
                .filter_map(Value::as_object)
                .flat_map(|e| e.keys())
            {
                assert!(documented(name), "{name}");
            }
            for name in scenario
                .keys()
                .chain(trace.as_object().expect("an object").keys())
            {
                assert!(documented(name), "{name}");
            }
            for event in events {
                let name = event["type"].as_str().expect("a name");
                assert!(documented(name), "{name}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn it_is_json(trace in nonsense()) {
            let recording = Recording::from_trace(trace);
            let mut bytes = Vec::new();
            prop_assert!(write(&recording, &mut bytes).is_ok());
            let value: Value = serde_json::from_slice(&bytes).expect("JSON");
            prop_assert_eq!(value["format"].as_u64(), Some(1));
            let events = value["events"].as_array().map(Vec::len);
            prop_assert_eq!(events, Some(recording.event_count() as usize));
        }
    }
}
