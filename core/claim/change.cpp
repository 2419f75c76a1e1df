// A figure is a change where a word of rising or falling governs it: the verb it hangs on ("rose 5
// percent", "stieg um 300") or a noun or adverb right beside it ("an increase of 300", "5 percent
// down"). A verb of rising elsewhere in the clause ("to help combat rising prices") says nothing.
#include "core/claim/item.h"

namespace twosource {
namespace {

constexpr std::uint32_t kNounReach = 4;  // tokens before the figure

struct Trend {
  bool rises = false;
  bool falls = false;
  bool noun = false;  // said by a noun or an adverb
  bool object =
      false;  // by a verb whose object may stand in the figure's place: "raised $2 million"
  bool any() const { return rises || falls; }
};

class ChangeReader {
 public:
  ChangeReader(const SentenceReading& reading, const Mention& mention, const Item& item,
               std::int32_t clause)
      : reading_(reading),
        field_(*reading.field),
        mention_(mention),
        item_(item),
        index_(clause),
        clause_(reading.clauses.clauses[static_cast<std::size_t>(clause)]),
        tokens_(field_.tokens_of(mention.span)),
        wide_(mention.wide.empty() ? tokens_ : field_.tokens_of(mention.wide)) {}

  Change read() const {
    Trend trend = of_noun();
    if (!trend.any()) trend = of_verb();
    if (!trend.any()) return Change::Level;
    const bool percent = mention_.value.unit.starts_with("percent");
    // "выросло до 45": the word is a hedge elsewhere.
    if (!trend.noun || !is_adverb_of_bound()) {
      if (marked_before(Mark::To) || marked_inside(Mark::To))
        return trend.rises ? Change::IncreaseTo : Change::DecreaseTo;
    }
    const bool by = marked_before(Mark::By);
    // "a augmenté de 5 %": one word may mean both.
    if (marked_before(Mark::From) && !(by && percent) && !trend.noun) return Change::Level;
    if (!by && !percent && !trend.noun && !(behind_verb() && !acts_on_figure(trend)))
      return Change::Level;
    return trend.rises ? Change::IncreaseBy : Change::DecreaseBy;
  }

 private:
  bool in_clause(std::uint32_t i) const { return reading_.clauses.clause_at(i) == index_; }
  bool is_verb(std::uint32_t i) const {
    return field_.verb_forms(i) != 0 && field_.mention_at(i) < 0 && !is_attributive(i);
  }

  // "rising prices": a participle right before what it describes.
  bool is_attributive(std::uint32_t i) const {
    constexpr std::uint8_t kDescribing = kParticiple | kGerund;
    if ((field_.verb_forms(i) & kDescribing) == 0 || (field_.verb_forms(i) & ~kDescribing) != 0)
      return false;
    return item_.tokens.empty() || i + 1 != wide_.first ? next_is_noun(i) : false;
  }
  bool next_is_noun(std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    if (next >= clause_.end() || !in_clause(next) || field_.mention_at(next) >= 0) return false;
    constexpr Marks kNoNoun = Mark::Determiner | Mark::Preposition | Mark::Adverb |
                              Mark::Auxiliary | Mark::Quantifier | Mark::Conjunction | Mark::By |
                              Mark::To | Mark::From;
    return field_.is_word(next) && !field_.marked(next, kNoNoun) && field_.verb_forms(next) == 0;
  }

  bool marked_before(Mark mark) const {
    return wide_.first > reading_.clauses.tokens.first && field_.marked(wide_.first - 1, mark);
  }
  bool marked_inside(Mark mark) const {
    for (std::uint32_t i = wide_.first; i < tokens_.first; ++i) {
      if (field_.marked(i, mark)) return true;
    }
    return false;
  }
  bool is_adverb_of_bound() const { return mention_.value.hedge == Hedge::AtMost; }

  bool behind_verb() const {
    return clause_.verb >= 0 && wide_.first == static_cast<std::uint32_t>(clause_.verb) + 1;
  }
  bool acts_on_figure(const Trend& trend) const { return trend.object; }

  Trend noun_at(std::uint32_t i) const {
    Trend out;
    // "plus", "minus" in small letters join where nouns have a capital.
    if (field_.data().nouns_capitalised && !field_.token(i).has(Token::kCapitalised)) return out;
    out.rises = field_.marked(i, Mark::RaiseNoun);
    out.falls = !out.rises && field_.marked(i, Mark::FallNoun);
    out.noun = true;
    return out;
  }

  // Before the figure with no other verb or figure between, or right behind it.
  Trend of_noun() const {
    if (mention_.dimension == Dimension::Duration || mention_.dimension == Dimension::Age)
      return {};
    for (std::uint32_t i = wide_.first; i > clause_.first() && wide_.first - i < kNounReach; --i) {
      if (!in_clause(i - 1) || field_.mention_at(i - 1) >= 0) break;
      if (const Trend trend = noun_at(i - 1); trend.any()) return trend;
      if (is_verb(i - 1)) break;
    }
    for (std::uint32_t i = tokens_.end; i < clause_.end() && i < tokens_.end + 2; ++i) {
      if (!in_clause(i) || !field_.is_word(i)) break;
      if (const Trend trend = noun_at(i); trend.any()) return trend;
      if (field_.marked(i, Mark::Conjunction | Mark::Determiner | Mark::Preposition)) break;
    }
    return {};
  }

  Trend verb_at(std::uint32_t i) const {
    return {field_.verb_is(i, kRaise), field_.verb_is(i, kFall), false, field_.verb_is(i, kObject)};
  }

  // The verb before the figure, or that of the clause where none stands before it.
  Trend of_verb() const {
    const Trend whole{clause_.is(kRaise), clause_.is(kFall), false, clause_.is(kObject)};
    for (std::uint32_t i = wide_.first; i > clause_.first(); --i) {
      if (!in_clause(i - 1) || !is_verb(i - 1)) continue;
      const bool helps = field_.marked(i - 1, Mark::Auxiliary) || field_.verb_is(i - 1, kLight);
      if (const Trend trend = verb_at(i - 1); trend.any()) return trend;
      if (!helps && static_cast<std::int32_t>(i - 1) != clause_.finite) return {};
      if (whole.any()) return whole;
    }
    return whole;
  }

  const SentenceReading& reading_;
  const FieldText& field_;
  const Mention& mention_;
  const Item& item_;
  std::int32_t index_;
  const Clause& clause_;
  TokenRange tokens_;
  TokenRange wide_;
};

}  // namespace

Change change_of(const SentenceReading& reading, const Mention& mention, const Item& item) {
  const std::int32_t clause =
      reading.clauses.clause_at(reading.field->tokens_of(mention.span).first);
  if (clause < 0) return Change::Level;
  return ChangeReader(reading, mention, item, clause).read();
}

}  // namespace twosource
