// One pass over the tokens. A digit run or a word that the number lexicon knows starts a numeral;
// from there the reader takes pieces (words, morphemes of a compound, digits) as long as they fit.
#include "core/grammar/numeral.h"

#include "core/grammar/numeral_reader.h"
#include "core/grammar/phrase_match.h"

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
  return find_numerals(FoldedText(text), pack);
}

}  // namespace twosource
