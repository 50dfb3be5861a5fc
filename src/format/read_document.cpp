#include "format/read_document.h"

#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "format/content_print.h"
#include "format/decoder.h"
#include "format/fix_trial.h"
#include "format/key_use.h"
#include "format/kinds.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

std::string known_formats() {
  std::vector<std::string> words;
  for (const Kind& kind : kinds())
    if (!kind.shipped) words.push_back(fmt::format("`{}`", format_text(kind)));
  return base::joined(words, "or");
}

/// The parts of `cpm/<kind>/<version>`.
struct FormatParts {
  std::string_view word;
  int version = 0;
};

std::optional<FormatParts> split_format(std::string_view text) {
  const std::vector<std::string_view> parts = base::split(text, '/');
  if (parts.size() != 3 || parts[0] != "cpm") return std::nullopt;
  FormatParts found{.word = parts[1]};
  const auto [end, error] = std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), found.version);
  if (error != std::errc() || end != parts[2].data() + parts[2].size()) return std::nullopt;
  return found;
}

diag::Span first_line_of(const yaml::Node& root) {
  return root.entries.empty() ? root.span : root.entries.front().key->span;
}

diag::Safety safety_by(const KeysOfKind& meant) {
  return meant.whole ? diag::Safety::safe : diag::Safety::unsafe;
}

void report_no_format(const yaml::Node& root, diag::Diagnostics& findings) {
  diag::Diagnostic finding{.code = 201,
                           .message = "this file does not say what kind of file it is",
                           .span = first_line_of(root),
                           .help = fmt::format("begin it with `format:` and one of {}; if it belongs to another "
                                               "program, list it under `ignore` in `cpm.yaml`",
                                               known_formats())};
  if (const KeysOfKind meant = kind_by_keys(root, nullptr); meant.kind != nullptr && !root.flow) {
    const std::string line = "format: " + format_text(*meant.kind);
    finding.help = fmt::format("begin it with `{}`: its keys are those of {}", line, with_article(meant.kind->one));
    const diag::Span top{.file = finding.span.file, .begin = finding.span.begin, .end = finding.span.begin};
    finding.fix = replacing(fmt::format("write `{}`", line), top, line + "\n", safety_by(meant));
  }
  findings.add(std::move(finding));
}

void report_unknown_kind(const yaml::Node& root, const yaml::Node& value, diag::Diagnostics& findings) {
  std::vector<std::string> formats;
  for (const Kind& kind : kinds()) formats.push_back(format_text(kind));
  diag::Diagnostic finding{.code = 202,
                           .message = ticks(value.text) + " is not a kind of file that cpm knows",
                           .span = value.span,
                           .help = "write one of " + known_formats()};
  std::optional<std::string> meant = base::nearest(value.text, std::span<const std::string>(formats));
  for (const std::string& format : formats)
    if (format == fmt::format("cpm/{}/1", value.text)) meant = format;
  if (meant) {
    finding.message += fmt::format("; did you mean `{}`?", *meant);
    finding.fix = write_instead(*meant, value.span, diag::Safety::safe);
  } else if (const KeysOfKind by_keys = kind_by_keys(root, nullptr); by_keys.kind != nullptr) {
    const std::string format = format_text(*by_keys.kind);
    finding.help = fmt::format("write `{}`: the keys are those of {}", format, with_article(by_keys.kind->one));
    finding.fix = write_instead(format, value.span, safety_by(by_keys));
  }
  findings.add(std::move(finding));
}

/// The kind that `format` gives, or the one whose keys the file has: else each of them would be a finding.
const Kind* kind_that_fits(const yaml::Node& root, const yaml::Node& value, const Kind& said,
                           diag::Diagnostics& findings) {
  constexpr std::size_t kMostNamed = 3;
  const KeysOfKind meant = kind_by_keys(root, &said);
  if (meant.kind == nullptr) return &said;
  std::vector<std::string> keys;
  for (const std::string_view key : meant.keys)
    if (keys.size() < kMostNamed) keys.push_back(ticks(key));
  const std::string format = format_text(*meant.kind);
  findings.add({.code = 202,
                .message = fmt::format("`format` says {}, but the file has the keys of {}, such as {}",
                                       with_article(said.one), with_article(meant.kind->one), base::joined(keys)),
                .span = value.span,
                .help = fmt::format("write `{}`", format),
                .fix = write_instead(format, value.span, safety_by(meant))});
  return meant.kind;
}

/// `fromat: cpm/plan/1`: enough to know the kind; the decoder then reports the key like any misspelled one.
const yaml::Entry* misspelled_format_entry(const yaml::Node& root) {
  constexpr std::string_view kFormat[] = {"format"};
  for (const yaml::Entry& entry : root.entries)
    if (entry.value->text.starts_with("cpm/") && meant_word(entry.key->text, kFormat)) return &entry;
  return nullptr;
}

/// The `format` entry, also when it is misspelled or not first; reports what is wrong with its place.
const yaml::Entry* format_entry(const yaml::Node& root, diag::Diagnostics& findings) {
  const yaml::Entry* entry = yaml::find_entry(root, "format");
  if (entry == nullptr) entry = misspelled_format_entry(root);
  if (entry == nullptr) {
    report_no_format(root, findings);
    return nullptr;
  }
  if (entry != root.entries.data()) {
    findings.add({.code = 204,
                  .message = "`format` is not the first key of the file",
                  .span = entry->key->span,
                  .labels = {{root.entries.front().key->span, "the first key"}},
                  .help = "move the line to the top, so that everybody sees at once what the file is"});
  }
  return entry;
}

const Kind* kind_of(const yaml::Node& root, diag::Diagnostics& findings) {
  const yaml::Entry* entry = format_entry(root, findings);
  if (entry == nullptr) return nullptr;
  const yaml::Node& value = *entry->value;
  const std::optional<FormatParts> parts = split_format(value.text);
  const Kind* kind = parts ? find_kind(parts->word) : nullptr;
  if (kind == nullptr) {
    if (value.kind == yaml::Kind::scalar)
      report_unknown_kind(root, value, findings);
    else
      report_no_format(root, findings);
    return nullptr;
  }
  if (parts->version == kind->version) return kind_that_fits(root, value, *kind, findings);
  findings.add({.code = 203,
                .message = fmt::format("this cpm reads {} files of version {}, not {}", kind->word, kind->version,
                                       parts->version),
                .span = value.span,
                .help = fmt::format("write `{}`, or use a newer cpm", format_text(*kind))});
  return nullptr;
}

/// nullptr where nothing can be read; the findings say why.
const Kind* kind_of_tree(const yaml::Tree& tree, diag::Diagnostics& findings) {
  if (tree.root == nullptr) return nullptr;
  if (tree.root->kind == yaml::Kind::map && !tree.root->entries.empty()) return kind_of(*tree.root, findings);
  findings.add({.code = 205,
                .message = "this file is not a group of keys and values",
                .span = tree.root->span,
                .help = "begin it with `format:` and one of " + known_formats()});
  return nullptr;
}

}  // namespace

void read_document(const diag::SourceFile& file, diag::FileId id, const yaml::Limits& limits,
                   const model::BuiltIn* built_in, model::Content& content, diag::Diagnostics& findings,
                   std::string* print, const FiscalStart& fiscal_start) {
  read_untried(file, id, limits, built_in, content, findings, print, fiscal_start);
  try_fixes(file, id, limits, built_in, findings);
}

void read_untried(const diag::SourceFile& file, diag::FileId id, const yaml::Limits& limits,
                  const model::BuiltIn* built_in, model::Content& content, diag::Diagnostics& findings,
                  std::string* print, const FiscalStart& fiscal_start) {
  yaml::Limits known = limits;
  known.use_of_key = use_of_key;
  const yaml::Tree tree = yaml::read(file, id, known, findings);
  const Kind* const kind = kind_of_tree(tree, findings);
  if (print != nullptr)
    *print = kind == nullptr ? print_of_text(file.bytes()) : content_print(*tree.root, *kind->record, Extent::all);
  if (kind == nullptr) return;
  Decoder decoder(built_in, findings, fiscal_start);
  kind->read(decoder, *tree.root, content);
  find_covered(*tree.root, *kind->record, content);
}

}  // namespace cpm::format
