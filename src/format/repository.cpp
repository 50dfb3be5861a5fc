#include <array>

#include "format/contact_fields.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Offer;
using model::Policy;
using model::Privacy;
using model::ReportSettings;
using model::Repository;
using model::SipContact;
using model::SipSettings;
using model::SipSigner;
using model::Suppression;

constexpr auto kSeverityChoices = choices<model::PolicySeverity>({
    "not shown",
    "good practice",
    "likely a mistake",
    "must be fixed",
});
constexpr Shape kSeverity = choice_of(kSeverityChoices);
constexpr Shape kSeverities = map_of(kCode, kSeverity, "codes of findings");

constexpr std::array kSuppressionFields = {
    field<&Suppression::code>("code", Need::must, kCode, "The code of the finding that you accept.", "CPM415")
        .called("rule|finding"),
    field<&Suppression::file>("file", Need::may, kText,
                              "The path of the file it is in, from this folder; by default every file."),
    field<&Suppression::item>("item", Need::may, kText, "The id of the item, step or other record; by default all."),
    field<&Suppression::reason>("reason", Need::must, kText, "Why the finding is accepted.",
                                "Evidence is kept with the training unit.")
        .called("why|because|note|notes|comment"),
    field<&Suppression::until>("until", Need::may, kDate, "The last day this is valid.", "2027-06-30")
        .called("end|ends|expires|end date"),
    field<&Suppression::by>("by", Need::may, kText, "Who decided it, by role.").called("who|decided by|approved by"),
};
constexpr Record kSuppressionRecord{.noun = "suppression",
                                    .about = "A finding that you know and accept, with the reason.",
                                    .id_key = "code",
                                    .title_key = {},
                                    .fields = kSuppressionFields};
constexpr Shape kSuppression = record_of(kSuppressionRecord);
constexpr Shape kSuppressions = list_of(kSuppression);

constexpr std::array kPolicyFields = {
    field<&Policy::severity>("severity", Need::may, kSeverities, "A different severity for a finding, by its code.")
        .called("severities|levels|rules"),
    field<&Policy::suppressions>("suppressions", Need::may, kSuppressions, "Findings that you know and accept.")
        .called("suppression|accepted|exceptions|suppress"),
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
                                      "The county's own benchmark in percent; reports say that it is the county's own.",
                                      "80"),
    field<&ReportSettings::contacts>("contacts", Need::may, kFlag,
                                     "`false` leaves names, email addresses and phone numbers out of reports.", "true",
                                     "true")
        .called("show contacts|contact"),
    field<&ReportSettings::folder>("folder", Need::may, kText, "The folder where reports are kept.", "reports",
                                   "reports")
        .called("directory|path"),
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
        "More words for people whose small numbers must not be reported, besides those that cpm knows."),
    field<&Privacy::words>("words", Need::may, kTexts, "Words of the county that must not appear in any file."),
};
constexpr Record kPrivacyRecord{.noun = "privacy setting",
                                .about = "What must not be shown.",
                                .id_key = {},
                                .title_key = {},
                                .fields = kPrivacyFields};
constexpr Shape kPrivacy = record_of(kPrivacyRecord);

constexpr std::array kOfferFields = {
    field<&Offer::item>("item", Need::must, kItemId, "The item that is in place here.", "wd-coaching")
        .called("item id"),
    field<&Offer::text>("text", Need::must, kText, "What others can learn, and from whom.",
                        "Our coaching group can be visited")
        .called("description|offer|title"),
};
constexpr Record kOfferRecord{.noun = "offer",
                              .about = "What the county can tell others about.",
                              .id_key = "item",
                              .title_key = "text",
                              .fields = kOfferFields};
constexpr Shape kOffer = record_of(kOfferRecord);
constexpr Shape kOffers = list_of(kOffer);

constexpr std::array kSignerFields = {
    role_field<SipSigner>("Who signs, by role.", "Child welfare director"),
    optional_name_field<SipSigner>(),
    phone_field<SipSigner>(),
    address_field<SipSigner>(),
};
constexpr Record kSignerRecord{.noun = "signer",
                               .about = "Who signs reports on the System Improvement Plan.",
                               .id_key = {},
                               .title_key = "role",
                               .fields = kSignerFields,
                               .scalar_key = "role"};
constexpr Shape kSigner = record_of(kSignerRecord);
constexpr Shape kSigners = list_of(kSigner);

constexpr std::array kSipContactFields = {
    role_field<SipContact>("Whom to ask, by role.", "Program analyst"),
    optional_name_field<SipContact>("person|full name|contact name"),
    phone_field<SipContact>(),
    field<&SipContact::email>("email", Need::may, kText, "Email address.")
        .called("e-mail|email address|e-mail address"),
    address_field<SipContact>(),
};
constexpr Record kSipContactRecord{.noun = "contact person",
                                   .about = "Whom to ask about reports on the System Improvement Plan.",
                                   .id_key = {},
                                   .title_key = "role",
                                   .fields = kSipContactFields,
                                   .scalar_key = "role"};
constexpr Shape kSipContact = record_of(kSipContactRecord);
constexpr Shape kSipContacts = list_of(kSipContact);

constexpr std::array kSipSettingsFields = {
    field<&SipSettings::period>("period", Need::must, kPeriod, "First and last day of the System Improvement Plan.")
        .called("years|cycle|sip period"),
    field<&SipSettings::board_approval>("board_approval", Need::may, kDate,
                                        "The day on which the Board of Supervisors approved the plan.", "2022-12-13")
        .called("approved on|board approval date|board approved|approval date|approved by board"),
    field<&SipSettings::outcome_data>("outcome_data", Need::may, kText,
                                      "The period of the outcome data in the report, as the State names it.",
                                      "Quarter 4 of 2025")
        .called("outcome data period|data period|data"),
    field<&SipSettings::prevention_funds>("prevention_funds", Need::may, kText,
                                          "The agency that administers CAPIT and CBCAP.", "Human Services Agency")
        .called("capit|cbcap|capit/cbcap|administering agency"),
    field<&SipSettings::signers>("signers", Need::may, kSigners, "Who signs the report.")
        .called("signatures|signed by|signer|signature"),
    field<&SipSettings::contacts>("contacts", Need::may, kSipContacts, "Whom to ask about the report.")
        .called("contact|contact persons|contact person|contact people"),
};
constexpr Record kSipSettingsRecord{.noun = "group of settings for the System Improvement Plan",
                                    .about = "What reports on the county's System Improvement Plan begin with.",
                                    .id_key = {},
                                    .title_key = {},
                                    .fields = kSipSettingsFields};
constexpr Shape kSipSettings = record_of(kSipSettingsRecord);

constexpr Shape kMonthNumber{.kind = ShapeKind::whole, .lowest = 1, .highest = 12, .names = Names::months};
constexpr std::array kRepositoryFields = {
    field<&Repository::heading>("format", Need::must, kText, "The kind of file.", "cpm/repository/1"),
    field<&Repository::county>("county", Need::must, kCounty, "The county, in lower case: `yolo`, `los-angeles`.",
                               "example"),
    field<&Repository::academy>("academy", Need::should, kAcademyId, "The county's Regional Training Academy.", "ncta")
        .called("rta|regional training academy|region"),
    field<&Repository::fiscal_year_start>("fiscal_year_start", Need::may, kMonthNumber,
                                          "The month in which the fiscal year begins.", "7", "7")
        .called("fiscal year|fy start|fiscal year begins"),
    field<&Repository::ignore>("ignore", Need::may, kTexts, "Files and folders with YAML files of other programs.")
        .called("ignored|exclude|excluded|skip"),
    field<&Repository::policy>("policy", Need::may, kPolicy, "How findings are treated."),
    field<&Repository::reports>("reports", Need::may, kReports, "What reports show.").called("report|report settings"),
    field<&Repository::privacy>("privacy", Need::may, kPrivacy, "What must not be shown.").called("private"),
    field<&Repository::offers>("offers", Need::may, kOffers, "What the county can tell others about.").called("offer"),
    field<&Repository::sip>("sip", Need::may, kSipSettings, "The county's System Improvement Plan.")
        .called("system improvement plan|c-sip|csip"),
};

}  // namespace

constexpr Record kRepositoryRecord{.noun = "repository file",
                                   .about = "Which county this is, and how it wants findings treated.",
                                   .id_key = {},
                                   .title_key = {},
                                   .fields = kRepositoryFields};

}  // namespace cpm::format
