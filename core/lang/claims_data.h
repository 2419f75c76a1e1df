// The words by which statements are built, attributed, hedged, planned and denied.
//
// One lexicon for all engines of core/claim: a word is looked up once, and what it may be stands in
// a set of marks. Schema: core/lang/README.md, "claims.json".
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/error.h"
#include "core/lang/form_table.h"
#include "core/lang/strict_json.h"

namespace twosource {

// What a word or phrase may be. A word can have several marks; the engines decide by its place.
enum class Mark : std::uint8_t {
  // Grammar
  Determiner,
  Genitive,    // determiners of a genitive, which hangs on the noun before it ("des", "der")
  Oblique,     // determiners that no subject has ("den", "dem")
  Quantifier,  // "alle", "mehrere", "other": stands between number and noun without being one
  Nominal,     // of these, those that stand for the noun: "others"
  Preposition,
  Of,            // "von", "of": the complement says what is measured
  In,            // "beim", "by", "in": behind a rank, the list
  Pronoun,       // personal pronouns that can be a subject
  Human,         // of these, those that stand for one person: "he", "she"
  Expletive,     // "es", "it": a subject that is nobody ("heisst es")
  Anaphor,       // "das Land", "the country": the subject of the sentence before
  Conjunction,   // joins clauses or phrases
  Subordinator,  // opens a dependent clause ("weil", "because")
  Complement,    // opens what was said ("dass", "that")
  Relative,
  Negation,  // with Determiner ("kein") it denies a thing, alone ("nicht") the clause
  Contrast,  // "sondern": ends the reach of a negation
  Adverb,
  Auxiliary,  // finite forms and participles of be, have, become, and modals
  Stop,       // other function words: no concepts, no items
  // Attribution
  SourceBefore,  // "laut X", "according to X"
  SourceAfter,   // "X zufolge"
  SourceTail,    // ", so X": closes the sentence with its source
  SourceOwn,     // "nach eigenen Angaben": the subject of the clause says it
  SourceSame,    // "ihrer Ansicht nach": who spoke before says it
  Citing,        // "unter Berufung auf Y", "citing Y"
  As,            // "wie X berichtete"
  Hearsay,       // "angeblich", "reportedly"
  Anonymous,     // "Insider", "officials"
  Speaker,       // "Sprecherin", "minister": a person or body that speaks
  OutletNoun,
  DocumentNoun,
  // Modality
  Possible,
  Planned,
  Demanded,
  Conditional,
  If,      // opens a conditional clause
  Said,    // "soll": reported with a perfect infinitive, planned otherwise; a form of "have"
           // ("ma") counts only beside an infinitive
  Future,  // "wird": planned with an infinitive at the end of the clause
  // Change
  By,
  To,
  From,
  RaiseNoun,
  FallNoun,
  // Items
  RankNoun,     // "Platz 127"
  Ranked,       // "ranks 127th", "127th largest"
  CountNoun,    // "Zahl der Toten"
  Purpose,      // "38 Millionen Euro fuer den Neubau": before what money is meant for
  Rate,         // "je 100.000 Einwohner", "per day": before what a rate refers to
  LabelNoun,    // "Artikel 5", "page 3": the number is a name, not a count
  Provision,    // of these the rules of laws and treaties: "Artikel 5", "section 8"
  Among,        // "darunter", "including"
  Victims,      // what may be left out behind a number: "killing 12"
  Causes,       // "left", "forderte": what became of the counted stands further on
  Result,       // "dead", "wounded": what became of them
  State,        // of these, adjectives that stand behind the counted: "3 people dead"
  Person,       // one human being: "woman", "gunman"; with an article it counts as one
  Persons,      // the plural, which needs a number
  Couple,       // two human beings in one noun: "couple", "his parents", "twin sisters"
  Reflexive,    // "himself": one more of the same
  Suicide,      // "turned the gun on himself": who did it died too
  Passive,      // auxiliaries of the passive voice
  AgeNoun,      // "ages 28 and 22": the numbers behind are ages
  Street,       // "224 Vantana Court": the number before is that of a house
  AddressNoun,  // "the 8400 block of Pedro Drive": so is the number before it
  Only,
  Vote,
  InFavour,  // "dafür", "in favour": the side of a vote that a count belongs to
  Unanimous,
  // Time
  Now,  // "bislang", "so far": what holds on the day it is said
};
inline constexpr std::size_t kMarkCount = static_cast<std::size_t>(Mark::Now) + 1;

// A set of marks.
class Marks {
 public:
  constexpr Marks() = default;
  constexpr Marks(Mark mark) {  // NOLINT: implicit on purpose
    const auto at = static_cast<unsigned>(mark);
    bits_[at / kBits] = std::uint64_t{1} << (at % kBits);
  }
  constexpr bool has(Mark mark) const { return any(Marks(mark)); }
  constexpr bool any(const Marks& marks) const {
    return ((bits_[0] & marks.bits_[0]) | (bits_[1] & marks.bits_[1])) != 0;
  }
  constexpr bool empty() const { return (bits_[0] | bits_[1]) == 0; }
  constexpr Marks operator|(const Marks& other) const {
    Marks out = *this;
    out.bits_[0] |= other.bits_[0];
    out.bits_[1] |= other.bits_[1];
    return out;
  }
  constexpr Marks& operator|=(const Marks& other) { return *this = *this | other; }

 private:
  static constexpr unsigned kBits = 64;
  static_assert(kMarkCount <= 2 * kBits);
  std::array<std::uint64_t, 2> bits_{};
};
constexpr Marks operator|(Mark a, Mark b) {
  return Marks(a) | Marks(b);
}

// Words that carry grammar, no content.
inline constexpr Marks kFunctionMarks =
    Mark::Determiner | Mark::Genitive | Mark::Quantifier | Mark::Preposition | Mark::Of |
    Mark::Pronoun | Mark::Conjunction | Mark::Subordinator | Mark::Complement | Mark::Relative |
    Mark::Negation | Mark::Contrast | Mark::Adverb | Mark::Auxiliary | Mark::Stop;

// Forms of verbs, as a set.
enum VerbForm : std::uint8_t {
  kPresent = 1,
  kPast = 2,
  kParticiple = 4,
  kInfinitive = 8,
  kSubjunctive = 16,  // Konjunktiv I: reported speech
  kGerund = 32,
  kFuture = 64,        // "enverra", perfective "wyśle": what is going to happen
  kConditional = 128,  // "enverrait"
};
inline constexpr std::uint8_t kFiniteForms =
    kPresent | kPast | kSubjunctive | kFuture | kConditional;

// What a verb does in news, as a set.
enum VerbClass : std::uint16_t {
  kSpeech = 1,  // its complement is what was said
  kReport = 2,  // so is its object: "meldete 12 Tote"
  kDeny = 4,
  kDemand = 8,
  kPlan = 16,
  kRaise = 32,
  kFall = 64,
  kEvent = 128,  // a happening worth a claim of its own
  kRank = 256,
  kLight = 512,    // says little itself: be, have, do, give
  kToll = 1024,    // happens to its object: kill, injure
  kFate = 2048,    // happens to its subject: die
  kObject = 4096,  // of rising or falling, and what stands behind it is what it acts on: "raised $2
                   // million"
};

struct VerbEntry {
  std::string lemma;
  std::string sense;  // language-neutral name of the happening ("kill"); the lemma where the data
                      // gives none
  std::uint16_t classes = 0;
};

// What the lexicon says of a word or phrase. Indices are into ClaimsData; -1 for none.
struct WordSense {
  Marks marks;
  std::uint8_t forms = 0;  // of verbs[verb]
  std::int32_t verb = -1;
  std::int32_t noun = -1;
  std::uint8_t toll = 0;  // of nouns that tell how many died: "triple homicide"
};

struct WordEntry {
  struct Phrase {
    std::vector<std::string> rest;  // the folded words behind the first
    WordSense sense;
  };
  WordSense sense;              // of the word alone
  std::vector<Phrase> phrases;  // that start with it, longest first
};

// A shape by which verbs that the data does not list are known.
struct VerbShape {
  std::string prefix;
  std::string suffix;
  std::uint8_t forms = 0;
  bool last = false;  // only of the last word of a clause, where verbs stand last
};

struct ClaimsData {
  bool present = false;
  bool nouns_capitalised = false;  // nouns are known by their first letter
  bool verbs_last =
      false;  // participles and infinitives end the clause, verbs end dependent clauses
  bool bare_complements =
      false;  // clauses may follow without comma or conjunction ("he said 12 died")
  // Nouns look like other words and stand before what modifies them, apart from adjectives with an
  // ending of `adjectives_before`; behind them, a word belongs to them by an ending of either list.
  bool heads_first = false;
  std::vector<std::string> adjectives_before;  // folded
  std::vector<std::string> adjectives_behind;
  Marks known_marks;  // that some word has
  std::vector<VerbEntry> verbs;
  std::unordered_map<std::string, std::int32_t> verb_by_lemma;  // folded
  std::vector<std::string> particles;  // separable, folded: "an", "ums leben"
  std::vector<VerbShape> shapes;
  std::vector<std::string> nouns;  // language-neutral names of frequent items ("dead", "injured")

  // Forms that an unknown word may have as the last one of its clause; 0 for none.
  std::uint8_t last_word_forms(std::string_view folded) const;

  FormTable<WordEntry> words;  // by the first word, folded
};

// Reads core/lang/<tag>/claims.json. Faults are noted in `json`.
ClaimsData load_claims(JsonReader& json, const JsonNode& root);

}  // namespace twosource
