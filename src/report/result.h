#pragma once
// The same facts for machines: an ordered tree that JSON prints under `result` (product.md section 7).
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/ratio.h"

namespace cpm::report {

class Result {
 public:
  using List = std::vector<Result>;
  using Fields = std::vector<std::pair<std::string, Result>>;

  Result() = default;  ///< null
  Result(bool value) : value_(value) {}
  template <std::integral Whole>
  requires(!std::same_as<Whole, bool>) Result(Whole value) : value_(static_cast<std::int64_t>(value)) {}
  Result(base::Tenths value) : value_(value) {}
  Result(std::string value) : value_(std::move(value)) {}
  Result(std::string_view value) : value_(std::string(value)) {}
  Result(const char* value) : value_(std::string(value)) {}
  Result(List value) : value_(std::move(value)) {}
  Result(Fields value) : value_(std::move(value)) {}

  using Value = std::variant<std::monostate, bool, std::int64_t, base::Tenths, std::string, List, Fields>;
  const Value& value() const { return value_; }

 private:
  Value value_;
};

}  // namespace cpm::report
