#!/usr/bin/python3
"""The package cpm-toolkit (preset `web`): built, packed, installed without a network, and the same as the program of this machine,
byte for byte: every case of tests/cli, and every folder of tests/rules and tests/formats.

Also what only this package has to get right: names that are not UTF-8, links, a reader that stops reading, an interrupt; its size,
and how long it takes to start. Builds what is missing of the preset, which takes minutes. Needs emscripten, node and npm.
"""
import concurrent.futures
import glob
import os
import re
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import time

import harness
from harness import CPM, ENVIRONMENT, ROOT, check, expect, finish, run, skip, skip_without

BUILD = os.path.join(ROOT, "build/web")
MOST_PACKED = 2_500_000  # bytes


def must(command, folder=ROOT, **variables):
    return run(command, folder, environment=os.environ, variables=variables, wanted=[0], stderr=subprocess.STDOUT, timeout=3600).out


def installed(scratch):
    """The path of `cpm` after `npm install` of the packed package."""
    began = time.monotonic()
    must(["cmake", "--preset", "web"])
    must(["cmake", "--build", "--preset", "web", "--target", "npm"])
    print(f"built in {time.monotonic() - began:.0f} s")
    packages = glob.glob(os.path.join(BUILD, "cpm-toolkit-*.tgz"))
    expect("one package is packed", len(packages), 1)
    check_sizes(packages[0])
    must(["npm", "install", "--offline", "--no-audit", "--no-fund", "--prefix", scratch, packages[0]], scratch)
    return os.path.join(scratch, "node_modules/.bin/cpm")


def check_sizes(package):
    module = os.path.getsize(os.path.join(BUILD, "module/cpm.wasm"))
    packed = os.path.getsize(package)
    print(f"cpm.wasm {module / 1e6:.2f} MB, packed {packed / 1e6:.2f} MB")
    check(f"the package has at most {MOST_PACKED / 1e6} MB", packed <= MOST_PACKED, packed)


def check_golden_cases(web):
    """The expected files of the program of this machine are those of the package, too."""
    done = run([sys.executable, os.path.join(ROOT, "tests/scripts/golden.py")], environment=os.environ,
               variables={"CPM": web, "CPM_ROOT": ROOT}, timeout=1800)
    print(done.out, end="")
    passed, failed = map(int, re.search(r"(\d+) passed, (\d+) failed\n\Z", done.out).groups())
    harness.counts["passed"] += passed
    harness.counts["failed"] += failed


def same(web, folder, *words, **more):
    """What both programs say, and how they end."""
    return tuple(run([program, *words], folder, text=False, **more) for program in (CPM, web))


def check_rule_cases(web):
    folders = sorted(glob.glob(os.path.join(ROOT, "tests/rules/CPM*")) + glob.glob(os.path.join(ROOT, "tests/formats/CPM*")))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda folder: same(web, folder, "check", "--as-of", "2026-03-31", "bad", "good"), folders)
        for folder, (native, hosted) in zip(folders, found):
            expect(f"check of {os.path.relpath(folder, ROOT)}", hosted, native)


def example_bytes():
    with open(os.path.join(ROOT, "examples/mistakes/06-tab.yaml"), "rb") as file:
        return file.read()


def fill(folder):
    """A folder with what only bytes, links and modes can tell apart."""
    os.makedirs(os.path.join(folder, b"links"))
    for name in (b"plain.yaml", b"caf\xc3\xa9.yaml", b"caf\xe9.yaml", b"links/target.yaml"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(example_bytes())
    os.chmod(os.path.join(folder, b"links/target.yaml"), 0o640)
    os.symlink("links/target.yaml", os.path.join(folder, b"link.yaml"))
    os.symlink("loop.yaml", os.path.join(folder, b"loop.yaml"))
    os.mkfifo(os.path.join(folder, b"pipe.yaml"))


def state(folder):
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            seen = os.lstat(path)
            text = None
            if stat.S_ISREG(seen.st_mode):
                with open(path, "rb") as file:
                    text = file.read()
            found[os.path.relpath(path, folder)] = (stat.S_IFMT(seen.st_mode), stat.S_IMODE(seen.st_mode), text)
    return found


def check_disk(web, scratch):
    """Each command in a folder of its own for each program: the same bytes said, the same files left."""
    as_of = ["--as-of", "2026-03-31"]
    for number, words in enumerate([
            ["check", *as_of], ["check", *as_of, b"caf\xe9.yaml"], ["check", *as_of, "caf\u00e9.yaml"], ["check", *as_of, "pipe.yaml"],
            ["check", *as_of, "loop.yaml"], ["check", *as_of, "links"], ["check", *as_of, "plain.yaml", "-o", "link.yaml"],
            ["check", *as_of, "plain.yaml", "-o", "new.txt"], ["check", *as_of, "plain.yaml", "-o", "none/new.txt"],
            ["check", *as_of, "plain.yaml", "-o", "links"], ["check", *as_of, "plain.yaml", "-o", "loop.yaml"],
            ["check", *as_of, "plain.yaml", "-o", "/dev/stdout"], ["check", *as_of, "plain.yaml", "-o", "/dev/full"],
            ["check", *as_of, "plain.yaml", "-o", "x" * 300], ["check", *as_of, "plain.yaml", "-o", "plain.yaml/x"],
            ["fix", *as_of, "link.yaml"], ["fix", *as_of, b"caf\xe9.yaml"], ["check", *as_of, "gone.yaml"],
            ["init", "--county", "yolo", *as_of, "a/b/c"], ["check", *as_of, "-"], ["check", *as_of, "plain.yaml@HEAD"]]):
        outcomes = []
        for which, program in (("native", CPM), ("web", web)):
            folder = os.path.join(scratch, f"{which}-{number}", "work")
            fill(os.fsencode(folder))
            done = run([program, *words], folder, text=False, given=example_bytes())
            outcomes.append((done, state(folder)))
        expect(f"cpm {' '.join(map(str, words))}", outcomes[1], outcomes[0])


def check_streams(web):
    """Standard output that is full or that nobody reads, and the environment."""
    for what, line in (("a full disk", "{} list counties > /dev/full"), ("a reader that stops", "{} list rules | head -n 1"),
                       ("a variable that is not UTF-8", "GITLAB_CI=true CI_PROJECT_DIR=$(printf 'caf\\351') {} check --format auto examples/mistakes"),
                       ("no variables", "env -i PATH=/usr/bin:/bin {} check --format auto examples/mistakes"),
                       ("another time zone", "TZ=Pacific/Kiritimati {} check examples/alder"),
                       ("colors", "{} check --color always examples/mistakes"), ("no input", "{} check - < /dev/null"),
                       ("a folder as input", "{} check - < examples")):
        native, hosted = (run(["bash", "-c", line.format(program)], text=False) for program in (CPM, web))
        expect(what, hosted, native)


def check_terminal(web):
    """The width of a terminal and its colors, as `script` makes one."""
    found = [run(["script", "--quiet", "--return", "--command", f"stty cols 70; {program} check examples/mistakes", "/dev/null"],
                 text=False, variables={"TERM": "xterm"}) for program in (CPM, web)]
    expect("on a terminal", found[1], found[0])
    check("there are colors on a terminal", b"\x1b[" in found[1].out, found[1].out)


def check_interrupt(web, scratch):
    """Ends by the signal, and leaves no half of a file."""
    folder = os.path.join(scratch, "interrupted")
    must(["cp", "-r", os.path.join(ROOT, "examples/alder"), folder])
    for pause in (0.2, 0.4, 0.6):
        with subprocess.Popen([web, "report", "--all", "--as-of", "2026-03-31"], cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as running:
            time.sleep(pause)
            running.send_signal(signal.SIGINT)
            status = running.wait(timeout=60)
        check(f"an interrupt after {pause} s ends it", status in (0, -signal.SIGINT), status)
        left = [name for _, _, names in os.walk(folder) for name in names if name.startswith(".") and ".md." in name]
        expect("no temporary file is left", left, [])


def check_no_sqlite(web, scratch):
    """The one form of tables that needs a library which WebAssembly does not have is refused, and nothing is written."""
    target = os.path.join(scratch, "tables.sqlite")
    done = run([web, "export", "tables", "examples/alder", "-o", target])
    expect("cpm export tables as SQLite ends", done.status, 3)
    check("and says what it can write", "CSV and NDJSON" in done.err, done)
    check("and writes nothing", not os.path.exists(target))


def best_times(*command):
    """Seconds on the clock and of processor time, each the best of ten."""
    clock, processor = [], []
    for _ in range(10):
        began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        run(command, os.path.join(ROOT, "examples/alder"), wanted=[0])
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        clock.append(time.monotonic() - began)
        processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(clock), min(processor)


def tell_times(web):
    """Figures to read, and no test: a busy machine takes longer. A check of one file should take 0.3 s at the most."""
    commands = {"Node alone": ["node", "-e", "0"], "cpm --version": [web, "--version"],
                "check of one file": [web, "check", "--as-of", "2026-03-31", "snapshots/2025-10-06-coaching.yaml"],
                "check of a county": [web, "check", "--as-of", "2026-03-31"]}
    for what, command in commands.items():
        clock, processor = best_times(*command)
        print(f"{what}: {clock:.2f} s, {processor:.2f} s of processor time")


def main():
    skip_without("emcc", "emscripten")
    skip_without("node", "nodejs")
    skip_without("npm")
    if not glob.glob("/usr/include/CLI/CLI.hpp"):
        skip("libcli11-dev is not installed")
    with tempfile.TemporaryDirectory() as scratch:
        web = installed(scratch)
        check_golden_cases(web)
        check_rule_cases(web)
        check_disk(web, scratch)
        check_streams(web)
        check_terminal(web)
        check_interrupt(web, scratch)
        check_no_sqlite(web, scratch)
        tell_times(web)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
