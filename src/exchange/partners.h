#pragma once
// Records without an id: which entry of a file is the one that was exported, when entries have come and gone meanwhile.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cpm::exchange {

using Values = std::vector<std::string>;

/// For each of the first, the index of its partner among the second: first what is equal and in the same order, then, between
/// those, what is left on both sides in the same number.
std::vector<std::optional<std::size_t>> partners(const std::vector<Values>& first, const std::vector<Values>& second);

}  // namespace cpm::exchange
