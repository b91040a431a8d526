package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Entry;
import io.stepwright.runtime.AgentRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runtimes whose threads differ, and callers of agents. For one run at a time. */
final class Runtimes implements AutoCloseable {

  /** A runtime with its model and listener. */
  record Kind(String name, AgentRuntime runtime, RecordedModel model, Skips skips) {

    static Kind of(String name, @Nullable Executor executor) {
      RecordedModel model = new RecordedModel();
      Skips skips = new Skips();
      AgentRuntime.Builder builder =
          AgentRuntime.builder().modelClient("openai", model).listener(skips);
      if (executor != null) {
        builder.executor(executor);
      }
      return new Kind(name, builder.build(), model, skips);
    }
  }

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final BoundedThreads boundedThreads = new BoundedThreads();
  private final BoundedThreads oneThread = new BoundedThreads();
  private final Kind own = Kind.of("own threads", null);
  private final Kind bounded = Kind.of("as many threads as it is wide", boundedThreads);
  private final Kind one = Kind.of("one thread", oneThread);
  private final Kind callersThread = Kind.of("the calling thread", Runnable::run);

  Kind own() {
    return own;
  }

  Kind bounded() {
    return bounded;
  }

  Kind one() {
    return one;
  }

  Kind callersThread() {
    return callersThread;
  }

  BoundedThreads boundedThreads() {
    return boundedThreads;
  }

  /** Starts a run on a new thread; cancelling the future interrupts it. */
  Future<Optional<List<Object>>> start(
      Kind kind, Recorder recorder, AgentClass type, Entry entry, Map<String, Object> inputs) {
    kind.model().answerFor(recorder);
    return callers.submit(
        () -> {
          recorder.calledHere();
          return type.run(entry, kind.runtime(), recorder, inputs);
        });
  }

  /**
   * Returns the number of threads that work for an agent besides the caller. Virtual threads cannot
   * be counted, so the result is 0 where the runtime's own threads are virtual.
   */
  long threads(Kind kind, RandomAgent agent) {
    if (kind.equals(bounded)) {
      return boundedThreads.busy();
    }
    Thread[] threads = new Thread[Thread.activeCount() + 64];
    int count = Thread.enumerate(threads);
    return Stream.of(threads)
        .limit(count)
        .filter(thread -> thread.getName().startsWith(agent.name() + "."))
        .count();
  }

  /** Closes the runtimes, with a limit on the wait for the rest of a failed run. */
  @Override
  public void close() {
    for (Kind kind : List.of(own, bounded, one, callersThread)) {
      Limit.awaitEnd(
          callers.submit(() -> kind.runtime().close()), "Closing the runtime with " + kind.name());
    }
    callers.shutdownNow();
    boundedThreads.close();
    oneThread.close();
  }
}
