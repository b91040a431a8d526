package io.stepwright.cache.guard.number;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Number words and their values. */
public final class NumberWords {

  private static final Map<String, Integer> CARDINALS = new HashMap<>();
  private static final Map<String, Integer> ORDINALS = new HashMap<>();
  private static final Map<String, Long> SCALES =
      Map.of(
          "hundred", 100L,
          "thousand", 1_000L,
          "million", 1_000_000L,
          "billion", 1_000_000_000L,
          "trillion", 1_000_000_000_000L,
          "dozen", 12L,
          "lakh", 100_000L,
          "crore", 10_000_000L);

  static {
    String[] small =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                + " fifteen sixteen seventeen eighteen nineteen")
            .split(" ");
    String[] smallOrdinals =
        ("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
                + " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
            .split(" ");
    for (int i = 0; i < small.length; i++) {
      CARDINALS.put(small[i], i);
      ORDINALS.put(smallOrdinals[i], i);
    }
    String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    for (int i = 0; i < tens.length; i++) {
      CARDINALS.put(tens[i], 20 + 10 * i);
      ORDINALS.put(tens[i].replace("y", "ieth"), 20 + 10 * i);
    }
    CARDINALS.put("nought", 0);
    CARDINALS.put("fourty", 40);
    ORDINALS.put("hundredth", 100);
    ORDINALS.put("thousandth", 1000);
  }

  private NumberWords() {}

  public static @Nullable Integer cardinal(String word) {
    return CARDINALS.get(word);
  }

  public static @Nullable Integer ordinal(String word) {
    return ORDINALS.get(word);
  }

  /** Returns the factor of a word such as "thousand", or null. */
  public static @Nullable Long scale(String word) {
    return SCALES.get(word);
  }
}
