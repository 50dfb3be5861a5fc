#pragma once
// Put in front of each rewritten source by tests/mutation/run: every place that may be wrong asks whether it is wrong now.
// One build holds all mutants; the process says which one is on.
#include <type_traits>
#include <utility>

namespace cpm::mutation {

/// Is this the mutant that is on? Also notes that the running test came by. Defined in main.cpp.
bool on(int mutant);

/// 1 when it is on: constants that are off by one.
inline int one(int mutant) {
  return on(mutant) ? 1 : 0;
}

/// A named constant that may be off by one.
template <class T, int kMutant>
struct Shifted {
  T value;
  operator T() const { return static_cast<T>(value + static_cast<T>(one(kMutant))); }
};

// `a < b` is rewritten as `a < Less<7>{} < b`: the same precedence on both sides, so that nothing else moves. Mutant 7 has
// the border wrong, mutant 8 says the opposite.

template <class Left, class Mark>
struct Held {
  Left&& left;
};

#define CPM_MUTANT_COMPARISON(Mark, character, border, opposite)                              \
  template <int kMutant>                                                                      \
  struct Mark {                                                                               \
    template <class Left, class Right>                                                        \
    static bool compare(Left&& left, Right&& right) {                                         \
      if constexpr (requires { left border right; })                                          \
        if (on(kMutant)) return static_cast<bool>(left border right);                         \
      if (on(kMutant + 1)) return static_cast<bool>(left opposite right);                     \
      return static_cast<bool>(left character right);                                         \
    }                                                                                         \
  };                                                                                          \
  template <class Left, int kMutant>                                                          \
  Held<Left, Mark<kMutant>> operator character(Left&& left, Mark<kMutant>) {                  \
    return {std::forward<Left>(left)};                                                        \
  }                                                                                           \
  template <class Left, class Right, int kMutant>                                             \
  bool operator character(Held<Left, Mark<kMutant>>&& held, Right&& right) {                  \
    return Mark<kMutant>::compare(std::forward<Left>(held.left), std::forward<Right>(right)); \
  }

CPM_MUTANT_COMPARISON(Less, <, <=, >=)
CPM_MUTANT_COMPARISON(LessOrEqual, <=, <, >)
CPM_MUTANT_COMPARISON(Greater, >, >=, <=)
CPM_MUTANT_COMPARISON(GreaterOrEqual, >=, >, <)

#undef CPM_MUTANT_COMPARISON

/// `==` and `!=` have no border: one mutant each, the opposite.
template <int kMutant>
struct Equal {};
template <int kMutant>
struct Unequal {};

template <class Left, int kMutant>
Held<Left, Equal<kMutant>> operator==(Left&& left, Equal<kMutant>) {
  return {std::forward<Left>(left)};
}
template <class Left, class Right, int kMutant>
bool operator==(Held<Left, Equal<kMutant>>&& held, Right&& right) {
  return static_cast<bool>(held.left == right) != on(kMutant);
}
template <class Left, int kMutant>
Held<Left, Unequal<kMutant>> operator!=(Left&& left, Unequal<kMutant>) {
  return {std::forward<Left>(left)};
}
template <class Left, class Right, int kMutant>
bool operator!=(Held<Left, Unequal<kMutant>>&& held, Right&& right) {
  return static_cast<bool>(held.left != right) != on(kMutant);
}

}  // namespace cpm::mutation
