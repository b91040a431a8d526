package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Branch;
import io.stepwright.processor.random.RandomAgent.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Records the steps of an agent in one run: their starts, ends and arguments. It holds steps until
 * they are released, if configured so, and returns their outcomes.
 */
final class Recorder implements BiFunction<String, List<Object>, Object> {

  /** The start or the end of a method, with the index of the item. */
  record Event(String label, boolean start) {}

  private final Outcomes outcomes;
  private final Map<String, Step> steps = new HashMap<>();
  private final Map<String, Branch> branches = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Guarded by the lock.
  private final List<Event> events = new ArrayList<>();
  private final Map<String, String> started = new TreeMap<>();
  private final Set<String> held = new TreeSet<>();
  private final Set<String> released = new HashSet<>();
  private final Set<String> allowed = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Thread> holders = new HashMap<>();
  private final Set<Thread> seen = new HashSet<>();
  private @Nullable Thread caller;
  private boolean holding;
  private int inside;
  private int mostInside;

  /**
   * Creates a recorder of one run.
   *
   * @param holding whether steps wait for their release, and may not start before they are allowed
   *     to
   */
  Recorder(RandomAgent agent, Outcomes outcomes, boolean holding) {
    this.outcomes = outcomes;
    this.holding = holding;
    for (Step step : agent.steps()) {
      for (Branch branch : step.branches()) {
        steps.put(branch.method(), step);
        branches.put(branch.method(), branch);
      }
    }
  }

  /** Runs a code step, given its method and arguments. */
  @Override
  public Object apply(String method, List<Object> given) {
    if (method.equals("tool")) {
      return Given.told((String) given.get(0), given.get(1));
    }
    try {
      Branch branch = branches.get(method);
      int index = branch.indexed().map(each -> indexOf(given.get(each).toString())).orElse(-1);
      return run(branch, Given.shown(given), index);
    } catch (InterruptedException e) {
      throw sneaky(e);
    }
  }

  /** Runs a model step, given its prompt. */
  String ask(String prompt) throws InterruptedException {
    Branch branch = branches.get(Given.method(prompt));
    int index = branch.indexed().map(each -> indexOf(Given.item(prompt, each))).orElse(-1);
    Step step = steps.get(branch.method());
    return Given.answer(run(branch, prompt, index), step.type(), branch.optional());
  }

  private Object run(Branch branch, String given, int index) throws InterruptedException {
    String label = index < 0 ? branch.method() : branch.method() + "[" + index + "]";
    enter(label, given);
    try {
      return outcomes.of(branch, steps.get(branch.method()).type(), given, index);
    } finally {
      leave(label);
    }
  }

  private static int indexOf(String item) {
    return Integer.parseInt(item.substring(item.lastIndexOf('@') + 1));
  }

  private void enter(String label, String given) throws InterruptedException {
    lock.lock();
    try {
      events.add(new Event(label, true));
      inside++;
      mostInside = Math.max(mostInside, inside);
      if (started.put(label, given) != null) {
        problems.add(label + " started twice");
      }
      if (holding) {
        hold(label);
      }
    } catch (InterruptedException e) {
      inside--;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void hold(String label) throws InterruptedException {
    if (!allowed.contains(label)) {
      problems.add(label + " started too early");
    }
    held.add(label);
    holders.put(label, Thread.currentThread());
    seen.add(Thread.currentThread());
    changed.signalAll();
    long left = TimeUnit.SECONDS.toNanos(Limit.GIVEN_UP_SECONDS);
    try {
      while (holding && !released.contains(label) && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      held.remove(label);
      holders.remove(label);
      changed.signalAll();
    }
  }

  private void leave(String label) {
    lock.lock();
    try {
      events.add(new Event(label, false));
      inside--;
    } finally {
      lock.unlock();
    }
  }

  /** Allows steps to start. */
  void allow(Set<String> labels) {
    lock.lock();
    try {
      allowed.addAll(labels);
    } finally {
      lock.unlock();
    }
  }

  /** Allows a step to end. */
  void release(String label) {
    lock.lock();
    try {
      released.add(label);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Allows all steps to start and end. */
  void releaseAll() {
    lock.lock();
    try {
      holding = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until exactly these steps are running, or the limit has passed; returns the running
   * steps.
   */
  Set<String> awaitHeld(Set<String> expected) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(Limit.SECONDS);
      while (!held.equals(expected) && problems.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return new TreeSet<>(held);
    } finally {
      lock.unlock();
    }
  }

  /** Marks the calling thread as the caller of the agent. */
  void calledHere() {
    lock.lock();
    try {
      caller = Thread.currentThread();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the number of steps that are held on threads other than the caller's. */
  int heldOnWorkers() {
    lock.lock();
    try {
      return (int) holders.values().stream().filter(thread -> thread != caller).count();
    } finally {
      lock.unlock();
    }
  }

  /** Tells whether every known thread is held again, or has no more work. */
  boolean isQuiet() {
    lock.lock();
    try {
      return seen.stream().allMatch(thread -> holders.containsValue(thread) || isIdle(thread));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tells whether a thread has no more work. A virtual thread that waits may only wait for a lock,
   * so it counts only when it has ended.
   */
  private static boolean isIdle(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    boolean virtual = group != null && group.getName().equals("VirtualThreads");
    return switch (thread.getState()) {
      case TERMINATED -> true;
      case WAITING, TIMED_WAITING -> !virtual;
      default -> false;
    };
  }

  /** Returns the methods that have started, with their arguments. */
  Map<String, String> started() {
    lock.lock();
    try {
      return new TreeMap<>(started);
    } finally {
      lock.unlock();
    }
  }

  /** Returns all events, in order. */
  List<Event> events() {
    lock.lock();
    try {
      return List.copyOf(events);
    } finally {
      lock.unlock();
    }
  }

  /** Returns the violations. */
  List<String> problems() {
    lock.lock();
    try {
      return List.copyOf(problems);
    } finally {
      lock.unlock();
    }
  }

  /** The most steps that ran at once. */
  int mostInside() {
    lock.lock();
    try {
      return mostInside;
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException sneaky(Throwable e) throws E {
    throw (E) e;
  }
}
