// CLDR spells numbers out; the engine must read each of them back.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/grammar/numeral.h"
#include "core/lang/registry.h"
#include "core/text/cldr.h"

namespace {

using namespace twosource;

struct Tally {
  int spelt = 0;
  int wrong = 0;
  std::string first_wrong;
};

void check_value(const LanguagePack& pack, long long value, bool ordinal, Tally& tally) {
  for (std::string words : cldr::spell_out(pack.tag, value, ordinal)) {
    // CLDR's English sets a comma behind the thousands, running text hardly ever does.
    std::erase(words, ',');
    // Digits ("1.") are no words, and "ein" alone is an article.
    if (words.find_first_of("0123456789") != std::string::npos) continue;
    if (!ordinal && value == 1) continue;
    ++tally.spelt;
    const TokenizedText tokens = analyse_text(words, pack.segmentation);
    const std::vector<Numeral> numerals = find_numerals(tokens, pack);
    const bool right = numerals.size() == 1 && numerals[0].value.low == Decimal(value) &&
                       numerals[0].ordinal == ordinal && numerals[0].span.size() == words.size();
    if (right) continue;
    ++tally.wrong;
    if (tally.first_wrong.empty()) tally.first_wrong = words + " (" + std::to_string(value) + ')';
  }
}

std::vector<long long> sample() {
  std::vector<long long> out;
  for (long long i = 0; i <= 10000; ++i) out.push_back(i);
  for (long long i = 10001; i < 1000000; i += 1237) out.push_back(i);
  for (long long i = 1000000; i < 4000000000LL; i += 98765431) out.push_back(i);
  for (const long long i : {1000000LL, 2000000LL, 1000000000LL, 3000000000000LL}) out.push_back(i);
  return out;
}

TEST_CASE("cardinals that CLDR spells out are read back") {
  for (const std::string tag :
       {"de", "en", "fr", "es", "it", "pt", "nl", "tr", "ar", "zh", "ja", "ko"}) {
    const LanguagePack& pack = Languages::embedded().find(tag);
    Tally tally;
    for (const long long value : sample()) check_value(pack, value, false, tally);
    CAPTURE(tag);
    CAPTURE(tally.first_wrong);
    CHECK(tally.spelt >= 10000);
    CHECK(tally.wrong == 0);
  }
}

// Spelt-out ordinals that are read otherwise on purpose, at most so many, and why.
struct KnownGap {
  std::string_view tag;
  int most;
  std::string_view reason;
};
constexpr KnownGap kOrdinalGaps[] = {
    {"de", 0, ""},
    {"en", 0, ""},
    {"pt", 0, ""},
    {"nl", 0, ""},
    {"tr", 0, ""},
    {"fr", 1850, "a plural behind a number is a fraction: \"cent cinquièmes\""},
    {"es", 171, "\"segundos\" are seconds of time"},
    {"it", 406, "plurals (\"terzi\", \"ventesimi\") are denominators"},
};

TEST_CASE("ordinals that CLDR spells out are read back") {
  for (const KnownGap& gap : kOrdinalGaps) {
    const std::string tag(gap.tag);
    const LanguagePack& pack = Languages::embedded().find(tag);
    Tally tally;
    for (long long value = 1; value <= 10000; value += value < 1200 ? 1 : 13)
      check_value(pack, value, true, tally);
    CAPTURE(tag);
    CAPTURE(tally.first_wrong);
    CHECK(tally.spelt >= 1800);
    CAPTURE(gap.reason);
    CHECK(tally.wrong <= gap.most);
  }
}

}  // namespace
