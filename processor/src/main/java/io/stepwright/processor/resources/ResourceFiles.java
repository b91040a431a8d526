package io.stepwright.processor.resources;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
 * path, as far as the compiler has these.
 */
public final class ResourceFiles implements ResourceLookup {

  /** The name of the processor's option: folders, joined as in a class path. */
  public static final String OPTION = "stepwright.resources";

  private static final String FOLDER = "folder";

  private static final List<StandardLocation> LOCATIONS =
      List.of(
          StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

  private final List<Path> folders = new ArrayList<>();
  private final Map<String, ResourceUse> used = new TreeMap<>();
  private final Filer filer;

  /**
   * A finder.
   *
   * @param option the value of the option, or null
   */
  public ResourceFiles(@Nullable String option, Filer filer) {
    this.filer = filer;
    if (option != null) {
      for (String folder : option.split(File.pathSeparator, -1)) {
        if (!folder.isBlank()) {
          folders.add(Path.of(folder));
        }
      }
    }
  }

  /**
   * What became of a search.
   *
   * @param text what the file holds, or null if there is none
   * @param tried where it was looked for
   */
  public record Found(@Nullable String text, List<String> tried) {}

  @Override
  public Found find(String path) {
    List<String> tried = new ArrayList<>();
    for (Path folder : folders) {
      Path file = folder.resolve(path);
      tried.add(file.toString());
      if (Files.isRegularFile(file)) {
        try {
          String text = Files.readString(file);
          used.put(path, new ResourceUse(path, FOLDER, sha256(text)));
          return new Found(text, tried);
        } catch (IOException e) {
          tried.set(tried.size() - 1, file + " (" + e + ")");
        }
      }
    }
    for (StandardLocation location : LOCATIONS) {
      Optional<String> text = read(location, path, tried);
      if (text.isPresent()) {
        used.put(path, new ResourceUse(path, name(location), sha256(text.get())));
        return new Found(text.get(), tried);
      }
    }
    used.put(path, new ResourceUse(path, null, null));
    return new Found(null, tried);
  }

  @Override
  public List<ResourceUse> used() {
    return List.copyOf(used.values());
  }

  /**
   * Compilers differ in what they throw, and when, for a location or a file that they do not have.
   */
  private Optional<String> read(StandardLocation location, String path, List<String> tried) {
    String place = name(location);
    try {
      FileObject file = filer.getResource(location, "", path);
      tried.add(place + " " + Path.of(file.toUri()));
      return Optional.of(file.getCharContent(false).toString());
    } catch (IOException | RuntimeException e) {
      if (tried.isEmpty() || !tried.get(tried.size() - 1).startsWith(place)) {
        tried.add(place);
      }
      return Optional.empty();
    }
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
