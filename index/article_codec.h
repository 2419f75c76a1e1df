// StoredArticle to bytes and back: what the data of a database document holds, compressed with
// zstd. The form belongs to schema::kFormat.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "index/store.h"

namespace twosource {

std::string encode_article(const StoredArticle& article);
// Errors: Database, when the bytes are not what encode_article makes.
Result<StoredArticle> decode_article(std::string_view bytes);

// The record alone, without the claims: for lists and checks of identity.
Result<ArticleInfo> decode_article_info(std::string_view bytes);

}  // namespace twosource
