#!/usr/bin/python3
"""`cpm export tables` in the hands of other programs: Python's csv and sqlite3, pandas, SQLite's own checks.

Of 58 made-up counties the totals of every area are added up again, in SQL and in pandas, and held against
`cpm score`. Every form has the same rows; keys and columns are what the dictionary says; every example and fixture of the tests
can be exported; hostile texts come back as they were, but for what the pages say. `tables.py FOLDER` uses the counties that are
there, such as those of ten years.
"""
import csv
import glob
import hashlib
import io
import json
import os
import re
import sqlite3
import sys
import tempfile

from harness import ROOT, check, cpm, expect, expect_run, finish, read, run, write

del sys.path[0]  # calendar.py of this folder is not the one that pandas wants
try:
    import pandas
except ImportError:
    pandas = None
try:
    import jsonschema
except ImportError:
    jsonschema = None

AS_OF = ["--as-of", "2026-03-31"]
MARK = b"\xef\xbb\xbf"
SQL_TYPES = {"text": "TEXT", "free text": "TEXT", "choice": "TEXT", "date": "TEXT", "whole number": "INTEGER",
             "true or false": "INTEGER", "decimal number": "REAL"}
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "  =HYPERLINK(\"http://example.org\")", "'quoted", "'=both", "a \"b\" c", "a,b;c",
           "line one\nline two", "tab\tinside", "ñ é 漢字 🙂", "NULL", "NA", "1e5", "007", "2026-02-30", "</script>", "\\N", "%s%n",
           "x" * 1_000_000]

csv.field_size_limit(10_000_000)


def export(folder, form, target, *more, paths=(), wanted=(0, 1)):
    return cpm("export", "tables", *paths, "--format", form, "-o", target, *AS_OF, *more, folder=folder, wanted=list(wanted),
               text=False)


def database(path):
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def rows(connection, sql):
    return connection.execute(sql).fetchall()


def check_database(name, connection):
    """Keys, checks and types hold."""
    expect(f"{name}: integrity", rows(connection, "PRAGMA integrity_check"), [("ok",)])
    expect(f"{name}: foreign keys", rows(connection, "PRAGMA foreign_key_check"), [])


def dictionary(connection):
    """Table → rows of `columns`."""
    connection.row_factory = sqlite3.Row
    found = {}
    for row in connection.execute("SELECT * FROM columns ORDER BY table_name, position"):
        found.setdefault(row["table_name"], []).append(dict(row))
    connection.row_factory = None
    return found


def check_dictionary(connection):
    """Every column is described, has the type it says, and holds only that."""
    described = dictionary(connection)
    there = {name for name, in rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    expect("tables that are described", set(described), there)
    for table in sorted(there):
        info = rows(connection, f'PRAGMA table_info("{table}")')
        expect(f"{table}: columns", [column[1] for column in info], [column["column_name"] for column in described[table]])
        for (_, name, kind, _, _, key), column in zip(info, described[table]):
            expect(f"{table}.{name}: type", kind, SQL_TYPES[column["type"]])
            expect(f"{table}.{name}: key", key > 0, column["need"] == "key")
            check(f"{table}.{name}: has a meaning", column["about"].endswith("."), column["about"])
            words = {kind.lower()} | ({"null"} if column["need"] == "can be empty" else set())
            found = {word for word, in rows(connection, f'SELECT DISTINCT typeof("{name}") FROM "{table}"')}
            check(f"{table}.{name}: holds what it says", found <= words, found, words)


def cpm_scores(folder, paths):
    """(file's county and date, area) → figures, as `cpm score` says."""
    found = {}
    for start in range(0, len(paths), 200):
        done = cpm("score", *paths[start:start + 200], "--format", "json", folder=folder, wanted=[0])
        result = json.loads(done.out)["result"]
        for score in result if isinstance(result, list) else [result]:
            for area in [*score["areas"], {**score["total"], "id": "(all)"}]:
                found[score["county"], score["date"], area["id"]] = tuple(
                    area[key] for key in ("points", "possible", "percent", "low", "high", "items", "scored"))
    return found


def check_scores(folder, connection, csv_folder):
    wanted = cpm_scores(folder, sorted(os.path.relpath(path, folder) for path in glob.glob(f"{folder}/*/snapshots/*.yaml")))
    check("there are scores to compare", len(wanted) > 500, len(wanted))
    names = "points, possible, percent, low, high, items, scored"
    written = {tuple(row[:3]): tuple(row[3:]) for row in rows(connection, f"SELECT county, date, area, {names} FROM area_scores")}
    written |= {(*row[:2], "(all)"): tuple(row[2:]) for row in rows(connection, f"SELECT county, date, {names} FROM total_scores")}
    check("area_scores and total_scores are what `cpm score` says", written == wanted, *different(written, wanted))
    added = {tuple(row[:3]): tuple(row[3:]) for row in rows(connection, SUMS)}
    added |= {tuple(row[:3]): tuple(row[3:]) for row in rows(connection, SUMS.replace("r.area", "'(all)'"))}
    check("ratings, added up in SQL, are what `cpm score` says", added == wanted, *different(added, wanted))
    view = {tuple(row[:3]): tuple(row[3:]) for row in rows(connection, "SELECT county, date, area, points, possible FROM area_totals")}
    expect("area_totals", view, {key: figures[:2] for key, figures in wanted.items() if key[2] != "(all)"})
    if pandas is not None:
        check_pandas(csv_folder, wanted)


# A percent in whole numbers, rounded to tenths half away from zero.
TENTHS = "(2 * 1000 * ({0}) + ({1})) / (2 * ({1})) / 10.0"
SUMS = f"""
SELECT county, date, area, points, top * scored, CASE WHEN scored > 0 THEN {TENTHS.format("points", "top * scored")} END,
  CASE WHEN scored + open > 0 THEN {TENTHS.format("points", "top * (scored + open)")} END,
  CASE WHEN scored + open > 0 THEN {TENTHS.format("points + top * open", "top * (scored + open)")} END, items, scored
FROM (SELECT r.county, r.date, r.area AS area, max(top) AS top, coalesce(sum(score), 0) AS points, count(*) AS items,
        sum(state = 'scored') AS scored, sum(state IN ('missing', 'dont_know')) AS open
      FROM ratings r GROUP BY r.file, r.area)"""


def check_pandas(folder, wanted):
    ratings = pandas.read_csv(f"{folder}/ratings.csv", keep_default_na=False, na_values=[""])
    expect("pandas: the first head has no mark", ratings.columns[0], "file")
    scored = ratings[ratings["state"] == "scored"]
    found = scored.groupby(["county", "date", "area"]).agg(points=("score", "sum"), possible=("top", "sum")).reset_index()
    added = {(row.county, row.date, row.area): (int(row.points), int(row.possible)) for row in found.itertuples()}
    expect("ratings, added up in pandas, are what `cpm score` says", added,
           {key: figures[:2] for key, figures in wanted.items() if key[2] != "(all)" and figures[1] > 0})
    expect("pandas: a flag is a flag", str(pandas.read_csv(f"{folder}/files.csv")["used"].dtype), "bool")
    expect("pandas: a date is a date", str(pandas.read_csv(f"{folder}/steps.csv", parse_dates=["due_to"])["due_to"].dtype),
           "datetime64[ns]")


def different(one, other):
    return [(key, one.get(key), other.get(key)) for key in sorted(set(one) | set(other)) if one.get(key) != other.get(key)][:5]


def cells(path):
    """Rows of a CSV file as texts, after a look at its bytes."""
    with open(path, "rb") as file:
        data = file.read()
    check(f"{os.path.basename(path)}: mark and line ends", data.startswith(MARK) and data.endswith(b"\r\n"), data[:40], data[-40:])
    return list(csv.reader(io.StringIO(data[len(MARK):].decode(), newline="")))


def as_csv(value, kind):
    if value is None:
        return ""
    if kind == "true or false":
        return "true" if value else "false"
    if isinstance(value, float):
        return value
    return str(value)


def same(cell, value, kind):
    if isinstance(value, float):
        return cell != "" and float(cell) == value
    wanted = as_csv(value, kind)
    if kind in ("text", "free text") and isinstance(value, str):
        cell = cell[1:] if cell.startswith("'") else cell
    return cell == wanted


def check_forms(csv_folder, ndjson, connection):
    """CSV, NDJSON and SQLite hold the same rows in the same number; CSV's texts are those of the database again."""
    lines = {}
    with open(ndjson, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            lines.setdefault(row.pop("table"), []).append(row)
    for table, columns in dictionary(connection).items():
        names = [column["column_name"] for column in columns]
        kinds = [column["type"] for column in columns]
        stored = rows(connection, f'SELECT * FROM "{table}"')
        by_key = {json.dumps([row[i] for i, column in enumerate(columns) if column["need"] == "key"]): row for row in stored}
        heads, *found = cells(f"{csv_folder}/{table}.csv")
        expect(f"{table}: heads", heads, names)
        expect(f"{table}: rows", (len(found), len(lines.get(table, []))), (len(stored), len(stored)))
        wrong = []
        for cell_row, line in zip(found, lines.get(table, [])):
            row = by_key.get(json.dumps([line[column["column_name"]] for column in columns if column["need"] == "key"]))
            exact = row is not None and all(line[name] == (bool(value) if kind == "true or false" and value is not None else value)
                                            for name, kind, value in zip(names, kinds, row))
            if not exact or not all(same(cell, value, kind) for cell, value, kind in zip(cell_row, row, kinds)):
                wrong.append((cell_row, line, row))
        check(f"{table}: the same values in all forms", not wrong, *wrong[:2])


def digest(path):
    if os.path.isdir(path):
        return {name: digest(os.path.join(path, name)) for name in sorted(os.listdir(path))}
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def check_statewide(folder, scratch):
    made = {form: os.path.join(scratch, "state." + form) for form in ("csv", "ndjson", "sqlite")}
    for form, target in made.items():
        done = export(folder, form, target)
        expect(f"{form}: ends well and says nothing", (done.status, done.out, done.err), (0, b"", b""))
        export(folder, form, target + ".again")
        check(f"{form}: the same bytes twice", digest(target) == digest(target + ".again"))
    connection = database(made["sqlite"])
    check_database("statewide", connection)
    check_dictionary(connection)
    check_scores(folder, connection, made["csv"])
    check_forms(made["csv"], made["ndjson"], connection)
    expect("findings per county", rows(connection, "SELECT sum(errors + warnings + advice), sum(left_out) FROM findings_per_county")[0],
           (rows(connection, "SELECT count(*) FROM findings")[0][0], 0))
    check("latest Snapshots", len(rows(connection, "SELECT * FROM latest_snapshots")) == 58)
    for view, in rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'view'"):
        check(f"view {view}: has rows", rows(connection, f'SELECT * FROM "{view}" LIMIT 1'))
    overdue = rows(connection, "SELECT count(*) FROM steps WHERE overdue")[0][0]
    expect("overdue_steps", len(rows(connection, "SELECT * FROM overdue_steps")), overdue)


def check_overdue():
    """What `cpm plan status` says is overdue is what the tables say."""
    county = os.path.join(ROOT, "examples/alder")
    lines = [json.loads(line) for line in cpm("export", "tables", "plans", "--format", "ndjson", *AS_OF, folder=county, wanted=[0]).out.splitlines()]
    steps = {line["step"]: line for line in lines if line["table"] == "steps"}
    status = json.loads(cpm("plan", "status", "--format", "json", *AS_OF, folder=county, wanted=[0]).out)["result"]
    late = {step["step"] for step in status["steps"] if step["overdue"]}
    check("some steps are overdue", late)
    expect("overdue", {name for name, step in steps.items() if step["overdue"]}, late)


def check_schema():
    """Every line of NDJSON of the examples fits schemas/tables.schema.json."""
    schema = json.loads(read("schemas/tables.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    judges = {table: jsonschema.Draft202012Validator({"$ref": f"#/$defs/{table}", "$defs": schema["$defs"]},
                                                     format_checker=jsonschema.FormatChecker()) for table in schema["$defs"]}
    seen = set()
    for line in cpm("export", "tables", "examples", "--format", "ndjson", *AS_OF).out.splitlines():
        row = json.loads(line)
        seen.add(row["table"])
        problems = [problem.message for problem in judges[row["table"]].iter_errors(row)]
        check(f"{row['table']}: a row fits the schema", not problems, row, *problems[:2])
    expect("the examples have rows of every table", seen, set(schema["$defs"]))


def check_collection(scratch):
    """Every folder of examples and fixtures: keys hold, whatever is wrong with its files."""
    folders = [os.path.join(ROOT, "examples")] + sorted(glob.glob(f"{ROOT}/tests/rules/*/*/") + glob.glob(f"{ROOT}/tests/formats/*/*/"))
    target = os.path.join(scratch, "any.sqlite")
    for folder in folders:
        name = os.path.relpath(folder, ROOT)
        done = export(folder, "sqlite", target, wanted=(0, 1, 2))
        if done.status == 2:
            check(f"{name}: nothing to export", b"nothing to export" in done.err, done)
            continue
        connection = database(target)
        check_database(name, connection)
        used = rows(connection, "SELECT coalesce(sum(NOT used), 0) FROM files")[0][0]
        expect(f"{name}: the status tells whether files were left out", done.status, 1 if used else 0)
        expect(f"{name}: each file without errors is used",
               rows(connection, "SELECT file FROM files WHERE errors > 0 AND used"), [])
        connection.close()


def block(text):
    """A text as YAML in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def check_hostile(scratch):
    folder = os.path.join(scratch, "hostile")
    write(f"{folder}/cpm.yaml", "format: cpm/repository/1\ncounty: example\n")
    needs = "".join(f"  - {{id: n{n}, for: {{item: or-vision}}, category: internal, request: {block(text)}}}\n"
                    for n, text in enumerate(HOSTILE))
    write(f"{folder}/support.yaml", f"format: cpm/support/1\ncounty: example\ndate: 2026-01-01\nneeds:\n{needs}")
    more = ("--max-file-size", "8M")
    made = {form: os.path.join(scratch, "hostile." + form) for form in ("csv", "ndjson", "sqlite")}
    for form, target in made.items():
        expect(f"hostile texts as {form}", export(folder, form, target, *more).status, 0)
    connection = database(made["sqlite"])
    check_database("hostile", connection)
    found = dict(rows(connection, "SELECT need, request FROM needs"))
    expect("hostile texts in SQLite are exact", found, {f"n{n}": text for n, text in enumerate(HOSTILE)})
    check_forms(made["csv"], made["ndjson"], connection)
    heads, *table = cells(made["csv"] + "/needs.csv")
    run_by_excel = [cell for row in table for cell in row if re.match(r"[\s]*[=+@-]", cell)]
    expect("no cell of CSV is a formula", run_by_excel, [])
    if pandas is not None:
        frame = pandas.read_csv(made["csv"] + "/needs.csv", keep_default_na=False, dtype=str)
        expect("pandas takes all of them back", list(frame["request"].str.replace("^'", "", regex=True)), HOSTILE)
    hidden = 'a\\u0000b\\u001b[31mc\\u202ed\\r\\ne'
    write(f"{folder}/support.yaml", "format: cpm/support/1\ncounty: example\ndate: 2026-01-01\nneeds:\n  - {id: n1, for: {item: or-vision}, "
          f'category: internal, request: "{hidden}"}}\n')
    for form, target in made.items():
        export(folder, form, target)
    values = [value for value, in rows(database(made["sqlite"]), "SELECT request FROM needs")]
    shown = [row[heads.index("request")] for row in cells(made["csv"] + "/needs.csv")[1:]]
    check("CSV shows what nobody sees", all("\0" not in text and "\x1b" not in text and "\u202e" not in text for text in shown), shown)
    check("either the text is exact or the file is left out", values in ([], ["a\0b\x1b[31mc\u202ed\r\ne"]), values)


def check_people(scratch):
    """No name, email address or telephone number of the example counties is in any table."""
    target = os.path.join(scratch, "people")
    export(os.path.join(ROOT, "examples"), "csv", target)
    all_text = "".join(read(f"{target}/{name}") for name in os.listdir(target))
    people = set()
    for path in glob.glob(f"{ROOT}/examples/**/*.yaml", recursive=True):
        people |= set(re.findall(r"[\w.]+@[\w.]+\.\w+", read(path)))
        people |= {name.strip() for name in re.findall(r"(?m)^ *(?:contact|facilitator):\n +name: (.*)$", read(path))}
        people |= {name.strip() for name in re.findall(r"(?:contact|facilitator): \{name: ([^,}]*)", read(path))}
    check("there are people in the examples", len(people) > 3, people)
    findings = read(f"{target}/findings.csv")
    expect("people in the tables", sorted(person for person in people if person in all_text.replace(findings, "")), [])
    export(os.path.join(ROOT, "examples/alder"), "csv", target, "--no-texts")
    free = {(column[0], column[1]) for column in cells(f"{target}/columns.csv") if column[3] == "free text"}
    left = [(table, name) for table, name in free for heads, *table_rows in [cells(f"{target}/{table}.csv")]
            for row in table_rows if row[heads.index(name)]]
    expect("--no-texts leaves free text out", left, [])


def check_client_data(scratch):
    """A finding about client data quotes it to the county, never to the State."""
    for case in sorted(glob.glob(f"{ROOT}/tests/rules/CPM7*/bad")):
        target = os.path.join(scratch, "client.sqlite")
        if export(case, "sqlite", target, wanted=(0, 1, 2)).status == 2:
            continue
        private = json.loads(cpm("check", "--format", "json", *AS_OF, folder=case).out)["findings"]
        said = [message for message, in rows(database(target), "SELECT message FROM findings")]
        quoted = [finding["message"] for finding in private if finding["code"] in ("CPM701", "CPM702", "CPM703")]
        expect(f"{os.path.relpath(case, ROOT)}: messages that quote client data", [text for text in quoted if text in said], [])


def check_edges(scratch):
    folder = os.path.join(scratch, "edges")
    os.makedirs(folder + "/empty")
    expect_run("an empty folder", cpm("export", "tables", "empty", "-o", "out", folder=folder), 2, "nothing to export", "CPM904")
    check("an empty folder: nothing is written", not os.path.exists(folder + "/out"))
    draft = cpm("new", "snapshot", *AS_OF, wanted=[0]).out
    write(f"{folder}/draft/snapshots/2026.yaml", re.sub(r"(?m)^status: .*$", "status: draft", draft))
    done = export(folder, "sqlite", folder + "/draft.sqlite", paths=["draft"])
    connection = database(folder + "/draft.sqlite")
    expect("a county with drafts only: status", rows(connection, "SELECT status FROM snapshots"), [("draft",)])
    expect("a county with drafts only: no latest Snapshot", rows(connection, "SELECT * FROM latest_snapshots"), [])
    expect("a county with drafts only", done.status, 0)
    write(f"{folder}/mixed/broken.yaml", "format: cpm/plan/1\ncounty: [\n")
    write(f"{folder}/mixed/snapshots/2026.yaml", draft)
    done = cpm("export", "tables", "mixed", "-o", "mixed.sqlite", *AS_OF, folder=folder)
    expect_run("a file with errors", done, 1, "1 file has errors", "broken.yaml")
    connection = database(folder + "/mixed.sqlite")
    expect("its row says so", rows(connection, "SELECT used, errors > 0 FROM files ORDER BY file"), [(0, 1), (1, 0)])
    check("its findings are there", rows(connection, "SELECT * FROM findings WHERE file = 'mixed/broken.yaml' AND severity = 'error'"))
    before = digest(f"{folder}/mixed/snapshots/2026.yaml")
    done = cpm("export", "tables", "mixed/snapshots/2026.yaml", "--format", "ndjson", "-o", "mixed/snapshots/2026.yaml", folder=folder)
    expect_run("an output that is an input", done, 2, "is one of the files that are read")
    expect("it is as it was", digest(f"{folder}/mixed/snapshots/2026.yaml"), before)
    done = run(["bash", "-c", '"$0" export tables mixed --format ndjson | head -n 1', os.environ.get("CPM", "cpm")], folder)
    check("a reader that stops reading", done.status == 0 and "internal" not in done.err, done)
    missing = cpm("export", "tables", "mixed", "--format", "ndjson", "-o", "no/such/folder/x.ndjson", folder=folder)
    expect_run("a folder that is not there", missing, 3, "cannot write")
    check("no temporary file stays", not [name for name in os.listdir(folder) if name.startswith(".")], os.listdir(folder))


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(scratch, "counties")
        if len(sys.argv) < 2:
            run([sys.executable, os.path.join(ROOT, "tests/bench/statewide.py"), folder, "--years", "3"], wanted=[0])
        check_statewide(folder, scratch)
        check_overdue()
        if jsonschema is not None:
            check_schema()
        check_collection(scratch)
        check_hostile(scratch)
        check_people(scratch)
        check_client_data(scratch)
        check_edges(scratch)
    for name, package in (("pandas", pandas), ("jsonschema", jsonschema)):
        if package is None:
            print(f"without {name}, which is not installed")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
