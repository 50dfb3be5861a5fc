#include "rules/baseline.h"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "diag/catalog.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using model::BaselineEntry;

/// An entry, and whether a finding was recognized by it.
struct Use {
  const BaselineEntry* entry = nullptr;
  bool used = false;
};

bool has_ended(const BaselineEntry& entry, base::Date day) {
  return entry.until.given && *entry.until < day;
}

std::string what(const BaselineEntry& entry) {
  std::string text = entry.code.given ? quoted(*entry.code) : "a finding";
  if (entry.file.given) text += " in " + quoted(*entry.file);
  return text;
}

void report_ended(const BaselineEntry& entry, diag::Diagnostics& findings) {
  findings.add({.code = 680,
                .message = fmt::format("the baseline's entry for {} ended on {}, so the finding is reported again",
                                       what(entry), base::to_text(*entry.until)),
                .span = entry.until.span,
                .help = "fix the finding, or look at it again and give a later `until`",
                .item = *entry.fingerprint});
}

void report_stale(const BaselineEntry& entry, const std::string& name, diag::Diagnostics& findings) {
  findings.add({.code = 681,
                .message = fmt::format("the baseline's entry for {} matches nothing any more", what(entry)),
                .span = entry.fingerprint.span,
                .help = fmt::format("take it out with `cpm baseline --prune --baseline {}`", name),
                .item = *entry.fingerprint});
}

}  // namespace

BaselineAnswer apply_baseline(const BaselineQuestion& question, diag::Diagnostics& findings) {
  std::map<std::string_view, Use> entries;
  std::vector<const BaselineEntry*> again;  // the same finding twice: one entry is enough
  for (const BaselineEntry& entry : question.baseline.entries) {
    if (!entry.fingerprint.given) continue;
    if (!entries.try_emplace(*entry.fingerprint, Use{.entry = &entry}).second) again.push_back(&entry);
  }
  BaselineAnswer answer;
  std::vector<diag::Diagnostic> left;
  diag::Diagnostics remarks;
  std::vector<diag::Diagnostic>& all = findings.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto use = entries.find(question.fingerprints[i]);
    if (use != entries.end()) use->second.used = true;
    const bool known = use != entries.end() && !has_ended(*use->second.entry, question.as_of) &&
                       !diag::find_code(all[i].code)->client_data;
    if (known)
      answer.known.push_back(
          {.finding = std::move(all[i]), .reason = use->second.entry->reason.value, .by_baseline = true});
    else
      left.push_back(std::move(all[i]));
  }
  for (const BaselineEntry& entry : question.baseline.entries) {
    if (!entry.fingerprint.given) continue;
    const bool twice = std::find(again.begin(), again.end(), &entry) != again.end();
    const bool used = !twice && entries.at(*entry.fingerprint).used;
    if (used && has_ended(entry, question.as_of)) {
      answer.ended.push_back(&entry);
      report_ended(entry, remarks);
    }
    if (used || !(twice || question.was_checked(entry))) continue;
    answer.stale.push_back(&entry);
    report_stale(entry, question.name, remarks);
  }
  all = std::move(left);
  for (diag::Diagnostic& remark : remarks.all()) all.push_back(std::move(remark));
  return answer;
}

}  // namespace cpm::rules
