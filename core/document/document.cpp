#include "core/document/document.h"

#include <algorithm>

#include "core/base/names.h"

namespace twosource {
namespace {
constexpr NameTable<Notice::Kind, 3> kNotices{{"none", "corrected", "retracted"}};
constexpr NameTable<Field, 2> kFields{{"text", "title"}};
constexpr NameTable<Zone, 8> kZones{
    {"headline", "lead", "body", "caption", "quote", "list", "table", "boilerplate"}};
}  // namespace

Zone Document::zone_at(Field field, std::uint32_t byte) const {
  if (field == Field::Title)
    return title_tail != 0 && byte >= title_tail ? Zone::Boilerplate : Zone::Headline;
  const auto after =
      std::upper_bound(zones.begin(), zones.end(), byte,
                       [](std::uint32_t b, const ZoneSpan& z) { return b < z.span.begin; });
  if (after == zones.begin()) return Zone::Body;
  const ZoneSpan& last = *std::prev(after);
  return byte < last.span.end ? last.zone : Zone::Body;
}

std::optional<SourcePlace> Document::place(Field field, ByteSpan span) const {
  return (field == Field::Title ? title_map : text_map).place(span);
}

std::string_view name_of(Field field) {
  return kFields.of(field);
}
std::string_view name_of(Notice::Kind kind) {
  return kNotices.of(kind);
}
std::string_view name_of(Zone zone) {
  return kZones.of(zone);
}
std::optional<Field> field_named(std::string_view name) {
  return kFields.find(name);
}
std::optional<Zone> zone_named(std::string_view name) {
  return kZones.find(name);
}

}  // namespace twosource
