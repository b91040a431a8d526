package io.stepwright.mcp.lock;

import io.stepwright.wiring.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Differences between what was reviewed and what a server offers, for people to read. */
public final class LockDiff {

  private static final int MOST_LINES = 60;
  private static final int BEFORE_CHANGE = 40;

  private final List<String> lines = new ArrayList<>();

  private LockDiff() {}

  /** Returns the differences of all tools, a line each; empty if there is none. */
  public static List<String> between(@Nullable Lock reviewed, Lock offered) {
    LockDiff diff = new LockDiff();
    TreeSet<String> names = new TreeSet<>();
    Collection<LockedTool> before = reviewed == null ? List.of() : reviewed.tools();
    before.forEach(tool -> names.add(tool.name()));
    offered.tools().forEach(tool -> names.add(tool.name()));
    for (String name : names) {
      LockedTool old = reviewed == null ? null : reviewed.tool(name);
      LockedTool now = offered.tool(name);
      if (!Objects.equals(old, now)) {
        diff.tool(name, old, now);
      }
    }
    return diff.bounded();
  }

  /** Returns the differences of a tool, a line each. */
  public static List<String> between(LockedTool reviewed, LockedTool offered) {
    LockDiff diff = new LockDiff();
    diff.changes("", reviewed, offered);
    return diff.bounded();
  }

  private void tool(String name, @Nullable LockedTool old, @Nullable LockedTool now) {
    if (old == null) {
      lines.add("+ " + Shown.text(name));
      lines.add("    description: " + Shown.text(Objects.requireNonNull(now).description()));
    } else if (now == null) {
      lines.add("- " + Shown.text(name));
    } else {
      lines.add("~ " + Shown.text(name));
      changes("    ", old, now);
    }
  }

  private void changes(String indent, LockedTool old, LockedTool now) {
    if (!old.description().equals(now.description())) {
      int start = Math.max(0, same(old.description(), now.description()) - BEFORE_CHANGE);
      lines.add(
          "%sdescription: %s -> %s"
              .formatted(
                  indent,
                  Shown.text(old.description(), start),
                  Shown.text(now.description(), start)));
    }
    schema(indent + "inputSchema", old.inputSchema(), now.inputSchema());
    schema(indent + "outputSchema", old.outputSchema(), now.outputSchema());
    if (old.readOnly() != now.readOnly()) {
      lines.add("%sreadOnly: %s -> %s".formatted(indent, old.readOnly(), now.readOnly()));
    }
  }

  private static int same(String one, String other) {
    int i = 0;
    while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private void schema(String place, @Nullable String old, @Nullable String now) {
    if (Objects.equals(old, now)) {
      return;
    }
    if (old == null || now == null) {
      lines.add(place + (old == null ? ": added" : ": removed"));
      return;
    }
    Map<String, String> before = leaves(old);
    Map<String, String> after = leaves(now);
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (String path : paths) {
      String from = before.get(path);
      String to = after.get(path);
      if (!Objects.equals(from, to)) {
        lines.add(place + Shown.json(path) + ": " + change(from, to));
      }
    }
  }

  private static String change(@Nullable String from, @Nullable String to) {
    if (from == null) {
      return "added " + Shown.json(Objects.requireNonNull(to));
    }
    return to == null ? "removed " + Shown.json(from) : Shown.json(from) + " -> " + Shown.json(to);
  }

  /** Returns the paths of all values that contain no other, and these as JSON. */
  private static Map<String, String> leaves(String canonical) {
    Map<String, String> leaves = new TreeMap<>();
    collect("", JsonValue.parse(canonical), leaves);
    return leaves;
  }

  private static void collect(String path, JsonValue value, Map<String, String> leaves) {
    String canonical = value.canonical();
    if (canonical.startsWith("{") && canonical.length() > 2) {
      for (String name : value.names()) {
        value
            .optionalField(name, field -> field)
            .ifPresentOrElse(
                field -> collect(path + "." + name, field, leaves),
                () -> leaves.put(path + "." + name, "null"));
      }
    } else {
      leaves.put(path, canonical);
    }
  }

  private List<String> bounded() {
    if (lines.size() <= MOST_LINES) {
      return List.copyOf(lines);
    }
    List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
    first.add("... and " + (lines.size() - MOST_LINES) + " lines more");
    return List.copyOf(first);
  }
}
