#include "core/claim/claim.h"

#include "core/base/names.h"

namespace twosource {
namespace {
constexpr NameTable<ClaimKind, 12> kKinds{{"quantity", "rank", "share", "money", "vote", "change",
                                           "date", "duration", "age", "role", "quote", "event"}};
constexpr NameTable<Modality, 7> kModalities{
    {"asserted", "reported", "possible", "planned", "demanded", "denied", "conditional"}};
constexpr NameTable<Polarity, 2> kPolarities{{"affirmed", "negated"}};
constexpr NameTable<Change, 5> kChanges{
    {"level", "increase_by", "decrease_by", "increase_to", "decrease_to"}};
constexpr NameTable<SourceKind, 4> kSources{{"speaker", "outlet", "document", "anonymous"}};

const std::string& id_or_text(const AttributionLink& link) {
  return link.id.empty() ? link.text : link.id;
}

}  // namespace

std::string_view name_of(ClaimKind kind) {
  return kKinds.of(kind);
}
std::string_view name_of(Modality modality) {
  return kModalities.of(modality);
}
std::string_view name_of(Polarity polarity) {
  return kPolarities.of(polarity);
}
std::string_view name_of(Change change) {
  return kChanges.of(change);
}
std::string_view name_of(SourceKind kind) {
  return kSources.of(kind);
}
std::optional<Modality> modality_named(std::string_view name) {
  return kModalities.find(name);
}
std::optional<ClaimKind> claim_kind_named(std::string_view name) {
  return kKinds.find(name);
}

std::string to_line(const Claim& claim) {
  std::string out(name_of(claim.kind));
  out += " | ";
  if (claim.timex) {
    out += claim.timex->value;
  } else {
    out += claim.has_value() ? to_line(claim.value) : claim.text;
  }
  out += " | " + claim.item.text + " | ";
  for (std::size_t i = 0; i < claim.subject.size(); ++i)
    out += (i != 0 ? "," : "") + claim.subject[i].id;
  out += " | " + std::string(name_of(claim.modality));
  if (claim.polarity == Polarity::Negated) out += " not";
  if (claim.change != Change::Level) out += ' ' + std::string(name_of(claim.change));
  out += " | ";
  for (std::size_t i = 0; i < claim.attribution.size(); ++i)
    out += (i != 0 ? " < " : "") + id_or_text(claim.attribution[i]);
  out += " | ";
  if (claim.when)
    out += to_iso(claim.when->from) +
           (claim.when->from == claim.when->to ? "" : ".." + to_iso(claim.when->to));
  return out;
}

}  // namespace twosource
