#include "core/claim/sentence.h"

#include <algorithm>

namespace twosource {

const NounPhrase* SentenceReading::subject_phrase(std::int32_t clause) const {
  if (clause < 0) return nullptr;
  for (const NounPhrase& phrase : phrases[static_cast<std::size_t>(clause)]) {
    if (!phrase.prepositional && !phrase.genitive &&
        !field->marked(phrase.tokens.first, Mark::Oblique) &&
        !in_source_phrase(attributions, phrase.head)) {
      return &phrase;
    }
  }
  return nullptr;
}

const NounPhrase* SentenceReading::object_phrase(std::int32_t clause) const {
  const NounPhrase* subject = subject_phrase(clause);
  if (clause < 0) return nullptr;
  const Clause& of = clauses.clauses[static_cast<std::size_t>(clause)];
  const NounPhrase* found = nullptr;
  for (const NounPhrase& phrase : phrases[static_cast<std::size_t>(clause)]) {
    if (&phrase == subject || phrase.prepositional || phrase.genitive ||
        in_source_phrase(attributions, phrase.head)) {
      continue;
    }
    if (field->data().verbs_last) {
      found = &phrase;  // the last one stands nearest to the verb
    } else if (of.verb >= 0 && phrase.head > static_cast<std::uint32_t>(of.verb)) {
      return &phrase;
    }
  }
  return found != nullptr ? found : subject;
}

SentenceReading read_sentence(const FieldText& field, const Sentence& sentence,
                              SpeechState& state) {
  SentenceReading out;
  out.field = &field;
  out.sentence = sentence;
  out.clauses = split_clauses(field, sentence);
  out.attributions = find_attributions(field, out.clauses, state);
  out.moods.reserve(out.clauses.clauses.size());
  out.phrases.reserve(out.clauses.clauses.size());
  const auto& clauses = out.clauses.clauses;
  const bool condition = std::any_of(clauses.begin(), clauses.end(),
                                     [](const Clause& clause) { return clause.conditional; });
  for (const Clause& clause : clauses) {
    out.moods.push_back(mood_of(field, clause, condition));
    out.phrases.push_back(noun_phrases(field, clause));
  }
  return out;
}

}  // namespace twosource
