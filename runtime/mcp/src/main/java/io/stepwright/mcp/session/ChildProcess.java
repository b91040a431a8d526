package io.stepwright.mcp.session;

import io.stepwright.background.DaemonThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A process that ends with this one, and takes the processes that it has started along. */
final class ChildProcess {

  private static final long ORDERLY_MILLIS = 500;
  private static final long ENDING_MILLIS = 1_000;

  private final Process process;
  private final Thread hook;

  private ChildProcess(Process process) {
    this.process = process;
    hook = new Thread(() -> kill(all()), "stepwright-mcp-exit");
  }

  static ChildProcess start(ProcessBuilder builder) throws IOException {
    ChildProcess child = new ChildProcess(builder.start());
    try {
      Runtime.getRuntime().addShutdownHook(child.hook);
    } catch (IllegalStateException e) {
      kill(child.all()); // The JVM is ending.
      throw new IOException("the JVM is ending", e);
    }
    return child;
  }

  Process process() {
    return process;
  }

  /** Says how the process has ended, for a message. */
  String end() {
    return process.isAlive()
        ? "its process has closed its streams"
        : "its process has ended with the status " + process.exitValue();
  }

  private List<ProcessHandle> all() {
    List<ProcessHandle> all = new ArrayList<>();
    process.descendants().forEach(all::add);
    all.add(process.toHandle());
    return all;
  }

  /**
   * Ends the process and those that it has started.
   *
   * @param orderly whether it gets time to end by itself
   */
  void close(boolean orderly) {
    Set<ProcessHandle> all = new LinkedHashSet<>(all());
    // Writers hold the lock of the stream, and may be stuck: the stream is closed by another
    // thread.
    DaemonThreads.daemon(this::closeInput, "stepwright-mcp-close").start();
    boolean interrupted = false;
    try {
      if (!orderly || !process.waitFor(ORDERLY_MILLIS, TimeUnit.MILLISECONDS)) {
        all.addAll(all());
        all.forEach(ProcessHandle::destroy);
        process.waitFor(ENDING_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    all.addAll(all());
    kill(all);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending, and the hook has nothing left to do.
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The process has ended.
    }
  }

  private static void kill(Iterable<ProcessHandle> processes) {
    for (ProcessHandle each : processes) {
      each.destroyForcibly();
    }
  }
}
