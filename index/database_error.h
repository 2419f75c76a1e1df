// From Xapian's exceptions to Errors. Private to index/.
#pragma once

#include <string>
#include <utility>

#include <xapian.h>

#include "core/base/result.h"

namespace twosource {

// What the exception means for a user, and what to do.
Error database_error(const Xapian::Error& error, const std::string& database);

// Runs `action` and turns a Xapian exception into an Error.
template <typename Action>
auto guarded(const std::string& database, Action&& action) -> decltype(action()) {
  try {
    return action();
  } catch (const Xapian::Error& error) {
    return database_error(error, database);
  }
}

}  // namespace twosource
