// `claims --explain`: every filled field of a claim names its rule, and the words and data it rests
// on; without the question nothing is kept, and the claims are the same.
#include <doctest/doctest.h>

#include <string>

#include "tests/core/claim/claim_lines.h"

using namespace twosource;

namespace {

std::string line_of(const Reading& reading, std::string_view text, std::string_view field) {
  for (const Claim& claim : reading.claims) {
    if (claim.text != text) continue;
    const auto reasons = reading.reasons.find(claim.id);
    if (reasons == reading.reasons.end()) return "no reasons";
    for (const Reason& reason : reasons->second) {
      if (reason.field == field) return reason.rule + " | " + reason.words + " | " + reason.data;
    }
    return "no reason";
  }
  return "no claim";
}

Reading explained(const char* language, const char* text) {
  return read_claims(test::article(language, text), Languages::embedded(), Explain::Yes);
}

}  // namespace

TEST_CASE("each field says which rule and words gave it") {
  const Reading reading = explained(
      "de",
      "Laut Polizei starben am Montag 12 russische Soldaten. Die Zahl der Toten könnte auf 15 "
      "steigen, sagte Präsident Wladimir Putin.");
  CHECK(line_of(reading, "12", "value") == "number | 12 | ");
  CHECK(line_of(reading, "12", "item") == "behind-figure | russische Soldaten | ");
  CHECK(line_of(reading, "12", "subject") == "in-item | russische | names: country:RU");
  CHECK(line_of(reading, "12", "attribution") ==
        "source-before | Laut | core/lang/de/claims.json: words source_before");
  CHECK(line_of(reading, "12", "modality") == "has-source |  | ");
  CHECK(line_of(reading, "15", "item") == "number-of | Toten | ");
  CHECK(line_of(reading, "15", "subject") == "no reason");
  CHECK(line_of(reading, "15", "attribution") ==
        "verb-of-speech | sagte | core/lang/de/claims.json: verbs sagen");
  CHECK(line_of(reading, "15", "modality") ==
        "possible | könnte | core/lang/de/claims.json: words possible");
}

TEST_CASE("every filled field has one reason, and asking changes no claim") {
  for (const char* text :
       {"„Wir haben 40 Zeugen“, sagte der Anwalt. Er habe 12 Fotos. 3 fehlen.",
        "Die Regierung will 500 Soldaten schicken; 20 weigerten sich nicht.", ""}) {
    const Reading asked = explained("de", text);
    const Reading plain = read_claims(test::article("de", text), Languages::embedded());
    CHECK(plain.reasons.empty());
    REQUIRE(asked.claims.size() == plain.claims.size());
    for (std::size_t i = 0; i < asked.claims.size(); ++i) {
      const Claim& claim = asked.claims[i];
      CHECK(test::line_of(claim) == test::line_of(plain.claims[i]));
      const auto has = [&](std::string_view field) {
        return line_of(asked, claim.text, field) != "no reason";
      };
      CAPTURE(test::line_of(claim));
      CHECK(has("value"));
      CHECK(has("modality"));
      CHECK(has("item") == !claim.item.text.empty());
      CHECK(has("subject") == !claim.subject.empty());
      CHECK(has("attribution") == !claim.attribution.empty());
    }
  }
}
