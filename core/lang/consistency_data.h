// The words that tie two figures of one sentence to each other: "darunter", "of the", "from ...
// to", "born". core/lang/README.md describes the file; core/compare/self is the engine that reads
// it.
#pragma once

#include "core/lang/phrase_lexicon.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct ConsistencyData {
  bool present = false;
  PhraseLexicon parts;  // opens the parts of the figure before it: "darunter", "including"
  PhraseLexicon
      collectives;       // nouns that hold many people: three families, including eight children
  PhraseLexicon wholes;  // of which shares are told: "of the vote"
  PhraseLexicon out_of;  // between a part and its whole: 40 "of the" 80
  PhraseLexicon amounts_to;  // before a figure that says the same again: "also", "das sind"
  PhraseLexicon from;        // before the figure that a change starts at
  PhraseLexicon to;          // before the figure that it ends at
  PhraseLexicon by;          // before the size of a change
  PhraseLexicon rises;       // forms of verbs and nouns of growing
  PhraseLexicon falls;       // and of shrinking
  PhraseLexicon born;        // before a date of birth
  PhraseLexicon since;       // before a duration or date that reaches up to now
  PhraseLexicon ago;         // before or behind a duration that leads back from now
  PhraseLexicon turns;       // before an age that is only reached: "wird", "turns"
  PhraseLexicon seats;       // nouns for the size of a chamber
  PhraseLexicon contrasts;   // opposes what two speakers say: "dagegen", "while"
  PhraseLexicon joiners;     // "und", "and": between the members of a list
  PhraseLexicon fillers;     // may stand between such a word and its figure: "insgesamt", "the"
};

// Reads core/lang/<tag>/consistency.json. Faults are noted in `json`.
ConsistencyData load_consistency(JsonReader& json, const JsonNode& root);

}  // namespace twosource
