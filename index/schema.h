// Everything that is laid down about the database in one place: term prefixes, value slots,
// metadata keys, limits. Nothing else in index/ spells a prefix.
//
// One Xapian document holds one article: its record and all its claims as a compressed blob in the
// document data, and terms by which it is found. A document per claim was the alternative; a claim
// needs its article's record and its siblings (the aligner lets them compete) at each look, so that
// a check would read some twenty documents for each article that one read gives here.
//
//   Q<id>           the article, unique            B<url hash>   the same url
//   O<outlet>       outlet                         L<language>   language
//   PN:<entity>     a name in it                   PW:<word>     a word or concept
//   PV:<value>      an exact number                PD:<day>      a day that it speaks of
//   K<hash>         a claim key (core/compare/claim_key.h)
//   S<hash>         a shingle of the min-wise sample, thinned out, for near copies
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/civil.h"
#include "core/claim/claim.h"

namespace twosource::schema {

// A database of a higher format is refused; a lower one asks for a new index.
inline constexpr int kFormat = 4;
inline constexpr std::string_view kFormatKey = "twosource.format";
inline constexpr std::string_view kClaimCountKey = "twosource.claims";

// Value slots.
inline constexpr std::uint32_t kDaySlot = 0;  // day of publication, sortable; empty: undated
inline constexpr std::uint32_t kContentHashSlot = 1;  // of title, text and record
inline constexpr std::uint32_t kClaimCountSlot = 2;   // decimal
inline constexpr std::uint32_t kOutletSlot = 3;

// Xapian refuses terms above 245 bytes; longer ones are stored by their hash.
inline constexpr std::size_t kMaxTermBytes = 200;

std::string id_term(std::string_view id);
std::string url_term(std::string_view url);
std::string outlet_term(std::string_view outlet);
std::string language_term(std::string_view language);
// `key` as core/compare/profile.h makes it.
std::string profile_term(std::string_view key);
std::string claim_key_term(std::uint64_t key);
std::string shingle_term(std::uint64_t shingle);

inline constexpr std::string_view kIdPrefix = "Q";
inline constexpr std::string_view kOutletPrefix = "O";
inline constexpr std::string_view kLanguagePrefix = "L";

// A day as bytes that sort like the day.
std::string day_value(Day day);
Day day_of_value(std::string_view value);

}  // namespace twosource::schema
