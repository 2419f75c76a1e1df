// Conversions in brackets: "100 Meilen (180 Kilometer)". Only units with an exact ratio; money has
// none.
#include <algorithm>

#include "core/compare/self/arithmetic.h"
#include "core/compare/self/sentence_rules.h"
#include "core/compare/unit_conversion.h"

namespace twosource {
namespace {

// The first figure may have its noun behind it ("a 26 mile run (42 km)"), the second stands alone
// in the bracket.
bool is_bracketed(const SentenceView& view, const Figure& first, const Figure& second) {
  constexpr std::uint32_t kLongestItem = 1;
  const FigureSentence& sentence = view.sentence;
  if (second.wide_first <= first.wide_end || second.wide_end >= sentence.end) return false;
  const std::uint32_t open = second.wide_first - 1;
  if (sentence.form(open) != "(" || sentence.form(second.wide_end) != ")") return false;
  if (open - first.wide_end > kLongestItem) return false;
  for (std::uint32_t i = first.wide_end; i < open; ++i) {
    if (!sentence.text->token(i).is(TokenKind::Word)) return false;
  }
  return true;
}

std::optional<Bounds> converted(const Bounds& bounds, const Quantity& from, const Quantity& to) {
  const auto low = convert_unit(bounds.low, from.unit, to.unit);
  const auto high = convert_unit(bounds.high, from.unit, to.unit);
  if (!low || !high || low->is_negative()) return std::nullopt;
  return Bounds{std::min(*low, *high), std::max(*low, *high)};
}

// Rounded on the way, and rounded again: a twentieth to each side is forgiven.
Bounds rounded_twice(const Bounds& bounds) {
  const auto low = bounds.low.times(Decimal(95));
  const auto high = bounds.high.times(Decimal(105));
  return {low ? low->scaled(-2).value_or(bounds.low) : bounds.low,
          high ? high->scaled(-2).value_or(bounds.high) : bounds.high};
}

// "a rise of 2 C (3.6 F)": a difference converts without the offset of the scale.
std::optional<Bounds> converted_difference(const Bounds& bounds, const Quantity& from,
                                           const Quantity& to) {
  const auto zero = convert_unit(Decimal(0), from.unit, to.unit);
  const auto low = convert_unit(bounds.low, from.unit, to.unit);
  const auto high = convert_unit(bounds.high, from.unit, to.unit);
  if (!zero || !low || !high) return std::nullopt;
  const auto a = low->minus(*zero);
  const auto b = high->minus(*zero);
  if (!a || !b || a->is_negative() || b->is_negative()) return std::nullopt;
  return Bounds{*a, *b};
}

bool fits(const Quantity& a, const Quantity& b) {
  const auto x = bounds_of(a);
  const auto y = bounds_of(b);
  if (!x || !y) return true;
  const auto direct = converted(*x, a, b);
  if (!direct) return true;
  const Bounds there = rounded_twice(*y);
  if (overlap(*direct, there)) return true;
  const auto difference = converted_difference(*x, a, b);
  return difference && overlap(*difference, there);
}

void judge(const Figure& first, const Figure& second, Contradictions& out) {
  constexpr int kDigits = 3;
  const Quantity& a = first.claim->value;
  const Quantity& b = second.claim->value;
  const bool compound = a.base || b.base;
  if (a.unit == b.unit || compound || !point_of(a) || !point_of(b) || fits(a, b)) return;
  const auto exact = convert_unit(*point_of(a), a.unit, b.unit);
  out.push_back({Rule::ConversionArithmetic,
                 second.claim,
                 {first.claim},
                 first.claim->text + " is about " +
                     (exact ? rounded(*exact, kDigits).to_string() : "something else") + " " +
                     b.unit + ", not " + second.claim->text + "."});
}

}  // namespace

void check_conversion(const SentenceView& view, Contradictions& out) {
  const auto& figures = view.sentence.figures;
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const bool measures = figures[i].claim->dimension == Dimension::Measure &&
                          figures[i + 1].claim->dimension == Dimension::Measure;
    if (measures && is_bracketed(view, figures[i], figures[i + 1]))
      judge(figures[i], figures[i + 1], out);
  }
}

}  // namespace twosource
