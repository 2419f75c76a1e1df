// ByteSpan: a half-open range of bytes in a text that somebody else owns.
//
//   text  "Rund 12.000 Soldaten"
//   span        ^^^^^^            {5, 11}
//
// 32-bit offsets: documents above kMaxTextBytes are refused by the readers.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace twosource {

inline constexpr std::uint32_t kMaxTextBytes = 1U << 30U;

struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
  bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  friend bool operator==(ByteSpan, ByteSpan) = default;
};

// The bytes that `span` names; clipped to `text`.
inline std::string_view slice(std::string_view text, ByteSpan span) {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::min<std::size_t>(std::max(span.begin, span.end), text.size());
  return text.substr(begin, end - begin);
}

// A range of Unicode code points, half open: what JSON output speaks. Never mixed with bytes by
// accident.
struct CharSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(CharSpan, CharSpan) = default;
};

}  // namespace twosource
