//! Makes a program smaller for as long as something holds for it.

use crate::program::{Child, Node, Program};

/// The smallest program that was found for which `holds` still says yes; `more` says whether there is time left.
pub fn shrink(
    mut program: Program,
    holds: &mut dyn FnMut(&Program) -> bool,
    more: &dyn Fn() -> bool,
) -> Program {
    loop {
        let mut smaller = None;
        let mut candidates = candidates(&program.body);
        candidates.sort_by_key(|body| body_size(body));
        for body in candidates {
            if !more() {
                return program;
            }
            let candidate = Program {
                body,
                ..program.clone()
            };
            if candidate.size() < program.size() && holds(&candidate) {
                smaller = Some(candidate);
                break;
            }
        }
        match smaller {
            None => return program,
            Some(candidate) => program = candidate,
        }
    }
}

fn body_size(body: &[Node]) -> usize {
    Program {
        kind: crate::program::Kind::CommonJs,
        body: body.to_vec(),
    }
    .size()
}

/// Blocks that are one change smaller.
fn candidates(block: &[Node]) -> Vec<Vec<Node>> {
    let mut found = Vec::new();
    let replaced = |at: usize, by: &[Node]| {
        let mut whole = block.to_vec();
        whole.splice(at..=at, by.iter().cloned());
        whole
    };
    if block.len() > 3 {
        found.push(block[block.len() / 2..].to_vec());
        found.push(block[..block.len() / 2].to_vec());
    }
    for (at, node) in block.iter().enumerate() {
        found.push(replaced(at, &[]));
        for inner in inner_blocks(node) {
            found.push(replaced(at, inner));
        }
        for smaller in smaller(node) {
            found.push(replaced(at, &[smaller]));
        }
    }
    found
}

/// The blocks directly inside a node: each may stand in its place.
fn inner_blocks(node: &Node) -> Vec<&[Node]> {
    let mut found = Vec::new();
    for child in &node.children {
        match child {
            Child::Block(block) => found.push(block.as_slice()),
            Child::Expression(inner) => found.extend(inner_blocks(inner)),
        }
    }
    found
}

/// The node with one of its children smaller.
fn smaller(node: &Node) -> Vec<Node> {
    let mut found = Vec::new();
    for (at, child) in node.children.iter().enumerate() {
        let with = |child: Child| {
            let mut node = node.clone();
            node.children[at] = child;
            node
        };
        match child {
            Child::Block(block) => {
                found.extend(candidates(block).into_iter().map(|b| with(Child::Block(b))));
            }
            Child::Expression(inner) => {
                if !inner.children.is_empty() && !inner.text[0].contains("=>") {
                    found.push(with(Child::Expression(Box::new(Node::plain("null")))));
                }
                for grandchild in &inner.children {
                    if let Child::Expression(_) = grandchild {
                        found.push(with(grandchild.clone()));
                    }
                }
                found.extend(
                    smaller(inner)
                        .into_iter()
                        .map(|n| with(Child::Expression(Box::new(n)))),
                );
            }
        }
    }
    found
}
