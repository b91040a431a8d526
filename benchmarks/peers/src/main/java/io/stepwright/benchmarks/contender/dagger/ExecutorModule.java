package io.stepwright.benchmarks.contender.dagger;

import dagger.Module;
import dagger.Provides;
import dagger.producers.Production;
import java.util.concurrent.Executor;

/** Runs producers on the executor of the run. */
@Module
final class ExecutorModule {

  private ExecutorModule() {}

  @Provides
  @Production
  static Executor production(@RunsSteps Executor executor) {
    return executor;
  }
}
