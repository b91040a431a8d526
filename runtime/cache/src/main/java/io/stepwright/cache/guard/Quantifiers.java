package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Lists;
import io.stepwright.cache.guard.word.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds different quantifiers of the same noun: all guests, most, many, some, few. */
final class Quantifiers {

  private static final Map<String, String> KINDS =
      Lists.names(
          """
          all = all every each both
          most = most
          many = many lots lot much plenty numerous
          some = some any several couple
          few = few
          little = little
          """);

  private static final Set<String> BETWEEN =
      Lists.set("of the a an my your his her its our their these those this that");

  private Quantifiers() {}

  static boolean differ(Words one, Words other) {
    Map<String, Set<String>> kinds = of(one);
    if (kinds.isEmpty()) {
      return false;
    }
    Map<String, Set<String>> others = of(other);
    for (Map.Entry<String, Set<String>> kind : kinds.entrySet()) {
      Set<String> against = others.get(kind.getKey());
      if (against != null && kind.getValue().stream().noneMatch(against::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the quantifiers by the stem of the counted noun. */
  private static Map<String, Set<String>> of(Words words) {
    Map<String, Set<String>> kinds = new HashMap<>();
    for (int at = 0; at < words.size(); at++) {
      String kind = kind(words, at);
      if (kind != null) {
        boolean alternate = isAlternate(words, at);
        kind = alternate ? "alternate" : kind;
        int noun = alternate ? at + 2 : at + 1;
        while (BETWEEN.contains(words.text(noun))) {
          noun++;
        }
        if (noun < words.size()) {
          kinds.computeIfAbsent(words.stem(noun), key -> new HashSet<>(2)).add(kind);
        }
      }
    }
    return kinds;
  }

  /** Matches "every other" and "every second". */
  private static boolean isAlternate(Words words, int at) {
    return words.text(at).equals("every")
        && (words.text(at + 1).equals("other") || words.text(at + 1).equals("second"));
  }

  private static @Nullable String kind(Words words, int at) {
    String kind = KINDS.get(words.text(at));
    if (kind == null) {
      return null;
    }
    return switch (words.text(at - 1)) {
      // As in how many, too much, at most, which ask for or bound a quantity instead of stating it.
      case "how", "too", "so", "as", "very", "at", "not" -> null;
      case "a" -> kind.equals("few") || kind.equals("little") ? "some" : kind;
      default -> kind;
    };
  }
}
