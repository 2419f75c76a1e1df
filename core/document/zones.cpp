// A text falls into units: lines, or paragraphs where lines are wrapped by hand. Each pass below
// gives a zone to units that have none yet, the surest evidence first; a teaser heading takes what
// follows with it until prose begins again.
#include "core/document/zones.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "core/document/zone_words.h"
#include "core/text/token.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

// Bytes. Longer units are prose and are looked at by their first and last characters only.
constexpr std::size_t kShortUnit = 400;
constexpr std::size_t kMostHeadline = 240;
constexpr std::size_t kLeastProse = 110;
constexpr std::size_t kLeastLead = 60;

struct Unit {
  ByteSpan span;
  std::optional<Zone> zone;
  bool from_markup = false;
  bool blank_before = false;
  bool blank_after = false;
};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}
bool ends(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

// Without white space and no-break spaces at both ends.
ByteSpan trimmed(std::string_view text, ByteSpan span) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  for (;;) {
    if (!span.empty() && is_space(text[span.begin])) {
      ++span.begin;
    } else if (begins(slice(text, span), kNoBreak)) {
      span.begin += 2;
    } else {
      break;
    }
  }
  for (;;) {
    if (!span.empty() && is_space(text[span.end - 1])) {
      --span.end;
    } else if (span.size() >= 2 && ends(slice(text, span), kNoBreak)) {
      span.end -= 2;
    } else {
      break;
    }
  }
  return span;
}

constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "“", "”",
                                         "»",  "«", "’", "‘", "›", "‹"};

std::string_view without_closers(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : kClosers) {
      if (ends(text, closer)) {
        text.remove_suffix(closer.size());
        again = true;
      }
    }
  }
  return text;
}

bool ends_sentence(std::string_view text) {
  text = without_closers(text);
  for (const std::string_view stop : {".", "!", "?", "…", "。", "！", "？", "؟", "।"}) {
    if (ends(text, stop)) return true;
  }
  return false;
}

bool is_prose(std::string_view text) {
  return text.size() >= kLeastProse && ends_sentence(text);
}

// Short, and no statement with a full stop.
bool is_headline_like(std::string_view text) {
  if (text.empty() || text.size() > kMostHeadline) return false;
  const std::string_view bare = without_closers(text);
  for (const std::string_view stop : {".", ":", ";", ",", "。"}) {
    if (ends(bare, stop) && !ends(bare, "...")) return false;
  }
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80U;
  });
}

// Length of a list marker with the space behind it, 0 for none. `sure` when it is one even alone.
std::size_t list_marker(std::string_view line, bool& sure) {
  sure = false;
  for (const std::string_view bullet : {"• ", "‣ ", "▪ ", "■ ", "● ", "◦ ", "·  ", "►  ", "► "}) {
    if (begins(line, bullet)) {
      sure = true;
      return bullet.size();
    }
  }
  for (const std::string_view dash : {"- ", "* ", "– ", "+ "}) {
    if (begins(line, dash)) return dash.size();
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  if (digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
      line[digits + 1] == ' ') {
    return digits + 2;
  }
  return 0;
}

bool is_list_item(std::string_view line) {
  bool sure = false;
  return list_marker(line, sure) > 0;
}

std::vector<Unit> lines_of(std::string_view text) {
  std::vector<Unit> units;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
    const std::size_t end =
        found == nullptr ? text.size()
                         : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const ByteSpan line =
        trimmed(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (line.empty()) {
      blank = true;
      if (!units.empty()) units.back().blank_after = true;
    } else {
      Unit unit;
      unit.span = line;
      unit.blank_before = blank;
      units.push_back(unit);
      blank = false;
    }
    at = end + 1;
  }
  if (!units.empty()) units.back().blank_after = true;
  return units;
}

// Lines wrapped by hand: none is long, and lines inside paragraphs mostly end in mid-sentence.
bool is_wrapped(std::string_view text, const std::vector<Unit>& lines) {
  constexpr std::uint32_t kLongestWrapped = 140;
  std::size_t inner = 0;
  std::size_t open = 0;
  for (const Unit& line : lines) {
    if (line.span.size() > kLongestWrapped && !line.blank_after) return false;
    if (line.blank_after || line.span.size() < 30) continue;
    ++inner;
    if (!ends_sentence(slice(text, line.span))) ++open;
  }
  return inner >= 3 && open * 3 >= inner * 2;
}

bool begins_unit(std::string_view line);

std::vector<Unit> join_wrapped(std::string_view text, const std::vector<Unit>& lines) {
  std::vector<Unit> units;
  for (const Unit& line : lines) {
    if (line.blank_before || units.empty() || begins_unit(slice(text, line.span))) {
      units.push_back(line);
    } else {
      units.back().span.end = line.span.end;
      units.back().blank_after = line.blank_after;
    }
  }
  return units;
}

// The unit's words folded, without marks at the end that headings carry.
std::string folded_heading(std::string_view text) {
  std::string folded = fold_word(text);
  const auto drop = [&](std::string_view mark) {
    if (!ends(folded, mark)) return false;
    folded.resize(folded.size() - mark.size());
    return true;
  };
  while (drop(":") || drop("…") || drop(".") || drop("!") || drop(">") || drop("»") || drop("→") ||
         drop("›") || drop("+") || drop("-") || drop(" ") || drop("*")) {
  }
  std::size_t begin = 0;
  while (begin < folded.size() &&
         (folded[begin] == '+' || folded[begin] == '-' || folded[begin] == '>' ||
          folded[begin] == '*' || folded[begin] == '[' || folded[begin] == ' ')) {
    ++begin;
  }
  return folded.substr(begin);
}

bool starts_credit(std::string_view folded) {
  const ZoneWords& words = zone_words();
  while (begins(folded, "(") || begins(folded, "[")) folded.remove_prefix(1);
  const std::size_t length = words.credit_words.prefix(folded);
  if (length > 0) {
    if (folded[length - 1] == '.') return true;  // "Fot. PAP"
    const std::size_t next = folded.find_first_not_of(' ', length);
    if (next != std::string_view::npos && folded[next] == ':') return true;
  }
  return words.credit_starts.prefix(folded) > 0;
}

// "Kim bei einer Parade. (Foto: dpa)": a credit word with a colon that begins a sentence or stands
// behind a bracket or stroke.
bool holds_credit(std::string_view folded) {
  if (folded.find("©") != std::string_view::npos) return true;
  for (std::size_t colon = folded.find(':'); colon != std::string_view::npos;
       colon = folded.find(':', colon + 1)) {
    std::size_t begin = colon;
    for (int words = 0; words < 3 && begin > 0; ++words) {
      while (begin > 0 && folded[begin - 1] == ' ') --begin;
      while (begin > 0 && folded[begin - 1] != ' ' && folded[begin - 1] != '(' &&
             folded[begin - 1] != '[' && folded[begin - 1] != '|') {
        --begin;
      }
      std::size_t before = begin;
      while (before > 0 && folded[before - 1] == ' ') --before;
      const bool apart = before == 0 || std::strchr("([|.!?/-", folded[before - 1]) != nullptr;
      if (apart && starts_credit(folded.substr(begin))) return true;
    }
  }
  return false;
}

bool begins_unit(std::string_view line) {
  if (is_list_item(line) || begins(line, "> ")) return true;
  return line.size() <= kShortUnit && starts_credit(fold_word(line));
}

class Finder {
 public:
  explicit Finder(const ZoneRequest& request) : request_(request), text_(request.text) {
    units_ = lines_of(text_);
    if (!request.structured && is_wrapped(text_, units_)) {
      units_ = join_wrapped(text_, units_);
      wrapped_ = true;
    }
    tight_ = std::none_of(units_.begin(), units_.end(), [&](const Unit& unit) {
      return unit.blank_after && &unit != &units_.back();
    });
    take_known();
  }

  ZoneFindings run() {
    find_headline();
    find_boilerplate();
    find_captions();
    find_lists();
    find_tables();
    find_quotes();
    find_subheadings();
    find_lead();
    ZoneFindings out;
    out.headline = headline_;
    for (const Unit& unit : units_) {
      if (unit.zone && *unit.zone != Zone::Body) out.zones.push_back({unit.span, *unit.zone});
    }
    return out;
  }

 private:
  std::string_view of(const Unit& unit) const { return slice(text_, unit.span); }
  bool is_short(const Unit& unit) const { return unit.span.size() <= kShortUnit; }

  void take_known() {
    auto known = request_.known.begin();
    for (Unit& unit : units_) {
      while (known != request_.known.end() && known->span.end <= unit.span.begin) ++known;
      if (known == request_.known.end()) return;
      if (known->span.overlaps(unit.span)) {
        unit.zone = known->zone;
        unit.from_markup = true;
      }
    }
  }

  void find_headline() {
    if (units_.empty()) return;
    if (request_.structured) {
      const auto first = std::find_if(units_.begin(), units_.end(),
                                      [](const Unit& unit) { return unit.zone == Zone::Headline; });
      // What stands before it is a kicker or a line of facts, never the article.
      const bool leads =
          first - units_.begin() <= 2 &&
          std::none_of(units_.begin(), first, [&](const Unit& unit) { return is_prose(of(unit)); });
      if (first == units_.end() || !leads) return;
      headline_ = first->span;
      for (auto unit = units_.begin(); unit != first; ++unit) {
        if (!unit->zone && is_headline_like(of(*unit))) unit->zone = Zone::Headline;
      }
      return;
    }
    const std::string_view first = of(units_[0]);
    const bool is_title = !request_.title.empty() && first == request_.title;
    if (!is_title) {
      if (units_.size() < 2 || !is_headline_like(first) || is_list_item(first)) return;
      const bool apart = units_[0].blank_after || (!wrapped_ && is_prose(of(units_[1])));
      if (!apart) return;
      if (is_short(units_[0]) && starts_credit(fold_word(first))) return;
    }
    units_[0].zone = Zone::Headline;
    headline_ = units_[0].span;
    if (units_.size() < 2) return;
    // Once more, often without the kicker that was glued to the first.
    const std::string_view second = of(units_[1]);
    const bool again = second.size() >= 12 &&
                       (ends(first, second) || begins(first, second) || ends(second, first));
    if (!again) return;
    units_[1].zone = Zone::Headline;
    if (second.size() < first.size()) headline_ = units_[1].span;
  }

  // Headings of teasers, with what follows them; lines that are furniture of the page.
  void find_boilerplate() {
    const ZoneWords& words = zone_words();
    bool teasers = false;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      Unit& unit = units_[i];
      const std::string_view text = of(unit);
      if (teasers && is_prose(text) && unit.zone != Zone::List) {
        teasers = false;
        // The heading of the section that begins again is the article's.
        if (i > 0 && markup_headline_ == i - 1) units_[i - 1].zone = Zone::Headline;
      }
      if (is_short(unit) && (headline_.empty() || unit.span.begin != headline_.begin)) {
        const std::string folded = folded_heading(text);
        if (words.teaser_headings.has(folded)) {
          teasers = true;
        } else if (!words.boilerplate_lines.has(folded) && !is_furniture(folded)) {
          if (!teasers) continue;
        }
        if (unit.zone == Zone::Headline && unit.from_markup && !words.teaser_headings.has(folded))
          markup_headline_ = i;
        unit.zone = Zone::Boilerplate;
      } else if (teasers) {
        unit.zone = Zone::Boilerplate;
      }
    }
  }

  static bool is_furniture(std::string_view folded) {
    const ZoneWords& words = zone_words();
    if (words.boilerplate_starts.prefix(folded) > 0) return true;
    std::size_t length = words.teaser_starts.prefix(folded);
    if (length == 0) return false;
    while (length < folded.size() && folded[length] == ' ') ++length;
    const std::string_view rest = folded.substr(length);
    return begins(rest, ":") || begins(rest, ">") || begins(rest, "»") || begins(rest, "→") ||
           begins(rest, "|");
  }

  void find_captions() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      Unit& unit = units_[i];
      if (!is_short(unit) || (unit.zone && unit.zone != Zone::Caption)) continue;
      const std::string folded = fold_word(of(unit));
      const bool bare = starts_credit(folded);
      if (!bare && !holds_credit(folded)) continue;
      unit.zone = Zone::Caption;
      if (bare) caption_before(i);
    }
  }

  // What stands right above a bare credit is its caption, and stands there twice now and then.
  void caption_before(std::size_t credit) {
    if (credit == 0 || request_.structured) return;
    Unit& unit = units_[credit - 1];
    if (unit.zone || !is_short(unit)) return;
    const bool repeated = credit >= 2 && of(units_[credit - 2]) == of(unit);
    const bool touching = !tight_ && !units_[credit].blank_before;
    if (!repeated && !touching) return;
    unit.zone = Zone::Caption;
    if (repeated && !units_[credit - 2].zone) units_[credit - 2].zone = Zone::Caption;
  }

  void find_lists() {
    for (std::size_t i = 0; i < units_.size();) {
      std::size_t end = i;
      bool sure = false;
      bool any_sure = false;
      while (end < units_.size() && !units_[end].zone && list_marker(of(units_[end]), sure) > 0) {
        any_sure = any_sure || sure;
        ++end;
      }
      if (end - i >= 2 || any_sure) {
        for (std::size_t k = i; k < end; ++k) units_[k].zone = Zone::List;
      }
      i = std::max(end, i + 1);
    }
  }

  static bool is_row(std::string_view line) {
    return line.size() <= 4 * kShortUnit && (line.find('\t') != std::string_view::npos ||
                                             std::count(line.begin(), line.end(), '|') >= 2);
  }

  void find_tables() {
    for (std::size_t i = 0; i < units_.size();) {
      std::size_t end = i;
      while (end < units_.size() && !units_[end].zone && is_row(of(units_[end]))) ++end;
      if (end - i >= 2) {
        for (std::size_t k = i; k < end; ++k) units_[k].zone = Zone::Table;
      }
      i = std::max(end, i + 1);
    }
  }

  // A paragraph that is one quotation from end to end, or is marked as in a letter.
  void find_quotes() {
    for (Unit& unit : units_) {
      if (unit.zone) continue;
      const std::string_view text = of(unit);
      if (begins(text, "> ") || is_whole_quotation(text)) unit.zone = Zone::Quote;
    }
  }

  static bool is_whole_quotation(std::string_view text) {
    constexpr std::string_view kPairs[][2] = {{"\"", "\""}, {"„", "“"}, {"„", "”"}, {"“", "”"},
                                              {"«", "»"},   {"»", "«"}, {"”", "”"}};
    for (const auto& [open, close] : kPairs) {
      if (text.size() < 20 || !begins(text, open) || !ends(text, close)) continue;
      const std::string_view inside =
          text.substr(open.size(), text.size() - open.size() - close.size());
      if (inside.find(open) == std::string_view::npos &&
          inside.find(close) == std::string_view::npos &&
          inside.find('\n') == std::string_view::npos)
        return true;
    }
    return false;
  }

  void find_subheadings() {
    if (request_.structured) return;
    for (std::size_t i = 1; i + 1 < units_.size(); ++i) {
      Unit& unit = units_[i];
      if (unit.zone || units_[i + 1].zone) continue;
      const std::string_view text = of(unit);
      const bool apart = (unit.blank_before && unit.blank_after) || (tight_ && !wrapped_);
      if (apart && text.size() <= 160 && is_headline_like(text) && is_prose(of(units_[i + 1])))
        unit.zone = Zone::Headline;
    }
  }

  void find_lead() {
    if (headline_.empty() && request_.title.empty()) return;
    for (const Unit& unit : units_) {
      if (unit.zone == Zone::Lead) return;
    }
    for (std::size_t i = 0; i < units_.size(); ++i) {
      Unit& unit = units_[i];
      if (unit.zone) continue;
      const std::string_view text = of(unit);
      if (text.size() < kLeastLead || !ends_sentence(text)) return;
      const bool more = std::any_of(units_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                    units_.end(), [&](const Unit& u) { return !u.zone; });
      if (more) unit.zone = Zone::Lead;
      return;
    }
  }

  const ZoneRequest& request_;
  std::string_view text_;
  std::vector<Unit> units_;
  ByteSpan headline_;
  std::size_t markup_headline_ = static_cast<std::size_t>(-1);
  bool wrapped_ = false;
  bool tight_ = false;
};

}  // namespace

ZoneFindings find_zones(const ZoneRequest& request) {
  return Finder(request).run();
}

}  // namespace twosource
