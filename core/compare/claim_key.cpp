#include "core/compare/claim_key.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "core/base/hash.h"
#include "core/compare/embedded_data.h"
#include "core/lang/strict_json.h"

namespace twosource {
namespace {

constexpr std::size_t kSubjects = 3;
constexpr std::size_t kConcepts = 6;
// A date of this age is history: an actor's acts of one month are few in what is written later.
constexpr std::chrono::days kHistory{400};
constexpr std::chrono::days kMonth{31};

// Concepts of standing facts, with the share by which such a figure moves in a year at most.
using StandingFacts = std::map<std::string, double, std::less<>>;

StandingFacts load_standing() {
  StandingFacts out;
  JsonReader json("core/compare/standing.json");
  const auto root = json.parse(embedded_standing());
  if (!root) return out;
  for (const JsonNode& row : json.list(*root, "concepts")) {
    const auto yearly = json.decimal(row, "yearly");
    out.emplace(json.text(row, "concept"), yearly ? yearly->to_double() : 0);
  }
  return out;
}

// "Platz 127" and "127th" are one kind of value, whatever their mentions are.
std::string_view measured(const Claim& claim) {
  return claim.kind == ClaimKind::Rank ? name_of(claim.kind) : name_of(claim.dimension);
}

std::string history_month(const DatedClaim& dated) {
  const Claim& claim = dated.claim;
  if (claim.kind != ClaimKind::Date || !claim.timex || !claim.timex->range || !dated.published)
    return {};
  const DateInterval& range = *claim.timex->range;
  const bool old = range.to + kHistory < dated.published->day;
  if (!old || range.to - range.from >= kMonth) return {};
  return to_iso(range.from).substr(0, std::string_view("2006-10").size());
}

}  // namespace

std::vector<std::uint64_t> claim_keys(const DatedClaim& dated) {
  const Claim& claim = dated.claim;
  std::vector<std::uint64_t> out;
  if (claim.kind == ClaimKind::Quote || claim.kind == ClaimKind::Event) return out;
  const std::string month = history_month(dated);
  for (std::size_t s = 0; s < std::min(kSubjects, claim.subject.size()); ++s) {
    const std::string& subject = claim.subject[s].id;
    if (!month.empty()) out.push_back(stable_hash(subject + '\n' + month));
    for (std::size_t c = 0; c < std::min(kConcepts, claim.item.concepts.size()); ++c) {
      std::string key = subject + '\n' + claim.item.concepts[c] + '\n';
      key += measured(claim);
      out.push_back(stable_hash(key));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool share_key(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

std::optional<double> yearly_change(const Claim& claim) {
  static const StandingFacts kStanding = load_standing();
  if (claim.change != Change::Level) return std::nullopt;
  for (const std::string& key : claim.item.concepts) {
    const auto at = kStanding.find(plain_concept(key));
    if (at != kStanding.end()) return at->second;
  }
  return std::nullopt;
}

bool is_standing_fact(const Claim& claim) {
  return yearly_change(claim).has_value();
}

bool told_in_any_story(const Claim& claim) {
  return claim.kind == ClaimKind::Rank || claim.kind == ClaimKind::Date || is_standing_fact(claim);
}

}  // namespace twosource
