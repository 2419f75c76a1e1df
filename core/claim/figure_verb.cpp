// The verb that a figure belongs to.
#include <algorithm>

#include "core/claim/item.h"

namespace twosource {
namespace {

// "five people who were injured": a verb that says little gives way to that of the relative clause.
std::int32_t verb_of_relative(const SentenceReading& reading, std::uint32_t behind,
                              std::int32_t verb) {
  const FieldText& field = *reading.field;
  const bool says_little = verb < 0 || field.verb_is(static_cast<std::uint32_t>(verb), kLight);
  std::uint32_t i = behind;
  if (i < reading.clauses.tokens.end && field.form(i) == ",") ++i;
  if (!says_little || i >= reading.clauses.tokens.end) return verb;
  const Clause* clause = reading.clause_of(i);
  if (clause == nullptr || clause->kind != Clause::Kind::Relative || clause->first() != i) {
    return verb;
  }
  return clause->verb >= 0 ? clause->verb : verb;
}

// "killed 2", "12 were injured": a figure without an item belongs to a verb only next to it.
bool beside_verb(const SentenceReading& reading, const Mention& mention) {
  constexpr std::uint32_t kReach = 3;  // tokens
  const FieldText& field = *reading.field;
  const TokenRange own = field.tokens_of(mention.span);
  const TokenRange wide = mention.wide.empty() ? own : field.tokens_of(mention.wide);
  const TokenRange sentence = reading.clauses.tokens;
  constexpr Marks kBetween = Mark::Adverb | Mark::Quantifier | Mark::Determiner | Mark::Negation;
  for (std::uint32_t i = wide.first; i > sentence.first && wide.first - i < kReach; --i) {
    if (field.verb_forms(i - 1) != 0 || field.marked(i - 1, Mark::Auxiliary)) return true;
    if (!field.marked(i - 1, kBetween)) break;
  }
  for (std::uint32_t i = own.end; i < sentence.end && i < own.end + kReach; ++i) {
    if (field.verb_forms(i) != 0 || field.marked(i, Mark::Auxiliary)) return true;
    if (!field.marked(i, kBetween)) break;
  }
  return false;
}

std::int32_t verb_at(const SentenceReading& reading, const Mention& mention, const Item& item) {
  const FieldText& field = *reading.field;
  const TokenRange tokens = field.tokens_of(mention.span);
  const std::int32_t c = reading.clauses.clause_at(tokens.first);
  if (c < 0) return -1;
  const Clause& clause = reading.clauses.clauses[static_cast<std::size_t>(c)];
  const std::uint32_t behind = std::max(tokens.end, item.tokens.end);
  const auto content = [&](std::uint32_t i) {
    return field.verb_forms(i) != 0 && !field.verb_is(i, kLight) &&
           !field.marked(i, Mark::Auxiliary) && field.mention_at(i) < 0;
  };
  // "12 people (were) (critically) injured": a participle behind the counted.
  std::uint32_t i = item.tokens.empty() || item.tokens.first < tokens.first ? tokens.end : behind;
  if (!item.tokens.empty() && item.tokens.first >= tokens.end && content(item.head)) {
    return static_cast<std::int32_t>(item.head);
  }
  // "3 people dead, child injured": the state behind the counted tells what became of them.
  const bool state =
      i < reading.clauses.tokens.end && field.marked(i, Mark::State) && field.sense(i).noun >= 0;
  if (state && (clause.verb < 0 || static_cast<std::uint32_t>(clause.verb) > i)) {
    return static_cast<std::int32_t>(i);
  }
  while (i < reading.clauses.tokens.end && i < behind + 4 &&
         field.marked(i, Mark::Auxiliary | Mark::Adverb | Mark::Quantifier)) {
    ++i;
  }
  if (i < reading.clauses.tokens.end && content(i) &&
      (field.verb_forms(i) & (kParticiple | kPast)) != 0) {
    return static_cast<std::int32_t>(i);
  }
  // "Three dead, two wounded": the item says it all, the verb near it belongs to another figure.
  const bool told = !item.tokens.empty() && item.tokens.first >= tokens.end &&
                    field.marked(item.head, Mark::Result) &&
                    (clause.finite < 0 || clause.verb > static_cast<std::int32_t>(behind));
  if (told) return -1;
  if (mention.dimension == Dimension::Number && item.tokens.empty() &&
      !beside_verb(reading, mention)) {
    return -1;
  }
  if (field.data().verbs_last) return clause.verb;
  // The nearest verb before the figure ("killed 3 and injured 5"), else that of the clause.
  for (std::uint32_t k = tokens.first; k > clause.first(); --k) {
    // "the ship's capacity", but "that | killed 13", "the shooting of 15"
    const bool noun = k - 1 > clause.first() && field.marked(k - 2, Mark::Determiner) &&
                      !field.marked(k - 2, Mark::Relative | Mark::Complement) &&
                      (field.verb_forms(k - 1) & (kPast | kParticiple | kGerund)) == 0;
    if (content(k - 1) && reading.clauses.clause_at(k - 1) == c && !noun &&
        !field.marked(k - 1, Mark::Determiner)) {
      return static_cast<std::int32_t>(k - 1);
    }
  }
  return clause.verb;
}

}  // namespace

std::int32_t verb_of(const SentenceReading& reading, const Mention& mention, const Item& item) {
  if (item.is_label) return -1;
  const std::uint32_t behind =
      std::max(reading.field->tokens_of(mention.span).end, item.tokens.end);
  return verb_of_relative(reading, behind, verb_at(reading, mention, item));
}

}  // namespace twosource
