package io.stepwright.cache.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.NearMatchGuard.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that differ only in case. */
class LetterCaseTest {

  @ParameterizedTest
  @CsvSource({
    "Solve for x,Solve for X",
    "What is g,What is G",
    "Match [a-z],Match [a-Z]",
    "Tell us more,Tell US more",
    "Is it hard,Is IT hard",
    "The it team,The IT team",
    "Who aids them,Who AIDS them",
    "Ask who,Ask WHO"
  })
  void refusesOtherCase(String one, String other) {
    assertThat(new CharactersGuard().check(one, other)).isEqualTo(Verdict.REFUSE);
    assertThat(new CharactersGuard().check(other, one)).isEqualTo(Verdict.REFUSE);
  }

  @ParameterizedTest
  @CsvSource({"Can I pay,can i pay", "A dog,a dog", "Open the PDF,Open the pdf", "Do NOT,do not"})
  void passesCaseThatSaysNothing(String one, String other) {
    assertThat(new CharactersGuard().check(one, other)).isEqualTo(Verdict.PASS);
  }
}
