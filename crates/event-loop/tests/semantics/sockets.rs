//! Section 7: connections within one process. The library's own ticks (`listening`, `close`) are its own matter.

use expect_test::{Expect, expect};
use loopscope_event_loop::kernel::HandleEvent;
use loopscope_event_loop::kernel::agenda::Act;
use loopscope_event_loop::{Completion, EventLoop, Halt, Host};
use loopscope_model::{
    HandleId, ModuleKind, NodeVersion, ProbeId, Scenario, Schedule, TaskId, TaskKind, VirtualTime,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::DerefMut;

/// A process whose callbacks log what they are told and do what `react` says.
struct Process {
    event_loop: EventLoop,
    react: fn(&mut Process, &str),
    callbacks: BTreeMap<TaskId, String>,
    handles: BTreeMap<&'static str, HandleId>,
    lines: Vec<String>,
}

impl Process {
    fn queue(&mut self, kind: TaskKind, line: &str) -> TaskId {
        let task = self.event_loop.create_task(kind, line, None);
        self.callbacks.insert(task, line.to_owned());
        task
    }

    fn tick(&mut self, line: &str) {
        let task = self.queue(TaskKind::Tick, line);
        self.event_loop.next_tick(task);
    }

    fn immediate(&mut self, line: &str) {
        let task = self.queue(TaskKind::Immediate, line);
        self.event_loop.set_immediate(task);
    }

    fn listen(&mut self) {
        let listening = self.event_loop.listen("127.0.0.1", 80, None);
        let (server, _) = listening.expect("nobody else listens");
        self.handles.insert("server", server);
    }

    fn connect(&mut self, port: u16) {
        let client = self.event_loop.open_socket(None);
        self.handles.insert("client", client);
        self.event_loop.connect(client, "127.0.0.1", port);
    }

    fn write(&mut self, name: &str) {
        let written = self
            .event_loop
            .write_stream(self.handles[name], 1, vec![b'x']);
        assert_eq!(written, Ok(true), "there is room for a byte");
    }

    fn read(&mut self, name: &str) {
        self.event_loop.set_reading(self.handles[name], true);
    }

    fn shutdown(&mut self, name: &str) {
        self.event_loop.shutdown_stream(self.handles[name]);
    }

    fn close(&mut self, name: &str) {
        self.event_loop.close_handle(self.handles[name]);
        let task = self.queue(TaskKind::Close, &format!("{name} close"));
        self.event_loop.enqueue_close(task);
    }
}

impl Host for Process {
    fn event_loop(&mut self) -> impl DerefMut<Target = EventLoop> {
        &mut self.event_loop
    }

    fn call(&mut self, task: TaskId) -> Result<Completion, Halt> {
        let line = self.callbacks.remove(&task).expect("every task is ours");
        if task != TaskId::MAIN {
            self.lines.push(line.clone());
        }
        (self.react)(self, &line);
        Ok(Completion::Normal)
    }

    fn perform(&mut self, _: TaskId, _: usize) -> bool {
        false
    }

    fn deliver(&mut self, task: TaskId, handle: HandleId, event: HandleEvent) -> bool {
        let owner = self.handles.iter().find(|(_, id)| **id == handle);
        let owner = owner.map_or("nobody", |(name, _)| name);
        self.callbacks
            .insert(task, format!("{owner} {}", event.name()));
        if let HandleEvent::Connection(accepted) = event {
            self.handles.insert("peer", accepted);
        }
        true
    }

    fn has_rejections(&mut self) -> bool {
        false
    }

    fn process_rejections(&mut self) -> Result<Option<Completion>, Halt> {
        Ok(None)
    }

    fn before_exit(&mut self) -> Result<Completion, Halt> {
        Ok(Completion::Normal)
    }

    fn exit(&mut self) -> Result<Completion, Halt> {
        Ok(Completion::Normal)
    }
}

/// What is logged, in order.
#[track_caller]
fn run(react: fn(&mut Process, &str), node: NodeVersion, schedule: Schedule) -> String {
    let mut scenario = Scenario::of_program("");
    scenario.node = node;
    scenario.schedule = schedule;
    let mut process = Process {
        event_loop: EventLoop::new(&scenario),
        react,
        callbacks: BTreeMap::new(),
        handles: BTreeMap::new(),
        lines: Vec::new(),
    };
    process.queue(TaskKind::Main, "main");
    let ended = loopscope_event_loop::run(&mut process, ModuleKind::CommonJs);
    assert_eq!(ended, Ok(()), "nothing is left open");
    process.lines.join("|")
}

#[track_caller]
fn check(react: fn(&mut Process, &str), expect: &Expect) {
    for node in NodeVersion::ALL {
        expect.assert_eq(&run(react, node, Schedule::Typical));
    }
}

#[test]
fn s7_1_connections_are_events_of_the_poll_phase() {
    let react = |process: &mut Process, line: &str| match line {
        "main" => {
            process.listen();
            process.connect(80);
            process.immediate("immediate");
            process.tick("tick");
        }
        "server accepted" => process.tick("tick of server"),
        "client connected" => {
            process.close("client");
            process.close("peer");
            process.close("server");
        }
        _ => {}
    };
    check(
        react,
        &expect![
            "tick|server accepted|tick of server|client connected|immediate|server close|peer close|client close"
        ],
    );
}

#[test]
fn s7_2_the_server_accepts_before_the_client_is_connected_and_reads_a_turn_later() {
    let react = |process: &mut Process, line: &str| match line {
        "main" => {
            process.listen();
            process.connect(80);
        }
        "server accepted" => process.read("peer"),
        "client connected" => {
            process.write("client");
            process.read("client");
            process.immediate("immediate");
        }
        "peer data" => process.write("peer"),
        "client data" => {
            process.close("client");
            process.close("peer");
            process.close("server");
        }
        _ => {}
    };
    check(
        react,
        &expect![
            "server accepted|client connected|immediate|peer data|client data|server close|peer close|client close"
        ],
    );
}

#[test]
fn s7_3_each_end_hears_of_the_other_ones_end() {
    let react = |process: &mut Process, line: &str| match line {
        "main" => {
            process.listen();
            process.connect(80);
        }
        "server accepted" => process.read("peer"),
        "client connected" => {
            process.read("client");
            process.write("client");
            process.shutdown("client");
        }
        "peer end" => process.shutdown("peer"),
        "client end" => process.close("client"),
        "client close" => {
            process.close("peer");
            process.close("server");
        }
        _ => {}
    };
    check(
        react,
        &expect![
            "server accepted|client connected|client shut down|peer data|peer end|peer shut down|client end|client close|server close|peer close"
        ],
    );
}

#[test]
fn s7_4_a_refused_connection_is_told_in_the_poll_phase() {
    let react = |process: &mut Process, line: &str| match line {
        "main" => {
            process.connect(80);
            process.immediate("immediate");
            process.tick("tick");
        }
        "client not connected" => process.close("client"),
        _ => {}
    };
    check(
        react,
        &expect!["tick|client not connected|immediate|client close"],
    );
}

#[test]
fn s13_n5_what_happens_outside_keeps_no_order() {
    let react = |process: &mut Process, line: &str| {
        if line == "main" {
            for (name, probe) in [("one", 1), ("two", 2)] {
                let site = Some(ProbeId(probe));
                let child = process.event_loop.open_child(name.to_owned(), site);
                process.handles.insert(name, child);
                let takes = VirtualTime::from_millis(5);
                process.event_loop.plan(takes, Act::Exit(child, 0, 0));
            }
        }
    };
    let orders: BTreeSet<String> = (1..60)
        .map(|seed| run(react, NodeVersion::V20, Schedule::Seeded(seed)))
        .collect();
    let orders: Vec<String> = orders.into_iter().collect();
    expect!["one exit|two exit or two exit|one exit"].assert_eq(&orders.join(" or "));
}
