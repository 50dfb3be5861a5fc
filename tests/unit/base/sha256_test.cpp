// The vectors are those of FIPS 180-4 and of NIST's examples.
#include "base/sha256.h"

#include <doctest/doctest.h>

namespace cpm::base {

TEST_CASE("SHA-256 gives the sums of the standard's examples") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 sums bytes the same way in one piece and in many, at every length around a block") {
  for (std::size_t size = 50; size < 140; ++size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * 37);
    Sha256 pieces;
    for (std::size_t at = 0; at < size; at += 7) pieces.add(std::string_view(bytes).substr(at, 7));
    CAPTURE(size);
    CHECK(pieces.hex() == sha256_hex(bytes));
  }
}

}  // namespace cpm::base
