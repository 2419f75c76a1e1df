// Stand-ins for parts that are still being written, so that the program links at every moment.
#include "core/claim/extract.h"
#include "core/compare/compare_texts.h"
#include "core/document/reader.h"
#include "index/checker.h"
#include "index/discrepancies.h"
#include "index/indexer.h"
#include "index/maintenance.h"

namespace twosource {
namespace {
[[maybe_unused]] const Error kPending{ErrorKind::Unsupported, "not available in this build yet"};
}

#ifdef PENDING_EXTRACT
std::vector<Mention> read_mentions(const Document&, const ReadingTools&) {
  return {};
}
Reading read_claims(const Document&, const ReadingTools&) {
  return {};
}
#endif

#ifdef PENDING_READER
struct ArticleSource::State {};
ArticleSource::ArticleSource(std::vector<std::string>, ArticleDefaults) {}
ArticleSource::ArticleSource(ArticleSource&&) noexcept = default;
ArticleSource::~ArticleSource() = default;
std::optional<Result<Document>> ArticleSource::next() {
  return std::nullopt;
}
std::uint64_t ArticleSource::bytes_read() const {
  return 0;
}
std::uint64_t ArticleSource::bytes_total() const {
  return 0;
}
Document plain_document(std::string, std::string, std::optional<DateTime>) {
  return {};
}
#endif

#ifdef PENDING_COMPARE
Comparison compare_documents(const ReadDocument&, const ReadDocument&) {
  return {};
}
#endif

#ifdef PENDING_CHECKER
Result<void> check_articles(ArticleSource&, const std::string&, const CheckOptions&, unsigned,
                            const std::function<bool(Result<CheckedArticle>)>&) {
  return kPending;
}
#endif

#ifdef PENDING_DISCREPANCIES
Result<DiscrepancySummary> find_discrepancies(const std::string&, const DiscrepancyOptions&,
                                              const std::function<bool(const Discrepancy&)>&) {
  return kPending;
}
#endif

#ifdef PENDING_INDEXER
Result<IndexSummary> index_articles(ArticleSource&, const std::string&, const IndexOptions&,
                                    const IndexProgressSink&, const IndexErrorSink&) {
  return kPending;
}
#endif

#ifdef PENDING_MAINTENANCE
Result<StoreStatus> read_status(const std::string&) {
  return kPending;
}
Result<VerifyResult> verify_database(const std::string&) {
  return kPending;
}
Result<RemoveSummary> remove_articles(const std::string&, const std::vector<std::string>&) {
  return kPending;
}
#endif

}  // namespace twosource
