#include "base/system/ahead.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace cpm::base {

TEST_CASE("every piece is done once and before it is needed, on any number of threads") {
  for (const std::size_t threads : {1U, 2U, 3U, 8U}) {
    constexpr std::size_t kPieces = 200;
    std::vector<int> done(kPieces, 0);
    Ahead ahead({.pieces = kPieces, .window = 5, .threads = threads}, [&](std::size_t piece) { ++done[piece]; });
    for (std::size_t end = 7; end < kPieces + 7; end += 7) {
      ahead.finish(end);
      for (std::size_t piece = 0; piece < std::min(end, kPieces); ++piece) REQUIRE(done[piece] == 1);
    }
    ahead.finish(kPieces);
    CHECK(done == std::vector<int>(kPieces, 1));
  }
}

TEST_CASE("nothing is begun further ahead than the window") {
  std::atomic<std::size_t> furthest = 0;
  const auto work = [&](std::size_t piece) {
    for (std::size_t old = furthest; old < piece && !furthest.compare_exchange_weak(old, piece);) {}
  };
  Ahead ahead({.pieces = 1'000, .window = 10, .threads = 4}, work);
  for (std::size_t end = 0; end <= 100; end += 20) {
    ahead.finish(end);
    CHECK(furthest < end + 10);
  }
}

TEST_CASE("what a piece throws reaches whoever waits for it") {
  for (const std::size_t threads : {1U, 4U}) {
    Ahead ahead({.pieces = 50, .window = 50, .threads = threads}, [](std::size_t piece) {
      if (piece == 20) throw std::runtime_error("piece 20");
    });
    CHECK_THROWS_WITH_AS(ahead.finish(50), "piece 20", std::runtime_error);
  }
}

TEST_CASE("nothing to do, and nobody who waits") {
  Ahead none({.pieces = 0, .window = 4, .threads = 4}, [](std::size_t) {});
  none.finish(10);
  std::atomic<int> begun = 0;
  {
    const Ahead left({.pieces = 100, .window = 3, .threads = 2}, [&](std::size_t) { ++begun; });
  }
  CHECK(begun <= 4);
  CHECK(cores() >= 1);
}

}  // namespace cpm::base
