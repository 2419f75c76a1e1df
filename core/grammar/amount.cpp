#include "core/grammar/amount.h"

#include <algorithm>

#include "core/grammar/phrase_match.h"

namespace twosource {

AmountReader::AmountReader(const FoldedText& text, const std::vector<Numeral>& numerals,
                           const LanguagePack& pack)
    : text_(text),
      numerals_(numerals),
      numbers_(or_neutral(pack.numbers)),
      units_(or_neutral(pack.units)),
      hedges_(or_neutral(pack.hedges)),
      money_(or_neutral(pack.money)) {}

Amount AmountReader::read(std::size_t index, std::uint32_t from_token) const {
  const Numeral& numeral = numerals_[index];
  Amount amount;
  amount.numeral = index;
  amount.first_token = numeral.first_token;
  amount.end_token = numeral.end_token;
  amount.span = numeral.span;
  amount.core = numeral.span;
  amount.low = numeral.value.low.value_or(Decimal());
  amount.high = numeral.value.high.value_or(amount.low);
  if (numeral.ordinal) amount.dimension = Dimension::Ordinal;
  read_before(amount, numeral, from_token);
  if (!numeral.ordinal) {
    if (read_multiple(amount, numeral)) return amount;
    if (!numeral.rest.empty()) {
      read_rest(amount, numeral);
    } else {
      read_after(amount, numeral);
    }
    read_below_zero(amount);
    read_per(amount);
  }
  return amount;
}

// 答えは-5です: a minus behind a sign of a script without spaces, far from any other number.
bool AmountReader::opens_behind_sign(const Amount& amount, std::size_t at) const {
  constexpr std::uint32_t kFar = 4;
  return at > 0 && text_.is(at - 1, TokenKind::Ideograph) &&
         (amount.numeral == 0 || numerals_[amount.numeral - 1].end_token + kFar <= at);
}

// "-5", "minus five", "minus-130": takes the sign into the amount.
bool AmountReader::read_sign(Amount& amount, std::uint32_t from_token) const {
  if (amount.first_token == 0) return false;
  const std::size_t at = amount.first_token - 1;
  const bool touches = text_.touches_before(amount.first_token);
  const bool opens = text_.token(at).has(Token::kSpaceBefore) ||
                     (at > 0 && (text_.is(at - 1, "(") || text_.is(at - 1, "\""))) ||
                     opens_behind_sign(amount, at);
  std::size_t begin = at;
  bool found = text_.is(at, "-") && opens && (touches || text_.bytes(at) == "\xE2\x88\x92");
  const bool hyphen = text_.is(at, "-") && touches && at > 0 && text_.touches_before(at);
  if (!found && (hyphen || text_.is(at, TokenKind::Word) || text_.is(at, TokenKind::Ideograph))) {
    if (const auto word = match_phrase_before(text_, numbers_.negatives, hyphen ? at - 1 : at)) {
      found = true;
      begin = word->first_token;
      // "al menos 5" is a bound.
      const auto hedge = match_phrase_before(text_, hedges_.before, at);
      if (hedge && hedge->first_token < begin) found = false;
    }
  }
  if (!found || begin < from_token) return false;
  amount.first_token = static_cast<std::uint32_t>(begin);
  amount.span.begin = text_.token(begin).begin;
  if (!amount.leads()) amount.core.begin = amount.span.begin;
  return true;
}

// "yüzde 5", "%5" where a language writes so.
void AmountReader::read_unit_before(Amount& amount, std::uint32_t from_token) const {
  const auto match = match_phrase_before(text_, units_.before, amount.first_token - 1);
  if (!match || match->first_token < from_token) return;
  // "20 % 5": the sign belongs to the number that it touches.
  const std::size_t first = match->first_token;
  if (!text_.touches_before(amount.first_token) && text_.touches_before(first) &&
      text_.is(first - 1, TokenKind::Digits))
    return;
  amount.unit = units_.forms[match->payload].unit;
  amount.unit_before = true;
  amount.dimension = amount.unit->dimension();
  amount.first_token = match->first_token;
  amount.span.begin = text_.token(first).begin;
}

// Sign, currency and unit: "-5", "-$5", "$ -5", "EUR 5", "yüzde 5".
void AmountReader::read_before(Amount& amount, const Numeral& numeral,
                               std::uint32_t from_token) const {
  bool negative = read_sign(amount, from_token);
  if (amount.first_token > 0 && !numeral.ordinal && !numeral.article) {
    read_currency_before(amount, from_token);
    if (!amount.currency_before) read_unit_before(amount, from_token);
  }
  if (amount.leads() && !negative) negative = read_sign(amount, from_token);
  if (!negative) return;
  const Decimal low = amount.low;
  amount.low = amount.high.negated();
  amount.high = low.negated();
}

// 섭씨 40도, 时速300公里: what is named behind the number too, the degree or the length of a speed.
void AmountReader::extend_unit_before(Amount& amount) const {
  const UnitMatch match = unit_at(amount.end_token, text_.touches_before(amount.end_token));
  if (match.form == nullptr) return;
  const std::string& kind = match.form->unit->kind;
  const bool way = amount.unit->id.starts_with(match.form->unit->id + "-per-");
  if (kind != amount.unit->kind && kind != "angle" && !way) return;
  amount.end_token = match.end_token;
  amount.span.end = text_.token(match.end_token - 1).end;
}

AmountReader::UnitMatch AmountReader::unit_at(std::size_t at, bool touching) const {
  if (at >= text_.size() || text_.token(at).has(Token::kParagraphBefore)) return {};
  const auto match = match_phrase(text_, units_.lexicon, at);
  if (!match) return {};
  const UnitForm& form = units_.forms[match->payload];
  if (form.glued_only && !touching) return {};
  if (text_.is(at, "\"") && !is_inch_mark(at)) return {};
  // "24703L202"
  const std::string_view symbol = text_.form(at);
  if (touching && !text_.is(match->end_token - 1, TokenKind::Ideograph) && symbol != "'" &&
      text_.is(match->end_token, TokenKind::Digits) && text_.touches_before(match->end_token))
    return {};
  // Feet only before inches: 6'2".
  if (symbol == "'" && !(text_.is(at + 1, TokenKind::Digits) && text_.touches_before(at + 1) &&
                         text_.is(at + 2, "\"") && text_.touches_before(at + 2)))
    return {};
  // "1980s", "5s": no seconds. A letter that goes on ("5m-Brett") or an apostrophe is no symbol.
  if (symbol == "s" && touching) return {};
  if (symbol.size() == 1 && text_.is(match->end_token, "'") &&
      text_.touches_before(match->end_token))
    return {};
  // The stop of an abbreviation that ends the sentence ends the sentence: "20 mins."
  std::uint32_t end = match->end_token;
  if (end > at + 1 && text_.is(end - 1, ".")) {
    const auto& sentences = text_.source().sentences;
    const std::size_t s = text_.source().sentence_at(text_.token(end - 1).begin);
    if (s < sentences.size() && sentences[s].end_token == end) --end;
  }
  return {&form, end};
}

void AmountReader::take_unit(Amount& amount, const UnitMatch& match, bool hyphen) const {
  amount.unit = match.form->unit;
  amount.dimension = amount.unit->dimension();
  amount.age_form = match.form->age;
  amount.adjective = match.form->adjective || hyphen;
  amount.end_token = match.end_token;
  amount.span.end = text_.token(match.end_token - 1).end;
  if (match.form->times == Decimal(1)) return;
  amount.times = match.form->times;
  amount.low = amount.low.times(amount.times).value_or(amount.low);
  amount.high = amount.high.times(amount.times).value_or(amount.high);
}

// The unit inside the same word: "zwölfjährig", "Viertelstunde".
void AmountReader::read_rest(Amount& amount, const Numeral& numeral) const {
  for (const PhraseLexicon::Phrase& phrase : units_.lexicon.starting_with(numeral.rest)) {
    if (phrase.words.size() != 1 || !phrase.exact.empty()) continue;
    const UnitForm& form = units_.forms[phrase.payload];
    take_unit(amount, {&form, numeral.end_token}, false);
    return;
  }
  for (const PhraseLexicon::Phrase& phrase : money_.duals.starting_with(numeral.rest)) {
    if (phrase.words.size() != 1) continue;
    amount.currency = &money_.forms[phrase.payload];
    amount.dimension = Dimension::Money;
    return;
  }
}

// "doppelt", "dreimal so viele", "5-fach", "three times as much", "half as many".
bool AmountReader::read_multiple(Amount& amount, const Numeral& numeral) const {
  const auto is_in = [](const std::vector<std::string>& forms, std::string_view form) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  const auto compares = [&](std::size_t at) {
    return match_phrase(text_, numbers_.compared, at).has_value();
  };
  if (numeral.ordinal || amount.leads()) return false;
  std::size_t end = numeral.end_token;
  bool found = numeral.multiple || (numeral.rest.empty() && numeral.fraction &&
                                    match_phrase(text_, numbers_.equalled, end).has_value());
  if (!found && !numeral.rest.empty())
    found = is_in(numbers_.multiple_suffixes, numeral.rest) ||
            (is_in(numbers_.times_suffixes, numeral.rest) && compares(end));
  if (!found && numeral.rest.empty()) {
    const auto times = match_phrase(text_, numbers_.times, end);
    if (times && compares(times->end_token)) {
      end = times->end_token;
      found = true;
    } else {
      // "5-fach", "5fach", "tenfold" with digits
      const std::size_t suffix = text_.is(end, "-") && text_.touches_before(end) ? end + 1 : end;
      if (!text_.is(suffix, TokenKind::Word) || !text_.touches_before(suffix)) return false;
      found = is_in(numbers_.multiple_suffixes, text_.form(suffix)) ||
              (is_in(numbers_.times_suffixes, text_.form(suffix)) && compares(suffix + 1));
      end = suffix + 1;
    }
  }
  if (!found) return false;
  amount.unit = find_unit("times");
  amount.end_token = static_cast<std::uint32_t>(end);
  amount.span.end = text_.token(end - 1).end;
  return true;
}

// "10 degrees below zero", "10 below zero".
void AmountReader::read_below_zero(Amount& amount) const {
  if (amount.currency != nullptr || amount.low.is_negative()) return;
  const bool degrees =
      amount.unit != nullptr && (amount.unit->kind == "temperature" || amount.unit->id == "degree");
  if (amount.unit != nullptr && !degrees) return;
  const auto below = match_phrase(text_, units_.below_zero, amount.end_token);
  if (!below || (!degrees && below->end_token - below->first_token < 2)) return;
  if (!degrees) {
    amount.unit = find_unit("degree");
    amount.dimension = amount.unit->dimension();
  }
  const Decimal low = amount.low;
  amount.low = amount.high.negated();
  amount.high = low.negated();
  amount.end_token = below->end_token;
  amount.span.end = text_.token(below->end_token - 1).end;
}

// A quotation mark behind digits means inches ("a 5" pipe") only where nothing was quoted before:
// it closes a quotation otherwise.
bool AmountReader::is_inch_mark(std::size_t at) const {
  constexpr std::size_t kReach = 200;  // tokens looked back at for a quotation
  constexpr std::size_t kMostDigits = 2;
  if (at == 0 || text_.form(at - 1).size() > kMostDigits) return false;
  for (std::size_t i = at; i > 0 && at - i < kReach; --i) {
    if (text_.token(i).has(Token::kParagraphBefore)) break;
    const std::string_view form = text_.form(i - 1);
    const bool quotes = form == "\"" || form == "\u201C" || form == "\u201D" || form == "\u201E" ||
                        form == "\u00AB" || form == "\u00BB";
    const bool inches = i > 1 && text_.is(i - 2, TokenKind::Digits) && text_.touches_before(i - 1);
    if (quotes && !inches) return false;
  }
  return true;
}

void AmountReader::read_after(Amount& amount, const Numeral& numeral) const {
  std::size_t at = numeral.end_token;
  if (at >= text_.size()) return;
  if (amount.unit_before) return extend_unit_before(amount);
  bool touching = text_.touches_before(at);
  bool hyphen = false;
  if (text_.is(at, "-") && touching) {
    if (text_.touches_before(at + 1) && text_.is(at + 1, TokenKind::Word)) {
      hyphen = true;
      ++at;
    } else if (text_.is(at + 1, ",") ||
               (at + 1 < text_.size() && text_.token(at + 1).has(Token::kSpaceBefore) &&
                text_.is(at + 1, TokenKind::Word))) {
      amount.dangling_hyphen = true;
      amount.end_token = static_cast<std::uint32_t>(at + 1);
      return;
    }
  }
  if (numeral.value.hedge == Hedge::Order && text_.is(at, TokenKind::Word)) {
    // "tens of thousands of dollars"
    for (const PhraseLexicon::Phrase& phrase : numbers_.lexicon.starting_with(text_.form(at))) {
      if (numbers_.words[phrase.payload].role != NumberRole::Of || phrase.words.size() != 1)
        continue;
      if (take_money(amount, at + 1, false)) return;
      const UnitMatch match = unit_at(at + 1, false);
      if (match.form != nullptr) return take_unit(amount, match, false);
    }
  }
  if (numbers_.of_before_units && (numeral.in_words || numeral.fraction) &&
      take_behind_of(amount, at))
    return;
  if (numeral.fraction) {
    // "half an hour", "three quarters of an hour"
    if (const auto of = match_phrase(text_, units_.of, at)) {
      const UnitMatch match = unit_at(of->end_token, false);
      if (match.form != nullptr) return take_unit(amount, match, false);
    }
  }
  if (amount.currency_before) {
    // "$5 million US": a second name of the currency only refines it.
    take_money(amount, at, touching);
    return;
  }
  if (take_money(amount, at, touching)) {
    amount.adjective = hyphen;
    return;
  }
  UnitMatch match = unit_at(at, touching);
  if (match.form == nullptr && (!touching || text_.is(at, TokenKind::Ideograph))) {
    // "two more years"
    if (const auto filler = match_phrase(text_, units_.fillers, at)) {
      if (take_money(amount, filler->end_token, false)) return;
      match = unit_at(filler->end_token, false);
    }
  }
  if (match.form == nullptr) return;
  // "during 2016 Stone spoke": a name behind a year.
  if (numbers_.capitalised_labels && numeral.plain_digits && numeral.written_digits == 4 &&
      text_.token(at).has(Token::kCapitalised) && !text_.token(at).has(Token::kAllCaps))
    return;
  // A currency sign between ("5 m$") or a symbol that a word goes on is none.
  const bool letter_symbol = text_.form(at).size() == 1 && numeral.all_words;
  if (letter_symbol && text_.is(at, TokenKind::Word)) return;
  take_unit(amount, match, hyphen);
}

// "Euro je Liter", "miles a gallon": not behind time spans and percentages.
void AmountReader::read_per(Amount& amount) const {
  const bool allowed = amount.currency != nullptr ||
                       (amount.unit != nullptr && amount.dimension == Dimension::Measure);
  if (!allowed || amount.adjective) return;
  const auto per = match_phrase(text_, units_.per, amount.end_token);
  if (!per) return;
  const UnitMatch match = unit_at(per->end_token, false);
  if (match.form == nullptr || match.form->adjective || match.form->unit->kind == "percent") return;
  amount.per = "-per-" + match.form->unit->id;
  amount.end_token = match.end_token;
  amount.span.end = text_.token(match.end_token - 1).end;
}

}  // namespace twosource
