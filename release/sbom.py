"""The bill of materials of a release (SPDX 2.3): which Debian packages, in which versions, are in the programs of one file.

Nothing is typed by hand: the linker's map names the libraries that went in, ninja's log of dependencies the headers that were read,
and dpkg the packages that own those files. So this is right only on the machine that built them.
"""
import datetime
import json
import os
import re
import subprocess

FORMAT = "-f=${Package}\t${Version}\t${Architecture}\t${source:Package}\t${source:Version}\t${Homepage}\n"


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def linked_files(build, map_of_linker):
    """Libraries and start files outside the build that the linker read."""
    with open(os.path.join(build, map_of_linker), encoding="utf-8") as file:
        loaded = re.findall(r"(?m)^LOAD (/\S+)$", file.read())
    return {path for path in map(os.path.realpath, loaded) if not path.startswith(os.path.realpath(build) + os.sep)}


def read_headers(build):
    """Headers outside the source tree that the compiler read, also through links."""
    words = output_of("ninja", "-C", build, "-t", "deps").splitlines()
    paths = {os.path.realpath(os.path.join(build, word.strip())) for word in words if word.startswith("    ")}
    return {path for path in paths if path.startswith("/usr/")}


def owners(paths):
    """The packages that these files belong to. dpkg knows some by their names from before /usr was merged."""
    names = sorted(paths) + sorted(path.removeprefix("/usr") for path in paths)
    found = subprocess.run(["dpkg-query", "--search", *names], check=False, capture_output=True, text=True).stdout
    known = {line.split(": ", 1)[1]: line.split(":", 1)[0] for line in found.splitlines() if not line.startswith("diversion")}
    packages = {known.get(path) or known.get(path.removeprefix("/usr")) for path in paths}
    if None in packages:
        raise SystemExit(f"no package owns {[path for path in paths if path not in known][:5]}")
    return packages


def described(name):
    row = output_of("dpkg-query", "--show", FORMAT, name).splitlines()[0].split("\t")
    return dict(zip(("name", "version", "architecture", "source", "source_version", "home"), row))


def materials(build):
    """[packages of which a library was linked, packages of which only headers were read], each sorted by name."""
    linked = owners(linked_files(build, "static/cpm-ci.map"))  # both programs are linked by the same rule
    only_read = owners(read_headers(build)) - linked
    return [[described(name) for name in sorted(names)] for names in (linked, only_read)]


def source_package(row):
    """A line of cmake/sources' versions.txt."""
    name, version = row.split()
    return {"name": name, "version": version, "architecture": "source", "source": name, "source_version": version, "home": ""}


def windows_materials(build, versions):
    """The same for the program for Windows, which also has libraries that were compiled from Debian's sources."""
    linked = owners(linked_files(build, "cpm.map"))
    only_read = owners(read_headers(build)) - linked
    with open(versions, encoding="utf-8") as file:
        compiled = [source_package(row) for row in file]
    return [compiled + [described(name) for name in sorted(linked)], [described(name) for name in sorted(only_read)]]


def spdx_package(package):
    purl = (f"pkg:deb/debian/{package['name']}@{package['version'].replace('+', '%2B')}?arch={package['architecture']}"
            f"&distro=debian-12&upstream={package['source']}@{package['source_version'].replace('+', '%2B')}")
    return {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", package["name"]),
        "name": package["name"],
        "versionInfo": package["version"],
        "supplier": "Organization: Debian",
        "downloadLocation": "NOASSERTION",
        **({"homepage": package["home"]} if package["home"] else {}),
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION",
        "copyrightText": "NOASSERTION",
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}],
    }


def document(version, epoch, home, packages):
    """The SPDX document as text; `packages` are what materials() found."""
    linked, only_read = packages
    own = {
        "SPDXID": "SPDXRef-cpm",
        "name": "cpm",
        "versionInfo": version,
        "supplier": "NOASSERTION",
        **({"homepage": home} if home else {}),
        "downloadLocation": f"{home}/releases/download/v{version}" if home else "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "Apache-2.0",
        "licenseDeclared": "Apache-2.0",
        "copyrightText": "NOASSERTION",
    }
    rows = [spdx_package(package) for package in linked], [spdx_package(package) for package in only_read]
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-cpm"}]
    relations += [{"spdxElementId": "SPDXRef-cpm", "relationshipType": "STATIC_LINK", "relatedSpdxElement": row["SPDXID"]}
                  for row in rows[0]]
    relations += [{"spdxElementId": row["SPDXID"], "relationshipType": "BUILD_DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-cpm",
                   "comment": "headers, compiled in"} for row in rows[1]]
    created = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return json.dumps({
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"cpm-{version}",
        "documentNamespace": f"{home or 'https://cpm.invalid'}/spdx/cpm-{version}",
        "creationInfo": {"created": created, "creators": ["Tool: cpm-release/sbom.py"]},
        "packages": [own, *rows[0], *rows[1]],
        "relationships": relations,
    }, indent=2) + "\n"
