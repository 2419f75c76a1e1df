// How sure a clause is: modality, polarity and tense.
#pragma once

#include <string_view>

#include "core/claim/claim.h"
#include "core/claim/clause.h"
#include "core/claim/field_text.h"

namespace twosource {

enum class Tense : std::uint8_t { Unknown, Past, Present, Future };

struct Mood {
  Modality modality = Modality::Asserted;  // by the words of the clause alone
  Polarity polarity = Polarity::Affirmed;
  bool without = false;  // "kein Beweis", "no proof": denies one of its things, not its figures
  Tense tense = Tense::Unknown;
  bool indirect = false;  // subjunctive of reported speech
  bool perfect = false;   // "hätten zurueckgegeben": of what is over
  std::string_view rule;  // the kind of word that decides `modality`; empty: none
};

// `under_condition`: another clause of the sentence names a condition.
Mood mood_of(const FieldText& field, const Clause& clause, bool under_condition);

}  // namespace twosource
