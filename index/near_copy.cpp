#include "index/near_copy.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "core/base/hash.h"
#include "core/text/token.h"

namespace twosource {
namespace {

constexpr std::size_t kShingleWords = 5;
constexpr std::uint64_t kSampleOneIn = 8;
constexpr std::size_t kSmallestSample = 6;
constexpr double kCopyFrom = 0.5;

}  // namespace

std::vector<std::uint64_t> sample_shingles(const Document& document) {
  std::vector<std::uint64_t> out;
  std::array<std::uint64_t, kShingleWords> window{};
  std::size_t words = 0;
  std::string folded;
  for (const Token& token : tokenize(document.text)) {
    if (token.is(TokenKind::Punct) || token.is(TokenKind::Symbol)) continue;
    if (document.zone_at(Field::Text, token.begin) == Zone::Boilerplate) continue;
    fold_word(slice(document.text, token.span()), folded);
    window[words % kShingleWords] = stable_hash(folded);
    if (++words < kShingleWords) continue;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < kShingleWords; ++i) {
      const std::uint64_t word = window[(words + i) % kShingleWords];
      hash = stable_hash({reinterpret_cast<const char*>(&word), sizeof word}, hash);
    }
    if (hash % kSampleOneIn == 0) out.push_back(hash);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

double containment(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  if (smaller < kSmallestSample) return 0;
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      ++shared;
      ++x;
      ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return static_cast<double>(shared) / static_cast<double>(smaller);
}

void cluster_near_copies(std::vector<StoredArticle*>& articles) {
  std::vector<std::size_t> parent(articles.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i];
    return i;
  };
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (std::size_t j = i + 1; j < articles.size(); ++j) {
      if (containment(articles[i]->shingles, articles[j]->shingles) >= kCopyFrom)
        parent[root(j)] = root(i);
    }
  }
  std::map<std::size_t, std::vector<StoredArticle*>> groups;
  for (std::size_t i = 0; i < articles.size(); ++i) groups[root(i)].push_back(articles[i]);
  for (auto& [first, members] : groups) {
    if (members.size() < 2) continue;
    const std::string* smallest = &members.front()->info.id;
    for (const StoredArticle* member : members)
      smallest = std::min(smallest, &member->info.id,
                          [](const std::string* a, const std::string* b) { return *a < *b; });
    for (StoredArticle* member : members) member->cluster = "w-" + hex_id(stable_hash(*smallest));
  }
}

}  // namespace twosource
