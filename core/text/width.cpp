#include "core/text/width.h"

#include <unicode/uchar.h>

#include "core/text/utf8.h"

namespace twosource {
namespace {

std::uint32_t width_of(char32_t c) {
  if (c < 0x300U) return c == 0xADU ? 0 : 1;
  const auto code = static_cast<UChar32>(c);
  const int category = u_charType(code);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR)
    return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::uint32_t display_width(std::string_view text) {
  std::uint32_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    columns += width_of(c.value);
    at += c.length;
  }
  return columns;
}

std::string cut_to_width(std::string_view text, std::uint32_t columns) {
  std::uint32_t used = 0;
  std::size_t keep = 0;  // bytes that still leave a column for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    used += width_of(c.value);
    if (used > columns)
      return columns == 0 ? std::string() : std::string(text.substr(0, keep)) + "\u2026";
    at += c.length;
    if (used < columns) keep = at;
  }
  return std::string(text);
}

}  // namespace twosource
