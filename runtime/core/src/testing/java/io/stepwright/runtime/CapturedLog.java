package io.stepwright.runtime;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Captures what a class logs through {@code System.Logger}, which uses java.util.logging in tests.
 */
public final class CapturedLog implements AutoCloseable {

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final Handler handler;

  public CapturedLog(Class<?> type, Consumer<String> onMessage) {
    this(Logger.getLogger(type.getName()), onMessage);
  }

  /** Captures the messages of a logger, by name. */
  public CapturedLog(String name, Consumer<String> onMessage) {
    this(Logger.getLogger(name), onMessage);
  }

  private CapturedLog(Logger logger, Consumer<String> onMessage) {
    this.logger = logger;
    handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            String message =
                record.getParameters() == null
                    ? record.getMessage()
                    : MessageFormat.format(record.getMessage(), record.getParameters());
            messages.add(message);
            onMessage.accept(message);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
  }

  /** Captures the messages of a logger and of those below it. */
  public CapturedLog(Logger logger) {
    this(logger, message -> {});
  }

  public List<String> messages() {
    return messages;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }
}
