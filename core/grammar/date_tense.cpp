#include "core/grammar/date_tense.h"

#include <algorithm>
#include <optional>

namespace twosource {
namespace {

// How far from the expression a telling word may stand, in tokens.
constexpr std::size_t kReach = 40;

bool ends_clause(const FoldedText& text, std::size_t i) {
  if (!text.is(i, TokenKind::Punct)) return false;
  const std::string_view form = text.form(i);
  return form == "," || form == ";" || form == ":" || form == "(" || form == ")" || form == "\"" ||
         (form == "-" && text.token(i).has(Token::kSpaceBefore));
}

class TenseFinder {
 public:
  TenseFinder(const FoldedText& text, const TenseWords& words) : text_(text), words_(words) {}

  // `near` of the result is left to the caller.
  ClauseTense nearest(std::size_t begin, std::size_t end, std::size_t first, std::size_t last) {
    Tense listed = Tense::Unknown;
    Tense shaped = Tense::Unknown;
    std::size_t listed_far = kReach + 1;
    std::size_t shaped_far = kReach + 1;
    for (std::size_t i = begin; i < end; ++i) {
      if (i >= first && i < last) continue;
      const std::size_t far = i < first ? first - i : i - last + 1;
      if (far > kReach || !text_.is(i, TokenKind::Word)) continue;
      const std::optional<Tense> said = far < listed_far ? listed_tense(i) : std::nullopt;
      if (said) {
        listed = *said;
        listed_far = far;
      } else if (far < shaped_far && looks_past(i)) {
        shaped = Tense::Past;
        shaped_far = far;
      }
    }
    if (listed != Tense::Unknown) return {listed, false, false};
    return {shaped, false, shaped != Tense::Unknown};
  }

 private:
  std::optional<Tense> listed_tense(std::size_t i) const {
    const std::string_view form = text_.form(i);
    if (!words_.filter.may_hold(form)) return std::nullopt;
    const auto found = words_.words.find(form);
    if (found == words_.words.end()) return std::nullopt;
    return static_cast<Tense>(found->second);
  }
  static bool ends_in_any(std::string_view form, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& e) {
      return form.size() > e.size() + 2 && form.ends_with(e);
    });
  }
  bool looks_past(std::size_t i) const {
    const Token& token = text_.token(i);
    if (token.has(Token::kCapitalised)) return false;
    const std::string_view form = text_.form(i);
    if (ends_in_any(form, words_.past_endings)) return true;
    if (!ends_in_any(form, words_.participle_endings)) return false;
    return std::any_of(words_.past_prefixes.begin(), words_.past_prefixes.end(),
                       [&](const std::string& p) { return form.starts_with(p); });
  }

  const FoldedText& text_;
  const TenseWords& words_;
};

}  // namespace

ClauseTense tense_around(const FoldedText& text, const TenseWords& words,
                         std::size_t sentence_first, std::size_t sentence_end, std::size_t first,
                         std::size_t end) {
  std::size_t left = first;
  while (left > sentence_first && first - left < kReach && !ends_clause(text, left - 1)) --left;
  std::size_t right = end;
  while (right < sentence_end && right - end < kReach && !ends_clause(text, right)) ++right;
  TenseFinder finder(text, words);
  ClauseTense clause = finder.nearest(left, right, first, end);
  if (clause.tense != Tense::Unknown) {
    clause.near = true;
    return clause;
  }
  const std::size_t from = first - sentence_first > kReach ? first - kReach : sentence_first;
  const std::size_t to = sentence_end - end > kReach ? end + kReach : sentence_end;
  return finder.nearest(from, to, first, end);
}

}  // namespace twosource
