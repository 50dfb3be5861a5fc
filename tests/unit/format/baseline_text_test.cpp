#include "format/baseline_text.h"

#include <doctest/doctest.h>

#include "format/read_document.h"
#include "model/workspace.h"

using namespace cpm;
using format::NewBaselineEntry;

namespace {

NewBaselineEntry entry(std::string fingerprint) {
  return {.fingerprint = std::move(fingerprint),
          .code = "CPM415",
          .file = "a: b #c.yaml",
          .record = "ratings/[]",
          .found = "`yes`: \"no\"\n\x1b",
          .since = *base::read_date("2026-03-31").date,
          .reason = "- true",
          .until = base::read_date("2026-06-30").date};
}

/// A baseline with entries of these fingerprints, as it is read; the file stays in `sources`.
struct Read {
  diag::SourceMap sources;
  diag::Diagnostics findings;
  model::Content content;

  explicit Read(std::string text) {
    const diag::FileId id = sources.add("baseline.yaml", std::move(text));
    format::read_document(sources.file(id), id, {}, nullptr, content, findings);
  }
  const model::Baseline& baseline() const { return std::get<model::Baseline>(content); }
  std::optional<std::string> changed(const std::vector<std::size_t>& out,
                                     const std::vector<NewBaselineEntry>& in) const {
    std::vector<const model::BaselineEntry*> taken_out;
    for (const std::size_t index : out) taken_out.push_back(&baseline().entries[index]);
    return format::changed_baseline(sources.file(0), baseline(), taken_out, in);
  }
};

}  // namespace

TEST_CASE("a new baseline reads back as it was written, whatever the texts") {
  const Read read(format::baseline_text({entry("aaaa"), entry("bbbb")}));
  CHECK(read.findings.all().empty());
  REQUIRE(read.baseline().entries.size() == 2);
  const model::BaselineEntry& first = read.baseline().entries[0];
  CHECK(*first.file == "a: b #c.yaml");
  CHECK(*first.reason == "- true");
  CHECK(*first.found == "`yes`: \"no\"\n\x1b");
  CHECK(base::to_text(*first.until) == "2026-06-30");
}

TEST_CASE("entries come and go, and all other bytes stay") {
  const std::string text =
      "# Ours.\nformat: cpm/baseline/1\nentries:\n  # one\n  - fingerprint: aaaa\n    code: CPM415\n    file: a.yaml   # here\n"
      "  # two\n  - {fingerprint: bbbb, code: CPM415, file: b.yaml}\nx-note: kept\n";
  const Read read(text);
  REQUIRE(read.baseline().entries.size() == 2);
  CHECK(read.changed({}, {}) == text);
  CHECK(read.changed({0}, {}) ==
        "# Ours.\nformat: cpm/baseline/1\nentries:\n  # two\n"
        "  - {fingerprint: bbbb, code: CPM415, file: b.yaml}\nx-note: kept\n");
  CHECK(read.changed({0, 1}, {}) == "# Ours.\nformat: cpm/baseline/1\nentries: []\nx-note: kept\n");
  const std::optional<std::string> more = read.changed({1}, {entry("cccc")});
  REQUIRE(more.has_value());
  const Read again(*more);
  CHECK(again.findings.all().empty());
  REQUIRE(again.baseline().entries.size() == 2);
  CHECK(*again.baseline().entries[1].fingerprint == "cccc");
  CHECK(more->starts_with(text.substr(0, text.find("  # two"))));
  CHECK(more->ends_with("x-note: kept\n"));
}

TEST_CASE("an empty list is filled, a file without a last line end gets one, and another layout is refused") {
  const Read empty("format: cpm/baseline/1\nentries: []   \n");
  const std::optional<std::string> filled = empty.changed({}, {entry("aaaa")});
  REQUIRE(filled.has_value());
  CHECK(Read(*filled).baseline().entries.size() == 1);
  const Read open("format: cpm/baseline/1\nentries:\n  - {fingerprint: aaaa, code: CPM415, file: a}");
  const std::optional<std::string> longer = open.changed({}, {entry("bbbb")});
  REQUIRE(longer.has_value());
  CHECK(Read(*longer).baseline().entries.size() == 2);
  const Read flow("format: cpm/baseline/1\nentries: [{fingerprint: aaaa, code: CPM415, file: a}]\n");
  CHECK_FALSE(flow.changed({}, {entry("bbbb")}).has_value());
}
