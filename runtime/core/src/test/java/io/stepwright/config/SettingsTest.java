package io.stepwright.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of settings, from which all else is derived. */
class SettingsTest {

  @Test
  void theListHasEachSettingOnce() throws IllegalAccessException {
    List<Setting<?>> declared = new ArrayList<>();
    for (Field field : Settings.class.getDeclaredFields()) {
      if (field.getType() == Setting.class) {
        declared.add((Setting<?>) field.get(null));
      }
    }
    assertThat(declared).isNotEmpty();
    assertThat(Settings.ALL).doesNotHaveDuplicates().hasSameElementsAs(declared);
    assertThat(Settings.ALL)
        .extracting(setting -> SettingKey.variable(setting.key().text()))
        .as("no two keys are one variable")
        .doesNotHaveDuplicates();
  }

  @Test
  void eachIsDocumented() {
    assertThat(Settings.ALL)
        .allSatisfy(
            setting -> {
              assertThat(setting.key().text()).startsWith("stepwright.");
              assertThat(setting.meaning())
                  .isNotBlank()
                  .doesNotContain("|", "\n")
                  .doesNotEndWith(".");
              assertThat(setting.shown()).doesNotContain("|", "\n");
              // A default that is a value is shown as it is written.
              assertThat(setting.usual() == null || setting.shown().startsWith("`")).isTrue();
            });
  }

  @Test
  void eachIsKnownByKeyAndVariable() {
    for (Setting<?> setting : Settings.ALL) {
      SettingKey key = setting.key();
      String written = key.isNamed() ? key.with("gpt-4.1") : key.text();
      written = key.placeholder() == Placeholder.STORE ? key.with("mine") : written;
      String typo = written.replace("stepwright.", "stepwrigt.");
      assertThat(KnownKeys.isKnown(written)).as(written).isTrue();
      assertThat(KnownKeys.isKnownVariable(SettingKey.variable(written))).as(written).isTrue();
      assertThat(KnownKeys.isKnown(typo)).as(typo).isFalse();
      if (!key.endsInName()) {
        assertThat(KnownKeys.isKnown(written + "x")).as(written).isFalse();
        assertThat(KnownKeys.candidates(written + "x"))
            .contains(key.isNamed() ? key.with(named(key)) : written);
      }
    }
  }

  /** The name that a guess has for a key with a wrong end. */
  private static String named(SettingKey key) {
    return key.placeholder() == Placeholder.STORE ? "redis" : "gpt-4.1";
  }

  @Test
  void theNameOfAKeyMayHavePoints() {
    SettingKey key = Settings.API_KEY.key();
    assertThat(key.matches("stepwright.providers.my.own.api-key")).isTrue();
    assertThat(key.nameIn("stepwright.providers.my.own.api-key")).isEqualTo("my.own");
    assertThat(key.matches("stepwright.providers.api-key")).isFalse();
    assertThat(key.matches("stepwright.providers..api-key")).isFalse();
    assertThat(Settings.MODEL.key().matches("stepwright.models.a/b")).isFalse();
    assertThat(Settings.PRICE.key().matches("stepwright.prices.a/b")).isTrue();
  }

  @Test
  void theKeysOfAStoreAreToldBesideAnUnknownOne() {
    Sources sources =
        new Sources(Map.of("stepwright.cache.colour", "1"), Map.of(), Map.of(), Map.of());
    assertThatThrownBy(() -> Configuration.of(sources))
        .hasMessageContaining(
            "stepwright.cache.store, stepwright.cache.redis.url, stepwright.cache.redis.prefix,");
  }

  @Test
  void aVariableOfAProviderIsReadWithItsProvider() {
    Configuration configuration =
        Configuration.of(
            new Sources(
                Map.of(),
                Map.of(),
                Map.of("STEPWRIGHT_PROVIDERS_X_MAX_CONCURRENCY", "many"),
                Map.of()));
    assertThat(configuration.maxConcurrency("y")).isZero();
    assertThatThrownBy(() -> configuration.maxConcurrency("x"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "stepwright.providers.x.max-concurrency is 'many'. Write a whole number above zero, or"
                + " leave it out for no limit.");
  }
}
