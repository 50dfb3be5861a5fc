"""The meta model of the Language Server Protocol (tests/schemas/lsp-meta-model.json) as a judge of what a server sends."""
import json
import os

ROOT = os.environ.get("CPM_ROOT") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BASES = {"string": str, "DocumentUri": str, "URI": str, "RegExp": str, "boolean": bool, "null": type(None)}
WHOLE = {"integer": (-2**31, 2**31 - 1), "uinteger": (0, 2**31 - 1)}


class Model:
    def __init__(self):
        with open(os.path.join(ROOT, "tests/schemas/lsp-meta-model.json"), encoding="utf-8") as file:
            model = json.load(file)
        self.requests = {each["method"]: each for each in model["requests"]}
        self.notifications = {each["method"]: each for each in model["notifications"]}
        self.named = {each["name"]: each for part in ("structures", "enumerations", "typeAliases") for each in model[part]}

    # Messages

    def wrong_in(self, message, methods):
        """What is wrong with a message of the server, as a list of texts. `methods`: those of the client's requests, by their id."""
        if message.get("jsonrpc") != "2.0":
            return ["no jsonrpc 2.0"]
        method = message.get("method")
        if method is None:
            return self.wrong_answer(message, methods)
        rows = self.requests if "id" in message else self.notifications
        if method not in rows:
            return [f"{method} is no message of a server"]
        found = self.wrong(rows[method]["params"], message.get("params"), method)
        if method == "client/registerCapability":
            for each in message["params"]["registrations"]:
                found += self.wrong({"kind": "reference", "name": "DidChangeWatchedFilesRegistrationOptions"}, each["registerOptions"], method)
        if method == "$/progress":
            kind = {"begin": "WorkDoneProgressBegin", "report": "WorkDoneProgressReport", "end": "WorkDoneProgressEnd"}
            value = message["params"]["value"]
            found += self.wrong({"kind": "reference", "name": kind[value["kind"]]}, value, method)
        return found

    def wrong_answer(self, message, methods):
        extra = set(message) - {"jsonrpc", "id", "result", "error"}
        if extra or ("result" in message) == ("error" in message):
            return [f"an answer has a result or an error, and not {sorted(extra)}"]
        if "error" in message:
            error = message["error"]
            fine = isinstance(error.get("code"), int) and isinstance(error.get("message"), str) and error["message"]
            return [] if fine else [f"{error} is no error"]
        method = methods.get(message["id"])
        if method is None:
            return [f"{message['id']} answers nothing that was asked"]
        return self.wrong(self.requests[method]["result"], message["result"], method)

    # Values

    def wrong(self, kind, value, place):
        """What is wrong with a value of this type."""
        return getattr(self, "of_" + kind["kind"].replace("-", "_"))(kind, value, place)

    def of_base(self, kind, value, place):
        name = kind["name"]
        if name in WHOLE:
            least, most = WHOLE[name]
            fine = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        elif name == "decimal":
            fine = isinstance(value, (int, float)) and not isinstance(value, bool)
        else:
            fine = isinstance(value, BASES[name])
        return [] if fine else [f"{place}: {value!r} is no {name}"]

    def of_reference(self, kind, value, place):
        name = kind["name"]
        if name in ("LSPAny", "LSPObject", "LSPArray"):
            return []
        named = self.named[name]
        if "properties" in named:
            return self.of_structure(self.properties(named), value, place)
        if "values" in named:
            words = [each["value"] for each in named["values"]]
            fine = value in words or (named.get("supportsCustomValues") and isinstance(value, type(words[0])))
            return [] if fine else [f"{place}: {value!r} is no {name}"]
        return self.wrong(named["type"], value, place)

    def properties(self, structure):
        found = {}
        for above in structure.get("extends", []) + structure.get("mixins", []):
            found.update(self.properties(self.named[above["name"]]))
        found.update({each["name"]: each for each in structure["properties"]})
        return found

    def of_structure(self, properties, value, place):
        if not isinstance(value, dict):
            return [f"{place}: {value!r} is no object"]
        found = [f"{place}: has no `{name}`" for name, each in properties.items() if not each.get("optional") and name not in value]
        for name, part in value.items():
            if name not in properties:
                found.append(f"{place}: has an unknown `{name}`")
            else:
                found += self.wrong(properties[name]["type"], part, f"{place}.{name}")
        return found

    def of_literal(self, kind, value, place):
        return self.of_structure({each["name"]: each for each in kind["value"]["properties"]}, value, place)

    def of_array(self, kind, value, place):
        if not isinstance(value, list):
            return [f"{place}: {value!r} is no list"]
        return [each for at, part in enumerate(value) for each in self.wrong(kind["element"], part, f"{place}[{at}]")]

    def of_map(self, kind, value, place):
        if not isinstance(value, dict):
            return [f"{place}: {value!r} is no map"]
        return [each for key, part in value.items() for each in self.wrong(kind["value"], part, f"{place}[{key}]")]

    def of_or(self, kind, value, place):
        ways = [self.wrong(each, value, place) for each in kind["items"]]
        return [] if any(not way for way in ways) else min(ways, key=len)

    def of_and(self, kind, value, place):
        return [each for part in kind["items"] for each in self.wrong(part, value, place)]

    def of_tuple(self, kind, value, place):
        if not isinstance(value, list) or len(value) != len(kind["items"]):
            return [f"{place}: {value!r} is no row of {len(kind['items'])}"]
        return [each for part, one in zip(kind["items"], value) for each in self.wrong(part, one, place)]

    def of_stringLiteral(self, kind, value, place):
        return [] if value == kind["value"] else [f"{place}: {value!r} is not {kind['value']!r}"]


def messages_in(stream):
    """The messages of a stream of bytes."""
    while stream:
        head, _, rest = stream.partition(b"\r\n\r\n")
        size = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
        yield json.loads(rest[:size])
        stream = rest[size:]
