// Noun phrases: what is counted, measured, spoken of. Read from word classes and capital letters.
//
//   "12.000 nordkoreanische Soldaten"  ->  phrase "nordkoreanische Soldaten", head "Soldaten"
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/claim/clause.h"
#include "core/claim/field_text.h"

namespace twosource {

struct NounPhrase {
  TokenRange tokens;       // determiner included
  TokenRange core;         // without determiners and quantifiers
  std::uint32_t head = 0;  // the last noun of the first run of nouns
  bool prepositional = false;
  bool genitive = false;
};

// The phrase that starts at `begin` (determiners, then modifiers, then nouns), or nullopt. Looks no
// further than `end`.
std::optional<NounPhrase> noun_phrase_at(const FieldText& field, std::uint32_t begin,
                                         std::uint32_t end);

// The phrase that ends right before `end`, or nullopt.
std::optional<NounPhrase> noun_phrase_before(const FieldText& field, std::uint32_t begin,
                                             std::uint32_t end);

// All phrases of the clause, in order.
std::vector<NounPhrase> noun_phrases(const FieldText& field, const Clause& clause);

// Could the word be a noun here?
bool is_noun(const FieldText& field, std::uint32_t token);

}  // namespace twosource
