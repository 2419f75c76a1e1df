#include "index/maintenance.h"

#include "index/xapian_store.h"

namespace twosource {

Result<StoreStatus> read_status(const std::string& database) {
  auto reader = ArticleReader::open(database);
  if (!reader) return reader.error();
  return reader->status();
}

Result<VerifyResult> verify_database(const std::string& database) {
  auto reader = ArticleReader::open(database);
  if (!reader) return reader.error();
  VerifyResult out;
  auto faults = reader->faults();
  if (!faults) return faults.error();
  out.faults = std::move(*faults);
  const auto size = reader->size();
  if (!size) return size.error();
  out.articles = size->articles;
  std::uint64_t claims = 0;
  const auto walked = reader->for_each([&](std::uint32_t document) {
    const auto article = reader->load(document);
    if (article) claims += article->claims.size();
    return true;
  });
  if (!walked) return walked.error();
  out.claims = claims;
  if (claims != size->claims && out.faults.empty())
    out.faults.push_back("the database counts " + std::to_string(size->claims) +
                         " claims and holds " + std::to_string(claims));
  return out;
}

Result<RemoveSummary> remove_articles(const std::string& database,
                                      const std::vector<std::string>& ids) {
  {
    // A database that is not there must not be made by removing from it.
    const auto reader = ArticleReader::open(database);
    if (!reader) return reader.error();
  }
  auto writer = ArticleWriter::open(database);
  if (!writer) return writer.error();
  RemoveSummary out;
  for (const std::string& id : ids) {
    const auto removed = writer->remove(id);
    if (!removed) return removed.error();
    if (*removed) {
      ++out.removed;
    } else {
      out.missing.push_back(id);
    }
  }
  if (const auto done = writer->commit(); !done) return done.error();
  return out;
}

}  // namespace twosource
