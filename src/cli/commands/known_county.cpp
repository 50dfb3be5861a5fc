#include "cli/commands/known_county.h"

#include "base/text.h"
#include "cli/exit.h"

namespace cpm::cli {
namespace {

constexpr std::string_view kExample = "example";

/// By its FIPS code, with or without the zero in front, or as "Yolo County".
const model::County* named_otherwise(const std::string& words, const model::Counties& counties) {
  for (const model::County& county : counties.counties)
    for (const std::string& name : {*county.fips, county.fips->substr(1), base::lower(*county.name + " county")})
      if (base::lower(words) == name) return &county;
  return nullptr;
}

}  // namespace

void check_county(const std::string& county, const model::Counties& counties) {
  if (county == kExample || county.starts_with(std::string(kExample) + "-") || model::find_county(counties, county))
    return;
  std::vector<std::string> known;
  for (const model::County& row : counties.counties) known.push_back(row.id.value);
  std::string message = "there is no county `" + base::visible(county) + "` in California";
  std::optional<std::string> meant = base::nearest(county, std::span<const std::string>(known));
  if (const model::County* const named = named_otherwise(county, counties)) meant = *named->id;
  if (meant) message += "; did you mean `" + *meant + "`?";
  throw UsageError(message, "`cpm list counties` names all 58; `example` stands for a fictional one");
}

}  // namespace cpm::cli
