// Reads WordNet's own files (Debian: wordnet-base): synonyms of a word's first sense, derivations
// (North Korean -> North Korea, ratify -> ratification) and irregular forms.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/meaning/build/graph.h"

namespace twosource::lexicon_build {

// `folder` holds data.noun, index.noun, noun.exc and so on. Errors: NotFound, Unreadable.
Result<void> read_wordnet(const std::string& folder, Graph& graph);

}  // namespace twosource::lexicon_build
