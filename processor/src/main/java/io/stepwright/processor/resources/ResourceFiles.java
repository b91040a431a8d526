package io.stepwright.processor.resources;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Finds resource files: in the folders of the option {@code stepwright.resources}, then in the
 * class output, to which Maven and Gradle copy them, then on the source path and the class path, as
 * far as the compiler has these. Files elsewhere on the machine are not resources, even if a path
 * or a link leads to them.
 */
public final class ResourceFiles implements ResourceLookup {

  /** The name of the processor's option with folders, separated as in a class path. */
  public static final String OPTION = "stepwright.resources";

  /** The name of the option that allows links out of the folders: {@code true} or {@code false}. */
  public static final String LINKS_OPTION = "stepwright.resources.links";

  private static final String FOLDER = "folder";

  private static final List<StandardLocation> LOCATIONS =
      List.of(
          StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

  private final List<Path> folders = new ArrayList<>();
  private final Map<Path, ResourceRoot> roots = new LinkedHashMap<>();
  private final Map<String, ResourceUse> used = new TreeMap<>();
  private final boolean links;
  private final Filer filer;

  /** Creates a finder. */
  public ResourceFiles(Map<String, String> options, Filer filer) {
    this.filer = filer;
    this.links = Boolean.parseBoolean(options.get(LINKS_OPTION));
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
   * @param tried the places that were searched
   * @param problem the reason why the file cannot be used, or null
   * @param near the path of a file that may be meant if no file has the path, or null
   */
  public record Found(
      @Nullable String text,
      List<String> tried,
      @Nullable ResourceProblem problem,
      @Nullable String near) {

    /** Returns {@code "Did you mean 'x'?"}, or an empty string. */
    public String hint() {
      return near == null ? "" : "Did you mean '" + near + "'?";
    }
  }

  @Override
  public Found find(String path) {
    used.put(path, new ResourceUse(path, null, null));
    Optional<ResourceProblem> impossible = ResourcePaths.problem(path);
    if (impossible.isPresent()) {
      return new Found(null, List.of(), impossible.get(), null);
    }
    List<String> tried = new ArrayList<>();
    for (Path folder : folders) {
      tried.add(folder.resolve(path).toString());
      ResourceText text = inFolder(folder, path, tried);
      if (text != null) {
        return found(path, FOLDER, text, tried);
      }
    }
    for (StandardLocation location : LOCATIONS) {
      ResourceText text = inLocation(location, path, tried);
      if (text != null) {
        return found(path, name(location), text, tried);
      }
    }
    return new Found(null, tried, null, near(path));
  }

  @Override
  public List<ResourceUse> used() {
    return List.copyOf(used.values());
  }

  private Found found(String path, String from, ResourceText found, List<String> tried) {
    if (found.text() != null) {
      used.put(path, new ResourceUse(path, from, sha256(found.text())));
    }
    return new Found(found.text(), tried, found.problem(), null);
  }

  /**
   * Returns the file of a folder, or null if there is none; the reason is then appended to the last
   * searched place.
   */
  private @Nullable ResourceText inFolder(Path folder, String path, List<String> tried) {
    ResourceRoot.Located located = root(folder).locate(path);
    if (located.problem() != null) {
      return new ResourceText(null, located.problem());
    }
    if (located.file() == null) {
      addToLast(tried, located.note());
      return null;
    }
    try (InputStream in = Files.newInputStream(located.file())) {
      return ResourceText.read(path, in);
    } catch (IOException e) {
      addToLast(tried, " (" + e + ")");
      return null;
    }
  }

  /**
   * Returns the file of a location, or null. Compilers differ in the exceptions that they throw,
   * and in the moment, for missing locations or files.
   */
  private @Nullable ResourceText inLocation(
      StandardLocation location, String path, List<String> tried) {
    tried.add(name(location));
    try {
      FileObject file = filer.getResource(location, "", path);
      URI uri = file.toUri();
      if ("file".equals(uri.getScheme())) {
        Path onDisk = Path.of(uri);
        addToLast(tried, " " + onDisk);
        return inFolder(above(onDisk, path), path, tried);
      }
      try (InputStream in = file.openInputStream()) { // Inside a jar, or in the compiler's memory.
        return ResourceText.read(path, in);
      }
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Returns the path of a file with a similar name in one of the searched folders, or null. */
  private @Nullable String near(String path) {
    return roots.values().stream()
        .flatMap(root -> root.near(path).stream())
        .findFirst()
        .orElse(null);
  }

  /** Returns the folder from which a path leads to a file. */
  private static Path above(Path file, String path) {
    Path folder = file;
    for (int i = 0; i < ResourcePaths.names(path).size(); i++) {
      Path parent = folder.getParent();
      folder = parent == null ? folder : parent;
    }
    return folder;
  }

  private ResourceRoot root(Path folder) {
    return roots.computeIfAbsent(folder, each -> new ResourceRoot(each, links));
  }

  private static void addToLast(List<String> tried, String more) {
    int last = tried.size() - 1;
    tried.set(last, tried.get(last) + more);
  }

  private static String name(StandardLocation location) {
    return location.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
