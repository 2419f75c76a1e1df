// Who speaks in a clause with a verb of speech.
#pragma once

#include <optional>

#include "core/claim/clause.h"

namespace twosource {

// The subject of a verb of speech: the phrase before it, or behind it where the verb comes first;
// a pronoun is a range of its own. nullopt where the clause has none.
std::optional<TokenRange> speaker_of(const FieldText& field, const Clause& clause);

// "Tests were reported", "gemeldet waren 146 Menschen": the subject is what was said.
bool is_passive_speech(const FieldText& field, const Clause& clause);

// What stands before a relative clause: "Adam Crewe, | who demanded ...".
std::optional<TokenRange> antecedent_of(const FieldText& field, const SentenceClauses& sentence,
                                        const Clause& clause);

}  // namespace twosource
