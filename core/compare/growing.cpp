#include "core/compare/growing.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "core/compare/claim_key.h"
#include "core/compare/embedded_data.h"
#include "core/lang/strict_json.h"
#include "core/text/token.h"

namespace twosource {
namespace {

struct GrowingWords {
  std::set<std::string, std::less<>> concepts;
  std::set<std::string, std::less<>> beginnings;
};

GrowingWords load_words() {
  GrowingWords out;
  JsonReader json("core/compare/growing.json");
  const auto root = json.parse(embedded_growing());
  if (!root) return out;
  for (std::string& key : json.texts(*root, "concepts")) out.concepts.insert(std::move(key));
  for (std::string& form : json.texts(*root, "beginnings")) out.beginnings.insert(std::move(form));
  return out;
}

const GrowingWords& growing_words() {
  static const GrowingWords kWords = load_words();
  return kWords;
}

bool begins_growing(const std::string& text) {
  for (const Token& token : tokenize(text)) {
    const std::string word = fold_word(slice(text, token.span()));
    for (const std::string& beginning : growing_words().beginnings) {
      if (word.starts_with(beginning)) return true;
    }
  }
  return false;
}

std::optional<DateInterval> known_from(const DatedClaim& claim) {
  if (claim.claim.when) return claim.claim.when;
  if (claim.published) return DateInterval{claim.published->day, claim.published->day};
  return std::nullopt;
}

bool later(const DatedClaim& a, const DatedClaim& b) {
  const auto x = known_from(a);
  const auto y = known_from(b);
  return x && y && x->from > y->to;
}

// Who says more later than before brings the own figure up to date.
bool same_source(const Claim& a, const Claim& b) {
  if (a.attribution.empty() || b.attribution.empty()) return false;
  if (a.dimension != Dimension::Number || a.change != Change::Level) return false;
  const std::string& source = a.attribution.back().id;
  return !source.empty() && source == b.attribution.back().id;
}

double years_between(const DateInterval& a, const DateInterval& b) {
  constexpr double kYear = 365.25;  // days
  if (a.overlaps(b)) return 0;
  const auto days = a.from > b.to ? a.from - b.to : b.from - a.to;
  return static_cast<double>(days.count()) / kYear;
}

}  // namespace

bool moved_in_time(const DatedClaim& a, const DatedClaim& b) {
  constexpr double kUnknownYears = 5;  // between a dated figure and one of no known day
  const auto yearly = yearly_change(a.claim);
  if (!yearly || !is_standing_fact(b.claim)) return false;
  const auto x = known_from(a);
  const auto y = known_from(b);
  if (!x && !y) return false;
  const double years = x && y ? years_between(*x, *y) : kUnknownYears;
  if (years < 1 || !a.claim.value.low || !b.claim.value.low) return false;
  const double u = std::abs(a.claim.value.low->to_double());
  const double v = std::abs(b.claim.value.low->to_double());
  return std::min(u, v) > 0 && std::max(u, v) / std::min(u, v) <= 1 + *yearly * years;
}

bool counts_upward(const Claim& claim) {
  if (claim.dimension != Dimension::Number || claim.change != Change::Level) return false;
  const auto& known = growing_words().concepts;
  const auto grows = [&](const std::string& key) { return known.contains(plain_concept(key)); };
  return std::any_of(claim.item.concepts.begin(), claim.item.concepts.end(), grows) ||
         std::any_of(claim.predicate.concepts.begin(), claim.predicate.concepts.end(), grows) ||
         begins_growing(claim.item.text) || begins_growing(claim.predicate.text);
}

ValueRelation with_growth(const DatedClaim& claim, const DatedClaim& evidence,
                          const ValueRelation& values) {
  if (values.relation != Relation::Conflicts || values.rule != Rule::QuantityDisjoint)
    return values;
  if (moved_in_time(claim, evidence)) return {true, Relation::Compatible, Rule::GrowingCount};
  const bool grows = counts_upward(claim.claim) && counts_upward(evidence.claim);
  if (!grows && !same_source(claim.claim, evidence.claim)) return values;
  const Quantity& mine = claim.claim.value;
  const Quantity& theirs = evidence.claim.value;
  if (!mine.low || !theirs.low) return values;
  if (later(evidence, claim) && *theirs.low > *mine.low)
    return {true, Relation::Supersedes, Rule::GrowingCount};
  if (later(claim, evidence) && *theirs.low < *mine.low)
    return {true, Relation::Superseded, Rule::GrowingCount};
  return values;
}

}  // namespace twosource
