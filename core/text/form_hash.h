// Hashes of word forms for the tables that texts are matched with. Fast on short words; never
// stored, for they may change with the version.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace twosource {

// Never below 256: callers may use the small numbers for other things.
inline std::uint64_t form_hash(std::string_view form) {
  constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t kSecond = 0xD6E8FEB86659FD93U;
  std::uint64_t hash = form.size() * kFirst;
  while (!form.empty()) {
    const std::size_t size = std::min<std::size_t>(form.size(), 8);
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, form.data(), size);
    hash = (hash ^ chunk) * kSecond;
    hash ^= hash >> 32U;
    form.remove_prefix(size);
  }
  hash *= kFirst;
  return (hash ^ hash >> 29U) | 256U;
}

}  // namespace twosource
