// The number words of a language and how it writes digits.
//
// Words are data, reading them is core/grammar's work. Each form leads to a NumberWord that says
// what it does in a number; closed compounds ("dreihundertfünf") are taken apart with a trie over
// the same forms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/decimal.h"
#include "core/lang/phrase_lexicon.h"
#include "core/lang/sign_numbers.h"
#include "core/lang/strict_json.h"

namespace twosource {

enum class NumberRole : std::uint8_t {
  Value,             // "zwölf", "twenty": adds; what follows must be below `room`
  Scale,             // "hundert", "million": multiplies what stands before it
  Joiner,            // "and": between a hundred and what is below it
  InnerJoiner,       // "und" between unit and ten: "einundzwanzig"
  FractionJoiner,    // "con" in "veinte con tres quintos": only a fraction may follow
  Point,             // "Komma", "point"
  Fraction,          // "half", "halbe", "anderthalb"
  Denominator,       // "Drittel", "thirds"
  DenominatorFirst,  // "üçte" in "üçte iki": two thirds, the denominator before the numerator
  Ordinal,           // "dritte", "third"
  OrdinalStem,       // "dritt" before a superlative: "drittgrößte"
  Vague,             // "several", "mehrere": with a scale an order of magnitude
  Article,           // "a", "ein": one, before a scale or a unit
  Negative,          // "minus", "negative"
  Of,                // "of" in "tens of thousands"
  Multiple,          // "doppelt", "tenfold": how many times as much; weak: only in a comparison
};

struct NumberWord {
  NumberRole role = NumberRole::Value;
  Decimal value;
  Decimal room;                // of a value: what may be added must be below
  std::int64_t numerator = 0;  // of a fraction
  std::int64_t denominator = 0;
  Decimal vague_high;  // of a scale: upper end of the order of magnitude ("dozens" 99)
  Decimal vague_low;
  bool bare = false;    // a scale that needs nothing before it: "hundert", "dozen"
  bool plural = false;  // a plural that alone is an order: "millions"; of a denominator: "thirds"
  bool vague = false;   // always an order: "Tausende"
  bool glued = false;   // only right behind digits: "3bn", "10k"
  bool after_digits = false;  // only behind digits: "Mio."
  bool money = false;         // glued only in amounts of money: "£5m"
  bool native = false;        // a value that no scale multiplies: 하나, 열
  bool weak = false;          // "one": often a pronoun
  bool about = false;         // a scale that only tells the size: "vingtaine"
  bool no_digits = false;     // a form that is something else behind digits: "cents"
  bool bound = false;         // a value that only goes on: "biri" in "üçte biri"
  bool added = false;         // a fraction that adds to the number before it: "beş buçuk"
  bool counted = false;       // a fraction that a small number counts: "drei halbe Tage"
  bool unit_too = false;      // a plural denominator that is a unit of time as well: "quarters"
  bool both = false;          // an ordinal that is a denominator too: "third"
};

// Bytes of folded forms -> NumberWord, for taking compounds apart.
class MorphemeTrie {
 public:
  MorphemeTrie() : nodes_(1) {}
  void add(std::string_view form, std::uint32_t payload);
  // Lengths and payloads of all forms that `text` starts with, shortest first.
  void prefixes(std::string_view text,
                std::vector<std::pair<std::uint32_t, std::uint32_t>>& out) const;
  // Whether `text` starts with any form.
  bool starts(std::string_view text) const;

 private:
  struct Node {
    std::vector<std::pair<char, std::uint32_t>> next;
    std::vector<std::uint32_t> payloads;
  };
  std::vector<Node> nodes_;
  bool begins_[256] = {};
};

struct NumbersData {
  bool present = false;

  std::string decimal;          // "." or ","; empty: both, by their own evidence
  bool group_by_space = false;  // "12 000" with an ordinary space
  // Features (core/lang/README.md says what each means).
  bool closed_compounds = false;
  bool units_before_tens = false;
  bool ordinal_stop = false;
  bool capitalised_labels = false;
  bool ordinal_denominators = false;
  bool joined_units = false;        // "treinta y uno": joiners also stand between ten and unit
  bool articles_count = false;      // "trente et une": articles are the number one as well
  bool stacked_ordinals = false;    // "vigésimo tercero": an ordinal behind a larger one
  bool plain_denominators = false;  // "twee derde": denominators look like ordinals
  bool shares_around_noun = false;  // "un Français sur deux"
  bool hyphened_ordinals = false;   // "5-й": an ordinal suffix behind digits and a hyphen
  bool plural_ordinals = false;     // "os décimos": a plural without a number is an ordinal
  bool of_before_units = false;     // "deux millions d'euros": "of" behind a scale word
  bool joined_tens = false;  // "واحد وعشرون": the ten is joined to the unit before it
  bool fraction_after_unit = false;  // "tres horas y media"

  // Words that are written together with the next one, folded, the shortest first: "و".
  std::vector<std::string> proclitics;
  PhraseLexicon unsplit;  // words that only look as if they began with one

  std::vector<NumberWord> words;
  PhraseLexicon lexicon;                       // payload: index into words
  MorphemeTrie morphemes;                      // likewise; empty without closed compounds
  std::vector<std::string> compound_rests;     // what may follow a number in one word: "jährig"
  std::vector<std::string> superlative_rests;  // endings of what may follow an ordinal stem: "ste"
  std::vector<std::string> ordinal_digit_suffixes;  // "th", "te"

  PhraseLexicon idioms;  // words that hold no number, whatever they are alone: "first class"
  std::vector<std::string> multiple_suffixes;  // glued to a number: "fach", "-fold"
  std::vector<std::string> times_suffixes;     // likewise, but only before a comparison: "mal"
  PhraseLexicon times;         // "times", "Mal": behind a number and before a comparison
  PhraseLexicon compared;      // "so", "as", "more": what shows that "times" compares
  PhraseLexicon equalled;      // "so", "as": behind a fraction a comparison too ("half as many")
  PhraseLexicon street_words;  // "Street": a number in front is a house
  std::vector<std::string> street_endings;  // "straße": of the word before a house's number
  PhraseLexicon street_openings;            // "rue", "via": open the name of a street
  PhraseLexicon roman_after;                // "World War": Roman numerals behind are ordinals
                                            // (reversed)
  SignNumbers signs;                        // of scripts that count in myriads

  // "il 3° posto": words between which the sign of degrees raises an ordinal; one of them is
  // enough.
  PhraseLexicon degree_ordinal_before;  // articles of the singular (reversed)
  PhraseLexicon degree_ordinal_after;   // what is counted so: "posto", "anniversario"
  PhraseLexicon ordinal_before;  // "am", "der": digits with a stop behind them are an ordinal
  PhraseLexicon
      range_infix;  // "bis"; payload 1: may also tell a change ("to"), 2: alternatives ("or")
  PhraseLexicon range_between;  // "between", "zwischen": payload is the index of its joiner
  std::vector<std::string> range_between_joiners;  // "and", "und"
  PhraseLexicon range_from;                        // "from", "von" (reversed)
  PhraseLexicon change_to;       // "auf", "para": between the start and the end of a change
  PhraseLexicon range_changes;   // "rose", "by": behind them "5 to 20" is no range (reversed)
  PhraseLexicon shares;          // "in", "out of", "von": "nine out of ten"
  PhraseLexicon every;           // "jeder", "every": "jeder Fünfte"
  PhraseLexicon over;            // "over" in "one over three"
  PhraseLexicon fraction_marks;  // "avos" behind a denominator: "três vinte e um avos"
  PhraseLexicon divisions;       // "bölü": between any two numbers a division
  PhraseLexicon negatives;       // "minus", "sıfırın altında" (reversed)
  PhraseLexicon score_infix;     // "zu", "to"
  PhraseLexicon vote_infix;      // "voix contre", "votos a favor y": between the sides of a vote
  PhraseLexicon vote_tail;       // "en contra": behind the second
  PhraseLexicon score_words;     // "won", "Sieg": a pair of numbers nearby is a score
  PhraseLexicon rank_words;      // "Platz", "No.": the number behind it is an ordinal (reversed)
  PhraseLexicon label_words;  // "chapter", "Kapitel": the number behind it names a thing (reversed)
  PhraseLexicon not_counted;  // behind "one": "another", "day" - no number
  PhraseLexicon pronoun_before;  // before "one": "no", "this" - no number (reversed)
};

// Reads core/lang/<tag>/numbers.json. Faults are noted in `json`.
NumbersData load_numbers(JsonReader& json, const JsonNode& root);

// `data`, or what holds in every language when the language has none of its own.
const NumbersData& or_neutral(const NumbersData& data);

}  // namespace twosource
