package io.stepwright.benchmarks.process;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Measures the bytes that all threads allocate. Before JDK 21, which provides the total, only
 * threads that are still alive at the end count, as those of the pools here are.
 */
public final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int JDK_WITH_TOTAL = 21;
  private static final Long TOTAL = 0L;

  private final Map<Long, Long> before = allocated();

  /**
   * Returns the bytes since this object was created, which are never negative, even if threads have
   * ended since.
   */
  public long bytes() {
    return allocated().entrySet().stream()
        .mapToLong(now -> now.getValue() - before.getOrDefault(now.getKey(), 0L))
        .sum();
  }

  /** Returns the bytes by the id of the thread, or one total. */
  private static Map<Long, Long> allocated() {
    return Runtime.version().feature() < JDK_WITH_TOTAL ? ofThreads() : Map.of(TOTAL, total());
  }

  private static Map<Long, Long> ofThreads() {
    long[] numbers = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(numbers);
    Map<Long, Long> allocated = new HashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      // The value is -1 for a thread that has just ended.
      if (bytes[i] > 0) {
        allocated.put(numbers[i], bytes[i]);
      }
    }
    return allocated;
  }

  private static long total() {
    try {
      // Read as an attribute, because the byte code targets Java 17.
      return (long)
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                  "TotalThreadAllocatedBytes");
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
