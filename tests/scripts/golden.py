#!/usr/bin/python3
"""Runs cpm on the cases of tests/cli/, tests/rules/ and tests/formats/ and compares every byte it says.

tests/cli/<command>/<case>/   cmd      one line as typed in a shell, beginning with `cpm`; it may pipe and redirect
                              in/      the folder it runs in (a copy); without it, a copy of examples/
                              stdout, stderr, exit   what is expected
                              out/     files that the command must have written, if any
tests/{rules,formats}/CPMnnn-name/
                              bad/     expect.txt holds the headlines `path:line:column: severity[CODE]` of its check
                              good/    silent

CPM_UPDATE_GOLDEN=1 rewrites what differs, lists it, and fails once; refused when CI is set.
Environment: CPM (the program), CPM_ROOT (the source tree). The last line is `N passed, N failed`.
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get("CPM_ROOT") or os.path.dirname(os.path.dirname(HERE))
CPM = os.path.abspath(os.environ.get("CPM") or os.path.join(ROOT, "build/dev/cpm"))
UPDATE = os.environ.get("CPM_UPDATE_GOLDEN") == "1"
AS_OF = "2026-03-31"
CASE_FILES = {"cmd", "in", "stdout", "stderr", "exit", "out"}
HEADLINE = re.compile(r"^(\S.*?:)(\d+:\d+:)? (error|warning|advice)\[(CPM\d{3})\]")

changed = []


def environment(folder):
    """Nothing of the caller's surroundings reaches the program, but the search path."""
    tools = os.path.join(folder, "bin")
    os.makedirs(tools)
    os.symlink(CPM, os.path.join(tools, "cpm"))
    return {"PATH": tools + ":/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC",
            **{name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}}


def run(command, source, folder):
    """stdout, stderr and exit status of the command in a copy of `source`; the copy is folder/work."""
    work = os.path.join(folder, "work")
    if os.path.isdir(source):
        shutil.copytree(source, work, symlinks=True)
    else:
        os.makedirs(work)
    done = subprocess.run(["/bin/bash", "-c", command], cwd=work, env=environment(folder), stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=60, check=False)
    return work, {"stdout": done.stdout, "stderr": done.stderr, "exit": b"%d\n" % done.returncode}


def read(path):
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text)


def difference(path, expected, found):
    """Nothing when they agree. A missing golden file is a difference; updating writes it and remembers that it did."""
    if expected == found:
        return None
    if UPDATE:
        write(path, found)
        changed.append(os.path.relpath(path, ROOT))
        return None
    if expected is None:
        return f"{os.path.relpath(path, ROOT)} is not there; found:\n{found.decode('utf-8', 'replace')}"
    lines = difflib.unified_diff(expected.decode("utf-8", "replace").splitlines(),
                                 found.decode("utf-8", "replace").splitlines(), "expected", "found", lineterm="")
    return f"{os.path.relpath(path, ROOT)} differs:\n" + "\n".join(list(lines)[:60])


def files_below(folder):
    for at, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(at, name), folder)


def cli_case(case):
    """Problems of one case of tests/cli."""
    problems = [f"{os.path.relpath(case, ROOT)}/{name} belongs to nothing; a case has only {', '.join(sorted(CASE_FILES))}"
                for name in sorted(set(os.listdir(case)) - CASE_FILES)]
    command = (read(os.path.join(case, "cmd")) or b"").decode()
    if command.count("\n") != 1 or not re.search(r"\bcpm\b", command):
        return problems + [f"{os.path.relpath(case, ROOT)}/cmd is not one line with `cpm`"]
    source = os.path.join(case, "in")
    with tempfile.TemporaryDirectory() as folder:
        work, found = run(command, source if os.path.isdir(source) else os.path.join(ROOT, "examples"), folder)
        written = os.path.join(case, "out")
        for name in sorted(files_below(written)) if os.path.isdir(written) else []:
            made = read(os.path.join(work, name))
            found[os.path.join("out", name)] = made if made is not None else b"(not written)\n"
    for name, text in found.items():
        path = os.path.join(case, name)
        problems.append(difference(path, read(path), text))
    return [problem for problem in problems if problem]


def headlines(text):
    found = []
    for line in text.decode("utf-8", "replace").splitlines():
        match = HEADLINE.match(line)
        if match:
            path, place, severity, code = match.groups()
            found.append(f"{path}{place or '1:1:'} {severity}[{code}]")  # a whole file counts as its beginning
    return found


def rule_case(case):
    """Problems of one case of tests/rules or tests/formats: the good folder is silent, the bad one says what expect.txt says."""
    problems = []
    for which in ("good", "bad"):
        source = os.path.join(case, which)
        if not os.path.isdir(source):
            problems.append(f"{os.path.relpath(source, ROOT)} is not there")
            continue
        with tempfile.TemporaryDirectory() as folder:
            _, found = run(f"cpm check --as-of {AS_OF} --quiet .", source, folder)
        lines = headlines(found["stdout"])
        text = "".join(line + "\n" for line in lines).encode()
        if which == "good" and (lines or found["exit"] != b"0\n" or found["stderr"]):
            problems.append(f"{os.path.relpath(source, ROOT)} is not silent:\n{(found['stdout'] + found['stderr']).decode()}")
        if which == "bad":
            path = os.path.join(case, "expect.txt")
            problems.append(difference(path, read(path), text))
            code = os.path.basename(case)[:6]
            if f"[{code}]" not in text.decode():
                problems.append(f"{os.path.relpath(source, ROOT)} does not trigger {code}; found:\n"
                                + (found["stdout"] + found["stderr"]).decode())
    return [problem for problem in problems if problem]


def mistake(name):
    """A file of examples/mistakes/ checked alone has exactly one finding; the Snapshot beside them has none."""
    with tempfile.TemporaryDirectory() as folder:
        _, found = run(f"cpm check --as-of {AS_OF} --quiet {name}", os.path.join(ROOT, "examples/mistakes"), folder)
    lines = headlines(found["stdout"])
    wanted = 1 if re.match(r"\d\d-", name) else 0
    if len(lines) == wanted and found["exit"] == b"%d\n" % min(1, wanted):
        return []
    return [f"examples/mistakes/{name}: {len(lines)} findings, expected {wanted}:\n"
            + (found["stdout"] + found["stderr"]).decode()]


def folders(path):
    path = os.path.join(ROOT, path)
    return [os.path.join(path, name) for name in sorted(os.listdir(path))
            if os.path.isdir(os.path.join(path, name))] if os.path.isdir(path) else []


def cases():
    """(name, function, argument) of everything there is to run."""
    for command in folders("tests/cli"):
        for case in folders(command):
            yield os.path.relpath(case, ROOT), cli_case, case
    for case in folders("tests/rules") + folders("tests/formats"):
        yield os.path.relpath(case, ROOT), rule_case, case
    gallery = os.path.join(ROOT, "examples/mistakes")
    for name in sorted(os.listdir(gallery)) if os.path.isdir(gallery) else []:
        if name.endswith(".yaml"):
            yield f"examples/mistakes/{name}", mistake, name


def main():
    if UPDATE and os.environ.get("CI"):
        sys.exit("golden.py: CPM_UPDATE_GOLDEN is for people; CI only compares")
    if not os.access(CPM, os.X_OK):
        sys.exit(f"golden.py: there is no program {CPM}; build it, or set CPM")
    passed = failed = 0
    wanted = sys.argv[1:]
    for name, judge, argument in cases():
        if wanted and not any(part in name for part in wanted):
            continue
        problems = judge(argument)
        print("".join(f"FAILED {name}: {problem}\n" for problem in problems), end="")
        passed, failed = (passed, failed + 1) if problems else (passed + 1, failed)
    if changed:
        print("rewritten, to be looked at; run again to compare:")
        print("".join(f"  {path}\n" for path in changed), end="")
        failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
