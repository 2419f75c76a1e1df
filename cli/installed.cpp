#include "cli/installed.h"

#include <filesystem>

namespace twosource {

namespace fs = std::filesystem;

std::string program_folder() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  return failed ? std::string() : program.parent_path().string();
}

std::optional<std::string> installed_path(const std::string& name) {
  const std::string folder = program_folder();
  if (folder.empty()) return std::nullopt;
  const fs::path path = (fs::path(folder) / "../share/twosource" / name).lexically_normal();
  std::error_code failed;
  return fs::exists(path, failed) ? std::optional(path.string()) : std::nullopt;
}

}  // namespace twosource
