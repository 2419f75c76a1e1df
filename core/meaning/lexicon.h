// Lexicon: the compiled dictionaries, mapped from one file: words of many languages and the English
// concepts they stand for.
//
//   auto lexicon = Lexicon::open("build/release/lexicon.bin");
//   if (!lexicon) ...                                  // go on without: Meaning works with nullptr
//   (*lexicon)->lookup("soldaten", "de", out)          // soldier 255
//
// The file is made on the user's machine from installed dictionaries (core/meaning/build), never
// distributed. Opening maps and checks it in under a millisecond; a look-up costs about a
// microsecond. Immutable, thread safe; every offset is checked when it is followed, so that a
// damaged file gives wrong answers at worst.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace twosource {

inline constexpr std::size_t kMaxConcepts = 6;  // per word

struct Concept {
  std::string_view name;    // "soldier": folded English; lives as long as the Lexicon
  std::uint8_t weight = 0;  // 255 for the best of a word, less for the others
};

// A dictionary that went into the file.
struct LexiconSource {
  std::string name;     // "freedict-deu-eng"
  std::string version;  // as its package or its own head says; may be empty
  std::string licence;
};

class Lexicon {
 public:
  // Errors: NotFound, Unreadable, BadInput (no lexicon, cut short, of another version), with what
  // to do.
  static Result<std::shared_ptr<const Lexicon>> open(const std::string& path);
  // The same over bytes in memory, which are copied.
  static Result<std::shared_ptr<const Lexicon>> from_bytes(std::string bytes);

  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  // The concepts of the word itself / of all words with this stem, best first; returns how many.
  // `word` is folded (fold_word), `language` BCP 47.
  std::size_t lookup(std::string_view word, std::string_view language,
                     std::span<Concept, kMaxConcepts> out) const;
  std::size_t lookup_stem(std::string_view stem, std::string_view language,
                          std::span<Concept, kMaxConcepts> out) const;
  // The concepts of the word that shares the longest beginning with `word`, at least `shared`
  // bytes, and is at most three bytes longer than that.
  std::size_t lookup_prefix(std::string_view word, std::string_view language, std::size_t shared,
                            std::span<Concept, kMaxConcepts> out) const;

  std::vector<std::string> languages() const;  // sorted
  std::size_t word_count(std::string_view language) const;
  std::size_t concept_count() const;
  std::vector<LexiconSource> sources() const;
  // Whether the content is the one that was written; reads the whole file.
  bool verify() const;

 private:
  struct View;
  Lexicon();
  std::unique_ptr<View> view_;
};

}  // namespace twosource
