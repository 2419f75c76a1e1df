#include "core/claim/mood.h"

namespace twosource {
namespace {

// Collects what the words of a clause say of its certainty.
class MoodReader {
 public:
  MoodReader(const FieldText& field, const Clause& clause, bool under_condition)
      : field_(field), clause_(clause), under_condition_(under_condition) {}

  Mood read() {
    for (const TokenRange piece : clause_.pieces) {
      for (std::uint32_t i = piece.first; i < piece.end; ++i) look(i, piece.end);
    }
    Mood mood;
    const Decision decision = modality();
    mood.modality = decision.modality;
    mood.rule = decision.rule;
    mood.polarity = negated_ ? Polarity::Negated : Polarity::Affirmed;
    mood.without = without_;
    mood.tense = tense(mood.modality);
    mood.indirect = indirect();
    mood.perfect = participle_ && !pure_infinitive_;
    return mood;
  }

 private:
  void look(std::uint32_t i, std::uint32_t end) {
    if (field_.name_at(i) >= 0 || !field_.is_word(i)) return;
    // "ein Treffen": a noun of the form of a verb.
    const bool noun = field_.data().nouns_capitalised && !field_.opens_sentence(i) &&
                      field_.token(i).has(Token::kCapitalised);
    const std::uint8_t forms = noun ? std::uint8_t{0} : field_.verb_forms(i);
    const bool finite = static_cast<std::int32_t>(i) == clause_.finite;
    if (finite) future_ = (forms & kFuture) != 0 && (forms & (kPresent | kPast)) == 0;
    if ((forms & kInfinitive) != 0 && !finite) {
      infinitive_ = true;
      // "werden vergeben" is a passive rather than a future.
      pure_infinitive_ = pure_infinitive_ || (forms & kParticiple) == 0;
      // "gezahlt haben", but not "gezahlt werden"
      const VerbEntry* verb = field_.verb(i);
      const bool perfect = verb != nullptr && (verb->sense == "be" || verb->sense == "have");
      perfect_infinitive_ = perfect_infinitive_ || (participle_ && perfect);
      perfect_auxiliary_ = perfect;
    }
    if ((forms & kParticiple) != 0 && !finite) {
      participle_ = true;
      // "zou hebben gekocht", "ska ha köpt": the infinitive may stand before its participle.
      perfect_infinitive_ = perfect_infinitive_ || perfect_auxiliary_;
    }
    // Capitalised inside a sentence it is a noun ("das Kann", "the May Day").
    if (field_.token(i).has(Token::kCapitalised) && !field_.opens_sentence(i)) return;
    const Marks marks = field_.sense(i).marks;
    if (marks.empty()) return;
    marks_ |= marks;
    if (marks.has(Mark::Said)) look_at_said(i, forms);
    if (marks.has(Mark::Hearsay) && marks.has(Mark::Conditional)) rumour_ = true;
    const bool not_only = i + 1 < end && field_.marked(i + 1, Mark::Only);
    if (!marks.has(Mark::Negation) || not_only) return;
    // "kein Beweis", "ohne Auftrag"
    if (marks.any(Mark::Determiner | Mark::Preposition)) {
      without_ = true;
    } else {
      negated_ = !negated_;
    }
  }

  // "ma" is "has" as well as "is said to": it needs an infinitive, and in the past it only reports.
  void look_at_said(std::uint32_t i, std::uint8_t forms) {
    const VerbEntry* verb = field_.verb(i);
    said_is_have_ = verb != nullptr && verb->sense == "have";
    said_is_past_ = said_is_have_ && (forms & kPast) != 0 && (forms & kPresent) == 0;
  }

  struct Decision {
    Modality modality = Modality::Asserted;
    std::string_view rule;
  };

  Decision modality() const {
    if (clause_.conditional || verb_first_condition()) return {Modality::Conditional, "if"};
    if (marks_.has(Mark::Said) && (infinitive_ || !said_is_have_)) {
      const bool conditional = marks_.has(Mark::Conditional);
      // "měl by": should
      if (said_is_past_ && conditional) return {Modality::Demanded, "said"};
      if (perfect_infinitive_ || said_is_past_) return {Modality::Reported, "said"};
      if (!conditional) return {Modality::Planned, "said"};
    }
    if (marks_.has(Mark::Possible)) return {Modality::Possible, "possible"};
    if (marks_.has(Mark::Demanded) && !clause_.is(kDemand)) {
      return {Modality::Demanded, "demanded"};
    }
    if (marks_.has(Mark::Planned)) return {Modality::Planned, "planned"};
    if (clause_.is(kPlan) && infinitive_) return {Modality::Planned, "verb-of-planning"};
    if (marks_.has(Mark::Future) && pure_infinitive_ && !perfect_infinitive_)
      return {Modality::Planned, "future"};
    if (future_) return {Modality::Planned, "future-form"};
    // "L'armée aurait pris la ville": without a condition the form reports a rumour.
    if (rumour_ && !under_condition_) return {Modality::Reported, "hearsay"};
    if (marks_.has(Mark::Conditional)) return {Modality::Conditional, "conditional"};
    if (conditional_form()) return {Modality::Conditional, "conditional-form"};
    if (marks_.has(Mark::Hearsay)) return {Modality::Reported, "hearsay"};
    return {};
  }

  // "Sollte die Krise andauern, ...": a condition opened by its verb.
  bool verb_first_condition() const {
    const std::uint32_t first = clause_.first();
    return field_.data().verbs_last && clause_.kind == Clause::Kind::Main &&
           clause_.finite == static_cast<std::int32_t>(first) && field_.opens_sentence(first) &&
           field_.marked(first, Mark::Auxiliary) && clause_.end() < field_.text().tokens.size() &&
           field_.form(clause_.end()) == ",";
  }

  Tense tense(Modality modality) const {
    if (modality == Modality::Planned) return Tense::Future;
    if (clause_.finite < 0) return Tense::Unknown;
    const std::uint8_t forms = field_.verb_forms(static_cast<std::uint32_t>(clause_.finite));
    if ((forms & kPast) != 0) return Tense::Past;
    // "are rotated", "werden getestet"
    if (field_.marked(static_cast<std::uint32_t>(clause_.finite), Mark::Passive)) {
      return Tense::Present;
    }
    return participle_ ? Tense::Past : Tense::Present;
  }

  bool conditional_form() const {
    return clause_.finite >= 0 && (field_.verb_forms(static_cast<std::uint32_t>(clause_.finite)) &
                                   kFiniteForms) == kConditional;
  }

  bool indirect() const {
    if (clause_.finite < 0) return false;
    const std::uint8_t forms = field_.verb_forms(static_cast<std::uint32_t>(clause_.finite));
    return (forms & kSubjunctive) != 0 && (forms & (kPresent | kPast)) == 0;
  }

  const FieldText& field_;
  const Clause& clause_;
  bool under_condition_;
  Marks marks_;
  bool negated_ = false;
  bool without_ = false;
  bool infinitive_ = false;
  bool pure_infinitive_ = false;  // one that is no participle as well
  bool participle_ = false;
  bool perfect_infinitive_ = false;
  bool perfect_auxiliary_ = false;
  bool said_is_have_ = false;
  bool said_is_past_ = false;
  bool future_ = false;
  bool rumour_ = false;
};

}  // namespace

Mood mood_of(const FieldText& field, const Clause& clause, bool under_condition) {
  return MoodReader(field, clause, under_condition).read();
}

}  // namespace twosource
