package io.stepwright.benchmarks.contender.dagger;

import com.google.common.util.concurrent.ListenableFuture;
import dagger.BindsInstance;
import dagger.producers.ProducerModule;
import dagger.producers.Produces;
import dagger.producers.ProductionComponent;
import io.stepwright.benchmarks.flow.Steps;
import java.util.concurrent.Executor;

/** The flow {@code TWENTY}: twenty steps. */
@ProducerModule
final class TwentyModule {

  private TwentyModule() {}

  /** One run. */
  @ProductionComponent(modules = {TwentyModule.class, ExecutorModule.class})
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
  static Integer s2(@Value(0) Integer n, Steps steps) throws InterruptedException {
    return steps.step(2, n);
  }

  @Produces
  @Value(3)
  static Integer s3(@Value(0) Integer n, Steps steps) throws InterruptedException {
    return steps.step(3, n);
  }

  @Produces
  @Value(4)
  static Integer s4(@Value(1) Integer s1, Steps steps) throws InterruptedException {
    return steps.step(4, s1);
  }

  @Produces
  @Value(5)
  static Integer s5(@Value(1) Integer s1, @Value(2) Integer s2, Steps steps)
      throws InterruptedException {
    return steps.step(5, s1 + s2);
  }

  @Produces
  @Value(6)
  static Integer s6(@Value(2) Integer s2, Steps steps) throws InterruptedException {
    return steps.step(6, s2);
  }

  @Produces
  @Value(7)
  static Integer s7(@Value(3) Integer s3, Steps steps) throws InterruptedException {
    return steps.step(7, s3);
  }

  @Produces
  @Value(8)
  static Integer s8(@Value(3) Integer s3, @Value(4) Integer s4, Steps steps)
      throws InterruptedException {
    return steps.step(8, s3 + s4);
  }

  @Produces
  @Value(9)
  static Integer s9(@Value(5) Integer s5, Steps steps) throws InterruptedException {
    return steps.step(9, s5);
  }

  @Produces
  @Value(10)
  static Integer s10(@Value(5) Integer s5, @Value(6) Integer s6, Steps steps)
      throws InterruptedException {
    return steps.step(10, s5 + s6);
  }

  @Produces
  @Value(11)
  static Integer s11(@Value(6) Integer s6, Steps steps) throws InterruptedException {
    return steps.step(11, s6);
  }

  @Produces
  @Value(12)
  static Integer s12(@Value(7) Integer s7, Steps steps) throws InterruptedException {
    return steps.step(12, s7);
  }

  @Produces
  @Value(13)
  static Integer s13(@Value(8) Integer s8, Steps steps) throws InterruptedException {
    return steps.step(13, s8);
  }

  @Produces
  @Value(14)
  static Integer s14(@Value(9) Integer s9, @Value(10) Integer s10, Steps steps)
      throws InterruptedException {
    return steps.step(14, s9 + s10);
  }

  @Produces
  @Value(15)
  static Integer s15(@Value(10) Integer s10, @Value(11) Integer s11, Steps steps)
      throws InterruptedException {
    return steps.step(15, s10 + s11);
  }

  @Produces
  @Value(16)
  static Integer s16(@Value(12) Integer s12, Steps steps) throws InterruptedException {
    return steps.step(16, s12);
  }

  @Produces
  @Value(17)
  static Integer s17(@Value(13) Integer s13, @Value(14) Integer s14, Steps steps)
      throws InterruptedException {
    return steps.step(17, s13 + s14);
  }

  @Produces
  @Value(18)
  static Integer s18(@Value(15) Integer s15, Steps steps) throws InterruptedException {
    return steps.step(18, s15);
  }

  @Produces
  @Value(19)
  static Integer s19(@Value(16) Integer s16, @Value(17) Integer s17, Steps steps)
      throws InterruptedException {
    return steps.step(19, s16 + s17);
  }

  @Produces
  @Value(20)
  static Integer s20(@Value(18) Integer s18, @Value(19) Integer s19, Steps steps)
      throws InterruptedException {
    return steps.step(20, s18 + s19);
  }

  @Produces
  @Result
  static Integer result(@Value(20) Integer s20) {
    return s20;
  }
}
