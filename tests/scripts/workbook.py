#!/usr/bin/python3
"""The workbook, driven as people use it: opened from the disk in Chromium and in Firefox, each without a network. What is driven
is in tests/workbook/, one idea a file. Builds what is missing of the page (preset `web`, target `workbook`), which takes minutes;
CPM_WORKBOOK names a page that is built already. Needs chromium, firefox-esr, node and the npm packages of tests/node.

    tests/scripts/workbook.py [MODULE...] [chromium|firefox]      only these, such as `meeting chromium`
"""
import concurrent.futures
import fcntl
import os
import re
import socket
import struct
import subprocess
import sys
import time

import harness
from harness import CPM, ROOT, check, finish, node_module, run, skip, skip_without

MODULES = ("meeting", "access", "walk", "hostile", "keyboard", "trouble", "sheets", "texts", "beside", "start")  # the longest first
BROWSERS = ("chromium", "firefox")
MOST_SECONDS = 1200  # of one module in one browser


def page():
    built = os.environ.get("CPM_WORKBOOK")
    if built:
        return os.path.abspath(built)
    skip_without("emcc", "emscripten")
    for command in (["cmake", "--preset", "web"], ["cmake", "--build", "--preset", "web", "--target", "workbook"]):
        run(command, environment=os.environ, wanted=[0], stderr=subprocess.STDOUT, timeout=3600)
    return os.path.join(ROOT, "build/web/workbook.html")


def alone(command):
    """Becomes a command in a network of its own, that holds nothing but this machine's loopback: the driver talks over it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1 | 64))  # SIOCSIFFLAGS: IFF_UP and IFF_RUNNING
    os.execvp(command[0], command)


def without_network():
    """The words before a command that leave it no network; none where this system lets nobody do that."""
    words = ["unshare", "--map-root-user", "--net", sys.executable, os.path.abspath(__file__), "--alone"]
    return words if run([*words, "true"]).status == 0 else []


def drive(module, browser, before, variables):
    began = time.monotonic()
    done = run([*before, "node", os.path.join(ROOT, f"tests/workbook/{module}.mjs"), browser], environment=os.environ,
               variables=variables, timeout=MOST_SECONDS, stderr=subprocess.STDOUT)
    return module, browser, done, time.monotonic() - began


def count(module, browser, done, seconds):
    found = re.search(r"(\d+) passed, (\d+) failed\n\Z", done.out)
    print(f"{module} in {browser}: {seconds:.0f} s, {found.group(0).strip() if found else 'broke off'}")
    if not found:
        check(f"{module} in {browser} runs to its end", False, done.said)
        return
    harness.counts["passed"] += int(found.group(1))
    harness.counts["failed"] += int(found.group(2))
    if int(found.group(2)):
        print(done.out)


def main(words):
    if words[:1] == ["--alone"]:
        alone(words[1:])
    skip_without("chromium")
    skip_without("firefox-esr")
    skip_without("node", "nodejs")
    node_module("puppeteer-core")
    if any(word not in (*MODULES, *BROWSERS) for word in words):
        skip(f"there is nothing called so; there are {', '.join((*MODULES, *BROWSERS))}")
    modules = [name for name in MODULES if name in words] or MODULES
    browsers = [name for name in BROWSERS if name in words] or BROWSERS
    variables = {"CPM": CPM, "CPM_ROOT": ROOT, "CPM_WORKBOOK": page()}
    before = without_network()
    print("without a network" if before else "the network could not be cut: only the browsers are told to use none")
    with concurrent.futures.ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        jobs = [pool.submit(drive, module, browser, before, variables) for module in modules for browser in browsers]
        for job in concurrent.futures.as_completed(jobs):
            count(*job.result())
    return finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
