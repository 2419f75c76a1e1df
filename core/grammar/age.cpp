#include "core/grammar/age.h"

#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr std::int64_t kOldestAge = 125;

// "John Smith, 44, said", "Müller (58)".
bool is_apposition(const QuantityContext& c, const Amount& amount) {
  const Numeral& numeral = c.numerals[amount.numeral];
  const std::size_t first = amount.first_token;
  if (!numeral.plain_digits || numeral.ordinal || amount.has_unit() || first < 3 ||
      numeral.written_digits > 3)
    return false;
  const std::size_t next = amount.end_token;
  const bool commas = c.text.is(first - 1, ",") && (c.text.is(next, ",") || c.text.is(next, "."));
  const bool brackets = c.text.is(first - 1, "(") && c.text.is(next, ")");
  if (!commas && !brackets) return false;
  // Two capitalised words: a first name and a family name.
  const auto name = [&](std::size_t i) {
    return c.text.is(i, TokenKind::Word) && c.text.token(i).has(Token::kCapitalised) &&
           !c.text.token(i).has(Token::kAllCaps);
  };
  const auto age = amount.low.to_int();
  if (!age || *age < 5 || *age > kOldestAge) return false;
  return name(first - 2) && (brackets || name(first - 3)) &&
         !(commas && c.text.is(next, ".") && !name(first - 3));
}

// "58-jährig", "12 years old"; "15-jährige Haft" is none.
bool is_age_form(const QuantityContext& c, const AmountGroup& group, Mention& mention) {
  const std::size_t end = group.last.end_token;
  if (group.first.age_form) {
    return !match_phrase(c.text, c.units.span_nouns, end) &&
           !(end + 1 < c.text.size() && match_phrase(c.text, c.units.span_nouns, end + 1));
  }
  const auto after = match_phrase(c.text, c.units.age_after, end);
  if (!after || (c.text.is(end, "-") && !c.text.touches_before(end))) return false;
  mention.span.end = c.text.token(after->end_token - 1).end;
  mention.wide.end = mention.span.end;
  return true;
}

// "aged 13", "aged between 14 and 19", "im Alter von rund 50 Jahren"
bool stands_behind_age_word(const QuantityContext& c, const Amount& amount) {
  if (amount.first_token == 0) return false;
  const std::size_t before = amount.first_token - 1;
  if (match_phrase_before(c.text, c.units.age_before, before)) return true;
  for (const PhraseLexicon* between :
       {&c.hedges.before, &c.numbers.range_between, &c.numbers.range_from}) {
    const auto match = match_phrase_before(c.text, *between, before);
    if (match && match->first_token > 0)
      return match_phrase_before(c.text, c.units.age_before, match->first_token - 1).has_value();
  }
  return false;
}

bool is_age(const QuantityContext& c, const AmountGroup& group, Mention& mention) {
  const UnitFacts* unit = group.first.unit;
  if (unit != nullptr && unit->kind != "duration") return false;
  if (unit != nullptr && is_age_form(c, group, mention)) return true;
  // "ma 30 lat", but "ma 30 parków" and "ma 5 lat doświadczenia".
  const std::size_t first = group.first.first_token;
  if (unit != nullptr && first > 0 && match_phrase_before(c.text, c.units.age_having, first - 1) &&
      !match_phrase(c.text, c.units.span_nouns, group.last.end_token))
    return true;
  // "ages 6 months and older"
  if (stands_behind_age_word(c, group.first) &&
      (unit != nullptr || group.first.low < Decimal(kOldestAge)))
    return true;
  return unit == nullptr && !group.range && is_apposition(c, group.first);
}

}  // namespace

bool read_age(const QuantityContext& c, const AmountGroup& group, Mention& mention) {
  if (c.numerals[group.first.numeral].ordinal || group.first.currency != nullptr) return false;
  if (!is_age(c, group, mention)) return false;
  mention.dimension = Dimension::Age;
  mention.value.unit = group.first.unit != nullptr ? group.first.unit->id : "year";
  return true;
}

bool read_rank(const QuantityContext& c, const Amount& amount, Mention& mention) {
  const Numeral& numeral = c.numerals[amount.numeral];
  if (amount.has_unit() || numeral.fraction || amount.first_token == 0) return false;
  if (c.text.token(amount.first_token).has(Token::kParagraphBefore)) return false;
  const auto rank = match_phrase_before(c.text, c.numbers.rank_words, amount.first_token - 1);
  if (!rank || !amount.low.is_integer() || amount.low.is_negative()) return false;
  mention.dimension = Dimension::Ordinal;
  mention.wide.begin = c.text.token(rank->first_token).begin;
  return true;
}

}  // namespace twosource
