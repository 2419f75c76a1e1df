#include "core/text/unspaced.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace twosource;

// "3|만| 5|천": the tokens, a space where one stands before the token.
std::string split(std::string_view text) {
  const TokenizedText parts = split_unspaced(analyse_text(text, SegmentationRules()));
  std::string out;
  for (const Token& token : parts.tokens) {
    if (!out.empty()) out += '|';
    if (token.has(Token::kSpaceBefore) && token.begin > 0) out += ' ';
    out += parts.of(token);
  }
  return out;
}

TEST_CASE("kana and Hangul are taken apart, other words are not") {
  CHECK(split("약 3만5천 명이") == "약| 3|만|5|천| 명|이");
  CHECK(split("GDPは3.2%") == "GDP|は|3|.|2|%");
  CHECK(split("3km를") == "3|km|를");
  CHECK(split("十二月にドル") == "十|二|月|に|ド|ル");
  CHECK(split("Zwölf Soldaten") == "Zwölf| Soldaten");
  CHECK(split("Двенадцать") == "Двенадцать");
}

TEST_CASE("only texts with kana or Hangul need it") {
  CHECK_FALSE(holds_unspaced(tokenize("Zwölf Двенадцать ١٢ 十二 café")));
  CHECK(holds_unspaced(tokenize("12 서울")));
  CHECK(holds_unspaced(tokenize("12 ドル")));
}

TEST_CASE("the parts keep what a word was") {
  const TokenizedText parts = split_unspaced(analyse_text("NATO군\n\nは", SegmentationRules()));
  REQUIRE(parts.tokens.size() == 3);
  CHECK(parts.tokens[0].is(TokenKind::Word));
  CHECK(parts.tokens[0].has(Token::kAllCaps));
  CHECK_FALSE(parts.tokens[0].has(Token::kNonAscii));
  CHECK(parts.tokens[1].is(TokenKind::Ideograph));
  CHECK_FALSE(parts.tokens[1].has(Token::kSpaceBefore));
  CHECK(parts.tokens[2].has(Token::kParagraphBefore));
}

TEST_CASE("sentences keep their spans and hold their parts") {
  const TokenizedText whole = analyse_text("3만 명이 왔다. 그는 갔다.", SegmentationRules());
  const TokenizedText parts = split_unspaced(whole);
  REQUIRE(whole.sentences.size() == 2);
  REQUIRE(parts.sentences.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const Sentence& sentence = parts.sentences[i];
    CHECK(sentence.span == whole.sentences[i].span);
    CHECK(parts.tokens[sentence.first_token].begin == sentence.span.begin);
    CHECK(parts.tokens[sentence.end_token - 1].end == sentence.span.end);
  }
}

}  // namespace
