#!/usr/bin/env python3
"""Bad input and bad places of every kind: a clear message, the right exit status, nothing half written, no crash."""
import os
import shutil
import stat
import subprocess
import sys
import tempfile

ROOT = os.environ["CPM_ROOT"]
CPM = os.path.abspath(os.environ["CPM"])
SNAPSHOT = os.path.join(ROOT, "examples/alder/snapshots/2026-03-12.yaml")
results = []


def run(arguments, folder, stdin=b"", **more):
    try:
        done = subprocess.run([CPM, *arguments], cwd=folder, input=stdin, capture_output=True, timeout=20, check=False,
                              **more)
    except subprocess.TimeoutExpired:
        return 124, b"", b"timed out"
    return done.returncode, done.stdout, done.stderr


def expect(name, got, status, *words):
    code, out, err = got
    text = (out + err).decode("utf-8", "replace")
    problems = []
    if code != status:
        problems.append(f"exit status {code}, wanted {status}")
    problems += [f"no word of `{word}`" for word in words if word not in text]
    if not text.strip():
        problems.append("says nothing")
    if "terminate called" in text or "Sanitizer" in text:
        problems.append("crashed")
    results.append((name, problems, text))


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def inputs(folder):
    expect("no such file", run(["check", "nowhere.yaml"], folder), 2, "nowhere.yaml")
    expect("no such folder for score", run(["score", "snapshot"], folder), 2, "snapshot")
    expect("an empty folder", run(["check", "."], folder), 2, "nothing to check")
    write(folder, "empty.yaml", b"")
    expect("an empty file", run(["check", "empty.yaml"], folder), 1, "CPM106")
    write(folder, "comment.yaml", b"# nothing yet\n")
    expect("only a comment", run(["check", "comment.yaml"], folder), 1, "CPM106")
    write(folder, "binary.yaml", bytes(range(256)) * 4)
    expect("a binary file", run(["check", "binary.yaml"], folder), 1, "binary.yaml:", "error[CPM10")
    write(folder, "words.yaml", "just some words\n".encode())
    expect("a text", run(["check", "words.yaml"], folder), 1, "CPM205")
    write(folder, "utf16.yaml", "format: cpm/plan/1\n".encode("utf-16"))
    expect("UTF-16", run(["check", "utf16.yaml"], folder), 1, "CPM103")
    write(folder, "large.yaml", b"format: cpm/plan/1\n" + b"# filler\n" * 200_000)
    expect("a large file", run(["check", "large.yaml"], folder), 1, "CPM105", "--max-file-size")
    expect("a large file allowed", run(["check", "--max-file-size", "4M", "large.yaml"], folder), 1, "CPM212")
    write(folder, "county.yaml", b"format: cpm/snapshot/1\ncounty: yoloo\n")
    expect("an unknown county", run(["check", "county.yaml"], folder), 1, "CPM220", "`yolo`")
    shutil.copy(SNAPSHOT, os.path.join(folder, "good.yaml"))
    expect("scores of one good and one bad file", run(["score", "good.yaml", "county.yaml"], folder), 1, "56.1", "CPM220")
    expect("a wrong kind", run(["plan", "status", "good.yaml"], folder), 2, "Snapshot")
    expect("standard input", run(["score", "-"], folder, stdin=open(SNAPSHOT, "rb").read()), 0, "56.1")
    expect("empty standard input", run(["check", "-"], folder), 1, "CPM106")
    os.mkfifo(os.path.join(folder, "pipe.yaml"))
    expect("a pipe that nobody writes", run(["check", "pipe.yaml"], folder), 1, "CPM901", "not a regular file")
    os.remove(os.path.join(folder, "pipe.yaml"))
    os.symlink(".", os.path.join(folder, "loop"))
    expect("a folder that contains itself", run(["check", "--quiet", "."], folder), 1, "county.yaml")
    os.remove(os.path.join(folder, "loop"))
    os.symlink("gone.yaml", os.path.join(folder, "dangling.yaml"))
    expect("a link to nothing", run(["check", "dangling.yaml"], folder), 2, "dangling.yaml")
    os.remove(os.path.join(folder, "dangling.yaml"))


def as_nobody(command, folder):
    """Root may read and write everything: drop to another user for what depends on permissions."""
    if os.geteuid() != 0:
        return run(command, folder)
    program = os.path.join(folder, "cpm")
    shutil.copy(CPM, program)
    os.chmod(program, 0o755)
    done = subprocess.run([program, *command], cwd=folder, capture_output=True, timeout=20, check=False,
                          user=65534, group=65534)
    return done.returncode, done.stdout, done.stderr


def permissions(folder):
    os.chmod(folder, 0o755)
    closed = write(folder, "closed.yaml", b"format: cpm/plan/1\n")
    os.chmod(closed, 0)
    expect("an unreadable file", as_nobody(["check", "closed.yaml"], folder), 1, "CPM901", "permission denied")
    os.chmod(closed, stat.S_IRUSR | stat.S_IWUSR)
    inner = os.path.join(folder, "locked")
    os.mkdir(inner, 0o700)
    write(inner, "x.yaml", b"format: cpm/plan/1\n")
    os.chmod(inner, 0)
    expect("a folder that cannot be listed", as_nobody(["check", "locked"], folder), 3, "locked")
    os.chmod(inner, 0o700)


def outputs(folder):
    shutil.copy(SNAPSHOT, os.path.join(folder, "good.yaml"))
    expect("output into a folder", run(["score", "good.yaml", "-o", "."], folder), 3, "cannot write")
    expect("output into a missing folder", run(["score", "good.yaml", "-o", "gone/x.txt"], folder), 3, "cannot write")
    kept = write(folder, "kept.md", b"what was there\n")
    expect("output of a failing command", run(["report", "snapshot", "nowhere.yaml", "-o", "kept.md"], folder), 2)
    write(folder, "bad.yaml", b"format: cpm/snapshot/1\ncounty: yoloo\n")
    expect("a report of a bad file", run(["report", "snapshot", "bad.yaml", "-o", "kept.md"], folder), 1)
    with open(kept, "rb") as file:
        results.append(("what was there is still there", [] if file.read() == b"what was there\n" else ["lost"], ""))
    results.append(("no temporary files are left",
                    [name for name in os.listdir(folder) if name.startswith(".")], ""))
    with open("/dev/full", "wb") as full:
        done = subprocess.run([CPM, "score", "good.yaml"], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
    expect("a full disk", (done.returncode, b"", done.stderr), 3, "cannot write")
    done = subprocess.run(f"'{CPM}' list counties --format json | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}",
                          cwd=folder, shell=True, executable="/bin/bash", stderr=subprocess.PIPE, check=False)
    results.append(("a pipe closed by its reader", [] if done.returncode in (0, 141) and not done.stderr else
                    [f"exit {done.returncode}: {done.stderr!r}"], ""))


def main():
    for part in [inputs, permissions, outputs]:
        with tempfile.TemporaryDirectory() as folder:
            part(folder)
    failed = [row for row in results if row[1]]
    for name, problems, text in failed:
        print(f"{name}: {'; '.join(problems)}\n{text[:600]}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


sys.exit(main())
