package io.stepwright.redis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Validates the replies of a server before the client uses a length or a list of them: the client
 * would allocate any declared size, and recurse as deep as lists are nested. Parses the protocol of
 * Redis, RESP2 and RESP3, as strictly as servers write it. For one thread.
 */
final class ReplyBounds extends FilterInputStream {

  /** The maximum length of a line that is not a number: a status or an error, in bytes. */
  static final int LINE = 8 * 1024;

  /** The maximum length of one text in bytes. */
  static final int TEXT = EntryCodec.LONGEST + 1024;

  /** The maximum number of elements of all lists of one reply. */
  static final int ELEMENTS = 100_000;

  private static final int DEPTH = 8;
  private static final int DIGITS = 10;

  private enum State {
    TYPE,
    LINE,
    NUMBER,
    LINE_FEED,
    TEXT
  }

  private State state = State.TYPE;
  private byte type;
  private boolean negative;
  private int digits;
  private long number;
  private int line;
  private int text;

  /** The number of elements that are still to come, for each open list. */
  private final long[] open = new long[DEPTH];

  private int depth;
  private long elements;
  private long allowed = LINE;

  ReplyBounds(InputStream replies) {
    super(replies);
  }

  /** Allows so many further bytes. */
  void allow(long bytes) {
    allowed = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      allowed -= count;
      if (allowed < 0) {
        throw new StrangeReplyException("more bytes than the limit", false);
      }
      for (int i = offset; i < offset + count; i++) {
        if (state == State.TEXT) {
          int skipped = Math.min(text, offset + count - i);
          i += skipped - 1;
          text -= skipped;
          if (text == 0) {
            end();
          }
        } else {
          look(bytes[i]);
        }
      }
    }
    return count;
  }

  private void look(byte next) throws StrangeReplyException {
    switch (state) {
      case TYPE -> begin(next);
      case LINE -> {
        if (next == '\r') {
          state = State.LINE_FEED;
        } else if (++line > LINE) {
          throw new StrangeReplyException("an endless line", false);
        }
      }
      case NUMBER -> number(next);
      case LINE_FEED -> {
        if (next != '\n') {
          throw new StrangeReplyException("a line without an end", false);
        }
        lineEnds();
      }
      case TEXT -> throw new IllegalStateException();
    }
  }

  private void begin(byte next) throws StrangeReplyException {
    type = next;
    switch (next) {
      case '+', '-', ':', ',', '(', '#', '_' -> {
        state = State.LINE;
        line = 0;
      }
      case '$', '=', '*', '~', '%' -> {
        state = State.NUMBER;
        negative = false;
        digits = 0;
        number = 0;
      }
      default -> throw new StrangeReplyException("no reply of Redis", isTls(next));
    }
  }

  /** Tells whether a byte begins a TLS alert or handshake. */
  private static boolean isTls(byte first) {
    return first == 0x15 || first == 0x16;
  }

  private void number(byte next) throws StrangeReplyException {
    if (next == '\r' && digits > 0) {
      state = State.LINE_FEED;
    } else if (next == '-' && digits == 0 && !negative) {
      negative = true;
    } else if (next >= '0' && next <= '9' && digits < DIGITS) {
      digits++;
      number = number * 10 + next - '0';
    } else {
      throw new StrangeReplyException("a length that is no number", false);
    }
  }

  private void lineEnds() throws StrangeReplyException {
    switch (type) {
      case '$', '=' -> textBegins();
      case '*', '~' -> listBegins(number);
      case '%' -> listBegins(2 * number);
      default -> end();
    }
  }

  private void textBegins() throws StrangeReplyException {
    if (isAbsent()) {
      end();
    } else if (number > TEXT) {
      throw new StrangeReplyException("a text that is too long", false);
    } else {
      state = State.TEXT;
      text = (int) number + 2; // The end of its line included.
    }
  }

  private void listBegins(long size) throws StrangeReplyException {
    if (isAbsent() || size == 0) {
      end();
      return;
    }
    elements += size;
    if (elements > ELEMENTS || depth == DEPTH) {
      throw new StrangeReplyException("lists that are too long or too deep", false);
    }
    open[depth++] = size;
    state = State.TYPE;
  }

  private boolean isAbsent() throws StrangeReplyException {
    if (negative && number != 1) {
      throw new StrangeReplyException("a length below zero", false);
    }
    return negative;
  }

  private void end() {
    state = State.TYPE;
    while (depth > 0 && --open[depth - 1] == 0) {
      depth--;
    }
    if (depth == 0) {
      elements = 0;
    }
  }
}
