// Addresses of files and articles in formats that want a URI (RFC 3986).
#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace twosource {

// "drafts/story%201.txt", "file:///srv/story.txt" for an absolute path; no byte is lost.
std::string file_uri(std::string_view path);

// A stable name for a thing without an address: "urn:uuid:" with a version 8 UUID (RFC 9562) made
// from `content`.
std::string content_urn(std::string_view content);

// The address of an article: its url when it is a plain web address, else a urn from its id.
std::string article_uri(const ArticleInfo& article);

}  // namespace twosource
