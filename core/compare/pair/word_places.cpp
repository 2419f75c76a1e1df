#include "core/compare/pair/word_places.h"

#include <algorithm>

namespace twosource {
namespace {

// How many words of the statement count as a figure's context, and how far from the other figure
// they may stand.
constexpr std::size_t kAround = 4;
constexpr std::uint32_t kReach = 9;

std::uint32_t distance(std::uint32_t a, std::uint32_t b) {
  return a > b ? a - b : b - a;
}

}  // namespace

WordPlaces::WordPlaces(const Statement& held, bool same_language)
    : held_(held), same_language_(same_language) {
  for (std::uint32_t w = 0; w < held.words.size(); ++w) {
    const StatementWord& word = held.words[w];
    if (word.function) continue;
    places_[word.stem].push_back(w);
    for (const std::string& key : word.concepts) places_[key].push_back(w);
    if (!same_language && !word.root.empty()) places_["r:" + word.root].push_back(w);
  }
}

const std::vector<std::uint32_t>* WordPlaces::find(const std::string& key) const {
  const auto at = places_.find(key);
  return at == places_.end() ? nullptr : &at->second;
}

std::vector<std::uint32_t> WordPlaces::of(const StatementWord& word) const {
  std::vector<std::uint32_t> out;
  const auto add = [&](const std::string& key) {
    if (const auto* found = find(key)) out.insert(out.end(), found->begin(), found->end());
  };
  add(word.stem);
  for (const std::string& key : word.concepts) add(key);
  if (!same_language_ && !word.root.empty()) add("r:" + word.root);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool WordPlaces::has(const StatementWord& word) const {
  if (find(word.stem) != nullptr) return true;
  if (!same_language_ && !word.root.empty() && find("r:" + word.root) != nullptr) return true;
  return std::any_of(word.concepts.begin(), word.concepts.end(),
                     [&](const std::string& key) { return find(key) != nullptr; });
}

bool share_concept(const Term& a, const Term& b) {
  return std::any_of(a.concepts.begin(), a.concepts.end(), [&](const std::string& key) {
    return std::find(b.concepts.begin(), b.concepts.end(), key) != b.concepts.end();
  });
}

double shared_context(const Statement& statement, const Claim& figure, const WordPlaces& other,
                      const Claim& other_figure) {
  const std::uint32_t here = word_at(statement, figure.span.begin);
  const std::uint32_t there = word_at(other.held(), other_figure.span.begin);
  std::vector<std::uint32_t> nearest;
  for (std::uint32_t w = 0; w < statement.words.size(); ++w) {
    const bool inside = figure.sentence.contains(statement.words[w].span);
    if (inside && is_content(statement.words[w])) nearest.push_back(w);
  }
  std::stable_sort(nearest.begin(), nearest.end(), [&](std::uint32_t a, std::uint32_t b) {
    return distance(a, here) < distance(b, here);
  });
  nearest.resize(std::min(nearest.size(), kAround));
  std::size_t found = 0;
  for (const std::uint32_t w : nearest) {
    const auto places = other.of(statement.words[w]);
    found += std::any_of(places.begin(), places.end(), [&](std::uint32_t place) {
      return distance(place, there) <= kReach &&
             other_figure.sentence.contains(other.held().words[place].span);
    });
  }
  return nearest.empty() ? 0 : static_cast<double>(found) / static_cast<double>(nearest.size());
}

}  // namespace twosource
