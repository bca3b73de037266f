use super::descriptors::flags;
use super::*;
use std::rc::Rc;

fn disk() -> VirtualDisk {
    let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
    VirtualDisk::new(
        [file("/app/main.js", "main"), file("/app/lib/a.txt", "aa")],
        "/app",
        Rc::new(NoDisk),
        0.0,
    )
}

fn write(disk: &VirtualDisk, path: &str, text: &str, open: u32) -> Result<(), DiskError> {
    let fd = disk.open(path, flags::WRONLY | flags::CREAT | open, 0o666)?;
    let written = disk.write_at(fd, text.as_bytes(), None);
    disk.close(fd)?;
    written
}

#[test]
fn names_errors_as_linux_does() {
    let disk = disk();
    assert_eq!(disk.stat("/nope"), Err(DiskError::NotFound));
    assert_eq!(disk.stat("/app/main.js/x"), Err(DiskError::NotDirectory));
    assert_eq!(disk.read("/app/lib"), Err(DiskError::IsDirectory));
    assert_eq!(write(&disk, "/nope/x", "", 0), Err(DiskError::NotFound));
    assert_eq!(disk.list("/app/main.js"), Err(DiskError::NotDirectory));
    assert_eq!(disk.unlink("/app/lib"), Err(DiskError::IsDirectory));
    assert_eq!(disk.remove_directory("/app/lib"), Err(DiskError::NotEmpty));
    assert_eq!(
        disk.remove_directory("/app/main.js"),
        Err(DiskError::NotDirectory)
    );
    assert_eq!(
        disk.make_directory("/app/lib", 0o777),
        Err(DiskError::Exists)
    );
    assert_eq!(
        disk.rename("/app/lib", "/app/main.js"),
        Err(DiskError::NotDirectory)
    );
    assert_eq!(
        disk.rename("/app/main.js", "/app/lib"),
        Err(DiskError::IsDirectory)
    );
    assert_eq!(disk.rename("/app", "/app/lib/x"), Err(DiskError::Invalid));
    assert_eq!(disk.read_link("/app/main.js"), Err(DiskError::Invalid));
    assert_eq!(disk.close(99), Err(DiskError::BadDescriptor));
}

#[test]
fn what_is_written_is_read() {
    let disk = disk();
    write(&disk, "/tmp/x", "one", flags::TRUNC).unwrap();
    write(&disk, "/tmp/x", "two", flags::APPEND).unwrap();
    assert_eq!(disk.read("/tmp/x").unwrap(), b"onetwo");
    disk.unlink("/tmp/x").unwrap();
    assert_eq!(disk.stat("/tmp/x"), Err(DiskError::NotFound));
    assert_eq!(disk.list("/app").unwrap(), ["lib", "main.js"]);
}

#[test]
fn a_descriptor_outlives_the_name() {
    let disk = disk();
    let fd = disk.open("/app/main.js", 0, 0).unwrap();
    disk.unlink("/app/main.js").unwrap();
    assert_eq!(disk.read_at(fd, 2, None).unwrap(), b"ma");
    assert_eq!(disk.read_at(fd, 9, None).unwrap(), b"in");
    assert_eq!(disk.write_at(fd, b"x", None), Err(DiskError::BadDescriptor));
    disk.close(fd).unwrap();
    assert_eq!(disk.read_at(fd, 1, None), Err(DiskError::BadDescriptor));
}

#[test]
fn links_are_followed() {
    let disk = disk();
    disk.symlink("lib", "/app/link").unwrap();
    assert_eq!(disk.read("/app/link/a.txt").unwrap(), b"aa");
    assert_eq!(disk.real_path("/app/link/a.txt").unwrap(), "/app/lib/a.txt");
    disk.symlink("loop", "/app/loop").unwrap();
    assert_eq!(disk.stat("/app/loop"), Err(DiskError::Loop));
    disk.link("/app/main.js", "/app/other").unwrap();
    assert_eq!(disk.facts_at("/app/other", true).unwrap().links, 2);
}

#[test]
fn a_folder_moves_with_what_is_in_it() {
    let disk = disk();
    disk.rename("/app/lib", "/tmp/lib").unwrap();
    assert_eq!(disk.read("/tmp/lib/a.txt").unwrap(), b"aa");
    assert_eq!(disk.stat("/app/lib"), Err(DiskError::NotFound));
}

#[test]
fn modes_are_respected() {
    let disk = disk();
    disk.set_mode("/app/main.js", 0).unwrap();
    assert_eq!(disk.read("/app/main.js"), Err(DiskError::Access));
    disk.set_mode("/app/lib", 0o555).unwrap();
    assert_eq!(disk.unlink("/app/lib/a.txt"), Err(DiskError::Access));
    assert_eq!(write(&disk, "/app/lib/b", "", 0), Err(DiskError::Access));
}

#[test]
fn paths_are_made_normal() {
    assert_eq!(normalize("/app", "./a/../b//c"), "/app/b/c");
    assert_eq!(normalize("/app", "/../x/."), "/x");
    assert_eq!(parent("/a"), Some("/"));
    assert_eq!(parent("/"), None);
}
