// The tokenizer: one pass, a 128-entry table for ASCII, ICU's general categories for the rest.
#include "core/text/token.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "core/text/normal_form.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

enum class CharClass : std::uint8_t {
  Space,
  Newline,
  Letter,
  Digit,
  Punct,
  Symbol,
  Ideograph,
  Joiner
};

constexpr std::array<CharClass, 128> make_ascii_table() {
  std::array<CharClass, 128> table{};
  for (unsigned c = 0; c < 128; ++c) {
    CharClass k = CharClass::Punct;
    if (c == '\n' || c == '\r' || c == '\f') {
      k = CharClass::Newline;
    } else if (c <= ' ' || c == 0x7F) {
      k = CharClass::Space;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      k = CharClass::Letter;
    } else if (c >= '0' && c <= '9') {
      k = CharClass::Digit;
    } else if (c == '$' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '`' ||
               c == '|' || c == '~') {
      k = CharClass::Symbol;
    }
    table[c] = k;
  }
  return table;
}

constexpr std::array<CharClass, 128> kAscii = make_ascii_table();

// Signs without a width that part nothing: soft hyphen, joiners, marks of the writing direction.
constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x61C || c == 0xFEFF;
}

// An Arabic letter as lexica are probed; 0 for signs that are left out.
char32_t level_arabic(char32_t c) {
  if (c == 0x640 || (c >= 0x64B && c <= 0x65F) || c == 0x670) return 0;  // tatweel, vowel signs
  if (c == 0x622 || c == 0x623 || c == 0x625 || c == 0x671) return 0x627;
  if (c == 0x629) return 0x647;
  if (c == 0x649 || c == 0x6CC) return 0x64A;
  return c == 0x6A9 ? 0x643 : c;
}

CharClass classify_wide(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (c == 0x85 || c == 0x2028 || c == 0x2029) return CharClass::Newline;
  if (is_invisible(c)) return CharClass::Joiner;
  switch (u_charType(code)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::Letter;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC) != 0 ? CharClass::Ideograph
                                                               : CharClass::Letter;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return CharClass::Letter;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::Digit;
    case U_LETTER_NUMBER:
      return u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC) != 0 ? CharClass::Ideograph
                                                               : CharClass::Symbol;
    case U_SPACE_SEPARATOR:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
      return CharClass::Space;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharClass::Newline;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::Punct;
    default:
      return CharClass::Symbol;
  }
}

struct Char {
  char32_t value;
  std::uint32_t length;
  CharClass kind;
};

inline Char char_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80U) return {byte, 1, kAscii[byte]};
  const CodePoint c = decode(text, at);
  return {c.value, c.length, classify_wide(c.value)};
}

// The first code point of the block of ten digits that `c` belongs to.
char32_t digit_block(char32_t c) {
  return c < 0x80U ? U'0' : c - static_cast<char32_t>(u_charDigitValue(static_cast<UChar32>(c)));
}

constexpr bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == 0x2018 || c == 0x2019 || c == 0x2BC;
}
constexpr bool is_cyrillic(char32_t c) {
  return c >= 0x400 && c <= 0x52F;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 4); }

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const Char c = char_at(text_, at_);
      switch (c.kind) {
        case CharClass::Space:
        case CharClass::Joiner:
          space(c, false);
          break;
        case CharClass::Newline:
          space(c, true);
          break;
        case CharClass::Letter:
          word();
          break;
        case CharClass::Digit:
          digits(c);
          break;
        case CharClass::Punct:
          single(c, TokenKind::Punct);
          break;
        case CharClass::Symbol:
          single(c, TokenKind::Symbol);
          break;
        case CharClass::Ideograph:
          single(c, TokenKind::Ideograph);
          break;
      }
    }
    return std::move(tokens_);
  }

 private:
  void space(const Char& c, bool newline) {
    // A joiner that touches a word before it is no space; one that stands alone is dropped as one.
    if (c.kind != CharClass::Joiner) pending_ |= Token::kSpaceBefore;
    if (newline) {
      // "\r\n" is one line break.
      const bool pair = text_[at_] == '\n' && at_ > 0 && text_[at_ - 1] == '\r';
      if (!pair) {
        if ((pending_ & Token::kNewlineBefore) != 0) pending_ |= Token::kParagraphBefore;
        pending_ |= Token::kNewlineBefore;
      }
    }
    at_ += c.length;
  }

  void push(std::size_t begin, TokenKind kind, std::uint8_t flags) {
    tokens_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), kind,
                       static_cast<std::uint8_t>(pending_ | flags)});
    pending_ = 0;
  }

  void word() {
    const std::size_t begin = at_;
    std::uint32_t upper = 0;
    std::uint32_t lower = 0;
    bool wide = false;
    bool unspaced = false;
    bool first_is_upper = false;
    char32_t last = 0;
    while (at_ < text_.size()) {
      const Char c = char_at(text_, at_);
      if (c.kind == CharClass::Joiner) {
        // Inside a word only: what follows must be a letter.
        if (at_ + c.length >= text_.size() ||
            char_at(text_, at_ + c.length).kind != CharClass::Letter)
          break;
      } else if (c.kind != CharClass::Letter && is_hard_sign(c, last)) {
        at_ += c.length;
        continue;
      } else if (c.kind != CharClass::Letter) {
        break;
      }
      if (c.length == 1) {
        const bool is_upper = c.value <= 'Z';
        upper += is_upper ? 1U : 0U;
        lower += is_upper ? 0U : 1U;
        if (at_ == begin) first_is_upper = is_upper;
      } else {
        wide = true;
        unspaced = unspaced || is_unspaced_letter(c.value);
        const auto code = static_cast<UChar32>(c.value);
        const bool is_upper = u_isupper(code) != 0 || u_istitle(code) != 0;
        upper += is_upper ? 1U : 0U;
        lower += u_islower(code) != 0 ? 1U : 0U;
        if (at_ == begin) first_is_upper = is_upper;
      }
      last = c.value;
      at_ += c.length;
    }
    std::uint8_t flags = wide ? Token::kNonAscii : 0;
    if (first_is_upper) flags |= Token::kCapitalised;
    if (upper >= 2 && lower == 0) flags |= Token::kAllCaps;
    if (unspaced) flags |= Token::kUnspaced;
    push(begin, TokenKind::Word, flags);
  }

  // Between Cyrillic letters an apostrophe is a letter too: "м'яч", "п'ять".
  bool is_hard_sign(const Char& c, char32_t before) const {
    const std::size_t next = at_ + c.length;
    return is_cyrillic(before) && is_apostrophe(c.value) && next < text_.size() &&
           is_cyrillic(char_at(text_, next).value);
  }

  void digits(const Char& first) {
    const std::size_t begin = at_;
    const char32_t block = digit_block(first.value);
    while (at_ < text_.size()) {
      const Char c = char_at(text_, at_);
      if (c.kind != CharClass::Digit || digit_block(c.value) != block) break;
      at_ += c.length;
    }
    push(begin, TokenKind::Digits, first.length > 1 ? Token::kNonAscii : 0);
  }

  void single(const Char& c, TokenKind kind) {
    const std::size_t begin = at_;
    at_ += c.length;
    push(begin, kind, c.length > 1 ? Token::kNonAscii : 0);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint8_t pending_ = Token::kSpaceBefore | Token::kNewlineBefore | Token::kParagraphBefore;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  return Scanner(text).run();
}

void append_ascii_digits(std::string_view digits, std::string& out) {
  for (std::size_t at = 0; at < digits.size();) {
    const CodePoint c = decode(digits, at);
    at += c.length;
    out += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c.value)));
  }
}

void fold_word(std::string_view word, std::string& out) {
  out.clear();
  bool marks = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80U) {
      if (byte == '`') {
        out += '\'';
      } else {
        out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      }
      ++at;
      continue;
    }
    const CodePoint c = decode(word, at);
    at += c.length;
    if (is_invisible(c.value)) continue;
    if (is_apostrophe(c.value)) {
      out += '\'';
      continue;
    }
    if (c.value >= 0x600 && c.value < 0x700) {
      if (const char32_t level = level_arabic(c.value)) append_utf8(out, level);
      continue;
    }
    const auto code = static_cast<UChar32>(c.value);
    marks = marks || u_getCombiningClass(code) != 0;
    append_utf8(out, static_cast<char32_t>(u_tolower(code)));
  }
  if (marks && !is_nfc(out)) out = to_nfc(out);
}

std::string fold_word(std::string_view word) {
  std::string out;
  fold_word(word, out);
  return out;
}

}  // namespace twosource
