#include "core/text/token.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace twosource;

namespace {

// "W:Su P:- D:25": kind and bytes of each token.
std::string line(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!out.empty()) out += ' ';
    out += "WDPSI"[static_cast<int>(token.kind)];
    out += ':';
    out += slice(text, token.span());
  }
  return out;
}

}  // namespace

TEST_CASE("tokens are the atoms of a text") {
  struct Row {
    const char* text;
    const char* tokens;
  };
  const std::vector<Row> rows = {
      {"Su-25, 12.000 Soldaten", "W:Su P:- D:25 P:, D:12 P:. D:000 W:Soldaten"},
      {"$3.5bn", "S:$ D:3 P:. D:5 W:bn"},
      {"12\u00A0000\u202F€", "D:12 D:000 S:€"},
      {"don’t", "W:don P:’ W:t"},
      {"Zwölf\u00ADtausend", "W:Zwölf\u00ADtausend"},
      {"e\u0301t\u00E9", "W:e\u0301t\u00E9"},
      {"2024年10月", "D:2024 I:年 D:10 I:月"},
      {"١٢٬٣", "D:١٢ P:٬ D:٣"},
      {"120만 명", "D:120 W:만 W:명"},
      {"5 %", "D:5 P:%"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(line(row.text) == row.tokens);
  }
}

TEST_CASE("flags say what stood before a token") {
  const auto tokens = tokenize("Kim ging.\n\nEr USA\r\nund ÄÖ");
  REQUIRE(tokens.size() == 7);
  CHECK(tokens[0].has(Token::kParagraphBefore));
  CHECK(tokens[0].has(Token::kCapitalised));
  CHECK(tokens[1].has(Token::kSpaceBefore));
  CHECK_FALSE(tokens[2].has(Token::kSpaceBefore));
  CHECK(tokens[3].has(Token::kParagraphBefore));
  CHECK(tokens[4].has(Token::kAllCaps));
  CHECK(tokens[5].has(Token::kNewlineBefore));
  CHECK_FALSE(tokens[5].has(Token::kParagraphBefore));
  CHECK(tokens[6].has(Token::kAllCaps));
  CHECK(tokens[6].has(Token::kNonAscii));
}

TEST_CASE("tokens cover any bytes in order, without overlap") {
  std::mt19937 random(7);
  const std::string pieces[] = {"a",
                                "Z",
                                "7",
                                " ",
                                "\n",
                                "\xC3\xA4",
                                "\xFF",
                                "\xE6\xBC\xA2",
                                "\xF0\x9F\x98\x80",
                                "\xCC\x81",
                                "\xC2\xAD",
                                ".",
                                "-",
                                "\xE2\x80",
                                "\0"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += pieces[random() % std::size(pieces)];
    std::uint32_t last = 0;
    for (const Token& token : tokenize(text)) {
      REQUIRE(token.begin >= last);
      REQUIRE(token.begin < token.end);
      REQUIRE(token.end <= text.size());
      last = token.end;
    }
  }
}

TEST_CASE("folding drops case and soft hyphens and composes marks") {
  CHECK(fold_word("ZWÖLF\u00ADTausend") == "zwölftausend");
  CHECK(fold_word("Cafe\u0301") == "café");
  CHECK(fold_word("СОЛДАТ") == "солдат");
  CHECK(fold_word("Straße") == "straße");
}

TEST_CASE("Arabic letters that stand for one another fold to one") {
  CHECK(fold_word("أَلْفٌ") == fold_word("الف"));
  CHECK(fold_word("أربعة") == fold_word("اربعه"));
  CHECK(fold_word("إلى") == fold_word("الي"));
  CHECK(fold_word("الـ") == "ال");
  CHECK(fold_word("خمس") != fold_word("خميس"));
}

TEST_CASE("digits of every script have a value, marks of direction part nothing") {
  std::string digits;
  append_ascii_digits("٠١٩", digits);
  append_ascii_digits("۴２", digits);
  CHECK(digits == "01942");
  const auto tokens = tokenize("25799\u202A,\u202A52\u200F km");
  REQUIRE(tokens.size() == 4);
  CHECK_FALSE(tokens[1].has(Token::kSpaceBefore));
  CHECK_FALSE(tokens[2].has(Token::kSpaceBefore));
  CHECK(tokens[3].has(Token::kSpaceBefore));
}

TEST_CASE("an apostrophe between Cyrillic letters is a letter, any other is none") {
  CHECK(tokenize("м'яч").size() == 1);
  CHECK(tokenize("п\u2019ять").size() == 1);
  CHECK(tokenize("l'arme").size() == 3);
  CHECK(tokenize("'слово'").size() == 3);
  CHECK(tokenize("5 м'").size() == 3);
  CHECK(fold_word("П\u2019ять") == "п'ять");
  CHECK(fold_word("П\u02BCять") == "п'ять");
}
