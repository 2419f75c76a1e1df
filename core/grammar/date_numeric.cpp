#include "core/grammar/date_numeric.h"

#include <algorithm>
#include <charconv>

#include "core/base/civil.h"

namespace twosource {
namespace {

constexpr int kLastYear = 2199;
// Two digits up to this are of the 21st century ("24" -> 2024), the others of the 20th ("98" ->
// 1998).
constexpr int kCenturyTurn = 50;

std::uint32_t index(std::size_t i) {
  return static_cast<std::uint32_t>(i);
}

}  // namespace

std::optional<int> digits_at(const FoldedText& text, std::size_t i) {
  if (i >= text.size() || !text.is(i, TokenKind::Digits)) return std::nullopt;
  const std::string_view digits = text.form(i);
  int value = 0;
  const auto [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || at != digits.data() + digits.size()) return std::nullopt;
  return value;
}

int full_year(int two_digits) {
  return two_digits + (two_digits < kCenturyTurn ? 2000 : 1900);
}

bool joins_digits(const FoldedText& text, std::size_t i, std::string_view separator) {
  return text.is(i, separator) && text.touches_before(i) && text.touches_before(i + 1) &&
         text.is(i + 1, TokenKind::Digits);
}

void NumericDates::read_joined_time(std::size_t i, int hour) {
  const bool joined = text_.touches_before(i + 1) && text_.is(i + 1, TokenKind::Word) &&
                      text_.touches_before(i + 2) && text_.is(i + 2, TokenKind::Digits);
  if (!joined) return;
  const std::optional<int> minute = digits_at(text_, i + 2);
  const auto* found = data_.words.find(text_.form(i + 1), text_.hash(i + 1));
  if (!minute || *minute > 59 || text_.form(i + 2).size() != 2 || found == nullptr) return;
  const bool mark = std::any_of(found->begin(), found->end(), [](const DateWord& w) {
    return w.kind == DateWordKind::HourMark && w.rest.empty();
  });
  if (!mark) return;
  out_.push_back({.kind = DateWordKind::NumericTime,
                  .value = hour * 3600 + *minute * 60,
                  .end = index(i + 3),
                  .marked = true});
}

// 24. 10. 2024: full stops that touch the digits before them, and spaces.
bool NumericDates::spaced_date(std::size_t i) {
  const auto stop = [&](std::size_t at) { return text_.is(at, ".") && text_.touches_before(at); };
  if (!stop(i + 1) || text_.touches_before(i + 2) || !stop(i + 3)) return false;
  const std::optional<int> a = digits_at(text_, i);
  const std::optional<int> b = digits_at(text_, i + 2);
  const std::optional<int> c = digits_at(text_, i + 4);
  if (!a || !b || !c || text_.form(i + 4).size() != 4) return false;
  return day_and_month(i + 5, *c, *a, *b, ".", false);
}

// 2024-10-24, 24.10.2024, 10/24/2024, 24.10.24, 24.10.
bool NumericDates::numeric_date(std::size_t i) {
  constexpr std::string_view kSeparators[] = {".", "/", "-"};
  for (const std::string_view separator : kSeparators) {
    if (!separated(i, separator)) continue;
    const std::optional<int> a = digits_at(text_, i);
    const std::optional<int> b = digits_at(text_, i + 2);
    if (!a || !b || text_.form(i + 2).size() > 2) return false;
    // Before it: another number of a longer chain ("1.2.2024.3", a version) is no date.
    if (i > 0 && text_.touches_before(i) && text_.is(i - 1, separator) &&
        text_.is(i - 2, TokenKind::Digits))
      return false;
    if (separated(i + 2, separator)) return three_parts(i, *a, *b, separator);
    if (separator == "." && text_.touches_before(i + 3) && text_.is(i + 3, ".") &&
        text_.form(i).size() <= 2) {
      return two_parts(i, *a, *b);
    }
    return false;
  }
  return false;
}

// Digits, separator, digits without space; a dotted date may have spaces ("24. 10. 2024").
bool NumericDates::separated(std::size_t i, std::string_view separator) const {
  if (!text_.is(i, TokenKind::Digits) || !text_.touches_before(i + 1) ||
      !text_.is(i + 1, separator))
    return false;
  if (!text_.is(i + 2, TokenKind::Digits)) return false;
  return text_.touches_before(i + 2);
}

bool NumericDates::three_parts(std::size_t i, int a, int b, std::string_view separator) {
  const std::optional<int> c = digits_at(text_, i + 4);
  const std::size_t digits_a = text_.form(i).size();
  const std::size_t digits_c = text_.form(i + 4).size();
  if (!c || joins_digits(text_, i + 5, separator)) return false;
  if (digits_a == 4 && digits_c <= 2) return numeric(i + 5, a, b, *c, false);
  if (digits_a > 2 || (digits_c != 4 && digits_c != 2)) return false;
  if (digits_c == 2 && separator == "-") return false;
  const int year = digits_c == 4 ? *c : full_year(*c);
  return day_and_month(i + 5, year, a, b, separator, digits_c == 2);
}

bool NumericDates::two_parts(std::size_t i, int a, int b) {
  if (data_.numeric_order != "dmy") return false;
  return numeric(i + 4, 0, b, a, false);
}

// Which of two numbers is the month: dots are day first everywhere; else the language's order,
// unless it is impossible.
bool NumericDates::day_and_month(std::size_t end, int year, int a, int b,
                                 std::string_view separator, bool assumed) {
  const bool month_first = separator != "." && data_.numeric_order == "mdy";
  if (a > 12 || (b <= 12 && !month_first))
    return numeric(end, year, b, a, assumed || (a <= 12 && a != b && separator == "/"));
  return numeric(end, year, a, b, assumed || (b <= 12 && a != b));
}

bool NumericDates::numeric(std::size_t end, int year, int month, int day, bool assumed) {
  if (month < 1 || day < 1 || year > kLastYear) return false;
  if (!make_day(year == 0 ? 2000 : year, static_cast<unsigned>(month), static_cast<unsigned>(day)))
    return false;
  // Attached ISO time: "2024-10-24T08:30" is read as the date alone.
  if (text_.touches_before(end) && text_.is(end, TokenKind::Word) && text_.form(end) != "t")
    return false;
  out_.push_back({.kind = DateWordKind::Numeric,
                  .value = year * 10000 + month * 100 + day,
                  .end = index(end),
                  .assumed = assumed});
  return true;
}

// 14:30, 14.30, 14:30:05
void NumericDates::read_time(std::size_t i) {
  const bool colon = joins_digits(text_, i + 1, ":");
  if (!colon && !joins_digits(text_, i + 1, ".")) return;
  if (i > 0 && text_.touches_before(i) && (text_.is(i - 1, ":") || text_.is(i - 1, "."))) return;
  const std::optional<int> hour = digits_at(text_, i);
  const std::optional<int> minute = digits_at(text_, i + 2);
  if (!hour || !minute || *hour > 24 || *minute > 59 || text_.form(i).size() > 2 ||
      text_.form(i + 2).size() != 2)
    return;
  std::size_t end = i + 3;
  int seconds = *hour * 3600 + *minute * 60;
  if (colon && joins_digits(text_, end, ":")) {
    const std::optional<int> second = digits_at(text_, end + 1);
    if (!second || *second > 59) return;
    seconds += *second;
    end += 2;
  }
  out_.push_back(
      {.kind = DateWordKind::NumericTime, .value = seconds, .end = index(end), .marked = colon});
}

}  // namespace twosource
