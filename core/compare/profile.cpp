#include "core/compare/profile.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace twosource {
namespace {

bool says_something(const Decimal& value) {
  return !value.is_integer() || value > Decimal(12);
}

// Which keys tell stories apart: measured on articles about one event among look-alikes.
double kind_share(std::string_view key) {
  switch (key.empty() ? ' ' : key.front()) {
    case 'N':
      return 1.5;
    case 'D':
      return 2;
    case 'W':
      // A word comes with three or four meanings of a dictionary.
      return is_dictionary_key(key) ? 0.15 : 0.5;
    default:
      return 1;
  }
}

}  // namespace

std::string name_key(std::string_view entity_id) {
  return "N:" + std::string(entity_id);
}

std::string word_key(std::string_view word) {
  return "W:" + std::string(word);
}

std::string value_key(const Claim& claim) {
  if (claim.timex && claim.timex->range) {
    const DateInterval& range = *claim.timex->range;
    return range.from == range.to ? "D:" + to_iso(range.from) : std::string();
  }
  if (!claim.has_value() || !claim.value.low || claim.value.low != claim.value.high) return {};
  if (!says_something(*claim.value.low)) return {};
  return "V:" + claim.value.low->to_string();
}

Profile profile_of(const std::vector<Claim>& claims) {
  std::map<std::string, std::uint32_t> counts;
  // Claims of one sentence share their words: the sentence counts once.
  std::map<std::pair<int, std::uint32_t>, bool> seen;
  for (const Claim& claim : claims) {
    if (const std::string key = value_key(claim); !key.empty()) ++counts[key];
    if (seen[{static_cast<int>(claim.field), claim.sentence.begin}]) continue;
    seen[{static_cast<int>(claim.field), claim.sentence.begin}] = true;
    for (const std::string& word : claim.context) ++counts[word_key(word)];
    for (const EntityRef& name : claim.names) ++counts[name_key(name.id)];
  }
  return {counts.begin(), counts.end()};
}

bool is_spelled_key(std::string_view key) {
  return key.starts_with("W:w:");
}

bool is_dictionary_key(std::string_view key) {
  return key.starts_with("W:") && key.find(':', 2) == std::string_view::npos;
}

namespace {

// What a key weighs when the other side lacks it, as a share of its weight.
double share_alone(std::string_view key, bool same_language) {
  if (same_language) return 1;
  if (is_dictionary_key(key)) return kOtherMeaningShare;
  return is_spelled_key(key) ? kForeignSpellingShare : 1;
}

bool holds_meanings(ProfileView profile) {
  return std::any_of(profile.begin(), profile.end(),
                     [](const auto& entry) { return is_dictionary_key(entry.first); });
}

}  // namespace

ProfileView names_in(const Profile& profile) {
  constexpr std::string_view kNames = "N:";
  const auto first = std::partition_point(profile.begin(), profile.end(),
                                          [&](const auto& entry) { return entry.first < kNames; });
  const auto end = std::partition_point(
      first, profile.end(), [&](const auto& entry) { return entry.first.starts_with(kNames); });
  return {first, end};
}

double likeness(ProfileView a, ProfileView b, const TermWeight& weight, double prior,
                bool same_language) {
  const bool meanings = !same_language && holds_meanings(a) && holds_meanings(b);
  double shared = 0;
  double all_a = 0;
  double all_b = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() || y != b.end()) {
    const int order = x == a.end() ? 1 : y == b.end() ? -1 : x->first.compare(y->first);
    const bool take_a = order <= 0;
    const bool take_b = order >= 0;
    const std::string& key = take_a ? x->first : y->first;
    if (meanings || !is_dictionary_key(key)) {
      double w = weight(key) * kind_share(key);
      if (take_a != take_b) w *= share_alone(key, same_language);
      if (take_a) all_a += w;
      if (take_b) all_b += w;
      if (take_a && take_b) shared += w;
    }
    if (take_a) ++x;
    if (take_b) ++y;
  }
  const double smaller = std::min(all_a, all_b);
  return smaller > 0 ? shared / (smaller + prior) : 0;
}

}  // namespace twosource
