package io.stepwright.benchmarks.contender.dagger;

import com.google.common.util.concurrent.ListenableFuture;
import dagger.BindsInstance;
import dagger.producers.ProducerModule;
import dagger.producers.Produces;
import dagger.producers.ProductionComponent;
import io.stepwright.benchmarks.flow.Steps;
import io.stepwright.benchmarks.flow.Values;
import java.util.concurrent.Executor;

/** The flow {@code GUIDE}: the three steps of the guide. */
@ProducerModule
final class GuideModule {

  private GuideModule() {}

  /** One run. */
  @ProductionComponent(modules = {GuideModule.class, ExecutorModule.class})
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
  static Integer s2(@Value(0) Integer n, @Value(1) Integer s1, Steps steps)
      throws InterruptedException {
    return steps.step(2, n + s1);
  }

  @Produces
  @Value(3)
  static Integer s3(@Value(0) Integer n, Steps steps) throws InterruptedException {
    return steps.step(3, n);
  }

  @Produces
  @Result
  static Integer result(@Value(1) Integer s1, @Value(2) Integer s2, @Value(3) Integer s3) {
    return Values.join(s1, s2, s3);
  }
}
