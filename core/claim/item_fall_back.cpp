// What a figure is about when no noun stands beside it: what is paid for, the purpose of an amount,
// and at last the subject or object of its clause.
#include "core/claim/item_finder.h"

namespace twosource {

// "ein Werk fuer 2,4 Milliarden Euro": what is paid for.
bool ItemFinder::bought(Item& item) const {
  const std::uint32_t i = wide_.first;
  if (mention_.dimension != Dimension::Money || i < begin() + 2) return false;
  if (!field_.marked(i - 1, Mark::Purpose) || !field_.marked(i - 1, Mark::Preposition)) {
    return false;
  }
  return set_unnamed(item, noun_phrase_before(field_, begin(), i - 1));
}

// "5 million dollars in aid", "3 Millionen Euro fuer die Sanierung", "Fuer den Neubau in A sind
// 38 Millionen Euro vorgesehen"; but a place is none.
bool ItemFinder::purpose(Item& item) const {
  const std::uint32_t i = tokens_.end;
  if (mention_.dimension == Dimension::Duration) return duration(item);
  if (mention_.dimension != Dimension::Money) return false;
  if (change_of(reading_, mention_, item) != Change::Level) return false;
  const bool listed = field_.data().known_marks.has(Mark::Purpose);
  const Marks opens = listed ? Marks(Mark::Purpose) : Marks(Mark::Preposition);
  if (i < end() && field_.marked(i, opens) &&
      set_unnamed(item, noun_phrase_at(field_, i + 1, end()))) {
    return true;
  }
  if (!listed || clause_ < 0) return false;
  const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
  const std::uint32_t first = clause.first();
  return field_.marked(first, Mark::Purpose) && field_.marked(first, Mark::Preposition) &&
         first + 1 < tokens_.first &&
         set_unnamed(item, noun_phrase_at(field_, first + 1, tokens_.first));
}

bool ItemFinder::set_unnamed(Item& item, const std::optional<NounPhrase>& phrase) const {
  return phrase && field_.name_at(phrase->head) < 0 && set(item, phrase);
}

// "seit 15 Jahren den Sanktionen", "five years in prison"
bool ItemFinder::duration(Item& item) const {
  std::uint32_t i = tokens_.end;
  if (i < end() && field_.marked(i, Mark::Rate)) return false;  // "two hours per vehicle"
  if (i < end() && field_.marked(i, Mark::Preposition)) {
    return set(item, noun_phrase_at(field_, i + 1, end()));
  }
  const std::uint32_t limit = std::min(end(), i + 3);
  for (; i < limit && reading_.clauses.clause_at(i) == clause_; ++i) {
    if (field_.mention_at(i) < 0 && set(item, noun_phrase_at(field_, i, end()))) return true;
  }
  return false;
}

// "two miles | from the centre": how far away something happened.
bool ItemFinder::is_distance() const {
  return mention_.dimension == Dimension::Measure && tokens_.end < end() &&
         field_.marked(tokens_.end, Mark::From);
}

void ItemFinder::fall_back(Item& item) const {
  if (is_distance()) return;
  const NounPhrase* subject = reading_.subject_phrase(clause_);
  const NounPhrase* nearest = nullptr;
  if (clause_ >= 0) {
    for (const NounPhrase& phrase : reading_.phrases(static_cast<std::size_t>(clause_))) {
      if (phrase.tokens.end <= tokens_.first && !is_verb(phrase)) nearest = &phrase;
    }
  }
  // The subject of "X rose to 5"; else the noun that stands right before.
  const bool changes = change_of(reading_, mention_, item) != Change::Level;
  if (changes && (set(item, changed_object(subject)) || set(item, antecedent(subject)))) return;
  if ((changes || from_change()) && set(item, subject)) return;
  if (equated(subject) && set(item, subject)) return;
  // "Den Schaden schaetzt die Polizei auf ..."
  const bool told = clause_ >= 0 &&
                    (mention_.dimension != Dimension::Number || word_before(Mark::Preposition)) &&
                    reading_.clauses.clauses[static_cast<std::size_t>(clause_)].is(kReport);
  const NounPhrase* object = told ? reading_.object_phrase(clause_) : nullptr;
  const bool thing = object != nullptr && !is_verb(*object) && field_.name_at(object->head) < 0;
  if (thing && set(item, object)) return;
  if (mention_.dimension == Dimension::Number && !changes) {
    if (nearest != nullptr && nearest->tokens.end == wide_.first) set(item, nearest);
    if (!item.tokens.empty()) item.is_label = is_name_part(item);
    return;
  }
  // "ein Sparpaket ueber 22 Millionen Euro"
  const bool beside = nearest != nullptr && nearest->tokens.end == wide_.first && !changes;
  if (mention_.dimension == Dimension::Money && beside && set(item, nearest)) return;
  if (mention_.dimension == Dimension::Age && set(item, nearest)) return;
  if (set(item, subject)) return;
  set(item, nearest);
}

// "senkt das Risiko um 45 Prozent": what is raised or lowered stands between verb and figure.
const NounPhrase* ItemFinder::changed_object(const NounPhrase* subject) const {
  if (clause_ < 0) return nullptr;
  const NounPhrase* object = reading_.object_phrase(clause_);
  if (object == nullptr || object == subject || subject == nullptr) return nullptr;
  const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
  const std::uint32_t verb = static_cast<std::uint32_t>(std::max(clause.finite, 0));
  if (static_cast<std::int32_t>(object->head) == clause.verb) return nullptr;
  // "fell 182 points to 26,469": points are counted by another figure.
  const bool counted =
      object->tokens.first > begin() && field_.mention_at(object->tokens.first - 1) >= 0;
  if (counted) return nullptr;
  const bool between = object->tokens.first > verb && object->tokens.end <= wide_.first;
  const bool behind_subject = subject->tokens.end <= verb;
  return between && behind_subject && wide_.first <= object->tokens.end + 2 ? object : nullptr;
}

// "borrowing costs, | which have risen by 0.8 points"
std::optional<NounPhrase> ItemFinder::antecedent(const NounPhrase* subject) const {
  if (clause_ < 0 || subject != nullptr) return std::nullopt;
  const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
  if (clause.kind != Clause::Kind::Relative) return std::nullopt;
  std::uint32_t end = clause.first();
  while (end > begin() && field_.form(end - 1) == ",") --end;
  return noun_phrase_before(field_, begin(), end);
}

// "the ship's capacity was 150": right behind the verb, and of no person.
bool ItemFinder::equated(const NounPhrase* subject) const {
  if (clause_ < 0 || mention_.dimension != Dimension::Number || subject == nullptr) return false;
  const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
  if (clause.finite < 0 || clause.entry == nullptr || clause.entry->sense != "be") return false;
  const auto verb = static_cast<std::uint32_t>(clause.finite);
  return wide_.first == verb + 1 && subject->tokens.end <= verb &&
         field_.name_at(subject->head) < 0 && !field_.marked(subject->head, Mark::Person);
}

// "fell from 120 million to 87 million": the first figure.
bool ItemFinder::from_change() const {
  if (clause_ < 0 || !word_before(Mark::From)) return false;
  const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
  return clause.is(kRaise) || clause.is(kFall);
}

// "planned to kill hundreds": what is read as a phrase for want of a better is the verb.
bool ItemFinder::is_verb(const NounPhrase& phrase) const {
  const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
  const bool plain = !field_.data().nouns_capitalised && phrase.tokens.first == phrase.head;
  return static_cast<std::int32_t>(phrase.head) == clause.verb ||
         (plain && field_.verb(phrase.head) != nullptr);
}

}  // namespace twosource
