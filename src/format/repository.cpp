#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Offer;
using model::Policy;
using model::Privacy;
using model::ReportSettings;
using model::Repository;
using model::Suppression;

constexpr std::array kSeverityChoices = {
    Choice{"hidden", "not shown"},
    Choice{"advice", "good practice"},
    Choice{"warning", "likely a mistake"},
    Choice{"error", "must be mended"},
};
constexpr Shape kSeverity = choice_of(kSeverityChoices);
constexpr Shape kSeverities = map_of(kCode, kSeverity, "codes of findings");

constexpr std::array kSuppressionFields = {
    field<&Suppression::code>("code", Need::must, kCode, "The finding that is known and accepted.", "CPM415"),
    field<&Suppression::file>("file", Need::may, kText, "The file it is in, from this folder; without it, every file."),
    field<&Suppression::item>("item", Need::may, kText, "The id of the item, step or other record; without it, all."),
    field<&Suppression::reason>("reason", Need::must, kText, "Why the finding is accepted.",
                                "Evidence is kept with the training unit."),
    field<&Suppression::until>("until", Need::may, kDate, "The last day on which this holds.", "2027-06-30"),
    field<&Suppression::by>("by", Need::may, kText, "Who decided it, by role."),
};
constexpr Record kSuppressionRecord{.noun = "suppression",
                                    .about = "A finding that is known and accepted, with the reason.",
                                    .id_key = "code",
                                    .title_key = {},
                                    .fields = kSuppressionFields};
constexpr Shape kSuppression = record_of(kSuppressionRecord);
constexpr Shape kSuppressions = list_of(kSuppression);

constexpr std::array kPolicyFields = {
    field<&Policy::severity>("severity", Need::may, kSeverities, "Another weight for a finding, by its code."),
    field<&Policy::suppressions>("suppressions", Need::may, kSuppressions, "Findings that are known and accepted."),
};
constexpr Record kPolicyRecord{.noun = "policy",
                               .about = "How findings are treated in this repository.",
                               .id_key = {},
                               .title_key = {},
                               .fields = kPolicyFields};
constexpr Shape kPolicy = record_of(kPolicyRecord);

constexpr Shape kPercent = whole_between(0, 100);
constexpr std::array kReportFields = {
    field<&ReportSettings::benchmark>("benchmark", Need::may, kPercent,
                                      "The county's own benchmark in percent; reports say that it is the county's.",
                                      "80"),
    field<&ReportSettings::contacts>("contacts", Need::may, kFlag,
                                     "`false` leaves names, addresses and telephone numbers out of reports.", "true",
                                     "true"),
    field<&ReportSettings::folder>("folder", Need::may, kText, "The folder where reports are kept.", "reports",
                                   "reports"),
};
constexpr Record kReportRecord{.noun = "group of report settings",
                               .about = "What reports show.",
                               .id_key = {},
                               .title_key = {},
                               .fields = kReportFields};
constexpr Shape kReports = record_of(kReportRecord);

constexpr Shape kGroupSize = whole_between(1, 1000);
constexpr std::array kPrivacyFields = {
    field<&Privacy::small_group>("small_group", Need::may, kGroupSize, "Groups below this size are not shown.", "5",
                                 "5"),
    field<&Privacy::small_group_words>(
        "small_group_words", Need::may, kTexts,
        "Words for people of whom small numbers must not be told, besides those cpm knows."),
    field<&Privacy::words>("words", Need::may, kTexts, "Words of the county that must not appear in any file."),
};
constexpr Record kPrivacyRecord{.noun = "privacy setting",
                                .about = "What must not be shown.",
                                .id_key = {},
                                .title_key = {},
                                .fields = kPrivacyFields};
constexpr Shape kPrivacy = record_of(kPrivacyRecord);

constexpr std::array kOfferFields = {
    field<&Offer::item>("item", Need::must, kItemId, "The item that is in place here.", "wd-coaching"),
    field<&Offer::text>("text", Need::must, kText, "What others can learn, and from whom.",
                        "Our coaching group can be visited"),
};
constexpr Record kOfferRecord{.noun = "offer",
                              .about = "What the county is ready to tell others about.",
                              .id_key = "item",
                              .title_key = "text",
                              .fields = kOfferFields};
constexpr Shape kOffer = record_of(kOfferRecord);
constexpr Shape kOffers = list_of(kOffer);

constexpr Shape kMonthNumber = whole_between(1, 12);
constexpr std::array kFields = {
    field<&Repository::heading>("format", Need::must, kText, "The kind of file.", "cpm/repository/1"),
    field<&Repository::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                               "example"),
    field<&Repository::academy>("academy", Need::should, kAcademyId, "The county's Regional Training Academy.", "ncta"),
    field<&Repository::fiscal_year_start>("fiscal_year_start", Need::may, kMonthNumber,
                                          "The month in which the fiscal year begins.", "7", "7"),
    field<&Repository::ignore>("ignore", Need::may, kTexts, "Files and folders with YAML files of other programs."),
    field<&Repository::policy>("policy", Need::may, kPolicy, "How findings are treated."),
    field<&Repository::reports>("reports", Need::may, kReports, "What reports show."),
    field<&Repository::privacy>("privacy", Need::may, kPrivacy, "What must not be shown."),
    field<&Repository::offers>("offers", Need::may, kOffers, "What the county is ready to tell others about."),
};

}  // namespace

constexpr Record kRepositoryRecord{.noun = "repository file",
                                   .about = "Who the county is, and how it wants findings treated.",
                                   .id_key = {},
                                   .title_key = {},
                                   .fields = kFields};

}  // namespace cpm::format
