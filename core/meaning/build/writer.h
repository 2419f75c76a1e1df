// Writes the lexicon file (lexicon_format.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/meaning/lexicon.h"

namespace twosource::lexicon_build {

class LexiconWriter {
 public:
  // Any number of concepts for a word; those said twice add up. The best six are kept.
  void add(std::string_view language, std::string_view word, std::string_view concept_name,
           double weight);
  void add_source(LexiconSource source) { sources_.push_back(std::move(source)); }

  // The bytes of the file. Errors: TooLarge.
  Result<std::string> bytes() const;
  // Writes it beside `path` and renames it into place. Errors: Unreadable.
  Result<void> write(const std::string& path) const;

 private:
  using Concepts = std::map<std::string, double, std::less<>>;
  using Words = std::map<std::string, Concepts, std::less<>>;
  std::map<std::string, Words, std::less<>> languages_;
  std::vector<LexiconSource> sources_;
};

}  // namespace twosource::lexicon_build
