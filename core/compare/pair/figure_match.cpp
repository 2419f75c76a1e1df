#include "core/compare/pair/figure_match.h"

#include <algorithm>
#include <utility>

#include "core/compare/pair/figure_relation.h"
#include "core/compare/pair/word_places.h"

namespace twosource {
namespace {

// Tables are no statements.
constexpr std::size_t kMostFigures = 40;
// How much of its context a figure must share to be chosen among several, and by how much more
// than the next.
constexpr double kLeastContext = 0.5;
constexpr double kLead = 0.2;
// What it counts that both count the same thing, and against it that they do not.
constexpr double kSameItem = 0.3;

class Matcher {
 public:
  Matcher(const DatedStatement& a, const DatedStatement& b)
      : a_(a),
        b_(b),
        in_a_(a.statement, a.statement.language == b.statement.language),
        in_b_(b.statement, a.statement.language == b.statement.language),
        done_a_(a.statement.figures.size(), false),
        done_b_(b.statement.figures.size(), false) {}

  FigureMatch run() {
    if (done_a_.size() > kMostFigures || done_b_.size() > kMostFigures) return leave();
    relate_all();
    for (const Agreement step : {Agreement::Written, Agreement::Value, Agreement::Compatible})
      cancel(step);
    const bool same_language = a_.statement.language == b_.statement.language;
    // A translation tells as often what it translates.
    if (!same_language) pair_the_lonely(Kinship::Unit);
    explain_repetitions();
    if (same_language) explain_sums();
    for (const Kinship most : {Kinship::Unit, Kinship::Dimension, Kinship::Reading})
      pair_the_lonely(most);
    pair_by_context();
    return leave();
  }

 private:
  struct Cell {
    ValueRelation values;
    Agreement agreement = Agreement::None;
    std::optional<ValueRelation> rivalry;
  };

  const StatementFigure& figure_a(std::uint32_t i) const { return a_.statement.figures[i]; }
  const StatementFigure& figure_b(std::uint32_t j) const { return b_.statement.figures[j]; }
  const Cell& cell(std::uint32_t i, std::uint32_t j) const {
    return cells_[i * done_b_.size() + j];
  }

  void relate_all() {
    for (std::uint32_t i = 0; i < done_a_.size(); ++i) {
      for (std::uint32_t j = 0; j < done_b_.size(); ++j) {
        Cell one;
        one.values = relate_figures({figure_a(i), a_.published}, {figure_b(j), b_.published});
        one.agreement = agreement(figure_a(i), figure_b(j), one.values);
        one.rivalry = rivalry(figure_a(i), figure_b(j), one.values);
        cells_.push_back(one);
      }
    }
  }

  // The same figure read as another kind of amount agrees.
  ValueRelation as_agreeing(const ValueRelation& values) const {
    if (values.comparable && values.relation != Relation::Conflicts) return values;
    return {true, Relation::Corroborates, Rule::QuantityEqual};
  }

  void cancel(Agreement step) {
    for (std::uint32_t j = 0; j < done_b_.size(); ++j) {
      for (std::uint32_t i = 0; i < done_a_.size() && !done_b_[j]; ++i) {
        if (done_a_[i] || cell(i, j).agreement != step) continue;
        out_.agreeing.push_back({i, j, as_agreeing(cell(i, j).values)});
        done_a_[i] = done_b_[j] = true;
      }
    }
  }

  // A figure that one side tells twice: nobody is left against it.
  void explain_repetitions() {
    const std::vector<FigurePair> first = out_.agreeing;
    for (const FigurePair& pair : first) {
      for (std::uint32_t j = 0; j < done_b_.size(); ++j) {
        if (done_b_[j] || !repeats(figure_b(j), figure_b(pair.b))) continue;
        out_.agreeing.push_back({pair.a, j, as_agreeing(cell(pair.a, j).values)});
        done_b_[j] = true;
      }
      for (std::uint32_t i = 0; i < done_a_.size(); ++i) {
        if (repeats(figure_a(i), figure_a(pair.a))) done_a_[i] = true;
      }
    }
  }

  // "11,000 homes were destroyed, 7,000 damaged": 18,000 destroyed or damaged.
  void explain_sums() {
    for (std::uint32_t j = 0; j < done_b_.size(); ++j)
      done_b_[j] = done_b_[j] || is_sum(figure_b(j), a_.statement);
    for (std::uint32_t i = 0; i < done_a_.size(); ++i)
      done_a_[i] = done_a_[i] || is_sum(figure_a(i), b_.statement);
  }

  static std::optional<Decimal> count_of(const StatementFigure& figure) {
    const Claim& claim = figure.claim;
    if (figure.is_code || claim.dimension != Dimension::Number || !claim.value.unit.empty())
      return std::nullopt;
    return claim.value.low;
  }

  static bool is_sum(const StatementFigure& figure, const Statement& parts) {
    const auto whole = count_of(figure);
    if (!whole || *whole < Decimal(3)) return false;
    for (std::size_t i = 0; i < parts.figures.size(); ++i) {
      const auto one = count_of(parts.figures[i]);
      for (std::size_t k = i + 1; one && k < parts.figures.size(); ++k) {
        const auto other = count_of(parts.figures[k]);
        const auto sum = other ? one->plus(*other) : std::nullopt;
        if (sum && *sum == *whole) return true;
      }
    }
    return false;
  }

  static bool repeats(const StatementFigure& again, const StatementFigure& first) {
    return !again.is_code && written_alike(again.claim, first.claim);
  }

  bool may_rival(std::uint32_t i, std::uint32_t j, Kinship most) const {
    return !done_a_[i] && !done_b_[j] && cell(i, j).rivalry.has_value() &&
           kinship(figure_a(i).claim, figure_b(j).claim) <= most;
  }

  void pair_the_lonely(Kinship most) {
    std::vector<FigurePair> found;
    for (std::uint32_t i = 0; i < done_a_.size(); ++i) {
      std::vector<std::uint32_t> partners;
      for (std::uint32_t j = 0; j < done_b_.size(); ++j) {
        if (may_rival(i, j, most)) partners.push_back(j);
      }
      if (partners.size() != 1) continue;
      std::size_t rivals = 0;
      for (std::uint32_t k = 0; k < done_a_.size(); ++k)
        rivals += may_rival(k, partners.front(), most) ? 1 : 0;
      if (rivals == 1) found.push_back({i, partners.front(), *cell(i, partners.front()).rivalry});
    }
    for (const FigurePair& pair : found) add_rivals(pair);
  }

  void add_rivals(const FigurePair& pair) {
    done_a_[pair.a] = done_b_[pair.b] = true;
    out_.rivals.push_back(pair);
  }

  double context(std::uint32_t i, std::uint32_t j) const {
    const Claim& x = figure_a(i).claim;
    const Claim& y = figure_b(j).claim;
    const double around =
        (shared_context(a_.statement, x, in_b_, y) + shared_context(b_.statement, y, in_a_, x)) / 2;
    if (x.item.concepts.empty() || y.item.concepts.empty()) return around;
    return around + (share_concept(x.item, y.item) ? kSameItem : -kSameItem);
  }

  // Mutual best partners by context, with a clear lead on both sides.
  void pair_by_context() {
    const std::size_t columns = done_b_.size();
    std::vector<double> shared(done_a_.size() * columns, -1);
    for (std::uint32_t i = 0; i < done_a_.size(); ++i) {
      for (std::uint32_t j = 0; j < columns; ++j) {
        if (may_rival(i, j, Kinship::Dimension)) shared[i * columns + j] = context(i, j);
      }
    }
    std::vector<FigurePair> found;
    for (std::uint32_t i = 0; i < done_a_.size(); ++i) {
      for (std::uint32_t j = 0; j < columns; ++j) {
        const double here = shared[i * columns + j];
        if (here < kLeastContext) continue;
        double next = 0;
        for (std::uint32_t k = 0; k < done_a_.size(); ++k) {
          if (k != i) next = std::max(next, shared[k * columns + j]);
        }
        for (std::uint32_t k = 0; k < columns; ++k) {
          if (k != j) next = std::max(next, shared[i * columns + k]);
        }
        if (here >= next + kLead) found.push_back({i, j, *cell(i, j).rivalry});
      }
    }
    for (const FigurePair& pair : found) add_rivals(pair);
  }

  FigureMatch leave() {
    for (std::uint32_t i = 0; i < done_a_.size(); ++i) {
      if (!done_a_[i] && !says_little(figure_a(i).claim)) out_.left_a.push_back(i);
    }
    for (std::uint32_t j = 0; j < done_b_.size(); ++j) {
      if (!done_b_[j] && !says_little(figure_b(j).claim)) out_.left_b.push_back(j);
    }
    return std::move(out_);
  }

  const DatedStatement& a_;
  const DatedStatement& b_;
  WordPlaces in_a_;
  WordPlaces in_b_;
  std::vector<bool> done_a_;
  std::vector<bool> done_b_;
  std::vector<Cell> cells_;
  FigureMatch out_;
};

}  // namespace

FigureMatch match_figures(const DatedStatement& a, const DatedStatement& b) {
  return Matcher(a, b).run();
}

}  // namespace twosource
