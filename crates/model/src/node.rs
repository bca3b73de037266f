//! Which Node is modelled.

use serde::{Deserialize, Serialize};

/// A major version of Node whose rules are known (`SEMANTICS.md` names the releases that were observed).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum NodeVersion {
    /// 10.24.1: the order of lines alone.
    V10,
    /// 18.20.4.
    V18,
    /// 20.20.2, the reference.
    #[default]
    V20,
    /// 22.22.0.
    V22,
    /// 24.13.0.
    V24,
    /// 26.10.0.
    V26,
}

impl NodeVersion {
    /// All of them, oldest first.
    pub const ALL: [NodeVersion; 6] = [
        NodeVersion::V10,
        NodeVersion::V18,
        NodeVersion::V20,
        NodeVersion::V22,
        NodeVersion::V24,
        NodeVersion::V26,
    ];

    /// The major version number.
    pub const fn major(self) -> u32 {
        match self {
            NodeVersion::V10 => 10,
            NodeVersion::V18 => 18,
            NodeVersion::V20 => 20,
            NodeVersion::V22 => 22,
            NodeVersion::V24 => 24,
            NodeVersion::V26 => 26,
        }
    }

    /// The version with this major number, if it is known.
    pub fn from_major(major: u32) -> Option<NodeVersion> {
        NodeVersion::ALL.into_iter().find(|v| v.major() == major)
    }

    /// The release that was observed, as `process.version` gives it.
    pub const fn release(self) -> &'static str {
        match self {
            NodeVersion::V10 => "v10.24.1",
            NodeVersion::V18 => "v18.20.4",
            NodeVersion::V20 => "v20.20.2",
            NodeVersion::V22 => "v22.22.0",
            NodeVersion::V24 => "v24.13.0",
            NodeVersion::V26 => "v26.10.0",
        }
    }
}

/// By what a module's kind was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ModuleReason {
    /// By the extension of its file.
    Extension,
    /// By the `type` of the nearest `package.json`.
    PackageType,
    /// By its syntax: nothing else says it, and as a CommonJS module it would be a syntax error.
    Syntax,
    /// Nothing says it.
    Default,
}

impl ModuleReason {
    /// The reason in words, to go on behind the kind: "by its extension".
    pub const fn words(self) -> &'static str {
        match self {
            ModuleReason::Extension => "by its extension",
            ModuleReason::PackageType => "by the type in its package.json",
            ModuleReason::Syntax => "by its syntax",
            ModuleReason::Default => "as nothing says otherwise",
        }
    }
}

/// How the main program is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum ModuleKind {
    /// A CommonJS module: its body is one synchronous call.
    #[default]
    CommonJs,
    /// An ES module: its body runs inside a promise job.
    EsModule,
}
