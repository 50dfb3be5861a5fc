#!/usr/bin/python3
"""The pre-commit program with the hooks of .pre-commit-hooks.yaml: a good commit passes, a bad one stops, cpm-fix fixes."""
import os
import shutil
import sys
import tempfile

import harness
from harness import ROOT, check, expect, finish, home_with_cpm, read, skip_without, write

CONFIG = "repos:\n  - repo: {repo}\n    rev: {rev}\n    hooks:\n      - id: cpm-fix\n      - id: cpm-check\n"


def main():
    skip_without("pre-commit", path="/usr/bin:/bin")
    with tempfile.TemporaryDirectory() as folder:
        variables = {**home_with_cpm(folder), "PRE_COMMIT_HOME": os.path.join(folder, "cache")}

        def run(*words, at, wanted=None):
            done = harness.run(words, os.path.join(folder, at), variables=variables, wanted=wanted)
            return done.status, done.said

        def must(*words, at="."):
            return run(*words, at=at, wanted=[0])[1]

        os.makedirs(os.path.join(folder, "hooks"))
        shutil.copy(os.path.join(ROOT, ".pre-commit-hooks.yaml"), os.path.join(folder, "hooks"))
        must("git", "init", "--quiet", at="hooks")
        must("git", "add", ".", at="hooks")
        must("git", "commit", "--quiet", "-m", "Hooks", at="hooks")
        rev = must("git", "rev-parse", "HEAD", at="hooks").strip()
        must("cpm", "init", "county", "--county", "yolo")
        write(os.path.join(folder, "county/.pre-commit-config.yaml"), CONFIG.format(repo=f"{folder}/hooks", rev=rev))
        must("git", "init", "--quiet", at="county")
        must("pre-commit", "install", at="county")
        must("git", "add", ".", at="county")
        status, said = run("git", "commit", "-m", "Good", at="county")
        check("a good commit passes", status == 0 and said.count("Passed") == 2, status, said)
        theory = os.path.join(folder, "county/theory-of-change.yaml")
        text = read(theory)
        write(theory, text.replace("county: yolo", "countey: yolo", 1))
        must("git", "add", ".", at="county")
        status, said = run("git", "commit", "-m", "Bad", at="county")
        check("cpm-fix fixes and stops", status != 0 and "files were modified by this hook" in said, status, said)
        expect("what cpm-fix has fixed", read(theory), text)
        must("git", "add", ".", at="county")
        check("the slip is gone", "nothing to commit" in run("git", "commit", "-m", "Fixed", at="county")[1])
        write(theory, text.replace("county: yolo", "county: yulu-nowhere", 1))
        must("git", "add", ".", at="county")
        status, said = run("git", "commit", "-m", "Bad", at="county")
        check("cpm-check stops a commit", status != 0 and "CPM220" in said, status, said)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
