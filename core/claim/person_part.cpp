#include "core/claim/person_part.h"

#include "core/claim/noun_phrase.h"

namespace twosource {
namespace {

constexpr std::int64_t kOldest = 110;  // years

class PartReader {
 public:
  PartReader(const FieldText& field, std::uint32_t end) : field_(field), end_(end) {}

  std::optional<PersonPart> read(std::uint32_t i, bool bare) const {
    if (i >= end_) return std::nullopt;
    std::optional<PersonPart> part = number(i);
    if (!part) part = person(i, bare);
    if (part) part->end = behind_name_and_age(part->end);
    return part;
  }

 private:
  const Mention* mention(std::uint32_t i) const {
    const std::int32_t m = i < end_ ? field_.mention_at(i) : -1;
    return m < 0 ? nullptr : &field_.mentions()[static_cast<std::size_t>(m)];
  }

  std::uint32_t end_of(const Mention& mention) const { return field_.tokens_of(mention.span).end; }

  // "17-year-old" between the figure or the article and the noun.
  std::uint32_t behind_age(std::uint32_t i) const {
    const Mention* age = mention(i);
    return age != nullptr && age->dimension == Dimension::Age ? end_of(*age) : i;
  }

  // "two women", "his two kids", "three of their children"
  std::optional<PersonPart> number(std::uint32_t i) const {
    if (field_.marked(i, Mark::Determiner) && mention(i + 1) != nullptr) ++i;
    const Mention* count = mention(i);
    if (count == nullptr || count->dimension != Dimension::Number) return std::nullopt;
    const Quantity& value = count->value;
    if (!value.low || !value.low->is_integer() || value.low != value.high) return std::nullopt;
    std::uint32_t k = end_of(*count);
    while (k < end_ && field_.marked(k, Mark::Quantifier)) ++k;
    if (k < end_ && field_.marked(k, Mark::Of)) ++k;  // "three of their children"
    k = behind_age(k);
    const auto phrase = noun_phrase_at(field_, k, end_);
    if (!phrase || !field_.marked(phrase->head, Mark::Persons | Mark::Person)) return std::nullopt;
    return PersonPart{phrase->tokens.end, *value.low, true, false, {}, value.hedge};
  }

  std::optional<PersonPart> person(std::uint32_t i, bool bare) const {
    if (field_.marked(i, Mark::Reflexive))
      return PersonPart{field_.phrase_end(i), Decimal(1), true, false, {}};
    if (const FoundName* name = person_name(i)) {
      return PersonPart{name_end(i), Decimal(1), true, false, name->mention.name->id};
    }
    // "| that | left father and son dead"
    if (field_.marked(i, Mark::Complement)) return std::nullopt;
    const bool article = field_.marked(i, Mark::Determiner) && !field_.marked(i, Mark::Negation);
    std::uint32_t k = article ? i + 1 : i;
    const std::uint32_t adjective = behind_age(k);
    if (!article && !bare && adjective == k) return std::nullopt;
    const auto phrase = noun_phrase_at(field_, adjective, end_);
    const std::int64_t people = phrase ? people_in(phrase->core) : 0;
    if (people > 0) {
      return PersonPart{phrase->tokens.end, Decimal(people), article, people > 1, {}};
    }
    // "a 17-year-old", "a 13-year-old and 6-year-old"
    if ((article || bare) && adjective > k) {
      return PersonPart{adjective, Decimal(1), article, false, {}};
    }
    return std::nullopt;
  }

  // How many a noun without a figure stands for: one, two of a couple; 0 for an open plural.
  std::int64_t people_in(TokenRange core) const {
    bool person = false;
    bool persons = false;
    bool couple = false;
    for (std::uint32_t i = core.first; i < core.end; ++i) {
      // "husband | kills | wife", "left | father": a headline that looks like one phrase.
      if (field_.verb_is(i, kToll | kFate)) return 0;
      if (field_.marked(i, Mark::Causes) && field_.verb(i) != nullptr) return 0;
      persons = persons || field_.marked(i, Mark::Persons);
      person = person || field_.marked(i, Mark::Person);
      couple = couple || field_.marked(i, Mark::Couple);
    }
    if (couple) return 2;
    return person && !persons ? 1 : 0;
  }

  const FoundName* person_name(std::uint32_t i) const {
    const std::int32_t n = i < end_ ? field_.name_at(i) : -1;
    if (n < 0) return nullptr;
    const FoundName& name = field_.names()[static_cast<std::size_t>(n)];
    const bool person = name.mention.name && name.mention.name->type == "person";
    return person && name.form == NameForm::Name ? &name : nullptr;
  }

  std::uint32_t name_end(std::uint32_t i) const {
    const FoundName* name = person_name(i);
    return name == nullptr ? i : field_.tokens_of(name->mention.span).end;
  }

  // "his wife | Sara Griego, 40"
  std::uint32_t behind_name_and_age(std::uint32_t i) const {
    i = name_end(i);
    if (i + 1 >= end_ || field_.form(i) != ",") return i;
    const Mention* age = mention(i + 1);
    if (age == nullptr || !age->value.low || *age->value.low > Decimal(kOldest)) return i;
    const std::uint32_t behind = end_of(*age);
    const bool alone = behind >= end_ || !field_.is_word(behind) ||
                       field_.marked(behind, Mark::Conjunction | Mark::Auxiliary);
    const bool bare = age->dimension == Dimension::Number && alone;
    return age->dimension == Dimension::Age || bare ? behind : i;
  }

  const FieldText& field_;
  std::uint32_t end_;
};

}  // namespace

std::optional<PersonPart> person_part_at(const FieldText& field, std::uint32_t i, std::uint32_t end,
                                         bool bare) {
  return PartReader(field, end).read(i, bare);
}

}  // namespace twosource
