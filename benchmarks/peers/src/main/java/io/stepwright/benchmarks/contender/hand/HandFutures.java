package io.stepwright.benchmarks.contender.hand;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;
import io.stepwright.benchmarks.flow.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Runs flows with composed {@link CompletableFuture}s. A step that is the only successor of another
 * runs on its thread; if there are several successors, each is submitted to the executor.
 */
public final class HandFutures {

  private final Steps steps;
  private final Executor executor;

  private HandFutures(Steps steps, Executor executor) {
    this.steps = steps;
    this.executor = executor;
  }

  /** Creates the contender for a flow. */
  public static Contender of(Flow flow, Steps steps, Executor executor) {
    HandFutures hand = new HandFutures(steps, executor);
    return switch (flow) {
      case GUIDE -> hand::guide;
      case DIAMOND -> hand::diamond;
      case TWENTY -> hand::twenty;
      case FAN_OUT -> hand::fanOut;
    };
  }

  private int step(int id, int sum) {
    try {
      return steps.step(id, sum);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<Integer> start(int id, int sum) {
    return CompletableFuture.supplyAsync(() -> step(id, sum), executor);
  }

  private int guide(int n) {
    CompletableFuture<Integer> note = start(3, n);
    CompletableFuture<Integer> intent = start(1, n);
    CompletableFuture<Integer> email = intent.thenApply(i -> step(2, n + i));
    return Values.join(intent.join(), email.join(), note.join());
  }

  private int diamond(int n) {
    CompletableFuture<Integer> slow = start(5, n);
    CompletableFuture<Integer> a = start(1, n);
    CompletableFuture<Integer> b = a.thenApplyAsync(s -> step(2, s), executor);
    CompletableFuture<Integer> c = a.thenApplyAsync(s -> step(3, s), executor);
    CompletableFuture<Integer> d = b.thenCombine(c, (s, t) -> step(4, s + t));
    return Values.join(d.join(), slow.join());
  }

  private int twenty(int n) {
    CompletableFuture<Integer> s1 = start(1, n);
    CompletableFuture<Integer> s2 = start(2, n);
    CompletableFuture<Integer> s3 = start(3, n);
    CompletableFuture<Integer> s4 = s1.thenApplyAsync(s -> step(4, s), executor);
    CompletableFuture<Integer> s5 = s1.thenCombineAsync(s2, (s, t) -> step(5, s + t), executor);
    CompletableFuture<Integer> s6 = s2.thenApplyAsync(s -> step(6, s), executor);
    CompletableFuture<Integer> s7 = s3.thenApplyAsync(s -> step(7, s), executor);
    CompletableFuture<Integer> s8 = s3.thenCombineAsync(s4, (s, t) -> step(8, s + t), executor);
    CompletableFuture<Integer> s9 = s5.thenApplyAsync(s -> step(9, s), executor);
    CompletableFuture<Integer> s10 = s5.thenCombineAsync(s6, (s, t) -> step(10, s + t), executor);
    CompletableFuture<Integer> s11 = s6.thenApplyAsync(s -> step(11, s), executor);
    CompletableFuture<Integer> s12 = s7.thenApplyAsync(s -> step(12, s), executor);
    CompletableFuture<Integer> s13 = s8.thenApplyAsync(s -> step(13, s), executor);
    CompletableFuture<Integer> s14 = s9.thenCombineAsync(s10, (s, t) -> step(14, s + t), executor);
    CompletableFuture<Integer> s15 = s10.thenCombineAsync(s11, (s, t) -> step(15, s + t), executor);
    CompletableFuture<Integer> s16 = s12.thenApplyAsync(s -> step(16, s), executor);
    CompletableFuture<Integer> s17 = s13.thenCombineAsync(s14, (s, t) -> step(17, s + t), executor);
    CompletableFuture<Integer> s18 = s15.thenApplyAsync(s -> step(18, s), executor);
    CompletableFuture<Integer> s19 = s16.thenCombineAsync(s17, (s, t) -> step(19, s + t), executor);
    CompletableFuture<Integer> s20 = s18.thenCombineAsync(s19, (s, t) -> step(20, s + t), executor);
    return s20.join();
  }

  private int fanOut(int n) {
    List<CompletableFuture<Integer>> items = new ArrayList<>(Flow.ITEMS);
    for (int i = 0; i < Flow.ITEMS; i++) {
      items.add(start(1, i));
    }
    return items.stream().mapToInt(CompletableFuture::join).sum();
  }
}
