// SentenceReading: one sentence with its clauses, sources and moods: what the engines that look at
// a single mention share.
#pragma once

#include <vector>

#include "core/claim/attribution.h"
#include "core/claim/clause.h"
#include "core/claim/field_text.h"
#include "core/claim/mood.h"
#include "core/claim/noun_phrase.h"

namespace twosource {

struct SentenceReading {
  const FieldText* field = nullptr;
  Sentence sentence;
  SentenceClauses clauses;
  std::vector<Attribution> attributions;
  std::vector<Mood> moods;                       // by clause
  std::vector<std::vector<NounPhrase>> phrases;  // by clause

  const Clause* clause_of(std::uint32_t token) const {
    const std::int32_t c = clauses.clause_at(token);
    return c < 0 ? nullptr : &clauses.clauses[static_cast<std::size_t>(c)];
  }
  // The phrase that is the grammatical subject: the first that no preposition governs and that
  // names no source; nullptr when there is none.
  const NounPhrase* subject_phrase(std::int32_t clause) const;
  // What the verb acts on: the phrase without preposition nearest to the verb, other than the
  // subject; the subject where there is no other.
  const NounPhrase* object_phrase(std::int32_t clause) const;
};

// `state` carries indirect speech from sentence to sentence.
SentenceReading read_sentence(const FieldText& field, const Sentence& sentence, SpeechState& state);

}  // namespace twosource
