#include "core/compare/same_bearer.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace twosource {
namespace {

constexpr std::string_view kPerson = "person";
constexpr std::string_view kPlace = "place";

std::string_view type_of(std::string_view bearer) {
  return bearer.substr(0, bearer.find(':'));
}

// The words of a bearer: "person:shelly-l-bird" -> shelly, l, bird.
std::vector<std::string_view> words_of(std::string_view bearer) {
  std::vector<std::string_view> out;
  std::string_view rest = bearer.substr(std::min(bearer.size(), bearer.find(':') + 1));
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('-'), rest.size());
    out.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return out;
}

// An initial, a point of the compass, "st": no word to tell names apart by.
bool is_short(std::string_view word) {
  return word.size() <= 2 && !(word.front() >= '0' && word.front() <= '9');
}

bool holds_all(const std::vector<std::string_view>& words,
               const std::vector<std::string_view>& of) {
  std::size_t shared = 0;
  for (const std::string_view word : of) {
    if (is_short(word)) continue;
    if (std::find(words.begin(), words.end(), word) == words.end()) return false;
    ++shared;
  }
  return shared > 0;
}

}  // namespace

bool share_bearer(const Claim& a, const Claim& b) {
  if (a.bearer.empty() || b.bearer.empty() || type_of(a.bearer) != type_of(b.bearer)) return false;
  const auto x = words_of(a.bearer);
  const auto y = words_of(b.bearer);
  if (x.empty() || y.empty()) return false;
  if (holds_all(x, y) || holds_all(y, x)) return true;
  // First names are spelled in many ways, family names seldom.
  return type_of(a.bearer) == kPerson && x.back() == y.back() && x.front()[0] == y.front()[0];
}

bool bearers_differ(const Claim& a, const Claim& b) {
  return !a.bearer.empty() && !b.bearer.empty() && !share_bearer(a, b);
}

bool is_address(const Claim& claim) {
  return type_of(claim.bearer) == kPlace;
}

ValueRelation relate_addresses(const Claim& a, const Claim& b) {
  const Decimal block(100);
  const auto& x = a.value.low;
  const auto& y = b.value.low;
  if (!x || !y) return {};
  // However the name is spelled.
  if (*x == *y) return {true, Relation::Corroborates, Rule::QuantityEqual};
  if (!share_bearer(a, b)) return {};
  const auto in_block = [&](const Decimal& whole, const Decimal& number) {
    const auto end = whole.plus(block);
    const auto remainder = whole.to_double() / 100;
    return remainder == std::floor(remainder) && whole < number && end && number < *end;
  };
  if (in_block(*x, *y)) return {true, Relation::Corroborates, Rule::QuantityInside};
  if (in_block(*y, *x)) return {true, Relation::Compatible, Rule::QuantityWider};
  return {true, Relation::Conflicts, Rule::QuantityDisjoint};
}

bool birthday_between(const DatedClaim& a, const DatedClaim& b) {
  constexpr double kYear = 365.25;  // days
  if (a.claim.kind != ClaimKind::Age || b.claim.kind != ClaimKind::Age) return false;
  if (!share_bearer(a.claim, b.claim) || !a.published || !b.published) return false;
  const auto& x = a.claim.value.low;
  const auto& y = b.claim.value.low;
  if (!x || !y) return false;
  const double days = static_cast<double>((a.published->day - b.published->day).count());
  const double years = x->to_double() - y->to_double();
  return years * days > 0 && std::abs(years) <= std::ceil(std::abs(days) / kYear);
}

}  // namespace twosource
