// Profile: what an article is known by - names, words, numbers and dates as keys. Two articles on
// one story share many of the rare ones; the index finds candidates by them.
//
//   "N:country:KP"   a name          "W:soldier"      a word or concept
//   "V:12000"        a value         "D:2024-10-24"   a day that is spoken of
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/claim/claim.h"
#include "core/compare/align.h"

namespace twosource {

// Sorted by key, without doubles; the number says how often it stands in the article.
using Profile = std::vector<std::pair<std::string, std::uint32_t>>;

Profile profile_of(const std::vector<Claim>& claims);

std::string name_key(std::string_view entity_id);
std::string word_key(std::string_view word);
// The key of an exact value; empty for one that says nothing (small whole numbers, open values).
std::string value_key(const Claim& claim);

// A key that belongs to one language only: a stem, not a concept. Two languages can hardly share
// it, so its absence from the other side says little.
bool is_spelled_key(std::string_view key);
inline constexpr double kForeignSpellingShare = 0.2;
// A concept that a dictionary gives: one of several meanings of its word, most of which are not
// meant. Across languages its absence from the other side says little.
bool is_dictionary_key(std::string_view key);
inline constexpr double kOtherMeaningShare = 0.25;

// Shared weight over the weight of the smaller profile and `prior`: 0..1. Names and days count more
// than words. `prior` is the weight that a profile needs before it can say much: without it three
// words that happen to recur would make two articles one story. `same_language` false: stems that
// the other side lacks count little, and words meet by their meanings where both sides have them;
// in one language the stems say all.
using ProfileView = std::span<const Profile::value_type>;
double likeness(ProfileView a, ProfileView b, const TermWeight& weight, double prior,
                bool same_language);
// The names of the profile alone.
ProfileView names_in(const Profile& profile);

}  // namespace twosource
