// Stable hashes: the same on every machine and in every version, so they may be stored and printed
// as ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace twosource {

// XXH3, 64 bits (xxHash 0.8, whose output is frozen).
std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = 0);

// 16 lower-case hexadecimal digits.
std::string hex_id(std::uint64_t hash);

}  // namespace twosource
