"""Programs for Windows, run by Wine as if they were programs of this machine. Drive Z: is this machine's disk."""
import os
import shutil
import stat
import subprocess

import harness
from harness import ROOT

COMPILER = "x86_64-w64-mingw32-g++-posix"
FOLDER = os.path.join(ROOT, "build/wine")
PREFIX = os.path.join(FOLDER, "prefix")


def wine64():
    """Debian keeps it off the path."""
    return shutil.which("wine64", path=os.environ["PATH"] + ":/usr/lib/wine")


def variables():
    return {"WINEPREFIX": PREFIX, "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=d",
            "WINEPATH": windows_path(os.path.join(FOLDER, "tools")), "CPM_TEST_GIT": os.path.join(FOLDER, "tools")}


def windows_path(path):
    return "Z:" + path.replace("/", "\\")


def must(command, **more):
    return harness.run(command, environment=os.environ, variables=variables(), wanted=[0], stderr=subprocess.STDOUT, timeout=3600, **more)


def wineserver():
    return os.path.join(os.path.dirname(wine64()), "wineserver64")


class Wine:
    """Keeps Wine's server running, so that a program starts in a few hundredths of a second."""

    def __enter__(self):
        for folder in ("tools", "prefix"):
            os.makedirs(os.path.join(FOLDER, folder), exist_ok=True)
        self.start()
        for name in ("git", "hold"):
            self.tool(name)
        shutil.copy(os.path.join(ROOT, "tests/windows/git.sh"), os.path.join(FOLDER, "tools"))
        return self

    def __exit__(self, *_):
        self.quietly(wineserver(), "-k")

    def start(self):
        self.quietly(wineserver(), "-p")
        self.quietly(wine64(), "cmd", "/c", "exit")

    @staticmethod
    def quietly(*command):
        """Not with the streams of this script, which stay open in what Wine leaves running."""
        subprocess.run(command, env={**os.environ, **variables()}, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def tool(self, name):
        """A small program of tests/windows, beside the others on Windows's path."""
        source, made = os.path.join(ROOT, f"tests/windows/{name}.cpp"), os.path.join(FOLDER, f"tools/{name}.exe")
        if not os.path.exists(made) or os.path.getmtime(made) < os.path.getmtime(source):
            must([COMPILER, "-std=c++20", "-O1", "-Wall", "-Wextra", "-Werror", "-municode", "-static", source, "-o", made])
        return made

    def script(self, program):
        """A program of this machine that runs the one for Windows: its path."""
        path = os.path.join(FOLDER, os.path.basename(program).removesuffix(".exe"))
        lines = [f"export {name}='{value}'" for name, value in {**variables(), "LC_ALL": "C.UTF-8"}.items()]
        no_git = "command -v git >/dev/null || unset WINEPATH"  # Windows has it if this machine has it
        harness.write(path, "\n".join(["#!/bin/sh", *lines, no_git, f'exec {wine64()} "{program}" "$@"']) + "\n")
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
        return path
