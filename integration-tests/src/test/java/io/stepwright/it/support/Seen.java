package io.stepwright.it.support;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Collects all visible output while it is open: logs of every level, standard streams, failures.
 */
public final class Seen implements AutoCloseable {

  private final StringWriter text = new StringWriter();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Logger root = Logger.getLogger("");
  private final @Nullable Level level = root.getLevel();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Handler handler = new Log();

  /** Starts to collect. */
  public Seen() {
    root.setLevel(Level.ALL);
    root.addHandler(handler);
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
  }

  /** Adds the text of an object that a user could print. */
  public void add(Object object) {
    text.append(object.toString()).append('\n');
  }

  /** Adds a failure with its causes and suppressed exceptions: traces, messages and texts. */
  public void add(Throwable failure) {
    failure.printStackTrace(new PrintWriter(text, true));
    add(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private void add(@Nullable Throwable failure, Set<Throwable> known) {
    if (failure == null || !known.add(failure)) {
      return;
    }
    text.append(failure.toString()).append(' ').append(failure.getMessage()).append('\n');
    add(failure.getCause(), known);
    for (Throwable suppressed : failure.getSuppressed()) {
      add(suppressed, known);
    }
  }

  /** Returns all collected text. */
  public String text() {
    return text + printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    root.removeHandler(handler);
    root.setLevel(level);
  }

  private final class Log extends Handler {

    private Log() {
      setLevel(Level.ALL);
      setFormatter(new SimpleFormatter());
    }

    @Override
    public void publish(LogRecord record) {
      text.append(getFormatter().format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
