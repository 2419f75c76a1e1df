// AtomicFile: a file that is there whole or not at all. Bytes go into a neighbour of the target,
// which takes its name on commit; what stood there before stays until then, and for good when the
// file is never committed; its neighbour is removed, also by the signals that end a program.
//
//   auto file = AtomicFile::create("report.html");
//   if (!file || !file->write(bytes) || !file->commit()) ...
//
// A target that is no regular file (/dev/null, a pipe) is written directly.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "cli/unfinished_files.h"
#include "core/base/result.h"

namespace twosource {

class AtomicFile {
 public:
  // Errors: Unreadable when the folder or the file cannot be written.
  static Result<AtomicFile> create(const std::string& path);
  AtomicFile(AtomicFile&&) noexcept = default;
  AtomicFile& operator=(AtomicFile&&) noexcept = default;
  ~AtomicFile() = default;

  // False when not everything could be written; errno says why.
  bool write(std::string_view bytes);
  // Puts the file in its place. False when that fails; errno says why. Nothing is written
  // afterwards.
  bool commit();

 private:
  // Closes the file; removes it where it still bears its temporary name.
  struct Discard {
    std::string temporary;  // empty: written directly
    void operator()(std::FILE* file) const;
  };

  AtomicFile() = default;
  std::string target_;
  UnfinishedFile unfinished_;
  std::unique_ptr<std::FILE, Discard> file_;
};

}  // namespace twosource
