// Records that several kinds of file share.
#include <array>

#include "format/contact_fields.h"
#include "format/content_print.h"
#include "format/kinds.h"
#include "model/placeholders.h"

namespace cpm::format {
namespace {

using model::Approval;
using model::Contact;
using model::InstrumentRef;
using model::Measured;
using model::Period;

std::string no_print(std::string_view) {
  return {};
}

constexpr std::array kContactFields = {
    field<&Contact::name>("name", Need::may, kText, "Who answers questions about this file.", model::kExampleName)
        .called("contact name|person|who|full name"),
    field<&Contact::email>("email", Need::may, kText, "Email address.", model::kExampleEmail)
        .called("mail|e-mail|email address|e-mail address"),
    phone_field<Contact>(model::kExamplePhone),
};

constexpr std::array kPeriodFields = {
    field<&Period::from>("from", Need::must, kDate, "First day.", "2024-07-01")
        .called("start|begin|begins|start date|first day"),
    field<&Period::to>("to", Need::must, kDate, "Last day.", "2029-06-30")
        .called("end|until|end date|last day|through"),
};

constexpr std::array kInstrumentRefFields = {
    field<&InstrumentRef::id>("id", Need::must, kInstrumentId, "Which instrument was used.", "cpm-default")
        .called("name|instrument"),
    field<&InstrumentRef::version>("version", Need::must, kText, "Its version, as text in quotes.", "1.0")
        .called("edition|ver"),
};

constexpr WordForm kPrintForm{.noun = "a fingerprint as `cpm approve` writes it",
                              .pattern = "^cpm1-[0-9a-f]{32}$",
                              .matches = is_content_print,
                              .fixed = no_print};
constexpr Shape kPrint{.kind = ShapeKind::word, .form = &kPrintForm};

constexpr Shape kRecordId = id_of(Refers::records);

constexpr std::array kApprovalFields = {
    field<&Approval::by>("by", Need::must, kText, "Who approved: a role, a board or a Tribe.", "Board of Supervisors")
        .called("who|approved by|role|board|body|approver|signed by|name"),
    field<&Approval::on>("on", Need::must, kDate, "The day of the approval.", "2026-07-14")
        .called("date|day|when|approved on|approval date|signed on|date approved"),
    field<&Approval::of>("of", Need::may, kRecordId, "The id of the record approved; by default the whole file.")
        .called("record|covers|for|part"),
    field<&Approval::text>("text", Need::may, kText, "What belongs to it, such as the item of the agenda.")
        .called("note|notes|comment|comments|resolution|minutes|item|remark|remarks"),
    field<&Approval::content>("content", Need::should, kPrint,
                              "The fingerprint of what was approved; `cpm approve` writes it.",
                              "cpm1-5d610ec84c6c442e926da4d711354ad0")
        .called("fingerprint|hash|print"),
};

constexpr std::array kMeasuredFields = {
    field<&Measured::date>("date", Need::must, kDate, "The day of the figure.", "2026-09-30").called("day|on|when"),
    field<&Measured::value>("value", Need::must, kDecimal, "The figure.", "4").called("figure|number|result|amount"),
};

}  // namespace

constexpr Record kContactRecord{.noun = "contact",
                                .about = "Who answers questions.",
                                .id_key = {},
                                .title_key = "name",
                                .fields = kContactFields,
                                .scalar_key = "name"};

constexpr Record kPeriodRecord{
    .noun = "period", .about = "First and last day.", .id_key = {}, .title_key = {}, .fields = kPeriodFields};

constexpr Record kApprovalRecord{
    .noun = "approval",
    .about = "Somebody's approval of the file or of one record of it; add entries, never rewrite them.",
    .id_key = {},
    .title_key = "by",
    .fields = kApprovalFields,
    .scalar_key = "by"};

constexpr Record kInstrumentRefRecord{.noun = "instrument reference",
                                      .about = "The instrument, built in or in the folder `instruments`.",
                                      .id_key = "id",
                                      .title_key = {},
                                      .fields = kInstrumentRefFields};

constexpr Record kMeasuredRecord{.noun = "measured value",
                                 .about = "A figure on a given day.",
                                 .id_key = "date",
                                 .title_key = {},
                                 .fields = kMeasuredFields};

}  // namespace cpm::format
