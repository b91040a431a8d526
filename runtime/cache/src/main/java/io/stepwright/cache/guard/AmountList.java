package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what a text says of amounts. */
final class AmountList {

  private final List<String> stated = new ArrayList<>();
  private final List<String> casual = new ArrayList<>();
  private final Set<String> rhythms = new HashSet<>();
  private boolean article;

  /** Adds what the other text has to say, too. */
  void state(String amount) {
    stated.add(amount);
  }

  /** Adds what the other text may leave out. */
  void mention(String amount) {
    casual.add(amount);
  }

  /** Adds how often something happens. */
  void repeat(String rhythm) {
    rhythms.add(rhythm);
  }

  /** Notes an "a" that may mean one. */
  void article() {
    article = true;
  }

  Amounts done() {
    return new Amounts(stated, casual, rhythms, article);
  }
}
