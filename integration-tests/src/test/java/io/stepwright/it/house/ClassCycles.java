package io.stepwright.it.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds cycles of classes: strongly connected components of more than one top-level class, by the
 * algorithm of Tarjan (1972).
 */
final class ClassCycles {

  private final Map<String, Set<String>> uses;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> stack = new ArrayDeque<>();
  private final List<Set<String>> cycles = new ArrayList<>();

  private ClassCycles(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  /** Finds the cycles among classes; nested classes count as their top-level class. */
  static List<Set<String>> of(JavaClasses classes) {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type : classes) {
      Set<String> used = uses.computeIfAbsent(topLevel(type), name -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        used.add(topLevel(dependency.getTargetClass().getBaseComponentType()));
      }
    }
    return of(uses);
  }

  /** Finds the cycles of a graph, given the nodes that each node uses. */
  static List<Set<String>> of(Map<String, Set<String>> uses) {
    ClassCycles found = new ClassCycles(uses);
    for (String type : uses.keySet()) {
      if (!found.index.containsKey(type)) {
        found.visit(type);
      }
    }
    return found.cycles;
  }

  private static String topLevel(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private void visit(String type) {
    int number = index.size();
    index.put(type, number);
    low.put(type, number);
    stack.push(type);
    for (String used : uses.get(type)) {
      if (!uses.containsKey(used)) {
        continue;
      }
      if (!index.containsKey(used)) {
        visit(used);
        low.merge(type, low.get(used), Math::min);
      } else if (stack.contains(used)) {
        low.merge(type, index.get(used), Math::min);
      }
    }
    if (low.get(type) == number) {
      Set<String> component = new TreeSet<>();
      String member;
      do {
        member = stack.pop();
        component.add(member);
      } while (!member.equals(type));
      if (component.size() > 1) {
        cycles.add(component);
      }
    }
  }
}
