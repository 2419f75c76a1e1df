#include "core/base/hash.h"

#include <xxhash.h>

#include <array>
#include <cinttypes>
#include <cstdio>

namespace twosource {

std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string hex_id(std::uint64_t hash) {
  std::array<char, 17> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%016" PRIx64, hash);
  return std::string(buffer.data(), 16);
}

}  // namespace twosource
