package io.stepwright.engine;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.background.VirtualThreads;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class StartedThreadsTest {

  private static final int CALLERS_A_PROCESSOR = 8;
  private static final int COUNTED_RUNS = 1_000;
  private static final int UNCOUNTED_RUNS = 50;
  private static final int ITEMS = 200;

  @Test
  void theLastThatComesLetsTheCallerGo() throws InterruptedException {
    StartedThreads threads = new StartedThreads();
    threads.yieldToStarted(); // Returns at once, since no thread was started.
    threads.started();
    threads.started();
    Thread other =
        new Thread(
            () -> {
              threads.began();
              threads.began();
            });
    other.start();
    threads.yieldToStarted();
    other.join();
    threads.yieldToStarted();
  }

  @Test
  void aThreadThatNeverComesHoldsNobodyForEver() {
    StartedThreads threads = new StartedThreads();
    threads.started();
    threads.yieldToStarted();
  }

  @Test
  void threadsWithoutWorkDoNotPileUp() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName scheduler = new ObjectName("jdk.management:type=VirtualThreadScheduler");
    // Only JDK 24 and later count virtual threads; on others the test only checks that the runs
    // end.
    boolean isCounted = server.isRegistered(scheduler);
    int runs = isCounted ? COUNTED_RUNS : UNCOUNTED_RUNS;
    int callers = CALLERS_A_PROCESSOR * Runtime.getRuntime().availableProcessors();
    AtomicLong most = new AtomicLong();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(callers);
    ThreadFactory virtual = VirtualThreads.factory();
    ThreadFactory threads = virtual == null ? Thread::new : virtual;
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      Wiring wiring = runtime.wiring(AGENT);
      for (int i = 0; i < callers; i++) {
        threads
            .newThread(
                () -> {
                  try {
                    for (int n = 0; n < runs; n++) {
                      fanOut(wiring);
                    }
                    if (isCounted) {
                      Object queued = server.getAttribute(scheduler, "QueuedVirtualThreadCount");
                      most.accumulateAndGet(((Number) queued).longValue(), Math::max);
                    }
                  } catch (Throwable e) {
                    failure.set(e);
                  } finally {
                    ended.countDown();
                  }
                })
            .start();
      }
      ended.await();
    }
    assertThat(failure.get()).isNull();
    // Bounds the threads started by open runs, generously; the threads of all runs together would
    // be more.
    assertThat(most.get()).isLessThan(10L * callers * ITEMS);
  }

  private static void fanOut(Wiring wiring) {
    List<Integer> items = IntStream.range(0, ITEMS).boxed().toList();
    try (Run run = wiring.start(ENTRY)) {
      run.result(
          run.each(StepInfo.code(AGENT, "items").atOnce(ITEMS), () -> items, (step, n) -> n)
              .join());
    }
  }
}
