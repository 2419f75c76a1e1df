#include "core/compare/pair/name_rivals.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/token.h"

namespace twosource {
namespace {

struct Side {
  const Statement& statement;
  const std::vector<NameUnit>& units;
};

// A name that the other side does not know: one unit, or several side by side ("New York Mercantile
// Exchange"), whose kind nobody knows then.
struct OpenName {
  std::uint32_t first = 0;  // index of the unit
  NameUnit unit;
};

void join(OpenName& name, const NameUnit& next) {
  name.unit.span.end = next.span.end;
  name.unit.words.insert(name.unit.words.end(), next.words.begin(), next.words.end());
  name.unit.proper = name.unit.proper || next.proper;
  name.unit.id.clear();
  name.unit.type.clear();
}

std::vector<OpenName> open_names(const Side& side) {
  std::vector<OpenName> out;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < side.units.size(); ++i) {
    if (!side.units[i].matched && side.units[i].sure) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    return side.units[x].span.begin < side.units[y].span.begin;
  });
  for (const std::uint32_t i : order) {
    const NameUnit& unit = side.units[i];
    const bool beside =
        !out.empty() && unit.span.begin >= out.back().unit.span.end &&
        joins(slice(side.statement.text, {out.back().unit.span.end, unit.span.begin}));
    if (beside) {
      join(out.back(), unit);
    } else {
      out.push_back({i, unit});
    }
  }
  return out;
}

// The open names of a side, each told once.
std::vector<OpenName> different(const Side& side, bool proper) {
  std::vector<OpenName> out;
  const auto text = [&](const OpenName& name) {
    return fold_word(slice(side.statement.text, name.unit.span));
  };
  for (OpenName& name : open_names(side)) {
    if (proper && !name.unit.proper) continue;
    const bool told = std::any_of(out.begin(), out.end(), [&](const OpenName& other) {
      return (!name.unit.id.empty() && other.unit.id == name.unit.id) || text(other) == text(name);
    });
    if (!told) out.push_back(std::move(name));
  }
  return out;
}

std::string_view kind_of(const NameUnit& unit) {
  if (unit.type == "country" || unit.type == "city") return "place";
  return unit.type;
}

bool of_one_kind(const NameUnit& x, const NameUnit& y) {
  return x.id.empty() || y.id.empty() || kind_of(x) == kind_of(y);
}

bool holds_acronym(const Side& side, const NameUnit& unit) {
  // "Fed", "Rz" are as good as acronyms; "Elizabeth II" is none.
  constexpr std::size_t kShortest = 4;
  if (unit.span.size() < kShortest) return true;
  return std::any_of(unit.words.begin(), unit.words.end(), [&](std::uint32_t w) {
    const StatementWord& word = side.statement.words[w];
    return word.acronym && word.folded.find_first_not_of("ivx") != std::string::npos;
  });
}

// Consonants of a levelled word, with those made one that languages write for each other.
std::string consonants(std::string_view levelled) {
  constexpr std::array<char, 26> kSounds{'-', 'p', 'k', 't', '-', 'v', 'k', '-', '-',
                                         's', 'k', 'l', 'm', 'n', '-', 'p', 'k', 'r',
                                         's', 't', '-', 'v', 'v', 'k', '-', 's'};
  std::string out;
  for (std::size_t i = 0; i < levelled.size(); ++i) {
    const char c = levelled[i];
    if (c < 'a' || c > 'z') continue;
    char sound = kSounds.at(static_cast<std::size_t>(c - 'a'));
    const bool aspirated = i + 1 < levelled.size() && levelled[i + 1] == 'h';
    if (aspirated && c == 'p') sound = 'v';
    if (aspirated && (c == 'c' || c == 's' || c == 'z')) sound = 's';
    constexpr std::string_view kVowels = "aeiou";
    const bool glides = c == 'u' && i == 0 && levelled.size() > 1 &&
                        kVowels.find(levelled[1]) != std::string_view::npos;
    if (glides) sound = 'v';
    if (sound != '-' && (out.empty() || out.back() != sound)) out += sound;
  }
  return out;
}

std::size_t longest_common_subsequence(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char x : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = x == b[j - 1] ? diagonal + 1 : std::max(above, row[j - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

// Could be two writings of one word: "Mohammed", "Muhammad"; "Уоррен", "Warren".
bool resemble(std::string_view a, std::string_view b) {
  constexpr std::size_t kPrefix = 4;
  if (a.size() >= kPrefix && a.substr(0, kPrefix) == b.substr(0, kPrefix)) return true;
  const std::string x = consonants(a);
  const std::string y = consonants(b);
  if (x.empty() || y.empty()) return a == b;
  const std::size_t shared = longest_common_subsequence(x, y);
  // A wrong first sound weighs more than one further on: "Weber", "Peter".
  const std::size_t needed = a.front() == b.front() || x.front() == y.front() ? 3 : 4;
  return shared >= 2 && 5 * shared >= needed * std::max(x.size(), y.size());
}

bool resemble(const Side& a, const NameUnit& x, const Side& b, const NameUnit& y) {
  return std::any_of(x.words.begin(), x.words.end(), [&](std::uint32_t v) {
    const std::string spelled = levelled(a.statement.words[v].folded);
    return std::any_of(y.words.begin(), y.words.end(), [&](std::uint32_t w) {
      return resemble(spelled, levelled(b.statement.words[w].folded));
    });
  });
}

bool may_rival(const Side& a, const NameUnit& x, const Side& b, const NameUnit& y) {
  if (!of_one_kind(x, y) || resemble(a, x, b, y)) return false;
  const auto person_or_place = [](const NameUnit& unit) {
    return kind_of(unit) == "person" || kind_of(unit) == "place";
  };
  const bool acronyms = holds_acronym(a, x) || holds_acronym(b, y);
  return !acronyms || (person_or_place(x) && person_or_place(y));
}

// `a` has one proper name that `b` lacks, `b` one other name. That a linked name is lacking is
// known only in a language whose names are; that another is, where both are in no dictionary.
std::optional<NameRivals> one_against_one(const Side& a, const Side& b) {
  const auto proper = different(a, true);
  const auto other = different(b, false);
  if (proper.size() != 1 || other.size() != 1) return std::nullopt;
  const NameUnit& x = proper.front().unit;
  const NameUnit& y = other.front().unit;
  // A phrase of several words may be what a name was translated to: "Center Party".
  const bool phrase = x.id.empty() && !y.proper && y.words.size() > 1;
  const bool known = b.statement.names_are_known || (x.id.empty() && y.proper);
  if (phrase || !known || !may_rival(a, x, b, y)) return std::nullopt;
  return NameRivals{proper.front().first, other.front().first};
}

}  // namespace

std::optional<NameRivals> find_name_rivals(const Statement& a, const Statement& b,
                                           const NameMatch& names) {
  const Side left{a, names.a};
  const Side right{b, names.b};
  if (const auto found = one_against_one(left, right)) return found;
  const auto found = one_against_one(right, left);
  return found ? std::optional(NameRivals{found->b, found->a}) : std::nullopt;
}

}  // namespace twosource
