// The table behind NameIndex: sequences of words by the hash of their first word.
//
// Words enter as stable hashes of their folded bytes, so that a text is matched without a string
// being made: one probe a word. Hyphens and apostrophes of all kinds are one word each.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/names_data.h"
#include "core/names/names.h"
#include "core/text/token.h"

namespace twosource::names {

enum class EntryKind : std::uint8_t {
  Link,          // a name, adjective or inhabitant with an id
  Role,          // an office: "Außenminister"
  RoleModifier,  // "stellvertretender", "former"
  Title,         // "Herr", "Mr"
  Agency,        // an agency that every country has: "Geheimdienst"
  LegalForm,     // "AG", "Inc."
  Word,          // a single word with WordFlags
};

enum WordFlag : std::uint16_t {
  kFirstName = 1,
  kWeakFirstName = 2,
  kParticle = 4,
  kDefinite = 8,
  kDeterminer = 16,
  kOf = 32,
  kStop = 64,
};

struct Entry {
  std::uint64_t first = 0;     // hash of the first word
  std::uint32_t rest = 0;      // where the hashes of the others begin
  std::uint32_t target = 0;    // index of the id; for Word the flags
  std::uint16_t capitals = 0;  // bit n: word n must be capitalised
  std::uint16_t all_caps = 0;  // bit n: word n must be written in capitals
  std::uint8_t length = 1;     // in words
  EntryKind kind = EntryKind::Link;
  NameForm form = NameForm::Name;
  bool needs_support = false;
};

// Built by add(), then seal(); find() thereafter.
class NameTable {
 public:
  struct Options {
    EntryKind kind = EntryKind::Link;
    NameForm form = NameForm::Name;
    bool needs_support = false;
  };

  std::uint32_t target(std::string_view id);
  const std::string& id(std::uint32_t target) const { return ids_[target]; }
  // The form's writing says how it must be written in a text: capitals where it has them, all
  // capitals where it is an acronym.
  void add(std::string_view form, std::uint32_t target, const Options& options);
  void add_word(std::string_view word, WordFlag flag);
  // Sorts; of several entries with the same words and kind the first added stays.
  void seal();

  // The entries that begin with the word, longest first.
  std::span<const Entry> find(std::uint64_t first) const {
    const std::uint64_t bit = first >> 40U & (kFilterBits - 1);
    if (filter_.empty() || (filter_[bit / 64] >> (bit % 64) & 1U) == 0) return {};
    return find_slot(first);
  }
  const std::uint64_t* rest(const Entry& entry) const { return rest_.data() + entry.rest; }
  bool empty() const { return entries_.empty(); }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
  };

  static constexpr std::size_t kFilterBits = 1U << 18U;

  std::span<const Entry> find_slot(std::uint64_t first) const;
  void fill_slots();

  std::vector<Entry> entries_;
  std::vector<std::uint64_t> rest_;
  std::vector<std::string> ids_;
  std::map<std::string, std::uint32_t, std::less<>> target_of_;
  std::map<std::uint64_t, std::uint16_t> flags_;
  std::vector<Slot> slots_;
  std::uint64_t mask_ = 0;
  // A bit for every first word: most words of a text are turned away by 32 KB that stay in the
  // cache.
  std::vector<std::uint64_t> filter_;
};

// Ends of words, found by their last two bytes first. An end has at least two bytes.
class Tails {
 public:
  void add(std::string_view tail, std::string_view id);
  // The id of the longest tail of `word` that is shorter than the word; null when there is none.
  const std::string* find(std::string_view word) const;

 private:
  struct Tail {
    std::string form;  // folded
    std::string id;
  };
  static std::size_t slot(std::string_view word) {
    const auto last = static_cast<unsigned char>(word[word.size() - 1]);
    const auto other = static_cast<unsigned char>(word[word.size() - 2]);
    return (last * 37U + other) % 1024U;
  }

  std::array<std::vector<Tail>, 1024> by_end_;
};

// The form with every word replaced by its stem; "" when a stem would be too short to tell names
// apart, or the form is an acronym.
std::string stemmed(std::string_view form, std::string_view language);
// The hash of the stem of a word.
std::uint64_t stem_hash(std::string_view word, std::string_view language);

// The hash under which a token is matched: that of its folded form for words, small numbers for
// punctuation, 0 for what no name holds. `buffer` is scratch space.
std::uint64_t word_hash(std::string_view text, const Token& token, std::string& buffer);

}  // namespace twosource::names

namespace twosource {

struct NameIndex::Tables {
  names::NameTable table;
  std::map<std::string, std::string, std::less<>> country_of;  // id -> "country:KR"
  std::map<std::string, std::string, std::less<>> government_of;
  std::map<std::string, std::string, std::less<>> agency;  // "intelligence-KR" -> "org:nis-kr"
  std::set<std::string, std::less<>> agency_kinds;
  names::Tails role_tails;  // of compounds that are an office, with its id
  names::Tails stop_tails;  // of words that are no part of a person's name
  // Where names are also met by their Snowball stems: the language, and the stemmed names.
  std::string stem_language;
  names::NameTable stems;
};

}  // namespace twosource
