#include "core/lang/phrase_lexicon.h"

#include <algorithm>

#include "core/text/unspaced.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

bool is_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D || c == 0x2043;
}

bool is_apostrophe(char32_t c) {
  return c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0xFF07;
}

// Fullwidth forms of ASCII (U+FF01 to U+FF5E), and the wave dash that stands for a tilde.
char32_t narrow(char32_t c) {
  if (c == 0x301C) return U'~';
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

}  // namespace

bool sets_spaces(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes.empty() ? '\0' : bytes.front());
  return lead >= 0xEAU && lead <= 0xEDU;
}

std::vector<std::string> folded_words(std::string_view form) {
  std::vector<std::string> words;
  for (const Token& token : split_unspaced(form, tokenize(form))) {
    words.emplace_back();
    // Between Hangul syllables a space is a part of the spelling.
    if (words.size() > 1 && token.has(Token::kSpaceBefore) &&
        sets_spaces(slice(form, token.span())))
      words.back() = ' ';
    append_folded_token(slice(form, token.span()), token, words.back());
  }
  return words;
}

void append_folded_token(std::string_view bytes, const Token& token, std::string& out) {
  if (!token.has(Token::kNonAscii)) {
    const std::size_t begin = out.size();
    out.resize(begin + bytes.size());
    char* to = out.data() + begin;
    for (const char c : bytes) *to++ = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return;
  }
  if (token.is(TokenKind::Word)) {
    thread_local std::string word;
    fold_word(bytes, word);
    out += word;
    return;
  }
  if (token.is(TokenKind::Digits)) {
    append_ascii_digits(bytes, out);
    return;
  }
  const char32_t c = decode(bytes, 0).value;
  if (is_dash(c)) {
    out += '-';
  } else if (is_apostrophe(c)) {
    out += '\'';
  } else if (narrow(c) != c) {
    append_utf8(out, narrow(c));
  } else {
    out += bytes;
  }
}

bool PhraseLexicon::insert(std::vector<std::string> words, std::string exact,
                           std::uint32_t payload) {
  if (words.empty()) return true;
  const std::string first = words.front().substr(words.front()[0] == ' ' ? 1 : 0);
  first_words_.add(first);
  std::vector<Phrase>& list = phrases_[first];
  for (const Phrase& phrase : list) {
    if (phrase.words == words && phrase.exact == exact) return phrase.payload == payload;
  }
  list.push_back({std::move(words), std::move(exact), payload});
  return true;
}

bool PhraseLexicon::add(std::string_view form, std::uint32_t payload) {
  return insert(folded_words(form), {}, payload);
}

bool PhraseLexicon::add_exact(std::string_view form, std::uint32_t payload) {
  return insert(folded_words(form), std::string(form), payload);
}

bool PhraseLexicon::add_reversed(std::string_view form, std::uint32_t payload) {
  std::vector<std::string> words = folded_words(form);
  std::reverse(words.begin(), words.end());
  return insert(std::move(words), {}, payload);
}

bool PhraseLexicon::add_exact_reversed(std::string_view form, std::uint32_t payload) {
  std::vector<std::string> words = folded_words(form);
  std::reverse(words.begin(), words.end());
  return insert(std::move(words), std::string(form), payload);
}

void PhraseLexicon::finish() {
  for (auto& [first, list] : phrases_) {
    std::stable_sort(list.begin(), list.end(), [](const Phrase& a, const Phrase& b) {
      if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
      return a.exact.empty() < b.exact.empty();
    });
  }
}

std::span<const PhraseLexicon::Phrase> PhraseLexicon::find(std::string_view first_folded) const {
  const auto it = phrases_.find(first_folded);
  if (it == phrases_.end()) return {};
  return it->second;
}

}  // namespace twosource
