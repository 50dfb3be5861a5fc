"""Complete sample documents made from the generated schemas, each with one thing changed at a time, and what `cpm check` says of
their shape. For the tests in which somebody else judges shape: schema_judge.py, editor.py."""
import copy
import json

# A schema cannot speak of the order of keys; 655 is the code of a key that a record must not have.
NOT_OF_SCHEMAS = {"CPM204"}
SHAPE_BEYOND_2XX = {"CPM655"}


def cpm_verdict(codes):
    """True: the shape is right. False: it is not. None: the text could not be read at all."""
    errors = {code for severity, code in codes if severity == "error"}
    if any(code.startswith(("CPM1", "CPM9")) for code in errors):
        return None
    return not any((code.startswith("CPM2") or code in SHAPE_BEYOND_2XX) and code not in NOT_OF_SCHEMAS
                   for code in errors)


def is_record(schema):
    """Known keys only; a map may list some of its keys too."""
    return "properties" in schema and not isinstance(schema.get("additionalProperties"), dict)


class Sample:
    """A complete document made from a schema, and its table-made mutations."""

    VALUES = [[], ["some words"], [{}], {}, {"some": "words"}, None, "", " ", "some words", "an-id", "draft", 7, -1, 2.5,
              True, "true", "7", "2026-03-15", "2026-02-30", "3/15/2026"]

    def __init__(self, schema):
        self.schema = schema
        self.data = self.make(schema)

    def resolved(self, schema):
        while "$ref" in schema:
            schema = self.schema["$defs"][schema["$ref"].split("/")[-1]]
        return schema

    @staticmethod
    def groups(schema):
        return [[option["required"][0] for option in group["oneOf"]] for group in schema.get("allOf", [])]

    def make(self, schema):
        schema = self.resolved(schema)
        for simple in ("const", "enum"):
            if simple in schema:
                return schema[simple] if simple == "const" else schema[simple][0]
        if is_record(schema):
            spare = {name for group in self.groups(schema) for name in group[1:]}
            return {name: self.make(inner) for name, inner in schema["properties"].items() if name not in spare}
        if "anyOf" in schema:
            rest = {key: value for key, value in schema.items() if key != "anyOf"}
            return self.make({**rest, **schema["anyOf"][0]})
        if "examples" in schema:
            return schema["examples"][0]
        return self.by_type(schema)

    def by_type(self, schema):
        kind = schema["type"]
        if kind == "array":
            return [self.make(schema["items"]) for _ in range(max(1, schema.get("minItems", 0)))]
        if kind == "object":
            key = {"^[0-9]{1,3}$": "1", "^CPM[0-9]{3}$": "CPM415"}.get(schema["propertyNames"]["pattern"], "an-id")
            return {key: self.make(schema["additionalProperties"])}
        if kind == "string":
            if schema.get("format") == "date":
                return "2026-03-15"
            return "CPM415" if "CPM" in schema["pattern"] else "an-id"
        return {"integer": max(1, schema.get("minimum", 1)), "number": 12.5, "boolean": True}.get(str(kind), "some words")

    def mutations(self):
        yield "as it is", copy.deepcopy(self.data)
        yield from self.of_record(self.schema, [])

    def changed(self, path, change):
        data = copy.deepcopy(self.data)
        holder = data
        for step in path:
            holder = holder[step]
        change(holder)
        return data

    def of_record(self, schema, path):
        schema = self.resolved(schema)
        where = "/".join(map(str, path)) or "the document"
        record = self.data
        for step in path:
            record = record[step]
        for key, value in (("zzz-unknown", "words"), ("x-own", ["anything"])):
            yield f"{where} with `{key}`", self.changed(path, lambda h, k=key, v=value: h.update({k: v}))
        for name, inner in schema["properties"].items():
            if name in record:
                yield f"{where} without `{name}`", self.changed(path, lambda h, n=name: h.pop(n))
                for wrong in (name + "q", name.upper(), name[1:]):
                    yield f"{where} with `{wrong}` for `{name}`", self.changed(
                        path, lambda h, n=name, w=wrong: h.update({w: h.pop(n)}))
            for value in self.VALUES:
                yield f"{where} with {name} = {json.dumps(value)}", self.changed(
                    path, lambda h, n=name, v=value: h.update({n: v}))
            if name in record:
                yield from self.inside(inner, path + [name])

    def inside(self, schema, path):
        schema = self.resolved(schema)
        if is_record(schema):
            yield from self.of_record(schema, path)
        elif schema.get("type") == "array":
            yield from self.entry(schema["items"], path, 0)
        elif schema.get("type") == "object":
            key = next(iter(self.at(path)))
            yield from self.entry(schema["additionalProperties"], path, key)
            for wrong in ("Not An Id", "12345", "", "x-own"):
                yield f"{'/'.join(map(str, path))} with the key `{wrong}`", self.changed(
                    path, lambda h, k=key, w=wrong: h.update({w: h.pop(k)}))

    def at(self, path):
        value = self.data
        for step in path:
            value = value[step]
        return value

    def entry(self, schema, path, key):
        where = "/".join(map(str, path + [key]))
        for value in self.VALUES:
            yield f"{where} = {json.dumps(value)}", self.changed(path, lambda h, v=value: h.__setitem__(key, v))
        yield from self.inside(schema, path + [key])
