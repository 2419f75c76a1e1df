// Stand-ins for parts that are still being written, so that the program links at every moment.
// Removed with the last.
#include "core/claim/extract.h"
#include "core/document/reader.h"
#include "core/lang/registry.h"

namespace twosource {

#ifdef TWOSOURCE_PENDING_EXTRACT
std::vector<Mention> read_mentions(const Document&, const ReadingTools&) {
  return {};
}
Reading read_claims(const Document&, const ReadingTools&) {
  return {};
}
#endif

#ifdef TWOSOURCE_PENDING_READER
struct ArticleSource::State {};
ArticleSource::ArticleSource(std::vector<std::string>, ArticleDefaults) {}
ArticleSource::ArticleSource(ArticleSource&&) noexcept = default;
ArticleSource::~ArticleSource() = default;
std::optional<Result<Document>> ArticleSource::next() {
  return std::nullopt;
}
#endif

}  // namespace twosource
