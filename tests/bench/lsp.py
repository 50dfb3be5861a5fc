#!/usr/bin/env python3
"""How long it takes from a key press to findings: `cpm lsp`, and yaml-language-server with cpm's schemas, with the same edits.

usage: lsp.py [--edits 1000] [--years 10] [--cpm PROGRAM] [--node FOLDER] [--seed N]

For the example county and for a statewide folder (statewide.py): random edits of one file after the other, typed and taken back,
one at a time; milliseconds from sending the change to the findings of that version (median, p95, worst), the server's processor
time for each edit, the time until the first file of a folder has its findings, and the most memory held. The aims: p95 of 10 ms in
the county and of 100 ms in the statewide folder, 64 MiB in the county. `--cpm`: a release build. `--node`: node_modules with
yaml-language-server; left out where it is not there. That server waits 200 ms for the next key press before it looks; its times
hold that, as its users' do.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "scripts"))
from lsp_client import Client, position_of  # noqa: E402

COUNTY_FILES = ["plans/2025-07.yaml", "snapshots/2026-03-12.yaml", "support.yaml", "cpm.yaml", "logic-model.yaml"]
TYPED = "abcdefghijklmnopqrstuvwxyz 0123456789-:#'\"[]{}\n,"


def edits_of(text, count, dice):
    """(text afterwards, change): letters put in and taken out again, words cut, so that the text stays near what it was."""
    undo = None
    for _ in range(count):
        if undo is not None and dice.random() < 0.8:
            begin, size, put_in, undo = *undo, None
        elif dice.random() < 0.7:
            begin, size, put_in = dice.randrange(len(text) + 1), 0, dice.choice(TYPED)
            undo = (begin, 1, "")
        else:
            begin = dice.randrange(len(text))
            size, put_in = min(dice.randrange(1, 9), len(text) - begin), ""
            undo = (begin, 0, text[begin:begin + size])
        after = text[:begin] + put_in + text[begin + size:]
        yield after, {"range": {"start": position_of(text, begin), "end": position_of(text, begin + size)}, "text": put_in}
        text = after


def time_edits(client, paths, count, dice):
    times = []
    for path in paths:
        uri = client.uri(path)
        client.open(path)
        client.listen(lambda: uri in client.versions, path)
        says_version = client.versions[uri] is not None
        for text, change in edits_of(client.texts[path][1], count // len(paths), dice):
            client.versions.pop(uri, None)
            begin = time.perf_counter()
            client.change(path, text, [change])
            if says_version:
                client.settled(path)
            else:
                client.listen(lambda: uri in client.versions, path)
            times.append(1000 * (time.perf_counter() - begin))
        client.close(path)
    return sorted(times)


def show(what, times, **more):
    def quantile(share):
        return times[min(len(times) - 1, int(share * len(times)))]
    extra = "".join(f"  {name.replace('_', ' ')} {value:.1f}" for name, value in more.items())
    print(f"{what:<44} median {quantile(0.5):7.2f}  p95 {quantile(0.95):7.2f}  worst {times[-1]:8.2f} ms{extra}", flush=True)


def measure(what, command, folder, paths, count, seed, settings=None):
    begin = time.perf_counter()
    client = Client(command, folder, settings=settings)
    client.open(paths[0])
    client.listen(lambda: client.uri(paths[0]) in client.versions, paths[0])
    first = 1000 * (time.perf_counter() - begin)
    client.result("textDocument/hover", {**client.document(paths[0]), "position": {"line": 0, "character": 0}})
    client.close(paths[0])
    worked = client.processor_time()
    times = time_edits(client, paths, count, random.Random(seed))
    worked = 1000 * (client.processor_time() - worked) / len(times)
    show(what, times, processor_ms_each=worked, memory_MiB=client.memory(), first_findings_ms=first)
    client.process.kill()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--edits", type=int, default=1000)
    arguments.add_argument("--years", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--cpm", default=str(ROOT / "build/release/cpm"))
    arguments.add_argument("--node", default=str(ROOT / "build/node/node_modules"))
    given = arguments.parse_args()
    server = [given.cpm, "lsp", "--as-of", "2026-03-31"]
    other = pathlib.Path(given.node) / "yaml-language-server/bin/yaml-language-server"
    with tempfile.TemporaryDirectory() as folder:
        county = pathlib.Path(folder) / "alder"
        shutil.copytree(ROOT / "examples/alder", county)
        measure("cpm lsp, the example county", server, county, COUNTY_FILES, given.edits, given.seed)
        state = pathlib.Path(folder) / "state"
        subprocess.run([sys.executable, HERE / "statewide.py", state, "--years", str(given.years)], check=True, stdout=subprocess.DEVNULL)
        one = sorted(path for path in os.listdir(state))[28]
        files = [f"{one}/{path.relative_to(state / one)}" for path in sorted((state / one).rglob("*.yaml"))][:8]
        measure(f"cpm lsp, 58 counties over {given.years} years", server, state, files, given.edits, given.seed)
        if not other.exists() or not shutil.which("node"):
            print("yaml-language-server is not installed (tests/node/install): left out")
            return
        with_schemas = pathlib.Path(folder) / "init"
        subprocess.run([given.cpm, "init", with_schemas, "--county", "yolo"], check=True, stdout=subprocess.DEVNULL)
        shutil.copytree(with_schemas / "schemas", county / "schemas")
        settings = json.loads((with_schemas / ".vscode/settings.json").read_text(encoding="utf-8"))
        measure("yaml-language-server, the example county", ["node", str(other), "--stdio"], county, COUNTY_FILES, given.edits,
                given.seed, settings)


if __name__ == "__main__":
    main()
