#include "cli/atomic_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace twosource {
namespace {

namespace fs = std::filesystem;

Error unwritable(const std::string& path) {
  return Error{ErrorKind::Unreadable, std::string("cannot be written: ") + std::strerror(errno),
               path};
}

// mkstemp makes files that only their owner reads: give it the rights that the target has, or that
// a new file would get.
void set_rights(int descriptor, const std::string& target) {
  struct stat old {};
  if (stat(target.c_str(), &old) == 0) {
    static_cast<void>(fchmod(descriptor, old.st_mode & 07777U));
    return;
  }
  const mode_t mask = umask(0);
  umask(mask);
  static_cast<void>(fchmod(descriptor, 0666U & ~mask));
}

}  // namespace

void AtomicFile::Discard::operator()(std::FILE* file) const {
  std::fclose(file);
  if (!temporary.empty()) std::remove(temporary.c_str());
}

Result<AtomicFile> AtomicFile::create(const std::string& path) {
  AtomicFile out;
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    out.file_ = {std::fopen(path.c_str(), "wb"), Discard{}};
    if (!out.file_) return unwritable(path);
    return out;
  }
  // Through a symbolic link to the file that it names.
  const fs::path real = fs::exists(status) ? fs::canonical(path, failed) : fs::path(path);
  out.target_ = failed || real.empty() ? path : real.string();
  std::string temporary = out.target_ + ".XXXXXX";
  const int descriptor = mkstemp(temporary.data());
  if (descriptor < 0) return unwritable(path);
  out.unfinished_ = UnfinishedFile(temporary);
  set_rights(descriptor, out.target_);
  out.file_ = {fdopen(descriptor, "wb"), Discard{temporary}};
  if (!out.file_) {
    close(descriptor);
    std::remove(temporary.c_str());
    return unwritable(path);
  }
  return out;
}

bool AtomicFile::write(std::string_view bytes) {
  return std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
}

bool AtomicFile::commit() {
  const std::string temporary = file_.get_deleter().temporary;
  bool done = std::fflush(file_.get()) == 0;
  if (!temporary.empty() && done) done = std::rename(temporary.c_str(), target_.c_str()) == 0;
  if (done) file_.get_deleter().temporary.clear();
  unfinished_ = UnfinishedFile();
  const int reason = errno;
  file_.reset();
  errno = reason;
  return done;
}

}  // namespace twosource
