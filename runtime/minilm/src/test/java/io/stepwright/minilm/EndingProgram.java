package io.stepwright.minilm;

import io.stepwright.runtime.AgentRuntime;
import java.time.Duration;
import java.util.Map;

/**
 * Ends while ONNX Runtime creates a session of the embedder's model. Its arguments are the way to
 * end, and when the runtime is closed.
 */
final class EndingProgram {

  /** The exit code of a program that ends too late. */
  static final int MISSED = 3;

  /** The exit code for {@link How#EXIT}. */
  static final int ASKED = 7;

  private static final String LOADER = "stepwright-embedder";

  /** Ways to end the process. */
  enum How {
    EXIT,
    RETURN,
    SIGNAL
  }

  /** Points in time at which the runtime is closed. */
  enum Close {
    NEVER,
    BEFORE,
    IN_HOOK
  }

  private EndingProgram() {}

  public static void main(String[] arguments) throws Exception {
    AgentRuntime runtime = Probe.runtime().build();
    Close close = Close.valueOf(arguments[1]);
    if (close == Close.IN_HOOK) {
      Runtime.getRuntime().addShutdownHook(new Thread(runtime::close));
    }
    new Probe(runtime);
    while (!isMakingSession()) {
      if (runtime.cache().warmUp(Duration.ofMillis(1))) {
        Runtime.getRuntime().halt(MISSED);
      }
    }
    How how = How.valueOf(arguments[0]);
    if (how == How.SIGNAL) {
      new ProcessBuilder("kill", "-TERM", Long.toString(ProcessHandle.current().pid())).start();
    }
    if (close == Close.BEFORE) {
      runtime.close();
    }
    System.out.println("the end");
    if (how == How.EXIT) {
      System.exit(ASKED);
    } else if (how == How.SIGNAL) {
      Thread.sleep(Duration.ofMinutes(10).toMillis());
    }
  }

  private static boolean isMakingSession() {
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      if (thread.getKey().getName().equals(LOADER)) {
        for (StackTraceElement frame : thread.getValue()) {
          if (frame.isNativeMethod() && frame.getMethodName().equals("createSession")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
