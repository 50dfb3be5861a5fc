#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Baseline;
using model::BaselineEntry;

constexpr std::array kEntryFields = {
    field<&BaselineEntry::fingerprint>("fingerprint", Need::must, kId,
                                       "What the finding is recognised by; written by `cpm baseline`.",
                                       "abcdefghijklmnop"),
    field<&BaselineEntry::code>("code", Need::must, kCode, "The finding's code.", "CPM415"),
    field<&BaselineEntry::file>("file", Need::must, kText, "The file it is in, from the folder of this one.",
                                "snapshots/2026-03-15.yaml"),
    field<&BaselineEntry::record>("record", Need::may, kText, "The keys and ids that lead to it."),
    field<&BaselineEntry::found>("found", Need::may, kText, "What was found when the entry was written."),
    field<&BaselineEntry::since>("since", Need::may, kDate, "The day on which the entry was written.", "2026-03-31"),
    field<&BaselineEntry::reason>("reason", Need::may, kText, "Why it is not mended yet."),
    field<&BaselineEntry::until>("until", Need::may, kDate,
                                 "The last day on which the entry holds; then the finding is reported again."),
    field<&BaselineEntry::by>("by", Need::may, kText, "Who decided it, by role."),
};
constexpr Record kEntryRecord{.noun = "baseline entry",
                              .about = "A finding that is known and not mended yet.",
                              .id_key = "fingerprint",
                              .title_key = {},
                              .fields = kEntryFields};
constexpr Shape kEntry = record_of(kEntryRecord);
constexpr Shape kEntries = list_of(kEntry);

constexpr std::array kFields = {
    field<&Baseline::heading>("format", Need::must, kText, "The kind of file.", "cpm/baseline/1"),
    field<&Baseline::entries>("entries", Need::must, kEntries, "Findings that are known, each once."),
};

}  // namespace

constexpr Record kBaselineRecord{.noun = "baseline",
                                 .about = "Findings that are known, so that a check reports only new ones.",
                                 .id_key = {},
                                 .title_key = {},
                                 .fields = kFields};

}  // namespace cpm::format
