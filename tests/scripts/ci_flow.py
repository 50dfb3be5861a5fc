#!/usr/bin/python3
"""A county's repository from `cpm init` to a push: a bare repository whose `update` hook runs the very command of the shipped
workflow takes a good push and refuses a bad one. The same for GitLab's file, for git's own pre-commit hook, and for the steps
of action.yml."""
import json
import os
import sys
import tempfile

import yaml

from harness import ROOT, check, expect, finish, home_with_cpm, read, run, write

# What the host does before it runs a workflow: it checks the pushed state out into a folder of its own.
HOOK = """#!/bin/sh
# refname old new
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git archive "$3" | tar -x -C "$work"
cd "$work"
unset GIT_DIR
export {variable}=true
{command}
"""


class Place:
    """A folder with git and cpm on the search path, and nothing of the caller's surroundings."""

    def __init__(self, folder):
        self.folder = folder
        self.variables = home_with_cpm(folder)

    def run(self, *words, at=".", **variables):
        done = run(words, os.path.join(self.folder, at), variables={**self.variables, **variables})
        return done.status, done.said

    def must(self, *words, at="."):
        run(words, os.path.join(self.folder, at), variables=self.variables, wanted=[0])

    def write(self, path, text, mode=0o644):
        full = os.path.join(self.folder, path)
        write(full, text)
        os.chmod(full, mode)

    def read(self, path):
        return read(os.path.join(self.folder, path))


def command_of_workflow(text):
    steps = yaml.safe_load(text)["jobs"]["check"]["steps"]
    commands = [step["run"] for step in steps if step.get("run", "").startswith("cpm ")]
    check("the workflow has one step that runs cpm", len(commands) == 1, commands)
    return commands[0]


def command_of_gitlab(text):
    commands = [line for line in yaml.safe_load(text)["cpm"]["script"] if line.startswith("cpm ")]
    check("GitLab's file has one line that runs cpm", len(commands) == 1, commands)
    return commands[0]


def break_plan(place):
    path = "county/theory-of-change.yaml"
    place.write(path, place.read(path).replace("county: yolo", "countey: yolo", 1))


def check_push(command, name, variable):
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder)
        place.must("cpm", "init", "county", "--county", "yolo")
        place.must("git", "init", "--quiet", "--bare", "host.git")
        place.write("host.git/hooks/update", HOOK.replace("{command}", command).replace("{variable}", variable), 0o755)
        place.must("git", "init", "--quiet", "--initial-branch=main", at="county")
        place.must("git", "remote", "add", "origin", os.path.join(folder, "host.git"), at="county")
        place.must("git", "add", ".", at="county")
        place.must("git", "commit", "--quiet", "-m", "Our repository", at="county")
        status, said = place.run("git", "push", "origin", "main", at="county")
        check(f"{name}: a good push is taken", status == 0 and "no problems" in said, status, said)
        break_plan(place)
        place.must("git", "commit", "--quiet", "-a", "-m", "A slip", at="county")
        status, said = place.run("git", "push", "origin", "main", at="county")
        check(f"{name}: a bad push is refused, and says why",
              status != 0 and "CPM210" in said and "1 can be fixed by cpm fix" in said, status, said)
        place.must("cpm", "fix", at="county")
        place.must("git", "commit", "--quiet", "-a", "-m", "Fixed", at="county")
        status, said = place.run("git", "push", "origin", "main", at="county")
        check(f"{name}: the fixed push is taken", status == 0, status, said)


def check_commit_hook():
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder)
        place.must("cpm", "init", "county", "--county", "yolo")
        place.must("git", "init", "--quiet", at="county")
        place.write("county/.git/hooks/pre-commit", "#!/bin/sh\ncpm check\n", 0o755)
        place.must("git", "add", ".", at="county")
        expect("git's hook: a good commit", place.run("git", "commit", "-m", "Good", at="county")[0], 0)
        break_plan(place)
        place.must("git", "add", ".", at="county")
        status, said = place.run("git", "commit", "-m", "Bad", at="county")
        check("git's hook: a bad commit is stopped", status != 0 and "CPM210" in said, status, said)


BASH = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]


def script_of_action(name):
    action = yaml.safe_load(read("action.yml"))
    steps = {step["name"]: step for step in action["runs"]["steps"]}
    for step in steps.values():
        done = run(["bash", "-n"], given=step["run"].encode())
        expect(f"action.yml: {step['name']}", (done.status, step["shell"]), (0, "bash"), done.err)
    return steps[name]["run"]


def check_action():
    script = script_of_action("Check")
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder)
        place.must("cpm", "init", "county", "--county", "yolo")
        inputs = {"CPM_PATHS": ".\n", "CPM_FAIL_ON": "error", "CPM_BASELINE": "", "CPM_SARIF": ""}
        status, said = place.run(*BASH, script, at="county", **inputs)
        check("action.yml: a good state", status == 0 and "no problems" in said, status, said)
        break_plan(place)
        page = os.path.join(folder, "page.md")
        status, said = place.run(*BASH, script, at="county", **{**inputs, "CPM_SARIF": "cpm.sarif", "GITHUB_STEP_SUMMARY": page})
        check("action.yml: a bad state", status == 1 and said.startswith("::error title=CPM210"), status, said)
        check("action.yml: the page of the job", "CPM210" in place.read("page.md"))
        expect("action.yml: SARIF", json.loads(place.read("county/cpm.sarif"))["version"], "2.1.0")
        place.must("cpm", "baseline", at="county")
        status, said = place.run(*BASH, script, at="county", **{**inputs, "CPM_BASELINE": "baseline.yaml"})
        check("action.yml: a baseline", status == 0 and "in the baseline" in said, status, said)
        status, said = place.run(*BASH, script, at="county", **{**inputs, "CPM_PATHS": "nowhere", "CPM_SARIF": "x.sarif"})
        expect("action.yml: nothing to check", status, 2, said)
        status, said = place.run(*BASH, script_of_action("Install cpm"), CPM_SOURCE=ROOT)
        check("action.yml: cpm is there already", status == 0 and said.startswith("cpm "), status, said)


def main():
    check_push(command_of_workflow(read("src/builtin/init/workflow.yml")), "GitHub", "GITHUB_ACTIONS")
    check_push(command_of_gitlab(read("src/builtin/init/gitlab-ci.yml")), "GitLab", "GITLAB_CI")
    for name in ("examples/alder/.github/workflows/cpm.yml", "examples/alder/.gitlab-ci.yml"):
        text = read(name)
        yaml.safe_load(text)
        check(name, "cpm check --format auto" in text and "cpm report --all --check" in text, text)
    check_commit_hook()
    check_action()
    return finish()


if __name__ == "__main__":
    sys.exit(main())
