// Names of files that are being written, for the signal that ends the program: what would be left
// half done is removed, and the signal takes its course.
#pragma once

#include <cstddef>
#include <string>

namespace twosource {

// A file that is to vanish when the program is ended by SIGINT, SIGTERM or SIGHUP while this lives.
// Movable; a name too long, or one file too many, is not watched.
class UnfinishedFile {
 public:
  UnfinishedFile() = default;
  explicit UnfinishedFile(const std::string& path);
  UnfinishedFile(UnfinishedFile&& other) noexcept;
  UnfinishedFile& operator=(UnfinishedFile&& other) noexcept;
  ~UnfinishedFile();

 private:
  static constexpr std::size_t kNone = ~std::size_t{0};
  std::size_t slot_ = kNone;
};

}  // namespace twosource
