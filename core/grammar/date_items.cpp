#include "core/grammar/date_items.h"

#include <algorithm>

#include "core/grammar/date_numeric.h"
#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2199;

// Whether an item says something of its own: every expression holds one such item or more.
bool is_telling(DateWordKind kind) {
  switch (kind) {
    case DateWordKind::Literal:
    case DateWordKind::Number:
    case DateWordKind::Ordinal:
    case DateWordKind::DayNumber:
    case DateWordKind::DayOrdinal:
    case DateWordKind::Hour:
    case DateWordKind::Minute:
    case DateWordKind::ShortYear:
    case DateWordKind::Shift:
    case DateWordKind::Past:
    case DateWordKind::Future:
    case DateWordKind::Vague:
    case DateWordKind::Each:
    case DateWordKind::Edge:
    case DateWordKind::Amount:
    case DateWordKind::Ago:
    case DateWordKind::Later:
    case DateWordKind::Frequency:
    case DateWordKind::EraStart:
      return false;
    default:
      return true;
  }
}

// Finds the items that begin with one token.
class ItemFinder {
 public:
  ItemFinder(const FoldedText& text, const DatesData& data, std::vector<DateItem>& out)
      : text_(text), data_(data), out_(out), numeric_(text, data, out) {}

  void words(std::size_t i) {
    const std::string_view form = text_.form(i);
    const auto* found = data_.words.find(form, text_.hash(i));
    if (found == nullptr) return;
    for (const DateWord& word : *found) {
      const std::size_t end = i + 1 + word.rest.size();
      if (word.capitalised && !text_.token(i).has(Token::kCapitalised)) continue;
      if (end > text_.size()) continue;
      bool same = true;
      for (std::size_t k = 0; same && k < word.rest.size(); ++k)
        same = is_phrase_word(text_, i + 1 + k, word.rest[k]);
      if (!same) continue;
      add({.kind = word.kind,
           .literal = word.literal,
           .value = word.value,
           .end = token_index(end),
           .word = &word});
      if (word.kind == DateWordKind::EraStart) year_of_era(end, word);
    }
  }

  // 令和6年, 民國113年; the word may hold its number itself: 令和元年, the first.
  void year_of_era(std::size_t end, const DateWord& era) {
    constexpr int kLongestEra = 130;
    if (era.code == "1")
      return add({.kind = DateWordKind::Year, .value = era.value + 1, .end = token_index(end)});
    const std::optional<int> n = digits_at(text_, end);
    if (n && *n >= 1 && *n <= kLongestEra) year(end, era.value + *n);
  }

  // "XIX", "XIXe": an ordinal in capitals, for centuries.
  void roman(std::size_t i) {
    if (!data_.roman_ordinals || !text_.token(i).has(Token::kCapitalised)) return;
    const std::string_view bytes = text_.bytes(i);
    if (bytes[0] != 'I' && bytes[0] != 'V' && bytes[0] != 'X') return;
    constexpr int kLargest = 30;
    int value = 0;
    int before = 0;
    std::size_t at = 0;
    for (; at < bytes.size(); ++at) {
      const int here = bytes[at] == 'I' ? 1 : bytes[at] == 'V' ? 5 : bytes[at] == 'X' ? 10 : 0;
      if (here == 0) break;
      value += here > before ? here - 2 * before : here;
      before = here;
    }
    if (value < 1 || value > kLargest) return;
    const std::string_view rest = bytes.substr(at);
    if (!rest.empty() && std::find(data_.ordinal_marks.begin(), data_.ordinal_marks.end(), rest) ==
                             data_.ordinal_marks.end())
      return;
    add({.kind = DateWordKind::Ordinal, .value = value, .end = token_index(i + 1)});
    // "XIX. Jahrhundert"
    if (const auto end = rest.empty() ? ordinal_mark(i) : std::nullopt)
      add({.kind = DateWordKind::Ordinal, .value = value, .end = token_index(*end)});
  }

  // "FY2024", "FY24": a year with letters that say so.
  void prefixed_year(std::size_t i) {
    if (!text_.is(i + 1, TokenKind::Digits) || !text_.touches_before(i + 1) ||
        !data_.year.prefixes.contains(text_.form(i)))
      return;
    const std::optional<int> value = digits_at(text_, i + 1);
    const std::size_t length = value ? text_.form(i + 1).size() : 0;
    if (length == 4 && *value >= kFirstYear && *value <= kLastYear)
      add({.kind = DateWordKind::Year, .value = *value, .end = token_index(i + 2)});
    if (length == 2)
      add({.kind = DateWordKind::Year, .value = full_year(*value), .end = token_index(i + 2)});
  }

  // A word with a capital that does not only open a sentence.
  bool is_name(std::size_t i) const {
    if (!text_.token(i).has(Token::kCapitalised) || text_.bytes(i).size() < 2) return false;
    const auto& sentences = text_.source().sentences;
    const std::size_t s = text_.source().sentence_at(text_.token(i).begin);
    return s >= sentences.size() || sentences[s].first_token != i;
  }

  // "'82", "'90s": the apostrophe stands for the century.
  void short_year(std::size_t i) {
    if (text_.form(i) != "'" || !text_.touches_before(i + 1) || !text_.is(i + 1, TokenKind::Digits))
      return;
    // "l'11 settembre", "l'80 per cento": the apostrophe of an article, not of "Oct'82".
    if (i > 0 && text_.touches_before(i) && text_.is(i - 1, TokenKind::Word) && !is_name(i - 1))
      return;
    const std::optional<int> value = digits_at(text_, i + 1);
    if (!value || text_.form(i + 1).size() != 2) return;
    if (decade(i + 1, *value, 2)) return;
    if (text_.touches_before(i + 2) && text_.is(i + 2, TokenKind::Word)) return;
    add({.kind = DateWordKind::Year, .value = full_year(*value), .end = token_index(i + 2)});
  }

  void digits(std::size_t i) {
    if (glued_to_word(i)) return;
    const std::optional<int> value = digits_at(text_, i);
    if (!value) return;
    const std::size_t length = text_.form(i).size();
    if (numeric_.read_date(i)) return;
    numeric_.read_time(i);
    const bool part_of_decimal =
        joins_digits(text_, i + 1, ".") || joins_digits(text_, i + 1, ",") || behind_decimal(i);
    if (length == 2)
      add({.kind = DateWordKind::ShortYear, .value = full_year(*value), .end = token_index(i + 1)});
    if (length <= 2) hour_and_minute(i, *value);
    if (length <= 2 && *value <= 24) numeric_.read_joined_time(i, *value);
    if (decade(i, *value, length) || part_of_decimal) return;
    if (length <= 9)
      add({.kind = DateWordKind::Number, .value = *value, .end = token_index(i + 1)});
    if (length <= 2) day(i, *value);
    if (length == 4 && *value >= kFirstYear && *value <= kLastYear && !text_.touches_before(i + 1))
      year(i, *value);
    if (length == 4 && *value >= kFirstYear && *value <= kLastYear && text_.touches_before(i + 1) &&
        !text_.is(i + 1, TokenKind::Word)) {
      year(i, *value);
    }
    if (const auto end = ordinal_mark(i)) {
      add({.kind = DateWordKind::Ordinal,
           .value = *value,
           .end = token_index(*end),
           .marked = true});
    }
  }

  void numeral(const Numeral& numeral) {
    // 第3 is an ordinal whose mark stands before the digits.
    const bool marked = numeral.ordinal && !text_.is(numeral.first_token, TokenKind::Digits);
    if (!(numeral.all_words || marked) || !numeral.rest.empty() || numeral.fraction ||
        !numeral.value.low)
      return;
    const auto value = numeral.value.low->to_int();
    if (!value || *value < 0 || *value > 99999 || numeral.value.hedge != Hedge::Exact) return;
    const int n = static_cast<int>(*value);
    if (numeral.ordinal) {
      add({.kind = DateWordKind::Ordinal, .value = n, .end = numeral.end_token});
      if (n >= 1 && n <= 31)
        add({.kind = DateWordKind::DayOrdinal, .value = n, .end = numeral.end_token});
      return;
    }
    add({.kind = DateWordKind::Number, .value = n, .end = numeral.end_token});
    // 二十四日, 二〇二四年: the sign behind says what it is.
    if (text_.is(numeral.end_token, TokenKind::Ideograph)) {
      const DateWordKind kind = n <= 31 ? DateWordKind::DayNumber : DateWordKind::Year;
      const bool fits = n <= 31 ? n >= 1 : n >= kFirstYear && n <= kLastYear;
      if (fits) add({.kind = kind, .value = n, .end = numeral.end_token});
    }
    if (n >= 1 && n <= 24 && !numeral.article) {
      add({.kind = DateWordKind::Hour, .value = n, .end = numeral.end_token});
    }
  }

 private:
  static std::uint32_t token_index(std::size_t i) { return static_cast<std::uint32_t>(i); }
  void add(DateItem item) { out_.push_back(item); }

  // "F16", "A-16", "$16": digits that belong to a name or to money.
  bool glued_to_word(std::size_t i) const {
    if (!text_.touches_before(i)) return false;
    if (text_.is(i - 1, TokenKind::Word) || text_.is(i - 1, TokenKind::Symbol)) return true;
    return false;
  }

  bool behind_decimal(std::size_t i) const {
    return i >= 2 && text_.is(i - 2, TokenKind::Digits) &&
           (joins_digits(text_, i - 1, ".") || joins_digits(text_, i - 1, ","));
  }

  // The token behind an ordinal mark that touches the digits: "24." or "24th".
  std::optional<std::size_t> ordinal_mark(std::size_t i) const {
    if (!text_.touches_before(i + 1)) return std::nullopt;
    const std::string_view mark = text_.form(i + 1);
    for (const std::string& known : data_.ordinal_marks) {
      if (mark == known) return i + 2;
    }
    return std::nullopt;
  }

  void day(std::size_t i, int value) {
    if (value < 1 || value > 31) return;
    if (const auto end = ordinal_mark(i)) {
      add({.kind = DateWordKind::DayOrdinal,
           .value = value,
           .end = token_index(*end),
           .marked = true});
    }
    if (!text_.is(i + 1, TokenKind::Word) || !text_.touches_before(i + 1)) {
      add({.kind = DateWordKind::DayNumber, .value = value, .end = token_index(i + 1)});
    }
  }

  void year(std::size_t i, int value) {
    add({.kind = DateWordKind::Year, .value = value, .end = token_index(i + 1)});
  }

  bool decade(std::size_t i, int value, std::size_t length) {
    if (length == 3 || length > 4 || value % 10 != 0) return false;
    std::size_t mark = i + 1;
    if (text_.is(mark, "'") && text_.touches_before(mark)) ++mark;
    if (!text_.touches_before(mark)) return false;
    const std::string_view form = text_.form(mark);
    if (std::find(data_.decade_marks.begin(), data_.decade_marks.end(), form) ==
        data_.decade_marks.end())
      return false;
    const int first = length == 4 ? value : 1900 + value;
    add({.kind = DateWordKind::DecadeYear,
         .value = length <= 2 && value < 20 ? 2000 + value : first,
         .end = token_index(mark + 1)});
    return true;
  }

  void hour_and_minute(std::size_t i, int value) {
    if (value <= 24) add({.kind = DateWordKind::Hour, .value = value, .end = token_index(i + 1)});
    if (value <= 59 && text_.form(i).size() == 2) {
      add({.kind = DateWordKind::Minute, .value = value, .end = token_index(i + 1)});
    }
  }

  const FoldedText& text_;
  const DatesData& data_;
  std::vector<DateItem>& out_;
  NumericDates numeric_;
};

}  // namespace

DateItems::DateItems(const FoldedText& text, const std::vector<Numeral>& numerals,
                     const DatesData& data) {
  ItemFinder finder(text, data, items_);
  starts_.reserve(text.size() + 1);
  items_.reserve(text.size() / 4);
  auto numeral = numerals.begin();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t before = items_.size();
    starts_.push_back(static_cast<std::uint32_t>(before));
    if (text.is(i, TokenKind::Digits)) finder.digits(i);
    if (text.is(i, TokenKind::Punct)) finder.short_year(i);
    finder.words(i);
    if (text.is(i, TokenKind::Word)) {
      finder.roman(i);
      finder.prefixed_year(i);
    }
    for (; numeral != numerals.end() && numeral->first_token <= i; ++numeral) {
      if (numeral->first_token == i) finder.numeral(*numeral);
    }
    for (std::size_t k = before; k < items_.size(); ++k) {
      if (!is_telling(items_[k].kind)) continue;
      telling_.push_back(static_cast<std::uint32_t>(i));
      break;
    }
  }
  starts_.push_back(static_cast<std::uint32_t>(items_.size()));
}

DateItems::Range DateItems::at(std::size_t token) const {
  if (token + 1 >= starts_.size()) return {nullptr, nullptr};
  return {items_.data() + starts_[token], items_.data() + starts_[token + 1]};
}

}  // namespace twosource
