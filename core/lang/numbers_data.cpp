// Loads numbers.json. Forms that follow a rule of the language (ordinals, denominators, spelling
// variants) are made here, so that the engine meets finished forms only.
#include "core/lang/numbers_data.h"

#include <algorithm>

#include "core/lang/embedded.h"
#include "core/lang/spelling_variants.h"

namespace twosource {

void MorphemeTrie::add(std::string_view form, std::uint32_t payload) {
  if (form.empty()) return;
  begins_[static_cast<unsigned char>(form.front())] = true;
  std::uint32_t at = 0;
  for (const char byte : form) {
    const auto& next = nodes_[at].next;
    const auto it = std::find_if(next.begin(), next.end(),
                                 [&](const auto& edge) { return edge.first == byte; });
    if (it != next.end()) {
      at = it->second;
      continue;
    }
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    nodes_[at].next.emplace_back(byte, fresh);
    at = fresh;
  }
  auto& payloads = nodes_[at].payloads;
  if (std::find(payloads.begin(), payloads.end(), payload) == payloads.end())
    payloads.push_back(payload);
}

bool MorphemeTrie::starts(std::string_view text) const {
  if (text.empty() || !begins_[static_cast<unsigned char>(text.front())]) return false;
  std::uint32_t at = 0;
  for (const char byte : text) {
    const auto& next = nodes_[at].next;
    const auto it = std::find_if(next.begin(), next.end(),
                                 [&](const auto& edge) { return edge.first == byte; });
    if (it == next.end()) return false;
    at = it->second;
    if (!nodes_[at].payloads.empty()) return true;
  }
  return false;
}

void MorphemeTrie::prefixes(std::string_view text,
                            std::vector<std::pair<std::uint32_t, std::uint32_t>>& out) const {
  out.clear();
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto& next = nodes_[at].next;
    const auto it = std::find_if(next.begin(), next.end(),
                                 [&](const auto& edge) { return edge.first == text[i]; });
    if (it == next.end()) return;
    at = it->second;
    for (const std::uint32_t payload : nodes_[at].payloads)
      out.emplace_back(static_cast<std::uint32_t>(i + 1), payload);
  }
}

namespace {

// What may be added to a number word: below 10 behind twenty, below 100 behind two hundred.
Decimal default_room(const Decimal& value) {
  const auto whole = value.to_int();
  if (!whole || *whole < 20) return Decimal();
  std::int64_t power = 1;
  while (power <= *whole / 10) power *= 10;
  return Decimal(power);
}

class Loader {
 public:
  Loader(JsonReader& json, const JsonNode& root) : json_(json), root_(root) {}

  NumbersData run() {
    data_.present = true;
    json_.only(root_, {"decimal",
                       "endings",
                       "group_by_space",
                       "features",
                       "variants",
                       "values",
                       "scales",
                       "signs",
                       "fractions",
                       "denominators",
                       "denominator_suffixes",
                       "ordinals",
                       "ordinal_suffixes",
                       "ordinal_endings",
                       "ordinal_digit_suffixes",
                       "ordinal_plural",
                       "ordinal_plain",
                       "superlative_rests",
                       "compound_rests",
                       "joiners",
                       "inner_joiners",
                       "points",
                       "negatives",
                       "proclitics",
                       "unsplit",
                       "articles",
                       "vague",
                       "of",
                       "ranges",
                       "shares",
                       "every",
                       "over",
                       "divisions",
                       "fraction_joiners",
                       "fraction_marks",
                       "ordinal_before",
                       "degree_ordinals",
                       "scores",
                       "rank_words",
                       "label_words",
                       "one_not_before",
                       "one_not_after",
                       "idioms",
                       "multiples",
                       "streets",
                       "roman_after"});
    json_.read_endings(root_);
    variants_ = SpellingVariants(json_, root_);
    data_.decimal = json_.text(root_, "decimal", false);
    data_.group_by_space = json_.boolean(root_, "group_by_space");
    features();
    values();
    scales();
    fractions();
    multiples();
    denominators();
    ordinals();
    small_words();
    ranges();
    if (root_.find("signs") != nullptr)
      data_.signs = load_sign_numbers(json_, json_.object(root_, "signs"));
    finish();
    return std::move(data_);
  }

 private:
  void features() {
    for (const std::string& feature : json_.texts(root_, "features")) {
      if (feature == "closed-compounds") {
        data_.closed_compounds = true;
      } else if (feature == "units-before-tens") {
        data_.units_before_tens = true;
      } else if (feature == "ordinal-stop") {
        data_.ordinal_stop = true;
      } else if (feature == "capitalised-labels") {
        data_.capitalised_labels = true;
      } else if (feature == "ordinal-denominators") {
        data_.ordinal_denominators = true;
      } else if (feature == "joined-units") {
        data_.joined_units = true;
      } else if (feature == "articles-count") {
        data_.articles_count = true;
      } else if (feature == "stacked-ordinals") {
        data_.stacked_ordinals = true;
      } else if (feature == "plain-denominators") {
        data_.plain_denominators = true;
      } else if (feature == "shares-around-noun") {
        data_.shares_around_noun = true;
      } else if (feature == "hyphened-ordinals") {
        data_.hyphened_ordinals = true;
      } else if (feature == "plural-ordinals") {
        data_.plural_ordinals = true;
      } else if (feature == "of-before-units") {
        data_.of_before_units = true;
      } else if (feature == "joined-tens") {
        data_.joined_tens = true;
      } else if (feature == "fraction-after-unit") {
        data_.fraction_after_unit = true;
      } else {
        json_.fail(root_, "unknown feature '" + feature + "'");
      }
    }
  }

  // `inside`: the form may stand inside a closed compound.
  void add(const JsonNode& at, const std::string& form, std::uint32_t word, bool inside = true) {
    json_.check_form(at, form);
    for (const std::string& variant : variants_.of(form)) {
      if (!data_.lexicon.add(variant, word))
        json_.fail(at, "the form '" + variant + "' has two values");
      if (data_.closed_compounds && inside) data_.morphemes.add(fold_word(variant), word);
    }
  }

  // For forms made by rule: one that is there already wins.
  void add_made(const std::string& form, std::uint32_t word) {
    for (const std::string& variant : variants_.of(form)) {
      if (data_.lexicon.add(variant, word) && data_.closed_compounds)
        data_.morphemes.add(fold_word(variant), word);
    }
  }

  std::uint32_t word(NumberWord entry) {
    data_.words.push_back(entry);
    return static_cast<std::uint32_t>(data_.words.size() - 1);
  }

  void values() {
    for (const JsonNode& row : json_.list(root_, "values")) {
      json_.only(row, {"value", "forms", "inside", "room", "weak", "bound", "native"});
      NumberWord entry;
      entry.value = json_.decimal(row, "value").value_or(Decimal());
      entry.room = json_.decimal(row, "room", false).value_or(default_room(entry.value));
      entry.weak = json_.boolean(row, "weak");
      entry.native = json_.boolean(row, "native");
      entry.bound = json_.boolean(row, "bound");
      const std::uint32_t index = word(entry);
      for (const std::string& form : json_.texts(row, "forms")) add(row, form, index, !entry.bound);
      // Bound forms: only inside a compound ("ein" in "einundzwanzig").
      for (const std::string& form : json_.texts(row, "inside")) {
        for (const std::string& variant : variants_.of(form))
          data_.morphemes.add(fold_word(variant), index);
      }
      cardinals_.push_back({entry.value, json_.texts(row, "forms"), json_.texts(row, "inside")});
    }
  }

  void scales() {
    for (const JsonNode& row : json_.list(root_, "scales")) {
      json_.only(row, {"value", "forms", "inside", "plurals", "vague", "abbreviations",
                       "abbreviations_exact", "glued", "glued_exact", "glued_money", "words_only",
                       "bare", "weak", "about", "vague_low", "vague_high"});
      NumberWord entry;
      entry.role = NumberRole::Scale;
      entry.value = json_.decimal(row, "value").value_or(Decimal(1));
      entry.room = entry.value;
      entry.bare = json_.boolean(row, "bare");
      entry.weak = json_.boolean(row, "weak");
      entry.about = json_.boolean(row, "about");
      entry.vague_low = json_.decimal(row, "vague_low", false).value_or(entry.value);
      entry.vague_high = json_.decimal(row, "vague_high", false)
                             .value_or(entry.value.times(Decimal(10)).value_or(entry.value));
      const std::vector<std::string> plurals = json_.texts(row, "plurals");
      const std::uint32_t single = word(entry);
      for (const std::string& form : json_.texts(row, "forms")) add(row, form, single);
      for (const std::string& form : json_.texts(row, "inside"))
        data_.morphemes.add(fold_word(form), single);
      NumberWord other = entry;
      other.bare = false;
      other.plural = true;
      const std::uint32_t plural = word(other);
      for (const std::string& form : plurals) add(row, form, plural);
      other.vague = true;
      const std::uint32_t vague = word(other);
      for (const std::string& form : json_.texts(row, "vague")) add(row, form, vague);
      other = entry;
      other.no_digits = true;
      const std::uint32_t words_only = word(other);
      for (const std::string& form : json_.texts(row, "words_only")) add(row, form, words_only);
      other = entry;
      other.bare = false;
      other.after_digits = true;
      const std::uint32_t abbreviation = word(other);
      for (const std::string& form : json_.texts(row, "abbreviations"))
        add(row, form, abbreviation, false);
      exact(row, "abbreviations_exact", abbreviation);
      other.glued = true;
      const std::uint32_t glued = word(other);
      for (const std::string& form : json_.texts(row, "glued")) add(row, form, glued, false);
      exact(row, "glued_exact", glued);
      other.money = true;
      const std::uint32_t money = word(other);
      for (const std::string& form : json_.texts(row, "glued_money")) add(row, form, money, false);
      cardinals_.push_back({entry.value, json_.texts(row, "forms"), {}});
    }
  }

  // Forms that count in this writing only: "MM", not "mm".
  void exact(const JsonNode& row, std::string_view key, std::uint32_t index) {
    for (const std::string& form : json_.texts(row, key)) {
      json_.check_form(row, form);
      if (!data_.lexicon.add_exact(form, index))
        json_.fail(row, "the form '" + form + "' has two values");
    }
  }

  void fractions() {
    for (const JsonNode& row : json_.list(root_, "fractions")) {
      json_.only(row, {"numerator", "denominator", "forms", "inside", "added", "counted"});
      NumberWord entry;
      entry.role = NumberRole::Fraction;
      entry.numerator = json_.integer(row, "numerator", 1);
      entry.denominator = json_.integer(row, "denominator", 2);
      entry.added = json_.boolean(row, "added");
      entry.counted = json_.boolean(row, "counted");
      if (entry.denominator <= 0) {
        json_.fail(row, "'denominator' must be above 0");
        continue;
      }
      const std::uint32_t index = word(entry);
      for (const std::string& form : json_.texts(row, "forms")) add(row, form, index);
      for (const std::string& form : json_.texts(row, "inside")) {
        for (const std::string& variant : variants_.of(form))
          data_.morphemes.add(fold_word(variant), index);
      }
    }
  }

  void multiples() {
    const JsonNode& node = json_.object(root_, "multiples");
    json_.only(node, {"words", "suffixes", "times_suffixes", "times", "compared", "equalled"});
    for (const JsonNode& row : json_.list(node, "words")) {
      json_.only(row, {"value", "forms", "weak"});
      NumberWord entry;
      entry.role = NumberRole::Multiple;
      entry.value = json_.decimal(row, "value").value_or(Decimal(2));
      entry.weak = json_.boolean(row, "weak");
      const std::uint32_t index = word(entry);
      for (const std::string& form : json_.texts(row, "forms")) add(row, form, index, false);
    }
    data_.multiple_suffixes = folded(json_.texts(node, "suffixes"));
    data_.times_suffixes = folded(json_.texts(node, "times_suffixes"));
    for (const auto* suffixes : {&data_.multiple_suffixes, &data_.times_suffixes})
      data_.compound_rests.insert(data_.compound_rests.end(), suffixes->begin(), suffixes->end());
    phrases(node, "times", data_.times);
    phrases(node, "compared", data_.compared);
    phrases(node, "equalled", data_.equalled);
  }

  std::uint32_t denominator(const Decimal& value, bool plural) {
    NumberWord entry;
    entry.role = NumberRole::Denominator;
    entry.value = value;
    entry.denominator = value.to_int().value_or(1);
    entry.plural = plural;
    return word(entry);
  }

  void denominators() {
    for (const JsonNode& row : json_.list(root_, "denominators")) {
      json_.only(row, {"value", "forms", "plurals", "first", "ambiguous"});
      const Decimal value = json_.decimal(row, "value").value_or(Decimal(1));
      const std::uint32_t single = denominator(value, false);
      data_.words[single].both = json_.boolean(row, "ambiguous");
      const std::uint32_t many = denominator(value, true);
      data_.words[many].unit_too = data_.words[single].both;
      for (const std::string& form : json_.texts(row, "forms")) add(row, form, single);
      for (const std::string& form : json_.texts(row, "plurals")) add(row, form, many);
      const std::uint32_t before = denominator(value, false);
      data_.words[before].role = NumberRole::DenominatorFirst;
      for (const std::string& form : json_.texts(row, "first")) add(row, form, before, false);
    }
    for (const JsonNode& row : json_.list(root_, "denominator_suffixes")) {
      json_.only(row, {"suffix", "endings", "min", "max"});
      made(row, [&](const Cardinal& cardinal, const std::string& form, const std::string& suffix,
                    const std::vector<std::string>& endings) {
        const std::uint32_t index = denominator(cardinal.value, false);
        for (const std::string& ending : endings) {
          std::string whole = form;
          whole += suffix;
          whole += ending;
          add_made(whole, index);
        }
      });
    }
  }

  std::uint32_t ordinal(const Decimal& value) {
    NumberWord entry;
    entry.role = NumberRole::Ordinal;
    entry.value = value;
    entry.both = data_.ordinal_denominators && value != Decimal(1) && value != Decimal(2);
    entry.denominator = value.to_int().value_or(0);
    return word(entry);
  }

  // A form of an ordinal with its plural as a denominator ("third", "thirds").
  void add_ordinal(const JsonNode& at, const std::string& form, std::uint32_t index,
                   const Decimal& value) {
    const std::string plural = json_.text(root_, "ordinal_plural", false);
    if (at.is(JsonNode::Kind::Object)) add(at, form, index);
    if (!plural.empty() && data_.words[index].both) {
      const std::uint32_t many = denominator(value, true);
      data_.words[many].both = true;
      add_made(form + plural, many);
    }
  }

  void ordinals() {
    const std::vector<std::string> endings = json_.texts(root_, "ordinal_endings");
    for (const JsonNode& row : json_.list(root_, "ordinals")) {
      json_.only(row, {"value", "forms", "stems"});
      const Decimal value = json_.decimal(row, "value").value_or(Decimal(1));
      const std::uint32_t index = ordinal(value);
      for (const std::string& form : json_.texts(row, "forms"))
        add_ordinal(row, form, index, value);
      for (const std::string& stem : json_.texts(row, "stems")) {
        for (const std::string& ending : endings) add(row, stem + ending, index);
        add_stem(stem, value);
      }
    }
    for (const JsonNode& row : json_.list(root_, "ordinal_suffixes")) {
      json_.only(row, {"suffix", "endings", "min", "max"});
      made(row, [&](const Cardinal& cardinal, const std::string& form, const std::string& suffix,
                    const std::vector<std::string>& own_endings) {
        const std::uint32_t index = ordinal(cardinal.value);
        std::string stem = form;
        stem += suffix;
        for (const std::string& ending : own_endings.empty() ? endings : own_endings)
          add_made(stem + ending, index);
        add_stem(stem, cardinal.value);
        add_ordinal({}, stem, index, cardinal.value);
      });
    }
    data_.ordinal_digit_suffixes = json_.texts(root_, "ordinal_digit_suffixes");
    data_.superlative_rests = json_.texts(root_, "superlative_rests");
    for (const std::string& rest : folded(json_.texts(root_, "compound_rests")))
      data_.compound_rests.push_back(rest);
  }

  void add_stem(const std::string& stem, const Decimal& value) {
    if (!data_.closed_compounds) return;
    NumberWord entry;
    entry.role = NumberRole::OrdinalStem;
    entry.value = value;
    const std::uint32_t index = word(entry);
    for (const std::string& variant : variants_.of(stem))
      data_.morphemes.add(fold_word(variant), index);
  }

  struct Cardinal {
    Decimal value;
    std::vector<std::string> forms;
    std::vector<std::string> inside;
  };

  // Calls `make` for every cardinal form between min and max of the row.
  template <typename Make>
  void made(const JsonNode& row, const Make& make) {
    const std::string suffix = json_.text(row, "suffix", false);
    const Decimal low(json_.integer(row, "min", 0));
    const auto high = json_.decimal(row, "max", false);
    const std::vector<std::string> endings = json_.texts(row, "endings");
    for (const Cardinal& cardinal : cardinals_) {
      if (cardinal.value < low || (high && cardinal.value > *high)) continue;
      for (const std::string& form : cardinal.forms) make(cardinal, form, suffix, endings);
      for (const std::string& form : cardinal.inside) make(cardinal, form, suffix, endings);
    }
  }

  std::vector<std::string> folded(const std::vector<std::string>& forms) const {
    std::vector<std::string> out;
    for (const std::string& form : forms) {
      for (const std::string& variant : variants_.of(form)) out.push_back(fold_word(variant));
    }
    return out;
  }

  void role(std::string_view key, NumberRole which, const Decimal& value = Decimal()) {
    NumberWord entry;
    entry.role = which;
    entry.value = value;
    const std::uint32_t index = word(entry);
    for (const std::string& form : json_.texts(root_, key))
      add(root_, form, index, which == NumberRole::InnerJoiner);
  }

  void small_words() {
    role("joiners", NumberRole::Joiner);
    role("fraction_joiners", NumberRole::FractionJoiner);
    role("points", NumberRole::Point);
    role("negatives", NumberRole::Negative);
    role("articles", NumberRole::Article, Decimal(1));
    role("vague", NumberRole::Vague);
    role("of", NumberRole::Of);
    NumberWord entry;
    entry.role = NumberRole::InnerJoiner;
    const std::uint32_t index = word(entry);
    for (const std::string& form : json_.texts(root_, "inner_joiners"))
      data_.morphemes.add(fold_word(form), index);
    phrases("ordinal_before", data_.ordinal_before);
    const JsonNode& degrees = json_.object(root_, "degree_ordinals");
    json_.only(degrees, {"before", "after"});
    for (const std::string& form : json_.texts(degrees, "before"))
      data_.degree_ordinal_before.add_reversed(form, 0);
    for (const std::string& form : json_.texts(degrees, "after"))
      data_.degree_ordinal_after.add(form, 0);
    phrases("shares", data_.shares);
    phrases("every", data_.every);
    phrases("over", data_.over);
    phrases("divisions", data_.divisions);
    phrases("fraction_marks", data_.fraction_marks);
    phrases("unsplit", data_.unsplit);
    data_.proclitics = folded(json_.texts(root_, "proclitics"));
    std::stable_sort(
        data_.proclitics.begin(), data_.proclitics.end(),
        [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
    reversed("negatives", data_.negatives);
    phrases("one_not_before", data_.not_counted);
    // Written with a capital, an idiom is known by it: "in Acht", but not "in acht Jahren".
    for (const std::string& form : json_.texts(root_, "idioms")) {
      json_.check_form(root_, form);
      const std::vector<Token> tokens = tokenize(form);
      const bool capital = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
        return token.has(Token::kCapitalised);
      });
      capital ? data_.idioms.add_exact(form, 0) : data_.idioms.add(form, 0);
    }
    const JsonNode& streets = json_.object(root_, "streets");
    json_.only(streets, {"words", "endings", "openings"});
    phrases(streets, "openings", data_.street_openings);
    phrases(streets, "words", data_.street_words);
    data_.street_endings = folded(json_.texts(streets, "endings"));
    reversed("roman_after", data_.roman_after);
    reversed("rank_words", data_.rank_words);
    reversed("label_words", data_.label_words);
    reversed("one_not_after", data_.pronoun_before);
    const JsonNode& scores = json_.object(root_, "scores");
    json_.only(scores, {"infix", "context", "votes", "votes_behind"});
    for (const std::string& form : json_.texts(scores, "votes")) data_.vote_infix.add(form, 0);
    for (const std::string& form : json_.texts(scores, "votes_behind"))
      data_.vote_tail.add(form, 0);
    for (const std::string& form : json_.texts(scores, "infix")) data_.score_infix.add(form, 0);
    for (const std::string& form : json_.texts(scores, "context")) {
      for (const std::string& variant : variants_.of(form)) data_.score_words.add(variant, 0);
    }
  }

  void phrases(std::string_view key, PhraseLexicon& out) { phrases(root_, key, out); }

  void phrases(const JsonNode& node, std::string_view key, PhraseLexicon& out) {
    for (const std::string& form : json_.texts(node, key)) {
      json_.check_form(node, form);
      for (const std::string& variant : variants_.of(form)) out.add(variant, 0);
    }
  }

  // The payload of a form that the data writes with a capital is 1: it matches capitalised only.
  void reversed(std::string_view key, PhraseLexicon& out) {
    for (const std::string& form : json_.texts(root_, key)) {
      json_.check_form(root_, form);
      const std::vector<Token> tokens = tokenize(form);
      const bool capital = !tokens.empty() && tokens.back().has(Token::kCapitalised);
      for (const std::string& variant : variants_.of(form))
        out.add_reversed(variant, capital ? 1U : 0U);
    }
  }

  void ranges() {
    const JsonNode& node = json_.object(root_, "ranges");
    json_.only(node, {"infix", "weak_infix", "alternative", "changes", "between", "from", "to"});
    for (const std::string& form : json_.texts(node, "to")) data_.change_to.add(form, 0);
    for (const std::string& form : json_.texts(node, "infix")) data_.range_infix.add(form, 0);
    for (const std::string& form : json_.texts(node, "weak_infix")) data_.range_infix.add(form, 1);
    for (const std::string& form : json_.texts(node, "alternative")) data_.range_infix.add(form, 2);
    for (const std::string& form : json_.texts(node, "changes"))
      data_.range_changes.add_reversed(form, 0);
    for (const std::string& form : json_.texts(node, "from"))
      data_.range_from.add_reversed(form, 0);
    for (const JsonNode& row : json_.list(node, "between")) {
      json_.only(row, {"first", "second"});
      data_.range_between_joiners.push_back(fold_word(json_.text(row, "second")));
      data_.range_between.add_reversed(
          json_.text(row, "first"),
          static_cast<std::uint32_t>(data_.range_between_joiners.size() - 1));
    }
  }

  void finish() {
    for (PhraseLexicon* lexicon : {&data_.lexicon,
                                   &data_.range_infix,
                                   &data_.range_between,
                                   &data_.range_from,
                                   &data_.range_changes,
                                   &data_.ordinal_before,
                                   &data_.shares,
                                   &data_.every,
                                   &data_.over,
                                   &data_.divisions,
                                   &data_.unsplit,
                                   &data_.negatives,
                                   &data_.vote_infix,
                                   &data_.vote_tail,
                                   &data_.score_infix,
                                   &data_.score_words,
                                   &data_.rank_words,
                                   &data_.label_words,
                                   &data_.not_counted,
                                   &data_.pronoun_before,
                                   &data_.idioms,
                                   &data_.times,
                                   &data_.compared,
                                   &data_.equalled,
                                   &data_.street_words,
                                   &data_.roman_after,
                                   &data_.fraction_marks,
                                   &data_.change_to,
                                   &data_.street_openings,
                                   &data_.degree_ordinal_before,
                                   &data_.degree_ordinal_after})
      lexicon->finish();
  }

  JsonReader& json_;
  const JsonNode& root_;
  NumbersData data_;
  SpellingVariants variants_;
  std::vector<Cardinal> cardinals_;
};

}  // namespace

NumbersData load_numbers(JsonReader& json, const JsonNode& root) {
  return Loader(json, root).run();
}

const NumbersData& or_neutral(const NumbersData& data) {
  if (data.present) return data;
  static const NumbersData kNeutral = [] {
    JsonReader json("core/lang/und/numbers.json");
    const auto root = json.parse(embedded_file("und/numbers.json"));
    return root ? load_numbers(json, *root) : NumbersData();
  }();
  return kNeutral;
}

}  // namespace twosource
