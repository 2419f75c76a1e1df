// Words to concepts: the word, its stem, its parts, its beginning, itself.
#include "core/meaning/meaning.h"

#include <algorithm>

#include "core/meaning/compounds.h"
#include "core/text/stem.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

constexpr std::size_t kMinFirst = 3;  // characters of the first part of a compound
constexpr std::size_t kMinLast = 4;   // and of the last

// How much of a word must be the beginning of another, in bytes, and how much inflection may
// change; where there are no stems, beginnings do their work too.
struct PrefixLimits {
  std::size_t shared;
  std::size_t ending;
};
constexpr PrefixLimits kWithStems{5, 4};
constexpr PrefixLimits kWithoutStems{4, 6};

bool starts_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

struct Meaning::Found {
  std::array<Concept, kMaxConcepts> concepts;
  std::size_t count = 0;
  MeaningStep step = MeaningStep::Identity;

  void add(const Concept& one) {
    if (count == concepts.size()) return;
    for (std::size_t i = 0; i < count; ++i) {
      if (concepts[i].name == one.name) return;
    }
    concepts[count++] = one;
  }
};

bool Meaning::find_word(std::string_view folded, std::string_view language, Found& found) const {
  found.count = lexicon_->lookup(folded, language, found.concepts);
  found.step = MeaningStep::Exact;
  if (found.count != 0) return true;
  // A stem may be a word itself whose own stem is shorter: "soldater" -> "soldat" -> "sold".
  const std::string stemmed = stem(folded, language);
  found.step = MeaningStep::Stem;
  found.count = lexicon_->lookup(stemmed, language, found.concepts);
  if (found.count == 0) found.count = lexicon_->lookup_stem(stemmed, language, found.concepts);
  return found.count != 0;
}

// The longest known tail with a known rest before it; the rest may end in a linking element.
bool Meaning::find_compound(std::string_view folded, std::string_view language,
                            Found& found) const {
  const CompoundRules* rules = compound_rules(language);
  if (rules == nullptr || count_chars(folded) < kMinFirst + kMinLast) return false;
  for (std::size_t cut = kMinFirst; cut + kMinLast <= folded.size(); ++cut) {
    if (!starts_character(folded, cut)) continue;
    const std::string_view tail = folded.substr(cut);
    if (count_chars(tail) < kMinLast) break;
    Found last;
    if (!find_word(tail, language, last)) continue;
    for (const std::string& link : rules->links) {
      std::string_view rest = folded.substr(0, cut);
      if (!rest.ends_with(link)) continue;
      rest.remove_suffix(link.size());
      Found first;
      if (count_chars(rest) < kMinFirst || !find_word(rest, language, first)) continue;
      // The tail says what it is, the rest which.
      const std::size_t half = kMaxConcepts / 2;
      for (std::size_t i = 0; i < std::min(last.count, half); ++i) found.add(last.concepts[i]);
      for (std::size_t i = 0; i < std::min(first.count, half); ++i) found.add(first.concepts[i]);
      found.step = MeaningStep::Compound;
      return true;
    }
  }
  return false;
}

Meaning::Found Meaning::find(std::string_view folded, std::string_view language) const {
  Found found;
  if (lexicon_ == nullptr || folded.empty()) return found;
  if (find_word(folded, language, found)) return found;
  found = {};
  if (find_compound(folded, language, found)) return found;
  const PrefixLimits limits = has_stemmer(language) ? kWithStems : kWithoutStems;
  if (folded.size() <= limits.shared) return found;
  const std::size_t shared =
      std::max(limits.shared, folded.size() - std::min(folded.size(), limits.ending));
  found.count = lexicon_->lookup_prefix(folded, language, shared, found.concepts);
  found.step = found.count != 0 ? MeaningStep::Prefix : MeaningStep::Identity;
  return found;
}

std::vector<WeightedConcept> Meaning::concepts_of(std::string_view word,
                                                  std::string_view language) const {
  const std::string folded = fold_word(word);
  const Found found = find(folded, language);
  std::vector<WeightedConcept> out;
  for (std::size_t i = 0; i < found.count; ++i)
    out.push_back({std::string(found.concepts[i].name), found.concepts[i].weight});
  if (out.empty() && !folded.empty()) out.push_back({"w:" + stem(folded, language), 255});
  return out;
}

MeaningStep Meaning::append_concepts(std::string_view word, std::string_view language,
                                     std::vector<std::string>& out) const {
  const std::string folded = fold_word(word);
  const Found found = find(folded, language);
  for (std::size_t i = 0; i < found.count; ++i) out.emplace_back(found.concepts[i].name);
  if (found.count == 0 && !folded.empty()) out.push_back("w:" + stem(folded, language));
  return found.step;
}

}  // namespace twosource
