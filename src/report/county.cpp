#include "report/plan_pages.h"

#include <fmt/format.h>

#include "report/page.h"
#include "report/result_fields.h"

namespace cpm::report {

namespace {

Result part_result(const ReportPart& part) {
  return Result::Fields{{"report", part.name},
                        {"title", part.page ? Result(part.page->title) : Result()},
                        {"reason", part.page ? Result() : Result(part.reason)}};
}

}  // namespace

Document county_report(std::vector<ReportPart> parts, const std::string& county, base::Date as_of) {
  Contents contents;
  std::vector<std::string> missing;
  for (const ReportPart& part : parts) {
    if (part.page) contents.titles.push_back(part.page->title);
    if (!part.page) missing.push_back(fmt::format("{}: {}", part.name, part.reason));
  }
  Page page(county + ": where we are and where we are going");
  page.lead(fmt::format("Everything that the files of {} say about the Core Practice Model (CPM), as of {}, in {}.",
                        county, base::written_out(as_of), counted(contents.titles.size(), "part")));
  page.add(std::move(contents));
  if (!missing.empty()) page.text("Not on this page:");
  page.list(std::move(missing));
  for (ReportPart& part : parts) {
    if (!part.page) continue;
    std::string title = part.page->title;
    page.append(std::move(*part.page), std::move(title));
  }
  return std::move(page).done();
}

Result county_result(const std::vector<ReportPart>& parts, const std::string& county, base::Date as_of) {
  return Result::Fields{
      {"county", text_or_null(county)}, {"as_of", base::to_text(as_of)}, {"parts", list_of(parts, part_result)}};
}

}  // namespace cpm::report
