#include "index/near_copy.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <numeric>

#include "core/base/hash.h"
#include "core/text/token.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

constexpr std::size_t kShingleWords = 5;
constexpr std::uint64_t kSampleOneIn = 8;
constexpr std::size_t kSmallestSample = 6;
constexpr double kCopyFrom = 0.5;

// The hashes below are stored with the articles: they belong to schema::kFormat.
constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t kSecond = 0xD6E8FEB86659FD93U;

std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ hash >> 32U) * kSecond;
  return hash ^ hash >> 29U;
}

// `fold` is or-ed to every byte: 0x20 makes ASCII letters small and leaves digits alone.
std::uint64_t word_hash(std::string_view word, std::uint8_t fold) {
  const std::uint64_t fold_all = fold * 0x0101010101010101U;
  std::uint64_t hash = word.size() * kFirst;
  for (; word.size() >= 8; word.remove_prefix(8)) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, word.data(), 8);
    hash = mixed(hash ^ (chunk | fold_all));
  }
  std::uint64_t chunk = 0;
  std::memcpy(&chunk, word.data(), word.size());
  return mixed((hash ^ (chunk | fold_all)) * kFirst);
}

enum class Sign : std::uint8_t {
  Mark,    // between words
  Letter,  // of a word, or a digit
  Single,  // a word by itself: ideographs, kana, Hangul
  Longer,  // not ASCII: the code point decides
};

constexpr std::array<Sign, 256> kSigns = [] {
  std::array<Sign, 256> out{};
  for (std::size_t c = 0; c < out.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    out[c] = c >= 0x80 ? Sign::Longer : letter ? Sign::Letter : Sign::Mark;
  }
  return out;
}();

// The words of a text from front to back, as hashes of their small letters. A coarse and fast
// reading: what matters is that outlets set other quotation marks, dashes and spaces around the
// same words.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  // False at the end.
  bool next(std::uint64_t& hash) {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const Sign first = take();
      if (first == Sign::Mark) continue;
      bool ascii = static_cast<unsigned char>(text_[begin]) < 0x80;
      while (first == Sign::Letter && at_ < text_.size()) {
        const std::size_t before = at_;
        if (take() != Sign::Letter) {
          at_ = before;
          break;
        }
        ascii = ascii && static_cast<unsigned char>(text_[before]) < 0x80;
      }
      const std::string_view word = text_.substr(begin, at_ - begin);
      if (ascii) {
        hash = word_hash(word, 0x20);
        return true;
      }
      fold_word(word, folded_);
      if (folded_.empty()) continue;
      hash = word_hash(folded_, 0);
      return true;
    }
    return false;
  }

 private:
  // What stands at the place, which moves behind it.
  Sign take() {
    const Sign sign = kSigns[static_cast<unsigned char>(text_[at_])];
    if (sign != Sign::Longer) {
      ++at_;
      return sign;
    }
    const CodePoint c = decode(text_, at_);
    at_ += c.length;
    return sign_of(c.value);
  }

  static Sign sign_of(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (c == 0xAD || c == 0x200C || c == 0x200D) return Sign::Letter;  // inside words
    if (within(0x80, 0xBF) || c == 0xD7 || c == 0xF7 || within(0x2000, 0x2BFF)) return Sign::Mark;
    if (within(0x3000, 0x303F) || within(0xFE00, 0xFE4F) || within(0xFF00, 0xFF0F))
      return Sign::Mark;
    if (within(0x2E80, 0xA4CF) || within(0xAC00, 0xD7FF) || within(0xF900, 0xFAFF) ||
        within(0x20000, 0x3FFFF))
      return Sign::Single;
    return within(0x1F000, 0x1FAFF) || c == 0xFFFD ? Sign::Mark : Sign::Letter;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string folded_;
};

// Runs of words over all that is said, with the boilerplate left out.
class Shingles {
 public:
  void read(std::string_view text) {
    Words words(text);
    std::uint64_t word = 0;
    while (words.next(word)) {
      std::uint64_t& oldest = window_[count_ % kShingleWords];
      hash_ = (hash_ - oldest * kOldestFactor) * kFirst + word;
      oldest = word;
      if (++count_ < kShingleWords) continue;
      const std::uint64_t shingle = mixed(hash_);
      if (shingle % kSampleOneIn == 0) out_.push_back(shingle);
    }
  }

  std::vector<std::uint64_t> sample() {
    std::sort(out_.begin(), out_.end());
    out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
    return std::move(out_);
  }

 private:
  // What the oldest word of the run was multiplied with since it came.
  static constexpr std::uint64_t kOldestFactor = kFirst * kFirst * kFirst * kFirst;
  static_assert(kShingleWords == 5);

  std::array<std::uint64_t, kShingleWords> window_{};
  std::uint64_t hash_ = 0;
  std::size_t count_ = 0;
  std::vector<std::uint64_t> out_;
};

}  // namespace

std::vector<std::uint64_t> sample_shingles(const Document& document) {
  Shingles shingles;
  const std::string_view text = document.text;
  std::size_t begin = 0;
  for (const ZoneSpan& zone : document.zones) {
    if (zone.zone != Zone::Boilerplate || zone.span.begin < begin) continue;
    shingles.read(text.substr(begin, zone.span.begin - begin));
    begin = zone.span.end;
  }
  shingles.read(text.substr(std::min(begin, text.size())));
  return shingles.sample();
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
