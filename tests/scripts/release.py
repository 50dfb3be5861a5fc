#!/usr/bin/python3
"""The files of a release: release/pack.py puts one build together twice, in different surroundings, and the bytes are the same. Then
they are looked through and used; and release/make refuses while something is missing.

Uses the preset `release`, and builds what is missing of it. That two builds are the same too is a step of RELEASING.md.
Needs dpkg-dev and file.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

import harness
from harness import ROOT, check, expect, finish, read, skip, skip_without, write

BUILD = os.path.join(ROOT, "build/release")


def run(command, folder=ROOT, wanted=None, **variables):
    done = harness.run(command, folder, environment=os.environ, variables=variables, wanted=wanted, stderr=subprocess.STDOUT,
                       timeout=3600)
    return done.status, done.out


def must(command, folder=ROOT, **variables):
    return run(command, folder, [0], **variables)[1]


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def packed(scratch):
    """Two folders of the same release."""
    must(["cmake", "--preset", "release"])
    must(["cmake", "--build", BUILD, "--target", "cpm", "cpm_static", "cpm_ci"])
    folders = [os.path.join(scratch, name) for name in ("one", "another, longer name")]
    pack = os.path.join(ROOT, "release/pack.py")
    must(["bash", "-c", 'umask 022; exec "$@"', "bash", pack, "--no-web", BUILD, folders[0]], TZ="UTC", LC_ALL="C")
    must(["bash", "-c", 'umask 077; exec "$@"', "bash", pack, "--no-web", BUILD, folders[1]], folder=scratch, TZ="America/Los_Angeles",
         LC_ALL="C.UTF-8", SOURCE_DATE_EPOCH="1")
    return folders


def check_same(one, another):
    names = sorted(os.listdir(one))
    expect("both have the same files", names, sorted(os.listdir(another)))
    for name in names:
        check(f"{name}: the same bytes", bytes_of(os.path.join(one, name)) == bytes_of(os.path.join(another, name)),
              f"compare {one}/{name} with {another}/{name}")


def version():
    return re.search(r"(?m)^project\(cpm VERSION (\S+) ", read("CMakeLists.txt")).group(1)


def check_names(folder):
    wanted = {f"cpm-{version()}-linux-x86_64.tar.gz", f"cpm-ci-{version()}-linux-x86_64.tar.gz", f"cpm-{version()}.tar.gz",
              f"cpm-{version()}-schemas.zip", f"cpm-{version()}.spdx.json", f"cpm-toolkit_{version()}_amd64.deb", "SHA256SUMS"}
    expect("the files of a release", set(os.listdir(folder)), wanted)
    told = set(re.findall(r"(?m)^\| `([^`]*)` \|", read("RELEASING.md").replace("VERSION", version())))
    check("RELEASING.md lists them", wanted <= told, sorted(wanted - told))
    status, out = run(["sha256sum", "--check", "--strict", "SHA256SUMS"], folder)
    check("SHA256SUMS names every other file, and is right", status == 0 and out.count(": OK") == len(wanted) - 1, out)


def unpacked(path, scratch):
    """The one folder in an archive."""
    with tarfile.open(path) as archive:
        entries = archive.getmembers()
        archive.extractall(scratch, filter="data") if hasattr(tarfile, "data_filter") else archive.extractall(scratch)
    tops = {entry.name.split("/")[0] for entry in entries}
    check(f"{os.path.basename(path)}: one folder, nobody's files",
          len(tops) == 1 and not any(each.uid or each.uname for each in entries), tops)
    return os.path.join(scratch, tops.pop())


def check_programs(folder, scratch):
    people = unpacked(os.path.join(folder, f"cpm-{version()}-linux-x86_64.tar.gz"), scratch)
    servers = unpacked(os.path.join(folder, f"cpm-ci-{version()}-linux-x86_64.tar.gz"), scratch)
    for program in (f"{people}/bin/cpm", f"{servers}/cpm"):
        status, out = run([program, "--version"], PATH="")
        expect(f"{program}: its version", (status, out), (0, f"cpm {version()}\n"))
        check(f"{program}: no dependencies", "statically linked" in must(["file", program]), must(["file", program]))
        check(f"{program}: does not tell where it was built", ROOT.encode() not in bytes_of(program))
    for path in ("share/man/man1/cpm.1", "share/doc/cpm/LICENSE", "share/doc/cpm/third-party/libfyaml-dev.txt",
                 "share/bash-completion/completions/cpm", "share/cpm/schemas/plan.schema.json"):
        check(f"the archive for people has {path}", os.path.isfile(os.path.join(people, path)))
    for path in ("LICENSE", "third-party/libfyaml-dev.txt", "third-party/libc6-dev.txt"):
        check(f"the archive for servers has {path}", os.path.isfile(os.path.join(servers, path)))
    must([f"{servers}/cpm", "init", os.path.join(scratch, "county"), "--county", "yolo"])
    workflow = read(os.path.join(scratch, "county/.github/workflows/cpm.yml"))
    check("the program for servers holds no checksum", 'CPM_SHA256: ""\n' in workflow, workflow)


def check_materials(folder):
    document = json.loads(read(os.path.join(folder, f"cpm-{version()}.spdx.json")))
    packages = {package["SPDXID"]: package for package in document["packages"]}
    relations = document["relationships"]
    ends = {each for row in relations for each in (row["spdxElementId"], row["relatedSpdxElement"])} - {"SPDXRef-DOCUMENT"}
    check("SPDX: each package is related to cpm", ends == set(packages), ends ^ set(packages))
    linked = {packages[row["relatedSpdxElement"]]["name"] for row in relations if row["relationshipType"] == "STATIC_LINK"}
    check("SPDX: what is linked",
          {"libc6-dev", "libfyaml-dev"} <= linked and not any("ical" in name for name in linked), linked)
    compiled_in = {packages[row["spdxElementId"]]["name"] for row in relations if row["relationshipType"] == "BUILD_DEPENDENCY_OF"}
    check("SPDX: what is compiled in", {"libcli11-dev", "libfmt-dev", "nlohmann-json3-dev"} <= compiled_in, compiled_in)
    for name in linked | compiled_in:
        installed = must(["dpkg-query", "--show", "--showformat=${Version}", name])
        package = packages["SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)]
        expect(f"SPDX: the version of {name}", package["versionInfo"], installed)


def check_others(folder, scratch):
    with zipfile.ZipFile(os.path.join(folder, f"cpm-{version()}-schemas.zip")) as archive:
        for name in archive.namelist():
            check(f"schemas.zip: {name}", archive.read(name) == bytes_of(os.path.join(ROOT, "schemas", name)))
        check("schemas.zip: a schema of each kind", "plan.schema.json" in archive.namelist(), archive.namelist())
    with tarfile.open(os.path.join(folder, f"cpm-{version()}.tar.gz")) as archive:
        found = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name and not archive.getmember(name).isdir()}
    tracked = set(must(["git", "ls-tree", "-r", "-z", "--name-only", "HEAD"]).split("\0")[:-1])
    check("the source: the files of the commit", found == tracked, sorted(found ^ tracked)[:5])
    [package] = glob.glob(os.path.join(folder, "*.deb"))
    must(["dpkg-deb", "--extract", package, os.path.join(scratch, "deb")])
    program = os.path.join(scratch, "deb/usr/bin/cpm")
    check("the .deb: does not tell where it was built", ROOT.encode() not in bytes_of(program))


def check_refusals(scratch):
    """release/make names everything that is missing, before it builds anything."""
    clone = os.path.join(scratch, "clone")
    must(["git", "clone", "--quiet", ROOT, clone])
    for path in ("release/facts.txt", "release/make", "CHANGELOG.md"):
        shutil.copy(os.path.join(ROOT, path), os.path.join(clone, path))
    write(os.path.join(clone, "release/facts.txt"), "home\nmaintainer\nversion\nsha256\n")
    write(os.path.join(clone, "CHANGELOG.md"), "## Unreleased\n\n- A change.\n\n## 0.0.1 (2026-01-01)\n")
    status, out = run(["release/make"], clone)
    check("release/make refuses", status == 1, out)
    for lack in ("commit them", "set home", "set maintainer", "CHANGELOG.md does not begin", "below Unreleased", "run release/make --pin"):
        check(f"release/make names what is missing: {lack}", lack in out, out)
    check("release/make builds nothing then", not os.path.exists(os.path.join(clone, "build")), out)
    status, out = run(["release/make", "--everything"], clone)
    check("release/make explains its options", status == 2 and out == "usage: release/make [--pin | --trial]\n", out)


def main():
    for tool, package in (("dpkg-shlibdeps", "dpkg-dev"), ("file", "file")):
        skip_without(tool, package)
    if not os.path.exists(os.path.join(ROOT, ".git")):
        skip("there is no git repository")
    with tempfile.TemporaryDirectory() as scratch:
        one, another = packed(scratch)
        check_same(one, another)
        check_names(one)
        check_programs(one, scratch)
        check_materials(one)
        check_others(one, scratch)
        check_refusals(scratch)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
