// A small repository through reader, field tables, references and rules; its findings in a format that the bytes choose.
#include "cli/findings.h"
#include "tests/fuzz/choice.h"
#include "tests/fuzz/county.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/judges.h"
#include "tests/fuzz/targets.h"

namespace cpm::fuzz {
namespace {

std::string judged_page(const render::Format& format, const format::Loaded& loaded) {
  report::Outcome outcome;
  outcome.command = "check";
  outcome.checked = report::Checked{.files = loaded.files, .rules = 1};
  const render::Job job{.outcome = outcome, .findings = loaded.findings, .sources = loaded.sources, .settings = {}};
  std::string written = format.write(job);
  judge_output(format, written);
  return written;
}

}  // namespace

void load_county(std::string_view bytes) {
  const test::MemoryFiles files = county_of(bytes);
  const std::unique_ptr<format::Loaded> loaded = judged(files);
  demand_places(loaded->findings, loaded->sources);
  demand_order(loaded->findings, loaded->sources);
  const render::Format& format = some_format(hash_of(bytes), false);
  const std::string first = judged_page(format, *loaded);
  demand(judged_page(format, *judged(files)) == first, "the same files, the same findings");
}

}  // namespace cpm::fuzz
