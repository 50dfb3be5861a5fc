#!/usr/bin/python3
"""The language server of editors (yaml-language-server) with what `cpm init` writes: it finds nothing in good files, flags what
`cpm check` flags on shape, completes keys and names, and explains a key under the pointer.

Needs node and the npm package yaml-language-server in CPM_NODE_MODULES; skipped without.
"""
import json
import os
import pathlib
import re
import select
import subprocess
import sys
import tempfile
import time

import harness
from harness import check, cpm, finish, node_module, skip_without
from schema_samples import Sample, cpm_verdict

ROOT = pathlib.Path(harness.ROOT)
SERVER = "yaml-language-server/bin/yaml-language-server"
PATIENCE = 120  # seconds
SAMPLES_A_KIND = 40


class Server:
    """Speaks the Language Server Protocol over standard input and output."""

    def __init__(self, folder, settings):
        self.folder, self.settings = folder, settings
        self.process = subprocess.Popen(["node", node_module(SERVER), "--stdio"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.number, self.version, self.answers, self.diagnostics = 0, 0, {}, {}
        capabilities = {"workspace": {"configuration": True, "workspaceFolders": True},
                        "textDocument": {"hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {},
                                         "completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}
        uri = folder.as_uri()
        self.ask("initialize", {"processId": os.getpid(), "rootUri": uri, "capabilities": capabilities,
                                "workspaceFolders": [{"uri": uri, "name": "county"}]})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {}})

    def send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def tell(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def ask(self, method, parameters):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": parameters})
        self.listen(lambda: self.number in self.answers, method)
        return self.answers.pop(self.number)

    def listen(self, enough, what):
        end = time.monotonic() + PATIENCE
        while not enough():
            if not self.process.stdout.peek(1) and not select.select([self.process.stdout], [], [], end - time.monotonic())[0]:
                raise SystemExit(f"yaml-language-server did not answer: {what}")
            self.take(self.read())

    def read(self):
        size = 0
        while line := self.process.stdout.readline().strip():
            name, value = line.split(b":", 1)
            if name.lower() == b"content-length":
                size = int(value)
        if size == 0:
            raise SystemExit("yaml-language-server has ended")
        return json.loads(self.process.stdout.read(size))

    def take(self, message):
        method = message.get("method")
        if "id" in message and method == "workspace/configuration":
            asked = [item.get("section") for item in message["params"]["items"]]
            self.send({"id": message["id"], "result": [self.section(name) for name in asked]})
        elif "id" in message and method:
            self.send({"id": message["id"], "result": None})
        elif "id" in message:
            self.answers[message["id"]] = message.get("result")
        elif method == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]

    def section(self, name):
        """The part of .vscode/settings.json below `name`, as editors hand it out."""
        found = {}
        for key, value in self.settings.items():
            if not key.startswith(f"{name}."):
                continue
            at = found
            *folders, last = key[len(name) + 1:].split(".")
            for folder in folders:
                at = at.setdefault(folder, {})
            at[last] = value
        return found

    def open(self, path, text):
        uri = (self.folder / path).as_uri()
        self.diagnostics.pop(uri, None)
        self.version += 1  # the server keeps what it has read by name and version
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": self.version, "text": text}})
        return uri

    def close(self, uri):
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def judged(self, texts):
        """path → messages, for many texts at once."""
        found = {}
        waiting = []
        for path, text in texts.items():
            waiting.append((path, self.open(path, text)))
            if len(waiting) == 16:
                self.collect(waiting, found)
        self.collect(waiting, found)
        return found

    def collect(self, waiting, found):
        self.listen(lambda: all(uri in self.diagnostics for _, uri in waiting), "diagnostics")
        for path, uri in waiting:
            found[path] = [f"{row['range']['start']['line'] + 1}: {row['message']}" for row in self.diagnostics.pop(uri)]
            self.close(uri)
        waiting.clear()

    def at_mark(self, method, path, text):
        """What the server says at the character ‸ of the text."""
        before = text[:text.index("‸")]
        uri = self.open(path, text.replace("‸", ""))
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        answer = self.ask(method, {"textDocument": {"uri": uri}, "position": position})
        self.close(uri)
        return answer

    def labels(self, path, text):
        answer = self.at_mark("textDocument/completion", path, text)
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: item for item in items}

    def hover(self, path, text):
        answer = self.at_mark("textDocument/hover", path, text)
        return answer["contents"]["value"] if answer else ""


SNAPSHOT = "format: cpm/snapshot/1\ncounty: yolo\ndate: 2026-03-15\nstatus: draft\ninstrument: {id: cpm-default, version: \"1.0\"}\n"
PLAN = "format: cpm/plan/1\ncounty: yolo\ndate: 2026-03-15\n"

# (file, text with ‸ where the cursor is, labels that must be offered)
COMPLETIONS = [
    ("snapshots/a.yaml", SNAPSHOT + "ratings:\n  ‸\n", "ITEMS"),
    ("snapshots/a.yaml", SNAPSHOT + "ratings:\n  or-vis‸\n", ["or-vision"]),
    ("snapshots/a.yaml", SNAPSHOT + "ratings:\n  or-vision:\n    ‸\n", ["score", "state", "evidence", "votes"]),
    ("snapshots/a.yaml", SNAPSHOT + "ratings:\n  or-vision:\n    state: ‸\n", ["missing", "not_applicable", "dont_know"]),
    ("snapshots/a.yaml", SNAPSHOT + "ratings: {}\npriorities:\n  - id: p1\n    items:\n      - ‸\n", "ITEMS"),
    ("snapshots/a.yaml", SNAPSHOT + "ratings: {}\nanalysis:\n  feasibility:\n    - item: ‸\n", "ITEMS"),
    ("snapshots/a.yaml", SNAPSHOT.replace("status: draft", "status: ‸"), ["draft", "final"]),
    ("snapshots/a.yaml", SNAPSHOT.replace("county: yolo", "county: ‸"), ["yolo", "los-angeles"]),
    ("snapshots/a.yaml", SNAPSHOT + "‸\n", ["ratings", "participants", "priorities"]),
    ("plans/a.yaml", PLAN + "‸\n", ["team", "horizon", "priorities"]),
    ("support.yaml", "format: cpm/support/1\ncounty: yolo\nneeds:\n  - id: n1\n    tool: ‸\n", ["orb-matrix"]),
    ("cpm.yaml", "format: cpm/repository/1\ncounty: yolo\nacademy: ‸\n", ["ncta"]),
    ("cpm.yaml", "format: cpm/repository/1\ncounty: yolo\npolicy:\n  suppressions:\n    - code: ‸\n", ["CPM415"]),
    ("theory-of-change.yaml", "format: cpm/theory-of-change/1\ncounty: yolo\nif:\n  - text: one\n    outcomes:\n      - ‸\n", ["oc-heard"]),
]
# (file, text with ‸ in the word under the pointer, words that must be said)
HOVERS = [
    ("snapshots/a.yaml", SNAPSHOT + "ratings:\n  or-vis‸ion:\n    score: 1\n", "ITEM or-vision"),
    ("snapshots/a.yaml", SNAPSHOT + "ratings:\n  or-vision:\n    sco‸re: 1\n", ["The score the team agreed", "Optional"]),
    ("snapshots/a.yaml", SNAPSHOT.replace("status", "sta‸tus"), ["being filled in", "agreed by the team", "Required"]),
    ("snapshots/a.yaml", SNAPSHOT.replace("date", "da‸te"), ["day the team agreed on the scores", "YYYY-MM-DD"]),
    ("snapshots/a.yaml", SNAPSHOT + "ratings: {}\npriorities:\n  - id: p1\n    items: [or-vis‸ion]\n", "TITLE or-vision"),
    ("cpm.yaml", "format: cpm/repository/1\ncounty: yolo\nfiscal_year‸_start: 7\n", ["fiscal year begins", "Default", "7"]),
    ("plans/a.yaml", PLAN + "steps:\n  - id: s1\n    monitor‸_on: 2026-05-01\n", ["step: monitor"]),
]


def items():
    """Id → (title, prompt, anchors) of the built-in instrument."""
    import yaml  # python3-yaml, of the group `test`
    with open(ROOT / "src/builtin/instrument-cpm-default.yaml", encoding="utf-8") as file:
        areas = yaml.safe_load(file)["areas"]
    return {item["id"]: item for area in areas for item in area["items"]}


def plain(markdown):
    """Without the characters that escape Markdown; several spaces are one."""
    return re.sub(r"\s+", " ", re.sub(r"\\(.)", r"\1", markdown.replace("&nbsp;", " ")))


def check_completions(server, known):
    for path, text, wanted in COMPLETIONS:
        wanted = sorted(known) if wanted == "ITEMS" else wanted
        offered = server.labels(path, text)
        missing = [label for label in wanted if label not in offered]
        place = text[:text.index("‸")].rsplit("\n", 2)[-2:]
        check(f"completion in {path} behind {place}", not missing, f"missing: {missing}; offered: {sorted(offered)[:60]}")
    offered = server.labels("snapshots/a.yaml", SNAPSHOT + "ratings:\n  or-vis‸\n").get("or-vision", {})
    said = plain(json.dumps(offered.get("documentation"), ensure_ascii=False))
    check("a completed item says what it asks", plain(known["or-vision"]["prompt"])[:40] in said, said[:400])


def check_hovers(server, known):
    for path, text, wanted in HOVERS:
        if isinstance(wanted, str):
            kind, item = wanted.split()
            row = known[item]
            wanted = [row["prompt"], *row["anchors"]] if kind == "ITEM" else [row["title"]]
        said = plain(server.hover(path, text))
        missing = [words for words in wanted if plain(words) not in said]
        line = next(line for line in text.splitlines() if "‸" in line)
        check(f"hover in {path} on {line.strip()}", not missing, f"missing: {missing}; said: {said[:600]}")


def yaml_files(folder):
    return sorted(path for path in folder.rglob("*.yaml") if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def check_good_files(server, county):
    """What `cpm init` writes, the example counties, and a template of each kind."""
    texts = {str(path.relative_to(county)): path.read_text(encoding="utf-8") for path in yaml_files(county)}
    for example in [ROOT / "examples/alder", *sorted(path.parent for path in (ROOT / "examples/region").glob("*/cpm.yaml"))]:
        for path in yaml_files(example):
            text = path.read_text(encoding="utf-8")
            word = re.search(r"(?m)^format: cpm/([a-z-]+)/", text).group(1)
            name = f"{example.name}-{path.stem}"
            texts[f"good/{name}.yaml"] = f"# yaml-language-server: $schema=../schemas/{word}.schema.json\n{text}"
    for path in sorted((county / "schemas").glob("*.json")):
        word = path.name.removesuffix(".schema.json")
        text = cpm("new", word, "--as-of", "2026-03-15", folder=county).out
        texts[f"good/new-{word}.yaml"] = f"# yaml-language-server: $schema=../schemas/{path.name}\n{text}"
    for path, messages in server.judged(texts).items():
        check(f"nothing to say about {path}", not messages, messages[:3])
    return len(texts)


NO_SUCH_DAY = "2026-02-30"  # the server judges the form of a day, not the calendar; script.schema_judge has these cases


def check_mutations(server, county):
    """Every so-many-th mutation of a complete sample of each kind: the server and `cpm check` agree on whether the shape is right."""
    agreed = 0
    for path in sorted((county / "schemas").glob("*.json")):
        word = path.name.removesuffix(".schema.json")
        cases = [(what, data) for what, data in Sample(json.loads(path.read_text(encoding="utf-8"))).mutations()
                 if NO_SUCH_DAY not in what]
        step = max(1, len(cases) // SAMPLES_A_KIND)
        folder = county / "cases" / word
        folder.mkdir(parents=True)
        texts, names = {}, {}
        for number, (what, data) in enumerate(cases[::step]):
            name = f"cases/{word}/{number:03}.yaml"
            names[name] = what
            texts[name] = f"# yaml-language-server: $schema=../../schemas/{path.name}\n{json.dumps(data, ensure_ascii=False)}\n"
            (county / name).write_text(texts[name], encoding="utf-8")
        codes = {}
        for finding in json.loads(cpm("check", "--quiet", "--format", "json", ".", folder=folder).out)["findings"]:
            codes.setdefault(finding["file"], set()).add((finding["severity"], finding["code"]))
        for name, messages in server.judged(texts).items():
            ours = codes.get(os.path.basename(name), set())
            verdict = cpm_verdict(ours)
            if verdict is not None:
                agreed += verdict == (not messages)
                check(f"{word}: {names[name]}", verdict == (not messages), f"cpm: {sorted(ours)}; server: {messages[:2]}")
    return agreed


def main():
    skip_without("node")
    node_module(SERVER)
    with tempfile.TemporaryDirectory() as scratch:
        county = pathlib.Path(scratch).resolve() / "county"
        done = cpm("init", str(county), "--county", "yolo", "--as-of", "2026-03-15", folder=scratch)
        check("cpm init", done.status == 0, done.err)
        settings = json.loads((county / ".vscode/settings.json").read_text(encoding="utf-8"))
        server = Server(county, settings)
        known = items()
        # first what waits for diagnostics: those of a file closed long ago may still come in
        files = check_good_files(server, county)
        mutations = check_mutations(server, county)
        check_completions(server, known)
        check_hovers(server, known)
        server.process.kill()
        server.process.wait()
    print(f"{files} good files, {mutations} mutations agreed on")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
