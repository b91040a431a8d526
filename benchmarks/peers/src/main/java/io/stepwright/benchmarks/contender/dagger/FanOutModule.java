package io.stepwright.benchmarks.contender.dagger;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import dagger.BindsInstance;
import dagger.producers.ProducerModule;
import dagger.producers.Produces;
import dagger.producers.ProductionComponent;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The flow {@code FAN_OUT}: one step for each item. A producer graph is fixed, so for a number of
 * items that is known only at run time, one producer returns the future of all items.
 */
@ProducerModule
final class FanOutModule {

  private FanOutModule() {}

  /** One run. */
  @ProductionComponent(modules = {FanOutModule.class, ExecutorModule.class})
  interface Run {

    @Result
    ListenableFuture<Integer> result();

    /** Creates a run. */
    @ProductionComponent.Builder
    interface Builder {

      @BindsInstance
      Builder steps(Steps steps);

      @BindsInstance
      Builder executor(@RunsSteps Executor executor);

      Run build();
    }
  }

  @Produces
  static ListenableFuture<List<Integer>> items(Steps steps, @RunsSteps Executor executor) {
    List<ListenableFuture<Integer>> items = new ArrayList<>(Flow.ITEMS);
    for (int i = 0; i < Flow.ITEMS; i++) {
      int item = i;
      items.add(Futures.submit(() -> steps.step(1, item), executor));
    }
    return Futures.allAsList(items);
  }

  @Produces
  @Result
  static Integer result(List<Integer> items) {
    return items.stream().mapToInt(Integer::intValue).sum();
  }
}
