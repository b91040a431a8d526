package io.stepwright.openai.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** Bodies that cost a careless reader far more than their size. */
enum Junk {
  EMPTY_OBJECTS("{\"junk\":[{}", i -> ",{}"),
  DIFFERENT_KEYS("{\"junk\":0", i -> ",\"k" + i + "\":0"),
  DIFFERENT_OBJECTS("{\"junk\":[{}", i -> ",{\"k" + i + "\":{\"l" + i + "\":[]}}"),
  DEEP_ARRAYS("{\"junk\":[", i -> "["),
  DEEP_OBJECTS("{\"junk\":{", i -> "\"a\":{"),
  LONG_STRING("{\"junk\":\"", i -> "xxxxxxxx"),
  LONG_ESCAPES("{\"junk\":\"", i -> "\\ud83d\\ude00"),
  LONG_NUMBER("{\"junk\":1", i -> "11111111"),
  LONG_DECIMAL("{\"junk\":1.", i -> "11111111"),
  LONG_KEY("{\"junk\":1,\"", i -> "kkkkkkkk"),
  LONG_CONTENT("{\"choices\":[{\"message\":{\"content\":\"😀", i -> "xxxxxxxx"),
  LONG_PARTS(
      "{\"choices\":[{\"message\":{\"content\":[\"😀\"",
      i -> ",{\"type\":\"text\",\"text\":\"é\"}"),
  LONG_WORDS("{\"choices\":[{\"finish_reason\":\"", i -> "xxxxxxxx"),
  MANY_CHOICES("{\"choices\":[{}", i -> ",{\"message\":{\"content\":\"x\"}}"),
  MANY_MESSAGES("{\"choices\":[{\"x\":0", i -> ",\"message\":{\"content\":\"x\"}"),
  BLANKS("", i -> "        "),
  MANY_ERRORS("{\"error\":{\"x\":0", i -> ",\"message\":\"x\",\"code\":\"c" + i + "\""),
  DEEP_ERRORS("{\"error\":", i -> "{\"error\":"),
  LONG_MESSAGE("{\"error\":{\"message\":\"", i -> "xxxxxxxx");

  private final String start;
  private final LongFunction<String> piece;

  Junk(String start, LongFunction<String> piece) {
    this.start = start;
    this.piece = piece;
  }

  /** Writes this many bytes, or a few more: the beginning of a body that never ends. */
  void write(OutputStream out, long size) throws IOException {
    byte[] bytes = start.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    long written = bytes.length;
    StringBuilder pieces = new StringBuilder();
    for (long i = 0; written < size; ) {
      pieces.setLength(0);
      while (pieces.length() < 8_000 && written + pieces.length() < size) {
        pieces.append(piece.apply(i++));
      }
      bytes = pieces.toString().getBytes(StandardCharsets.UTF_8);
      out.write(bytes);
      written += bytes.length;
    }
  }
}
