// Words to concepts: in which order a word is looked for.
#include "core/meaning/meaning.h"

#include <doctest/doctest.h>

#include <string>

#include "core/meaning/build/writer.h"
#include "core/meaning/compounds.h"

using namespace twosource;

namespace {

std::shared_ptr<const Lexicon> sample() {
  lexicon_build::LexiconWriter writer;
  writer.add("de", "soldat", "soldier", 1);
  writer.add("de", "rakete", "missile", 2);
  writer.add("de", "rakete", "rocket", 1);
  writer.add("de", "programm", "programme", 1);
  writer.add("de", "sanktion", "sanction", 1);
  writer.add("de", "regime", "regime", 1);
  writer.add("de", "jahr", "year", 1);
  writer.add("pl", "żołnierz", "soldier", 1);
  writer.add("pl", "umowa", "treaty", 1);
  writer.add("en", "soldier", "soldier", 1);
  auto bytes = writer.bytes();
  REQUIRE(bytes);
  auto lexicon = Lexicon::from_bytes(*bytes);
  REQUIRE(lexicon);
  return *lexicon;
}

std::string concepts(const Meaning& meaning, std::string_view word, std::string_view language) {
  std::string out;
  for (const WeightedConcept& one : meaning.concepts_of(word, language)) {
    if (!out.empty()) out += ' ';
    out += one.name;
  }
  return out;
}

}  // namespace

TEST_CASE("a word, its stem, its parts, its beginning, itself") {
  const Meaning meaning(sample());
  struct Row {
    int line;
    const char* language;
    const char* word;
    const char* expected;
    MeaningStep step;
  };
  const Row rows[] = {
      {__LINE__, "de", "Soldat", "soldier", MeaningStep::Exact},
      {__LINE__, "de", "SOLDAT", "soldier", MeaningStep::Exact},
      {__LINE__, "de", "Soldaten", "soldier", MeaningStep::Stem},
      {__LINE__, "de-CH", "Soldaten", "soldier", MeaningStep::Stem},
      {__LINE__, "en", "soldiers", "soldier", MeaningStep::Stem},
      {__LINE__, "de", "Raketenprogramme", "programme missile rocket", MeaningStep::Compound},
      {__LINE__, "de", "Sanktionsregime", "regime sanction", MeaningStep::Compound},
      {__LINE__, "de", "Sanktionsjahre", "year sanction", MeaningStep::Compound},
      {__LINE__, "pl", "żołnierzy", "soldier", MeaningStep::Prefix},
      {__LINE__, "pl", "umowę", "treaty", MeaningStep::Prefix},
      {__LINE__, "pl", "soldatregime", "w:soldatregime", MeaningStep::Identity},
      {__LINE__, "de", "Blumen", "w:blum", MeaningStep::Identity},
      {__LINE__, "xx", "Blumen", "w:blumen", MeaningStep::Identity},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CAPTURE(std::string(row.word));
    CHECK(concepts(meaning, row.word, row.language) == row.expected);
    std::vector<std::string> names;
    CHECK(meaning.append_concepts(row.word, row.language, names) == row.step);
    CHECK_FALSE(names.empty());
  }
}

TEST_CASE("without a lexicon a word is its stem") {
  const Meaning meaning;
  CHECK_FALSE(meaning.has_lexicon());
  CHECK(concepts(meaning, "Soldaten", "de") == "w:soldat");
  CHECK(concepts(meaning, "Soldat", "de") == "w:soldat");
  CHECK(concepts(meaning, "", "de").empty());
}

TEST_CASE("any bytes are survived") {
  const Meaning meaning(sample());
  for (const std::string& word :
       {std::string("\xFF\xFE\xFD"), std::string(3, '\0'), std::string(10000, 'a'),
        std::string("\xC3"), std::string("raketen\xC3")}) {
    for (const char* language : {"de", "pl", "xx", ""}) {
      CHECK(meaning.concepts_of(word, language).size() <= kMaxConcepts);
    }
  }
}

TEST_CASE("the table of compounds has no fault") {
  CHECK(compound_faults().empty());
  CHECK(compound_rules("de-AT") != nullptr);
  CHECK(compound_rules("fr") == nullptr);
}
