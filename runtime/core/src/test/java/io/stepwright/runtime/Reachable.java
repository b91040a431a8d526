package io.stepwright.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Counts objects of this project that are reachable. */
final class Reachable {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  private Reachable() {}

  /**
   * Returns the number of objects of this project that can be reached, also through collections and
   * arrays.
   */
  static long from(Object root) throws IllegalAccessException {
    Reachable walk = new Reachable();
    walk.add(root);
    while (!walk.open.isEmpty()) {
      walk.follow(walk.open.poll());
    }
    return walk.seen.stream().filter(object -> isOurs(object.getClass())).count();
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("io.stepwright");
  }

  private void add(Object object) {
    if (object != null && seen.add(object)) {
      open.add(object);
    }
  }

  private void follow(Object object) throws IllegalAccessException {
    if (object instanceof Object[] array) {
      Arrays.asList(array).forEach(this::add);
    } else if (object instanceof Collection<?> collection) {
      collection.forEach(this::add);
    }
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      if (isOurs(type) && !type.isHidden()) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            add(field.get(object));
          }
        }
      }
    }
  }
}
