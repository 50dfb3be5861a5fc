#pragma once
// The one way to say "this cannot happen": a mistake of cpm's own, never the user's. Exit status 70.
namespace cpm::base {

[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace cpm::base

#define CPM_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::cpm::base::assertion_failed(#condition, __FILE__, __LINE__))
