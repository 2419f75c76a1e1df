// Finding runs over each field; resolving over the whole article: full names, wherever they stand,
// give their short forms and offices to both fields.
#include "core/names/names.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/names/cases.h"
#include "core/names/people.h"
#include "core/names/scan.h"

namespace twosource {
namespace names {
namespace {

struct Part {
  const FoldedText* folded;
  const TokenizedText* text;  // its source
  Field field;
  Scan scan;
};

class Resolver {
 public:
  Resolver(std::vector<Part>& parts, const LanguagePack& pack, const NameIndex& index)
      : parts_(parts), data_(pack.names), cases_(pack.names), index_(index) {}

  void run() {
    drop_unsupported();
    drop_genitives();
    join_cases();
    for (const Part& part : parts_) learn(part);
    build_table();
    for (Part& part : parts_) {
      find_short_forms(part);
      attach_roles(*part.text, part.scan);
    }
    find_roles();
  }

 private:
  // "Georgia" is the country only where the article also says "Georgian" or "Tbilisi".
  void drop_unsupported() {
    const bool needed = std::any_of(parts_.begin(), parts_.end(), [](const Part& part) {
      return std::any_of(part.scan.links.begin(), part.scan.links.end(),
                         [](const Found& found) { return found.needs_support; });
    });
    if (!needed) return;
    std::set<std::string> supported;
    for (const Part& part : parts_) {
      for (const Found& found : part.scan.links) {
        if (!found.needs_support) supported.insert(index_.country_of(found.id));
      }
    }
    for (Part& part : parts_) {
      std::erase_if(part.scan.links, [&](const Found& found) {
        return found.needs_support && !supported.contains(index_.country_of(found.id));
      });
    }
  }

  // "Willy Brandts" is Willy Brandt when the article also has the name without the ending.
  void drop_genitives() {
    std::set<std::string> people;
    for (const Part& part : parts_) {
      for (const Found& found : part.scan.links) {
        if (found.id.starts_with("person:")) people.insert(found.id);
      }
    }
    for (Part& part : parts_) {
      for (Found& found : part.scan.links) {
        if (!found.id.starts_with("person:")) continue;
        for (const std::string& ending : data_.name_endings) {
          if (!found.id.ends_with(ending)) continue;
          const auto base = people.find(found.id.substr(0, found.id.size() - ending.size()));
          if (base != people.end()) found.id = *base;
        }
      }
    }
  }

  // "Мехмета Аксоя" is Мехмет Аксой when the article has the name in the nominative too.
  void join_cases() {
    if (cases_.empty()) return;
    std::map<std::string, std::string, std::less<>> other_case;  // text -> id
    for_each_person([&](const Part& part, Found& found) {
      for (std::string& form : cases_.of(text_of(part, found)))
        other_case.emplace(std::move(form), found.id);
    });
    for_each_person([&](const Part& part, Found& found) {
      const auto it = other_case.find(text_of(part, found));
      if (it != other_case.end()) found.id = it->second;
    });
  }

  template <typename Act>
  void for_each_person(Act act) {
    for (Part& part : parts_) {
      for (Found& found : part.scan.links) {
        if (found.form == NameForm::Name && found.id.starts_with("person:")) act(part, found);
      }
    }
  }

  static std::string_view text_of(const Part& part, const Found& found) {
    const auto& tokens = part.text->tokens;
    return slice(part.text->text, {tokens[found.begin].begin, tokens[found.end - 1].end});
  }

  // The short forms that a full name allows: its last word, with and without particles, and its
  // first word when that is no given name ("Kim" of Kim Jong-un).
  void learn(const Part& part) {
    for (const Found& found : part.scan.links) {
      if (found.form != NameForm::Name) continue;
      if (found.id.starts_with("person:")) learn_person(part, found);
      if (found.id.starts_with("org:")) learn_company(part, found);
    }
  }

  void learn_person(const Part& part, const Found& found) {
    // Words between white space.
    std::vector<std::uint32_t> starts;
    for (std::uint32_t i = found.begin; i < found.end; ++i) {
      if (i == found.begin || part.text->tokens[i].has(Token::kSpaceBefore)) starts.push_back(i);
    }
    if (starts.size() < 2) return;
    remember(part, starts.back(), found.end, found.id);
    std::size_t s = starts.size() - 1;
    while (s > 1 && (part.scan.flags[starts[s - 1]] & kParticle) != 0) --s;
    if (s != starts.size() - 1) remember(part, starts[s], found.end, found.id);
    const bool given = (part.scan.flags[starts[0]] & (kFirstName | kWeakFirstName)) != 0;
    if (!given) remember(part, starts[0], starts[1], found.id);
  }

  // "Beispiel" of "Beispiel AG".
  void learn_company(const Part& part, const Found& found) {
    const auto marker =
        std::lower_bound(part.scan.markers.begin(), part.scan.markers.end(), found.begin,
                         [](const Marker& m, std::uint32_t token) { return m.begin < token; });
    for (auto m = marker; m != part.scan.markers.end() && m->begin < found.end; ++m) {
      if (m->kind == EntryKind::LegalForm && m->end == found.end && m->begin > found.begin)
        remember(part, found.begin, m->begin, found.id);
    }
  }

  void remember(const Part& part, std::uint32_t begin, std::uint32_t end, const std::string& id) {
    const auto& tokens = part.text->tokens;
    std::string form(slice(part.text->text, {tokens[begin].begin, tokens[end - 1].end}));
    // A name in the genitive gives its nominative too: "Wladimir Putins" -> "Putin".
    for (const std::string& ending : data_.name_endings) {
      if (form.size() > ending.size() + 3 && form.ends_with(ending))
        short_forms_[form.substr(0, form.size() - ending.size())].insert(id);
    }
    short_forms_[std::move(form)].insert(id);
  }

  void build_table() {
    for (const auto& [form, ids] : short_forms_) {
      if (ids.size() != 1) continue;
      const std::uint32_t target = table_.target(*ids.begin());
      table_.add(form, target, {});
      for (const std::string& ending : data_.name_endings) table_.add(form + ending, target, {});
      if (cases_.empty()) continue;
      for (const std::string& other : cases_.of(form)) {
        if (!short_forms_.contains(other)) table_.add(other, target, {});
      }
    }
    table_.seal();
  }

  void find_short_forms(Part& part) {
    const TokenizedText& text = *part.text;
    std::vector<bool> taken(text.tokens.size());
    for (Found& found : part.scan.links) {
      for (std::uint32_t i = found.begin; i < found.end; ++i) taken[i] = true;
      // A person of this article comes before the one who usually bears the name, and before an
      // unknown one: "Claire Masson ... Mme Masson".
      const bool bare = found.form == NameForm::Name && found.end == found.begin + 1 &&
                        found.id.starts_with("person:");
      if (found.form != NameForm::ShortForm && !bare) continue;
      if (const Entry* own = match(part, found.begin)) found.id = table_.id(own->target);
    }
    if (table_.empty()) return;
    std::vector<Found> added;
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
      if (taken[i] || !text.tokens[i].has(Token::kCapitalised)) continue;
      const Entry* entry = match(part, i);
      if (entry == nullptr || !stands_free(part, i, i + entry->length, taken)) continue;
      added.push_back(
          {i, i + entry->length, table_.id(entry->target), NameForm::ShortForm, false, {}, 0, 0});
      i += entry->length - 1U;
    }
    part.scan.links.insert(part.scan.links.end(), added.begin(), added.end());
    sort(part);
  }

  const Entry* match(const Part& part, std::uint32_t token) const {
    return match_at(*part.text, part.scan.hashes, token, table_, EntryKind::Link);
  }

  // Behind an article a capitalised word is a common noun where all nouns are capitalised.
  bool stands_free(const Part& part, std::uint32_t begin, std::uint32_t end,
                   const std::vector<bool>& taken) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (taken[i]) return false;
    }
    if (!data_.nouns_capitalised || begin == 0) return true;
    return (part.scan.flags[begin - 1] & (kDefinite | kDeterminer)) == 0;
  }

  // "der Diktator", once an office has been given to exactly one person.
  struct Holder {
    std::set<std::string> people;
    std::set<std::string> countries;  // by the adjectives that stood there
  };

  void find_roles() {
    std::map<std::string, Holder> holders;
    for (Part& part : parts_) {
      if (!std::any_of(part.scan.links.begin(), part.scan.links.end(),
                       [](const Found& found) { return !found.role.empty(); }) &&
          holders.empty())
        continue;
      const Places places(part);
      // Offices in the order of the text: only what was said before counts.
      std::vector<Found> added;
      std::size_t next = 0;
      for (const Marker& marker : part.scan.markers) {
        for (; next < part.scan.links.size() && part.scan.links[next].begin < marker.begin; ++next)
          hold(part, places, part.scan.links[next], holders);
        if (marker.kind == EntryKind::Role) role_mention(part, places, marker, holders, added);
      }
      for (; next < part.scan.links.size(); ++next)
        hold(part, places, part.scan.links[next], holders);
      part.scan.links.insert(part.scan.links.end(), added.begin(), added.end());
      sort(part);
    }
  }

  // By token: the link that covers it, and whether it is part of an office at a name.
  struct Places {
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};
    explicit Places(const Part& part)
        : link(part.text->tokens.size() + 1, kNone), office(part.text->tokens.size() + 1) {
      for (std::uint32_t n = 0; n < part.scan.links.size(); ++n) {
        const Found& found = part.scan.links[n];
        for (std::uint32_t i = found.begin; i < found.end; ++i) link[i] = n;
        for (std::uint32_t i = found.role_begin; i < found.role_end; ++i) office[i] = true;
      }
    }
    std::vector<std::uint32_t> link;
    std::vector<bool> office;
  };

  static const Found* link_at(const Part& part, const Places& places, std::uint32_t token) {
    const std::uint32_t n = places.link[token];
    return n == Places::kNone ? nullptr : &part.scan.links[n];
  }

  static const Found* adjective_before(const Part& part, const Places& places,
                                       std::uint32_t token) {
    const Found* link = token == 0 ? nullptr : link_at(part, places, token - 1);
    return link != nullptr && link->form == NameForm::Adjective ? link : nullptr;
  }

  void hold(const Part& part, const Places& places, const Found& found,
            std::map<std::string, Holder>& holders) const {
    if (found.role.empty()) return;
    Holder& holder = holders[found.role];
    holder.people.insert(found.id);
    if (const Found* adjective = adjective_before(part, places, found.role_begin))
      holder.countries.insert(adjective->id);
  }

  void role_mention(const Part& part, const Places& places, const Marker& marker,
                    const std::map<std::string, Holder>& holders, std::vector<Found>& added) const {
    const auto it = holders.find(marker.id);
    if (it == holders.end() || it->second.people.size() != 1 || marker.begin == 0) return;
    for (std::uint32_t i = marker.begin; i < marker.end; ++i) {
      if (places.office[i] || link_at(part, places, i) != nullptr) return;
    }
    // "der Präsident des Instituts", "the president of ...": another office of the same name.
    if (marker.end < part.text->tokens.size()) {
      const std::uint16_t flags = part.scan.flags[marker.end];
      if (link_at(part, places, marker.end) != nullptr ||
          (flags & (kDefinite | kDeterminer | kOf)) != 0)
        return;
    }
    const std::string& person = *it->second.people.begin();
    std::uint32_t article = marker.begin;
    if (const Found* adjective = adjective_before(part, places, marker.begin)) {
      article = adjective->begin;
      if (!it->second.countries.contains(adjective->id) &&
          index_.country_of(person) != adjective->id)
        return;
    }
    if (article == 0 || (part.scan.flags[article - 1] & kDefinite) == 0) return;
    added.push_back({marker.begin, marker.end, person, NameForm::Role, false, marker.id,
                     marker.begin, marker.end});
  }

  static void sort(Part& part) {
    std::sort(part.scan.links.begin(), part.scan.links.end(),
              [](const Found& a, const Found& b) { return a.begin < b.begin; });
  }

  std::vector<Part>& parts_;
  const NamesData& data_;
  const NameCases cases_;
  const NameIndex& index_;
  std::map<std::string, std::set<std::string>> short_forms_;
  NameTable table_;
};

FoundName finished(const Part& part, const Found& found) {
  const auto& tokens = part.text->tokens;
  FoundName out;
  out.mention.field = part.field;
  out.mention.zone = part.field == Field::Title ? Zone::Headline : Zone::Body;
  out.mention.span = {tokens[found.begin].begin, tokens[found.end - 1].end};
  out.mention.core = out.mention.span;
  out.mention.wide = out.mention.span;
  out.mention.dimension = Dimension::Name;
  out.mention.name = EntityRef{found.id, found.id.substr(0, found.id.find(':')),
                               std::string(slice(part.text->text, out.mention.span))};
  out.form = found.form;
  out.role = found.role;
  if (found.role_end > found.role_begin)
    out.role_span = {tokens[found.role_begin].begin, tokens[found.role_end - 1].end};
  return out;
}

std::vector<FoundName> find_in(std::vector<Part> parts, const LanguagePack& pack,
                               const NameIndex& index) {
  for (Part& part : parts) {
    part.scan = scan_names(*part.folded, index.tables());
    link_agencies(*part.text, index.tables(), pack.names, part.scan);
    link_companies(*part.text, index.tables(), pack.names, part.scan);
    link_people(*part.text, index.tables(), pack.names, part.scan);
  }
  Resolver(parts, pack, index).run();
  std::vector<FoundName> out;
  for (const Part& part : parts) {
    for (const Found& found : part.scan.links) out.push_back(finished(part, found));
  }
  return out;
}

}  // namespace
}  // namespace names

std::vector<Mention> find_names(const TokenizedText& text, Field field, const LanguagePack& pack,
                                const NameIndex& index) {
  std::vector<Mention> out;
  const FoldedText folded(text);
  for (FoundName& found : names::find_in({{&folded, &text, field, {}}}, pack, index))
    out.push_back(std::move(found.mention));
  return out;
}

std::vector<FoundName> find_document_names(const FoldedText& title, const FoldedText& text,
                                           const LanguagePack& pack, const NameIndex& index) {
  return names::find_in(
      {{&title, &title.source(), Field::Title, {}}, {&text, &text.source(), Field::Text, {}}}, pack,
      index);
}

}  // namespace twosource
