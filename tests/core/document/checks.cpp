#include "tests/core/document/checks.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/text/utf8.h"

namespace twosource {
namespace {

// A space of the field may stand for any one white space or control character of the source.
bool same_but_space(std::string_view source, std::string_view field) {
  if (source.size() != field.size()) return false;
  for (std::size_t at = 0; at < field.size(); ++at) {
    const auto byte = static_cast<unsigned char>(source[at]);
    const bool space = field[at] == ' ' && (byte < 0x20 || byte == 0x7F);
    if (source[at] != field[at] && !space) return false;
  }
  return true;
}

void check_field(std::string_view field, const SourceMap& map, std::string_view bytes,
                 bool same_encoding) {
  std::uint32_t expected = 0;
  for (const SourceMap::Run& run : map.runs()) {
    REQUIRE(run.field_begin == expected);
    expected += run.field_length;
    if (same_encoding && run.field_length == run.source_length) {
      const bool same = same_but_space(bytes.substr(run.source_begin, run.source_length),
                                       field.substr(run.field_begin, run.field_length));
      REQUIRE(same);
    }
  }
  REQUIRE(expected == field.size());
  std::uint64_t last = 0;
  for (std::uint32_t at = 0; at < field.size();) {
    const std::uint32_t length = decode(field, at).length;
    const auto place = map.place({at, at + length});
    REQUIRE(place.has_value());
    REQUIRE(place->begin_byte >= last);
    REQUIRE(place->end_byte >= place->begin_byte);
    REQUIRE(place->end_byte <= bytes.size());
    REQUIRE(place->begin_line >= 1);
    REQUIRE((place->end_line > place->begin_line || place->end_column >= place->begin_column));
    last = place->begin_byte;
    at += length;
  }
}

}  // namespace

void check_way_back(const Document& document, std::string_view bytes, bool same_encoding) {
  check_field(document.text, document.text_map, bytes, same_encoding);
  if (!document.title_map.empty())
    check_field(document.info.title, document.title_map, bytes, same_encoding);
}

void check_zones(const Document& document) {
  std::uint32_t last = 0;
  for (const ZoneSpan& zone : document.zones) {
    REQUIRE(zone.span.begin >= last);
    REQUIRE(zone.span.end > zone.span.begin);
    REQUIRE(zone.span.end <= document.text.size());
    REQUIRE(!first_invalid(slice(document.text, zone.span)).has_value());
    last = zone.span.end;
  }
}

Document read_checked(std::string_view bytes, const std::string& name) {
  Result<Document> document = read_article(bytes, name);
  if (!document) FAIL(describe(document.error()));
  check_way_back(*document, bytes);
  check_zones(*document);
  return std::move(*document);
}

std::vector<std::string> zone_lines(const Document& document) {
  std::vector<std::string> lines;
  const auto add = [&](Zone zone, ByteSpan span) {
    std::string text(slice(document.text, span));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) text.erase(0, 1);
    for (char& c : text) c = c == '\n' ? '/' : c;
    if (!text.empty()) lines.push_back(std::string(name_of(zone)) + ": " + text);
  };
  std::uint32_t at = 0;
  for (const ZoneSpan& zone : document.zones) {
    add(Zone::Body, {at, zone.span.begin});
    add(zone.zone, zone.span);
    at = zone.span.end;
  }
  add(Zone::Body, {at, static_cast<std::uint32_t>(document.text.size())});
  return lines;
}

std::string source_of(const Document& document, std::string_view bytes, std::string_view piece) {
  const std::size_t found = document.text.find(piece);
  REQUIRE(found != std::string::npos);
  const auto begin = static_cast<std::uint32_t>(found);
  const auto place =
      document.text_map.place({begin, begin + static_cast<std::uint32_t>(piece.size())});
  REQUIRE(place.has_value());
  return std::string(bytes.substr(place->begin_byte, place->end_byte - place->begin_byte));
}

std::string gzipped(std::string_view bytes) {
  z_stream state{};
  deflateInit2(&state, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string in(bytes);
  std::string out(deflateBound(&state, in.size()) + 64, '\0');
  state.next_in = reinterpret_cast<Bytef*>(in.data());
  state.avail_in = static_cast<uInt>(in.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&state, Z_FINISH) == Z_STREAM_END);
  out.resize(state.total_out);
  deflateEnd(&state);
  return out;
}

std::string zstd_compressed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

ScratchFile::ScratchFile(const std::string& name, std::string_view bytes) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("twosource-document-" + std::to_string(::getpid()));
  std::filesystem::create_directories((folder / name).parent_path());
  path_ = (folder / name).string();
  std::ofstream(path_, std::ios::binary) << bytes;
}

ScratchFile::~ScratchFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  // Goes when the last file has gone.
  for (auto folder = std::filesystem::path(path_).parent_path();
       folder.string().find("twosource-document-") != std::string::npos;
       folder = folder.parent_path()) {
    if (!std::filesystem::remove(folder, ignored)) break;
  }
}

ReadAll read_all(const std::vector<std::string>& paths, const ArticleDefaults& defaults) {
  ReadAll out;
  ArticleSource source(paths, defaults);
  while (auto next = source.next()) {
    if (*next) {
      out.documents.push_back(std::move(**next));
    } else {
      out.errors.push_back(next->error());
    }
  }
  return out;
}

}  // namespace twosource
