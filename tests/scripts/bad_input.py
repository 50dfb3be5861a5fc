#!/usr/bin/env python3
"""Bad input and bad places of every kind: a clear message, the right exit status, nothing half written, no crash."""
import os
import shutil
import stat
import sys
import tempfile

from harness import CPM, ROOT, check, cpm, expect, expect_run, finish, read, run, write

SNAPSHOT = os.path.join(ROOT, "examples/alder/snapshots/2026-03-12.yaml")


def inputs(folder):
    expect_run("no such file", cpm("check", "nowhere.yaml", folder=folder), 2, "nowhere.yaml")
    expect_run("no such folder for score", cpm("score", "snapshot", folder=folder), 2, "snapshot")
    expect_run("an empty folder", cpm("check", ".", folder=folder), 2, "nothing to check")
    write(f"{folder}/empty.yaml", b"")
    expect_run("an empty file", cpm("check", "empty.yaml", folder=folder), 1, "CPM106")
    write(f"{folder}/comment.yaml", b"# nothing yet\n")
    expect_run("only a comment", cpm("check", "comment.yaml", folder=folder), 1, "CPM106")
    write(f"{folder}/binary.yaml", bytes(range(256)) * 4)
    expect_run("a binary file", cpm("check", "binary.yaml", folder=folder), 1, "binary.yaml:", "error[CPM10")
    write(f"{folder}/words.yaml", "just some words\n".encode())
    expect_run("a text", cpm("check", "words.yaml", folder=folder), 1, "CPM205")
    write(f"{folder}/utf16.yaml", "format: cpm/plan/1\n".encode("utf-16"))
    expect_run("UTF-16", cpm("check", "utf16.yaml", folder=folder), 1, "CPM103")
    write(f"{folder}/large.yaml", b"format: cpm/plan/1\n" + b"# filler\n" * 200_000)
    expect_run("a large file", cpm("check", "large.yaml", folder=folder), 1, "CPM105", "--max-file-size")
    expect_run("a large file allowed", cpm("check", "--max-file-size", "4M", "large.yaml", folder=folder), 1, "CPM212")
    write(f"{folder}/county.yaml", b"format: cpm/snapshot/1\ncounty: yoloo\n")
    expect_run("an unknown county", cpm("check", "county.yaml", folder=folder), 1, "CPM220", "`yolo`")
    shutil.copy(SNAPSHOT, f"{folder}/good.yaml")
    expect_run("scores of one good and one bad file", cpm("score", "good.yaml", "county.yaml", folder=folder), 1,
               "56.1", "CPM220")
    expect_run("a wrong kind", cpm("plan", "status", "good.yaml", folder=folder), 2, "Snapshot")
    expect_run("standard input", cpm("score", "-", folder=folder, given=read(SNAPSHOT).encode()), 0, "56.1")
    expect_run("empty standard input", cpm("check", "-", folder=folder), 1, "CPM106")
    os.mkfifo(f"{folder}/pipe.yaml")
    expect_run("a pipe that nobody writes", cpm("check", "pipe.yaml", folder=folder), 1, "CPM901", "not a regular file")
    os.remove(f"{folder}/pipe.yaml")
    os.symlink(".", f"{folder}/loop")
    expect_run("a folder that contains itself", cpm("check", "--quiet", ".", folder=folder), 1, "county.yaml")
    os.remove(f"{folder}/loop")
    os.symlink("gone.yaml", f"{folder}/dangling.yaml")
    expect_run("a link to nothing", cpm("check", "dangling.yaml", folder=folder), 2, "dangling.yaml")
    os.remove(f"{folder}/dangling.yaml")


def as_nobody(folder, *words):
    """Root may read and write everything: drop to another user for what depends on permissions."""
    if os.geteuid() != 0:
        return cpm(*words, folder=folder)
    shutil.copy(CPM, f"{folder}/cpm")
    os.chmod(f"{folder}/cpm", 0o755)
    return run([f"{folder}/cpm", *words], folder, user=65534, group=65534)


def permissions(folder):
    os.chmod(folder, 0o755)
    closed = f"{folder}/closed.yaml"
    write(closed, "format: cpm/plan/1\n")
    os.chmod(closed, 0)
    expect_run("an unreadable file", as_nobody(folder, "check", "closed.yaml"), 1, "CPM901", "permission denied")
    os.chmod(closed, stat.S_IRUSR | stat.S_IWUSR)
    inner = f"{folder}/locked"
    write(f"{inner}/x.yaml", "format: cpm/plan/1\n")
    os.chmod(inner, 0)
    expect_run("a folder that cannot be listed", as_nobody(folder, "check", "locked"), 3, "locked")
    os.chmod(inner, 0o700)


def outputs(folder):
    shutil.copy(SNAPSHOT, f"{folder}/good.yaml")
    expect_run("output into a folder", cpm("score", "good.yaml", "-o", ".", folder=folder), 3, "cannot write")
    expect_run("output into a missing folder", cpm("score", "good.yaml", "-o", "gone/x.txt", folder=folder), 3, "cannot write")
    write(f"{folder}/kept.md", "what was there\n")
    expect_run("output of a failing command", cpm("report", "snapshot", "nowhere.yaml", "-o", "kept.md", folder=folder), 2)
    write(f"{folder}/bad.yaml", "format: cpm/snapshot/1\ncounty: yoloo\n")
    expect_run("a report of a bad file", cpm("report", "snapshot", "bad.yaml", "-o", "kept.md", folder=folder), 1)
    expect("what was there is still there", read(f"{folder}/kept.md"), "what was there\n")
    expect("no temporary files are left", [name for name in os.listdir(folder) if name.startswith(".")], [])
    with open("/dev/full", "wb") as full:
        expect_run("a full disk", cpm("score", "good.yaml", folder=folder, stdout=full), 3, "cannot write")
    piped = f"'{CPM}' list counties --format json | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = run(["/bin/bash", "-c", piped], folder)
    check("a pipe closed by its reader", done.status in (0, 141) and not done.err, done)


def main():
    for part in [inputs, permissions, outputs]:
        with tempfile.TemporaryDirectory() as folder:
            part(folder)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
