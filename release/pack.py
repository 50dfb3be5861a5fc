#!/usr/bin/python3
"""Puts the files of a release together from what is built: release/pack.py [--only-ci | --no-web] BUILD FOLDER.

BUILD is a build of preset `release` with the targets cpm, cpm_static and cpm_ci, or with cpm_ci alone for the file that servers
download. Beside it are the builds of presets `web` (targets npm and workbook), `web-plain` (target workbook) and `windows`, and
what editors/vscode/build makes, unless --no-web leaves their files out; FOLDER must not exist. The same builds give the same bytes, whoever runs this, wherever and when: entries
have the day of the release in CHANGELOG.md, no owner, and are in the order of their names. release/make also makes the builds the
same.
"""
import datetime
import glob
import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

import sbom
import winget

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def facts():
    """The rows of release/facts.txt; what is not set is empty."""
    return {key: value.strip() for key, value in re.findall(r"(?m)^([a-z0-9]+)( .*)?$", read("release/facts.txt"))}


def version():
    return re.search(r"(?m)^project\(cpm VERSION (\S+) ", read("CMakeLists.txt")).group(1)


def released_at():
    """Noon of the newest release in CHANGELOG.md, in seconds since 1970."""
    day = re.search(r"(?m)^## [0-9.]+ \((\d{4}-\d{2}-\d{2})\)$", read("CHANGELOG.md")).group(1)
    noon = datetime.datetime.fromisoformat(day).replace(hour=12, tzinfo=datetime.timezone.utc)
    return int(noon.timestamp())


def files_below(folder):
    """Path below the folder → (bytes, may be run)."""
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = (file.read(), os.access(path, os.X_OK))
    return found


def write_tar(path, top, files):
    """A .tar.gz of {path: (bytes, may be run)} below one folder."""
    entries = io.BytesIO()
    with tarfile.open(fileobj=entries, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for name in sorted(files):
            data, runs = files[name]
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.size, entry.mtime, entry.mode = len(data), released_at(), 0o755 if runs else 0o644
            tar.addfile(entry, io.BytesIO(data))
    write(path, gzip.compress(entries.getvalue(), compresslevel=9, mtime=0))


def released_on():
    return datetime.datetime.fromtimestamp(released_at(), datetime.timezone.utc)


def write_zip(path, files):
    day = released_on().timetuple()[:6]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, day)
            entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name][0])


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def licences(packages):
    """What the packages that are in a program of one file say about their authors and terms."""
    found = {}
    for package in [*packages[0], *packages[1]]:
        with open(f"/usr/share/doc/{package['name']}/copyright", "rb") as file:
            found[f"{package['name']}.txt"] = (file.read(), False)
    return found


def below(folder, files):
    return {f"{folder}/{name}": file for name, file in files.items()}


def own_licence():
    return {"LICENSE": (read("LICENSE").encode(), False)}


def program(build, name):
    with open(os.path.join(build, "static", name), "rb") as file:
        return file.read(), True


def write_ci_archive(folder, number, files):
    """What action.yml and the workflows of `cpm init` download: the program at the top, beside its licence. Returns its path."""
    name = f"cpm-ci-{number}-linux-x86_64"
    path = os.path.join(folder, f"{name}.tar.gz")
    write_tar(path, name, files)
    return path


def write_program_archive(build, folder, packages):
    """All of `cmake --install`, with the program of one file in place of the one that needs libraries."""
    name = f"cpm-{version()}-linux-x86_64"
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["cmake", "--install", build, "--prefix", scratch], check=True, stdout=subprocess.DEVNULL)
        files = files_below(scratch)
    files["bin/cpm"] = program(build, "cpm")
    write_tar(os.path.join(folder, f"{name}.tar.gz"), name, files | below("share/doc/cpm/third-party", licences(packages)))


def write_package(build, folder):
    """The .deb; CPack works in the build, so in a folder of its own there."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(released_at()), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    with tempfile.TemporaryDirectory(dir=build) as scratch:
        done = subprocess.run(["cpack", "--config", os.path.join(build, "CPackConfig.cmake"), "-G", "DEB", "-B", scratch], cwd=build,
                              env=environment, umask=0o022, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stdout)
        [package] = glob.glob(os.path.join(scratch, "*.deb"))
        shutil.copyfile(package, os.path.join(folder, os.path.basename(package)))


def write_source(folder):
    """The files of the last commit, dated by it."""
    name = f"cpm-{version()}"
    archive = ["git", "-C", ROOT, "-c", "tar.umask=0022", "archive", "--format=tar", f"--prefix={name}/", "HEAD"]
    entries = subprocess.run(archive, check=True, capture_output=True).stdout
    write(os.path.join(folder, f"{name}.tar.gz"), gzip.compress(entries, compresslevel=9, mtime=0))


def write_web(builds, folder):
    """The npm package, the extension for an editor, the workbook, and the same as plain JavaScript, as they were built."""
    number = version()
    for source, name in ((f"web/cpm-toolkit-{number}.tgz", f"cpm-toolkit-{number}.tgz"),
                         (f"vscode/cpm-toolkit-{number}.vsix", f"cpm-toolkit-{number}.vsix"),
                         ("web/workbook.html", f"cpm-workbook-{number}.html"),
                         ("web-plain/workbook-plain.html", f"cpm-workbook-plain-{number}.html")):
        shutil.copyfile(os.path.join(builds, source), os.path.join(folder, name))


def bytes_at(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()


def write_windows(builds, folder):
    """The program for Windows with the page of the workbook beside it, its bill of materials, and the manifests for winget."""
    name = f"cpm-{version()}-windows-x86_64.zip"
    files = {"cpm.exe": bytes_at(builds, "windows/cpm.exe"), "workbook.html": bytes_at(builds, "web/workbook.html"),
             "THIRD-PARTY.txt": bytes_at(builds, "windows/THIRD-PARTY.txt"), "LICENSE": bytes_at(ROOT, "LICENSE"),
             "README.txt": bytes_at(ROOT, "release/README-windows.txt").replace(b"\n", b"\r\n")}
    write_zip(os.path.join(folder, name), {path: (data, False) for path, data in files.items()})
    checksum = hashlib.sha256(bytes_at(folder, name)).hexdigest()
    home = facts()["home"] or "https://cpm.invalid/OWNER/cpm"
    texts = winget.manifests(version(), released_on().strftime("%Y-%m-%d"), home, facts()["maintainer"], name, checksum)
    write_zip(os.path.join(folder, f"cpm-{version()}-winget.zip"), {path: (text.encode(), False) for path, text in texts.items()})
    packages = sbom.windows_materials(os.path.join(builds, "windows"), os.path.join(builds, "sources/versions.txt"))
    write(os.path.join(folder, f"cpm-{version()}-windows.spdx.json"),
          sbom.document(version(), released_at(), facts()["home"], packages).encode())


def write_checksums(folder):
    lines = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            lines.append(f"{hashlib.sha256(file.read()).hexdigest()}  {name}\n")
    write(os.path.join(folder, "SHA256SUMS"), "".join(lines).encode())


def pack_ci(build, folder, packages):
    files = {"cpm": program(build, "cpm-ci"), **own_licence(), **below("third-party", licences(packages))}
    write_ci_archive(folder, version(), files)


def pack_all(build, folder, packages):
    pack_ci(build, folder, packages)
    write_program_archive(build, folder, packages)
    write_package(build, folder)
    write_source(folder)
    write_zip(os.path.join(folder, f"cpm-{version()}-schemas.zip"), files_below(os.path.join(ROOT, "schemas")))
    write(os.path.join(folder, f"cpm-{version()}.spdx.json"),
          sbom.document(version(), released_at(), facts()["home"], packages).encode())


def main(arguments):
    option = arguments[0] if arguments[:1] in (["--only-ci"], ["--no-web"]) else ""
    if len(arguments) != 2 + bool(option):
        sys.exit("usage: release/pack.py [--only-ci | --no-web] BUILD FOLDER")
    build, folder = map(os.path.abspath, arguments[-2:])
    packages = sbom.materials(build)
    os.makedirs(folder)
    (pack_ci if option == "--only-ci" else pack_all)(build, folder, packages)
    if not option:
        write_web(os.path.dirname(build), folder)
        write_windows(os.path.dirname(build), folder)
    write_checksums(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
