// PhraseLexicon: word forms and phrases of language data, found by their first token.
//
//   lexicon.add("per cent", 7);             // tokens "per" "cent"
//   for (const auto& phrase : lexicon.starting_with("per")) ...   // longest first
//
// A phrase is kept as the folded tokens that the tokenizer makes of it, so data may hold "km/h" or
// "US-Dollar" as people write them. Immutable after loading; thread safe then.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lang/form_filter.h"
#include "core/text/token.h"

namespace twosource {

// The form of one token under which lexica are probed: fold_word for words; every hyphen, dash and
// minus is "-", every apostrophe "'", the digits of every script ASCII,
// fullwidth marks narrow ("％" is "%"); all else as it is. Appended
// to `out`.
void append_folded_token(std::string_view bytes, const Token& token, std::string& out);

// The folded tokens of a form of language data, kana and Hangul sign by sign
// (core/text/unspaced.h). A syllable of Hangul that stands behind a space begins with one in its
// folded form.
std::vector<std::string> folded_words(std::string_view form);
// Whether the token is of a script that sets spaces between words but is matched sign by sign:
// Hangul.
bool sets_spaces(std::string_view bytes);

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

class PhraseLexicon {
 public:
  struct Phrase {
    std::vector<std::string> words;  // folded tokens, the first included
    std::string exact;               // the bytes as written, where case matters; else empty
    std::uint32_t payload = 0;
  };

  // false when the phrase is there already with another payload (the first one stays).
  // REQUIRES: `form` has a token.
  bool add(std::string_view form, std::uint32_t payload);
  // Matches only this upper and lower case ("MW" is not "mW").
  bool add_exact(std::string_view form, std::uint32_t payload);
  // The tokens in reverse order: for matching backwards from what the phrase stands before.
  bool add_reversed(std::string_view form, std::uint32_t payload);
  bool add_exact_reversed(std::string_view form, std::uint32_t payload);
  // Sorts; call once when all is added.
  void finish();

  // Longest first, exact ones before folded ones of the same length; empty when there is none.
  std::span<const Phrase> starting_with(std::string_view first_folded) const {
    if (!first_words_.may_hold(first_folded)) return {};
    return find(first_folded);
  }
  bool empty() const { return phrases_.empty(); }

 private:
  std::span<const Phrase> find(std::string_view first_folded) const;
  bool insert(std::vector<std::string> words, std::string exact, std::uint32_t payload);
  std::unordered_map<std::string, std::vector<Phrase>, StringHash, std::equal_to<>> phrases_;
  FormFilter first_words_;  // of the keys of phrases_
};

}  // namespace twosource
