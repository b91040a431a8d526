package io.stepwright.mcp.lock;

import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tools of a server. Immutable.
 *
 * @param server the name of the server in the settings
 * @param tools its tools, in the order of their names, each once
 */
public record Lock(String server, List<LockedTool> tools) {

  /**
   * Sorts the tools.
   *
   * @throws IllegalArgumentException if two tools have the same name
   */
  public Lock {
    List<LockedTool> sorted = new ArrayList<>(tools);
    sorted.sort(Comparator.comparing(LockedTool::name));
    Set<String> names = new HashSet<>();
    for (LockedTool tool : sorted) {
      if (!names.add(tool.name())) {
        throw new IllegalArgumentException(
            "Two tools are called %s.".formatted(Shown.text(tool.name())));
      }
    }
    tools = List.copyOf(sorted);
  }

  /**
   * Reads a lock file.
   *
   * @throws IllegalArgumentException if the text is none, or a hash in it is not that of its tool
   */
  public static Lock parse(String text) {
    try {
      JsonValue lock = JsonValue.parse(text);
      List<LockedTool> tools = new ArrayList<>();
      for (JsonValue tool : lock.field("tools", listed -> listed.<JsonValue>asList(each -> each))) {
        tools.add(tool(tool));
      }
      return new Lock(lock.field("server", JsonValue::asString), tools);
    } catch (JsonMismatchException e) {
      throw new IllegalArgumentException("The lock file cannot be read: " + e.getMessage(), e);
    }
  }

  private static LockedTool tool(JsonValue json) {
    LockedTool tool = LockedTool.locked(json);
    if (!json.field("sha256", JsonValue::asString).equals(tool.sha256())) {
      throw new IllegalArgumentException(
          ("The lock file cannot be used: the hash of the tool %s is not that of its text. Run 'mvn"
                  + " stepwright:mcp'; a lock file is not edited.")
              .formatted(Shown.text(tool.name())));
    }
    return tool;
  }

  /** Returns the tool of a name; null if there is none. */
  public @Nullable LockedTool tool(String name) {
    for (LockedTool tool : tools) {
      if (tool.name().equals(name)) {
        return tool;
      }
    }
    return null;
  }

  /** The text of the lock file: pretty-printed, and ending in a line break. */
  public String text() {
    return LockText.of(this);
  }
}
