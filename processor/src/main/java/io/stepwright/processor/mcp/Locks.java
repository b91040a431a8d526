package io.stepwright.processor.mcp;

import io.stepwright.processor.resources.LockFiles;
import io.stepwright.processor.resources.ResourceUse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The lock files of a compilation, each of which is read once. Not thread-safe. */
public final class Locks {

  private final LockFiles files;
  private final Map<String, Result> known = new HashMap<>();

  /** Creates an empty collection. */
  public Locks(LockFiles files) {
    this.files = files;
  }

  /** A lock file, or the reason why there is none. */
  record Result(Optional<Lock> lock, String problem) {}

  /** Returns the lock file of a server, whose name must be valid. */
  Result of(String server) {
    return known.computeIfAbsent(server, this::read);
  }

  /** Returns the description of a tool of a server; empty if there is none. */
  public String description(String server, String tool) {
    return tool(server, tool).map(Lock.Tool::description).orElse("");
  }

  /** Returns the description of an argument of a tool of a server; empty if there is none. */
  public String description(String server, String tool, String parameter) {
    return tool(server, tool)
        .flatMap(
            each -> Arguments.property(each, parameter).map(name -> Arguments.text(each, name)))
        .orElse("");
  }

  /** Returns the text of the file of a server, if it has to be copied to the classes. */
  public Optional<String> toBeCopied(String server) {
    LockFiles.Found found = files.find(server);
    return found.isToBeCopied() ? Optional.ofNullable(found.text()) : Optional.empty();
  }

  /**
   * Returns the file of a server for the descriptors of classes that depend on it; empty if there
   * is none.
   */
  public Optional<ResourceUse> use(String server) {
    return ServerNames.isValid(server)
        ? Optional.of(files.find(server).use()).filter(use -> use.sha256() != null)
        : Optional.empty();
  }

  private Optional<Lock.Tool> tool(String server, String tool) {
    return ServerNames.isValid(server)
        ? of(server).lock().flatMap(lock -> lock.tool(tool))
        : Optional.empty();
  }

  private Result read(String server) {
    LockFiles.Found found = files.find(server);
    if (found.text() == null) {
      return new Result(Optional.empty(), problem(server, found));
    }
    try {
      return new Result(Optional.of(LockReader.read(server, found.path(), found.text())), "");
    } catch (LockReader.Unusable e) {
      return new Result(Optional.empty(), e.problem());
    }
  }

  private static String problem(String server, LockFiles.Found found) {
    if (!found.problem().isEmpty()) {
      return "The lock file %s %s Ask the server anew: mvn stepwright:mcp."
          .formatted(found.path(), found.problem());
    }
    return ("There is no lock file of the server '%s'. Searched: %s. Ask the server for its tools"
            + " with mvn stepwright:mcp, which writes src/main/stepwright/mcp/%s.json, and commit"
            + " the file. A build without Stepwright's extension names the folder with -A%s.")
        .formatted(server, String.join(", ", found.tried()), server, LockFiles.OPTION);
  }
}
