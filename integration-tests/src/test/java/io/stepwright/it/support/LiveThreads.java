package io.stepwright.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** The live threads of this JVM, virtual ones included. */
public final class LiveThreads {

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private LiveThreads() {}

  /** The names of the live threads whose names begin with a prefix. */
  public static List<String> namedAfter(String prefix) {
    Stream<String> platform =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(n -> n.startsWith(prefix));
    return Stream.concat(platform, virtual(prefix))
        .distinct()
        .sorted()
        .collect(Collectors.toList());
  }

  private static Stream<String> virtual(String prefix) {
    if (Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS) {
      return Stream.empty();
    }
    // Virtual threads are listed only in a thread dump.
    return Pattern.compile("\"(" + Pattern.quote(prefix) + "[^\"]*)\" virtual")
        .matcher(dump())
        .results()
        .map(found -> found.group(1));
  }

  private static String dump() {
    try {
      Path folder = Files.createTempDirectory("threads");
      Path file = folder.resolve("dump.txt");
      try {
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                "dumpThreads",
                new Object[] {file.toString(), "TEXT_PLAIN"},
                new String[] {String.class.getName(), String.class.getName()});
        return Files.readString(file);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JMException e) {
      throw new IllegalStateException("this JVM gives no thread dump", e);
    }
  }
}
