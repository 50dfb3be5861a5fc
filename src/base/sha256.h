#pragma once
// SHA-256 (FIPS 180-4), for fingerprints that have to hold over years and against a clumsy hand. cpm keeps no secrets.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cpm::base {

/// Takes bytes piece by piece.
class Sha256 {
 public:
  void add(std::string_view bytes);
  /// 64 small hexadecimal digits, of all that was added. Ends the sum.
  std::string hex();

 private:
  static constexpr std::size_t kBlock = 64;

  void add_block(const unsigned char* block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667U, 0xbb67ae85U, 0x3c6ef372U, 0xa54ff53aU,
                                         0x510e527fU, 0x9b05688cU, 0x1f83d9abU, 0x5be0cd19U};
  std::array<unsigned char, kBlock> waiting_ = {};  ///< bytes that do not fill a block yet
  std::uint64_t size_ = 0;
};

std::string sha256_hex(std::string_view bytes);

}  // namespace cpm::base
