#include "core/document/title_tail.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/token.h"

namespace twosource {
namespace {

constexpr std::size_t kLongestTail = 90;  // bytes
constexpr std::size_t kShortestName = 3;
constexpr std::array<std::string_view, 5> kMarks{" | ", " - ", " – ", " — ", " :: "};

// The letters alone, folded: "NBC4 Washington" and "nbcwashington" are one.
std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : fold_word(text)) {
    const bool sign = static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z');
    if (!sign) out += c;
  }
  return out;
}

// "www.kcbd.com" -> "kcbd"; names that are no address stay whole.
std::string_view name_of(std::string_view outlet) {
  if (outlet.starts_with("www.")) outlet.remove_prefix(4);
  const bool address = outlet.find(' ') == std::string_view::npos;
  return address ? outlet.substr(0, outlet.find('.')) : outlet;
}

}  // namespace

std::uint32_t title_tail(std::string_view title, std::string_view outlet) {
  const auto whole = static_cast<std::uint32_t>(title.size());
  const std::string name = letters_of(name_of(outlet));
  if (name.size() < kShortestName) return whole;
  // The last mark first: the name may stand behind others ("Lokales | Sport | Kurier").
  std::size_t from = 0;
  std::size_t behind = 0;
  for (const std::string_view mark : kMarks) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string_view::npos || at <= from) continue;
    from = at;
    behind = at + mark.size();
  }
  if (from == 0 || title.size() - from > kLongestTail) return whole;
  const bool named = letters_of(title.substr(behind)).starts_with(name);
  return named ? static_cast<std::uint32_t>(from) : whole;
}

}  // namespace twosource
