#include <algorithm>
#include <vector>

#include "base/assert.h"
#include "base/system/ahead.h"
#include "format/built_in_files.h"
#include "format/load.h"
#include "format/read_document.h"

namespace cpm::format {
namespace {

/// Puts a built-in document where the workspace looks for it.
struct Shelve {
  model::BuiltIn& shelf;

  void operator()(model::Counties& counties) const { shelf.counties = std::move(counties); }
  void operator()(model::Regions& regions) const { shelf.regions = std::move(regions); }
  void operator()(model::Toolkits& toolkits) const { shelf.toolkits = std::move(toolkits); }
  void operator()(model::Outcomes& outcomes) const { shelf.outcomes = std::move(outcomes); }
  void operator()(model::Instrument& instrument) const { shelf.instruments.push_back(std::move(instrument)); }
  template <class Other>
  void operator()(Other&) const {
    CPM_ASSERT(false && "a built-in file of a kind that is not built in");
  }
};

/// One of them on its way from bytes to model.
struct Reading {
  diag::FileId id = -1;
  model::Content content = {};
  diag::Diagnostics findings = {};
};

void read(const diag::SourceMap& sources, const model::BuiltIn* built_in, Reading& reading) {
  read_document(sources.file(reading.id), reading.id, {}, built_in, reading.content, reading.findings);
  CPM_ASSERT(reading.findings.all().empty() && "the built-in files are read like everybody's, without a finding");
}

/// They come first among the files of a run, in the same order.
std::vector<Reading> added_to(diag::SourceMap& sources) {
  std::vector<Reading> readings;
  for (const BuiltInFile& built_in : built_in_files())
    readings.push_back({.id = sources.add("<built-in>/" + std::string(built_in.name), std::string(built_in.bytes))});
  return readings;
}

model::BuiltIn lists_as_read() {
  constexpr std::size_t kThreads = 2;  // the instrument takes as long as all others together
  diag::SourceMap sources;
  model::BuiltIn lists;
  std::vector<Reading> readings = added_to(sources);
  read(sources, nullptr, readings.front());  // sorted by name: the counties come first, and others name them
  std::visit(Shelve{lists}, readings.front().content);
  base::Ahead ahead(
      {.pieces = readings.size() - 1, .window = readings.size(), .threads = std::min(kThreads, base::cores())},
      [&](std::size_t piece) { read(sources, &lists, readings[piece + 1]); });
  ahead.finish(readings.size());
  for (std::size_t i = 1; i < readings.size(); ++i) std::visit(Shelve{lists}, readings[i].content);
  return lists;
}

}  // namespace

std::unique_ptr<Loaded> load_built_in() {
  static const model::BuiltIn& lists = *new model::BuiltIn(lists_as_read());  // never taken down: that takes time
  auto loaded = std::make_unique<Loaded>(lists);
  added_to(loaded->sources);
  loaded->workspace.built_in = &loaded->built_in;
  return loaded;
}

}  // namespace cpm::format
