package io.stepwright.benchmarks.contender.hand;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;
import io.stepwright.benchmarks.flow.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Runs flows with blocking code: steps beside the caller are submitted, and {@code get} waits for
 * them. The caller runs the longest path itself. In the graph of twenty steps, whose chains cross,
 * every step is submitted, which keeps such code readable.
 */
public final class HandThreads {

  private final Steps steps;
  private final ExecutorService executor;

  private HandThreads(Steps steps, ExecutorService executor) {
    this.steps = steps;
    this.executor = executor;
  }

  /** Creates the contender for a flow. */
  public static Contender of(Flow flow, Steps steps, ExecutorService executor) {
    HandThreads hand = new HandThreads(steps, executor);
    return switch (flow) {
      case GUIDE -> hand::guide;
      case DIAMOND -> hand::diamond;
      case TWENTY -> hand::twenty;
      case FAN_OUT -> hand::fanOut;
    };
  }

  private int guide(int n) throws Exception {
    Future<Integer> note = executor.submit(() -> steps.step(3, n));
    int intent = steps.step(1, n);
    int email = steps.step(2, n + intent);
    return Values.join(intent, email, note.get());
  }

  private int diamond(int n) throws Exception {
    Future<Integer> slow = executor.submit(() -> steps.step(5, n));
    int a = steps.step(1, n);
    Future<Integer> c = executor.submit(() -> steps.step(3, a));
    int b = steps.step(2, a);
    int d = steps.step(4, b + c.get());
    return Values.join(d, slow.get());
  }

  private int twenty(int n) throws Exception {
    Future<Integer> s1 = executor.submit(() -> steps.step(1, n));
    Future<Integer> s2 = executor.submit(() -> steps.step(2, n));
    Future<Integer> s3 = executor.submit(() -> steps.step(3, n));
    Future<Integer> s4 = executor.submit(() -> steps.step(4, s1.get()));
    Future<Integer> s5 = executor.submit(() -> steps.step(5, s1.get() + s2.get()));
    Future<Integer> s6 = executor.submit(() -> steps.step(6, s2.get()));
    Future<Integer> s7 = executor.submit(() -> steps.step(7, s3.get()));
    Future<Integer> s8 = executor.submit(() -> steps.step(8, s3.get() + s4.get()));
    Future<Integer> s9 = executor.submit(() -> steps.step(9, s5.get()));
    Future<Integer> s10 = executor.submit(() -> steps.step(10, s5.get() + s6.get()));
    Future<Integer> s11 = executor.submit(() -> steps.step(11, s6.get()));
    Future<Integer> s12 = executor.submit(() -> steps.step(12, s7.get()));
    Future<Integer> s13 = executor.submit(() -> steps.step(13, s8.get()));
    Future<Integer> s14 = executor.submit(() -> steps.step(14, s9.get() + s10.get()));
    Future<Integer> s15 = executor.submit(() -> steps.step(15, s10.get() + s11.get()));
    Future<Integer> s16 = executor.submit(() -> steps.step(16, s12.get()));
    Future<Integer> s17 = executor.submit(() -> steps.step(17, s13.get() + s14.get()));
    Future<Integer> s18 = executor.submit(() -> steps.step(18, s15.get()));
    Future<Integer> s19 = executor.submit(() -> steps.step(19, s16.get() + s17.get()));
    Future<Integer> s20 = executor.submit(() -> steps.step(20, s18.get() + s19.get()));
    return s20.get();
  }

  private int fanOut(int n) throws Exception {
    List<Future<Integer>> items = new ArrayList<>(Flow.ITEMS);
    for (int i = 0; i < Flow.ITEMS; i++) {
      int item = i;
      items.add(executor.submit(() -> steps.step(1, item)));
    }
    int sum = 0;
    for (Future<Integer> item : items) {
      sum += item.get();
    }
    return sum;
  }
}
