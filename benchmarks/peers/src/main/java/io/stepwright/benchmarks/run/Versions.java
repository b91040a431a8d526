package io.stepwright.benchmarks.run;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of the libraries on the class path. */
final class Versions {

  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

  private Versions() {}

  /** Returns the versions by artifact. */
  static Map<String, String> of(List<String> artifacts) {
    Map<String, String> versions = new TreeMap<>();
    for (String entry : ClassPath.text().split(File.pathSeparator)) {
      Matcher matcher = JAR.matcher(String.valueOf(Path.of(entry).getFileName()));
      if (matcher.matches() && artifacts.contains(matcher.group(1))) {
        versions.put(matcher.group(1), matcher.group(2));
      }
    }
    return versions;
  }
}
