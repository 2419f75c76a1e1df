// One pass over the tokens. A digit run or a word that the number lexicon knows starts a numeral;
// from there the reader takes pieces (words, morphemes of a compound, digits) as long as they fit.
#include "core/grammar/numeral.h"

#include <algorithm>
#include <optional>

#include "core/grammar/numeral_reader.h"
#include "core/grammar/phrase_match.h"
#include "core/grammar/proclitics.h"

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
  return match_phrase(text, data.shares, at) || match_phrase(text, data.divisions, at) ||
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

}  // namespace

std::vector<Numeral> find_numerals(const FoldedText& text, const LanguagePack& pack) {
  const NumbersData& data = or_neutral(pack.numbers);
  std::vector<Numeral> out;
  NumeralReader reader(text, data, or_neutral(pack.money));
  Numeral numeral;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Token& token = text.token(i);
    if (token.is(TokenKind::Punct)) {
      // Only ".25" begins with a mark.
      if (i + 1 >= text.size() || !text.is(i + 1, TokenKind::Digits) ||
          !read_bare_decimals(text, i, data))
        continue;
    }
    if (token.is(TokenKind::Symbol) && !token.has(Token::kNonAscii)) continue;
    if (token.is(TokenKind::Word) || token.is(TokenKind::Ideograph)) {
      // Most words end here: one probe of the lexicon, one look into the trie.
      const std::string_view form = text.form(i);
      const bool behind_number = !out.empty() && out.back().end_token == i;
      if (auto unit = behind_number ? std::nullopt : number_of_unit(text, pack, i)) {
        out.push_back(std::move(*unit));
        continue;
      }
      if (data.lexicon.starting_with(form).empty() &&
          !(data.closed_compounds && data.morphemes.starts(form)))
        continue;
    }
    std::size_t chain_end = 0;
    if (!reader.read(i, numeral, chain_end)) {
      if (chain_end > i) i = chain_end - 1;
      continue;
    }
    if (numeral.article && !unit_follows(text, numeral, pack) &&
        !(data.articles_count && share_follows(text, data, numeral.end_token)))
      continue;
    read_ordinal_stop(text, data, numeral);
    i = numeral.end_token - 1;
    out.push_back(numeral);
  }
  return out;
}

std::vector<Numeral> find_numerals(const TokenizedText& text, const LanguagePack& pack) {
  if (has_proclitics(pack)) return find_numerals(FoldedText(split_proclitics(text, pack)), pack);
  return find_numerals(FoldedText(text), pack);
}

}  // namespace twosource
