#include "core/claim/bare_age.h"

namespace twosource {
namespace {

constexpr std::int64_t kOldest = 110;  // years

class AgeTest {
 public:
  AgeTest(const SentenceReading& reading, TokenRange tokens)
      : reading_(reading), field_(*reading.field), tokens_(tokens) {}

  // "ages 14, 11, 7 and 3": in a row behind a word for age or another age.
  bool in_row(std::uint32_t previous_age) const {
    std::uint32_t i = tokens_.first;
    while (i > previous_age && i > begin() && joins(i - 1)) --i;
    if (previous_age > begin() && i == previous_age && i < tokens_.first) return closed();
    return i == tokens_.first && i > begin() && field_.marked(i - 1, Mark::AgeNoun);
  }

  // "Holt, 27, of Homewood", "Donald Jocelin, 25 and Tobiasz Cudnik", "Smith, both 22"
  bool behind_name() const {
    std::uint32_t i = tokens_.first;
    if (i > begin() + 2 && field_.marked(i - 1, Mark::Quantifier)) --i;
    if (i < begin() + 2) return false;
    const std::string_view opener = field_.form(i - 1);
    if (opener != "," && opener != "(") return false;
    std::uint32_t name = i - 2;
    if (field_.form(name) == "." && name > begin()) --name;  // "Carnez Jr., 25,"
    if (!field_.is_word(name) || !field_.token(name).has(Token::kCapitalised)) return false;
    const bool known = is_person(name);
    if (field_.field() == Field::Title && !known) return closed();
    if (!known && field_.data().nouns_capitalised && field_.name_at(name) < 0) return false;
    return closed() || (known && goes_on());
  }

 private:
  std::uint32_t begin() const { return reading_.clauses.tokens.first; }
  std::uint32_t end() const { return reading_.clauses.tokens.end; }

  bool joins(std::uint32_t i) const {
    return field_.form(i) == "," || field_.marked(i, Mark::Conjunction | Mark::Quantifier);
  }

  bool is_person(std::uint32_t i) const {
    const std::int32_t n = field_.name_at(i);
    if (n < 0) return false;
    const auto& name = field_.names()[static_cast<std::size_t>(n)].mention.name;
    return name && name->type == "person";
  }

  // Nothing behind the number that it could count.
  bool closed() const {
    const std::uint32_t i = tokens_.end;
    return i >= end() ||
           (!field_.is_word(i) && field_.mention_at(i) < 0 && field_.form(i) != "%") ||
           field_.marked(i, Mark::Conjunction);
  }

  // "Cudnik, 32 were taken", "Ross, 23 of Orlando"
  bool goes_on() const {
    return field_.marked(tokens_.end, Mark::Auxiliary | Mark::Of | Mark::Preposition) ||
           field_.verb_forms(tokens_.end) != 0;
  }

  const SentenceReading& reading_;
  const FieldText& field_;
  TokenRange tokens_;
};

}  // namespace

bool is_bare_age(const SentenceReading& reading, const Mention& mention,
                 std::uint32_t previous_age) {
  const auto& low = mention.value.low;
  if (mention.dimension != Dimension::Number || !low || *low > Decimal(kOldest) ||
      !low->is_integer() || !mention.value.unit.empty() ||
      mention.value.low != mention.value.high) {
    return false;
  }
  const TokenRange tokens = reading.field->tokens_of(mention.span);
  if (tokens.empty()) return false;
  const AgeTest test(reading, tokens);
  return test.in_row(previous_age) || test.behind_name();
}

}  // namespace twosource
