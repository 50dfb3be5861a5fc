// A small repository through reader, field tables, references and rules; its findings in every format.
#include "cli/findings.h"
#include "tests/fuzz/county.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/judges.h"
#include "tests/fuzz/targets.h"

namespace cpm::fuzz {
namespace {

std::string all_formats(const format::Loaded& loaded) {
  report::Outcome outcome;
  outcome.command = "check";
  outcome.checked = report::Checked{.files = loaded.files, .rules = 1};
  const render::Job job{.outcome = outcome, .findings = loaded.findings, .sources = loaded.sources, .settings = {}};
  std::string all;
  for (const render::Format& format : render::formats()) {
    if (format.needs_rows) continue;
    const std::string written = format.write(job);
    judge_output(format, written);
    all += written;
  }
  return all;
}

}  // namespace

void load_county(std::string_view bytes) {
  const test::MemoryFiles files = county_of(bytes);
  const std::unique_ptr<format::Loaded> loaded = judged(files);
  demand_places(loaded->findings, loaded->sources);
  demand_order(loaded->findings, loaded->sources);
  const std::string first = all_formats(*loaded);
  demand(all_formats(*judged(files)) == first, "the same files, the same findings");
}

}  // namespace cpm::fuzz
