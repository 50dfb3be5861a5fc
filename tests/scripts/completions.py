#!/usr/bin/python3
"""Completion in real shells: bash and zsh at a terminal of their own, fish by its own query. In each, a line is typed as far as
given and its candidates asked for; the same must come back, with the same spelling, as quoted by that shell.
Needs bash, zsh and fish; skipped without."""
import os
import pty
import re
import select
import shlex
import shutil
import sys
import tempfile
import time

from harness import ROOT, entries, expect, finish, home_with_cpm, run, skip_without, write

COUNTY = os.path.join(ROOT, "examples/alder")
SNAPSHOTS = sorted("snapshots/" + name for name in os.listdir(os.path.join(COUNTY, "snapshots")))
CODES = [(entry["id"], entry["title"]) for entry in entries("rules")]

# what is typed → what is offered; the last word of the line is the one to be completed
LISTS = {
    "cpm sc": ["schema", "score"],
    "cpm plan ": ["calendar", "check", "status"],
    "cpm score ": SNAPSHOTS,
    "cpm score snapshots/2026": [name for name in SNAPSHOTS if "/2026" in name],
    "cpm compare snapshots/2025-03-13.yaml snapshots/2025": [name for name in SNAPSHOTS if "/2025" in name],
    "cpm plan check pl": ["plans/2025-07.yaml"],
    "cpm rank --we": ["--weights"],
    "cpm rank --weights ": ["feasibility=", "gap=", "importance="],
    "cpm check --format=te": ["--format=text"],
    "cpm check --fail-on ": ["advice", "error", "warning"],
    "cpm init --county san-l": ["san-luis-obispo"],
    "cpm explain CPM31": [code for code, _ in CODES if code.startswith("CPM31")],
    "cpm explain unknown-": sorted(name for _, name in CODES if name.startswith("unknown-")),
    "cpm new log": ["logic-model"],
    "cpm list to": ["tools"],
    "cpm completions ": ["bash", "fish", "zsh"],
    "cpm report --all --che": ["--check"],
    "cpm nonsense ": [],
}
# what is typed → the line after the completion key: a space only after what is finished
KEYS = {
    "cpm sco": "cpm score ",
    "cpm plan check pl": "cpm plan check plans/2025-07.yaml ",
    "cpm check pla": "cpm check plans/",
    "cpm check my": "cpm check my\\ notes/",
    "cpm check 'my notes'/a": "cpm check 'my notes'/all.yaml ",
    "cpm check my\\ notes/a": "cpm check my\\ notes/all.yaml ",
    "cpm region plan": "cpm region plans/",
    "cpm rank --weights gap=1,imp": "cpm rank --weights gap=1,importance=",
    "cpm check --format=te": "cpm check --format=text ",
}


class Terminal:
    """A shell at a terminal. ^X ^D shows the line it is editing; ^X ^A writes all candidates into it."""

    def __init__(self, command, home, setup):
        self.pid, self.at = pty.fork()
        if self.pid == 0:
            os.chdir(os.path.join(home, "county"))
            # a screen wide enough for a line never to be broken
            os.execve(command[0], command, {"PATH": f"{home}/bin:/usr/bin:/bin", "HOME": home, "TERM": "dumb", "LC_ALL": "C.UTF-8",
                                            "COLUMNS": "2000", "INPUTRC": "/dev/null"})
        self.write(setup + "; PS1='READ''Y> '\n")
        self.read(r"READY> ")  # not before the prompt is there do keys reach the line editor

    def write(self, text):
        os.write(self.at, text.encode())

    def read(self, pattern):
        seen, end = "", time.monotonic() + 20
        while not (match := re.search(pattern, seen)):
            if not select.select([self.at], [], [], max(0, end - time.monotonic()))[0]:
                raise SystemExit(f"the shell did not answer {pattern}; it said:\n{seen}")
            seen += os.read(self.at, 65536).decode("utf-8", "replace")
        return match

    def line_after(self, typed, key):
        self.write("\x15" + typed + key + "\x18\x04")
        return self.read(r"LINE<([^\x00]*?)>ENIL").group(1)

    def candidates(self, typed):
        line = self.line_after(typed, "\x18\x01")
        if line.rstrip() == typed.rstrip():
            return []
        front = typed[: len(typed) - len(re.search(r"\S*$", typed).group(0))]
        return sorted(shlex.split(line[len(front):]))

    def close(self):
        self.write("\x15exit\n")
        os.close(self.at)
        os.waitpid(self.pid, 0)


BASH = r"""bind 'set completion-query-items 0' 'set bell-style none'; bind '"\C-x\C-a": insert-completions';
dump() { printf 'LINE<%s>ENIL\n' "$READLINE_LINE"; }; bind -x '"\C-x\C-d": dump'; eval "$(cpm completions bash)" """
ZSH = r"""unsetopt zle_bracketed_paste beep prompt_cr prompt_sp; autoload -Uz compinit; compinit -u -D; eval "$(cpm completions zsh)";
LISTMAX=9999; dump() { print -r -- "LINE<$BUFFER>ENIL"; }; zle -N dump; bindkey '^X^D' dump; bindkey '^U' kill-whole-line;
zle -C all-matches complete-word _generic; bindkey '^X^A' all-matches; zstyle ':completion:all-matches:*' insert yes;
zstyle ':completion:all-matches::::' completer _all_matches _complete """


def at_terminal(name, command, home, setup):
    shell = Terminal(command, home, setup.replace("\n", " "))
    for typed, wanted in LISTS.items():
        expect(f"{name}: {typed}", shell.candidates(typed), wanted)
    for typed, wanted in KEYS.items():
        found = shell.line_after(typed, "\t")
        if "'" in typed:  # each shell quotes in its own way
            found, wanted = shlex.split(found), shlex.split(wanted)
        expect(f"{name}: {typed} and the completion key", found, wanted)
    shell.close()


def fish(home, variables):
    for typed, wanted in LISTS.items():
        script = f"cpm completions fish | source; complete -C {shlex.quote(typed)}"
        done = run(["fish", "--no-config", "-c", script], os.path.join(home, "county"), variables=variables)
        found = sorted(line.split("\t")[0].replace("\\ ", " ") for line in done.out.splitlines())
        expect(f"fish: {typed}", (found, done.err), (wanted, ""))


def zsh_as_installed(home):
    """In a folder of $fpath, under the name _cpm, without any `eval`."""
    shutil.copytree(os.path.join(home, "county"), os.path.join(home, "again"))
    os.makedirs(os.path.join(home, "functions"))
    shutil.copy(os.path.join(ROOT, "src/builtin/completions/cpm.zsh"), os.path.join(home, "functions/_cpm"))
    setup = ZSH.replace('eval "$(cpm completions zsh)";', "").replace("autoload", "fpath=(~/functions $fpath); autoload")
    shell = Terminal(["/usr/bin/zsh", "-f", "-i"], home, setup.replace("\n", " "))
    expect("zsh, installed: cpm score", shell.candidates("cpm score "), SNAPSHOTS)
    shell.close()


def main():
    for shell in ("bash", "zsh", "fish"):
        skip_without(shell)
    with tempfile.TemporaryDirectory() as home:
        variables = home_with_cpm(home)
        shutil.copytree(COUNTY, os.path.join(home, "county"))
        os.makedirs(os.path.join(home, "county/my notes"))
        write(os.path.join(home, "county/my notes/all.yaml"), "format: cpm/roadmap/1\n")
        at_terminal("bash", ["/bin/bash", "--norc", "--noprofile", "-i"], home, BASH)
        at_terminal("zsh", ["/usr/bin/zsh", "-f", "-i"], home, ZSH)
        zsh_as_installed(home)
        fish(home, variables)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
