// One pass over the tokens. A digit run or a word that the number lexicon knows starts a numeral;
// from there the reader takes pieces (words, morphemes of a compound, digits) as long as they fit.
#include "core/grammar/numeral.h"

#include <algorithm>
#include <optional>

#include "core/grammar/numeral_reader.h"
#include "core/grammar/phrase_match.h"
#include "core/grammar/proclitics.h"
#include "core/grammar/sign_numeral.h"
#include "core/text/unspaced.h"

namespace twosource {
namespace {

// "3. Platz": digits with a stop inside a sentence.
void read_ordinal_stop(const FoldedText& text, const NumbersData& data, Numeral& numeral) {
  const std::size_t stop = numeral.end_token;
  if (!data.ordinal_stop || !numeral.plain_digits || numeral.ordinal) return;
  if (!text.is(stop, ".") || !text.touches_before(stop) || stop + 1 >= text.size()) return;
  const Token& next = text.token(stop + 1);
  if (!next.has(Token::kSpaceBefore) || next.has(Token::kParagraphBefore)) return;
  if (numeral.written_digits > 3 || text.token(numeral.first_token).has(Token::kNewlineBefore))
    return;
  const auto& sentences = text.source().sentences;
  const std::size_t s = text.source().sentence_at(text.token(stop).begin);
  if (s < sentences.size() && sentences[s].end_token <= stop + 1) {
    // The sentence seems to end here; "am 3. Verhandlungstag" shows that it does not.
    const std::size_t first = numeral.first_token;
    if (first == 0 || !match_phrase(text, data.ordinal_before, first - 1)) return;
  }
  numeral.ordinal = true;
  numeral.span.end = text.token(stop).end;
  numeral.end_token = static_cast<std::uint32_t>(stop + 1);
}

bool unit_follows(const FoldedText& text, const Numeral& numeral, const LanguagePack& pack) {
  const std::size_t next = numeral.end_token;
  if (next >= text.size() || !text.is(next, TokenKind::Word)) return false;
  return or_neutral(pack.units).starts_unit(text.form(next)) ||
         or_neutral(pack.money).starts_currency(text.form(next));
}

// "un sur dix", and where the language says so "un Français sur dix".
bool share_follows(const FoldedText& text, const NumbersData& data, std::size_t at) {
  return match_phrase(text, data.shares, at) || match_phrase(text, data.over, at) ||
         match_phrase(text, data.divisions, at) ||
         (data.shares_around_noun && match_phrase(text, data.shares, at + 1));
}

// "ساعة ونصف", "hora y media": a unit alone means one where a fraction is joined to it, and nothing
// goes on behind the fraction.
bool fraction_joined(const FoldedText& text, const LanguagePack& pack, std::size_t at) {
  const NumbersData& numbers = or_neutral(pack.numbers);
  const UnitsData& units = or_neutral(pack.units);
  if (!numbers.fraction_after_unit ||
      std::none_of(units.amount_joiners.begin(), units.amount_joiners.end(),
                   [&](const std::string& joiner) { return text.is(at + 1, joiner); }))
    return false;
  const auto fraction = match_phrase(text, numbers.lexicon, at + 2);
  if (!fraction || numbers.words[fraction->payload].role != NumberRole::Fraction) return false;
  const std::size_t behind = fraction->end_token;
  return units.starts_unit(text.form(at)) &&
         (!text.is(behind, TokenKind::Word) ||
          (numbers.lexicon.starting_with(text.form(behind)).empty() &&
           !units.starts_unit(text.form(behind))));
}

// A unit that tells its number itself: "يومين", two days; "hora" in "hora y media". The number 2 or
// 1, with the word as its rest.
std::optional<Numeral> number_of_unit(const FoldedText& text, const LanguagePack& pack,
                                      std::size_t at) {
  const UnitsData& units = or_neutral(pack.units);
  const MoneyData& money = or_neutral(pack.money);
  const std::string_view form = text.form(at);
  const bool two = (!units.duals.empty() && !units.duals.starting_with(form).empty()) ||
                   (!money.duals.empty() && !money.duals.starting_with(form).empty());
  if (!two && !fraction_joined(text, pack, at)) return std::nullopt;
  Numeral numeral;
  numeral.first_token = static_cast<std::uint32_t>(at);
  numeral.end_token = numeral.first_token + 1;
  numeral.span = text.token(at).span();
  numeral.value.low = Decimal(two ? 2 : 1);
  numeral.value.high = numeral.value.low;
  numeral.value.digits = 1;
  numeral.in_words = true;
  numeral.all_words = true;
  numeral.rest = std::string(form);
  return numeral;
}

// "twice as many", "doppelt so hoch"; "double" alone may be a room or a whisky.
bool is_compared(const FoldedText& text, const NumbersData& data, std::size_t at) {
  return match_phrase(text, data.compared, at).has_value();
}

// The value of a Roman numeral in its usual writing; 0 for anything else.
int roman_value(std::string_view letters) {
  struct Digit {
    std::string_view letters;
    int value;
  };
  static constexpr Digit kDigits[] = {{"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9},
                                      {"V", 5},  {"IV", 4},  {"I", 1}};
  int value = 0;
  for (const Digit& digit : kDigits) {
    const int most = digit.letters == "X" || digit.letters == "I" ? 3 : 1;
    for (int n = 0; n < most && letters.starts_with(digit.letters); ++n) {
      value += digit.value;
      letters.remove_prefix(digit.letters.size());
    }
  }
  return letters.empty() ? value : 0;
}

// "World War II", "Super Bowl LVIII": an ordinal, behind words that are counted so.
bool read_roman(const FoldedText& text, const NumbersData& data, std::size_t at, Numeral& out) {
  const Token& token = text.token(at);
  if (!token.has(Token::kCapitalised) || token.has(Token::kNonAscii) || at == 0 ||
      token.has(Token::kParagraphBefore) || text.touches_before(at))
    return false;
  const int value = roman_value(text.bytes(at));
  if (value == 0 || !match_phrase_before(text, data.roman_after, at - 1)) return false;
  out = Numeral();
  out.first_token = static_cast<std::uint32_t>(at);
  out.end_token = out.first_token + 1;
  out.span = token.span();
  out.value.low = out.value.high = Decimal(value);
  out.value.digits = value < 10 ? 1 : 2;
  out.ordinal = true;
  out.in_words = out.all_words = true;
  return true;
}

// "minus ett", "un sur dix", "um vinte avos": what stands around an article makes it a number.
bool article_counts(const FoldedText& text, const NumbersData& data, const Numeral& article) {
  const std::size_t first = article.first_token;
  if (first > 0 && match_phrase_before(text, data.negatives, first - 1)) return true;
  if (share_follows(text, data, article.end_token)) return true;
  // A denominator of at most five words and its mark.
  if (data.fraction_marks.empty()) return false;
  for (std::size_t i = article.end_token + 1; i < article.end_token + 6U && i < text.size(); ++i) {
    if (!text.is(i, TokenKind::Word)) return false;
    if (match_phrase(text, data.fraction_marks, i)) return true;
  }
  return false;
}

// Numerals of one text, from front to back.
class NumeralFinder {
 public:
  NumeralFinder(const FoldedText& text, const LanguagePack& pack)
      : text_(text),
        pack_(pack),
        data_(or_neutral(pack.numbers)),
        reader_(text, data_, or_neutral(pack.money)),
        units_tell_numbers_(data_.fraction_after_unit || !or_neutral(pack.units).duals.empty() ||
                            !or_neutral(pack.money).duals.empty()) {}

  std::vector<Numeral> run() {
    for (std::size_t i = 0; i < text_.size();) i = read(i);
    return std::move(out_);
  }

 private:
  // Most tokens end here: one probe of the lexicon, one look into the trie.
  bool may_begin(std::size_t i) const {
    const Token& token = text_.token(i);
    switch (token.kind) {
      case TokenKind::Word:
      case TokenKind::Ideograph: {
        const std::string_view form = text_.form(i);
        return !data_.lexicon.starting_with(form).empty() ||
               (data_.closed_compounds && data_.morphemes.starts(form));
      }
      case TokenKind::Punct:
        // Only ".25" begins with a mark.
        return text_.is(i + 1, TokenKind::Digits) &&
               read_bare_decimals(text_, i, data_).has_value();
      case TokenKind::Symbol:
        return token.has(Token::kNonAscii);
      default:
        return true;
    }
  }

  // Reads at token i; gives the token to go on with.
  std::size_t read(std::size_t i) {
    const bool word = text_.is(i, TokenKind::Word);
    if (word) {
      if (!data_.idioms.starting_with(text_.form(i)).empty()) {
        if (const auto idiom = match_phrase(text_, data_.idioms, i)) return idiom->end_token;
      }
      const bool behind_number = !out_.empty() && out_.back().end_token == i;
      if (units_tell_numbers_ && !behind_number) {
        if (auto unit = number_of_unit(text_, pack_, i)) {
          out_.push_back(std::move(*unit));
          return i + 1;
        }
      }
    }
    if (!may_begin(i)) {
      const bool capital = word && text_.token(i).has(Token::kCapitalised);
      if (!capital || data_.roman_after.empty() || !read_roman(text_, data_, i, numeral_))
        return i + 1;
      out_.push_back(numeral_);
      return i + 1;
    }
    std::size_t chain_end = 0;
    if (!reader_.read(i, numeral_, chain_end)) return std::max(chain_end, i + 1);
    if (!counts()) return i + 1;
    read_ordinal_stop(text_, data_, numeral_);
    out_.push_back(numeral_);
    return numeral_.end_token;
  }

  // "dreifach", "dreimal so viele"; "einfach", "dreimal" and "dreimalig" tell no amount.
  bool rest_counts() const {
    const auto has = [&](const std::vector<std::string>& suffixes, bool whole) {
      return std::any_of(suffixes.begin(), suffixes.end(), [&](const std::string& suffix) {
        return whole ? numeral_.rest == suffix : numeral_.rest.starts_with(suffix);
      });
    };
    const bool one = numeral_.value.low == Decimal(1);
    if (has(data_.times_suffixes, false))
      return !one && has(data_.times_suffixes, true) &&
             is_compared(text_, data_, numeral_.end_token);
    return !has(data_.multiple_suffixes, false) || (!one && has(data_.multiple_suffixes, true));
  }

  // Articles count before a unit, multiples before what they compare.
  bool counts() const {
    const std::size_t next = numeral_.end_token;
    if (!numeral_.rest.empty() && !rest_counts()) return false;
    if (numeral_.multiple) return !numeral_.pronoun_like || is_compared(text_, data_, next);
    return !numeral_.article || unit_follows(text_, numeral_, pack_) ||
           (data_.articles_count && article_counts(text_, data_, numeral_));
  }

  const FoldedText& text_;
  const LanguagePack& pack_;
  const NumbersData& data_;
  NumeralReader reader_;
  bool units_tell_numbers_;  // some unit may be a number by itself: skipped in most languages
  Numeral numeral_;
  std::vector<Numeral> out_;
};

}  // namespace

std::vector<Numeral> find_numerals(const FoldedText& text, const LanguagePack& pack) {
  if (or_neutral(pack.numbers).signs.present) return find_sign_numerals(text, pack);
  return NumeralFinder(text, pack).run();
}

std::vector<Numeral> find_numerals(const TokenizedText& text, const LanguagePack& pack) {
  if (has_proclitics(pack)) return find_numerals(FoldedText(split_proclitics(text, pack)), pack);
  if (!holds_unspaced(text.tokens)) return find_numerals(FoldedText(text), pack);
  const TokenizedText split = split_unspaced(text);
  return find_numerals(FoldedText(split), pack);
}

}  // namespace twosource
