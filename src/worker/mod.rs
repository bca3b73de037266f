//! The page's side of the worker: asks it for runs, takes in what it says, and replaces it when it dies.
//!
//! A run is cancelled by ending its worker. So that this costs nothing, the engine is compiled once and a spare instance
//! is kept warm; it takes over, and another spare is started. There is one way to start an instance ([`instance`]), which
//! works in frames of opaque origin as well.

mod engine;
mod instance;

pub use instance::describe;

use crate::state::{Action, Manifest};
use instance::{Instance, Said};
use js_sys::WebAssembly::Module;
use loopscope_model::Scenario;
use loopscope_model::protocol::{FromWorker, PROTOCOL, Reply, Request, ToWorker};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Wasm memory never shrinks: after so many runs an instance makes place for a fresh one.
const RUNS_PER_INSTANCE: u32 = 8;

/// Instances that die one after another without having said anything mean that none will live.
const MOST_DEATHS: u32 = 3;

/// The worker, seen from the page. Cheap to clone.
#[derive(Clone)]
pub struct WorkerClient(Rc<RefCell<Inner>>);

struct Inner {
    manifest: Manifest,
    module: Option<Module>,
    loading: bool,
    /// The instance that runs programs.
    active: Option<Instance>,
    /// The one that takes its place.
    spare: Option<Instance>,
    /// Counts instances, so that late messages of ended ones are told apart.
    instances: u32,
    deaths: u32,
    runs: u32,
    /// The run that is under way.
    run: Option<u32>,
    tell: Callback<Action>,
}

impl WorkerClient {
    /// A client that reports by `tell`.
    pub fn new(tell: Callback<Action>) -> WorkerClient {
        WorkerClient(Rc::new(RefCell::new(Inner {
            manifest: Manifest::default(),
            module: None,
            loading: false,
            active: None,
            spare: None,
            instances: 0,
            deaths: 0,
            runs: 0,
            run: None,
            tell,
        })))
    }

    /// Ends both instances; the compiled engine stays, and the next run starts one again.
    pub fn sleep(&self) {
        let mut inner = self.0.borrow_mut();
        if inner.run.is_none() {
            inner.active = None;
            inner.spare = None;
        }
    }

    /// Fetches and compiles the engine of this build, and warms an instance.
    pub fn load(&self, manifest: Manifest) {
        self.0.borrow_mut().manifest = manifest;
        self.fetch();
    }

    /// Tries again to get the engine, by a fresh manifest: the files of an older build may be gone.
    pub fn retry(&self) {
        let client = self.clone();
        spawn_local(async move {
            match crate::effects::fetch::manifest().await {
                Ok(manifest) => client.load(manifest),
                Err(why) => client.tell(Action::EngineFailed(why)),
            }
        });
    }

    fn fetch(&self) {
        let wasm = {
            let mut inner = self.0.borrow_mut();
            if std::mem::replace(&mut inner.loading, true) {
                return;
            }
            inner.deaths = 0;
            inner.manifest.worker_wasm.clone()
        };
        let client = self.clone();
        spawn_local(async move {
            let tell = client.0.borrow().tell.clone();
            let progress = move |bytes, of| tell.emit(Action::EngineProgress(bytes, of));
            let compiled = engine::compile(&wasm, &progress).await;
            client.0.borrow_mut().loading = false;
            match compiled {
                Ok(module) => {
                    client.0.borrow_mut().module = Some(module);
                    client.refill();
                }
                Err(why) => client.tell(Action::EngineFailed(why)),
            }
        });
    }

    /// Asks for a run; the one that is under way is ended.
    pub fn start(&self, run: u32, scenario: Scenario) {
        self.cancel();
        self.refill();
        let mut inner = self.0.borrow_mut();
        let message = ToWorker {
            protocol: PROTOCOL,
            build: inner.manifest.build.clone(),
            run,
            request: Request::Run(Box::new(scenario)),
        };
        let tell = inner.tell.clone();
        let Some(active) = &inner.active else {
            drop(inner);
            tell.emit(Action::RunBroke(run, "there is no engine".to_owned()));
            return;
        };
        match postcard::to_allocvec(&message) {
            Ok(bytes) => {
                active.post(&bytes);
                inner.run = Some(run);
            }
            Err(_) => {
                drop(inner);
                tell.emit(Action::RunBroke(
                    run,
                    "the program could not be sent".to_owned(),
                ));
            }
        }
    }

    /// Ends the run that is under way, if there is one, with its worker.
    pub fn cancel(&self) {
        let busy = self.0.borrow_mut().run.take().is_some();
        if busy {
            self.retire();
        }
    }

    /// Ends the active instance; the spare takes over.
    fn retire(&self) {
        {
            let mut inner = self.0.borrow_mut();
            inner.runs = 0;
            inner.active = inner.spare.take();
        }
        self.refill();
    }

    /// Starts what is missing of the two instances.
    fn refill(&self) {
        let (missing_active, missing_spare, module) = {
            let inner = self.0.borrow();
            (
                inner.active.is_none(),
                inner.spare.is_none(),
                inner.module.clone(),
            )
        };
        let Some(module) = module else {
            return;
        };
        if missing_active {
            let instance = self.instance(&module);
            self.0.borrow_mut().active = instance;
        }
        if missing_spare {
            let instance = self.instance(&module);
            self.0.borrow_mut().spare = instance;
        }
    }

    fn instance(&self, module: &Module) -> Option<Instance> {
        let (id, glue) = {
            let mut inner = self.0.borrow_mut();
            if inner.deaths >= MOST_DEATHS {
                return None;
            }
            inner.instances += 1;
            (inner.instances, inner.manifest.worker_js.clone())
        };
        let client = Rc::downgrade(&self.0);
        let hear = move |said| {
            if let Some(inner) = client.upgrade() {
                WorkerClient(inner).hear(id, said);
            }
        };
        match Instance::start(id, &glue, module, hear) {
            Ok(instance) => Some(instance),
            Err(why) => {
                self.died(id, &why);
                None
            }
        }
    }

    fn hear(&self, id: u32, said: Said) {
        let (active, spare) = {
            let inner = self.0.borrow();
            let is = |instance: &Option<Instance>| instance.as_ref().is_some_and(|i| i.id == id);
            (is(&inner.active), is(&inner.spare))
        };
        if !active && !spare {
            return;
        }
        match said {
            Said::Ready => {
                self.0.borrow_mut().deaths = 0;
                if active {
                    self.tell(Action::EngineReady);
                }
            }
            Said::Bytes(bytes) => match postcard::from_bytes::<FromWorker>(&bytes) {
                Ok(message) => self.message(message),
                Err(_) => self.died(id, "an answer could not be read"),
            },
            Said::Died(why) => self.died(id, &why),
        }
    }

    fn message(&self, message: FromWorker) {
        let (run, build) = {
            let inner = self.0.borrow();
            (inner.run, inner.manifest.build.clone())
        };
        // A worker that could not read a request does not know which run it was about.
        let unread = message.run == 0 && matches!(message.reply, Reply::Failed(_));
        if run != Some(message.run) && !unread {
            return;
        }
        if !unread && (message.protocol != PROTOCOL || message.build != build) {
            self.lose("page and engine were of different builds; the right one is being loaded");
            self.0.borrow_mut().module = None;
            self.retry();
            return;
        }
        match message.reply {
            Reply::Main(kind, reason) => self.tell(Action::Main(message.run, kind, reason)),
            Reply::Chunk(chunk) => self.tell(Action::Chunk(message.run, chunk)),
            Reply::Finished => {
                let worn = {
                    let mut inner = self.0.borrow_mut();
                    inner.run = None;
                    inner.runs += 1;
                    inner.runs >= RUNS_PER_INSTANCE
                };
                if worn {
                    self.retire();
                }
                self.tell(Action::RunFinished(message.run));
            }
            Reply::Failed(why) => self.lose(&why),
        }
    }

    /// The run that is under way will not come to an end.
    fn lose(&self, why: &str) {
        let run = self.0.borrow().run;
        self.cancel();
        if let Some(run) = run {
            self.tell(Action::RunBroke(run, why.to_owned()));
        }
    }

    fn died(&self, id: u32, why: &str) {
        let (was_active, hopeless) = {
            let mut inner = self.0.borrow_mut();
            inner.deaths += 1;
            let was_active = inner.active.as_ref().is_some_and(|i| i.id == id);
            if !was_active {
                inner.spare = None;
            }
            (was_active, inner.deaths >= MOST_DEATHS)
        };
        if was_active {
            let run = self.0.borrow_mut().run.take();
            self.retire();
            if let Some(run) = run {
                self.tell(Action::RunBroke(run, why.to_owned()));
            }
        }
        if hopeless {
            self.0.borrow_mut().module = None;
            self.tell(Action::EngineFailed(why.to_owned()));
        } else {
            self.refill();
        }
    }

    fn tell(&self, action: Action) {
        let tell = self.0.borrow().tell.clone();
        tell.emit(action);
    }
}
