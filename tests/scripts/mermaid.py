#!/usr/bin/env python3
"""Mermaid itself draws what `cpm trace` writes: in headless Chromium, with every label as the county wrote it, whatever characters
it has, and with title and description for screen readers. Needs chromium and the npm package mermaid, found in
CPM_NODE_MODULES, in node_modules of the source tree or where `npm root -g` says; skipped without."""
import html
import json
import os
import random
import re
import shutil
import sys
import tempfile

import harness
from harness import ROOT, check, finish, run, skip, write

COUNTY = os.path.join(ROOT, "tests/cli/trace/chain/in")
AS_OF = ["--as-of", "2026-03-31"]
HOSTILE = ['a"b', "a'b`c`", "[x](y)", "{a}{{b}}", "<b>bold</b>", "<script>alert(1)</script>", "a\\nb", "a\\b", "x; y", "a --> b",
           "#quot; &quot; &amp;", "%%{init: {}}%%", "%% note", "end", "subgraph x", "style: x#1;y;", "classDef a:b#c;", "1. one",
           "- one", "+ one", "* one", "# one", "> one", "`code`", "**bold** _it_ ~~s~~", "www.example.org", "https://x.org/a_b",
           "a@b.org", "| a | b |", "a:::loose", "é 説明 “q” —", "Straße 30° ¶ ﬂ", "$$x$$", "click n1", "a<br/>b", "----", "===",
           "!", "~x~", "&lt;", "graph TD", "a  b", "(a)", "@{ shape: x }"]
PIECES = list("\"'`[](){}<>|\\/#;:&%*_~-=+.,!?@^$ 1aZé") + ["-->", ":::", "<b>", "&amp;", "%%", "end", "style", "1.", "www."]
PAGE = """<!DOCTYPE html><meta charset="utf-8"><pre id="out"></pre><script src="%s"></script><script>
(async () => {
  const out = [];
  mermaid.initialize({startOnLoad: false});
  for (const [i, text] of %s.entries()) {
    try {
      const {svg} = await mermaid.render("d" + i, text);
      const box = document.createElement("div");
      box.innerHTML = svg;
      const words = (query) => Array.from(box.querySelectorAll(query)).map((one) => one.textContent);
      out.push({labels: words(".node .nodeLabel"), title: words("svg > title"), about: words("svg > desc"),
                edges: box.querySelectorAll("path.flowchart-link").length,
                alien: box.querySelectorAll(".nodeLabel script, .nodeLabel a, .nodeLabel b, .nodeLabel ul, .nodeLabel ol").length});
    } catch (error) { out.push({error: String(error)}); }
  }
  document.getElementById("out").textContent = JSON.stringify(out);
})();
</script>"""


def find_mermaid():
    places = [os.environ.get("CPM_NODE_MODULES", ""), os.path.join(ROOT, "node_modules")]
    if shutil.which("npm"):
        places.append(run(["npm", "root", "-g"], environment=os.environ).out.strip())
    for place in filter(None, places):
        path = os.path.join(place, "mermaid/dist/mermaid.min.js")
        if os.path.isfile(path):
            return os.path.abspath(path)
    return skip("the npm package mermaid is not there; see CPM_NODE_MODULES")


def draw(browser, script, texts):
    """What Mermaid makes of each text."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.html")
        write(path, PAGE % ("file://" + script, json.dumps(texts).replace("</", "<\\/")))
        done = run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder,
                    "--virtual-time-budget=120000", "--dump-dom", "file://" + path], environment=os.environ, timeout=300)
    match = re.search(r'<pre id="out">(.*?)</pre>', done.out, re.S)
    if not match or not match.group(1):
        sys.exit("chromium wrote no result: " + done.err[-500:])
    return json.loads(html.unescape(match.group(1)))


def cpm(folder, form):
    return harness.cpm("trace", *AS_OF, "--format", form, folder=folder, wanted=[0]).out


def plan_with(statements):
    """A plan whose objectives say these things; JSON is YAML too."""
    lines = ["format: cpm/plan/1", "county: example-birch", "date: 2026-02-10", "team: [{role: Director}]",
             "horizon: {start: 2026-02-15, reassess: 2027-03-31}", "priorities: [{id: p1, area: wd, title: Coaching}]", "objectives:"]
    lines += [f"  - {{id: h{i}, priority: p1, statement: {json.dumps(text, ensure_ascii=False)}}}"
              for i, text in enumerate(statements)]
    return "\n".join(lines) + "\n"


def traced(statements):
    """Mermaid text, and the nodes and edges that must be in it."""
    with tempfile.TemporaryDirectory() as folder:
        work = os.path.join(folder, "work")
        shutil.copytree(COUNTY, work)
        if statements:
            write(os.path.join(work, "plans/2026-02.yaml"), plan_with(statements))
            os.remove(os.path.join(work, "support.yaml"))
            os.remove(os.path.join(work, "logic-model.yaml"))
        page, result = cpm(work, "markdown"), json.loads(cpm(work, "json"))["result"]
    return re.search(r"(?ms)^```mermaid\n(.*?)^```$", page).group(1), result


def one_line(text):
    return " ".join(text.split())


def expected_labels(result):
    loose = {end["node"] for end in result["loose"]}
    for node in result["nodes"]:
        label = re.sub(r"(?<=[^.])\.$", "", node["label"])
        name = label if label == node["id"] else f"{label} ({node['id']})"
        state = "" if node["open"] else ", dropped" if node["level"] == "step" else ", closed"
        yield one_line(f"{node['level'].capitalize()}: {name}{state}{', not linked' if node['key'] in loose else ''}")


def random_texts(count):
    source = random.Random(11)
    return ["x" + "".join(source.choice(PIECES) for _ in range(source.randrange(1, 14))) + "x" for _ in range(count)]


def main():
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or skip("chromium is not there")
    script = find_mermaid()
    cases = [traced([]), traced(HOSTILE), traced(random_texts(60))]
    for (text, result), drawn in zip(cases, draw(browser, script, [text for text, _ in cases])):
        problems = []
        if "error" in drawn:
            problems.append(f"Mermaid refuses it: {drawn['error']}\n{text[:2000]}")
        else:
            wanted, found = sorted(expected_labels(result)), sorted(map(one_line, drawn["labels"]))
            problems += [f"label {label!r} is missing" for label in wanted if label not in found]
            problems += [f"label {label!r} is not from the files" for label in found if label not in wanted]
            if drawn["edges"] != len(result["edges"]):
                problems.append(f"{drawn['edges']} arrows instead of {len(result['edges'])}")
            if drawn["alien"]:
                problems.append("a label became more than text")
            if not drawn["title"][0].startswith("Trace: ") or "linked" not in drawn["about"][0]:
                problems.append(f"title or description is missing: {drawn['title']} {drawn['about']}")
        check("what Mermaid draws", not problems, *problems)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
