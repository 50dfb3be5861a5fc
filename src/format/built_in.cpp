#include "base/assert.h"
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

}  // namespace

std::unique_ptr<Loaded> load_built_in() {
  auto loaded = std::make_unique<Loaded>();
  for (const BuiltInFile& built_in : built_in_files()) {  // sorted by name: the counties come first
    const diag::FileId id = loaded->sources.add("<built-in>/" + std::string(built_in.name),
                                                std::string(built_in.bytes));
    model::Content content;
    read_document(loaded->sources.file(id), id, {}, &loaded->built_in.counties, content, loaded->findings);
    std::visit(Shelve{loaded->built_in}, content);
  }
  CPM_ASSERT(loaded->findings.all().empty() && "the built-in files are read like everybody's, without a finding");
  loaded->workspace.built_in = &loaded->built_in;
  return loaded;
}

}  // namespace cpm::format
