package io.stepwright.minilm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes small ONNX files: protocol buffers, by the field numbers of onnx.proto. */
final class OnnxFiles {

  private static final int INT64 = 7;

  private OnnxFiles() {}

  /** Returns a model that passes its input through, a matrix of 64-bit integers of any size. */
  static byte[] identity(String input) {
    byte[] node =
        concat(text(1, input), text(2, "output"), text(3, "identity"), text(4, "Identity"));
    byte[] graph =
        concat(
            bytes(1, node),
            text(2, "graph"),
            bytes(11, matrix(input)),
            bytes(12, matrix("output")));
    byte[] operators = number(2, 13);
    return concat(number(1, 8), bytes(7, graph), bytes(8, operators));
  }

  private static byte[] matrix(String name) {
    byte[] shape = concat(bytes(1, text(2, "rows")), bytes(1, text(2, "columns")));
    byte[] type = concat(number(1, INT64), bytes(2, shape));
    return concat(text(1, name), bytes(2, bytes(1, type)));
  }

  private static byte[] text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(int field, byte[] value) {
    return concat(new byte[] {(byte) (field << 3 | 2)}, variable(value.length), value);
  }

  private static byte[] number(int field, int value) {
    return concat(new byte[] {(byte) (field << 3)}, variable(value));
  }

  private static byte[] variable(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rest = value;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    return out.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
