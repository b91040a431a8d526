package io.stepwright.maven.locks;

import io.stepwright.mcp.lock.Lock;
import io.stepwright.mcp.lock.LockDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lock file of a server beside the tools that it offers now. Immutable.
 *
 * @param file the lock file
 * @param offered the tools of the server
 * @param differences the differences from the file, a line each, for people to read
 * @param same whether the file has the same tools
 */
public record LockUpdate(Path file, Lock offered, List<String> differences, boolean same) {

  /** Compares the tools of a server with its lock file, which may not exist. */
  public static LockUpdate of(Path folder, Lock offered) throws IOException {
    Path file = folder.resolve(offered.server() + ".json");
    List<String> differences = new ArrayList<>();
    Lock reviewed = null;
    if (Files.exists(file)) {
      try {
        reviewed = Lock.parse(Files.readString(file));
      } catch (IllegalArgumentException e) {
        differences.add(e.getMessage());
      }
    }
    differences.addAll(LockDiff.between(reviewed, offered));
    return new LockUpdate(file, offered, List.copyOf(differences), offered.equals(reviewed));
  }

  /** Writes the file, if it has other tools. */
  public void write() throws IOException {
    if (!same) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, offered.text());
    }
  }
}
