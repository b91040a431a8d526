package io.stepwright.openai.client;

import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread that makes one call. */
final class Caller {

  /** Kinds of threads that make calls. */
  enum Kind {
    PLATFORM,
    /** A virtual thread on JDK 21 and later; the same as {@link #PLATFORM} before. */
    VIRTUAL
  }

  /** The end of a call. */
  record Outcome(ModelReply reply, Throwable failure, boolean interruptedAfterwards) {}

  private static final long SMALL_STACK = 256 * 1024;

  private final Thread thread;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  private Caller(Kind kind, Callable<ModelReply> call) {
    thread = thread(kind, () -> outcome.complete(run(call)));
    thread.start();
  }

  static Caller start(Kind kind, OpenAiModelClient client, ModelRequest request) {
    return new Caller(kind, () -> client.call(request));
  }

  private static Outcome run(Callable<ModelReply> call) {
    try {
      return new Outcome(call.call(), null, Thread.currentThread().isInterrupted());
    } catch (Throwable e) {
      return new Outcome(null, e, Thread.currentThread().isInterrupted());
    }
  }

  private static Thread thread(Kind kind, Runnable task) {
    if (kind == Kind.VIRTUAL && Runtime.version().feature() >= 21) {
      try {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        Method unstarted =
            Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
        return (Thread) unstarted.invoke(builder, task);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    return new Thread(null, task, "caller", SMALL_STACK);
  }

  /**
   * Interrupts the call.
   *
   * @return the time of the interrupt, as {@link System#nanoTime}
   */
  long interrupt() {
    long now = System.nanoTime();
    thread.interrupt();
    return now;
  }

  Outcome outcome() throws InterruptedException {
    try {
      return outcome.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the call does not end", e);
    }
  }

  boolean ended() {
    return outcome.isDone();
  }
}
