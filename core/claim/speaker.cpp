#include "core/claim/speaker.h"

#include "core/claim/noun_phrase.h"
#include "core/claim/source_phrase.h"

namespace twosource {
namespace {

bool opens_phrase(const FieldText& field, std::uint32_t i, std::uint32_t end) {
  return field.marked(i, Mark::Determiner) && noun_phrase_at(field, i, end);
}

// "la" and "het" are pronouns as well as articles.
bool is_pronoun(const FieldText& field, std::uint32_t i, std::uint32_t end) {
  return field.marked(i, Mark::Pronoun) && !opens_phrase(field, i, end);
}

}  // namespace

std::uint32_t behind_date(const FieldText& field, std::uint32_t i, std::uint32_t end) {
  std::uint32_t k = i;
  if (k + 1 < end && field.marked(k, Mark::Preposition) && field.mention_at(k) < 0) ++k;
  const std::int32_t m = k < end ? field.mention_at(k) : -1;
  if (m < 0) return i;
  const Dimension kind = field.mentions()[static_cast<std::size_t>(m)].dimension;
  if (kind != Dimension::Date && kind != Dimension::Time) return i;
  while (k < end && field.mention_at(k) == m) ++k;
  return k;
}

bool can_speak(const FieldText& field, const AttributionLink& link, TokenRange source) {
  if (!link.id.empty() || link.kind != SourceKind::Speaker) return true;
  for (std::uint32_t i = source.first; i < source.end; ++i) {
    if (field.marked(i, Mark::Speaker)) return true;
  }
  return false;
}

std::optional<TokenRange> speaker_of(const FieldText& field, const Clause& clause) {
  const std::uint32_t begin = clause.first();
  const auto finite = static_cast<std::uint32_t>(clause.finite < 0 ? clause.verb : clause.finite);
  std::uint32_t end = clause.pieces.back().end;
  for (const TokenRange piece : clause.pieces) {
    if (piece.holds(finite)) end = piece.end;
  }
  const bool opener = clause.kind != Clause::Kind::Main && begin < finite;
  for (std::uint32_t i = opener ? field.phrase_end(begin) : begin; i < finite; ++i) {
    const bool article = field.marked(i, Mark::Determiner) && !field.marked(i, Mark::Oblique);
    if (field.marked(i, Mark::Preposition) && !article && field.name_at(i) < 0) {
      // Skip the phrase that hangs on the preposition.
      const auto skipped = noun_phrase_at(field, i + 1, finite);
      if (skipped) i = extended_source(field, skipped->tokens, finite).end - 1;
      continue;
    }
    if (is_pronoun(field, i, end)) return TokenRange{i, i + 1};
    const auto source = source_phrase_at(field, i, finite);
    if (!source) continue;
    if (!field.marked(i, Mark::Oblique)) return source;
    i = source->end - 1;  // "Den Schaden | schaetzt die Polizei"
  }
  // "who demanded a tax": behind its verb a relative clause has its object.
  if (clause.kind == Clause::Kind::Relative && !field.data().verbs_last) return std::nullopt;
  std::uint32_t limit = finite + 5;
  for (std::uint32_t i = finite + 1; i < end && i < limit; ++i) {
    // "sagte | am Mittwoch | Minister X"
    if (const std::uint32_t behind = behind_date(field, i, end); behind > i) {
      limit += behind - i;
      i = behind - 1;
      continue;
    }
    if (is_pronoun(field, i, end)) return TokenRange{i, i + 1};
    // An article may look like a preposition: "informou a polícia".
    const bool article = field.marked(i, Mark::Determiner) && !field.marked(i, Mark::Oblique);
    if (field.marked(i, Mark::Preposition) && !article) break;
    const auto source = source_phrase_at(field, i, end);
    if (!source) continue;
    // "... and demand | a bonus": what follows is the object unless it can speak.
    const bool goes_on =
        clause.kind == Clause::Kind::Coordinated && !field.data().nouns_capitalised;
    if (goes_on && !can_speak(field, link_of(field, *source), *source)) break;
    return source;
  }
  return std::nullopt;
}

std::optional<TokenRange> place_of_speech(const FieldText& field, const Clause& clause,
                                          std::uint32_t from) {
  for (std::uint32_t i = from; i < clause.end() && i < from + 4; ++i) {
    if (field.marked(i, Mark::Preposition)) return source_phrase_at(field, i + 1, clause.end());
  }
  return std::nullopt;
}

std::optional<TokenRange> place_as_source(const FieldText& field, const Clause& clause) {
  const auto verb = static_cast<std::uint32_t>(clause.finite < 0 ? clause.verb : clause.finite);
  std::optional<TokenRange> source = place_of_speech(field, clause, verb + 1);
  for (std::uint32_t i = clause.first(); i < verb && !source; ++i) {
    if (field.marked(i, Mark::Preposition)) source = source_phrase_at(field, i + 1, verb);
  }
  if (!source) return std::nullopt;
  const AttributionLink link = link_of(field, *source);
  const bool body = link.id.rfind("org:", 0) == 0 || link.kind == SourceKind::Document;
  if (body || (link.id.empty() && can_speak(field, link, *source))) return source;
  return std::nullopt;
}

bool takes_plain_object(const FieldText& field, const Clause& clause) {
  if (field.data().verbs_last || clause.verb < 0 || clause.is(kReport | kDemand | kDeny)) {
    return false;
  }
  const auto verb = static_cast<std::uint32_t>(clause.verb);
  const std::uint32_t i = behind_date(field, verb + 1, clause.end());
  if (i >= clause.end() || field.quotation_at(i) >= 0) return false;
  // "claims 40 planes", but "may add 40 planes"
  const bool infinitive =
      clause.verb != clause.finite && (field.verb_forms(verb) & kInfinitive) != 0;
  return field.mention_at(i) >= 0 ? infinitive : opens_phrase(field, i, clause.end());
}

// "Tests were reported", "gemeldet waren 146 Menschen": the subject is what was said.
bool is_passive_speech(const FieldText& field, const Clause& clause) {
  if (clause.verb < 0 || clause.verb == clause.finite) return false;
  const auto verb = static_cast<std::uint32_t>(clause.verb);
  if ((field.verb_forms(verb) & kParticiple) == 0) return false;
  const auto passive = [&](std::uint32_t i) {
    const VerbEntry* entry = field.verb(i);
    return field.marked(i, Mark::Passive) || (entry != nullptr && entry->sense == "be");
  };
  if (!field.data().verbs_last) {
    std::uint32_t i = verb;
    while (i > clause.first() && field.marked(i - 1, Mark::Adverb)) --i;
    return i > clause.first() && passive(i - 1);
  }
  for (const TokenRange piece : clause.pieces) {
    for (std::uint32_t i = piece.first; i < piece.end; ++i) {
      if (i != verb && passive(i)) return true;
    }
  }
  return false;
}

// "Adam Crewe, | who demanded ...": what stands before the clause.
std::optional<TokenRange> antecedent_of(const FieldText& field, const SentenceClauses& sentence,
                                        const Clause& clause) {
  std::uint32_t end = clause.first();
  while (end > sentence.tokens.first && field.form(end - 1) == ",") --end;
  if (end == sentence.tokens.first) return std::nullopt;
  const std::int32_t n = field.name_at(end - 1);
  if (n >= 0) return field.tokens_of(field.names()[static_cast<std::size_t>(n)].mention.span);
  const auto phrase = noun_phrase_before(field, sentence.tokens.first, end);
  if (!phrase) return std::nullopt;
  return phrase->tokens;
}

}  // namespace twosource
