// Document: one article, read and ready: title and text in UTF-8, zones, facts about its
// publication, and the way back from every offset to the bytes, lines and columns of the file it
// came from.
//
// Immutable once a reader has made it; passed as const&. Offsets are bytes of `title` or `text`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"
#include "core/base/civil.h"
#include "core/document/remark.h"
#include "core/document/source_map.h"

namespace twosource {

// Which string of the document an offset belongs to.
enum class Field : std::uint8_t { Text, Title };

// What kind of place it is. Boilerplate makes no claims.
enum class Zone : std::uint8_t { Headline, Lead, Body, Caption, Quote, List, Table, Boilerplate };

struct ZoneSpan {
  ByteSpan span;
  Zone zone = Zone::Body;
};

// A note in which the outlet itself takes something back.
struct Notice {
  enum class Kind : std::uint8_t { None, Corrected, Retracted };
  Kind kind = Kind::None;
  std::string text;  // the note, or the title that says so
  friend bool operator==(const Notice&, const Notice&) = default;
};

// The record without its text: what reports, the index and JSON show of an article.
struct ArticleInfo {
  std::string id;  // given, or a hash of the content
  std::string outlet;
  std::string url;
  std::string title;
  std::string language;  // BCP 47; "und" when unknown
  std::optional<DateTime> published;
  std::string agency;  // credit or dateline agency ("dpa"), when one is named
  Notice notice;       // "Korrektur: In einer früheren Version ..."
};

struct Document {
  ArticleInfo info;
  std::string text;
  std::vector<ZoneSpan> zones;     // of `text`: sorted, disjoint; what lies between them is Body
  bool language_detected = false;  // not stated by the source
  // The title is a line of `text` (zone Headline): what is read from `text` must not be read from
  // the title again. Either the title was taken from there for display (title_map is empty then),
  // or the source names a title that the text repeats as its first line.
  bool title_in_text = false;
  // Byte of the title from which on it names the outlet ("... | Kurier"); 0: none.
  std::uint32_t title_tail = 0;

  std::string
      file;  // the file or record it came from, as the user named it; "-" for standard input
  SourceMap title_map;
  SourceMap text_map;
  std::vector<std::string>
      notes;                    // what the reader noticed and mended ("decoded from windows-1252")
  std::vector<Remark> remarks;  // <!-- twosource-ignore ... --> of its file

  std::string_view field(Field which) const {
    return which == Field::Title ? std::string_view(info.title) : std::string_view(text);
  }
  // Zone of a byte of `text`; for the title Headline, and Boilerplate from its tail on.
  Zone zone_at(Field field, std::uint32_t byte) const;
  // Where it stands in the file; nullopt when the field was not in it (a title made from the file
  // name).
  std::optional<SourcePlace> place(Field field, ByteSpan span) const;
};

// The names of CONTRACT: "text", "headline", ...
std::string_view name_of(Field field);
std::string_view name_of(Zone zone);
std::string_view name_of(Notice::Kind kind);  // "none", "corrected", "retracted"
std::optional<Zone> zone_named(std::string_view name);
std::optional<Field> field_named(std::string_view name);

}  // namespace twosource
