// `cpm new`: a first file of a kind. It never writes over a file that is there.
#include <utility>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/known_kind.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "format/discover.h"
#include "format/templates.h"

namespace cpm::cli {
namespace {

constexpr std::string_view kExample = "example";

void check_county(const std::string& county, const model::Counties& counties) {
  if (county == kExample || county.starts_with(std::string(kExample) + "-") || model::find_county(counties, county))
    return;
  std::vector<std::string> known;
  for (const model::County& row : counties.counties) known.push_back(row.id.value);
  std::string message = "there is no county `" + base::visible(county) + "` in California";
  if (const auto meant = base::nearest(county, std::span<const std::string>(known)))
    message += "; did you mean `" + *meant + "`?";
  throw UsageError(message, "`cpm list counties` names all 58; `example` stands for a fictional one");
}

/// What the repository around this folder says, if there is one.
std::optional<std::string> own_county(const Run& run) {
  const std::optional<std::string> root = format::enclosing_repository(run.environment.files);
  if (!root) return std::nullopt;
  const std::string path = base::joined_path(*root, format::kRepositoryFile);
  const auto loaded = format::load(run.environment.files,
                                   {.paths = {path}, .standard_input = {}, .limits = {}, .as_of = run.as_of});
  for (const model::Document& document : loaded->workspace.documents)
    if (const auto* repository = model::content_as<model::Repository>(document);
        repository != nullptr && repository->county)
      return *repository->county;
  return std::nullopt;
}

void check_not_there(const Run& run) {
  const std::string file = run.arguments.value(kOutput).value_or("-");
  if (file != "-" && run.environment.files.kind(file) != base::EntryKind::missing)
    throw UsageError("`" + base::visible(file) + "` is there already, and `cpm new` writes over nothing",
                     "give `-o` another name");
}

}  // namespace

Answer run_new(const Run& run) {
  const format::Kind& kind = known_kind(run.arguments.operands().at(0));
  check_not_there(run);
  const auto built_in = format::load_built_in();
  format::TemplateOptions options;
  options.date = run.as_of;
  if (const auto county = run.arguments.value(kCounty)) {
    check_county(*county, built_in->built_in.counties);
    options.county = *county;
  } else if (const auto own = own_county(run)) {
    options.county = *own;
  }
  options.instrument = &built_in->built_in.instruments.at(0);
  return raw_answer(run, format::new_file(kind, options));
}

}  // namespace cpm::cli
