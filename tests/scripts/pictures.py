#!/usr/bin/python3
"""The pictures of README.md show what cpm writes today; `--write` renews them.

examples/pictures/message.svg   findings as a terminal shows them, drawn from the real output: compared byte for byte
examples/pictures/report.png    the top of a report as a browser shows it; inside the picture stands a checksum of the page it was
                                taken from, and that is compared, as browsers differ in the drawing of letters

Writing the second needs chromium, and cmark-gfm where the page is Markdown.
"""
import hashlib
import html
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

import harness
from harness import ROOT, check, cpm, finish

FOLDER = os.path.join(ROOT, "examples/pictures")
REPAIR = "cmake --build --preset dev --target update-docs"
MESSAGE = ["check", "--color", "always", "01-misspelled-key.yaml"]
REPORT = ["report", "snapshot", "snapshots/2026-03-12.yaml", "--no-contacts", "--as-of", "2026-03-31"]
WIDTH, HEIGHT = 1280, 1240  # of the part of the report that is shown
CHECKSUM = b"cpm page\0"

# What a terminal makes of the codes that cpm writes: colours with a contrast of 4.5 : 1 and more on the ground.
GROUND, INK = "#16191d", "#e6e8eb"
STYLES = {"1": "b", "1;31": "e", "1;33": "w", "1;36": "a", "34": "s", "32": "g"}
SHEET = f"""text{{font:15px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:{INK};white-space:pre}}
.b,.e,.w,.a{{font-weight:bold}}.e{{fill:#ff8a80}}.w{{fill:#ffd166}}.a{{fill:#7adfe6}}.s{{fill:#8ab4f8}}.g{{fill:#81d99a}}"""
SIGN, LINE, MARGIN = 9.04, 21, 18

# How a git host shows Markdown, near enough.
PAGE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><style>
body{font:16px/1.5 system-ui,"Liberation Sans","DejaVu Sans",sans-serif;color:#1f2328;background:#fff;max-width:900px;margin:28px auto}
h1,h2{border-bottom:1px solid #d1d9e0;padding-bottom:.3em;line-height:1.25}table{border-collapse:collapse;margin:16px 0}
th,td{border:1px solid #d1d9e0;padding:6px 13px}tr:nth-child(2n){background:#f6f8fa}code{background:#eff1f3;padding:.1em .3em}
</style><body>%s</body></html>"""


def run(arguments, folder):
    done = cpm(*arguments, folder=os.path.join(ROOT, folder), text=False)
    return done.status, done.out


def drawn(line, row):
    """A line with its codes as one <text>."""
    parts, style = [], ""
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b["):
            style = STYLES.get(part[2:-1], "")
        elif part:
            text = html.escape(part, quote=False)
            parts.append(f'<tspan class="{style}">{text}</tspan>' if style else text)
    return f'<text x="{MARGIN}" y="{MARGIN + LINE * (row + 1) - 6}" xml:space="preserve">{"".join(parts)}</text>'


def message_picture():
    status, out = run(MESSAGE, "examples/mistakes")
    if status != 1:
        sys.exit(f"cpm {' '.join(MESSAGE)} ended with {status}")
    command = "$ cpm " + " ".join(word for word in MESSAGE if word not in ("--color", "always"))
    lines = [command] + out.decode("utf-8").rstrip("\n").split("\n")
    widest = max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines)
    width, height = round(2 * MARGIN + SIGN * widest), 2 * MARGIN + LINE * len(lines)
    rows = "\n".join(drawn(line, row) for row, line in enumerate(lines))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">\n'
            f"<title>A finding of cpm check in a terminal</title>\n<style>{SHEET}</style>\n"
            f'<rect width="{width}" height="{height}" rx="8" fill="{GROUND}"/>\n{rows}\n</svg>\n').encode()


def report_page():
    """The report as a page for a browser: HTML where cpm writes it, else its Markdown."""
    status, page = run([*REPORT, "--format", "html"], "examples/alder")
    if status == 0:
        return page, "html"
    status, page = run([*REPORT, "--format", "markdown"], "examples/alder")
    if status != 0:
        sys.exit(f"cpm {' '.join(REPORT)} ended with {status}")
    return page, "md"


def checksum_in(picture):
    """What stands in the picture's chunk of text."""
    at = picture.find(b"tEXt" + CHECKSUM)
    return picture[at + 4 + len(CHECKSUM):][:64].decode("ascii", "replace") if at >= 0 else "none"


def with_checksum(picture, checksum):
    """A PNG begins with 8 bytes and a header of 25; ours is the chunk behind."""
    chunk = b"tEXt" + CHECKSUM + checksum.encode()
    return picture[:33] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + picture[33:]


def report_picture(page, kind):
    if not shutil.which("chromium"):
        sys.exit("renewing examples/pictures/report.png needs chromium")
    if kind == "md":
        made = subprocess.run(["cmark-gfm", "-e", "table"], input=page, capture_output=True, check=True).stdout
        page_text = PAGE % made.decode("utf-8")
    else:
        page_text = page.decode("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path, shot = os.path.join(folder, "page.html"), os.path.join(folder, "page.png")
        harness.write(path, page_text)
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                        "--force-device-scale-factor=1.5", f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={shot}",
                        "file://" + path], cwd=folder, env={**os.environ, "HOME": folder}, capture_output=True, timeout=120, check=True)
        with open(shot, "rb") as file:
            return with_checksum(file.read(), hashlib.sha256(page).hexdigest())


def read(name):
    path = os.path.join(FOLDER, name)
    if not os.path.isfile(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def write(name, data):
    harness.write(os.path.join(FOLDER, name), data)
    print(f"renewed examples/pictures/{name}")


def main():
    message, (page, kind) = message_picture(), report_page()
    fine = {"message.svg": read("message.svg") == message,
            "report.png": checksum_in(read("report.png")) == hashlib.sha256(page).hexdigest()}
    if sys.argv[1:] == ["--write"]:
        if not fine["message.svg"]:
            write("message.svg", message)
        if not fine["report.png"]:
            write("report.png", report_picture(page, kind))
        return 0
    text = harness.read("README.md")
    for name, up_to_date in fine.items():
        check(f"examples/pictures/{name} is up to date", up_to_date, f"renew it with: {REPAIR}")
        shown = re.search(rf"!\[[^\]]{{20,}}\]\(examples/pictures/{re.escape(name)}\)", text)
        check(f"README.md shows examples/pictures/{name}, and says what it is", shown)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
