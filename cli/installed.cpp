#include "cli/installed.h"

#include <sys/auxv.h>

#include <filesystem>

namespace twosource {

namespace fs = std::filesystem;

std::string program_folder() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (!failed) return program.parent_path().string();
  // Without /proc, as in a bare chroot: the path by which the program was started.
  const auto* const started = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  if (started == nullptr) return {};
  const fs::path real = fs::canonical(started, failed);
  return failed ? std::string() : real.parent_path().string();
}

std::optional<std::string> installed_path(const std::string& name) {
  const std::string folder = program_folder();
  if (folder.empty()) return std::nullopt;
  const fs::path path = (fs::path(folder) / "../share/twosource" / name).lexically_normal();
  std::error_code failed;
  return fs::exists(path, failed) ? std::optional(path.string()) : std::nullopt;
}

}  // namespace twosource
