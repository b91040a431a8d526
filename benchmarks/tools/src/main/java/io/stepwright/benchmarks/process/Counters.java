package io.stepwright.benchmarks.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resources that this process has used so far. */
public final class Counters {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Counters() {}

  /** Returns the CPU time of all threads, including those of the JVM, in nanoseconds. */
  public static long cpuNanos() {
    return SYSTEM.getProcessCpuTime();
  }

  /** Returns the peak number of live platform threads, including those of the JVM. */
  public static int peakThreads() {
    return THREADS.getPeakThreadCount();
  }

  /** Returns the peak memory of the process in megabytes; NaN if the system does not provide it. */
  public static double peakMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
