#include "index/database_error.h"

namespace twosource {
namespace {

std::string meaning(const Xapian::Error& error) {
  const std::string type = error.get_type();
  if (type == "DatabaseLockError")
    return "the database is locked: another process is writing to it; wait until it has finished";
  if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError")
    return "there is no database here; make one with 'twosource index'";
  if (type == "DatabaseVersionError")
    return "the database was made by a version of Xapian that this one cannot read; index again";
  if (type == "DatabaseCorruptError")
    return "the database is damaged; index the articles again into a new one";
  if (type == "DatabaseModifiedError")
    return "the database changes faster than it can be read; try again when the writer has "
           "finished";
  return "the database failed";
}

}  // namespace

Error database_error(const Xapian::Error& error, const std::string& database) {
  Error out;
  out.kind = std::string(error.get_type()) == "DatabaseNotFoundError" ? ErrorKind::NotFound
                                                                      : ErrorKind::Database;
  out.message = meaning(error);
  if (!error.get_msg().empty()) out.message += " (" + error.get_msg() + ")";
  out.file = database;
  return out;
}

}  // namespace twosource
