// What the example tables cannot show: no publication date, assumed parts, neutral data, odd bytes.
#include "core/grammar/date.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/grammar/numeral.h"
#include "core/lang/registry.h"
#include "core/text/segment.h"

namespace twosource {
namespace {

std::vector<Mention> dates_of(const std::string& text, const char* language,
                              const char* published) {
  const LanguagePack& pack = Languages::embedded().find(language);
  const TokenizedText analysed = analyse_text(text, pack.segmentation);
  const auto when = published != nullptr ? parse_iso(published) : std::nullopt;
  return find_dates(analysed, find_numerals(analysed, pack), pack, when);
}

}  // namespace

TEST_CASE("the data of dates has no faults") {
  for (const Error& fault : Languages::embedded().faults()) {
    CAPTURE(describe(fault));
    CHECK(fault.file.find("dates.json") == std::string::npos);
  }
}

TEST_CASE("without a publication date relative expressions stay open") {
  struct Row {
    const char* language;
    const char* text;
    const char* value;
  };
  for (const Row& row :
       {Row{"de", "Am Donnerstag kam er.", "XXXX-WXX-4"}, Row{"de", "Im Juni kam er.", "XXXX-06"},
        Row{"de", "Am 17. Juli kam er.", "XXXX-07-17"}, Row{"de", "Gestern kam er.", "XXXX-XX-XX"},
        Row{"de", "Vergangene Woche kam er.", "XXXX-WXX"}, Row{"en", "He came last year.", "XXXX"},
        Row{"en", "He came on Friday.", "XXXX-WXX-5"},
        Row{"en", "He left at Christmas.", "XXXX-12-25"}}) {
    CAPTURE(row.text);
    const std::vector<Mention> found = dates_of(row.text, row.language, nullptr);
    REQUIRE(found.size() == 1);
    CHECK(found[0].timex->value == row.value);
    CHECK_FALSE(found[0].timex->range.has_value());
  }
}

TEST_CASE("what was not written is marked as assumed") {
  struct Row {
    const char* text;
    bool assumed;
  };
  for (const Row& row :
       {Row{"Am 24. Oktober 2024 kam er.", false}, Row{"Am 24. Oktober kam er.", true},
        Row{"Am Montag kam er.", true}, Row{"Am vergangenen Montag kam er.", false},
        Row{"Im Juni kam er.", true}, Row{"Im Juni 2024 kam er.", false}}) {
    CAPTURE(row.text);
    const std::vector<Mention> found = dates_of(row.text, "de", "2024-10-24");
    REQUIRE(found.size() == 1);
    CHECK(found[0].timex->assumed == row.assumed);
  }
}

TEST_CASE("the neutral data reads dates in digits") {
  struct Row {
    const char* text;
    const char* value;
  };
  for (const Row& row :
       {Row{"... 2024-10-24 ...", "2024-10-24"}, Row{"... 24.10.2024 ...", "2024-10-24"},
        Row{"... 10/24/2024 ...", "2024-10-24"}}) {
    CAPTURE(row.text);
    const std::vector<Mention> found = dates_of(row.text, "und", nullptr);
    REQUIRE(found.size() == 1);
    CHECK(found[0].timex->value == row.value);
  }
  CHECK(dates_of("1.2.3.4 and 99.99.2024 and 31.2.2024", "und", nullptr).empty());
}

TEST_CASE("a duration behind an anchor word gets the days it points to") {
  struct Row {
    const char* text;
    const char* duration;
    const char* value;
    const char* expected;
  };
  const LanguagePack& pack = Languages::embedded().find("de");
  for (const Row& row :
       {Row{"Das war vor drei Jahren.", "drei Jahren", "P3Y", "2021-01-01..2021-12-31"},
        Row{"Das war vor drei Tagen.", "drei Tagen", "P3D", "2024-10-21..2024-10-21"},
        Row{"Seit drei Jahren ist das so.", "drei Jahren", "P3Y", "none"},
        Row{"Das war vor drei Stunden.", "drei Stunden", "PT3H", "none"}}) {
    CAPTURE(row.text);
    const std::string text = row.text;
    const TokenizedText analysed = analyse_text(text, pack.segmentation);
    std::vector<Mention> mentions(1);
    const auto begin = static_cast<std::uint32_t>(text.find(row.duration));
    mentions[0].span = {begin,
                        begin + static_cast<std::uint32_t>(std::string(row.duration).size())};
    mentions[0].dimension = Dimension::Duration;
    mentions[0].timex = Timex{TimexType::Duration, row.value, std::nullopt, false};
    anchor_durations(FoldedText(analysed), pack, parse_iso("2024-10-24"), mentions);
    const auto& range = mentions[0].timex->range;
    CHECK((range ? to_iso(range->from) + ".." + to_iso(range->to) : "none") == row.expected);
    CHECK(mentions[0].timex->value == row.value);
  }
}

TEST_CASE("no bytes make it fail, and no text makes it slow") {
  for (const char* language : {"de", "en", "und"}) {
    CHECK(dates_of("", language, "2024-10-24").empty());
    dates_of("\xFF\xC3(\x00 24.\xE2\x82 Mai", language, "2024-10-24");
    std::string chain;
    for (int i = 0; i < 20000; ++i) chain += "3., ";
    CHECK(dates_of(chain, language, "2024-10-24").empty());
    std::string ends;
    for (int i = 0; i < 5000; ++i) ends += "Ende Anfang der letzten 3. und 4. ";
    dates_of(ends, language, "2024-10-24");
  }
}

}  // namespace twosource
