// Which name a figure belongs to.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "tests/core/claim/claim_lines.h"

using namespace twosource;

namespace {

// The bearers of a text's figures, by what is written.
std::map<std::string, std::string> bearers(std::string_view language, std::string_view text) {
  std::map<std::string, std::string> out;
  const Reading reading = read_claims(test::article(language, text), Languages::embedded());
  for (const Claim& claim : reading.claims) {
    if (claim.has_value()) out[claim.text] = claim.bearer;
  }
  return out;
}

}  // namespace

TEST_CASE("an age belongs to the person who is named") {
  const auto found = bearers("en",
                             "Corwin Vale, 26, was charged. The suspects are 31-year-old Tamsin "
                             "Orde and a 44-year-old man. Her 70-year-old mother, Odile Prenk, "
                             "was hurt.");
  CHECK(found.at("26") == "person:corvin-vale");
  CHECK(found.at("31-year-old") == "person:tamsin-orde");
  CHECK(found.at("44-year-old").empty());
  CHECK(found.at("70-year-old") == "person:odile-prenk");
}

TEST_CASE("where nouns have capitals only a known name bears an age") {
  const auto found = bearers("de",
                             "Die Verdächtige, die 41 Jahre alte Petra Kunz, schweigt. Ein "
                             "52-jähriger Bremer Kaufmann half.");
  CHECK(found.at("41 Jahre alte") == "person:petra-kunz");
  CHECK(found.at("52-jähriger").empty());
}

TEST_CASE("a house number belongs to its street, even where it looks like a year") {
  const auto found = bearers("en",
                             "Officers went to the 8400 block of Wendle Drive. The fire began in "
                             "the 1900 block of W. 14th St. on Sunday. Two blocks of flats burned. "
                             "The strike hit 2100 workers.");
  CHECK(found.at("8400") == "place:vendle");
  CHECK(found.at("1900") == "place:v-14t");
  CHECK(found.at("Two").empty());
  CHECK(found.at("2100").empty());
}
