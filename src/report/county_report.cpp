// `cpm report county`: all that the county's files say on one page, each report a part of it.
#include "base/text.h"
#include "report/pages.h"
#include "report/parts.h"
#include "report/result_parts.h"

namespace cpm::report {

namespace {

std::vector<std::string> titles_of(const std::vector<Part>& parts) {
  std::vector<std::string> titles;
  for (const Part& part : parts)
    if (part.page) titles.push_back(part.page->title);
  return titles;
}

List left_out(const std::vector<Part>& parts) {
  List list;
  for (const Part& part : parts)
    if (!part.page) list.entries.push_back(part.name + ": " + part.reason);
  return list;
}

Result part_result(const Part& part) {
  return Result::Fields{{"report", part.name},
                        {"title", part.page ? Result(part.page->title) : Result()},
                        {"reason", part.page ? Result() : Result(part.reason)}};
}

}  // namespace

Document county_report(std::vector<Part> parts, const std::string& county, base::Date as_of) {
  Document page{.title = county + ": where we are and where we are going", .blocks = {}};
  const std::vector<std::string> titles = titles_of(parts);
  page.blocks.emplace_back(
      Paragraph{.text = "All that the files of " + county + " say about the Core Practice Model (CPM), as of " +
                        base::written_out(as_of) + ", in " + base::counted(titles.size(), "part") + ".",
                .lead = true});
  page.blocks.emplace_back(Contents{.titles = titles});
  List missing = left_out(parts);
  if (!missing.entries.empty()) {
    page.blocks.emplace_back(Paragraph{.text = "Not on this page:"});
    page.blocks.emplace_back(std::move(missing));
  }
  for (Part& part : parts) {
    if (!part.page) continue;
    const std::string title = part.page->title;
    append_part(page, std::move(*part.page), title);
  }
  return page;
}

Result county_result(const std::vector<Part>& parts, const std::string& county, base::Date as_of) {
  return Result::Fields{{"county", county.empty() ? Result() : Result(county)},
                        {"as_of", base::to_text(as_of)},
                        {"parts", list_of(parts, part_result)}};
}

}  // namespace cpm::report
