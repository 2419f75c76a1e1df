// What the program knows: the built-in languages, and the lexicon of the machine where there is
// one.
#pragma once

#include <memory>

#include "cli/console.h"
#include "core/base/result.h"
#include "core/claim/concept_source.h"
#include "core/meaning/lexicon.h"

namespace twosource {

class Knowledge {
 public:
  // The lexicon is the file that TWOSOURCE_LEXICON names ("none": no lexicon), else lexicon.bin
  // beside the program, else share/twosource/lexicon.bin of its installation; without one, words
  // meet by their stems. Errors: a lexicon that was named and cannot be used.
  static Result<Knowledge> load();

  const Languages& languages() const { return Languages::embedded(); }
  // nullptr without a lexicon.
  const ConceptSource* concepts() const { return concepts_.get(); }
  const Lexicon* lexicon() const { return lexicon_.get(); }
  ReadingTools tools() const { return {languages(), concepts()}; }

 private:
  std::shared_ptr<const Lexicon> lexicon_;
  std::unique_ptr<const ConceptSource> concepts_;
};

}  // namespace twosource
