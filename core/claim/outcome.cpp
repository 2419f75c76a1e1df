#include "core/claim/outcome.h"

#include <algorithm>

namespace twosource {
namespace {

class OutcomeFinder {
 public:
  OutcomeFinder(const SentenceReading& reading, TokenRange people)
      : reading_(reading),
        field_(*reading.field),
        people_(people),
        first_(reading.clauses.tokens.first),
        end_(reading.clauses.tokens.end) {}

  Outcome find() const {
    const std::int32_t before = verb_before();
    if (before >= 0) {
      if (enumeration_goes_on(reading_, people_.end)) return {};
      const auto verb = static_cast<std::uint32_t>(before);
      const bool active = field_.verb_is(verb, kToll) || field_.marked(verb, Mark::Causes);
      return {before, active, is_deadly(verb)};
    }
    return {verb_behind(), false, false};
  }

 private:
  bool is_toll(std::uint32_t i, std::uint16_t classes) const {
    return field_.verb_forms(i) != 0 && field_.verb_is(i, classes);
  }

  bool is_result(std::uint32_t i) const {
    return i < end_ && field_.marked(i, Mark::Result) && field_.sense(i).noun >= 0;
  }

  bool causes(std::uint32_t i) const {
    return field_.marked(i, Mark::Causes) && field_.verb(i) != nullptr;
  }

  bool is_deadly(std::uint32_t verb) const {
    const VerbEntry* entry = field_.verb(verb);
    if (entry != nullptr && (entry->sense == "kill" || entry->sense == "murder")) return true;
    return (verb > first_ && is_death(verb - 1)) || is_death(people_.end);
  }

  bool is_death(std::uint32_t i) const {
    return is_result(i) &&
           field_.data().nouns[static_cast<std::size_t>(field_.sense(i).noun)] == "dead";
  }

  std::int32_t verb_before() const {
    if (people_.first == first_) return -1;
    std::uint32_t i = people_.first - 1;
    while (i > first_ && field_.marked(i, Mark::Adverb | Mark::Passive) && !is_toll(i, kToll)) --i;
    const bool governed = field_.marked(i, Mark::Of | Mark::Preposition);
    if (governed && i > first_) {
      // "the deaths of", "the killing of"; but "killed by" names who did it.
      if (is_result(i - 1)) return static_cast<std::int32_t>(i - 1);
      const bool noun = field_.marked(i, Mark::Of) && (field_.verb_forms(i - 1) & kGerund) != 0;
      return noun && is_toll(i - 1, kToll) ? static_cast<std::int32_t>(i - 1) : -1;
    }
    // "starben | ein Mann und zwei Frauen", "kamen | ... | ums Leben"
    const std::uint16_t classes = field_.data().verbs_last ? kToll | kFate : kToll;
    const Clause* clause = reading_.clause_of(i);
    const bool in_pieces = clause != nullptr && clause->verb == static_cast<std::int32_t>(i) &&
                           field_.data().verbs_last && clause->is(kFate);
    if (in_pieces) return clause->verb;
    if (is_toll(i, classes) || (causes(i) && brought_about(i))) return static_cast<std::int32_t>(i);
    return ends_clause() ? reading_.clause_of(people_.first)->verb : -1;
  }

  // "fatally shot | X", "left | X | dead", "shot | X | to death", "found | X, 22, | fatally shot"
  bool brought_about(std::uint32_t verb) const {
    if (verb > first_ && is_result(verb - 1)) return true;
    const bool comma = people_.end < end_ && field_.form(people_.end) == ",";
    return is_result(people_.end) || (comma && is_result(people_.end + 1));
  }

  // "| a man and two women | were killed in ...", "| died", "| dead"; but not "| killed him".
  std::int32_t verb_behind() const {
    if (governed_by_preposition()) return -1;
    std::uint32_t i = people_.end;
    const std::uint32_t limit = std::min(end_, i + 6);
    bool passive = false;
    while (i < limit && field_.marked(i, Mark::Auxiliary | Mark::Adverb | Mark::Stop) &&
           field_.sense(i).noun < 0) {
      passive = passive || field_.marked(i, Mark::Passive);
      ++i;
    }
    if (i < limit) {
      const bool tells = field_.marked(i, Mark::State) || is_toll(i, kFate) ||
                         (is_toll(i, kToll) && (passive || !has_object(i + 1))) ||
                         (causes(i) && (is_result(i + 1) || (i > people_.end && is_result(i - 1))));
      if (tells) return static_cast<std::int32_t>(i);
    }
    const bool told = ends_clause() && !enumeration_goes_on(reading_, people_.end);
    return told ? reading_.clause_of(people_.first)->verb : -1;
  }

  // "with | a man and two women"; but "after | a man and two women were killed" opens a clause.
  bool governed_by_preposition() const {
    if (people_.first == first_) return false;
    const std::uint32_t before = people_.first - 1;
    return field_.marked(before, Mark::Preposition | Mark::Of) &&
           !field_.marked(before, Mark::Subordinator);
  }

  // The verb that tells it stands behind them at the end of the clause.
  bool ends_clause() const {
    const Clause* clause = reading_.clause_of(people_.first);
    if (!field_.data().verbs_last || clause == nullptr || clause->verb < 0) return false;
    if (static_cast<std::uint32_t>(clause->verb) < people_.end) return false;
    if (people_.first > first_ && field_.marked(people_.first - 1, Mark::Of | Mark::Preposition)) {
      return false;
    }
    return happens_to_subject(*clause);
  }

  bool happens_to_subject(const Clause& clause) const {
    if (clause.is(kFate)) return true;
    if (!clause.is(kToll)) return false;
    for (const TokenRange piece : clause.pieces) {
      for (std::uint32_t i = piece.first; i < piece.end; ++i) {
        if (field_.marked(i, Mark::Passive)) return true;
      }
    }
    return false;
  }

  bool has_object(std::uint32_t i) const {
    if (i >= end_ || !field_.is_word(i)) return i < end_ && field_.mention_at(i) >= 0;
    return !field_.marked(
               i, Mark::Preposition | Mark::Conjunction | Mark::Adverb | Mark::Subordinator) ||
           field_.marked(i, Mark::Determiner);
  }

  const SentenceReading& reading_;
  const FieldText& field_;
  TokenRange people_;
  std::uint32_t first_;
  std::uint32_t end_;
};

}  // namespace

Outcome outcome_of(const SentenceReading& reading, TokenRange people) {
  return OutcomeFinder(reading, people).find();
}

bool enumeration_goes_on(const SentenceReading& reading, std::uint32_t i) {
  const FieldText& field = *reading.field;
  const std::uint32_t end = reading.clauses.tokens.end;
  if (i >= end) return false;
  const std::uint32_t next = i + 1;
  if (field.marked(i, Mark::Conjunction)) {
    // "and wounded three others", "and was arrested"
    return !(next < end && (field.verb_forms(next) != 0 || field.marked(next, Mark::Adverb)));
  }
  return field.form(i) == "," && next < end &&
         (field.marked(next, Mark::Determiner) || field.mention_at(next) >= 0);
}

}  // namespace twosource
