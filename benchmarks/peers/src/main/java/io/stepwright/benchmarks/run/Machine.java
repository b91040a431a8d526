package io.stepwright.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Describes the machine on which the benchmark runs. */
final class Machine {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Machine() {}

  static String describe(List<Jdk> jdks) {
    return String.format(
        Locale.ROOT,
        "%d cores (%s), %d GB of memory, %s %s; %s",
        SYSTEM.getAvailableProcessors(),
        processor(),
        Math.round(SYSTEM.getTotalMemorySize() / 1e9),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        jdks.stream().map(Machine::version).collect(Collectors.joining(", ")));
  }

  /** Returns the number of files that a process may have open. */
  static long openFiles() {
    return SYSTEM instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("of an unknown kind");
    } catch (IOException e) {
      return "of an unknown kind";
    }
  }

  private static String version(Jdk jdk) {
    try {
      return Files.readAllLines(jdk.home().resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .findFirst()
          .map(line -> "JDK " + line.substring(line.indexOf('=') + 1).replace("\"", ""))
          .orElse("JDK " + jdk.feature());
    } catch (IOException e) {
      return "JDK " + jdk.feature();
    }
  }
}
