// One side of many comparisons, and what the languages of two sides have in common (align.h).
#include "core/compare/align.h"
#include "core/compare/align_features.h"
#include "core/compare/profile.h"

namespace twosource {
namespace {

// Whether a dictionary knew most of the words.
bool knows_meanings(const AlignSide& side) {
  std::size_t words = 0;
  std::size_t known = 0;
  bool open = false;  // a word whose meanings have not come yet
  for (const Claim& claim : side.claims) {
    for (const std::string& word : claim.context) {
      const std::string key = word_key(word);
      if (is_spelled_key(key)) {
        ++words;
        open = true;
      } else if (is_dictionary_key(key) && open) {
        ++known;
        open = false;
      }
    }
  }
  return 2 * known > words;
}

}  // namespace

ReadySide::ReadySide(const AlignSide& side, const TermWeight& weight)
    : side_(side), weight_(weight) {}
ReadySide::~ReadySide() = default;

const PreparedSide& ReadySide::prepared(Bridge bridge) const {
  auto& prepared = prepared_[static_cast<std::size_t>(bridge)];
  if (!prepared) prepared = std::make_unique<const PreparedSide>(prepare(side_, weight_, bridge));
  return *prepared;
}

double plain_weight(std::string_view key) {
  return key.starts_with("N:") ? 3 : 1;
}

Bridge bridge_between(const AlignSide& a, const AlignSide& b) {
  if (a.info.language == b.info.language) return Bridge::OneLanguage;
  return knows_meanings(a) && knows_meanings(b) ? Bridge::Lexicon : Bridge::Spelling;
}

}  // namespace twosource
