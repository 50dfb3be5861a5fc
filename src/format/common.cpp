// Records that several kinds of file share.
#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Contact;
using model::InstrumentRef;

constexpr std::array kContactFields = {
    field<&Contact::name>("name", Need::may, kText, "Who answers questions about this file.", "Jordan Rivera"),
    field<&Contact::email>("email", Need::may, kText, "Electronic mail address.", "jordan.rivera@example.org"),
    field<&Contact::phone>("phone", Need::may, kText, "Telephone number.", "555-0100"),
};

constexpr std::array kInstrumentRefFields = {
    field<&InstrumentRef::id>("id", Need::must, kId, "Which instrument was used.", "cpm-default"),
    field<&InstrumentRef::version>("version", Need::must, kText, "Which version of it, as text in quotes.", "1.0"),
};

}  // namespace

constexpr Record kContactRecord{
    .noun = "contact", .about = "Who answers questions.", .id_key = {}, .title_key = "name", .fields = kContactFields};

constexpr Record kInstrumentRefRecord{.noun = "instrument reference",
                                      .about = "The instrument, built in or in the folder `instruments`.",
                                      .id_key = "id",
                                      .title_key = {},
                                      .fields = kInstrumentRefFields};

}  // namespace cpm::format
