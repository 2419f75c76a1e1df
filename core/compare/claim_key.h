// Claim keys: subject, item and dimension of a claim, or subject and month of a date long past. By
// them statements find each other that belong to no common story - a rank, a population, an office,
// an act of years ago.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/compare/claim_relation.h"

namespace twosource {

// Hashes: one for each subject with each concept of the item. Sorted, each once; empty where
// subject or item is missing: such a claim is found through its story only.
std::vector<std::uint64_t> claim_keys(const DatedClaim& claim);

// Do two sorted lists share a key?
bool share_key(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

// A figure that describes its subject and changes by the year, not by the day
// (core/compare/standing.json): told in any story it is the same fact, so two different ones
// contradict each other wherever they stand.
bool is_standing_fact(const Claim& claim);

// By what share such a figure may move in a year; nullopt for all other claims.
std::optional<double> yearly_change(const Claim& claim);

// What may be told in an article on any other matter: standing facts, ranks, and dates (of dates
// only those long past have keys). A shared key then stands for a shared story.
bool told_in_any_story(const Claim& claim);

}  // namespace twosource
