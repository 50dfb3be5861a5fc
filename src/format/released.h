#pragma once
// The newest release of cpm that was out when this program was built. The checks that `cpm init` writes use it.
// Source: release/facts.txt.
#include <string_view>

namespace cpm::format {

/// All three are empty in a program that was built before there was a release.
struct Released {
  std::string_view version;    ///< "0.2.0"
  std::string_view downloads;  ///< the address of its files, without a slash at the end
  std::string_view sha256;     ///< checksum of its cpm-ci-<version>-linux-x86_64.tar.gz, in hexadecimal
};

const Released& newest_release();

}  // namespace cpm::format
