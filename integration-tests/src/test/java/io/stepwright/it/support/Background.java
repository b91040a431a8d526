package io.stepwright.it.support;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A call on a separate thread. */
public final class Background<T> {

  private final FutureTask<T> task;
  private final Thread thread;

  private Background(Callable<T> call) {
    task = new FutureTask<>(call);
    thread = new Thread(task, "caller");
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts a call. */
  public static <T> Background<T> call(Callable<T> call) {
    return new Background<>(call);
  }

  /** Interrupts the calling thread. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Tells whether the call has returned or thrown. */
  public boolean ended() {
    return task.isDone();
  }

  /** Returns the result of the call, and waits for it. */
  public T result() throws InterruptedException {
    try {
      return await();
    } catch (ExecutionException e) {
      throw new AssertionError("the call failed", e.getCause());
    }
  }

  /** Returns the exception that the call throws, or null. */
  public @Nullable Throwable failure() throws InterruptedException {
    try {
      await();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  private T await() throws InterruptedException, ExecutionException {
    try {
      return task.get(60, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the call does not end", e);
    }
  }
}
