package io.stepwright.processor.resources;

import static io.stepwright.processor.diagnostics.DiagnosticId.MISSING_RESOURCE;
import static io.stepwright.processor.diagnostics.DiagnosticId.RESOURCE_PATH;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the paths of resources by the same rules on every system, so that a path that works on one
 * machine works on all, and in a jar.
 */
final class ResourcePaths {

  /** Characters that Windows does not allow in names, according to Microsoft's "Naming Files". */
  private static final String NOT_ON_WINDOWS = "<>:\"|?*";

  private ResourcePaths() {}

  /** Returns the problem of a path; empty if the path is valid. */
  static Optional<ResourceProblem> problem(String path) {
    if (path.contains("\\")) {
      return Optional.of(
          new ResourceProblem(
              RESOURCE_PATH,
              "has a backslash in its path.",
              "Write '/' between folders, on every system."));
    }
    if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
      return Optional.of(
          new ResourceProblem(
              RESOURCE_PATH,
              "is named by an absolute path.",
              "Name it from the root of the resources on, such as 'prompts/welcome.md'."));
    }
    for (String name : names(path)) {
      if (name.equals("..") || name.equals(".")) {
        return Optional.of(
            new ResourceProblem(
                RESOURCE_PATH,
                "has '%s' in its path, which could lead out of the resources.".formatted(name),
                "Name it from the root of the resources on, such as 'prompts/welcome.md'."));
      }
      String reason = unusable(name);
      if (reason != null) {
        return Optional.of(
            new ResourceProblem(
                MISSING_RESOURCE,
                "cannot exist on every system: %s.".formatted(reason),
                "Give the file another name."));
      }
    }
    return Optional.empty();
  }

  /** Returns the names of the folders and of the file. */
  static List<String> names(String path) {
    return List.of(path.split("/", -1));
  }

  private static @Nullable String unusable(String name) {
    if (name.isEmpty()) {
      return "a name in its path is empty";
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c == 0x7f) {
        return String.format(
            Locale.ROOT, "there is a control character (U+%04X) in its path", (int) c);
      }
      if (NOT_ON_WINDOWS.indexOf(c) >= 0) {
        return "Windows has no names with '%c'".formatted(c);
      }
    }
    return name.endsWith(".") || name.endsWith(" ")
        ? "Windows has no names that end with a dot or a space"
        : null;
  }
}
