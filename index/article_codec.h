// The form of an article in the database: the record with its claims as bytes, compressed with
// zstd. The form belongs to schema::kFormat.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/compare/profile.h"
#include "index/store.h"

namespace twosource {

// What a search sees of an article before it knows whether its claims matter.
struct ArticleHead {
  ArticleInfo info;
  std::string content_hash;
  Profile profile;  // profile_of the claims
};

std::string encode_article(const StoredArticle& article);
// Errors: Database, when the bytes are not what encode_article makes.
Result<ArticleHead> decode_head(std::string_view bytes);
// The rest of the article, whose head came from the same bytes.
Result<StoredArticle> decode_article(ArticleHead head, std::string_view bytes);
Result<StoredArticle> decode_article(std::string_view bytes);

}  // namespace twosource
