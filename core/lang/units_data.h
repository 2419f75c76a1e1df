// How a language names units of measure, percentages and time spans, and how it tells ages.
//
// What a unit is - its dimension, its factor to the base unit - stands once for all languages in
// core/lang/shared/units.json; a language only names it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/quantity.h"
#include "core/lang/phrase_lexicon.h"
#include "core/lang/strict_json.h"

namespace twosource {

// A unit under its CLDR identifier. Two units convert when their kinds are equal.
struct UnitFacts {
  std::string id;    // "kilometer-per-hour"
  std::string kind;  // "length", "speed", "duration", "percent" ...
  // One of it is factor_numerator / factor_denominator base units of the kind, exactly; the
  // zero point (temperatures) lies offset_* base units away.
  std::int64_t factor_numerator = 1;
  std::int64_t factor_denominator = 1;
  std::int64_t offset_numerator = 0;
  std::int64_t offset_denominator = 1;
  std::string timex;  // of a duration: "Y", "M", "W", "D", "TH", "TM", "TS"; with a count: "10Y"

  Dimension dimension() const;
};

// The facts of one unit, or nullptr. The table is read from shared/units.json when first asked for.
const UnitFacts* find_unit(std::string_view id);
// Every fault of shared/units.json.
std::vector<Error> unit_faults();

struct UnitForm {
  const UnitFacts* unit = nullptr;
  bool adjective = false;   // "jährig", "tägig": glued or hyphenated to the number
  bool age = false;         // an adjective or noun that tells an age ("jährige")
  bool glued_only = false;  // counts only when it touches the number: "5h"
  Decimal times{1};         // how many of the unit one of the form is: 3割 is 30 percent
};

struct UnitsData {
  bool present = false;
  std::vector<UnitForm> forms;
  PhraseLexicon lexicon;  // payload: index into forms; neutral symbols included
  PhraseLexicon duals;    // "يومين": two days in one word; in `lexicon` too
  PhraseLexicon before;   // "yüzde" in "yüzde 5" (reversed); payload: index into forms
  PhraseLexicon per;      // "per", "pro", "je", "/", "a": between two units
  PhraseLexicon of;       // "of" in "half of an hour": between a fraction and its unit
  PhraseLexicon fillers;  // "more", "weitere": between a number and its unit ("two more years")
  std::vector<std::string> amount_joiners;  // "and" in "two hours and 30 minutes"
  PhraseLexicon below_zero;  // "unter null": behind a temperature, which is negative then
  PhraseLexicon age_before;  // "im Alter von", "aged" (reversed)
  PhraseLexicon age_having;  // "ma" in "ma 30 lat", before years only (reversed)
  PhraseLexicon age_after;   // "alt", "old", "of age": behind a time span
  PhraseLexicon span_nouns;  // behind an age adjective: no age after all ("15-jährige Haft")

  bool starts_unit(std::string_view folded) const { return !lexicon.starting_with(folded).empty(); }
};

// Reads core/lang/<tag>/units.json. Faults are noted in `json`.
UnitsData load_units(JsonReader& json, const JsonNode& root);
const UnitsData& or_neutral(const UnitsData& data);

}  // namespace twosource
