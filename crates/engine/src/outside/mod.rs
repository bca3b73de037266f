//! The outside of a process: what other hosts answer ([`hosts`]), what commands do ([`commands`]), and what the
//! scenario sends to the process ([`stimuli`]).

pub mod cat;
pub mod commands;
pub mod hosts;
pub mod stimuli;
pub mod thread_output;
pub mod threads;

use crate::http1::Parser;
use crate::shared::Shared;
use loopscope_event_loop::kernel::Outgoing;
use loopscope_model::numbered::Numbered;
use loopscope_model::{HandleId, VirtualTime};

/// What the outside is doing.
#[derive(Debug, Default)]
pub struct Outside {
    /// Who is at the other end of a connection.
    peers: Numbered<HandleId, Peer>,
    /// How many child processes there were.
    children: u32,
}

/// Who is at the other end of a connection.
#[derive(Debug)]
enum Peer {
    /// A host that the scenario defines.
    Host(hosts::Conversation),
    /// Somebody who has sent a request: its name, and what came back.
    Visitor(String, Parser, String),
    /// A `cat`, at the other end of its standard input.
    Cat(cat::Cat),
    /// A pipe of a child process, or standard input: what is written there is of no consequence.
    Pipe,
}

/// Gives the outside what the process sent, and plans its answers.
pub fn exchange(shared: &Shared, _until: Option<VirtualTime>) {
    let sent = shared.event_loop.borrow_mut().take_outgoing();
    for (at, handle, outgoing) in sent {
        if let Outgoing::Connect(address, port) = &outgoing {
            hosts::connect(shared, at, handle, address, *port);
            continue;
        }
        let peer = shared.outside.borrow_mut().peers.remove(&handle);
        let peer = match peer {
            Some(peer) => peer,
            None => stimuli::visitor(shared, handle),
        };
        let peer = match peer {
            Peer::Host(conversation) => {
                hosts::hear(shared, at, handle, conversation, &outgoing).map(Peer::Host)
            }
            Peer::Visitor(name, parser, body) => {
                stimuli::hear(shared, handle, (name, parser, body), &outgoing)
            }
            Peer::Cat(cat) => {
                cat.hear(shared, at, &outgoing);
                Some(Peer::Cat(cat))
            }
            Peer::Pipe => Some(Peer::Pipe),
        };
        if let Some(peer) = peer
            && outgoing != Outgoing::Close
        {
            shared.outside.borrow_mut().peers.insert(handle, peer);
        }
    }
}
