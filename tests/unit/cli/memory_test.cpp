// Runs that remember what earlier ones read say what runs say that remember nothing.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/json_writer.h"
#include "base/text.h"
#include "format/memory.h"
#include "tests/support/dice.h"
#include "tests/support/source_root.h"
#include "tests/unit/cli/in_process.h"

namespace cpm::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> add_example(MemoryFiles& files, const fs::path& folder) {
  std::vector<std::string> paths;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    paths.push_back(fs::relative(entry.path(), folder).generic_string());
    files.add(paths.back(), std::string{std::istreambuf_iterator<char>(in), {}});
  }
  std::ranges::sort(paths);
  return paths;
}

/// One line gone, or one character another: what a person's editing leaves behind for a moment.
std::string disturbed(const std::string& text, Dice& dice) {
  if (dice.one_in(2)) {
    std::string other = text;
    other[static_cast<std::size_t>(dice.up_to(static_cast<int>(text.size()) - 1))] = "x1:- #\n"[dice.up_to(6)];
    return other;
  }
  std::vector<std::string_view> lines = base::split(text, '\n');
  lines.erase(lines.begin() + dice.up_to(static_cast<int>(lines.size()) - 1));
  std::string other;
  for (const std::string_view line : lines) other.append(line).append("\n");
  return other;
}

const std::vector<std::vector<std::string>> kCommandsOfAPage = {
    {"check", "--format", "json"},
    {"score", "--explain", "--despite-errors", "--format", "json", "snapshots/2026-03-12.yaml"},
    {"report", "snapshot", "--despite-errors", "--format", "html", "snapshots/2026-03-12.yaml"},
    {"set", "--format", "json", "snapshots/2026-03-12.yaml", "ratings.or-team.score", "1", "--diff"},
    {"report", "status", "--despite-errors"},
    {"assist", "instrument", "snapshots/2026-03-12.yaml"}};

std::string told(const Outcome& outcome) {
  return std::to_string(outcome.status) + "\n" + outcome.out + "\n" + outcome.err;
}

}  // namespace

TEST_CASE("a run that remembers what earlier ones read says the same as one that does not") {
  InProcess county;
  const std::vector<std::string> paths = add_example(county.files, fs::path(source_root()) / "examples/alder");
  format::Memory memory;
  Dice dice(20261128);
  for (int round = 0; round < 25; ++round) {
    const std::string& path = paths[static_cast<std::size_t>(dice.up_to(static_cast<int>(paths.size()) - 1))];
    const std::string before = county.files.bytes(path);
    county.files.add(path, disturbed(before, dice));
    for (const std::vector<std::string>& words : kCommandsOfAPage) {
      county.memory = nullptr;
      const std::string alone = told(county.run(words));
      county.memory = &memory;
      CAPTURE(path);
      CAPTURE(words);
      CHECK(told(county.run(words)) == alone);
    }
    if (dice.one_in(2)) county.files.add(path, before);
  }
}

TEST_CASE("one reading for all that is shown beside a Snapshot says what single commands say") {
  InProcess county;
  const std::vector<std::string> paths = add_example(county.files, fs::path(source_root()) / "examples/alder");
  const std::string snapshot = "snapshots/2026-03-12.yaml";
  format::Memory memory;
  county.memory = &memory;
  Dice dice(28112026);
  const auto answer = [&county](const std::vector<std::string>& words) {
    const std::string out = county.run(words).out;
    return out.starts_with('{') ? out : "null";
  };
  for (int round = 0; round < 60; ++round) {
    const std::string& path = dice.one_in(2)
                                  ? snapshot
                                  : paths[static_cast<std::size_t>(dice.up_to(static_cast<int>(paths.size()) - 1))];
    const std::string before = county.files.bytes(path);
    if (round > 0) county.files.add(path, disturbed(before, dice));
    CAPTURE(path);
    const std::string score = answer({"score", "--explain", "--despite-errors", "--format", "json", "--", snapshot});
    std::string content = answer({"assist", "content", snapshot});
    content.pop_back();  // the line's end
    const std::vector<std::string> report = {"report",           "snapshot", "--format", "html",
                                             "--despite-errors", "--",       snapshot};
    const Outcome alone = county.run(report);
    base::JsonWriter beside;
    beside.object().number("status", alone.status).text("out", alone.out).text("err", alone.err).end_object();
    std::vector<std::string> words = {"assist", "state", snapshot, "--"};
    words.insert(words.end(), report.begin(), report.end());
    CHECK(county.run(words).out == "{\"check\":" + answer({"check", "--format", "json"}) + ",\"score\":" + score +
                                       ",\"content\":" + content + ",\"beside\":" + beside.bytes() + "}\n");
    if (dice.one_in(2)) county.files.add(path, before);
  }
}

}  // namespace cpm::test
