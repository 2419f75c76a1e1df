// Decimal: an exact decimal number, coefficient * 10^exponent. No double ever holds a value of the
// model.
//
// The coefficient has 64 bits, the exponent stays within +-kMaxExponent; what does not fit is an
// error or nullopt, never a rounded value. How many digits were *written* is not part of the
// number: Quantity::digits keeps it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace twosource {

class Decimal {
 public:
  static constexpr int kMaxExponent = 60;

  Decimal() = default;
  explicit Decimal(std::int64_t whole) : Decimal(normalised(whole, 0)) {}

  // coefficient * 10^exponent; nullopt when the exponent is out of range.
  static std::optional<Decimal> make(std::int64_t coefficient, int exponent);

  // Reads "-12.50", "12", ".5", "1e6". The decimal separator is a point; no grouping. Errors:
  // BadInput, TooLarge.
  static Result<Decimal> parse(std::string_view text);

  // Normalised: the coefficient ends in a digit other than 0, or is 0 with exponent 0.
  std::int64_t coefficient() const { return coefficient_; }
  int exponent() const { return exponent_; }

  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return coefficient_ < 0; }
  bool is_integer() const { return exponent_ >= 0; }

  // The number as int64, when it is a whole one and fits.
  std::optional<std::int64_t> to_int() const;
  // For scores, logarithms and candidate search only; never for a decision about equality.
  double to_double() const;

  Decimal negated() const;
  Decimal abs() const { return is_negative() ? negated() : *this; }

  // Exact, or nullopt when the result does not fit.
  std::optional<Decimal> plus(const Decimal& other) const;
  std::optional<Decimal> minus(const Decimal& other) const;
  std::optional<Decimal> times(const Decimal& other) const;
  // This number times 10^power.
  std::optional<Decimal> scaled(int power) const;

  struct Quotient;
  // This / other. `exact` says whether the quotient ends; else it is rounded half up to `digits`
  // significant digits. nullopt when `other` is zero or the result does not fit.
  std::optional<Quotient> divided_by(const Decimal& other, int digits = 12) const;

  // Plain notation without exponent: "12000", "-0.05". At most kMaxExponent zeros are written out.
  std::string to_string() const;

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  static Decimal normalised(std::int64_t coefficient, int exponent);

  std::int64_t coefficient_ = 0;
  std::int32_t exponent_ = 0;
};

struct Decimal::Quotient {
  Decimal value;
  bool exact = false;
};

}  // namespace twosource
