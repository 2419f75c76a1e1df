// Strip plot: the values of one figure on a common axis, one row a voice, as percentages of the
// width. Geometry only; a renderer draws it.
//
//   this article      |         (====*====)                |    reach 11,500 to 12,500, figure
//   12,000 Harbour Tribune   |                          (===*===) |
//                     10,000        12,000        14,000
//
// Positions are made with floating point: they place ink and decide nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/compare/report.h"

namespace twosource {

struct PlotSpan {
  double begin = 0;  // percent of the width
  double end = 0;
  bool open_begin = false;  // goes on beyond the axis
  bool open_end = false;
};

struct PlotRow {
  const ArticleInfo* article = nullptr;  // of the report that was plotted
  const Claim* claim = nullptr;
  std::optional<Relation> relation;  // nullopt: the checked article itself
  bool superseded = false;
  PlotSpan figure;  // as written; begin == end for a single number
  PlotSpan reach;   // with the slack of rounding and hedging
};

struct PlotTick {
  double at = 0;  // percent of the width
  std::string label;
};

struct StripPlot {
  std::vector<PlotRow> rows;  // the checked article first, then by date and outlet
  std::vector<PlotTick> ticks;
  std::string unit;  // of the axis, as value_text names it; empty for plain numbers and dates
  bool logarithmic = false;
  std::size_t left_out = 0;  // voices beyond the first kMost
};

inline constexpr std::size_t kMostPlotRows = 24;

// Values that the axis cannot hold (another currency, no number) are left out. nullopt when fewer
// than two rows remain or all stand at one place. The plot points into its argument.
std::optional<StripPlot> strip_plot(const ArticleInfo& article, const Finding& finding);
std::optional<StripPlot> strip_plot(const Discrepancy& group);

}  // namespace twosource
