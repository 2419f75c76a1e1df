#include "core/document/zone_marks.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "core/document/zone_words.h"
#include "core/text/token.h"

namespace twosource {
namespace {

// Bytes. Longer texts are prose and carry no headings, credits or buttons.
constexpr std::size_t kShort = 400;
constexpr std::size_t kMostHeadline = 240;
constexpr std::size_t kLeastProse = 110;
constexpr std::size_t kLongestPhrase = 96;  // of zones.json, with room

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}
bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80U;
}
bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || !is_ascii(c);
}

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}
bool ends(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

std::string_view without_closers(std::string_view text) {
  while (!text.empty()) {
    const char last = text.back();
    if (is_ascii(last)) {
      if (last != '"' && last != '\'' && last != ')' && last != ']') return text;
      text.remove_suffix(1);
      continue;
    }
    bool closer = false;
    for (const std::string_view mark : {"“", "”", "»", "«", "’", "‘", "›", "‹"}) {
      if (!ends(text, mark)) continue;
      text.remove_suffix(mark.size());
      closer = true;
      break;
    }
    if (!closer) return text;
  }
  return text;
}

// The first bytes of a text, not cut inside a code point.
std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

// The words of a heading folded, without the marks that headings carry at both ends.
std::string folded_heading(std::string_view text) {
  std::string folded = fold_word(text);
  const auto drop = [&](std::string_view mark) {
    if (!ends(folded, mark)) return false;
    folded.resize(folded.size() - mark.size());
    return true;
  };
  while (drop(":") || drop("…") || drop(".") || drop("!") || drop(">") || drop("»") || drop("→") ||
         drop("›") || drop("+") || drop("-") || drop(" ") || drop("*") || drop("]")) {
  }
  return folded.substr(std::min(folded.find_first_not_of("+->*[ "), folded.size()));
}

bool points_on(std::string_view rest) {
  for (const std::string_view mark : {":", ">", "»", "→", "|"}) {
    if (begins(rest, mark)) return true;
  }
  return false;
}

// A copyright sign, but not as part of another code point.
bool has_copyright(std::string_view text) {
  constexpr char kSecondByte = '\xA9';
  for (std::size_t at = text.find(kSecondByte); at != std::string_view::npos;
       at = text.find(kSecondByte, at + 1)) {
    if (at > 0 && text[at - 1] == '\xC2') return true;
  }
  return false;
}

// A credit of up to three words that ends at the colon and begins a sentence or stands behind a
// bracket or stroke.
bool credit_before_colon(std::string_view text, std::size_t colon) {
  std::size_t begin = colon;
  for (int words = 0; words < 3 && begin > 0; ++words) {
    while (begin > 0 && text[begin - 1] == ' ') --begin;
    while (begin > 0 && std::strchr(" ([|", text[begin - 1]) == nullptr) --begin;
    std::size_t before = begin;
    while (before > 0 && text[before - 1] == ' ') --before;
    const bool apart = before == 0 || std::strchr("([|.!?/-", text[before - 1]) != nullptr;
    if (apart && starts_credit(text.substr(begin))) return true;
  }
  return false;
}

// "2016", at the start or behind a few marks.
bool begins_with_year(std::string_view text) {
  constexpr std::size_t kMarks = 4;
  const std::size_t at = text.find_first_of("0123456789");
  if (at == std::string_view::npos || at > kMarks) return false;
  const std::string_view year = text.substr(at, text.find_first_not_of("0123456789", at) - at);
  return year.size() == 4 && (year.starts_with("19") || year.starts_with("20"));
}

// "Copyright 2016 Hillford Media. All rights reserved.", "TM and © Copyright 2016 ..."
bool states_rights(std::string_view text) {
  constexpr std::size_t kReach = 120;  // bytes: what stands before it is an article's last line
  const std::string_view head = beginning(text, kReach);
  if (head.find("20") == std::string_view::npos && head.find("19") == std::string_view::npos)
    return false;
  std::string folded = fold_word(head);
  // "©2016"
  constexpr std::string_view kSign = "\xC2\xA9";
  for (std::size_t at = folded.find(kSign); at != std::string::npos;
       at = folded.find(kSign, at + 3))
    folded.insert(at + kSign.size(), 1, ' ');
  const std::string_view all = folded;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && std::strchr(" ([|", all[i - 1]) == nullptr) continue;
    const std::size_t length = zone_words().rights_marks.prefix(all.substr(i));
    if (length > 0 && begins_with_year(all.substr(i + length))) return true;
  }
  return false;
}

}  // namespace

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  while (!span.empty()) {
    if (is_space(text[span.begin])) {
      ++span.begin;
    } else if (text[span.begin] == '\xC2' && begins(slice(text, span), kNoBreak)) {
      span.begin += 2;
    } else {
      break;
    }
  }
  while (!span.empty()) {
    if (is_space(text[span.end - 1])) {
      --span.end;
    } else if (text[span.end - 1] == '\xA0' && ends(slice(text, span), kNoBreak)) {
      span.end -= 2;
    } else {
      break;
    }
  }
  return span;
}

bool ends_sentence(std::string_view text) {
  text = without_closers(text);
  if (text.empty()) return false;
  const char last = text.back();
  if (is_ascii(last)) return last == '.' || last == '!' || last == '?';
  for (const std::string_view stop : {"…", "。", "！", "？", "؟", "।"}) {
    if (ends(text, stop)) return true;
  }
  return false;
}

bool is_prose(std::string_view text) {
  return text.size() >= kLeastProse && ends_sentence(text);
}

bool is_headline_like(std::string_view text) {
  if (text.empty() || text.size() > kMostHeadline) return false;
  const std::string_view bare = without_closers(text);
  const char last = bare.empty() ? ' ' : bare.back();
  if (last == ':' || last == ';' || last == ',' || ends(bare, "。")) return false;
  if (last == '.' && !ends(bare, "...")) return false;
  return std::any_of(text.begin(), text.end(), is_letter);
}

bool is_block_quote(std::string_view text) {
  if (text.empty() || (is_ascii(text[0]) && text[0] != '"' && text[0] != '>')) return false;
  if (begins(text, "> ")) return true;
  constexpr std::size_t kLeastQuote = 20;
  constexpr std::string_view kPairs[][2] = {{"\"", "\""}, {"„", "“"}, {"„", "”"}, {"“", "”"},
                                            {"«", "»"},   {"»", "«"}, {"”", "”"}};
  for (const auto& [open, close] : kPairs) {
    if (text.size() < kLeastQuote || !begins(text, open) || !ends(text, close)) continue;
    const std::string_view inside =
        text.substr(open.size(), text.size() - open.size() - close.size());
    if (inside.find(open) == std::string_view::npos &&
        inside.find(close) == std::string_view::npos && inside.find('\n') == std::string_view::npos)
      return true;
  }
  return false;
}

bool is_table_row(std::string_view text) {
  constexpr std::size_t kLongestRow = 1600;
  if (text.size() > kLongestRow) return false;
  if (text.find('\t') != std::string_view::npos) return true;
  const std::size_t first = text.find('|');
  return first != std::string_view::npos && text.find('|', first + 1) != std::string_view::npos;
}

ListMarker list_marker(std::string_view text) {
  if (text.size() < 2) return {};
  const char first = text[0];
  if (is_ascii(first)) {
    if ((first == '-' || first == '*' || first == '+') && text[1] == ' ') return {2, false};
    std::size_t digits = 0;
    while (digits < text.size() && digits < 3 && text[digits] >= '0' && text[digits] <= '9')
      ++digits;
    const bool fits = digits > 0 && digits + 1 < text.size() &&
                      (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
    return {fits ? digits + 2 : 0, false};
  }
  if (begins(text, "– ")) return {std::string_view("– ").size(), false};
  for (const std::string_view bullet : {"• ", "‣ ", "▪ ", "■ ", "● ", "◦ ", "· ", "► "}) {
    if (begins(text, bullet)) return {bullet.size(), true};
  }
  return {};
}

bool starts_credit(std::string_view text) {
  const ZoneWords& words = zone_words();
  if (text.size() > kShort || !words.credit_begins.fits(text)) return false;
  const std::string all = fold_word(beginning(text, kLongestPhrase));
  std::string_view folded = all;
  // "(c)" is a mark of its own; other brackets only enclose the credit.
  if (words.credit_starts.prefix(folded) > 0) return true;
  while (begins(folded, "(") || begins(folded, "[")) folded.remove_prefix(1);
  const std::size_t length = words.credit_words.prefix(folded);
  if (length > 0) {
    if (folded[length - 1] == '.') return true;  // "Fot. PAP"
    const std::size_t next = folded.find_first_not_of(' ', length);
    if (next != std::string_view::npos && folded[next] == ':') return true;
  }
  return words.credit_starts.prefix(folded) > 0;
}

bool holds_credit(std::string_view text) {
  if (text.size() > kShort) return false;
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos;
       colon = text.find(':', colon + 1)) {
    if (credit_before_colon(text, colon)) return true;
  }
  return has_copyright(text);
}

Furniture furniture_of(std::string_view text) {
  const ZoneWords& words = zone_words();
  if (text.size() <= 2 * kShort && states_rights(text)) return Furniture::Line;
  if (text.size() > kShort || !words.furniture_begins.fits(text)) return Furniture::None;
  const std::string folded = folded_heading(beginning(text, kLongestPhrase));
  if (text.size() <= kLongestPhrase) {
    if (words.teaser_headings.has(folded)) return Furniture::Heading;
    if (words.boilerplate_lines.has(folded)) return Furniture::Line;
  }
  if (words.boilerplate_starts.prefix(folded) > 0) return Furniture::Line;
  const std::size_t length = words.teaser_starts.prefix(folded);
  if (length == 0) return Furniture::None;
  const std::string_view rest = std::string_view(folded).substr(length);
  return points_on(rest.substr(std::min(rest.find_first_not_of(' '), rest.size())))
             ? Furniture::Line
             : Furniture::None;
}

Notice::Kind notice_of(std::string_view text) {
  constexpr std::size_t kLongestOpening = 120;  // bytes, an editor's note with its date included
  constexpr std::string_view kMarks = " *([-_+\"'";
  const ZoneWords& words = zone_words();
  if (!words.notice_begins.fits(text)) return Notice::Kind::None;
  const std::string all = fold_word(beginning(text, kLongestOpening));
  std::string_view folded = all;
  for (int tries = 0; tries < 2; ++tries) {
    folded.remove_prefix(std::min(folded.find_first_not_of(kMarks), folded.size()));
    if (words.retraction_starts.prefix(folded) > 0) return Notice::Kind::Retracted;
    if (words.correction_starts.prefix(folded) > 0) return Notice::Kind::Corrected;
    const std::size_t colon = folded.find(':');
    if (words.editor_notes.prefix(folded) == 0 || colon == std::string_view::npos) break;
    folded.remove_prefix(colon + 1);
  }
  return Notice::Kind::None;
}

}  // namespace twosource
