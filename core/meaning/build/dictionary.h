// Reads the dictionaries that Debian packages for dictd: an index of heads and a text, usually
// compressed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace twosource::lexicon_build {

// A head with its translations, both folded. The first translations of an entry are its main ones.
struct Entry {
  std::string_view head;
  std::vector<std::string> translations;
};

// How an entry's text gives its translations.
enum class Layout : std::uint8_t {
  // A head line, then a line of translations, or numbered lines of them; everything else
  // (definitions, examples, synonyms, notes) is left out.
  FreeDict,
  // Running text with numbered senses and examples between semicolons; translations are the pieces
  // without a letter of the head's own alphabet (Latin).
  Running,
};

struct DictionaryInfo {
  std::string version;
  std::string licence;
};

// Reads <base>.index and <base>.dict.dz (or .dict) and gives every entry with a single word as head
// to `take`. Errors: NotFound, Unreadable, BadInput.
Result<DictionaryInfo> read_dictionary(const std::string& base, Layout layout,
                                       const std::function<void(const Entry&)>& take);

// The translations in the text of one entry; for tests.
std::vector<std::string> translations_of(std::string_view text, Layout layout);

// The one word that a phrase is about: itself, or what is left without reflexives and placeholders
// ("sich freuen", "etw. ratifizieren", "śmiać się"); empty when several are left.
std::string core_word(std::string_view phrase);

// Whether the text is one word of letters only.
bool is_single_word(std::string_view text);

}  // namespace twosource::lexicon_build
