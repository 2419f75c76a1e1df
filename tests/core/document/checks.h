// What holds for every document, and the means that several tests share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/document/reader.h"

namespace twosource {

// Every code point of text and title has a place inside the file, places never run backwards, and
// what is mapped byte by byte is the same bytes. `bytes` is the file, decompressed; `same_encoding`
// when it is UTF-8.
void check_way_back(const Document& document, std::string_view bytes, bool same_encoding = true);
// Zones are sorted, disjoint, not empty, and end on code point borders.
void check_zones(const Document& document);

// The document of the bytes, checked as above. Fails the test when it cannot be read.
Document read_checked(std::string_view bytes, const std::string& name);
// "headline: Bündnis besiegelt", one line for each zone, body included, line breaks as "/".
std::vector<std::string> zone_lines(const Document& document);
// The bytes of the file that stand for the first `piece` in the text.
std::string source_of(const Document& document, std::string_view bytes, std::string_view piece);

std::string gzipped(std::string_view bytes);
std::string zstd_compressed(std::string_view bytes);
std::string file_bytes(const std::string& path);

// A file that is gone when the test ends.
class ScratchFile {
 public:
  ScratchFile(const std::string& name, std::string_view bytes);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct ReadAll {
  std::vector<Document> documents;
  std::vector<Error> errors;
};
ReadAll read_all(const std::vector<std::string>& paths, const ArticleDefaults& defaults = {});

}  // namespace twosource
