// A number is a chain of digit runs with one separator between each two of them. The chain is
// collected first and then interpreted as a whole, since "1.234.567", "1.234,5", "1.2.3" and
// "3,4,5" differ only in their far end.
#include "core/grammar/digit_number.h"

#include <array>
#include <string>

#include "core/text/utf8.h"

namespace twosource {
namespace {

constexpr std::size_t kMaxRuns = 12;
constexpr char kSpace = ' ';
constexpr char kArabicComma = 'c';    // U+060C: groups
constexpr char kArabicDecimal = 'd';  // U+066B: never groups

struct Chain {
  std::array<std::uint32_t, kMaxRuns> token{};   // index of each run
  std::array<std::uint32_t, kMaxRuns> length{};  // in digits
  std::array<char, kMaxRuns> mark{};             // before each run but the first
  std::size_t runs = 0;
  bool round_thousands = false;  // "12,000": two runs, the second of three zeros
};

std::uint32_t digit_count(const FoldedText& text, std::size_t i) {
  const std::string_view bytes = text.bytes(i);
  return text.token(i).has(Token::kNonAscii) ? count_chars(bytes)
                                             : static_cast<std::uint32_t>(bytes.size());
}

// The mark between the run at token i and a following one, and where that stands; 0 for none.
char mark_after(const FoldedText& text, std::size_t i, std::size_t& next) {
  if (text.is(i + 1, TokenKind::Digits) && text.token(i + 1).has(Token::kSpaceBefore) &&
      !text.token(i + 1).has(Token::kNewlineBefore)) {
    // One space only, of whatever width.
    const ByteSpan gap{text.token(i).end, text.token(i + 1).begin};
    if (count_chars(slice(text.source().text, gap)) != 1) return 0;
    next = i + 1;
    return kSpace;
  }
  if (!text.touches_before(i + 1) || !text.touches_before(i + 2) ||
      !text.is(i + 2, TokenKind::Digits))
    return 0;
  const std::string_view form = text.form(i + 1);
  next = i + 2;
  // A fullwidth comma parts a sentence, but between fullwidth digits it groups.
  const bool wide_comma = form == "," && text.token(i + 1).has(Token::kNonAscii);
  if (wide_comma && (!text.token(next).has(Token::kNonAscii) || digit_count(text, next) != 3))
    return 0;
  if (form == "." || form == "," || form == "'") return form[0];
  if (form == "\xD8\x8C") return kArabicComma;
  if (form == "\xD9\xAB") return kArabicDecimal;
  return form == "\xD9\xAC" ? '\'' : '\0';
}

bool is_wide_space(const FoldedText& text, std::size_t run) {
  return text.token(run - 1).end + 1 < text.token(run).begin;
}

Chain collect(const FoldedText& text, std::size_t at, const NumbersData& data) {
  Chain chain;
  chain.token[0] = static_cast<std::uint32_t>(at);
  chain.length[0] = digit_count(text, at);
  chain.runs = 1;
  std::size_t i = at;
  while (chain.runs < kMaxRuns) {
    std::size_t next = 0;
    const char mark = mark_after(text, i, next);
    if (mark == 0) break;
    const std::uint32_t length = digit_count(text, next);
    if (mark == kSpace) {
      // "12 000": groups of three behind at most three; an ordinary space only where the language
      // writes so, or when the number goes on ("1 234 567").
      const bool shape = length == 3 && chain.length[0] <= 3 && text.form(at)[0] != '0' &&
                         (chain.runs == 1 || chain.mark[chain.runs - 1] == kSpace);
      if (!shape || (!data.group_by_space && !is_wide_space(text, next))) break;
    }
    chain.token[chain.runs] = static_cast<std::uint32_t>(next);
    chain.length[chain.runs] = length;
    chain.mark[chain.runs] = mark;
    ++chain.runs;
    i = next;
  }
  chain.round_thousands = chain.runs == 2 && chain.mark[1] == ',' && chain.length[0] > 1 &&
                          chain.length[0] <= 3 && text.form(at)[0] != '0' &&
                          text.is(chain.token[1], "000");
  return chain;
}

bool same_marks(const Chain& chain, std::size_t from, std::size_t to) {
  for (std::size_t i = from + 1; i < to; ++i) {
    if (chain.mark[i] != chain.mark[from]) return false;
  }
  return true;
}

// Whether runs 1 to `to` are groups of a number: three digits each, or two and a final three.
bool grouped(const Chain& chain, std::size_t to, bool zero_first) {
  if (to < 2 || !same_marks(chain, 1, to) || zero_first || chain.mark[1] == kArabicDecimal)
    return false;
  bool threes = chain.length[0] <= 3;
  bool indian = chain.mark[1] == ',' && chain.length[0] <= 2 && to > 2;
  for (std::size_t i = 1; i < to; ++i) {
    threes = threes && chain.length[i] == 3;
    indian = indian && chain.length[i] == (i + 1 == to ? 3U : 2U);
  }
  return threes || indian;
}

struct Reading {
  std::size_t runs = 1;   // how many of the chain belong to the number
  bool decimals = false;  // the last run stands behind a decimal mark
  bool chain = false;
};

Reading interpret(const Chain& chain, bool zero_first, const DigitConvention& convention) {
  const std::size_t n = chain.runs;
  if (n == 1) return {};
  const char last = chain.mark[n - 1];
  const bool decimal_mark = last == '.' || last == ',' || last == kArabicDecimal;
  if (same_marks(chain, 1, n)) {
    if (n > 2) {
      if (grouped(chain, n, zero_first)) return {n, false, false};
      return {last == '.' ? n : 1, false, last == '.'};
    }
    const bool could_group = grouped(chain, 2, zero_first);
    if (!decimal_mark) return could_group ? Reading{2, false, false} : Reading{};
    // Nobody measures to three zeros: "12,000" is the English writing in a German text as well.
    if (could_group && (chain.round_thousands || convention.groups(last))) return {2, false, false};
    return {2, true, false};
  }
  // Two kinds of marks: groups of one kind, then one decimal mark.
  if (decimal_mark && grouped(chain, n - 1, zero_first)) return {n, true, false};
  // "12 500.75" was taken too far, or a list: keep the longest head that is a number.
  for (std::size_t to = n - 1; to >= 2; --to) {
    if (grouped(chain, to, zero_first)) return {to, false, false};
  }
  return {last == '.' || chain.mark[1] == '.' ? n : 1, false, last == '.' || chain.mark[1] == '.'};
}

std::uint8_t significant(std::string_view digits, bool decimals) {
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string_view::npos) return 1;
  std::size_t last = digits.size();
  if (!decimals) last = digits.find_last_not_of('0') + 1;
  return static_cast<std::uint8_t>(std::min<std::size_t>(last - first, 30));
}

}  // namespace

void DigitConvention::look() const {
  constexpr int kSure = 3;  // what a number says that can be read in one way alone
  looked_ = true;
  int points = 0;
  int commas = 0;
  for (std::size_t i = 0; i < text_->size(); ++i) {
    if (!text_->is(i, TokenKind::Digits)) continue;
    const Chain chain = collect(*text_, i, *data_);
    const std::size_t n = chain.runs;
    if (n < 2) continue;
    const char last = chain.mark[n - 1];
    const bool zero_first = text_->form(i)[0] == '0';
    if (n > 2 && grouped(chain, n, zero_first)) {
      (last == '.' ? commas : points) += last == '.' || last == ',' ? kSure : 0;
    } else if (n > 2 && grouped(chain, n - 1, zero_first) && last != chain.mark[1]) {
      (last == ',' ? commas : points) += last == '.' || last == ',' ? kSure : 0;
    } else if (chain.round_thousands) {
      points += kSure;
    } else if (n == 2 && chain.length[1] != 3 && last == ',') {
      ++commas;
    } else if (n == 2 && chain.length[1] == 1 && last == '.' &&
               !text_->is(chain.token[1] + 1, ".")) {
      ++points;  // one place only: "12.30" may be a time, "3.5." a date
    }
    i = chain.token[n - 1];
  }
  // One "7.5" among "16.000" is a slip or a magnitude; it takes more to overturn a language's
  // habit.
  const auto needed = [&](char mark) {
    return data_->decimal.empty() || data_->decimal[0] == mark ? 1 : kSure;
  };
  if (points >= needed('.') && commas == 0) shown_decimal_ = '.';
  if (commas >= needed(',') && points == 0) shown_decimal_ = ',';
}

bool DigitConvention::groups(char mark) const {
  if (!looked_) look();
  if (shown_decimal_ != 0) return mark != shown_decimal_;
  if (data_->decimal.empty()) return true;
  return data_->decimal[0] != mark;
}

std::optional<DigitNumber> read_bare_decimals(const FoldedText& text, std::size_t at,
                                              const NumbersData& data) {
  const bool mark = data.decimal.empty() ? text.is(at, ".") : text.is(at, data.decimal);
  if (!mark || !text.is(at + 1, TokenKind::Digits) || !text.touches_before(at + 1))
    return std::nullopt;
  if (text.touches_before(at) && !text.is(at - 1, "-") && !text.is(at - 1, "$") &&
      !text.is(at - 1, "("))
    return std::nullopt;
  if (text.touches_before(at + 3) && text.is(at + 3, TokenKind::Digits)) return std::nullopt;
  std::string digits;
  append_ascii_digits(text.bytes(at + 1), digits);
  const auto value = Decimal::parse("." + digits);
  if (!value) return std::nullopt;
  DigitNumber out;
  out.value = *value;
  out.end_token = static_cast<std::uint32_t>(at + 2);
  out.digits = significant(digits, true);
  return out;
}

std::optional<DigitNumber> read_digits(const FoldedText& text, std::size_t at,
                                       const DigitConvention& convention, const NumbersData& data) {
  const Chain chain = collect(text, at, data);
  std::string digits;
  append_ascii_digits(text.bytes(at), digits);
  const bool zero_first = digits[0] == '0';
  const Reading reading = interpret(chain, zero_first, convention);
  DigitNumber out;
  out.end_token = chain.token[reading.runs - 1] + 1;
  out.chain = reading.chain;
  out.run_length = static_cast<std::uint8_t>(std::min<std::size_t>(digits.size(), 255));
  out.plain = reading.runs == 1;
  if (reading.chain) return out;
  std::string number = digits;
  for (std::size_t i = 1; i < reading.runs; ++i) {
    if (reading.decimals && i + 1 == reading.runs) number += '.';
    append_ascii_digits(text.bytes(chain.token[i]), digits);
    append_ascii_digits(text.bytes(chain.token[i]), number);
  }
  const auto value = Decimal::parse(number);
  if (!value) return std::nullopt;
  out.value = *value;
  out.digits = significant(digits, reading.decimals);
  return out;
}

}  // namespace twosource
