package io.stepwright.engine.message;

import io.stepwright.runtime.RunCancelledException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Recognises exceptions that a body throws because it was interrupted. */
public final class Interruptions {

  public static final String OF_CALLER = "the thread of its caller was interrupted";

  // Bound for chains of causes, which may be cyclic.
  private static final int MOST_CAUSES = 20;

  private Interruptions() {}

  public static boolean isOne(Throwable thrown) {
    @Nullable Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      if (cause instanceof InterruptedException
          || cause instanceof InterruptedIOException
          || cause instanceof ClosedByInterruptException
          || cause instanceof CancellationException
          || cause instanceof RunCancelledException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
