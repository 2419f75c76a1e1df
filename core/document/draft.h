// Draft: what a reader found in one article, before the parts that all readers share: defaults,
// language, zones, agency, id, lines and columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/document/field_builder.h"
#include "core/document/reader.h"

namespace twosource {

// The bytes that a draft was made of, in UTF-8.
struct SourceText {
  std::string file;  // as the user named it
  std::string_view text;
  std::uint64_t offset = 0;  // of text[0] in the file, or in the decoded text of the file
  std::uint32_t line = 1;    // of text[0]
  // Where the file is in another encoding; else nullptr.
  const std::vector<SourceMap::Origin>* origins = nullptr;
};

struct Draft {
  FieldBuilder title;
  FieldBuilder text;
  std::vector<ZoneSpan> known;  // of `text`, from markup: sorted, disjoint
  bool structured = false;      // see ZoneRequest
  std::string id;
  std::string outlet;
  std::string url;
  std::string language;
  std::string published;  // as written
  std::string agency;
  std::vector<std::string> notes;
};

// Error: BadInput when neither text nor title holds a visible character; TooLarge.
Result<Document> finish(Draft draft, const SourceText& source, const ArticleDefaults& defaults);

// The same without a check: for texts that come from no file.
Document assemble(Draft draft, const SourceText& source, const ArticleDefaults& defaults);

// ISO 8601, or the form of mail and web headers ("Thu, 24 Oct 2024 08:30:00 +0200").
std::optional<DateTime> parse_published(std::string_view text);

// The error at a byte of the source, with line and column.
Error error_at(const SourceText& source, std::size_t at, std::string message,
               ErrorKind kind = ErrorKind::BadInput);

// Without ASCII white space at both ends.
std::string_view trim_space(std::string_view text);
// ASCII letters in lower case.
std::string ascii_lower(std::string_view text);

}  // namespace twosource
