package io.stepwright.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What all threads allocate from now on. Before JDK 21, which knows the total, it is that of the
 * threads that still live at the end, which those of the pools here do.
 */
final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int JDK_WITH_TOTAL = 21;
  private static final Long TOTAL = 0L;

  private final Map<Long, Long> before = allocated();

  /** Bytes since this object was made; never negative, whichever threads have ended since. */
  long bytes() {
    return allocated().entrySet().stream()
        .mapToLong(now -> now.getValue() - before.getOrDefault(now.getKey(), 0L))
        .sum();
  }

  /** By the number of the thread, or one total. */
  private static Map<Long, Long> allocated() {
    return Runtime.version().feature() < JDK_WITH_TOTAL ? ofThreads() : Map.of(TOTAL, total());
  }

  private static Map<Long, Long> ofThreads() {
    long[] numbers = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(numbers);
    Map<Long, Long> allocated = new HashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      // Of a thread that has just ended it is -1.
      if (bytes[i] > 0) {
        allocated.put(numbers[i], bytes[i]);
      }
    }
    return allocated;
  }

  private static long total() {
    try {
      // As an attribute, because the byte code is that of Java 17.
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
