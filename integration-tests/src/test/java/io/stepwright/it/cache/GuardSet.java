package io.stepwright.it.cache;

import io.stepwright.cache.guard.Guards;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A combination of guards.
 *
 * @param title its name in tables
 * @param names the names of its guards
 */
record GuardSet(String title, Set<String> names) {

  static final GuardSet ALL = new GuardSet("all four", Guards.names());
  static final GuardSet NONE = new GuardSet("no guards", Set.of());

  /** All guards, all guards but one, and no guards. */
  static List<GuardSet> variants() {
    List<GuardSet> variants = new ArrayList<>();
    variants.add(ALL);
    for (String name : Guards.names()) {
      Set<String> others = new LinkedHashSet<>(Guards.names());
      others.remove(name);
      variants.add(new GuardSet("without `" + name + "`", others));
    }
    variants.add(NONE);
    return variants;
  }
}
