// The options of the commands that open a database, as the library wants them.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/console.h"
#include "core/compare/report.h"
#include "index/store.h"

namespace twosource {

// --db. Errors: Usage when it is not given.
Result<std::string> database_of(const Arguments& arguments);

// --outlets, --languages, --since, --until, and --as-of, which is the stricter of the two ends.
// Lists may be joined by commas.
Result<EvidenceFilter> evidence_filter_of(const Arguments& arguments);

// Findings when `worst` is at or above --fail-on (default: error).
ExitCode exit_code_for(const Arguments& arguments, Level worst);

}  // namespace twosource
