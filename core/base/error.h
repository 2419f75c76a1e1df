// What went wrong, where, and what to do: the one error type of the library.
//
// Errors are not findings. An unreadable article is an Error; a contradiction is a Verdict; a
// number that cannot be read is simply not a Mention. Exceptions of other libraries are caught at
// the border that calls them and turned into an Error; std::bad_alloc may fly.
#pragma once

#include <cstdint>
#include <string>

namespace twosource {

enum class ErrorKind {
  Usage,        // the command line or configuration is wrong
  NotFound,     // a file, article or database that was named does not exist
  Unreadable,   // the operating system refused (permission, I/O)
  BadInput,     // the bytes are not what they should be (encoding, syntax, missing field)
  Unsupported,  // understood, but not something this version handles
  TooLarge,     // above a stated limit
  Database,     // locked, foreign, damaged or newer database
  Internal,     // a broken promise of ours
};

struct Error {
  ErrorKind kind = ErrorKind::Internal;
  std::string message;       // one sentence: what is wrong and what to do about it
  std::string file = {};     // as the user named it; empty when no file is concerned
  std::uint64_t line = 0;    // 1-based; 0 when unknown
  std::uint64_t column = 0;  // 1-based, in code points; 0 when unknown
};

// "FILE:LINE: error: MESSAGE", leaving out what is unknown. Control characters in the parts are
// escaped, so that a file name or a quoted piece of input cannot drive the terminal.
std::string describe(const Error& error);

}  // namespace twosource
