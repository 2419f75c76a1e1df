// SentenceReading: one sentence with its clauses, sources and moods: what the engines that look at
// a single mention share.
#pragma once

#include <optional>
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
  Marks marks;  // of all its words: what no word is need not be looked for
  SentenceClauses clauses;
  std::vector<Attribution> attributions;

  // Of a clause; read when it is first asked for: most clauses hold nothing to state.
  const Mood& mood(std::size_t clause) const;
  const std::vector<NounPhrase>& phrases(std::size_t clause) const;

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

 private:
  struct ClauseParts {
    std::optional<Mood> mood;
    std::optional<std::vector<NounPhrase>> phrases;
  };
  ClauseParts& parts_of(std::size_t clause) const;
  mutable std::vector<ClauseParts> parts_;  // by clause
};

// `state` carries indirect speech from sentence to sentence.
SentenceReading read_sentence(const FieldText& field, const Sentence& sentence, SpeechState& state);

}  // namespace twosource
