#pragma once
// The algorithms of std::ranges that src/ uses, over whole ranges; the library of Debian 12's emscripten has none. Only for that
// build, which includes this before each file.
#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace std::ranges {

template <class Test, class Part>
auto projected_test(Test& test, Part& part) {
  return [&](auto&& value) -> bool { return std::invoke(test, std::invoke(part, value)); };
}

template <class Value, class Part>
auto projected_equal(const Value& wanted, Part& part) {
  return [&](auto&& value) -> bool { return std::invoke(part, value) == wanted; };
}

template <class Before, class Part>
auto projected_before(Before& before, Part& part) {
  return [&](auto&& a, auto&& b) -> bool { return std::invoke(before, std::invoke(part, a), std::invoke(part, b)); };
}

template <class Range, class Test, class Part = identity>
bool any_of(Range&& range, Test test, Part part = {}) {
  return std::any_of(std::begin(range), std::end(range), projected_test(test, part));
}

template <class Range, class Test, class Part = identity>
bool all_of(Range&& range, Test test, Part part = {}) {
  return std::all_of(std::begin(range), std::end(range), projected_test(test, part));
}

template <class Range, class Test, class Part = identity>
bool none_of(Range&& range, Test test, Part part = {}) {
  return std::none_of(std::begin(range), std::end(range), projected_test(test, part));
}

template <class Range, class Test, class Part = identity>
auto count_if(Range&& range, Test test, Part part = {}) {
  return std::count_if(std::begin(range), std::end(range), projected_test(test, part));
}

template <class Range, class Value, class Part = identity>
auto count(Range&& range, const Value& value, Part part = {}) {
  return std::count_if(std::begin(range), std::end(range), projected_equal(value, part));
}

template <class Range, class Value, class Part = identity>
auto find(Range&& range, const Value& value, Part part = {}) {
  return std::find_if(std::begin(range), std::end(range), projected_equal(value, part));
}

template <class Range, class Test, class Part = identity>
auto find_if(Range&& range, Test test, Part part = {}) {
  return std::find_if(std::begin(range), std::end(range), projected_test(test, part));
}

template <class Range, class Test, class Part = identity>
auto find_if_not(Range&& range, Test test, Part part = {}) {
  return std::find_if_not(std::begin(range), std::end(range), projected_test(test, part));
}

template <class Range, class Before = less, class Part = identity>
void sort(Range&& range, Before before = {}, Part part = {}) {
  std::sort(std::begin(range), std::end(range), projected_before(before, part));
}

template <class Range, class Before = less, class Part = identity>
void stable_sort(Range&& range, Before before = {}, Part part = {}) {
  std::stable_sort(std::begin(range), std::end(range), projected_before(before, part));
}

template <class Range, class Before = less, class Part = identity>
bool is_sorted(Range&& range, Before before = {}, Part part = {}) {
  return std::is_sorted(std::begin(range), std::end(range), projected_before(before, part));
}

template <class Range, class Before = less, class Part = identity>
auto max_element(Range&& range, Before before = {}, Part part = {}) {
  return std::max_element(std::begin(range), std::end(range), projected_before(before, part));
}

template <class Range, class Before = less, class Part = identity>
auto min(Range&& range, Before before = {}, Part part = {}) {
  return *std::min_element(std::begin(range), std::end(range), projected_before(before, part));
}

template <class Range, class Value, class Before = less, class Part = identity>
auto lower_bound(Range&& range, const Value& value, Before before = {}, Part part = {}) {
  return std::lower_bound(std::begin(range), std::end(range), value, [&](auto&& element, const Value& wanted) -> bool {
    return std::invoke(before, std::invoke(part, element), wanted);
  });
}

template <class Range, class Value, class Before = less, class Part = identity>
auto upper_bound(Range&& range, const Value& value, Before before = {}, Part part = {}) {
  return std::upper_bound(std::begin(range), std::end(range), value, [&](const Value& wanted, auto&& element) -> bool {
    return std::invoke(before, wanted, std::invoke(part, element));
  });
}

template <class Range, class Old, class New>
void replace(Range&& range, const Old& old_value, const New& new_value) {
  std::replace(std::begin(range), std::end(range), old_value, new_value);
}

template <class Range>
void reverse(Range&& range) {
  std::reverse(std::begin(range), std::end(range));
}

template <class One, class Other, class Same = equal_to>
bool equal(One&& one, Other&& other, Same same = {}) {
  return std::equal(std::begin(one), std::end(one), std::begin(other), std::end(other), same);
}

template <class One, class Other>
bool includes(One&& one, Other&& other) {
  return std::includes(std::begin(one), std::end(one), std::begin(other), std::end(other));
}

template <class Range, class Out, class Test>
void copy_if(Range&& range, Out out, Test test) {
  std::copy_if(std::begin(range), std::end(range), out, [&](auto&& value) -> bool { return std::invoke(test, value); });
}

template <class One, class Other>
struct mismatch_result {
  One in1;
  Other in2;
};

template <class One, class Other>
auto mismatch(One&& one, Other&& other) {
  const auto found = std::mismatch(std::begin(one), std::end(one), std::begin(other), std::end(other));
  return mismatch_result<decltype(found.first), decltype(found.second)>{found.first, found.second};
}

}  // namespace std::ranges
