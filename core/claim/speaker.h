// Who speaks in a clause with a verb of speech.
#pragma once

#include <optional>

#include "core/claim/claim.h"
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

// May the phrase, read as `link`, be somebody or something that says things?
bool can_speak(const FieldText& field, const AttributionLink& link, TokenRange source);

// "hiess es in einer Erklaerung", "it said in a statement": where it was said, within a few tokens
// from `from`.
std::optional<TokenRange> place_of_speech(const FieldText& field, const Clause& clause,
                                          std::uint32_t from);

// "В министерстве заявили", "wynika z badania": without a subject the place of speech speaks.
std::optional<TokenRange> place_as_source(const FieldText& field, const Clause& clause);

// "secured the title", "launched an attack": a verb of speech with a plain object tells no words.
bool takes_plain_object(const FieldText& field, const Clause& clause);

// The place behind a date at token i, with its preposition; i when there is none.
std::uint32_t behind_date(const FieldText& field, std::uint32_t i, std::uint32_t end);

}  // namespace twosource
