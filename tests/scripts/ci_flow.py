#!/usr/bin/python3
"""A county's repository from `cpm init` to a push: a bare repository whose `update` hook runs the very command of the shipped
workflow takes a good push and refuses a bad one. The same for GitLab's file, for git's own pre-commit hook, and for the steps
of action.yml. The last line is `N passed, N failed`."""
import json
import os
import subprocess
import sys
import tempfile

import yaml

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hostile_formats as hostile  # noqa: E402

ROOT = os.environ["CPM_ROOT"]
CPM = os.path.abspath(os.environ["CPM"])
tally = hostile.Tally()

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
        tools = os.path.join(folder, "tools")
        os.makedirs(tools)
        os.symlink(CPM, os.path.join(tools, "cpm"))
        self.variables = {"PATH": f"{tools}:/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC",
                          "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                          "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}

    def run(self, *words, at=".", **variables):
        done = subprocess.run(words, cwd=os.path.join(self.folder, at), env={**self.variables, **variables},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def must(self, *words, at="."):
        status, said = self.run(*words, at=at)
        if status != 0:
            sys.exit(f"{' '.join(words)} ended with {status}: {said}")

    def write(self, path, text, mode=0o644):
        full = os.path.join(self.folder, path)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(full, mode)

    def read(self, path):
        with open(os.path.join(self.folder, path), encoding="utf-8") as file:
            return file.read()


def command_of_workflow(text):
    steps = yaml.safe_load(text)["jobs"]["check"]["steps"]
    commands = [step["run"] for step in steps if step.get("run", "").startswith("cpm ")]
    tally.equal(len(commands), 1, f"the workflow has one step that runs cpm: {commands}")
    return commands[0]


def command_of_gitlab(text):
    commands = [line for line in yaml.safe_load(text)["cpm"]["script"] if line.startswith("cpm ")]
    tally.equal(len(commands), 1, f"GitLab's file has one line that runs cpm: {commands}")
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
        tally.expect(status == 0 and "no problems" in said, f"{name}: a good push is taken: {status} {said}")
        break_plan(place)
        place.must("git", "commit", "--quiet", "-a", "-m", "A slip", at="county")
        status, said = place.run("git", "push", "origin", "main", at="county")
        tally.expect(status != 0 and "CPM210" in said and "1 can be fixed by cpm fix" in said,
                     f"{name}: a bad push is refused, and says why: {status} {said}")
        place.must("cpm", "fix", at="county")
        place.must("git", "commit", "--quiet", "-a", "-m", "Mended", at="county")
        status, said = place.run("git", "push", "origin", "main", at="county")
        tally.expect(status == 0, f"{name}: the mended push is taken: {status} {said}")


def check_commit_hook():
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder)
        place.must("cpm", "init", "county", "--county", "yolo")
        place.must("git", "init", "--quiet", at="county")
        place.write("county/.git/hooks/pre-commit", "#!/bin/sh\ncpm check\n", 0o755)
        place.must("git", "add", ".", at="county")
        tally.equal(place.run("git", "commit", "-m", "Good", at="county")[0], 0, "git's hook: a good commit")
        break_plan(place)
        place.must("git", "add", ".", at="county")
        status, said = place.run("git", "commit", "-m", "Bad", at="county")
        tally.expect(status != 0 and "CPM210" in said, f"git's hook: a bad commit is stopped: {status} {said}")


def script_of_action(name):
    with open(os.path.join(ROOT, "action.yml"), encoding="utf-8") as file:
        action = yaml.safe_load(file)
    steps = {step["name"]: step for step in action["runs"]["steps"]}
    for step in steps.values():
        done = subprocess.run(["bash", "-n"], input=step["run"], capture_output=True, text=True, check=False)
        tally.equal((done.returncode, step["shell"]), (0, "bash"), f"action.yml: {step['name']}: {done.stderr}")
    return steps[name]["run"]


def check_action():
    script = script_of_action("Check")
    bash = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder)
        place.must("cpm", "init", "county", "--county", "yolo")
        inputs = {"CPM_PATHS": ".\n", "CPM_FAIL_ON": "error", "CPM_BASELINE": "", "CPM_SARIF": ""}
        status, said = place.run(*bash, script, at="county", **inputs)
        tally.expect(status == 0 and "no problems" in said, f"action.yml: a good state: {status} {said}")
        break_plan(place)
        page = os.path.join(folder, "page.md")
        status, said = place.run(*bash, script, at="county", **{**inputs, "CPM_SARIF": "cpm.sarif", "GITHUB_STEP_SUMMARY": page})
        tally.expect(status == 1 and said.startswith("::error title=CPM210"), f"action.yml: a bad state: {status} {said}")
        tally.expect("CPM210" in place.read("page.md"), "action.yml: the page of the job")
        tally.equal(json.loads(place.read("county/cpm.sarif"))["version"], "2.1.0", "action.yml: SARIF")
        place.must("cpm", "baseline", at="county")
        status, said = place.run(*bash, script, at="county", **{**inputs, "CPM_BASELINE": "baseline.yaml"})
        tally.expect(status == 0 and "in the baseline" in said, f"action.yml: a baseline: {status} {said}")
        status, said = place.run(*bash, script, at="county", **{**inputs, "CPM_PATHS": "nowhere", "CPM_SARIF": "x.sarif"})
        tally.equal(status, 2, f"action.yml: nothing to check: {said}")
        status, said = place.run(*bash, script_of_action("Install cpm"), CPM_SOURCE=ROOT)
        tally.expect(status == 0 and said.startswith("cpm "), f"action.yml: cpm is there already: {status} {said}")


def main():
    with open(os.path.join(ROOT, "src/builtin/init/workflow.yml"), encoding="utf-8") as file:
        check_push(command_of_workflow(file.read()), "GitHub", "GITHUB_ACTIONS")
    with open(os.path.join(ROOT, "src/builtin/init/gitlab-ci.yml"), encoding="utf-8") as file:
        check_push(command_of_gitlab(file.read()), "GitLab", "GITLAB_CI")
    for name in ("examples/alder/.github/workflows/cpm.yml", "examples/alder/.gitlab-ci.yml"):
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            text = file.read()
        tally.expect("cpm check --format auto" in text and "cpm report --all --check" in text, f"{name}: {text}")
        yaml.safe_load(text)
    check_commit_hook()
    check_action()
    tally.finish()


main()
