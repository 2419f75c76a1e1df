// Gathers what the dictionaries say and brings it to English concepts.
//
//   graph.add("de", "en", "soldat", {"soldier"}, 1.0)
//   graph.add("fr", "de", "soldat", {"soldat"}, 1.0)     -> fr soldat = soldier, through German
//
// A concept is a class of English words of one stem, named by its shortest word.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/meaning/build/writer.h"

namespace twosource::lexicon_build {

class Graph {
 public:
  // Translations of one entry, best first; `weight` says how far the source is trusted.
  void add(std::string_view from, std::string_view to, std::string_view head,
           const std::vector<std::string>& translations, double weight);
  // The same read backwards: each translation gets `head` as its translation.
  void add_reverse(std::string_view from, std::string_view to, std::string_view head,
                   const std::vector<std::string>& translations, double weight);
  // English words that are near each other: synonyms, derivations; an irregular form.
  void relate(std::string_view word, std::string_view other, double weight);
  void irregular(std::string_view form, std::string_view base);

  // Composes through the pivots in their order where direct dictionaries say little, and hands all
  // words with their concepts to the writer.
  void write(LexiconWriter& writer, const std::vector<std::string>& pivots) const;

 private:
  struct Edge {
    std::uint32_t head;
    std::uint32_t target;
    float weight;
  };
  // Words as numbers.
  class Words {
   public:
    std::uint32_t number(std::string_view word);
    const std::string& word(std::uint32_t number) const { return *words_[number]; }
    std::size_t size() const { return words_.size(); }

   private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<const std::string*> words_;
  };
  using Pair = std::pair<std::string, std::string>;  // from, to

  class Concepts;
  struct Links;
  Links to_concepts(const Pair& pair, const Concepts& concepts) const;
  void compose(const Pair& pair, const Links& through, Links& links) const;
  void write_english(LexiconWriter& writer, const Concepts& concepts) const;

  Words words_;
  std::map<Pair, std::vector<Edge>> edges_;
  std::vector<Edge> relations_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> irregular_;
};

}  // namespace twosource::lexicon_build
