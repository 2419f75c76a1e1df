// A tokenized text with the folded form of every token: what the lexica are probed with.
//
// Built once per text and shared by all engines; both the tokens and the bytes belong to the
// caller and must outlive it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/segment.h"

namespace twosource {

// How many of the bytes of a word, as it is written, fold to the first `folded` bytes of its form.
std::uint32_t written_length(std::string_view bytes, std::size_t folded);

class FoldedText {
 public:
  explicit FoldedText(const TokenizedText& source);

  const TokenizedText& source() const { return *source_; }
  std::size_t size() const { return source_->tokens.size(); }
  const Token& token(std::size_t i) const { return source_->tokens[i]; }
  // Lower case, NFC, without soft hyphens (fold_word). Punctuation as it is, but every kind of
  // hyphen, dash and minus as "-" and every apostrophe as "'".
  std::string_view form(std::size_t i) const {
    const std::string_view all = folded_;
    return all.substr(begins_[i], begins_[i + 1] - begins_[i]);
  }
  // The form_hash of the form.
  std::uint64_t hash(std::size_t i) const { return hashes_[i]; }
  // The bytes as written.
  std::string_view bytes(std::size_t i) const { return source_->of(token(i)); }

  // No white space between token i - 1 and token i. False for i == 0 and beyond the end.
  bool touches_before(std::size_t i) const {
    return i > 0 && i < size() && !token(i).has(Token::kSpaceBefore);
  }
  bool is(std::size_t i, TokenKind kind) const { return i < size() && token(i).is(kind); }
  bool is(std::size_t i, std::string_view form_wanted) const {
    return i < size() && form(i) == form_wanted;
  }

 private:
  const TokenizedText* source_;
  std::string folded_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace twosource
