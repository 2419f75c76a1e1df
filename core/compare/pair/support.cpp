#include "core/compare/pair/support.h"

#include <algorithm>
#include <string>

#include "core/compare/growing.h"
#include "core/compare/pair/word_places.h"

namespace twosource {
namespace {

class Coverer {
 public:
  Coverer(const Statement& source, const Statement& statement, const FigureMatch& figures)
      : a_(source),
        b_(statement),
        figures_(figures),
        places_(source, source.language == statement.language) {
    for (std::uint32_t w = 0; w < b_.words.size(); ++w) {
      if (is_content(b_.words[w])) content_.push_back(w);
    }
  }

  Cover run() const {
    Cover out;
    std::size_t found = 0;
    std::size_t verbs = 0;
    std::size_t verbs_found = 0;
    for (const std::uint32_t w : content_) {
      const bool here = places_.has(b_.words[w]);
      found += here ? 1 : 0;
      if (!is_verb(b_.words[w])) continue;
      ++verbs;
      verbs_found += here ? 1 : 0;
    }
    out.words = content_.empty() ? 1 : ratio(found, content_.size());
    out.verbs = verbs == 0 ? 1 : ratio(verbs_found, verbs);
    out.near = near();
    out.bonds = bonds();
    out.items = items();
    out.polarity = denied(a_) == denied(b_);
    for (const FigurePair& pair : figures_.rivals) out.rivals.push_back(rivalry(pair));
    return out;
  }

 private:
  static double ratio(std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  }
  static bool is_verb(const StatementWord& word) {
    return std::any_of(word.concepts.begin(), word.concepts.end(),
                       [](const std::string& key) { return key.starts_with("v:"); });
  }
  static bool denied(const Statement& statement) {
    return std::any_of(statement.words.begin(), statement.words.end(),
                       [](const StatementWord& word) { return word.negation; });
  }

  static std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : b - a; }

  double near() const {
    double sum = 0;
    for (const FigurePair& pair : figures_.agreeing) sum += context(pair);
    return figures_.agreeing.empty() ? 1 : sum / static_cast<double>(figures_.agreeing.size());
  }

  double context(const FigurePair& pair) const {
    return shared_context(b_, b_.figures[pair.b].claim, places_, a_.figures[pair.a].claim);
  }

  // "two more people", "the other four": a part of them.
  static bool is_part(const Statement& statement, const Claim& claim) {
    const auto part = [&](std::uint32_t word) {
      if (word >= statement.words.size() || !statement.words[word].quantifier) return false;
      const ByteSpan span = statement.words[word].span;
      return span.begin <= claim.span.end + 2 && claim.span.begin <= span.end + 2;
    };
    const std::uint32_t first = word_at(statement, claim.span.begin);
    return part(word_at(statement, claim.span.end)) || (first > 0 && part(first - 1));
  }

  // "to 1886" of "from 1811 to 1886": one end of a span of time.
  static bool is_end(const Statement& statement, const Claim& claim) {
    const std::uint32_t first = word_at(statement, claim.span.begin);
    return first > 0 && statement.words[first - 1].is_end;
  }

  static bool share_subject(const Claim& x, const Claim& y) {
    if (x.subject.empty() || y.subject.empty()) return true;
    return std::any_of(x.subject.begin(), x.subject.end(), [&](const EntityRef& one) {
      return std::any_of(y.subject.begin(), y.subject.end(),
                         [&](const EntityRef& other) { return one.id == other.id; });
    });
  }

  // Whether the two figures could be about the same thing, by what was read of them.
  bool may_exclude(const Claim& x, const Claim& y) const {
    if (x.kind != y.kind || x.dimension != y.dimension || x.value.unit != y.value.unit)
      return false;
    if (!share_subject(x, y)) return false;
    if (is_part(a_, x) != is_part(b_, y) || is_end(a_, x) != is_end(b_, y)) return false;
    // "has risen to 146" brings an earlier figure up to date.
    const bool moved = x.change != y.change && (counts_upward(x) || counts_upward(y));
    if (moved && (x.change == Change::IncreaseTo || y.change == Change::IncreaseTo)) return false;
    // Of a measure or a date the item is whatever stands beside it.
    const bool counted = x.dimension == Dimension::Number || x.dimension == Dimension::Percent;
    if (!counted || x.item.concepts.empty() || y.item.concepts.empty()) return true;
    return share_concept(x.item, y.item);
  }

  double rivalry(const FigurePair& pair) const {
    const bool may = may_exclude(a_.figures[pair.a].claim, b_.figures[pair.b].claim);
    return may ? context(pair) : 0;
  }

  double bonds() const {
    constexpr std::uint32_t kReach = 6;
    std::size_t all = 0;
    std::size_t found = 0;
    for (std::size_t i = 1; i < content_.size(); ++i) {
      const auto x = places_.of(b_.words[content_[i - 1]]);
      const auto y = places_.of(b_.words[content_[i]]);
      ++all;
      found += std::any_of(x.begin(), x.end(), [&](std::uint32_t p) {
        return std::any_of(y.begin(), y.end(),
                           [&](std::uint32_t q) { return distance(p, q) <= kReach; });
      });
    }
    return all == 0 ? 1 : ratio(found, all);
  }

  double items() const {
    double sum = 0;
    for (const FigurePair& pair : figures_.agreeing) {
      const Claim& x = a_.figures[pair.a].claim;
      const Claim& y = b_.figures[pair.b].claim;
      const bool unknown = x.item.concepts.empty() || y.item.concepts.empty();
      sum += unknown ? 0.5 : share_concept(x.item, y.item) ? 1 : 0;
    }
    return figures_.agreeing.empty() ? 0.5 : sum / static_cast<double>(figures_.agreeing.size());
  }

  const Statement& a_;
  const Statement& b_;
  const FigureMatch& figures_;
  WordPlaces places_;
  std::vector<std::uint32_t> content_;  // of the statement
};

}  // namespace

Cover cover(const Statement& source, const Statement& statement, const FigureMatch& figures) {
  return Coverer(source, statement, figures).run();
}

}  // namespace twosource
