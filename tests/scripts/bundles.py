"""The output schemas, put together: schemas/output/<command>.schema.json is written from results/<command>.json, which says what
`result` holds, and from the definitions in parts/ that it refers to. generated.py writes and checks them.

A file of results/ has `title` and `result` (a schema, or a list of them for either or), or `same_as`: the command whose result
it has, too. `null_when` says when the result is null, where that is not the usual sentence.
"""
import copy
import glob
import json
import os

FOLDER = "schemas/output"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
REPORTS = "report-"  # they say how they were made, where cpm could make them again
NULL_WHEN = "Null when errors in a file stop it; then the findings say why."


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def sources(root, kind):
    """Name → content of the files of results/ or parts/."""
    found = sorted(glob.glob(os.path.join(root, FOLDER, kind, "*.json")))
    return {os.path.basename(path)[:-len(".json")]: load(path) for path in found}


def references(schema):
    """The parts a schema names, in the order of their first use."""
    if isinstance(schema, list):
        return [name for entry in schema for name in references(entry)]
    if not isinstance(schema, dict):
        return []
    own = [schema["$ref"]] if isinstance(schema.get("$ref"), str) else []
    return own + [name for key, value in schema.items() if key != "$ref" for name in references(value)]


def needed(schema, parts, found=None):
    """All parts that a schema needs, also through other parts."""
    found = {} if found is None else found
    for name in references(schema):
        if name not in parts:
            raise SystemExit(f"{FOLDER}: no parts/{name}.json, which a schema refers to")
        if name not in found:
            found[name] = None
            needed(parts[name], parts, found)
    return list(found)


def envelope(name, title, result, null_when):
    alternatives = result if isinstance(result, list) else [result]
    identifier = f"cpm/output/{name}/1"
    made = {"made": {"$ref": "made"}} if name.startswith(REPORTS) else {}
    return {
        "$schema": DIALECT,
        "$id": identifier,
        "title": title,
        "type": "object",
        "properties": {
            "schema": {"const": identifier, "description": "Names this schema and its version."},
            "result": {"description": null_when, "anyOf": [*alternatives, {"type": "null"}]},
            "findings": {"type": "array", "description": "Findings about the files read, sorted by place.",
                         "items": {"$ref": "finding"}},
            **made,
        },
        "required": ["schema", "result", "findings"],
        "additionalProperties": False,
    }


def bundle(name, results, parts):
    source = results[name]
    content = results[source["same_as"]] if "same_as" in source else source
    schema = envelope(name, source["title"], copy.deepcopy(content["result"]), content.get("null_when", NULL_WHEN))
    schema["$defs"] = {part: {"$id": part, **parts[part]} for part in needed(schema, parts)}
    return schema


def text(schema):
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def bundles(root):
    """Path and text of each file; an empty text for one that has no source any more."""
    results, parts = sources(root, "results"), sources(root, "parts")
    used = set()
    made = {}
    for name in results:
        schema = bundle(name, results, parts)
        used.update(schema["$defs"])
        made[f"{FOLDER}/{name}.schema.json"] = text(schema)
    unused = sorted(set(parts) - used)
    if unused:
        raise SystemExit(f"{FOLDER}/parts: no result refers to {', '.join(unused)}; remove it")
    finding = {"$schema": DIALECT, "$id": "cpm/output/finding/1", "title": "One finding in the output of any command"}
    made[f"{FOLDER}/finding.schema.json"] = text({**finding, **parts["finding"]})
    for path in glob.glob(os.path.join(root, FOLDER, "*.schema.json")):
        made.setdefault(os.path.relpath(path, root), "")
    return sorted(made.items())
