// ConceptSource: where words get meanings that all languages share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/lang/registry.h"

namespace twosource {

class ConceptSource {
 public:
  virtual ~ConceptSource() = default;
  // Appends the concepts of a folded word of the language, the surest first; nothing when unknown.
  virtual void append_concepts(std::string_view folded, std::string_view language,
                               std::vector<std::string>& out) const = 0;
};

// What reading an article needs. Owns nothing; thread safe when its parts are.
struct ReadingTools {
  const Languages& languages;
  const ConceptSource* concepts = nullptr;  // without: stems only

  ReadingTools(const Languages& known, const ConceptSource* source = nullptr)  // NOLINT: implicit
      : languages(known), concepts(source) {}
};

}  // namespace twosource
