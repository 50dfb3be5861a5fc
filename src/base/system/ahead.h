#pragma once
// Numbered pieces of work, done on all cores in their order and not too far ahead of whoever uses them. The pieces must
// not depend on each other; what comes of them does not depend on the number of cores.
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cpm::base {

class Ahead {
 public:
  struct Plan {
    std::size_t pieces = 0;
    std::size_t window = 0;   ///< so many pieces may be begun beyond those asked for
    std::size_t threads = 1;  ///< besides the caller's own, one less
  };

  /// `work` is called once for each piece, on any thread.
  Ahead(const Plan& plan, std::function<void(std::size_t piece)> work);
  /// Waits for the pieces under way; those not begun are left.
  ~Ahead();
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;

  /// Returns when all pieces before `end` are done; lends a hand. Throws what a piece has thrown.
  void finish(std::size_t end);

 private:
  void help();
  bool take(std::size_t end, std::size_t& piece);
  void carry_out(std::size_t piece);
  void stop();

  const Plan plan_;
  const std::function<void(std::size_t)> work_;
  std::mutex mutex_;
  std::condition_variable wanted_;  ///< there may be something to begin
  std::condition_variable done_;
  std::vector<bool> finished_;
  std::size_t next_ = 0;   ///< the first piece that nobody has begun
  std::size_t first_ = 0;  ///< the first piece that is not finished
  std::size_t asked_ = 0;  ///< pieces before this one are wanted now
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

/// How many threads this process may run at a time, at most eight.
std::size_t cores();

}  // namespace cpm::base
