// Records that several kinds of file share.
#include <array>

#include "format/bind.h"
#include "format/kinds.h"
#include "model/placeholders.h"

namespace cpm::format {
namespace {

using model::Contact;
using model::InstrumentRef;
using model::Measured;

constexpr std::array kContactFields = {
    field<&Contact::name>("name", Need::may, kText, "Who answers questions about this file.", model::kExampleName)
        .called("contact name|person|who|full name"),
    field<&Contact::email>("email", Need::may, kText, "Email address.", model::kExampleEmail)
        .called("mail|e-mail|email address|e-mail address"),
    field<&Contact::phone>("phone", Need::may, kText, "Phone number.", model::kExamplePhone)
        .called("telephone|tel|phone number|telephone number"),
};

constexpr std::array kInstrumentRefFields = {
    field<&InstrumentRef::id>("id", Need::must, kInstrumentId, "Which instrument was used.", "cpm-default")
        .called("name|instrument"),
    field<&InstrumentRef::version>("version", Need::must, kText, "Its version, as text in quotes.", "1.0")
        .called("edition|ver"),
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
