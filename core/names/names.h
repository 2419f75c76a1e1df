// Names in an article: countries, cities, organisations and people, each under an id that is the
// same in every language.
//
//   "Der nordkoreanische Diktator Kim Jong-un ... Kims Soldaten"
//        ^^^^^^^^^^^^^^^ country:KP (Adjective)   ^^^^ person:kim-jong-un (ShortForm)
//                                 ^^^^^^^^^^^ person:kim-jong-un, role "dictator"
//
// A word is a name only when data links it (CLDR, core/lang/shared, names.json of the language), or
// when its surroundings do: a title before it, a known first name in it, a legal form behind it, a
// full form of it elsewhere in the article. Any other capitalised word is left alone; nothing is
// guessed. Name mentions of one field do not overlap each other; they may stand inside mentions of
// other dimensions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/folded_text.h"
#include "core/grammar/mention.h"
#include "core/lang/language_pack.h"
#include "core/text/segment.h"

namespace twosource {

// How the article refers to the thing.
enum class NameForm : std::uint8_t {
  Name,        // by its name or acronym: "Nordkorea", "UNO", "Kim Jong-un"
  Adjective,   // "nordkoreanische", "Russian"
  Inhabitant,  // "Nordkoreaner", "the Russians"
  ShortForm,   // part of a name that the article gives in full elsewhere: "Kim"
  Role,        // by an office that the article has given to this person: "der Diktator"
};

struct FoundName {
  Mention mention;  // dimension Name; zone Headline for the title, else Body (callers know better)
  NameForm form = NameForm::Name;
  // The office or title that stands at a person's name, under an id that is the same in every
  // language ("foreign-minister", "president", "mr"), and where it stands; empty when there is
  // none. "stellvertretender Außenminister" is "deputy-foreign-minister".
  std::string role;
  ByteSpan role_span;
};

// All names known beforehand in the articles of one language. Immutable, thread safe.
class NameIndex {
 public:
  // The index for articles in `language` (BCP 47; empty: the language of the pack), built when it
  // is first asked for (a few milliseconds) and kept for the life of the process. A language
  // without a folder comes with the pack "und" and still has CLDR's countries and cities.
  static const NameIndex& of(const LanguagePack& pack, std::string_view language = {});

  ~NameIndex();
  NameIndex(const NameIndex&) = delete;
  NameIndex& operator=(const NameIndex&) = delete;

  // The country a city, place, organisation or person belongs to ("org:nis-kr" -> "country:KR"; a
  // country -> itself), or "" when the data does not say.
  std::string country_of(std::string_view id) const;
  // The state that is meant when a text lets a place or a seat of power act: "Moskau beschloss",
  // "the Kremlin said" -> "country:RU". "" when the name stands for no government.
  std::string government_of(std::string_view id) const;

  struct Tables;
  const Tables& tables() const { return *tables_; }  // for core/names only

 private:
  explicit NameIndex(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// The names of one field, read on its own. Sorted by span.
std::vector<Mention> find_names(const TokenizedText& text, Field field, const LanguagePack& pack,
                                const NameIndex& index);

// The names of title and text together: what is given in full in one of them resolves short forms
// in both. Title first, then text, each sorted by span.
std::vector<FoundName> find_document_names(const FoldedText& title, const FoldedText& text,
                                           const LanguagePack& pack, const NameIndex& index);

// The id under which a person's name goes when no table knows it: Latin letters, spellings of other
// languages levelled by rules ("Андрей Руденко", "Andrey Rudenko" -> "person:andrei-rudenko").
std::string person_id(std::string_view full_name);

}  // namespace twosource
