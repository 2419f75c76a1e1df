#include "core/base/decimal.h"

#include <cmath>
#include <cstdlib>
#include <limits>

namespace twosource {
namespace {

__extension__ using Wide = __int128;

constexpr int kWideDigits = 38;

Wide power_of_ten(int exponent) {
  Wide value = 1;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value;
}

int digit_count(Wide value) {
  int count = 0;
  for (; value != 0; value /= 10) ++count;
  return count;
}

// The smallest coefficient that means the same, when it fits into 64 bits.
std::optional<Decimal> narrowed(Wide coefficient, int exponent) {
  while (coefficient != 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  if (coefficient > std::numeric_limits<std::int64_t>::max() ||
      coefficient < std::numeric_limits<std::int64_t>::min() + 1) {
    return std::nullopt;
  }
  return Decimal::make(static_cast<std::int64_t>(coefficient), exponent);
}

struct Scanned {
  std::int64_t coefficient = 0;
  int exponent = 0;
  bool any = false;
  bool overflow = false;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void take_digit(Scanned& s, char c, bool fraction) {
  s.any = true;
  if (s.coefficient > (std::numeric_limits<std::int64_t>::max() - (c - '0')) / 10) {
    // Zeros beyond the precision of 64 bits move into the exponent; any other digit would be lost.
    if (c != '0') s.overflow = true;
    if (!fraction) ++s.exponent;
    return;
  }
  s.coefficient = s.coefficient * 10 + (c - '0');
  if (fraction) --s.exponent;
}

}  // namespace

Decimal Decimal::normalised(std::int64_t coefficient, int exponent) {
  Decimal out;
  if (coefficient == 0) return out;
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  out.coefficient_ = coefficient;
  out.exponent_ = exponent;
  return out;
}

std::optional<Decimal> Decimal::make(std::int64_t coefficient, int exponent) {
  if (coefficient == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  const Decimal out = normalised(coefficient, exponent);
  if (out.exponent_ > kMaxExponent || out.exponent_ < -kMaxExponent) return std::nullopt;
  return out;
}

Result<Decimal> Decimal::parse(std::string_view text) {
  const auto bad = [&] {
    return Error{
        ErrorKind::BadInput, "'" + std::string(text) + "' is not a decimal number", {}, 0, 0};
  };
  const auto large = [&] {
    return Error{ErrorKind::TooLarge,
                 "'" + std::string(text) + "' has more digits than can be kept exactly",
                 {},
                 0,
                 0};
  };
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) ++at;
  Scanned s;
  for (; at < text.size() && is_digit(text[at]); ++at) take_digit(s, text[at], false);
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && is_digit(text[at]); ++at) take_digit(s, text[at], true);
  }
  if (!s.any) return bad();
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    const bool down = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    int power = 0;
    const std::size_t first = at;
    for (; at < text.size() && is_digit(text[at]); ++at)
      power = std::min(power * 10 + (text[at] - '0'), 10000);
    if (at == first) return bad();
    s.exponent += down ? -power : power;
  }
  if (at != text.size()) return bad();
  if (s.overflow) return large();
  const auto out = make(negative ? -s.coefficient : s.coefficient, s.exponent);
  return out ? Result<Decimal>(*out) : Result<Decimal>(large());
}

std::optional<std::int64_t> Decimal::to_int() const {
  if (exponent_ < 0 || exponent_ > 18) return std::nullopt;
  const Wide value = Wide{coefficient_} * power_of_ten(exponent_);
  if (value > std::numeric_limits<std::int64_t>::max() ||
      value < -std::numeric_limits<std::int64_t>::max())
    return std::nullopt;
  return static_cast<std::int64_t>(value);
}

double Decimal::to_double() const {
  return static_cast<double>(coefficient_) * std::pow(10.0, exponent_);
}

Decimal Decimal::negated() const {
  Decimal out = *this;
  out.coefficient_ = -out.coefficient_;
  return out;
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  if (is_zero()) return other;
  if (other.is_zero()) return *this;
  const Decimal& high = exponent_ >= other.exponent_ ? *this : other;
  const Decimal& low = exponent_ >= other.exponent_ ? other : *this;
  const int shift = high.exponent_ - low.exponent_;
  if (shift + digit_count(high.coefficient_) > kWideDigits - 1) return std::nullopt;
  return narrowed(Wide{high.coefficient_} * power_of_ten(shift) + low.coefficient_, low.exponent_);
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const {
  return plus(other.negated());
}

std::optional<Decimal> Decimal::times(const Decimal& other) const {
  return narrowed(Wide{coefficient_} * other.coefficient_, exponent_ + other.exponent_);
}

std::optional<Decimal> Decimal::scaled(int power) const {
  return make(coefficient_, exponent_ + power);
}

std::optional<Decimal::Quotient> Decimal::divided_by(const Decimal& other, int digits) const {
  if (other.is_zero()) return std::nullopt;
  if (is_zero()) return Quotient{Decimal(), true};
  // Scale the dividend up so that the quotient has more digits than are wanted, without leaving 128
  // bits.
  const int room = kWideDigits - 1 - digit_count(coefficient_);
  Wide dividend = Wide{coefficient_} * power_of_ten(room);
  const Wide divisor = other.coefficient_;
  Wide quotient = dividend / divisor;
  int exponent = exponent_ - other.exponent_ - room;
  if (dividend % divisor == 0) {
    if (const auto exact = narrowed(quotient, exponent)) return Quotient{*exact, true};
  }
  for (int excess = digit_count(quotient) - digits; excess > 0; --excess) {
    const Wide last = quotient % 10;
    quotient /= 10;
    ++exponent;
    if (excess == 1 && (last >= 5 || last <= -5)) quotient += last > 0 ? 1 : -1;
  }
  const auto rounded = narrowed(quotient, exponent);
  if (!rounded) return std::nullopt;
  return Quotient{*rounded, false};
}

std::string Decimal::to_string() const {
  std::string digits = std::to_string(coefficient_ < 0 ? -coefficient_ : coefficient_);
  if (exponent_ >= 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else {
    const auto places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return coefficient_ < 0 ? '-' + digits : digits;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const int sign_a = a.coefficient_ > 0 ? 1 : (a.coefficient_ < 0 ? -1 : 0);
  const int sign_b = b.coefficient_ > 0 ? 1 : (b.coefficient_ < 0 ? -1 : 0);
  if (sign_a != sign_b || sign_a == 0) return sign_a <=> sign_b;
  // Equal signs: the one with more digits before the point is the larger; else both fit into 128
  // bits.
  const int size_a = digit_count(a.coefficient_) + a.exponent_;
  const int size_b = digit_count(b.coefficient_) + b.exponent_;
  if (size_a != size_b) return sign_a > 0 ? size_a <=> size_b : size_b <=> size_a;
  const int shift = a.exponent_ - b.exponent_;
  const Wide wide_a = Wide{a.coefficient_} * (shift > 0 ? power_of_ten(shift) : Wide{1});
  const Wide wide_b = Wide{b.coefficient_} * (shift < 0 ? power_of_ten(-shift) : Wide{1});
  return wide_a < wide_b
             ? std::strong_ordering::less
             : (wide_a > wide_b ? std::strong_ordering::greater : std::strong_ordering::equal);
}

}  // namespace twosource
