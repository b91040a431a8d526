package io.stepwright.cache.guard.number;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A builder of {@link Amounts}. */
public final class AmountList {

  private final List<String> stated = new ArrayList<>();
  private final List<String> casual = new ArrayList<>();
  private final Set<String> rhythms = new HashSet<>();
  private boolean article;

  /** Adds an amount that the other text must state too. */
  public void state(String amount) {
    stated.add(amount);
  }

  /** Adds an amount that the other text may leave out. */
  public void mention(String amount) {
    casual.add(amount);
  }

  /** Adds a frequency, such as weekly. */
  public void repeat(String rhythm) {
    rhythms.add(rhythm);
  }

  /** Records an "a" that may mean one. */
  public void article() {
    article = true;
  }

  public Amounts done() {
    return new Amounts(stated, casual, rhythms, article);
  }
}
