package io.stepwright.runtime;

import io.stepwright.background.DaemonThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Creates threads that cannot be started, as when the process or the machine has no room for more.
 */
public final class LackingThreads implements DaemonThreads {

  public static final String MESSAGE = "unable to create native thread";

  /** Stands for OutOfMemoryError, which would make JUnit abort the process. */
  public static final class LackError extends Error {
    private static final long serialVersionUID = 1L;

    public LackError() {
      super(MESSAGE);
    }
  }

  private final String lacking;
  private final AtomicBoolean isOver = new AtomicBoolean();

  /**
   * Makes the threads of one name fail.
   *
   * @param lacking the name, or "" for all
   */
  public LackingThreads(String lacking) {
    this.lacking = lacking;
  }

  /** Lets threads start from now on. */
  public void end() {
    isOver.set(true);
  }

  @Override
  public Thread make(Runnable task, String name) {
    if (isOver.get() || !name.contains(lacking)) {
      return DaemonThreads.daemon(task, name);
    }
    if (name.equals("stepwright-listener") || name.equals("stepwright-reports")) {
      // They are for a pool, and the pools of newer JDKs start threads past their method.
      throw new LackError();
    }
    return new Thread(task, name) {
      @Override
      public void start() {
        throw new LackError();
      }
    };
  }

  /**
   * Returns an executor with one thread for each task that fails for one task and, if wanted, for
   * all later ones.
   */
  public static Executor executor(int lacking, boolean andThoseAfterIt) {
    AtomicInteger tasks = new AtomicInteger();
    return task -> {
      int number = tasks.getAndIncrement();
      if (number == lacking || (andThoseAfterIt && number > lacking)) {
        throw new LackError();
      }
      DaemonThreads.daemon(task, "test").start();
    };
  }
}
