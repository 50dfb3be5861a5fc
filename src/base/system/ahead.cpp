#include "base/system/ahead.h"

#include <algorithm>
#include <utility>

namespace cpm::base {

Ahead::Ahead(const Plan& plan, std::function<void(std::size_t)> work)
    : plan_(plan), work_(std::move(work)), finished_(plan.pieces, false) {
  try {
    for (std::size_t i = 1; i < plan_.threads; ++i) threads_.emplace_back([this] { help(); });
  } catch (const std::system_error&) {
    // No more threads to be had: those that run, or the caller alone, do the work.
  } catch (...) {
    stop();
    throw;
  }
}

Ahead::~Ahead() {
  stop();
}

void Ahead::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  wanted_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

// Under the lock: the next piece before `end`, if nobody has begun it.
bool Ahead::take(std::size_t end, std::size_t& piece) {
  if (next_ >= std::min(end, plan_.pieces)) return false;
  piece = next_++;
  return true;
}

void Ahead::carry_out(std::size_t piece) {
  std::exception_ptr failure;
  try {
    work_(piece);
  } catch (...) {
    failure = std::current_exception();
  }
  {
    const std::lock_guard lock(mutex_);
    finished_[piece] = true;
    while (first_ < finished_.size() && finished_[first_]) ++first_;
    if (failure && !failure_) failure_ = failure;
  }
  done_.notify_one();
}

void Ahead::help() {
  while (true) {
    std::size_t piece = 0;
    {
      std::unique_lock lock(mutex_);
      wanted_.wait(lock, [&] { return stopped_ || failure_ || take(asked_ + plan_.window, piece); });
      if (stopped_ || failure_) return;
    }
    carry_out(piece);
  }
}

void Ahead::finish(std::size_t end) {
  end = std::min(end, plan_.pieces);
  std::unique_lock lock(mutex_);
  asked_ = std::max(asked_, end);
  wanted_.notify_all();
  std::size_t piece = 0;
  while (!failure_ && take(end, piece)) {
    lock.unlock();
    carry_out(piece);
    lock.lock();
  }
  done_.wait(lock, [&] { return failure_ || first_ >= end; });
  if (failure_) std::rethrow_exception(failure_);
}

std::size_t cores() {
  constexpr std::size_t kMost = 8;
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMost);
}

}  // namespace cpm::base
