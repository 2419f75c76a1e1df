// Finding runs over each field; resolving over the whole article: full names, wherever they stand,
// give their short forms and offices to both fields.
#include "core/names/names.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/names/people.h"
#include "core/names/scan.h"

namespace twosource {
namespace names {
namespace {

struct Part {
  const TokenizedText* text;
  Field field;
  Scan scan;
};

class Resolver {
 public:
  Resolver(std::vector<Part>& parts, const LanguagePack& pack, const NameIndex& index)
      : parts_(parts), data_(pack.names), index_(index) {}

  void run() {
    drop_unsupported();
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

  void learn_company(const Part& part, const Found& found) {
    for (const Marker& marker : part.scan.markers) {
      if (marker.kind == EntryKind::LegalForm && marker.end == found.end &&
          marker.begin > found.begin + 1) {
        remember(part, found.begin, marker.begin, found.id);
      }
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
    }
    table_.seal();
  }

  void find_short_forms(Part& part) {
    const TokenizedText& text = *part.text;
    std::vector<bool> taken(text.tokens.size());
    for (Found& found : part.scan.links) {
      for (std::uint32_t i = found.begin; i < found.end; ++i) taken[i] = true;
      if (found.form != NameForm::ShortForm) continue;
      // A person of this article comes before the one who usually bears the name.
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
      // Offices in the order of the text: only what was said before counts.
      std::vector<Found> added;
      std::size_t next = 0;
      for (const Marker& marker : part.scan.markers) {
        while (next < part.scan.links.size() && part.scan.links[next].begin < marker.begin)
          hold(part, part.scan.links[next++], holders);
        if (marker.kind == EntryKind::Role) role_mention(part, marker, holders, added);
      }
      while (next < part.scan.links.size()) hold(part, part.scan.links[next++], holders);
      part.scan.links.insert(part.scan.links.end(), added.begin(), added.end());
      sort(part);
    }
  }

  void hold(const Part& part, const Found& found, std::map<std::string, Holder>& holders) {
    if (found.role.empty()) return;
    Holder& holder = holders[found.role];
    holder.people.insert(found.id);
    const std::string country = adjective_before(part, found.role_begin);
    if (!country.empty()) holder.countries.insert(country);
  }

  std::string adjective_before(const Part& part, std::uint32_t token) const {
    for (const Found& found : part.scan.links) {
      if (found.end == token && found.form == NameForm::Adjective) return found.id;
      if (found.begin >= token) break;
    }
    return {};
  }

  void role_mention(const Part& part, const Marker& marker,
                    const std::map<std::string, Holder>& holders, std::vector<Found>& added) {
    const auto it = holders.find(marker.id);
    if (it == holders.end() || it->second.people.size() != 1 || marker.begin == 0) return;
    for (const Found& found : part.scan.links) {
      const bool at_name = found.role_begin <= marker.begin && marker.end <= found.role_end;
      const bool inside = found.begin < marker.end && marker.begin < found.end;
      const bool before_name = found.begin == marker.end && found.id.starts_with("person:");
      if (at_name || inside || before_name) return;
    }
    const std::string country = adjective_before(part, marker.begin);
    std::uint32_t article = marker.begin;
    if (!country.empty()) {
      const std::string own = index_.country_of(*it->second.people.begin());
      if (!it->second.countries.contains(country) && own != country) return;
      for (const Found& found : part.scan.links) {
        if (found.end == marker.begin) article = found.begin;
      }
    }
    if (article == 0 || (part.scan.flags[article - 1] & kDefinite) == 0) return;
    added.push_back({marker.begin, marker.end, *it->second.people.begin(), NameForm::Role, false,
                     marker.id, marker.begin, marker.end});
  }

  static void sort(Part& part) {
    std::sort(part.scan.links.begin(), part.scan.links.end(),
              [](const Found& a, const Found& b) { return a.begin < b.begin; });
  }

  std::vector<Part>& parts_;
  const NamesData& data_;
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
    part.scan = scan_names(*part.text, index.tables());
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
  for (FoundName& found : names::find_in({{&text, field, {}}}, pack, index))
    out.push_back(std::move(found.mention));
  return out;
}

std::vector<FoundName> find_document_names(const TokenizedText& title, const TokenizedText& text,
                                           const LanguagePack& pack, const NameIndex& index) {
  return names::find_in({{&title, Field::Title, {}}, {&text, Field::Text, {}}}, pack, index);
}

}  // namespace twosource
