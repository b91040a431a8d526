package io.stepwright.cache.guard;

/** Finds agent and patient that are exchanged: dogs chase cats, cats chase dogs. */
final class RoleReversal {

  private RoleReversal() {}

  static boolean isBetween(Words one, Words other) {
    Content content = one.content();
    Content against = other.content();
    for (int i = 1; i + 1 < content.size(); i++) {
      String left = content.stem(i - 1);
      String verb = content.stem(i);
      String right = content.stem(i + 1);
      if (left.equals(right)
          || MutualWords.contains(verb)
          || content.isJoined(i)
          || content.isJoined(i + 1)) {
        continue;
      }
      int turned = find(against, right, verb, left);
      if (turned >= 0
          && find(against, left, verb, right) < 0
          && find(content, right, verb, left) < 0
          && content.isPassive(i) == against.isPassive(turned)
          && content.isParticiple(i) == against.isParticiple(turned)) {
        return true;
      }
    }
    return ownersTurn(one, other);
  }

  /** Returns the index of the verb between two other words, or -1. */
  private static int find(Content words, String left, String verb, String right) {
    for (int i = 1; i + 1 < words.size(); i++) {
      if (words.stem(i).equals(verb)
          && words.stem(i - 1).equals(left)
          && words.stem(i + 1).equals(right)) {
        return i;
      }
    }
    return -1;
  }

  /** Tells whether a possessive is reversed: my husband's sister, my sister's husband. */
  private static boolean ownersTurn(Words one, Words other) {
    for (int i = 0; i + 1 < one.size(); i++) {
      String owner = one.stem(i);
      String owned = one.stem(i + 1);
      if (one.at(i).possessive()
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
      if (words.at(i).possessive()
          && words.stem(i).equals(owner)
          && words.stem(i + 1).equals(owned)) {
        return true;
      }
    }
    return false;
  }
}
