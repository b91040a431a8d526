package io.stepwright.benchmarks.contender.dagger;

import com.google.common.util.concurrent.ListenableFuture;
import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * Runs flows with Dagger Producers. Every step is a {@code @Produces} method, and a component is
 * created for each run. Dagger starts each producer on the executor when its inputs are available.
 */
public final class DaggerProducers {

  private DaggerProducers() {}

  /** Creates the contender for a flow. */
  public static Contender of(Flow flow, Steps steps, Executor executor) {
    return switch (flow) {
      case GUIDE ->
          n ->
              get(
                  DaggerGuideModule_Run.builder()
                      .input(n)
                      .steps(steps)
                      .executor(executor)
                      .build()
                      .result());
      case DIAMOND ->
          n ->
              get(
                  DaggerDiamondModule_Run.builder()
                      .input(n)
                      .steps(steps)
                      .executor(executor)
                      .build()
                      .result());
      case TWENTY ->
          n ->
              get(
                  DaggerTwentyModule_Run.builder()
                      .input(n)
                      .steps(steps)
                      .executor(executor)
                      .build()
                      .result());
      case FAN_OUT ->
          n ->
              get(
                  DaggerFanOutModule_Run.builder()
                      .steps(steps)
                      .executor(executor)
                      .build()
                      .result());
    };
  }

  private static int get(ListenableFuture<Integer> result)
      throws InterruptedException, ExecutionException {
    return result.get();
  }
}
