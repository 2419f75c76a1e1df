// A text falls into units: lines, or paragraphs where lines are wrapped by hand. Each pass below
// gives a zone to units that have none yet, the surest evidence first; a teaser heading takes what
// follows with it until prose begins again.
#include "core/document/zones.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "core/document/zone_marks.h"

namespace twosource {
namespace {

// Bytes. Longer units are prose and are looked at by their first and last characters only.
constexpr std::size_t kShortUnit = 400;
constexpr std::size_t kLeastLead = 60;

struct Unit {
  ByteSpan span;
  std::optional<Zone> zone;
  bool from_markup = false;
  bool blank_before = false;
  bool blank_after = false;
};

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
    if (line.span.size() > kLongestWrapped) return false;
    if (line.blank_after || line.span.size() < 30) continue;
    ++inner;
    if (!ends_sentence(slice(text, line.span))) ++open;
  }
  return inner >= 3 && open * 3 >= inner * 2;
}

// A list item, a quoted line or a credit stands for itself even among wrapped lines.
bool begins_unit(std::string_view line) {
  return list_marker(line).length > 0 || line.substr(0, 2) == "> " || starts_credit(line);
}

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

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}
bool ends(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

bool begins_small(std::string_view text) {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z';
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
    find_notices();
    find_boilerplate();
    find_captions();
    find_lists();
    find_tables();
    find_quotes();
    find_subheadings();
    find_lead();
    ZoneFindings out;
    out.headline = headline_;
    out.notice = std::move(notice_);
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
      if (units_.size() < 2 || !is_headline_like(first) || list_marker(first).length > 0) return;
      const bool apart = units_[0].blank_after || (!wrapped_ && is_prose(of(units_[1])));
      if (!apart) return;
      if (starts_credit(first)) return;
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

  // What a note says was wrong is no statement of the article. A title may say it of the whole.
  void find_notices() {
    take_notice(request_.title);
    for (Unit& unit : units_) {
      if (take_notice(of(unit)) && unit.zone != Zone::Headline) unit.zone = Zone::Boilerplate;
    }
  }

  bool take_notice(std::string_view text) {
    const Notice::Kind kind = notice_of(text);
    if (kind > notice_.kind) notice_ = {kind, std::string(text)};
    return kind != Notice::Kind::None;
  }

  // Headings of teasers, with what follows them; lines that are furniture of the page.
  void find_boilerplate() {
    bool teasers = false;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      Unit& unit = units_[i];
      const std::string_view text = of(unit);
      if (teasers && is_prose(text) && unit.zone != Zone::List) {
        teasers = false;
        // The heading of the section that begins again is the article's.
        if (i > 0 && markup_headline_ == i - 1) units_[i - 1].zone = Zone::Headline;
      }
      const bool is_title = !headline_.empty() && unit.span.begin == headline_.begin;
      const Furniture furniture = is_title ? Furniture::None : furniture_of(text);
      if (furniture == Furniture::None && !teasers) continue;
      if (furniture == Furniture::Heading) {
        teasers = true;
      } else if (unit.zone == Zone::Headline && unit.from_markup) {
        markup_headline_ = i;
      }
      unit.zone = Zone::Boilerplate;
    }
  }

  void find_captions() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      Unit& unit = units_[i];
      if (!is_short(unit) || (unit.zone && unit.zone != Zone::Caption)) continue;
      const bool bare = starts_credit(of(unit));
      if (!bare && !holds_credit(of(unit))) continue;
      // The credit alone says nothing about the picture.
      unit.zone = bare ? Zone::Boilerplate : Zone::Caption;
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
      bool any_sure = false;
      for (; end < units_.size() && !units_[end].zone; ++end) {
        const ListMarker marker = list_marker(of(units_[end]));
        if (marker.length == 0) break;
        any_sure = any_sure || marker.sure;
      }
      if (end - i >= 2 || any_sure) {
        for (std::size_t k = i; k < end; ++k) units_[k].zone = Zone::List;
      }
      i = std::max(end, i + 1);
    }
  }

  void find_tables() {
    for (std::size_t i = 0; i < units_.size();) {
      std::size_t end = i;
      while (end < units_.size() && !units_[end].zone && is_table_row(of(units_[end]))) ++end;
      if (end - i >= 2) {
        for (std::size_t k = i; k < end; ++k) units_[k].zone = Zone::Table;
      }
      i = std::max(end, i + 1);
    }
  }

  void find_quotes() {
    for (Unit& unit : units_) {
      if (!unit.zone && is_block_quote(of(unit))) unit.zone = Zone::Quote;
    }
  }

  // Where no blank lines part the text, a line may also be a sentence that some page cut in two.
  bool stands_apart(std::size_t i) const {
    if (units_[i].blank_before && units_[i].blank_after) return true;
    const std::string_view text = of(units_[i]);
    return tight_ && !wrapped_ && ends_sentence(of(units_[i - 1])) && !ends_sentence(text) &&
           !begins_small(text) && !begins_small(of(units_[i + 1]));
  }

  void find_subheadings() {
    if (request_.structured) return;
    constexpr std::size_t kLongest = 160;
    for (std::size_t i = 1; i + 1 < units_.size(); ++i) {
      Unit& unit = units_[i];
      if (unit.zone || units_[i + 1].zone || unit.span.size() > kLongest) continue;
      if (is_headline_like(of(unit)) && is_prose(of(units_[i + 1])) && stands_apart(i))
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
  Notice notice_;
  std::size_t markup_headline_ = static_cast<std::size_t>(-1);
  bool wrapped_ = false;
  bool tight_ = false;
};

}  // namespace

ZoneFindings find_zones(const ZoneRequest& request) {
  return Finder(request).run();
}

}  // namespace twosource
