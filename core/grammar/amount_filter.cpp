#include "core/grammar/amount_filter.h"

#include <algorithm>

#include "core/grammar/house_number.h"
#include "core/grammar/phrase_match.h"

namespace twosource {

// "5G", "A320", "747s": letters touch the number that are neither unit nor currency.
bool glued_to_letters(const QuantityContext& c, const Amount& amount) {
  const Numeral& numeral = c.numerals[amount.numeral];
  if (c.text.touches_before(amount.first_token) &&
      c.text.is(amount.first_token - 1, TokenKind::Word) && !numeral.all_words)
    return true;
  return numeral.rest.empty() && c.text.touches_before(amount.end_token) &&
         c.text.is(amount.end_token, TokenKind::Word) && !numeral.all_words;
}

namespace {

// Is nearly every longer word around the token, inside its sentence, capitalised?
bool in_title_case(const FoldedText& text, std::size_t token) {
  constexpr std::size_t kWindow = 10;  // tokens on each side
  const auto& sentences = text.source().sentences;
  const std::size_t s = text.source().sentence_at(text.token(token).begin);
  if (s >= sentences.size()) return false;
  const std::size_t begin =
      std::max<std::size_t>(sentences[s].first_token, token > kWindow ? token - kWindow : 0);
  const std::size_t end = std::min<std::size_t>(sentences[s].end_token, token + kWindow);
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!text.is(i, TokenKind::Word) || text.bytes(i).size() < 4) continue;
    ++words;
    if (text.token(i).has(Token::kCapitalised)) ++capitals;
  }
  return words >= 4 && capitals * 10 >= words * 7;
}

}  // namespace

// "Kapitel 5", "Model 3", "Fortune 100": the number names a thing.
bool is_label(const QuantityContext& c, const Amount& amount) {
  const Numeral& numeral = c.numerals[amount.numeral];
  if (amount.has_unit() || numeral.ordinal || amount.first_token == 0) return false;
  const std::size_t before = amount.first_token - 1;
  if (c.text.token(amount.first_token).has(Token::kParagraphBefore)) return false;
  if (c.numbers.signs.present &&
      match_phrase(c.text, c.numbers.signs.label_after, amount.end_token))
    return true;
  const auto label = match_phrase_before(c.text, c.numbers.label_words, before);
  const bool capital = c.text.token(before).has(Token::kCapitalised);
  if (label && (label->payload == 0 || capital)) return true;
  if (!c.numbers.capitalised_labels || numeral.in_words || !numeral.plain_digits) return false;
  // A capitalised word inside the sentence, and no noun behind: "the Dreamliner 787.".
  const std::size_t sentence = c.text.source().sentence_at(c.text.token(before).begin);
  const auto& sentences = c.text.source().sentences;
  const bool starts = sentence < sentences.size() && sentences[sentence].first_token == before;
  const std::size_t next = amount.end_token;
  // In a headline a capital says nothing: "Shooting Leaves 2 Dead".
  if (c.text.is(next, TokenKind::Word) && in_title_case(c.text, amount.first_token)) return false;
  // "ASX 200", "S P 500": initials.
  const bool initials = c.text.token(before).has(Token::kAllCaps) ||
                        (capital && c.text.bytes(before).size() == 1 && before > 0 && !starts &&
                         c.text.token(before - 1).has(Token::kCapitalised));
  if (initials && !c.text.touches_before(amount.first_token) && !c.text.is(next, "%")) return true;
  const bool noun_follows =
      c.text.is(next, TokenKind::Word) && !c.text.token(next).has(Token::kCapitalised);
  return capital && !starts && !noun_follows && !c.text.is(next, ",") && !c.text.is(next, "-");
}

// "B-XY 1234": the plate of a car, letters of the district and of the car before the digits.
bool is_plate(const QuantityContext& c, const Amount& amount) {
  constexpr std::size_t kDistrict = 3;
  constexpr std::size_t kCar = 2;
  const Numeral& numeral = c.numerals[amount.numeral];
  const std::size_t first = amount.first_token;
  if (first < 3 || !numeral.plain_digits || numeral.written_digits > 4 || amount.has_unit())
    return false;
  const auto capitals = [&](std::size_t i, std::size_t most) {
    return c.text.is(i, TokenKind::Word) && c.text.bytes(i).size() <= most &&
           (c.text.token(i).has(Token::kAllCaps) ||
            (c.text.bytes(i).size() == 1 && c.text.token(i).has(Token::kCapitalised)));
  };
  return capitals(first - 1, kCar) && c.text.touches_before(first - 1) &&
         c.text.is(first - 2, "-") && c.text.touches_before(first - 2) &&
         capitals(first - 3, kDistrict) && !c.text.touches_before(first - 3);
}

// "said First Boston": an ordinal with a capital inside a sentence, before another capital.
bool is_name_part(const QuantityContext& c, const Amount& amount) {
  const Numeral& numeral = c.numerals[amount.numeral];
  const std::size_t first = amount.first_token;
  if (!c.numbers.capitalised_labels || !numeral.ordinal || !numeral.all_words || first == 0)
    return false;
  const auto capital = [&](std::size_t i) {
    return c.text.is(i, TokenKind::Word) && c.text.token(i).has(Token::kCapitalised);
  };
  return capital(first) && capital(amount.end_token) && c.text.is(first - 1, TokenKind::Word) &&
         !capital(first - 1);
}

bool counts_as_one(const QuantityContext& c, const Amount& amount) {
  const std::size_t first = amount.first_token;
  const std::size_t next = amount.end_token;
  if (amount.low.is_negative() || amount.has_unit()) return true;
  if (first > 0 && match_phrase_before(c.text, c.numbers.pronoun_before, first - 1)) return false;
  if (next >= c.text.size()) return first == 0;
  if (!c.text.is(next, TokenKind::Word)) return false;
  return !match_phrase(c.text, c.numbers.not_counted, next);
}

bool is_no_amount(const QuantityContext& c, const Amount& amount) {
  const Numeral& numeral = c.numerals[amount.numeral];
  if (glued_to_letters(c, amount) || is_label(c, amount) || is_house_number(c, amount) ||
      is_plate(c, amount))
    return true;
  // "1:36.6", "11:30": clock times that nobody has read, and results of races.
  const auto colon = [&](std::size_t mark) {
    return c.text.is(mark, ":") && c.text.touches_before(mark) && c.text.touches_before(mark + 1);
  };
  if (numeral.plain_digits &&
      (colon(numeral.end_token) && c.text.is(numeral.end_token + 1, TokenKind::Digits)))
    return true;
  if (!numeral.all_words && amount.first_token > 1 && colon(amount.first_token - 1) &&
      c.text.is(amount.first_token - 2, TokenKind::Digits))
    return true;
  // "(1)": a note or a shirt.
  if (numeral.plain_digits && numeral.written_digits == 1 && !amount.has_unit() &&
      amount.first_token > 0 && c.text.is(amount.first_token - 1, "(") &&
      c.text.is(amount.end_token, ")"))
    return true;
  if (is_name_part(c, amount)) return true;
  if (numeral.article && !amount.has_unit()) return !amount.low.is_negative();
  if (numeral.article) {
    // "5 dollars a year" is read with the dollars; "a second" may be an ordinal.
    const auto word = match_phrase(c.text, c.numbers.lexicon, numeral.end_token);
    if (word && c.numbers.words[word->payload].role == NumberRole::Ordinal) return true;
    if (amount.unit != nullptr && amount.unit->kind == "digital") return true;  // "a bit"
  }
  if (numeral.pronoun_like && !counts_as_one(c, amount)) return true;
  // "half-staff", "half-brother"
  if (numeral.fraction && numeral.all_words && !amount.has_unit() &&
      c.text.is(amount.end_token, "-") && c.text.touches_before(amount.end_token))
    return true;
  const bool padded = numeral.plain_digits && numeral.written_digits > 1 &&
                      c.text.form(numeral.first_token)[0] == '0';
  return padded && !amount.has_unit();
}

}  // namespace twosource
