#include "core/meaning/build/graph.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/meaning/build/dictionary.h"
#include "core/text/stem.h"
#include "core/text/token.h"

namespace twosource::lexicon_build {
namespace {

constexpr std::string_view kEnglish = "en";
constexpr double kComposed = 0.5;       // trust in a way through a third language
constexpr double kRankSlope = 0.25;     // how fast later translations of an entry count less
constexpr std::size_t kMaxBetween = 8;  // words of the pivot that a composition follows
constexpr std::size_t kEnough = 3;      // concepts from direct sources that need no composition

// English words that say nothing inside a translation of several words.
const std::set<std::string, std::less<>>& function_words() {
  static const std::set<std::string, std::less<>> kWords = {
      "a",    "an",   "the",  "to",     "of",    "in",      "on",       "at",      "for",
      "by",   "with", "from", "into",   "as",    "be",      "is",       "or",      "and",
      "sb",   "sth",  "one",  "ones",   "one's", "oneself", "somebody", "someone", "something",
      "up",   "out",  "off",  "down",   "over",  "away",    "about",    "that",    "this",
      "it",   "its",  "his",  "her",    "their", "your",    "my",       "his",     "not",
      "no",   "so",   "s",    "etc",    "esp",   "kind",    "type",     "make",    "do",
      "have", "get",  "go",   "become", "than"};
  return kWords;
}

double rank_weight(std::size_t rank) {
  return 1.0 / (1.0 + kRankSlope * static_cast<double>(rank));
}

std::vector<std::string> words_in(std::string_view phrase) {
  std::vector<std::string> out;
  for (const Token& token : tokenize(phrase)) {
    if (token.is(TokenKind::Word)) out.push_back(fold_word(slice(phrase, token.span())));
  }
  return out;
}

// The words that carry a phrase's meaning: "to provide with" -> provide; "secret service" -> both.
std::vector<std::string> content_words(std::string_view phrase) {
  std::vector<std::string> all = words_in(phrase);
  std::vector<std::string> out;
  for (const std::string& word : all) {
    if (!function_words().contains(word) && word.size() >= 2) out.push_back(word);
  }
  if (out.empty() && !all.empty()) out.push_back(all.back());
  return out;
}

}  // namespace

std::uint32_t Graph::Words::number(std::string_view word) {
  const auto [it, fresh] =
      numbers_.try_emplace(std::string(word), static_cast<std::uint32_t>(words_.size()));
  if (fresh) words_.push_back(&it->first);
  return it->second;
}

void Graph::add(std::string_view from, std::string_view to, std::string_view head,
                const std::vector<std::string>& translations, double weight) {
  std::vector<Edge>& edges = edges_[{std::string(from), std::string(to)}];
  const std::uint32_t number = words_.number(head);
  for (std::size_t rank = 0; rank < translations.size(); ++rank)
    edges.push_back({number, words_.number(translations[rank]),
                     static_cast<float>(weight * rank_weight(rank))});
}

void Graph::add_reverse(std::string_view from, std::string_view to, std::string_view head,
                        const std::vector<std::string>& translations, double weight) {
  std::vector<Edge>& edges = edges_[{std::string(to), std::string(from)}];
  const std::uint32_t number = words_.number(head);
  for (std::size_t rank = 0; rank < translations.size(); ++rank) {
    const std::string word = core_word(translations[rank]);
    if (word.empty()) continue;
    edges.push_back({words_.number(word), number, static_cast<float>(weight * rank_weight(rank))});
  }
}

void Graph::relate(std::string_view word, std::string_view other, double weight) {
  relations_.push_back({words_.number(word), words_.number(other), static_cast<float>(weight)});
}

void Graph::irregular(std::string_view form, std::string_view base) {
  irregular_.emplace_back(words_.number(form), words_.number(base));
}

// Classes of English words by stem.
class Graph::Concepts {
 public:
  void learn(const std::string& word) { ++uses_[word]; }
  // Names every class by the word that translations use most, of equals by the shorter one.
  void seal() {
    for (const auto& [word, uses] : uses_) {
      std::string& name = by_stem_[stem(word, kEnglish)];
      const std::uint32_t other = name.empty() ? 0 : uses_.find(name)->second;
      if (uses > other || (uses == other && word.size() < name.size())) name = word;
    }
  }
  // The concept of an English word; empty when no dictionary has it.
  const std::string& of(const std::string& word) const {
    static const std::string kNone;
    const auto it = by_stem_.find(stem(word, kEnglish));
    return it != by_stem_.end() ? it->second : kNone;
  }
  const std::map<std::string, std::uint32_t>& words() const { return uses_; }

 private:
  std::unordered_map<std::string, std::string> by_stem_;
  std::map<std::string, std::uint32_t> uses_;
};

// Head -> concepts with weights.
struct Graph::Links {
  std::unordered_map<std::uint32_t, std::map<std::string, double>> of;
};

Graph::Links Graph::to_concepts(const Pair& pair, const Concepts& concepts) const {
  Links out;
  const auto edges = edges_.find(pair);
  if (edges == edges_.end()) return out;
  for (const Edge& edge : edges->second) {
    const std::vector<std::string> content = content_words(words_.word(edge.target));
    if (content.empty() || content.size() > 4) continue;
    for (const std::string& word : content) {
      const std::string& name = concepts.of(word);
      if (!name.empty())
        out.of[edge.head][name] += edge.weight / static_cast<double>(content.size());
    }
  }
  return out;
}

// English itself: every word its own concept, words near it with less weight.
void Graph::write_english(LexiconWriter& writer, const Concepts& concepts) const {
  for (const auto& [word, uses] : concepts.words())
    writer.add(kEnglish, word, concepts.of(word), 1.0);
  for (const Edge& edge : relations_) {
    const std::string& word = words_.word(edge.head);
    const std::string& other = concepts.of(words_.word(edge.target));
    const std::string& own = concepts.of(word);
    if (own.empty() || other.empty() || own == other) continue;
    if (!concepts.words().contains(word)) writer.add(kEnglish, word, own, 1.0);
    writer.add(kEnglish, word, other, edge.weight);
  }
  for (const auto& [form, base] : irregular_) {
    const std::string& name = concepts.of(words_.word(base));
    if (!name.empty()) writer.add(kEnglish, words_.word(form), name, 2.0);
  }
}

// Heads that say too little get the concepts of their translations into another language.
void Graph::compose(const Pair& pair, const Links& through, Links& links) const {
  const auto edges = edges_.find(pair);
  if (edges == edges_.end()) return;
  std::set<std::uint32_t> complete;
  for (const auto& [head, found] : links.of) {
    if (found.size() >= kEnough) complete.insert(head);
  }
  for (const Edge& edge : edges->second) {
    const auto it = complete.contains(edge.head) ? through.of.end() : through.of.find(edge.target);
    if (it == through.of.end()) continue;
    // Scaled so that a word with many concepts does not count more.
    std::vector<std::pair<double, std::string_view>> best;
    double sum = 0;
    for (const auto& [name, weight] : it->second) {
      best.emplace_back(weight, name);
      sum += weight;
    }
    std::sort(best.begin(), best.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    if (best.size() > kMaxBetween) best.resize(kMaxBetween);
    for (const auto& [weight, name] : best)
      links.of[edge.head][std::string(name)] += kComposed * edge.weight * weight / sum;
  }
}

void Graph::write(LexiconWriter& writer, const std::vector<std::string>& pivots) const {
  Concepts concepts;
  std::set<std::string> languages;
  for (const auto& [pair, edges] : edges_) {
    languages.insert(pair.first);
    if (pair.second != kEnglish) continue;
    for (const Edge& edge : edges) {
      for (const std::string& word : content_words(words_.word(edge.target))) {
        if (is_single_word(word)) concepts.learn(word);
      }
    }
  }
  concepts.seal();
  write_english(writer, concepts);

  // Pivots first, each through those before it; then the others through all.
  std::vector<std::string> order = pivots;
  for (const std::string& language : languages) {
    if (language != kEnglish && std::find(order.begin(), order.end(), language) == order.end())
      order.push_back(language);
  }
  std::map<std::string, Links> done;
  for (const std::string& language : order) {
    Links links = to_concepts({language, std::string(kEnglish)}, concepts);
    for (const std::string& pivot : pivots) {
      if (done.contains(pivot)) compose({language, pivot}, done.at(pivot), links);
    }
    for (const auto& [head, found] : links.of) {
      for (const auto& [name, weight] : found)
        writer.add(language, words_.word(head), name, weight);
    }
    const bool pivot = std::find(pivots.begin(), pivots.end(), language) != pivots.end();
    if (pivot) done.emplace(language, std::move(links));
  }
}

}  // namespace twosource::lexicon_build
