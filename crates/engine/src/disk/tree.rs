//! The files themselves: nodes, and the names that lead to them.

use super::{Disk, DiskError, normalize, parent};
use loopscope_model::numbered::Numbered;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// The number of a node.
pub(super) type NodeId = u32;

/// Symbolic links that a path may go through.
const LINKS: u32 = 40;

/// What a node is.
#[derive(Debug, Clone)]
pub(super) enum Content {
    File(Vec<u8>),
    Directory,
    Link(String),
}

/// A file, a directory or a symbolic link.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub content: Content,
    /// The nine bits of permission.
    pub mode: u32,
    /// How many names lead to it.
    pub links: u32,
    /// When it was read, changed, changed in its facts, and made: milliseconds since the epoch.
    pub times: [f64; 4],
}

impl Node {
    pub(super) fn is_directory(&self) -> bool {
        matches!(self.content, Content::Directory)
    }

    /// Whether the process, which owns everything, may do this: 4 read, 2 write, 1 execute or search.
    pub(super) fn allows(&self, wanted: u32) -> bool {
        (self.mode >> 6) & wanted == wanted
    }

    /// The content or the list of names has changed.
    pub(super) fn touch(&mut self, now: f64) {
        self.times[1] = now;
        self.times[2] = now;
    }
}

/// All nodes and names. What the host lends becomes part of it when it is first looked at.
pub(super) struct Tree {
    nodes: Numbered<NodeId, Node>,
    names: BTreeMap<String, NodeId>,
    removed: BTreeSet<String>,
    next: NodeId,
    pub host: Rc<dyn Disk>,
    /// Milliseconds since the epoch.
    pub now: f64,
}

impl Tree {
    pub(super) fn new(host: Rc<dyn Disk>, now: f64) -> Tree {
        let mut tree = Tree {
            nodes: Numbered::new(),
            names: BTreeMap::new(),
            removed: BTreeSet::new(),
            next: 1,
            host,
            now,
        };
        tree.make("/", Content::Directory, 0o755);
        tree
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(&id)
    }

    pub(super) fn node_mut(&mut self, id: NodeId) -> Option<&mut Node> {
        self.nodes.get_mut(&id)
    }

    /// Makes a node under a name that is free.
    pub(super) fn make(&mut self, path: &str, content: Content, mode: u32) -> NodeId {
        let id = self.next;
        self.next += 1;
        let node = Node {
            content,
            mode,
            links: 0,
            times: [self.now; 4],
        };
        self.nodes.insert(id, node);
        self.give_name(path, id);
        id
    }

    /// A name for a node.
    pub(super) fn give_name(&mut self, path: &str, id: NodeId) {
        if let Some(node) = self.nodes.get_mut(&id) {
            node.links += 1;
        }
        self.names.insert(path.to_owned(), id);
        self.touch_parent(path);
    }

    /// Takes a name away; the node goes with its last name, unless it is open.
    pub(super) fn take_name(&mut self, path: &str) -> Option<NodeId> {
        let id = self.names.remove(path)?;
        self.removed.insert(path.to_owned());
        if let Some(node) = self.nodes.get_mut(&id) {
            node.links -= 1;
        }
        self.touch_parent(path);
        Some(id)
    }

    /// Forgets a node without names.
    pub(super) fn forget(&mut self, id: NodeId) {
        if self.nodes.get(&id).is_some_and(|node| node.links == 0) {
            self.nodes.remove(&id);
        }
    }

    fn touch_parent(&mut self, path: &str) {
        let now = self.now;
        let parent = parent(path).and_then(|p| self.names.get(p).copied());
        if let Some(node) = parent.and_then(|id| self.nodes.get_mut(&id)) {
            node.touch(now);
        }
    }

    /// The node of that very name: links are not followed.
    pub(super) fn lookup(&mut self, path: &str) -> Option<NodeId> {
        if let Some(id) = self.names.get(path) {
            return Some(*id);
        }
        if self.is_removed(path) {
            return None;
        }
        if let Some(content) = self.host.read(path) {
            return Some(self.make(path, Content::File(content), 0o644));
        }
        self.host.list(path)?;
        Some(self.make(path, Content::Directory, 0o755))
    }

    /// Whether the host's entry of that name, or a directory above it, was removed or given another name.
    fn is_removed(&self, path: &str) -> bool {
        let mut path = path;
        loop {
            if self.removed.contains(path) {
                return true;
            }
            match parent(path) {
                Some(above) => path = above,
                None => return false,
            }
        }
    }

    /// The path without symbolic links; the last part need not exist. `follow`: a link in the last part is followed.
    pub(super) fn walk(&mut self, path: &str, follow: bool) -> Result<String, DiskError> {
        let mut rest: VecDeque<String> = parts(path);
        let mut done = String::new();
        let mut links = 0;
        while let Some(part) = rest.pop_front() {
            let next = format!("{done}/{part}");
            let is_last = rest.is_empty();
            let Some(id) = self.lookup(&next) else {
                return if is_last {
                    Ok(next)
                } else {
                    Err(DiskError::NotFound)
                };
            };
            let node = &self.nodes[&id];
            match &node.content {
                Content::Link(target) if follow || !is_last => {
                    links += 1;
                    if links > LINKS {
                        return Err(DiskError::Loop);
                    }
                    let target = normalize(if done.is_empty() { "/" } else { &done }, target);
                    for part in parts(&target).into_iter().rev() {
                        rest.push_front(part);
                    }
                    done.clear();
                    continue;
                }
                Content::Directory if !is_last && !node.allows(1) => {
                    return Err(DiskError::Access);
                }
                Content::Directory => {}
                _ if !is_last => return Err(DiskError::NotDirectory),
                _ => {}
            }
            done = next;
        }
        Ok(if done.is_empty() {
            "/".to_owned()
        } else {
            done
        })
    }

    /// The node that a path leads to.
    pub(super) fn find(&mut self, path: &str, follow: bool) -> Result<NodeId, DiskError> {
        let path = self.walk(path, follow)?;
        self.lookup(&path).ok_or(DiskError::NotFound)
    }

    /// Whether a name can be made or taken away there.
    pub(super) fn check_parent(&mut self, path: &str) -> Result<(), DiskError> {
        let above = parent(path).unwrap_or("/").to_owned();
        let id = self.lookup(&above).ok_or(DiskError::NotFound)?;
        let node = &self.nodes[&id];
        if !node.is_directory() {
            return Err(DiskError::NotDirectory);
        }
        if node.allows(3) {
            Ok(())
        } else {
            Err(DiskError::Access)
        }
    }

    /// The names in a directory, sorted by their bytes, as libuv gives them.
    pub(super) fn names_in(&mut self, path: &str) -> Vec<String> {
        let prefix = if path == "/" { "" } else { path };
        let start = format!("{prefix}/");
        let own = self.names.range(start.clone()..).map_while(|(name, _)| {
            let name = name.strip_prefix(&start)?;
            Some(name.to_owned())
        });
        let mut names: BTreeSet<String> = own
            .filter(|name| !name.is_empty() && !name.contains('/'))
            .collect();
        if !self.is_removed(path) {
            for name in self.host.list(path).unwrap_or_default() {
                if !self.removed.contains(&format!("{prefix}/{name}")) {
                    names.insert(name);
                }
            }
        }
        names.into_iter().collect()
    }

    /// Gives a node another name, and with a directory all that is in it.
    pub(super) fn rename(&mut self, from: &str, to: &str) {
        let Some(id) = self.lookup(from) else {
            return;
        };
        if self.nodes[&id].is_directory() {
            for name in self.names_in(from) {
                self.rename(&format!("{from}/{name}"), &format!("{to}/{name}"));
            }
        }
        if let Some(replaced) = self.take_name(to) {
            self.forget(replaced);
        }
        self.take_name(from);
        self.give_name(to, id);
    }
}

fn parts(path: &str) -> VecDeque<String> {
    let parts = path.split('/').filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}
