#include "core/document/draft.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/hash.h"
#include "core/base/printable.h"
#include "core/document/title_tail.h"
#include "core/document/zones.h"
#include "core/text/language_detect.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool all_of(std::string_view text, bool (*fits)(char)) {
  return std::all_of(text.begin(), text.end(), fits);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "de_DE" -> "de-DE", "EN" -> "en"; "" when it is no language tag.
std::string language_tag(std::string_view given) {
  std::string tag(trim_space(given));
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::size_t end = std::min(tag.find('-'), tag.size());
  const std::string_view primary = std::string_view(tag).substr(0, end);
  if (primary.size() < 2 || primary.size() > 3 || !all_of(primary, is_letter)) return {};
  std::string out = ascii_lower(primary);
  const std::string_view rest = std::string_view(tag).substr(end);
  if (rest.size() == 3 && all_of(rest.substr(1), is_letter)) {
    out += '-';
    for (const char c : rest.substr(1)) out += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
  } else {
    out += rest;
  }
  return out;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.empty())
    return std::nullopt;
  return value;
}

// The next piece of `rest` up to a space.
std::string_view next_piece(std::string_view& rest) {
  rest = trim_space(rest);
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(end);
  return piece;
}

// RFC 5322: "[Thu, ]24 Oct 2024 08:30[:00] +0200".
std::optional<DateTime> parse_mail_date(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::size_t comma = text.find(',');
  std::string_view rest = comma == std::string_view::npos ? text : text.substr(comma + 1);
  const auto day = number(next_piece(rest));
  const std::string month = ascii_lower(next_piece(rest));
  const auto year = number(next_piece(rest));
  const auto found = std::find(kMonths.begin(), kMonths.end(), month);
  if (!day || !year || found == kMonths.end() || *day < 1) return std::nullopt;
  const auto index = static_cast<unsigned>(found - kMonths.begin()) + 1;
  const auto date = make_day(*year, index, static_cast<unsigned>(*day));
  if (!date) return std::nullopt;
  DateTime out{*date, std::nullopt, std::nullopt};
  const std::string_view time = next_piece(rest);
  if (time.size() < 5) return out;
  const auto hour = number(time.substr(0, 2));
  const auto minute = number(time.substr(3, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return out;
  out.minute_of_day = *hour * 60 + *minute;
  const std::string_view zone = next_piece(rest);
  if (zone == "GMT" || zone == "UTC" || zone == "Z") out.utc_offset_minutes = 0;
  if (zone.size() == 5 && (zone[0] == '+' || zone[0] == '-')) {
    const auto hours = number(zone.substr(1, 2));
    const auto minutes = number(zone.substr(3, 2));
    if (hours && minutes)
      out.utc_offset_minutes = (zone[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
  }
  return out;
}

std::string content_id(const Document& document) {
  std::string all;
  const auto add = [&](std::string_view part) {
    all += part;
    all += '\x1F';
  };
  add(document.info.outlet);
  add(document.info.published ? to_iso(*document.info.published) : std::string());
  add(document.info.url);
  add(document.info.title);
  const std::uint64_t seed = stable_hash(all);
  return "a-" + hex_id(stable_hash(document.text, seed));
}

void settle_language(Document& document, std::string_view given, const ArticleDefaults& defaults) {
  if (!trim_space(given).empty()) {
    document.info.language = language_tag(given);
    if (document.info.language.empty()) {
      document.notes.push_back("'" + printable(given.substr(0, 40)) +
                               "' is not a language tag; the language was detected");
    }
  }
  if (document.info.language.empty()) document.info.language = language_tag(defaults.language);
  if (!document.info.language.empty()) return;
  document.language_detected = true;
  constexpr std::size_t kEnough = 200;
  if (document.text.size() >= kEnough || document.title_in_text) {
    document.info.language = detect_language(document.text).tag;
  } else {
    document.info.language = detect_language(document.info.title + "\n" + document.text).tag;
  }
}

void settle_published(Document& document, std::string_view given, const ArticleDefaults& defaults) {
  const std::string_view written = trim_space(given);
  if (!written.empty()) {
    document.info.published = parse_published(written);
    if (!document.info.published) {
      document.notes.push_back("the date of publication '" + printable(written.substr(0, 40)) +
                               "' is not ISO 8601 (2024-10-24) and was left out");
    }
  }
  if (!document.info.published) document.info.published = defaults.published;
}

void settle_zones(Document& document, const Draft& draft) {
  ZoneFindings found =
      find_zones({document.text, document.info.title, draft.known, draft.structured});
  document.zones = std::move(found.zones);
  document.info.notice = std::move(found.notice);
  const std::uint32_t tail = title_tail(document.info.title, document.info.outlet);
  if (tail < document.info.title.size()) document.title_tail = tail;
  if (found.headline.empty()) return;
  const std::string_view headline = slice(document.text, found.headline);
  if (document.info.title.empty()) {
    document.info.title = std::string(headline);
    document.title_in_text = true;
  } else if (headline == document.info.title) {
    document.title_in_text = true;
  }
}

bool has_content(std::string_view text) {
  return !std::all_of(text.begin(), text.end(), is_space);
}

}  // namespace

std::string_view trim_space(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<DateTime> parse_published(std::string_view text) {
  if (const auto iso = parse_iso(text)) return iso;
  return parse_mail_date(text);
}

Error error_at(const SourceText& source, std::size_t at, std::string message, ErrorKind kind) {
  const std::string_view before = source.text.substr(0, at);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  Error error{kind, std::move(message)};
  error.file = source.file;
  error.line = source.line + static_cast<std::uint64_t>(lines);
  error.column = count_chars(before.substr(line_begin)) + 1U;
  return error;
}

Result<Document> finish(Draft draft, const SourceText& source, const ArticleDefaults& defaults) {
  if (draft.text.size() > kMaxTextBytes)
    return error_at(source, 0, "the text is too large; split the article", ErrorKind::TooLarge);
  if (!has_content(draft.text.text) && !has_content(draft.title.text)) {
    return error_at(source, 0, "the article has no text; give it one, or leave the record out");
  }
  return assemble(std::move(draft), source, defaults);
}

Document assemble(Draft draft, const SourceText& source, const ArticleDefaults& defaults) {
  Document document;
  document.file = source.file;
  document.notes = std::move(draft.notes);
  document.text = std::move(draft.text.text);
  document.text_map = std::move(draft.text.map);
  document.info.title = std::move(draft.title.text);
  document.title_map = std::move(draft.title.map);
  document.info.id = std::move(draft.id);
  document.info.outlet = draft.outlet.empty() ? defaults.outlet : std::move(draft.outlet);
  document.info.url = std::move(draft.url);
  Remarks remarks = find_remarks(source.text, source.line);
  document.remarks = std::move(remarks.found);
  for (std::string& note : remarks.notes) document.notes.push_back(std::move(note));
  settle_published(document, draft.published, defaults);
  settle_zones(document, draft);
  settle_language(document, draft.language, defaults);
  document.info.agency =
      draft.agency.empty() ? find_agency(document.text, document.zones) : std::move(draft.agency);
  if (document.info.id.empty()) document.info.id = content_id(document);
  for (SourceMap* map : {&document.title_map, &document.text_map}) {
    map->learn_lines(source.text, source.offset, source.line);
    if (source.origins != nullptr) map->learn_origin(*source.origins);
  }
  return document;
}

}  // namespace twosource
