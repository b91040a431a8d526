package io.stepwright.openai.reply;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A reader of UTF-8 that skips a byte order mark. Unlike the JDK's reader it fails for malformed
 * bytes, and its buffer is no larger than a short body needs. For one thread; its stream is not
 * closed.
 */
final class Utf8Reader extends Reader {

  private static final int SMALLEST = 512;
  private static final int LARGEST = 8 * 1024;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes;
  private boolean ended;
  private boolean begun;
  private boolean exhausted;

  Utf8Reader(InputStream in) throws IOException {
    this.in = in;
    // An estimate if the body is compressed.
    int size = Math.min(LARGEST, Math.max(SMALLEST, in.available()));
    this.bytes = ByteBuffer.allocate(size).flip();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (true) {
      // Never told that the input ends: remaining bytes are then an incomplete character.
      CoderResult result = decoder.decode(bytes, chars, false);
      if (result.isError()) {
        result.throwException();
      }
      int count = chars.position() - offset;
      if (count > 0 && !begun) {
        begun = true;
        if (target[offset] == BYTE_ORDER_MARK) {
          System.arraycopy(target, offset + 1, target, offset, count - 1);
          chars.position(offset + count - 1);
          count--;
        }
      }
      if (count > 0 || result.isOverflow()) {
        return count;
      } else if (ended) {
        if (bytes.hasRemaining()) {
          throw new EOFException("the body ends within a character");
        }
        exhausted = true;
        return -1;
      }
      fill();
    }
  }

  /** Tells whether a read has met the end. A parser reads on only when it has used all input. */
  boolean isExhausted() {
    return exhausted;
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(0, count)).flip();
  }

  @Override
  public void close() {}
}
