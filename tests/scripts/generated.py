#!/usr/bin/env python3
"""Checks that generated files and regions are up to date; `--write` renews them.

Generated are: schemas/<kind>.schema.json, schemas/tables.schema.json, schemas/output/*.schema.json (by bundles.py), the regions between `begin`/`end` marks in
man/, the reports and checks of the example county, and the outputs shown in README.md (every `$ cpm …` line of a console block is
run in the folder that its `$ cd` line names).
"""
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile

import bundles
import harness
from harness import ROOT, check, cpm, entries, finish, write

REPAIR = "cmake --build --preset dev --target update-docs"
AS_OF = "2026-03-31"
COUNTY = "examples/alder"
REPORTS = {
    COUNTY: {
        "snapshot": ["snapshots/2026-03-12.yaml"],
        "comparison": ["snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"],
        "plan": ["plans/2025-07.yaml"],
        "status": ["plans/2025-07.yaml"],
        "support": ["support.yaml"],
        "theory": ["theory-of-change.yaml"],
        "logic-model": ["logic-model.yaml"],
        "roadmap": ["roadmap.yaml"],
        "fidelity": [],
        "handover": ["plans/2025-07.yaml"],
        "sip": ["plans/2025-07.yaml"],
        "county": [],
    },
    "examples/manzanita": {
        "sip": ["--year", "4"],
        "status": ["plans/2025-01.yaml"],
    },
}


def run(arguments, folder=".", merge=False):
    where = os.path.join(ROOT, folder)
    if merge:
        return cpm(*arguments, folder=where, wanted=[0, 1], stderr=subprocess.STDOUT).out
    return cpm(*arguments, folder=where, wanted=[0]).out


def roff(text):
    """Text as a roff line: backslashes, leading dots and apostrophes, hyphens kept as they are typed."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = re.sub(r"`([^`]*)`", r"\\fB\1\\fR", text)
    return "\\&" + text if text[:1] in ".'" else text


def fields_region():
    lines = []
    for kind in entries("kinds"):
        result = json.loads(run(["schema", kind["id"], "--fields", "--format", "json"]))["result"]
        lines += [f".SS {roff(kind['title'])}: {roff('cpm/' + kind['id'] + '/1')}", roff(kind["about"])]
        for field in result["fields"]:
            lines += [".TP", f".B {roff('. ' * field['depth'] + field['name'])}",
                      f"{roff(field['need'])}; {roff(field['shape'])}.", roff(field["about"])]
    return "\n".join(lines) + "\n"


def codes_region():
    """A table of all rules by kind and field, for tbl(1), then what each of them finds."""
    lines = [".na", ".nh", ".TS", "lb2 lb2 lb2 lb", "l2 l2 l2 lx.", "Code\tSeverity\tName\tBelongs to"]
    for code in entries("rules"):
        lines += [f"{code['id']}\t{code['severity']}\t{roff(code['title'])}\tT{{", roff(code["place"]).replace(".", ".\\:"), "T}"]
    lines += [".TE", ".hy", ".ad"]
    for code in entries("rules"):
        lines += [".TP", f".B {code['id']} {roff(code['title'])}", f"{code['severity']}: {roff(code['about'])}."]
    return "\n".join(lines) + "\n"


def table_rows():
    """The rows that describe the columns of `cpm export tables`, by table."""
    lines = run(["export", "tables", "theory-of-change.yaml", "--format", "ndjson"], COUNTY).splitlines()
    tables = {}
    for row in map(json.loads, lines):
        if row["table"] == "columns":
            tables.setdefault(row["table_name"], []).append(row)
    return tables


def tables_region():
    lines = []
    for table, columns in table_rows().items():
        lines.append(f".SS {table}")
        for row in columns:
            marks = [row["type"], *([row["need"]] if row["need"] != "can be empty" else []),
                     *([f"→ {row['refers_to']}"] if row["refers_to"] else [])]
            words = f" One of {row['words']}." if row["words"] else ""
            lines += [".TP", f".B {row['column_name']}", roff(", ".join(marks) + ".").replace("→", "\\(->"),
                      roff(row["about"] + words)]
    return "\n".join(lines) + "\n"


JSON_TYPES = {"whole number": "integer", "decimal number": "number", "true or false": "boolean"}


def column_schema(row):
    schema = {"description": row["about"], "type": JSON_TYPES.get(row["type"], "string")}
    if row["type"] == "date":
        schema["format"] = "date"
    if row["words"]:
        schema["enum"] = row["words"].split(", ")
    if row["need"] == "can be empty":
        schema["type"] = [schema["type"], "null"]
        if row["words"]:
            schema["enum"].append(None)
    return schema


def tables_schema():
    """The JSON Schema of a line of `cpm export tables --format ndjson`: one definition a table."""
    definitions = {}
    for table, columns in table_rows().items():
        properties = {"table": {"const": table}, **{row["column_name"]: column_schema(row) for row in columns}}
        definitions[table] = {"type": "object", "properties": properties, "required": list(properties),
                              "additionalProperties": False}
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "cpm/tables/1",
                       "title": "A row of cpm export tables", "oneOf": [{"$ref": f"#/$defs/{table}"} for table in definitions],
                       "$defs": definitions}, indent=2, ensure_ascii=False) + "\n"


REGIONS = {"man/cpm-format.5": fields_region, "man/cpm-codes.7": codes_region, "man/cpm-tables.5": tables_region}


def with_region(text, region):
    return re.sub(r'(?s)(\.\\" begin generated\n).*?(\.\\" end generated\n)',
                  lambda match: match.group(1) + region + match.group(2), text)


def with_outputs(text):
    def block(match):
        folder, out = "examples/alder", []
        for line in [row for row in match.group(1).splitlines() if row.startswith("$ ")]:
            out.append(line)
            words = line[2:].split()
            if words[0] == "cd":
                folder = words[1]
            elif words[0] == "cpm":
                out += run(words[1:], folder, merge=True).splitlines()
        return "```console\n" + "\n".join(out) + "\n```"

    return re.sub(r"(?s)```console\n(.*?)\n```", block, text)


def reports(county):
    """The Markdown reports of an example county, with the pictures beside them."""
    with tempfile.TemporaryDirectory() as folder:
        for name, more in REPORTS[county].items():
            run(["report", name, *more, "--as-of", AS_OF, "--quiet", "-o", os.path.join(folder, name + ".md")], county)
        made = sorted(os.listdir(folder))
        for name in made:
            yield f"{county}/reports/{name}", read(os.path.join(folder, name))
    for name in os.listdir(os.path.join(ROOT, county, "reports")):
        if name.endswith(".svg") and name not in made:
            yield f"{county}/reports/{name}", ""  # a picture that no report has any more


def workflows():
    """What `cpm init` writes for GitHub and GitLab, with the step that checks reports switched on, in the example county."""
    with tempfile.TemporaryDirectory() as folder:
        run(["init", folder, "--county", "yolo", "--as-of", AS_OF])
        for path in (".github/workflows/cpm.yml", ".gitlab-ci.yml"):
            text = read(os.path.join(folder, path))
            text = re.sub(r"(?s)# Once you keep reports.*?renew them\.", "# Fails when a report in `reports` does not say what the files say.", text)
            text = re.sub(r"(?m)^( *)# (- name:|  if:|  run:|- cpm report)", r"\1\2", text)
            yield f"{COUNTY}/{path}", text.replace("--as-of 2026-07-01", f"--as-of {AS_OF}")


def wanted():
    for kind in entries("kinds"):
        yield f"schemas/{kind['id']}.schema.json", run(["schema", kind["id"]])
    yield "schemas/tables.schema.json", tables_schema()
    yield from bundles.bundles(ROOT)
    for path, region in REGIONS.items():
        yield path, with_region(read(path), region())
    for county in REPORTS:
        yield from reports(county)
    yield from workflows()
    yield "README.md", with_outputs(read("README.md"))


def read(path):
    return harness.read(path) if os.path.exists(os.path.join(ROOT, path)) else ""


def main():
    renew = sys.argv[1:] == ["--write"]
    for path, text in wanted():
        now = read(path)
        if renew and now != text:
            if text:
                write(path, text)
            else:
                os.remove(os.path.join(ROOT, path))
            print(f"{'renewed' if text else 'removed'} {path}")
            now = text
        difference = difflib.unified_diff(now.splitlines(), text.splitlines(), "committed", "generated", lineterm="")
        check(f"{path} is out of date; renew it with: {REPAIR}", now == text, "\n".join(list(difference)[:40]))
    return finish()


if __name__ == "__main__":
    sys.exit(main())
