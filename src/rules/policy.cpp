// A repository's own wishes about findings, from its `cpm.yaml`: other severities, and known findings suppressed.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

#include <fmt/format.h>
#include "base/files.h"
#include "base/text.h"
#include "diag/catalog.h"

#include "rules/rules.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostic;
using diag::Diagnostics;
using diag::Severity;
using model::PolicySeverity;

// Text, shape, references and the environment: their errors mean that a file cannot be used.
bool stays_error(const diag::CodeInfo& code) {
  constexpr diag::Code kFirstRule = 400;
  constexpr diag::Code kEnvironment = 900;
  return code.severity == Severity::error && (code.code < kFirstRule || code.code >= kEnvironment);
}

// A severity of the policy changes nothing of these; client data can be accepted one by one, with a reason.
bool keeps_severity(const diag::CodeInfo& code) {
  return code.client_data || stays_error(code);
}

// In the order of PolicySeverity; hidden is none.
constexpr std::array<std::optional<Severity>, 4> kSeverities = {std::nullopt, Severity::advice, Severity::warning,
                                                                Severity::error};

std::optional<Severity> severity_of(PolicySeverity wanted) {
  return kSeverities[static_cast<std::size_t>(wanted)];
}

// One entry under `suppressions`, with what became of it.
struct Entry {
  const model::Suppression* suppression = nullptr;
  const diag::CodeInfo* code = nullptr;
  bool expired = false;
  bool used = false;
};

// What one repository's `cpm.yaml` asks for.
struct HomePolicy {
  std::size_t home = 0;
  const model::Policy* policy = nullptr;
  std::map<diag::Code, PolicySeverity> severities;  // without those that have no effect
  std::vector<Entry> entries;
};

HomePolicy read_policy(const model::Workspace& workspace, std::size_t home) {
  HomePolicy read{.home = home, .policy = &*workspace.homes[home].repository->policy, .severities = {}, .entries = {}};
  for (const auto& [word, wanted] : read.policy->severity) {
    const diag::CodeInfo* const code = diag::find_code(std::string_view{*word});
    if (code != nullptr && wanted.given && !keeps_severity(*code)) read.severities[code->code] = *wanted;
  }
  for (const model::Suppression& suppression : read.policy->suppressions) {
    const diag::CodeInfo* const code = suppression.code.given ? diag::find_code(std::string_view{*suppression.code})
                                                              : nullptr;
    if (code == nullptr) continue;
    const bool expired = suppression.until.given && *suppression.until < workspace.as_of;
    read.entries.push_back({.suppression = &suppression, .code = code, .expired = expired, .used = false});
  }
  return read;
}

// Does the entry's `file` name this document? Absent means every file.
bool names_file(const Entry& entry, const model::Document& document) {
  if (!entry.suppression->file.given) return true;
  return base::joined_path(".", *entry.suppression->file) == base::joined_path(".", document.inside);
}

bool suppresses(const Entry& entry, const Diagnostic& finding, const model::Document& document) {
  if (entry.expired || entry.code->code != finding.code || stays_error(*entry.code)) return false;
  if (entry.suppression->item.given && *entry.suppression->item != finding.item) return false;
  return names_file(entry, document);
}

using Known = std::vector<diag::Accepted>;

// Lowers or raises the finding; false when it is to be dropped. Every entry that fits counts as used.
bool keep(HomePolicy& policy, const model::Document& document, Diagnostic& finding, Known& known) {
  const model::Suppression* by = nullptr;
  for (Entry& entry : policy.entries) {
    if (!suppresses(entry, finding, document)) continue;
    entry.used = true;
    if (by == nullptr) by = entry.suppression;
  }
  if (by != nullptr) {
    known.push_back({.finding = finding, .reason = by->reason.value});
    return false;
  }
  const auto wanted = policy.severities.find(finding.code);
  if (wanted == policy.severities.end()) return true;
  const std::optional<Severity> severity = severity_of(wanted->second);
  if (severity) finding.severity = *severity;
  return severity.has_value();
}

// Findings by the file they are in, for the look-up from finding to repository.
std::map<diag::FileId, const model::Document*> documents_by_file(const model::Workspace& workspace) {
  std::map<diag::FileId, const model::Document*> documents;
  for (const model::Document& document : workspace.documents)
    if (document.file >= 0) documents.emplace(document.file, &document);
  return documents;
}

bool has_policy(const model::Home& home) {
  return home.repository != nullptr && home.repository->policy.has_value();
}

// Changes the findings as the policies say, and hands back those that are suppressed.
Known apply(std::vector<HomePolicy>& policies, const model::Workspace& workspace, std::vector<Diagnostic>& findings) {
  Known known;
  const std::map<diag::FileId, const model::Document*> documents = documents_by_file(workspace);
  const auto is_dropped = [&](Diagnostic& finding) {
    const auto document = documents.find(finding.span.file);
    if (document == documents.end()) return false;
    for (HomePolicy& policy : policies)
      if (policy.home == document->second->home) return !keep(policy, *document->second, finding, known);
    return false;
  };
  std::vector<Diagnostic> kept;
  for (Diagnostic& finding : findings)
    if (!is_dropped(finding)) kept.push_back(std::move(finding));
  findings = std::move(kept);
  return known;
}

// Was everything looked at that the entry speaks of? Otherwise nobody can say that it is of no use.
bool was_checked(const Entry& entry, const model::Workspace& workspace, std::size_t home) {
  bool found = false;
  bool whole_home = workspace.homes[home].whole;
  for (const model::Document& document : workspace.documents) {
    if (document.home != home) continue;
    whole_home = whole_home && document.asked;
    if (!names_file(entry, document)) continue;
    if (!document.asked || !document.usable) return false;
    found = true;
  }
  return found || whole_home;
}

bool is_asked(const Entry& entry, const model::Workspace& workspace, std::size_t home) {
  return std::any_of(workspace.documents.begin(), workspace.documents.end(), [&](const model::Document& document) {
    return document.home == home && document.asked && names_file(entry, document);
  });
}

bool is_own_file_asked(const model::Workspace& workspace, std::size_t home) {
  return std::any_of(workspace.documents.begin(), workspace.documents.end(), [&](const model::Document& document) {
    return document.file == workspace.homes[home].file && document.asked;
  });
}

void report_expired(const Entry& entry, Diagnostics& findings) {
  const model::Suppression& suppression = *entry.suppression;
  findings.add({.code = 602,
                .message = fmt::format("the suppression of {} ended on {}", quoted(diag::code_text(entry.code->code)),
                                       base::to_text(*suppression.until)),
                .span = suppression.until.span,
                .help = "fix the cause and remove the suppression, or look at it again and give a later `until`"});
}

/// What there is besides the entries: the files of one repository, and the findings that nothing suppresses.
struct Left {
  const model::Workspace& workspace;
  const std::vector<Diagnostic>& findings;
};

// A file or an item that the entry may mean; empty when it names what is there, or nothing is near.
std::string meant_by(const Entry& entry, const Left& left, std::size_t home) {
  std::vector<std::string> files;
  std::vector<std::string> items;
  std::set<diag::FileId> named;
  for (const model::Document& document : left.workspace.documents) {
    if (document.home != home) continue;
    files.push_back(document.inside);
    if (names_file(entry, document)) named.insert(document.file);
  }
  for (const Diagnostic& finding : left.findings)
    if (finding.code == entry.code->code && named.contains(finding.span.file)) items.push_back(finding.item);
  const bool by_item = !named.empty() && entry.suppression->item.given;
  if (!by_item && !named.empty()) return {};
  const std::optional<std::string> meant = by_item ? base::nearest(*entry.suppression->item, std::span{items})
                                                   : base::nearest(*entry.suppression->file, std::span{files});
  return meant ? fmt::format("; did you mean {}?", quoted(*meant)) : std::string{};
}

void report_unused(const Entry& entry, const std::string& meant, Diagnostics& findings) {
  const model::Suppression& suppression = *entry.suppression;
  std::string message = "the suppression of " + quoted(diag::code_text(entry.code->code));
  if (suppression.item.given) message += " for " + quoted(*suppression.item);
  if (suppression.file.given) message += " in " + quoted(*suppression.file);
  findings.add({.code = 603,
                .message = fmt::format("{} suppresses nothing{}", message, meant),
                .span = suppression.code.span,
                .help = "remove it, or correct the code, file or item that it names"});
}

void report_fixed_severity(const diag::CodeInfo& code, const model::Span& place, Diagnostics& findings) {
  const std::string_view why = code.client_data ? "client data must not be in these files"
                                                : "the file cannot be used as it was meant";
  const std::string_view
      help = code.client_data ? "remove this entry; accept what is not client data under `suppressions`, with a reason"
                              : "remove this entry, and fix the finding itself";
  findings.add(
      {.code = 604,
       .message = fmt::format("{} ({}) stays an error: {}", quoted(diag::code_text(code.code)), code.summary, why),
       .span = place,
       .help = std::string{help}});
}

void report_entries(const HomePolicy& policy, const Left& left, Diagnostics& findings) {
  const model::Workspace& workspace = left.workspace;
  const bool own_file_asked = is_own_file_asked(workspace, policy.home);
  for (const Entry& entry : policy.entries) {
    if (stays_error(*entry.code)) {
      if (own_file_asked) report_fixed_severity(*entry.code, entry.suppression->code.span, findings);
    } else if (entry.expired) {
      if (is_asked(entry, workspace, policy.home)) report_expired(entry, findings);
    } else if (!entry.used && was_checked(entry, workspace, policy.home)) {
      report_unused(entry, meant_by(entry, left, policy.home), findings);
    }
  }
}

void report_severities(const model::Policy& policy, Diagnostics& findings) {
  for (const auto& [word, wanted] : policy.severity) {
    const diag::CodeInfo* const code = diag::find_code(std::string_view{*word});
    if (code == nullptr || !wanted.given || *wanted == PolicySeverity::error || !keeps_severity(*code)) continue;
    report_fixed_severity(*code, wanted.span, findings);
  }
}

}  // namespace

std::size_t hidden_rules(const model::Workspace& workspace) {
  std::set<std::size_t> asked;
  for (const model::Document& document : workspace.documents)
    if (document.asked) asked.insert(document.home);
  std::set<diag::Code> hidden;
  for (const std::size_t home : asked) {
    if (!has_policy(workspace.homes[home])) continue;
    for (const auto& [code, severity] : read_policy(workspace, home).severities)
      if (severity == model::PolicySeverity::hidden) hidden.insert(code);
  }
  return hidden.size();
}

std::vector<diag::Accepted> apply_policy(const model::Workspace& workspace, Diagnostics& findings) {
  std::vector<HomePolicy> policies;
  for (std::size_t home = 0; home < workspace.homes.size(); ++home)
    if (has_policy(workspace.homes[home])) policies.push_back(read_policy(workspace, home));
  if (policies.empty()) return {};
  Known known = apply(policies, workspace, findings.all());
  Diagnostics about_policy;
  for (const HomePolicy& policy : policies) {
    if (is_own_file_asked(workspace, policy.home)) report_severities(*policy.policy, about_policy);
    report_entries(policy, {.workspace = workspace, .findings = findings.all()}, about_policy);
  }
  // A repository may lower or hide these findings too, but not suppress them one by one.
  for (HomePolicy& policy : policies) policy.entries.clear();
  apply(policies, workspace, about_policy.all());
  std::vector<Diagnostic>& all = findings.all();
  std::move(about_policy.all().begin(), about_policy.all().end(), std::back_inserter(all));
  return known;
}

}  // namespace cpm::rules
