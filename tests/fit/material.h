// Material: articles of which it is known that they tell one story, read from JSONL.
//
//   {"story": "s1", "aligned": true, "articles": [{"id": "a", "language": "de", "text": ...}, ...]}
//
// A line is a story; its articles are records as `twosource index` reads them. `aligned`: line n of
// every text says the same thing (human translations), so that it is known which claims belong
// together. Otherwise that is known only where two articles share a rare value.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/claim/claim.h"
#include "core/claim/concept_source.h"
#include "core/compare/profile.h"
#include "core/document/document.h"

namespace twosource::fit {

struct Article {
  ArticleInfo info;
  std::vector<Claim> claims;
  std::vector<std::uint32_t> lines;  // of the text, by claim
  Profile profile;
};

struct Story {
  std::string id;
  bool aligned = false;
  std::vector<Article> articles;
};

// All stories with the weights of their keys.
struct Material {
  std::vector<Story> stories;
  std::unordered_map<std::string, double> frequency;  // of a key: how many articles hold it
  double articles = 0;

  double weight(std::string_view key) const;
};

// Reads the files. Errors: NotFound, BadInput (the first bad line).
Result<Material> read_material(const std::vector<std::string>& files, const ReadingTools& tools);

}  // namespace twosource::fit
