// Looking after a database: what it holds, whether it is sound, and taking articles out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "index/store.h"

namespace twosource {

// Counts by outlet and language. Walks the postings, not the articles. Errors: NotFound, Database.
Result<StoreStatus> read_status(const std::string& database);

struct VerifyResult {
  std::uint64_t articles = 0;
  std::uint64_t claims = 0;
  std::vector<std::string> faults;  // one sentence each; empty when all is well
};
// Reads every article back and checks it against its terms and values, and the database's own
// checksums. Errors: NotFound, Database (when it cannot even be opened).
Result<VerifyResult> verify_database(const std::string& database);

struct RemoveSummary {
  std::uint64_t removed = 0;
  std::vector<std::string> missing;  // ids that the database does not hold, as given
};
Result<RemoveSummary> remove_articles(const std::string& database,
                                      const std::vector<std::string>& ids);

}  // namespace twosource
