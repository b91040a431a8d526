package io.stepwright.cache.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds persons that have exchanged roles: can I call you, can you call me; my bill, your bill. */
final class Persons {

  private static final Map<String, String> SUBJECTS = Lists.names("1 = i we\n2 = you");
  private static final Map<String, String> OBJECTS = Lists.names("1 = me us\n2 = you");
  private static final Map<String, String> OWNERS =
      Lists.names("1 = my our\n2 = your\nhe = his\nshe = her\nthey = their");

  private static final int REACH = 3;

  private Persons() {}

  static boolean differ(Words one, Words other) {
    Set<String> deeds = deeds(one);
    Set<String> others = deeds(other);
    for (String deed : deeds) {
      String turned = turned(deed);
      if (others.contains(turned) && !others.contains(deed) && !deeds.contains(turned)) {
        return true;
      }
    }
    return ownersDiffer(one, other);
  }

  /** Returns the subject, verb and object of each deed: "1 call 2". */
  private static Set<String> deeds(Words words) {
    Set<String> deeds = new HashSet<>();
    for (int at = 0; at < words.size(); at++) {
      String subject = SUBJECTS.get(words.text(at));
      if (subject == null) {
        continue;
      }
      for (int verb = at + 1; verb <= at + REACH && verb < words.size(); verb++) {
        String object = OBJECTS.get(words.text(verb + 1));
        if (object != null
            && !object.equals(subject)
            && !FunctionWords.contains(words.text(verb))) {
          deeds.add(subject + " " + words.stem(verb) + " " + object);
        }
      }
    }
    return deeds;
  }

  private static String turned(String deed) {
    int first = deed.indexOf(' ');
    int last = deed.lastIndexOf(' ');
    return deed.substring(last + 1) + deed.substring(first, last + 1) + deed.substring(0, first);
  }

  private static boolean ownersDiffer(Words one, Words other) {
    Map<String, Set<String>> owners = owners(one);
    Map<String, Set<String>> others = owners(other);
    String subject = subject(one);
    String against = subject(other);
    for (Map.Entry<String, Set<String>> owned : owners.entrySet()) {
      Set<String> here = owned.getValue();
      Set<String> there = others.get(owned.getKey());
      if (there == null || here.stream().anyMatch(there::contains)) {
        continue;
      }
      // "How do I clean my oven" asks the same as "how do you clean your oven".
      boolean own = here.equals(Set.of(subject)) && there.equals(Set.of(against));
      if (!own) {
        return true;
      }
    }
    return false;
  }

  /** Returns the possessives by the stem of the thing owned. */
  private static Map<String, Set<String>> owners(Words words) {
    Map<String, Set<String>> owners = new HashMap<>();
    for (int at = 0; at < words.size(); at++) {
      String owner = OWNERS.get(words.text(at));
      if (owner == null) {
        continue;
      }
      for (int i = at + 1; i <= at + REACH && i < words.size(); i++) {
        if (FunctionWords.contains(words.text(i)) || words.at(i).afterPunctuation()) {
          break;
        }
        owners.computeIfAbsent(words.stem(i), key -> new HashSet<>(2)).add(owner);
      }
    }
    return owners;
  }

  private static String subject(Words words) {
    for (Word word : words.list()) {
      String subject = SUBJECTS.get(word.text());
      if (subject != null) {
        return subject;
      }
    }
    return "";
  }
}
