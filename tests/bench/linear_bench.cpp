// What hostile texts cost: each pattern is repeated to several lengths and read for numbers,
// amounts and dates. The cost of a byte must not grow with the length.
//
//   twosource-linear-bench [TAG...]     languages, default: de en fr; exit code 1 when a cost grows
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/mentions.h"
#include "core/lang/registry.h"
#include "core/text/segment.h"

using namespace twosource;

namespace {

constexpr std::size_t kShort = 16U << 10U;
constexpr std::size_t kLong = 16 * kShort;
constexpr int kRounds = 3;
// Of the cost of a byte. Quadratic cost would show 16; the memory of a hundred thousand mentions,
// fetched from the system afresh, shows up to 3.
constexpr double kMostGrowth = 5.0;

struct Pattern {
  const char* name;
  std::string_view unit;
};
constexpr Pattern kPatterns[] = {
    {"digits", "1"},
    {"digits, spaces", "1 "},
    {"groups", "123.456,"},
    {"spaced groups", "1 234 567 "},
    {"dots", "1."},
    {"slashes", "1/2/"},
    {"colons", "12:30:"},
    {"hyphens", "5-"},
    {"semicolons", "1;"},
    {"unequal", "\xC2\xBD\xC3\x97"},
    {"scales", "million "},
    {"orders", "tens of thousands of "},
    {"German orders", "Tausende von "},
    {"compounds", "einundzwanzig"},
    {"compounds in words", "dreihundertfünfundzwanzigtausend "},
    {"joiners", "hundred and "},
    {"halves", "a half and a half and "},
    {"soft hyphens", "zw\xC2\xAD\xC3\xB6lf\xC2\xAD"},
    {"ordinals", "third thirds "},
    {"years", "1998 "},
    {"years with units", "1500 Euro in 1998 "},
    {"dates", "24.10.2024 "},
    {"days without month", "1., 2., 3. und "},
    {"months", "May Mai mai "},
    {"times in one sentence", "um 14.30 Uhr, at 5 pm, "},
    {"weekdays", "Montag bis Dienstag, Monday to Tuesday, "},
    {"quotes", "5\" "},
    {"money", "$5 "},
    {"signs", "$$$5\xE2\x82\xAC\xE2\x82\xAC"},
    {"ranges", "5 bis 6 bis 7 to 8 to "},
    {"hedges", "more than about at least rund mehr als 5 "},
    {"ages", "aged 5 aged "},
    {"addresses", "http://a.b/5@"},
    {"escapes", "\x1B[31m"},
    {"roman", "World War II Phase III "},
};

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  text.reserve(size + unit.size());
  while (text.size() < size) text += unit;
  return text;
}

// Nanoseconds of processor time a byte, the best of a few rounds.
double cost(const std::string& text, const LanguagePack& pack) {
  const auto published = parse_iso("2024-10-24");
  double best = 1e18;
  for (int i = 0; i < kRounds; ++i) {
    const std::clock_t start = std::clock();
    const TokenizedText tokens = analyse_text(text, pack.segmentation);
    const std::size_t found = find_mentions(tokens, Field::Text, pack, published).size();
    const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC * 1e9;
    if (found <= text.size()) best = std::min(best, took);
  }
  return best / static_cast<double>(text.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> tags(argv + 1, argv + argc);
  if (tags.empty()) tags = {"de", "en", "fr"};
  bool grows = false;
  for (const std::string& tag : tags) {
    const LanguagePack& pack = Languages::embedded().find(tag);
    std::printf("%s: nanoseconds a byte at %zu KB and at %zu KB\n", tag.c_str(), kShort >> 10U,
                kLong >> 10U);
    for (const Pattern& pattern : kPatterns) {
      const double low = cost(repeated(pattern.unit, kShort), pack);
      const double high = cost(repeated(pattern.unit, kLong), pack);
      const bool bad = high > kMostGrowth * low;
      grows = grows || bad;
      std::printf("  %-24s %9.1f %9.1f   x %.2f%s\n", pattern.name, low, high, high / low,
                  bad ? "   GROWS" : "");
    }
  }
  return grows ? 1 : 0;
}
