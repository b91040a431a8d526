package io.stepwright.cache;

import io.stepwright.cache.guard.JudgedText;
import io.stepwright.cache.guard.TextGuard;
import io.stepwright.spi.cache.NearMatchGuard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks guards. A guard that fails or is missing counts as a refusal, which costs a call but gives
 * no wrong answer.
 */
final class GuardChecks {

  /**
   * The verdicts of a question's guards.
   *
   * @param refusing the names of the guards that refuse
   * @param notApplicable the names of the guards that cannot judge
   */
  record Opinion(List<String> refusing, List<String> notApplicable) {}

  private static final System.Logger LOG = System.getLogger(GuardChecks.class.getName());

  private final Map<String, NearMatchGuard> named = new HashMap<>();
  private final List<NearMatchGuard> always;
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  /**
   * Makes the checks.
   *
   * @param named guards that apply if a question names them
   * @param always guards that apply to every question
   */
  GuardChecks(List<NearMatchGuard> named, List<NearMatchGuard> always) {
    named.forEach(guard -> this.named.put(guard.name(), guard));
    this.always = List.copyOf(always);
  }

  /** Asks all guards, so that the report names every one that refuses. */
  Opinion ask(Set<String> names, JudgedText asked, JudgedText remembered) {
    List<String> refusing = new ArrayList<>();
    List<String> notApplicable = new ArrayList<>();
    // Sorted, so that reports can be compared.
    for (String name : new TreeSet<>(names)) {
      NearMatchGuard guard = named.get(name);
      if (guard == null) {
        report(name, "does not exist");
        refusing.add(name);
      } else {
        ask(guard, name, asked, remembered, refusing, notApplicable);
      }
    }
    for (NearMatchGuard guard : always) {
      ask(guard, guard.name(), asked, remembered, refusing, notApplicable);
    }
    return new Opinion(refusing, notApplicable);
  }

  private void ask(
      NearMatchGuard guard,
      String name,
      JudgedText asked,
      JudgedText remembered,
      List<String> refusing,
      List<String> notApplicable) {
    switch (verdict(guard, name, asked, remembered)) {
      case PASS -> {}
      case REFUSE -> refusing.add(name);
      case NOT_APPLICABLE -> notApplicable.add(name);
    }
  }

  private NearMatchGuard.Verdict verdict(
      NearMatchGuard guard, String name, JudgedText asked, JudgedText remembered) {
    try {
      NearMatchGuard.Verdict verdict =
          guard instanceof TextGuard ours
              ? ours.check(asked, remembered)
              : guard.check(asked.text(), remembered.text());
      if (verdict != null) {
        return verdict;
      }
      report(name, "returned null");
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // Without the message, which may quote the texts.
      report(name, "failed with " + e.getClass().getName());
    }
    return NearMatchGuard.Verdict.REFUSE;
  }

  private void report(String name, String how) {
    if (reported.add(name)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The guard %s of the cache %s, which counts as a refusal; it is not logged again."
              .formatted(name, how));
    }
  }
}
