package io.stepwright.processor.resources;

import io.stepwright.processor.diagnostics.DiagnosticId;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lock files of MCP servers: in the folders of the option {@code stepwright.mcp}; without
 * that option as the resource {@code META-INF/stepwright/mcp/<server>.json}. Remembers the files of
 * a compilation, because a compiler reads no resource that it has written. Not thread-safe.
 */
public final class LockFiles {

  /** The name of the processor's option with folders, separated as in a class path. */
  public static final String OPTION = "stepwright.mcp";

  /** The value of {@link ResourceUse#from} for a file in a folder of the option. */
  public static final String FOLDER = "mcp folder";

  /** The folder of the copies among the classes. */
  private static final String COPIES = "META-INF/stepwright/mcp/";

  private final Map<String, Found> known = new HashMap<>();
  private final List<Path> folders = new ArrayList<>();
  private final Map<String, String> options;
  private final Filer filer;

  /** Creates a finder. */
  public LockFiles(Map<String, String> options, Filer filer) {
    this.options = options;
    this.filer = filer;
    for (String folder : options.getOrDefault(OPTION, "").split(File.pathSeparator, -1)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
  }

  /**
   * The result of a search.
   *
   * @param text the content of the file, or null if there is no usable file
   * @param path the file for messages
   * @param use the file for the descriptor
   * @param tried the places that were searched
   * @param problem the reason why the file cannot be used, as the rest of a sentence that begins
   *     with the file; empty if there is none
   */
  public record Found(
      @Nullable String text, String path, ResourceUse use, List<String> tried, String problem) {

    /** Returns whether the file has to be copied to the classes, for the run time. */
    public boolean isToBeCopied() {
      return FOLDER.equals(use.from());
    }
  }

  /** Returns the path of the copy of a server's file among the classes. */
  public static String copy(String server) {
    return COPIES + server + ".json";
  }

  /**
   * Searches for the file of a server.
   *
   * @param server a name without characters that have a meaning in paths
   */
  public Found find(String server) {
    return known.computeIfAbsent(server, this::search);
  }

  private Found search(String server) {
    if (folders.isEmpty()) {
      return amongResources(server);
    }
    String name = server + ".json";
    List<String> tried = new ArrayList<>();
    for (Path folder : folders) {
      String path = folder.resolve(name).toString();
      boolean links = Boolean.parseBoolean(options.get(ResourceFiles.LINKS_OPTION));
      ResourceRoot.Located located = new ResourceRoot(folder, links).locate(name);
      tried.add(path + located.note());
      if (located.problem() != null) {
        return found(name, path, null, located.problem(), tried);
      }
      if (located.file() != null) {
        try (InputStream in = Files.newInputStream(located.file())) {
          ResourceText text = ResourceText.read(path, in);
          return found(name, path, text.text(), text.problem(), tried);
        } catch (IOException e) {
          tried.set(tried.size() - 1, path + " (" + e + ")");
        }
      }
    }
    return found(name, "", null, null, tried);
  }

  private static Found found(
      String name,
      String path,
      @Nullable String text,
      @Nullable ResourceProblem problem,
      List<String> tried) {
    String digest = text == null ? null : ResourceFiles.sha256(text);
    return new Found(text, path, new ResourceUse(name, FOLDER, digest), tried, problem(problem));
  }

  private Found amongResources(String server) {
    ResourceFiles resources = new ResourceFiles(options, filer);
    String path = copy(server);
    ResourceFiles.Found found = resources.find(path);
    return new Found(
        found.text(), path, resources.used().get(0), found.tried(), problem(found.problem()));
  }

  private static String problem(@Nullable ResourceProblem problem) {
    if (problem == null) {
      return "";
    }
    return problem.id() == DiagnosticId.RESOURCE_SIZE
        ? problem.problem() // The advice for other files is of no use here.
        : problem.problem() + " " + problem.fix();
  }
}
