#include "core/compare/withdrawn.h"

#include <algorithm>

#include "core/text/token.h"

namespace twosource {
namespace {

constexpr std::size_t kShownBytes = 200;

// Cuts at a character border.
std::string shortened(const std::string& text) {
  if (text.size() <= kShownBytes) return text;
  std::size_t end = kShownBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The first figure that a note names is the one that it takes back ("hieß es, 15.000 ... richtig
// sind 12.000"). Dates before it ("13.10.2020:") are passed over with the note's opening.
bool names_first(const std::string& note, const std::string& figure) {
  const std::size_t at = note.find(figure);
  if (at == std::string::npos || figure.empty()) return false;
  const std::size_t behind = at + figure.size();
  const bool inside =
      (at > 0 && is_digit(note[at - 1])) || (behind < note.size() && is_digit(note[behind]));
  if (inside) return false;
  const std::size_t colon = note.find(':');
  const std::size_t begin = colon != std::string::npos && colon < at ? colon : 0;
  return std::none_of(note.begin() + static_cast<std::ptrdiff_t>(begin),
                      note.begin() + static_cast<std::ptrdiff_t>(at), is_digit);
}

std::string bare_title(const std::string& title) {
  const std::size_t colon = title.find(':');
  const std::size_t dash = title.find(" - ");
  std::size_t begin = 0;
  if (colon != std::string::npos) begin = colon + 1;
  if (dash != std::string::npos && (begin == 0 || dash < begin)) begin = dash + 3;
  std::string out;
  const std::string rest = title.substr(begin);
  for (const Token& token : tokenize(rest)) out += fold_word(slice(rest, token.span())) + ' ';
  return out;
}

std::string folded_title(const std::string& title) {
  std::string out;
  for (const Token& token : tokenize(title)) out += fold_word(slice(title, token.span())) + ' ';
  return out;
}

bool same_title(const std::string& later, const std::string& earlier) {
  if (later.empty() || earlier.empty()) return false;
  const std::string plain = folded_title(earlier);
  return folded_title(later) == plain || bare_title(later) == plain;
}

}  // namespace

std::string withdrawal_of(const ArticleInfo& article, const Claim& claim) {
  const Notice& notice = article.notice;
  switch (notice.kind) {
    case Notice::Kind::None:
      return {};
    case Notice::Kind::Retracted:
      return "the outlet has retracted it (\"" + shortened(notice.text) + "\")";
    case Notice::Kind::Corrected:
      if (!claim.has_value() || !names_first(notice.text, claim.text)) return {};
      return "the outlet has corrected this figure (\"" + shortened(notice.text) + "\")";
  }
  return {};
}

bool takes_back(const HeldVersion& later, const HeldVersion& earlier) {
  const ArticleInfo& a = later.article;
  const ArticleInfo& b = earlier.article;
  if (a.notice.kind == Notice::Kind::None || b.notice.kind != Notice::Kind::None) return false;
  if (a.outlet.empty() || a.outlet != b.outlet || !a.published || !b.published) return false;
  const auto minute = [](const DateTime& moment) { return moment.minute_of_day.value_or(0); };
  const bool before =
      a.published->day < b.published->day ||
      (a.published->day == b.published->day && minute(*a.published) < minute(*b.published));
  if (before) return false;
  const bool same_copy = !later.cluster.empty() && later.cluster == earlier.cluster;
  return same_copy || (!a.url.empty() && a.url == b.url) || same_title(a.title, b.title);
}

std::string withdrawal_by(const ArticleInfo& later) {
  const bool all = later.notice.kind == Notice::Kind::Retracted;
  return std::string("the outlet has ") + (all ? "retracted" : "corrected") + " it on " +
         (later.published ? to_iso(later.published->day) : std::string("an unknown day")) + " (\"" +
         shortened(later.notice.text) + "\")";
}

}  // namespace twosource
