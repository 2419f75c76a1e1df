// A whole article with the kinds of statements that a report on a treaty holds.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/text/utf8.h"
#include "tests/core/claim/claim_lines.h"

using namespace twosource;

namespace {

constexpr std::string_view kArticle =
    "Das Parlament in Tiflis hat am Dienstag einstimmig ein Abkommen über die Ausbildung von "
    "Grenzschützern ratifiziert. Das Dokument wurde im März unterzeichnet.\n\n"
    "Der stellvertretende georgische Außenminister Lascha Beridse stellte den Vertrag vor und "
    "betonte, dass \"er sich gegen keinen Nachbarn richtet und allen offen steht\".\n\n"
    "Laut Schätzungen der Weltbank steht Georgien weltweit auf Platz 112 beim "
    "Bruttoinlandsprodukt. Das Land unterliegt seit über 10 Jahren den Handelsbeschränkungen.\n\n"
    "Wie die Zeitung \"Financial Times\" unter Berufung auf Insider berichtete, könnte Armenien "
    "hunderte Ausbilder schicken. Zuvor hatte das armenische Verteidigungsministerium bekannt "
    "gegeben, dass Eriwan 350 Ausbilder entsenden wolle.\n\n"
    "Für Sie ausgewählt: 7 Tipps für den Garten";

Document document() {
  Document out = test::article("de", kArticle);
  const auto begin = static_cast<std::uint32_t>(kArticle.find("Für Sie"));
  out.zones.push_back({{begin, static_cast<std::uint32_t>(kArticle.size())}, Zone::Boilerplate});
  return out;
}

bool holds(const std::vector<Claim>& claims, std::string_view wanted) {
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    return test::line_of(claim).find(wanted) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("an article about a treaty gives the statements that can be checked") {
  const Reading reading = read_claims(document(), Languages::embedded());
  std::string all;
  for (const Claim& claim : reading.claims) all += "\n  " + test::line_of(claim);
  CAPTURE(all);
  for (const std::string_view wanted : {
           "vote | einstimmig | Abkommen",
           "date | Dienstag | Abkommen",
           "event | ratifiziert | Abkommen",
           "date | März | Dokument |  | unterzeichnen | asserted |  | 2024-03-01..2024-03-31",
           "role | stellvertretende georgische Außenminister Lascha Beridse",
           "quote | er sich gegen keinen Nachbarn richtet und allen offen steht",
           "rank | 112 | Bruttoinlandsprodukt | country:GE | stehen | reported",
           "duration | 10 Jahren | Handelsbeschränkungen | country:GE",
           "quantity | hunderte | Ausbilder | country:AM | schicken | possible",
           " < anonymous Insider",
           "quantity | 350 | Ausbilder | city:Asia/Yerevan | entsenden | planned",
       }) {
    CAPTURE(wanted);
    CHECK(holds(reading.claims, wanted));
  }
}

TEST_CASE("boilerplate is mentioned, but claims nothing") {
  const Reading reading = read_claims(document(), Languages::embedded());
  CHECK(!holds(reading.claims, "| 7 |"));
  CHECK(std::any_of(reading.mentions.begin(), reading.mentions.end(), [](const Mention& mention) {
    return mention.zone == Zone::Boilerplate && slice(kArticle, mention.span) == "7";
  }));
}

TEST_CASE("spans, characters and ids of claims are sound and the same every time") {
  const Document article = document();
  const Reading first = read_claims(article, Languages::embedded());
  const Reading second = read_claims(article, Languages::embedded());
  const CharIndex chars(article.text);
  REQUIRE(first.claims.size() == second.claims.size());
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < first.claims.size(); ++i) {
    const Claim& claim = first.claims[i];
    CAPTURE(to_line(claim));
    CHECK(to_line(claim) == to_line(second.claims[i]));
    CHECK(claim.id == second.claims[i].id);
    CHECK(claim.context == second.claims[i].context);
    CHECK(slice(article.text, claim.span) == claim.text);
    CHECK(claim.chars == chars.chars(claim.span));
    CHECK(claim.check_worthiness >= 0);
    CHECK(claim.check_worthiness <= 1);
    ids.push_back(claim.id);
  }
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("a sentence without end is read in pieces, and every number in it is claimed") {
  std::string text = "Tabelle";
  for (int i = 0; i < 3000; ++i) text += " 1" + std::to_string(1000 + i) + " Meter";
  const Reading reading = read_claims(test::article("de", text), Languages::embedded());
  CHECK(reading.claims.size() == 3000);
}

TEST_CASE("broken and hostile texts are read without a crash") {
  for (const std::string& text :
       {std::string(), std::string("\""), std::string("\xff\xfe 12 \x80 Menschen"),
        std::string(3000, '"'), std::string(3000, ','), std::string("12 12 12 12 12"),
        std::string("sagte sagte sagte laut laut laut zufolge zufolge"),
        std::string("und und und ist ist und ist und 5 und")}) {
    for (const std::string_view language : {"de", "en", "und"}) {
      const Reading reading = read_claims(test::article(language, text), Languages::embedded());
      for (const Claim& claim : reading.claims) CHECK(claim.span.end <= text.size());
    }
  }
}
