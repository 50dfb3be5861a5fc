#!/usr/bin/python3
"""What a county installs: the files of `cmake --install`, the .deb, and the program without dependencies; each made by the commands
that README.md shows, looked through, and used in a root of its own.

The .deb has to please lintian (no error, no warning), and is installed by dpkg into a root that holds nothing but the packages it
depends on. The program without dependencies runs in a root that holds nothing else; its size and start-up time are printed.
The version is that of CMakeLists.txt wherever one is shown. A first run builds the preset `release`; it must give no warning.

Needs lintian, dpkg-dev and either root or user namespaces.
"""
import glob
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import harness
from harness import ROOT, check, expect, finish, read, skip_without, write

BUILD = os.path.join(ROOT, "build/release")
EXAMPLE = os.path.join(ROOT, "examples/alder")
MOST_BYTES = 16 * 1024 * 1024
MOST_START_UP = 0.05  # seconds, best of several; a machine of others' work is slow


def run(command, environment=os.environ, **more):
    done = harness.run(command, environment=environment, stderr=subprocess.STDOUT, timeout=3600, **more)
    return done.status, done.out


def must(command):
    return run(command, wanted=[0])[1]


def version():
    return re.search(r"(?m)^project\(cpm VERSION (\S+) ", read("CMakeLists.txt")).group(1)


def shown_commands():
    """The commands of README.md's table below "Install"."""
    table = read("README.md").split("\n## Install\n")[1].split("\n## ")[0]
    return re.findall(r"(?m)^\| [A-Za-z ,]+ \| `(cmake [^`]+)`", table)


def make(scratch):
    """Runs them as they stand there, below folders of ours: `sudo` only goes on, and files are installed below DESTDIR."""
    for old in glob.glob(os.path.join(BUILD, "*.deb")):
        os.remove(old)
    shim = os.path.join(scratch, "bin")
    write(os.path.join(shim, "sudo"), '#!/bin/sh\nexec "$@"\n')
    os.chmod(os.path.join(shim, "sudo"), 0o755)
    commands = shown_commands()
    check("README.md shows three ways to install", len(commands) == 3, commands)
    for command in commands:
        destination = {"DESTDIR": os.path.join(scratch, "destination")} if "--install" in command else {}
        status, out = run(["bash", "-c", command], variables={"PATH": f"{shim}:{os.environ['PATH']}", **destination})
        check(command, status == 0 and "warning:" not in out, out)


def files_below(folder):
    return {os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names}


def wanted_files():
    """Below the prefix, from the source tree."""
    documents = "share/doc/cpm"
    wanted = {"bin/cpm", f"{documents}/README.md", f"{documents}/NEWS.md", f"{documents}/LICENSE", "share/bash-completion/completions/cpm",
              "share/zsh/vendor-completions/_cpm", "share/fish/vendor_completions.d/cpm.fish"}
    wanted |= {f"share/man/man{page[-1]}/{page}" for page in os.listdir(os.path.join(ROOT, "man")) if page[-2:-1] == "."}
    wanted |= {f"share/cpm/schemas/{path}" for path in files_below(os.path.join(ROOT, "schemas")) if path.endswith(".schema.json")}
    if os.path.exists(os.path.join(ROOT, "build/web/workbook.html")):  # whoever has built the page installs it, too
        wanted.add("share/cpm-toolkit/workbook.html")
    return wanted | {f"{documents}/examples/{path}" for path in files_below(os.path.join(ROOT, "examples")) if path != "demo"}


def differences(found, wanted):
    return f"not wanted: {sorted(found - wanted)}\nmissing: {sorted(wanted - found)}"


def check_install(scratch):
    prefix = os.path.join(scratch, "destination/usr/local")
    found = files_below(prefix)
    check("cmake --install: the files", found == wanted_files(), differences(found, wanted_files()))
    status, out = run([os.path.join(prefix, "bin/cpm"), "--version"])
    expect("cmake --install: cpm --version", (status, out), (0, f"cpm {version()}\n"))


def package():
    found = glob.glob(os.path.join(BUILD, "cpm-toolkit_*.deb"))
    if len(found) != 1:
        sys.exit(f"one .deb is wanted in build/release; there are: {found}")
    return found[0]


def check_package(deb, scratch):
    status, out = run(["lintian", "--allow-root", "--fail-on", "error,warning", "--tag-display-limit", "0", deb])
    check("lintian finds no error and no warning", status == 0 and not re.search(r"(?m)^[EW]:", out), out)
    print("lintian: " + (out.strip() or "nothing to say"))
    fields = dict(line.split(": ", 1) for line in must(["dpkg-deb", "--field", deb]).splitlines() if ": " in line and line[0] != " ")
    expect("the .deb: version", fields["Version"], version())
    expect("the .deb: section", fields["Section"], "misc")
    for library in ("libc6", "libfyaml0", "libsqlite3-0", "libstdc++6"):
        check(f"the .deb depends on {library}", library in fields["Depends"], fields["Depends"])
    folder = os.path.join(scratch, "unpacked")
    must(["dpkg-deb", "--extract", deb, folder])
    found = {path.removeprefix("usr/") for path in files_below(folder)}
    documents = "share/doc/cpm-toolkit"
    wanted = {re.sub(r"^(share/man/.*)$", r"\1.gz", path.replace("share/doc/cpm/", documents + "/")) for path in wanted_files()}
    wanted = wanted - {f"{documents}/LICENSE"} | {f"{documents}/copyright", f"{documents}/changelog.gz"}
    check("the .deb: the files", found == wanted, differences(found, wanted))
    with gzip.open(os.path.join(folder, "usr", documents, "changelog.gz"), "rt", encoding="utf-8") as file:
        check("the .deb: changelog", file.readline().startswith(f"cpm-toolkit ({version()}) "), "is of another version")


def closure(names):
    """Installed packages that these need, with those that these need …"""
    done, todo = set(), set(names)
    while todo:
        name = todo.pop()
        done.add(name)
        status, out = run(["dpkg-query", "--show", "--showformat=${Depends}, ${Pre-Depends}", name])
        if status != 0:
            sys.exit(f"the package {name} is not installed here")
        for wish in filter(None, (re.sub(r"[ (:].*", "", part.split("|")[0].strip()) for part in out.split(","))):
            if wish not in done:
                todo.add(wish)
    return done


def copy_package(name, root):
    """Files and dpkg's record of an installed package, into another root."""
    for path in must(["dpkg-query", "--listfiles", name]).splitlines():
        if os.path.isdir(path) and not os.path.islink(path) or not os.path.lexists(path):
            continue
        target = root + os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if not os.path.lexists(target):
            shutil.copy2(path, target, follow_symlinks=False)
    with open(os.path.join(root, "var/lib/dpkg/status"), "a", encoding="utf-8") as status:
        status.write(must(["dpkg-query", "--status", name]) + "\n")


def clean_root(scratch, deb):
    """A root with what the .deb depends on and nothing else; dpkg knows of it."""
    root = os.path.join(scratch, "root")
    for folder in ("usr/bin", "usr/sbin", "usr/lib", "usr/lib64", "var/lib/dpkg/info", "var/lib/dpkg/updates", "tmp"):
        os.makedirs(os.path.join(root, folder))
    for name in ("bin", "sbin", "lib", "lib64"):
        os.symlink("usr/" + name, os.path.join(root, name))
    depends = must(["dpkg-deb", "--field", deb, "Depends"])
    needed = closure(re.sub(r"[ (:].*", "", part.strip()) for part in depends.split(","))
    for name in sorted(needed):
        copy_package(name, root)
    print(f"clean root: {', '.join(sorted(needed))}")
    return root


def inside(root, command):
    """The command with `root` as its whole world, and nothing in its environment."""
    enter = ["chroot", root] if os.geteuid() == 0 else ["unshare", "--map-root-user", "chroot", root]
    return run(enter + command, {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})


def use(what, root, program):
    """The main job on the example county, in that root."""
    shutil.copytree(EXAMPLE, os.path.join(root, "county"))
    expect(f"{what}: cpm --version", inside(root, [program, "--version"]), (0, f"cpm {version()}\n"))
    day = ["--as-of", "2026-03-31"]
    status, out = inside(root, [program, "check", *day, "/county"])
    check(f"{what}: cpm check", status == 0 and out.endswith(": no problems; 1 finding accepted\n"), out)
    status, out = inside(root, [program, "report", "--all", "--check", *day, "/county"])
    check(f"{what}: cpm report --all --check", status == 0, out)
    status, out = inside(root, [program, "plan", "calendar", *day, "/county"])
    same = run([os.path.join(BUILD, "cpm"), "plan", "calendar", *day, EXAMPLE])
    check(f"{what}: cpm plan calendar", (status, out) == same and "BEGIN:VEVENT" in out, out)
    status, out = inside(root, [program, "init", "/new", "--county", "yolo", *day])
    check(f"{what}: cpm init", status == 0 and os.path.isfile(os.path.join(root, "new/cpm.yaml")), out)
    status, out = inside(root, [program, "complete", "score", "/county/"])
    check(f"{what}: completion", "/county/snapshots/2026-03-12.yaml" in out, out)


def check_installed(deb, scratch):
    root = clean_root(scratch, deb)
    dpkg = ["dpkg", f"--root={root}", f"--log={scratch}/dpkg.log", "--force-not-root", "--force-script-chrootless"]
    status, out = run(dpkg + ["--install", deb])
    check("dpkg installs the .deb into a clean root", status == 0, out)
    use("the .deb", root, "/usr/bin/cpm")
    status, out = run(dpkg + ["--purge", "cpm-toolkit"])
    left = [path for path in files_below(os.path.join(root, "usr")) if "cpm" in path]
    check("dpkg takes it away again, all of it", status == 0 and not left, f"{out}\nleft: {left}")


def start_up(program, *arguments):
    """Seconds, the best of several."""
    best = None
    for _ in range(20):
        begin = time.monotonic()
        subprocess.run([program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        best = min(best or 10, time.monotonic() - begin)
    return best


def check_static(scratch):
    program = os.path.join(scratch, "cpm")
    shutil.copy(os.path.join(BUILD, "static/cpm"), program)
    size = os.path.getsize(program)
    took = start_up(program, "--version")
    shared = start_up(os.path.join(BUILD, "cpm"), "--version")
    print(f"without dependencies: {size / 1e6:.1f} MB, starts in {took * 1000:.1f} ms (with shared libraries: {shared * 1000:.1f} ms)")
    check("the program without dependencies is small", size <= MOST_BYTES, f"{size} bytes")
    check("the program without dependencies starts at once", took <= MOST_START_UP, f"{took} s")
    status, out = run(["ldd", program])
    check("the program without dependencies has none", status != 0 or "statically linked" in out, out)
    root = os.path.join(scratch, "bare")
    os.makedirs(root)
    shutil.copy(program, os.path.join(root, "cpm"))
    use("without dependencies", root, "/cpm")


def main():
    for tool, package_of_tool in (("lintian", "lintian"), ("dpkg-shlibdeps", "dpkg-dev"), ("file", "file")):
        skip_without(tool, package_of_tool)
    with tempfile.TemporaryDirectory() as scratch:
        make(scratch)
        check_install(scratch)
        deb = package()
        check_package(deb, scratch)
        check_installed(deb, scratch)
        check_static(scratch)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
