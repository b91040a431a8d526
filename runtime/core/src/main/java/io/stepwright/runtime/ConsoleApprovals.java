package io.stepwright.runtime;

import io.stepwright.background.DaemonThreads;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.PendingCall;
import io.stepwright.spi.ServerText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Asks for approvals on a terminal, one call after another, for development. Only {@code y} and
 * {@code yes} approve a call. Thread-safe.
 */
public final class ConsoleApprovals implements Approvals {

  private static final long DAYS = 365;

  private final InputStream input;
  private final PrintStream output;
  private final ReentrantLock one = new ReentrantLock(true);
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(1);
  private @Nullable Thread reader;
  private volatile boolean asking;
  private volatile boolean ended;

  /** Makes approvals on standard input and output. */
  public ConsoleApprovals() {
    this(System.in, System.out);
  }

  /** Makes approvals that read lines of the platform's character set. */
  public ConsoleApprovals(InputStream input, PrintStream output) {
    this.input = input;
    this.output = output;
  }

  @Override
  public Decision decide(PendingCall call) throws InterruptedException {
    one.lockInterruptibly();
    try {
      output.println(ServerText.line(call.question()));
      output.println(
          ServerText.line(
              call.run().agent() + "." + call.step() + " calls " + call.tool() + call.arguments()));
      String line = answer(nanos(call));
      if (line == null) {
        output.println("expired");
        return Decision.expired(call);
      }
      return switch (line.strip().toLowerCase(Locale.ROOT)) {
        case "y", "yes" -> Decision.approved(call);
        default -> Decision.refused(call);
      };
    } finally {
      one.unlock();
    }
  }

  /** Asks, and returns the next line, the empty one at the end of the input; null after a time. */
  private @Nullable String answer(long nanos) throws InterruptedException {
    lines.clear();
    // Whoever sees the question may answer at once.
    asking = true;
    try {
      output.print("Approve? [y/N] ");
      output.flush();
      startReader();
      // The last line may be here although the input has ended meanwhile.
      String line = ended ? lines.poll() : lines.poll(nanos, TimeUnit.NANOSECONDS);
      return line == null && ended ? "" : line;
    } finally {
      asking = false;
    }
  }

  private static long nanos(PendingCall call) {
    Instant expires = call.expires();
    long most = TimeUnit.DAYS.toNanos(DAYS);
    if (expires == null || Duration.between(Instant.now(), expires).toDays() >= DAYS) {
      return most;
    }
    return Duration.between(Instant.now(), expires).toNanos();
  }

  /** Starts the thread that reads lines: a read cannot be interrupted. Under the lock. */
  private void startReader() {
    if (reader == null) {
      reader = DaemonThreads.daemon(this::read, "stepwright-console");
      reader.start();
    }
  }

  @SuppressWarnings("SystemConsoleNull")
  private void read() {
    BufferedReader text =
        new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()));
    try {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        // A line that is typed before the question is no answer to it.
        boolean unused = asking && lines.offer(line);
      }
    } catch (IOException e) {
      // As at the end of the input: every question is refused at once.
    } finally {
      ended = true;
      boolean unused = lines.offer("");
    }
  }
}
