#!/usr/bin/python3
"""Checks the files of a release by using each as its users will: release/check.py FOLDER, which release/make runs at its end.

A file is a row of FILES. What a row needs and this machine does not have (mmdebstrap, chromium, npm packages of tests/node) is left out,
and said so. The last line is `N passed, N failed`; the exit status is 1 if any failed.
"""
import fnmatch
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests/scripts"))
os.environ.setdefault("CPM_ROOT", ROOT)
import harness  # noqa: E402
import wine  # noqa: E402
from harness import check, expect, finish, read  # noqa: E402

EXAMPLE = os.path.join(ROOT, "examples/alder")
DAY = ["--as-of", "2026-03-31"]
MOST_SECONDS_OF_NPX = 5


def run(command, folder=ROOT, **variables):
    done = harness.run(command, folder, environment=os.environ, variables=variables, stderr=subprocess.STDOUT, timeout=1200)
    return done.status, done.out or done.err


def left_out(what, lacking):
    print(f"left out: {what}: there is no {lacking}")


def version():
    return re.search(r"(?m)^project\(cpm VERSION (\S+) ", read("CMakeLists.txt")).group(1)


def inside(root, *command):
    """With `root` as the whole world; a Debian has its /proc, where programs find out where they are."""
    script = '[ ! -d "$0/proc" ] || mount -t proc proc "$0/proc"; exec chroot "$0" "$@"'
    user = [] if os.geteuid() == 0 else ["--map-root-user"]
    return run(["unshare", "--mount", *user, "sh", "-c", script, root, *command], PATH="/usr/sbin:/usr/bin:/sbin:/bin")


def use(root, program):
    """The main job on the example county, in that root."""
    shutil.copytree(EXAMPLE, os.path.join(root, "county"))
    expect(f"{program} --version", inside(root, program, "--version"), (0, f"cpm {version()}\n"))
    status, out = inside(root, program, "check", *DAY, "/county")
    check(f"{program} check", status == 0 and "no problems" in out, out)
    plan = os.path.join(root, "county/plans/2025-07.yaml")
    text = read(plan)
    harness.write(plan, text.replace("objective: coached-units", "objective: coached-unit", 1))
    status, out = inside(root, program, "check", *DAY, "/county")
    check(f"{program} check of a mistake", status == 1 and "CPM305" in out, out)


def static(path, scratch, program):
    """It runs where there is nothing else at all, so it needs nothing else."""
    with tarfile.open(path) as archive:
        archive.extractall(scratch)
    [top] = os.listdir(scratch)
    root = os.path.join(scratch, "root")
    os.makedirs(root)
    shutil.copy(os.path.join(scratch, top, program), os.path.join(root, "cpm"))
    use(root, "/cpm")
    return os.path.join(scratch, top)


def for_people(path, scratch):
    top = static(path, scratch, "bin/cpm")
    page = os.path.join(top, "share/man/man1/cpm.1")
    check("the manual page is there", os.path.isfile(page) and ".TH" in read(page), os.listdir(top))


def for_servers(path, scratch):
    static(path, scratch, "cpm")


def debian(path, scratch):
    """In a fresh Debian 12, where apt brings what the package depends on."""
    if not shutil.which("mmdebstrap") or os.geteuid() != 0:
        return left_out("the .deb in a fresh Debian", "mmdebstrap, or no root")
    root = os.path.join(scratch, "root")
    status, out = run(["mmdebstrap", "--quiet", "--variant=apt", "bookworm", root])
    check("a fresh Debian", status == 0, out)
    shutil.copy(path, os.path.join(root, "cpm.deb"))
    for name in ("resolv.conf", "hosts"):
        shutil.copy(f"/etc/{name}", os.path.join(root, "etc", name))
    status, out = inside(root, "sh", "-c", "apt-get -qq update && apt-get -qq install --yes --no-install-recommends /cpm.deb")
    check("apt installs it", status == 0, out)
    use(root, "/usr/bin/cpm")
    status, out = inside(root, "cpm", "workbook", "/county", "-o", "/workbook.html")
    made = os.path.join(root, "workbook.html")
    check("cpm workbook", status == 0 and os.path.getsize(made) > 2_000_000, out)
    status, out = inside(root, "dpkg", "--verify", "cpm-toolkit")
    lost = [line for line in out.splitlines() if not re.search(r"/usr/share/(man|doc)/", line)]  # which a small Debian leaves out
    check("every file is as it was packed", not lost, out)
    status, out = run(["dpkg-deb", "--contents", path])
    check("the manual page is in it", "./usr/share/man/man1/cpm.1.gz" in out, out)


def npm(path, scratch):
    status, out = run(["npm", "install", "--prefix", scratch, "--no-audit", "--no-fund", "--loglevel=error", path])
    check("npm install", status == 0, out)
    shutil.copytree(EXAMPLE, os.path.join(scratch, "county"))
    began = time.monotonic()
    status, out = run(["npx", "--no-install", "--prefix", scratch, "cpm-toolkit", "check", *DAY, os.path.join(scratch, "county")], scratch)
    took = time.monotonic() - began
    check("npx cpm-toolkit check", status == 0 and "no problems" in out, out)
    print(f"npx cpm-toolkit check: {took:.1f} s")
    check("it does not take long", took <= MOST_SECONDS_OF_NPX, took)


def extension(path, _):
    with zipfile.ZipFile(path) as archive:
        check("no checksum is wrong", archive.testzip() is None, archive.testzip())
        its = json.loads(archive.read("extension/package.json"))
        expect("its version", its["version"], version())
        expect("its editors", its["engines"]["vscode"], json.loads(read("editors/vscode/package.json"))["engines"]["vscode"])
        check("what runs is there", os.path.normpath("extension/" + its["main"]) in archive.namelist(), archive.namelist())


def page(path, _, plain="no"):
    modules = os.environ.get("CPM_NODE_MODULES") or os.path.join(ROOT, "build/node/node_modules")
    if not shutil.which("chromium") or not os.path.exists(os.path.join(modules, "puppeteer-core")):
        return left_out("the page in a browser", "chromium, or not what tests/node/install brings")
    status, out = run(["node", os.path.join(ROOT, "tests/workbook/released.mjs"), "chromium"], CPM_WORKBOOK=path, CPM_PLAIN=plain,
                      CPM_ROOT=ROOT, CPM_NODE_MODULES=modules)
    check("the page works in Chromium", status == 0, out)
    return None


def plain_page(path, scratch):
    return page(path, scratch, "yes")


def source(path, scratch):
    with tarfile.open(path) as archive:
        archive.extractall(scratch)
    [top] = os.listdir(scratch)
    status, out = run(["cmake", "--preset", "release"], os.path.join(scratch, top))
    check("it can be built: cmake --preset release", status == 0, out)


def schemas(path, _):
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".schema.json")]
        check("there is one of a plan", "plan.schema.json" in names, names)
        for name in names:
            check(f"{name} is a schema", "$schema" in json.loads(archive.read(name)), name)


def materials(path, _):
    """The packages that it names are those whose terms are in the programs' archive."""
    document = json.loads(read(path))
    named = {package["name"] for package in document["packages"]} - {"cpm"}
    archive = os.path.join(os.path.dirname(path), f"cpm-ci-{version()}-linux-x86_64.tar.gz")
    with tarfile.open(archive) as files:
        terms = {os.path.basename(name).removesuffix(".txt") for name in files.getnames() if "/third-party/" in name}
    expect("exactly the packages that were built in", sorted(named), sorted(terms))
    linked = {row["relatedSpdxElement"].removeprefix("SPDXRef-") for row in document["relationships"] if row["relationshipType"] == "STATIC_LINK"}
    check("among them what every build links", {"libc6-dev", "libfyaml-dev", "libsqlite3-dev"} <= linked, sorted(linked))


def windows_program(path, scratch):
    with zipfile.ZipFile(path) as archive:
        expect("what is in it", sorted(archive.namelist()), ["LICENSE", "README.txt", "THIRD-PARTY.txt", "cpm.exe", "workbook.html"])
        archive.extractall(scratch)
    if not wine.wine64():
        return left_out("the program for Windows", "wine64")
    program = os.path.join(scratch, "cpm.exe")
    shutil.copytree(EXAMPLE, os.path.join(scratch, "county"))
    settings = {"WINEPREFIX": os.path.join(scratch, "prefix"), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=d"}
    run([wine.wine64(), "cmd", "/c", "exit"], **settings)  # it makes its own surroundings first
    expect("cpm.exe --version", run([wine.wine64(), program, "--version"], **settings), (0, f"cpm {version()}\n"))
    status, out = run([wine.wine64(), program, "check", *DAY, "county"], scratch, **settings)
    check("cpm.exe check", status == 0 and "no problems" in out, out)
    status, out = run([wine.wine64(), program, "workbook", "county", "-o", "made.html"], scratch, **settings)
    check("cpm.exe finds the page beside it", status == 0 and os.path.getsize(os.path.join(scratch, "made.html")) > 2_000_000, out)
    run([wine.wineserver(), "-k"], **settings)
    return None


def winget(path, _):
    """The manifests name the .zip beside them, by its checksum."""
    program = f"cpm-{version()}-windows-x86_64.zip"
    with zipfile.ZipFile(path) as archive:
        [installer] = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".installer.yaml")]
    with open(os.path.join(os.path.dirname(path), program), "rb") as file:
        checksum = hashlib.sha256(file.read()).hexdigest().upper()
    check("its name and its checksum", program in installer and checksum in installer, installer)


def windows_materials(path, _):
    names = {package["name"] for package in json.loads(read(path))["packages"]}
    check("it names what is built in", {"libfyaml", "minizip", "pugixml", "sqlite3", "zlib"} <= names, sorted(names))


# A file of a release, and how it is used.
FILES = {
    "cpm-VERSION-linux-x86_64.tar.gz": for_people,
    "cpm-ci-VERSION-linux-x86_64.tar.gz": for_servers,
    "cpm-toolkit_VERSION_amd64.deb": debian,
    "cpm-toolkit-VERSION.tgz": npm,
    "cpm-toolkit-VERSION.vsix": extension,
    "cpm-workbook-VERSION.html": page,
    "cpm-workbook-plain-VERSION.html": plain_page,
    "cpm-VERSION.tar.gz": source,
    "cpm-VERSION-schemas.zip": schemas,
    "cpm-VERSION.spdx.json": materials,
    "cpm-VERSION-windows-x86_64.zip": windows_program,
    "cpm-VERSION-winget.zip": winget,
    "cpm-VERSION-windows.spdx.json": windows_materials,
}


def check_names(folder):
    wanted = {name.replace("VERSION", version()) for name in FILES} | {"SHA256SUMS"}
    expect("the files of the release", sorted(os.listdir(folder)), sorted(wanted))
    status, out = run(["sha256sum", "--check", "--strict", "SHA256SUMS"], folder)
    check("SHA256SUMS is right, and names every file", status == 0 and out.count(": OK") == len(FILES), out)


def main(words):
    if not 1 <= len(words) <= 2:
        sys.exit("usage: release/check.py FOLDER [NAME]      NAME: only files that fit, such as *.deb")
    folder = os.path.abspath(words[0])
    check_names(folder)
    for name, used in FILES.items():
        path = os.path.join(folder, name.replace("VERSION", version()))
        if not fnmatch.fnmatch(os.path.basename(path), words[1] if len(words) == 2 else "*") or not os.path.exists(path):
            continue
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as scratch:
            try:
                used(path, scratch)
            except (OSError, ValueError, KeyError, tarfile.TarError, zipfile.BadZipFile) as problem:
                check(f"{os.path.basename(path)} can be used", False, repr(problem))
        print(f"{os.path.basename(path)}: {time.monotonic() - began:.0f} s")
    return finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
