#!/usr/bin/python3
"""`cpm lsp` with real clients: Neovim, Emacs (eglot) and Microsoft's protocol library each open, type, complete, hover, fix, save, go
to a definition and rename an id in five files. Every message of the server is held to the protocol's meta model, and the files
that are saved to `cpm check`.

usage: lsp.py [judge|neovim|emacs|microsoft|stream]      the editors' settings are those of examples/editors.md
A client that is not installed is left out, and said so.
"""
import json
import os
import re
import shutil
import sys
import tempfile

import harness
from harness import CPM, ROOT, check, cpm, expect, finish, run, write
from lsp_client import Client
from lsp_model import Model, messages_in

EDITORS = os.path.join(ROOT, "tests/editors")
AS_OF = "2026-03-31"
FIVE = ["cpm.yaml", "instruments/coaching-check-1.0.yaml", "instruments/coaching-check.yaml",
        "snapshots/2025-10-06-coaching.yaml", "snapshots/2026-02-09-coaching.yaml"]
MODEL = Model()


def county_in(folder):
    """The example county, with one more file that names an item of its own instrument."""
    county = os.path.join(folder, "alder")
    shutil.copytree(os.path.join(ROOT, "examples/alder"), county)
    write(os.path.join(county, "cpm.yaml"), harness.read("examples/alder/cpm.yaml") +
          "\noffers:\n  - item: cc-log\n    text: How a log of coaching is kept without names.\n")
    return county


def snippet(section, language):
    """The last piece of code of a section of examples/editors.md that starts the server."""
    page = harness.read("examples/editors.md")
    part = re.search(rf"(?ms)^## {section}\n(.*?)(?=^## |\Z)", page).group(1)
    return [each for each in re.findall(rf"(?ms)^```{language}\n(.*?)^```", part) if "lsp" in each and "keymap" not in each][-1]


def with_tee(folder):
    """A folder for the search path in which `cpm` keeps what it says and hears."""
    program = os.path.join(folder, "bin/cpm")
    write(program, f'#!/bin/sh\nexec {EDITORS}/tee.py {folder}/log {CPM} "$@" --as-of {AS_OF}\n')
    os.chmod(program, 0o755)
    return {"PATH": f"{folder}/bin:/usr/bin:/bin", "HOME": folder, "CPM_COUNTY": os.path.join(folder, "alder"),
            "CPM_SEEN": os.path.join(folder, "seen.json"), "XDG_CONFIG_HOME": f"{folder}/config", "XDG_STATE_HOME": f"{folder}/state"}


def check_messages(who, folder):
    """Every message that the server sent, by the meta model."""
    with open(f"{folder}/log.in", "rb") as heard, open(f"{folder}/log.out", "rb") as said:
        asked = {each["id"]: each["method"] for each in messages_in(heard.read()) if "id" in each and "method" in each}
        messages = list(messages_in(said.read()))
    check(f"{who}: the server says something", len(messages) > 8, len(messages))
    check_all(who, messages, asked)


def check_all(who, messages, asked):
    for message in messages:
        wrong = MODEL.wrong_in(message, asked)
        check(f"{who}: {message.get('method') or asked.get(message.get('id'))}", not wrong, *wrong[:3], message)


def check_seen(who, seen, county):
    """What every client must have seen, whatever it is called there."""
    expect(f"{who} comes to the end", seen.get("problem"), None, seen)
    check(f"{who} types", "CPM305" in str(seen.get("typed")) or "coached-unit`" in str(seen.get("typed")), seen.get("typed"))
    check(f"{who} completes", {"coached-units", "coached-supervisors"} <= set(seen.get("completed", [])), seen.get("completed"))
    check(f"{who} hovers", "The objective it serves" in seen.get("hovered", "") or "`objective`" in seen.get("hovered", ""), seen.get("hovered"))
    check(f"{who} fixes", "write `coached-units`" in str(seen.get("offered")), seen.get("offered"))
    check(f"{who} saves", seen.get("saved"))
    expect(f"{who} goes to the definition", seen.get("defined"), "  - id: coached-units")
    expect(f"{who} renames in five files", seen.get("renamed"), 5)
    for path in FIVE:
        text = harness.read(os.path.join(county, path))
        check(f"{who}: {path} has the new id", "cc-record" in text and "cc-log" not in text)
    expect(f"{who}: the saved plan is as before", harness.read(os.path.join(county, "plans/2025-07.yaml")),
           harness.read("examples/alder/plans/2025-07.yaml"))
    done = cpm("check", "--as-of", AS_OF, folder=county)
    check(f"{who}: cpm check finds nothing", "no problems" in done.out, done.said)


def drive(who, command, folder, variables):
    done = run(command, folder, variables=variables, timeout=120)
    seen = os.path.join(folder, "seen.json")
    if not os.path.exists(seen):
        check(f"{who} says what it saw", False, done.said)
        return
    check_seen(who, json.loads(harness.read(seen)), variables["CPM_COUNTY"])
    check_messages(who, folder)


def neovim(folder):
    if not shutil.which("nvim"):
        return "Neovim is not installed"
    county_in(folder)
    write(f"{folder}/init.lua", snippet("Neovim", "lua"))
    drive("Neovim", ["nvim", "--headless", "-i", "NONE", "-n", "-u", f"{folder}/init.lua", "-S", f"{EDITORS}/neovim.lua"], folder,
          with_tee(folder))
    return None


def emacs(folder):
    if not shutil.which("emacs") or run(["emacs", "--batch", "--eval", "(require 'eglot)"]).status != 0:
        return "Emacs with eglot is not installed"
    county_in(folder)
    # Debian's Emacs has no mode for YAML without one more package; any mode of this name will do.
    mode = ("(define-derived-mode yaml-mode prog-mode \"YAML\")\n(add-to-list 'auto-mode-alist '(\"\\\\.yaml\\\\'\" . yaml-mode))\n"
            "(setq make-backup-files nil create-lockfiles nil)\n")
    write(f"{folder}/init.el", mode + snippet("Emacs", "elisp"))
    drive("Emacs", ["emacs", "--batch", "-l", f"{folder}/init.el", "-l", f"{EDITORS}/emacs.el"], folder, with_tee(folder))
    return None


def microsoft(folder):
    modules = os.environ.get("CPM_NODE_MODULES", "")
    if not shutil.which("node") or not os.path.isdir(os.path.join(modules, "vscode-languageserver-protocol")):
        return "node and Microsoft's protocol library are not installed (tests/node/install)"
    county = county_in(folder)
    variables = with_tee(folder)
    done = run(["node", f"{EDITORS}/microsoft.cjs", modules, county, f"{folder}/bin/cpm", "lsp"], folder, variables=variables)
    seen = json.loads(done.out) if done.status == 0 else {"problem": done.said}
    check_seen("Microsoft's library", seen, county)
    check_messages("Microsoft's library", folder)
    wanted = {"opened": 0, "fixed": True, "prepared": "cc-log", "status": 0, "canceled": -32800, "symbols": 1, "CodeLensRequest": 1,
              "DocumentLinkRequest": 1, "selections": 1, "explained": "# CPM305 unknown-objective",
              "shown": f"cpm:report/plan.md?file://{county}/plans/2025-07.yaml", "registered": ["workspace/didChangeWatchedFiles"]}
    for name, value in wanted.items():
        expect(f"Microsoft's library: {name}", seen.get(name), value, seen.get("problem"))
    check("Microsoft's library: refused", "write `cc-log`" in str(seen.get("refused")), seen.get("refused"))
    for name in ("hints", "highlights", "references", "DocumentSymbolRequest", "FoldingRangeRequest"):
        check(f"Microsoft's library: {name}", seen.get(name, 0) > 4, seen.get(name))
    return None


def stream(folder):
    """The program at a stream: pieces of messages, several at once, the disk changed by others, ends without a word."""
    county = county_in(folder)
    client = Client([CPM, "lsp", "--as-of", AS_OF], county)
    client.open("plans/2025-07.yaml")
    expect("a good file has no finding", client.settled("plans/2025-07.yaml"), [])
    text = client.texts["plans/2025-07.yaml"][1]
    for letter in range(1, 40):  # typed faster than it is checked: only the last text counts
        client.change("plans/2025-07.yaml", text + "# " + "x" * letter + "\n")
    client.change("plans/2025-07.yaml", text.replace("objective: coached-units", "objective: x", 1))
    expect("the last of many changes", [each["code"] for each in client.settled("plans/2025-07.yaml")], ["CPM305"])
    published = [each for each in client.heard if each.get("method") == "textDocument/publishDiagnostics"]
    check("changes that wait are made before the next check", len(published) < 30, len(published))
    os.remove(os.path.join(county, "plans/2025-07.yaml"))
    client.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": client.uri("plans/2025-07.yaml"), "type": 3}]})
    client.close("plans/2025-07.yaml")
    client.listen(lambda: any(each["code"] == "CPM324" for each in client.findings.get(client.uri("support.yaml"), [])), "the lost plan")
    check("a file that is gone is missed by others", True)
    check_all("stream", client.heard, client.methods)
    expect("the end", client.end(), 0)
    client = Client([CPM, "lsp"], county)
    client.process.stdin.close()
    expect("an end without a word", client.process.wait(20), 1)
    client = Client([CPM, "lsp"], county, begin=False)
    body = b'{"jsonrpc":"2.0","id":1,"method":"shutdown"}'
    message = b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    for at in range(len(message)):
        client.send_bytes(message[at:at + 1])
    client.listen(lambda: 1 in client.answers, "one byte at a time")
    expect("before `initialize`", client.answers[1]["error"]["code"], -32002)
    client.process.kill()


def judge(_):
    """The judge itself: it finds what is wrong with messages that are nearly right."""
    def wrong(method, params, **more):
        return MODEL.wrong_in({"jsonrpc": "2.0", "method": method, "params": params, **more}, {})
    place = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}
    finding = {"range": place, "message": "so", "severity": 1, "code": "CPM100", "source": "cpm"}
    told = "textDocument/publishDiagnostics"
    expect("a right message", wrong(told, {"uri": "file:///a", "diagnostics": [finding]}), [])
    for name, value in {"range": None, "severity": 5, "message": 7, "code": [], "sauce": "cpm", "relatedInformation": [{}]}.items():
        check(f"a wrong {name}", wrong(told, {"uri": "file:///a", "diagnostics": [{**finding, name: value}]}))
    check("a place before the text", wrong(told, {"uri": "file:///a", "diagnostics": [
        {**finding, "range": {**place, "start": {"line": -1, "character": 0}}}]}))
    check("no params", wrong(told, None))
    check("a method of clients", wrong("textDocument/didOpen", {}))
    check("an answer to nothing", MODEL.wrong_in({"jsonrpc": "2.0", "id": 7, "result": None}, {}))
    check("an answer of another kind", MODEL.wrong_in({"jsonrpc": "2.0", "id": 7, "result": "x"}, {7: "textDocument/hover"}))


PARTS = {"judge": judge, "neovim": neovim, "emacs": emacs, "microsoft": microsoft, "stream": stream}


def main():
    for name in sys.argv[1:] or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            left_out = PARTS[name](os.path.realpath(folder))
            if left_out:
                print(f"left out: {left_out}")
    finish()


if __name__ == "__main__":
    main()
