// What else is made of the tables of command.h: man page and shell completions.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace twosource {

// twosource(1) in the man macros of groff (man(7)).
std::string man_page(const std::vector<Command>& commands, std::string_view version);
// Completion for bash (complete -F, bash 4), zsh (compsys) and fish 3.
std::string bash_completion(const std::vector<Command>& commands);
std::string zsh_completion(const std::vector<Command>& commands);
std::string fish_completion(const std::vector<Command>& commands);

}  // namespace twosource
