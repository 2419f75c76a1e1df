// Quantity: a value as an article writes it - an interval with a hedge and the written precision.
//
//   "12.000"            low 12000  high 12000  exact   digits 2
//   "rund 12.000"       low 12000  high 12000  about   digits 2
//   "mehr als 100"      low 100    high -      above   digits 1
//   "10 bis 15 Prozent" low 10     high 15     exact   digits 2   unit percent
//   "Tausende"          low 1000   high 10000  order
//
// low and high are what is *written*; which interval a hedge opens around them is the comparator's
// business.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/decimal.h"

namespace twosource {

// What an amount or a mention is about (CONTRACT: mentions, "dimension").
enum class Dimension : std::uint8_t {
  Number,
  Ordinal,
  Percent,
  Money,
  Measure,
  Duration,
  Age,
  Score,
  Date,
  Time,
  Set,
  Name,
};

enum class Hedge : std::uint8_t {
  Exact,
  About,     // rund, etwa, about
  Nearly,    // knapp, fast, nearly: just below
  JustOver,  // gut, just over: just above
  Above,     // mehr als, more than: no upper end
  AtLeast,   // mindestens, at least
  Below,     // weniger als, less than: no lower end
  AtMost,    // hoechstens, bis zu, up to
  Order,     // Tausende, dozens: an order of magnitude
};

struct Quantity {
  std::optional<Decimal> low;   // nullopt: open below
  std::optional<Decimal> high;  // nullopt: open above
  Hedge hedge = Hedge::Exact;
  std::uint8_t digits =
      0;  // significant digits as written; 0 when written in words without any precision
  std::string
      unit;  // CLDR unit identifier, ISO 4217 code, "percent", "percentage-point"; empty for none
  std::string ratio;  // "2/3" when low is a rounded fraction; empty otherwise

  // A compound amount ("2 Stunden 30 Minuten", "5 feet 7") once more in its smallest written unit.
  struct Base {
    std::optional<Decimal> low;
    std::optional<Decimal> high;
    std::string unit;
    friend bool operator==(const Base&, const Base&) = default;
  };
  std::optional<Base> base;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

// The names of CONTRACT: "just_over", "percent", ...
std::string_view name_of(Dimension dimension);
std::string_view name_of(Hedge hedge);
std::optional<Dimension> dimension_named(std::string_view name);
std::optional<Hedge> hedge_named(std::string_view name);

// One line for tests and traces: "about 12000 digits=2", "100.. above", "10..15 percent".
std::string to_line(const Quantity& quantity);

}  // namespace twosource
