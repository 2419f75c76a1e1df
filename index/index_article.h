// From an article to its database document. Private to index/.
#pragma once

#include <string>

#include <xapian.h>

#include "index/store.h"

namespace twosource {

// All terms and values of schema.h for the article; `bytes` becomes the document's data.
Xapian::Document database_document(const StoredArticle& article, const std::string& bytes);

}  // namespace twosource
