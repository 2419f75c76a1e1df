// Names that CLDR does not know: adjectives, inhabitants, organisations, people, roles. The schema
// of names.json and of the shared tables is in core/lang/README.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/lang/strict_json.h"

namespace twosource {

// Forms of one thing, endings already written out: "nordkoreanisch{adj}" stands here as
// "nordkoreanisch", "nordkoreanische", ...
struct NamedForms {
  std::string id;
  std::vector<std::string> forms;
};

// How the words with one of these endings are declined. The nth form of every word of a name
// stands for the same case: "Владимиром Путиным".
struct CaseRule {
  struct Ending {
    std::uint32_t cut = 0;  // letters that fall away
    std::string add;
  };
  std::vector<std::string> endings;
  std::vector<std::vector<Ending>> forms;  // by case; a case may have several
};

// core/lang/<tag>/names.json.
struct NamesData {
  bool present = false;
  std::uint64_t fingerprint = 0;  // of the file's content

  std::vector<NamedForms> names;       // "country:..", "city:..", "org:..", "person:.."
  std::vector<NamedForms> adjectives;  // of countries
  std::vector<NamedForms> inhabitants;
  std::vector<NamedForms> agencies;        // by kind: "intelligence" -> "Geheimdienst"
  std::vector<NamedForms> roles;           // "foreign-minister" -> "Außenminister"
  std::vector<NamedForms> role_tails;      // ends of compound roles: "minister" -> "-minister"
  std::vector<NamedForms> role_modifiers;  // "deputy", "former": prefixed to the role's id
  std::vector<NamedForms> titles;          // forms of address: a surname alone may follow them

  std::vector<std::string> name_endings;  // what inflection adds to a name: "s"
  std::vector<std::string> definite;      // definite articles
  std::vector<std::string> determiners;   // a single word behind them is no person: "ein", "dieser"
  std::vector<std::string> of;            // join an agency to its country: "von", "of", "of the"
  std::vector<std::string> stop_words;    // capitalised words that are no part of a person's name
  std::vector<std::string> stop_tails;    // ends of such words: "-ung"
  std::vector<std::string> not_names;     // names of CLDR that are everyday words here
  std::vector<std::string> needs_support;  // linked only when the article names the thing otherwise
  std::vector<CaseRule> cases;             // of names of places and people; empty: not declined
  bool nouns_capitalised = false;          // a capital letter says nothing: German
  bool owner_follows = false;  // the country right behind an agency is its own: "gobierno ruso"
  bool match_stems = false;    // inflected names are met by their Snowball stems
};

// Reads core/lang/<tag>/names.json. Faults are noted in `json`.
NamesData load_names(JsonReader& json, const JsonNode& root);

// One thing of core/lang/shared/{organisations,people,places}.json. Its names hold in every
// language.
struct SharedEntity {
  std::string id;
  std::vector<std::string> names;
  std::vector<std::string> alone;  // parts of a person's name that mean this person without more
  std::string country;             // ISO 3166 code, or empty
  bool government = false;         // stands for the government of `country`
  std::string agency;              // kind of agency of `country` it is
};

struct Spelling {
  std::string from;
  std::string to;
};

struct SharedNames {
  std::vector<SharedEntity> entities;
  std::vector<std::string> legal_forms;
  std::vector<std::string> first_names;
  std::vector<std::string> weak_first_names;  // also everyday words somewhere
  std::vector<std::string> particles;         // "von", "bin", "de la"
  std::vector<std::string> zones_left_out;    // time zones whose city is no news place
  std::vector<Spelling> letters;    // of other alphabets and with marks -> plain Latin letters
  std::vector<Spelling> spellings;  // rules that level transliterations, in order
  std::vector<Error> faults;
};

// The shared tables, read once.
const SharedNames& shared_names();

}  // namespace twosource
