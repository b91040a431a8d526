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
 * class output, where Maven and Gradle have copied them, then on the source path and the class
 * path, as far as the compiler has these. What lies elsewhere on the machine is no resource, even
 * if a path or a link leads there.
 */
public final class ResourceFiles implements ResourceLookup {

  /** The name of the processor's option: folders, joined as in a class path. */
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

  /**
   * A finder.
   *
   * @param options the options of the processor
   */
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
   * What became of a search.
   *
   * @param text what the file holds, or null if there is none that can be taken
   * @param tried where it was looked for
   * @param problem why it cannot be taken, or null
   * @param near the path of a file that may be meant, if there is none at this one; or null
   */
  public record Found(
      @Nullable String text,
      List<String> tried,
      @Nullable ResourceProblem problem,
      @Nullable String near) {

    /** {@code "Did you mean 'x'?"}, or nothing. */
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
   * The file of a folder, or null if there is none; the reason is added to the last place tried.
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
   * The file of a location, or null. Compilers differ in what they throw, and when, for a location
   * or a file that they do not have.
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
      try (InputStream in = file.openInputStream()) { // in a jar, or in the compiler's memory
        return ResourceText.read(path, in);
      }
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** The path of a file of a near name in one of the folders that were searched, or null. */
  private @Nullable String near(String path) {
    return roots.values().stream()
        .flatMap(root -> root.near(path).stream())
        .findFirst()
        .orElse(null);
  }

  /** The folder that a path begins in. */
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

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
