package io.stepwright.processor.resources;

import static io.stepwright.processor.diagnostics.DiagnosticId.RESOURCE_ENCODING;
import static io.stepwright.processor.diagnostics.DiagnosticId.RESOURCE_SIZE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file in UTF-8, without a byte order mark and with line feeds as line ends, so that
 * it is the same on every machine.
 *
 * @param text the text, or null if the file cannot be used
 * @param problem the reason why the file cannot be used, or null
 */
record ResourceText(@Nullable String text, @Nullable ResourceProblem problem) {

  /**
   * Limit of the size in bytes. The text becomes a constant of the class, and no prompt is that
   * long.
   */
  static final int MOST_BYTES = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Reads a file to its end, or up to the limit. */
  static ResourceText read(String path, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return new ResourceText(
          null,
          new ResourceProblem(
              RESOURCE_SIZE,
              String.format(Locale.ROOT, "is larger than %d bytes.", MOST_BYTES),
              "It becomes a part of the generated class. Hand large texts in as inputs."));
    }
    return decode(path, bytes);
  }

  private static ResourceText decode(String path, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = normalized(out.flip().toString());
    return result.isError()
        ? new ResourceText(null, notUtf8(path, text, bytes[in.position()] & 0xff))
        : new ResourceText(text, null);
  }

  /** Replaces carriage returns, alone or before a line feed, by line feeds. */
  private static String normalized(String text) {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return (marked ? text.substring(1) : text).replace("\r\n", "\n").replace('\r', '\n');
  }

  private static ResourceProblem notUtf8(String path, String before, int octet) {
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new ResourceProblem(
        RESOURCE_ENCODING,
        String.format(
            Locale.ROOT, "is not UTF-8: %s:%d:%d has the byte 0x%02X.", path, line, column, octet),
        "Save it as UTF-8.");
  }
}
