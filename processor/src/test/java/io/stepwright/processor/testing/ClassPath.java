package io.stepwright.processor.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The class path of compilations: that of the test without the processor's own libraries, so that
 * generated code cannot use them.
 */
final class ClassPath {

  private ClassPath() {}

  static List<Path> of(List<Path> more) {
    List<Path> classPath = new ArrayList<>(more);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String normal = entry.replace('\\', '/');
      boolean core = normal.contains("/core/target/") || normal.contains("stepwright-core");
      // The documents also have snippets with telemetry and reports.
      boolean telemetry =
          normal.contains("/opentelemetry/target/") || normal.contains("/opentelemetry-");
      boolean report = normal.contains("/report/target/") || normal.contains("stepwright-report");
      boolean annotations = normal.contains("/jspecify") || normal.contains("/lombok");
      if (core || telemetry || report || annotations) {
        classPath.add(Path.of(entry));
      }
    }
    return classPath;
  }
}
