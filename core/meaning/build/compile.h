// Finds the dictionaries of a machine and compiles them into a lexicon file.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/meaning/lexicon.h"

namespace twosource::lexicon_build {

struct CompileOptions {
  std::string dictd = "/usr/share/dictd";      // FreeDict and others
  std::string wordnet = "/usr/share/wordnet";  // WordNet's own files
  std::string out;
};

struct Compiled {
  std::vector<LexiconSource> sources;
  std::vector<Error> faults;  // of sources that were left out
};

// Every source is optional; without any the lexicon is an error (NotFound). The result depends on
// nothing but the content of the sources.
Result<Compiled> compile(const CompileOptions& options);

}  // namespace twosource::lexicon_build
