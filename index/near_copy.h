// Near copies: wire copy that outlets print with paragraphs of their own around it.
//
// A text's shingles (runs of five words) are sampled by value, so that two samples of any length
// can be held against each other: what counts is containment - the share of the smaller sample
// that the larger has too - because a paper adds its own text around the agency's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "index/store.h"

namespace twosource {

// Sorted, each once; about one shingle in eight.
std::vector<std::uint64_t> sample_shingles(const Document& document);

// 0..1; 0 where either sample is too small to say.
double containment(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

// Names the clusters of near copies among the articles ("w-" and 16 hex digits, from the smallest
// id in it); articles that stand alone keep an empty cluster. Depends on the set, not its order.
void cluster_near_copies(std::vector<StoredArticle*>& articles);

}  // namespace twosource
