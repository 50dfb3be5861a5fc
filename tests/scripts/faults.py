#!/usr/bin/env python3
"""Faults injected for real: full disk, limits, signals, closed pipes, links, files that change. The table is in cpm(1), FAULTS.

Each case looks at three things: the exit status, what the user is told, and what is left on the disk. Nothing may be half
written and no temporary file may stay. What needs root (a disk of 64 kB) is left out for others, and said.
"""
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from harness import CPM, ROOT, check, cpm, expect, expect_run, finish, write

DAY = "2026-06-01"
NOBODY = 65534


def run(arguments, folder, **more):
    return cpm(*arguments, folder=folder, **more)


def county(work):
    folder = tempfile.mkdtemp(dir=work)
    os.chmod(folder, 0o755)
    shutil.copytree(f"{ROOT}/examples/alder", f"{folder}/alder")
    return f"{folder}/alder"


def state(folder):
    """Path → bytes of every file below, links as what they say."""
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            if os.path.islink(path) or not os.path.isfile(path):
                found[path] = "special"
                continue
            with open(path, "rb") as file:
                found[path] = file.read()
    return found


def unchanged(name, before, folder):
    after = state(folder)
    check(f"{name}: nothing on the disk has changed", after == before, set(after) ^ set(before))


def as_nobody():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def unreadable(work):
    folder = county(work)
    path = f"{folder}/plans/2025-07.yaml"
    os.chmod(path, 0)
    write(f"{folder}/broken.yaml", "format: cpm/plan/9\n")
    expect_run("a file without permission", run(["check"], folder, preexec_fn=as_nobody), 1, "permission denied", "CPM901",
               "broken.yaml:1:9: error[CPM203]")
    os.chmod(f"{folder}/plans", 0)
    expect_run("a folder without permission", run(["check"], folder, preexec_fn=as_nobody), 3, "cannot list", "permission denied")
    os.chmod(f"{folder}/plans", 0o755)
    os.mkfifo(f"{folder}/pipe.yaml")
    expect_run("a pipe among the files", run(["check", "pipe.yaml"], folder), 1, "CPM901", "is not a regular file")


def links(work):
    folder = county(work)
    outside = os.path.join(os.path.dirname(folder), "outside")
    os.mkdir(outside)
    write(f"{outside}/secret.yaml", "password: hunter2\n")
    fine = run(["check", "--as-of", DAY], folder)
    os.symlink(".", f"{folder}/again")
    os.symlink("..", f"{folder}/snapshots/up")
    expect("folders linked in circles change nothing", run(["check", "--as-of", DAY], folder), fine)
    os.symlink("../..", f"{folder}/snapshots/out")
    expect_run("a link to the folder above the repository", run(["check", "--as-of", DAY], folder), 1,
               "snapshots/out: error[CPM314]")
    os.remove(f"{folder}/snapshots/out")
    os.symlink(f"{outside}/secret.yaml", f"{folder}/secret.yaml")
    os.symlink(outside, f"{folder}/shared")
    got = run(["check", "--as-of", DAY], folder)
    expect_run("links that leave the repository", got, 1, "secret.yaml: error[CPM314]", "shared: error[CPM314]", "not followed")
    check("what such a link leads to is not shown", "hunter2" not in got.said, got.said)
    expect_run("a plan that names such a link", run(["check", "--as-of", DAY, name_in_plan(folder)], folder), 1, "CPM314")
    os.remove(f"{folder}/secret.yaml")
    os.remove(f"{folder}/shared")
    os.remove(f"{folder}/plans/linked.yaml")
    os.symlink("nowhere.yaml", f"{folder}/lost.yaml")
    os.symlink("round.yaml", f"{folder}/round.yaml")
    expect_run("links that lead nowhere", run(["check", "--as-of", DAY], folder), 1, "lost.yaml: error[CPM901]", "no such file",
               "round.yaml: error[CPM901]", "leads back to itself")


def name_in_plan(folder):
    write(f"{folder}/plans/linked.yaml",
          "format: cpm/plan/1\ncounty: example-alder\ndate: 2026-06-01\nsnapshot: {file: secret.yaml}\n"
          "team: [{role: Director}]\nhorizon: {start: 2026-07-01, reassess: 2027-09-30}\n"
          "priorities: [{id: p1, area: or, title: Vision}]\n")
    return "plans/linked.yaml"


def changing(work):
    folder = county(work)
    path = f"{folder}/snapshots/2026-03-12.yaml"
    with open(path, "rb") as file:
        full = file.read()
    stop = threading.Event()

    def disturb():
        dice = random.Random(7)
        while not stop.is_set():
            with open(path, "wb") as file:
                file.write(full[:dice.randrange(len(full))])
                file.flush()
                file.write(full)
            time.sleep(0.0005)
            os.remove(path)

    thread = threading.Thread(target=disturb)
    thread.start()
    statuses = {run(["check", "--as-of", DAY], folder).status for _ in range(40)}
    stop.set()
    thread.join()
    check("a file that is rewritten and removed while it is read", statuses <= {0, 1}, statuses)


def small_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))


def writing(work):
    folder = county(work)
    report = ["report", "plan", "--as-of", DAY, "-o", "plan.md"]
    write(f"{folder}/plan.md", "the old report\n")
    before = state(folder)
    expect_run("a limit on the size of files", run(report, folder, preexec_fn=small_files), 3, "cannot write `plan-projection.svg`",
               "too large")
    unchanged("a limit on the size of files", before, folder)
    os.chmod(f"{folder}/plan.md", 0o444)
    expect_run("a file that may not be written", run(report, folder, preexec_fn=as_nobody), 3, "permission denied")
    os.chmod(f"{folder}/plan.md", 0o644)
    unchanged("a file that may not be written", before, folder)
    expect_run("a folder that may not be written", run([*report[:-1], "new.md"], folder, preexec_fn=as_nobody), 3,
               "cannot write `new-projection.svg`", "permission denied")
    expect_run("a folder in place of the file", run([*report[:-1], "plans"], folder), 3, "it is a folder")
    expect_run("no such folder", run([*report[:-1], "none/new.md"], folder), 3, "there is no folder `none`")
    expect_run("a report in place of a file that it is made from", run([*report[:-1], "plans/2025-07.yaml"], folder), 2,
               "one of the files that were read")
    unchanged("output that cannot be", before, folder)
    with open("/dev/full", "wb") as full:
        expect_run("a full disk behind standard output", run(["check"], folder, stdout=full), 3, "no space left on the disk")
    expect_run("standard output that is closed", run(["check"], folder, stdout=None, preexec_fn=lambda: os.close(1)), 3,
               "cannot write to standard output")
    unchanged("after all of them", before, folder)


def full_disk(work):
    """A disk of 64 kB, nearly full; False when this process may not make one."""
    folder = county(work)
    disk = os.path.join(os.path.dirname(folder), "disk")
    os.mkdir(disk)
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False)
    if made.returncode != 0:
        return False
    try:
        write(f"{disk}/plan.md", "the old report\n")
        write(f"{disk}/filler", b"x" * 56 * 1024)
        before = state(disk)
        expect_run("a full disk", run(["report", "plan", "--as-of", DAY, "-o", f"{disk}/plan.md"], folder), 3,
                   "no space left on the disk")
        unchanged("a full disk", before, disk)
    finally:
        subprocess.run(["umount", disk], check=True)
    return True


def pipes(work):
    folder = county(work)
    with open(f"{folder}/plans/2025-07.yaml", "a", encoding="utf-8") as file:
        file.write("mistake: here\n")
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = run(["check", "--format", "json"], folder, stdout=write_end)
    os.close(write_end)
    expect("a reader that has gone: the status of the findings, and no word", done, (1, "", ""))


def temporary(folder):
    return [path for path in state(folder) if os.path.basename(path).startswith(".") and ".md." in path]


def signals(work):
    folder = county(work)
    whole = county(work)
    command = [CPM, "report", "--all", "--as-of", DAY]
    start = time.monotonic()
    subprocess.run(command, cwd=whole, check=False, stdout=subprocess.DEVNULL)
    lasts = time.monotonic() - start
    wanted = {os.path.relpath(path, whole): data for path, data in state(whole).items()}
    old = b"the old report\n"
    for path in wanted:
        if path.startswith("reports/"):
            write(f"{folder}/{path}", old)
    statuses, halves, left = set(), [], []
    for turn in range(30):
        for how in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(lasts * (turn + 1) / 30)
            process.send_signal(how)
            process.communicate()
            statuses.add(process.returncode)
            found = {os.path.relpath(path, folder): data for path, data in state(folder).items()}
            halves += [path for path in wanted if found.get(path) not in (wanted[path], old)]
            left += temporary(folder)
    expect("Ctrl-C while reports are written: each is the old or the new one", halves, [])
    expect("Ctrl-C: no temporary file stays", left, [])
    check("Ctrl-C: ended by the signal, or finished", statuses <= {0, -signal.SIGINT, -signal.SIGTERM}, statuses)
    check("Ctrl-C came in time at least once", statuses & {-signal.SIGINT, -signal.SIGTERM}, statuses)


def two_at_once(work):
    folder = county(work)
    report = [CPM, "report", "county", "--as-of", DAY, "-o", "county.md"]
    subprocess.run(report, cwd=folder, check=False)
    before = state(folder)
    for _ in range(10):
        both = [subprocess.Popen(report, cwd=folder) for _ in range(4)]
        expect("four runs that write the same file", [each.wait() for each in both], [0] * 4)
    unchanged("four runs at once", before, folder)


def main():
    with tempfile.TemporaryDirectory(prefix="cpm-faults-") as work:
        os.chmod(work, 0o755)
        for case in (unreadable, links, changing, writing, pipes, signals, two_at_once):
            case(work)
        if not full_disk(work):
            print("left out: a disk of 64 kB can be made by root only")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
