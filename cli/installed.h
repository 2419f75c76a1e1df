// Files that are installed with the program.
#pragma once

#include <optional>
#include <string>

namespace twosource {

// The folder of the running program; empty when the system does not tell.
std::string program_folder();

// `name` in share/twosource of the program's installation (../share/twosource from its folder);
// nullopt when it is not there. A build folder has the same layout.
std::optional<std::string> installed_path(const std::string& name);

}  // namespace twosource
