package io.stepwright.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts replies of the client, in the forms of RESP3 and of RESP2. */
final class Replies {

  private Replies() {}

  static String text(@Nullable Object reply) {
    return reply instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(reply);
  }

  static List<?> list(@Nullable Object reply) {
    return reply instanceof List<?> list ? list : List.of();
  }

  static List<String> texts(@Nullable Object reply) {
    List<String> texts = new ArrayList<>();
    for (Object element : list(reply)) {
      texts.add(text(element));
    }
    return texts;
  }

  /** Returns keys and values of a map in turn, for both protocols. */
  static List<@Nullable Object> flat(@Nullable Object reply) {
    List<@Nullable Object> flat = new ArrayList<>();
    for (Object element : list(reply)) {
      if (element instanceof Map.Entry<?, ?> pair) {
        flat.add(pair.getKey());
        flat.add(pair.getValue());
      } else if (element instanceof List<?> pair) {
        flat.addAll(pair);
      } else {
        flat.add(element);
      }
    }
    return flat;
  }

  static double number(@Nullable Object reply) {
    return reply instanceof Number number ? number.doubleValue() : Double.parseDouble(text(reply));
  }

  static boolean isZero(@Nullable Object reply) {
    return reply instanceof Long number && number == 0;
  }
}
