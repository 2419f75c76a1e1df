// Builds the table of names of one language. Earlier sources win over later ones for the same
// words: the language's own names.json, the shared tables, CLDR's countries, CLDR's cities.
#include "core/names/index.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <tuple>

#include "core/names/cases.h"
#include "core/text/cldr.h"
#include "core/text/form_hash.h"
#include "core/text/stem.h"
#include "core/text/utf8.h"

namespace twosource {
namespace names {
namespace {

constexpr std::uint8_t kMaxWords = 12;

bool is_hyphen(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013;
}
bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0x02BC;
}

std::uint64_t punct_hash(std::string_view text, const Token& token) {
  const char32_t c = decode(text, token.begin).value;
  if (is_hyphen(c)) return 1;
  if (is_apostrophe(c)) return 2;
  return c == U'.' || c == U'&' || c == U'/' ? static_cast<std::uint64_t>(c) : 0;
}

}  // namespace

std::uint64_t word_hash(std::string_view text, const Token& token, std::string& buffer) {
  switch (token.kind) {
    case TokenKind::Punct:
      return punct_hash(text, token);
    case TokenKind::Symbol:
      return 0;
    case TokenKind::Word:
    case TokenKind::Digits:
    case TokenKind::Ideograph:
      break;
  }
  fold_word(slice(text, token.span()), buffer);
  return form_hash(buffer);
}

std::uint64_t stem_hash(std::string_view word, std::string_view language) {
  return form_hash(stem(fold_word(word), language));
}

std::string stemmed(std::string_view form, std::string_view language) {
  constexpr std::uint32_t kMinChars = 3;
  std::string out;
  for (const Token& token : tokenize(form)) {
    if (!token.is(TokenKind::Word) || token.has(Token::kAllCaps)) return {};
    const std::string word = stem(fold_word(slice(form, token.span())), language);
    if (count_chars(word) < kMinChars) return {};
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::uint32_t NameTable::target(std::string_view id) {
  const auto it = target_of_.find(id);
  if (it != target_of_.end()) return it->second;
  ids_.emplace_back(id);
  return target_of_.emplace(ids_.back(), static_cast<std::uint32_t>(ids_.size() - 1)).first->second;
}

void NameTable::add(std::string_view form, std::uint32_t target, const Options& options) {
  const std::vector<Token> tokens = tokenize(form);
  if (tokens.empty() || tokens.size() > kMaxWords) return;
  Entry entry;
  entry.target = target;
  entry.kind = options.kind;
  entry.form = options.form;
  entry.needs_support = options.needs_support;
  entry.length = static_cast<std::uint8_t>(tokens.size());
  entry.rest = static_cast<std::uint32_t>(rest_.size());
  std::string buffer;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint64_t hash = word_hash(form, tokens[i], buffer);
    if (hash == 0) return;
    if (i == 0) {
      entry.first = hash;
    } else {
      rest_.push_back(hash);
    }
    const auto bit = static_cast<std::uint16_t>(1U << i);
    if (tokens[i].has(Token::kCapitalised)) entry.capitals |= bit;
    if (tokens[i].has(Token::kAllCaps)) entry.all_caps |= bit;
  }
  entries_.push_back(entry);
}

void NameTable::add_word(std::string_view word, WordFlag flag) {
  flags_[form_hash(fold_word(word))] |= flag;
}

void NameTable::seal() {
  for (const auto& [hash, flags] : flags_) {
    Entry entry;
    entry.first = hash;
    entry.kind = EntryKind::Word;
    entry.target = flags;
    entries_.push_back(entry);
  }
  const auto words = [&](const Entry& e) {
    return std::span<const std::uint64_t>(rest_.data() + e.rest, e.length - 1U);
  };
  std::stable_sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.length != b.length) return a.length > b.length;
    if (a.kind != b.kind) return a.kind < b.kind;
    if (!std::ranges::equal(words(a), words(b)))
      return std::ranges::lexicographical_compare(words(a), words(b));
    // "Siria" is the country, "siria" an adjective.
    return (a.form == NameForm::Name) > (b.form == NameForm::Name);
  });
  // The same form of the same thing twice ("NATO", "Nato") is one entry with the looser writing.
  std::size_t kept = 0;
  for (const Entry& entry : entries_) {
    bool known = false;
    for (std::size_t i = kept; i > 0 && !known; --i) {
      Entry& other = entries_[i - 1];
      if (other.first != entry.first || other.length != entry.length || other.kind != entry.kind ||
          !std::ranges::equal(words(other), words(entry)))
        break;
      const bool same_form = (other.form == NameForm::Name) == (entry.form == NameForm::Name);
      if (other.target != entry.target || !same_form) continue;
      other.capitals &= entry.capitals;
      other.all_caps &= entry.all_caps;
      other.needs_support = other.needs_support && entry.needs_support;
      known = true;
    }
    if (!known) entries_[kept++] = entry;
  }
  entries_.resize(kept);
  fill_slots();
}

void NameTable::fill_slots() {
  std::size_t size = 16;
  while (size < entries_.size() * 2) size *= 2;
  slots_.assign(size, {});
  mask_ = size - 1;
  if (!entries_.empty()) filter_.assign(kFilterBits / 64, 0);
  for (std::uint32_t begin = 0; begin < entries_.size();) {
    std::uint32_t end = begin + 1;
    while (end < entries_.size() && entries_[end].first == entries_[begin].first) ++end;
    std::uint64_t at = entries_[begin].first & mask_;
    while (slots_[at].count != 0) at = (at + 1) & mask_;
    slots_[at] = {entries_[begin].first, begin, end - begin};
    const std::uint64_t bit = entries_[begin].first >> 40U & (kFilterBits - 1);
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    begin = end;
  }
}

std::span<const Entry> NameTable::find_slot(std::uint64_t first) const {
  for (std::uint64_t at = first & mask_; slots_[at].count != 0; at = (at + 1) & mask_) {
    if (slots_[at].key == first) return {entries_.data() + slots_[at].begin, slots_[at].count};
  }
  return {};
}

void Tails::add(std::string_view tail, std::string_view id) {
  std::string folded = fold_word(tail);
  if (folded.size() < 2) return;
  auto& list = by_end_[slot(folded)];
  list.push_back({std::move(folded), std::string(id)});
  std::stable_sort(list.begin(), list.end(),
                   [](const Tail& a, const Tail& b) { return a.form.size() > b.form.size(); });
}

const std::string* Tails::find(std::string_view word) const {
  if (word.size() < 2) return nullptr;
  for (const Tail& tail : by_end_[slot(word)]) {
    if (word.size() > tail.form.size() && word.ends_with(tail.form)) return &tail.id;
  }
  return nullptr;
}

namespace {

class Builder {
 public:
  Builder(const LanguagePack& pack, std::string_view language)
      : data_(pack.names), cases_(pack.names), shared_(shared_names()), language_(language) {}

  NameIndex::Tables build() {
    for (const std::string& name : data_.needs_support) needs_support_.insert(fold_word(name));
    for (const std::string& name : data_.not_names) not_names_.insert(fold_word(name));
    // A language that has no names.json yet has no endings either: stems must do.
    const bool stems = data_.match_stems || !data_.present;
    if (stems && has_stemmer(language_)) out_.stem_language = language_;
    add_language();
    add_shared();
    add_regions();
    add_cities();
    out_.table.seal();
    out_.stems.seal();
    return std::move(out_);
  }

 private:
  void link(std::string_view form, std::string_view id, NameForm how = NameForm::Name) {
    const NameTable::Options options{EntryKind::Link, how,
                                     needs_support_.contains(fold_word(form))};
    const std::uint32_t target = out_.table.target(id);
    out_.table.add(form, target, options);
    const bool declined = !cases_.empty() && !id.starts_with("org:") &&
                          (how == NameForm::Name || how == NameForm::ShortForm);
    if (declined) {
      for (const std::string& other : cases_.of(form)) out_.table.add(other, target, options);
    }
    if (how != NameForm::Name) return;
    if (!out_.stem_language.empty() && !id.starts_with("org:")) {
      const std::string stems = stemmed(form, language_);
      if (!stems.empty()) out_.stems.add(stems, out_.stems.target(id), options);
    }
    // Acronyms take no endings.
    const std::vector<Token> tokens = tokenize(form);
    if (tokens.empty() || !tokens.back().is(TokenKind::Word) || tokens.back().has(Token::kAllCaps))
      return;
    for (const std::string& ending : data_.name_endings)
      out_.table.add(std::string(form) + ending, target, options);
  }

  void rows(const std::vector<NamedForms>& list, EntryKind kind) {
    for (const NamedForms& row : list) {
      for (const std::string& form : row.forms)
        out_.table.add(form, out_.table.target(row.id), {.kind = kind});
    }
  }

  void words(const std::vector<std::string>& list, WordFlag flag) {
    for (const std::string& word : list) out_.table.add_word(word, flag);
  }

  void first_names(const std::vector<std::string>& list, WordFlag flag) {
    words(list, flag);
    if (cases_.empty()) return;
    for (const std::string& name : list) words(cases_.of(name), flag);
  }

  void add_language() {
    for (const NamedForms& row : data_.names) {
      for (const std::string& form : row.forms) link(form, row.id);
    }
    for (const NamedForms& row : data_.adjectives) {
      for (const std::string& form : row.forms) link(form, row.id, NameForm::Adjective);
    }
    for (const NamedForms& row : data_.inhabitants) {
      for (const std::string& form : row.forms) link(form, row.id, NameForm::Inhabitant);
    }
    rows(data_.agencies, EntryKind::Agency);
    for (const NamedForms& row : data_.agencies) out_.agency_kinds.insert(row.id);
    rows(data_.roles, EntryKind::Role);
    rows(data_.role_modifiers, EntryKind::RoleModifier);
    rows(data_.titles, EntryKind::Title);
    for (const NamedForms& row : data_.role_tails) {
      for (const std::string& form : row.forms) out_.role_tails.add(form, row.id);
    }
    for (const std::string& tail : data_.stop_tails) out_.stop_tails.add(tail, {});
    words(data_.definite, kDefinite);
    words(data_.determiners, kDeterminer);
    words(data_.of, kOf);
    words(data_.stop_words, kStop);
  }

  void add_shared() {
    for (const SharedEntity& entity : shared_.entities) {
      for (const std::string& name : entity.names) link(name, entity.id);
      for (const std::string& name : entity.alone) link(name, entity.id, NameForm::ShortForm);
      if (entity.country.empty()) continue;
      const std::string country = "country:" + entity.country;
      out_.country_of[entity.id] = country;
      if (entity.government) out_.government_of[entity.id] = country;
      if (!entity.agency.empty())
        out_.agency.emplace(entity.agency + '-' + entity.country, entity.id);
    }
    for (const std::string& form : shared_.legal_forms)
      out_.table.add(form, out_.table.target(form), {.kind = EntryKind::LegalForm});
    first_names(shared_.first_names, kFirstName);
    first_names(shared_.weak_first_names, kWeakFirstName);
    words(shared_.particles, kParticle);
  }

  void add_regions() {
    for (const cldr::Named& region : cldr::region_names(language_)) {
      if (region.id == "EU" || region.id == "UN" || region.id == "EZ" || region.id == "QO")
        continue;
      // "Myanmar (Burma)", "Sonderverwaltungsregion Hongkong": the part before a bracket alone.
      const std::string name = region.name.substr(0, region.name.find(" ("));
      if (!not_names_.contains(fold_word(name))) link(name, "country:" + region.id);
    }
  }

  void add_cities() {
    const std::set<std::string> left_out(shared_.zones_left_out.begin(),
                                         shared_.zones_left_out.end());
    for (const cldr::Named& city : cldr::exemplar_cities(language_)) {
      const bool whole_group = left_out.contains(city.id.substr(0, city.id.find('/')));
      if (whole_group || left_out.contains(city.id) || not_names_.contains(fold_word(city.name)))
        continue;
      const std::string id = "city:" + city.id;
      link(city.name, id);
      if (out_.country_of.contains(id)) continue;
      const std::string region = cldr::region_of_zone(city.id);
      if (!region.empty()) out_.country_of[id] = "country:" + region;
    }
  }

  const NamesData& data_;
  const NameCases cases_;
  const SharedNames& shared_;
  std::string language_;
  std::set<std::string> needs_support_;
  std::set<std::string> not_names_;
  NameIndex::Tables out_;
};

}  // namespace
}  // namespace names

NameIndex::NameIndex(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
NameIndex::~NameIndex() = default;

const NameIndex& NameIndex::of(const LanguagePack& pack, std::string_view language) {
  // Kept for the life of the process, under what it is made from; entries are never removed, so
  // references stay good.
  static std::mutex guard;
  static std::map<std::tuple<std::string, std::string, std::uint64_t>, std::unique_ptr<NameIndex>>
      kept;
  const std::string tag(language.empty() ? std::string_view(pack.tag) : language);
  const std::lock_guard lock(guard);
  std::unique_ptr<NameIndex>& slot = kept[{pack.tag, tag, pack.names.fingerprint}];
  if (!slot) {
    slot.reset(new NameIndex(std::make_unique<const Tables>(names::Builder(pack, tag).build())));
  }
  return *slot;
}

std::string NameIndex::country_of(std::string_view id) const {
  if (id.starts_with("country:")) return std::string(id);
  const auto it = tables_->country_of.find(id);
  if (it != tables_->country_of.end()) return it->second;
  // "org:intelligence-fr", composed of an agency and a country.
  const std::size_t dash = id.rfind('-');
  if (!id.starts_with("org:") || dash == std::string_view::npos || id.size() != dash + 3) return {};
  if (!tables_->agency_kinds.contains(id.substr(4, dash - 4))) return {};
  std::string country = "country:";
  for (const char c : id.substr(dash + 1)) country += static_cast<char>(c - 'a' + 'A');
  return country;
}

std::string NameIndex::government_of(std::string_view id) const {
  if (id.starts_with("country:")) return std::string(id);
  const auto it = tables_->government_of.find(id);
  return it != tables_->government_of.end() ? it->second : std::string();
}

}  // namespace twosource
