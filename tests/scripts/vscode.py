#!/usr/bin/python3
"""The extension for Visual Studio Code: packed twice with the same bytes, looked through, and run in Node in a stand-in for the
editor (tests/vscode/), with the real program. vscode_real.py runs it in the editor itself. Needs node, and the npm packages of
editors/vscode and tests/node.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import harness
from harness import CPM, ROOT, check, expect, finish, node_module, read, run, skip, skip_without

SOURCE = os.path.join(ROOT, "editors/vscode")
BUILD = os.path.join(ROOT, "build/vscode")
MOST_PACKED = 250_000  # bytes: 181,000 when this was written, most of it Microsoft's protocol library


def must(command, folder=ROOT, **variables):
    return run(command, folder, environment=os.environ, variables=variables, wanted=[0], stderr=subprocess.STDOUT, timeout=600).out


def packed(scratch):
    """The path of the package, after it has been built twice in different surroundings."""
    paths = []
    for name, mask, zone in (("one", "022", "UTC"), ("another, longer name", "077", "America/Los_Angeles")):
        folder = os.path.join(scratch, name)
        must(["bash", "-c", f'umask {mask}; exec "$@"', "bash", f"{SOURCE}/build", folder], scratch, TZ=zone)
        expect(f"{name}: one file is made", os.listdir(folder), [f"cpm-toolkit-{version()}.vsix"])
        paths.append(os.path.join(folder, os.listdir(folder)[0]))
    first, second = map(bytes_of, paths)
    check("both have the same bytes", first == second, *paths)
    print(f"{os.path.basename(paths[0])}: {len(first)} bytes")
    check(f"it has at most {MOST_PACKED} bytes", len(first) <= MOST_PACKED, len(first))
    return paths[0]


def version():
    return re.search(r"(?m)^project\(cpm VERSION (\S+) ", read("CMakeLists.txt")).group(1)


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def check_contents(package):
    """Exactly these files, which are those of the repository, and no trace of the folder in which they were built."""
    schemas = sorted(name for name in os.listdir(os.path.join(ROOT, "schemas")) if name.endswith(".json"))
    with zipfile.ZipFile(package) as archive:
        expect("no checksum is wrong", archive.testzip(), None)
        expect("files", archive.namelist(), [
            "[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt", "extension/README.md", "extension/THIRD-PARTY.txt",
            "extension/dist/extension.js", "extension/package.json", *(f"extension/schemas/{name}" for name in schemas)])
        files = {name: archive.read(name).decode() for name in archive.namelist()}
        modes = {entry.external_attr >> 16 for entry in archive.infolist()}
        days = {entry.date_time for entry in archive.infolist()}
    expect("modes", modes, {0o100644})
    day = re.search(r"(?m)^## [0-9.]+ \((\d+)-(\d+)-(\d+)\)$", read("CHANGELOG.md")).groups()
    expect("dates are that of the release", days, {(*map(int, day), 12, 0, 0)})
    for name, source in (("LICENSE.txt", "LICENSE"), ("README.md", "editors/vscode/README.md"),
                         *((f"schemas/{name}", f"schemas/{name}") for name in schemas)):
        expect(f"{name} is that of the repository", files[f"extension/{name}"], read(source))
    for name, text in files.items():
        check(f"{name} names no folder of this computer", ROOT not in text and "/tmp/" not in text)
    endings = set(re.findall(r'Extension="(\.[a-z]+)"', files["[Content_Types].xml"]))
    expect("each ending has a type", {os.path.splitext(name)[1] for name in files} - {".xml"}, endings)
    for asset in re.findall(r'Path="([^"]+)"', files["extension.vsixmanifest"]):
        check(f"{asset} of the manifest is there", asset in files)
    terms = re.findall(r"(?m)^==== (\S+) [0-9.]+ ====$", files["extension/THIRD-PARTY.txt"])
    check("terms of the packages are there", "vscode-languageclient" in terms and "vscode-jsonrpc" in terms, terms)
    return files


def check_manifest(files):
    its = json.loads(files["extension/package.json"])
    expect("version", its["version"], version())
    for name, value in (("Id", its["name"]), ("Version", its["version"]), ("Publisher", its["publisher"])):
        check(f"{name} is in the manifest", f'{name}="{value}"' in files["extension.vsixmanifest"])
    check("what is packed is what runs", its["main"] == "./dist/extension.js" and "extension/dist/extension.js" in files)
    expect("nothing is to be installed", [key for key in ("dependencies", "devDependencies", "scripts", "private") if key in its], [])
    expect("it starts with a county or with YAML", its["activationEvents"], ["workspaceContains:**/cpm.yaml", "onLanguage:yaml"])
    has = its["contributes"]
    for command in has["commands"]:
        check(f"{command['command']} has a title", re.fullmatch(r"cpm\.[a-zA-Z]+", command["command"]) and command["title"], command)
    names = {command["command"] for command in has["commands"]}
    expect("entries of the palette are commands", {entry["command"] for entry in has["menus"]["commandPalette"]} - names, set())
    settings = has["configuration"]["properties"]
    expect("settings", sorted(settings), ["cpm.path", "cpm.trace.server"])
    for name, setting in settings.items():
        check(f"{name} says what it is", setting.get("description") or setting.get("markdownDescription"), setting)
        check(f"{name} has a default of its type", isinstance(setting["default"], str), setting)
        check(f"{name} is in the README", f"`{name}`" in files["extension/README.md"])
    expect("no folder chooses the program", settings["cpm.path"]["scope"], "machine")
    trust = its["capabilities"]["untrustedWorkspaces"]
    expect("least of all one that is not trusted", (trust["supported"], trust["restrictedConfigurations"]), ("limited", ["cpm.path"]))
    check("no schema serves beside the server", "yamlValidation" not in has and "jsonValidation" not in has)


def check_lock():
    """Exact versions, no addresses: whoever has a mirror installs the same."""
    wanted = json.loads(read("editors/vscode/package.json"))
    for name, number in {**wanted["dependencies"], **wanted["devDependencies"]}.items():
        check(f"{name} has an exact version", re.fullmatch(r"\d+\.\d+\.\d+", number), number)
    lock = json.loads(read("editors/vscode/package-lock.json"))["packages"]
    expect("addresses in the lock file", [name for name, entry in lock.items() if "resolved" in entry], [])
    expect("packages without a checksum", [name for name, entry in lock.items() if name and "integrity" not in entry], [])
    oldest = wanted["engines"]["vscode"].lstrip("^")
    expect("the types are those of the oldest editor", wanted["devDependencies"]["@types/vscode"], oldest)


def check_types(scratch):
    folder = os.path.join(scratch, "types")
    shutil.copytree(os.path.join(SOURCE, "src"), os.path.join(folder, "src"))
    shutil.copy(os.path.join(SOURCE, "tsconfig.json"), folder)
    os.symlink(os.path.join(BUILD, "node_modules"), os.path.join(folder, "node_modules"))
    done = run(["node", os.path.join(BUILD, "node_modules/typescript/bin/tsc"), "-p", folder], folder, environment=os.environ)
    expect("the types fit", (done.status, done.out), (0, ""))


def count(what, command):
    done = run(command, environment=os.environ, stderr=subprocess.STDOUT)
    print(done.out, end="")
    found = re.search(r"(\d+) passed, (\d+) failed\n\Z", done.out)
    check(f"{what} ends", found and done.status == 0, done.said)
    if found:
        harness.counts["passed"] += int(found.group(1))
        harness.counts["failed"] += int(found.group(2))


def check_decisions(scratch):
    built = os.path.join(scratch, "launch.cjs")
    must(["node", os.path.join(BUILD, "node_modules/esbuild/bin/esbuild"), os.path.join(SOURCE, "src/launch.ts"), "--bundle",
          "--platform=node", "--format=cjs", f"--outfile={built}", "--log-level=error"])
    count("decisions.mjs", ["node", os.path.join(ROOT, "tests/vscode/decisions.mjs"), built])


def check_client(scratch, package, modules):
    """In a county whose path has what addresses write in another way."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(os.path.join(scratch, "installed"))
    county = os.path.join(scratch, "Contra Costa & more, 50%")
    shutil.copytree(os.path.join(ROOT, "examples/alder"), county)
    count("client.mjs", ["node", os.path.join(ROOT, "tests/vscode/client.mjs"), os.path.join(scratch, "installed/extension"), CPM, county,
                         modules])


def main():
    skip_without("node", "nodejs")
    modules = os.path.dirname(node_module("vscode-uri"))
    installed = os.path.join(BUILD, "installed.json")
    if not os.path.exists(installed) or bytes_of(installed) != bytes_of(os.path.join(SOURCE, "package-lock.json")):
        skip("the npm packages of editors/vscode are not installed; editors/vscode/install brings them")
    with tempfile.TemporaryDirectory() as scratch:
        package = packed(scratch)
        check_manifest(check_contents(package))
        check_lock()
        check_types(scratch)
        check_decisions(scratch)
        check_client(scratch, package, modules)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
