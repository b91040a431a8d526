package io.stepwright.report.format.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The runs whose reports are in a folder, the oldest first. Runs of earlier processes are ordered
 * by the time in their names; runs of this process by their arrival, because the clock may be set
 * back while it runs. All runtimes of the process share one object per folder. Thread-safe.
 */
final class FolderRuns {

  private static final Pattern OWN =
      Pattern.compile("(run-\\d{8}-\\d{6}-\\d{3}-\\d{6,}-\\d+-.+)\\.(?:html|json)");

  private static final Map<Path, FolderRuns> FOLDERS = new ConcurrentHashMap<>();

  private final Path folder;
  private final LinkedHashSet<String> names = new LinkedHashSet<>();

  private FolderRuns(Path folder) {
    this.folder = folder;
  }

  static FolderRuns of(Path folder) {
    return FOLDERS.computeIfAbsent(folder.toAbsolutePath().normalize(), FolderRuns::new);
  }

  /**
   * Returns the runs that exceed the limit, the oldest first.
   *
   * @param written the run that was just written, which is the newest one
   * @param keep the number of runs to keep
   */
  synchronized List<String> surplus(String written, int keep) throws IOException {
    TreeSet<String> found = list();
    names.retainAll(found);
    found.remove(written);
    names.addAll(found);
    names.add(written);
    return new ArrayList<>(names).subList(0, Math.max(0, names.size() - keep));
  }

  private TreeSet<String> list() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(
          file -> {
            Matcher own = OWN.matcher(String.valueOf(file.getFileName()));
            if (own.matches()) {
              found.add(own.group(1));
            }
          });
    }
    return found;
  }
}
