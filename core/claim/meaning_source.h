// MeaningSource: the lexicon of core/meaning as the source of concepts for claims.
#pragma once

#include "core/claim/concept_source.h"
#include "core/meaning/meaning.h"

namespace twosource {

class MeaningSource final : public ConceptSource {
 public:
  explicit MeaningSource(Meaning meaning) : meaning_(std::move(meaning)) {}

  void append_concepts(std::string_view folded, std::string_view language,
                       std::vector<std::string>& out) const override {
    const std::size_t before = out.size();
    if (meaning_.append_concepts(folded, language, out) == MeaningStep::Identity)
      out.resize(before);  // unknown: the stem is not a meaning
  }

 private:
  Meaning meaning_;
};

}  // namespace twosource
