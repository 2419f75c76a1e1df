// Mention: a span of an article with a normal form - a number, an amount, a date, a name.
//
//   "Rund 12.000 Soldaten kamen am Donnerstag."
//    ^^^^^^^^^^^ Number 12000 about        ^^^^^^^^^^ see below: the span of a date is "Donnerstag"
//
// The span covers the hedge words only where CONTRACT's peers do: value and unit, not "rund". Spans
// are bytes of the field; JSON gives code points.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/byte_span.h"
#include "core/base/quantity.h"
#include "core/base/timex.h"
#include "core/document/document.h"

namespace twosource {

// A thing with a name, under an id that is the same in every language: "country:KP",
// "city:Asia/Pyongyang", "org:un", "person:kim-jong-un".
struct EntityRef {
  std::string id;
  std::string type;   // "country" "city" "org" "person" "place"
  std::string label;  // as the article writes it
  friend bool operator==(const EntityRef&, const EntityRef&) = default;
};

struct Mention {
  Field field = Field::Text;
  Zone zone = Zone::Body;
  ByteSpan span;  // the value with its unit
  ByteSpan core;  // the digits or number words alone (for "12.000 Euro": "12.000"); equals span for
                  // dates and names
  ByteSpan wide;  // span and the hedge words that belong to it
  Dimension dimension = Dimension::Number;
  Quantity value;  // amounts, ordinals, ages, scores (low = first side, high = second side)
  bool shared_sign = false;       // money written with a sign of several currencies: "$"
  std::optional<Timex> timex;     // dates, times, sets and durations
  std::optional<EntityRef> name;  // names
};

// One line for tests: `12.000 [5,11) number 12000 about digits=2`.
std::string to_line(const Mention& mention, std::string_view text);

}  // namespace twosource
