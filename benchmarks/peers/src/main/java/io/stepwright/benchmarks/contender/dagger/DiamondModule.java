package io.stepwright.benchmarks.contender.dagger;

import com.google.common.util.concurrent.ListenableFuture;
import dagger.BindsInstance;
import dagger.producers.ProducerModule;
import dagger.producers.Produces;
import dagger.producers.ProductionComponent;
import io.stepwright.benchmarks.flow.Steps;
import io.stepwright.benchmarks.flow.Values;
import java.util.concurrent.Executor;

/** The flow {@code DIAMOND}: a diamond beside a slow step. */
@ProducerModule
final class DiamondModule {

  private DiamondModule() {}

  /** One run. */
  @ProductionComponent(modules = {DiamondModule.class, ExecutorModule.class})
  interface Run {

    @Result
    ListenableFuture<Integer> result();

    /** Creates a run. */
    @ProductionComponent.Builder
    interface Builder {

      @BindsInstance
      Builder input(@Value(0) Integer n);

      @BindsInstance
      Builder steps(Steps steps);

      @BindsInstance
      Builder executor(@RunsSteps Executor executor);

      Run build();
    }
  }

  @Produces
  @Value(1)
  static Integer s1(@Value(0) Integer n, Steps steps) throws InterruptedException {
    return steps.step(1, n);
  }

  @Produces
  @Value(2)
  static Integer s2(@Value(1) Integer s1, Steps steps) throws InterruptedException {
    return steps.step(2, s1);
  }

  @Produces
  @Value(3)
  static Integer s3(@Value(1) Integer s1, Steps steps) throws InterruptedException {
    return steps.step(3, s1);
  }

  @Produces
  @Value(4)
  static Integer s4(@Value(2) Integer s2, @Value(3) Integer s3, Steps steps)
      throws InterruptedException {
    return steps.step(4, s2 + s3);
  }

  @Produces
  @Value(5)
  static Integer s5(@Value(0) Integer n, Steps steps) throws InterruptedException {
    return steps.step(5, n);
  }

  @Produces
  @Result
  static Integer result(@Value(4) Integer s4, @Value(5) Integer s5) {
    return Values.join(s4, s5);
  }
}
