//! The compiler with a standard library for `wasm32-unknown-unknown`: rustup's, or one built from Debian's packages.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::apt;
use crate::{command, hash, paths};

/// The target of the page and the worker.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// Where Debian's packages put the compiler.
const DEBIAN_BIN: &str = "/usr/bin";
/// How the library is built: small, as what it is linked into. It makes the page 15 KB smaller after compression.
const STD_OPT_LEVEL: &str = "z";
const STD_FEATURES: &str = "optimize_for_size";
/// A nested program would overflow the usual 1 MiB.
const STACK_BYTES: u32 = 8 << 20;
/// What a panic says is printed nowhere in the worker, so neither where in the sources it came from nor how values look is kept.
const NO_PANIC_TEXTS: &str = "-Zlocation-detail=none -Zfmt-debug=shallow";
/// A panic traps where it is, instead of putting together first what nobody reads: 6 % of the page. The standard library
/// must be built the same way, so this goes with our own build of it alone.
const TRAPS: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// How to call cargo so that it compiles to Wasm.
pub enum WasmToolchain {
    /// The toolchain in use, which has the standard library.
    Rustup,
    /// The cargo in use, with Debian's compiler.
    Debian {
        /// `wasm-ld`, which Debian's compiler does not bring along.
        linker: PathBuf,
        /// A hash of how the standard library was built.
        std: String,
    },
}

impl WasmToolchain {
    /// Sets what cargo, or a program that calls cargo, needs in its environment.
    pub fn configure<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let mut flags = rustflags();
        if let Self::Debian { linker, std } = self {
            command
                .env("RUSTC", debian_program("rustc"))
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            // What was compiled with another library does not fit this one: a flag is what cargo would notice.
            flags.push_str(&format!(" {TRAPS} --cfg=loopscope_std=\"{std}\""));
        }
        command
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
            // Stable compilers take an unstable flag so.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", paths::wasm_target())
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
    }

    /// cargo for this toolchain, in the checkout's top folder.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(paths::root());
        self.configure(&mut command);
        command
    }

    /// `cargo clippy` for this toolchain, in the checkout's top folder.
    pub fn clippy(&self) -> Command {
        let mut command = match self {
            Self::Rustup => Command::new("cargo"),
            // Each clippy fits one compiler alone.
            Self::Debian { .. } => Command::new(debian_program("cargo-clippy")),
        };
        command.arg("clippy").current_dir(paths::root());
        self.configure(&mut command);
        command
    }
}

fn debian_program(name: &str) -> PathBuf {
    Path::new(DEBIAN_BIN).join(name)
}

/// The flags of the page and the worker.
fn rustflags() -> String {
    let remap = remap_flag();
    format!(
        "--cfg getrandom_backend=\"wasm_js\" -Clink-arg=-zstack-size={STACK_BYTES} {NO_PANIC_TEXTS}{remap}"
    )
}

/// Panic messages name the crates' source files: where this user keeps them is nobody's business, and would change the hashes.
fn remap_flag() -> String {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")));
    match home {
        // Flags are separated by spaces: a folder with one in its name keeps it.
        Some(home) if !home.to_string_lossy().contains(' ') => {
            format!(" --remap-path-prefix={}=cargo", home.display())
        }
        _ => String::new(),
    }
}

/// Finds or installs the standard library, the way that `LOOPSCOPE_WASM_STD` says.
///
/// # Errors
/// When no way works.
pub fn ensure() -> Result<WasmToolchain> {
    match env::var("LOOPSCOPE_WASM_STD").as_deref() {
        Ok("rustup") => rustup(),
        Ok("debian") => debian(),
        Ok(other) if !other.is_empty() => {
            bail!("LOOPSCOPE_WASM_STD is rustup or debian, not {other}")
        }
        _ => rustup().or_else(|error| {
            println!("    {error:#}; trying Debian's packages");
            debian()
        }),
    }
}

/// Finds or installs clippy for a toolchain that `ensure` gave.
///
/// # Errors
/// When it cannot be installed.
pub fn ensure_clippy(wasm: &WasmToolchain) -> Result<()> {
    match wasm {
        WasmToolchain::Debian { .. } => apt::ensure(
            &["rust-web-clippy"],
            "clippy for wasm32 comes from Debian's packages",
        ),
        WasmToolchain::Rustup => super::rustup_component("clippy"),
    }
}

fn rustup() -> Result<WasmToolchain> {
    if !has_std(&target_libdir(Path::new("rustc"))?) {
        command::step(
            &format!("install the standard library of {TARGET} by rustup"),
            || command::run(Command::new("rustup").args(["target", "add", TARGET])),
        )?;
    }
    Ok(WasmToolchain::Rustup)
}

fn debian() -> Result<WasmToolchain> {
    let purpose = "the wasm32 standard library is built from Debian's packages";
    apt::ensure(&["rustc-web", "rust-web-src"], purpose)?;
    let linker = match find_linker() {
        Some(linker) => linker,
        None => {
            apt::ensure(&[apt::newest_numbered("lld-")?.as_str()], purpose)?;
            find_linker().context("Debian's lld is installed and wasm-ld-NN is not on PATH")?
        }
    };
    let std = build_std(&debian_program("rustc"))?;
    Ok(WasmToolchain::Debian { linker, std })
}

/// The newest `wasm-ld-NN`; those before 19 are older than what the compiler emits.
fn find_linker() -> Option<PathBuf> {
    (19..100)
        .rev()
        .find_map(|version| command::which(&format!("wasm-ld-{version}")))
}

/// Builds the standard library in an empty crate and puts it where the compiler looks for it.
///
/// A mark beside it says how it was built: an update of Debian's packages makes it stale. Gives a hash of that.
fn build_std(rustc: &Path) -> Result<String> {
    // Without the bitcode, link-time optimisation fails later.
    let flags = format!(
        "-Cembed-bitcode=yes {TRAPS} {NO_PANIC_TEXTS}{}",
        remap_flag()
    );
    let version = command::output(Command::new(rustc).arg("-vV"))?;
    let recipe = format!("{version}{flags} {STD_FEATURES} {STD_OPT_LEVEL}\n");
    let libdir = target_libdir(rustc)?;
    let mark = libdir.join("loopscope-built-by");
    if has_std(&libdir) && fs::read_to_string(&mark).is_ok_and(|built_by| built_by == recipe) {
        return Ok(hash::short(recipe.as_bytes()));
    }
    command::step(
        &format!("build the standard library of {TARGET} (a minute or two, once)"),
        || {
            let dir = paths::wasm_target().join("build-std");
            write_empty_crate(&dir)?;
            let target = dir.join("target");
            // Two compilers' libraries side by side would both be copied.
            if target.exists() {
                fs::remove_dir_all(&target)?;
            }
            command::run(
                Command::new("cargo")
                    .args(["build", "--release", "--target", TARGET])
                    .arg("-Zbuild-std=std,panic_abort,panic_unwind")
                    .arg(format!("-Zbuild-std-features={STD_FEATURES}"))
                    .arg("--target-dir")
                    .arg(&target)
                    .current_dir(&dir)
                    .env("RUSTC", rustc)
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", STD_OPT_LEVEL)
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", &flags),
            )?;
            let built = target.join(TARGET).join("release").join("deps");
            install_std(&built, &libdir)?;
            fs::write(&mark, &recipe)?;
            Ok(hash::short(recipe.as_bytes()))
        },
    )
}

fn write_empty_crate(dir: &Path) -> Result<()> {
    fs::create_dir_all(dir.join("src"))?;
    fs::write(
        dir.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n",
    )?;
    Ok(fs::write(dir.join("src").join("lib.rs"), "#![no_std]\n")?)
}

/// Replaces the libraries in `libdir` by those built.
fn install_std(built: &Path, libdir: &Path) -> Result<()> {
    if libdir.exists() {
        fs::remove_dir_all(libdir)
            .with_context(|| format!("cannot empty {}: run as root", libdir.display()))?;
    }
    fs::create_dir_all(libdir)
        .with_context(|| format!("cannot write to {}: run as root", libdir.display()))?;
    let mut copied = 0;
    for entry in fs::read_dir(built)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("lib") && name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(&path, libdir.join(&*name))?;
            copied += 1;
        }
    }
    ensure!(copied > 0, "no libraries in {}", built.display());
    Ok(())
}

fn target_libdir(rustc: &Path) -> Result<PathBuf> {
    let printed = command::output(Command::new(rustc).args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    Ok(PathBuf::from(printed.trim_end()))
}

fn has_std(libdir: &Path) -> bool {
    fs::read_dir(libdir).is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
}
