package io.stepwright.cache.guard;

import io.stepwright.cache.guard.Word.Shape;
import java.util.ArrayList;
import java.util.List;

/** Finds who and whom that have changed places: dogs chase cats, cats chase dogs. */
final class Turn {

  private Turn() {}

  static boolean isBetween(Words one, Words other) {
    List<Word> content = content(one);
    List<Word> others = content(other);
    for (int i = 1; i + 1 < content.size(); i++) {
      String left = content.get(i - 1).stem();
      String verb = content.get(i).stem();
      String right = content.get(i + 1).stem();
      if (!left.equals(right)
          && !MutualWords.contains(verb)
          && has(others, right, verb, left)
          && !has(others, left, verb, right)
          && !has(content, right, verb, left)
          && isPassive(one, verb) == isPassive(other, verb)) {
        return true;
      }
    }
    return ownersTurn(one, other);
  }

  private static List<Word> content(Words words) {
    List<Word> content = new ArrayList<>(words.size());
    for (Word word : words.list()) {
      if (word.shape() != Shape.SIGN && !FunctionWords.contains(word.text())) {
        content.add(word);
      }
    }
    return content;
  }

  private static boolean has(List<Word> words, String left, String verb, String right) {
    for (int i = 1; i + 1 < words.size(); i++) {
      if (words.get(i).stem().equals(verb)
          && words.get(i - 1).stem().equals(left)
          && words.get(i + 1).stem().equals(right)) {
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
