package io.stepwright.cache.guard;

import io.stepwright.spi.cache.NearMatchGuard;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The built-in guards by name, in the order of their names in {@link io.stepwright.Guard}. */
public final class Guards {

  /** Changes whenever a guard may judge a pair of texts differently; part of every cache key. */
  public static final int VERSION = 5;

  private static final NearMatchGuard CHARACTERS = new CharactersGuard();
  private static final NearMatchGuard ADDITIONS = new AdditionsGuard();
  private static final Map<String, NearMatchGuard> BY_NAME = new LinkedHashMap<>();

  static {
    for (NearMatchGuard guard :
        new NearMatchGuard[] {
          new NumbersGuard(), new PolarityGuard(), new EntitiesGuard(), new OrderGuard()
        }) {
      BY_NAME.put(guard.name(), guard);
    }
  }

  private Guards() {}

  /** Returns the guard that a step may name, or null if there is none of that name. */
  public static @Nullable NearMatchGuard of(String name) {
    return BY_NAME.get(name);
  }

  /**
   * Returns the guards that apply to every question; steps neither name them nor leave them out.
   */
  public static List<NearMatchGuard> always() {
    return List.of(CHARACTERS, ADDITIONS);
  }

  /** Returns the names of the guards that a step may name or leave out. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }
}
