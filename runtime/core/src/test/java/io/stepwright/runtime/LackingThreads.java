package io.stepwright.runtime;

import io.stepwright.background.DaemonThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that cannot be started, as when the process or the machine has no room for more. */
public final class LackingThreads implements DaemonThreads {

  public static final String MESSAGE = "unable to create native thread";

  /** Stands for OutOfMemoryError, at which JUnit would give up the whole process. */
  public static final class LackError extends Error {
    private static final long serialVersionUID = 1L;

    public LackError() {
      super(MESSAGE);
    }
  }

  private final String lacking;
  private final AtomicBoolean isOver = new AtomicBoolean();

  /**
   * Lacks the threads of one name.
   *
   * @param lacking the name, or "" for all
   */
  public LackingThreads(String lacking) {
    this.lacking = lacking;
  }

  /** From now on there is room. */
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

  /** Starts one thread a task, but not for one of them and, if wanted, not for those after it. */
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
