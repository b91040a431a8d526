package io.stepwright.cache.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.NearMatchGuard;
import io.stepwright.spi.cache.NearMatchGuard.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Differences that embedders do not see: marks, variants of a character, case. */
class CharactersGuardTest {

  private static final NearMatchGuard GUARD = Guards.always().get(0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Where is it?|Where is it, please?",
        "The PDF|the pdf",
        "My iPhone|My iphone",
        "GitHub|Github",
        "a café and a bar|the bar of the café",
        "cafe\u0301|café",
        "ﬁle ２|file 2",
        "The Orders|an order",
        "10GB at 7PM|10gb at 7pm",
        "SHA256|sha256",
        "Don’t|don't",
        "Stop!|stop",
        "Hi!Stop|hi! stop"
      })
  void passes(String one, String other) {
    judges(one, other, Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "año|ano",
        "if !ready|if ready",
        "(!found)|(found)",
        "WHERE IS IT|Where is it",
        "Vitamin C|vitamin c",
        "rosé wine|rose wine",
        "a ≠ b|a = b",
        "x ∉ y|x ∈ y",
        "pa\u0363ss|pass",
        "aB3xQ|Ab3Xq",
        "aB3xQ|ab3xq",
        "tar -x|tar -X",
        "ls --All|ls --all",
        "5 mW|5 MW",
        "5 Mb|5 MB",
        "10Gb|10GB",
        "5M|5m",
        "2ⁿ|2n",
        "x₁|x1",
        "①|1",
        "ℕ|N",
        "a\u200Bb|a\u200Bb c",
        "hi \uE000|hi",
        "می\u200Cخواهم|میخواهم"
      })
  void refuses(String one, String other) {
    judges(one, other, Verdict.REFUSE);
  }

  @Test
  void cannotBeNamedAndSoNotLeftOut() {
    assertThat(GUARD.name()).isEqualTo("CHARACTERS");
    assertThat(Guards.names()).doesNotContain("CHARACTERS");
  }

  private static void judges(String one, String other, Verdict verdict) {
    assertThat(GUARD.check(one, other)).as("%s / %s", one, other).isEqualTo(verdict);
    assertThat(GUARD.check(other, one)).as("%s / %s", other, one).isEqualTo(verdict);
  }
}
