// Who wired the text: the name in brackets of a dateline, or a credit that stands alone at the end.
#include <algorithm>
#include <array>

#include "core/document/zone_words.h"
#include "core/document/zones.h"

namespace twosource {
namespace {

constexpr std::size_t kLongestPlace = 80;  // bytes before the bracket
constexpr std::size_t kLongestAgency = 40;
constexpr int kParagraphs = 4;  // that may carry the dateline

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

// "dpa", "dpa/AFP", "dpa, Reuters", "dpa/lni": the first part is a known agency.
bool names_agency(std::string_view text) {
  const std::string_view first = trim(text.substr(0, text.find_first_of("/,")));
  return zone_words().agencies.count(std::string(first)) > 0;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// An agency that no list names: a short word in small letters ("pam", "pam/ar"), or in capitals
// behind a place in capitals ("PORT CALDER (NSPA)"). Parties stand in brackets too: "(SPD)".
bool looks_like_agency(std::string_view inside, std::string_view place) {
  constexpr std::size_t kLongest = 5;
  const std::string_view first = inside.substr(0, inside.find('/'));
  if (place.empty() || first.size() < 2 || first.size() > kLongest) return false;
  if (static_cast<unsigned char>(place[0]) < 0x80U && !is_upper(place[0])) return false;
  if (std::all_of(first.begin(), first.end(), is_lower)) return true;
  const std::string_view town = place.substr(0, place.find(','));
  return std::all_of(first.begin(), first.end(), is_upper) &&
         std::none_of(town.begin(), town.end(), is_lower);
}

bool opens_body(std::string_view rest) {
  rest = trim(rest);
  for (const std::string_view mark : {"-", "–", "—", ":", "|", "."}) {
    if (begins(rest, mark)) return true;
  }
  return false;
}

// "Seoul (dpa) - ", "BERLIN, Oct 24 (Reuters) -", "(dpa) - ": "" when the paragraph has none.
std::string_view from_dateline(std::string_view paragraph) {
  const std::string_view start = paragraph.substr(0, kLongestPlace);
  for (std::size_t open = start.find('('); open != std::string_view::npos;
       open = start.find('(', open + 1)) {
    const std::size_t close = paragraph.find(')', open);
    if (close == std::string_view::npos) return {};
    const std::string_view inside = trim(paragraph.substr(open + 1, close - open - 1));
    const std::string_view place = paragraph.substr(0, open);
    if (inside.size() <= kLongestAgency && place.find_first_of("!?\n") == std::string_view::npos &&
        opens_body(paragraph.substr(close + 1)) &&
        (names_agency(inside) || looks_like_agency(inside, trim(place))))
      return inside;
  }
  return {};
}

// "dpa", "(AFP)", "dpa/AFP/hju", "Quelle: dpa": a last line that is nothing else.
std::string_view from_credit(std::string_view line) {
  const std::size_t colon = line.find(": ");
  if (colon != std::string_view::npos && colon < 20) line = trim(line.substr(colon + 2));
  if (line.size() >= 2 && line.front() == '(' && line.back() == ')')
    line = trim(line.substr(1, line.size() - 2));
  const bool fits = !line.empty() && line.size() <= kLongestAgency && names_agency(line);
  return fits ? line : std::string_view{};
}

}  // namespace

std::string find_agency(std::string_view text, const std::vector<ZoneSpan>& zones) {
  auto zone = zones.begin();
  int looked = 0;
  for (std::size_t at = 0; at < text.size() && looked < kParagraphs;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const ByteSpan span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    const std::string_view line = trim(slice(text, span));
    while (zone != zones.end() && zone->span.end <= span.begin) ++zone;
    const bool apart = zone != zones.end() && zone->span.overlaps(span) && zone->zone != Zone::Lead;
    if (!line.empty() && !apart) {
      ++looked;
      const std::string_view agency = from_dateline(line);
      if (!agency.empty()) return std::string(agency);
    }
    at = end + 1;
  }
  const std::string_view all = trim(text);
  const std::size_t last = all.rfind('\n');
  if (last == std::string_view::npos) return {};
  return std::string(from_credit(trim(all.substr(last + 1))));
}

}  // namespace twosource
