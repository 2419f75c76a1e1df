#include "core/grammar/house_number.h"

#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr std::size_t kLongestName = 4;  // words of a street's name

bool capital(const QuantityContext& c, std::size_t i) {
  return c.text.is(i, TokenKind::Word) && c.text.token(i).has(Token::kCapitalised);
}

// "Hauptstraße 12", and the second of "Hauptstraße 12-14".
bool behind_ending(const QuantityContext& c, std::size_t first) {
  if (first > 1 && c.text.is(first - 1, "-") && c.text.is(first - 2, TokenKind::Digits)) first -= 2;
  if (first == 0 || !capital(c, first - 1)) return false;
  const std::string_view before = c.text.form(first - 1);
  for (const std::string& ending : c.numbers.street_endings) {
    if (before.size() > ending.size() && before.ends_with(ending)) return true;
  }
  return false;
}

// "9 E 71st Street": capitals and one number of a street up to its word.
bool before_word(const QuantityContext& c, std::size_t end) {
  for (std::size_t i = end, n = 0; n <= kLongestName; ++i, ++n) {
    const bool number = c.text.is(i, TokenKind::Digits) && c.text.is(i + 1, TokenKind::Word);
    if (number) ++i;
    if (!number && !capital(c, i)) return false;
    if (n > 0 && match_phrase(c.text, c.numbers.street_words, i)) return true;
  }
  return false;
}

// "rue de Rivoli": a name follows the word that opens it, behind one small word at most. The token
// of the name, or 0.
std::size_t name_behind(const QuantityContext& c, std::size_t at) {
  const auto opening = match_phrase(c.text, c.numbers.street_openings, at);
  if (!opening) return 0;
  const std::size_t next = opening->end_token;
  if (capital(c, next)) return next;
  return c.text.is(next, TokenKind::Word) && capital(c, next + 1) ? next + 1 : 0;
}

// "via Garibaldi, 5": the number behind the name. What is counted may follow it instead: "in via
// Roma, 12 persone".
bool behind_name(const QuantityContext& c, const Amount& amount) {
  constexpr std::size_t kSmallWord = 3;
  std::size_t end = amount.first_token;
  const bool comma = end > 0 && c.text.is(end - 1, ",");
  if (comma) --end;
  const std::size_t next = amount.end_token;
  if (comma && c.text.is(next, TokenKind::Word) && !capital(c, next) &&
      c.text.bytes(next).size() > kSmallWord)
    return false;
  for (std::size_t back = 2; back <= kLongestName + 1 && back <= end; ++back) {
    const std::size_t at = end - back;
    if (!c.text.is(at + 1, TokenKind::Word) && !c.text.is(at + 1, ".")) return false;
    const std::size_t name = name_behind(c, at);
    if (name != 0 && name < end) return true;
  }
  return false;
}

}  // namespace

bool is_house_number(const QuantityContext& c, const Amount& amount) {
  const Numeral& numeral = c.numerals[amount.numeral];
  if (amount.has_unit() || !numeral.plain_digits || numeral.ordinal || numeral.written_digits > 5)
    return false;
  if (behind_ending(c, amount.first_token) || before_word(c, amount.end_token)) return true;
  if (c.numbers.street_openings.empty()) return false;
  const std::size_t next = amount.end_token + (c.text.is(amount.end_token, ",") ? 1U : 0U);
  return name_behind(c, next) != 0 || behind_name(c, amount);
}

}  // namespace twosource
