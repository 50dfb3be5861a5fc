#pragma once
// Small helpers of the tests in this folder: one file, findings in it, and what a format makes of them.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/formats.h"

namespace cpm::test {

inline base::Date date(int year, unsigned month, unsigned day) {
  return base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

/// Files, findings and an outcome that live as long as the job that names them.
struct Sample {
  diag::SourceMap sources;
  diag::Diagnostics findings;
  report::Outcome outcome;
  render::Settings settings;

  diag::FileId add(std::string path, std::string bytes) { return sources.add(std::move(path), std::move(bytes)); }

  /// The first place of `text` in the file.
  diag::Span find(diag::FileId file, std::string_view text) const {
    const std::size_t at = sources.file(file).bytes().find(text);
    return diag::Span{.file = file,
                      .begin = static_cast<std::uint32_t>(at),
                      .end = static_cast<std::uint32_t>(at + text.size()),
                      .whole_file = false};
  }
  diag::Diagnostic& add(diag::Diagnostic finding) {
    findings.all().push_back(std::move(finding));
    return findings.all().back();
  }
  render::Job job() const {
    return render::Job{.outcome = outcome, .findings = findings, .sources = sources, .settings = settings};
  }
};

}  // namespace cpm::test
