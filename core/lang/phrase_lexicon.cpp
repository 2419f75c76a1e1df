#include "core/lang/phrase_lexicon.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace twosource {
namespace {

bool is_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D || c == 0x2043;
}

bool is_apostrophe(char32_t c) {
  return c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0xFF07;
}

std::vector<std::string> folded_words(std::string_view form) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(form)) {
    words.emplace_back();
    append_folded_token(slice(form, token.span()), token, words.back());
  }
  return words;
}

}  // namespace

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
  } else {
    out += bytes;
  }
}

bool PhraseLexicon::insert(std::vector<std::string> words, std::string exact,
                           std::uint32_t payload) {
  if (words.empty()) return true;
  first_words_.add(words.front());
  std::vector<Phrase>& list = phrases_[words.front()];
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
