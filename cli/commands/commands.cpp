#include "cli/commands/commands.h"

namespace twosource {

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      claims_command(),
      mentions_command(),
  };
  return kCommands;
}

}  // namespace twosource
