// Changes: from, to and by must fit each other, and the verb must point the right way.
#include <algorithm>
#include <array>

#include "core/compare/self/arithmetic.h"
#include "core/compare/self/sentence_rules.h"

namespace twosource {
namespace {

struct Step {
  const Figure* from = nullptr;
  const Figure* to = nullptr;
  const Figure* by = nullptr;
};

// Words, commas and brackets only, few of them, and no second statement.
bool adjacent(const SentenceView& view, const Figure& a, const Figure& b) {
  constexpr std::uint32_t kFar = 5;
  constexpr std::uint32_t kFarBehindComma = 3;
  if (b.wide_first < a.wide_end || b.wide_first - a.wide_end > kFar) return false;
  if (holds_phrase(view.sentence, view.words().joiners, a.wide_end, b.wide_first)) return false;
  for (std::uint32_t i = a.wide_end; i < b.wide_first; ++i) {
    const WordEntry* word = view.pack.claims.words.find(view.sentence.form(i));
    if (word != nullptr && word->sense.marks.has(Mark::Subordinator)) return false;
  }
  const bool apart =
      a.wide_end < b.wide_first && !view.sentence.text->token(a.wide_end).is(TokenKind::Word);
  if (apart && b.wide_first - a.wide_end > kFarBehindComma) return false;
  for (std::uint32_t i = a.wide_end; i < b.wide_first; ++i) {
    const std::string_view form = view.sentence.form(i);
    if (!view.sentence.text->token(i).is(TokenKind::Word) && form != "," && form != "(")
      return false;
  }
  return true;
}

bool stands_before(const SentenceView& view, const PhraseLexicon& words, const Figure& figure) {
  return phrase_before(view.sentence, words, {}, figure.wide_first) != figure.wide_first;
}

enum class Direction { Unknown, Up, Down };

bool ends_clause(const SentenceView& view, std::uint32_t i) {
  return !view.sentence.text->token(i).is(TokenKind::Word) ||
         holds_phrase(view.sentence, view.words().joiners, i, i + 1);
}

// What the verb of the clause says: looked for before the change, and behind it where verbs end the
// clause. Words both ways say nothing.
Direction direction_of(const SentenceView& view, std::uint32_t before, const Figure& first,
                       const Figure& second) {
  constexpr std::uint32_t kNear = 5;  // where verbs stand before what they govern
  std::uint32_t begin = first.wide_first;
  while (begin > before && !ends_clause(view, begin - 1) &&
         (view.pack.claims.verbs_last || first.wide_first - begin < kNear))
    --begin;
  std::uint32_t end = second.wide_end;
  if (view.pack.claims.verbs_last) {
    while (end < view.sentence.end && !ends_clause(view, end)) ++end;
  }
  const bool up = holds_phrase(view.sentence, view.words().rises, begin, end);
  const bool down = holds_phrase(view.sentence, view.words().falls, begin, end);
  if (up == down) return Direction::Unknown;
  return up ? Direction::Up : Direction::Down;
}

bool same_unit(const Figure& a, const Figure& b) {
  return a.claim->dimension == b.claim->dimension && a.claim->value.unit == b.claim->value.unit;
}

bool is_relative(const Figure& by) {
  return by.claim->value.unit == "percent";
}

// The size of an absolute change has the unit of its ends; that of shares, percentage points.
bool fits_unit(const Figure& from, const Figure& by) {
  if (same_unit(from, by)) return true;
  return from.claim->value.unit == "percent" && by.claim->value.unit == "percentage-point";
}

bool is_amount(const Figure& figure) {
  switch (figure.claim->dimension) {
    case Dimension::Number:
    case Dimension::Percent:
    case Dimension::Money:
    case Dimension::Measure:
      return figure.claim->kind != ClaimKind::Rank && bounds_of(figure.claim->value).has_value();
    default:
      return false;
  }
}

// Whether `small` changed by `by` can be `large`; what cannot be computed can be.
bool relative_fits(const Bounds& small, const Bounds& large, const Bounds& by, bool up) {
  // Falling: large * (100 - by) = 100 * small; rising: small * (100 + by) = 100 * large.
  const Bounds& start = up ? small : large;
  const Bounds& goal = up ? large : small;
  const Decimal hundred(100);
  const auto low = up ? hundred.plus(by.low) : hundred.minus(by.high);
  const auto high = up ? hundred.plus(by.high) : hundred.minus(by.low);
  if (!low || !high || low->is_negative()) return true;
  const auto reached = product_of(start, {*low, *high});
  const auto wanted = product_of(goal, {hundred, hundred});
  return !reached || !wanted || overlap(*reached, *wanted);
}

bool absolute_fits(const Bounds& small, const Bounds& large, const Bounds& by) {
  const auto reached = sum_of(small, by);
  return !reached || overlap(*reached, large);
}

bool within(const Decimal& a, const Decimal& b, int ratio) {
  if (a.is_zero() || b.is_zero()) return true;
  const auto times = std::max(a, b).divided_by(std::min(a, b));
  return times && times->value <= Decimal(ratio);
}

// The power of ten that brings the first figure to the scale of the second; nullopt when they are
// of different kinds. "von 1,2 auf 1,5 Millionen Euro": scale and unit stand once, behind the
// second.
std::optional<int> shared_scale(const Figure& from, const Figure& to) {
  constexpr int kRatio = 200;
  constexpr int kCloseRatio = 31;  // leaves one power of a thousand
  constexpr int kThousand = 3;
  constexpr int kLargest = 12;
  const Decimal a = *point_of(from.claim->value);
  const Decimal b = *point_of(to.claim->value);
  if (same_unit(from, to) && within(a, b, kRatio)) return 0;
  const bool bare = from.claim->dimension == Dimension::Number && from.claim->value.unit.empty();
  if (!bare || a >= Decimal(1000)) return std::nullopt;
  for (int power = 0; power <= kLargest; power += kThousand) {
    const auto raised = a.scaled(power);
    if (raised && within(*raised, b, kCloseRatio)) return power;
  }
  return std::nullopt;
}

// Both ends of the change in the same scale.
struct Ends {
  Decimal from;
  Decimal to;
  Bounds from_bounds;
  Bounds to_bounds;
  bool up() const { return from < to; }
};

std::optional<Ends> ends_of(const Step& step) {
  const auto power = shared_scale(*step.from, *step.to);
  if (!power) return std::nullopt;
  const auto from = point_of(step.from->claim->value)->scaled(*power);
  const auto bounds = scaled(*bounds_of(step.from->claim->value), *power);
  if (!from || !bounds) return std::nullopt;
  return Ends{*from, *point_of(step.to->claim->value), *bounds, *bounds_of(step.to->claim->value)};
}

// One end of a range as a quantity of its own.
Quantity end_of(const Quantity& range, const std::optional<Decimal>& end) {
  Quantity out = range;
  out.low = out.high = end;
  return out;
}

// "со 100 до 130 евро": both ends in one mention, the smaller first.
std::optional<Ends> ends_of_range(const Quantity& range) {
  if (!range.low || !range.high || *range.low >= *range.high || range.hedge != Hedge::Exact)
    return std::nullopt;
  const auto from = bounds_of(end_of(range, range.low));
  const auto to = bounds_of(end_of(range, range.high));
  if (!from || !to) return std::nullopt;
  return Ends{*range.low, *range.high, *from, *to};
}

std::string moved(const Step& step) {
  if (step.from == step.to) return step.from->claim->text;
  return "From " + step.from->claim->text + " to " + step.to->claim->text;
}

std::string size_of_change(const Step& step, const Ends& ends) {
  const auto difference = ends.up() ? ends.to.minus(ends.from) : ends.from.minus(ends.to);
  if (!difference) return "another change";
  if (!is_relative(*step.by)) return "a change of " + difference->to_string();
  return "a change of " + percent_text(*difference, ends.from) + " percent";
}

bool size_fits(const Step& step, const Ends& ends) {
  const Bounds by = forgiving(*bounds_of(step.by->claim->value));
  const Bounds& small = ends.up() ? ends.from_bounds : ends.to_bounds;
  const Bounds& large = ends.up() ? ends.to_bounds : ends.from_bounds;
  // "um 2 Prozent von 10 auf 12 Prozent": points are often called percent.
  const bool points = is_relative(*step.by) && step.to->claim->value.unit == "percent";
  if (points && absolute_fits(small, large, by)) return true;
  return is_relative(*step.by) ? relative_fits(small, large, by, ends.up())
                               : absolute_fits(small, large, by);
}

void judge_size(const Step& step, Contradictions& out) {
  if (step.from == nullptr || step.to == nullptr || step.by == nullptr) return;
  const auto ends = step.from == step.to ? ends_of_range(step.from->claim->value) : ends_of(step);
  if (!ends || ends->from.is_zero()) return;
  if (!is_relative(*step.by) && !fits_unit(*step.from, *step.by)) return;
  if (size_fits(step, *ends)) return;
  out.push_back({Rule::ChangeArithmetic, step.by->claim,
                 step.from == step.to ? std::vector<const Claim*>{step.from->claim}
                                      : std::vector<const Claim*>{step.from->claim, step.to->claim},
                 moved(step) + " is " + size_of_change(step, *ends) + ", not of " +
                     step.by->claim->text + "."});
}

void judge_direction(const Step& step, Direction direction, Contradictions& out) {
  const auto ends = ends_of(step);
  if (!ends || ends->from == ends->to || direction == Direction::Unknown) return;
  if (ends->up() == (direction == Direction::Up)) return;
  out.push_back({Rule::ChangeDirection,
                 step.to->claim,
                 {step.from->claim},
                 moved(step) + (direction == Direction::Up ? " is a fall, the words say a rise."
                                                           : " is a rise, the words say a fall.")});
}

bool is_year_like(const Figure& figure) {
  const auto value = point_of(figure.claim->value);
  return figure.claim->dimension == Dimension::Number && value && *value >= Decimal(1900) &&
         *value <= Decimal(2100);
}

class ChangeRule {
 public:
  ChangeRule(const SentenceView& view, Contradictions& out) : view_(view), out_(out) {}

  void run() {
    const auto& figures = view_.sentence.figures;
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
      if (!adjacent(view_, figures[i], figures[i + 1])) continue;
      const bool third = i + 2 < figures.size() && adjacent(view_, figures[i + 1], figures[i + 2]);
      if (third && triple(i)) {
        i += 2;
        continue;
      }
      if (!range(i, i + 1) && !range(i + 1, i)) pair(i);
    }
  }

 private:
  // "um 10 Prozent", "rose 10 percent"
  bool is_size(const Figure& figure) const {
    if (!figure.claim->value.ratio.empty()) return false;  // "rose by half"
    if (stands_before(view_, view_.words().by, figure)) return true;
    return stands_before(view_, view_.words().rises, figure) ||
           stands_before(view_, view_.words().falls, figure);
  }

  // Gives the figure its part by the word before it; false when it has none, or the part is taken.
  bool place(const Figure& figure, Step& step) const {
    if (!is_amount(figure) || is_year_like(figure)) return false;
    const Figure** slot = nullptr;
    if (stands_before(view_, view_.words().to, figure)) {
      slot = &step.to;
    } else if (stands_before(view_, view_.words().from, figure)) {
      slot = &step.from;
    } else if (is_size(figure)) {
      slot = &step.by;
    }
    if (slot == nullptr || *slot != nullptr) return false;
    *slot = &figure;
    return true;
  }

  // The one percentage among three figures is the size, where a word says that it is one: some
  // languages have one word for "from" and "by".
  const Figure* size_among(std::size_t i) const {
    const auto& figures = view_.sentence.figures;
    const Figure* found = nullptr;
    for (std::size_t k = i; k < i + 3; ++k) {
      if (!is_relative(figures[k])) continue;
      if (found != nullptr) return nullptr;
      found = &figures[k];
    }
    return found != nullptr && is_amount(*found) && is_size(*found) ? found : nullptr;
  }

  bool triple(std::size_t i) {
    const auto& figures = view_.sentence.figures;
    Step step;
    step.by = size_among(i);
    for (std::size_t k = i; k < i + 3; ++k) {
      if (&figures[k] != step.by && !place(figures[k], step)) return false;
    }
    judge_size(step, out_);
    direction(i, step);
    return true;
  }

  // "um 10 Prozent" beside "von 100 bis 130", in a sentence of growing.
  bool range(std::size_t size, std::size_t ends) {
    const auto& figures = view_.sentence.figures;
    const Figure& by = figures[size];
    const Figure& from = figures[ends];
    if (!is_amount(by) || !is_size(by) || !ends_of_range(from.claim->value)) return false;
    if (!stands_before(view_, view_.words().from, from)) return false;
    const std::uint32_t first = view_.sentence.first;
    if (direction_of(view_, first, size < ends ? by : from, size < ends ? from : by) ==
        Direction::Up)
      judge_size({&from, &from, &by}, out_);
    return true;
  }

  void pair(std::size_t i) {
    Step step;
    if (!place(view_.sentence.figures[i], step) || !place(view_.sentence.figures[i + 1], step))
      return;
    direction(i, step);
  }

  void direction(std::size_t i, const Step& step) {
    if (step.from == nullptr || step.to == nullptr) return;
    const std::uint32_t before =
        i == 0 ? view_.sentence.first : view_.sentence.figures[i - 1].wide_end;
    const bool from_first = step.from->first < step.to->first;
    const Figure& first = from_first ? *step.from : *step.to;
    const Figure& second = from_first ? *step.to : *step.from;
    judge_direction(step, direction_of(view_, before, first, second), out_);
  }

  const SentenceView& view_;
  Contradictions& out_;
};

}  // namespace

void check_change(const SentenceView& view, Contradictions& out) {
  ChangeRule(view, out).run();
}

}  // namespace twosource
