// An axis is found in three steps: values in one unit (days since 1970 for dates), the range of
// their finite ends, and the scale: logarithmic where the largest is a hundred times the smallest.
#include "reports/strip_plot.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/compare/interval.h"
#include "core/compare/unit_conversion.h"
#include "reports/escape.h"
#include "reports/reading_order.h"
#include "reports/unit_words.h"
#include "reports/wording.h"

namespace twosource {
namespace {

constexpr double kLogarithmicFrom = 100;  // largest to smallest
constexpr double kMargin = 6;             // percent of the width on both sides
constexpr double kAxisLetters = 34;       // of a label, side by side on the narrowest axis

// A row before it has a place on the axis.
struct Extent {
  std::optional<double> low, high;              // the figure
  std::optional<double> reach_low, reach_high;  // with slack
};

struct Candidate {
  PlotRow row;
  Extent extent;
};

bool is_day(const Claim& claim) {
  return claim.dimension == Dimension::Date && claim.timex && claim.timex->range;
}

std::optional<double> day_number(Day day) {
  if (day <= kDistantPast || day >= kDistantFuture) return std::nullopt;
  return static_cast<double>(day.time_since_epoch().count());
}

std::optional<double> in_unit(const std::optional<Decimal>& value, const std::string& from,
                              const std::string& to) {
  if (!value) return std::nullopt;
  if (from == to) return value->to_double();
  const auto converted = convert_unit(*value, from, to);
  return converted ? std::optional<double>(converted->to_double()) : std::nullopt;
}

// nullopt when the claim has no place on an axis of this kind.
std::optional<Extent> extent_of(const Claim& claim, const Claim& axis) {
  if (is_day(axis)) {
    if (!is_day(claim)) return std::nullopt;
    const DateInterval& range = *claim.timex->range;
    Extent out{day_number(range.from), day_number(range.to), {}, {}};
    out.reach_low = out.low, out.reach_high = out.high;
    if (!out.low && !out.high) return std::nullopt;
    return out;
  }
  if (!claim.has_value() || is_day(claim)) return std::nullopt;
  Quantity value = claim.value;
  // A result has two sides; the first one places it.
  if (claim.dimension == Dimension::Score) value.high = value.low;
  const Interval figure = figure_of(value);
  const Interval reach = interval_of(value);
  const auto at = [&](const std::optional<Decimal>& end) {
    return in_unit(end, value.unit, axis.value.unit);
  };
  Extent out{at(figure.low), at(figure.high), at(reach.low), at(reach.high)};
  if (!out.low && !out.high) return std::nullopt;
  return out;
}

struct Axis {
  double low = 0;
  double high = 1;
  bool logarithmic = false;

  double place(double value) const {
    const double position = logarithmic ? std::log10(value / low) / std::log10(high / low)
                                        : (value - low) / (high - low);
    return std::clamp(kMargin + position * (100 - 2 * kMargin), 0.0, 100.0);
  }
};

// nullopt when everything stands at one place.
std::optional<Axis> axis_over(const std::vector<Candidate>& candidates) {
  std::vector<double> ends;
  for (const Candidate& candidate : candidates) {
    const Extent& extent = candidate.extent;
    for (const auto& end : {extent.low, extent.high, extent.reach_low, extent.reach_high}) {
      if (end && std::isfinite(*end)) ends.push_back(*end);
    }
  }
  if (ends.empty()) return std::nullopt;
  const auto [low, high] = std::minmax_element(ends.begin(), ends.end());
  Axis out{*low, *high, false};
  if (!(out.high > out.low)) return std::nullopt;
  out.logarithmic = out.low > 0 && out.high / out.low >= kLogarithmicFrom;
  return out;
}

PlotSpan placed(const Axis& axis, std::optional<double> low, std::optional<double> high) {
  PlotSpan out;
  out.open_begin = !low;
  out.open_end = !high;
  out.begin = low ? axis.place(*low) : 0;
  out.end = high ? axis.place(*high) : 100;
  return out;
}

// 1, 2 or 5 times a power of ten: the least step with no more than `most` steps in the range.
double step_for(double range, double most) {
  const double rough = range / most;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double lead : {1.0, 2.0, 5.0}) {
    if (lead * power >= rough) return lead * power;
  }
  return 10 * power;
}

// "12,000", "1.3 million".
std::string number_label(double value) {
  struct Scale {
    double from;
    const char* word;
  };
  for (const Scale& scale :
       {Scale{1e12, " trillion"}, Scale{1e9, " billion"}, Scale{1e6, " million"}}) {
    if (std::abs(value) >= scale.from) return decimal_text(value / scale.from, 3) + scale.word;
  }
  return grouped_digits(decimal_text(value, std::abs(value) < 1 ? 6 : 3));
}

std::string day_label(double value) {
  return to_iso(Day(std::chrono::days(static_cast<int>(value))));
}

// Whether the labels stand clear of each other on the narrowest axis.
bool are_clear(const std::vector<PlotTick>& ticks) {
  for (std::size_t i = 1; i < ticks.size(); ++i) {
    const auto letters = static_cast<double>(ticks[i - 1].label.size() + ticks[i].label.size());
    const double needed = (letters / 2 + 1) * 100 / kAxisLetters;
    if (ticks[i].at - ticks[i - 1].at < needed) return false;
  }
  return true;
}

std::vector<PlotTick> decade_ticks(const Axis& axis, int stride) {
  std::vector<PlotTick> out;
  const double first = std::ceil(std::log10(axis.low));
  for (double power = first; power <= std::log10(axis.high); power += stride) {
    const double value = std::pow(10, power);
    out.push_back({axis.place(value), number_label(value)});
  }
  return out;
}

std::vector<PlotTick> even_ticks(const Axis& axis, int most) {
  std::vector<PlotTick> out;
  const double step = step_for(axis.high - axis.low, most);
  const double start = std::ceil(axis.low / step) * step;
  for (int i = 0; i <= most; ++i) {
    const double value = start + i * step;
    if (value > axis.high + step * 1e-6) break;
    out.push_back({axis.place(value), number_label(value)});
  }
  return out;
}

// As many as stand clear of each other; two or three at least on most axes.
std::vector<PlotTick> ticks_of(const Axis& axis, bool days) {
  if (days) {
    std::vector<PlotTick> out{{axis.place(axis.low), day_label(axis.low)}};
    const double middle = std::floor((axis.low + axis.high) / 2);
    for (const double value : {middle, axis.high}) {
      if (axis.place(value) > out.back().at) out.push_back({axis.place(value), day_label(value)});
    }
    if (!are_clear(out)) out.erase(out.begin() + 1);
    return out;
  }
  constexpr int kFinest = 6;
  std::vector<PlotTick> out;
  for (int tries = 0; tries < kFinest; ++tries) {
    out = axis.logarithmic ? decade_ticks(axis, 1 + tries) : even_ticks(axis, kFinest - tries);
    if (are_clear(out)) break;
  }
  return out;
}

bool earlier(const Candidate& a, const Candidate& b) {
  const auto key = [](const Candidate& c) {
    const ArticleInfo& info = *c.row.article;
    return std::make_tuple(c.row.relation.has_value(), info.published ? info.published->day : Day(),
                           std::string_view(info.outlet), std::string_view(info.id));
  };
  return key(a) < key(b);
}

std::optional<StripPlot> plot_of(std::vector<Candidate> candidates, const Claim& axis_claim,
                                 std::size_t left_out) {
  const auto axis = axis_over(candidates);
  if (candidates.size() < 2 || !axis) return std::nullopt;
  std::stable_sort(candidates.begin(), candidates.end(), earlier);
  StripPlot out;
  out.left_out = left_out;
  out.logarithmic = axis->logarithmic;
  out.ticks = ticks_of(*axis, is_day(axis_claim));
  if (!is_day(axis_claim)) out.unit = unit_words(axis_claim.value.unit);
  for (Candidate& candidate : candidates) {
    const Extent& extent = candidate.extent;
    candidate.row.figure = placed(*axis, extent.low, extent.high);
    candidate.row.reach = placed(*axis, extent.reach_low, extent.reach_high);
    out.rows.push_back(candidate.row);
  }
  return out;
}

}  // namespace

std::optional<StripPlot> strip_plot(const ArticleInfo& article, const Finding& finding) {
  std::vector<Candidate> candidates;
  std::size_t left_out = 0;
  const auto add = [&](PlotRow row) {
    const auto extent = extent_of(*row.claim, finding.claim);
    if (!extent) return;
    if (candidates.size() == kMostPlotRows) {
      ++left_out;
    } else {
      candidates.push_back({std::move(row), *extent});
    }
  };
  PlotRow own;
  own.article = &article;
  own.claim = &finding.claim;
  add(own);
  if (candidates.empty()) return std::nullopt;
  for (const Voice& voice : voices_of(finding)) {
    PlotRow row;
    row.article = &voice.best->article;
    row.claim = &voice.best->claim;
    row.relation = voice.best->relation;
    add(row);
  }
  return plot_of(std::move(candidates), finding.claim, left_out);
}

std::optional<StripPlot> strip_plot(const Discrepancy& group) {
  if (group.values.empty() || group.values.front().claims.empty()) return std::nullopt;
  const Claim& axis = group.values.front().claims.front().claim;
  std::vector<Candidate> candidates;
  std::size_t left_out = 0;
  for (std::size_t i = 0; i < group.values.size(); ++i) {
    for (const Discrepancy::Member& member : group.values[i].claims) {
      const auto extent = extent_of(member.claim, axis);
      if (!extent) continue;
      if (candidates.size() == kMostPlotRows) {
        ++left_out;
        continue;
      }
      PlotRow row;
      row.article = &member.article;
      row.claim = &member.claim;
      row.relation = Relation::Conflicts;
      row.superseded = member.superseded;
      candidates.push_back({std::move(row), *extent});
    }
  }
  return plot_of(std::move(candidates), axis, left_out);
}

}  // namespace twosource
