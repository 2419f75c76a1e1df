// How a language writes dates, times of day and sets of times: words with a meaning, and shapes
// that say in which order they stand. core/lang/README.md describes the file; core/grammar/date.h
// is the engine that reads it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/error.h"
#include "core/lang/form_filter.h"
#include "core/lang/form_table.h"
#include "core/lang/strict_json.h"

namespace twosource {

// Hash tables that are probed with a view, without making a string.
struct FormHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view form) const {
    return std::hash<std::string_view>{}(form);
  }
};
template <typename Value>
using FormMap = std::unordered_map<std::string, Value, FormHash, std::equal_to<>>;
using FormSet = std::unordered_set<std::string, FormHash, std::equal_to<>>;

// What a word is, and what a place of a shape asks for.
enum class DateWordKind : std::uint8_t {
  Month,    // value 1..12
  Weekday,  // value 1 (Monday) .. 7
  Season,   // code SP SU FA WI
  Unit,  // code Y M W D Q H(half year) DE CE MI(llennium) WE(ekend) TH TM TS (hour, minute, second)
  Units,        // a unit in the plural, which needs no number: "years"
  Half,         // a unit that an ordinal makes a part of a year: code H (half), Q (quarter)
  Shift,        // value -1 last, 0 this, 1 next, 2 the one after next
  Past,         // past, vergangen: like Shift -1; before a plural a stretch up to now
  Future,       // coming, kommend: like Shift 1; before a plural a stretch from now on
  Edge,         // code START MID END
  Daypart,      // code MO MI AF EV NI DT
  Deictic,      // a unit (code) shifted by value: yesterday D -1, heuer Y 0
  DeicticNoun,  // the same as a noun, which may have an article: Vorjahr
  Ref,          // code PAST_REF PRESENT_REF FUTURE_REF
  Vague,        // several, few: an unknown number
  Each,         // every
  Set,          // code: the value itself ("P1Y" for yearly)
  Duration,     // code: the value itself ("PXY" for jahrelang)
  Holiday,      // code "12-24", "easter-2", "11-4x4" (the fourth Thursday of November)
  Decade,       // value 50: fifties
  Clock,        // code "12:00": noon
  HourMark,     // Uhr, o'clock
  HalfDay,      // value 0 a.m., 12 p.m.
  Zone,         // code: "Z", "+01:00"
  Ago,          // behind a duration: back from now
  Later,        // behind a duration: counted from the date before (value -1 earlier, 1 later)
  Amount,       // value: a number that only goes with units ("a" year, "half a" = 0)
  Ordinal,      // value: an ordinal of the calendar in words; -1 for "last"
  Nothing,      // no date at all, whatever its words are alone
  Frequency,    // value: once 1, twice 2
  Era,          // value: -1 before Christ, 1 after
  EraStart,  // value: the year before the first of an era (令和 2018); a number behind counts from
             // it
  // Read from digits and numerals, never from words:
  DayNumber,    // 1..31, with or without an ordinal mark
  DayOrdinal,   // 1..31 with an ordinal mark, or an ordinal numeral
  Year,         // four digits that can be a year
  ShortYear,    // two digits: '98, 2015/16
  DecadeYear,   // 1990er, 1990s, 80er
  Number,       // any whole number
  Hour,         // 0..24
  Minute,       // two digits, 00..59
  Numeric,      // 24.10.2024, 2024-10-24: a whole date in digits
  NumericTime,  // 14:30, 14.30
  Literal,      // a word of a shape in single quotes
};

// One form of one word: what it is, and its value. Forms of several tokens are kept under their
// first one.
struct DateWord {
  DateWordKind kind = DateWordKind::Literal;
  int value = 0;
  std::string code;
  std::vector<std::string> rest;  // folded tokens behind the first
  bool loose = false;             // "heute": in a present tense it means these times, not this day
  bool capitalised = false;  // only where it is written with a capital letter ("May", "Sommer")
  bool modal = false;  // a month that is a verb too ("may", "march"): needs a neighbour of its kind
  std::uint16_t literal = 0;  // of a Literal
};

// What a match of a shape is made into.
// Nothing keeps words together that only look like a date ("Guten Morgen").
enum class DateMake : std::uint8_t { Date, Time, Duration, Set, Anchored, Nothing };

// A shape is a sequence of word kinds with options, choices and repetitions, compiled into a small
// program that the matcher runs with backtracking.
struct ShapeStep {
  enum class Op : std::uint8_t { Take, Split, Jump, Done };
  Op op = Op::Take;
  DateWordKind kind = DateWordKind::Literal;
  bool context = false;  // Take: must be there and gives its value, but is no part of the span
  std::uint16_t literal = 0;
  std::uint16_t next = 0;   // Split, Jump: tried first
  std::uint16_t other = 0;  // Split: tried then
};

struct DateShape {
  DateMake make = DateMake::Date;
  std::vector<ShapeStep> program;
  std::string text;  // as written, for traces
  // Anchored: -1 back, 1 ahead from the publication. Date: the side to look on when no near word
  // shows a tense.
  int direction = 0;
  bool exact = false;  // words that may mean "these times" mean the day itself
  bool stop = false;   // of a time: a full stop may part hour and minute ("alle 22.15")
  // Of a point ahead: in a clause told as past the words tell how long it took ("за два роки").
  bool not_past = false;
};

// The words by which a clause shows that it speaks of the past or the future.
struct TenseWords {
  FormMap<std::int8_t> words;  // -1 past, 1 future, 0 present
  FormFilter filter;           // of the keys of `words`
  std::vector<std::string> past_endings;
  std::vector<std::string>
      past_prefixes;  // of participles that also end in one of the participle endings
  std::vector<std::string> participle_endings;
};

// When four digits are a year.
struct YearRules {
  FormSet prefixes;    // what may touch the digits of a year before them: "FY2024"
  FormSet before;      // words that speak for a year when they stand before it
  FormSet not_before;  // words that speak against one before it ("rund", "Nr.")
  FormSet not_after;   // words that make it an amount ("Euro", "people")
  std::vector<std::string> counted_endings;  // endings of nouns that are counted ("en", "s")
  FormSet not_counted;  // words with such an ending that are none ("was", "his")
  bool nouns_capitalised = false;
};

struct DatesData {
  bool present = false;
  std::string numeric_order;  // "dmy", "mdy", "ymd"
  std::vector<std::string> ordinal_marks;
  std::vector<std::string> decade_marks;
  bool roman_ordinals = false;             // "XIX", "XIXe" count as ordinals of the calendar
  FormTable<std::vector<DateWord>> words;  // by the first token, folded
  std::vector<DateShape> shapes;
  // Shapes by the kind they can begin with.
  std::vector<std::vector<std::uint16_t>> shapes_by_kind;
  std::vector<std::vector<std::uint16_t>> shapes_by_literal;
  FormMap<std::uint16_t> literals;
  FormMap<int> anchors;  // words before a duration that make it a point of time: "vor" -1
  TenseWords tense;
  YearRules year;
};

// Reads core/lang/<tag>/dates.json. Faults are noted in `json`.
DatesData load_dates(JsonReader& json, const JsonNode& root);

}  // namespace twosource
