package io.stepwright.report.format;

import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A slow model in memory, which fails as often as configured. */
final class SlowModel implements ModelClient {

  static final String ANSWER = "canary-answer";
  static final String MESSAGE = "the server said no";

  /** The time on the wire that answers claim. */
  static final long ON_WIRE_NANOS = 5_000_000;

  private final Map<String, Queue<Integer>> failures = new ConcurrentHashMap<>();
  private final CountDownLatch never = new CountDownLatch(1);

  /** Makes the next requests to a model fail with these statuses. */
  SlowModel failing(String model, Integer... statuses) {
    failures
        .computeIfAbsent(model, name -> new ConcurrentLinkedQueue<>())
        .addAll(List.of(statuses));
    return this;
  }

  @Override
  public ModelReply call(ModelRequest request) throws ModelClientException, InterruptedException {
    if (request.model().equals("never")) {
      never.await();
    }
    Thread.sleep(request.model().equals("large") ? 60 : 25);
    Queue<Integer> planned = failures.get(request.model());
    Integer status = planned == null ? null : planned.poll();
    if (status != null) {
      throw new ModelClientException(MESSAGE, status, status >= 500, Duration.ofMillis(20), null);
    }
    return new ModelReply(ANSWER, request.model() + "-2026-01", ModelReply.Finish.COMPLETE, 120, 30)
        .onWire(ON_WIRE_NANOS);
  }

  @Override
  public void close() {}
}
