#!/usr/bin/python3
"""The pre-commit program with the hooks of .pre-commit-hooks.yaml: a good commit passes, a bad one stops, cpm-fix mends.
The last line is `N passed, N failed`."""
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hostile_formats as hostile  # noqa: E402

ROOT = os.environ["CPM_ROOT"]
CPM = os.path.abspath(os.environ["CPM"])
CONFIG = "repos:\n  - repo: {repo}\n    rev: {rev}\n    hooks:\n      - id: cpm-fix\n      - id: cpm-check\n"
tally = hostile.Tally()


def main():
    if shutil.which("pre-commit", path="/usr/bin:/bin") is None:
        print("skipped: there is no pre-commit")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        tools = os.path.join(folder, "tools")
        os.makedirs(tools)
        os.symlink(CPM, os.path.join(tools, "cpm"))
        variables = {"PATH": f"{tools}:/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
                     "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
                     "GIT_COMMITTER_EMAIL": "a@example.org", "PRE_COMMIT_HOME": os.path.join(folder, "cache")}

        def run(*words, at):
            done = subprocess.run(words, cwd=os.path.join(folder, at), env=variables, stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True, check=False)
            return done.returncode, done.stdout + done.stderr

        def must(*words, at="."):
            status, said = run(*words, at=at)
            if status != 0:
                sys.exit(f"{' '.join(words)} ended with {status}: {said}")
            return said

        os.makedirs(os.path.join(folder, "hooks"))
        shutil.copy(os.path.join(ROOT, ".pre-commit-hooks.yaml"), os.path.join(folder, "hooks"))
        must("git", "init", "--quiet", at="hooks")
        must("git", "add", ".", at="hooks")
        must("git", "commit", "--quiet", "-m", "Hooks", at="hooks")
        rev = must("git", "rev-parse", "HEAD", at="hooks").strip()
        must("cpm", "init", "county", "--county", "yolo")
        with open(os.path.join(folder, "county/.pre-commit-config.yaml"), "w", encoding="utf-8") as file:
            file.write(CONFIG.format(repo=os.path.join(folder, "hooks"), rev=rev))
        must("git", "init", "--quiet", at="county")
        must("pre-commit", "install", at="county")
        must("git", "add", ".", at="county")
        status, said = run("git", "commit", "-m", "Good", at="county")
        tally.expect(status == 0 and said.count("Passed") == 2, f"a good commit passes: {status} {said}")
        theory = os.path.join(folder, "county/theory-of-change.yaml")
        with open(theory, encoding="utf-8") as file:
            text = file.read()
        with open(theory, "w", encoding="utf-8") as file:
            file.write(text.replace("county: yolo", "countey: yolo", 1))
        must("git", "add", ".", at="county")
        status, said = run("git", "commit", "-m", "Bad", at="county")
        tally.expect(status != 0 and "files were modified by this hook" in said, f"cpm-fix mends and stops: {status} {said}")
        with open(theory, encoding="utf-8") as file:
            tally.equal(file.read(), text, "what cpm-fix has mended")
        must("git", "add", ".", at="county")
        tally.expect("nothing to commit" in run("git", "commit", "-m", "Mended", at="county")[1], "the slip is gone")
        with open(theory, "w", encoding="utf-8") as file:
            file.write(text.replace("county: yolo", "county: yulu-nowhere", 1))
        must("git", "add", ".", at="county")
        status, said = run("git", "commit", "-m", "Bad", at="county")
        tally.expect(status != 0 and "CPM220" in said, f"cpm-check stops a commit: {status} {said}")
    tally.finish()


main()
