#pragma once
// 4/5/2027 can be read in two ways. Whoever wrote 4/25/2027 in the same sheet puts the month first.
#include <string_view>

#include "sheet/book.h"

namespace cpm::exchange {

/// Do days written with slashes in this sheet put the month first, as at least one of them must, and none puts the day first?
bool puts_month_first(const sheet::Sheet& sheet);

}  // namespace cpm::exchange
