"""A client of language servers for tests and benchmarks: asks, tells, and keeps what it was told. Threads: none."""
import json
import os
import pathlib
import select
import subprocess
import time

PATIENCE = 60  # seconds

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "window": {"workDoneProgress": True, "showDocument": {"support": True}},
    "workspace": {"workspaceEdit": {"documentChanges": True}, "workspaceFolders": True, "configuration": True,
                  "didChangeWatchedFiles": {"dynamicRegistration": True}, "applyEdit": True},
    "textDocument": {
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "refactor", "source"]}},
                       "resolveSupport": {"properties": ["edit"]}, "dataSupport": True},
        "completion": {"completionItem": {"labelDetailsSupport": True}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
        "rename": {"prepareSupport": True}}}


class Ended(Exception):
    """The server has ended."""


class Client:
    """`settings`: what the server gets when it asks for configuration. `heard`: every message of the server, in order."""

    def __init__(self, command, folder, *, capabilities=None, settings=None, begin=True, **more):
        self.folder, self.settings = pathlib.Path(folder), settings or {}
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        **{"stderr": subprocess.DEVNULL, **more})
        self.number, self.answers, self.findings, self.versions = 0, {}, {}, {}
        self.heard, self.asked, self.methods, self.edits = [], [], {}, []
        self.texts = {}
        if begin:
            self.about = self.begin(capabilities or CAPABILITIES)

    def begin(self, capabilities):
        uri = self.folder.as_uri()
        answer = self.ask("initialize", {"processId": os.getpid(), "rootUri": uri, "capabilities": capabilities,
                                         "workspaceFolders": [{"uri": uri, "name": "county"}]})
        self.tell("initialized", {})
        return answer["result"]

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(data) + data)

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params):
        """The whole answer: with `result` or `error`."""
        self.number += 1
        number = self.number
        self.methods[number] = method
        self.send({"id": number, "method": method, "params": params})
        self.listen(lambda: number in self.answers, method)
        return self.answers.pop(number)

    def result(self, method, params):
        answer = self.ask(method, params)
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer["result"]

    def listen(self, enough, what):
        end = time.monotonic() + PATIENCE
        while not enough():
            if not self.process.stdout.peek(1) and not select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))[0]:
                raise Ended(f"the server did not answer: {what}")
            self.take(self.read())

    def read(self):
        size = None
        while line := self.process.stdout.readline():
            if not line.strip():
                break
            name, value = line.split(b":", 1)
            if name.lower() == b"content-length":
                size = int(value)
        if size is None:
            raise Ended("the server has ended")
        return json.loads(self.process.stdout.read(size))

    def take(self, message):
        self.heard.append(message)
        method, number = message.get("method"), message.get("id")
        if method and number is not None:
            self.asked.append(message)
            self.send({"id": number, "result": self.answer_to(method, message.get("params"))})
        elif method == "textDocument/publishDiagnostics":
            params = message["params"]
            self.findings[params["uri"]] = params["diagnostics"]
            self.versions[params["uri"]] = params.get("version")
        elif not method:
            self.answers[number] = message

    def answer_to(self, method, params):
        if method == "workspace/configuration":
            return [self.section(item.get("section") or "") for item in params["items"]]
        if method == "workspace/applyEdit":
            self.edits.append(params["edit"])
            return {"applied": True}
        return {"success": True} if method == "window/showDocument" else None

    def section(self, name):
        """The settings below `name`, as editors hand them out."""
        found = {}
        for key, value in self.settings.items():
            if key.startswith(f"{name}."):
                at = found
                *folders, last = key[len(name) + 1:].split(".")
                for folder in folders:
                    at = at.setdefault(folder, {})
                at[last] = value
        return found

    # Documents, by their path below the folder.

    def uri(self, path):
        return (self.folder / path).as_uri()

    def document(self, path):
        return {"textDocument": {"uri": self.uri(path)}}

    def open(self, path, text=None, version=1):
        text = (self.folder / path).read_text(encoding="utf-8") if text is None else text
        self.texts[path] = (version, text)
        self.tell("textDocument/didOpen", {"textDocument": {"uri": self.uri(path), "languageId": "yaml", "version": version, "text": text}})

    def change(self, path, text, changes=None):
        """The new text; by default sent whole."""
        version = self.texts[path][0] + 1
        self.texts[path] = (version, text)
        self.tell("textDocument/didChange", {"textDocument": {"uri": self.uri(path), "version": version},
                                             "contentChanges": changes or [{"text": text}]})

    def close(self, path):
        self.tell("textDocument/didClose", self.document(path))
        self.texts.pop(path, None)

    def settled(self, path):
        """The findings of the text that is open."""
        uri, version = self.uri(path), self.texts[path][0]
        self.listen(lambda: self.versions.get(uri) == version, f"findings of {path}")
        return self.findings[uri]

    def at(self, path, words, more=0):
        """The params of a place: where the words begin in the open text, or so many characters behind."""
        return {**self.document(path), "position": position_of(self.texts[path][1], self.texts[path][1].index(words) + more)}

    def end(self):
        self.result("shutdown", None)
        self.tell("exit", None)
        self.process.stdin.close()
        return self.process.wait(PATIENCE)

    def processor_time(self):
        """Seconds that it has worked."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """The most it has held, in MiB."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        return 0


def halves(text):
    return len(text.encode("utf-16-le")) // 2


def position_of(text, at):
    begin = text.rfind("\n", 0, at) + 1
    return {"line": text.count("\n", 0, at), "character": halves(text[begin:at])}


def index_of(text, position):
    """Where a position is; lines end in `\\n`."""
    begin = 0
    for _ in range(position["line"]):
        begin = text.index("\n", begin) + 1
    at, passed = begin, 0
    while passed < position["character"]:
        passed += halves(text[at])
        at += 1
    return at


def with_edits(text, edits):
    for edit in sorted(edits, key=lambda edit: (edit["range"]["start"]["line"], edit["range"]["start"]["character"]), reverse=True):
        begin, end = index_of(text, edit["range"]["start"]), index_of(text, edit["range"]["end"])
        text = text[:begin] + edit["newText"] + text[end:]
    return text
