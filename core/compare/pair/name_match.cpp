#include "core/compare/pair/name_match.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <numeric>
#include <unordered_map>

#include "core/text/cldr.h"
#include "core/text/token.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

constexpr std::size_t kShortestName = 3;

// The letters of a text as one Latin run, for scripts without word borders.
std::string latin_run(const std::string& text) {
  std::string out;
  for (const char c : cldr::to_latin(text)) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') out += c;
  }
  return out;
}

// Consonants alone, as Japanese can write them: r for l, b for v, n before other consonants.
//   "toransunisutoria", "transnistria"  ->  trnsnstr
std::string sound_skeleton(std::string_view latin) {
  std::string out;
  char last = 0;  // the letter before, for doubled ones
  for (std::size_t i = 0; i < latin.size(); ++i) {
    char c = latin[i];
    const bool aspirated = i + 1 < latin.size() && latin[i + 1] == 'h';
    if (c == 'p' && aspirated) c = 'f';
    if (c == 't' && aspirated) c = 's';
    if (c == 'c' || c == 'q') c = aspirated ? 't' : 'k';
    if (c == 'l') c = 'r';
    if (c == 'v') c = 'b';
    if (c == 'z' || c == 'j') c = 's';
    if (c == 'm') c = 'n';
    constexpr std::string_view kSilent = "aeiouyhw";
    if (kSilent.find(c) == std::string_view::npos && c != last) out += c;
    last = c;
  }
  return out;
}

bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
}

// The skeletons of the words that are written in katakana: names of elsewhere, mostly.
std::vector<std::string> katakana_skeletons(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) out.push_back(sound_skeleton(latin_run(word)));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_katakana(c.value)) {
      word.append(text, at, c.length);
    } else {
      flush();
    }
    at += c.length;
  }
  flush();
  return out;
}

// Where a language's names are not known, CLDR's alone are linked: "Para" opens many a Spanish
// sentence and is a state of Brazil; "Gran" of "Gran Bretaña" is no Grenada.
bool is_doubtful(const Statement& statement, const NameUnit& unit) {
  if (statement.names_are_known || unit.words.size() != 1) return false;
  const std::uint32_t w = unit.words.front();
  if (statement.words[w].opens_sentence) return true;
  if (w + 1 >= statement.words.size()) return false;
  const StatementWord& next = statement.words[w + 1];
  return next.capitalised && next.name < 0 &&
         joins(slice(statement.text, {unit.span.end, next.span.begin}));
}

std::vector<NameUnit> linked_units(const Statement& statement) {
  std::vector<NameUnit> out;
  for (const Mention& mention : statement.names) {
    out.push_back({mention.span, mention.name->id, mention.name->type, {}, true, true, false});
  }
  for (std::uint32_t w = 0; w < statement.words.size(); ++w) {
    const std::int32_t name = statement.words[w].name;
    if (name >= 0) out[static_cast<std::size_t>(name)].words.push_back(w);
  }
  for (NameUnit& unit : out) {
    if (is_doubtful(statement, unit)) unit.sure = unit.proper = false;
  }
  return out;
}

bool may_be_name(const Statement& statement, const StatementWord& word) {
  if (!word.capitalised || word.function || word.numeral || word.name >= 0) return false;
  if (statement.capitals_tell_names || word.acronym) return true;
  return statement.has_dictionary && !word.in_dictionary;
}

// Runs of capitalised words that nothing links.
void add_unlinked(const Statement& statement, std::vector<NameUnit>& out) {
  const auto& words = statement.words;
  for (std::uint32_t w = 0; w < words.size(); ++w) {
    if (!may_be_name(statement, words[w])) continue;
    NameUnit unit{words[w].span, {}, {}, {w}, false, false, false};
    while (w + 1 < words.size() && may_be_name(statement, words[w + 1]) &&
           joins(slice(statement.text, {words[w].span.end, words[w + 1].span.begin}))) {
      unit.words.push_back(++w);
    }
    unit.span.end = words[w].span.end;
    const StatementWord& first = words[unit.words.front()];
    unit.proper = statement.has_dictionary &&
                  std::none_of(unit.words.begin(), unit.words.end(),
                               [&](std::uint32_t i) { return words[i].in_dictionary; });
    unit.sure = !first.opens_sentence || unit.words.size() > 1 || first.acronym;
    out.push_back(std::move(unit));
  }
}

bool same_stem(std::string_view a, std::string_view b);

// What CLDR calls countries and cities in a language, by our ids.
using KnownNames = std::multimap<std::string, std::string, std::less<>>;

const KnownNames& cldr_names(const std::string& language) {
  static std::mutex guard;
  static std::map<std::string, KnownNames, std::less<>> known;
  const std::scoped_lock lock(guard);
  const auto [at, fresh] = known.try_emplace(language);
  if (fresh) {
    for (auto& row : cldr::region_names(language))
      at->second.emplace("country:" + row.id, fold_word(row.name));
    for (auto& row : cldr::exemplar_cities(language))
      at->second.emplace("city:" + row.id, fold_word(row.name));
  }
  return at->second;
}

class NameMatcher {
 public:
  NameMatcher(const Statement& statement)  // NOLINT: implicit
      : statement_(statement) {
    spelled_.reserve(statement.words.size());
    for (const StatementWord& word : statement.words)
      spelled_.push_back(word.is_signs || word.folded.size() < kShortestName
                             ? word.folded
                             : levelled(word.folded));
    if (statement.has_word_borders) return;
    run_ = latin_run(statement.text);
    skeletons_ = katakana_skeletons(statement.text);
  }

  bool has(const StatementWord& word, std::string_view spelling) const {
    const bool found = std::any_of(spelled_.begin(), spelled_.end(), [&](const std::string& own) {
      return spell_alike(own, spelling);
    });
    if (found || run_.empty()) return found;
    constexpr std::size_t kShortestInRun = 4;
    const std::string plain = latin_run(word.folded);
    if (plain.size() >= kShortestInRun && run_.find(plain) != std::string::npos) return true;
    constexpr std::size_t kFewestConsonants = 3;
    const std::string skeleton = sound_skeleton(plain);
    return skeleton.size() >= kFewestConsonants &&
           std::any_of(skeletons_.begin(), skeletons_.end(), [&](const std::string& own) {
             return own == skeleton || (own.size() > skeleton.size() && own.starts_with(skeleton));
           });
  }

  const std::string& spelling(std::uint32_t word) const { return spelled_[word]; }

  // The thing under its name in this statement's language, inflected or as an adjective.
  bool holds_translation(const std::string& id) const {
    const auto [first, last] = cldr_names(statement_.language).equal_range(id);
    return std::any_of(first, last, [&](const auto& row) {
      if (!statement_.has_word_borders)
        return statement_.text.find(row.second) != std::string::npos;
      if (row.second.find(' ') != std::string::npos) return false;
      const std::string spelling = levelled(row.second);
      return std::any_of(spelled_.begin(), spelled_.end(), [&](const std::string& own) {
        return spell_alike(own, spelling) || same_stem(own, spelling);
      });
    });
  }

  // Half of the words of the name, the longer ones at least.
  bool spells(const NameUnit& unit, const NameMatcher& side) const {
    if (!unit.id.empty() && holds_translation(unit.id)) return true;
    std::size_t all = 0;
    std::size_t found = 0;
    for (const std::uint32_t w : unit.words) {
      const StatementWord& word = side.statement_.words[w];
      const std::size_t weight = std::min<std::size_t>(word.folded.size(), 6);
      all += weight;
      if (has(word, side.spelling(w))) found += weight;
    }
    return all > 0 && 2 * found >= all;
  }

 private:
  const Statement& statement_;
  std::vector<std::string> spelled_;
  std::string run_;  // of texts without word borders
  std::vector<std::string> skeletons_;
};

// "polska", "polskiej"; "rumunia", "rumunskiego": a country and its adjective.
bool same_stem(std::string_view a, std::string_view b) {
  constexpr std::size_t kStem = 4;
  const std::size_t length = std::max(kStem, std::min(a.size(), b.size()) - 2);
  return a.size() >= kStem && b.size() >= kStem && a.substr(0, length) == b.substr(0, length);
}

bool same_place(const NameUnit& a, const NameUnit& b, const NameIndex& index) {
  if (a.id == b.id) return true;
  const bool country = a.type == "country" || b.type == "country";
  if (!country || a.type == "person" || b.type == "person") return false;
  const std::string& other = a.type == "country" ? b.id : a.id;
  const std::string& land = a.type == "country" ? a.id : b.id;
  return index.country_of(other) == land || index.government_of(other) == land;
}

}  // namespace

bool joins(std::string_view between) {
  return between.size() <= 3 && between.find_first_not_of(" -.'\u2019") == std::string_view::npos;
}

std::string levelled(std::string_view folded) {
  constexpr std::string_view kPrefix = "person:";
  // Transliteration is slow and the same words come again and again.
  constexpr std::size_t kRemembered = 50000;
  thread_local std::unordered_map<std::string, std::string> known;
  if (known.size() > kRemembered) known.clear();
  const auto [at, fresh] = known.try_emplace(std::string(folded));
  if (fresh) {
    at->second = person_id(folded);
    if (at->second.starts_with(kPrefix)) at->second.erase(0, kPrefix.size());
  }
  return at->second;
}

bool spell_alike(std::string_view a, std::string_view b) {
  if (a == b) return !a.empty();
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kShortestName + 1) return false;
  // Endings: "Werth", "Werthovi"; "Moskva", "Moskve".
  constexpr std::size_t kLongestEnding = 3;
  std::size_t common = 0;
  while (common < a.size() && a[common] == b[common]) ++common;
  constexpr std::size_t kWholeName = 5;
  constexpr std::size_t kLongestSuffix = 5;
  if (common == a.size() && common >= kWholeName && b.size() - common <= kLongestSuffix)
    return true;
  if (common >= kShortestName + 1 && b.size() - common <= kLongestEnding &&
      a.size() - common <= kLongestEnding && 2 * (b.size() - common) <= common)
    return true;
  // One letter off in six, two in nine.
  constexpr std::size_t kLongest = 24;
  if (a.size() < 6 || b.size() > kLongest || b.size() - a.size() > 2) return false;
  std::array<std::size_t, kLongest + 1> row{};
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({changed, above + 1, row[j - 1] + 1});
      diagonal = above;
    }
  }
  return row[b.size()] <= (a.size() >= 9 ? 2U : 1U);
}

NameMatch match_names(const Statement& a, const Statement& b, const NameIndex& index_a,
                      const NameIndex& index_b) {
  NameMatch out{linked_units(a), linked_units(b)};
  add_unlinked(a, out.a);
  add_unlinked(b, out.b);
  for (NameUnit& x : out.a) {
    for (NameUnit& y : out.b) {
      if (x.id.empty() || y.id.empty()) continue;
      if (same_place(x, y, index_a) || same_place(x, y, index_b)) x.matched = y.matched = true;
    }
  }
  const NameMatcher left(a);
  const NameMatcher right(b);
  for (NameUnit& x : out.a) x.matched = x.matched || right.spells(x, left);
  for (NameUnit& y : out.b) y.matched = y.matched || left.spells(y, right);
  return out;
}

}  // namespace twosource
