#include "reports/uri.h"

#include <cctype>

#include "core/base/hash.h"
#include "reports/escape.h"

namespace twosource {

std::string file_uri(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~/";  // besides letters and digits
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte < 0x80 && std::isalnum(byte) != 0;
    if (letter || kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%', out += kHex[byte >> 4U], out += kHex[byte & 15U];
    }
  }
  return out;
}

std::string content_urn(std::string_view content) {
  std::string hex = hex_id(stable_hash(content)) + hex_id(stable_hash(content, 1));
  constexpr std::size_t kVersion = 12;
  constexpr std::size_t kVariant = 16;
  hex[kVersion] = '8';
  hex[kVariant] = "89ab"[static_cast<unsigned char>(hex[kVariant]) % 4];
  for (const std::size_t at : {20, 16, 12, 8}) hex.insert(at, "-");
  return "urn:uuid:" + hex;
}

std::string article_uri(const ArticleInfo& article) {
  const std::string url = safe_url(article.url);
  return url.empty() ? content_urn("article\n" + article.id) : url;
}

}  // namespace twosource
