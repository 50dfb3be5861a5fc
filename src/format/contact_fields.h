#pragma once
// Rows that all records of people share: whom to ask, who signs, who takes part.
#include <string_view>

#include "format/bind.h"

namespace cpm::format {

template <class R>
constexpr Field role_field(std::string_view about, std::string_view example) {
  return field<&R::role>("role", Need::must, kText, about, example).called("title|position|who|job title");
}

/// `called`: other names of the key, where the record has more of them.
template <class R>
constexpr Field optional_name_field(std::string_view called = "person|full name") {
  return field<&R::name>("name", Need::may, kText, "Name, if you want to give it.").called(called);
}

template <class R>
constexpr Field phone_field(std::string_view example = {}) {
  return field<&R::phone>("phone", Need::may, kText, "Phone number.", example)
      .called("telephone|tel|phone number|telephone number");
}

template <class R>
constexpr Field address_field() {
  return field<&R::address>("address", Need::may, kText, "Mailing address.").called("mailing address|mail|street");
}

}  // namespace cpm::format
