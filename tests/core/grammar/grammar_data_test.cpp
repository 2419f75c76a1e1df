// What holds between the data files of all languages, and what find_mentions promises for any text.
#include <doctest/doctest.h>

#include <string>

#include "core/grammar/mentions.h"
#include "core/lang/registry.h"
#include "core/text/utf8.h"

namespace {

using namespace twosource;

std::string read(std::string_view language, const std::string& text) {
  const LanguagePack& pack = Languages::embedded().find(language);
  const TokenizedText tokens = analyse_text(text, pack.segmentation);
  std::string out;
  for (const Mention& mention : find_mentions(tokens, Field::Text, pack, std::nullopt)) {
    if (!out.empty()) out += " | ";
    out += to_line(mention, text);
  }
  return out;
}

TEST_CASE("the tables of units and currencies are without faults") {
  const auto faults = unit_faults();
  CAPTURE((faults.empty() ? std::string() : describe(faults.front())));
  CHECK(faults.empty());
  REQUIRE(find_unit("foot") != nullptr);
  CHECK(find_unit("foot")->factor_numerator == 381);
  CHECK(find_unit("foot")->factor_denominator == 1250);
  CHECK(find_unit("parsec-per-fortnight") == nullptr);
  CHECK(currency_places("EUR") == 2);
  CHECK(currency_places("JPY") == 0);
  CHECK(currency_places("XYZ") == -1);
}

TEST_CASE("a document shows which mark groups its thousands") {
  // Alone, "12,340" is a decimal in German; beside "1,234,567" it is twelve thousand. Three zeros
  // are always the English writing, unless one digit stands before them (a price of fuel).
  CHECK(read("de", "Es waren 12,340 Liter.").find("measure 12.34 liter digits=5") !=
        std::string::npos);
  CHECK(read("de", "Es waren 12,000 Liter.").find("measure 12000 liter digits=2") !=
        std::string::npos);
  CHECK(read("de", "Es waren 2,000 Liter.").find("measure 2 liter digits=4") != std::string::npos);
  CHECK(read("de", "Es waren 12,345 von 12,000 Mann.").find("number 12345 ") != std::string::npos);
  CHECK(read("de", "Es waren 12,340 Mann von 1,234,567 Mann.").find("number 12340 ") !=
        std::string::npos);
  CHECK(read("en", "It held 12.000 liters.").find("measure 12 liter digits=5") !=
        std::string::npos);
  CHECK(read("en", "There were 12.000 men and 1.234.567 horses.").find("number 12000 ") !=
        std::string::npos);
  CHECK(read("de", "Es waren 12.000 Mann.").find("number 12000 digits=2") != std::string::npos);
}

std::string unit_of_money(std::string_view language, const std::string& title,
                          const std::string& text, const std::vector<std::string>& countries = {}) {
  const LanguagePack& pack = Languages::embedded().find(language);
  const TokenizedText title_tokens = analyse_text(title, pack.segmentation);
  const TokenizedText text_tokens = analyse_text(text, pack.segmentation);
  auto in_title = find_mentions(title_tokens, Field::Title, pack, std::nullopt);
  auto in_text = find_mentions(text_tokens, Field::Text, pack, std::nullopt);
  settle_currencies(pack, countries, {&in_title, &in_text});
  return in_title.empty() ? "" : in_title.front().value.unit;
}

TEST_CASE("a sign that currencies share means the one that the document names") {
  CHECK(unit_of_money("en", "A price of $5", "It rose.") == "USD");
  CHECK(unit_of_money("en", "A price of $5", "Canada gave 7 Canadian dollars.") == "CAD");
  CHECK(unit_of_money("en", "A price of $5 per liter", "It was C$7.") == "CAD-per-liter");
  CHECK(unit_of_money("de", "Ein Preis von $5", "Das sind sieben kanadische Dollar.") == "CAD");
  // Both kinds are named, or two others: nothing is shown.
  CHECK(unit_of_money("en", "A price of $5", "That is C$7 or US$5.") == "USD");
  CHECK(unit_of_money("en", "A price of $5", "That is C$7 or A$8.") == "USD");
  // A sign that says whose dollars they are stays.
  CHECK(unit_of_money("en", "A price of US$5", "It was C$7.") == "USD");
}

TEST_CASE("a noun that currencies share means the money of the country that the document names") {
  CHECK(unit_of_money("en", "It cost 500 dirhams", "It rose.") == "AED");
  CHECK(unit_of_money("en", "It cost 500 dirhams", "It rose.", {"MA"}) == "MAD");
  CHECK(unit_of_money("fr", "500 dirhams", "Le prix monte.") == "MAD");
  CHECK(unit_of_money("fr", "500 dirhams", "Le prix monte.", {"AE"}) == "AED");
  CHECK(unit_of_money("de", "500 Dirham", "Es stieg.", {"FR", "MA"}) == "MAD");
  CHECK(unit_of_money("en", "It cost Rs 500", "It rose.", {"PK"}) == "PKR");
  CHECK(unit_of_money("en", "500 riyals", "It rose.", {"QA"}) == "QAR");
  CHECK(unit_of_money("cs", "500 dirhamů", "Bylo to 7 marockých dirhamů.") == "MAD");
  // Both countries are named: nothing is shown. A sign is nobody's for being abroad.
  CHECK(unit_of_money("en", "It cost 500 dirhams", "It rose.", {"AE", "MA"}) == "AED");
  CHECK(unit_of_money("en", "A price of $5", "It rose.", {"CA"}) == "USD");
}

TEST_CASE("digits are read in a language without data") {
  CHECK(read("xx", "12 345 zzz 45 % zzz 3 km zzz $5").find("number 12345") != std::string::npos);
  CHECK(read("xx", "zzz 45 % zzz").find("percent 45 percent") != std::string::npos);
  CHECK(read("xx", "zzz 3 km zzz").find("measure 3 kilometer") != std::string::npos);
  CHECK(read("xx", "zzz $5").find("money 5 USD") != std::string::npos);
  CHECK(read("xx", "zzz 12.000 zzz").find("number 12000") != std::string::npos);
  CHECK(read("xx", "\xD9\xA1\xD9\xA2 zzz").find("number 12") != std::string::npos);
}

TEST_CASE("any text is read without a crash, with spans on code points inside it") {
  const std::string hostile[] = {
      "",
      " ",
      "1",
      "-",
      "--5",
      "5-",
      "1/0",
      "1/2/3",
      "1..2",
      "1,,2",
      "9999999999999999999999999999",
      "1e99",
      "1e999",
      "0/0",
      "\xFF\xFE 12 \xC3",
      "12\xC3\xA9",
      "zw\xC3\xB6lf\xC2\xADtausend",
      "$",
      "$-",
      "-$-5",
      "5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5",
      "hundert hundert hundert",
      "einundundzwanzig",
      "ein Million Milliarden Billionen Trillionen Trillionen Trillionen Trillionen Trillionen",
      "million million million",
      "a a a a half half",
      "one and and and two",
      "five point",
      "point five",
      "zwischen und 5",
      "between 5",
      "from to",
      "5 feet 5 feet 5 feet",
      "5 to to 7",
      "10^99",
      "3 x 10^"};
  for (const std::string& text : hostile) {
    for (const std::string language : {"de", "en", "und"}) {
      CAPTURE(text);
      CAPTURE(language);
      const LanguagePack& pack = Languages::embedded().find(language);
      const TokenizedText tokens = analyse_text(text, pack.segmentation);
      std::uint32_t end = 0;
      for (const Mention& m : find_mentions(tokens, Field::Text, pack, std::nullopt)) {
        CHECK(m.span.begin < m.span.end);
        CHECK(m.span.end <= text.size());
        CHECK(m.wide.contains(m.span));
        if (m.dimension != Dimension::Date) {
          CHECK(m.span.contains(m.core));
          CHECK(m.span.begin >= end);
          end = m.span.end;
        }
      }
    }
  }
}

}  // namespace
