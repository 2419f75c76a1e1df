#include "core/grammar/identifier.h"

#include <algorithm>

#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr std::uint32_t kLongestPlain =
    9;  // digits without grouping; longer ones are numbers of things

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Runs without white space that hold "://", "www." or "@". Asked for spans in rising order, each
// run is looked at once.
class Addresses {
 public:
  explicit Addresses(std::string_view text) : text_(text) {}

  bool holds(ByteSpan span) {
    if (span.begin >= run_.end) move_to(span);
    return is_address_;
  }

 private:
  void move_to(ByteSpan span) {
    std::uint32_t begin = span.begin;
    while (begin > run_.end && !is_blank(text_[begin - 1])) --begin;
    std::uint32_t end = span.end;
    while (end < text_.size() && !is_blank(text_[end])) ++end;
    run_ = {begin, end};
    const std::string_view run = text_.substr(begin, end - begin);
    is_address_ = run.find("://") != std::string_view::npos ||
                  run.find('@') != std::string_view::npos ||
                  run.find("www.") != std::string_view::npos;
  }

  std::string_view text_;
  ByteSpan run_{0, 0};
  bool is_address_ = false;
};

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
  // "A320-200": the digits before the hyphen belong to a name.
  const bool behind_name = mark > 1 && text.is(mark - 1, TokenKind::Digits) &&
                           text.touches_before(mark - 1) && text.is(mark - 2, TokenKind::Word);
  const bool behind_word =
      text.touches_before(mark) && (text.is(mark - 1, TokenKind::Word) || behind_name);
  if (joins(text, mark, "_@&=\\")) return true;
  if (joins(text, mark, "./") && inner) return true;
  if (joins(text, mark, ":") && behind_word) return true;
  if (!joins(text, mark, "-'") || !behind_word || numeral.all_words) return false;
  // "l'80 per cento", "D'11": an article that lost its vowel.
  if (text.is(mark, "'"))
    return text.token(mark - 1).has(Token::kAllCaps) && text.bytes(mark - 1).size() > 1;
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

// "5+1", "90+3", "P5+1": the name of a format or a sum, no bound.
bool part_of_sum(const FoldedText& text, const Numeral& numeral) {
  const std::size_t end = numeral.end_token;
  const std::size_t first = numeral.first_token;
  const bool before = text.is(end, "+") && text.touches_before(end) &&
                      text.touches_before(end + 1) && text.is(end + 1, TokenKind::Digits);
  return before || (first > 1 && text.is(first - 1, "+") && text.touches_before(first) &&
                    text.touches_before(first - 1) && text.is(first - 2, TokenKind::Digits));
}

// ESC [ 1 ; 31 m: a number of a terminal's control sequence.
bool in_escape(std::string_view text, std::uint32_t begin) {
  constexpr std::uint32_t kLongest = 24;
  std::uint32_t at = begin;
  while (at > 0 && begin - at < kLongest &&
         (text[at - 1] == ';' || (text[at - 1] >= '0' && text[at - 1] <= '9')))
    --at;
  return at >= 2 && text[at - 1] == '[' && text[at - 2] == '\x1B';
}

bool looks_like_a_code(const Numeral& numeral) {
  return numeral.plain_digits && numeral.written_digits > kLongestPlain;
}

// "(212) 555-1234", "030 / 123 45 67": an area code makes what follows a telephone number.
void mark_telephones(const FoldedText& text, const std::vector<Numeral>& numerals,
                     std::vector<bool>& out) {
  for (std::size_t i = 0; i + 1 < numerals.size(); ++i) {
    const Numeral& area = numerals[i];
    if (!area.plain_digits || area.written_digits < 3) continue;
    const std::size_t behind = numerals[i + 1].end_token;
    const bool bracket = area.first_token > 0 && text.is(area.first_token - 1, "(") &&
                         text.is(area.end_token, ")") && area.written_digits == 3 &&
                         numerals[i + 1].written_digits == 3 && text.is(behind, "-") &&
                         text.touches_before(behind) && text.touches_before(behind + 1) &&
                         text.is(behind + 1, TokenKind::Digits);
    if (!bracket && text.form(area.first_token)[0] != '0') continue;
    std::size_t at = area.end_token + (bracket ? 1U : 0U);
    for (std::size_t k = i + 1; k < numerals.size() && numerals[k].plain_digits; ++k) {
      if (joins(text, at, "/-")) ++at;
      if (numerals[k].first_token != at) break;
      out[i] = out[k] = true;
      at = numerals[k].end_token;
    }
  }
}

}  // namespace

std::vector<bool> find_identifiers(const FoldedText& text, const std::vector<Numeral>& numerals,
                                   const LanguagePack& pack) {
  std::vector<bool> out(numerals.size(), false);
  Addresses addresses(text.source().text);
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    const Numeral& numeral = numerals[i];
    if (numeral.all_words) {
      out[i] =
          glued_before(text, numerals, i, pack) && joins(text, numeral.first_token - 1, "_@&=\\/");
      continue;
    }
    out[i] = glued_before(text, numerals, i, pack) || glued_after(text, numeral) ||
             part_of_sum(text, numeral) || looks_like_a_code(numeral) ||
             in_escape(text.source().text, numeral.span.begin) || addresses.holds(numeral.span);
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
  mark_telephones(text, numerals, out);
  return out;
}

}  // namespace twosource
