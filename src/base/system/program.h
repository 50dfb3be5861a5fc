#pragma once
// This process as it begins: the words that it was called with, and its standard streams.
#include <memory>
#include <string>
#include <vector>

namespace cpm::base {

/// Lives as long as main(). Until its end std::cin, std::cout and std::cerr carry bytes as they are, and UTF-8 on a terminal.
class Program {
 public:
  Program(int count, char** words);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Without its own name; in UTF-8, and paths with '/'.
  const std::vector<std::string>& words() const { return words_; }

 private:
  struct Streams;
  std::vector<std::string> words_;
  std::unique_ptr<Streams> streams_;
};

}  // namespace cpm::base
