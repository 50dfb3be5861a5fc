#include "render/formats.h"

#include <algorithm>
#include <array>

#include "render/csv.h"
#include "render/json.h"
#include "render/markdown.h"
#include "render/text.h"

namespace cpm::render {
namespace {

constexpr std::array kFormats = {
    Format{.name = "text", .extension = ".txt", .about = "for reading in a terminal", .write = write_text},
    Format{.name = "markdown",
           .extension = ".md",
           .about = "for a git host, or to convert to Word",
           .write = write_markdown},
    Format{.name = "json",
           .extension = ".json",
           .about = "for other programs",
           .holds_findings = true,
           .write = write_json},
    Format{.name = "csv",
           .extension = ".csv",
           .about = "records for a spreadsheet",
           .needs_rows = true,
           .write = write_csv},
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &Format::name);
  return found == kFormats.end() ? nullptr : &*found;
}

bool holds_findings(const Format& format, const report::Outcome& outcome) {
  return format.holds_findings || (outcome.checked && outcome.raw.empty() && !format.needs_rows);
}

}  // namespace cpm::render
