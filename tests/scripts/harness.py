"""What the scripts of this folder share: where things are, how programs are run, and how checks are counted.

Environment: CPM (the program), CPM_ROOT (the source tree), CPM_NODE_MODULES (npm packages, where a script needs some). Without
the first two it is build/dev/cpm of the tree that this file lies in. The last line of a script is `N passed, N failed`; its exit
status is 1 if any failed or none passed, and 77 if it was skipped.
"""
import collections
import json
import os
import shutil
import subprocess
import sys

ROOT = os.environ.get("CPM_ROOT") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CPM = os.path.abspath(os.environ.get("CPM") or os.path.join(ROOT, "build/dev/cpm"))
# Of the caller's surroundings nothing reaches a program that is tested, but the search path and what sanitizers are told.
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC", "GIT_CONFIG_NOSYSTEM": "1",
               **{f"GIT_{who}_NAME": "A team" for who in ("AUTHOR", "COMMITTER")},
               **{f"GIT_{who}_EMAIL": "team@example.org" for who in ("AUTHOR", "COMMITTER")},
               **{name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}}
MOST_CHARACTERS = 4000  # of a value that is shown
MOST_FAILURES = 100  # that are shown
counts = {"passed": 0, "failed": 0}


# Files and programs.

def read(path):
    """The text of a file, with its line ends as they are. A path that is not absolute begins at ROOT, here and in `write`."""
    with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as file:
        return file.read()


def write(path, text):
    path = os.path.join(ROOT, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


class Done(collections.namedtuple("Done", "status out err")):
    @property
    def said(self):
        return self.out + self.err


def run(command, folder=ROOT, *, given=b"", environment=ENVIRONMENT, variables=None, wanted=None, text=True, timeout=120, **more):
    """How a command ended and what it said: texts, which must be UTF-8, or bytes. If its status is not in `wanted`, the script
    ends. `given` is its standard input; `variables` come on top of the environment; `more` goes to subprocess."""
    more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "input": given, **more}
    try:
        done = subprocess.run(command, cwd=folder, env={**environment, **(variables or {})}, timeout=timeout, check=False, **more)
        status, out, err = done.returncode, done.stdout or b"", done.stderr or b""
    except subprocess.TimeoutExpired:
        status, out, err = 124, b"", b"took more than %d seconds" % timeout
    done = Done(status, out.decode(), err.decode()) if text else Done(status, out, err)
    if wanted is not None and status not in wanted:
        sys.exit(f"{' '.join(map(os.fsdecode, command))} ended with {status}: {shown(done.said)}")
    return done


def cpm(*words, folder=ROOT, **more):
    return run([CPM, *words], folder, **more)


def entries(what):
    """What `cpm list` has."""
    return json.loads(cpm("list", what, "--format", "json", wanted=[0]).out)["result"]["entries"]


def home_with_cpm(folder):
    """Variables that make `folder` the home of programs, which find cpm in its bin/ and what else they need in the system's."""
    os.makedirs(os.path.join(folder, "bin"))
    os.symlink(CPM, os.path.join(folder, "bin/cpm"))
    return {"PATH": f"{folder}/bin:/usr/bin:/bin", "HOME": folder}


# Checks.

def shown(value):
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS // 2]} … {text[-MOST_CHARACTERS // 2:]}"


def check(what, fine, *values):
    """Counts, and prints the values if it is not fine: of so many failures, then only the number grows."""
    counts["passed" if fine else "failed"] += 1
    if not fine and counts["failed"] <= MOST_FAILURES:
        print(f"FAILED {what}" + "".join(f"\n  {shown(value)}" for value in values))


def expect(what, found, wanted, *values):
    check(what, found == wanted, f"found:  {shown(repr(found))}", f"wanted: {shown(repr(wanted))}", *values)


def expect_run(what, done, status, *words, without=()):
    """A command ended with the status, said something, all these words and none of those, and did not crash."""
    problems = [f"exit status {done.status}, wanted {status}"] if done.status != status else []
    problems += [] if done.said.strip() else ["says nothing"]
    problems += [f"no word of `{word}`" for word in words if word not in done.said]
    problems += [f"says `{word}`" for word in (*without, "terminate called", "Sanitizer", "internal error") if word in done.said]
    check(what, not problems, *problems, done.said)


# The end.

def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def skip_without(program, package=None, path=None):
    if not shutil.which(program, path=path):
        skip(f"{package or program} is not installed")


def node_module(path):
    """A file or folder of the npm packages of tests/node; the script is skipped without it."""
    full = os.path.join(os.environ.get("CPM_NODE_MODULES", ""), path)
    if not os.path.exists(full):
        skip(f"there is no {path} in CPM_NODE_MODULES; tests/node/install brings it")
    return full


def finish():
    """The exit status of the script."""
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    return 1 if counts["failed"] or not counts["passed"] else 0
