#pragma once
// The standard streams, byte for byte, as the host has them.
#include <memory>

namespace cpm::base {

/// As long as it lives, std::cin, std::cout and std::cerr are those of the host.
class HostedStreams {
 public:
  HostedStreams();
  ~HostedStreams();
  HostedStreams(const HostedStreams&) = delete;
  HostedStreams& operator=(const HostedStreams&) = delete;

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

}  // namespace cpm::base
