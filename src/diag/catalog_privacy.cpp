// Codes 7xx: what must not be in files that others read.
#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kPrivacy[] = {
    {.code = 701,
     .name = "looks-like-case-number",
     .severity = Severity::error,
     .place = "every file: free text",
     .summary = "text that looks like a case number",
     .explanation =
         "Plans and Snapshots are about what the agency can do; nothing in them needs a child's or a family's data, "
         "and juvenile case records are confidential. Take the number out. Git keeps what was committed, so have it "
         "removed from the history as well if it was. If it is something else, accept the finding in `cpm.yaml` with "
         "a reason.",
     .basis = "cpm's own rule: no client data",
     .client_data = true},
    {.code = 702,
     .name = "looks-like-social-security-number",
     .severity = Severity::error,
     .place = "every file: free text",
     .summary = "text that looks like a social security number",
     .explanation =
         "Such a number must never be in a file that others read. Take it out. Git keeps what was committed, so have "
         "it removed from the history as well if it was. If it is something else, accept the finding in `cpm.yaml` "
         "with a reason.",
     .basis = "cpm's own rule: no client data",
     .client_data = true},
    {.code = 703,
     .name = "looks-like-birth-date",
     .severity = Severity::error,
     .place = "every file: free text",
     .summary = "text that looks like a date of birth",
     .explanation =
         "A date of birth points to a person, and nothing in these files needs one. Take it out, and out of git's "
         "history if it was committed. If it is the day on which something else began, say so in other words, or "
         "accept the finding in `cpm.yaml` with a reason.",
     .basis = "cpm's own rule: no client data",
     .client_data = true},
    {.code = 704,
     .name = "name-near-case-words",
     .severity = Severity::warning,
     .place = "every file: free text",
     .summary = "a name beside words about a case",
     .explanation =
         "The text seems to name a person or a family in connection with a case. Say what the agency does, without them. "
         "This is a guess from the words; if it is wrong, suppress the finding with the reason.",
     .basis = "cpm's own rule: no client data"},
    {.code = 705,
     .name = "telephone-in-text",
     .severity = Severity::advice,
     .place = "every file: free text outside contact",
     .summary = "a telephone number outside the contact",
     .explanation =
         "Telephone numbers belong in `contact`, where reports can leave them out. Move it there, or take it out.",
     .basis = "cpm's own rule: contact data can be left out of reports"},
    {.code = 706,
     .name = "email-in-text",
     .severity = Severity::advice,
     .place = "every file: free text outside contact",
     .summary = "an email address outside the contact",
     .explanation =
         "Email addresses belong in `contact`, where reports can leave them out. Move it there, or take it out.",
     .basis = "cpm's own rule: contact data can be left out of reports"},
    {.code = 707,
     .name = "county-word",
     .severity = Severity::warning,
     .place = "every file: free text",
     .summary = "a word that the county does not allow",
     .explanation =
         "The county's `cpm.yaml` lists this word under `privacy`, among those that must not appear in files that others read. Take it out, or say it in other words.",
     .basis = "the county's own list"},
    {.code = 708,
     .name = "small-number",
     .severity = Severity::warning,
     .place = "every file: free text",
     .summary = "a small number of families or children",
     .explanation =
         "Where few people are counted, neighbors may know who they are, so figures below the county's limit are not "
         "published: 5, or `small_group` under `privacy` in `cpm.yaml`. Say \"a few\", or put groups or times together. "
         "Other words to be counted can be listed as `small_group_words`; if nobody can be recognized, suppress the "
         "finding with the reason.",
     .basis = "cpm's own rule; the state's guidelines on de-identification keep small numbers out of public tables"},
};

}  // namespace

std::span<const CodeInfo> privacy_codes() {
  return kPrivacy;
}

}  // namespace cpm::diag
