#!/usr/bin/python3
"""An independent judge of shape: python3-jsonschema with the generated schemas, and `cpm check`, must agree.

Judged are every example, fixture and built-in file, and for each kind a complete sample made from its schema with one
thing changed at a time: a key removed, misspelled, added or given a value of another shape. Compared is the verdict on shape
alone: cpm's errors 2xx against "valid" or "invalid". Also checked: the committed schemas are those that cpm makes.
"""
import json
import os
import pathlib
import re
import sys
import tempfile

import harness
from harness import check, finish, skip
from schema_samples import Sample, cpm_verdict

try:
    import jsonschema
    import yaml
except ImportError as missing:
    skip(f"{missing.name} is not installed (python3-jsonschema, python3-yaml)")

ROOT = pathlib.Path(harness.ROOT)
REPAIR = "cmake --build --preset dev --target update-docs"


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2's core schema: yes and no are texts, dates are texts, keys are texts, no merge keys."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        return {str(key.value): self.construct_object(value, deep=True) for key, value in node.value}

    def construct_whole(self, node):
        text = node.value
        if text.startswith(("0x", "0o")):
            return int(text, 0)
        return int(text)

    def construct_record(self, node):
        record = {}
        yield record
        record.update(self.construct_mapping(node))


for tag, pattern in {
    "bool": "true|True|TRUE|false|False|FALSE",
    "int": "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN",
    "null": "~|null|Null|NULL|",
}.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)
CoreLoader.add_constructor("tag:yaml.org,2002:int", CoreLoader.construct_whole)
CoreLoader.add_constructor("tag:yaml.org,2002:map", CoreLoader.construct_record)


def run(*arguments, folder=ROOT):
    return harness.cpm(*arguments, folder=folder, text=False, wanted=[0, 1]).out


def findings_by_file(paths, folder):
    """Codes of errors and warnings of each file, from one run over `paths`."""
    codes = {}
    for finding in json.loads(run("check", "--quiet", "--format", "json", *paths, folder=folder))["findings"]:
        codes.setdefault(os.path.normpath(finding["file"]), set()).add((finding["severity"], finding["code"]))
    return codes


class Schemas:
    def __init__(self):
        self.by_format = {}
        checker = jsonschema.FormatChecker(formats=["date"])
        for path in sorted((ROOT / "schemas").glob("*.schema.json")):
            kind = path.name[: -len(".schema.json")]
            if kind == "tables":
                continue  # of the rows of `cpm export tables`: script.tables judges them
            committed = path.read_bytes()
            check(f"{path.relative_to(ROOT)} is what `cpm schema {kind}` writes", committed == run("schema", kind),
                  f"renew it with: {REPAIR}")
            schema = json.loads(committed)
            jsonschema.Draft202012Validator.check_schema(schema)
            self.by_format[schema["properties"]["format"]["const"]] = jsonschema.Draft202012Validator(
                schema, format_checker=checker)

    def of(self, data):
        """The validator of a document, or None if it does not name a kind."""
        word = data.get("format") if isinstance(data, dict) else None
        return self.by_format.get(word) if isinstance(word, str) else None


def verdict_words(verdict):
    return "right" if verdict else "wrong"


def compare(name, validator, data, codes, what=""):
    cpm = cpm_verdict(codes)
    if cpm is None:
        return
    valid = validator is not None and validator.is_valid(data)
    if cpm == valid:  # what is wrong is worked out only where the two differ: that takes longer than the verdict
        check(name, True)
        return
    error = jsonschema.exceptions.best_match(validator.iter_errors(data)) if validator else "names no known kind"
    detail = "" if error is None else f" ({getattr(error, 'message', error)})"
    check(f"{name}{what}", False, f"the schema says {verdict_words(valid)}{detail}",
          f"cpm says {verdict_words(cpm)} ({', '.join(sorted(code for _, code in codes)) or 'no finding'})")


def judge_files(schemas):
    """All YAML files of the tree that are cpm's, each in the run over its own repository."""
    folders = [ROOT / "examples", ROOT / "src" / "builtin", ROOT / "tests" / "formats", ROOT / "tests" / "rules",
               ROOT / "tests" / "reports"]
    files = sorted(path.relative_to(ROOT) for folder in folders for path in folder.rglob("*")
                   if path.suffix in (".yaml", ".yml") and not any(part.startswith(".") for part in path.parts))
    for start in range(0, len(files), 400):
        group = [str(path) for path in files[start:start + 400]]
        codes = findings_by_file(group, ROOT)
        for name in group:
            found = codes.get(os.path.normpath(name), set())
            if cpm_verdict(found) is None:
                continue
            try:
                data = yaml.load((ROOT / name).read_bytes(), Loader=CoreLoader)
            except yaml.YAMLError as error:
                check(f"{name}: cpm reads it, PyYAML does not", False, error)
                continue
            compare(name, schemas.of(data), data, found)
    return len(files)


def judge_mutations(schemas, folder):
    """Every mutation in a file of its own (JSON is YAML), judged in runs over whole folders."""
    total = 0
    for word, validator in schemas.by_format.items():
        cases = list(Sample(validator.schema).mutations())
        total += len(cases)
        home = pathlib.Path(folder) / word.split("/")[1]
        home.mkdir()
        for number, (_, data) in enumerate(cases):
            (home / f"{number:05}.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        codes = findings_by_file(["."], home)
        for number, (what, data) in enumerate(cases):
            compare(word, validator, data, codes.get(f"{number:05}.yaml", set()), f": {what}")
        check(f"{word}: the complete sample has no mistakes of shape", cpm_verdict(codes.get("00000.yaml", set())) is True)
    return total


def main():
    schemas = Schemas()
    check("there are schemas", schemas.by_format, f"write them with: {REPAIR}")
    files = judge_files(schemas)
    with tempfile.TemporaryDirectory() as scratch:
        mutations = judge_mutations(schemas, scratch)
    check("something was judged", files and mutations)
    print(f"{files} files and {mutations} mutations judged")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
