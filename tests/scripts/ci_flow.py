#!/usr/bin/python3
"""A county's repository from `cpm init` to a push: a bare repository whose `update` hook runs the very command of the shipped
workflow takes a good push and refuses a bad one. The same for GitLab's file, for git's own pre-commit hook, and for the steps
of action.yml; and their steps that install cpm, with a release in a folder."""
import hashlib
import json
import os
import sys
import tempfile

import yaml

from harness import CPM, ROOT, check, expect, finish, home_with_cpm, read, run, write

sys.path.insert(0, os.path.join(ROOT, "release"))
import pack  # noqa: E402

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
    commands = [step["run"] for step in steps if step.get("run", "").startswith("cpm check")]
    check("the workflow has one step that checks", len(commands) == 1, commands)
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
        check(f"{name}: a good push is taken", status == 0 and "(3 advice)" in said, status, said)
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
        check("action.yml: a good state", status == 0 and "(3 advice)" in said, status, said)
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


class Release:
    """A release in a folder that stands for its address, made by release/pack.py of the program that is tested; and a machine
    without cpm, where programs that would change it only say that they were called."""

    VERSION = "9.8.7"

    def __init__(self, folder):
        self.place = Place(folder)
        os.remove(os.path.join(folder, "bin/cpm"))
        for name in ("apt-get", "sudo", "cmake"):
            self.place.write(f"bin/{name}", f'#!/bin/sh\necho "{name} $*"\n', 0o755)
        self.downloads = os.path.join(folder, "downloads")
        os.makedirs(self.downloads)
        with open(CPM, "rb") as file:
            self.archive = pack.write_ci_archive(self.downloads, self.VERSION, {"cpm": (file.read(), True), "LICENSE": (b"", False)})
        self.variables = {"CPM_VERSION": self.VERSION, "CPM_DOWNLOADS": "file://" + self.downloads, "CPM_SHA256": self.sha256(),
                          "RUNNER_TEMP": os.path.join(folder, "temporary"), "GITHUB_PATH": os.path.join(folder, "path"),
                          "GITHUB_ENV": os.path.join(folder, "env"), "GITHUB_ACTIONS": "true"}

    def sha256(self):
        with open(self.archive, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()

    def machine(self, name):
        self.place.write("bin/uname", f'#!/bin/sh\necho "Linux {name}"\n', 0o755)

    def source(self):
        """The archive that is built where no program is released for the machine; here it holds what the steps read of it."""
        path = os.path.join(self.downloads, f"cpm-{self.VERSION}.tar.gz")
        pack.write_tar(path, f"cpm-{self.VERSION}", {"cmake/packages.txt": (b"# x\nbuild g++\ntest git\n", False)})
        self.place.write("bin/cmake", '#!/bin/sh\necho "cmake $*"\n[ "$1" = -S ] && mkdir "$4" && printf "#!/bin/sh\\necho built" >"$4/cpm" && '
                         'chmod +x "$4/cpm"\nexit 0\n', 0o755)

    def run(self, script, **variables):
        return self.place.run(*BASH, script + "\ncpm --version", **{**self.variables, **variables})


def check_install(name, script):
    """The step that installs, on a machine without cpm: right file, wrong file, no file, no release, another machine."""
    def on_new_machine(kind="x86_64", source=False, **variables):
        with tempfile.TemporaryDirectory() as folder:
            release = Release(folder)
            release.machine(kind)
            if source:
                release.source()
            status, said = release.run(script, **variables)
            return status, said, folder

    status, said, folder = on_new_machine()
    check(f"{name}: downloads the released program",
          status == 0 and said.splitlines()[-1].startswith("cpm ") and "apt-get" not in said, status, said)
    status, said, _ = on_new_machine(CPM_SHA256="0" * 64)
    check(f"{name}: refuses a file with another checksum",
          status != 0 and "FAILED" in said and "\ncpm " not in said, status, said)
    status, said, _ = on_new_machine(CPM_DOWNLOADS="file:///nowhere")
    check(f"{name}: fails when the release is not there", status != 0 and "apt-get" not in said, status, said)
    status, said, _ = on_new_machine("aarch64", source=True)
    check(f"{name}: builds that version on another kind of machine",
          status == 0 and "apt-get install --yes g++\n" in said and said.strip().endswith("built"), status, said)


def install_step(text):
    """The shell lines of the step that installs, of GitHub's or GitLab's file."""
    file = yaml.safe_load(text)
    if "jobs" in file:
        return next(step["run"] for step in file["jobs"]["check"]["steps"] if step["name"] == "Install cpm")
    return next(line for line in file["cpm"]["before_script"] if "CPM_SHA256" in line)


def check_no_release(name, script):
    """A workflow that names no release is green, and says that nothing was checked."""
    with tempfile.TemporaryDirectory() as folder:
        release = Release(folder)
        status, said = release.place.run(*BASH, script, **{**release.variables, "CPM_SHA256": ""})
        check(f"{name}: no release", status == 0 and said.startswith("::notice title=Nothing was checked::"), status, said)
        if "GITHUB_ENV" in script:
            expect(f"{name}: the other steps are skipped", release.place.read("env"), "CPM_MISSING=true\n")


def check_guards(text):
    """Steps of GitHub's file that need cpm are skipped when there is none."""
    steps = yaml.safe_load(text)["jobs"]["check"]["steps"]
    guards = {step["name"]: step.get("if") for step in steps if step.get("run", "").startswith("cpm ")}
    there = "env.CPM_MISSING == ''"
    expect("each step that needs cpm asks whether it is there", guards,
           {"Check every file": there, "What has changed?": there + " && github.event_name == 'pull_request'",
            "Are the reports up to date?": there})


def check_action_install():
    script = script_of_action("Install cpm")
    with tempfile.TemporaryDirectory() as folder:
        release = Release(folder)
        os.symlink(CPM, os.path.join(folder, "bin/cpm"))
        status, said = release.run(script, CPM_SOURCE=ROOT)
        check("action.yml: cpm is there already", status == 0 and said.splitlines()[-1].startswith("cpm "), status, said)
    for kind, facts, expected in (("x86_64", True, "downloading"), ("aarch64", True, "cmake"), ("x86_64", False, "cmake")):
        with tempfile.TemporaryDirectory() as folder:
            release = Release(folder)
            release.machine(kind)
            release.source()
            action = os.path.join(folder, "action")
            os.makedirs(os.path.join(action, "release"))
            for part in ("cmake", "src"):
                os.symlink(os.path.join(ROOT, part), os.path.join(action, part))
            home = os.path.join(folder, "home")
            os.makedirs(f"{home}/releases/download")
            os.symlink(release.downloads, f"{home}/releases/download/v{release.VERSION}")
            rows = f"home file://{home}\nversion {release.VERSION}\nsha256 {release.sha256()}\n" if facts else "home\nversion\nsha256\n"
            release.place.write("action/release/facts.txt", rows)
            status, said = release.place.run(*BASH, script, **{**release.variables, "CPM_SOURCE": action})
            check(f"action.yml on {kind}, released: {facts}", status == 0 and expected in said, status, said)


def main():
    check_push(command_of_workflow(read("src/builtin/init/workflow.yml")), "GitHub", "GITHUB_ACTIONS")
    check_push(command_of_gitlab(read("src/builtin/init/gitlab-ci.yml")), "GitLab", "GITLAB_CI")
    for name in ("examples/alder/.github/workflows/cpm.yml", "examples/alder/.gitlab-ci.yml"):
        text = read(name)
        check_install(name, install_step(text))
        check_no_release(name, install_step(text))
        check(name, "cpm check --format auto" in text and "cpm report --all --check" in text, text)
        if "jobs:" in text:
            check_guards(text)
    check_commit_hook()
    check_action()
    check_action_install()
    return finish()


if __name__ == "__main__":
    sys.exit(main())
