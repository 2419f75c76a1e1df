// UTF-8: decoding, checking and counting. Offsets are bytes unless a name says "chars" (Unicode
// code points).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"

namespace twosource {

// The code point at `at`, and its length in bytes; {0xFFFD, 1} where the bytes are not well formed.
// REQUIRES: at < text.size().
struct CodePoint {
  char32_t value;
  std::uint32_t length;
};
CodePoint decode(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t c);

// Offset of the first byte that is not well-formed UTF-8, or nullopt.
std::optional<std::size_t> first_invalid(std::string_view text);
// `text` with every ill-formed byte replaced by U+FFFD.
std::string replace_invalid(std::string_view text);

std::uint32_t count_chars(std::string_view text);

// Turns byte offsets of one text into code point offsets. Built once per text (a sample each 64
// bytes), a query costs a scan of at most 64 bytes.
class CharIndex {
 public:
  CharIndex() = default;
  // `text` must outlive the index.
  explicit CharIndex(std::string_view text);
  std::uint32_t chars_at(std::uint32_t byte) const;
  CharSpan chars(ByteSpan span) const { return {chars_at(span.begin), chars_at(span.end)}; }
  // The reverse; offsets beyond the end give the end.
  std::uint32_t byte_at(std::uint32_t chars) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> samples_;
};

}  // namespace twosource
