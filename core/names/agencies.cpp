// Agencies that every state has, and the offices that stand at people's names: what two
// neighbouring finds say together.
#include <algorithm>
#include <cctype>

#include "core/names/people.h"

namespace twosource::names {
namespace {

constexpr std::uint32_t kNoLink = ~std::uint32_t{0};
constexpr std::uint64_t kApostrophe = 2;  // its hash

// Which link or marker covers a token: lookups by place in constant time.
std::vector<std::uint32_t> owners(const TokenizedText& text, const std::vector<Found>& links) {
  std::vector<std::uint32_t> out(text.tokens.size(), kNoLink);
  for (std::uint32_t n = 0; n < links.size(); ++n) {
    for (std::uint32_t i = links[n].begin; i < links[n].end; ++i) out[i] = n;
  }
  return out;
}

std::string_view government(const NameIndex::Tables& tables, const Found& link) {
  if (link.id.starts_with("country:")) return link.id;
  const auto it = tables.government_of.find(link.id);
  return it != tables.government_of.end() ? std::string_view(it->second) : std::string_view();
}

std::string agency_id(const NameIndex::Tables& tables, const std::string& kind,
                      std::string_view country) {
  const std::string code(country.substr(country.find(':') + 1));
  const auto it = tables.agency.find(kind + '-' + code);
  if (it != tables.agency.end()) return it->second;
  std::string id = "org:" + kind + '-';
  for (const char c : code) id += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return id;
}

class AgencyLinker {
 public:
  AgencyLinker(const TokenizedText& text, const NameIndex::Tables& tables, const NamesData& data,
               Scan& scan)
      : text_(text), tables_(tables), data_(data), scan_(scan), owner_(owners(text, scan.links)) {}

  void run() {
    for (const Marker& marker : scan_.markers) {
      if (marker.kind != EntryKind::Agency || owner_[marker.begin] != kNoLink) continue;
      std::uint32_t link = before(marker);
      if (link == kNoLink) link = behind(marker);
      if (link == kNoLink) continue;
      Found& found = scan_.links[link];
      found.id = agency_id(tables_, marker.id, government(tables_, found));
      found.begin = std::min(found.begin, marker.begin);
      found.end = std::max(found.end, marker.end);
      found.form = NameForm::Name;
      for (std::uint32_t i = found.begin; i < found.end; ++i) owner_[i] = link;
    }
  }

 private:
  std::uint32_t usable(std::uint32_t token) const {
    const std::uint32_t link = owner_[token];
    if (link == kNoLink || government(tables_, scan_.links[link]).empty()) return kNoLink;
    const bool state =
        scan_.links[link].id.starts_with("country:") || scan_.links[link].id.starts_with("city:");
    return state && scan_.links[link].form != NameForm::Inhabitant ? link : kNoLink;
  }

  // A hyphen or an apostrophe.
  bool joins(std::uint32_t token) const {
    return scan_.hashes[token] == 1 || scan_.hashes[token] == kApostrophe;
  }

  bool same_sentence_part(std::uint32_t token) const {
    return !text_.tokens[token].has(Token::kParagraphBefore) &&
           (text_.tokens[token].is(TokenKind::Word) || joins(token));
  }

  // "südkoreanischer (nationaler) Geheimdienst", "South Korea's spy agency", "US-Geheimdienst"
  std::uint32_t before(const Marker& marker) const {
    std::uint32_t at = marker.begin;
    std::uint32_t plain = 0;
    for (int steps = 0; steps < 4 && at > 0; ++steps) {
      if (!same_sentence_part(at)) return kNoLink;
      --at;
      if (owner_[at] != kNoLink) return usable(at);
      const Token& token = text_.tokens[at];
      const bool possessive = joins(at) || !token.has(Token::kSpaceBefore);
      if (possessive) continue;
      const bool adjective = token.is(TokenKind::Word) &&
                             (scan_.flags[at] & (kOf | kDefinite | kDeterminer)) == 0 &&
                             (!data_.nouns_capitalised || !token.has(Token::kCapitalised));
      if (!adjective || ++plain > 1) return kNoLink;
    }
    return kNoLink;
  }

  // "Geheimdienst Südkoreas", "intelligence service of South Korea", "Regierung der Ukraine",
  // "gouvernement de l'Ukraine", "gobierno ruso"
  std::uint32_t behind(const Marker& marker) const {
    constexpr std::uint32_t kReach = 5;  // tokens
    bool joined = false;
    for (std::uint32_t at = marker.end; at < marker.end + kReach && at < text_.tokens.size();
         ++at) {
      if (!same_sentence_part(at)) return kNoLink;
      if (owner_[at] != kNoLink) {
        const std::uint32_t link = usable(at);
        if (link == kNoLink) return kNoLink;
        const Found& found = scan_.links[link];
        if (data_.owner_follows && !joined) return link;
        if (found.form != NameForm::Name) return kNoLink;
        return joined || has_name_ending(found) ? link : kNoLink;
      }
      const bool apostrophe = joined && scan_.hashes[at] == kApostrophe;
      if (!apostrophe && (scan_.flags[at] & (kOf | kDefinite)) == 0) return kNoLink;
      joined = true;
    }
    return kNoLink;
  }

  bool has_name_ending(const Found& link) const {
    const std::string_view word = text_.of(text_.tokens[link.end - 1]);
    return std::any_of(data_.name_endings.begin(), data_.name_endings.end(),
                       [&](const std::string& ending) { return word.ends_with(ending); });
  }

  const TokenizedText& text_;
  const NameIndex::Tables& tables_;
  const NamesData& data_;
  Scan& scan_;
  std::vector<std::uint32_t> owner_;
};

class RoleLinker {
 public:
  RoleLinker(const TokenizedText& text, Scan& scan)
      : text_(text), scan_(scan), owner_(owners(text, scan.links)) {
    begins_.resize(text.tokens.size() + 1, kNoLink);
    ends_.resize(text.tokens.size() + 1, kNoLink);
    modifier_.resize(text.tokens.size() + 1, kNoLink);
    for (std::uint32_t m = 0; m < scan.markers.size(); ++m) {
      const Marker& marker = scan.markers[m];
      if (marker.kind == EntryKind::RoleModifier) modifier_[marker.end] = m;
      if (marker.kind != EntryKind::Role && marker.kind != EntryKind::Title) continue;
      begins_[marker.begin] = m;
      ends_[marker.end] = m;
    }
  }

  void run() {
    for (Found& found : scan_.links) {
      if (!found.id.starts_with("person:") || !found.role.empty()) continue;
      std::uint32_t marker = ends_[found.begin];
      if (marker == kNoLink) marker = before_adjective(found);
      if (marker == kNoLink && found.begin >= 1 && is_comma(found.begin - 1) &&
          found.form == NameForm::Name)
        marker = ends_[found.begin - 1];
      if (marker == kNoLink) marker = behind(found);
      if (marker != kNoLink) attach(found, scan_.markers[marker]);
    }
  }

 private:
  bool is_comma(std::uint32_t token) const {
    return slice(text_.text, text_.tokens[token].span()) == ",";
  }

  // "le président | russe | Vladimir Poutine"
  std::uint32_t before_adjective(const Found& found) const {
    const std::uint32_t link = found.begin == 0 ? kNoLink : owner_[found.begin - 1];
    if (link == kNoLink || scan_.links[link].form != NameForm::Adjective) return kNoLink;
    return ends_[scan_.links[link].begin];
  }

  // "Rudenko, stellvertretender Außenminister Russlands": an office behind a comma.
  std::uint32_t behind(const Found& found) const {
    if (found.end >= text_.tokens.size() || !is_comma(found.end)) return kNoLink;
    for (std::uint32_t i = found.end + 1; i < found.end + 7 && i < text_.tokens.size(); ++i) {
      const Token& token = text_.tokens[i];
      const bool passes = token.is(TokenKind::Word) || scan_.hashes[i] <= 2;
      if (!passes || token.has(Token::kParagraphBefore)) return kNoLink;
      if (owner_[i] != kNoLink && scan_.links[owner_[i]].id.starts_with("person:")) return kNoLink;
      const std::uint32_t marker = begins_[i];
      if (marker == kNoLink || scan_.markers[marker].kind != EntryKind::Role) continue;
      // ", sagte Präsident Yoon": the office belongs to the next name.
      const std::uint32_t next = scan_.markers[marker].end;
      const bool taken = next < owner_.size() && owner_[next] != kNoLink &&
                         scan_.links[owner_[next]].id.starts_with("person:");
      return taken ? kNoLink : marker;
    }
    return kNoLink;
  }

  void attach(Found& found, const Marker& marker) {
    found.role = marker.id;
    found.role_begin = marker.begin;
    found.role_end = marker.end;
    if (marker.kind != EntryKind::Role) return;
    // "stellvertretende russische Außenminister": the modifier may stand before an adjective.
    std::uint32_t at = marker.begin;
    for (int steps = 0; steps < 3; ++steps) {
      if (modifier_[at] != kNoLink) {
        const Marker& modifier = scan_.markers[modifier_[at]];
        found.role = modifier.id + '-' + found.role;
        found.role_begin = modifier.begin;
        return;
      }
      if (at == 0) return;
      --at;
      if (owner_[at] != kNoLink) {
        at = scan_.links[owner_[at]].begin;
      } else if (scan_.hashes[at] != 1) {
        return;
      }
    }
  }

  const TokenizedText& text_;
  Scan& scan_;
  std::vector<std::uint32_t> owner_;
  std::vector<std::uint32_t> begins_;    // marker of an office by its first token
  std::vector<std::uint32_t> ends_;      // by the token behind it
  std::vector<std::uint32_t> modifier_;  // by the token behind it
};

}  // namespace

void link_agencies(const TokenizedText& text, const NameIndex::Tables& tables,
                   const NamesData& data, Scan& scan) {
  const bool any = std::any_of(scan.markers.begin(), scan.markers.end(), [](const Marker& marker) {
    return marker.kind == EntryKind::Agency;
  });
  if (any) AgencyLinker(text, tables, data, scan).run();
}

void attach_roles(const TokenizedText& text, Scan& scan) {
  const bool any = std::any_of(scan.markers.begin(), scan.markers.end(), [](const Marker& marker) {
    return marker.kind == EntryKind::Role || marker.kind == EntryKind::Title;
  });
  if (any) RoleLinker(text, scan).run();
}

}  // namespace twosource::names
