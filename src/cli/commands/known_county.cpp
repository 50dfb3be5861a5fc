#include "cli/commands/known_county.h"

#include "base/text.h"
#include "cli/exit.h"

namespace cpm::cli {
namespace {

constexpr std::string_view kExample = "example";

}  // namespace

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

}  // namespace cpm::cli
