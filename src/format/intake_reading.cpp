// One file of a run: passed over after a look at its head, or read and decoded, or why not.
#include <string>
#include <utility>

#include <fmt/format.h>

#include "format/intake.h"
#include "format/read_document.h"

namespace cpm::format {
namespace {

void report_unread(Incoming& incoming, const std::string& problem) {
  incoming.findings.add({.code = 901,
                         .message = "this file cannot be read: " + problem,
                         .span = diag::whole(incoming.document.file),
                         .help = "check that the file exists and that you may read it"});
}

void report_too_large(Incoming& incoming, std::size_t limit) {
  incoming.findings.add({.code = 105,
                         .message = fmt::format("this file is larger than {} bytes", limit),
                         .span = diag::whole(incoming.document.file),
                         .help = "split it, or raise the limit with `--max-file-size`"});
}

void report_outside_link(Incoming& incoming) {
  incoming.findings.add({.code = 314,
                         .message = "this is a link that leads out of the repository; it was not followed",
                         .span = diag::whole(incoming.document.file),
                         .help = "copy what it leads to into the repository, or list it under `ignore` in `cpm.yaml`"});
}

}  // namespace

bool Intake::may_be_passed_over(const Incoming& incoming) const {
  return !request_.kinds.empty() && !incoming.of_any_kind && !incoming.outside && !incoming.read;
}

bool Intake::is_of_other_kind(const Glance& glance) const {
  return !glance.kind.empty() && !request_.reads(glance.kind);
}

void Intake::look_at(Incoming& incoming) const {
  if (incoming.looked_at || !may_be_passed_over(incoming)) return;
  incoming.looked_at = true;
  const Glance glance = glance_at(whole_lines(files_.head(incoming.document.path, kGlanceBytes)));
  incoming.passed_over = is_of_other_kind(glance);
  if (glance.kind == request_.newest_of) incoming.date = glance.date;
}

/// By the `cpm.yaml` at the root. It is read once more for this, since files are read before or beside it.
std::optional<unsigned> Intake::fiscal_start(const std::string& root) const {
  const std::string path = base::joined_path(root, kRepositoryFile);
  if (!is_file(path) || files_.real_path(path) != base::joined_path(files_.real_path(root), kRepositoryFile))
    return std::nullopt;
  const diag::SourceFile file(path, files_.read(path, request_.limits.bytes).bytes);
  model::Content content;
  diag::Diagnostics unsaid;  // the file's own findings come with it
  read_untried(file, 0, request_.limits, &loaded_.built_in, content, unsaid);
  const auto* const settings = std::get_if<model::Repository>(&content);
  if (settings == nullptr || !settings->fiscal_year_start) return std::nullopt;
  return static_cast<unsigned>(*settings->fiscal_year_start);
}

void Intake::read(Incoming& incoming) const {
  if (incoming.read) return;
  look_at(incoming);
  incoming.read = true;
  if (incoming.passed_over) return;
  if (incoming.outside) return report_outside_link(incoming);
  const model::Document& document = incoming.document;
  base::FileReading reading = incoming.given ? std::move(*incoming.given)
                                             : files_.read(document.path, request_.limits.bytes);
  if (reading.too_large) return report_too_large(incoming, request_.limits.bytes);
  if (!reading.problem.empty()) return report_unread(incoming, reading.problem);
  incoming.passed_over = incoming.looked_at && is_of_other_kind(glance_at(reading.bytes));
  if (incoming.passed_over) return;
  incoming.file->fill(std::move(reading.bytes));
  if (recalled(incoming)) return;
  std::optional<std::optional<unsigned>> start;
  const auto fiscal = [&] {
    if (!start) start = fiscal_start(incoming.root);
    return *start;
  };
  const bool prints = request_.prints || request_.memory != nullptr;  // a later run may want it
  std::string print;
  read_document(*incoming.file, document.file, request_.limits, &loaded_.built_in, incoming.document.content,
                incoming.findings, prints ? &print : nullptr, fiscal);
  if (request_.memory != nullptr && incoming.findings.all().empty())
    request_.memory->keep(*incoming.file, {.content = document.content, .print = print});
  if (request_.prints) incoming.document.print = std::move(print);
}

/// Takes what an earlier run read of the same text.
bool Intake::recalled(Incoming& incoming) const {
  model::Document& document = incoming.document;
  const Memory::Reading* const known = request_.memory == nullptr ? nullptr : request_.memory->find(*incoming.file);
  if (known == nullptr) return false;
  document.content = known->content;
  if (request_.prints) document.print = known->print;
  return true;
}

}  // namespace cpm::format
