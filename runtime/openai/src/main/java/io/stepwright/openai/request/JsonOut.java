package io.stepwright.openai.request;

import io.stepwright.spi.MediaContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes JSON in UTF-8. Commas are set where they are needed; the caller closes what it begins. For
 * one thread.
 */
final class JsonOut {

  /** The maximum number of bytes besides media: far above the limit of any model. */
  static final int MOST = 256 * 1024 * 1024;

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };
  private static final int REPLACEMENT = 0xfffd;
  // A character takes at most six bytes: an escaped control character.
  private static final int LONGEST = 6;

  /** The maximum length of an array that is kept although a part of it is unused. */
  private static final int SHORT = 16 * 1024;

  private final List<RequestBody.Piece> pieces = new ArrayList<>(1);
  private byte[] bytes = new byte[1024];
  private int size;

  JsonOut beginObject() {
    separate();
    return put('{');
  }

  JsonOut endObject() {
    return put('}');
  }

  JsonOut beginArray() {
    separate();
    return put('[');
  }

  JsonOut endArray() {
    return put(']');
  }

  /** Writes the name of a property, whose value is to follow. */
  JsonOut name(String name) {
    return string(name).put(':');
  }

  /** Writes a string. A lone surrogate becomes U+FFFD. */
  JsonOut string(String text) {
    separate();
    put('"');
    escaped(text);
    return put('"');
  }

  JsonOut number(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no such number");
    }
    return raw(Double.toString(number));
  }

  JsonOut number(long number) {
    return raw(Long.toString(number));
  }

  /** Writes a value that is JSON already, as it is. */
  JsonOut raw(String json) {
    separate();
    return text(json);
  }

  /** Writes a medium as a {@code data} URL. */
  JsonOut dataUrl(MediaContent content) {
    separate();
    put('"').text("data:").escaped(content.mediaType());
    return text(";base64,").base64(content).put('"');
  }

  /** Writes a medium in Base64. */
  JsonOut base64String(MediaContent content) {
    separate();
    return put('"').base64(content).put('"');
  }

  /** Returns what was written. Nothing may be written after this call. */
  RequestBody body() {
    if (size > 0 && bytes.length <= SHORT) {
      pieces.add(new RequestBody.Bytes(bytes, size));
    } else {
      cut();
    }
    return new RequestBody(pieces);
  }

  private JsonOut base64(MediaContent content) {
    cut();
    pieces.add(new Base64Piece(content));
    return this;
  }

  private void cut() {
    if (size > 0) {
      pieces.add(new RequestBody.Bytes(Arrays.copyOf(bytes, size), size));
      size = 0;
    }
  }

  private void separate() {
    if (size > 0) {
      switch (bytes[size - 1]) {
        case '{', '[', ':' -> {}
        default -> put(',');
      }
    }
  }

  private JsonOut put(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  private JsonOut escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (bytes.length - size < LONGEST) {
        room((long) text.length() - i + LONGEST);
      }
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        bytes[size++] = '\\';
        bytes[size++] = (byte) c;
      } else if (c < ' ') {
        control(c);
      } else if (c < 0x80) {
        bytes[size++] = (byte) c;
      } else {
        i += character(text, i);
      }
    }
    return this;
  }

  private JsonOut text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (bytes.length - size < LONGEST) {
        room((long) text.length() - i + LONGEST);
      }
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[size++] = (byte) c;
      } else {
        i += character(text, i);
      }
    }
    return this;
  }

  private void control(char c) {
    bytes[size++] = '\\';
    switch (c) {
      case '\n' -> bytes[size++] = 'n';
      case '\r' -> bytes[size++] = 'r';
      case '\t' -> bytes[size++] = 't';
      default -> {
        bytes[size++] = 'u';
        bytes[size++] = '0';
        bytes[size++] = '0';
        bytes[size++] = HEX[c >> 4];
        bytes[size++] = HEX[c & 0xf];
      }
    }
  }

  /** Writes a character that is not ASCII. Returns 1 if it takes two {@code char}s, else 0. */
  private int character(String text, int index) {
    int point = text.codePointAt(index);
    if (point >= 0x10000) {
      bytes[size++] = (byte) (0xf0 | point >> 18);
      bytes[size++] = (byte) (0x80 | point >> 12 & 0x3f);
      bytes[size++] = (byte) (0x80 | point >> 6 & 0x3f);
      bytes[size++] = (byte) (0x80 | point & 0x3f);
      return 1;
    }
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      point = REPLACEMENT;
    }
    if (point >= 0x800) {
      bytes[size++] = (byte) (0xe0 | point >> 12);
      bytes[size++] = (byte) (0x80 | point >> 6 & 0x3f);
    } else {
      bytes[size++] = (byte) (0xc0 | point >> 6);
    }
    bytes[size++] = (byte) (0x80 | point & 0x3f);
    return 0;
  }

  private void room(long count) {
    if (bytes.length - size < count) {
      long needed = size + count;
      if (needed > MOST) {
        throw new IllegalArgumentException("the request is too large");
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(needed, 2L * bytes.length)));
    }
  }
}
