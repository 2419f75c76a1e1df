// The words by which zones are told before the language of a text is known: picture credits, teaser
// headings, corrections, cookie lines, agencies. All languages together, from zones.json, which is
// built in.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/error.h"

namespace twosource {

// Phrases, folded, by their first word.
class PhraseSet {
 public:
  void add(std::string phrase);
  bool has(std::string_view folded) const { return whole_.count(std::string(folded)) > 0; }
  // Length of the longest phrase that `folded` begins with, up to a word border; 0 for none.
  std::size_t prefix(std::string_view folded) const;

 private:
  std::unordered_set<std::string> whole_;
  std::unordered_map<std::string, std::vector<std::string>> by_first_;
};

// Whether a text may begin with one of many phrases, by its first bytes: a test that costs next to
// nothing and spares most lines the folding. Leading marks are passed over on both sides.
class FirstBytes {
 public:
  void add(std::string_view phrase);
  bool fits(std::string_view text) const;

 private:
  static std::size_t key_of(std::string_view text);
  std::bitset<65536> keys_;
};

struct ZoneWords {
  std::unordered_set<std::string> agencies;  // as written
  PhraseSet credit_words;                    // credits when a colon follows
  PhraseSet credit_starts;                   // credits at the start of a line
  PhraseSet rights_marks;                    // of a notice of rights when a year follows
  PhraseSet teaser_headings;
  PhraseSet teaser_starts;
  PhraseSet boilerplate_lines;
  PhraseSet boilerplate_starts;
  PhraseSet correction_starts;  // of a note that takes something back
  PhraseSet retraction_starts;  // of one that takes all of it back
  PhraseSet editor_notes;       // before the colon of a note that may be either
  FirstBytes notice_begins;     // of the three above
  FirstBytes credit_begins;     // of credit_words and credit_starts
  FirstBytes furniture_begins;  // of the four below them
  // Words of class and id attributes in HTML.
  std::unordered_set<std::string> markup_skip;
  std::unordered_set<std::string> markup_caption;
  std::unordered_set<std::string> markup_lead;
  std::unordered_set<std::string> markup_content;
  std::vector<Error> faults;  // of the data; empty in a good build
};

const ZoneWords& zone_words();
ZoneWords load_zone_words(std::string_view json);

}  // namespace twosource
