#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "base/random.h"

TEST_CASE("the random numbers are those that splitmix64 is published with") {
  cpm::base::Random random(0);
  CHECK(random.next() == 0xE220A8397B1DCDAFU);
  CHECK(random.next() == 0x6E789E6AA1B965F4U);
  CHECK(random.next() == 0x06C45D188009454FU);
}

TEST_CASE("shuffled values are the same values in another order, the same for the same seed") {
  const std::vector<int> values = {1, 2, 3, 4, 5, 6, 7, 8};
  std::vector<int> one = values;
  std::vector<int> two = values;
  cpm::base::Random first(7);
  cpm::base::Random second(7);
  cpm::base::shuffle(one, first);
  cpm::base::shuffle(two, second);
  CHECK(one == two);
  CHECK(one != values);
  std::sort(two.begin(), two.end());
  CHECK(two == values);
}
