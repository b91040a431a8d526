package io.stepwright.cache.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.NearMatchGuard;
import io.stepwright.spi.cache.NearMatchGuard.Verdict;
import java.util.Objects;

/** Asks one guard about two texts, in both orders. */
final class Judging {

  private Judging() {}

  static NearMatchGuard guard(String name) {
    return Objects.requireNonNull(Guards.of(name));
  }

  static void passes(String guard, String one, String other) {
    judges(guard, one, other, Verdict.PASS);
  }

  static void refuses(String guard, String one, String other) {
    judges(guard, one, other, Verdict.REFUSE);
  }

  static void judges(String guard, String one, String other, Verdict verdict) {
    assertThat(guard(guard).check(one, other)).as("%s / %s", one, other).isEqualTo(verdict);
    assertThat(guard(guard).check(other, one)).as("%s / %s", other, one).isEqualTo(verdict);
  }
}
