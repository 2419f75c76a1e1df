#include "core/base/printable.h"

#include <array>
#include <cstdint>
#include <cstdio>

namespace twosource {
namespace {

// Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(0);
  if (lead < 0x80U) return 1;
  if (lead >= 0xC2U && lead <= 0xDFU) return follows(1) ? 2 : 0;
  if (lead >= 0xE0U && lead <= 0xEFU) {
    const bool overlong = lead == 0xE0U && byte(1) < 0xA0U;
    const bool surrogate = lead == 0xEDU && byte(1) > 0x9FU;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0U && lead <= 0xF4U) {
    const bool overlong = lead == 0xF0U && byte(1) < 0x90U;
    const bool beyond = lead == 0xF4U && byte(1) > 0x8FU;
    return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

std::uint32_t code_point(std::string_view text, std::size_t at, std::size_t length) {
  static constexpr std::array<unsigned, 5> kMask{0, 0x7FU, 0x1FU, 0x0FU, 0x07U};
  std::uint32_t value = static_cast<unsigned char>(text[at]) & kMask[length];
  for (std::size_t i = 1; i < length; ++i) {
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return value;
}

bool is_harmful(std::uint32_t c) {
  return c < 0x20U || (c >= 0x7FU && c < 0xA0U) || c == 0x061CU || c == 0x200EU || c == 0x200FU ||
         (c >= 0x202AU && c <= 0x202EU) || (c >= 0x2066U && c <= 0x2069U) || c == 0x2028U ||
         c == 0x2029U;
}

void append_escaped(std::string& out, const char* format, std::uint32_t value) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, value);
  out += buffer.data();
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    if (length == 0) {
      append_escaped(out, "\\x%02X", static_cast<unsigned char>(text[at]));
      ++at;
      continue;
    }
    const std::uint32_t c = code_point(text, at, length);
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
    } else if (is_harmful(c)) {
      append_escaped(out, c < 0x80U ? "\\x%02X" : "\\u{%04X}", c);
    } else {
      out += text.substr(at, length);
    }
    at += length;
  }
  return out;
}

}  // namespace twosource
