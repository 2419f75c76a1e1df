// Sentence segmentation over tokens. A sentence ends at a paragraph break, and behind . ! ? ...
// (with the closing quotes and brackets that touch it) unless the language's rules say that the
// stop belongs to an abbreviation or an ordinal.
#include "core/text/segment.h"

#include <algorithm>

namespace twosource {
namespace {

bool is_terminator(std::string_view t) {
  return t == "." || t == "!" || t == "?" || t == "\u2026" || t == "\u3002" || t == "\uFF01" ||
         t == "\uFF1F" || t == "\u061F" || t == "\u0964";
}

bool is_closer(std::string_view t) {
  return t == ")" || t == "]" || t == "\"" || t == "'" || t == "\u201D" || t == "\u2019" ||
         t == "\u201C" || t == "\u2018" || t == "\u00BB" || t == "\u00AB" || t == "\u203A" ||
         t == "\u2039" || t == "\u300D" || t == "\u300F" || t == "\uFF09";
}

class Segmenter {
 public:
  Segmenter(TokenizedText& out, const SegmentationRules& rules) : out_(out), rules_(rules) {}

  void run() {
    const auto& tokens = out_.tokens;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      if (i > first && tokens[i].has(Token::kParagraphBefore)) {
        close(first, i);
        first = i;
      }
      if (!tokens[i].is(TokenKind::Punct) || !is_terminator(text(i))) continue;
      std::uint32_t end = i + 1;
      while (end < count && !tokens[end].has(Token::kSpaceBefore) &&
             (is_closer(text(end)) || is_terminator(text(end))))
        ++end;
      if (end < count && ends_here(i, end)) {
        close(first, end);
        first = end;
      }
      i = end - 1;
    }
    close(first, count);
  }

 private:
  std::string_view text(std::uint32_t i) const { return out_.of(out_.tokens[i]); }

  // Whether the terminator at `stop` ends the sentence, when the next one would begin at token
  // `next`.
  bool ends_here(std::uint32_t stop, std::uint32_t next) const {
    const auto& tokens = out_.tokens;
    const Token& following = tokens[next];
    const bool cjk = tokens[stop].has(Token::kNonAscii) && text(stop) != "\u2026";
    if (cjk) return true;
    if (!following.has(Token::kSpaceBefore)) return false;  // "3.5", "z.B.", "example.org"
    if (following.has(Token::kNewlineBefore) && line_begins_sentence(stop, next)) return true;
    if (!can_start(next)) return false;
    if (text(stop) != "." || stop == 0 || next != stop + 1) return true;
    return stop_ends(stop, next);
  }

  // A line break behind a full stop that is no abbreviation's.
  bool line_begins_sentence(std::uint32_t stop, std::uint32_t next) const {
    return text(stop) != "." || stop == 0 || stop_ends(stop, next);
  }

  // A sentence begins with a capital, a digit, a quote or bracket, or a letter without case.
  bool can_start(std::uint32_t next) const {
    const Token& t = out_.tokens[next];
    if (t.is(TokenKind::Word)) {
      if (t.has(Token::kCapitalised)) return true;
      const char first = out_.text[t.begin];
      return t.has(Token::kNonAscii) && !(first >= 'a' && first <= 'z') && !is_lower_letter(next);
    }
    if (t.is(TokenKind::Punct) && !is_opener(text(next))) return false;
    return true;
  }

  bool is_lower_letter(std::uint32_t i) const {
    // Cased scripts beyond ASCII: a word that folds to itself but whose capital differs is lower
    // case. Latin, Greek and Cyrillic lead bytes are enough to tell; scripts without case have none
    // of them.
    const auto lead = static_cast<unsigned char>(out_.text[out_.tokens[i].begin]);
    return lead >= 0xC3U && lead <= 0xD4U;
  }

  static bool is_opener(std::string_view t) {
    return t == "(" || t == "[" || t == "\"" || t == "'" || t == "\u201E" || t == "\u201C" ||
           t == "\u201D" || t == "\u201A" || t == "\u2018" || t == "\u00AB" || t == "\u00BB" ||
           t == "\u2013" || t == "\u2014" || t == "-" || t == "\u300C" || t == "\u00BF" ||
           t == "\u00A1" || t == "*" || t == "#" || t == "\u2022" || t == "@" || t == "\u203A" ||
           t == "\u2039";
  }

  bool stop_ends(std::uint32_t stop, std::uint32_t next) const {
    const Token& before = out_.tokens[stop - 1];
    if (out_.tokens[stop].has(Token::kSpaceBefore)) return true;
    if (before.is(TokenKind::Digits)) return digits_end(stop - 1, next);
    if (!before.is(TokenKind::Word)) return true;
    const std::string word = fold_word(text(stop - 1));
    if (ends_figure(stop - 1) && out_.tokens[next].has(Token::kCapitalised)) return true;
    if (rules_.never_final.contains(word)) return false;
    if (rules_.before_number.contains(word) && out_.tokens[next].is(TokenKind::Digits))
      return false;
    const bool abbreviation =
        rules_.abbreviations.contains(word) || is_initial(stop - 1) || part_of_acronym(stop - 1);
    if (!abbreviation) return true;
    // "$3.5bn. Nobody": a unit glued to its number is no title; a capital behind it begins a
    // sentence.
    if (stop >= 2 && !before.has(Token::kSpaceBefore) &&
        out_.tokens[stop - 2].is(TokenKind::Digits)) {
      return true;
    }
    // Behind an abbreviation only a word that usually begins a sentence does.
    return out_.tokens[next].is(TokenKind::Word) &&
           rules_.sentence_starters.contains(fold_word(text(next))) &&
           !is_initial_of_name(stop - 1);
  }

  // The "zł" of "20 tys. zł."
  bool ends_figure(std::uint32_t i) const {
    constexpr int kMostUnits = 3;
    if (rules_.units.empty()) return false;
    for (int n = 0; n < kMostUnits && i > 0; ++n) {
      if (!out_.tokens[i].is(TokenKind::Word) || !rules_.units.contains(fold_word(text(i))))
        return false;
      --i;
      if (i > 0 && text(i) == ".") --i;
      if (out_.tokens[i].is(TokenKind::Digits)) return true;
    }
    return false;
  }

  // "24. Oktober", "im 19. Jahrhundert"; a list marker "3." at the start of a line is no end
  // either.
  bool digits_end(std::uint32_t digits, std::uint32_t next) const {
    if (out_.tokens[digits].has(Token::kNewlineBefore)) return false;
    if (!rules_.ordinal_stop) return true;
    const Token& number = out_.tokens[digits];
    const bool decimal_tail = digits > 0 && !number.has(Token::kSpaceBefore) &&
                              out_.tokens[digits - 1].is(TokenKind::Punct);
    if (number.end - number.begin > 3) return true;  // years end sentences
    if (!out_.tokens[next].is(TokenKind::Word))
      return out_.tokens[next].is(TokenKind::Digits) ? false : !decimal_tail;
    return !rules_.after_ordinal.contains(fold_word(text(next)));
  }

  bool is_initial(std::uint32_t i) const {
    const Token& t = out_.tokens[i];
    return t.has(Token::kCapitalised) && t.end - t.begin <= 2 &&
           (t.end - t.begin == 1 || t.has(Token::kNonAscii));
  }
  bool part_of_acronym(std::uint32_t i) const {
    return i >= 2 && is_initial(i) && text(i - 1) == "." &&
           !out_.tokens[i].has(Token::kSpaceBefore);
  }
  bool is_initial_of_name(std::uint32_t i) const { return is_initial(i) && !part_of_acronym(i); }

  void close(std::uint32_t first, std::uint32_t end) {
    if (first >= end) return;
    out_.sentences.push_back({{out_.tokens[first].begin, out_.tokens[end - 1].end}, first, end});
  }

  TokenizedText& out_;
  const SegmentationRules& rules_;
};

}  // namespace

std::size_t TokenizedText::sentence_at(std::uint32_t byte) const {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), byte,
                       [](std::uint32_t b, const Sentence& s) { return b < s.span.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin() - 1);
}

TokenizedText with_tokens(const TokenizedText& text, std::vector<Token> tokens) {
  TokenizedText out;
  out.text = text.text;
  out.tokens = std::move(tokens);
  out.sentences = text.sentences;
  const auto count = static_cast<std::uint32_t>(out.tokens.size());
  std::uint32_t at = 0;
  for (Sentence& sentence : out.sentences) {
    while (at < count && out.tokens[at].begin < sentence.span.begin) ++at;
    sentence.first_token = at;
    while (at < count && out.tokens[at].begin < sentence.span.end) ++at;
    sentence.end_token = at;
  }
  return out;
}

TokenizedText analyse_text(std::string_view text, const SegmentationRules& rules) {
  TokenizedText out;
  out.text = text;
  out.tokens = tokenize(text);
  Segmenter(out, rules).run();
  return out;
}

}  // namespace twosource
