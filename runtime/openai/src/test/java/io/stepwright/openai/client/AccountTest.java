package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.OpenAiClientFactory;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ProviderSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A cache that several accounts use keeps them apart. */
class AccountTest {

  private static final String KEY = "sk-one-0123456789";

  private static String account(@Nullable String key, Map<String, String> environment)
      throws Exception {
    try (ModelClient client =
        new OpenAiClientFactory()
            .create(
                new ProviderSettings("openai", "http://127.0.0.1:1/v1", key, environment::get))) {
      return client.account();
    }
  }

  @Test
  void everyKeyIsAnAccount() throws Exception {
    String one = account(KEY, Map.of());
    assertThat(one)
        .hasSize(64)
        .isEqualTo(account(KEY, Map.of()))
        .isNotEqualTo(account("sk-two-0123456789", Map.of()))
        .doesNotContain("sk-one", "0123456789");
  }

  @Test
  void aKeyOfTheEnvironmentCountsAsWell() throws Exception {
    assertThat(account(null, Map.of("OPENAI_API_KEY", KEY))).isEqualTo(account(KEY, Map.of()));
  }

  @Test
  void withoutAKeyThereIsOneAccount() throws Exception {
    assertThat(account(null, Map.of())).isEmpty();
  }
}
