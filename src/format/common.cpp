// Records that several kinds of file share.
#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Contact;
using model::InstrumentRef;
using model::Measured;

constexpr std::array kContactFields = {
    field<&Contact::name>("name", Need::may, kText, "Who answers questions about this file.", "Jordan Rivera"),
    field<&Contact::email>("email", Need::may, kText, "Electronic mail address.", "jordan.rivera@example.org"),
    field<&Contact::phone>("phone", Need::may, kText, "Telephone number.", "555-0100"),
};

constexpr std::array kInstrumentRefFields = {
    field<&InstrumentRef::id>("id", Need::must, kInstrumentId, "Which instrument was used.", "cpm-default"),
    field<&InstrumentRef::version>("version", Need::must, kText, "Which version of it, as text in quotes.", "1.0"),
};

constexpr std::array kMeasuredFields = {
    field<&Measured::date>("date", Need::must, kDate, "The day of the figure.", "2026-09-30"),
    field<&Measured::value>("value", Need::must, kDecimal, "The figure.", "4"),
};

}  // namespace

constexpr Record kContactRecord{
    .noun = "contact", .about = "Who answers questions.", .id_key = {}, .title_key = "name", .fields = kContactFields};

constexpr Record kInstrumentRefRecord{.noun = "instrument reference",
                                      .about = "The instrument, built in or in the folder `instruments`.",
                                      .id_key = "id",
                                      .title_key = {},
                                      .fields = kInstrumentRefFields};

constexpr Record kMeasuredRecord{.noun = "measured value",
                                 .about = "A figure at a day.",
                                 .id_key = "date",
                                 .title_key = {},
                                 .fields = kMeasuredFields};

}  // namespace cpm::format
