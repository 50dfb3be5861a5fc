#pragma once
// CHECK(page == Holds{"55.0 %"}): the text has these words somewhere; a failure prints both. CHECK(page != Holds{"none"}).
#include <ostream>
#include <string>
#include <string_view>

namespace cpm::test {

struct Holds {
  explicit Holds(std::string_view part) : words(part) {}

  friend bool operator==(std::string_view text, const Holds& holds) {
    return text.find(holds.words) != std::string_view::npos;
  }
  friend std::ostream& operator<<(std::ostream& out, const Holds& holds) {
    return out << "a text that holds \"" << holds.words << "\"";
  }

  std::string words;
};

}  // namespace cpm::test
