package io.stepwright.mcp.session;

import java.util.function.Consumer;

/** Reads server-sent events. Each event of the kind "message" is a message. Not thread-safe. */
final class EventText implements Inbound.Text {

  private final Consumer<String> messages;
  private final BoundedBytes line = new BoundedBytes();
  private final StringBuilder data = new StringBuilder();
  private boolean hasData;
  private boolean isMessage = true;
  private boolean afterReturn;

  EventText(Consumer<String> messages) {
    this.messages = messages;
  }

  @Override
  public void add(byte b) throws OversizedException {
    if (b == '\n' && afterReturn) {
      afterReturn = false;
      return; // The second half of a line break.
    }
    afterReturn = b == '\r';
    if (b == '\n' || b == '\r') {
      ended(line.take());
    } else {
      line.add(b);
    }
  }

  /** An event that is cut off is none. */
  @Override
  public void end() {}

  private void ended(String text) throws OversizedException {
    if (text.isEmpty()) {
      dispatch();
    } else if (text.startsWith("data:")) {
      if (data.length() + text.length() > Limits.MESSAGE_BYTES) {
        throw new OversizedException();
      }
      if (hasData) {
        data.append('\n');
      }
      data.append(value(text));
      hasData = true;
    } else if (text.startsWith("event:")) {
      isMessage = value(text).equals("message");
    }
  }

  private static String value(String text) {
    int start = text.indexOf(':') + 1;
    return text.substring(start < text.length() && text.charAt(start) == ' ' ? start + 1 : start);
  }

  private void dispatch() {
    String message = data.toString();
    boolean complete = isMessage && !message.isBlank();
    data.setLength(0);
    hasData = false;
    isMessage = true;
    if (complete) {
      messages.accept(message);
    }
  }
}
