package io.stepwright.cache.guard;

import io.stepwright.spi.NearMatchGuard;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The built-in guards by name, in the order of their names in {@link io.stepwright.Guard}. */
public final class Guards {

  /** Changes whenever a guard may judge a pair of texts otherwise; part of every cache key. */
  public static final int VERSION = 1;

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

  /** The guard of that name, or null if there is none. */
  public static @Nullable NearMatchGuard of(String name) {
    return BY_NAME.get(name);
  }

  /** The names of all guards. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }
}
