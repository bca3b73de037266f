//! What differs between versions of Node above the event loop: each rule is one named field.
//!
//! The rules of the scheduler are in [`loopscope_event_loop::Profile`].

use loopscope_model::NodeVersion;

/// The rules of one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Features {
    /// ES modules run without a flag (since Node 12).
    pub knows_es_modules: bool,
    /// A `.js` file without a `type` is an ES module if its syntax says so (since Node 20.19 and 22.7).
    pub detects_module_syntax: bool,
    /// `require` loads ES modules (since Node 20.19 and 22.12).
    pub requires_es_modules: bool,
    /// `await` of a promise takes three turns of the microtask queue, not one (before Node 12).
    pub await_takes_three_turns: bool,
    /// `yield*` in an async generator awaits each value that it is given (section 10).
    pub delegation_awaits_values: bool,
    /// `AsyncLocalStorage` hands on frames that what is handed them does not change (section 11).
    pub contexts_are_frames: bool,
    /// 1.4: `exit` listeners see the code 13 of a top-level `await` that nothing can settle (since Node 22).
    pub exit_listeners_see_13: bool,
    /// The module that `require` gives, as a named export of CommonJS modules (since Node 23).
    pub exports_module_exports: bool,
    /// `util.format` shows strings in quotes where its first argument is no string (before Node 12).
    pub quotes_texts_behind_values: bool,
    /// Symbols that are keys stand in no brackets when they are shown (since Node 24).
    pub plain_symbol_keys: bool,
    /// `byteLength` of a buffer and its like, which are no own properties, stand in brackets when they are shown (since Node 22).
    pub brackets_of_buffers: bool,
    /// A proxy is shown as `Proxy(…)` around its target (since Node 26).
    pub marks_proxies: bool,
    /// Syntax errors name identifiers, `Unexpected identifier 'x'` (since Node 20), and quote tokens (since Node 12).
    pub names_identifiers: bool,
    /// See `names_identifiers`.
    pub quotes_tokens: bool,
    /// What a worker has printed arrives although it ends (before, what waited was lost).
    pub flushes_worker_output: bool,
    /// How many turns of the microtask queue `import()` takes.
    pub import: ImportTurns,
}

/// How many turns of the microtask queue the steps of `import()` take, as measured; the program's own reaction is the
/// last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportTurns {
    /// To the rejection for a module that cannot be found.
    pub not_found: u32,
    /// One of Node's own modules.
    pub builtin: u32,
    /// A module that was loaded before.
    pub again: u32,
    /// To the rejection for a text that is no module.
    pub syntax: u32,
    /// A file is read through the thread pool after this many turns; nothing: it is read at once.
    pub reads_after: Option<u32>,
    /// To the evaluation of a file that imports nothing, from when it has been read.
    pub evaluated: u32,
    /// To that of a CommonJS module, which is read at once.
    pub evaluated_commonjs: u32,
    /// More for a file that imports others.
    pub first_level: u32,
    /// More for each further level of imports.
    pub each_level: u32,
    /// From the evaluation to the program's reaction.
    pub settled: u32,
    /// From the failure to link to the program's reaction.
    pub link_error: u32,
    /// From the rejection of the main module's promise to the uncaught error (1.5).
    pub main_rejected: u32,
}

impl Features {
    /// The message of a syntax error, given in the words of today's V8, as the version words it.
    pub fn in_words_of_its_time(&self, message: String) -> String {
        if !self.names_identifiers && message.starts_with("Unexpected identifier '") {
            return "Unexpected identifier".to_owned();
        }
        let token = message
            .strip_prefix("Unexpected token '")
            .and_then(|rest| rest.strip_suffix('\''));
        match token {
            Some(token) if !self.quotes_tokens => format!("Unexpected token {token}"),
            _ => message,
        }
    }

    /// The rules of this version.
    pub const fn of(version: NodeVersion) -> Features {
        let major = version.major();
        Features {
            knows_es_modules: major >= 12,
            detects_module_syntax: major >= 20,
            requires_es_modules: major >= 20,
            await_takes_three_turns: major < 12,
            exit_listeners_see_13: major >= 22,
            exports_module_exports: major >= 23,
            quotes_texts_behind_values: major < 12,
            delegation_awaits_values: major < 20,
            contexts_are_frames: major >= 24,
            plain_symbol_keys: major >= 24,
            brackets_of_buffers: major >= 22,
            marks_proxies: major >= 26,
            names_identifiers: major >= 20,
            quotes_tokens: major >= 12,
            flushes_worker_output: major >= 20,
            import: match version {
                NodeVersion::V10 | NodeVersion::V18 => ImportTurns {
                    not_found: 4,
                    builtin: 19,
                    again: 8,
                    syntax: 2,
                    reads_after: Some(10),
                    evaluated: 6,
                    evaluated_commonjs: 6,
                    first_level: 4,
                    each_level: 4,
                    settled: 5,
                    link_error: 5,
                    main_rejected: 3,
                },
                NodeVersion::V20 => ImportTurns {
                    not_found: 4,
                    builtin: 16,
                    again: 8,
                    syntax: 2,
                    reads_after: Some(6),
                    evaluated: 5,
                    evaluated_commonjs: 11,
                    first_level: 4,
                    each_level: 4,
                    settled: 5,
                    link_error: 5,
                    main_rejected: 3,
                },
                NodeVersion::V22 => ImportTurns {
                    not_found: 5,
                    builtin: 14,
                    again: 9,
                    syntax: 6,
                    reads_after: None,
                    evaluated: 8,
                    evaluated_commonjs: 8,
                    first_level: 8,
                    each_level: 4,
                    settled: 6,
                    link_error: 7,
                    main_rejected: 4,
                },
                NodeVersion::V24 | NodeVersion::V26 => ImportTurns {
                    not_found: 5,
                    builtin: 11,
                    again: 8,
                    syntax: 5,
                    reads_after: None,
                    evaluated: 5,
                    evaluated_commonjs: 5,
                    first_level: 2,
                    each_level: 2,
                    settled: 6,
                    link_error: 5,
                    main_rejected: 4,
                },
            },
        }
    }
}
