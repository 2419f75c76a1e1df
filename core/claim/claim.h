// Claim: one checkable statement of an article in normal form: what, about whom, when, who says so,
// how sure.
//
//   "Nordkorea wolle insgesamt 12.000 Soldaten zur Verfuegung stellen, sagte der
//   Nachrichtendienst."
//    ^subject        predicate: zur Verfuegung stellen (planned)             ^attribution
//                             ^^^^^^ value  ^^^^^^^^ item
//
// A claim owns its strings: it outlives the document and is what the index stores. Spans are bytes
// of the field; `chars` are the same places in code points, as JSON gives them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/byte_span.h"
#include "core/base/quantity.h"
#include "core/base/timex.h"
#include "core/document/document.h"
#include "core/grammar/mention.h"

namespace twosource {

enum class ClaimKind : std::uint8_t {
  Quantity,
  Rank,
  Share,
  Money,
  Vote,
  Change,
  Date,
  Duration,
  Age,
  Role,
  Quote,
  Event
};
enum class Modality : std::uint8_t {
  Asserted,
  Reported,
  Possible,
  Planned,
  Demanded,
  Denied,
  Conditional
};
enum class Polarity : std::uint8_t { Affirmed, Negated };
enum class Change : std::uint8_t { Level, IncreaseBy, DecreaseBy, IncreaseTo, DecreaseTo };
enum class SourceKind : std::uint8_t { Speaker, Outlet, Document, Anonymous };

// A word or phrase of the article with the concepts it stands for. A concept is a language-neutral
// key; without a meaning lexicon it is the folded stem.
struct Term {
  std::string text;
  std::vector<std::string> concepts;
  friend bool operator==(const Term&, const Term&) = default;
};

// One link of the chain of attribution.
struct AttributionLink {
  std::string text;
  std::string id;  // "org:nis-kr"; empty when the source is not linked
  SourceKind kind = SourceKind::Speaker;
  friend bool operator==(const AttributionLink&, const AttributionLink&) = default;
};

struct Claim {
  std::string id;  // "c-" and 16 hex digits: a hash of article id, field, span, kind and item
  ClaimKind kind = ClaimKind::Quantity;
  Field field = Field::Text;
  Zone zone = Zone::Body;
  ByteSpan span;  // of the value, or of the core words where there is no value
  CharSpan chars;
  ByteSpan sentence;
  CharSpan sentence_chars;
  std::string text;           // the bytes of `span`
  std::string sentence_text;  // the bytes of `sentence`, for people

  std::vector<EntityRef> subject;
  std::string bearer;  // the name that the figure belongs to (bearer.h); empty for most
  Term item;
  Term predicate;
  Dimension dimension = Dimension::Number;  // of the value; Name for claims without one
  Quantity value;
  std::optional<Timex> timex;                // date and duration claims: the value itself
  std::optional<DateInterval> when;          // when the statement holds
  std::vector<AttributionLink> attribution;  // nearest first; empty: the outlet's own word
  Modality modality = Modality::Asserted;
  Polarity polarity = Polarity::Affirmed;
  Change change = Change::Level;
  double check_worthiness = 0;  // 0..1

  // For the aligner: the content words of the sentence as concepts (near the value first), and the
  // names in it.
  std::vector<std::string> context;
  std::vector<EntityRef> names;

  bool has_value() const {
    return kind != ClaimKind::Quote && kind != ClaimKind::Role && kind != ClaimKind::Event;
  }
};

std::string_view name_of(ClaimKind kind);
std::string_view name_of(Modality modality);
std::string_view name_of(Polarity polarity);
std::string_view name_of(Change change);
std::string_view name_of(SourceKind kind);
std::optional<Modality> modality_named(std::string_view name);
std::optional<ClaimKind> claim_kind_named(std::string_view name);

// One line for tests and traces: `quantity | 12000 digits=2 | Soldaten | country:KP | planned |
// org:nis-kr | 2024-10-24`.
std::string to_line(const Claim& claim);

}  // namespace twosource
