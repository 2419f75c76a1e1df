// Store: where articles and their claims are kept, and how candidates are found. An interface, so
// that the checker and its tests do not depend on the database.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/claim/claim.h"
#include "core/document/document.h"

namespace twosource {

// What the index keeps of one article.
struct StoredArticle {
  ArticleInfo info;
  std::string content_hash;             // of title and text
  std::string cluster;                  // near copies share it; empty until clustering has run
  std::vector<std::uint64_t> shingles;  // min-wise sample, for containment of near copies
  std::vector<Claim> claims;
};

// The filters of `check` and `report` (CONTRACT).
struct EvidenceFilter {
  std::vector<std::string> outlets;    // empty: all
  std::vector<std::string> languages;  // empty: all
  std::optional<Day> since;
  std::optional<Day> until;  // --as-of too
};

struct StoreStatus {
  std::uint64_t articles = 0;
  std::uint64_t claims = 0;
  std::vector<std::pair<std::string, std::uint64_t>> by_outlet;  // sorted by name
  std::vector<std::pair<std::string, std::uint64_t>> by_language;
  std::optional<Day> earliest;
  std::optional<Day> latest;
  std::string format_version;
};

}  // namespace twosource
