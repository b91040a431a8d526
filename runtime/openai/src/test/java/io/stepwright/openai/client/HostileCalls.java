package io.stepwright.openai.client;

import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The program of a child JVM: makes calls, and prints the time and memory of each. */
final class HostileCalls {

  private HostileCalls() {}

  /**
   * Runs the program.
   *
   * @param arguments the limit of a call in milliseconds, the number of concurrent calls, and URLs.
   *     Of many calls, the last tenth is cancelled when the others have ended, because a server may
   *     hold it
   */
  public static void main(String[] arguments) throws Exception {
    Duration limit = Duration.ofMillis(Long.parseLong(arguments[0]));
    int atOnce = Integer.parseInt(arguments[1]);
    // Loads all classes that a call needs.
    call(arguments[2], Duration.ofMinutes(1));
    for (String url : List.of(arguments).subList(2, arguments.length)) {
      System.gc();
      long rest = heap();
      pools().forEach(MemoryPoolMXBean::resetPeakUsage);
      long start = System.nanoTime();
      List<Thread> threads = new ArrayList<>();
      List<String> outcomes = new ArrayList<>();
      CountDownLatch most = new CountDownLatch(atOnce - atOnce / 10);
      for (int i = 0; i < atOnce; i++) {
        Thread thread =
            new Thread(
                () -> {
                  String outcome = call(url, limit);
                  synchronized (outcomes) {
                    outcomes.add(outcome);
                  }
                  most.countDown();
                });
        threads.add(thread);
        thread.start();
      }
      most.await();
      for (Thread thread : threads) {
        if (atOnce > 1) {
          thread.interrupt();
        }
        thread.join();
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      System.out.printf(
          "%s;%d;%d;%s%n",
          url.replaceAll("http://[^/]*", ""),
          millis,
          (peak - rest) >> 20,
          outcomes.stream().distinct().sorted().toList());
    }
  }

  /** Returns the outcome in one word. */
  private static String call(String url, Duration limit) {
    try (OpenAiModelClient client = Calls.client(url)) {
      ModelReply reply = client.call(Calls.request("Hello", limit));
      return "reply of " + reply.text().length();
    } catch (ModelClientException e) {
      return e.kind() + " " + e.status();
    } catch (Throwable e) {
      return e.toString();
    }
  }

  private static long heap() {
    return pools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
