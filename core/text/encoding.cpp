// Order of evidence: byte order mark, zero bytes (UTF-16), well-formed UTF-8, what the file
// declares, windows-1252. A text of some length in a one-byte encoding is hardly ever well-formed
// UTF-8 by accident, so UTF-8 goes before a declaration that is so often wrong.
#include "core/text/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

#include "core/text/utf8.h"

namespace twosource {
namespace {

struct Signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view kind;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures = {
    Signature{0, "\x89PNG\r\n"sv, "a PNG image"},
    Signature{0, "\xFF\xD8\xFF"sv, "a JPEG image"},
    Signature{0, "GIF8"sv, "a GIF image"},
    Signature{8, "WEBP"sv, "a WebP image"},
    Signature{0, "II*\0"sv, "a TIFF image"},
    Signature{0, "MM\0*"sv, "a TIFF image"},
    Signature{0, "%PDF-"sv, "a PDF document"},
    Signature{0, "%!PS"sv, "a PostScript document"},
    Signature{0, "{\\rtf"sv, "an RTF document"},
    Signature{0, "\xD0\xCF\x11\xE0\xA1\xB1"sv, "an old Microsoft Office document"},
    Signature{30, "mimetypeapplication/vnd.oasis"sv, "an OpenDocument file"},
    Signature{30, "mimetypeapplication/epub"sv, "an EPUB book"},
    Signature{30, "[Content_Types].xml"sv, "a Microsoft Office document"},
    Signature{0, "PK\x03\x04"sv, "a ZIP archive"},
    Signature{0, "PK\x05\x06"sv, "an empty ZIP archive"},
    Signature{0, "\x1F\x8B"sv, "gzip-compressed data"},
    Signature{0, "\x28\xB5\x2F\xFD"sv, "zstd-compressed data"},
    Signature{0, "BZh"sv, "bzip2-compressed data"},
    Signature{0,
              "\xFD"
              "7zXZ\0"sv,
              "xz-compressed data"},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Signature{0, "Rar!\x1A\x07"sv, "a RAR archive"},
    Signature{257, "ustar"sv, "a tar archive"},
    Signature{0,
              "\x7F"
              "ELF"sv,
              "an ELF program"},
    Signature{0, "MZ\x90\0"sv, "a Windows program"},
    Signature{0, "\0asm"sv, "a WebAssembly program"},
    Signature{0, "\xCA\xFE\xBA\xBE"sv, "a Java class or Mach-O program"},
    Signature{0, "\xCF\xFA\xED\xFE"sv, "a Mach-O program"},
    Signature{0, "SQLite format 3\0"sv, "an SQLite database"},
    Signature{0, "\x0F\x0DXapian"sv, "a Xapian database file"},
    Signature{0, "ID3"sv, "an MP3 sound file"},
    Signature{0, "OggS"sv, "an Ogg sound or video file"},
    Signature{0, "fLaC"sv, "a FLAC sound file"},
    Signature{8, "WAVE"sv, "a WAVE sound file"},
    Signature{4, "ftyp"sv, "an MP4 video or HEIF image"},
    Signature{0, "\x1A\x45\xDF\xA3"sv, "a Matroska or WebM video"},
    Signature{0, "wOFF"sv, "a font"},
    Signature{0, "wOF2"sv, "a font"},
};

// Which bytes stand in the text, for telling text from binary data and UTF-16 from both.
struct ByteCensus {
  std::size_t zeros_even = 0;
  std::size_t zeros_odd = 0;
  std::size_t controls = 0;  // other than white space, escape and zero
};

ByteCensus census(std::string_view bytes) {
  ByteCensus out;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto b = static_cast<unsigned char>(bytes[at]);
    if (b == 0) {
      ++(at % 2 == 0 ? out.zeros_even : out.zeros_odd);
    } else if ((b < 0x20 && !(b >= 0x09 && b <= 0x0D) && b != 0x1A && b != 0x1B) || b == 0x7F) {
      ++out.controls;
    }
  }
  return out;
}

// UTF-16 without a mark: the high bytes of its units are zero for spaces, digits and Latin letters,
// and most of the others are the one or two of the script.
bool is_utf16(std::string_view bytes, bool little, const ByteCensus& seen) {
  const std::size_t zeros = little ? seen.zeros_odd : seen.zeros_even;
  const std::size_t others = little ? seen.zeros_even : seen.zeros_odd;
  if (bytes.size() % 2 != 0 || zeros < 50 * others) return false;
  const std::size_t units = bytes.size() / 2;
  if (zeros * 5 >= units * 4) return true;
  if (zeros * 10 < units) return false;
  std::array<std::size_t, 256> count{};
  for (std::size_t at = little ? 1 : 0; at < bytes.size(); at += 2)
    ++count[static_cast<unsigned char>(bytes[at])];
  std::sort(count.begin(), count.end(), std::greater<>());
  return (count[0] + count[1] + count[2]) * 10 >= units * 9;
}

Error binary_error(std::string what) {
  return {ErrorKind::BadInput, std::move(what), {}, 0, 0};
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

void append_run(std::vector<Decoded::Run>& runs, Decoded::Run run) {
  if (!runs.empty() && run.text_length == run.source_length) {
    Decoded::Run& last = runs.back();
    if (last.text_length == last.source_length &&
        last.text_begin + last.text_length == run.text_begin &&
        last.source_begin + last.source_length == run.source_begin) {
      last.text_length += run.text_length;
      last.source_length += run.source_length;
      return;
    }
  }
  runs.push_back(run);
}

// Collects code points with the offset of the source byte each came from. The end of a code point
// in the source is the start of the next.
class Collector {
 public:
  Collector(Decoded& out, std::uint32_t source_end) : out_(out), source_end_(source_end) {}

  void unit(char16_t unit, std::uint32_t source) {
    if (high_ != 0 && unit >= 0xDC00 && unit <= 0xDFFF) {
      code_point(0x10000 + ((static_cast<char32_t>(high_) - 0xD800U) << 10U) + (unit - 0xDC00U),
                 high_source_);
      high_ = 0;
      return;
    }
    flush_high();
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      high_ = unit;
      high_source_ = source;
    } else {
      code_point(unit >= 0xDC00 && unit <= 0xDFFF ? U'\uFFFD' : unit, source);
    }
  }

  void finish() {
    flush_high();
    close(source_end_);
  }

 private:
  void flush_high() {
    if (high_ != 0) code_point(0xFFFD, high_source_);
    high_ = 0;
  }

  void code_point(char32_t c, std::uint32_t source) {
    close(source);
    begin_ = static_cast<std::uint32_t>(out_.text.size());
    source_ = source;
    open_ = true;
    append_utf8(out_.text, c);
    if (c == 0xFFFD) ++out_.replaced;
  }

  void close(std::uint32_t source_end) {
    if (!open_) return;
    const auto length = static_cast<std::uint32_t>(out_.text.size()) - begin_;
    append_run(out_.runs, {begin_, source_, length, source_end - source_});
    open_ = false;
  }

  Decoded& out_;
  std::uint32_t source_end_;
  char16_t high_ = 0;
  std::uint32_t high_source_ = 0;
  bool open_ = false;
  std::uint32_t begin_ = 0;
  std::uint32_t source_ = 0;
};

Result<Decoded> convert(std::string_view bytes, std::uint32_t skipped, const std::string& name) {
  const Converter converter = open_converter(name);
  if (!converter) return Error{ErrorKind::Internal, "ICU has no converter for " + name, {}, 0, 0};
  Decoded out;
  out.encoding = name;
  out.skipped = skipped;
  out.same_bytes = false;
  out.text.reserve(bytes.size());
  Collector collector(out, static_cast<std::uint32_t>(bytes.size()));
  std::array<char16_t, 4096> units{};
  std::array<std::int32_t, 4096> offsets{};
  const char* source = bytes.data() + skipped;
  const char* const end = bytes.data() + bytes.size();
  for (bool more = true; more;) {
    const auto base = static_cast<std::uint32_t>(source - bytes.data());
    char16_t* target = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end,
                   offsets.data(), true, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (!more && U_FAILURE(status))
      return Error{ErrorKind::BadInput, "cannot be decoded as " + name, {}, 0, 0};
    const auto count = static_cast<std::size_t>(target - units.data());
    std::uint32_t last = base;  // a unit without an offset of its own belongs to the one before it
    for (std::size_t i = 0; i < count; ++i) {
      if (offsets[i] >= 0) last = std::max(last, base + static_cast<std::uint32_t>(offsets[i]));
      collector.unit(units[i], last);
    }
  }
  collector.finish();
  return out;
}

Decoded as_utf8(std::string_view bytes, std::uint32_t skipped) {
  Decoded out;
  out.text = std::string(bytes.substr(skipped));
  out.encoding = "UTF-8";
  out.skipped = skipped;
  return out;
}

// UTF-8 whose ill-formed places become U+FFFD.
Decoded mended_utf8(std::string_view bytes, std::uint32_t skipped) {
  Decoded out;
  out.encoding = "UTF-8";
  out.skipped = skipped;
  out.same_bytes = false;
  out.text.reserve(bytes.size());
  for (std::size_t at = skipped; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    const bool bad = c.length == 1 && c.value == 0xFFFD;
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    if (bad) {
      append_utf8(out.text, 0xFFFD);
      ++out.replaced;
    } else {
      out.text += bytes.substr(at, c.length);
    }
    append_run(out.runs, {begin, static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(out.text.size()) - begin, c.length});
    at += c.length;
  }
  return out;
}

// Whether bytes that are not well-formed UTF-8 are damaged UTF-8 rather than a one-byte encoding.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    if (c.length > 1) ++good;
    if (c.length == 1 && c.value == 0xFFFD) ++bad;
    at += c.length;
  }
  return good >= 4 * bad;
}

bool has_mark(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark;
}

// "utf-8", "UTF8", "unicode-1-1-utf-8": what ICU takes for UTF-8.
bool names_utf8(const std::string& declared) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getStandardName(declared.c_str(), "IANA", &status);
  return U_SUCCESS(status) && name != nullptr && std::string_view(name) == "UTF-8";
}

// The browsers' reading of a label: Latin-1 and ASCII mean windows-1252.
std::string effective_encoding(std::string_view declared) {
  std::string name(declared.substr(0, 64));
  if (name.find('\0') != std::string::npos) return "windows-1252";
  for (const char* latin : {"iso-8859-1", "us-ascii", "ascii", "latin1"}) {
    if (ucnv_compareNames(name.c_str(), latin) == 0) return "windows-1252";
  }
  if (name.empty() || names_utf8(name) || !open_converter(name)) return "windows-1252";
  return name;
}

bool is_stateful(std::string_view bytes, std::string_view declared) {
  return bytes.find('\x1B') != std::string_view::npos && declared.size() > 8 &&
         ucnv_compareNames(std::string(declared.substr(0, 8)).c_str(), "iso-2022") == 0;
}

}  // namespace

std::optional<std::string_view> binary_kind(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.size() >= signature.at + signature.bytes.size() &&
        bytes.substr(signature.at, signature.bytes.size()) == signature.bytes) {
      return signature.kind;
    }
  }
  return std::nullopt;
}

Result<Decoded> decode_text(std::string_view bytes, std::string_view declared) {
  if (has_mark(bytes, "\xEF\xBB\xBF")) {
    return first_invalid(bytes) ? mended_utf8(bytes, 3) : as_utf8(bytes, 3);
  }
  if (has_mark(bytes, "\xFF\xFE\0\0"sv)) return convert(bytes, 4, "UTF-32LE");
  if (has_mark(bytes, "\0\0\xFE\xFF"sv)) return convert(bytes, 4, "UTF-32BE");
  if (has_mark(bytes, "\xFF\xFE")) return convert(bytes, 2, "UTF-16LE");
  if (has_mark(bytes, "\xFE\xFF")) return convert(bytes, 2, "UTF-16BE");
  if (const auto kind = binary_kind(bytes))
    return binary_error("this is " + std::string(*kind) + ", not text");

  const ByteCensus seen = census(bytes);
  const std::size_t zeros = seen.zeros_even + seen.zeros_odd;
  if (zeros > 0) {
    const bool little = seen.zeros_odd > seen.zeros_even;
    if (is_utf16(bytes, little, seen)) return convert(bytes, 0, little ? "UTF-16LE" : "UTF-16BE");
    return binary_error("this is not text: zero byte at offset " +
                        std::to_string(bytes.find('\0')));
  }
  if (seen.controls * 50 > bytes.size()) {
    return binary_error("this is not text: " + std::to_string(seen.controls) +
                        " control bytes among " + std::to_string(bytes.size()));
  }
  if (is_stateful(bytes, declared)) return convert(bytes, 0, effective_encoding(declared));
  if (!first_invalid(bytes)) return as_utf8(bytes, 0);
  if (mostly_utf8(bytes)) return mended_utf8(bytes, 0);
  return convert(bytes, 0, effective_encoding(declared));
}

}  // namespace twosource
