package io.stepwright.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.config.Configuration;
import io.stepwright.config.Sources;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweringModelsTest {

  private final CountedModelNames models =
      new CountedModelNames(
          Configuration.of(
              new Sources(
                  Map.of("stepwright.prices.priced", "1 2", "stepwright.prices.local/own", "1 2"),
                  Map.of(),
                  Map.of("STEPWRIGHT_PRICES_A_B", "1 2"),
                  Map.of())));

  @ParameterizedTest
  @CsvSource({
    "openai, gpt, gpt, gpt",
    "openai, gpt, priced, priced",
    "openai, gpt, gpt-2026-01-31, gpt-2026-01-31",
    "openai, gpt, gpt-0613, gpt-0613",
    "openai, gpt, gpt-20250219, gpt-20250219",
    "openai, gpt, gpt-5, other",
    "openai, gpt, gpt-2026-01-31x, other",
    "openai, gpt, GPT, other",
    "openai, gpt, own, other",
    "local, gpt, own, own",
    "local, gpt, priced, other",
    "openai, gpt, a.b, a.b",
  })
  void onlyKnownNamesAreCounted(String provider, String asked, String answered, String countedAs) {
    assertThat(models.countedAs(provider, asked, answered)).isEqualTo(countedAs);
  }

  @Test
  void aModelThatWasAskedBeforeIsKnown() {
    assertThat(models.countedAs("openai", "small", "large")).isEqualTo("other");
    models.countedAs("openai", "large", "large");
    assertThat(models.countedAs("openai", "small", "large")).isEqualTo("large");
    assertThat(models.countedAs("local", "small", "large")).isEqualTo("other");
  }

  @Test
  void whatOneVariablePricesIsBounded() {
    // The price in a variable applies to every name that differs only in punctuation.
    Set<String> names =
        IntStream.range(0, 1_500)
            .mapToObj(i -> "a" + (char) (0x2000 + i) + "b")
            .map(name -> models.countedAs("openai", "gpt", name))
            .collect(Collectors.toSet());
    assertThat(names).contains("other").hasSizeLessThanOrEqualTo(CountedModelNames.MOST_NAMES + 1);
  }
}
