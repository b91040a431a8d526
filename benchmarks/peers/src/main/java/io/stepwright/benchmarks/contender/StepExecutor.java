package io.stepwright.benchmarks.contender;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The executor on which all contenders except Stepwright run steps, equivalent to Stepwright's
 * default: a virtual thread per task if the JDK has virtual threads, otherwise a cached pool of
 * daemon threads.
 */
public final class StepExecutor {

  private StepExecutor() {}

  /** Returns whether this JDK has virtual threads. */
  public static boolean isVirtual() {
    return isVirtual(Runtime.version().feature());
  }

  /** Returns whether a JDK of this feature version has virtual threads. */
  public static boolean isVirtual(int feature) {
    return feature >= 21;
  }

  /** Creates a new executor. */
  public static ExecutorService create() {
    if (!isVirtual()) {
      return Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });
    }
    try {
      // Called by reflection, because the byte code targets Java 17, which lacks the method.
      return (ExecutorService)
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class))
              .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("This JDK says that it has virtual threads.", e);
    }
  }
}
