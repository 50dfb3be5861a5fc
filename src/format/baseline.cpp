#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Baseline;
using model::BaselineEntry;

constexpr std::array kEntryFields = {
    field<&BaselineEntry::fingerprint>("fingerprint", Need::must, kId,
                                       "Identifies the finding; `cpm baseline` writes it.", "abcdefghijklmnop"),
    field<&BaselineEntry::code>("code", Need::must, kCode, "The finding's code.", "CPM415"),
    field<&BaselineEntry::file>("file", Need::must, kText, "The path of the file it is in, from this file's folder.",
                                "snapshots/2026-03-15.yaml"),
    field<&BaselineEntry::record>("record", Need::may, kText, "Where in the file it is, as keys and ids."),
    field<&BaselineEntry::found>("found", Need::may, kText, "What the check found when the entry was written."),
    field<&BaselineEntry::since>("since", Need::may, kDate, "The day the entry was written.", "2026-03-31"),
    field<&BaselineEntry::reason>("reason", Need::may, kText, "Why it is not fixed yet."),
    field<&BaselineEntry::until>("until", Need::may, kDate,
                                 "The last day the entry is valid; after that, checks report the finding again."),
    field<&BaselineEntry::by>("by", Need::may, kText, "Who decided it, by role."),
};
constexpr Record kEntryRecord{.noun = "baseline entry",
                              .about = "A known finding that is not fixed yet.",
                              .id_key = "fingerprint",
                              .title_key = {},
                              .fields = kEntryFields};
constexpr Shape kEntry = record_of(kEntryRecord);
constexpr Shape kEntries = list_of(kEntry);

constexpr std::array kBaselineFields = {
    field<&Baseline::heading>("format", Need::must, kText, "The kind of file.", "cpm/baseline/1"),
    field<&Baseline::entries>("entries", Need::must, kEntries, "The known findings, each listed once."),
};

}  // namespace

constexpr Record kBaselineRecord{.noun = "baseline",
                                 .about = "Known findings, so that a check reports only new ones.",
                                 .id_key = {},
                                 .title_key = {},
                                 .fields = kBaselineFields};

}  // namespace cpm::format
