#include "core/grammar/date_items.h"

#include <algorithm>
#include <charconv>

#include "core/base/civil.h"

namespace twosource {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2199;
// Two digits up to this are of the 21st century ("24" -> 2024), the others of the 20th ("98" ->
// 1998).
constexpr int kCenturyTurn = 50;

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
      return false;
    default:
      return true;
  }
}

// Finds the items that begin with one token.
class ItemFinder {
 public:
  ItemFinder(const FoldedText& text, const DatesData& data, std::vector<DateItem>& out)
      : text_(text), data_(data), out_(out) {}

  void words(std::size_t i) {
    const std::string_view form = text_.form(i);
    if (!data_.first_tokens.may_hold(form)) return;
    const auto found = data_.words.find(form);
    if (found == data_.words.end()) return;
    for (const DateWord& word : found->second) {
      const std::size_t end = i + 1 + word.rest.size();
      if (word.capitalised && !text_.token(i).has(Token::kCapitalised)) continue;
      if (end > text_.size()) continue;
      bool same = true;
      for (std::size_t k = 0; same && k < word.rest.size(); ++k)
        same = text_.form(i + 1 + k) == word.rest[k];
      if (!same) continue;
      add({.kind = word.kind,
           .literal = word.literal,
           .value = word.value,
           .end = token_index(end),
           .word = &word});
    }
  }

  // "XIX", "XIXe": an ordinal in capitals, for centuries.
  void roman(std::size_t i) {
    if (!data_.roman_ordinals || !text_.token(i).has(Token::kCapitalised)) return;
    const std::string_view bytes = text_.bytes(i);
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
  }

  // "'82", "'90s": the apostrophe stands for the century.
  void short_year(std::size_t i) {
    if (text_.form(i) != "'" || !text_.touches_before(i + 1) || !text_.is(i + 1, TokenKind::Digits))
      return;
    const std::optional<int> value = number(i + 1);
    if (!value || text_.form(i + 1).size() != 2) return;
    if (decade(i + 1, *value, 2)) return;
    if (text_.touches_before(i + 2) && text_.is(i + 2, TokenKind::Word)) return;
    add({.kind = DateWordKind::Year, .value = full_year(*value), .end = token_index(i + 2)});
  }

  void digits(std::size_t i) {
    if (glued_to_word(i)) return;
    const std::optional<int> value = number(i);
    if (!value) return;
    const std::size_t length = text_.form(i).size();
    if (spaced_date(i) || numeric_date(i) || numeric_time(i)) return;
    const bool part_of_decimal =
        joined_digits(i + 1, ".") || joined_digits(i + 1, ",") || behind_decimal(i);
    if (length == 2)
      add({.kind = DateWordKind::ShortYear, .value = full_year(*value), .end = token_index(i + 1)});
    if (length <= 2) hour_and_minute(i, *value);
    if (length <= 2 && *value <= 24) joined_time(i, *value);
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
    if (!numeral.all_words || !numeral.rest.empty() || numeral.fraction || !numeral.value.low)
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
    if (n >= 1 && n <= 24 && !numeral.article) {
      add({.kind = DateWordKind::Hour, .value = n, .end = numeral.end_token});
    }
  }

 private:
  static std::uint32_t token_index(std::size_t i) { return static_cast<std::uint32_t>(i); }
  static int full_year(int two_digits) {
    return two_digits + (two_digits < kCenturyTurn ? 2000 : 1900);
  }
  void add(DateItem item) { out_.push_back(item); }

  std::optional<int> number(std::size_t i) const {
    if (i >= text_.size() || !text_.is(i, TokenKind::Digits)) return std::nullopt;
    const std::string_view digits = text_.form(i);
    int value = 0;
    const auto [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || at != digits.data() + digits.size()) return std::nullopt;
    return value;
  }

  // "F16", "A-16", "$16": digits that belong to a name or to money.
  bool glued_to_word(std::size_t i) const {
    if (!text_.touches_before(i)) return false;
    if (text_.is(i - 1, TokenKind::Word) || text_.is(i - 1, TokenKind::Symbol)) return true;
    return false;
  }

  // Token i is the separator and touches digits on both sides.
  bool joined_digits(std::size_t i, std::string_view separator) const {
    return text_.is(i, separator) && text_.touches_before(i) && text_.touches_before(i + 1) &&
           text_.is(i + 1, TokenKind::Digits);
  }
  bool behind_decimal(std::size_t i) const {
    return i >= 2 && text_.is(i - 2, TokenKind::Digits) &&
           (joined_digits(i - 1, ".") || joined_digits(i - 1, ","));
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

  // "14h30": the word of the hour between digits.
  void joined_time(std::size_t i, int hour) {
    const bool joined = text_.touches_before(i + 1) && text_.is(i + 1, TokenKind::Word) &&
                        text_.touches_before(i + 2) && text_.is(i + 2, TokenKind::Digits);
    if (!joined) return;
    const std::optional<int> minute = number(i + 2);
    const auto found = data_.words.find(text_.form(i + 1));
    if (!minute || *minute > 59 || text_.form(i + 2).size() != 2 || found == data_.words.end())
      return;
    const bool mark = std::any_of(
        found->second.begin(), found->second.end(),
        [](const DateWord& w) { return w.kind == DateWordKind::HourMark && w.rest.empty(); });
    if (!mark) return;
    add({.kind = DateWordKind::NumericTime,
         .value = hour * 3600 + *minute * 60,
         .end = token_index(i + 3),
         .marked = true});
  }

  // 24. 10. 2024: full stops that touch the digits before them, and spaces.
  bool spaced_date(std::size_t i) {
    const auto stop = [&](std::size_t at) { return text_.is(at, ".") && text_.touches_before(at); };
    if (!stop(i + 1) || text_.touches_before(i + 2) || !stop(i + 3)) return false;
    const std::optional<int> a = number(i);
    const std::optional<int> b = number(i + 2);
    const std::optional<int> c = number(i + 4);
    if (!a || !b || !c || text_.form(i + 4).size() != 4) return false;
    return day_and_month(i + 5, *c, *a, *b, ".", false);
  }

  // 2024-10-24, 24.10.2024, 10/24/2024, 24.10.24, 24.10.
  bool numeric_date(std::size_t i) {
    constexpr std::string_view kSeparators[] = {".", "/", "-"};
    for (const std::string_view separator : kSeparators) {
      if (!separated(i, separator)) continue;
      const std::optional<int> a = number(i);
      const std::optional<int> b = number(i + 2);
      if (!a || !b || text_.form(i + 2).size() > 2) return false;
      // Before it: another number of a longer chain ("1.2.2024.3", a version) is no date.
      if (i > 0 && text_.touches_before(i) && text_.is(i - 1, separator) &&
          text_.is(i - 2, TokenKind::Digits))
        return false;
      if (separated(i + 2, separator)) return three_parts(i, *a, *b, separator);
      if (separator == "." && text_.touches_before(i + 3) && text_.is(i + 3, ".") &&
          !ends_line_number(i)) {
        return two_parts(i, *a, *b);
      }
      return false;
    }
    return false;
  }

  // Digits, separator, digits without space; a dotted date may have spaces ("24. 10. 2024").
  bool separated(std::size_t i, std::string_view separator) const {
    if (!text_.is(i, TokenKind::Digits) || !text_.touches_before(i + 1) ||
        !text_.is(i + 1, separator))
      return false;
    if (!text_.is(i + 2, TokenKind::Digits)) return false;
    return text_.touches_before(i + 2);
  }

  bool ends_line_number(std::size_t i) const { return text_.form(i).size() > 2; }

  bool three_parts(std::size_t i, int a, int b, std::string_view separator) {
    const std::optional<int> c = number(i + 4);
    const std::size_t digits_a = text_.form(i).size();
    const std::size_t digits_c = text_.form(i + 4).size();
    if (!c || joined_digits(i + 5, separator)) return false;
    if (digits_a == 4 && digits_c <= 2) return numeric(i + 5, a, b, *c, false);
    if (digits_a > 2 || (digits_c != 4 && digits_c != 2)) return false;
    if (digits_c == 2 && separator == "-") return false;
    const int year = digits_c == 4 ? *c : full_year(*c);
    return day_and_month(i + 5, year, a, b, separator, digits_c == 2);
  }

  bool two_parts(std::size_t i, int a, int b) {
    if (data_.numeric_order != "dmy") return false;
    return numeric(i + 4, 0, b, a, false);
  }

  // Which of two numbers is the month: dots are day first everywhere; else the language's order,
  // unless it is impossible.
  bool day_and_month(std::size_t end, int year, int a, int b, std::string_view separator,
                     bool assumed) {
    const bool month_first = separator != "." && data_.numeric_order == "mdy";
    if (a > 12 || (b <= 12 && !month_first))
      return numeric(end, year, b, a, assumed || (a <= 12 && a != b && separator == "/"));
    return numeric(end, year, a, b, assumed || (b <= 12 && a != b));
  }

  bool numeric(std::size_t end, int year, int month, int day, bool assumed) {
    if (month < 1 || day < 1 || year > kLastYear) return false;
    if (!make_day(year == 0 ? 2000 : year, static_cast<unsigned>(month),
                  static_cast<unsigned>(day)))
      return false;
    // Attached ISO time: "2024-10-24T08:30" is read as the date alone.
    if (text_.touches_before(end) && text_.is(end, TokenKind::Word) && text_.form(end) != "t")
      return false;
    add({.kind = DateWordKind::Numeric,
         .value = year * 10000 + month * 100 + day,
         .end = token_index(end),
         .assumed = assumed});
    return true;
  }

  // 14:30, 14.30, 14:30:05. Whether it is a time at all is for the shapes.
  bool numeric_time(std::size_t i) {
    const bool colon = joined_digits(i + 1, ":");
    if (!colon && !joined_digits(i + 1, ".")) return false;
    if (i > 0 && text_.touches_before(i) && (text_.is(i - 1, ":") || text_.is(i - 1, ".")))
      return false;
    const std::optional<int> hour = number(i);
    const std::optional<int> minute = number(i + 2);
    if (!hour || !minute || *hour > 24 || *minute > 59 || text_.form(i).size() > 2 ||
        text_.form(i + 2).size() != 2)
      return false;
    std::size_t end = i + 3;
    int seconds = *hour * 3600 + *minute * 60;
    if (colon && joined_digits(end, ":")) {
      const std::optional<int> second = number(end + 1);
      if (!second || *second > 59) return false;
      seconds += *second;
      end += 2;
    }
    add({.kind = DateWordKind::NumericTime,
         .value = seconds,
         .end = token_index(end),
         .marked = colon});
    return false;
  }

  const FoldedText& text_;
  const DatesData& data_;
  std::vector<DateItem>& out_;
};

}  // namespace

DateItems::DateItems(const FoldedText& text, const std::vector<Numeral>& numerals,
                     const DatesData& data) {
  ItemFinder finder(text, data, items_);
  starts_.reserve(text.size() + 1);
  auto numeral = numerals.begin();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t before = items_.size();
    starts_.push_back(static_cast<std::uint32_t>(before));
    if (text.is(i, TokenKind::Digits)) finder.digits(i);
    if (text.is(i, TokenKind::Punct)) finder.short_year(i);
    finder.words(i);
    if (text.is(i, TokenKind::Word)) finder.roman(i);
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
