#include "core/claim/sentence.h"

#include <algorithm>

namespace twosource {

SentenceReading::ClauseParts& SentenceReading::parts_of(std::size_t clause) const {
  if (parts_.size() < clauses.clauses.size()) parts_.resize(clauses.clauses.size());
  return parts_[clause];
}

const Mood& SentenceReading::mood(std::size_t clause) const {
  std::optional<Mood>& mood = parts_of(clause).mood;
  if (!mood) {
    const auto& all = clauses.clauses;
    const bool condition =
        std::any_of(all.begin(), all.end(), [](const Clause& c) { return c.conditional; });
    mood = mood_of(*field, all[clause], condition);
  }
  return *mood;
}

const std::vector<NounPhrase>& SentenceReading::phrases(std::size_t clause) const {
  auto& phrases = parts_of(clause).phrases;
  if (!phrases) phrases = noun_phrases(*field, clauses.clauses[clause]);
  return *phrases;
}

const NounPhrase* SentenceReading::subject_phrase(std::int32_t clause) const {
  if (clause < 0) return nullptr;
  for (const NounPhrase& phrase : phrases(static_cast<std::size_t>(clause))) {
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
  for (const NounPhrase& phrase : phrases(static_cast<std::size_t>(clause))) {
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
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    out.marks |= field.sense(i).marks;
  }
  out.clauses = split_clauses(field, sentence);
  out.attributions = find_attributions(field, out.clauses, state);
  return out;
}

}  // namespace twosource
