#include "render/formats.h"

#include <algorithm>
#include <array>

#include "render/writers.h"

namespace cpm::render {
namespace {

constexpr std::array kFormats = {
    Format{.name = "text", .extension = ".txt", .about = "for reading in a terminal", .write = write_text},
    Format{.name = "markdown",
           .extension = ".md",
           .about = "for a git host, or to convert to Word",
           .has_pictures = true,
           .write = write_markdown},
    Format{.name = "html",
           .extension = ".html",
           .about = "one file with pictures, for a browser or to print",
           .write = write_html},
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
    Format{.name = "sarif",
           .extension = ".sarif",
           .about = "findings for code hosts and editors (SARIF 2.1.0)",
           .holds_findings = true,
           .only_findings = true,
           .write = write_sarif},
    Format{.name = "junit",
           .extension = ".xml",
           .about = "findings as tests that failed (JUnit XML)",
           .holds_findings = true,
           .only_findings = true,
           .write = write_junit},
    Format{.name = "github",
           .about = "findings beside the lines of a change on GitHub (workflow commands)",
           .holds_findings = true,
           .only_findings = true,
           .write = write_github},
    Format{.name = "gitlab",
           .about = "findings beside the lines of a change on GitLab (code quality)",
           .holds_findings = true,
           .only_findings = true,
           .write = write_gitlab},
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
