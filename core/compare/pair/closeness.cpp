#include "core/compare/pair/closeness.h"

#include <algorithm>
#include <string>

#include "core/compare/pair/word_places.h"

namespace twosource {
namespace {

// What each kind says where both have it, and where the other side lacks it.
constexpr double kFigure = 2;
constexpr double kFigureAlone = 1.5;
constexpr double kWeekdayAlone = 0.5;
constexpr double kName = 2;
constexpr double kNameAlone = 1.5;
constexpr double kUnsureAlone = 0.5;
constexpr double kWord = 1;
// Without a dictionary words of two languages can hardly meet.
constexpr double kForeignAlone = 0.12;
constexpr double kTranslatedAlone = 0.35;
// Of two signs of Chinese or Japanese: a word has two or three of them, and they overlap.
constexpr double kWordsASign = 0.5;
constexpr double kForeignSignsAlone = 0.05;

struct Weights {
  double shared = 0;
  double alone = 0;
  double share() const { return shared + alone > 0 ? shared / (shared + alone) : 0; }
  void add(const Weights& other) {
    shared += other.shared;
    alone += other.alone;
  }
};

class Measure {
 public:
  Measure(const Statement& own, const Statement& other)
      : own_(own),
        other_(other),
        same_language_(own.language == other.language),
        places_(other, same_language_) {}

  Weights words(const std::vector<NameUnit>& names) const {
    std::vector<bool> named(own_.words.size(), false);
    for (const NameUnit& unit : names) {
      for (const std::uint32_t w : unit.words) named[w] = unit.sure || unit.matched;
    }
    Weights out;
    for (std::size_t w = 0; w < own_.words.size(); ++w) {
      const StatementWord& word = own_.words[w];
      if (named[w] || word.name >= 0 || !is_content(word)) continue;
      if (places_.has(word)) {
        out.shared += kWord;
      } else {
        out.alone += alone(word);
      }
    }
    return out;
  }

  static Weights names(const std::vector<NameUnit>& names, std::optional<std::uint32_t> rival) {
    Weights out;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      const NameUnit& unit = names[i];
      if (rival == i) continue;
      if (unit.matched) {
        out.shared += kName;
      } else {
        out.alone += !unit.id.empty() ? kNameAlone : kUnsureAlone;
      }
    }
    return out;
  }

 private:
  double alone(const StatementWord& word) const {
    if (same_language_) return kWord;
    if (word.is_signs) return kForeignSignsAlone;
    return other_.has_dictionary && word.in_dictionary ? kTranslatedAlone : kForeignAlone;
  }

  const Statement& own_;
  const Statement& other_;
  bool same_language_;
  WordPlaces places_;
};

// A weekday beside its date is no figure of its own.
double figure_alone(const Claim& claim) {
  const bool weekday = claim.timex && claim.timex->value.starts_with("XXXX-WXX-");
  return weekday ? kWeekdayAlone : kFigureAlone;
}

double length_of(const Statement& statement) {
  double out = 0;
  for (const StatementWord& word : statement.words) out += word.is_signs ? kWordsASign : 1;
  return out;
}

}  // namespace

Closeness closeness(const Statement& a, const Statement& b, const FigureMatch& figures,
                    const NameMatch& names, const std::optional<NameRivals>& rivals) {
  Weights x = Measure(a, b).words(names.a);
  Weights y = Measure(b, a).words(names.b);
  Closeness out;
  out.words_of_a = x.share();
  out.words_of_b = y.share();
  // One side may not know its names: its nouns have capitals, or its script has none.
  const Weights of_a = Measure::names(names.a, rivals ? std::optional(rivals->a) : std::nullopt);
  const Weights of_b = Measure::names(names.b, rivals ? std::optional(rivals->b) : std::nullopt);
  const double named = std::max(of_a.shared, of_b.shared);
  x.add({named, of_a.alone});
  y.add({named, of_b.alone});
  x.shared += kFigure * static_cast<double>(figures.agreeing.size());
  y.shared += kFigure * static_cast<double>(figures.agreeing.size());
  for (const std::uint32_t i : figures.left_a) x.alone += figure_alone(a.figures[i].claim);
  for (const std::uint32_t j : figures.left_b) y.alone += figure_alone(b.figures[j].claim);
  out.shared = std::min(x.shared, y.shared);
  const double long_a = length_of(a);
  const double long_b = length_of(b);
  if (long_a > 0 && long_b > 0) out.length = std::min(long_a / long_b, long_b / long_a);
  out.of_a = x.share();
  out.of_b = y.share();
  return out;
}

}  // namespace twosource
