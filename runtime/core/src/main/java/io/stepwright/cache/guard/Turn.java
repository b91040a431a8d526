package io.stepwright.cache.guard;

import java.util.List;

/** Finds who and whom that have changed places: dogs chase cats, cats chase dogs. */
final class Turn {

  private Turn() {}

  static boolean isBetween(Words one, Words other) {
    Content content = Content.of(one);
    List<String> stems = content.stems();
    List<String> others = Content.of(other).stems();
    for (int i = 1; i + 1 < stems.size(); i++) {
      String left = stems.get(i - 1);
      String verb = stems.get(i);
      String right = stems.get(i + 1);
      if (!left.equals(right)
          && !content.isJoined(i)
          && !content.isJoined(i + 1)
          && !MutualWords.contains(verb)
          && has(others, right, verb, left)
          && !has(others, left, verb, right)
          && !has(stems, right, verb, left)
          && isPassive(one, verb) == isPassive(other, verb)) {
        return true;
      }
    }
    return ownersTurn(one, other);
  }

  private static boolean has(List<String> stems, String left, String verb, String right) {
    for (int i = 1; i + 1 < stems.size(); i++) {
      if (stems.get(i).equals(verb)
          && stems.get(i - 1).equals(left)
          && stems.get(i + 1).equals(right)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassive(Words words, String verb) {
    for (int i = 0; i < words.size(); i++) {
      if (words.stem(i).equals(verb) && words.text(i + 1).equals("by")) {
        return true;
      }
    }
    return false;
  }

  /** My husband's sister, my sister's husband. */
  private static boolean ownersTurn(Words one, Words other) {
    for (int i = 0; i + 1 < one.size(); i++) {
      String owner = one.stem(i);
      String owned = one.stem(i + 1);
      if (one.at(i).owner()
          && !owner.equals(owned)
          && owns(other, owned, owner)
          && !owns(other, owner, owned)
          && !owns(one, owned, owner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean owns(Words words, String owner, String owned) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.at(i).owner() && words.stem(i).equals(owner) && words.stem(i + 1).equals(owned)) {
        return true;
      }
    }
    return false;
  }
}
