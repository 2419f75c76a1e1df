#include "core/text/stem.h"

#include <libstemmer.h>

#include <map>
#include <memory>

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

}  // namespace

bool has_stemmer(std::string_view language) {
  return stemmer_for(language) != nullptr;
}

std::string stem(std::string_view word, std::string_view language) {
  sb_stemmer* stemmer = stemmer_for(language);
  if (stemmer == nullptr) return std::string(word);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* out = sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size()));
  if (out == nullptr) return std::string(word);
  return std::string(reinterpret_cast<const char*>(out),
                     static_cast<std::size_t>(sb_stemmer_length(stemmer)));
}

}  // namespace twosource
