#include "core/grammar/identifier.h"

#include <algorithm>

#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr std::uint32_t kLongestPlain =
    9;  // digits without grouping; longer ones are numbers of things
constexpr std::uint32_t kAddressReach = 2000;  // bytes looked at on each side for an address

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// The run without white space around the span holds "://", "www." or "@".
bool in_address(std::string_view text, ByteSpan span) {
  std::size_t begin = span.begin;
  while (begin > 0 && span.begin - begin < kAddressReach && !is_blank(text[begin - 1])) --begin;
  std::size_t end = span.end;
  while (end < text.size() && end - span.end < kAddressReach && !is_blank(text[end])) ++end;
  const std::string_view run = text.substr(begin, end - begin);
  return run.find("://") != std::string_view::npos || run.find('@') != std::string_view::npos ||
         run.find("www.") != std::string_view::npos;
}

bool joins(const FoldedText& text, std::size_t at, std::string_view marks) {
  if (at >= text.size()) return false;
  const std::string_view form = text.form(at);
  return form.size() == 1 && marks.find(form[0]) != std::string_view::npos;
}

bool glued_before(const FoldedText& text, const std::vector<Numeral>& numerals, std::size_t i,
                  const LanguagePack& pack) {
  const Numeral& numeral = numerals[i];
  const std::size_t first = numeral.first_token;
  if (!text.touches_before(first)) return false;
  // "3km-5km": the word before is the unit of the number before.
  if (i > 0 && first >= 2 && numerals[i - 1].end_token + 2 == first && joins(text, first - 1, "-"))
    return false;
  const std::size_t mark = first - 1;
  const bool inner = text.touches_before(mark) &&
                     (text.is(mark - 1, TokenKind::Word) || text.is(mark - 1, TokenKind::Digits));
  const bool behind_word = text.touches_before(mark) && text.is(mark - 1, TokenKind::Word);
  if (joins(text, mark, "_@&=\\")) return true;
  if (joins(text, mark, "./") && inner) return true;
  if (joins(text, mark, ":") && behind_word) return true;
  if (!joins(text, mark, "-'") || !behind_word || numeral.all_words) return false;
  // "sub-500" is a hedge, "minus-130" a sign.
  if (match_phrase_before(text, or_neutral(pack.hedges).before, mark)) return false;
  const NumbersData& numbers = or_neutral(pack.numbers);
  for (const PhraseLexicon::Phrase& phrase : numbers.lexicon.starting_with(text.form(mark - 1))) {
    if (numbers.words[phrase.payload].role == NumberRole::Negative) return false;
  }
  return true;
}

bool glued_after(const FoldedText& text, const Numeral& numeral) {
  const std::size_t mark = numeral.end_token;
  if (!text.touches_before(mark) || !text.touches_before(mark + 1)) return false;
  if (joins(text, mark, "_@&=\\")) return true;
  if (joins(text, mark, ".") && text.is(mark + 1, TokenKind::Word) && !numeral.ordinal)
    return text.form(mark + 1).size() <= 4 && !text.token(mark + 1).has(Token::kCapitalised);
  return joins(text, mark, "/") && text.is(mark + 1, TokenKind::Digits);
}

bool looks_like_a_code(const Numeral& numeral) {
  return numeral.plain_digits && numeral.written_digits > kLongestPlain;
}

}  // namespace

std::vector<bool> find_identifiers(const FoldedText& text, const std::vector<Numeral>& numerals,
                                   const LanguagePack& pack) {
  std::vector<bool> out(numerals.size(), false);
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    const Numeral& numeral = numerals[i];
    if (numeral.all_words) {
      out[i] =
          glued_before(text, numerals, i, pack) && joins(text, numeral.first_token - 1, "_@&=\\/");
      continue;
    }
    out[i] = glued_before(text, numerals, i, pack) || glued_after(text, numeral) ||
             looks_like_a_code(numeral) || in_address(text.source().text, numeral.span);
    // "+49 30 1234": a telephone number.
    const std::size_t first = numeral.first_token;
    const bool plus = first > 0 && text.is(first - 1, "+") && text.touches_before(first);
    if (plus && numeral.plain_digits && i + 1 < numerals.size() && numerals[i + 1].plain_digits &&
        numerals[i + 1].first_token <= numeral.end_token + 1)
      out[i] = true;
  }
  // "030-123-4567", "1-222-2222": three or more runs joined by hyphens; then all runs of digits
  // behind a telephone number's first one.
  for (std::size_t i = 0; i < numerals.size();) {
    std::size_t end = i + 1;
    const auto linked = [&](std::size_t k) {
      const std::size_t mark = numerals[k - 1].end_token;
      return numerals[k].first_token == mark + 1 && joins(text, mark, "-/:") &&
             text.touches_before(mark) && text.touches_before(mark + 1) &&
             numerals[k].plain_digits && numerals[k - 1].plain_digits;
    };
    while (end < numerals.size() && linked(end)) ++end;
    if (end - i >= 3)
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(i),
                out.begin() + static_cast<std::ptrdiff_t>(end), true);
    if (out[i] && numerals[i].first_token > 0 && text.is(numerals[i].first_token - 1, "+")) {
      std::size_t k = i + 1;
      while (k < numerals.size() && numerals[k].plain_digits &&
             numerals[k].first_token <= numerals[k - 1].end_token + 1)
        out[k++] = true;
    }
    i = end;
  }
  return out;
}

}  // namespace twosource
