package io.stepwright.benchmarks.contender;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What everybody but Stepwright runs steps on, which has the same by default: a virtual thread for
 * each task where there are any, else a pool of as many daemon threads as are needed at once.
 */
public final class StepExecutor {

  private StepExecutor() {}

  /** Whether this JDK has virtual threads. */
  public static boolean isVirtual() {
    return isVirtual(Runtime.version().feature());
  }

  /** Whether a JDK of this feature version has virtual threads. */
  public static boolean isVirtual(int feature) {
    return feature >= 21;
  }

  /** A new executor. */
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
      // The byte code is that of Java 17, which has no such method.
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
