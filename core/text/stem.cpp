#include "core/text/stem.h"

#include <libstemmer.h>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace twosource {
namespace {

struct Deleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, Deleter>;

// Snowball takes ISO 639 codes; null where it does not know the language.
sb_stemmer* stemmer_for(std::string_view language) {
  thread_local std::map<std::string, Stemmer, std::less<>> cache;
  const std::string_view base = language.substr(0, language.find('-'));
  const auto it = cache.find(base);
  if (it != cache.end()) return it->second.get();
  const std::string tag(base);
  return cache.emplace(tag, Stemmer(sb_stemmer_new(tag.c_str(), "UTF_8"))).first->second.get();
}

std::string snowball(sb_stemmer* stemmer, std::string_view word) {
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* out = sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size()));
  if (out == nullptr) return std::string(word);
  return std::string(reinterpret_cast<const char*>(out),
                     static_cast<std::size_t>(sb_stemmer_length(stemmer)));
}

// The stems of the words met last, each in the one place that its hash gives: most words of an
// article have been met before, and a stem costs as much as reading a line. Below 2 MB a thread.
class RecentStems {
 public:
  static constexpr std::size_t kLongest = 48;  // bytes of a word that is kept

  const std::string& of(sb_stemmer* stemmer, std::string_view word) {
    Known& known = known_[std::hash<std::string_view>{}(word) % kSize];
    if (known.stemmer != stemmer || known.word != word) {
      known.stem = snowball(stemmer, word);
      known.word = word;
      known.stemmer = stemmer;
    }
    return known.stem;
  }

 private:
  static constexpr std::size_t kSize = 8192;
  struct Known {
    const sb_stemmer* stemmer = nullptr;
    std::string word;
    std::string stem;
  };
  std::vector<Known> known_ = std::vector<Known>(kSize);
};

}  // namespace

bool has_stemmer(std::string_view language) {
  return stemmer_for(language) != nullptr;
}

void append_stem(std::string_view word, std::string_view language, std::string& out) {
  sb_stemmer* stemmer = stemmer_for(language);
  if (stemmer == nullptr) {
    out += word;
  } else if (word.size() > RecentStems::kLongest) {
    out += snowball(stemmer, word);
  } else {
    thread_local RecentStems recent;
    out += recent.of(stemmer, word);
  }
}

std::string stem(std::string_view word, std::string_view language) {
  std::string out;
  append_stem(word, language, out);
  return out;
}

}  // namespace twosource
